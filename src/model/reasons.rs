//! Why two versions are held to be one claim, kept as places in their text: a large story has hundreds of thousands of
//! links, and the words of their reasons are only needed where somebody reads them.

use crate::model::{Comparison, Link, Place, Span, Story};

/// A piece of the evidence for a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// One holds a quotation of the other, nearly word for word.
    Verbatim,
    /// So many words stand in both in the same order.
    Run(u32),
    /// A word of the first version's passage that the other has too.
    Word(Stretch),
    /// A name, or a part of one, of the first version's passage that the other has too.
    Name(Stretch),
    /// A word of the first version's passage that is akin to the one that the next reason gives …
    Akin(Stretch),
    /// … of the second version's passage.
    AkinTo(Stretch),
    /// Figures or dates are the same.
    Values,
    /// The same person speaks: the one that speaks in this statement (index into [`Comparison::statements`]).
    Speaker(u32),
    /// Both are like a third statement.
    Third,
}

/// Where a few words stand in a passage, in little room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first byte, in two halves: as one number it would make every reason half as large again.
    start: [u16; 2],
    length: u16,
}

impl Stretch {
    /// The stretch of a span; none for one that is too long to be words worth naming, or too far down to be told.
    pub fn of(span: Span) -> Option<Self> {
        let start = u32::try_from(span.start).ok()?;
        Some(Stretch { start: [(start >> 16) as u16, start as u16], length: u16::try_from(span.len()).ok()? })
    }

    /// Where in the passage.
    pub fn span(&self) -> Span {
        let [high, low] = self.start.map(usize::from);
        let start = high << 16 | low;
        Span::new(start, start + usize::from(self.length))
    }
}

impl Comparison {
    /// The evidence for a link in words a reader can check against the text, strongest first.
    pub fn reasons(&self, story: &Story, link: &Link) -> Vec<String> {
        let claim = self.claims.get(link.claim);
        let passage = |version: usize| claim.and_then(|c| c.versions.get(version)).map(|v| v.place);
        let (one, other) = (passage(link.versions.0), passage(link.versions.1));
        let words = |place: Option<Place>, at: Stretch| place.map_or("", |p| story.text(&Place { span: at.span(), ..p }));
        let mut told: Vec<String> = Vec::with_capacity(4);
        let mut before = None;
        for reason in &link.reasons {
            // Words of one sort are one list.
            let list = before.replace(std::mem::discriminant(reason)) == Some(std::mem::discriminant(reason));
            match reason {
                Reason::Verbatim => told.push("the same quotation, nearly word for word".to_owned()),
                Reason::Run(words) => told.push(format!("{words} words in the same order")),
                Reason::Word(at) => add(&mut told, list, "shared words: ", words(one, *at)),
                Reason::Name(at) => add(&mut told, list, "shared names: ", words(one, *at)),
                Reason::Akin(at) => add(&mut told, list, "words akin: ", words(one, *at)),
                Reason::AkinTo(at) => {
                    if let Some(list) = told.last_mut() {
                        list.push_str(" / ");
                        list.push_str(words(other, *at));
                    }
                    before = Some(std::mem::discriminant(&Reason::Akin(*at)));
                }
                Reason::Values => told.push("the same figures or dates".to_owned()),
                Reason::Speaker(statement) => {
                    let speaker = self.statements.get(*statement as usize).and_then(|s| s.speaker.as_deref());
                    told.extend(speaker.map(|speaker| format!("the same speaker: {speaker}")));
                }
                Reason::Third => told.push("both are like a third statement".to_owned()),
            }
        }
        told
    }
}

/// Adds a word to the list that was begun last, or begins one.
fn add(told: &mut Vec<String>, list: bool, what: &str, word: &str) {
    match told.last_mut().filter(|_| list) {
        Some(list) => {
            list.push_str(", ");
            list.push_str(word);
        }
        None => {
            let mut list = String::with_capacity(96);
            list.push_str(what);
            list.push_str(word);
            told.push(list);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Article, Claim, ClaimKind, Form, Passage, PassageKind, Statement, Version};

    const TEXTS: [&str; 2] = ["Adler sold the ferries, Brand said.", "Brand: the sale of ferries by Adler"];

    fn stretch(article: usize, word: &str) -> Stretch {
        let start = TEXTS.get(article).and_then(|text| text.find(word)).unwrap_or(0);
        Stretch::of(Span::new(start, start + word.len())).unwrap()
    }

    /// What is said of a link with these reasons between two made-up versions.
    fn told(reasons: &[Reason]) -> Vec<String> {
        let articles = TEXTS.iter().map(|text| {
            let passage = Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: (*text).to_owned() };
            Article { passages: vec![passage], ..Article::default() }
        });
        let story = Story { articles: articles.collect(), ..Story::default() };
        let version = |(n, text): (usize, &&str)| Version {
            place: Place::new(n, 0, Span::new(0, text.len())),
            form: Form::Indirect,
            speaker: None,
        };
        let claim = Claim {
            label: String::new(),
            kind: ClaimKind::Statement,
            speaker: None,
            confidence: 1.0,
            versions: TEXTS.iter().enumerate().map(version).collect(),
            absent: Vec::new(),
            differences: Vec::new(),
        };
        let place = Place::new(0, 0, Span::new(0, 1));
        let statement = Statement { place, form: Form::Indirect, speaker: Some("Bruno Brand".to_owned()), claims: Vec::new() };
        let link = Link { claim: 0, versions: (0, 1), score: 1.0, reasons: reasons.into() };
        let comparison = Comparison { claims: vec![claim], statements: vec![statement], ..Comparison::default() };
        comparison.reasons(&story, &link)
    }

    #[test]
    fn words_of_one_sort_are_one_list() {
        let reasons = [
            Reason::Verbatim,
            Reason::Run(5),
            Reason::Word(stretch(0, "the")),
            Reason::Word(stretch(0, "ferries")),
            Reason::Name(stretch(0, "Adler")),
            Reason::Akin(stretch(0, "sold")),
            Reason::AkinTo(stretch(1, "sale")),
            Reason::Akin(stretch(0, "said")),
            Reason::AkinTo(stretch(1, "by")),
            Reason::Values,
            Reason::Speaker(0),
            Reason::Third,
        ];
        let wanted = [
            "the same quotation, nearly word for word",
            "5 words in the same order",
            "shared words: the, ferries",
            "shared names: Adler",
            "words akin: sold / sale, said / by",
            "the same figures or dates",
            "the same speaker: Bruno Brand",
            "both are like a third statement",
        ];
        assert_eq!(told(&reasons), wanted);
        assert_eq!(told(&[]), Vec::<String>::new());
    }

    #[test]
    fn a_speaker_whom_no_statement_has_is_no_reason() {
        assert_eq!(told(&[Reason::Speaker(7)]), Vec::<String>::new());
    }

    #[test]
    fn a_stretch_is_where_its_span_is_or_nowhere() {
        for span in [Span::new(0, 0), Span::new(3, 9), Span::new(70_000, 70_010), Span::new(0, 65_535)] {
            assert_eq!(Stretch::of(span).map(|at| at.span()), Some(span));
        }
        assert_eq!(Stretch::of(Span::new(0, 65_536)), None);
        assert_eq!(std::mem::size_of::<Reason>(), 8, "hundreds of thousands of links have some each");
    }
}
