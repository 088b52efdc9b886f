//! Small questions about a line's words that several rules of this layer ask.

/// Whether the text ends as a sentence does: a stop, perhaps behind closing marks or brackets.
pub fn ends_sentence(text: &str) -> bool {
    const CLOSING: [char; 13] = ['"', '”', '’', '\'', '»', ')', ']', '“', ' ', '」', '』', '）', '】'];
    text.trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// The beginning of a text, at most `len` bytes of it, with ASCII letters in lower case: for comparing how blocks open.
pub fn opening(text: &str, len: usize) -> String {
    let end = (0..=len.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..end).unwrap_or("").to_ascii_lowercase()
}

/// Where a phrase stands in a text as words of its own, perhaps with a plural's `s`: `our app` is not in `four appliances`.
pub fn find_phrase(text: &str, phrase: &str) -> Option<usize> {
    let alone = |at: &usize| {
        let before = text.get(..*at).and_then(|t| t.chars().next_back());
        let mut after = text.get(at + phrase.len()..).unwrap_or("").chars();
        let next = after.next().and_then(|c| if c == 's' { after.next() } else { Some(c) });
        !before.is_some_and(char::is_alphanumeric) && !next.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(phrase).map(|(at, _)| at).find(alone)
}

/// The words of a text: what stands between white space and has a letter or a digit.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric))
}

/// Number of words.
pub fn count(text: &str) -> usize {
    words(text).count()
}

/// Whether there are more words than that; a long text is not read to its end.
pub fn are_more_than(count: usize, text: &str) -> bool {
    words(text).nth(count).is_some()
}

/// Number of words, with two signs counted as one in scripts that put no spaces between words.
pub fn length(text: &str) -> usize {
    let spaceless = |c: &char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{e00}'..='\u{e7f}');
    count(text) + text.chars().filter(spaceless).count() / 2
}

/// Whether the text holds more than one sentence; initials and short abbreviations (`D.C. `, `Mr. `) part none.
pub fn has_inner_break(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().zip(words.iter().skip(1)).any(|(word, next)| {
        let stem = word.trim_end_matches(['"', '”', '’', ')']);
        let bare = stem.trim_end_matches(['.', '!', '?']);
        let long = bare.chars().filter(|c| c.is_alphanumeric()).count() > 3 && !bare.contains('.');
        stem.len() > bare.len() && (long || stem.ends_with(['!', '?'])) && begins_high(next)
    })
}

/// Words in lower case without marks: what two copies of a sentence have in common.
pub fn bare(text: &str) -> Vec<String> {
    bare_words(text).collect()
}

/// The same, one by one.
pub fn bare_words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

/// Whether a double quotation mark is still open at the end.
pub fn quotation_open(text: &str) -> bool {
    let (mut curly, mut straight, mut angled) = (0i32, 0, 0i32);
    for c in text.chars() {
        match c {
            '“' | '„' => curly += 1,
            '”' => curly -= 1,
            '«' => angled += 1,
            '»' => angled -= 1,
            '"' => straight += 1,
            _ => {}
        }
    }
    curly > 0 || angled > 0 || straight % 2 == 1
}

/// Whether the text begins with a lower-case word (not `iPhone`, not `al-Hol`).
pub fn begins_low(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or("");
    word.starts_with(char::is_lowercase) && !word.chars().any(char::is_uppercase)
}

/// Whether the text begins with a capital, a digit or a quotation mark.
pub fn begins_high(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '“' | '‘' | '\'' | '«' | '„'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_and_beginnings() {
        assert!(ends_sentence("He left.”") && ends_sentence("(He left.)") && ends_sentence("Why?"));
        assert!(!ends_sentence("He left,") && !ends_sentence("Russian Ties") && !ends_sentence("‘Phony’"));
        assert!(begins_low("terrorism.”") && !begins_low("iPhone sales") && !begins_low("al-Hol fell") && !begins_low("The"));
        assert!(begins_high("‘A day’") && !begins_high("terror"));
    }

    #[test]
    fn words_have_a_letter_or_a_digit() {
        let text = "Four — 2 boats, and a net.";
        assert_eq!(count(text), 6);
        assert!(are_more_than(5, text) && !are_more_than(6, text));
    }

    #[test]
    fn sentences_part_at_stops_but_not_at_initials() {
        assert!(has_inner_break("The bridge is shut. It stays so.") && has_inner_break("Shut? “Yes,” says mayor"));
        assert!(!has_inner_break("Roe: I support D.C. Statehood.") && !has_inner_break("Gov. Roe and Mr. Doe meet, U.S. says."));
    }

    #[test]
    fn phrases_are_whole_words() {
        assert_eq!(find_phrase("use our apps now", "our app"), Some(4));
        assert_eq!(find_phrase("four appliances", "our app"), None);
        assert_eq!(find_phrase("our application, our app", "our app"), Some(17));
    }

    #[test]
    fn open_quotations() {
        assert!(quotation_open("“We must") && quotation_open("he said: \"we") && quotation_open("« nous"));
        assert!(!quotation_open("“We” must") && !quotation_open("don't") && !quotation_open("\"a\" b"));
    }
}
