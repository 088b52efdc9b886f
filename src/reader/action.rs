//! Every thing a reader can do: its name in settings, what help says of it, and whether it applies here.
//!
//! An action stands between a key and its effect, so that keys, help, the palette and tests all speak of the same
//! thing. What an action does is in [`super::update`].

use super::{Session, View};

/// A thing a reader can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Down a line.
    Down,
    /// Up a line.
    Up,
    /// Down half a page.
    HalfDown,
    /// Up half a page.
    HalfUp,
    /// Down a page.
    PageDown,
    /// Up a page.
    PageUp,
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// The outlet to the left.
    Left,
    /// The outlet to the right.
    Right,
    /// The next outlet, round and round.
    NextPane,
    /// The outlet before, round and round.
    PrevPane,
    /// The outlet of that number, counted from 1.
    Outlet(u8),
    /// The next claim in this pane.
    NextClaim,
    /// The claim before in this pane.
    PrevClaim,
    /// The same claim in the next outlet that carries it.
    NextOutlet,
    /// The same claim in the outlet before that carries it.
    PrevOutlet,
    /// Every version of the claim stands on the cursor's row.
    LineUp,
    /// The other panes follow, claim by claim.
    Lock,
    /// The next outlet's version in the place of this one.
    Blink,
    /// The versions of this claim.
    Versions,
    /// Show fewer, surer links.
    BarUp,
    /// Show more links.
    BarDown,
    /// Which marks are shown.
    Filter,
    /// Show what was cleaned away.
    Furniture,
    /// Back to where I was.
    Back,
    /// Forward again.
    Forward,
    /// Look for words in every outlet.
    Search,
    /// Everything that can be done and everywhere one can go, by name.
    Palette,
    /// Mark the claim in hand, or take its mark away.
    Mark,
    /// The claims that are marked.
    Kept,
    /// A note on the claim in hand.
    Note,
    /// Copy the claim in hand.
    Copy,
    /// Write a report.
    Export,
    /// Open the original of this place.
    Original,
    /// The answer on the status line stands.
    Accept,
    /// In the versions: to the passage.
    GoTo,
    /// In the versions: compare with this one.
    Base,
    /// In the versions: why they are linked.
    Why,
    /// In the versions: the text around.
    Context,
    /// What the signs mean.
    Legend,
    /// Which outlet carries what.
    Coverage,
    /// The proof that the next outlet without the claim lacks it.
    NextLacking,
    /// The same of the outlet before.
    PrevLacking,
    /// What only one outlet tells.
    OnlyHere,
    /// How the articles open.
    Headlines,
    /// In the headlines: more of each opening.
    Paragraphs,
    /// In the coverage: into a cell.
    OpenCell,
    /// In the coverage: another order.
    Sort,
    /// In the coverage: claims of one kind.
    Kind,
    /// In the coverage: what one person says.
    Speaker,
    /// In the coverage: what the chosen outlet lacks.
    Lacks,
    /// In the coverage: what is told differently.
    Differing,
    /// In the coverage: what a single outlet carries.
    Sole,
    /// This list of keys.
    Help,
    /// Close this view; in the first one, quit.
    Close,
    /// Close this view; in the first one, let go of whatever is switched on.
    Escape,
    /// Leave at once.
    Quit,
    /// Back to the shell for a while.
    Suspend,
    /// Draw the screen anew.
    Repaint,
    /// Take the mouse from the terminal, or give it back.
    Mouse,
}

/// Under which heading help lists an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Moving in the text.
    Moving,
    /// Between the outlets.
    Outlets,
    /// Claims and their versions.
    Claims,
    /// The matrix of coverage.
    Coverage,
    /// What the screen shows.
    Showing,
    /// Places.
    Places,
    /// The program.
    Program,
}

impl Group {
    /// All of them, in help's order.
    pub const ALL: [Group; 7] =
        [Group::Moving, Group::Outlets, Group::Claims, Group::Coverage, Group::Showing, Group::Places, Group::Program];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Group::Moving => "Reading on",
            Group::Outlets => "Between the outlets",
            Group::Claims => "Claims",
            Group::Coverage => "In the coverage",
            Group::Showing => "What is shown",
            Group::Places => "Places",
            Group::Program => "The program",
        }
    }
}

/// What is told of an action: one record for settings, help, hints and palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Its name in settings.
    pub name: &'static str,
    /// One or two words, for the line of hints.
    pub short: &'static str,
    /// What it does, in a phrase.
    pub does: &'static str,
    /// Where help lists it.
    pub group: Group,
}

impl Action {
    /// Name, description and group.
    pub fn about(self) -> About {
        use Group as G;
        let (name, short, does, group) = match self {
            Action::Down => ("down", "down", "down a line", G::Moving),
            Action::Up => ("up", "up", "up a line", G::Moving),
            Action::HalfDown => ("half-down", "half page", "down half a page", G::Moving),
            Action::HalfUp => ("half-up", "half page up", "up half a page", G::Moving),
            Action::PageDown => ("page-down", "page", "down a page", G::Moving),
            Action::PageUp => ("page-up", "page up", "up a page", G::Moving),
            Action::Top => ("top", "top", "to the beginning", G::Moving),
            Action::Bottom => ("bottom", "end", "to the end", G::Moving),
            Action::Left => ("left", "left", "the outlet to the left", G::Outlets),
            Action::Right => ("right", "right", "the outlet to the right", G::Outlets),
            Action::NextPane => ("next-pane", "outlet", "the next outlet, round and round", G::Outlets),
            Action::PrevPane => ("previous-pane", "outlet back", "the outlet before, round and round", G::Outlets),
            Action::Outlet(_) => ("outlet", "outlet", "the outlet of that number", G::Outlets),
            Action::NextClaim => ("next-claim", "next claim", "the next claim in this outlet", G::Claims),
            Action::PrevClaim => ("previous-claim", "claim before", "the claim before in this outlet", G::Claims),
            Action::NextOutlet => {
                ("same-claim-next", "elsewhere", "the same claim in the next outlet that carries it", G::Claims)
            }
            Action::PrevOutlet => {
                ("same-claim-previous", "same before", "the same claim in the outlet before that carries it", G::Claims)
            }
            Action::LineUp => ("line-up", "line up", "line up: every version of the claim on the cursor's row", G::Claims),
            Action::Lock => ("lock", "lock", "lock: the other outlets follow, claim by claim", G::Claims),
            Action::Blink => ("blink", "blink", "blink: the next outlet's version in the place of this one", G::Claims),
            Action::Versions => ("versions", "versions", "all versions of this claim, word by word", G::Claims),
            Action::GoTo => ("go-to", "to the text", "to this place in the article", G::Claims),
            Action::Base => ("base", "base", "compare the others with this version", G::Claims),
            Action::Why => ("why", "why", "why the versions are linked", G::Claims),
            Action::Context => ("context", "context", "the text around each version", G::Claims),
            Action::Coverage => ("coverage", "coverage", "which outlet carries which claim, and which does not", G::Claims),
            Action::OnlyHere => ("only-here", "only here", "what each outlet alone tells", G::Claims),
            Action::Headlines => ("headlines", "headlines", "headlines and ledes of all outlets, word by word", G::Claims),
            Action::Paragraphs => ("paragraphs", "more text", "one, two or three paragraphs of each opening", G::Claims),
            Action::NextLacking => {
                ("lacking-next", "who lacks it", "an outlet that lacks this claim: the nearest it comes, and why not", G::Claims)
            }
            Action::PrevLacking => ("lacking-previous", "lacks, back", "the outlet before that lacks this claim", G::Claims),
            Action::OpenCell => ("open-cell", "open", "a full cell: its text; an empty one: proof of absence", G::Coverage),
            Action::Sort => {
                ("sort", "sort", "order: by coverage, by the chosen outlet, by differences, by its omissions", G::Coverage)
            }
            Action::Kind => ("only-kind", "kind", "only quotations, statements or facts", G::Coverage),
            Action::Lacks => ("only-lacking", "lacks", "only what the chosen outlet lacks", G::Coverage),
            Action::Speaker => ("only-speaker", "who", "only what this person says", G::Coverage),
            Action::Sole => ("only-single", "sole", "only what a single outlet carries", G::Coverage),
            Action::Differing => ("only-differing", "differ", "only what is told differently", G::Coverage),
            Action::Legend => ("signs", "signs", "what the signs of this view mean", G::Showing),
            Action::BarUp => ("bar-up", "fewer", "show fewer, surer links", G::Showing),
            Action::BarDown => ("bar-down", "more", "show more, less sure links", G::Showing),
            Action::Filter => ("marks", "marks", "which marks are shown", G::Showing),
            Action::Furniture => ("furniture", "cleaned away", "what was cleaned away from the page", G::Showing),
            Action::Back => ("back", "back", "back to where I was", G::Places),
            Action::Forward => ("forward", "forward", "forward again", G::Places),
            Action::Search => {
                ("search", "search", "search in every outlet; then the keys of claims go from place to place", G::Places)
            }
            Action::Palette => {
                ("palette", "palette", "palette: whatever can be done, claims, speakers, outlets, facts, by name", G::Places)
            }
            Action::Mark => ("mark", "mark", "mark this claim, or take its mark away", G::Claims),
            Action::Kept => ("marked", "marked", "the claims that are marked or have a note", G::Claims),
            Action::Note => ("note", "note", "write a note on this claim", G::Claims),
            Action::Copy => ("copy", "copy", "copy this claim with all its versions, as Markdown", G::Claims),
            Action::Export => ("export", "export", "export: write a report into a file", G::Places),
            Action::Original => {
                ("original", "original", "the original of this place, in a pager, an editor or a browser", G::Places)
            }
            Action::Accept => ("accept", "done", "take the answer or the choice", G::Places),
            Action::Help => ("help", "help", "this list of keys", G::Program),
            Action::Close => ("close", "back / quit", "back; in the first view quit", G::Program),
            Action::Escape => ("escape", "close", "let go: close what is open", G::Program),
            Action::Quit => ("quit", "quit", "quit at once", G::Program),
            Action::Suspend => ("suspend", "suspend", "back to the shell for a while (fg returns)", G::Program),
            Action::Repaint => ("repaint", "repaint", "draw the screen anew", G::Program),
            Action::Mouse => ("mouse", "mouse", "the mouse: on or off", G::Program),
        };
        About { name, short, does, group }
    }

    /// Whether it would do something here and now; help and hints leave out what would not.
    pub fn applies(self, session: &Session) -> bool {
        let state = &session.state;
        let read = matches!(state.view(), View::Read);
        let coverage = matches!(state.view(), View::Coverage(_));
        let outlets = read || coverage || matches!(state.view(), View::OnlyHere(_) | View::Headlines(_));
        match self {
            Action::Left | Action::Right | Action::NextPane | Action::PrevPane => outlets && session.story.articles.len() > 1,
            Action::Outlet(n) => outlets && usize::from(n) <= session.story.articles.len(),
            Action::NextOutlet | Action::PrevOutlet | Action::Versions => coverage || (read && session.claim_in_hand().is_some()),
            Action::LineUp | Action::Blink => read && session.claim_in_hand().is_some(),
            Action::NextLacking | Action::PrevLacking => match state.view() {
                View::Coverage(_) | View::Certificate(_) | View::OnlyHere(_) => true,
                View::Help(_) => false,
                _ => session.claim_in_hand().is_some(),
            },
            Action::OpenCell
            | Action::Sort
            | Action::Kind
            | Action::Lacks
            | Action::Speaker
            | Action::Sole
            | Action::Differing => coverage,
            Action::NextClaim | Action::PrevClaim | Action::BarDown => !matches!(state.view(), View::Help(_)),
            Action::Lock | Action::Filter | Action::Furniture => read,
            Action::BarUp => !session.comparison.claims.is_empty(),
            Action::Back => !read || state.jumps.can_go_back(),
            Action::Forward => read && state.jumps.can_go_forward(),
            Action::GoTo => {
                matches!(state.view(), View::Versions(_) | View::Certificate(_) | View::OnlyHere(_) | View::Headlines(_))
            }
            Action::Base => matches!(state.view(), View::Versions(_) | View::Headlines(_)),
            Action::Paragraphs => matches!(state.view(), View::Headlines(_)),
            Action::Why | Action::Context => matches!(state.view(), View::Versions(_)),
            Action::Palette => !state.view().takes_text(),
            Action::Mark | Action::Note => {
                let shown = matches!(state.view(), View::Read | View::Versions(_) | View::Certificate(_));
                shown && session.claim_in_hand().is_some() || matches!(state.view(), View::Kept(_))
            }
            Action::Kept => !session.memory.kept.is_empty(),
            Action::Copy => !matches!(state.view(), View::Kept(_) | View::Help(_)) && session.claim_in_hand().is_some(),
            Action::Export => !session.options.kiosk,
            Action::Original => !session.options.kiosk && matches!(state.view(), View::Read | View::Versions(_)),
            Action::Accept if matches!(state.view(), View::Ask(asking) if asking.question.wants_a_letter()) => false,
            Action::Accept => state.view().takes_text() || matches!(state.view(), View::Kept(_)),
            Action::Suspend => !session.options.kiosk,
            _ => true,
        }
    }

    /// Why it does not apply here, where that is not plain to see.
    pub fn why_not(self, session: &Session) -> Option<&'static str> {
        let reading = matches!(session.state.view(), View::Read);
        match self {
            Action::NextOutlet
            | Action::PrevOutlet
            | Action::LineUp
            | Action::Blink
            | Action::Versions
            | Action::NextLacking
            | Action::PrevLacking
                if reading =>
            {
                Some("no claim under the cursor; n goes to the next one")
            }
            Action::Export if session.options.kiosk => Some("a kiosk writes no files"),
            Action::Original if session.options.kiosk => Some("a kiosk starts no other programs"),
            Action::Mark | Action::Note | Action::Copy if reading => Some("no claim under the cursor; n goes to the next one"),
            Action::Kept => Some("no claim is marked"),
            Action::Back if reading => Some("there is no place to go back to"),
            Action::Forward if reading => Some("there is no place to go forward to"),
            Action::LineUp | Action::Lock | Action::Blink | Action::Filter | Action::Furniture => {
                Some("that works in the articles, not in this view")
            }
            Action::Suspend => Some("a kiosk is not suspended"),
            _ => None,
        }
    }
}
