//! Where plain text breaks into lines: most of what is printed is words between single spaces, and breaks nowhere else. What
//! is not so plain is left to Unicode's line breaking, which takes thirty times as long.

/// Splits off as much of a text as `width` columns hold, without the space behind it, and what is left. None where the text is
/// not known to be plain as far as it was read, or has a word longer than that.
pub fn line(text: &str, width: usize) -> Option<(&str, &str)> {
    // Behind such an end `textwrap` joins the last two words.
    if text.ends_with('-') {
        return None;
    }
    let (mut end, mut columns) = (0, 0);
    for word in text.split(' ') {
        let own = columns_of(word).filter(|own| *own <= width)?;
        let after = if columns == 0 { own } else { columns + 1 + own };
        if after > width {
            return Some((text.get(..end)?, text.get(end + 1..)?));
        }
        end = if columns == 0 { word.len() } else { end + 1 + word.len() };
        columns = after;
    }
    Some((text, ""))
}

/// All lines of a text, the first of them of `first` columns, the others of `others`; none as in [`line()`].
pub fn lines(text: &str, first: usize, others: usize) -> Option<Vec<&str>> {
    let mut lines = Vec::with_capacity(text.len() / others.max(1) + 2);
    let (mut left, mut width) = (text, first);
    while !left.is_empty() {
        let (line, rest) = line(left, width)?;
        lines.push(line);
        (left, width) = (rest, others);
    }
    (!lines.is_empty()).then_some(lines)
}

/// The columns of a word in which no line breaks, and before and after which one may break at a space; none for others. The
/// rules are those of Unicode's line breaking (UAX #14) for these characters.
fn columns_of(word: &str) -> Option<usize> {
    let (mut before, mut columns) = (' ', 0);
    for c in word.chars() {
        let first = before == ' ';
        let fits = match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '&' | '@' | '#' | '_' => !matches!(before, '!' | '?' | '…'),
            'À'..='ɏ' if c.is_alphabetic() => !matches!(before, '!' | '?' | '…'),
            '.' | ',' | ':' | ';' | ')' | '!' | '?' | '…' | '’' | '”' => !first,
            '\'' | '"' | '-' => true,
            '“' | '‘' | '(' => first,
            '$' | '£' | '€' => first || before.is_alphabetic(),
            '%' => before.is_ascii_digit(),
            _ => false,
        };
        if !fits {
            return None;
        }
        before = c;
        columns += 1;
    }
    (!matches!(before, ' ' | '“' | '‘' | '(')).then_some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use textwrap::{Options, WordSplitter, wrap};

    fn by_unicode(text: &str, width: usize) -> Vec<String> {
        wrap(text, Options::new(width).word_splitter(WordSplitter::NoHyphenation)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn plain_words_break_at_spaces() {
        let text = "“It’s (said) that U.S. co-owners paid $9.7 million, about 12% of it,” Müller’s aide wrote: why?";
        assert_eq!(lines(text, 22, 22).map(|l| l.len()), Some(by_unicode(text, 22).len()));
        assert_eq!(lines("one two three", 20, 8), Some(vec!["one two three"]));
        assert_eq!(lines("one two three", 8, 20), Some(vec!["one two", "three"]));
        assert_eq!(line("one two three", 7), Some(("one two", "three")));
    }

    #[test]
    fn what_may_break_elsewhere_is_not_plain() {
        for text in
            ["and/or", "why—so", "東京", "( a", "a )", "a  b", " a", "a ", "", "wow!so", "“ a", "a ’ b", "muchtoolong", "a a-"]
        {
            assert_eq!(lines(text, 9, 9), None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn plain_lines_are_those_of_unicode(
            text in "[a-cA0-9é.,:;)!?…’”'\"“‘($£€%&@#_-]{1,5}( [a-c0-9é.,)!?…’”'\"“‘($£%&#-]{1,4}){0,24}",
            width in 6_usize..30,
        ) {
            if let Some(plain) = lines(&text, width, width) {
                prop_assert_eq!(plain, by_unicode(&text, width));
            }
        }

        #[test]
        fn so_are_those_of_plain_words(
            text in "[“‘('\"-]?[$£]?[a-cé0-9]{1,4}[.,'’-]?[a-c0-9]{0,3}%?[.,:;)!?…]?[”’'\"]{0,2}( [“‘('\"-]?[a-c0-9]{1,3}[.,’-]?[a-c]?[.,;:)!?…]{0,2}[”’'\"]{0,2}){0,20}",
            width in 12_usize..40,
        ) {
            if let Some(plain) = lines(&text, width, width) {
                prop_assert_eq!(plain, by_unicode(&text, width));
            }
        }
    }
}
