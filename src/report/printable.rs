//! The last gate before a terminal: text in, text out that cannot steer one. Articles are cleaned when they are read;
//! paths, addresses and arguments are not, and this stands behind both.

use std::borrow::Cow;

/// Whether a character could steer a terminal, hide, or turn the direction of what follows. Line feeds could not.
#[inline]
pub fn steers(c: char) -> bool {
    match c {
        ' '..='~' | '\n' => false,
        c if c.is_control() => true,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' => true,
        '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

/// The text with every character that [`steers`] written out (`\u{1b}`).
pub fn printable(text: &str) -> Cow<'_, str> {
    written_out(text, steers)
}

/// The same on one line: line feeds are written out too.
pub fn one_line(text: &str) -> Cow<'_, str> {
    written_out(text, |c| c == '\n' || steers(c))
}

/// The text with some characters written out.
fn written_out(text: &str, which: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.chars().any(&which) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if which(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_written_out_and_the_rest_is_kept() {
        assert_eq!(printable("a\u{1b}[31mb\u{9b}c\u{202e}d\re"), "a\\u{1b}[31mb\\u{9b}c\\u{202e}d\\u{d}e");
        let kept = "– “ouï” 👩\u{200d}🚀\nzwei";
        assert!(matches!(printable(kept), Cow::Borrowed(t) if t == kept));
        assert_eq!(one_line("a\nb"), "a\\u{a}b");
    }
}
