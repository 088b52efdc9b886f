//! Who said it: cue verbs, `according to`, turns, pronouns and titles.
//!
//! In: names and quoted words. Out: [`Quotation`]s with their speakers. [`items`] turns a passage into words, names and
//! quotations; [`cues`] finds the attribution within a sentence, [`behind`] that right behind a quotation, [`edges`] that at its
//! beginning or end; [`subjects`], [`phrases`] and [`inverted`] who is the subject of a verb, before and behind it, [`about`] who
//! is that of a sentence; [`documents`] whose a report or statement is, [`bodies`] which board or firm is meant, [`memory`] whom
//! a pronoun means, [`voices`] all of it from sentence to sentence.
//!
//! This file walks through an article and gives quotations without attribution the speaker of what they continue. Left out: scare
//! quotes; what nothing attributes stays without a speaker.

mod about;
mod behind;
mod bodies;
pub(crate) mod cues;
mod documents;
mod edges;
mod inverted;
pub(crate) mod items;
pub(crate) mod memory;
mod phrases;
pub(crate) mod subjects;
pub(crate) mod voices;

use crate::analysis::lexicon::people;
use crate::analysis::names::{Entity, Names};
use crate::analysis::quotations::Quoted;
use crate::analysis::reprints::Reprints;
use crate::model::{Article, FactKind, PassageKind, Place, Quotation, Span, Story, places};
use items::Is;
use memory::Speaker;
use std::ops::Range;
use subjects::{Scene, Who};
use voices::{Sentence, Voices, near};

/// Gives each quotation its speaker.
pub fn attribute(story: &Story, names: &Names, quoted: &[Quoted]) -> Vec<Quotation> {
    Reprints::of(story).gather(
        |a| {
            let Some(article) = story.articles.get(a) else { return Vec::new() };
            let own = places::of_article(quoted, a);
            Walk::new(a, article, names, quoted.get(own.clone()).unwrap_or(&[]), own.start).run()
        },
        |quotation, article| Quotation { place: Place { article, ..quotation.place }, ..quotation },
    )
}

struct Walk<'a> {
    a: usize,
    article: &'a Article,
    names: &'a Names,
    quoted: &'a [Quoted],
    offset: usize,
    speakers: Vec<Option<Speaker>>,
    /// Which of them a verb of saying names, not only what stands around.
    told: Vec<bool>,
    voices: Voices<'a>,
    before: Before,
}

/// How the quotations before leave things for one without attribution.
#[derive(Debug, Clone, Default)]
struct Before {
    /// Who spoke last, and where.
    speaker: Option<(usize, Speaker)>,
    /// Whom the last sentence outside quotations is about.
    subject: Option<(usize, Speaker)>,
}

impl<'a> Walk<'a> {
    fn new(a: usize, article: &'a Article, names: &'a Names, quoted: &'a [Quoted], offset: usize) -> Self {
        Walk {
            a,
            article,
            names,
            quoted,
            offset,
            speakers: vec![None; quoted.len()],
            told: vec![false; quoted.len()],
            voices: Voices::new(names),
            before: Before::default(),
        }
    }

    fn run(mut self) -> Vec<Quotation> {
        for (p, passage) in self.article.passages.iter().enumerate().filter(|(_, p)| p.is_article()) {
            let here = places::of_passage(self.quoted, self.a, p);
            if self.quoted.get(here.clone()).is_some_and(|q| q.iter().any(|q| q.turn)) {
                self.turns(p, here);
                continue;
            }
            let quotes: Vec<(usize, Span)> = here.filter_map(|n| self.quoted.get(n).map(|q| (n, q.place.span))).collect();
            let line = items::read(&passage.text, self.names.in_passage(self.a, p), &quotes);
            let before = self.before.clone();
            if !self.signed(p, &passage.text, &line) {
                self.passage(p, &passage.text, &line);
            }
            // What stands between two paragraphs ends no speech.
            if quotes.is_empty() && matches!(passage.kind, PassageKind::Heading | PassageKind::Caption) {
                self.before = before;
            }
        }
        let quotation = |(q, speaker): (&Quoted, Option<Speaker>)| {
            let speaker = speaker.filter(|_| !q.scare || q.turn);
            Quotation {
                place: q.place,
                speaker_as_written: speaker.as_ref().map(|s| s.written.clone()),
                speaker: speaker.and_then(|s| s.name),
                claim: None,
                scare: q.scare,
            }
        };
        self.quoted.iter().zip(std::mem::take(&mut self.speakers)).map(quotation).collect()
    }

    fn turns(&mut self, p: usize, here: Range<usize>) {
        let named = self.article.passages.get(p).and_then(|x| x.speaker.clone());
        let Some(written) = named else { return };
        let name = self.answering(&written).unwrap_or_else(|| turn_speaker(&written, self.names));
        for slot in self.speakers.get_mut(here).unwrap_or(&mut []) {
            *slot = Some(Speaker { name: Some(name.clone()), written: written.clone(), entity: None });
        }
    }

    /// A line that says whose the quotation above it is: `— Jane Roe, docker`. Gives it that speaker.
    fn signed(&mut self, p: usize, text: &str, line: &items::Line) -> bool {
        let Some(above) = p.checked_sub(1) else { return false };
        let dash = |i: &items::Item| matches!(i.is, Is::Sign('-' | '–' | '—' | '―'));
        let Some(name) = line.items.iter().find(|i| !dash(i)).filter(|_| line.items.first().is_some_and(dash)) else {
            return false;
        };
        let Some(entity) = name.person(&self.names.entities).filter(|_| text.split_whitespace().count() <= 12) else {
            return false;
        };
        let quotes = places::of_passage(self.quoted, self.a, above);
        let whole = self.article.passages.get(above).map_or("", |p| p.text.as_str()).trim_matches(|c: char| !c.is_alphanumeric());
        let alone = self.quoted.get(quotes.start).is_some_and(|q| q.place.span.len() + 2 >= whole.len());
        if quotes.is_empty() || !alone {
            return false;
        }
        let speaker = Speaker {
            name: self.names.name(entity).map(str::to_owned),
            written: name.span.of(text).to_owned(),
            entity: Some(entity),
        };
        for q in quotes {
            self.set(q, speaker.clone());
        }
        self.before.speaker = Some((p, speaker));
        true
    }

    /// Who answers where turns are marked `Q` and `A` only: whom the article names most before the first turn.
    fn answering(&self, label: &str) -> Option<String> {
        if !matches!(label.to_lowercase().trim_end_matches('.'), "a" | "answer") {
            return None;
        }
        let first = self.quoted.iter().find(|q| q.turn)?.place.passage;
        let mut named: Vec<(usize, usize)> = Vec::new();
        for p in 0..first {
            for mention in self.names.in_passage(self.a, p) {
                let person = self.names.entities.get(mention.entity).is_some_and(|e| e.kind == FactKind::Person);
                match named.iter_mut().find(|(e, _)| *e == mention.entity) {
                    Some((_, times)) => *times += 1,
                    None if person => named.push((mention.entity, 1)),
                    None => {}
                }
            }
        }
        let (most, _) = named.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        self.names.name(most).map(str::to_owned)
    }

    fn passage(&mut self, p: usize, text: &str, line: &items::Line) {
        let scene = Scene { items: &line.items, entities: &self.names.entities };
        for &(from, to) in &line.sentences {
            self.sentence(&Sentence { passage: p, text, scene, from, to });
        }
    }

    fn sentence(&mut self, sentence: &Sentence) {
        let &Sentence { passage, scene, from, to, .. } = sentence;
        let quote = |n: usize| scene.items.get(n).and_then(|i| if let Is::Quote(q) = i.is { Some((n, q)) } else { None });
        let quotes: Vec<(usize, usize)> = (from..to).filter_map(quote).collect();
        let mut best: Option<(cues::Strength, Speaker)> = None;
        let mut open: Vec<usize> = Vec::new();
        for &(n, q) in &quotes {
            let cue = cues::of(&scene, from, to, n);
            let named =
                cue.as_ref().is_some_and(|c| c.strength == cues::Strength::Strong && !matches!(c.subject.who, Who::Pronoun(..)));
            if let Some(speaker) = self.continued(q).filter(|_| !named) {
                self.set(q, speaker);
                continue;
            }
            if cue.as_ref().is_none_or(|c| c.strength == cues::Strength::Weak) && cues::of_nobody(&scene, from, n) {
                continue;
            }
            let Some(cue) = cue else {
                open.push(q);
                continue;
            };
            let speaker = self.voices.who(&cue.subject, sentence);
            if best.as_ref().is_none_or(|(s, _)| *s < cue.strength) {
                best = Some((cue.strength, speaker.clone()));
            }
            if cue.strength == cues::Strength::Weak {
                open.push(q);
            }
            if cue.strength == cues::Strength::Strong && !self.told_before(q) {
                self.tell_back(q, &speaker);
            }
            if let Some(told) = self.told.get_mut(q) {
                *told = cue.strength > cues::Strength::Weak;
            }
            self.set(q, speaker);
        }
        // What has no attribution of its own shares its sentence's, else goes on with who spoke before.
        let shared = best.filter(|(s, _)| *s > cues::Strength::Weak).map(|(_, s)| s);
        for q in open {
            let weak = self.speakers.get(q).is_some_and(Option::is_some);
            // A few quoted words well within a sentence that nobody is said to say: an explosion “like an earthquake.”
            let aside = || {
                let words = self.quoted.get(q).map_or(0, |x| x.place.span.of(sentence.text).split_whitespace().count());
                words <= 4 && !scene.items.get(from).is_some_and(|i| matches!(i.is, Is::Quote(_)))
            };
            let speaker = shared.clone().or_else(|| if weak || aside() { None } else { inherited(passage, &self.before) });
            if let Some(speaker) = speaker {
                let here = shared.is_some() || self.before.speaker.as_ref().is_some_and(|(at, _)| *at == passage);
                if let Some(told) = self.told.get_mut(q).filter(|_| here) {
                    *told = true;
                }
                self.set(q, speaker);
            }
        }
        let speech = |q: usize| shared.is_some() || self.quoted.get(q).is_some_and(|x| !x.scare);
        let spoken =
            quotes.iter().filter(|(_, q)| speech(*q)).filter_map(|(_, q)| self.speakers.get(*q).cloned().flatten()).next_back();
        self.note(sentence, spoken);
    }

    /// Remembers who a sentence is about and who speaks in it.
    fn note(&mut self, sentence: &Sentence, spoken: Option<Speaker>) {
        let subject = self.voices.note(sentence, spoken.as_ref());
        if sentence.is_elliptic() {
            return;
        }
        if let Some(subject) = subject.filter(|s| s.name.is_some()) {
            self.before.subject = Some((sentence.passage, subject));
        }
        if let Some(speaker) = spoken {
            self.before.speaker = Some((sentence.passage, speaker));
        } else if !sentence.is_only_quotes() {
            self.before.speaker = None;
        }
    }

    fn continued(&self, q: usize) -> Option<Speaker> {
        let before = self.quoted.get(q)?.continues?;
        self.speakers.get(before.checked_sub(self.offset)?).cloned().flatten()
    }

    /// Whether the utterance that this quotation goes on with was attributed where it began.
    fn told_before(&self, q: usize) -> bool {
        let before = |q: usize| self.quoted.get(q).and_then(|x| x.continues).and_then(|c| c.checked_sub(self.offset));
        std::iter::successors(before(q), |&n| before(n)).any(|n| self.told.get(n).copied().unwrap_or_default())
    }

    /// Gives the paragraphs before of one utterance the speaker that only the last one names.
    fn tell_back(&mut self, q: usize, speaker: &Speaker) {
        let before = |q: usize| self.quoted.get(q).and_then(|x| x.continues).and_then(|c| c.checked_sub(self.offset));
        let parts: Vec<usize> = std::iter::successors(before(q), |&n| before(n)).collect();
        for part in parts {
            self.set(part, speaker.clone());
        }
    }

    fn set(&mut self, q: usize, speaker: Speaker) {
        if let Some(slot) = self.speakers.get_mut(q) {
            *slot = Some(speaker);
        }
    }
}

/// The speaker of a quotation without attribution: who spoke just before, else whom the text before is about.
fn inherited(p: usize, before: &Before) -> Option<Speaker> {
    let speaker = before.speaker.as_ref().filter(|(at, _)| near(p, *at));
    let subject = before.subject.as_ref().filter(|(at, _)| near(p, *at));
    speaker.or(subject).map(|(_, s)| s.clone())
}

/// The person a transcript names: the entity whose name ends the label (`President of Ruritania Jane Roe`).
pub(crate) fn turn_speaker(label: &str, names: &Names) -> String {
    let lower = label.to_lowercase();
    let ends = |name: &str| {
        let name = name.to_lowercase();
        lower == name || lower.strip_suffix(name.as_str()).is_some_and(|rest| rest.ends_with(' '))
    };
    let persons = names.entities.iter().filter(|e| e.kind == FactKind::Person);
    let full = persons.clone().filter(|e| ends(&e.name)).max_by_key(|e| e.name.len());
    let alias = || persons.clone().find(|e| e.aliases.iter().any(|a| a.to_lowercase() == lower));
    // MS. ROE: the only person of that family name, if the title goes with it.
    let bare = |word: &&str| !people::is_title(word.trim_end_matches('.'));
    let family = lower.split(' ').filter(bare).collect::<Vec<_>>();
    let gender = lower.split(' ').find_map(|w| people::title_gender(w.trim_end_matches('.')));
    let sole = || {
        let [family] = family.as_slice() else { return None };
        let bearer = |e: &&Entity| {
            let last = e.name.to_lowercase().rsplit(' ').next() == Some(*family);
            last && (gender.is_none() || e.gender.is_none() || e.gender == gender)
        };
        let mut bearers = persons.clone().filter(bearer);
        bearers.next().filter(|_| bearers.next().is_none())
    };
    full.or_else(alias).or_else(sole).map_or_else(|| label.to_owned(), |e| e.name.clone())
}
