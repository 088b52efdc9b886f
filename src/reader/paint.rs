//! From one frame to the next in few bytes: what is sent to the terminal.
//!
//! In: what the terminal shows, and what it shall show. Out: bytes. Short stretches of unchanged cells are written
//! again where that is cheaper than moving the cursor over them; colours are the sixteen of the terminal's own set as
//! such; after a character that terminals do not agree on the width of, the place is told anew, so that one doubtful
//! character cannot shift a row.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::io::Write;
use unicode_width::UnicodeWidthStr;

/// Bytes of a move to the right, about: as much may be spent on writing cells again instead.
const MOVE: usize = 4;

/// How the terminal writes at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Pen = Pen { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

impl Pen {
    fn of(cell: &Cell) -> Pen {
        Pen { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }
}

/// Attributes and the codes that switch them on.
const ATTRIBUTES: [(Modifier, &str); 8] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::CROSSED_OUT, "9"),
];

/// Columns that a cell takes on the screen.
fn width(cell: &Cell) -> u16 {
    u16::try_from(cell.symbol().width()).unwrap_or(1).max(1)
}

/// Whether terminals agree on how many columns a cell takes.
fn is_certain(cell: &Cell) -> bool {
    let mut letters = cell.symbol().chars();
    letters.next().is_none_or(|c| c.is_ascii() || width(cell) == 1) && letters.next().is_none()
}

/// Writes what turns a screen that shows `before` into one that shows `after`; both of one size. Nothing where they
/// are the same.
pub fn paint(before: &Buffer, after: &Buffer, out: &mut Vec<u8>) {
    let mut brush = Brush { out, pen: PLAIN, at: None };
    let area = *after.area();
    for y in area.top()..area.bottom() {
        paint_row(before, after, y, &mut brush);
    }
    if brush.pen != PLAIN {
        brush.out.extend_from_slice(b"\x1b[m");
    }
}

/// Paints one row.
fn paint_row(before: &Buffer, after: &Buffer, y: u16, brush: &mut Brush) {
    let area = *after.area();
    // Cells since the last one written that have not changed, in case it is cheaper to write them again.
    let mut kept: Vec<&Cell> = Vec::new();
    let mut x = area.left();
    let mut half_gone = false;
    while x < area.right() {
        let (Some(old), Some(new)) = (before.cell((x, y)), after.cell((x, y))) else { return };
        let columns = width(new);
        // The second half of a wide character that is painted over cannot be trusted to be what it was.
        let behind = before.cell((x.saturating_add(1), y));
        let halves_differ = columns > 1 && behind.is_some_and(|old| old.symbol() != " ");
        let changed = old != new || half_gone || halves_differ;
        let last = before.cell((x.saturating_add(columns - 1), y));
        half_gone = changed && last.is_some_and(|old| width(old) > 1);
        if changed {
            brush.go_to(x, y, &kept);
            kept.clear();
            brush.write(new, x, y, columns);
        } else {
            kept.push(new);
        }
        x += columns;
    }
}

/// The end of the terminal that writes.
struct Brush<'a> {
    out: &'a mut Vec<u8>,
    pen: Pen,
    /// Where the cursor is, if that is certain.
    at: Option<(u16, u16)>,
}

impl Brush<'_> {
    /// Moves to a cell, over cells that have not changed.
    fn go_to(&mut self, x: u16, y: u16, kept: &[&Cell]) {
        if self.at == Some((x, y)) {
            return;
        }
        let gap: u16 = kept.iter().map(|cell| width(cell)).sum();
        let bytes: usize = kept.iter().map(|cell| cell.symbol().len()).sum();
        let follows = self.at.is_some_and(|(at, row)| row == y && at.checked_add(gap) == Some(x));
        let alike = kept.iter().all(|cell| Pen::of(cell) == self.pen && is_certain(cell));
        // Writing into memory cannot fail.
        let _ = match self.at {
            _ if follows && alike && bytes <= MOVE => kept.iter().try_for_each(|cell| write!(self.out, "{}", cell.symbol())),
            Some((at, row)) if row == y && at < x => write!(self.out, "\x1b[{}C", x - at),
            _ => write!(self.out, "\x1b[{};{}H", y + 1, x + 1),
        };
    }

    /// Writes a cell where the cursor is.
    fn write(&mut self, cell: &Cell, x: u16, y: u16, columns: u16) {
        self.dip(Pen::of(cell));
        self.out.extend_from_slice(cell.symbol().as_bytes());
        self.at = is_certain(cell).then_some((x.saturating_add(columns), y));
    }

    /// Changes how the terminal writes.
    fn dip(&mut self, pen: Pen) {
        if pen == self.pen {
            return;
        }
        let mut codes: Vec<String> = Vec::new();
        let mut from = self.pen;
        if !pen.modifier.contains(from.modifier) {
            codes.push("0".to_owned());
            from = PLAIN;
        }
        let new = pen.modifier - from.modifier;
        codes.extend(ATTRIBUTES.iter().filter(|(m, _)| new.contains(*m)).map(|(_, code)| (*code).to_owned()));
        if pen.fg != from.fg {
            codes.push(colour(pen.fg, 30));
        }
        if pen.bg != from.bg {
            codes.push(colour(pen.bg, 40));
        }
        let _ = write!(self.out, "\x1b[{}m", codes.join(";"));
        self.pen = pen;
    }
}

/// The code of a colour; `base` is 30 for letters and 40 for the ground.
fn colour(colour: Color, base: u8) -> String {
    let code = match colour {
        Color::Reset => base + 9,
        Color::Black => base,
        Color::Red => base + 1,
        Color::Green => base + 2,
        Color::Yellow => base + 3,
        Color::Blue => base + 4,
        Color::Magenta => base + 5,
        Color::Cyan => base + 6,
        Color::Gray => base + 7,
        Color::DarkGray => base + 60,
        Color::LightRed => base + 61,
        Color::LightGreen => base + 62,
        Color::LightYellow => base + 63,
        Color::LightBlue => base + 64,
        Color::LightMagenta => base + 65,
        Color::LightCyan => base + 66,
        Color::White => base + 67,
        Color::Indexed(n) => return format!("{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => return format!("{};2;{r};{g};{b}", base + 8),
    };
    code.to_string()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    const SIZE: (u16, u16) = (24, 4);

    fn drawn(rows: &[(u16, String, u8)]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        let looks = [
            Style::default(),
            Style::default().fg(Color::Cyan),
            Style::default().fg(Color::White).bg(Color::Blue).add_modifier(Modifier::BOLD),
            Style::default().add_modifier(Modifier::REVERSED | Modifier::UNDERLINED),
            Style::default().fg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::DIM),
        ];
        for (n, (x, text, look)) in rows.iter().enumerate() {
            let y = u16::try_from(n).unwrap() % SIZE.1;
            buffer.set_stringn(*x, y, text, 30, *looks.get(usize::from(*look) % looks.len()).unwrap());
        }
        buffer
    }

    /// What a terminal shows after the bytes, cell by cell: symbol, colours, attributes.
    fn shown(bytes: &[u8]) -> Vec<String> {
        let mut terminal = vt100::Parser::new(SIZE.1, SIZE.0, 0);
        terminal.process(bytes);
        let cells = (0..SIZE.1).flat_map(|y| (0..SIZE.0).map(move |x| (y, x)));
        let told = |(y, x)| {
            let cell = terminal.screen().cell(y, x).unwrap();
            let text = if cell.contents().is_empty() { " " } else { cell.contents() };
            let wide = cell.is_wide_continuation();
            format!(
                "{text} {wide} {:?} {:?} {} {} {}",
                cell.fgcolor(),
                cell.bgcolor(),
                cell.bold(),
                cell.inverse(),
                cell.underline()
            )
        };
        cells.map(told).collect()
    }

    fn painted(before: &Buffer, after: &Buffer) -> Vec<u8> {
        let mut bytes = Vec::new();
        paint(before, after, &mut bytes);
        bytes
    }

    #[test]
    fn nothing_is_written_for_nothing() {
        let frame = drawn(&[(2, "one".to_owned(), 1)]);
        assert_eq!(painted(&frame, &frame), b"");
    }

    #[test]
    fn a_short_gap_is_bridged_and_a_long_one_jumped() {
        let before = drawn(&[(0, "abcdefghij".to_owned(), 0)]);
        let near = drawn(&[(0, "Abcdefghij".replace('d', "D"), 0)]);
        assert_eq!(painted(&before, &near), b"\x1b[1;1HAbcD");
        let far = drawn(&[(0, "Abcdefghij".replace('i', "I"), 0)]);
        assert_eq!(painted(&before, &far), b"\x1b[1;1HA\x1b[7CI");
    }

    #[test]
    fn after_a_doubtful_character_the_place_is_told_anew() {
        let before = drawn(&[]);
        let after = drawn(&[(0, "❤️x".to_owned(), 0)]);
        let bytes = String::from_utf8(painted(&before, &after)).unwrap();
        assert!(bytes.contains("\x1b[1;3Hx"), "{bytes:?}");
    }

    proptest! {
        #[test]
        fn the_terminal_shows_the_new_frame_whatever_was_there(
            before in prop::collection::vec((0u16..24, "[ a-c日語🙂]{0,16}", 0u8..5), 0..5),
            after in prop::collection::vec((0u16..24, "[ a-c日語🙂]{0,16}", 0u8..5), 0..5),
        ) {
            let (before, after) = (drawn(&before), drawn(&after));
            let empty = drawn(&[]);
            let whole = painted(&empty, &after);
            let mut steps = painted(&empty, &before);
            steps.extend(painted(&before, &after));
            prop_assert_eq!(shown(&steps), shown(&whole));
        }
    }
}
