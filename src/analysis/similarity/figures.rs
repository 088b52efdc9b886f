//! What the figures of a statement count, where newspapers tell it in set words: the dead, the missing, homes destroyed, how far
//! shares rose. Outlets tell one count with other figures, nouns and verbs; two statements that count the same thing tell the
//! same claim likelier than their words alone say.

use crate::analysis::similarity::profile::Term;
use crate::analysis::similarity::words;
use crate::model::{Fact, FactKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The things that a statement counts, a bit for each row of [`COUNTS`].
pub type Figures = u32;

/// The words near a figure, a bit for each list of [`COUNTS`].
type Marks = u64;

/// So many words on either side of a figure tell what it counts.
const NEAR: usize = 8;

/// What is counted: by figures of which kinds, with a word of the first list near, and of the second, where there is one.
struct Count {
    kinds: &'static [FactKind],
    of: &'static str,
    and: &'static str,
}

const RISEN: &str = "rose risen rise rises rising fell fallen fall falls falling jumped jump surged surge soared soar climbed climb \
                     dropped drop slid slide tumbled plunged sank gained gain lost lose up down closed traded declined slipped";
const AMOUNTS: &[FactKind] = &[FactKind::Money, FactKind::Percent];
const NUMBERS: &[FactKind] = &[FactKind::Number];

#[rustfmt::skip]
const COUNTS: &[Count] = &[
    // The first: see `are_official`.
    Count { kinds: NUMBERS, of: "toll count deaths dead fatalities", and: "official officially confirmed confirm" },
    Count { kinds: NUMBERS, of: "killed kill kills killing died die dead deaths death toll fatalities bodies body casualties perished", and: "" },
    Count { kinds: NUMBERS, of: "injured injuring injuries injury wounded wounding hurt hospitalized hospitalised", and: "" },
    Count { kinds: NUMBERS, of: "missing unaccounted", and: "" },
    Count { kinds: NUMBERS, of: "rescued rescue saved survivors survived", and: "" },
    Count { kinds: NUMBERS, of: "trapped stranded", and: "" },
    Count { kinds: NUMBERS, of: "arrested arrests detained", and: "" },
    Count { kinds: NUMBERS, of: "aboard board passengers crew", and: "" },
    Count { kinds: NUMBERS, of: "evacuated displaced homeless fled", and: "" },
    Count { kinds: NUMBERS, of: "homes houses buildings", and: "destroyed destroying damaged damaging flattened flattening swept razed collapsed demolished burned gutted engulfed consumed leveled levelled" },
    Count { kinds: NUMBERS, of: "infected cases infections", and: "" },
    Count { kinds: NUMBERS, of: "jobs workers staff employees", and: "cut cuts cutting lose lost axe shed layoffs redundancies" },
    Count { kinds: AMOUNTS, of: "shares stock", and: RISEN },
    Count { kinds: AMOUNTS, of: "profit profits income earnings", and: "" },
    Count { kinds: AMOUNTS, of: "revenue revenues sales turnover", and: "" },
    Count { kinds: &[FactKind::Money], of: "fine fined penalty", and: "" },
    Count { kinds: &[FactKind::Percent], of: "vote votes", and: "" },
    Count { kinds: &[FactKind::Duration], of: "prison jail sentenced jailed imprisonment", and: "" },
    Count { kinds: &[FactKind::Duration], of: "married", and: "" },
];

/// Whether what two statements both count is the dead that are confirmed.
pub fn are_official(shared: Figures) -> bool {
    shared & 1 != 0
}

/// The marks of a stem.
static MARKS: LazyLock<FxHashMap<String, Marks>> = LazyLock::new(|| {
    let mut marks: FxHashMap<String, Marks> = FxHashMap::default();
    for (n, count) in COUNTS.iter().enumerate() {
        for (list, bit) in [(count.of, 2 * n), (count.and, 2 * n + 1)] {
            for word in list.split_whitespace() {
                *marks.entry(words::stem(word)).or_default() |= 1 << bit;
            }
        }
    }
    marks
});

/// The marks of each stem of a vocabulary.
pub fn marks(vocabulary: &[String]) -> Vec<Marks> {
    vocabulary.iter().map(|stem| MARKS.get(stem).copied().unwrap_or_default()).collect()
}

/// What the figures of a statement count.
pub fn of<'f>(terms: &[Term], facts: impl Iterator<Item = &'f Fact>, marks: &[Marks]) -> Figures {
    let mark = |term: &Term| marks.get(term.stem as usize).copied().unwrap_or_default();
    if terms.iter().all(|term| mark(term) == 0) {
        return 0;
    }
    let mut found = 0;
    for fact in facts {
        let first = terms.partition_point(|t| t.span().end <= fact.place.span.start);
        let past = terms.partition_point(|t| t.span().start < fact.place.span.end);
        let near = terms.get(first.saturating_sub(NEAR)..(past + NEAR).min(terms.len())).unwrap_or(&[]);
        let held = near.iter().fold(0, |held, term| held | mark(term));
        for (n, count) in COUNTS.iter().enumerate().filter(|(_, count)| count.kinds.contains(&fact.kind)) {
            if held >> (2 * n) & 1 == 1 && (count.and.is_empty() || held >> (2 * n + 1) & 1 == 1) {
                found |= 1 << n;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::analysis::{DEFAULT_BAR, compare, weigh};
    use crate::model::{Article, Passage, PassageKind, Story};

    /// Whether two made-up sentences count the same thing.
    fn count_one_thing(a: &str, b: &str) -> bool {
        let article = |text: &str| {
            let passage = Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: text.to_owned() };
            Article { passages: vec![passage], ..Article::default() }
        };
        let evidence = weigh(&Story { articles: vec![article(a), article(b)], ..Story::default() });
        let of = |n: usize| evidence.similarity.profiles.of.get(n).map_or(0, |p| p.figures);
        of(0) & of(1) != 0
    }

    #[test]
    fn the_confirmed_dead_are_one_claim_in_few_words() {
        let article = |texts: &[&str]| {
            let passage =
                |text: &&str| Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: (*text).to_owned() };
            Article { passages: texts.iter().map(passage).collect(), ..Article::default() }
        };
        let linked = |a: &str, b: &str| {
            let rest = ["The storm came in from the sea and tore off roofs.", "Boats lie in the streets of the old port."];
            let articles = vec![article(&[rest[0], a]), article(&[rest[1], b])];
            !compare(&Story { articles, ..Story::default() }, DEFAULT_BAR).claims.is_empty()
        };
        assert!(linked("The official death toll was 617 on Sunday.", "Harbour officials have so far confirmed 204 deaths."));
        assert!(!linked("The official death toll was 617 on Sunday.", "Harbour officials have so far counted 204 masts."));
    }

    #[test]
    fn one_count_in_other_nouns_and_verbs() {
        for (a, b) in [
            ("The storm killed at least 12 people on the island.", "The death toll reached 15 on Monday."),
            ("Some 30 homes were swept away by the mud.", "The slide destroyed almost 50 houses."),
            ("The ferry line's stock rose 6 percent at noon.", "Shares in the ferry line jumped 8% on the news."),
            ("Adler was jailed for nine years.", "The judge sentenced her to a term of 11 years."),
        ] {
            assert!(count_one_thing(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn other_counts_and_words_without_a_figure() {
        for (a, b) in [
            ("The storm killed at least 12 people on the island.", "The storm left 15 people missing on the island."),
            ("The storm killed at least 12 people on the island.", "People were killed by the storm, the mayor said."),
            ("The slide destroyed almost 50 houses.", "The town has almost 50 houses on the hill."),
            ("The ferry line's stock rose 6 percent at noon.", "The ferry line sold 6 percent of its stock."),
            (
                "The storm killed at least 12 people on the island.",
                "The dead were mourned in the church, where the choir of the school sang for all who came, and later 15 boats left.",
            ),
        ] {
            assert!(!count_one_thing(a, b), "{a} / {b}");
        }
    }
}
