//! What a reader has done so far: views, focus, claim in hand, where each pane stands. Plain data; what changes it
//! is in [`super::update`].

use super::ask::Asking;
use super::coverage::{CertificateView, Choice, CoverageView};
use super::headlines::HeadlinesView;
use super::only_here::OnlyHereView;
use super::palette::PaletteView;
use super::trail::Trail;
use super::versions::VersionsView;

/// A view, with what it remembers while it is open.
#[derive(Debug, Clone, PartialEq)]
pub enum View {
    /// The articles side by side; always the lowest of the stack.
    Read,
    /// All versions of one claim.
    Versions(VersionsView),
    /// Which outlet carries what.
    Coverage(CoverageView),
    /// The proof that an outlet lacks a claim.
    Certificate(CertificateView),
    /// What only one outlet tells.
    OnlyHere(OnlyHereView),
    /// How the articles open.
    Headlines(HeadlinesView),
    /// The keys.
    Help(HelpView),
    /// Something is asked on the status line; what is under it stays on screen.
    Ask(Asking),
    /// Everything that can be done and everywhere one can go.
    Palette(PaletteView),
    /// The claims that are marked.
    Kept(super::list::Choice),
}

/// A kind of view, as the table of keys names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ViewKind {
    /// The articles side by side.
    Read,
    /// All versions of one claim.
    Versions,
    /// Which outlet carries what.
    Coverage,
    /// The proof that an outlet lacks a claim.
    Certificate,
    /// What only one outlet tells.
    OnlyHere,
    /// How the articles open.
    Headlines,
    /// The keys.
    Help,
    /// Something is asked on the status line.
    Ask,
    /// Everything that can be done and everywhere one can go.
    Palette,
    /// The claims that are marked.
    Kept,
}

impl View {
    /// Which kind it is.
    pub fn kind(&self) -> ViewKind {
        match self {
            View::Read => ViewKind::Read,
            View::Versions(_) => ViewKind::Versions,
            View::Coverage(_) => ViewKind::Coverage,
            View::Certificate(_) => ViewKind::Certificate,
            View::OnlyHere(_) => ViewKind::OnlyHere,
            View::Headlines(_) => ViewKind::Headlines,
            View::Help(_) => ViewKind::Help,
            View::Ask(_) => ViewKind::Ask,
            View::Palette(_) => ViewKind::Palette,
            View::Kept(_) => ViewKind::Kept,
        }
    }

    /// Whether letters are typed into it: a key that prints something goes to [`super::update::key`] then, before
    /// the table of keys is asked.
    pub fn takes_text(&self) -> bool {
        matches!(self, View::Ask(_) | View::Palette(_))
    }
}

/// A box over the corner of the screen, which any key takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// What the signs of the view mean; where there is no room for all, which page of them.
    Legend(usize),
    /// The first words to a newcomer.
    Welcome,
}

/// What the help view remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HelpView {
    /// The first row shown.
    pub top: usize,
}

/// Where a pane stands in its article, in rows of the wrapped text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pane {
    /// The row that is being read.
    pub cursor: usize,
    /// The row at the top of the pane; below zero where panes are lined up on a row near the beginning.
    pub top: isize,
}

impl Pane {
    /// How many rows below the top of the pane the cursor stands.
    pub fn cursor_on_screen(&self) -> isize {
        isize::try_from(self.cursor).unwrap_or(isize::MAX).saturating_sub(self.top)
    }

    /// Puts the cursor on a row of the text and that row on a row of the screen.
    pub fn stand(&mut self, cursor: usize, on_screen: isize) {
        self.cursor = cursor;
        self.top = isize::try_from(cursor).unwrap_or(isize::MAX).saturating_sub(on_screen);
    }
}

/// The claim in hand: the one that is lit in every pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// Index into `Comparison::claims`.
    pub claim: usize,
    /// Index into `Claim::versions`: the one under the cursor, or the one it was taken up at.
    pub version: usize,
}

/// The claim in hand, taken hold of to be found again: as it was counted while the bar of certainty stood where it did,
/// else by the place of its version. Several claims can have versions at one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hold {
    /// Where its version stands.
    pub place: crate::model::Place,
    /// The claim as it was counted, and the bar at which it was; none where that is not known any more.
    pub counted: Option<(Hand, f64)>,
}

/// Another outlet's version shown in the place of the one in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blink {
    /// The version whose words are shown (index into `Claim::versions`).
    pub version: usize,
}

/// Which marks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// All of them.
    #[default]
    All,
    /// Shared quotations.
    Quotations,
    /// Shared facts and statements.
    Facts,
    /// Claims whose versions differ.
    Differences,
    /// What no other outlet carries.
    OnlyHere,
}

impl Shown {
    /// The next choice, round and round.
    pub fn next(self) -> Shown {
        match self {
            Shown::All => Shown::Quotations,
            Shown::Quotations => Shown::Facts,
            Shown::Facts => Shown::Differences,
            Shown::Differences => Shown::OnlyHere,
            Shown::OnlyHere => Shown::All,
        }
    }

    /// The choice of a name in settings: that of the status line, with hyphens; `all` for all of them.
    pub fn from_name(name: &str) -> Option<Shown> {
        let all = [Shown::All, Shown::Quotations, Shown::Facts, Shown::Differences, Shown::OnlyHere];
        all.into_iter().find(|s| s.name().replace(' ', "-") == name || (*s == Shown::All && name == "all"))
    }

    /// What the status line calls it.
    pub fn name(self) -> &'static str {
        match self {
            Shown::All => "all marks",
            Shown::Quotations => "quotations",
            Shown::Facts => "facts",
            Shown::Differences => "differences",
            Shown::OnlyHere => "only here",
        }
    }
}

/// A number typed before a key (`5j`). One digit moves the focus at once, since it may stand alone; when a motion
/// follows it quickly it turns out to have been a count, and the focus goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// The number so far.
    pub number: Option<usize>,
    /// Where the focus and the window of panes were before the digit moved them.
    pub before: Option<(usize, usize)>,
}

/// A place that one can come back to, held by the text, so that it survives another width.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spot {
    /// The pane with the focus.
    pub focus: usize,
    /// The first pane on screen.
    pub window: usize,
    /// The claim in hand.
    pub hand: Option<Hold>,
    /// For each pane: passage and byte of the cursor, and its row on the screen.
    pub panes: Vec<(usize, usize, isize)>,
}

/// Where the reader was, as a browser keeps it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Jumps {
    back: Vec<Spot>,
    forward: Vec<Spot>,
}

/// Places remembered; older ones are forgotten.
const MOST_JUMPS: usize = 100;

impl Jumps {
    /// Remembers a place before leaving it.
    pub fn leave(&mut self, spot: Spot) {
        self.forward.clear();
        if self.back.last() != Some(&spot) {
            self.back.push(spot);
        }
        if self.back.len() > MOST_JUMPS {
            self.back.remove(0);
        }
    }

    /// Goes back, from `here`.
    pub fn back(&mut self, here: Spot) -> Option<Spot> {
        let spot = self.back.pop()?;
        self.forward.push(here);
        Some(spot)
    }

    /// Goes forward again, from `here`.
    pub fn forward(&mut self, here: Spot) -> Option<Spot> {
        let spot = self.forward.pop()?;
        self.back.push(here);
        Some(spot)
    }

    /// Whether there is a way back.
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a way forward.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

/// All that changes while reading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The views that are open over the articles, the last one on top; empty while reading.
    pub views: Vec<View>,
    /// One for each article.
    pub panes: Vec<Pane>,
    /// The pane with the focus: index of its article.
    pub focus: usize,
    /// The first pane on screen.
    pub window: usize,
    /// The claim in hand.
    pub hand: Option<Hand>,
    /// Which marks are shown.
    pub shown: Shown,
    /// How the coverage is sorted and filtered.
    pub coverage: Choice,
    /// Whether what was cleaned away is shown.
    pub furniture: bool,
    /// Whether the other panes follow the focused one.
    pub locked: bool,
    /// Where the bar of certainty was moved to, until what is linked there is found.
    pub bar: Option<f64>,
    /// Another outlet's words in the place of the version in hand.
    pub blink: Option<Blink>,
    /// A number being typed.
    pub count: Count,
    /// Places that the keys of claims go through instead of claims.
    pub trail: Option<Trail>,
    /// Where the reader was.
    pub jumps: Jumps,
    /// A box over the screen, until the next key.
    pub overlay: Option<Overlay>,
    /// The pane whose scroll bar the mouse holds.
    pub dragged: Option<usize>,
    /// Said once on the status line, until the next key.
    pub message: Option<String>,
}

impl State {
    /// The view on top.
    pub fn view(&self) -> &View {
        self.views.last().unwrap_or(&View::Read)
    }

    /// The view whose text is on screen: the one on top, or the one under a question; a search is over the articles.
    pub fn on_screen(&self) -> &View {
        match self.views.split_last() {
            Some((View::Ask(asking), _)) if asking.question.concerns_articles() => &View::Read,
            Some((View::Ask(_), under)) => under.last().unwrap_or(&View::Read),
            _ => self.view(),
        }
    }

    /// Where the focused pane stands.
    pub fn pane(&self) -> Pane {
        self.panes.get(self.focus).copied().unwrap_or_default()
    }
}
