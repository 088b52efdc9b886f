//! Where the original of a place is, and with which programs it can be looked at.

use crate::model::{Place, Story};

/// An original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Original {
    /// A line of a file on this machine.
    File {
        /// The path as given.
        path: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// An address on the web.
    Address(String),
}

/// The original of a place.
///
/// # Errors
/// Why there is none, for the status line.
pub fn of(story: &Story, place: &Place) -> Result<Original, String> {
    let none = || Err("there is no file and no address of this text".to_owned());
    let (Some(article), Some(passage)) = (story.articles.get(place.article), story.passage(place)) else { return none() };
    let on_the_web = [Some(&article.source), article.url.as_ref()].into_iter().flatten().find_map(|a| address(a));
    match (passage.lines.0, on_the_web) {
        (0, Some(address)) => Ok(Original::Address(address)),
        (_, Some(address)) if address == article.source => Ok(Original::Address(address)),
        (0, None) => none(),
        (_, None) if article.source == "-" => Err("this text came in on standard input; there is no file".to_owned()),
        (_, Some(address)) if article.source == "-" => Ok(Original::Address(address)),
        (line, _) => Ok(Original::File { path: article.source.clone(), line }),
    }
}

/// An address of the web, if it is one and nothing else.
fn address(text: &str) -> Option<String> {
    let web = ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme));
    let clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`'));
    (web && clean).then(|| text.to_owned())
}

/// Programs that show a line when told `+N` before the file.
const KNOW_LINES: &[&str] = &[
    "less",
    "more",
    "most",
    "vi",
    "vim",
    "view",
    "nvim",
    "vis",
    "nano",
    "emacs",
    "emacsclient",
    "micro",
    "kak",
    "joe",
    "ne",
    "mg",
];

/// The programs to try, each with its arguments, the best first; `variable` asks the environment.
pub fn programs(original: &Original, variable: impl Fn(&str) -> Option<String>) -> Vec<Vec<String>> {
    match original {
        Original::File { path, line } => {
            // A program that only prints would be gone before anything can be read.
            let pager = variable("PAGER").filter(|pager| !pager.split('/').next_back().is_some_and(|p| p.starts_with("cat")));
            let named = [pager, variable("VISUAL"), variable("EDITOR")].into_iter().flatten();
            let usual = ["less", "more", "vi"].into_iter().map(str::to_owned);
            named.chain(usual).filter_map(|program| with_file(&program, path, *line)).collect()
        }
        Original::Address(address) => {
            let named = variable("BROWSER").into_iter().flat_map(|b| b.split(':').map(str::to_owned).collect::<Vec<_>>());
            let usual = ["xdg-open", "open"].into_iter().map(str::to_owned);
            let plain = named.filter(|b| !b.is_empty() && !b.contains('%'));
            usual.chain(plain).map(|browser| vec![browser, address.clone()]).collect()
        }
    }
}

/// A pager or an editor, as the environment names it (perhaps with arguments), and the file to show.
fn with_file(program: &str, path: &str, line: usize) -> Option<Vec<String>> {
    let mut words: Vec<String> = program.split_whitespace().map(str::to_owned).collect();
    let name = words.first()?.rsplit('/').next()?.to_owned();
    if KNOW_LINES.contains(&name.as_str()) {
        words.push(format!("+{line}"));
    }
    // A path that looks like an option is made to look like a path.
    words.push(if path.starts_with(['-', '+']) { format!("./{path}") } else { path.to_owned() });
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Passage, PassageKind, Span};

    fn original(source: &str, url: Option<&str>, line: usize) -> Result<Original, String> {
        let passage = Passage { kind: PassageKind::Paragraph, speaker: None, lines: (line, line), text: "x".to_owned() };
        let (source, url) = (source.to_owned(), url.map(str::to_owned));
        let story =
            Story { articles: vec![Article { source, url, passages: vec![passage], ..Article::default() }], ..Story::default() };
        of(&story, &Place::new(0, 0, Span::new(0, 1)))
    }

    #[test]
    fn a_file_before_an_address_and_nothing_where_there_is_neither() {
        let file = |line| Ok(Original::File { path: "a.txt".to_owned(), line });
        let address = || Ok(Original::Address("https://e.org/a".to_owned()));
        assert_eq!(original("a.txt", None, 7), file(7));
        assert_eq!(original("a.txt", Some("https://e.org/a"), 7), file(7));
        assert_eq!(original("https://e.org/a", None, 7), address());
        assert_eq!(original("bundled", Some("https://e.org/a"), 0), address());
        assert_eq!(original("-", Some("https://e.org/a"), 7), address());
        assert!(original("-", None, 7).is_err_and(|e| e.contains("standard input")));
        assert!(original("bundled", None, 0).is_err_and(|e| e.contains("no file")));
    }

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        for not in
            ["javascript:alert(1)", "file:///etc/passwd", "https://e.org/ --new", "https://e.org/\"x", "-https://e.org", ""]
        {
            assert!(original("bundled", Some(not), 0).is_err(), "{not}");
        }
    }

    #[test]
    fn programs_get_the_line_and_the_file_as_arguments() {
        let told = |pairs: &'static [(&str, &str)]| {
            move |name: &str| pairs.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        let file = |path: &str| Original::File { path: path.to_owned(), line: 7 };
        let first = |original: &Original, pairs| programs(original, told(pairs)).into_iter().next().unwrap_or_default();
        assert_eq!(first(&file("a b.txt"), &[("PAGER", "/usr/bin/less -R")]), ["/usr/bin/less", "-R", "+7", "a b.txt"]);
        assert_eq!(first(&file("a.txt"), &[("PAGER", "cat"), ("EDITOR", "nano")]), ["nano", "+7", "a.txt"]);
        assert_eq!(first(&file("a.txt"), &[("EDITOR", "code --wait")]), ["code", "--wait", "a.txt"]);
        assert_eq!(first(&file("-rf"), &[]), ["less", "+7", "./-rf"]);
        assert_eq!(first(&file("$(id); x"), &[]), ["less", "+7", "$(id); x"]);
        let address = Original::Address("https://e.org/?a=$(id)".to_owned());
        assert_eq!(first(&address, &[]), ["xdg-open", "https://e.org/?a=$(id)"]);
    }
}
