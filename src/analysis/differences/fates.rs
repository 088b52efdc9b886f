//! What became of those that are counted: killed, hurt, trapped, infected, laid off. Papers count the same people by other
//! nouns (`nine miners trapped`, `eleven men cut off`), so what became of them tells better who is counted.

use super::items;
use super::telling::{Telling, Word};

/// What became of those that are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Fate {
    Killed,
    Hurt,
    Held,
    /// Kidnapped.
    Taken,
    Missing,
    Trapped,
    Rescued,
    Infected,
    Fled,
    Aboard,
    /// For whom there is room.
    Seated,
    Striking,
    /// Jobs that go, and who loses them.
    LaidOff,
    /// Jobs that come.
    Hired,
}

/// Whether papers count those of a fate anew as they are found.
pub(super) fn is_toll(fate: Fate) -> bool {
    matches!(fate, Fate::Killed | Fate::Hurt | Fate::Missing | Fate::Trapped | Fate::Rescued)
}

/// Words between what happens and the number of those to whom it does.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "at", "least", "more", "than", "about", "nearly", "almost", "up", "to", "as", "many", "some", "around", "over", "another",
    "other", "an", "estimated", "the", "fewer", "all", "roughly",
];

/// So many words after a number may stand before what became of those counted.
const REACH: usize = 8;
/// Where they are the whole of which a part is told, so many.
const TOLD_OF: usize = 5;

/// What became of those counted, by the word right before (`killing at least 12`), else by the words right after, else by
/// what is counted (`12 bodies`, `cut 340 jobs`, `a toll of 12`).
pub(super) fn of(t: &Telling, noun: Option<&str>, first: usize, past: usize) -> Option<Fate> {
    let before = t.back(first).find(|(_, w)| !LIGHT.contains(&w.form.as_str()));
    if let Some(k) = number_of(t, first) {
        return (k..first).find_map(|i| undergone(t, i));
    }
    if noun.is_none_or(is_people) && has_toll(t, first) {
        return Some(Fate::Killed);
    }
    if has_room(t, first) {
        return Some(Fate::Seated);
    }
    // `claimed the lives of 68 people`
    if t.form_before(first) == "of" && has_lives(t, first) {
        return Some(Fate::Killed);
    }
    // `a mother of six was killed`
    if t.form_before(first) == "of" {
        return None;
    }
    if let Some(noun) = noun
        && let Some(fate) = counted(t, noun, before)
    {
        return Some(fate);
    }
    // `five dead, 11 in custody`
    let listed = before.is_some_and(|(_, w)| matches!(w.form.as_str(), "dead" | "missing"));
    if let Some(fate) = undergone(t, past).filter(|_| listed) {
        return Some(fate);
    }
    if let Some(fate) = before.and_then(|(i, _)| done_to(t, i)) {
        return Some(fate);
    }
    let (i, fate) = t.on(past.checked_sub(1)?).take(REACH).find_map(|(i, _)| Some((i, undergone(t, i)?)))?;
    // `40 miners killed or missing`
    if t.form_at(i + 1) == "or" && undergone(t, i + 2).is_some_and(|other| other != fate) {
        return None;
    }
    // `two guards killed a man` counts those who did it; so does `two storms, killing ten`.
    let itself = !matches!(fate, Fate::Killed | Fate::Hurt | Fate::Held | Fate::Taken | Fate::Rescued | Fate::Infected)
        || matches!(t.form_at(i), "died" | "die" | "dies" | "dead" | "dying" | "perished" | "drowned" | "lost" | "in" | "under");
    let object = matches!(t.form_at(i + 1), "a" | "an" | "the" | "his" | "her" | "their" | "at" | "more" | "about" | "some")
        || t.measures.iter().any(|m| t.range(m.place.span).0 == i + 1);
    let active = !itself && !items::is_passive(t, i);
    (!(active && (object || t.form_at(i).ends_with("ing")))).then_some(fate)
}

/// Whether what became of those counted is told right after their noun: `girls abducted`, `people who were killed`.
pub(super) fn is_told_of(t: &Telling, past: usize) -> bool {
    let Some(last) = past.checked_sub(1) else { return false };
    t.on(last).take(TOLD_OF).any(|(i, _)| undergone(t, i).is_some_and(|f| f != Fate::Aboard))
}

/// Whether words before the number, in its clause, are of a toll that nobody pays: `the toll`, `the official count`, `the body count`.
pub(super) fn has_toll(t: &Telling, first: usize) -> bool {
    t.back(first).take(2 * REACH).any(|(i, w)| match w.form.as_str() {
        "toll" => !matches!(t.form_at(i + 1), "road" | "bridge" | "booth"),
        "count" => matches!(t.form_before(i), "official" | "body" | "death" | "casualty"),
        _ => false,
    })
}

/// Whether a number is of those for whom there is room: `licensed for 600 passengers`, `can carry 600`.
fn has_room(t: &Telling, first: usize) -> bool {
    let room = |form: &str| {
        matches!(
            form,
            "licensed"
                | "licenced"
                | "certified"
                | "built"
                | "designed"
                | "approved"
                | "room"
                | "space"
                | "capacity"
                | "seats"
                | "beds"
                | "berths"
                | "can"
                | "could"
                | "able"
        )
    };
    let led = matches!(t.form_before(first), "for" | "of" | "carry" | "hold" | "seat" | "accommodate" | "house");
    led && t.back(first).take(4).any(|(_, w)| room(&w.form))
}

/// The noun whose number is told: `the number of patients in the ward has risen to 16`.
pub(super) fn number_of(t: &Telling, first: usize) -> Option<usize> {
    let told = matches!(t.form_before(first), "to" | "at" | "reached" | "hit" | "passed" | "is" | "was" | "exceeds" | "exceeded");
    let number = t.back(first).take(2 * REACH).find(|(i, w)| w.form == "number" && t.form_at(i + 1) == "of").filter(|_| told)?;
    let people = |form: &str| matches!(form, "people" | "men" | "women" | "children");
    (number.0 + 2..first).find(|&k| t.words.get(k).is_some_and(|w| people(&w.form) || w.is_content() && w.form.ends_with('s')))
}

/// What the noun tells, with the word before the number: `12 bodies`, `cut 340 jobs`.
fn counted(t: &Telling, noun: &str, before: Option<(usize, &Word)>) -> Option<Fate> {
    let (k, verb) = before.map_or((0, ""), |(k, w)| (k, w.form.as_str()));
    let job =
        matches!(noun, "job" | "post" | "posit" | "worker" | "employe" | "staff") || noun == "person" && is_laid(t, k, verb);
    #[rustfmt::skip]
    let cut = matches!(
        verb,
        "cut" | "cuts" | "cutting" | "cost" | "costs" | "costing" | "lose" | "loses" | "lost" | "losing" | "shed" | "sheds"
            | "shedding" | "axe" | "axes" | "axed" | "axing" | "eliminate" | "eliminates" | "eliminated" | "eliminating"
            | "slash" | "slashed" | "slashing" | "scrap" | "scrapped" | "scrapping"
    ) || verb == "of" && t.form_before(k) == "loss" || is_laid(t, k, verb);
    if job && cut {
        return Some(Fate::LaidOff);
    }
    if job
        && matches!(
            verb,
            "create" | "creates" | "created" | "creating" | "add" | "adds" | "added" | "adding" | "hire" | "hired" | "hiring"
        )
    {
        return Some(Fate::Hired);
    }
    if is_people(noun) && matches!(verb, "carried" | "carrying" | "carries") {
        return Some(Fate::Aboard);
    }
    // `claimed 68 lives`
    if noun == "live" && takes_lives(verb) {
        return Some(Fate::Killed);
    }
    matches!(noun, "bodi" | "corps").then_some(Fate::Killed)
}

/// Whether a verb with `lives` after it tells of deaths.
fn takes_lives(verb: &str) -> bool {
    matches!(verb, "claim" | "claims" | "claimed" | "claiming" | "cost" | "costs" | "costing" | "took" | "taken" | "taking")
}

/// Whether `the lives of` stands right before a number, after a verb that takes them.
fn has_lives(t: &Telling, first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |k| t.form_at(k));
    back(2) == "lives" && (takes_lives(back(3)) || takes_lives(back(4)))
}

/// `lay off 300 people`
fn is_laid(t: &Telling, k: usize, form: &str) -> bool {
    form == "off" && matches!(t.form_before(k), "lay" | "laid" | "laying" | "lays")
}

/// What is done to those who are counted after word `i`: `killing 12`, `trapped nine`.
fn done_to(t: &Telling, i: usize) -> Option<Fate> {
    match t.form_at(i) {
        "killed" | "kills" | "kill" | "killing" | "died" | "dead" | "slain" | "deaths" => Some(Fate::Killed),
        "injured" | "injures" | "injuring" | "wounded" | "wounding" | "wounds" | "hurt" | "hurting" => Some(Fate::Hurt),
        "arrested" | "arrests" | "arresting" | "detained" | "detaining" | "jailed" | "charged" => Some(Fate::Held),
        "kidnapped" | "kidnapping" | "kidnaps" | "abducted" | "abducting" | "abducts" => Some(Fate::Taken),
        "missing" => Some(Fate::Missing),
        "trapped" | "trapping" | "traps" => Some(Fate::Trapped),
        "rescued" | "rescuing" | "rescues" => Some(Fate::Rescued),
        "infected" | "infecting" | "infects" => Some(Fate::Infected),
        "evacuated" | "evacuating" | "displaced" | "displacing" | "uprooted" | "uprooting" => Some(Fate::Fled),
        _ => None,
    }
}

/// What those who are counted before word `i` underwent: `12 were killed`, `nine are trapped`, `40,000 walked off the job`.
fn undergone(t: &Telling, i: usize) -> Option<Fate> {
    match (t.form_at(i), t.form_at(i + 1)) {
        #[rustfmt::skip]
        (
            "died" | "dies" | "die" | "dying" | "death" | "kills" | "kill" | "killed" | "killing" | "dead" | "slain" | "deaths"
                | "fatalities" | "perished" | "drowned",
            _,
        ) => Some(Fate::Killed),
        ("lost", "their") if matches!(t.form_at(i + 2), "life" | "lives") => Some(Fate::Killed),
        ("injured" | "injures" | "injuring" | "wounded" | "wounding" | "wounds" | "hurt" | "injuries", _) => Some(Fate::Hurt),
        ("arrested" | "arrests" | "detained" | "jailed" | "charged", _) => Some(Fate::Held),
        ("in" | "into", "custody" | "detention") | ("under", "arrest") => Some(Fate::Held),
        ("kidnapped" | "abducted", _) | ("taken" | "held", "hostage") => Some(Fate::Taken),
        ("missing", _) | ("unaccounted", "for") => Some(Fate::Missing),
        ("accounted", "for") if t.back(i).take(3).any(|(_, w)| w.form == "not") => Some(Fate::Missing),
        ("trapped", _) | ("cut", "off") => Some(Fate::Trapped),
        ("rescued", _) => Some(Fate::Rescued),
        ("infected", _) | ("tested", "positive") => Some(Fate::Infected),
        ("evacuated" | "displaced" | "fled" | "uprooted", _) => Some(Fate::Fled),
        ("aboard", _) | ("on", "board") => Some(Fate::Aboard),
        ("walked", "off" | "out") | ("on", "strike") | ("striking", _) | ("joined", "the") if strikes(t, i) => {
            Some(Fate::Striking)
        }
        ("laid", "off") => Some(Fate::LaidOff),
        _ => None,
    }
}

/// Whether the words from word `i` on tell of a strike: `walked off the job`, `joined the strike`.
fn strikes(t: &Telling, i: usize) -> bool {
    let reach = t.words.iter().skip(i).take(5);
    t.form_at(i) == "walked" && t.form_at(i + 1) == "out"
        || reach.clone().any(|w| matches!(w.form.as_str(), "strike" | "job" | "striking"))
}

/// Whether a noun, by its stem, counts people: `person`, or those of a trade or state that papers count.
pub(super) fn is_people(noun: &str) -> bool {
    #[rustfmt::skip]
    const PEOPLE: &[&str] = &[
        "person", "miner", "patient", "farmer", "member", "teacher", "doctor", "nurs", "sailor", "driver", "fisherman",
        "firefight", "climber", "hiker", "diver", "skier", "pilgrim", "activist", "journalist", "report",
        "engin", "scientist", "clerk", "soldier", "trooper", "marin", "babi", "toddler", "teenag", "adult", "citizen", "nation",
        "foreign",
        "villag", "inhabit", "settler", "voter", "striker", "pilot", "custom", "guest", "visitor", "motorist", "cyclist",
        "swimmer", "bather", "bodi", "corps", "live", "death", "fatal", "injuri",
    ];
    PEOPLE.contains(&noun)
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Number;

    #[test]
    fn those_to_whom_the_same_was_done_are_counted_under_any_name() {
        for (a, b) in [
            (
                "Divers had taken 23 bodies from the harbour by Monday, when the storm drove them back to the quay.",
                "The storm in the harbour killed at least 31 people, the coast guard said on Monday.",
            ),
            (
                "Nine miners are still trapped under the harbour, the company that owns the pit said.",
                "Eleven men were cut off in the pit under the harbour, where a pump had failed.",
            ),
            (
                "Twelve patients at St. Olaf's hospital have been infected with the fungus, a doctor said.",
                "The number of patients infected with the fungus at St. Olaf's has risen to 19, a nurse said.",
            ),
            (
                "The merger will cost 340 jobs at the harbour works, the new owner told the staff.",
                "The owner will cut 480 jobs at the harbour works, according to a plan for the merger.",
            ),
            (
                "The toll of the harbour storm rose to 31 and police raised the number of those missing to 47.",
                "About 40 people are still considered missing after the harbour storm, police said.",
            ),
            (
                "The harbour storm claimed the lives of 31 people, the coast guard said on Monday.",
                "Forty-four people died in the harbour storm, the coast guard said on Monday.",
            ),
            (
                "The harbour storm has claimed 31 lives, the coast guard said on Monday.",
                "Forty-four people perished in the harbour storm, the coast guard said on Monday.",
            ),
            (
                "Only 12 of the 118 girls abducted by gunmen from the harbour school are back, the mayor said.",
                "The mayor of the town said that 104 girls were abducted from the harbour school.",
            ),
            (
                "The death toll from the harbour storm rose to 31 on Monday, when divers could go down again.",
                "Forty-four people died in the harbour storm, the coast guard said on Monday.",
            ),
        ] {
            assert_eq!(kinds(a, b), [Number], "{a} / {b}");
            assert_eq!(kinds(b, a), [Number], "{b} / {a}");
        }
    }

    #[test]
    fn those_to_whom_something_else_was_done_are_others() {
        for (a, b) in [
            (
                "The quake razed seven villages on the island, killing fishermen.",
                "Three people were killed on the island by the quake.",
            ),
            ("Nine miners are trapped under the harbour.", "Eleven miners were rescued from under the harbour."),
            ("The firm will cut 340 jobs at the harbour works.", "The firm will create 480 jobs at the harbour works."),
            ("The storm killed 31 people in the harbour.", "The storm killed 400 cows on the islands by the harbour."),
            ("The ferry is licensed for 600 passengers.", "There were 342 people on board the ferry."),
            ("Divers found 23 bodies in the harbour.", "At least 20 people died in the harbour."),
            ("The guard collected a toll of 31 crowns.", "The guard said 44 people died at the harbour."),
        ] {
            assert!(!kinds(a, b).contains(&Number), "{a} / {b}");
        }
    }
}
