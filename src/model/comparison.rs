//! What was found: quotations, facts, claims with their versions, links, differences and coverage.
//!
//! A `Comparison` is one record of judgements *beside* the text. The reader and every report ask it the same
//! questions and compute no second answer.

use crate::model::{Place, Reason, Story};
use std::collections::BTreeMap;

/// Everything the analysis found in a story, at one bar of certainty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// The bar: links with a lower score are not shown.
    pub bar: f64,
    /// Every quotation of every article, by place.
    pub quotations: Vec<Quotation>,
    /// Every fact of every article, by place.
    pub facts: Vec<Fact>,
    /// Every statement of every article, by place.
    pub statements: Vec<Statement>,
    /// Claims that two or more articles carry: most outlets first, then most certain, then by place.
    pub claims: Vec<Claim>,
    /// One link for each pair of versions from different articles of a claim; grouped by claim.
    pub links: Vec<Link>,
}

/// Words presented as somebody's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// Where, without the quotation marks.
    pub place: Place,
    /// Whose words, one name for the same person in every article.
    pub speaker: Option<String>,
    /// The speaker as this article puts it (`the Russian president`, `she`).
    pub speaker_as_written: Option<String>,
    /// The first claim that has this quotation among its versions (index into `Comparison::claims`).
    pub claim: Option<usize>,
    /// Set in quotation marks without being speech: one or two words held at arm's length, a title.
    pub scare: bool,
}

/// What kind of fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// A count or other bare number.
    Number,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A day, month or year.
    Date,
    /// A length of time, an age.
    Duration,
    /// Somebody.
    Person,
    /// Somewhere.
    Place,
    /// A body of people: party, ministry, agency, company.
    Organisation,
}

impl FactKind {
    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            FactKind::Number => "number",
            FactKind::Money => "money",
            FactKind::Percent => "percent",
            FactKind::Date => "date",
            FactKind::Duration => "duration",
            FactKind::Person => "person",
            FactKind::Place => "place",
            FactKind::Organisation => "organisation",
        }
    }
}

/// A number, amount, date, name … with its comparable value.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Where.
    pub place: Place,
    /// What kind.
    pub kind: FactKind,
    /// Normalised: `8000000 GBP`, `2017-03-24`, `90 minutes`, `Vladimir Putin`.
    pub value: String,
}

/// The smallest run of an article that asserts something.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Where.
    pub place: Place,
    /// How it is told.
    pub form: Form,
    /// Whose words or report it is.
    pub speaker: Option<String>,
    /// The claims that have a version in it (indices into `Comparison::claims`), in order.
    pub claims: Vec<usize>,
}

/// How an article tells a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// In somebody's own words.
    Direct,
    /// As what somebody said, without quoting.
    Indirect,
    /// In the article's own voice.
    Narrated,
}

impl Form {
    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Form::Direct => "direct",
            Form::Indirect => "indirect",
            Form::Narrated => "narrated",
        }
    }
}

/// What a claim is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClaimKind {
    /// An utterance that at least one article quotes.
    Quotation,
    /// An assertion.
    Statement,
    /// An assertion that turns on a number, an amount or a date.
    Fact,
}

impl ClaimKind {
    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            ClaimKind::Quotation => "quotation",
            ClaimKind::Statement => "statement",
            ClaimKind::Fact => "fact",
        }
    }
}

/// One assertion or utterance that several articles tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// What a person would call it: short, from the clearest version.
    pub label: String,
    /// What it is made of.
    pub kind: ClaimKind,
    /// Whose utterance, where the versions agree or one is quoted.
    pub speaker: Option<String>,
    /// Calibrated chance that its links are right: their mean score.
    pub confidence: f64,
    /// The claim in each article's telling, by place. An article may have several (a caption that repeats the body).
    pub versions: Vec<Version>,
    /// The articles that do not carry it, each with the nearest passage.
    pub absent: Vec<Absence>,
    /// What materially differs.
    pub differences: Vec<Difference>,
}

/// A claim as one article tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Where.
    pub place: Place,
    /// How it is told.
    pub form: Form,
    /// Who says it here.
    pub speaker: Option<String>,
}

/// Proof that an article does not carry a claim: the nearest it comes.
#[derive(Debug, Clone, PartialEq)]
pub struct Absence {
    /// Index of the article.
    pub article: usize,
    /// The nearest statement; none where no statement shares a word with the claim.
    pub nearest: Option<Nearest>,
}

/// The nearest statement to a claim in an article that does not carry it.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// Where.
    pub place: Place,
    /// Chance that it is the claim after all.
    pub score: f64,
    /// The claim, by number from 0, in which it is linked with a version of this one: what the two have in common.
    pub told: Option<usize>,
    /// Why it is not taken for the claim: `shares only names: …`, `without: reserve, right`.
    pub why: Vec<String>,
}

/// What kind of difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// Another number.
    Number,
    /// Another amount or currency.
    Money,
    /// Another date.
    Date,
    /// Somebody else says it.
    Speaker,
    /// Affirmed here, denied there.
    Polarity,
    /// Sure here, hedged there.
    Certainty,
    /// Only the words differ.
    Wording,
}

impl DifferenceKind {
    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            DifferenceKind::Number => "number",
            DifferenceKind::Money => "money",
            DifferenceKind::Date => "date",
            DifferenceKind::Speaker => "speaker",
            DifferenceKind::Polarity => "polarity",
            DifferenceKind::Certainty => "certainty",
            DifferenceKind::Wording => "wording",
        }
    }
}

/// A material difference between versions of one claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What kind.
    pub kind: DifferenceKind,
    /// The versions that differ (indices into `Claim::versions`), one for each of the values in `detail`.
    pub versions: Vec<usize>,
    /// The values against each other: `£8 million (Daily Mail) / $9.7 million (RFE/RL)`.
    pub detail: String,
}

/// Why two versions are held to be the same claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Index of the claim.
    pub claim: usize,
    /// The two versions (indices into `Claim::versions`).
    pub versions: (usize, usize),
    /// Calibrated chance, 0 to 1, that the two are the same claim.
    pub score: f64,
    /// The evidence, strongest first; [`Comparison::reasons`] puts it in words.
    pub reasons: Box<[Reason]>,
}

/// Links of this score and more are strong, and look it.
pub const STRONG: f64 = 0.8;

/// A version linked so nearly as well as the best of its outlet is clear: it may speak for the outlet.
const CLEAR: f64 = 0.8;

impl Claim {
    /// Its speaker, unless a name of the claim tells already whose words it is: it says who speaks, or names the speaker.
    pub fn speaker_beside(&self, name: &str) -> Option<&str> {
        let speaker = self.speaker.as_deref()?;
        let family = speaker.rsplit(' ').next().filter(|family| family.starts_with(char::is_uppercase));
        let told = self.without_speaker(name).len() < name.len()
            || name.to_lowercase().contains(&speaker.to_lowercase())
            || family.is_some_and(|family| name.split(|c: char| !c.is_alphanumeric()).any(|word| word == family));
        (!told).then_some(speaker)
    }

    /// A name of the claim without the speaker, where it begins with one: `We will win` of `Jane Doe: We will win`.
    pub fn without_speaker<'n>(&self, name: &'n str) -> &'n str {
        let speakers = self.speaker.iter().chain(self.versions.iter().filter_map(|version| version.speaker.as_ref()));
        let rest = |speaker: &String| {
            let begins = name.get(..speaker.len()).is_some_and(|head| head.to_lowercase() == speaker.to_lowercase());
            name.get(speaker.len()..).filter(|_| begins)?.strip_prefix(": ")
        };
        speakers.into_iter().find_map(rest).unwrap_or(name)
    }

    /// Indices of the articles that carry it, ascending, each once.
    pub fn articles(&self) -> Vec<usize> {
        let mut articles: Vec<usize> = self.versions.iter().map(|v| v.place.article).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }

    /// The outlets that carry it, in the story's order, each once.
    pub fn outlets<'s>(&self, story: &'s Story) -> Vec<&'s str> {
        let mut outlets: Vec<&str> = Vec::new();
        for article in self.articles() {
            if let Some(article) = story.articles.get(article)
                && !outlets.contains(&article.outlet.as_str())
            {
                outlets.push(&article.outlet);
            }
        }
        outlets
    }

    /// Whether something other than wording differs.
    pub fn differs(&self) -> bool {
        self.differences.iter().any(|d| d.kind != DifferenceKind::Wording)
    }
}

impl Comparison {
    /// The links of a claim.
    pub fn links_of(&self, claim: usize) -> impl Iterator<Item = &Link> {
        let start = self.links.partition_point(|l| l.claim < claim);
        self.links.iter().skip(start).take_while(move |l| l.claim == claim)
    }

    /// For each version of a claim whether it is clear: linked nearly as well as the best of those that have the same witness.
    /// `witness` of an article is any number that its outlet shares, or the article's own. Of several versions by one outlet a
    /// sentence may only touch the claim, in whatever form.
    pub fn clear(&self, claim: usize, witness: impl Fn(usize) -> usize) -> Vec<bool> {
        let versions = self.claims.get(claim).map_or(&[][..], |c| &c.versions);
        let mut scores = vec![(0.0, 0_u32); versions.len()];
        for link in self.links_of(claim) {
            for version in [link.versions.0, link.versions.1] {
                if let Some((sum, count)) = scores.get_mut(version) {
                    *sum += link.score;
                    *count += 1;
                }
            }
        }
        let told: Vec<(usize, f64)> = (versions.iter().zip(scores))
            .map(|(version, (sum, count))| (witness(version.place.article), sum / f64::from(count.max(1))))
            .collect();
        let mut best: BTreeMap<usize, f64> = BTreeMap::new();
        for (witness, mean) in &told {
            let best = best.entry(*witness).or_default();
            *best = best.max(*mean);
        }
        told.iter().map(|(witness, mean)| best.get(witness).is_none_or(|best| *mean >= CLEAR * best)).collect()
    }

    /// Whether a claim holds together by strong links: its confidence is [`STRONG`] or more.
    pub fn is_strong(&self, claim: usize) -> bool {
        self.claims.get(claim).is_some_and(|c| c.confidence >= STRONG)
    }

    /// `(claim, version)` of every version in an article, by place.
    pub fn versions_in(&self, article: usize) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (c, claim) in self.claims.iter().enumerate() {
            for (v, version) in claim.versions.iter().enumerate() {
                if version.place.article == article {
                    found.push((c, v));
                }
            }
        }
        let place = |&(c, v): &(usize, usize)| self.claims.get(c).and_then(|k| k.versions.get(v)).map(|v| v.place);
        found.sort_by_key(|at| (place(at), *at));
        found
    }

    /// The statements of an article that no other article carries, in order.
    pub fn only_in(&self, article: usize) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |s| s.place.article == article && s.claims.is_empty())
    }

    /// The statements of an outlet that no other outlet carries, in order: `articles` are all articles of the outlet.
    pub fn only_with<'c>(&'c self, articles: &'c [usize]) -> impl Iterator<Item = &'c Statement> {
        let own = move |c: &usize| {
            let claim = self.claims.get(*c);
            claim.is_none_or(|c| c.versions.iter().all(|v| articles.contains(&v.place.article)))
        };
        self.statements.iter().filter(move |s| articles.contains(&s.place.article) && s.claims.iter().all(own))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn claim(speaker: &str, told_by: &str) -> Claim {
        let version = Version { place: Place::new(0, 0, Span::default()), form: Form::Direct, speaker: Some(told_by.to_owned()) };
        Claim {
            label: String::new(),
            kind: ClaimKind::Quotation,
            speaker: Some(speaker.to_owned()),
            confidence: 1.0,
            versions: vec![version],
            absent: Vec::new(),
            differences: Vec::new(),
        }
    }

    #[test]
    fn a_name_that_tells_whose_words_it_is_needs_no_speaker_beside_it() {
        let adler = claim("Anna Adler", "the mayor's aide");
        for name in
            ["Anna Adler: “We will win”", "The mayor's aide: “We will win”", "Adler says that she will win", "“No,” Adler said"]
        {
            assert_eq!(adler.speaker_beside(name), None, "{name}");
        }
        for name in ["“We will win”", "The mayor will win", "Adlerton will win: nobody else"] {
            assert_eq!(adler.speaker_beside(name), Some("Anna Adler"), "{name}");
        }
        assert_eq!(claim("police", "police").speaker_beside("Police: nobody was hurt"), None);
    }

    #[test]
    fn a_name_without_its_speaker_is_what_was_said() {
        let adler = claim("Anna Adler", "company");
        assert_eq!(adler.without_speaker("Company: the boat sank"), "the boat sank");
        assert_eq!(adler.without_speaker("Anna Adler: “It sank”"), "“It sank”");
        assert_eq!(adler.without_speaker("Bruno Brand: “It sank”"), "Bruno Brand: “It sank”");
    }
}
