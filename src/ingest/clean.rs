//! Text from a file or a field in, text that may go to a terminal out, with the number of characters that had to go.
//!
//! Removed: escape sequences, control characters, direction controls, invisible characters, and stacked accents beyond
//! a measure. Any white space becomes one space. Nothing that a reader would see is changed. What comes out goes
//! through a second time unchanged.

use unicode_normalization::char::is_combining_mark;

/// Combining marks that one letter may carry; what is stacked higher is an attack on the lines above.
const MARKS: usize = 8;

/// A cleaned text and what was removed from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// One line, without white space at its ends.
    pub text: String,
    /// Characters removed; white space made one space is not counted.
    pub removed: usize,
}

/// Cleans one field or line.
pub fn clean(text: &str) -> Cleaned {
    let trimmed = text.trim();
    if is_plain(trimmed) {
        return Cleaned { text: trimmed.to_owned(), removed: 0 };
    }
    let mut cleaner = Cleaner { out: String::with_capacity(text.len()), ..Cleaner::default() };
    cleaner.run(text);
    let mut text = cleaner.out;
    text.truncate(text.trim_end().len());
    Cleaned { text, removed: cleaner.removed }
}

/// Whether there is nothing to do: single spaces, and letters and marks that need no second look. Most lines are so.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    if text.is_ascii() {
        return bytes.iter().all(|b| matches!(b, b' '..=b'~')) && !text.contains("  ");
    }
    let mut before = b'a';
    let mut at = 0;
    while let Some(&b) = bytes.get(at) {
        match b {
            b' ' if before == b' ' => return false,
            b' '..=b'~' => at += 1,
            // U+00C0–U+02BF: Latin letters; U+2010–U+2027: dashes and quotation marks.
            0xc3..=0xca => at += 2,
            0xe2 if bytes.get(at + 1) == Some(&0x80) && bytes.get(at + 2).is_some_and(|b| (0x90..=0xa7).contains(b)) => at += 3,
            _ => return false,
        }
        before = b;
    }
    true
}

#[derive(Default)]
struct Cleaner {
    out: String,
    removed: usize,
    /// Combining marks since the last base letter.
    marks: usize,
    /// No string terminator stands after this byte: searching for one again would make hostile input quadratic.
    unterminated_from: Option<usize>,
}

impl Cleaner {
    /// One space, unless there is one or nothing stands before it.
    fn space(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
        self.marks = MARKS;
    }

    fn run(&mut self, text: &str) {
        // A mark with nothing before it would sit on whatever the screen shows to its left.
        self.marks = MARKS;
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let after = rest.get(c.len_utf8()..).unwrap_or("");
            let at = text.len() - rest.len();
            rest = after;
            match c {
                '!'..='~' | '\u{2010}'..='\u{2027}' => self.keep(c),
                '\u{1b}' => rest = self.escape(after, at),
                '\u{9b}' => rest = self.skip(1, after, control_sequence(after)),
                '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => rest = self.string(1, after, at),
                _ if c.is_whitespace() => self.space(),
                _ if c.is_control() || is_invisible(c) => self.removed += 1,
                '\u{200c}' | '\u{200d}' if !self.joins(c, after) => self.removed += 1,
                _ if is_combining_mark(c) => self.mark(c),
                _ => self.keep(c),
            }
        }
    }

    fn keep(&mut self, c: char) {
        self.out.push(c);
        self.marks = 0;
    }

    fn mark(&mut self, c: char) {
        let selectors = is_selector(c) && self.out.chars().next_back().is_some_and(is_selector);
        if self.marks < MARKS && !selectors {
            self.out.push(c);
            self.marks += 1;
        } else {
            self.removed += 1;
        }
    }

    /// After ESC: removes the sequence and gives what follows it.
    fn escape<'t>(&mut self, after: &'t str, at: usize) -> &'t str {
        let Some(c) = after.chars().next() else {
            self.removed += 1;
            return after;
        };
        let inner = after.get(c.len_utf8()..).unwrap_or("");
        match c {
            '[' => self.skip(2, inner, control_sequence(inner)),
            ']' | 'P' | '^' | '_' | 'X' => self.string(2, inner, at),
            ' '..='/' => {
                let intermediate = inner.bytes().take_while(|b| matches!(b, b' '..=b'/')).count();
                let last = usize::from(inner.as_bytes().get(intermediate).is_some_and(|b| matches!(b, b'0'..=b'~')));
                self.skip(2, inner, intermediate + last)
            }
            '0'..='~' => self.skip(2, inner, 0),
            _ => self.skip(1, after, 0),
        }
    }

    /// Counts `opening` characters and removes `len` bytes more.
    fn skip<'t>(&mut self, opening: usize, after: &'t str, len: usize) -> &'t str {
        let gone = after.get(..len).unwrap_or("");
        self.removed += opening + gone.chars().count();
        after.get(gone.len()..).unwrap_or("")
    }

    /// A control string (OSC, DCS, APC, PM, SOS) goes with all it holds; where none of its ends is found, only its opening
    /// goes, so that no words are lost.
    fn string<'t>(&mut self, opening: usize, after: &'t str, at: usize) -> &'t str {
        let end = match self.unterminated_from {
            Some(from) if at >= from => None,
            _ => string_end(after),
        };
        if end.is_none() {
            self.unterminated_from.get_or_insert(at);
        }
        self.skip(opening, after, end.unwrap_or(0))
    }

    /// Whether a joiner or non-joiner does something here: inside an emoji or a script whose letters join.
    fn joins(&self, c: char, after: &str) -> bool {
        let Some(next) = after.chars().next() else { return false };
        let before = self.out.chars().rev().find(|c| !is_combining_mark(*c));
        let Some(before) = before else { return false };
        let emoji = c == '\u{200d}' && is_emoji(before) && is_emoji(next);
        emoji || (is_joining(before) && is_joining(next))
    }
}

/// Bytes of a control sequence after its introducer.
fn control_sequence(text: &str) -> usize {
    let bytes = text.as_bytes();
    let parameters = bytes.iter().take_while(|b| matches!(b, b'0'..=b'?')).count();
    let intermediate = bytes.iter().skip(parameters).take_while(|b| matches!(b, b' '..=b'/')).count();
    let body = parameters + intermediate;
    body + usize::from(bytes.get(body).is_some_and(|b| matches!(b, b'@'..=b'~')))
}

/// Bytes up to and with the end of a control string: BEL, ST or ESC `\`.
fn string_end(text: &str) -> Option<usize> {
    let (at, end) = text.char_indices().find(|(_, c)| matches!(c, '\u{7}' | '\u{9c}' | '\u{1b}'))?;
    let tail = at + end.len_utf8();
    let backslash = end == '\u{1b}' && text.as_bytes().get(tail) == Some(&b'\\');
    // Any other ESC aborts the string, as in a terminal, and begins a sequence of its own.
    Some(if end == '\u{1b}' && !backslash { at } else { tail + usize::from(backslash) })
}

/// Characters that draw nothing: direction controls, zero widths, fillers, tags, and code points that are no characters.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
        || (c as u32) & 0xfffe == 0xfffe
        || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// Characters that belong to the one before or join it to the next: no text is parted at one.
pub fn clings(c: char) -> bool {
    is_combining_mark(c) || is_joiner(c) || ('\u{1f3fb}'..='\u{1f3ff}').contains(&c)
}

/// Joiner and non-joiner: they say how their neighbours are drawn.
pub fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_selector(c: char) -> bool {
    ('\u{fe00}'..='\u{fe0f}').contains(&c)
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Scripts in which a joiner changes how neighbouring letters are drawn: Arabic and its kin, and those of India and beyond.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{fb50}'..='\u{fdcf}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cleaned(text: &str) -> (String, usize) {
        let c = clean(text);
        (c.text, c.removed)
    }

    #[test]
    fn escape_sequences_go_with_their_payload() {
        assert_eq!(cleaned("a\u{1b}[31;1mred\u{1b}[0m b"), ("ared b".into(), 11));
        assert_eq!(cleaned("x\u{1b}]52;c;ZXZpbA==\u{7}y"), ("xy".into(), 16));
        assert_eq!(cleaned("x\u{1b}]8;;http://a.example\u{1b}\\y"), ("xy".into(), 23));
        assert_eq!(cleaned("x\u{9b}2Jy"), ("xy".into(), 3));
        assert_eq!(cleaned("x\u{9d}0;title\u{9c}y"), ("xy".into(), 9));
        for opening in ["\u{1b}P", "\u{1b}^", "\u{1b}_", "\u{1b}X", "\u{90}", "\u{9e}", "\u{9f}", "\u{98}"] {
            assert_eq!(clean(&format!("a{opening}secret\u{1b}\\b")).text, "ab", "{opening:?}");
        }
        assert_eq!(clean("a\u{1b}cb\u{1b}(Bc\u{1b}#8d").text, "abcd");
    }

    #[test]
    fn an_open_string_takes_no_words_with_it() {
        assert_eq!(clean("a\u{1b}]0;the mayor resigned").text, "a0;the mayor resigned");
        assert_eq!(clean("a\u{1b}]0;the\u{1b}[1m mayor").text, "a mayor");
    }

    #[test]
    fn controls_and_invisible_characters_go() {
        assert_eq!(cleaned("a\u{0}b\u{8}c\u{7f}d\u{85}e"), ("abcd e".into(), 3));
        assert_eq!(cleaned("so\u{ad}ft\u{200b}\u{feff} \u{202e}evil\u{202c}\u{2066}x\u{2069}"), ("soft evilx".into(), 7));
        assert_eq!(cleaned("flag\u{e0067}\u{e007f}"), ("flag".into(), 2));
        assert_eq!(clean("one\u{2028}two\u{2029}three\tfour\r\nfive").text, "one two three four five");
        assert_eq!(clean("  soft\u{a0}spaces \u{202f} here\u{3000}").text, "soft spaces here");
    }

    #[test]
    fn joiners_stay_where_they_join() {
        assert_eq!(clean("👩\u{200d}🚀").text, "👩\u{200d}🚀");
        assert_eq!(clean("می\u{200c}خواهم").text, "می\u{200c}خواهم");
        assert_eq!(clean("क्\u{200d}ष").text, "क्\u{200d}ष");
        assert_eq!(clean("pass\u{200d}word\u{200c}s").text, "passwords");
        assert_eq!(clean("end 👩\u{200d}").text, "end 👩");
    }

    #[test]
    fn accents_stack_eight_high() {
        assert_eq!(clean(&format!("e{}", "\u{301}".repeat(30))).text, format!("e{}", "\u{301}".repeat(8)));
        assert_eq!(cleaned("\u{301}a \u{301}b"), ("a b".into(), 2));
        assert_eq!(clean("Ha\u{301}noi\u{323}").text, "Ha\u{301}noi\u{323}");
        assert_eq!(clean("❤\u{fe0f}\u{fe0f}").text, "❤\u{fe0f}");
    }

    #[test]
    fn what_people_write_stays() {
        for text in ["“Ça va?” — £8 million… 5 °C", "Ελλάδα, Россия, 日本語、한국어", "50 % of naïve cafés 🇫🇷 👍🏽"]
        {
            assert_eq!(cleaned(text), (text.to_owned(), 0));
        }
    }

    #[test]
    fn many_open_strings_take_linear_time() {
        let text = "\u{1b}]".repeat(300_000);
        let text = text.replace("\u{1b}]", "\u{9d}a");
        let start = std::time::Instant::now();
        assert_eq!(clean(&text).text.len(), 300_000);
        assert!(start.elapsed().as_secs() < 2);
    }

    proptest! {
        #[test]
        fn nothing_dangerous_is_left_and_twice_is_once(text in any::<String>(), wild in proptest::collection::vec(
            proptest::sample::select(vec!['\u{1b}', '[', ']', '\u{7}', '\\', 'm', '\u{9b}', '\u{9d}', '\u{9c}', '\u{200d}', '\u{200c}', '👩', '\u{fe0f}', '\u{301}', 'a', ' ', 'ک', '\u{202e}', '\u{200b}']), 0..60)) {
            for text in [text, wild.into_iter().collect()] {
                let once = clean(&text).text;
                prop_assert!(!once.chars().any(|c| c.is_control() || is_invisible(c)));
                prop_assert!(!once.contains("  ") && once.trim() == once);
                let twice = clean(&once);
                prop_assert_eq!((twice.text, twice.removed), (once, 0));
            }
        }
    }
}
