//! People, places and organisations: one entity under all its names and titles, in all articles of a story.
//!
//! In: a story. Out: [`Names`]: the entities, and every place that names one. A heuristic recogniser without a model: [`runs`]
//! finds runs of capitalised words, [`candidates`] and [`votes`] weigh what each may be by its words and neighbours, [`bodies`]
//! sees what goes with bodies alone, [`register`] counts the votes of the whole story and makes entities of names that belong
//! together, [`mentions`] finds who is meant where, [`shortened`] and [`spelt`] join the short forms and the spellings of one
//! name, [`descriptions`] learns offices and kinships (`the Ruritanian president`). Left out: names that nothing tells the kind
//! of, furniture, and names in headlines that stand nowhere else.

mod bodies;
mod candidates;
mod descriptions;
mod mentions;
mod people;
mod register;
pub(crate) mod runs;
mod shortened;
mod spelt;
mod votes;

use crate::analysis::lexicon::people::Gender;
use crate::analysis::reprints::Reprints;
use crate::model::places::{self, Placed};
use crate::model::{Article, FactKind, Place, Story};
use candidates::Candidate;

/// Somebody or something with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// [`FactKind::Person`], [`FactKind::Place`] or [`FactKind::Organisation`].
    pub kind: FactKind,
    /// The one name used for it everywhere, without titles: of the full names that articles give, the usual one.
    pub name: String,
    /// Every way the story names it, titles and descriptions from appositions included, in order of first use.
    pub aliases: Vec<String>,
    /// Of a person: which pronoun goes with it, where titles, roles or the first name tell.
    pub gender: Option<Gender>,
}

/// One place where an entity is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where; the whole name with its titles.
    pub place: Place,
    /// Index into [`Names::entities`].
    pub entity: usize,
    /// Whether it is a description without a name: `the Ruritanian president`.
    pub described: bool,
}

impl Placed for Mention {
    fn place(&self) -> Place {
        self.place
    }
}

/// Who and what the story names, and where.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Names {
    /// The entities, in order of first mention.
    pub entities: Vec<Entity>,
    /// The mentions, by place.
    pub mentions: Vec<Mention>,
}

impl Names {
    /// The mentions in one passage, in order.
    pub fn in_passage(&self, article: usize, passage: usize) -> &[Mention] {
        places::in_passage(&self.mentions, article, passage)
    }

    /// The name of an entity.
    pub fn name(&self, entity: usize) -> Option<&str> {
        self.entities.get(entity).map(|e| e.name.as_str())
    }
}

/// Finds the names of a story.
pub fn find(story: &Story) -> Names {
    let reprints = Reprints::of(story);
    let article = |a: usize| story.articles.get(a);
    let reads = reprints.each(|a| article(a).map(runs::read).unwrap_or_default());
    let read = |a: usize| Some((article(a)?, reads.of(a)?));
    let usage = usage(&reprints, read);
    let found = reprints.each(|a| {
        let mut found = Vec::new();
        let Some((article, read)) = read(a) else { return found };
        for (p, (passage, page)) in
            article.passages.iter().zip(&read.passages).enumerate().filter(|(_, (_, page))| !page.title_case)
        {
            found.extend(
                runs::of(p, &passage.text, page, &usage).iter().filter_map(|run| candidates::weigh(&passage.text, page, run)),
            );
        }
        found
    });
    let candidates: Vec<&Vec<Candidate>> = found.iter().collect();
    let mut register = register::Register::of(&candidates, &usage);
    let bracketed =
        story.articles.iter().zip(&candidates).flat_map(|(article, candidates)| candidates::bracketed(article, candidates));
    register.link_bracketed(&bracketed.collect::<Vec<_>>());
    let of = |a: usize| found.of(a).map_or(&[][..], Vec::as_slice);
    let learnt = reprints.each(|a| read(a).map(|(article, read)| descriptions::learn(article, read, of(a))).unwrap_or_default());
    register.describe(&candidates, &learnt.iter().collect::<Vec<_>>());
    let mentions = reprints.gather(
        |a| read(a).map(|(article, read)| mentions::of(a, article, read, of(a), &register, &usage)).unwrap_or_default(),
        |mention, article| Mention { place: Place { article, ..mention.place }, ..mention },
    );
    assemble(story, register, mentions)
}

fn usage<'s, 'r>(reprints: &Reprints, read: impl Fn(usize) -> Option<(&'s Article, &'r runs::Read)> + Sync) -> runs::Usage<'s> {
    let each = reprints.each(|a| read(a).map(|(article, read)| runs::Capitals::of(article, read)).unwrap_or_default());
    let mut capitals = runs::Capitals::default();
    for article in each.into_once() {
        capitals.join(article);
    }
    let small = reprints.each(|a| read(a).map(|(article, read)| capitals.small(article, read)).unwrap_or_default());
    capitals.usage(small.into_once())
}

/// Numbers the entities by first mention, leaves out those never mentioned, and gathers their aliases.
fn assemble(story: &Story, register: register::Register, mut mentions: Vec<Mention>) -> Names {
    mentions.sort_by_key(|m| m.place);
    let mut number: Vec<Option<usize>> = vec![None; register.entities.len()];
    let mut entities: Vec<Entity> = Vec::new();
    for mention in &mut mentions {
        let Some(slot) = number.get_mut(mention.entity) else { continue };
        let entity = *slot.get_or_insert_with(|| {
            if let Some(known) = register.entities.get(mention.entity) {
                entities.push(Entity { kind: known.kind, name: known.name.clone(), aliases: Vec::new(), gender: known.gender });
            }
            entities.len().saturating_sub(1)
        });
        mention.entity = entity;
        let written = story.text(&mention.place);
        if let Some(entity) = entities.get_mut(entity)
            && entity.aliases.len() < MOST_ALIASES
            && !entity.aliases.iter().any(|a| a == written)
        {
            entity.aliases.push(written.to_owned());
        }
    }
    Names { entities, mentions }
}

/// More ways to name one thing than this are not listed.
const MOST_ALIASES: usize = 40;
