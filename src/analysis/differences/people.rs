//! Who has which name, and who speaks for which body: `Ruritanian Police Lt. Anna Adler`, `Bruno Brand of the Harbour Board`,
//! `Fishing Secretary Carl Corden` for the Fishing Department. What the body says and what its officer says is one report.

use super::speakers::ROLES;
use crate::analysis::Evidence;
use crate::analysis::names::{Entity, Mention};
use crate::model::{FactKind, Span, Story};
use rustc_hash::{FxHashMap, FxHashSet};

/// So many bytes between the names of a body and of its officer: `, a spokeswoman for the `.
const GAP: usize = 36;

/// Whoever the story names.
pub(super) struct People<'e> {
    entities: &'e [Entity],
    by_name: FxHashMap<&'e str, usize>,
    /// A person and the body beside whose name his stands.
    officers: FxHashSet<(usize, usize)>,
}

impl<'e> People<'e> {
    /// Reads who stands beside which body anywhere in a story.
    pub(super) fn of(story: &Story, evidence: &'e Evidence) -> People<'e> {
        let entities = &evidence.names.entities;
        let beside = |pair: &[Mention]| match pair {
            [one, other] => officer(story, entities, one, other),
            _ => None,
        };
        People {
            entities,
            by_name: entities.iter().enumerate().rev().map(|(n, e)| (e.name.as_str(), n)).collect(),
            officers: evidence.names.mentions.windows(2).filter_map(beside).collect(),
        }
    }

    /// Who has a name, and of what kind he is.
    pub(super) fn get(&self, name: &str) -> Option<(usize, FactKind)> {
        let entity = *self.by_name.get(name)?;
        Some((entity, self.entities.get(entity)?.kind))
    }

    /// Whether somebody speaks for a body: his name stands beside its own, or his title is of it.
    pub(super) fn speaks_for(&self, person: usize, body: usize) -> bool {
        let titled = || {
            let (person, body) = (self.entities.get(person)?, self.entities.get(body)?);
            let first = body.name.split(' ').find(|part| part.len() > 3)?;
            let own = person.name.split(' ').any(|part| part == first);
            Some(!own && person.aliases.iter().any(|alias| alias.split(' ').any(|part| part == first)))
        };
        self.officers.contains(&(person, body)) || titled().unwrap_or(false)
    }
}

/// A person and a body, where one name stands right before the other, or with `of` or `for` between.
fn officer(story: &Story, entities: &[Entity], one: &Mention, other: &Mention) -> Option<(usize, usize)> {
    let kind = |m: &Mention| entities.get(m.entity).map(|e| e.kind);
    let pair = match (kind(one)?, kind(other)?) {
        (FactKind::Person, FactKind::Organisation) => (one.entity, other.entity),
        (FactKind::Organisation, FactKind::Person) => (other.entity, one.entity),
        _ => return None,
    };
    let (from, to) = (one.place.span.end, other.place.span.start);
    if !one.place.same_passage(&other.place) || from > to || to - from > GAP {
        return None;
    }
    let gap = Span::new(from, to).of(&story.passage(&one.place)?.text);
    let told = kind(one) == Some(FactKind::Person);
    let words: Vec<&str> = gap.split([' ', ',']).filter(|w| !w.is_empty() && !matches!(*w, "the" | "a" | "an")).collect();
    // `Adler of the Harbour Board`, `Brand, a spokesman for the Kremlin`; `Police Adler`, `Kremlin spokesman Brand`
    let joined = match (told, words.as_slice()) {
        (true, ["of" | "from"]) => true,
        (true, [.., role, "of" | "for" | "at"]) | (false, [role]) => ROLES.contains(role),
        (false, []) => !gap.contains(','),
        _ => false,
    };
    (joined && !gap.contains(['.', ';', ':', '"', '“', '”'])).then_some(pair)
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Speaker;

    #[test]
    fn a_body_and_who_speaks_for_it_are_one_source() {
        let body = "The Harbour Board said the fishing quota was not discussed at the talks.";
        for person in [
            "Harbour Board spokesman Bruno Brand told reporters that the talks had not touched the fishing quota.",
            "Bruno Brand of the Harbour Board told reporters that the talks had not touched the fishing quota.",
        ] {
            assert_eq!(kinds(body, person), [], "{person}");
        }
        let stranger = "Anna Adler told reporters that the talks had not touched the fishing quota.";
        assert_eq!(kinds(body, stranger), [Speaker]);
    }
}
