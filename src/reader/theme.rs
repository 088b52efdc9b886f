//! Roles of text on the screen, turned into styles and signs. No view names a colour.
//!
//! Every mark has a sign and an attribute beside its colour, so that the screen works in black and white.

use crate::model::Form;
use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Running text.
    Text,
    /// The headline.
    Headline,
    /// A heading between paragraphs.
    Heading,
    /// Words about a picture.
    Caption,
    /// Who speaks in a transcript.
    Speaker,
    /// Text of the page that is not the article's.
    Furniture,
    /// A quotation that other outlets carry.
    Quotation,
    /// A fact or statement that other outlets carry.
    Shared,
    /// A shared claim whose versions differ.
    Difference,
    /// A statement that no other outlet carries.
    OnlyHere,
    /// The bar of outlets.
    Bar,
    /// An outlet in that bar whose pane is not on screen.
    BarOff,
    /// The outlet in that bar that has the focus.
    BarFocus,
    /// The title of a pane.
    Title,
    /// The title of the pane that has the focus.
    TitleFocus,
    /// Quiet remarks: dates, notes, counts.
    Quiet,
    /// The mark of the row that is being read.
    Cursor,
    /// The track of a scroll bar, lines between panes.
    Line,
    /// The part of the track that is on screen.
    Thumb,
    /// A claim on the scroll bar.
    Tick,
    /// The claim in hand on the scroll bar.
    TickInHand,
    /// The status line.
    Status,
    /// A warning or an error on the status line.
    Warning,
    /// A key in the line of hints.
    HintKey,
    /// What that key does.
    Hint,
    /// In the versions: a word that the base has in the same place.
    WordSame,
    /// In the versions: another form of a word of the base.
    WordForm,
    /// In the versions: a word for which the base has another of the same sense.
    WordSynonym,
    /// In the versions: a word that the base has elsewhere.
    WordMoved,
    /// In the versions: a word that the base has not.
    WordOnly,
    /// What is chosen in a list.
    Chosen,
    /// A place of the trail: what was searched for.
    Found,
    /// The place of the trail that was gone to.
    FoundHere,
}

/// The looks there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum ThemeName {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground.
    Light,
    /// As much contrast as the terminal has.
    Contrast,
    /// Colours that people with any kind of colour sight tell apart.
    ColourBlind,
    /// No colour at all: attributes and signs.
    Plain,
}

impl ThemeName {
    /// All of them.
    pub const ALL: [ThemeName; 5] =
        [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast, ThemeName::ColourBlind, ThemeName::Plain];

    /// The name in settings and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            ThemeName::Dark => "dark",
            ThemeName::Light => "light",
            ThemeName::Contrast => "contrast",
            ThemeName::ColourBlind => "colour-blind",
            ThemeName::Plain => "plain",
        }
    }

    /// The look of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// The colours that differ from look to look.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Colours {
    quotation: Color,
    shared: Color,
    difference: Color,
    quiet: Color,
    bar: Color,
    bar_text: Color,
    focus: Color,
    warning: Color,
}

/// A look: styles by role, and signs.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Which look.
    pub name: ThemeName,
    colours: Colours,
    /// Signs of ASCII only, for terminals without UTF-8.
    pub ascii: bool,
}

impl Theme {
    /// A look, in 16 colours or, where the terminal has them, in all.
    pub fn new(name: ThemeName, true_colour: bool) -> Theme {
        let rgb = |r, g, b, plain| if true_colour { Color::Rgb(r, g, b) } else { plain };
        let colours = match name {
            ThemeName::Dark => Colours {
                quotation: rgb(0x7f, 0xc8, 0xe8, Color::Cyan),
                shared: rgb(0x9c, 0xcf, 0x8f, Color::Green),
                difference: rgb(0xf0, 0xc0, 0x60, Color::Yellow),
                quiet: rgb(0x8a, 0x8f, 0x98, Color::DarkGray),
                bar: rgb(0x2b, 0x30, 0x3b, Color::Reset),
                bar_text: rgb(0xd8, 0xde, 0xe9, Color::Reset),
                focus: rgb(0xff, 0xff, 0xff, Color::White),
                warning: rgb(0xff, 0x8f, 0x80, Color::LightRed),
            },
            ThemeName::Light => Colours {
                quotation: rgb(0x00, 0x5f, 0x87, Color::Blue),
                shared: rgb(0x2e, 0x6b, 0x1f, Color::Green),
                difference: rgb(0x9a, 0x4a, 0x00, Color::Magenta),
                quiet: rgb(0x6a, 0x6f, 0x78, Color::DarkGray),
                bar: rgb(0xe4, 0xe6, 0xea, Color::Reset),
                bar_text: rgb(0x20, 0x24, 0x2c, Color::Reset),
                focus: rgb(0x00, 0x00, 0x00, Color::Black),
                warning: rgb(0xb0, 0x10, 0x10, Color::Red),
            },
            ThemeName::Contrast => Colours {
                quotation: rgb(0x5f, 0xff, 0xff, Color::LightCyan),
                shared: rgb(0x7f, 0xff, 0x7f, Color::LightGreen),
                difference: rgb(0xff, 0xff, 0x00, Color::LightYellow),
                quiet: Color::Reset,
                bar: Color::Reset,
                bar_text: Color::Reset,
                focus: rgb(0xff, 0xff, 0xff, Color::White),
                warning: rgb(0xff, 0x60, 0x60, Color::LightRed),
            },
            // Blue, orange and sky blue of Okabe and Ito, which every kind of colour sight tells apart.
            ThemeName::ColourBlind => Colours {
                quotation: rgb(0x56, 0xb4, 0xe9, Color::LightBlue),
                shared: rgb(0xcc, 0xcc, 0xcc, Color::White),
                difference: rgb(0xe6, 0x9f, 0x00, Color::Yellow),
                quiet: rgb(0x8a, 0x8f, 0x98, Color::DarkGray),
                bar: Color::Reset,
                bar_text: Color::Reset,
                focus: rgb(0xff, 0xff, 0xff, Color::White),
                warning: rgb(0xd5, 0x5e, 0x00, Color::LightRed),
            },
            ThemeName::Plain => Colours {
                quotation: Color::Reset,
                shared: Color::Reset,
                difference: Color::Reset,
                quiet: Color::Reset,
                bar: Color::Reset,
                bar_text: Color::Reset,
                focus: Color::Reset,
                warning: Color::Reset,
            },
        };
        Theme { name, colours, ascii: false }
    }

    /// How a role looks.
    pub fn style(&self, role: Role) -> Style {
        let plain = self.name == ThemeName::Plain;
        let c = &self.colours;
        let s = Style::default();
        match role {
            Role::Text | Role::WordSame => s,
            Role::Headline | Role::Heading | Role::Speaker => s.add_modifier(Modifier::BOLD),
            Role::Caption => s.add_modifier(Modifier::ITALIC).patch(self.quiet()),
            Role::Furniture | Role::Quiet | Role::Line | Role::BarOff | Role::Hint | Role::OnlyHere => self.quiet(),
            Role::Quotation => self.mark(c.quotation),
            Role::Shared => self.mark(c.shared),
            Role::Difference => self.mark(c.difference),
            Role::Bar | Role::Status => s.fg(c.bar_text).bg(c.bar),
            Role::BarFocus | Role::TitleFocus => s.fg(c.focus).add_modifier(Modifier::BOLD | Modifier::REVERSED),
            Role::Title => s.add_modifier(Modifier::BOLD),
            Role::Cursor => s.fg(c.focus).add_modifier(Modifier::BOLD),
            Role::Thumb | Role::Tick if plain => s,
            Role::Thumb => s.fg(c.bar_text),
            Role::Tick => s.fg(c.quotation),
            Role::TickInHand => s.fg(c.difference).add_modifier(Modifier::BOLD),
            Role::Warning => s.fg(c.warning).add_modifier(Modifier::BOLD),
            Role::HintKey => s.add_modifier(Modifier::BOLD),
            Role::WordForm => s.fg(c.shared).add_modifier(Modifier::UNDERLINED),
            Role::WordSynonym => s.fg(c.shared).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::WordMoved => s.fg(c.quotation).add_modifier(Modifier::ITALIC | Modifier::UNDERLINED),
            Role::WordOnly => s.fg(c.difference).add_modifier(Modifier::BOLD),
            // One look for all of it, whatever colours its parts have.
            Role::Chosen => s.fg(Color::Reset).add_modifier(Modifier::REVERSED),
            Role::Found => s.fg(c.warning).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::FoundHere => s.fg(c.warning).add_modifier(Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED),
        }
    }

    /// A mark in the text: colour, or underlining where there is none.
    fn mark(&self, colour: Color) -> Style {
        match self.name {
            ThemeName::Plain => Style::default().add_modifier(Modifier::UNDERLINED),
            _ => Style::default().fg(colour),
        }
    }

    /// Text that stands back.
    fn quiet(&self) -> Style {
        match self.name {
            ThemeName::Plain => Style::default().add_modifier(Modifier::DIM),
            ThemeName::Contrast => Style::default(),
            _ => Style::default().fg(self.colours.quiet),
        }
    }

    /// A mark whose links are weak: with all colours a hint of its own, else like the text around it, so that it
    /// stays easy to read; the gutter says the rest.
    pub fn weak(&self, style: Style) -> Style {
        let text = if self.name == ThemeName::Light { (0x20, 0x24, 0x2c) } else { (0xd8, 0xde, 0xe9) };
        let half = |a: u8, b: u8| a / 2 + b / 2;
        match style.fg {
            Some(Color::Rgb(r, g, b)) => Style::default().fg(Color::Rgb(half(r, text.0), half(g, text.1), half(b, text.2))),
            _ => Style::default(),
        }
    }

    /// A mark of the claim in hand: lit. A weak one is bold and underlined in its colour, not filled with it.
    pub fn lit(&self, style: Style, strong: bool) -> Style {
        let bare = style.remove_modifier(Modifier::UNDERLINED | Modifier::DIM);
        if strong { bare.add_modifier(Modifier::REVERSED) } else { bare.add_modifier(Modifier::BOLD | Modifier::UNDERLINED) }
    }

    /// The sign of a mark in the gutter.
    pub fn sign(&self, role: Role) -> &'static str {
        match (role, self.ascii) {
            (Role::Quotation, _) => "\"",
            (Role::Shared, _) => "=",
            (Role::Difference, false) => "≠",
            (Role::Difference, true) => "#",
            (Role::OnlyHere, false) => "·",
            (Role::OnlyHere, true) => ".",
            (Role::Cursor, false) => "▶",
            (Role::Cursor, true) => ">",
            (Role::Line, false) => "│",
            (Role::Line, true) => "|",
            (Role::Thumb, false) => "┃",
            (Role::Thumb, true) => "#",
            (Role::Tick, false) => "╴",
            (Role::Tick, true) => "-",
            (Role::TickInHand, false) => "◆",
            (Role::TickInHand, true) => "*",
            (Role::Found | Role::FoundHere, false) => "•",
            (Role::Found | Role::FoundHere, true) => "o",
            (Role::Caption, false) => "▣ ",
            (Role::Caption, true) => "# ",
            _ => "",
        }
    }

    /// The sign in a cell of the coverage: how an outlet tells a claim, or that it does not.
    pub fn form_sign(&self, form: Option<Form>) -> &'static str {
        match (form, self.ascii) {
            (Some(Form::Direct), _) => "\"",
            (Some(Form::Indirect), _) => "~",
            (Some(Form::Narrated), false) => "•",
            (Some(Form::Narrated), true) => "o",
            (None, false) => "–",
            (None, true) => "-",
        }
    }

    /// How a cell of the coverage looks: strong links bold in the colour of the mark, weak ones dim.
    pub fn cell(&self, mark: Role, strong: bool) -> Style {
        if strong { self.style(mark).remove_modifier(Modifier::UNDERLINED).add_modifier(Modifier::BOLD) } else { self.quiet() }
    }

    /// A share from 0 to 1 as a sign of one column, fuller for more.
    pub fn heat(&self, share: f64) -> &'static str {
        const FULL: [&str; 9] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];
        const PLAIN: [&str; 9] = [" ", ".", ":", "-", "=", "+", "*", "%", "@"];
        let step = (share.clamp(0.0, 1.0) * 8.0).round() as usize;
        let signs = if self.ascii { PLAIN } else { FULL };
        signs.get(step).copied().unwrap_or(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: [Role; 4] = [Role::Quotation, Role::Shared, Role::Difference, Role::OnlyHere];

    #[test]
    fn marks_are_told_apart_without_colour() {
        for theme in ThemeName::ALL.map(|name| Theme::new(name, false)) {
            for ascii in [false, true] {
                let theme = Theme { ascii, ..theme.clone() };
                let mut signs: Vec<&str> = MARKS.iter().map(|&m| theme.sign(m)).collect();
                signs.sort_unstable();
                signs.dedup();
                assert_eq!(signs.len(), 4, "{:?} has two marks of one sign", theme.name);
            }
        }
    }

    #[test]
    fn the_plain_look_has_no_colour_and_16_colours_are_the_default() {
        let plain = Theme::new(ThemeName::Plain, true);
        for role in [Role::Quotation, Role::Warning, Role::BarFocus, Role::WordOnly, Role::TickInHand] {
            let style = plain.style(role);
            assert!(style.fg.is_none_or(|c| c == Color::Reset) && style.bg.is_none_or(|c| c == Color::Reset), "{role:?}");
        }
        let dark = Theme::new(ThemeName::Dark, false);
        assert!(MARKS.iter().all(|&m| !matches!(dark.style(m).fg, Some(Color::Rgb(..)))));
        assert!(matches!(Theme::new(ThemeName::Dark, true).style(Role::Quotation).fg, Some(Color::Rgb(..))));
    }

    #[test]
    fn strong_weak_and_lit_look_different() {
        for theme in ThemeName::ALL.map(|name| Theme::new(name, false)) {
            let strong = theme.style(Role::Quotation);
            let looks = [strong, theme.weak(strong), theme.lit(strong, true), theme.lit(strong, false)];
            for (i, a) in looks.iter().enumerate() {
                assert!(looks.iter().skip(i + 1).all(|b| a != b), "{:?}", theme.name);
            }
        }
    }
}
