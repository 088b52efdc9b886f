//! One name in several spellings: Open AI and OpenAI, Al-Qaeda and Al Qaeda, Yildiz and Yıldız.
//!
//! In: the register and the keys of all names. Out: one entity for those that have the same letters.

use super::register::Register;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// Letters of the shortest name that is known by its letters alone: in shorter ones a full stop tells words apart (us, U.S.).
const SHORTEST: usize = 5;

/// The letters of a key, without their accents.
fn letters(key: &str) -> String {
    let own = |c: char| match c {
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        other => other,
    };
    if key.is_ascii() {
        return key.chars().filter(|c| c.is_alphanumeric()).collect();
    }
    key.nfd().filter(|c| c.is_alphanumeric()).map(own).collect()
}

/// Joins names that differ only in accents, blanks, hyphens and full stops, to the one that stands first among those that are
/// known.
pub fn link<'k>(register: &mut Register, keys: impl Iterator<Item = &'k str>) {
    let mut by: FxHashMap<String, Vec<&str>> = FxHashMap::default();
    let mut order: Vec<String> = Vec::new();
    for key in keys {
        let letters = letters(key);
        if letters.chars().count() < SHORTEST {
            continue;
        }
        let spellings = by.entry(letters.clone()).or_insert_with(|| {
            order.push(letters);
            Vec::new()
        });
        if !spellings.contains(&key) {
            spellings.push(key);
        }
    }
    for letters in order {
        let spellings = by.get(&letters).map_or(&[][..], Vec::as_slice);
        let Some(entity) = spellings.iter().filter(|_| spellings.len() > 1).find_map(|key| register.full(key)) else { continue };
        for key in spellings {
            register.full.insert((*key).to_owned(), entity);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::weigh;
    use crate::model::{Article, Passage, PassageKind, Story};

    /// How many persons made-up articles name.
    fn persons(texts: &[&str]) -> usize {
        let article = |text: &&str| {
            let passage = Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: (*text).to_owned() };
            Article { passages: vec![passage], ..Article::default() }
        };
        let evidence = weigh(&Story { articles: texts.iter().map(article).collect(), ..Story::default() });
        let mut named: Vec<usize> = evidence.names.mentions.iter().map(|m| m.entity).collect();
        named.sort_unstable();
        named.dedup();
        named.len()
    }

    #[test]
    fn accents_make_no_other_person() {
        let one = "The minister, Taner Yilmaz, said the mine was safe.";
        assert_eq!(persons(&[one, "Taner Yılmaz, the minister, said the mine was safe."]), 1);
        assert_eq!(persons(&[one, "Taner Yalman, the minister, said the mine was safe."]), 2);
    }
}
