//! The one table of keys, from which dispatch, help and hints come; and how keys are written.
//!
//! In: a key press and the view on screen. Out: the action, if the table has one. What an action does is not known here.

use super::action::Action;
use super::state::ViewKind;

/// Which key of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    /// A key that prints this character.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Tab.
    Tab,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// The arrow down.
    Down,
    /// The arrow up.
    Up,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// Page down.
    PageDown,
    /// Page up.
    PageUp,
    /// Home.
    Home,
    /// End.
    End,
    /// F1 and so on.
    F(u8),
}

/// What is held down with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Held {
    /// Control.
    pub control: bool,
    /// Alt.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
}

/// A key with what is held down, in one normal form: a capital or a sign stands for itself, without Shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Control and Alt; Shift only with keys that print nothing.
    pub held: Held,
}

/// The names of keys that print nothing or are hard to see.
const NAMED: &[(&str, KeyCode)] = &[
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Tab", KeyCode::Tab),
    ("Esc", KeyCode::Esc),
    ("Backspace", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("↓", KeyCode::Down),
    ("↑", KeyCode::Up),
    ("←", KeyCode::Left),
    ("→", KeyCode::Right),
    ("Down", KeyCode::Down),
    ("Up", KeyCode::Up),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("PgDn", KeyCode::PageDown),
    ("PgUp", KeyCode::PageUp),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("Ins", KeyCode::Insert),
];

/// How the keys that are held down are written.
const HELD: [(&str, Held); 3] = [
    ("Ctrl-", Held { control: true, alt: false, shift: false }),
    ("Alt-", Held { control: false, alt: true, shift: false }),
    ("Shift-", Held { control: false, alt: false, shift: true }),
];

impl Held {
    /// Whether nothing is held down.
    pub fn is_none(self) -> bool {
        self == Held::default()
    }

    /// What is held down in either.
    fn or(self, other: Held) -> Held {
        Held { control: self.control || other.control, alt: self.alt || other.alt, shift: self.shift || other.shift }
    }

    /// Whether all that is held down in the other is held down here.
    fn has(self, other: Held) -> bool {
        self.or(other) == self
    }
}

impl Key {
    /// A key in its normal form.
    pub fn new(code: KeyCode, mut held: Held) -> Key {
        let code = match code {
            KeyCode::Char(c) if held.control => KeyCode::Char(c.to_ascii_lowercase()),
            code => code,
        };
        held.shift &= !matches!(code, KeyCode::Char(_));
        Key { code, held }
    }

    /// Reads a key as settings and this table write it: `j`, `Ctrl-O`, `Alt-o`, `Shift-Tab`, `PgDn`.
    pub fn parse(written: &str) -> Option<Key> {
        let mut held = Held::default();
        let mut rest = written;
        let cut = |rest: &str| -> Option<(usize, Held)> {
            let (prefix, held) = HELD.iter().find(|(prefix, _)| rest.len() > prefix.len() && rest.starts_with(prefix))?;
            Some((prefix.len(), *held))
        };
        while let Some((length, more)) = cut(rest) {
            held = held.or(more);
            rest = rest.get(length..).unwrap_or("");
        }
        let named = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(rest)).map(|&(_, code)| code);
        let function =
            rest.strip_prefix(['F', 'f']).and_then(|n| n.parse().ok()).filter(|n| (1..=35).contains(n)).map(KeyCode::F);
        let mut letters = rest.chars();
        let code = match (named.or(function), letters.next(), letters.next()) {
            (Some(code), _, _) => code,
            (None, Some(c), None) => KeyCode::Char(c),
            _ => return None,
        };
        Some(Key::new(code, held))
    }

    /// The character that the key types, where it prints something.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.held.is_none() => Some(c),
            _ => None,
        }
    }

    /// The digit, where the key is one and nothing is held with it.
    pub fn digit(self) -> Option<u8> {
        self.typed().and_then(|c| c.to_digit(10)).and_then(|d| u8::try_from(d).ok())
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, _) in HELD.iter().filter(|(_, held)| self.held.has(*held)) {
            f.write_str(name)?;
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            KeyCode::Char(c) if self.held.control => write!(f, "{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(n) => write!(f, "F{n}"),
            // All others have names.
            _ => Ok(()),
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Binding {
    /// The key.
    pub key: Key,
    /// What it does.
    pub action: Action,
    /// The one view it holds in; everywhere if none. A row for one view goes before a row for all.
    pub view: Option<ViewKind>,
}

/// The default rows: keys, action, the one view they hold in.
const DEFAULTS: &[(&str, Action, Option<ViewKind>)] = &[
    ("j ↓", Action::Down, None),
    ("k ↑", Action::Up, None),
    ("d Ctrl-D", Action::HalfDown, None),
    ("u Ctrl-U", Action::HalfUp, None),
    ("Space PgDn Ctrl-F", Action::PageDown, None),
    ("b PgUp Ctrl-B", Action::PageUp, None),
    ("g Home", Action::Top, None),
    ("G End", Action::Bottom, None),
    ("h ←", Action::Left, None),
    ("l →", Action::Right, None),
    ("Tab", Action::NextPane, None),
    ("Shift-Tab", Action::PrevPane, None),
    ("1", Action::Outlet(1), None),
    ("2", Action::Outlet(2), None),
    ("3", Action::Outlet(3), None),
    ("4", Action::Outlet(4), None),
    ("5", Action::Outlet(5), None),
    ("6", Action::Outlet(6), None),
    ("7", Action::Outlet(7), None),
    ("8", Action::Outlet(8), None),
    ("9", Action::Outlet(9), None),
    ("n", Action::NextClaim, None),
    ("N", Action::PrevClaim, None),
    ("]", Action::NextOutlet, None),
    ("[", Action::PrevOutlet, None),
    ("v Enter", Action::Versions, Some(ViewKind::Read)),
    ("=", Action::LineUp, None),
    ("L", Action::Lock, None),
    ("x", Action::Blink, None),
    ("Enter", Action::GoTo, Some(ViewKind::Versions)),
    ("B", Action::Base, Some(ViewKind::Versions)),
    ("w", Action::Why, Some(ViewKind::Versions)),
    ("t", Action::Context, Some(ViewKind::Versions)),
    ("v", Action::Escape, Some(ViewKind::Versions)),
    ("c", Action::Coverage, None),
    ("O", Action::OnlyHere, None),
    ("H", Action::Headlines, None),
    ("Enter", Action::GoTo, Some(ViewKind::OnlyHere)),
    ("Enter", Action::GoTo, Some(ViewKind::Headlines)),
    ("B", Action::Base, Some(ViewKind::Headlines)),
    ("t", Action::Paragraphs, Some(ViewKind::Headlines)),
    ("}", Action::NextLacking, None),
    ("{", Action::PrevLacking, None),
    ("Enter", Action::GoTo, Some(ViewKind::Certificate)),
    ("Enter", Action::OpenCell, Some(ViewKind::Coverage)),
    ("v", Action::Versions, Some(ViewKind::Coverage)),
    ("s", Action::Sort, Some(ViewKind::Coverage)),
    ("f", Action::Kind, Some(ViewKind::Coverage)),
    ("w", Action::Lacks, Some(ViewKind::Coverage)),
    ("p", Action::Speaker, Some(ViewKind::Coverage)),
    ("S", Action::Sole, Some(ViewKind::Coverage)),
    ("D", Action::Differing, Some(ViewKind::Coverage)),
    ("+", Action::BarUp, None),
    ("-", Action::BarDown, None),
    ("f", Action::Filter, None),
    ("s", Action::Furniture, None),
    ("i", Action::Legend, None),
    ("Ctrl-O Backspace", Action::Back, None),
    ("Alt-o", Action::Forward, None),
    ("/", Action::Search, None),
    (": Ctrl-P", Action::Palette, None),
    ("m", Action::Mark, None),
    ("'", Action::Kept, None),
    ("a", Action::Note, None),
    ("y", Action::Copy, None),
    ("e", Action::Export, None),
    ("o", Action::Original, None),
    ("Enter", Action::Accept, Some(ViewKind::Ask)),
    ("Enter", Action::Accept, Some(ViewKind::Kept)),
    ("Enter", Action::Accept, Some(ViewKind::Palette)),
    ("? F1", Action::Help, None),
    ("q", Action::Close, None),
    ("Esc", Action::Escape, None),
    ("Ctrl-C", Action::Quit, None),
    ("Ctrl-Z", Action::Suspend, None),
    ("Ctrl-L", Action::Repaint, None),
    ("M", Action::Mouse, None),
];

/// Keys and what they do; the defaults unless settings changed them.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyTable {
    /// The rows, in help's order.
    pub rows: Vec<Binding>,
}

impl Default for KeyTable {
    fn default() -> Self {
        let rows = DEFAULTS
            .iter()
            .flat_map(|&(keys, action, view)| {
                keys.split(' ').filter_map(Key::parse).map(move |key| Binding { key, action, view })
            })
            .collect();
        KeyTable { rows }
    }
}

impl KeyTable {
    /// What a key does in a view: a row for that view first, else a row for all views.
    pub fn action(&self, key: Key, view: ViewKind) -> Option<Action> {
        let find = |wanted: Option<ViewKind>| self.rows.iter().find(|row| row.key == key && row.view == wanted);
        find(Some(view)).or_else(|| find(None)).map(|row| row.action)
    }

    /// The action of a name in settings, where it is one that has keys of its own; the digits are fixed.
    pub fn named(&self, name: &str) -> Option<Action> {
        self.actions().into_iter().find(|a| a.about().name == name && !matches!(a, Action::Outlet(_)))
    }

    /// Gives an action other keys in place of all it had, in the views where it usually has any. A key that did something else in
    /// such a view does that no more.
    pub fn bind(&mut self, action: Action, keys: &[Key]) {
        let place = self.rows.iter().position(|row| row.action == action).unwrap_or(self.rows.len());
        let mut views: Vec<Option<ViewKind>> = Vec::new();
        for row in KeyTable::default().rows.iter().filter(|row| row.action == action) {
            if !views.contains(&row.view) {
                views.push(row.view);
            }
        }
        let mut rows = std::mem::take(&mut self.rows);
        let after = rows.split_off(place);
        let free = |row: &Binding| row.action != action && !(keys.contains(&row.key) && views.contains(&row.view));
        let mine = views.iter().flat_map(|&view| keys.iter().map(move |&key| Binding { key, action, view }));
        self.rows = rows.into_iter().filter(free).chain(mine).chain(after.into_iter().filter(free)).collect();
    }

    /// The keys of an action as help writes them: `j ↓`, `1–9`.
    pub fn keys_of(&self, action: Action) -> String {
        if let Action::Outlet(_) = action {
            let digits: Vec<String> =
                self.rows.iter().filter(|r| matches!(r.action, Action::Outlet(_))).map(|r| r.key.to_string()).collect();
            return match (digits.first(), digits.last()) {
                (Some(first), Some(last)) if digits.len() > 2 => format!("{first}–{last}"),
                _ => digits.join(" "),
            };
        }
        let mut keys: Vec<String> = Vec::new();
        for row in self.rows.iter().filter(|r| r.action == action) {
            let key = row.key.to_string();
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys.join(" ")
    }

    /// The keys of an action that hold in a view.
    pub fn keys_in(&self, action: Action, view: ViewKind) -> String {
        let rows = self.rows.iter().filter(|r| r.action == action && self.action(r.key, view) == Some(action));
        let mut keys: Vec<String> = rows.map(|r| r.key.to_string()).collect();
        keys.dedup();
        keys.join(" ")
    }

    /// The first key of an action that holds in a view, for the line of hints; where text is typed, one that types
    /// nothing.
    pub fn hint(&self, action: Action, view: ViewKind, typing: bool) -> Option<Key> {
        let holds = |key: Key| self.action(key, view) == Some(action) && !(typing && key.typed().is_some());
        self.rows.iter().filter(|row| row.action == action).map(|row| row.key).find(|key| holds(*key))
    }

    /// The first key of an action, in whatever view.
    pub fn first_key(&self, action: Action) -> Option<Key> {
        self.rows.iter().find(|row| row.action == action).map(|row| row.key)
    }

    /// Every action that has a key, once, in the table's order.
    pub fn actions(&self) -> Vec<Action> {
        let mut actions: Vec<Action> = Vec::new();
        for row in &self.rows {
            let seen = |a: &Action| match (a, row.action) {
                (Action::Outlet(_), Action::Outlet(_)) => true,
                (a, b) => *a == b,
            };
            if !actions.iter().any(seen) {
                actions.push(row.action);
            }
        }
        actions
    }
}

/// Reads a run of keys as tests and demonstrations write them: each character a key, others in `<…>`: `jj]<Enter>`.
pub fn parse_run(written: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = written;
    while let Some(c) = rest.chars().next() {
        let named =
            rest.strip_prefix('<').and_then(|r| r.split_once('>')).and_then(|(name, after)| Some((Key::parse(name)?, after)));
        if let Some((key, after)) = named {
            keys.push(key);
            rest = after;
        } else {
            keys.push(Key::new(KeyCode::Char(c), Held::default()));
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        }
    }
    keys
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_default_row_is_readable_and_unique() {
        let written: usize = DEFAULTS.iter().map(|(keys, _, _)| keys.split(' ').count()).sum();
        let table = KeyTable::default();
        assert_eq!(table.rows.len(), written, "a key of the table cannot be read");
        for (i, a) in table.rows.iter().enumerate() {
            for b in table.rows.iter().skip(i + 1) {
                assert!(a.key != b.key || a.view != b.view, "{} stands twice", a.key);
            }
        }
    }

    #[test]
    fn keys_read_back_as_written() {
        for written in [
            "j",
            "G",
            "Ctrl-O",
            "Alt-o",
            "Shift-Tab",
            "PgDn",
            "Space",
            "]",
            "-",
            "Ctrl-]",
            "F1",
            "F12",
            "Ctrl-Alt-Del",
            "Shift-Ins",
            "f",
            "F",
            "↓",
        ] {
            assert_eq!(Key::parse(written).unwrap().to_string(), written);
        }
        assert_eq!(Key::parse("Down"), Key::parse("↓"));
        assert_eq!(Key::parse("jj"), None);
        assert_eq!(Key::parse(""), None);
    }

    #[test]
    fn a_row_for_one_view_goes_first() {
        let table = KeyTable::default();
        let enter = Key::parse("Enter").unwrap();
        assert_eq!(table.action(enter, ViewKind::Read), Some(Action::Versions));
        assert_eq!(table.action(enter, ViewKind::Versions), Some(Action::GoTo));
        assert_eq!(table.action(Key::parse("q").unwrap(), ViewKind::Versions), Some(Action::Close));
    }

    #[test]
    fn an_action_gets_other_keys_and_takes_them_from_others() {
        let mut table = KeyTable::default();
        let key = |written: &str| Key::parse(written).unwrap();
        table.bind(table.named("down").unwrap(), &[key("n"), key("Ctrl-N")]);
        assert_eq!(table.action(key("n"), ViewKind::Read), Some(Action::Down));
        assert_eq!((table.action(key("j"), ViewKind::Read), table.first_key(Action::NextClaim)), (None, None));
        assert_eq!(table.keys_of(Action::Down), "n Ctrl-N");
        table.bind(Action::Versions, &[key("Enter")]);
        assert_eq!(table.action(key("Enter"), ViewKind::Read), Some(Action::Versions));
        assert_eq!(table.action(key("Enter"), ViewKind::Versions), Some(Action::GoTo));
        assert_eq!(table.action(key("v"), ViewKind::Read), None);
        table.bind(Action::NextClaim, &[key("j")]);
        assert_eq!(table.action(key("j"), ViewKind::Read), Some(Action::NextClaim));
        assert_eq!((table.named("outlet"), table.named("fly")), (None, None));
    }

    #[test]
    fn runs_of_keys() {
        let run: Vec<String> = parse_run("5j<Enter><<Ctrl-O>").iter().map(Key::to_string).collect();
        assert_eq!(run, ["5", "j", "Enter", "<", "Ctrl-O"]);
    }
}
