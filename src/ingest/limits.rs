//! How much is read, and what happens beyond: nothing here touches an article of any newspaper, and each limit that does is
//! said aloud in a warning. They keep damaged and hostile files from taking the machine's time and memory: much of the analysis
//! looks back and forth within one passage, which is no cost while passages are paragraphs.

use super::clean;
use super::words;
use crate::model::{Article, Passage};

/// The largest file that is read, in bytes: an article has some thousand, a collection of them some million.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// The longest passage, in bytes. A longer one is shown in pieces, whole. The longest paragraphs of newspapers have about two
/// thousand; a whole article that a tool saved without its paragraphs has ten.
pub const LONGEST_PASSAGE: usize = 10_000;

/// The longest run of words without an end of a sentence, in bytes: five hundred words. A longer one is cut into pieces.
pub const LONGEST_SENTENCE: usize = 3_000;

/// The longest article, in bytes of text: 350,000 words. What goes beyond is left out.
pub const LONGEST_ARTICLE: usize = 2_000_000;

/// The most passages of an article. Those beyond are left out.
pub const MOST_PASSAGES: usize = 100_000;

/// The most articles of one story. Those beyond, in the order of the story, are left out.
pub const MOST_ARTICLES: usize = 20_000;

/// The longest field (headline, byline, outlet), in bytes. What goes beyond is left out.
pub const LONGEST_FIELD: usize = 2_000;

/// Brings an article within the limits and says what that changed.
pub fn bound(article: &mut Article) -> Vec<String> {
    let mut said = Vec::new();
    let fields = [&mut article.outlet, &mut article.headline].into_iter();
    let optional = [&mut article.byline, &mut article.url, &mut article.note].into_iter().flatten();
    let mut cut = false;
    for field in fields.chain(optional).filter(|f| f.len() > LONGEST_FIELD) {
        field.truncate(boundary(field, LONGEST_FIELD));
        field.truncate(field.trim_end().len());
        field.push('…');
        cut = true;
    }
    if cut {
        said.push(format!("a headline or name of more than {} bytes is cut short", grouped(LONGEST_FIELD)));
    }
    shorten(article, &mut said);
    said.extend(in_pieces(article));
    said
}

/// The part of a file's text that is read, and what to say of the rest.
pub fn head(text: &str) -> (&str, Option<String>) {
    if text.len() <= LONGEST_ARTICLE {
        return (text, None);
    }
    (text.get(..boundary(text, LONGEST_ARTICLE)).unwrap_or(text), Some(too_long(text.len(), LONGEST_ARTICLE, "bytes")))
}

/// What to say of a text that goes beyond the limit.
pub fn too_long(all: usize, most: usize, what: &str) -> String {
    format!("longer than any article: of its {} {what} the first {} are read", grouped(all), grouped(most))
}

/// Leaves out what goes beyond the longest article.
fn shorten(article: &mut Article, said: &mut Vec<String>) {
    let all: usize = article.passages.iter().map(|p| p.text.len()).sum();
    let paragraphs = article.passages.len();
    if paragraphs > MOST_PASSAGES {
        article.passages.truncate(MOST_PASSAGES);
        said.push(too_long(paragraphs, MOST_PASSAGES, "paragraphs"));
    }
    if all <= LONGEST_ARTICLE {
        return;
    }
    let mut left = LONGEST_ARTICLE;
    article.passages.retain_mut(|passage| {
        if passage.text.len() > left {
            passage.text.truncate(boundary(&passage.text, left));
            passage.text.truncate(passage.text.trim_end().len());
        }
        left -= left.min(passage.text.len());
        !passage.text.is_empty()
    });
    said.push(too_long(all, LONGEST_ARTICLE, "bytes"));
}

/// Cuts passages that are too long.
fn in_pieces(article: &mut Article) -> Option<String> {
    let long = article.passages.iter().filter(|p| place_to_cut(&p.text).is_some()).count();
    if long == 0 {
        return None;
    }
    let mut passages = Vec::with_capacity(article.passages.len() + 1);
    let mut pieces = 0;
    for Passage { kind, speaker, lines, text } in std::mem::take(&mut article.passages) {
        let before = passages.len();
        passages.extend(cut(&text).map(|text| Passage { kind, speaker: speaker.clone(), lines, text: text.to_owned() }));
        let made = passages.len() - before;
        pieces += if made > 1 { made } else { 0 };
    }
    article.passages = passages;
    let what = if long == 1 { "a paragraph".to_owned() } else { format!("{} paragraphs", grouped(long)) };
    let most = (grouped(LONGEST_PASSAGE), grouped(LONGEST_SENTENCE));
    Some(format!(
        "{what} of more than {} bytes, or {} without an end of a sentence: shown in {} pieces",
        most.0,
        most.1,
        grouped(pieces)
    ))
}

/// The pieces of a text, none too long.
fn cut(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let at = place_to_cut(rest).unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        rest = after.trim_start();
        Some(piece.trim_end())
    })
}

/// Where to cut a text that is too long, or a sentence in it: behind the last sentence of its first ten thousand bytes that leaves
/// no quotation open, else behind the last sentence, else behind the last word. `None` if it may stay whole.
fn place_to_cut(text: &str) -> Option<usize> {
    if text.len() <= LONGEST_SENTENCE {
        return None;
    }
    let (mut closed, mut sentence, mut word) = (0, 0, 0);
    let (mut curly, mut straight) = (0i32, false);
    for (at, c) in text.char_indices() {
        let full = at + c.len_utf8() > LONGEST_PASSAGE;
        if full || at > sentence + LONGEST_SENTENCE {
            let all = boundary(text, at);
            let whole = |place: usize| (place > all / 2).then_some(place);
            let best = if full { whole(closed).or(whole(sentence)) } else { None };
            return best.or(whole(word)).or(Some(all)).filter(|at| *at > 0);
        }
        if c == ' ' {
            word = at;
            if ends_sentence(text, at) {
                sentence = at;
                closed = if curly <= 0 && !straight { at } else { closed };
            }
        } else if matches!(c, '。' | '！' | '？') {
            (word, sentence) = (at + c.len_utf8(), at + c.len_utf8());
        }
        match c {
            '“' | '„' | '«' => curly += 1,
            '”' | '»' => curly -= 1,
            '"' => straight = !straight,
            _ => {}
        }
    }
    None
}

/// Whether a sentence ends before the space at `at`: behind a stop and a word that is no initial or title, before a word that
/// begins high.
fn ends_sentence(text: &str, at: usize) -> bool {
    let before = tail(text, at);
    let bare = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let letters = bare.chars().rev().take_while(|c| c.is_alphanumeric()).count();
    words::ends_sentence(before)
        && (letters > 2 || before.ends_with(['!', '?']))
        && text.get(at + 1..).is_some_and(words::begins_high)
}

/// The few bytes before a place: enough to see how a sentence ends.
fn tail(text: &str, at: usize) -> &str {
    let from = (at.saturating_sub(8)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    text.get(from..at).unwrap_or("")
}

/// The last place up to `most` where a text may be parted: between characters, and not before a mark that sits on the one before.
fn boundary(text: &str, most: usize) -> usize {
    let fits = |at: &usize| {
        let (before, after) = text.split_at_checked(*at).unwrap_or_default();
        text.is_char_boundary(*at) && !after.starts_with(clean::clings) && !before.ends_with(clean::is_joiner)
    };
    let most = most.min(text.len());
    let whole = (most.saturating_sub(200)..=most).rev().find(fits);
    whole.or_else(|| (0..=most).rev().find(|at| text.is_char_boundary(*at))).unwrap_or(0)
}

/// `12,345`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::model::PassageKind;
    use proptest::prelude::*;

    fn article(texts: &[String]) -> Article {
        let passage = |text: &String| Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: text.clone() };
        Article { passages: texts.iter().map(passage).collect(), ..Article::default() }
    }

    #[test]
    fn articles_of_newspapers_are_left_alone() {
        let mut a = article(&["The bridge is shut. ".repeat(100).trim().to_owned()]);
        let before = a.clone();
        assert!(bound(&mut a).is_empty());
        assert_eq!(a, before);
    }

    #[test]
    fn a_paragraph_without_end_comes_in_pieces_that_end_as_sentences_do() {
        let text = "The bridge is shut, the mayor said. “It will stay so. For weeks.” ".repeat(1000).trim().to_owned();
        let mut a = article(std::slice::from_ref(&text));
        let said = bound(&mut a);
        assert!(said.len() == 1 && said[0].contains("a paragraph") && said[0].contains("10,000"), "{said:?}");
        let pieces: Vec<&str> = a.passages.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(pieces.join(" "), text);
        for piece in pieces {
            assert!(piece.len() <= LONGEST_PASSAGE && piece.starts_with("The") | piece.starts_with('“'), "{piece}");
            assert!(!words::quotation_open(piece), "{piece}");
        }
    }

    #[test]
    fn a_text_without_stops_comes_in_pieces_of_a_long_sentence() {
        for unit in ["harbour ", "Mr. ", "A. ", "one, two; "] {
            let mut a = article(&[unit.repeat(4000).trim().to_owned()]);
            assert_eq!(bound(&mut a).len(), 1, "{unit}");
            assert!(a.passages.len() > 2 && a.passages.iter().all(|p| p.text.len() <= LONGEST_SENTENCE + 1), "{unit}");
        }
    }

    #[test]
    fn text_without_spaces_is_parted_too() {
        for unit in ["a", "長", "会議。", "e\u{301}", "👩\u{200d}🚀"] {
            let text = unit.repeat(20_000);
            let mut a = article(std::slice::from_ref(&text));
            assert!(!bound(&mut a).is_empty());
            assert_eq!(a.passages.iter().map(|p| p.text.as_str()).collect::<String>(), text);
            for passage in &a.passages {
                assert_eq!(clean::clean(&passage.text).text, passage.text);
            }
        }
    }

    #[test]
    fn what_goes_beyond_an_article_is_left_out_aloud() {
        let mut a = article(&vec!["The bridge is shut. ".repeat(400).trim().to_owned(); 500]);
        let said = bound(&mut a);
        assert!(said.len() == 1 && said[0].contains("longer than any article") && said[0].contains("2,000,000"), "{said:?}");
        assert!(a.passages.iter().map(|p| p.text.len()).sum::<usize>() <= LONGEST_ARTICLE);
        assert!(a.passages.len() > 240);
        let mut a = article(&vec!["Shut".to_owned(); 100_001]);
        let said = bound(&mut a);
        assert!(said.len() == 1 && said[0].contains("100,001 paragraphs"), "{said:?}");
        assert_eq!(a.passages.len(), MOST_PASSAGES);
    }

    #[test]
    fn a_headline_without_end_is_cut_short() {
        let mut a = Article { headline: "Bridge shut ".repeat(10_000), ..article(&["The bridge is shut.".to_owned()]) };
        assert_eq!(bound(&mut a).len(), 1);
        assert!(a.headline.len() < LONGEST_FIELD + 4 && a.headline.ends_with('…'));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn pieces_lose_nothing_but_spaces(words in proptest::collection::vec("[a-z.?!”“\"。é\u{301}]{1,3000}", 1..30)) {
            let text = clean::clean(&words.join(" ")).text;
            let letters = |t: &str| t.chars().filter(|c| *c != ' ').collect::<String>();
            let pieces: Vec<&str> = cut(&text).collect();
            prop_assert_eq!(letters(&pieces.concat()), letters(&text));
            prop_assert!(pieces.iter().all(|p| !p.is_empty() && p.len() <= LONGEST_PASSAGE));
        }
    }
}
