//! Text to tokens: undoes what separates two copies of the same words (encoding slips, entities, tags, link markup,
//! accents, case, punctuation), so that a gold text and a system's text of one place come out alike.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// The words of a text: runs of `a`–`z` and `0`–`9` after cleaning.
pub fn tokens(text: &str) -> Vec<String> {
    let text = clean(text);
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Lower case without accents, tags, entities and link addresses.
fn clean(text: &str) -> String {
    if text.is_ascii() && !text.contains(['<', '&', '(']) {
        return text.to_ascii_lowercase();
    }
    let text = without_link_addresses(&without_tags(&without_entities(&repaired(text))));
    text.nfkd().filter(|&c| canonical_combining_class(c) == 0).flat_map(char::to_lowercase).collect()
}

/// Sequences that UTF-8 read as a one-byte encoding leaves behind, where the text as a whole cannot be turned back.
const SLIPS: [(&str, &str); 11] = [
    ("â€™", "'"),
    ("â€˜", "'"),
    ("â€œ", "\""),
    ("â€\u{9d}", "\""),
    ("â€\u{fffd}", "\""),
    ("â€“", "-"),
    ("â€”", "-"),
    ("â€¦", "..."),
    ("Â\u{a0}", " "),
    ("Ã©", "e"),
    ("â€", "\""),
];

/// UTF-8 that was read as Windows-1252 or Latin-1, turned back.
fn repaired(text: &str) -> String {
    if !text.contains("â€") && !text.contains('Ã') && !text.contains('Â') {
        return text.to_owned();
    }
    for byte in [windows_1252, latin_1] {
        let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
        if let Some(text) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            return text;
        }
    }
    SLIPS.iter().fold(text.to_owned(), |text, (slip, meant)| text.replace(slip, meant))
}

fn latin_1(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok()
}

/// Strict: the five bytes that Windows-1252 leaves undefined stand for nothing.
fn windows_1252(c: char) -> Option<u8> {
    if c.is_ascii() || ('\u{a0}'..='\u{ff}').contains(&c) {
        return latin_1(c);
    }
    if ('\u{80}'..='\u{9f}').contains(&c) {
        return None;
    }
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    if unmappable { None } else { bytes.first().copied() }
}

/// Character references resolved: numbers, and those names that occur in newspapers' pages.
fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let name: String = from.chars().skip(1).take(12).take_while(|c| c.is_ascii_alphanumeric() || *c == '#').collect();
        match referred(&name) {
            Some(c) => {
                out.push(c);
                rest = from.get(1 + name.len()..).unwrap_or("");
                rest = rest.strip_prefix(';').unwrap_or(rest);
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or("");
            }
        }
    }
    out + rest
}

/// The character that a reference stands for, as far as it matters for words.
fn referred(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let value = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some(char::from_u32(value).unwrap_or('\u{fffd}'));
    }
    const PLAIN: [&str; 20] = [
        "amp", "lt", "gt", "quot", "apos", "nbsp", "ndash", "mdash", "lsquo", "rsquo", "ldquo", "rdquo", "laquo", "raquo",
        "hellip", "bull", "middot", "copy", "euro", "pound",
    ];
    match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "hellip" => return Some('…'),
        _ if PLAIN.contains(&name) => return Some(' '),
        _ => {}
    }
    const MARKS: [&str; 7] = ["acute", "grave", "circ", "uml", "tilde", "cedil", "ring"];
    let mut letters = name.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?;
    MARKS.contains(&letters.as_str()).then_some(letter)
}

/// `<words in angle brackets>` of up to 300 characters, blanked.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let inside = from.get(1..).unwrap_or("");
        let opens = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        let close = inside.find(['<', '>']).filter(|&end| opens && inside.get(end..).is_some_and(|r| r.starts_with('>')));
        match close.filter(|&end| inside.get(..end).is_some_and(|tag| tag.chars().count() <= 301)) {
            Some(end) => {
                out.push(' ');
                rest = inside.get(end + 1..).unwrap_or("");
            }
            None => {
                out.push('<');
                rest = inside;
            }
        }
    }
    out + rest
}

/// `[words](address)` becomes `[words]`; the address may hold one pair of brackets.
fn without_link_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let inside = from.get(2..).unwrap_or("");
        match address_end(inside) {
            Some(end) => {
                out.push_str("] ");
                rest = inside.get(end..).unwrap_or("");
            }
            None => {
                out.push_str("](");
                rest = inside;
            }
        }
    }
    out + rest
}

/// Where an address and its closing bracket end.
fn address_end(text: &str) -> Option<usize> {
    let stops = |c: char| c.is_whitespace() || c == '(' || c == ')';
    let mut at = text.find(stops)?;
    if text.get(at..)?.starts_with('(') {
        let inner = at + 1;
        at = inner + text.get(inner..)?.find(['(', ')'])?;
        if !text.get(at..)?.starts_with(')') {
            return None;
        }
        at += 1;
        at += text.get(at..)?.find(stops)?;
    }
    text.get(at..)?.starts_with(')').then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        tokens(text).join(" ")
    }

    #[test]
    fn copies_of_the_same_words_come_out_alike() {
        let plain = joined("The café's \"owner\" won't sell");
        assert_eq!(plain, "the cafe s owner won t sell");
        assert_eq!(joined("The cafÃ©â€™s â€œownerâ€\u{9d} wonâ€™t sell"), plain);
        assert_eq!(joined("The caf&eacute;&#8217;s &quot;owner&quot; won&#x2019;t sell"), plain);
        assert_eq!(joined("The <b class=\"x\">café</b>'s [owner](http://a.org/b_(c)) won’t sell"), plain);
    }

    #[test]
    fn what_only_looks_like_markup_stays() {
        assert_eq!(joined("3 < 4 and R&D (see [note] (below))"), "3 4 and r d see note below");
        assert_eq!(joined("an [open](address without end"), "an open address without end");
    }
}
