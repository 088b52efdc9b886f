//! A measure in its version: what it measures, which verb it goes with, what became of those it counts.

use super::fates::{self, Fate};
use super::frames::{self, sorted};
use super::telling::{Key, Telling, Word};
use super::{Of, amounts, asides, cues};
use crate::analysis::facts::{Extent, Measure, Unit, Value};

/// Words on either side of a measure that tell what it measures.
const NEAR: usize = 7;

/// What may be held against each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Dimension {
    Money,
    Percent,
    Point,
    Time,
    Age,
    Length,
    Area,
    Weight,
    Speed,
    Count(Option<String>),
    Date,
}

/// How a length of time lies to what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    /// `for nine days`, `nine days of riots`
    Lasting,
    /// `nine days before the vote`
    Before,
    /// `nine days after the vote`, `nine days later`
    After,
    /// `nine days ago`
    Ago,
    /// `in nine days`, `within nine days`
    Until,
    /// `nine years in prison`: passed as a sentence, not asked for, faced or served
    Term,
}

/// A measure in its version.
pub(super) struct Item<'t> {
    pub measure: &'t Measure,
    pub dimension: Dimension,
    /// Its first word, as an index into the version's words.
    pub first: usize,
    /// As printed, in lower case.
    pub words: String,
    /// Content words around it that are no names; ascending.
    pub common: Vec<Key>,
    /// These, and the names around it, each by itself and by whom it names; ascending.
    pub near: Vec<Key>,
    /// Whoever is named around it; ascending.
    pub names: Vec<Key>,
    /// Of an age: whose, where the name stands right beside it.
    pub owner: Vec<Key>,
    /// The verb that it goes with: the nearest before it in its clause, else the nearest after it.
    pub governor: Option<usize>,
    /// It tells which thing is meant, not when it was: `Friday's attack`.
    pub which: bool,
    /// The content words right beside it: `Friday's attack`; ascending.
    pub beside: Vec<Key>,
    /// What became of those counted: killed, injured, …
    pub fate: Option<Fate>,
    /// Of a length of time.
    pub role: Role,
    /// The date of saying, not of what is told.
    pub saying: bool,
    /// The preposition that makes a bound of a date: `by Friday`, `since 2009`.
    pub bound: Option<&'static str>,
    /// Led by `the`, `these`, `both`: known already, not told here.
    pub known: bool,
    /// Before its verb, which is not passive: those counted do it.
    pub acting: bool,
    /// Not what the version tells: a conversion in brackets of the amount before it, a part of a number (`five of eight`,
    /// `the last two games`), a rate (`$2 million a year`), a day that comes round (`every Tuesday`).
    pub aside: bool,
    /// It counts the whole of which another is a part, and tells what became of it: `12 of the 118 girls abducted`.
    pub whole: bool,
    /// A toll, which is one whoever tells it.
    pub toll: bool,
    /// One of several of its kind in the version, with the same fate.
    pub several: bool,
    /// One of several of its kind in the version, whatever became of them.
    pub among: bool,
    /// Of people: those of one sex or age, or the others: `two women`, `three more`.
    pub group: Option<&'t str>,
    /// Counted after others of another fate: `killed six and hurt 19 others`.
    pub after_another_fate: bool,
    /// Told of another than the latest of its kind: `the previous quake`, `the last major quake`.
    pub earlier: bool,
    /// What players score: another game has other counts of the same.
    pub scored: bool,
    /// What somebody asks for, not what there is.
    pub asked: bool,
    /// What analysts expected, not what came.
    pub foreseen: bool,
    /// What may come, not what is told: `the toll could surpass 40`.
    pub open: bool,
    /// Of money: of a whole year.
    pub yearly: bool,
    /// What something costs.
    pub price: bool,
    /// Of money: what it is paid in, as words of the version: `$3 billion in cash`.
    pub paid_in: Vec<usize>,
    /// The noun, by number, whose level it is: `turnout was 80 percent`.
    pub level: Option<u32>,
}

impl Item<'_> {
    /// How many content words that are no names in one of the two stand near both.
    pub(super) fn shares(&self, other: &Item) -> usize {
        let both = |key: &&Key| other.near.binary_search(key).is_ok();
        let mine = self.common.iter().filter(both);
        let theirs = other.common.iter().filter(|key| self.near.binary_search(key).is_ok());
        sorted(mine.chain(theirs)).len()
    }

    /// Whether its verb stands right before it.
    pub(super) fn is_object(&self) -> bool {
        self.governor.is_some_and(|g| g < self.first && self.first <= g + 2)
    }

    /// What keeps amounts of different things apart.
    pub(super) fn of(&self) -> Of {
        match (&self.dimension, self.fate) {
            (Dimension::Count(_), Some(fate)) => Of::Fate(fate),
            (Dimension::Time, _) => Of::Time(self.role),
            (other, _) => Of::Dimension(other.clone()),
        }
    }
}

/// The measures of a version, in order.
pub(super) fn of<'t>(telling: &'t Telling) -> Vec<Item<'t>> {
    let mut items: Vec<Item> = telling.measures.iter().map(|measure| item(telling, measure)).collect();
    let term = |x: &Item| x.role == Role::Term;
    let one_kind = |x: &Item, y: &Item| x.dimension == y.dimension && x.dimension != Dimension::Date && term(x) == term(y);
    // Its part is no rival of a whole.
    let counts = |x: &Item, y: &Item| one_kind(x, y) && !(x.whole && y.aside);
    let count = |x: &Item, of: &dyn Fn(&Item) -> bool| items.iter().filter(|y| counts(x, y) && of(y)).count() > 1;
    let several: Vec<(bool, bool)> = items.iter().map(|x| (count(x, &|y| x.fate == y.fate), count(x, &|_| true))).collect();
    let fates: Vec<Option<Fate>> = items.iter().map(|i| i.fate).collect();
    for (n, item) in items.iter_mut().enumerate() {
        let another = fates.iter().take(n).flatten().any(|f| item.fate.is_some_and(|own| own != *f));
        item.after_another_fate = another;
        // `14 were killed and another 17 hurt`: all who were hurt.
        item.aside &= !(another && matches!(telling.form_before(item.first), "another" | "additional" | "further"));
    }
    items.iter_mut().zip(several).for_each(|(item, (several, among))| (item.several, item.among) = (several, among));
    items
}

fn dimension(value: &Value) -> Dimension {
    match value {
        Value::When(_) => Dimension::Date,
        Value::Amount(amount) => match amount.unit {
            Unit::Currency(_) => Dimension::Money,
            Unit::Percent => Dimension::Percent,
            Unit::PercentPoint => Dimension::Point,
            Unit::Time(_) => Dimension::Time,
            Unit::Age => Dimension::Age,
            Unit::Size(size) => match size.extent() {
                Extent::Length => Dimension::Length,
                Extent::Area => Dimension::Area,
                Extent::Weight => Dimension::Weight,
                Extent::Speed => Dimension::Speed,
            },
            Unit::Count => Dimension::Count(amount.of.clone()),
        },
    }
}

fn item<'t>(telling: &'t Telling, measure: &'t Measure) -> Item<'t> {
    let (first, past) = telling.range(measure.place.span);
    let dimension = match dimension(&measure.value) {
        Dimension::Count(None) => {
            Dimension::Count(fates::number_of(telling, first).and_then(|k| Some(telling.words.get(k)?.stem.clone())))
        }
        other => other,
    };
    let around = telling.words.get(first.saturating_sub(NEAR)..(past + NEAR).min(telling.words.len())).unwrap_or(&[]);
    let outside =
        |w: &&Word| !w.span.overlaps(measure.place.span) && !w.plain && !w.form.starts_with(|c: char| c.is_ascii_digit());
    let name = |w: &Word| w.named || w.who.is_some();
    let of_noun = is_of_noun(telling, measure, first, past);
    let governor = if of_noun { None } else { governor(telling, first, past) };
    let verb = telling.on(past.saturating_sub(1)).take(6).find(|(_, w)| w.cues.any(cues::PAST));
    let date = dimension == Dimension::Date;
    let fate = if let Dimension::Count(of) = &dimension { fates::of(telling, of.as_deref(), first, past) } else { None };
    let whole = fate.is_some() && asides::is_whole(telling, first) && fates::is_told_of(telling, past);
    Item {
        measure,
        first,
        words: telling.printed(measure.place.span).to_lowercase(),
        common: sorted(around.iter().filter(outside).filter(|w| !name(w)).map(Word::key)),
        near: sorted(around.iter().filter(outside).flat_map(frames::faces)),
        names: sorted(around.iter().filter(outside).filter(|w| name(w)).flat_map(frames::faces)),
        owner: if dimension == Dimension::Age { owner(telling, first, past) } else { Vec::new() },
        governor,
        which: of_noun,
        beside: beside(telling, first, past),
        fate,
        whole,
        role: if dimension == Dimension::Time { role(telling, first, past) } else { Role::Lasting },
        saying: date && of_saying(telling, governor, first, past),
        bound: if date { bound(telling.form_before(first)) } else { None },
        known: is_known(telling, measure, &dimension, first),
        acting: verb.is_some_and(|(i, _)| !is_passive(telling, i)),
        aside: if date {
            asides::comes_round(telling, first, past)
        } else {
            !whole && asides::is_part(telling, &dimension, first, past)
        },
        toll: fates::has_toll(telling, first),
        several: false,
        among: false,
        group: group(telling, past),
        after_another_fate: false,
        earlier: is_earlier(telling, first),
        scored: is_scored(telling, &dimension, past),
        asked: amounts::is_asked(telling, first),
        foreseen: amounts::is_foreseen(telling, first, past),
        open: amounts::is_open(telling, first),
        yearly: dimension == Dimension::Money && amounts::is_yearly(telling, first, past),
        price: dimension == Dimension::Money && amounts::is_price(telling, first),
        paid_in: if dimension == Dimension::Money { amounts::paid_in(telling, past) } else { Vec::new() },
        level: amounts::level(telling, first),
        dimension,
    }
}

/// Whether a date or an amount tells which thing is meant: `Friday's meeting`, `the June 20 meeting` tell which meeting, not when
/// what is told of it happened.
fn is_of_noun(telling: &Telling, measure: &Measure, first: usize, past: usize) -> bool {
    let owned = || telling.text.get(measure.place.span.end..).is_some_and(|t| t.starts_with("'s") || t.starts_with("’s"));
    let led = || {
        let content = |k: usize| telling.words.get(k).is_some_and(Word::is_content);
        let past_tense = telling.words.get(past).is_some_and(|w| w.cues.any(cues::PAST));
        let noun = content(past) && (!past_tense || content(past + 1));
        matches!(measure.value, Value::When(_)) && matches!(telling.form_before(first), "the" | "a" | "an" | "this") && noun
    };
    owned() || led()
}

/// Whether those counted are known already: `the two ministers`; but `the 42 clerks` are counted.
fn is_known(telling: &Telling, measure: &Measure, dimension: &Dimension, first: usize) -> bool {
    let quake = matches!(dimension, Dimension::Count(Some(of)) if of == "magnitude");
    let few = matches!(&measure.value, Value::Amount(amount) if amount.at < 10.0);
    let lead = telling.form_before(first);
    matches!(lead, "these" | "those")
        || few && !quake && matches!(lead, "the" | "both" | "our" | "his" | "her" | "their" | "its" | "other")
}

fn governor(telling: &Telling, first: usize, past: usize) -> Option<usize> {
    let verb = |i: usize, w: &Word| !w.named && is_verb(telling, i, w);
    // `the changes made in January`: a verb of no meaning of its own.
    let made = |i: usize, w: &Word| {
        matches!(w.form.as_str(), "made" | "taken" | "given" | "done")
            && i.checked_sub(1).and_then(|b| telling.words.get(b)).is_some_and(|w| w.is_content() && !w.named)
    };
    let before = telling.back(first).take(12).find(|(i, w)| verb(*i, w) || made(*i, w));
    let after = || telling.on(past.saturating_sub(1)).take(6).find(|(i, w)| verb(*i, w));
    // `In 2009, he was elected`
    let fronted = || telling.words.iter().enumerate().skip(past).take(6).find(|(i, w)| first <= 2 && verb(*i, w));
    before.or_else(after).or_else(fronted).map(|(i, _)| i)
}

/// Whether a word is a verb with a meaning of its own, by its ending or the auxiliary before it.
fn is_verb(telling: &Telling, k: usize, word: &Word) -> bool {
    const AUXILIARY: &[&str] =
        &["will", "would", "to", "may", "might", "could", "can", "should", "must", "did", "does", "do", "not", "won't", "didn't"];
    // `for a reported $30 million`
    let before = telling.form_before(k);
    let led = matches!(before, "a" | "an" | "the" | "his" | "her" | "their" | "its" | "on" | "in" | "of" | "with")
        || before.ends_with("'s");
    !word.plain
        && !led
        && (word.cues.any(cues::PAST)
            || word.form.ends_with("ing") && word.form.len() > 5
            || AUXILIARY.contains(&before) && !(before == "to" && (is_noun(&word.form) || is_way(telling, k))))
}

/// Whether the clause of a word speaks of another than the latest of a kind: `the last major quake`, not `last week`.
fn is_earlier(telling: &Telling, first: usize) -> bool {
    let noun = |i: usize| telling.words.get(i + 1).is_some_and(|w| w.is_content() && !w.form.ends_with("ly"));
    // `the largest since 2005, when 14,500 went`
    let since = telling.words.iter().enumerate().take(first).rev().take(2 * NEAR).any(|(i, w)| {
        let year = |n: usize| telling.form_at(n).len() == 4 && telling.form_at(n).starts_with(|c: char| c.is_ascii_digit());
        w.form == "since" && (i + 1..first).any(|n| year(n) && telling.form_at(n + 1) == "when")
    });
    since
        || is_last_quake(telling, first)
        || telling.back(first).take(2 * NEAR).chain(telling.on(first).take(2 * NEAR)).any(|(i, w)| {
            // `another 17 were hurt`
            let more = w.form == "another"
                && telling
                    .measures
                    .iter()
                    .any(|m| telling.range(m.place.span).0 <= i + 1 && telling.range(m.place.span).1 > i + 1);
            let other = matches!(w.form.as_str(), "previous" | "earlier" | "another" | "last" | "combined");
            other && noun(i) && !more || w.form == "combined"
        })
}

/// Whether a magnitude is that of a quake before the one that is told: `since the magnitude 6.3 quake`, `last month's 6.4-magnitude
/// quake`, `the magnitude-6.3 that struck last month`.
fn is_last_quake(telling: &Telling, first: usize) -> bool {
    let magnitude = |k: usize| telling.form_at(k).starts_with("magnitude");
    if !(first.checked_sub(1).is_some_and(magnitude) || (first..first + 3).any(magnitude)) {
        return false;
    }
    let since = telling.words.iter().take(first).rev().take(4).any(|w| matches!(w.form.as_str(), "since" | "than"));
    let last =
        |i: usize, w: &Word| w.form == "last" && ["month", "week", "year"].iter().any(|t| telling.form_at(i + 1).starts_with(t));
    since || telling.back(first).take(4).chain(telling.on(first).take(NEAR)).any(|(i, w)| last(i, w))
}

/// Whether a measure counts what players score in a game.
fn is_scored(telling: &Telling, dimension: &Dimension, past: usize) -> bool {
    #[rustfmt::skip]
    const SCORED: &[&str] = &[
        "point", "goal", "rebound", "assist", "touchdown", "yard", "shot", "steal", "turnover", "strikeout", "hit", "run",
        "catch", "carry", "carri", "reception", "pass", "homer", "basket", "block", "try", "wicket", "save", "sack", "interception",
        "free", "putt", "birdie", "ace",
    ];
    #[rustfmt::skip]
    const GAME: &[&str] = &[
        "rushing", "rushed", "receiving", "passing", "passes", "threw", "carries", "catches", "receptions", "scrimmage", "touchdown",
        "touchdowns", "quarterback", "interception", "kickoff",
    ];
    match dimension {
        Dimension::Count(Some(of)) => SCORED.contains(&of.as_str()),
        Dimension::Length => {
            let unit = telling.form_at(past.saturating_sub(1));
            let game = |w: &Word| GAME.contains(&w.form.as_str());
            unit.starts_with("yard") && telling.back(past).chain(telling.on(past.saturating_sub(1))).any(|(_, w)| game(w))
        }
        _ => false,
    }
}

/// Whether the `to` before word `k` tells where to: `returned to prison`.
fn is_way(telling: &Telling, k: usize) -> bool {
    const MOVING: [&str; 14] =
        ["return", "go", "went", "gon", "cam", "sent", "mov", "fled", "flew", "travel", "taken", "took", "rush", "driv"];
    k.checked_sub(2).and_then(|b| telling.words.get(b)).is_some_and(|w| MOVING.contains(&w.stem.as_str()))
}

/// Whether the ending of a word makes a noun of it: `pleaded guilty to obstruction`.
fn is_noun(form: &str) -> bool {
    ["ion", "ions", "ment", "ments", "ness", "ity", "ance", "ence", "ers", "ship"].iter().any(|ending| form.ends_with(ending))
}

/// The content words right beside a measure, names left out.
fn beside(telling: &Telling, first: usize, past: usize) -> Vec<Key> {
    let before = telling.back(first).map(|(_, w)| w).take(2);
    let after = telling.words.iter().skip(past).take(2);
    sorted(before.chain(after).filter(|w| w.is_content() && !w.named).map(Word::key))
}

/// Whose age it is: `the 83-year-old judge Anna Adler`, `Adler, 83,`.
fn owner(telling: &Telling, first: usize, past: usize) -> Vec<Key> {
    let named = |w: &Word| w.named && !w.placed && !w.time;
    let before = telling.words.iter().take(first).rev().take_while(|w| named(w)).take(3);
    let gap = telling.words.iter().skip(past).take(3).take_while(|w| !named(w)).count();
    let after = telling.words.iter().skip(past + gap).take_while(|w| named(w)).take(3);
    sorted(before.chain(after).map(Word::key))
}

/// How a length of time lies to what happened, by the words right beside it.
fn role(telling: &Telling, first: usize, past: usize) -> Role {
    if amounts::is_term(telling, first, past) {
        return Role::Term;
    }
    match (telling.form_before(first), telling.form_at(past)) {
        (_, "before" | "earlier" | "ahead") => Role::Before,
        (_, "after" | "later" | "following" | "since") => Role::After,
        (_, "ago" | "old") => Role::Ago,
        ("in" | "within", _) => Role::Until,
        ("after", _) => Role::After,
        _ => Role::Lasting,
    }
}

/// A preposition that makes a bound of the date after it.
fn bound(form: &str) -> Option<&'static str> {
    const BOUNDS: [&str; 9] = ["by", "until", "till", "before", "after", "since", "from", "through", "between"];
    BOUNDS.into_iter().find(|b| *b == form)
}

/// Whether two measures count the same kind of people: all of them, or those of one sex or age.
pub(super) fn one_group(x: &Item, a: &Telling, y: &Item, b: &Telling) -> bool {
    x.group == y.group || x.fate.is_some() && !is_of_several(a, x) && !is_of_several(b, y)
}

/// Whether a measure counts some beside others: `two women and a man`, `and one man`, `three more`.
pub(super) fn is_of_several(t: &Telling, i: &Item) -> bool {
    // `killed six and hurt 19 others`: the others are those who were not killed.
    let beside_dead = i.after_another_fate && matches!(i.group, Some("more" | "others" | "other"));
    i.group.filter(|_| !beside_dead).is_some_and(|g| {
        let before_and = || t.on(i.first).take(6).skip_while(|(_, w)| w.form != g).nth(1).is_some_and(|(_, w)| w.form == "and");
        matches!(g, "more" | "others" | "other") || t.form_before(i.first) == "and" || before_and()
    })
}

/// The word for those of one sex or age right after a number, or for the rest.
fn group<'t>(telling: &'t Telling, past: usize) -> Option<&'t str> {
    #[rustfmt::skip]
    const GROUPS: &[&str] = &[
        "women", "woman", "men", "man", "children", "child", "boys", "boy", "girls", "girl", "others", "other", "more", "teenagers",
        "adults", "babies",
    ];
    let at = (past..past + 3).find(|&k| GROUPS.contains(&telling.form_at(k)))?;
    telling.words.get(at).map(|w| w.form.as_str())
}

/// Whether a form of `be` governs the word.
pub(super) fn is_passive(telling: &Telling, k: usize) -> bool {
    let be = |w: &Word| matches!(w.form.as_str(), "was" | "were" | "is" | "are" | "been" | "be" | "being");
    telling.back(k).take(3).any(|(_, w)| be(w))
}

/// Whether the date is that of an act of saying: `said on Friday`, `told reporters on Friday`.
fn of_saying(telling: &Telling, governor: Option<usize>, first: usize, past: usize) -> bool {
    #[rustfmt::skip]
    const SAYING: &[&str] = &[
        "publish", "releas", "say", "tell", "announc", "stat", "report", "writ", "tweet", "add", "claim", "declar",
        "insist", "argu",
    ];
    let saying = |w: &Word| SAYING.contains(&w.stem.as_str());
    // `said in a statement on Friday`
    let form = |w: &Word| {
        let noun = w.form.as_str();
        matches!(
            noun,
            "statement" | "interview" | "conference" | "briefing" | "release" | "speech" | "filing" | "post" | "letter"
        )
    };
    let reach = if telling.back(first).take(3).any(|(_, w)| form(w)) { 8 } else { 3 };
    // `On Friday, the paper reported`: a date set before the whole sentence is that of its first verb.
    let fronted = first <= 1;
    let ahead = |reach: usize| telling.words.iter().skip(past).take(reach).any(|w| saying(w) && w.form != "claiming");
    governor.filter(|g| *g + 6 > first).and_then(|g| telling.words.get(g)).is_some_and(saying)
        || telling.back(first).take(reach).any(|(_, w)| saying(w))
        || ahead(if fronted { 7 } else { 2 })
}
