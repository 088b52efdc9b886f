//! People, places and organisations: one entity under all its names and titles, in all articles of a story.

use crate::model::{FactKind, Place, Story};

/// Somebody or something with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// [`FactKind::Person`], [`FactKind::Place`] or [`FactKind::Organisation`].
    pub kind: FactKind,
    /// The one name used for it everywhere: the fullest that any article gives.
    pub name: String,
    /// Every way the story names it, titles and descriptions from appositions included, in order of first use.
    pub aliases: Vec<String>,
}

/// One place where an entity is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where; the whole name with its titles.
    pub place: Place,
    /// Index into [`Names::entities`].
    pub entity: usize,
}

/// Who and what the story names, and where.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Names {
    /// The entities, in order of first mention.
    pub entities: Vec<Entity>,
    /// The mentions, by place.
    pub mentions: Vec<Mention>,
}

/// Finds the names of a story.
pub fn find(_story: &Story, _sentences: &[Place]) -> Names {
    Names::default()
}
