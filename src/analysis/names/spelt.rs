//! One name in several spellings: Open AI and OpenAI, Al-Qaeda and Al Qaeda.
//!
//! In: the register and the keys of all names. Out: one entity for those that have the same letters.

use super::register::Register;
use rustc_hash::FxHashMap;

/// Letters of the shortest name that is known by its letters alone: in shorter ones a full stop tells words apart (us, U.S.).
const SHORTEST: usize = 5;

/// Joins names that differ only in blanks, hyphens and full stops, to the one that stands first among those that are known.
pub fn link<'k>(register: &mut Register, keys: impl Iterator<Item = &'k str>) {
    let mut by: FxHashMap<String, Vec<&str>> = FxHashMap::default();
    let mut order: Vec<String> = Vec::new();
    for key in keys {
        let letters: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
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
            register.full.entry((*key).to_owned()).or_insert(entity);
        }
    }
}
