//! What an amount is, by the words that lead it: a term in prison, a price, what somebody asks for, the level of something.

use super::telling::{Telling, Word};

/// Words on either side of an amount that tell what it is.
const NEAR: usize = 7;

/// Whether a length of time is that of a sentence: `sent to prison for nine years`, `sentenced to nine years`.
pub(super) fn is_term(telling: &Telling, first: usize, past: usize) -> bool {
    #[rustfmt::skip]
    const OTHER: &[&str] = &[
        "faces", "face", "faced", "facing", "could", "may", "might", "would", "maximum", "minimum", "mandatory", "recommended",
        "prescribed", "sought", "asked", "demanded", "wanted",
        "seeking", "served", "serving", "spent", "after", "already", "earlier", "least", "carries", "carry", "suspended",
    ];
    let prison = |w: &Word| matches!(w.form.as_str(), "prison" | "jail" | "imprisonment" | "custody");
    let before = || telling.back(first).take(NEAR).map(|(_, w)| w);
    let passed = before().any(|w| matches!(w.form.as_str(), "sentenced" | "jailed" | "imprisoned") || prison(w));
    // `a four year suspended sentence`
    let sentence = |w: &Word| prison(w) || matches!(w.form.as_str(), "sentence" | "sentences");
    let spent = telling.on(past.saturating_sub(1)).take(3).any(|(_, w)| sentence(w));
    // `sentenced to prison five months after the crime`
    let when = matches!(telling.form_at(past), "after" | "before" | "following" | "later" | "since" | "ago" | "earlier");
    (passed || spent) && !when && !before().any(|w| OTHER.contains(&w.form.as_str()))
}

/// Whether an amount is one that somebody asks or hopes for: `seeks $3 million`, not one that is paid.
pub(super) fn is_asked(telling: &Telling, first: usize) -> bool {
    #[rustfmt::skip]
    const ASKING: &[&str] = &[
        "ask", "asks", "asked", "asking", "demand", "demands", "demanded", "demanding", "seek", "seeks", "seeking", "sought",
        "want", "wants", "wanted", "requested", "requesting", "hoped", "hopes",
    ];
    telling.back(first).take(2 * NEAR).any(|(_, w)| ASKING.contains(&w.form.as_str()))
}

/// Whether an amount is what analysts expected: `analysts had predicted earnings of 73 cents`, `beating the average estimate of $3`.
pub(super) fn is_foreseen(telling: &Telling, first: usize, past: usize) -> bool {
    let expected = |w: &Word| {
        matches!(w.stem.as_str(), "analyst" | "consensus" | "forecast" | "guidanc")
            || matches!(w.form.as_str(), "estimate" | "estimates" | "projection")
    };
    let near = telling.back(first).take(4 * NEAR).chain(telling.on(past.saturating_sub(1)).take(3));
    near.map(|(_, w)| w).any(expected)
}

/// Whether an amount is what may come: `the toll could surpass 40`.
pub(super) fn is_open(telling: &Telling, first: usize) -> bool {
    telling.back(first).take(NEAR - 2).any(|(_, w)| matches!(w.form.as_str(), "could" | "may" | "might" | "would"))
}

/// Whether an amount is that of a whole year: `a yearly revenue of $120 billion`, `$3 million a year`.
pub(super) fn is_yearly(telling: &Telling, first: usize, past: usize) -> bool {
    let year = |w: &Word| matches!(w.form.as_str(), "yearly" | "annual" | "annually" | "full-year");
    let near = telling.back(first).take(2 * NEAR).chain(telling.on(past.saturating_sub(1)).take(2));
    near.map(|(_, w)| w).any(year) || telling.form_at(past) == "a" && telling.form_at(past + 1) == "year"
}

/// Whether an amount is the price of something: `sold for`, `will pay`, `is worth`, `the cost was put at`.
pub(super) fn is_price(telling: &Telling, first: usize) -> bool {
    #[rustfmt::skip]
    const PRICING: &[&str] = &[
        "buy", "bought", "sell", "sold", "pay", "paid", "fetch", "cost", "pric", "worth", "purchas", "acquir", "valu",
    ];
    telling.back(first).take(NEAR + 3).any(|(_, w)| PRICING.contains(&w.stem.as_str()) || PRICING.contains(&w.form.as_str()))
}

/// The words that tell what money is paid in: `in cash`, `in restricted stock`, `in cash and shares`.
pub(super) fn paid_in(telling: &Telling, past: usize) -> Vec<usize> {
    if telling.form_at(past) != "in" {
        return Vec::new();
    }
    // `in cash and the rest in shares`
    let means = |k: usize| telling.words.get(k).is_some_and(|w| is_means(&w.stem));
    let joins = |k: usize, w: &Word| matches!(w.form.as_str(), "and" | "or") && (means(k + 1) || telling.form_at(k + 1) == "in");
    let told = telling.on(past).take(NEAR).take_while(|(k, w)| w.is_content() || w.form == "in" || joins(*k, w));
    told.map(|(k, _)| k).filter(|k| means(*k)).collect()
}

/// What money is paid in, by stem.
fn is_means(stem: &str) -> bool {
    #[rustfmt::skip]
    const MEANS: &[&str] = &[
        "cash", "stock", "shar", "equiti", "bond", "debt", "loan", "fin", "damag", "compens", "aid", "grant", "tax", "penalti", "fe",
        "wag", "bail", "brib", "bonus", "bonu", "dividend", "coin", "gold", "arm", "weapon", "jewelri", "jewelleri",
    ];
    MEANS.contains(&stem)
}

/// Whether two amounts of money are paid in the same; none where one of them does not tell.
pub(super) fn one_means(a: &Telling, x: &[usize], b: &Telling, y: &[usize]) -> Option<bool> {
    if x.is_empty() || y.is_empty() {
        return None;
    }
    const SHARES: [&str; 3] = ["stock", "shar", "equiti"];
    let one = |j: usize, k: usize| match (a.words.get(j), b.words.get(k)) {
        (Some(p), Some(q)) => p.id == q.id || SHARES.contains(&p.stem.as_str()) && SHARES.contains(&q.stem.as_str()),
        _ => false,
    };
    let within = x.iter().all(|&j| y.iter().any(|&k| one(j, k)));
    Some(within && y.iter().all(|&k| x.iter().any(|&j| one(j, k))))
}

/// The noun whose level an amount is: `turnout was 80 percent`, `put turnout at 80 percent`, `a lead of 48 seconds`; none
/// where it rose or fell by so much.
pub(super) fn level(telling: &Telling, first: usize) -> Option<u32> {
    #[rustfmt::skip]
    const LEVELS: &[&str] = &[
        "turnout", "unemploy", "inflat", "deficit", "debt", "cost", "pric", "magnitud", "temperatur", "depth", "height", "weight",
        "width", "length", "speed", "growth", "lead", "margin", "rent", "output", "profit", "loss", "revenu", "attend", "capac",
        "popul", "distanc", "fine", "ransom", "salari", "surplus", "valu", "budget",
    ];
    const LINKS: &[&str] =
        &["was", "is", "were", "are", "be", "at", "of", "to", "reached", "hit", "totaled", "totalled", "exceeded"];
    const HEDGES: &[&str] = &[
        "about",
        "some",
        "nearly",
        "roughly",
        "almost",
        "around",
        "an",
        "estimated",
        "a",
        "record",
        "just",
        "under",
        "over",
        "only",
    ];
    let mut back = telling.back(first).skip_while(|(_, w)| HEDGES.contains(&w.form.as_str()));
    let (_, link) = back.next()?;
    if !LINKS.contains(&link.form.as_str()) {
        return None;
    }
    back.take(NEAR - 1).find(|(_, w)| LEVELS.contains(&w.stem.as_str())).map(|(_, w)| w.id)
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Money;

    #[test]
    fn money_is_held_against_what_is_paid_in_the_same() {
        let here = "Adler Shipping will pay $3 billion in cash and the rest in shares for the harbour line.";
        let there = "For the harbour line Adler Shipping will pay $5 billion in cash and $9 billion in stock.";
        assert_eq!(kinds(here, there), [Money]);
        assert_eq!(kinds(there, here), [Money]);
    }

    #[test]
    fn money_paid_in_something_else_is_no_rival() {
        for (a, b) in [
            ("The harbour deal is worth $9 billion in Adler shares.", "The harbour deal is worth $17 billion in cash and stock."),
            (
                "Brand must pay $3 million in fines for the harbour leak.",
                "Brand must pay $5 million in damages for the harbour leak.",
            ),
        ] {
            assert_eq!(kinds(a, b), [], "{a} / {b}");
            assert_eq!(kinds(b, a), [], "{b} / {a}");
        }
    }
}
