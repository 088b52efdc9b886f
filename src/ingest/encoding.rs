//! Bytes of a file in, its text out: byte order mark, UTF-8, UTF-16, and where none of them fits a guess that is said aloud.
//! Files that are no text are refused by what they are.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A decoded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Its text.
    pub text: String,
    /// What had to be guessed; names the encoding.
    pub guess: Option<String>,
}

/// A file that is no text: what it is, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoText {
    /// What the file is.
    pub what: &'static str,
    /// What the user can do.
    pub remedy: &'static str,
}

const BINARY: &str = "this is not text but binary data";

/// The text of `bytes`.
///
/// # Errors
/// If they are no text.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, NoText> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or(&[]));
        let guess = damaged.then(|| format!("some bytes are no {} and show as \u{fffd}", encoding.name()));
        return Ok(Decoded { text: text.into_owned(), guess });
    }
    if let Some(kind) = known_binary(&bytes) {
        return Err(kind);
    }
    let zeros = bytes.contains(&0);
    if let Some(encoding) = zeros.then(|| utf16_without_mark(&bytes)).flatten() {
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        return Ok(Decoded {
            text: text.into_owned(),
            guess: Some(format!("read as {}, guessed: the file does not say", encoding.name())),
        });
    }
    if zeros && looks_binary(&bytes) {
        return Err(NoText { what: BINARY, remedy: "give a text file" });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text, guess: None }),
        Err(error) if looks_binary(error.as_bytes()) => Err(NoText { what: BINARY, remedy: "give a text file" }),
        Err(error) => Ok(guess(error.as_bytes())),
    }
}

/// The encoding that a web page says it is in, in its first lines.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(2048))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let (_, label) = head.split_once("<meta")?.1.split_once("charset=")?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.')).unwrap_or(label.len());
    Encoding::for_label(label.get(..end)?.as_bytes()).filter(|encoding| encoding.is_ascii_compatible() && *encoding != UTF_8)
}

/// Decodes what is not UTF-8: as it says, if it is a web page that does; as UTF-8 with a few damaged bytes if most of it is
/// that, else as the detector says.
fn guess(bytes: &[u8]) -> Decoded {
    if let Some(encoding) = declared(bytes)
        && let (text, false) = encoding.decode_without_bom_handling(bytes)
    {
        return Decoded { text: text.into_owned(), guess: None };
    }
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    if good >= 4 * bad {
        let mut text = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
        let bytes = if bad == 1 { "one byte is" } else { "some bytes are" };
        return Decoded { text, guess: Some(format!("{bytes} not UTF-8, as the rest is, and read as windows-1252, guessed")) };
    }
    let encoding = western(bytes).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    });
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text: text.into_owned(),
        guess: Some(format!("read as {}, guessed: it is not UTF-8; save it as UTF-8 if letters look wrong", encoding.name())),
    }
}

/// Words that every English paragraph holds some of.
#[rustfmt::skip]
const ENGLISH: [&[u8]; 32] = [
    b"the", b"of", b"and", b"to", b"in", b"that", b"is", b"was", b"for", b"on", b"with", b"he", b"she", b"it", b"at", b"by", b"as",
    b"his", b"her", b"from", b"have", b"has", b"had", b"be", b"are", b"were", b"not", b"but", b"said", b"they", b"will", b"would",
];

/// The encoding of English text with a few signs and accents in it, where quotation marks and pound signs say too little for
/// the detector: it reads `£8million` in Polish, and a page of curly quotation marks in Russian. `None` where the text may be
/// in another language.
fn western(bytes: &[u8]) -> Option<&'static Encoding> {
    let letters = bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let high = bytes.iter().filter(|b| !b.is_ascii()).count();
    if letters > high && only_signs(bytes) {
        return Some(WINDOWS_1252);
    }
    if high * 5 > letters || holds_other_script(bytes) {
        return None;
    }
    let (mut words, mut common) = (0, 0);
    for word in bytes.split(|b| !b.is_ascii_alphabetic() && b.is_ascii()).filter(|w| !w.is_empty()).take(2000) {
        words += 1;
        common += usize::from(ENGLISH.iter().any(|e| e.eq_ignore_ascii_case(word)));
    }
    let english = common * 10 >= words && common >= 2;
    english.then(|| if is_macintosh(bytes) { MACINTOSH } else { WINDOWS_1252 })
}

/// Whether three letters in a row are beyond ASCII: words of another script among the English ones.
fn holds_other_script(bytes: &[u8]) -> bool {
    bytes.windows(3).any(|three| three.iter().all(|b| *b >= 0xc0))
}

/// Whether all that is not ASCII is a sign of Windows-1252 in a place for such a sign: quotation marks, dashes, a pound sign before
/// a number.
fn only_signs(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().filter(|(_, b)| !b.is_ascii()).all(|(n, b)| {
        let before = n.checked_sub(1).and_then(|n| bytes.get(n)).copied().unwrap_or(b' ');
        let after = bytes.get(n + 1).copied().unwrap_or(b' ');
        match b {
            0x91..=0x97 | 0x85 => true,
            0xa3 | 0x80 => after.is_ascii_digit() || !before.is_ascii_alphanumeric() && !after.is_ascii_alphabetic(),
            0xa0 | 0xa9 | 0xae | 0xb0 | 0xb7 | 0xbd => !before.is_ascii_alphabetic() || !after.is_ascii_alphabetic(),
            _ => false,
        }
    })
}

/// Whether the quotation marks are those of old Macintoshes: `mayor\xd5s`, `\xd2No\xd3`.
fn is_macintosh(bytes: &[u8]) -> bool {
    let windows = bytes.iter().any(|b| (0x91..=0x94).contains(b));
    let apostrophe = || bytes.windows(3).any(|w| matches!(w, [a, 0xd5, b] if a.is_ascii_lowercase() && b.is_ascii_lowercase()));
    let opens =
        || bytes.windows(3).any(|w| matches!(w, [a, 0xd2 | 0xd4, b] if a.is_ascii_whitespace() && b.is_ascii_alphabetic()));
    let closes = || bytes.windows(2).any(|w| matches!(w, [a, 0xd3 | 0xd5] if a.is_ascii_punctuation()));
    !windows && (apostrophe() || (opens() && closes()))
}

/// UTF-16 of a language with Latin letters: every other byte is zero.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096) & !1)?;
    if head.len() < 8 {
        return None;
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if odd * 10 >= half * 6 && even * 10 < half {
        Some(UTF_16LE)
    } else if even * 10 >= half * 6 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether more than one byte in twenty is a control that no text holds.
fn looks_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(65_536)).unwrap_or(bytes);
    let controls = head.iter().filter(|b| matches!(b, 0..=6 | 0x0e..=0x1a | 0x1c..=0x1f)).count();
    controls * 20 > head.len()
}

/// Formats that say in their first bytes what they are.
fn known_binary(bytes: &[u8]) -> Option<NoText> {
    const SAVE: &str = "open it and save its text as a .txt file";
    const KINDS: [(&[u8], &str, &str); 11] = [
        (b"%PDF-", "PDF is not read", "run it through pdftotext, or save its text as a .txt file"),
        (b"{\\rtf", "rich text (RTF) is not read", SAVE),
        (b"PK\x03\x04", "this is a ZIP archive or an office document", "unpack it, or save its text as a .txt file"),
        (b"\xd0\xcf\x11\xe0", "old office documents are not read", SAVE),
        (b"\x1f\x8b", "this is compressed (gzip)", "unpack it first: gunzip FILE"),
        (b"BZh", "this is compressed (bzip2)", "unpack it first: bunzip2 FILE"),
        (b"\xfd7zXZ", "this is compressed (xz)", "unpack it first: unxz FILE"),
        (b"(\xb5/\xfd", "this is compressed (zstd)", "unpack it first: unzstd FILE"),
        (b"\x89PNG", "this is a picture", "give the article's text"),
        (b"\xff\xd8\xff", "this is a picture", "give the article's text"),
        (b"GIF8", "this is a picture", "give the article's text"),
    ];
    KINDS.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|&(_, what, remedy)| NoText { what, remedy })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Option<String>) {
        let d = decode(bytes.to_vec()).expect("text");
        (d.text, d.guess)
    }

    #[test]
    fn marks_are_obeyed_and_dropped() {
        assert_eq!(text(b"\xef\xbb\xbfcaf\xc3\xa9"), ("café".into(), None));
        assert_eq!(text(b"\xff\xfeh\0\xe9\0"), ("hé".into(), None));
        assert_eq!(text(b"\xfe\xff\0h\0\xe9"), ("hé".into(), None));
    }

    #[test]
    fn utf16_is_found_without_a_mark() {
        let le: Vec<u8> = "The mayor – resigned".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "The mayor – resigned".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [le, be] {
            let (text, guess) = text(&bytes);
            assert_eq!(text, "The mayor – resigned");
            assert!(guess.unwrap().contains("UTF-16"));
        }
    }

    #[test]
    fn other_encodings_are_guessed_aloud() {
        let (got, guess) = text(b"Le pr\xe9sident a d\xe9clar\xe9 \x93oui\x94 \xe0 Gen\xe8ve");
        assert_eq!(got, "Le président a déclaré “oui” à Genève");
        assert!(guess.unwrap().contains("windows-1252"));
        let (russian, _, _) = encoding_rs::KOI8_R.encode("Президент встретился с журналистами в Москве вчера");
        let (got, guess) = text(&russian);
        assert!(got.starts_with("Президент") && guess.unwrap().contains("KOI8"));
    }

    /// What a newspaper prints, in an encoding of one byte a letter.
    const NEWS: &str = "Harbour bridge shut\n\nThe bridge was shut on Monday after the storm, the city said. “We take no risk,” said \
        the mayor. Repairs cost £8million – twice what was planned. It’s ‘too much’, the café’s owner said.\n";

    #[test]
    fn english_with_signs_is_western() {
        let (windows, _, lost) = WINDOWS_1252.encode(NEWS);
        assert!(!lost);
        assert_eq!(text(&windows).0, NEWS);
        let (mac, _, lost) = MACINTOSH.encode(NEWS);
        assert!(!lost);
        let (got, guess) = text(&mac);
        assert_eq!(got, NEWS);
        assert!(guess.unwrap().contains("macintosh"));
        for short in [
            "It cost £5 – too much.",
            "The mayor’s bridge",
            "“Shut”",
            "Roe: £8million",
            "The bridge cost £8million and the road £12million",
        ] {
            assert_eq!(text(&WINDOWS_1252.encode(short).0).0, short);
        }
        // Many signs and few words: what curly marks alone look like to a detector.
        let quoted = "“No”, “yes”, the mayor’s ‘aide’ said – “no”. ".repeat(40);
        assert_eq!(text(&WINDOWS_1252.encode(&quoted).0).0, quoted);
    }

    #[test]
    fn other_languages_keep_their_encodings() {
        for (encoding, words) in [
            (encoding_rs::WINDOWS_1250, "Most został zamknięty w poniedziałek po burzy, powiedział burmistrz. Łódź też."),
            (encoding_rs::WINDOWS_1251, "Президент встретился с журналистами в Москве вчера и сказал, что мост закрыт."),
            (
                encoding_rs::WINDOWS_1251,
                "The word “Москва” is the name of the city, and “правда” is the word for what is true, he said on Monday.",
            ),
            (
                encoding_rs::WINDOWS_1254,
                "Köprü pazartesi günü fırtınadan sonra kapatıldı, dedi belediye başkanı. Şehirde ulaşım durdu.",
            ),
            (encoding_rs::GBK, "市长说，大桥在星期一暴风雨后关闭。"),
            (encoding_rs::SHIFT_JIS, "橋は月曜日に嵐のために閉鎖されたと市長は述べた。"),
        ] {
            let (bytes, _, lost) = encoding.encode(words);
            assert!(!lost);
            assert_eq!(text(&bytes).0, words, "{}", encoding.name());
        }
    }

    #[test]
    fn a_stray_byte_does_not_spoil_the_rest() {
        let mut bytes = "Le président a déclaré “oui” à Genève, d\u{2019}abord".as_bytes().to_vec();
        bytes.push(0x92);
        let (got, guess) = text(&bytes);
        assert!(got.starts_with("Le président a déclaré “oui”") && got.ends_with('’'));
        assert!(guess.unwrap().contains("one byte"));
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert!(decode(b"%PDF-1.7 ...".to_vec()).unwrap_err().remedy.contains("pdftotext"));
        assert!(decode(b"PK\x03\x04rest".to_vec()).unwrap_err().what.contains("ZIP"));
        assert!(decode((0..=255u8).cycle().take(4000).collect()).is_err());
        assert!(decode(b"one\0stray zero in a long enough text is cleaned away later on, not refused here".to_vec()).is_ok());
    }
}
