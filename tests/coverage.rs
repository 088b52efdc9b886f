//! The coverage, and the certificates of absence: what a reader sees and where the keys lead.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rashomon::model::{Claim, ClaimKind, Comparison, Form, Version};
use rashomon::reader::{Options, Session, ThemeName, View};
use ratatui::style::Modifier;
use support::{ferry, ferry_compared, golden, look, place, reading, reading_with, row, text};

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

#[test]
fn frames_of_the_coverage_at_four_sizes() {
    for (name, keys) in [("coverage", "nc3"), ("certificate", "n}}")] {
        for size in SIZES {
            let mut session = reading(size);
            session.press(keys);
            golden(&format!("{name}-{}x{}", size.0, size.1), &session);
        }
    }
}

#[test]
fn frames_of_the_coverage_in_other_looks() {
    for theme in [ThemeName::Light, ThemeName::Contrast, ThemeName::Plain] {
        let mut session = reading_with(look(theme), (80, 24));
        session.press("cj");
        golden(&format!("coverage-{}", theme.name()), &session);
    }
    let mut session = reading_with(Options { ascii: true, ..look(ThemeName::Plain) }, (80, 24));
    session.press("cG");
    golden("coverage-ascii", &session);
}

/// The cells of a row of the coverage at 80 columns, as they look without colour.
fn cells(session: &Session, label: &str) -> Vec<String> {
    let buffer = session.draw();
    let y = (3..20).find(|&y| row(&buffer, y).contains(label)).unwrap_or_else(|| panic!("no row {label}"));
    let head: Vec<char> = row(&buffer, 1).chars().collect();
    let starts: Vec<usize> = (40..head.len()).filter(|&x| head[x] != ' ' && head[x - 1] == ' ').collect();
    let row: Vec<char> = row(&buffer, y).chars().collect();
    let end = |n: usize| starts.get(n + 1).copied().unwrap_or(78).min(row.len());
    starts.iter().enumerate().map(|(n, &x)| row[x.min(row.len())..end(n)].iter().collect::<String>().trim().to_owned()).collect()
}

/// A story of made-up one-word outlets, so that their names stand in one piece over the columns.
fn short_names(mut options: Options) -> Session {
    let mut story = ferry();
    for (article, name) in story.articles.iter_mut().zip(["Post", "Bell", "Nord", "Hall", "Wire"]) {
        article.outlet = name.to_owned();
    }
    options.bar = 0.4;
    let comparison = ferry_compared(&story);
    Session::showing(story, comparison, options, (80, 24))
}

#[test]
fn cells_say_how_each_outlet_tells_it_without_colour() {
    let mut session = short_names(look(ThemeName::Plain));
    session.press("c");
    assert_eq!(cells(&session, "We will not rest"), ["\"", "~", "\"", "\"", "\""]);
    assert_eq!(cells(&session, "The ferry ran"), ["•", "•", "~", "–", "~"]);
    assert_eq!(cells(&session, "Nobody was hurt"), ["•", "\"", "–", "–", "•"]);
    assert_eq!(cells(&session, "The damage is"), ["~≠", "~≠", "–", "–", "–"]);
    let mut session = short_names(Options { ascii: true, ..look(ThemeName::Plain) });
    session.press("c");
    assert_eq!(cells(&session, "The ferry ran"), ["o", "o", "~", "-", "~"]);
    assert_eq!(cells(&session, "The damage is"), ["~#", "~#", "-", "-", "-"]);
}

#[test]
fn weak_links_are_dim_and_the_cell_of_the_cursor_is_reversed() {
    let mut session = short_names(look(ThemeName::Plain));
    session.press("c3");
    let buffer = session.draw();
    let x = (40..80).find(|&x| buffer[(x, 3)].modifier.contains(Modifier::REVERSED)).unwrap();
    assert!(buffer[(x, 3)].modifier.contains(Modifier::BOLD), "a strong link is bold");
    assert_eq!(row(&buffer, 1).chars().skip(usize::from(x)).take(4).collect::<String>(), "Nord");
    let hurt = (3..20).find(|&y| row(&buffer, y).contains("Nobody was hurt")).unwrap();
    let first = (40..80).find(|&x| buffer[(x, hurt)].symbol() == "•").unwrap();
    assert!(buffer[(first, hurt)].modifier.contains(Modifier::DIM), "a weak link is dim");
}

#[test]
fn totals_count_what_each_outlet_carries_of_the_rows_shown() {
    let mut session = short_names(Options::default());
    let totals = |s: &Session| row(&s.draw(), 2).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    session.press("c");
    assert_eq!(totals(&session), ["4", "claims", "4", "4", "2", "1", "3"]);
    session.press("4w");
    assert_eq!(totals(&session), ["3", "of", "4", "claims", "3", "3", "1", "0", "2"]);
    session.press("w");
    assert_eq!(totals(&session)[..2], ["4", "claims"], "the same key on the same outlet lifts the filter");
    session.press("4wj2w");
    assert!(text(&session.draw()).contains("nothing is left"), "on another outlet it means that one");
    session.press("<Esc>");
    assert_eq!(totals(&session)[..2], ["4", "claims"]);
}

/// The labels of the rows, as far as they are told apart.
fn order(session: &Session) -> Vec<&'static str> {
    let names = ["not rest", "ferry ran", "damage is", "Nobody"];
    let buffer = session.draw();
    let of_row = |y: u16| names.into_iter().find(|n| row(&buffer, y).contains(n));
    (3..11).map_while(of_row).collect()
}

#[test]
fn four_orders_on_one_key() {
    let mut session = reading((120, 40));
    session.press("c");
    assert_eq!(order(&session), ["not rest", "ferry ran", "Nobody", "damage is"]);
    session.press("2s");
    assert_eq!(order(&session), ["not rest", "ferry ran", "Nobody", "damage is"], "as the Evening Bell tells them");
    session.press("1s");
    assert_eq!(order(&session), ["ferry ran", "Nobody", "not rest", "damage is"], "as the Harbour Post tells them");
    session.press("s");
    assert_eq!(order(&session)[0], "damage is", "what differs first");
    session.press("3s");
    assert_eq!(order(&session), ["Nobody", "damage is", "not rest", "ferry ran"], "what Radio Nord lacks first");
    session.press("s");
    assert_eq!(order(&session), ["not rest", "ferry ran", "Nobody", "damage is"]);
}

#[test]
fn from_any_claim_to_what_any_outlet_lacks_in_three_keys() {
    let story = ferry();
    let comparison = ferry_compared(&story);
    let mut proofs = 0;
    for (c, claim) in comparison.claims.iter().enumerate() {
        for absence in &claim.absent {
            let mut session = reading((80, 24));
            session.state.hand = Some(rashomon::reader::state::Hand { claim: c, version: 0 });
            session.press(&format!("c{}<Enter>", absence.article + 1));
            let screen = text(&session.draw());
            assert!(screen.contains(&format!("Not in {}", story.articles[absence.article].outlet)), "{screen}");
            assert!(screen.contains(&claim.label[..12]), "{screen}");
            proofs += 1;
        }
    }
    assert_eq!(proofs, 6);
}

#[test]
fn a_certificate_shows_the_nearest_its_score_and_why_it_is_not_the_claim() {
    let mut session = reading((100, 40));
    session.press("n}}");
    let screen = text(&session.draw());
    for told in [
        "Not in Town Hall",
        "The damage is £8 million",
        "She put the damage",
        "far too early to name a sum",
        "22 % sure, 40 % needed",
        "without: million",
    ] {
        assert!(screen.contains(told), "{told:?} is missing in\n{screen}");
    }
    session.press("<Enter>");
    assert!(session.state.views.is_empty());
    let (passage, _) = session.wrapped(3).place_at(session.state.pane().cursor);
    assert!(session.story.articles[3].passages[passage].text.contains("far too early"));
    session.press("<Ctrl-O>");
    assert_eq!((session.state.focus, session.claim_in_hand().unwrap().label.as_str()), (0, "The damage is £8 million"));
}

#[test]
fn what_an_outlet_tells_as_another_claim_is_said_in_the_certificate() {
    let story = rashomon::ingest::bundled().unwrap();
    let comparison = rashomon::analysis::compare(&story, rashomon::analysis::DEFAULT_BAR);
    let mut told_elsewhere = 0;
    for (c, claim) in comparison.claims.iter().enumerate() {
        for nearest in claim.absent.iter().filter_map(|absence| absence.nearest.as_ref()) {
            assert!(nearest.score < comparison.bar, "as sure as a version: {nearest:?}");
            let Some(other) = nearest.told else { continue };
            assert_ne!(other, c);
            let versions = &comparison.claims[other].versions;
            assert!(versions.iter().any(|v| v.place.overlaps(&nearest.place)), "{nearest:?}");
            told_elsewhere += 1;
        }
    }
    assert!(told_elsewhere > 0);
    let (c, absence) = (comparison.claims.iter().enumerate())
        .find_map(|(c, claim)| Some((c, claim.absent.iter().find(|a| a.nearest.as_ref().is_some_and(|n| n.told.is_some()))?)))
        .unwrap();
    let label = &comparison.claims[absence.nearest.as_ref().unwrap().told.unwrap()].label;
    let printed = rashomon::report::plain::claim(&story, &comparison, c + 1).unwrap().replace('\n', " ");
    assert!(printed.contains("Not the claim: what they share is claim"), "{printed}");
    assert!(printed.contains(&format!("“{label}”")), "{printed}");
}

#[test]
fn opening_keeps_the_claim_and_leaving_returns_to_the_place() {
    for (view, leave) in [("c", "q"), ("c", "<Esc>"), ("c", "<Ctrl-O>"), ("c", "c"), ("O", "q"), ("H", "O"), ("H", "<Esc>")] {
        let mut session = reading((80, 24));
        session.press("]n");
        let (hand, panes, focus) = (session.state.hand, session.state.panes.clone(), session.state.focus);
        session.press(view);
        if view == "c" {
            assert_eq!(session.state.hand.map(|h| h.claim), hand.map(|h| h.claim), "the claim in hand has the cursor");
        }
        session.press("jjl");
        session.press(leave);
        if leave == "O" {
            session.press("qq");
        }
        assert!(session.state.views.is_empty(), "{view}{leave}");
        assert_eq!((session.state.hand, &session.state.panes, session.state.focus), (hand, &panes, focus), "{view}{leave}");
    }
}

#[test]
fn order_and_filters_outlive_the_view_unless_they_hide_the_claim() {
    let mut session = reading((80, 24));
    session.press("ncDq");
    assert!(session.state.coverage.differing);
    session.press("c");
    assert!(session.state.coverage.differing, "the claim in hand differs");
    session.press("qgnc");
    assert!(!session.state.coverage.differing, "this one does not");
    assert_eq!(session.claim_in_hand().unwrap().label, "The ferry ran aground at Skerry Point with 214 people aboard");
}

#[test]
fn a_full_cell_leads_to_the_passage_with_the_claim_in_hand_and_back() {
    let mut session = reading((80, 24));
    session.press("cj5<Enter>");
    assert_eq!(session.state.focus, 4);
    assert_eq!(session.claim_in_hand().unwrap().label, "The ferry ran aground at Skerry Point with 214 people aboard");
    let place = session.place_of(session.state.hand.unwrap()).unwrap();
    assert_eq!(place.article, 4);
    session.press("<Ctrl-O>");
    assert_eq!((session.state.focus, session.state.hand.map(|h| h.claim)), (0, Some(0)));
}

#[test]
fn versions_over_the_coverage_go_row_by_row_and_into_the_text() {
    let mut session = reading((80, 24));
    let panes = session.state.panes.clone();
    session.press("cvn");
    assert!(text(&session.draw()).contains("The ferry ran aground"), "{}", text(&session.draw()));
    session.press("q");
    let View::Coverage(view) = session.state.view() else { panic!("not the coverage") };
    assert_eq!((view.row, &session.state.panes), (1, &panes), "the cursor went along, the articles stayed");
    session.press("vjj<Enter>");
    assert!(session.state.views.is_empty());
    assert_eq!(session.state.hand.map(|h| h.claim), Some(1));
    session.press("<Ctrl-O>");
    assert_eq!(session.state.hand.map(|h| h.claim), Some(0));
}

#[test]
fn a_number_before_a_key_does_not_move_the_column() {
    let mut session = reading((80, 24));
    session.press("c3");
    session.press("2j");
    let View::Coverage(view) = session.state.view() else { panic!("not the coverage") };
    assert_eq!((view.row, view.column), (2, 2));
}

/// A story in which `Post` has two articles, and the second alone tells what the `Bell` tells too.
fn two_of_one_outlet() -> (rashomon::model::Story, Comparison) {
    let mut story = ferry();
    story.articles.truncate(3);
    story.articles[1].outlet = story.articles[0].outlet.clone();
    let version =
        |article: usize, text: &str| Version { place: place(&story, article, text), form: Form::Narrated, speaker: None };
    let claim = |label: &str, versions: Vec<Version>| Claim {
        label: label.to_owned(),
        kind: ClaimKind::Statement,
        speaker: None,
        confidence: 0.9,
        versions,
        absent: Vec::new(),
        differences: Vec::new(),
    };
    let claims = vec![
        claim("Shared with the radio", vec![version(1, "passengers were taken off"), version(2, "According to the coast guard")]),
        claim("Told twice by the Post", vec![version(0, "She put the damage"), version(1, "The mayor spoke of damage")]),
    ];
    let mut comparison = Comparison { bar: 0.4, claims, ..Comparison::default() };
    let statement = |article: usize, text: &str, claims: Vec<usize>| rashomon::model::Statement {
        place: place(&story, article, text),
        form: Form::Narrated,
        speaker: None,
        claims,
    };
    comparison.statements = vec![
        statement(0, "She put the damage at £8 million.", vec![1]),
        statement(1, "More than 200 passengers were taken off the ferry", vec![0]),
        statement(1, "The mayor spoke of damage of about $10 million.", vec![1]),
        statement(2, "According to the coast guard, 214 people were on board.", vec![0]),
    ];
    (story, comparison)
}

#[test]
fn two_articles_of_one_outlet_are_one_column_and_one_witness() {
    let (story, comparison) = two_of_one_outlet();
    let mut session = Session::showing(story, comparison, Options::default(), (80, 24));
    session.press("c");
    let buffer = session.draw();
    assert_eq!(row(&buffer, 1).matches("Harbour").count() + row(&buffer, 1).matches("Harbo").count(), 2, "{}", row(&buffer, 1));
    assert!(row(&buffer, 3).contains("2/2") && row(&buffer, 4).contains("1/2"), "{}", text(&buffer));
    session.press("2<Enter>");
    assert_eq!(session.state.focus, 1, "the article that carries it, not the first of the outlet");
    session.press("cS");
    assert!(text(&session.draw()).contains("1 told by one outlet"));
    session.press("qO");
    let screen = text(&session.draw());
    assert!(screen.contains("2 of 3 only here"), "{screen}");
    assert!(screen.contains("Ferry runs aground") && screen.contains("Mayor vows"), "each article under its headline: {screen}");
}

#[test]
fn more_rows_than_fit_have_a_strip_of_heat() {
    let strip = |s: &Session, last: u16| {
        let buffer = s.draw();
        (3..last).map(|y| buffer[(s.state.size.0 - 2, y)].symbol().to_owned()).collect::<String>()
    };
    let mut session = reading((80, 24));
    session.press("c");
    assert_eq!(strip(&session, 7).trim(), "");
    let story = ferry();
    let mut comparison = ferry_compared(&story);
    let more: Vec<Claim> = comparison.claims.iter().cycle().take(40).cloned().collect();
    comparison.claims.extend(more);
    comparison.links.clear();
    let mut session = Session::showing(story, comparison, Options::default(), (80, 24));
    session.press("c");
    let heat = strip(&session, 14);
    assert!(heat.starts_with('█') && heat.ends_with('▍'), "{heat:?}");
    session.press("G");
    assert!(row(&session.draw(), 22).contains("row 44/44"), "{}", row(&session.draw(), 22));
    assert_eq!(strip(&session, 14), heat, "the strip is of the whole story");
}

#[test]
fn the_row_of_the_cursor_outlives_the_bar() {
    let mut session = Session::new(ferry(), Options::default(), (80, 24));
    session.press("----c");
    let label = session.claim_in_hand().unwrap().versions[0].place;
    session.press("j");
    let second = session.claim_in_hand().unwrap().versions[0].place;
    session.press("-+");
    let now: Vec<_> = session.claim_in_hand().unwrap().versions.iter().map(|v| v.place).collect();
    assert!(now.iter().any(|p| p.overlaps(&second)), "not {now:?} but {second:?}; before {label:?}");
}

#[test]
fn a_single_outlets_statement_has_certificates_too() {
    let mut session = Session::new(ferry(), Options::default(), (100, 40));
    session.press("O5G}");
    let screen = text(&session.draw());
    assert!(screen.contains("shares fell by four per cent") && screen.contains("Not in Harbour Post"), "{screen}");
}

#[test]
fn help_in_the_coverage_begins_with_the_coverage() {
    let mut session = reading((80, 24));
    session.press("?");
    assert!(row(&session.draw(), 1).contains("Signs in the text"));
    session.press("qc?");
    let screen = text(&session.draw());
    assert!(row(&session.draw(), 1).contains("Signs in the coverage"), "{screen}");
    assert!(screen.contains("In the coverage") && screen.contains("told in direct speech"), "{screen}");
}
