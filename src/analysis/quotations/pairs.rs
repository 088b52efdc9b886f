//! Opening and closing marks matched within one passage.
//!
//! In: a passage's text, and the family of marks that the passage before left open. Out: the outermost quoted runs,
//! and what is still open at the end. Linear: each mark is looked at a fixed number of times.

use super::marks::{self, Family, Mark, Role};
use crate::model::Span;

/// A run between marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The words, without marks and without white space at the ends.
    pub inner: Span,
    /// The words with their marks.
    pub outer: Span,
    /// Whether a closing mark was found.
    pub closed: bool,
}

/// What is open at a passage's end: the next passage may repeat the opening mark, or go on without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pending {
    family: Family,
}

/// The quoted runs of a passage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matched {
    /// In order; none lies in another.
    pub runs: Vec<Run>,
    /// What the last run leaves open.
    pub pending: Option<Pending>,
    /// Whether the first run goes on with what the passage before left open.
    pub resumes: bool,
}

/// Matches the marks of a passage.
pub fn of(text: &str, carried: Option<Pending>) -> Matched {
    let marks = marks::of(text);
    let words_end = text.rfind(char::is_alphanumeric).unwrap_or(0);
    let mut found = Matched::default();
    let mut at = 0;
    if let Some(family) = carried.map(|c| c.family) {
        at = resume(text, &marks, family, &mut found);
    }
    while let Some(open) = marks.get(at) {
        if !opens(open, words_end) {
            at += 1;
            continue;
        }
        match closing(text, &marks, at) {
            Closing::At(close) => {
                if let Some(mark) = marks.get(close) {
                    push(text, &mut found.runs, open, mark.start, mark.end, true);
                }
                at = close + 1;
            }
            Closing::Open(end) => {
                let to_end = end == text.len();
                if to_end || !open.family.is_single() {
                    push(text, &mut found.runs, open, end, end, false);
                    if to_end {
                        found.pending = Some(Pending { family: open.family });
                    }
                }
                at += 1;
                at += marks.get(at..).map_or(0, |rest| rest.iter().take_while(|m| m.start < end).count());
            }
            Closing::None => at += 1,
        }
    }
    if found.runs.is_empty() {
        found.resumes = false;
    }
    found
}

fn push(text: &str, runs: &mut Vec<Run>, open: &Mark, inner_end: usize, outer_end: usize, closed: bool) {
    let inner = clean(text, Span::new(open.end, inner_end));
    if !inner.of(text).chars().any(char::is_alphanumeric) {
        return;
    }
    runs.push(Run { inner, outer: Span::new(open.start, outer_end), closed });
}

/// A run without white space and left-over signs of mark-up at its ends.
fn clean(text: &str, span: Span) -> Span {
    let whole = span.trimmed(text);
    let words = whole.of(text);
    let cut = |c: char| c.is_whitespace() || c == '*' || c == '_';
    let start = whole.start + (words.len() - words.trim_start_matches(cut).len());
    let end = start + words.trim_matches(cut).len();
    Span::new(start, end)
}

/// The first run of a passage after one that was left open: the opening mark is repeated (nothing to do but to say
/// so), or the words go on up to a closing mark that has no opening one. Returns the first mark not used.
fn resume(text: &str, marks: &[Mark], family: Family, found: &mut Matched) -> usize {
    let Some(first) = marks.iter().position(|m| kin(m.family, family)) else { return 0 };
    let Some(mark) = marks.get(first) else { return 0 };
    let begins = !text.get(..mark.start).unwrap_or("").chars().any(char::is_alphanumeric);
    if begins && mark.role != Role::Close {
        found.resumes = true;
        return 0;
    }
    if mark.role == Role::Close {
        let start = Mark { start: 0, end: 0, ..*mark };
        push(text, &mut found.runs, &start, mark.start, mark.end, true);
        found.resumes = true;
        return first + 1;
    }
    0
}

/// Whether marks of two families open and close each other.
fn kin(a: Family, b: Family) -> bool {
    a == b
        || matches!((a, b), (Family::Curly, Family::Straight) | (Family::Straight, Family::Curly))
        || matches!(
            (a, b),
            (Family::Doubled, Family::Straight | Family::Curly) | (Family::Straight | Family::Curly, Family::Doubled)
        )
        || (a.is_single() && b.is_single())
}

fn opens(mark: &Mark, words_end: usize) -> bool {
    match mark.role {
        Role::Open => true,
        Role::Close | Role::WeakClose => false,
        // Space on both sides, or words on both: a single sign says nothing then.
        Role::Either => !mark.family.is_single() && mark.end <= words_end,
    }
}

enum Closing {
    /// Index of the closing mark.
    At(usize),
    /// None; the words go on to this byte.
    Open(usize),
    /// None, and it was no quotation mark.
    None,
}

/// Looks for the mark that closes the one at `at`, stepping over quotations inside.
fn closing(text: &str, marks: &[Mark], at: usize) -> Closing {
    let Some(open) = marks.get(at) else { return Closing::None };
    let low = text.get(open.start..open.end).is_some_and(|s| s == "„" || s == "‚");
    let mut depth = 0usize;
    let mut weak: Option<usize> = None;
    for (n, mark) in marks.iter().enumerate().skip(at + 1) {
        if !kin(mark.family, open.family) {
            continue;
        }
        // A straight mark closes a curly one only where no curly one can.
        let same = mark.family == open.family;
        match mark.role {
            Role::Open if low && same && !text.get(mark.start..mark.end).is_some_and(|s| s == "„" || s == "‚") => {
                return Closing::At(n);
            }
            Role::Open if open.family.is_single() => {
                // A new opening mark: what stood open before it closes at a weak mark or was never open.
                return weak.map_or(Closing::None, Closing::At);
            }
            Role::Open if same && nests(marks, n, open.family) => depth += 1,
            Role::Open if same => return Closing::Open(last_sentence_end(text, open.end, mark.start)),
            Role::Open => {}
            Role::Close | Role::Either if depth > 0 => depth -= 1,
            Role::Close | Role::Either => return Closing::At(n),
            Role::WeakClose if !open.family.is_single() => {
                if depth == 0 && !closes_later(marks, n, open.family) {
                    return Closing::At(n);
                }
            }
            Role::WeakClose => weak = weak.or(Some(n)),
        }
    }
    if let Some(weak) = weak {
        return Closing::At(weak);
    }
    if open.family.is_single() && !speech_begins(text, open) {
        return Closing::None;
    }
    Closing::Open(text.len())
}

/// Whether a second opening mark is closed before the first one is: two closing marks follow before a third opening.
fn nests(marks: &[Mark], at: usize, family: Family) -> bool {
    let mut roles = marks.iter().skip(at + 1).filter(|m| m.family == family).map(|m| m.role);
    matches!((roles.next(), roles.next()), (Some(Role::Close | Role::Either), Some(Role::Close)))
}

fn closes_later(marks: &[Mark], at: usize, family: Family) -> bool {
    marks.iter().skip(at + 1).find(|m| kin(m.family, family)).is_some_and(|m| m.role == Role::Close)
}

/// The last end of a sentence in `from..to`; `to` where there is none.
fn last_sentence_end(text: &str, from: usize, to: usize) -> usize {
    let words = text.get(from..to).unwrap_or("");
    words.rfind(['.', '?', '!']).map_or(to, |at| from + at + 1)
}

/// Whether an unclosed single mark still opens speech: after a colon or comma, or at the very start, with a capital.
fn speech_begins(text: &str, open: &Mark) -> bool {
    let before = text.get(..open.start).unwrap_or("").trim_end();
    let capital = text.get(open.end..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase);
    capital && (before.is_empty() || before.ends_with([':', ',']))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Vec<&str> {
        of(text, None).runs.iter().map(|r| r.inner.of(text)).collect()
    }

    #[test]
    fn every_kind_of_mark() {
        assert_eq!(runs("\"Yes,\" she said. \"No.\""), ["Yes,", "No."]);
        assert_eq!(runs("“Yes,” she said. “No.”"), ["Yes,", "No."]);
        assert_eq!(runs("''Yes,'' she said. ''It's mine.''"), ["Yes,", "It's mine."]);
        assert_eq!(runs("'Yes,' she said. 'It's mine.'"), ["Yes,", "It's mine."]);
        assert_eq!(runs("‘Yes,’ she said. ‘It’s mine.’"), ["Yes,", "It’s mine."]);
        assert_eq!(runs("«Oui», dit-elle, et »Ja«, „Nein“."), ["Oui", "Ja", "Nein"]);
        assert_eq!(runs("``Yes,'' she said."), ["Yes,"]);
        assert_eq!(runs("*\"Yes,\"* she said."), ["Yes,"]);
    }

    #[test]
    fn what_is_nested_stays_inside() {
        assert_eq!(runs("“He told me ‘go home’ and I went,” she said."), ["He told me ‘go home’ and I went,"]);
        assert_eq!(runs("'He told me \"go home\" and I went,' she said."), ["He told me \"go home\" and I went,"]);
        assert_eq!(runs("\"The \"old bridge\" is closed,\" she said."), ["The \"old bridge\" is closed,"]);
    }

    #[test]
    fn possessives_do_not_close_single_marks() {
        assert_eq!(
            runs("He said: 'The workers' rights are safe, and so are the farmers' fields.'"),
            ["The workers' rights are safe, and so are the farmers' fields."]
        );
        assert_eq!(runs("He called it 'normal practice' and left."), ["normal practice"]);
        assert_eq!(runs("The workers' rights and the farmers' fields are safe."), Vec::<&str>::new());
        assert_eq!(runs("The 'old guards' lost; the 'new' won."), ["old guards", "new"]);
    }

    #[test]
    fn left_open_at_the_end() {
        let text = "But he added: 'We keep our right to speak.";
        let matched = of(text, None);
        assert_eq!(matched.runs.iter().map(|r| r.inner.of(text)).collect::<Vec<_>>(), ["We keep our right to speak."]);
        assert!(matched.pending.is_some());
        // An apostrophe that looks like an opening mark opens nothing.
        assert!(of("They sang 'bove the noise.", None).runs.is_empty());
    }

    #[test]
    fn goes_on_in_the_next_passage() {
        let first = of("“We must unite in the fight against", None);
        let text = "terror.” He left.";
        let next = of(text, first.pending);
        assert!(next.resumes);
        assert_eq!(next.runs.iter().map(|r| r.inner.of(text)).collect::<Vec<_>>(), ["terror."]);
        let text = "“And we will,” he said.";
        assert!(of(text, first.pending).resumes);
        let text = "The mayor left “at once”.";
        assert!(!of(text, first.pending).resumes);
    }

    #[test]
    fn inches_are_left_alone() {
        assert_eq!(runs("A 40\" screen and a 32\" one."), Vec::<&str>::new());
    }
}
