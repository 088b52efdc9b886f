//! The register: every name of the story, counted, and the entities they stand for.
//!
//! In: the candidates of all articles. Out: [`Register`]: entities with kind, canonical name and gender, and an index
//! from every form (full names, family names, acronyms) to the entities it can mean.

use super::candidates::Candidate;
use super::descriptions::{Description, Learnt};
use super::people;
use super::runs::Usage;
use super::votes::Votes;
use super::{shortened, spelt};
use crate::analysis::lexicon::people::Gender;
use crate::analysis::lexicon::{organisations as org, people as persons, places};
use crate::model::FactKind;
use rustc_hash::{FxHashMap, FxHashSet};

/// An entity of the register.
#[derive(Debug, Clone)]
pub struct Known {
    /// Which kind.
    pub kind: FactKind,
    /// The name used for it.
    pub name: String,
    /// Of a person: which pronoun.
    pub gender: Option<Gender>,
    /// How often the story gives its full name.
    pub weight: usize,
    /// Of an organisation or place: how often the story gives the name used for it.
    pub usual: usize,
    /// What it is described as.
    pub descriptions: Vec<Description>,
}

/// The names of a story.
#[derive(Debug, Default)]
pub struct Register {
    /// The entities.
    pub entities: Vec<Known>,
    /// Full names, acronyms and names of one word that are nobody's family name: key to entity.
    pub(super) full: FxHashMap<String, usize>,
    /// Family names and other short forms of persons: key to the entities it can mean, in order of first mention.
    short: FxHashMap<String, Vec<usize>>,
    /// First names of persons with two names.
    given: FxHashMap<String, Vec<usize>>,
    /// Roles to the persons described by them.
    heads: FxHashMap<String, Vec<usize>>,
}

/// What was counted for one key.
#[derive(Debug, Default)]
struct Counted {
    key: String,
    votes: Votes,
    count: usize,
    titled: usize,
    /// How often something beside it goes with bodies alone.
    bodies: usize,
    regal: bool,
    he: usize,
    she: usize,
    /// As written, with how often.
    forms: Vec<(String, usize)>,
}

impl Register {
    /// Counts the candidates of all articles and makes entities of them.
    pub fn of(candidates: &[&Vec<Candidate>], usage: &Usage) -> Register {
        let counted = count(candidates);
        let mut register = Register::default();
        // Le Duc, St. John: a family name by itself, if somebody has it, is no other person.
        let (families, names): (Vec<&Counted>, Vec<&Counted>) =
            counted.iter().filter(|c| c.key.contains(' ')).partition(|c| prefixed(&c.key));
        let sole: FxHashSet<&str> = counted.iter().filter(|c| !c.key.contains(' ')).map(|c| c.key.as_str()).collect();
        let usual = |c: &Counted| c.key.rsplit(' ').next().is_some_and(|last| sole.contains(last));
        for c in names {
            match kind_of(c, usage, usual(c)) {
                Some(FactKind::Person) => register.add_person(c),
                Some(kind) => register.add_other(c, kind),
                None => {}
            }
        }
        register.index_people();
        for c in families.into_iter().filter(|c| register.short(&c.key).is_empty()).collect::<Vec<_>>() {
            match kind_of(c, usage, false) {
                Some(FactKind::Person) => register.add_person(c),
                Some(kind) => register.add_other(c, kind),
                None => {}
            }
        }
        register.index_people();
        for c in counted.iter().filter(|c| !c.key.contains(' ')) {
            register.add_single(c, usage);
        }
        register.link_acronyms();
        let sole = |c: &&Counted| !c.key.contains(' ') && c.titled == 0 && c.votes.place <= 0;
        let nouns = counted.iter().filter(sole).filter(|c| c.votes.person <= 0).map(|c| c.key.clone()).collect();
        let own = counted.iter().filter(sole).filter(|c| c.is_body()).map(|c| c.key.clone()).collect();
        shortened::link(&mut register, &nouns, &own);
        spelt::link(&mut register, counted.iter().map(|c| c.key.as_str()));
        register
    }

    /// What a full name, acronym or sole name stands for.
    pub fn full(&self, key: &str) -> Option<usize> {
        self.full.get(key).copied()
    }

    /// The persons whose family name (or other short form) this is.
    pub fn short(&self, key: &str) -> &[usize] {
        self.short.get(key).map_or(&[], Vec::as_slice)
    }

    /// The persons whose first name this is.
    pub fn given(&self, key: &str) -> &[usize] {
        self.given.get(key).map_or(&[], Vec::as_slice)
    }

    /// The persons described by a role, in order.
    pub fn of_head(&self, head: &str) -> &[usize] {
        self.heads.get(head).map_or(&[], Vec::as_slice)
    }

    fn add_person(&mut self, counted: &Counted) {
        let gender = counted.gender();
        let found = self.person_like(&counted.key, gender);
        let entity = found.unwrap_or_else(|| {
            self.entities.push(Known {
                kind: FactKind::Person,
                name: String::new(),
                gender: None,
                weight: 0,
                usual: 0,
                descriptions: Vec::new(),
            });
            self.entities.len() - 1
        });
        self.full.insert(counted.key.clone(), entity);
        for end in ends(&counted.key) {
            let list = self.short.entry(format!("\u{0}{end}")).or_default();
            if !list.contains(&entity) {
                list.push(entity);
            }
        }
        if let Some(known) = self.entities.get_mut(entity) {
            // The usual full name; of names equally usual the longer one.
            let (form, times) = counted.best();
            // Wasserman Doe is Anna Wasserman Doe: the longer one is whole.
            let lower = known.name.to_lowercase();
            let whole = counted.key.strip_suffix(lower.as_str()).is_some_and(|rest| rest.ends_with(' '));
            let part = lower.strip_suffix(counted.key.as_str()).is_some_and(|rest| rest.ends_with(' '));
            let better = whole && !known.name.is_empty()
                || !part && counted.count > known.weight
                || (counted.count == known.weight && form.len() > known.name.len());
            if times > 0 && better {
                known.name = form.to_owned();
            }
            known.weight = known.weight.max(counted.count);
            known.gender = known.gender.or(gender);
        }
    }

    /// A person of the register whose name can be this one's; among several the first.
    fn person_like(&self, key: &str, gender: Option<Gender>) -> Option<usize> {
        let mut alike: Vec<usize> =
            ends(key).iter().flat_map(|e| self.short(&format!("\u{0}{e}")).iter().copied().take(MOST_KIN)).collect();
        alike.sort_unstable();
        alike.dedup();
        alike.into_iter().find(|&e| {
            let known = self.entities.get(e);
            let same_gender = known.is_some_and(|k| k.gender.is_none() || gender.is_none() || k.gender == gender);
            same_gender && known.is_some_and(|k| people::same_person(&k.name.to_lowercase(), key))
        })
    }

    fn add_other(&mut self, counted: &Counted, kind: FactKind) {
        let key = places::same_country(&shortened::bare(&counted.key)).to_owned();
        let (form, _) = counted.best();
        let entity = self.full.get(&key).copied().filter(|&e| self.entities.get(e).is_some_and(|k| k.kind != FactKind::Person));
        let known = entity.and_then(|e| self.entities.get_mut(e));
        // Of the forms that tell the country and those that do not the usual one.
        if let Some(known) = known.filter(|k| counted.count > k.usual) {
            known.name = shortened::without_legal_form(form.strip_prefix("The ").unwrap_or(form)).to_owned();
            known.usual = counted.count;
        }
        let entity = entity.unwrap_or_else(|| {
            let name = shortened::without_legal_form(form.strip_prefix("The ").unwrap_or(form)).to_owned();
            self.entities.push(Known { kind, name, gender: None, weight: 0, usual: counted.count, descriptions: Vec::new() });
            self.entities.len() - 1
        });
        if let Some(known) = self.entities.get_mut(entity) {
            known.weight += counted.count;
        }
        self.full.insert(counted.key.clone(), entity);
        self.full.entry(key).or_insert(entity);
    }

    /// Lists every person under family name and first name.
    fn index_people(&mut self) {
        self.short.clear();
        let mut full: Vec<(&String, &usize)> =
            self.full.iter().filter(|(_, e)| self.entities.get(**e).is_some_and(|k| k.kind == FactKind::Person)).collect();
        full.sort_by_key(|(key, entity)| (**entity, (*key).clone()));
        let (mut short, mut given) = (FxHashMap::<String, Vec<usize>>::default(), FxHashMap::<String, Vec<usize>>::default());
        for (key, entity) in full {
            for form in people::short_forms(key) {
                let list = short.entry(form).or_default();
                if !list.contains(entity) {
                    list.push(*entity);
                }
            }
            if let Some(first) = key.split(' ').next().filter(|f| f.trim_end_matches('.').chars().count() > 1) {
                let list = given.entry(first.to_owned()).or_default();
                if !list.contains(entity) {
                    list.push(*entity);
                }
            }
        }
        self.short = short;
        self.given = given;
    }

    /// Lets a sole family name tell the gender of the one person who bears it.
    fn learn_gender(&mut self, counted: &Counted) {
        let &[sole] = self.short(&counted.key) else { return };
        let (Some(gender), Some(known)) = (counted.gender(), self.entities.get_mut(sole)) else { return };
        // Mr. Roe, where one Roe is known: the title tells more than a first name.
        // Roe said she, again and again: where nothing else tells, more than one such place does.
        if counted.titled > 0 || known.gender.is_none() && counted.he.abs_diff(counted.she) >= 2 {
            known.gender = Some(gender);
        }
    }

    fn add_single(&mut self, counted: &Counted, usage: &Usage) {
        self.learn_gender(counted);
        let key = &counted.key;
        let place = places::is_place(key);
        // President Vladimir: a first name that one person has, whatever title stands before it, unless it is a ruler's.
        let given = self.given.get(key).is_some_and(|g| g.len() == 1 || counted.titled == 0) && !counted.regal;
        if !place && (self.short.contains_key(key) || given) {
            return;
        }
        let family = self.short.contains_key(key);
        let mut votes = counted.votes;
        if !family && votes.person > 0 && counted.titled == 0 {
            // One vote for a sole name is too little: verbs of saying go with institutions as well.
            votes.person -= 2;
        }
        // So is one `in` or `the` before it: two of every three mentions must have more.
        if !place && votes.place < 3 {
            votes.place = 0;
        }
        let known = org::is_organisation(key);
        // BRIEF, in a heading: a word that is written small elsewhere is no acronym.
        if usage.small.contains(key.as_str()) && !known && !place && counted.titled == 0 {
            return;
        }
        if !known && votes.organisation < 2 * i32::try_from(counted.count).unwrap_or(i32::MAX) {
            votes.organisation = 0;
        }
        let kind = if !family && counted.is_body() { Some(FactKind::Organisation) } else { votes.winner() };
        let Some(kind) = kind else { return };
        if family && kind == FactKind::Person {
            return;
        }
        let (form, _) = counted.best();
        let same = places::same_country(key);
        if let Some(&entity) = self.full.get(same) {
            self.full.insert(key.clone(), entity);
            // Of several names of one country the usual one.
            if let Some(known) = self.entities.get_mut(entity).filter(|k| k.kind == FactKind::Place && counted.count > k.weight) {
                known.name = form.to_owned();
                known.weight = counted.count;
            }
            return;
        }
        self.entities.push(Known {
            kind,
            name: form.to_owned(),
            gender: counted.gender(),
            weight: counted.count,
            usual: counted.count,
            descriptions: Vec::new(),
        });
        self.full.insert(key.clone(), self.entities.len() - 1);
        self.full.entry(same.to_owned()).or_insert(self.entities.len() - 1);
        if kind == FactKind::Person {
            self.short.entry(key.clone()).or_default().push(self.entities.len() - 1);
        }
    }

    /// Joins acronyms to the organisations after which they stand in brackets: the Harbour Front (HF).
    pub fn link_bracketed(&mut self, pairs: &[(String, String)]) {
        for (long, acronym) in pairs {
            let (Some(&entity), Some(&other)) = (self.full.get(long), self.full.get(acronym)) else { continue };
            let body = |e: usize| self.entities.get(e).is_some_and(|k| k.kind == FactKind::Organisation);
            if entity != other && body(entity) && body(other) {
                self.full.insert(acronym.clone(), entity);
            }
        }
    }

    /// Joins acronyms to the organisation whose initials they are.
    fn link_acronyms(&mut self) {
        let mut long: Vec<(String, usize)> = Vec::new();
        for (key, &entity) in &self.full {
            if key.contains(' ') && self.entities.get(entity).is_some_and(|k| k.kind == FactKind::Organisation) {
                long.push((key.clone(), entity));
            }
        }
        long.sort();
        for (key, entity) in long {
            // Of the US Coast Guard the country gives both its letters.
            let initials = |w: &str| if shortened::is_abbreviated_country(w) { w.len() } else { 1 };
            let words = key.split(' ').filter(|w| !org::is_connector(w));
            let letters: String = words.flat_map(|w| w.chars().filter(|c| *c != '.').take(initials(w))).collect();
            let dotted: String = letters.chars().flat_map(|c| [c, '.']).collect();
            let found = self.full.get(&letters).or_else(|| self.full.get(&dotted));
            let Some(&acronym) = found.filter(|_| letters.chars().count() >= 2) else { continue };
            let organisation = self
                .entities
                .get(acronym)
                .is_some_and(|k| k.kind == FactKind::Organisation && k.name.chars().all(|c| !c.is_lowercase()));
            if organisation && acronym != entity {
                for form in [letters, dotted] {
                    if self.full.get(&form) == Some(&acronym) {
                        self.full.insert(form, entity);
                    }
                }
            }
        }
    }

    /// Adds what appositions and titles say of persons.
    pub fn describe(&mut self, candidates: &[&Vec<Candidate>], learnt: &[&Vec<Learnt>]) {
        for (candidates, learnt) in candidates.iter().zip(learnt) {
            for l in learnt.iter() {
                let Some(candidate) = candidates.get(l.candidate) else { continue };
                let full = self.full(&candidate.key);
                let sole = || Some(self.short(&candidate.key)).filter(|s| s.len() == 1).and_then(|s| s.first().copied());
                let Some(entity) = full.or_else(sole) else { continue };
                if let Some(known) = self.entities.get_mut(entity).filter(|k| k.kind == FactKind::Person) {
                    known.gender = known.gender.or(l.gender);
                    if known.descriptions.len() < MOST_DESCRIPTIONS && !known.descriptions.contains(&l.description) {
                        known.descriptions.push(l.description.clone());
                        let list = self.heads.entry(l.description.head.clone()).or_default();
                        if !list.contains(&entity) && list.len() < MOST_KIN {
                            list.push(entity);
                        }
                    }
                }
            }
        }
    }
}

/// More bearers of one family name than this are not compared.
const MOST_KIN: usize = 64;
/// More descriptions of one person than this are not kept.
const MOST_DESCRIPTIONS: usize = 24;

impl Counted {
    /// Whether it is a body's name by what stands beside it: once where nothing tells of a person or place, else most times.
    fn is_body(&self) -> bool {
        // Bodies say things as well as people.
        let plain = self.votes.person <= 2 && self.votes.place < 3;
        self.titled == 0 && self.bodies > 0 && (plain || self.bodies * 2 > self.count)
    }

    fn best(&self) -> (&str, usize) {
        let mut best: (&str, usize) = ("", 0);
        // VIRGINIA ROE, as in a dateline, only where nobody writes it otherwise.
        let shouted = |form: &str| form.chars().count() > 5 && !form.chars().any(char::is_lowercase);
        let all = self.forms.iter().all(|(f, _)| shouted(f));
        for (form, times) in self.forms.iter().filter(|(f, _)| all || !shouted(f)) {
            if *times > best.1 {
                best = (form, *times);
            }
        }
        best
    }

    fn gender(&self) -> Option<Gender> {
        match self.he.cmp(&self.she) {
            std::cmp::Ordering::Greater => Some(Gender::He),
            std::cmp::Ordering::Less => Some(Gender::She),
            std::cmp::Ordering::Equal => None,
        }
    }
}

fn count(candidates: &[&Vec<Candidate>]) -> Vec<Counted> {
    let mut index: FxHashMap<&str, usize> = FxHashMap::default();
    let mut counted: Vec<Counted> = Vec::new();
    for candidate in candidates.iter().copied().flatten() {
        let at = *index.entry(&candidate.key).or_insert_with(|| {
            counted.push(Counted { key: candidate.key.clone(), ..Counted::default() });
            counted.len() - 1
        });
        let Some(c) = counted.get_mut(at) else { continue };
        c.votes.add(candidate.votes);
        c.count += 1;
        c.titled += usize::from(candidate.titled);
        c.bodies += usize::from(candidate.body);
        c.regal |= candidate.regal;
        let weight = if candidate.sure { 4 } else { 1 };
        match candidate.gender.or(candidate.referred) {
            Some(Gender::He) => c.he += weight,
            Some(Gender::She) => c.she += weight,
            None => {}
        }
        if let Some((_, times)) = c.forms.iter_mut().find(|(f, _)| *f == candidate.name) {
            *times += 1;
        } else if c.forms.len() < 8 {
            c.forms.push((candidate.name.clone(), 1));
        }
    }
    counted
}

/// The kind of a name of several words. Without votes: two or three words that the story never writes small are a
/// person's name.
fn kind_of(counted: &Counted, usage: &Usage, usual: bool) -> Option<FactKind> {
    let words: Vec<&str> = counted.key.split(' ').collect();
    let times = i32::try_from(counted.count).unwrap_or(i32::MAX);
    let votes = counted.votes;
    let event = words.last().is_some_and(|w| org::is_thing_noun(w) && !org::is_organisation_noun(w)) && votes.person < 4 * times;
    if event && !org::is_organisation(&counted.key) && !places::is_place(&counted.key) {
        return None;
    }
    let office = words.first().is_some_and(|w| persons::is_title(w) || persons::is_role(w));
    if counted.is_body() && votes.person < 4 * times && !office {
        return Some(FactKind::Organisation);
    }
    if let Some(kind) = votes.winner() {
        // The Long Peace: an article before it is no evidence.
        let slight = kind == FactKind::Organisation && votes.organisation < 2 * times;
        return Some(kind).filter(|_| !slight);
    }
    let plain = |w: &&str| {
        w.chars().all(|c| c.is_alphabetic() || c == '.' || c == '-' || c == '\'' || c == '’')
            && (persons::is_particle(w) || !usage.small.contains(*w))
    };
    let thing = words.iter().any(|w| org::is_thing_noun(w) || org::is_organisation(w));
    let adjective = thing || words.iter().any(|w| places::country_of(w).is_some() || persons::is_role(w));
    let shouted = counted.forms.iter().all(|(f, _)| !f.chars().any(char::is_lowercase));
    let placed = words.first().is_some_and(|w| places::is_place(w));
    (usual
        && !shouted
        && !placed
        && (2..=3).contains(&words.len())
        && words.iter().all(plain)
        && !adjective
        && counted.votes.person == 0)
        .then_some(FactKind::Person)
}

/// Whether a name begins with a word that begins family names: le, van, st.
fn prefixed(key: &str) -> bool {
    key.split(' ').next().is_some_and(persons::is_family_prefix)
}

/// The first and the last word of a name, under which persons are compared.
fn ends(key: &str) -> Vec<&str> {
    let mut words = key.split(' ').filter(|w| !matches!(w.trim_end_matches('.'), "jr" | "sr" | "ii" | "iii" | "iv"));
    let first = words.next();
    first.into_iter().chain(words.next_back()).collect()
}
