//! A frame of the reader as a picture (SVG) on standard output:
//!
//! ```sh
//! cargo run --release --example picture -- 160x44 - > assets/pictures/read.svg
//! cargo run --release --example picture -- 110x44 v > assets/pictures/versions.svg
//! cargo run --release --example picture -- 120x36 c > assets/pictures/coverage.svg
//! ```
//!
//! In: size, keys as help writes them (`-` for none), and sources, else the bundled story. Out: what the terminal would
//! show, cell by cell, in all colours.

use rashomon::ingest;
use rashomon::reader::{Options, Session};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// Width, height and baseline of a cell.
const CELL: (u16, u16, u16) = (8, 17, 13);

/// The ground and the letters of the picture where the frame names no colour.
const GROUND: &str = "#16181d";
const LETTERS: &str = "#d8d8d0";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let usage = "picture WIDTHxHEIGHT KEYS [SOURCE]...";
    let (size, rest) = arguments.split_first().ok_or(usage)?;
    let (keys, sources) = rest.split_first().ok_or(usage)?;
    let (width, height) = size.split_once('x').ok_or(usage)?;
    let size = (width.parse()?, height.parse()?);
    let story = if sources.is_empty() { ingest::bundled()? } else { ingest::load(sources, &ingest::Options::default())? };
    let mut session = Session::new(story, Options { true_colour: true, ..Options::default() }, size);
    if keys != "-" {
        session.press(keys);
    }
    print!("{}", svg(&session.draw()));
    Ok(())
}

/// How a run of cells looks.
#[derive(Clone, PartialEq, Eq)]
struct Look {
    letters: String,
    ground: String,
    attributes: String,
}

/// A frame as a picture.
fn svg(frame: &Buffer) -> String {
    let (width, height) = (frame.area.width * CELL.0, frame.area.height * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"13\" xml:space=\"preserve\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{GROUND}\"/>\n"
    );
    for y in 0..frame.area.height {
        for (x, columns, text, look) in runs(frame, y) {
            draw(&mut out, (x * CELL.0, y * CELL.1), columns * CELL.0, &text, &look);
        }
    }
    out + "</svg>\n"
}

/// The runs of a row that look alike: column, columns, text, look.
fn runs(frame: &Buffer, y: u16) -> Vec<(u16, u16, String, Look)> {
    let mut runs: Vec<(u16, u16, String, Look)> = Vec::new();
    let mut x = 0;
    while x < frame.area.width {
        let Some(cell) = frame.cell((x, y)) else { break };
        let columns = columns(cell.symbol()).max(1);
        let look = look(cell);
        match runs.last_mut() {
            Some((_, wide, text, last)) if *last == look => {
                text.push_str(cell.symbol());
                *wide += columns;
            }
            _ => runs.push((x, columns, cell.symbol().to_owned(), look)),
        }
        x += columns;
    }
    runs
}

fn look(cell: &Cell) -> Look {
    let (mut letters, mut ground) = (colour(cell.fg, LETTERS), colour(cell.bg, GROUND));
    if cell.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut letters, &mut ground);
    }
    let attributes = [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::DIM, " opacity=\"0.7\""),
    ];
    let attributes = attributes.iter().filter(|(m, _)| cell.modifier.contains(*m)).map(|(_, text)| *text).collect();
    Look { letters, ground, attributes }
}

fn colour(colour: Color, usual: &str) -> String {
    match colour {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        _ => usual.to_owned(),
    }
}

/// A run: its ground, if it is another, and its text stretched to its columns, whatever the font.
fn draw(out: &mut String, (x, y): (u16, u16), width: u16, text: &str, look: &Look) {
    // Writing into a string cannot fail.
    if look.ground != GROUND {
        let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{}\"/>", CELL.1, look.ground);
    }
    // Blanks at the ends and runs of blanks are not drawn: not every program keeps them.
    let mut at = 0;
    for part in text.split_inclusive("  ") {
        let words = part.trim();
        let blanks = columns(part) - columns(part.trim_start());
        if !words.is_empty() {
            let (left, room) = (x + (at + blanks) * CELL.0, columns(words) * CELL.0);
            let words = words.replace('&', "&amp;").replace('<', "&lt;");
            let Look { letters, attributes, .. } = look;
            let _ = writeln!(
                out,
                "<text x=\"{left}\" y=\"{}\" textLength=\"{room}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{letters}\"{attributes}>{words}</text>",
                y + CELL.2
            );
        }
        at += columns(part);
    }
}

/// Columns of a text.
fn columns(text: &str) -> u16 {
    u16::try_from(unicode_width::UnicodeWidthStr::width(text)).unwrap_or(u16::MAX)
}
