//! A reading session without a terminal: a story, what was found in it, and how far the reader got.

use super::keys::{self, Key, KeyTable};
use super::layout::{self, Layout};
use super::marks::Marks;
use super::memory::Memory;
use super::mouse::Pointer;
use super::state::{Hand, Hold, Pane, Spot, State};
use super::theme::{Theme, ThemeName};
use super::update;
use super::wrap::{Wrapped, Wrapping};
use super::{Action, Effect, Options, draw, names};
use crate::analysis::{self, Evidence};
use crate::model::{Claim, Comparison, Place, Story};
use crate::progress::Progress;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::OnceCell;

/// Articles from which it takes long enough to be felt to link them anew.
const MANY: usize = 100;

/// Everything between a key and a frame.
#[derive(Debug)]
pub struct Session {
    /// The articles.
    pub story: Story,
    /// What is known before a bar is chosen; found when the bar first moves, if the comparison came from elsewhere.
    evidence: OnceCell<Evidence>,
    /// What is shown at the bar.
    pub comparison: Comparison,
    /// What its claims are called.
    names: Vec<String>,
    /// The comparison by place.
    pub marks: Marks,
    /// The articles wrapped to the panes' width.
    pub wrapping: Wrapping,
    /// What the reader did so far.
    pub state: State,
    /// The look.
    pub theme: Theme,
    /// The keys.
    pub keys: KeyTable,
    /// What was set at the start.
    pub options: Options,
    /// What is remembered from one reading to the next.
    pub memory: Memory,
}

impl Session {
    /// Compares the articles and opens the first screen at a size in columns and rows.
    pub fn new(story: Story, options: Options, size: (u16, u16)) -> Session {
        Session::watched(story, options, size, &Progress::default())
    }

    /// The same, and tells how far the comparison has come.
    pub fn watched(story: Story, options: Options, size: (u16, u16), progress: &Progress) -> Session {
        let evidence = analysis::weigh_watched(&story, progress);
        let comparison = analysis::claims_watched(&story, &evidence, options.bar, progress);
        Session::open(story, OnceCell::from(evidence), comparison, options, size)
    }

    /// Opens the first screen on a comparison that was made elsewhere: for pictures and tests. Moving the bar
    /// compares anew, and finds what the analysis finds.
    pub fn showing(story: Story, comparison: Comparison, options: Options, size: (u16, u16)) -> Session {
        Session::open(story, OnceCell::new(), comparison, options, size)
    }

    fn open(story: Story, evidence: OnceCell<Evidence>, comparison: Comparison, options: Options, size: (u16, u16)) -> Session {
        let marks = Marks::new(&story, &comparison);
        let names = names::names(&story, &comparison);
        let theme = look(options.theme, &options);
        let panes = vec![Pane::default(); story.articles.len()];
        let state = State { size, panes, shown: options.shown, ..State::default() };
        let wrapping =
            Wrapping::new(&story, layout::text_width(size.0, options.pane_width, story.articles.len()), state.furniture);
        let keys = options.keys.clone();
        let mut session = Session {
            story,
            evidence,
            comparison,
            names,
            marks,
            wrapping,
            state,
            theme,
            keys,
            options,
            memory: Memory::default(),
        };
        update::claims::begin(&mut session);
        session.state.message = match session.story.warnings.as_slice() {
            [] => None,
            [only] => Some(only.clone()),
            [first, others @ ..] => Some(format!("{first} (and {} more)", others.len())),
        };
        session
    }

    /// Takes another look.
    pub fn set_theme(&mut self, name: ThemeName) {
        self.theme = look(name, &self.options);
    }

    /// Presses keys as they are written in tests and demonstrations (`5j]<Enter>`), then lets a moment pass.
    pub fn press(&mut self, run: &str) -> Vec<Effect> {
        let effects = keys::parse_run(run).into_iter().filter_map(|key| self.key(key)).collect();
        self.pause();
        self.settle();
        effects
    }

    /// A key was pressed.
    pub fn key(&mut self, key: Key) -> Option<Effect> {
        update::key(self, key)
    }

    /// The mouse was used.
    pub fn pointer(&mut self, pointer: Pointer) -> Option<Effect> {
        self.settle();
        update::pointer(self, pointer)
    }

    /// Text was pasted.
    pub fn paste(&mut self, text: &str) {
        self.state.message = None;
        update::paste(self, text);
    }

    /// Something is to be done.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        update::update(self, action)
    }

    /// A moment passed without a key: a number being typed was not a count.
    pub fn pause(&mut self) {
        self.state.count = Default::default();
    }

    /// Finds what is linked at the bar, if it was moved: before a frame, and not for every key of many that wait.
    pub fn settle(&mut self) {
        update::showing::settle(self);
    }

    /// Whether that takes so long that it should be said before.
    pub fn settles_slowly(&self) -> bool {
        self.state.bar.is_some() && self.story.articles.len() > MANY
    }

    /// Whether something waits for a moment to pass.
    pub fn waits(&self) -> bool {
        self.state.count.number.is_some()
    }

    /// The terminal has another size.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.pause();
        let spot = self.spot();
        self.state.size = (width, height);
        self.rewrap(&spot);
    }

    /// Draws the screen as it is now.
    pub fn draw(&self) -> Buffer {
        let (width, height) = self.state.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        draw::draw(self, &mut buffer);
        buffer
    }

    /// Where everything stands on the screen.
    pub fn layout(&self) -> Layout {
        Layout::new(self.state.size, self.options.pane_width, self.story.articles.len(), self.state.window)
    }

    /// An article wrapped to the panes' width.
    pub fn wrapped(&self, article: usize) -> &Wrapped {
        self.wrapping.of(&self.story, article)
    }

    /// Rows of text in a pane; never none, so that there is always a row to stand on.
    pub fn text_rows(&self) -> usize {
        usize::from(self.layout().text_rows()).max(1)
    }

    /// What a claim is called.
    pub fn name(&self, claim: usize) -> &str {
        self.names.get(claim).map_or("", String::as_str)
    }

    /// What the claim in hand is called.
    pub fn name_in_hand(&self) -> &str {
        self.state.hand.map_or("", |hand| self.name(hand.claim))
    }

    /// The claim in hand.
    pub fn claim_in_hand(&self) -> Option<&Claim> {
        self.comparison.claims.get(self.state.hand?.claim)
    }

    /// The place of a claim's version.
    pub fn place_of(&self, hand: Hand) -> Option<Place> {
        Some(self.comparison.claims.get(hand.claim)?.versions.get(hand.version)?.place)
    }

    /// The claim and version that stand exactly at a place.
    pub fn at_place(&self, place: &Place) -> Option<Hand> {
        let marks = self.marks.in_passage(place.article, place.passage);
        marks.iter().find(|m| m.of.is_some() && m.place == *place).and_then(|m| m.of)
    }

    /// Takes hold of the claim in hand, to find it again.
    pub fn hold(&self) -> Option<Hold> {
        let hand = self.state.hand?;
        Some(Hold { place: self.place_of(hand)?, counted: Some((hand, self.comparison.bar)) })
    }

    /// The claim that was held; if the bar has moved since, one with a version at its place.
    pub fn held(&self, hold: &Hold) -> Option<Hand> {
        let same = hold.counted.filter(|(hand, bar)| *bar == self.comparison.bar && self.place_of(*hand) == Some(hold.place));
        same.map(|(hand, _)| hand).or_else(|| self.at_place(&hold.place))
    }

    /// Where the reader is, by the text.
    pub fn spot(&self) -> Spot {
        let panes = self.state.panes.iter().enumerate().map(|(article, pane)| {
            let at_start = *pane == Pane::default();
            let (passage, byte) = if at_start { (0, 0) } else { self.wrapped(article).place_at(pane.cursor) };
            (passage, byte, pane.cursor_on_screen())
        });
        Spot { focus: self.state.focus, window: self.state.window, hand: self.hold(), panes: panes.collect() }
    }

    /// Goes to where the reader was.
    pub fn go_to_spot(&mut self, spot: &Spot) {
        self.state.focus = spot.focus;
        self.state.window = spot.window;
        self.state.hand = spot.hand.and_then(|hold| self.held(&hold));
        self.rewrap(spot);
    }

    /// Makes the wrapping and the panes fit size and settings; the panes stand where `spot` says.
    pub fn rewrap(&mut self, spot: &Spot) {
        let articles = self.story.articles.len();
        let width = layout::text_width(self.state.size.0, self.options.pane_width, articles);
        let furniture = self.state.furniture;
        if !self.wrapping.fits(width, furniture) {
            self.wrapping = Wrapping::new(&self.story, width, furniture);
        }
        let rows = self.text_rows();
        for (article, &(passage, byte, on_screen)) in spot.panes.iter().enumerate() {
            let at_start = (passage, byte, on_screen) == (0, 0, 0);
            let cursor = if at_start { 0 } else { self.wrapped(article).row_of(passage, byte) };
            if let Some(pane) = self.state.panes.get_mut(article) {
                let lowest = isize::try_from(rows).unwrap_or(isize::MAX) - 1;
                pane.stand(cursor, on_screen.clamp(0, lowest.max(0)));
            }
        }
        let fit = layout::panes_that_fit(self.state.size.0, self.options.pane_width, articles);
        self.state.window = layout::window_with(self.state.window, self.state.focus, fit, articles);
    }

    /// What is known before a bar is chosen.
    pub(super) fn evidence(&self) -> &Evidence {
        self.evidence.get_or_init(|| analysis::weigh(&self.story))
    }

    /// Moves the bar of certainty; the claim in hand stays, if it is still there.
    pub fn set_bar(&mut self, bar: f64) {
        let held: Vec<Place> = self.claim_in_hand().map_or_else(Vec::new, |c| c.versions.iter().map(|v| v.place).collect());
        let here = self.state.hand.and_then(|hand| self.place_of(hand));
        self.comparison = analysis::claims_at(&self.story, self.evidence.get_or_init(|| analysis::weigh(&self.story)), bar);
        self.marks = Marks::new(&self.story, &self.comparison);
        self.names = names::names(&self.story, &self.comparison);
        self.state.hand = here.and_then(|here| same_claim(&self.comparison, &held, &here));
    }
}

/// A look on the terminal that the options speak of.
fn look(name: ThemeName, options: &Options) -> Theme {
    let mut theme = Theme::new(name, options.true_colour);
    theme.ascii = options.ascii;
    theme
}

/// The claim that has most of the places `held`, and its version at or over `here`.
pub(super) fn same_claim(comparison: &Comparison, held: &[Place], here: &Place) -> Option<Hand> {
    let mut best: Option<(usize, Hand)> = None;
    for (c, claim) in comparison.claims.iter().enumerate() {
        let Some(version) = claim.versions.iter().position(|v| v.place.overlaps(here)) else { continue };
        let kept = claim.versions.iter().filter(|v| held.iter().any(|p| p.overlaps(&v.place))).count();
        if best.is_none_or(|(most, _)| kept > most) {
            best = Some((kept, Hand { claim: c, version }));
        }
    }
    best.map(|(_, hand)| hand)
}
