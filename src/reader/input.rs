//! What the terminal sends, told apart: keys, the mouse, pasted text, and its answers to the question that ends a frame.
//!
//! In: bytes, as they come. Out: what they mean. An answer is taken out of the stream before keys are looked for, also
//! where it comes in pieces, so that it can never be taken for keys.

use super::keys::{Held, Key, KeyCode};
use super::mouse::{Gesture, Pointer};
use termina::escape::osc::{ColorOrQuery, DynamicColorNumber, Osc};
use termina::event::{KeyCode as Code, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEvent, MouseEventKind};
use termina::style::RgbColor;
use termina::{Event, Parser};

/// The question that ends a frame: how are you? It is answered when all before it has been shown.
pub const QUESTION: &[u8] = b"\x1b[5n";

/// The answer: well.
const ANSWER: &[u8] = b"\x1b[0n";

/// What was made out in the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A key.
    Key(Key),
    /// The mouse.
    Pointer(Pointer),
    /// Pasted text.
    Paste(String),
    /// The terminal has shown all that it was sent before it was asked.
    Answer,
    /// The ground on which the terminal writes, which it was asked for: whether it is light.
    Ground {
        /// Whether dark letters can be read on it better than light ones.
        light: bool,
    },
}

/// The question for the colour of the ground.
pub const GROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// The ear for what the terminal sends.
#[derive(Debug, Default)]
pub struct Input {
    parser: Parser,
    /// Bytes at the end that may be the beginning of an answer, or the key Escape.
    begun: Vec<u8>,
}

impl Input {
    /// Takes in bytes, and says what they mean together with those before.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<Heard> {
        let mut all = std::mem::take(&mut self.begun);
        all.extend_from_slice(bytes);
        let mut heard = Vec::new();
        let mut rest = all.as_slice();
        while let Some(at) = rest.windows(ANSWER.len()).position(|window| window == ANSWER) {
            self.parse(rest.get(..at).unwrap_or(&[]), true, &mut heard);
            heard.push(Heard::Answer);
            rest = rest.get(at + ANSWER.len()..).unwrap_or(&[]);
        }
        let begun = (1..ANSWER.len()).rev().find(|&n| rest.ends_with(ANSWER.get(..n).unwrap_or(ANSWER))).unwrap_or(0);
        let (sure, begun) = rest.split_at(rest.len() - begun);
        self.parse(sure, true, &mut heard);
        self.begun = begun.to_vec();
        heard
    }

    /// Whether what came last may go on: Escape is a key, and the beginning of many.
    pub fn waits(&self) -> bool {
        !self.begun.is_empty()
    }

    /// Nothing more came for a moment: what is there stands for itself.
    pub fn settle(&mut self) -> Vec<Heard> {
        let begun = std::mem::take(&mut self.begun);
        let mut heard = Vec::new();
        self.parse(&begun, false, &mut heard);
        heard
    }

    fn parse(&mut self, bytes: &[u8], more: bool, heard: &mut Vec<Heard>) {
        if bytes.is_empty() {
            return;
        }
        self.parser.parse(bytes, more);
        while let Some(event) = self.parser.pop() {
            heard.extend(meant(event));
        }
    }
}

/// What an event means to the reader.
fn meant(event: Event) -> Option<Heard> {
    match event {
        Event::Key(key) => pressed(key).map(Heard::Key),
        Event::Mouse(mouse) => pointed(mouse).map(Heard::Pointer),
        Event::Paste(text) => Some(Heard::Paste(text)),
        Event::Osc(Osc::ChangeDynamicColors(DynamicColorNumber::TextBackgroundColor, colours)) => match colours.first() {
            Some(ColorOrQuery::Color(colour)) => Some(Heard::Ground { light: is_light(*colour) }),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a colour is nearer to white than to black, as the eye weighs red, green and blue.
fn is_light(colour: RgbColor) -> bool {
    let weighed = 299 * u32::from(colour.red) + 587 * u32::from(colour.green) + 114 * u32::from(colour.blue);
    weighed > 127 * 1_000
}

/// The key that was pressed, where the reader knows it.
fn pressed(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        _ if event.kind == KeyEventKind::Release => return None,
        Code::Char(c) => KeyCode::Char(c),
        Code::Enter => KeyCode::Enter,
        Code::Tab | Code::BackTab => KeyCode::Tab,
        Code::Escape => KeyCode::Esc,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Insert => KeyCode::Insert,
        Code::Down => KeyCode::Down,
        Code::Up => KeyCode::Up,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::PageDown => KeyCode::PageDown,
        Code::PageUp => KeyCode::PageUp,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::Function(n) => KeyCode::F(n),
        _ => return None,
    };
    let held = Held {
        control: event.modifiers.contains(Modifiers::CONTROL),
        alt: event.modifiers.contains(Modifiers::ALT),
        shift: event.modifiers.contains(Modifiers::SHIFT) || event.code == Code::BackTab,
    };
    Some(Key::new(code, held))
}

/// What the mouse did, where the reader cares.
fn pointed(event: MouseEvent) -> Option<Pointer> {
    let gesture = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Gesture::Press,
        MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
        MouseEventKind::ScrollDown => Gesture::WheelDown,
        MouseEventKind::ScrollUp => Gesture::WheelUp,
        _ => return None,
    };
    Some(Pointer { gesture, column: event.column, row: event.row })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is heard, keys as they are written.
    fn told(heard: Vec<Heard>) -> Vec<String> {
        let one = |heard| match heard {
            Heard::Key(key) => key.to_string(),
            Heard::Pointer(p) => format!("{:?} {},{}", p.gesture, p.column, p.row),
            Heard::Paste(text) => format!("paste {text}"),
            Heard::Answer => "answer".to_owned(),
            Heard::Ground { light } => format!("light {light}"),
        };
        heard.into_iter().map(one).collect()
    }

    fn heard(bytes: &[u8]) -> Vec<String> {
        let mut input = Input::default();
        let mut all = input.take(bytes);
        all.extend(input.settle());
        told(all)
    }

    #[test]
    fn keys_as_terminals_send_them() {
        let cases: &[(&[u8], &str)] = &[
            (b"j", "j"),
            (b"G", "G"),
            ("é".as_bytes(), "é"),
            (b" ", "Space"),
            (b"\r", "Enter"),
            (b"\t", "Tab"),
            (b"\x1b[Z", "Shift-Tab"),
            (b"\x7f", "Backspace"),
            (b"\x1b", "Esc"),
            (b"\x0f", "Ctrl-O"),
            (b"\x1bo", "Alt-o"),
            (b"\x1b[A", "↑"),
            (b"\x1bOB", "↓"),
            (b"\x1b[1;5D", "Ctrl-←"),
            (b"\x1b[5~", "PgUp"),
            (b"\x1b[6~", "PgDn"),
            (b"\x1b[3~", "Del"),
            (b"\x1bOH", "Home"),
            (b"\x1b[4~", "End"),
            (b"\x1bOP", "F1"),
            (b"\x1b[13;2u", "Shift-Enter"),
        ];
        for (bytes, key) in cases {
            assert_eq!(heard(bytes), [*key], "{bytes:?}");
        }
    }

    #[test]
    fn the_mouse_and_pasted_text() {
        assert_eq!(heard(b"\x1b[<0;5;3M\x1b[<0;5;3m"), ["Press 4,2"]);
        assert_eq!(heard(b"\x1b[<32;300;3M"), ["Drag 299,2"]);
        assert_eq!(heard(b"\x1b[<64;1;1M\x1b[<65;1;1M"), ["WheelUp 0,0", "WheelDown 0,0"]);
        assert_eq!(heard(b"\x1b[200~a\x1b[31mb\x1b[201~"), ["paste a\u{1b}[31mb"]);
    }

    #[test]
    fn the_ground_is_light_or_dark() {
        let told = |colour: &str| heard(format!("\x1b]11;{colour}\x1b\\j").as_bytes());
        assert_eq!(told("rgb:ffff/ffff/ffff"), ["light true", "j"]);
        assert_eq!(told("rgb:fdfd/f6f6/e3e3"), ["light true", "j"]);
        assert_eq!(told("rgb:1e1e/1e1e/2e2e"), ["light false", "j"]);
        assert_eq!(told("rgb:0000/0000/ffff"), ["light false", "j"], "a blue ground is dark");
        assert_eq!(heard(b"\x1b]11;rgb:ff/ff/ff\x07"), ["light true"]);
    }

    #[test]
    fn an_answer_is_no_key_wherever_the_stream_is_cut() {
        let bytes = b"j\x1b[0n\x1b[A\x1b[0nk";
        for (a, b) in (0..=bytes.len()).flat_map(|a| (a..=bytes.len()).map(move |b| (a, b))) {
            let mut input = Input::default();
            let parts = [&bytes[..a], &bytes[a..b], &bytes[b..]];
            let all: Vec<Heard> = parts.into_iter().flat_map(|part| input.take(part)).collect();
            assert_eq!(told(all), ["j", "answer", "↑", "answer", "k"], "cut at {a} and {b}");
        }
    }

    #[test]
    fn escape_alone_is_a_key_once_nothing_follows() {
        let mut input = Input::default();
        assert_eq!(input.take(b"\x1b"), []);
        assert!(input.waits());
        assert_eq!(told(input.settle()), ["Esc"]);
        assert!(!input.waits());
        assert_eq!(input.take(b"\x1b"), []);
        assert_eq!(told(input.take(b"[B")), ["↓"]);
    }

    #[test]
    fn other_answers_of_terminals_are_no_keys() {
        for bytes in [&b"\x1b[?62;22c"[..], b"\x1b[3;7R", b"\x1b[?2026;2$y", b"\x1b]10;rgb:0000/0000/0000\x1b\\", b"\x1b[I"] {
            assert_eq!(heard(bytes), Vec::<String>::new(), "{bytes:?}");
        }
    }

    proptest! {
        /// Whatever comes in whatever pieces: no byte of an answer is a key, and every answer is heard.
        #[test]
        fn answers_are_counted_among_keys(
            parts in prop::collection::vec(prop_oneof![Just("\x1b[0n"), Just("j"), Just("é"), Just("\x1b[A"), Just("5")], 0..20),
            sizes in prop::collection::vec(1usize..9, 1..20),
        ) {
            let bytes = parts.concat().into_bytes();
            let mut input = Input::default();
            let mut all = Vec::new();
            let (mut at, mut size) = (0, sizes.iter().cycle());
            while at < bytes.len() {
                let end = (at + size.next().unwrap()).min(bytes.len());
                all.extend(input.take(&bytes[at..end]));
                at = end;
            }
            all.extend(input.settle());
            let expected: Vec<String> = parts
                .iter()
                .map(|part| match *part {
                    "\x1b[0n" => "answer".to_owned(),
                    "\x1b[A" => "↑".to_owned(),
                    key => key.to_owned(),
                })
                .collect();
            prop_assert_eq!(told(all), expected);
        }

        /// No bytes break it.
        #[test]
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            heard(&bytes);
        }
    }
}
