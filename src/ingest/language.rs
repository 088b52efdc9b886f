//! The language of an article by its commonest words. Passages in, an ISO 639-1 code out, or nothing where no language stands
//! out.

use crate::model::Passage;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Words that make up a tenth and more of any text of their language and are rare in the others.
const COMMON: [(&str, &[&str]); 7] = [
    (
        "en",
        &[
            "the", "and", "of", "to", "that", "is", "was", "for", "with", "his", "has", "have", "from", "said", "are", "were",
            "which", "would", "been", "by",
        ],
    ),
    (
        "fr",
        &[
            "le", "les", "des", "et", "du", "une", "est", "que", "dans", "pour", "qui", "sur", "par", "pas", "au", "avec", "son",
            "ses", "cette", "aux",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "und", "das", "den", "von", "zu", "mit", "sich", "auf", "für", "ist", "nicht", "ein", "eine", "dem",
            "des", "hat", "auch", "als",
        ],
    ),
    (
        "es",
        &[
            "el", "los", "del", "las", "y", "que", "en", "por", "con", "una", "para", "su", "se", "al", "como", "más", "pero",
            "sus", "este", "fue",
        ],
    ),
    (
        "it",
        &[
            "il", "di", "che", "della", "per", "del", "con", "non", "una", "sono", "dei", "gli", "alla", "nel", "più", "ha",
            "anche", "delle", "è", "si",
        ],
    ),
    (
        "nl",
        &[
            "het", "een", "van", "de", "dat", "en", "voor", "niet", "met", "zijn", "aan", "ook", "naar", "werd", "heeft", "bij",
            "wordt", "hij", "uit", "om",
        ],
    ),
    (
        "pt",
        &[
            "os", "não", "uma", "para", "com", "dos", "mais", "das", "pelo", "ao", "são", "foi", "ele", "também", "pela", "seu",
            "sua", "é", "em", "à",
        ],
    ),
];

/// For each of these words a bit for each language that it is common in.
static LANGUAGES: LazyLock<FxHashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut languages = FxHashMap::with_capacity_and_hasher(256, Default::default());
    for (n, (_, common)) in COMMON.iter().enumerate() {
        for word in *common {
            *languages.entry(*word).or_default() |= 1 << n;
        }
    }
    languages
});

/// The language of the first words.
pub fn of(passages: &[Passage]) -> Option<String> {
    let mut counts = [0usize; COMMON.len()];
    let mut all = 0;
    for word in passages.iter().filter(|p| p.is_article()).flat_map(|p| p.text.split_whitespace()).take(150) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        all += usize::from(!word.is_empty());
        if word.len() > 6 {
            continue;
        }
        let small = word.bytes().all(|b| b.is_ascii_lowercase());
        let word = if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        let languages = LANGUAGES.get(&*word).copied().unwrap_or(0);
        for (n, count) in counts.iter_mut().enumerate() {
            *count += usize::from(languages >> n & 1);
        }
    }
    let (best, code) = counts.iter().zip(COMMON).map(|(n, (code, _))| (*n, code)).max_by_key(|(n, _)| *n)?;
    let second = counts.iter().zip(COMMON).filter(|(_, (c, _))| *c != code).map(|(n, _)| *n).max().unwrap_or(0);
    (all >= 20 && best * 10 >= all && best * 2 >= second * 3).then(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PassageKind;

    fn found(text: &str) -> Option<String> {
        of(&[Passage { kind: PassageKind::Paragraph, speaker: None, lines: (0, 0), text: text.to_owned() }])
    }

    #[test]
    fn common_words_tell_the_language() {
        for (code, text) in [
            (
                "en",
                "The old bridge was shut on Monday after the storm tore two of its cables, and the mayor said that it would stay shut for weeks.",
            ),
            (
                "fr",
                "Le vieux pont est fermé depuis lundi après que la tempête a rompu deux de ses câbles, et le maire dit qu’il le restera pour des semaines dans la ville.",
            ),
            (
                "de",
                "Die alte Brücke ist seit Montag gesperrt, und der Bürgermeister sagt, dass sie auch in den nächsten Wochen nicht für den Verkehr geöffnet wird.",
            ),
        ] {
            assert_eq!(found(text).as_deref(), Some(code));
        }
    }

    #[test]
    fn too_little_text_tells_nothing() {
        assert_eq!(found("The bridge is shut."), None);
        assert_eq!(found(&"Lorem ipsum dolor sit amet consectetur ".repeat(20)), None);
    }
}
