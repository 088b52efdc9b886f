//! The articles of all files in, one story out: in one order whatever order they were given in, each outlet named, each article
//! with an identifier of its own, and dates settled that only the other articles can settle.

use super::clean::clean;
use super::dates::Printed;
use super::limits::MOST_ARTICLES;
use super::record::Draft;
use super::source::Input;
use super::{language, outlet};
use crate::error::Result;
use crate::model::{Article, PassageKind, Story};
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;
use std::path::Path;

/// What one file holds.
#[derive(Debug, Default)]
pub struct File {
    /// What the story is called, where the file is one.
    pub title: String,
    /// Its articles.
    pub drafts: Vec<Draft>,
    /// What was guessed or left out in it.
    pub warnings: Vec<String>,
}

/// The outlet that the name of a file tells; takes up the date and the label in it as well.
pub fn from_file(input: &Input, draft: &mut Draft) -> Option<String> {
    let stem =
        if input.path == "-" { "stdin" } else { Path::new(&input.path).file_stem().and_then(|s| s.to_str()).unwrap_or("") };
    let name = outlet::file_name(&clean(stem).text);
    draft.printed = super::dated(draft.printed, name.published);
    draft.label = name.label;
    name.outlet
}

/// Puts a story together. Files come in the order of their paths.
pub fn story(files: Vec<(Input, Result<File>)>, mut warnings: Vec<String>) -> Story {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut titles: Vec<String> = Vec::new();
    for (input, file) in files {
        let file = match file {
            Ok(file) => file,
            Err(error) => {
                warnings.push(error.to_string());
                continue;
            }
        };
        warnings.extend(file.warnings.iter().map(|w| format!("{}: {w}", input.path)));
        if !file.title.is_empty() && !titles.contains(&file.title) {
            titles.push(file.title);
        }
        let one = file.drafts.len() == 1;
        for mut draft in file.drafts {
            draft.article.source.clone_from(&input.path);
            if let Some(name) = input.name.as_ref().filter(|_| one || draft.article.outlet.is_empty()) {
                draft.article.outlet.clone_from(name);
            }
            drafts.push(draft);
        }
    }
    if drafts.len() > MOST_ARTICLES {
        warnings.push(format!("more articles than one story may have: of {} the first {MOST_ARTICLES} are read", drafts.len()));
        drafts.truncate(MOST_ARTICLES);
    }
    settle_dates(&mut drafts, &mut warnings);
    spell_alike(&mut drafts);
    name_the_nameless(&mut drafts);
    let mut articles: Vec<Article> = drafts.into_iter().map(|d| d.article).collect();
    identify(&mut articles);
    for article in &mut articles {
        if article.language.is_none() {
            article.language = language::of(&article.passages);
        }
    }
    warnings.extend(same_texts(&articles));
    let warnings = warnings.iter().map(|w| clean(w).text).collect();
    Story { title: titles.join("; "), articles, warnings }
}

/// Settles dates without a year, or with day and month in doubt, by the nearest date of the others.
fn settle_dates(drafts: &mut [Draft], warnings: &mut Vec<String>) {
    let mut known: Vec<Date> = Vec::new();
    for draft in drafts.iter_mut() {
        draft.article.published = draft.article.published.or(draft.printed.and_then(Printed::day));
        known.extend(draft.article.published);
    }
    known.sort_unstable();
    known.dedup();
    for draft in drafts.iter_mut().filter(|d| d.article.published.is_none()) {
        draft.article.published = draft.printed.and_then(|p| p.near(&known));
        if let (None, Some(Printed::Either(a, b))) = (draft.article.published, draft.printed) {
            warnings.push(format!("{}: its date may be {a} or {b}; none is taken", draft.article.source));
        }
    }
}

/// Gives an outlet that is written in several ways (`BBC`, `bbc`; `US News`, `U.S. News`) one name: it is one witness. The way that
/// is most common, then that with most capitals.
fn spell_alike(drafts: &mut [Draft]) {
    let mut ways: FxHashMap<String, BTreeMap<&str, usize>> = FxHashMap::default();
    for outlet in drafts.iter().map(|d| d.article.outlet.as_str()).filter(|o| o.chars().any(char::is_alphanumeric)) {
        *ways.entry(outlet::slug(outlet)).or_default().entry(outlet).or_default() += 1;
    }
    let capitals = |name: &str| name.chars().filter(|c| c.is_uppercase()).count();
    let best: FxHashMap<String, String> = ways
        .into_iter()
        .filter(|(_, ways)| ways.len() > 1)
        .filter_map(|(slug, ways)| {
            let (name, _) = ways.into_iter().max_by_key(|(name, count)| (*count, capitals(name)))?;
            Some((slug, name.to_owned()))
        })
        .collect();
    if best.is_empty() {
        return;
    }
    for draft in drafts {
        if let Some(name) = best.get(&outlet::slug(&draft.article.outlet)).filter(|_| !draft.article.outlet.is_empty()) {
            draft.article.outlet.clone_from(name);
        }
    }
}

/// Words from which on a text is not the same as another by chance.
const SAME_WORDS: usize = 20;

/// Pairs of articles with the same text that are named one by one.
const SAME_NAMED: usize = 5;

/// Says which articles have the very text of another: a page saved twice, or an agency's report that two outlets print.
fn same_texts(articles: &[Article]) -> Vec<String> {
    let text = |article: &Article| -> String {
        let body = article.passages.iter().filter(|p| p.is_article() && p.kind != PassageKind::Headline);
        body.map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n")
    };
    let mut first: FxHashMap<String, &Article> = FxHashMap::default();
    let mut said = Vec::new();
    for article in articles {
        let text = text(article);
        if text.split_whitespace().nth(SAME_WORDS).is_none() {
            continue;
        }
        match first.entry(text) {
            Entry::Vacant(place) => drop(place.insert(article)),
            Entry::Occupied(other) => {
                let other = other.get();
                said.push(format!(
                    "{}: the same text as {} ({} and {})",
                    article.source, other.source, article.outlet, other.outlet
                ));
            }
        }
    }
    let more = said.len().saturating_sub(SAME_NAMED);
    if more > 0 {
        said.truncate(SAME_NAMED);
        said.push(format!("{more} more articles have the text of another"));
    }
    said
}

/// Names articles of which nothing tells the outlet, each its own, so that no two count as one witness.
fn name_the_nameless(drafts: &mut [Draft]) {
    let mut taken: FxHashSet<String> = drafts.iter().map(|d| d.article.outlet.clone()).filter(|o| !o.is_empty()).collect();
    let nameless: Vec<&(String, String)> = drafts.iter().filter(|d| d.article.outlet.is_empty()).map(|d| &d.label).collect();
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let mut next: FxHashMap<String, usize> = FxHashMap::default();
    let twice: FxHashSet<String> = nameless.iter().filter(|l| !seen.insert(l.0.as_str())).map(|l| l.0.clone()).collect();
    for (n, draft) in drafts.iter_mut().enumerate().filter(|(_, d)| d.article.outlet.is_empty()) {
        let (short, long) = &draft.label;
        let label = match (short.as_str(), twice.contains(short)) {
            ("" | "stdin", _) => (n + 1).to_string(),
            (short, false) => short.to_owned(),
            (_, true) => long.clone(),
        };
        let name = format!("Article {label}");
        let count = next.entry(name.clone()).or_insert(1);
        let mut unique = name.clone();
        while taken.contains(&unique) {
            *count += 1;
            unique = format!("{name} ({count})");
        }
        taken.insert(unique.clone());
        draft.article.outlet = unique;
    }
}

/// Gives each article an identifier made from its outlet: `upi`, `upi-2`.
fn identify(articles: &mut [Article]) {
    let mut next: FxHashMap<String, usize> = FxHashMap::default();
    let mut taken: FxHashSet<String> = FxHashSet::default();
    for article in articles {
        let slug = outlet::slug(&article.outlet);
        let count = next.entry(slug.clone()).or_insert(1);
        let mut id = if *count == 1 { slug.clone() } else { format!("{slug}-{count}") };
        while taken.contains(&id) {
            *count += 1;
            id = format!("{slug}-{count}");
        }
        *count += 1;
        taken.insert(id.clone());
        article.id = id;
    }
}
