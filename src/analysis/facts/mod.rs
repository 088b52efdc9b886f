//! Numbers, money, percentages, dates, durations and names, brought to comparable form.
//!
//! Goes in: a story and who is named in it. Comes out: [`Measure`]s, which know what they are worth and when two of them
//! agree, and from them and the names the [`Fact`]s that reports show. Left out: numbers that are parts of names, clock
//! times, ordinals, scores, `one` as a pronoun.

mod ages;
mod amount;
mod counted;
mod currencies;
mod dates;
mod durations;
mod lexicon;
mod no_amounts;
mod numbers;
mod quantities;
mod relative;
mod sizes;
mod tokens;
mod when;
mod years;

pub use amount::{Amount, Hedge, Scale, Unit};
pub use sizes::{Extent, Size};
pub use when::{Calendar, Grain, When};

use crate::analysis::names::Names;
use crate::analysis::reprints::Reprints;
use crate::model::places::Placed;
use crate::model::{Fact, FactKind, Place, Span, Story};
use jiff::civil::Date;
use lexicon::Tag;
use std::fmt;
use tokens::{Kind, Tokens};

/// An amount or a date in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Where, with hedges and units.
    pub place: Place,
    /// What it is worth.
    pub value: Value,
}

/// What a measure is worth.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// How much, how many, how long, how old.
    Amount(Amount),
    /// When.
    When(When),
}

impl Value {
    /// The kind of fact that it makes.
    pub fn kind(&self) -> FactKind {
        match self {
            Value::When(_) => FactKind::Date,
            Value::Amount(amount) => match amount.unit {
                Unit::Count | Unit::Size(_) => FactKind::Number,
                Unit::Currency(_) => FactKind::Money,
                Unit::Percent | Unit::PercentPoint => FactKind::Percent,
                Unit::Time(_) | Unit::Age => FactKind::Duration,
            },
        }
    }

    /// Whether both can be true of one thing; values of different kinds are not comparable and do not agree.
    pub fn agrees(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Amount(a), Value::Amount(b)) => a.agrees(b),
            (Value::When(a), Value::When(b)) => a.agrees(b),
            _ => false,
        }
    }
}

impl Placed for Measure {
    fn place(&self) -> Place {
        self.place
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Amount(amount) => amount.fmt(f),
            Value::When(when) => when.fmt(f),
        }
    }
}

/// Reads all amounts and dates of a story, by place.
pub fn measures(story: &Story, names: &Names) -> Vec<Measure> {
    Reprints::of(story).gather(
        |a| {
            let passages = story.articles.get(a).map_or(&[][..], |article| &article.passages);
            let told = passages.iter().enumerate().filter(|(_, p)| p.is_article());
            told.flat_map(|(p, _)| in_passage(story, names, a, p)).collect()
        },
        |measure, article| Measure { place: Place { article, ..measure.place }, ..measure },
    )
}

fn in_passage(story: &Story, names: &Names, article: usize, passage: usize) -> Vec<Measure> {
    let Some((text, published)) =
        story.articles.get(article).and_then(|a| a.passages.get(passage).map(|p| (p.text.as_str(), a.published)))
    else {
        return Vec::new();
    };
    let mut named = names.in_passage(article, passage).iter().map(|m| m.place.span).peekable();
    scan(text, published)
        .into_iter()
        .filter(|(span, _)| {
            while named.next_if(|n| n.end <= span.start).is_some() {}
            // A number inside a name is a part of it; one that begins with a name (`Six Nations`) too.
            named.peek().is_none_or(|n| !n.contains(*span))
        })
        .map(|(span, value)| Measure { place: Place::new(article, passage, span), value })
        .collect()
}

/// Reads the amounts and dates of a text, in order.
fn scan(text: &str, published: Option<Date>) -> Vec<(Span, Value)> {
    let t = Tokens::new(text);
    let mut found: Vec<(Span, Value)> = Vec::new();
    let (mut i, mut done) = (0, 0);
    while let Some(token) = t.get(i) {
        let promising = match token.kind {
            Kind::Numeral(_) => true,
            Kind::Sign(c) => lexicon::symbol(c).is_some(),
            Kind::Word => token.tag != Tag::Plain || starts_relative(t.word(i)) || t.glued(i + 1) && t.sign(i + 1).is_some(),
        };
        if !promising {
            i += 1;
            continue;
        }
        if let Some(dated) = dates::at(&t, i, published) {
            let start = extend_back(&t, dated.start).max(done);
            found.push((t.span(start, dated.end), Value::When(dated.when)));
            i = dated.end.max(i + 1);
            done = i;
            continue;
        }
        match quantities::at(&t, i) {
            Ok(quantity) => {
                let start = quantity.start.max(done).min(i);
                found.push((t.span(start, quantity.end), Value::Amount(quantity.amount)));
                i = quantity.end.max(i + 1);
                done = i;
            }
            Err(next) => i = next.max(i + 1),
        }
    }
    found
}

/// Words that begin a relative date.
fn starts_relative(word: &str) -> bool {
    matches!(word.len(), 3 | 4) && ["the", "this", "last", "next"].iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// `last Friday`, `early Monday`, `mid-March`: the words before a date that belong to it.
fn extend_back(t: &Tokens, i: usize) -> usize {
    let Some(b) = i.checked_sub(1) else { return i };
    let b = if t.is_dash(b) && t.glued(i) { b.saturating_sub(1) } else { b };
    if t.is(b, &["last", "next", "this", "early", "late", "mid", "earlier", "later"]) { b } else { i }
}

/// Finds the facts of a story, by place: its measures and its names.
pub fn find(measures: &[Measure], names: &Names) -> Vec<Fact> {
    let measured = measures.iter().map(|m| Fact { place: m.place, kind: m.value.kind(), value: m.value.to_string() });
    let named = names.mentions.iter().filter_map(|m| {
        let entity = names.entities.get(m.entity)?;
        Some(Fact { place: m.place, kind: entity.kind, value: entity.name.clone() })
    });
    let mut facts: Vec<Fact> = measured.chain(named).collect();
    facts.sort_by_key(|f| (f.place, f.kind));
    facts
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(String, FactKind, String)> {
        scan(text, Some(jiff::civil::date(2017, 3, 24)))
            .into_iter()
            .map(|(span, value)| (span.of(text).to_owned(), value.kind(), value.to_string()))
            .collect()
    }

    fn values(text: &str) -> Vec<String> {
        read(text).into_iter().map(|(_, _, v)| v).collect()
    }

    #[test]
    fn a_sentence_with_facts_of_many_kinds() {
        let found = read("On Friday, about 90 minutes late, six guards took nearly $5 million, 15% of it, last year.");
        let found: Vec<_> = found.iter().map(|(t, k, v)| (t.as_str(), *k, v.as_str())).collect();
        assert_eq!(
            found,
            [
                ("Friday", FactKind::Date, "2017-03-24"),
                ("about 90 minutes", FactKind::Duration, "~90 minutes"),
                ("six", FactKind::Number, "6"),
                ("nearly $5 million", FactKind::Money, "~5000000 USD"),
                ("15%", FactKind::Percent, "15%"),
                ("last year", FactKind::Date, "2016"),
            ]
        );
    }

    #[test]
    fn a_date_is_no_count_and_an_amount_no_date() {
        assert_eq!(values("in 2014 the firm lent 2,014 euros"), ["2014", "2014 EUR"]);
        assert_eq!(values("The May 7 vote drew 70 boats"), ["2017-05-07", "70"]);
        assert_eq!(values("a year ago, two years ago"), ["~2015-12-06/2016-07-12", "~2014-12-05/2015-07-13"]);
    }

    #[test]
    fn names_hide_their_numbers() {
        use crate::analysis::names::{Entity, Mention, Names};
        use crate::model::{Article, Passage, PassageKind};
        let text = "The Six Lakes Bank paid six clerks".to_owned();
        let passage = Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text };
        let story = Story { articles: vec![Article { passages: vec![passage], ..Article::default() }], ..Story::default() };
        let names = Names {
            entities: vec![Entity { kind: FactKind::Organisation, name: "Six Lakes Bank".into(), aliases: vec![], gender: None }],
            mentions: vec![Mention { place: Place::new(0, 0, Span::new(4, 18)), entity: 0, described: false }],
        };
        let measures = measures(&story, &names);
        assert_eq!(measures.len(), 1);
        let facts = find(&measures, &names);
        let kinds: Vec<_> = facts.iter().map(|f| (f.kind, f.value.as_str())).collect();
        assert_eq!(kinds, [(FactKind::Organisation, "Six Lakes Bank"), (FactKind::Number, "6")]);
    }

    /// Text dense in what the reader looks for.
    fn dense() -> impl Strategy<Value = String> {
        let words = prop::sample::select(vec![
            "a",
            "an",
            "and",
            "half",
            "quarter",
            "of",
            "two",
            "twenty",
            "hundred",
            "million",
            "dozens",
            "$",
            "US$",
            "£",
            "8",
            "2014",
            "9.7",
            "1,000",
            "-",
            "–",
            "to",
            "or",
            "between",
            "about",
            "nearly",
            "years",
            "year",
            "hour",
            "old",
            "ago",
            "percent",
            "%",
            "March",
            "May",
            "Friday",
            "last",
            "this",
            "week",
            "24",
            "24/03/2017",
            ",",
            ".",
            "’s",
            "plus",
            "euros",
            "pounds",
            "é",
            "½",
            "the",
            "one",
            "at",
            "least",
            "no",
            "more",
            "than",
            "m",
            "bn",
            "th",
            "s",
            "\u{a0}",
            "99999999999999999999",
        ]);
        (prop::collection::vec((words, any::<bool>()), 0..30))
            .prop_map(|parts| parts.into_iter().map(|(w, space)| format!("{w}{}", if space { " " } else { "" })).collect())
    }

    proptest! {
        #[test]
        fn any_text_gives_spans_within_it(text in prop_oneof![dense(), any::<String>()], dated in any::<bool>()) {
            let published = dated.then(|| jiff::civil::date(2017, 3, 24));
            let mut last = 0;
            for (span, value) in scan(&text, published) {
                prop_assert!(span.start < span.end && span.start >= last);
                prop_assert!(text.get(span.start..span.end).is_some());
                prop_assert!(!value.to_string().is_empty());
                prop_assert!(value.agrees(&value));
                last = span.end;
            }
        }
    }
}
