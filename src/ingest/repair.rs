//! Text that was damaged on its way here: characters read in the wrong encoding (`Â£`, `â€™`) and HTML entities that nobody
//! decoded (`&amp;`). A text in, the same text as it was meant out. Left out: text damaged so that bytes are lost.

use std::borrow::Cow;

/// Undoes UTF-8 that was read as Windows-1252 or Latin-1, once or several times over.
pub fn mojibake(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..3 {
        if text.is_ascii() || !text.chars().any(is_lead) {
            break;
        }
        match reread(&text) {
            Some(better) => text = Cow::Owned(better),
            None => break,
        }
    }
    text
}

/// The letters that the first bytes of damaged characters turn into.
fn is_lead(c: char) -> bool {
    matches!(c, 'Â' | 'Ã' | 'â' | 'Ð' | 'Ñ' | 'ï' | 'ð' | 'Ä' | 'Å')
}

/// One round; `None` if nothing in it looks damaged.
fn reread(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let rest = chars.get(at..).unwrap_or(&[]);
        let before = at.checked_sub(1).and_then(|b| chars.get(b)).copied();
        if let Some((good, used)) = damaged(rest, before) {
            out.push_str(&good);
            changed = true;
            at += used;
        } else {
            out.push(c);
            at += 1;
        }
    }
    changed.then_some(out)
}

/// What the characters at the start of `rest` were, and how many they are.
fn damaged(rest: &[char], before: Option<char>) -> Option<(String, usize)> {
    let (&lead, after) = rest.split_first()?;
    if !is_lead(lead) {
        return None;
    }
    if let Some((good, used)) = sequence(rest) {
        let shouted = before.is_some_and(char::is_uppercase) && matches!(good, 'û' | '«' | '»' | '\u{a0}' | 'à' | 'ë');
        return match lead {
            // `CAFÉ»`, `IRMÃ»`: a capital at the end of a word before a closing mark is what it says.
            'Â' | 'Ã' => (!shouted).then(|| (good.to_string(), used)),
            'â' | 'ð' | 'ï' => Some((good.to_string(), used)),
            // Rarer ones stand for Cyrillic and the like, where damage comes in runs, never alone.
            _ => run(rest, 3),
        };
    }
    match (lead, after.first()) {
        // The last byte of a closing quotation mark has no character in Windows-1252 and is often lost.
        ('â', Some('€')) => {
            let used = if after.get(1) == Some(&'\u{fffd}') { 3 } else { 2 };
            Some(("”".to_owned(), used))
        }
        ('Â', Some(' ')) if !before.is_some_and(char::is_alphabetic) => Some((String::new(), 1)),
        ('Â', Some(' ')) if before.is_some_and(char::is_lowercase) => Some((String::new(), 1)),
        _ => None,
    }
}

/// At least `least` damaged characters in a row (spaces between them allowed).
fn run(rest: &[char], least: usize) -> Option<(String, usize)> {
    let (mut good, mut used, mut count) = (String::new(), 0, 0);
    while let Some((c, n)) = rest.get(used..).and_then(sequence) {
        good.push(c);
        used += n;
        count += 1;
    }
    (count >= least).then_some((good, used))
}

/// The character whose UTF-8 bytes, read one by one, stand at the start of `rest`.
fn sequence(rest: &[char]) -> Option<(char, usize)> {
    let first = byte(*rest.first()?)?;
    let len = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let bytes: Option<Vec<u8>> = rest.get(..len)?.iter().map(|c| byte(*c)).collect();
    let bytes = bytes?;
    let good = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((good, len))
}

/// The byte that reads as `c` in Windows-1252, or in Latin-1 where the former has none.
fn byte(c: char) -> Option<u8> {
    if let Ok(b) = u8::try_from(u32::from(c)) {
        return (b >= 0x80).then_some(b);
    }
    const HIGH: [(char, u8); 27] = [
        ('€', 0x80),
        ('‚', 0x82),
        ('ƒ', 0x83),
        ('„', 0x84),
        ('…', 0x85),
        ('†', 0x86),
        ('‡', 0x87),
        ('ˆ', 0x88),
        ('‰', 0x89),
        ('Š', 0x8a),
        ('‹', 0x8b),
        ('Œ', 0x8c),
        ('Ž', 0x8e),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
        ('˜', 0x98),
        ('™', 0x99),
        ('š', 0x9a),
        ('›', 0x9b),
        ('œ', 0x9c),
        ('ž', 0x9e),
        ('Ÿ', 0x9f),
    ];
    HIGH.iter().find(|(h, _)| *h == c).map(|(_, b)| *b)
}

/// Decodes HTML entities; what is none stays as it is. Twice over, as feeds that escape an escaped text need.
pub fn entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let once = decode(text);
    if once.contains('&') && text.contains("&amp;") { Cow::Owned(decode(&once)) } else { Cow::Owned(once) }
}

fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or(""));
    for part in parts {
        let name_len = part.bytes().take(12).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
        let name = part.get(..name_len).unwrap_or("");
        let rest = part.get(name_len..).unwrap_or("");
        match (entity(name), rest.strip_prefix(';')) {
            (Some(c), Some(rest)) => {
                out.push(c);
                out.push_str(rest);
            }
            _ => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}

/// The character that an entity's name or number stands for.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = match hex {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        // Numbers 128 to 159 mean Windows-1252 on the web, whatever the standard says.
        let windows = u8::try_from(code).ok().filter(|b| (0x80..=0x9f).contains(b));
        return windows.and_then(windows_1252).or_else(|| char::from_u32(code));
    }
    NAMED.iter().find(|(n, _)| *n == name).map(|(_, c)| *c)
}

fn windows_1252(b: u8) -> Option<char> {
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&b));
    text.chars().next()
}

/// The entities that occur in newspaper text: marks, Latin letters, currencies, arrows.
#[rustfmt::skip]
const NAMED: [(&str, char); 135] = [
    ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{a0}'), ("ensp", ' '), ("emsp", ' '),
    ("thinsp", ' '), ("shy", '\u{ad}'), ("zwnj", '\u{200c}'), ("zwj", '\u{200d}'), ("lrm", '\u{200e}'), ("rlm", '\u{200f}'),
    ("lsquo", '‘'), ("rsquo", '’'), ("sbquo", '‚'), ("ldquo", '“'), ("rdquo", '”'), ("bdquo", '„'), ("laquo", '«'), ("raquo", '»'),
    ("lsaquo", '‹'), ("rsaquo", '›'), ("ndash", '–'), ("mdash", '—'), ("horbar", '―'), ("hellip", '…'), ("bull", '•'), ("middot", '·'),
    ("prime", '′'), ("Prime", '″'), ("dagger", '†'), ("Dagger", '‡'), ("permil", '‰'), ("sect", '§'), ("para", '¶'), ("copy", '©'),
    ("reg", '®'), ("trade", '™'), ("deg", '°'), ("plusmn", '±'), ("times", '×'), ("divide", '÷'), ("minus", '−'), ("frac12", '½'),
    ("frac14", '¼'), ("frac34", '¾'), ("sup1", '¹'), ("sup2", '²'), ("sup3", '³'), ("micro", 'µ'), ("not", '¬'), ("ordf", 'ª'),
    ("ordm", 'º'), ("iexcl", '¡'), ("iquest", '¿'), ("acute", '´'), ("cedil", '¸'), ("macr", '¯'), ("uml", '¨'), ("brvbar", '¦'),
    ("euro", '€'), ("pound", '£'), ("yen", '¥'), ("cent", '¢'), ("curren", '¤'), ("Agrave", 'À'), ("Aacute", 'Á'), ("Acirc", 'Â'),
    ("Atilde", 'Ã'), ("Auml", 'Ä'), ("Aring", 'Å'), ("AElig", 'Æ'), ("Ccedil", 'Ç'), ("Egrave", 'È'), ("Eacute", 'É'), ("Ecirc", 'Ê'),
    ("Euml", 'Ë'), ("Igrave", 'Ì'), ("Iacute", 'Í'), ("Icirc", 'Î'), ("Iuml", 'Ï'), ("ETH", 'Ð'), ("Ntilde", 'Ñ'), ("Ograve", 'Ò'),
    ("Oacute", 'Ó'), ("Ocirc", 'Ô'), ("Otilde", 'Õ'), ("Ouml", 'Ö'), ("Oslash", 'Ø'), ("Ugrave", 'Ù'), ("Uacute", 'Ú'), ("Ucirc", 'Û'),
    ("Uuml", 'Ü'), ("Yacute", 'Ý'), ("THORN", 'Þ'), ("szlig", 'ß'), ("agrave", 'à'), ("aacute", 'á'), ("acirc", 'â'), ("atilde", 'ã'),
    ("auml", 'ä'), ("aring", 'å'), ("aelig", 'æ'), ("ccedil", 'ç'), ("egrave", 'è'), ("eacute", 'é'), ("ecirc", 'ê'), ("euml", 'ë'),
    ("igrave", 'ì'), ("iacute", 'í'), ("icirc", 'î'), ("iuml", 'ï'), ("eth", 'ð'), ("ntilde", 'ñ'), ("ograve", 'ò'), ("oacute", 'ó'),
    ("ocirc", 'ô'), ("otilde", 'õ'), ("ouml", 'ö'), ("oslash", 'ø'), ("ugrave", 'ù'), ("uacute", 'ú'), ("ucirc", 'û'), ("uuml", 'ü'),
    ("yacute", 'ý'), ("thorn", 'þ'), ("yuml", 'ÿ'), ("OElig", 'Œ'), ("oelig", 'œ'), ("Scaron", 'Š'), ("scaron", 'š'),
    ("Yuml", 'Ÿ'), ("fnof", 'ƒ'),
];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn damaged_characters_are_read_again() {
        for (bad, good) in [
            ("a loan of Â£8million", "a loan of £8million"),
            ("heâ€™s â€œsureâ€\u{9d} â€“ he said", "he’s “sure” – he said"),
            ("â€œsureâ€ he said", "“sure” he said"),
            ("â€œsureâ€\u{fffd} he said", "“sure” he said"),
            ("FranÃ§ois at the cafÃ©", "François at the café"),
            ("sÃ»r", "sûr"),
            ("he\u{e2}\u{80}\u{99}s", "he’s"),
            ("â‚¬5 â„¢", "€5 ™"),
            ("itÃ¢â‚¬â„¢s", "it’s"),
            ("ÐŸÑƒÑ‚Ð¸Ð½", "Путин"),
            ("a word,Â and", "a word, and"),
            ("ðŸ‘\u{8d} ok", "👍 ok"),
        ] {
            assert_eq!(mojibake(bad).replace('\u{a0}', " "), good, "{bad}");
        }
    }

    #[test]
    fn sound_text_is_left_alone() {
        for text in [
            "«CAFÉ»",
            "«IRMÃ»",
            "„GRÄ“ sagte er",
            "Île de Ré, âge, pâté – Ñandú",
            "la forêt… coûte 5 €",
            "NÂ° 5 is rare",
            "São Paulo",
            "ÅLAND — news",
        ] {
            if text.starts_with("NÂ") {
                assert_eq!(mojibake(text), "N° 5 is rare");
            } else {
                assert_eq!(mojibake(text), text);
            }
        }
    }

    #[test]
    fn entities_are_decoded() {
        assert_eq!(entities("Fish &amp; chips &#8217;til &#x2014; caf&eacute;&nbsp;&#146;"), "Fish & chips ’til — café\u{a0}’");
        assert_eq!(entities("&amp;quot;yes&amp;quot;"), "\"yes\"");
        assert_eq!(entities("&#27;[31m"), "\u{1b}[31m");
    }

    #[test]
    fn what_is_no_entity_stays() {
        for text in ["AT&T; Marks & Spencer", "Q&A", "a&b;c", "&#xZZ; &#99999999999;", "R&D&"] {
            assert_eq!(entities(text), text);
        }
    }
}
