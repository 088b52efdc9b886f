//! Plain text to passages: a first, thin reading (headline, furniture, speech turns).

use crate::model::{Passage, PassageKind};

const FURNITURE: [&str; 14] = [
    "read more",
    "please enter your",
    "with reporting by",
    "click here",
    "our content",
    "text version",
    "breaking news",
    "accessibility links",
    "journalists report",
    "16x9",
    "<…>",
    "published in",
    "publication date",
    "license photo",
];

/// The passages of a text, one a line.
pub fn passages(text: &str) -> Vec<Passage> {
    let names: Vec<&str> = text.lines().filter_map(|l| turn(l).map(|t| t.0)).collect();
    let transcript = names.iter().any(|n| names.iter().filter(|m| m == &n).count() >= 2);
    let mut speaker: Option<String> = None;
    let mut headline = false;
    let mut passages = Vec::new();
    for (n, raw) in text.lines().enumerate() {
        let raw: String = raw.chars().filter(|c| !c.is_control() && *c != '*').collect();
        let mut line = raw.trim();
        if !line.chars().any(char::is_alphanumeric) {
            continue;
        }
        let low = line.to_lowercase();
        let mut kind = if FURNITURE.iter().any(|f| low.contains(f)) { PassageKind::Furniture } else { PassageKind::Paragraph };
        if kind == PassageKind::Paragraph {
            let few = line.split_whitespace().count() <= 2;
            if !headline {
                kind = if few { PassageKind::Furniture } else { PassageKind::Headline };
                headline = !few;
            } else if let Some((name, rest)) = turn(line).filter(|_| transcript) {
                speaker = Some(name.to_owned());
                line = rest;
            }
            if speaker.is_some() && headline && kind == PassageKind::Paragraph {
                kind = PassageKind::Speech;
            }
        } else {
            speaker = None;
        }
        let speaker = speaker.clone().filter(|_| kind == PassageKind::Speech);
        passages.push(Passage { kind, speaker, lines: (n + 1, n + 1), text: line.to_owned() });
    }
    passages
}

/// A speech turn's name, without bracketed remarks, and words.
fn turn(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.trim().split_once(": ")?;
    let name = name.split(" (").next().unwrap_or(name);
    let upper = name.split_whitespace().all(|w| w == "of" || w.chars().next().is_some_and(char::is_uppercase));
    (upper && name.split_whitespace().count() <= 6).then_some((name, rest))
}
