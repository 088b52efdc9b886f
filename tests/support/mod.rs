//! A made-up story with a hand-made comparison, so that frames do not change when the analysis learns something; and
//! frames as text.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use rashomon::model::{
    Absence, Article, Claim, ClaimKind, Comparison, Difference, DifferenceKind, Form, Link, Nearest, Passage, PassageKind, Place,
    Reason, Span, Statement, Story, Stretch, Version,
};
use rashomon::reader::{Options, Session, ThemeName};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

fn passage(kind: PassageKind, speaker: Option<&str>, text: &str) -> Passage {
    Passage { kind, speaker: speaker.map(str::to_owned), lines: (0, 0), text: text.to_owned() }
}

/// An article: each line a passage; `# ` heading, `! ` caption, `- ` item, `~ ` furniture, `Name: ` in a transcript.
fn article(outlet: &str, date: &str, note: Option<&str>, transcript: bool, text: &str) -> Article {
    use PassageKind as K;
    let mut passages = Vec::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let kinds = [("# ", K::Heading), ("! ", K::Caption), ("- ", K::Item), ("~ ", K::Furniture)];
        let marked = kinds.into_iter().find_map(|(sign, kind)| Some((kind, line.strip_prefix(sign)?)));
        let turn = line.split_once(": ").filter(|_| transcript && !passages.is_empty());
        passages.push(match (marked, turn) {
            (Some((kind, text)), _) => passage(kind, None, text),
            (None, Some((speaker, text))) => passage(K::Speech, Some(speaker), text),
            _ if passages.is_empty() => passage(K::Headline, None, line),
            _ => passage(K::Paragraph, None, line),
        });
    }
    Article {
        id: outlet.to_lowercase().replace(' ', "-"),
        outlet: outlet.to_owned(),
        headline: passages[0].text.clone(),
        published: date.parse().ok(),
        note: note.map(str::to_owned),
        source: format!("{outlet}.txt"),
        passages,
        ..Article::default()
    }
}

/// Five accounts of a ferry that ran aground. Nothing of it ever happened.
pub fn ferry() -> Story {
    Story {
        title: "The ferry at Skerry Point".to_owned(),
        articles: vec![
            article(
                "Harbour Post",
                "2031-05-04",
                None,
                false,
                "Ferry runs aground at Skerry Point, all 214 aboard safe
                 The ferry Halcyon ran aground on Sunday morning at Skerry Point with 214 people aboard, and nobody was hurt.
                 ! The Halcyon at low water on Sunday
                 “We will not rest until we know why this happened,” said the mayor, Ada Brandt.
                 She put the damage at £8 million.
                 # A long night
                 Fishermen brought blankets and soup to the quay, and a school was opened for those who could not go home.
                 The captain, who has sailed these waters for thirty years, is said to have slept for two hours before the watch.
                 - The next ferry sails on Tuesday.
                 - Tickets remain valid for a month.
                 ~ Read more: ten walks by the sea",
            ),
            article(
                "Evening Bell",
                "2031-05-05",
                None,
                false,
                "Mayor vows to find cause of ferry grounding
                 Mayor Ada Brandt vowed not to rest before the cause of the Halcyon's grounding was known.
                 More than 200 passengers were taken off the ferry, which struck rock at Skerry Point on Sunday.
                 “None of them was hurt, and that is a small wonder,” said a doctor at the scene.
                 The mayor spoke of damage of about $10 million.
                 The owners did not answer questions on Monday.",
            ),
            article(
                "Radio Nord",
                "2031-05-04",
                Some("Digest: retold for this test"),
                false,
                "Halcyon aground
                 The Halcyon has run aground at Skerry Point.
                 “We shall not rest until we know the reason,” the mayor told our reporter.
                 According to the coast guard, 214 people were on board.
                 A 日本 tanker stood by 🚢 and took nobody aboard.
                 ~ Share this",
            ),
            article(
                "Town Hall",
                "2031-05-04",
                None,
                true,
                "Statement by the mayor on the grounding of the Halcyon
                 Ada Brandt: Good evening. I have just come from the quay.
                 Ada Brandt: I will not rest, and this town will not rest, until we know why the Halcyon went aground.
                 Reporter: What is the damage?
                 Ada Brandt: It is far too early to name a sum.",
            ),
            article(
                "Wire",
                "2031-05-04",
                None,
                false,
                "Ferry with 214 aboard grounds; no injuries
                 A ferry with 214 people aboard ran aground off Skerry Point on Sunday, officials said. No one was injured.
                 “We won't rest until we know what happened,” Mayor Ada Brandt said.
                 The company's shares fell by four per cent.",
            ),
        ],
        warnings: Vec::new(),
    }
}

/// The place of a text in an article.
pub fn place(story: &Story, article: usize, text: &str) -> Place {
    let passages = story.articles[article].passages.iter().enumerate();
    let found = passages.filter(|(_, p)| p.is_article()).find_map(|(p, passage)| Some((p, passage.text.find(text)?)));
    let (passage, start) = found.unwrap_or_else(|| panic!("{text:?} is not in article {article}"));
    Place::new(article, passage, Span::new(start, start + text.len()))
}

type Told = (usize, &'static str, Form);

fn claim(story: &Story, label: &str, kind: ClaimKind, speaker: Option<&str>, confidence: f64, told: &[Told]) -> Claim {
    let versions: Vec<Version> = told
        .iter()
        .map(|&(article, text, form)| Version {
            place: place(story, article, text),
            form,
            speaker: speaker.filter(|_| form != Form::Narrated).map(str::to_owned),
        })
        .collect();
    let absent = (0..story.articles.len())
        .filter(|a| versions.iter().all(|v| v.place.article != *a))
        .map(|article| Absence { article, nearest: None })
        .collect();
    let speaker = speaker.map(str::to_owned);
    Claim { label: label.to_owned(), kind, speaker, confidence, versions, absent, differences: Vec::new() }
}

/// The nearest that an article without a claim comes to it.
fn near(story: &Story, claims: &mut [Claim], claim: usize, article: usize, text: &str, score: f64, why: &[&str]) {
    let absence = claims[claim].absent.iter_mut().find(|a| a.article == article).unwrap();
    let why = why.iter().map(|w| (*w).to_owned()).collect();
    absence.nearest = Some(Nearest { place: place(story, article, text), score, told: None, why });
}

/// What a careful person would find in the ferry story.
pub fn ferry_compared(story: &Story) -> Comparison {
    use Form::{Direct, Indirect, Narrated};
    let mut claims = vec![
        claim(
            story,
            "“We will not rest until we know why this happened”",
            ClaimKind::Quotation,
            Some("Ada Brandt"),
            0.94,
            &[
                (0, "“We will not rest until we know why this happened,” said the mayor, Ada Brandt.", Direct),
                (1, "Mayor Ada Brandt vowed not to rest before the cause of the Halcyon's grounding was known.", Indirect),
                (2, "“We shall not rest until we know the reason,” the mayor told our reporter.", Direct),
                (3, "I will not rest, and this town will not rest, until we know why the Halcyon went aground.", Direct),
                (4, "“We won't rest until we know what happened,” Mayor Ada Brandt said.", Direct),
            ],
        ),
        claim(
            story,
            "The ferry ran aground at Skerry Point with 214 people aboard",
            ClaimKind::Fact,
            None,
            0.88,
            &[
                (0, "Ferry runs aground at Skerry Point, all 214 aboard safe", Narrated),
                (0, "The ferry Halcyon ran aground on Sunday morning at Skerry Point with 214 people aboard", Narrated),
                (1, "More than 200 passengers were taken off the ferry", Narrated),
                (2, "According to the coast guard, 214 people were on board.", Indirect),
                (4, "A ferry with 214 people aboard ran aground off Skerry Point on Sunday, officials said.", Indirect),
            ],
        ),
        claim(
            story,
            "The damage is £8 million",
            ClaimKind::Fact,
            Some("Ada Brandt"),
            0.71,
            &[
                (0, "She put the damage at £8 million.", Indirect),
                (1, "The mayor spoke of damage of about $10 million.", Indirect),
            ],
        ),
        claim(
            story,
            "Nobody was hurt",
            ClaimKind::Statement,
            None,
            0.55,
            &[(0, "nobody was hurt", Narrated), (1, "None of them was hurt", Direct), (4, "No one was injured.", Narrated)],
        ),
    ];
    near(story, &mut claims, 2, 3, "It is far too early to name a sum.", 0.22, &["shares: damage", "without: million"]);
    near(story, &mut claims, 2, 4, "The company's shares fell by four per cent.", 0.04, &["other figures"]);
    near(story, &mut claims, 3, 2, "A 日本 tanker stood by 🚢 and took nobody aboard.", 0.11, &["shares: nobody"]);
    claims[2].differences.push(Difference {
        kind: DifferenceKind::Money,
        versions: vec![0, 1],
        detail: "£8 million (Harbour Post) / about $10 million (Evening Bell)".to_owned(),
    });
    let mut links = Vec::new();
    for (c, claim) in claims.iter().enumerate() {
        for a in 0..claim.versions.len() {
            for b in a + 1..claim.versions.len() {
                let score = claim.confidence;
                let place = claim.versions[a].place;
                let at = |word: &str| {
                    let start = place.span.start + story.text(&place).find(word)?;
                    Stretch::of(Span::new(start, start + word.len()))
                };
                let reasons = ["rest", "know"].into_iter().filter_map(at).map(Reason::Word).collect();
                links.push(Link { claim: c, versions: (a, b), score, reasons });
            }
        }
    }
    let lonely = [
        "Fishermen brought blankets",
        "The owners did not answer",
        "A 日本 tanker",
        "It is far too early",
        "The company's shares",
    ];
    let statements = lonely
        .iter()
        .enumerate()
        .map(|(a, text)| {
            let at = place(story, a, text);
            let whole = story.passage(&at).unwrap().whole();
            Statement { place: Place { span: whole, ..at }, form: Narrated, speaker: None, claims: Vec::new() }
        })
        .collect();
    Comparison { bar: 0.4, claims, links, statements, ..Comparison::default() }
}

/// The ferry story opened at a size.
pub fn reading(size: (u16, u16)) -> Session {
    reading_with(Options::default(), size)
}

/// The ferry story opened with options.
pub fn reading_with(options: Options, size: (u16, u16)) -> Session {
    let story = ferry();
    let comparison = ferry_compared(&story);
    Session::showing(story, comparison, options, size)
}

/// Options with a look.
pub fn look(theme: ThemeName) -> Options {
    Options { theme, ..Options::default() }
}

/// The text of a row.
pub fn row(buffer: &Buffer, y: u16) -> String {
    (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned()
}

/// The text of a frame.
pub fn text(buffer: &Buffer) -> String {
    let mut rows: Vec<String> = Vec::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += unicode_width::UnicodeWidthStr::width(symbol).max(1) as u16;
        }
        rows.push(line.trim_end().to_owned());
    }
    rows.join("\n")
}

fn colour(colour: Color) -> String {
    match colour {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        other => other.to_string().to_lowercase(),
    }
}

fn style(cell: &Cell) -> String {
    let mut words: Vec<String> = Vec::new();
    if cell.fg != Color::Reset {
        words.push(colour(cell.fg));
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", colour(cell.bg)));
    }
    words.extend(cell.modifier.iter_names().filter(|_| cell.modifier != Modifier::empty()).map(|(name, _)| name.to_lowercase()));
    words.join(" ")
}

/// The styles of a frame: for each row the runs that do not look like plain text, each with how it looks.
pub fn styles(buffer: &Buffer) -> String {
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let mut runs: Vec<(String, String)> = Vec::new();
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            let style = style(cell);
            match runs.last_mut() {
                Some((text, last)) if *last == style => text.push_str(cell.symbol()),
                _ => runs.push((cell.symbol().to_owned(), style)),
            }
        }
        for (text, style) in runs {
            let seen = !text.trim().is_empty() || style.contains("reversed") || style.contains("on ");
            if !style.is_empty() && seen {
                lines.push(format!("{y:>3} {:<24} {}", style, text.trim_end()));
            }
        }
    }
    lines.join("\n")
}

/// A frame as its golden file has it: text, then styles.
pub fn frame(session: &Session) -> String {
    let buffer = session.draw();
    format!("{}\n\n--- styles: row, look, text ---\n{}\n", text(&buffer), styles(&buffer))
}

/// Holds what a session shows against its golden file.
pub fn golden(name: &str, session: &Session) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../frames");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, frame(session)));
}
