//! Makes `assets/contrasts.tsv`: for each stem the rows of `assets/contrasts.txt` that it stands in.
//!
//! `cargo run --release --example contrasts > assets/contrasts.tsv`
//!
//! A line holds a stem and, for each row in which it stands alone or opens a phrase, the row's number, `P` (two sides) or `C`
//! (a scale of degrees), the side, and the stems that must follow, `*` for a gap, `~` for one of
//! words that carry little, or the word itself led by `=`: `step TAB 14P1:down 20C0:*_asid`. Sorted by stem, for lookup by bisection.

use rashomon::analysis::similarity::words::{stem, words};
use std::collections::{BTreeMap, BTreeSet};

static LIST: &str = include_str!("../assets/contrasts.txt");

/// A stem so many letters shorter than its word.
const LOST: usize = 4;

/// The stems of a member, in order; of a word whose stem tells too little, the word itself after it, led by `=`.
fn stems(member: &str) -> Vec<String> {
    let of = |word: &str| match word {
        "*" => vec![word.to_owned()],
        _ => words(word).iter().map(|w| stem(&w.form)).collect(),
    };
    let stems: Vec<String> = member.split_whitespace().flat_map(of).collect();
    // `authoritarian`, `authorities`: a stem that has lost so much may be of another word.
    match stems.as_slice() {
        [only] if member.trim().ends_with("ly") || only.len() + LOST <= member.trim().len() => {
            vec![only.clone(), format!("={}", member.trim())]
        }
        _ => stems,
    }
}

/// Words by which a member leaves open, puts off or only claims what it tells.
const HEDGES: &[&str] = &[
    "may",
    "might",
    "could",
    "would",
    "will",
    "shall",
    "can",
    "possible",
    "possibly",
    "possibility",
    "perhaps",
    "probable",
    "probably",
    "likely",
    "unlikely",
    "potential",
    "potentially",
    "apparent",
    "apparently",
    "allege",
    "alleged",
    "allegedly",
    "alleges",
    "allegation",
    "allegations",
    "reportedly",
    "reported",
    "reports",
    "rumour",
    "rumoured",
    "rumours",
    "claim",
    "claimed",
    "claims",
    "believe",
    "believed",
    "belief",
    "think",
    "thought",
    "suspect",
    "suspected",
    "suspects",
    "suspicion",
    "suspicions",
    "fear",
    "feared",
    "fears",
    "hope",
    "hopes",
    "hoped",
    "hoping",
    "expect",
    "expected",
    "expects",
    "expecting",
    "plan",
    "plans",
    "planned",
    "planning",
    "intend",
    "intends",
    "intended",
    "intention",
    "due",
    "set",
    "poised",
    "consider",
    "considers",
    "considering",
    "considered",
    "consideration",
    "mull",
    "mulling",
    "weigh",
    "weighing",
    "explore",
    "exploring",
    "ponder",
    "contemplate",
    "debate",
    "debating",
    "discuss",
    "discussing",
    "talks",
    "propose",
    "proposed",
    "proposal",
    "seek",
    "seeks",
    "seeking",
    "want",
    "wants",
    "vow",
    "vowed",
    "promise",
    "promised",
    "pledge",
    "pledged",
    "threaten",
    "threatened",
    "threatens",
    "unclear",
    "uncertain",
    "unconfirmed",
    "unproven",
    "unverified",
    "unknown",
    "undecided",
    "doubt",
    "doubts",
    "doubtful",
    "seem",
    "seems",
    "appear",
    "appears",
    "suggest",
    "suggests",
    "suggested",
    "hint",
    "hints",
    "hinted",
    "indicate",
    "indicates",
    "accuse",
    "accused",
    "risk",
    "risks",
    "faces",
    "brink",
    "verge",
    "close",
    "near",
    "nearing",
    "ready",
    "prepare",
    "preparing",
    "prepared",
    "about",
    "going",
    "supposed",
    "theory",
    "question",
    "whether",
    "examine",
    "examining",
    "investigate",
    "investigating",
    "investigated",
    "look",
    "looking",
    "study",
    "try",
    "trying",
    "offer",
    "offered",
    "ask",
    "asked",
    "speculation",
    "presumed",
    "presumably",
    "assumed",
    "ruled",
    "rule",
    "open",
    "aim",
    "aims",
    "wish",
    "wishes",
    "imminent",
    "scheduled",
    "pencilled",
    "provisional",
    "provisionally",
    "tentative",
    "tentatively",
    "linked",
    "tipped",
    "favourite",
    "decide",
    "decided",
    "agree",
    "agreed",
    "announce",
    "announced",
];

/// Words that lead a noun inside a member, and may be left out of it.
const LEADS: &[&str] = &["a", "an", "the", "his", "her", "their", "its", "*"];

/// Words that make a member mean something else in another order.
const BOUND: &[&str] = &[
    "no", "not", "never", "without", "nobody", "nothing", "none", "be", "have", "do", "will", "would", "may", "can", "to", "of",
    "in", "on", "at", "for", "from", "with", "by", "up", "down", "out", "off", "over", "back", "away", "through", "under",
    "against", "into", "as", "and", "or", "go", "get", "all", "any", "still", "more", "less", "too",
];

/// Whether a member tells what happens, and not only how sure it is: `consider selling`, not `consider`.
fn tells(member: &str) -> bool {
    let light = |word: &str| HEDGES.contains(&word) || LEADS.contains(&word) || BOUND.contains(&word);
    member.split_whitespace().any(|word| !light(word) && !LIGHT.contains(&word))
}

/// Words of so little meaning that with a hedge they tell nothing that happens.
const LIGHT: &[&str] = &[
    "is", "are", "was", "were", "been", "being", "has", "had", "having", "did", "does", "that", "it", "this", "what", "who",
    "make", "made", "take", "took", "put", "give", "gave", "say", "says", "said", "told", "tell", "about", "between", "among",
    "yet", "only", "just", "now", "than", "one", "some", "many", "most", "much", "very", "well", "far", "long", "part", "mind",
    "word", "case", "reason", "fact", "sure", "certain", "clear", "known", "new", "plans", "date", "time",
];

/// Whether a member of a scale tells less than that something is so.
fn is_hedged(member: &str) -> bool {
    member.split_whitespace().any(|word| HEDGES.contains(&word)) || member.trim_start().starts_with("to be ")
}

/// The stems of a member of two words in the other order, as in the passive: `reject the offer`, `the offer was rejected`.
fn turned(stems: &[String]) -> Option<Vec<String>> {
    let content: Vec<&String> = stems.iter().filter(|s| !LEADS.contains(&s.as_str())).collect();
    let [first, second] = content.as_slice() else { return None };
    let free = !second.starts_with('=') && !BOUND.contains(&first.as_str()) && !BOUND.contains(&second.as_str());
    free.then(|| vec![(*second).clone(), "~".to_owned(), (*first).clone()])
}

fn main() {
    let mut table: BTreeMap<String, BTreeSet<(usize, char, usize, String)>> = BTreeMap::new();
    let rows = LIST.lines().filter_map(|line| line.split_once(": ")).filter(|(kind, _)| matches!(*kind, "P" | "C"));
    for (row, (kind, sides)) in rows.enumerate() {
        // A scale without a hedge tells how much, not how sure.
        if kind == "C" && !sides.split(['|', ',']).any(is_hedged) {
            continue;
        }
        for (side, members) in sides.split('|').enumerate() {
            let spelled = members.split(',').filter(|m| kind == "P" || tells(m)).map(|member| (is_hedged(member), stems(member)));
            let both = |(hedged, stems): (bool, Vec<String>)| {
                let other = turned(&stems).filter(|_| kind == "P" || !hedged);
                other.into_iter().chain([stems]).map(|stems| (hedged, stems)).collect::<Vec<_>>()
            };
            for (hedged, member) in spelled.flat_map(both) {
                if let Some((first, rest)) = member.split_first().filter(|(first, _)| *first != "*") {
                    let kind = if kind == "P" {
                        'P'
                    } else if hedged {
                        'H'
                    } else {
                        'C'
                    };
                    table.entry(first.clone()).or_default().insert((row, kind, side, rest.join("_")));
                }
            }
        }
    }
    for (stem, entries) in table {
        let entries = entries.into_iter().map(|(row, kind, side, rest)| match rest.as_str() {
            "" => format!("{row}{kind}{side}"),
            _ => format!("{row}{kind}{side}:{rest}"),
        });
        println!("{stem}\t{}", entries.collect::<Vec<_>>().join(" "));
    }
}
