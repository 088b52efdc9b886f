//! Two accounts of an amount that may be of one thing: what both versions have around it decides, by what it measures. People
//! are counted otherwise than goods, a sentence lasts otherwise than a meeting, and a sum is told with less around it.

use super::closeness::{self, Closeness};
use super::fates::is_people;
use super::items::{self, Dimension, Item, Role};
use super::measures::{MANY, Measured, is_near, jobs, one_fate};
use super::sameness::{means, same_verb};
use super::telling::{Telling, Word};
use super::{frames, sums};
use crate::analysis::facts::Amount;
use std::cell::OnceCell;

/// A version of at most this many words tells little beside its claim: its only measure of a kind is the claim's.
const SHORT: usize = 30;

/// So many more are counted with those who did it.
const FEW_MORE: f64 = 2.0;

/// So many times as many may be counted of the same things.
const MUCH_MORE: f64 = 2.5;

/// Two amounts that disagree, each in its version, with what the versions have in common around them.
pub(super) struct Accounts<'p> {
    x: &'p Item<'p>,
    y: &'p Item<'p>,
    a: &'p Measured<'p>,
    b: &'p Measured<'p>,
    /// Both go with one verb.
    verb: bool,
    /// Both are the level of one thing: `turnout was`.
    level: bool,
    /// Nearly as many as each other.
    near: bool,
    /// How many content words, of which one version has no name, stand near both.
    shared: usize,
    /// The smaller amount.
    few: f64,
    /// The greater.
    most: f64,
    closeness: OnceCell<Closeness>,
}

impl<'p> Accounts<'p> {
    /// None where one tells a level and the other by how much it changed: `was 9 percent`, `rose by 3 percent`.
    pub(super) fn of([x, y]: [&'p Item<'p>; 2], [a, b]: [&'p Measured<'p>; 2], [p, q]: [&Amount; 2]) -> Option<Self> {
        let changed = |i: &Item, t: &Telling| t.form_before(i.first) == "by" || i.governor.is_some_and(|g| g + 1 == i.first);
        if x.level.is_some() && changed(y, b.telling) || y.level.is_some() && changed(x, a.telling) {
            return None;
        }
        let lasts = || lasted(x, a.telling, y, b.telling) || lasted(y, b.telling, x, a.telling);
        let verb = same_verb(x, y, a.telling, b.telling) || lasts();
        let level = x.level.is_some() && x.level == y.level;
        Some(Accounts {
            x,
            y,
            a,
            b,
            verb,
            level,
            near: is_near(x, y),
            shared: x.shares(y),
            few: p.at.min(q.at),
            most: p.at.max(q.at),
            closeness: OnceCell::new(),
        })
    }

    /// What both versions hold; asked for by few.
    fn closeness(&self) -> &Closeness {
        self.closeness.get_or_init(|| closeness::of(self.a.telling, self.b.telling))
    }

    fn held(&self) -> usize {
        self.closeness().held
    }

    fn are_close(&self) -> bool {
        self.closeness().is_rather_close()
    }

    /// Whether each is the only one of its kind in its version.
    fn are_single(&self) -> bool {
        !self.x.several && !self.y.several
    }

    /// Whether many things of one noun are counted, which is hardly done twice in one claim, and hardly ever of nearly as many.
    fn count_many(&self) -> bool {
        let counted = matches!(self.x.dimension, Dimension::Count(_)) && !self.x.scored;
        counted && self.few >= MANY && self.most <= MUCH_MORE * self.few && self.held() > if self.near { 0 } else { 2 }
    }

    /// Whether both are told of one act or one thing, as far as the words around them tell.
    fn are_about_one(&self) -> bool {
        let (x, y) = (self.x, self.y);
        // `needed nine points`, `scored nine points`: two verbs, two acts.
        let much = 3.min(x.near.len()).min(y.near.len());
        let around = || self.shared >= 2 && frames::shared(&x.near, &y.near) >= much || self.are_close();
        self.verb || self.level || !(x.is_object() && y.is_object()) && around() || self.count_many()
    }

    /// Whether the same people, jobs or attackers are counted, and not once with him who did it and once without.
    fn count_one_group(&self) -> bool {
        let (x, y, a, b) = (self.x, self.y, self.a.telling, self.b.telling);
        let alone = self.near || self.are_single();
        let one = alone && !x.known && !y.known && items::one_group(x, a, y, b);
        let with_him = || self.most - self.few <= FEW_MORE && (counts_attacker(a) || counts_attacker(b));
        let told_alike = || {
            one_fate(x, y)
                || self.count_many()
                || (self.verb || self.shared >= 3) && x.acting == y.acting
                || !self.verb && self.are_close()
        };
        one && !with_him() && told_alike()
    }

    /// Whether the same things are counted.
    fn count_one_sort(&self) -> bool {
        let (x, y, a, b) = (self.x, self.y, self.a.telling, self.b.telling);
        let one = (self.near || self.are_single()) && items::one_group(x, a, y, b) && !of_other_sorts(x, a, y, b);
        x.known == y.known && one
    }

    /// Whether a thing that somebody owns or does is one: no pronoun hides whose it is.
    fn are_of_one_owner(&self) -> bool {
        !unknown_owner(self.x, self.y, self.a.telling, self.b.telling)
    }

    /// Whether two lengths of time are of one sentence, one act or one thing that lasts.
    fn last_one_time(&self) -> bool {
        let (x, y) = (self.x, self.y);
        match x.role {
            Role::Term => self.are_single() && (frames::shared(&x.names, &y.names) > 0 || self.held() > 2),
            // Lengths of time that tell when are of one act only.
            role if role != Role::Lasting => self.verb && self.are_about_one() && self.are_single(),
            // `talked for an hour in a hotel closed for a week`
            _ if !self.are_single() => self.verb && frames::shared(&x.near, &y.near) > 0,
            _ => self.are_about_one() && self.are_of_one_owner(),
        }
    }

    /// Whether two ages are one person's.
    fn are_one_age(&self) -> bool {
        let (x, y) = (self.x, self.y);
        let nobody = x.owner.is_empty() && y.owner.is_empty() && self.are_single();
        frames::shared(&x.owner, &y.owner) > 0 || nobody && self.are_close()
    }

    /// Whether two sums are one.
    fn are_one_sum(&self) -> bool {
        let (x, y) = (self.x, self.y);
        let short = |of: &Measured| of.telling.words.len() <= SHORT;
        if means(x, y, self.a, self.b) == Some(true) {
            self.held() > 1 && x.paid_in.len() == 1
        } else if !self.are_single() {
            sums::are_one(x, self.a, y, self.b) && (self.verb && self.shared >= 1 || self.shared >= 3)
        } else {
            self.level && self.held() > 1
                || x.price && y.price && frames::shared(&x.names, &y.names) > 0
                || self.shared >= 1
                || short(self.a) && short(self.b)
        }
    }

    /// Whether the two are of one thing, by what they measure.
    pub(super) fn are_of_one_thing(&self) -> bool {
        let (x, y) = (self.x, self.y);
        match &x.dimension {
            Dimension::Count(of) if of.as_deref().map_or(one_fate(x, y), |of| is_people(of) || of == "attacker" || jobs(x)) => {
                self.count_one_group()
            }
            Dimension::Count(_) => self.count_one_sort() && self.are_about_one() && self.are_of_one_owner(),
            Dimension::Time => self.last_one_time(),
            Dimension::Length | Dimension::Area => self.are_single() && self.are_about_one() && self.are_of_one_owner(),
            Dimension::Age => self.are_one_age(),
            Dimension::Money => self.are_one_sum(),
            _ => self.are_about_one(),
        }
    }
}

/// Whether a version tells of him or them who did it, whom some papers count among the dead: `two hostages and the gunman`, `three,
/// including the attacker`.
fn counts_attacker(t: &Telling) -> bool {
    let attacker = |form: &str| {
        matches!(
            form,
            "gunman"
                | "gunmen"
                | "attacker"
                | "attackers"
                | "shooter"
                | "bomber"
                | "bombers"
                | "assailant"
                | "hijacker"
                | "captor"
        )
    };
    t.words.iter().enumerate().any(|(k, w)| {
        let joined = |n: usize| k.checked_sub(n).is_some_and(|b| matches!(t.form_at(b), "and" | "including" | "plus" | "with"));
        attacker(&w.form) && ((1..4).any(joined) || matches!(t.form_at(k + 1), "dead" | "killed" | "and"))
    })
}

/// Whether `of` tells that two measures count things of two sorts: `two counts of murder`, `a count of attempted murder`.
fn of_other_sorts(x: &Item, a: &Telling, y: &Item, b: &Telling) -> bool {
    let sort = |t: &Telling, i: &Item| {
        let of = (i.first + 1..i.first + 5).find(|&k| t.form_at(k) == "of")?;
        t.words.get(of + 1).filter(|w| w.is_content() && !w.named).map(|w| w.id)
    };
    matches!((sort(a, x), sort(b, y)), (Some(p), Some(q)) if p != q)
}

/// Whether a pronoun hides whose the things are that one version counts, so that they may be another's.
fn unknown_owner(x: &Item, y: &Item, a: &Telling, b: &Telling) -> bool {
    let somebody = |t: &Telling, i: &Item| frames::named(t, i.first, false);
    let hidden = |t: &Telling| t.words.iter().any(|w| matches!(w.form.as_str(), "he" | "she" | "his" | "her" | "who"));
    let (mine, theirs) = (somebody(a, x), somebody(b, y));
    let nobody = mine.is_empty() && theirs.is_empty();
    // `he has been married for 21 years to Anna`
    let with = || frames::shared(&frames::named(a, x.first, true), &frames::named(b, y.first, true)) > 0;
    (hidden(a) || hidden(b)) && !nobody && frames::shared(&mine, &theirs) == 0 && !with()
}

/// Whether one length of time is how long something lasted, and the other goes with a verb for the same: `the meeting lasted
/// two hours`, `they talked for 90 minutes`.
fn lasted(x: &Item, a: &Telling, y: &Item, b: &Telling) -> bool {
    let lasts = |w: &Word| matches!(w.form.as_str(), "lasted" | "lasts" | "took");
    let found = a.back(x.first).take(3).find(|(_, w)| lasts(w) && x.dimension == Dimension::Time);
    let (Some((j, _)), Some(k)) = (found, y.governor) else { return false };
    a.back(j).any(|(n, w)| w.is_content() && closeness::akin(a, n, b, k))
}
