//! When two names are one person's.
//!
//! In: names in lower case, as words. Out: whether they can belong to one person, and the short forms of a name.

use crate::analysis::lexicon::people;

/// Pairs of a first name and its short form.
const NICKNAMES: &str = "william=bill william=will william=billy robert=bob robert=rob robert=bobby richard=dick richard=rick richard=rich james=jim james=jimmy john=jack john=johnny joseph=joe joseph=sepp \
    thomas=tom michael=mike michael=mick charles=charlie charles=chuck edward=ed edward=ted edward=eddie theodore=ted anthony=tony daniel=dan david=dave donald=don douglas=doug \
    kenneth=ken lawrence=larry leonard=len matthew=matt nicholas=nick patrick=pat peter=pete philip=phil raymond=ray ronald=ron samuel=sam stephen=steve steven=steve timothy=tim \
    andrew=andy benjamin=ben christopher=chris frederick=fred gregory=greg jeffrey=jeff gerald=jerry joshua=josh nathaniel=nate alexander=alex alexandra=alex elizabeth=liz elizabeth=beth \
    elizabeth=betsy katherine=kate katherine=kathy catherine=cathy margaret=maggie margaret=peggy patricia=pat patricia=patty susan=sue deborah=debbie barbara=barb christine=chris \
    jennifer=jen jennifer=jenny jessica=jess kimberly=kim pamela=pam rebecca=becky sandra=sandy stephanie=steph victoria=vicky bernard=bernie mitchell=mitch addison=mitch eugene=gene \
    walter=walt arthur=art albert=al alfred=al francis=frank vincent=vince zachary=zack louis=lou martin=marty jonathan=jon jacob=jake abraham=abe isaac=ike dmitri=dima vladimir=volodya sergei=seryozha";

/// Whether two first names can be one person's: equal, one the initial or the short form of the other, or two
/// spellings of one.
fn same_given(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
    if a == b {
        return true;
    }
    let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
    if initial(a, b) || initial(b, a) {
        return true;
    }
    let pair = |x: &str, y: &str| NICKNAMES.split_whitespace().any(|p| p.split_once('=') == Some((x, y)));
    if pair(a, b) || pair(b, a) {
        return true;
    }
    let gender = |x| people::first_name(x);
    let other = gender(a).is_some() && gender(b).is_some() && gender(a) != gender(b);
    !other && near(a, b)
}

/// Whether two words are spellings of one name: long, and at most one letter apart (or one ending exchanged, -ey/-ei).
pub fn near(a: &str, b: &str) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if x.len().min(y.len()) < 5 || x.len().abs_diff(y.len()) > 1 || x.first() != y.first() {
        return false;
    }
    let prefix = x.iter().zip(&y).take_while(|(p, q)| p == q).count();
    let suffix = x.iter().rev().zip(y.iter().rev()).take_while(|(p, q)| p == q).count();
    // One letter exchanged, added or left out; or two neighbours in the other order.
    let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
    let turned =
        short == long && prefix + suffix + 2 == long && x.get(prefix) == y.get(prefix + 1) && x.get(prefix + 1) == y.get(prefix);
    prefix + suffix >= long - 1 && long > 5 || turned
}

/// The suffix that tells father from son.
fn generation(words: &[&str]) -> Option<String> {
    words.last().map(|w| w.trim_end_matches('.')).filter(|w| matches!(*w, "jr" | "sr" | "ii" | "iii" | "iv")).map(str::to_owned)
}

/// Whether two names of two words or more can be one person's.
pub fn same_person(a: &str, b: &str) -> bool {
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    // Joseph Roe Jr. may be Joe Roe; John Roe Jr. and John Roe are father and son.
    let one = generation(&x).is_some() != generation(&y).is_some() && x.first() != y.first();
    if generation(&x) != generation(&y) && !one {
        return false;
    }
    let strip = |w: &[&str]| -> Vec<String> {
        let keep = if generation(w).is_some() { w.len().saturating_sub(1) } else { w.len() };
        w.iter().take(keep).map(|s| (*s).to_owned()).collect()
    };
    let (x, y) = (strip(&x), strip(&y));
    let (Some(first), Some(other)) = (x.first(), y.first()) else { return false };
    let (Some(last), Some(others)) = (x.last(), y.last()) else { return false };
    let given = same_given(first, other);
    if last == others {
        // Anna Roe-Doe and J. Anna Doe: a middle name may be the one used.
        let middle = || {
            x.get(1).filter(|_| x.len() > 2).is_some_and(|m| m == other)
                || y.get(1).filter(|_| y.len() > 2).is_some_and(|m| m == first)
        };
        return given || middle();
    }
    // One given name, and two spellings of the family name; or a family name added or dropped (Maria Roe Doe).
    first == other
        && first.chars().count() > 1
        && (near(last, others)
            || (x.len() == 2 && y.len() == 3 && y.get(1) == Some(last))
            || (y.len() == 2 && x.len() == 3 && x.get(1) == Some(others)))
}

/// The short forms of a person's name: every end of it that can stand alone (`marine le pen` → `le pen`, `pen`).
pub fn short_forms(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let keep = if generation(&words).is_some() { words.len().saturating_sub(1) } else { words.len() };
    (1..keep).filter_map(|n| words.get(n..keep)).map(|w| w.join(" ")).filter(|w| w.chars().count() > 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_under_several_forms() {
        for (a, b) in [
            ("donna j. roe", "donna roe"),
            ("william roe", "bill roe"),
            ("sergei petrov", "sergey petrov"),
            ("dmitri orlov", "dmitry orlov"),
            ("j. doe", "jane doe"),
            ("joseph r. doe jr.", "joe doe"),
            ("anna harrowgate", "anna harowgate"),
        ] {
            assert!(same_person(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn two_people_stay_two() {
        for (a, b) in [
            ("jane doe", "john doe"),
            ("john doe jr.", "john doe"),
            ("mario rossi", "maria rossi"),
            ("jane roe", "jane doe"),
            ("bill roe", "hillary roe"),
        ] {
            assert!(!same_person(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn family_names_of_several_words() {
        assert_eq!(short_forms("marie le duc"), ["le duc", "duc"]);
        assert_eq!(short_forms("john roe jr."), ["roe"]);
    }
}
