//! Which part of a sentence tells a claim: one sentence may carry several, and a reader wants to see the one that is meant.
//!
//! In: the statements of one claim. Out: for each the run of its clauses that shares most, for its length, with what the other
//! articles say; the whole statement where no part of it does. Whether statements are linked is not asked here.

use crate::analysis::Evidence;
use crate::analysis::differences::is_finite;
use crate::analysis::similarity::Pair;
use crate::analysis::similarity::matches::{Known, Match};
use crate::analysis::similarity::profile::{Profile, Term};
use crate::analysis::similarity::weights::{MARGIN, NOTHING, PRIOR};
use crate::model::{Span, Story};
use std::sync::OnceLock;

/// Runs of at most so many clauses, or the whole.
const WIDEST: u32 = 8;
/// Clauses of a statement that are told apart.
const MOST: u32 = 24;
/// Partners that are asked.
const PARTNERS: usize = 8;
/// The runs of all settle in this many rounds.
const ROUNDS: usize = 3;

/// A run of clauses: a bit for each, and its mass in nats.
#[derive(Debug, Clone, Copy)]
struct Run {
    clauses: u64,
    mass: f64,
}

/// A statement of a claim and the part of it that is meant.
struct Member<'e> {
    statement: usize,
    profile: &'e Profile,
    runs: &'e [Run],
    chosen: Run,
    /// What it shares with others: the other's number in the claim, the words with their clauses here and there.
    partners: Vec<(usize, Vec<Shared>)>,
}

/// A shared word: where here, where there (a bit for each clause), what it counts in nats.
struct Shared {
    here: u64,
    there: u64,
    own: f64,
}

/// A statement of a claim, and where in it the claim is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Index of the statement.
    pub statement: usize,
    /// Where, in bytes of the passage.
    pub span: Span,
}

/// The parts of each statement that may be meant, found when they are first asked for: a statement may be in many claims.
#[derive(Debug)]
pub struct Parts(Vec<OnceLock<Vec<Run>>>);

impl Parts {
    /// Those of so many statements.
    pub fn new(statements: usize) -> Self {
        Parts(vec![OnceLock::new(); statements])
    }

    fn of(&self, statement: usize, find: impl FnOnce() -> Vec<Run>) -> &[Run] {
        self.0.get(statement).map_or(&[], |runs| runs.get_or_init(find))
    }
}

/// The statements of a claim, each with the place of the claim in it. Those of the theme tell the claim and nothing else
/// that the others tell too: what is meant in the others follows them. Without any, it follows all.
pub fn of(
    story: &Story,
    evidence: &Evidence,
    (group, theme): (&[usize], &[usize]),
    parts: &Parts,
    known: &mut Known,
) -> Vec<Told> {
    let mut members: Vec<Member> = group.iter().filter_map(|&s| member(story, evidence, s, parts)).collect();
    for n in 0..members.len() {
        // What has no parts need not choose among them.
        if members.get(n).is_none_or(|member| member.runs.len() < 2) {
            continue;
        }
        let partners = partners(evidence, (&members, theme), n, known);
        if let Some(member) = members.get_mut(n) {
            member.partners = partners;
        }
    }
    for _ in 0..ROUNDS {
        let chosen: Vec<Run> = members.iter().map(|m| best(m, &members)).collect();
        let settled = members.iter().zip(&chosen).all(|(member, run)| member.chosen.clauses == run.clauses);
        for (member, run) in members.iter_mut().zip(chosen) {
            member.chosen = run;
        }
        if settled {
            break;
        }
    }
    members.iter().map(|m| Told { statement: m.statement, span: span(story, evidence, m) }).collect()
}

fn member<'e>(story: &Story, evidence: &'e Evidence, statement: usize, parts: &'e Parts) -> Option<Member<'e>> {
    let profile = evidence.similarity.profiles.of.get(statement)?;
    let place = &evidence.statements.get(statement)?.place;
    let text = story.passage(place)?.text.as_str();
    // What says the same in the same words has the same parts.
    let kind = profile.kind as usize;
    let alike = evidence.statements.get(kind).is_some_and(|first| story.text(&first.place) == story.text(place));
    let runs = parts.of(if alike { kind } else { statement }, || runs(text, profile));
    let chosen = *runs.first()?;
    Some(Member { statement, profile, runs, chosen, partners: Vec::new() })
}

/// The runs of clauses of a statement, the whole first, wider ones before narrower ones.
fn runs(text: &str, profile: &Profile) -> Vec<Run> {
    let clauses = profile.terms.last().map_or(1, |t| u32::from(t.clause) + 1);
    let joints = joints(text, profile);
    let joint = |k: u32| joints.get(k as usize).copied().unwrap_or_default();
    let mut runs = vec![Run { clauses: u64::MAX, mass: profile.mass }];
    if clauses > MOST {
        return runs;
    }
    for width in (1..clauses.min(WIDEST + 1)).rev() {
        for first in 0..=clauses - width {
            let set = ((1_u64 << width) - 1) << first;
            let says = (first..first + width).any(|k| joint(k).tells && !joint(k).relative);
            let ends = first + width == clauses || joint(first + width).parts && !joint(first + width - 1).open;
            if !joint(first).begins || !ends || !says {
                continue;
            }
            let mass = profile.elements.iter().filter(|e| e.clauses & set != 0).map(|e| e.own).sum();
            runs.push(Run { clauses: set, mass });
        }
    }
    runs
}

/// What stands where a clause begins.
#[derive(Clone, Copy, Default)]
struct Joint {
    /// A part that makes sense by itself may begin here.
    begins: bool,
    /// One may end before it: not before `that …`, for which the words before are only waiting.
    parts: bool,
    /// The clause has a finite verb …
    verb: bool,
    /// … that is more than `said`: who speaks is not what is said …
    tells: bool,
    /// … behind a comma: `Brand, said`, what has begun before is the end of an apposition.
    late: bool,
    /// A comma stands inside the clause.
    halts: bool,
    /// Its words.
    words: usize,
    /// It hangs on a noun: `who left`.
    relative: bool,
    /// The clause goes on in the next: `and the meeting`, `that the meeting`.
    open: bool,
    /// Its last word is the last of a quotation.
    closed: bool,
}

/// The joints of a statement, one before each clause.
fn joints(text: &str, profile: &Profile) -> Vec<Joint> {
    let mut joints: Vec<Joint> = Vec::new();
    let mut heads: Vec<(String, bool)> = Vec::new();
    let (mut end, mut quoted) = (0, false);
    for term in &profile.terms {
        let word = term.span().of(text);
        if joints.len() <= usize::from(term.clause) {
            let gap = text.get(end..term.span().start).unwrap_or("");
            heads.push((word.to_lowercase(), gap.contains([',', ';', ':', '—', '–']) || gap.contains("--")));
            if let Some(last) = joints.last_mut() {
                last.closed = quoted && !term.quoted;
            }
            joints.push(Joint::default());
        }
        quoted = term.quoted;
        if let Some(joint) = joints.last_mut() {
            let first = joint.words == 0;
            joint.halts |= !first && text.get(end..term.span().start).is_some_and(|gap| gap.contains(','));
            joint.words += 1;
            if is_finite(word) {
                joint.late = if joint.verb { joint.late } else { joint.halts };
                joint.verb = true;
                joint.tells |= !matches!(word, "said" | "says" | "say" | "told" | "added");
            }
        }
        end = term.span().end;
    }
    let mut before = true; // the clause before has a verb
    for (n, (joint, (word, mark))) in joints.iter_mut().zip(&heads).enumerate() {
        let adds = matches!(word.as_str(), "and" | "or");
        let hangs = matches!(word.as_str(), "that" | "as" | "who" | "which" | "because");
        let apart = matches!(word.as_str(), "but" | "while" | "after" | "before" | "where" | "when" | "although" | "though");
        let held = matches!(word.as_str(), "to" | "if" | "than" | "whether");
        // `both Adler and Brand said` is no place to part.
        joint.parts = apart || !held && !hangs && joint.verb && !joint.late && (*mark || adds && before);
        joint.begins = n == 0 || joint.parts || hangs && joint.verb;
        joint.relative = matches!(word.as_str(), "who" | "which" | "where" | "whose");
        joint.open = (adds || hangs || word == "but") && !joint.verb && !joint.closed;
        before = joint.verb;
    }
    joints
}

/// What statement `n` of the claim shares with those of other articles, the best partners first.
fn partners(
    evidence: &Evidence,
    (members, theme): (&[Member], &[usize]),
    n: usize,
    known: &mut Known,
) -> Vec<(usize, Vec<Shared>)> {
    let Some(me) = members.get(n) else { return Vec::new() };
    let pair = |k: usize, other: &Member| Some((k, evidence.similarity.pair(me.statement, other.statement)?));
    let mut pairs: Vec<(usize, &Pair)> =
        members.iter().enumerate().filter(|(k, _)| *k != n).filter_map(|(k, other)| pair(k, other)).collect();
    let follows = |(k, _): &(usize, &Pair)| members.get(*k).is_some_and(|other| theme.contains(&other.statement));
    if !theme.contains(&me.statement) && pairs.iter().any(follows) {
        pairs.retain(follows);
    }
    pairs.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
    let shared = |(k, pair): (usize, &Pair)| {
        let first = pair.statements().0 == me.statement;
        let turned = |m: &Match| {
            let (here, there) = if first { m.clauses } else { (m.clauses.1, m.clauses.0) };
            Shared { here, there, own: m.own }
        };
        (k, known.of(pair.statements()).iter().map(turned).collect())
    };
    pairs.into_iter().take(PARTNERS).map(shared).collect()
}

/// How far two parts say the same, by the mass that they share and their masses (in nats): their cosine, both thought longer
/// by [`PRIOR`], so that few words do not fit by chance.
fn likeness(shared: f64, one: f64, other: f64) -> f64 {
    shared / ((one + PRIOR) * (other + PRIOR)).sqrt()
}

/// The run of a statement that has most in common with what its partners' runs say.
fn best(member: &Member, members: &[Member]) -> Run {
    let worth = |run: &Run| -> f64 {
        let with = |(k, shared): &(usize, Vec<Shared>)| {
            let Some(other) = members.get(*k) else { return 0.0 };
            let both = shared.iter().filter(|s| s.here & run.clauses != 0 && s.there & other.chosen.clauses != 0);
            let mass: f64 = both.map(|s| s.own).sum();
            (NOTHING + likeness(mass, run.mass, other.chosen.mass)).ln()
        };
        member.partners.iter().map(with).sum()
    };
    let margin = MARGIN * member.partners.len() as f64;
    let mut best = (f64::NEG_INFINITY, member.chosen);
    for (n, run) in member.runs.iter().enumerate() {
        let worth = worth(run) - if n > 0 { margin } else { 0.0 };
        if worth > best.0 {
            best = (worth, *run);
        }
    }
    best.1
}

/// The words of the run chosen, without the word that joins it to the clause before.
fn span(story: &Story, evidence: &Evidence, member: &Member) -> Span {
    let Some(place) = evidence.statements.get(member.statement).map(|s| s.place) else { return Span::default() };
    let inside = |t: &&Term| member.chosen.clauses & (1_u64 << t.clause.min(63)) != 0;
    let text = story.passage(&place).map_or("", |p| p.text.as_str());
    let joins = |t: &&Term| matches!(t.span().of(text), "and" | "but" | "that" | "or");
    let leads = member.chosen.clauses & 1 == 0;
    let terms: Vec<&Term> = member.profile.terms.iter().filter(inside).skip_while(|t| leads && joins(t)).collect();
    let (Some(first), Some(last)) = (terms.first(), terms.last()) else { return place.span };
    let whole = |t: Option<&Term>, other: &Term| t.is_none_or(|t| t.span() == other.span());
    let start = if whole(member.profile.terms.first(), first) { place.span.start } else { opened(text, first.span().start) };
    let end = if whole(member.profile.terms.last(), last) { place.span.end } else { closed(text, last.span().end) };
    Span::new(start.max(place.span.start), end.min(place.span.end))
}

/// The beginning, with the mark that opens a quotation or a bracket right before it.
fn opened(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or("");
    let mark = before.chars().next_back().filter(|c| matches!(c, '“' | '"' | '‘' | '\'' | '«' | '(' | '[' | '$' | '€' | '£'));
    start - mark.map_or(0, char::len_utf8)
}

/// The end, with the mark that closes a quotation or a bracket right behind it.
fn closed(text: &str, end: usize) -> usize {
    let after = text.get(end..).unwrap_or("").chars().take(3);
    let marks = after.take_while(|c| matches!(c, '”' | '"' | '’' | '\'' | '»' | ')' | ']' | ',' | '.' | '%'));
    let marks: String = marks.collect();
    end + marks.trim_end_matches([',', '.']).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::weigh;
    use crate::model::{Article, Passage, PassageKind};

    /// What else the town's papers print: words weigh by how few statements of the story hold them.
    const REST: &str = "Rain fell all night in the hills. A school in the north of the country opened its doors to visitors. \
                        Two lorries collided on the ring road near the stadium. The orchestra plays a waltz at noon on Sunday. \
                        Bread has become dearer since the spring. Nobody won the lottery this week, the operator said.";

    /// Where two statements of two made-up articles tell the claim that they share.
    fn told(texts: [&str; 2]) -> Vec<String> {
        told_as(&texts, &[])
    }

    /// Where the statements of made-up articles tell the claim whose theme these are of them.
    fn told_as(texts: &[&str], theme: &[usize]) -> Vec<String> {
        let articles = texts.iter().copied().chain([REST]).map(|text| Article {
            outlet: text.split(' ').next().unwrap_or_default().to_owned(),
            passages: vec![Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: text.to_owned() }],
            ..Article::default()
        });
        let story = Story { articles: articles.collect(), ..Story::default() };
        let evidence = weigh(&story);
        let place = |t: Told| evidence.statements.get(t.statement).map(|s| crate::model::Place { span: t.span, ..s.place });
        let group: Vec<usize> = (0..texts.len()).collect();
        of(&story, &evidence, (&group, theme), &Parts::new(texts.len()), &mut Known::new(&evidence.similarity.profiles))
            .into_iter()
            .filter_map(place)
            .map(|p| story.text(&p).to_owned())
            .collect()
    }

    #[test]
    fn a_clause_is_told_apart_from_the_rest_of_its_sentence() {
        let long = "Adler spent the morning in the fish market of the old town, and the council has sold the harbour ferries to a Danish shipyard.";
        let short = "The harbour ferries were sold to a Danish shipyard.";
        let found = told([long, short]);
        assert_eq!(found, ["the council has sold the harbour ferries to a Danish shipyard.", short]);
    }

    #[test]
    fn of_two_things_the_one_is_shown_that_the_theme_tells() {
        let both =
            "The council has sold the harbour ferries to a shipyard, but the mayor has kept the lighthouse for the school.";
        let again = "The council sold the harbour ferries to a shipyard, but the lighthouse stays with the mayor for the school.";
        let short = "The mayor has kept the lighthouse for the school.";
        assert_eq!(told_as(&[both, again, short], &[])[0], both);
        assert_eq!(told_as(&[both, again, short], &[2])[0], "the mayor has kept the lighthouse for the school.");
    }

    #[test]
    fn a_sentence_that_tells_one_thing_stays_whole() {
        let one = "The council has sold the harbour ferries to a Danish shipyard, which wants to rebuild them.";
        let other = "The harbour ferries were sold by the council to a Danish shipyard that will rebuild them.";
        assert_eq!(told([one, other]), [one, other]);
    }

    #[test]
    fn a_name_beside_its_office_is_no_part() {
        let report = "The keeper of the town, Bruno Brand, said the harbour ferries were sold to a Danish shipyard.";
        let short = "The harbour ferries were sold to a Danish shipyard.";
        assert_eq!(told([report, short]), [report, short]);
        let guest = "Bruno Brand, the Danish shipyard owner who had bought the harbour ferries, spoke of fog and of herring.";
        assert_eq!(told([guest, short]), [guest, short]);
    }

    #[test]
    fn who_speaks_is_not_what_is_told() {
        let one = "“We are tired of fog and of herring,” town clerk Bruno Brand said.";
        let other = "“There will be music,” town clerk Bruno Brand said.";
        assert_eq!(told([one, other]), [one, other]);
    }

    #[test]
    fn parts_are_cut_where_they_make_sense_by_themselves() {
        // `to buy …`, `if …` and the half of a list are none.
        for (long, short) in [
            ("The council voted on Monday evening to sell the harbour ferries.", "The harbour ferries will be sold."),
            ("The harbour ferries will be sold if the voters agree in a ballot.", "The harbour ferries will be sold."),
            ("The council wants to sell boats, quays and the harbour ferries.", "The harbour ferries will be sold."),
        ] {
            assert_eq!(told([long, short]), [long, short]);
        }
    }
}
