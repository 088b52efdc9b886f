//! Units of length, area, weight and speed: what a word names, and what it is worth beside the others; and how strong an
//! earthquake was.

use super::numbers::Number;
use super::tokens::Tokens;

/// A unit of length, area, weight or speed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// Millimetres.
    Millimetre,
    /// Centimetres.
    Centimetre,
    /// Metres.
    Metre,
    /// Kilometres.
    Kilometre,
    /// Inches.
    Inch,
    /// Feet.
    Foot,
    /// Yards.
    Yard,
    /// Statute miles.
    Mile,
    /// Square feet.
    SquareFoot,
    /// Square metres.
    SquareMetre,
    /// Acres.
    Acre,
    /// Hectares.
    Hectare,
    /// Square kilometres.
    SquareKilometre,
    /// Square miles.
    SquareMile,
    /// Grams.
    Gram,
    /// Kilograms.
    Kilogram,
    /// Tonnes, and tons of whatever country: the papers do not tell them apart.
    Ton,
    /// Ounces.
    Ounce,
    /// Pounds.
    Pound,
    /// Kilometres an hour.
    KilometreAnHour,
    /// Miles an hour.
    MileAnHour,
    /// Knots.
    Knot,
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// How long, high, far.
    Length,
    /// How large.
    Area,
    /// How heavy.
    Weight,
    /// How fast.
    Speed,
}

impl Size {
    /// Worth in metres, square metres, kilograms or kilometres an hour.
    pub(super) fn worth(self) -> f64 {
        match self {
            Size::Millimetre | Size::Gram => 0.001,
            Size::Centimetre => 0.01,
            Size::Metre | Size::SquareMetre | Size::Kilogram => 1.0,
            Size::Kilometre | Size::Ton => 1_000.0,
            Size::Inch => 0.0254,
            Size::Foot => 0.3048,
            Size::Yard => 0.9144,
            Size::Mile => 1_609.344,
            Size::SquareFoot => 0.0929,
            Size::Acre => 4_046.856,
            Size::Hectare => 10_000.0,
            Size::SquareKilometre => 1e6,
            Size::SquareMile => 2_589_988.0,
            Size::Ounce => 0.028_35,
            Size::Pound => 0.453_6,
            Size::KilometreAnHour => 1.0,
            Size::MileAnHour => 1.609_344,
            Size::Knot => 1.852,
        }
    }

    /// What it measures.
    pub fn extent(self) -> Extent {
        match self {
            Size::SquareFoot | Size::SquareMetre | Size::Acre | Size::Hectare | Size::SquareKilometre | Size::SquareMile => {
                Extent::Area
            }
            Size::Gram | Size::Kilogram | Size::Ton | Size::Ounce | Size::Pound => Extent::Weight,
            Size::KilometreAnHour | Size::MileAnHour | Size::Knot => Extent::Speed,
            _ => Extent::Length,
        }
    }

    /// The sign that values are written with.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Size::Millimetre => "mm",
            Size::Centimetre => "cm",
            Size::Metre => "m",
            Size::Kilometre => "km",
            Size::Inch => "in",
            Size::Foot => "ft",
            Size::Yard => "yd",
            Size::Mile => "mi",
            Size::SquareFoot => "sq ft",
            Size::SquareMetre => "m²",
            Size::Acre => "acres",
            Size::Hectare => "ha",
            Size::SquareKilometre => "km²",
            Size::SquareMile => "sq mi",
            Size::Gram => "g",
            Size::Kilogram => "kg",
            Size::Ton => "t",
            Size::Ounce => "oz",
            Size::Pound => "lb",
            Size::KilometreAnHour => "km/h",
            Size::MileAnHour => "mph",
            Size::Knot => "kn",
        }
    }
}

/// The unit that begins at token `i`, and its end: `km`, `miles an hour`, `km/h`, `square miles`.
pub(super) fn at(t: &Tokens, i: usize) -> Option<(Size, usize)> {
    let speed = match t.word(i).to_ascii_lowercase().as_str() {
        "mph" => Some(Size::MileAnHour),
        "kph" | "kmh" => Some(Size::KilometreAnHour),
        "knot" | "knots" => Some(Size::Knot),
        _ => None,
    };
    if let Some(speed) = speed {
        return Some((speed, i + 1));
    }
    if t.is(i, &["square", "sq"]) {
        let at = i + 1 + usize::from(t.sign(i + 1) == Some('.'));
        let square = match named(t, at)? {
            Size::Foot => Size::SquareFoot,
            Size::Metre => Size::SquareMetre,
            Size::Kilometre => Size::SquareKilometre,
            Size::Mile => Size::SquareMile,
            _ => return None,
        };
        return Some((square, at + 1));
    }
    let size = named(t, i)?;
    let fast = match size {
        Size::Kilometre => Size::KilometreAnHour,
        Size::Mile => Size::MileAnHour,
        _ => return Some((size, i + 1)),
    };
    if t.is(i + 1, &["per", "an"]) && t.is(i + 2, &["hour"]) {
        return Some((fast, i + 3));
    }
    let sign = t.sign(i + 1) == Some('/') && t.is(i + 2, &["h", "hr"]);
    Some(if sign { (fast, i + 3) } else { (size, i + 1) })
}

/// The unit that token `i` names. Lone letters count only right after the digits (`5m`, `5 m` may be millions).
fn named(t: &Tokens, i: usize) -> Option<Size> {
    let word = t.word(i);
    if word.len() > 11 || word.is_empty() {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let glued = t.glued(i);
    Some(match lower.trim_end_matches('s') {
        "km" | "kilometre" | "kilometer" => Size::Kilometre,
        "m" if glued && word == "m" => Size::Metre,
        "metre" | "meter" => Size::Metre,
        "cm" | "centimetre" | "centimeter" => Size::Centimetre,
        "mm" | "millimetre" | "millimeter" => Size::Millimetre,
        "mile" => Size::Mile,
        "yard" => Size::Yard,
        "feet" | "foot" | "ft" => Size::Foot,
        "inch" | "inche" => Size::Inch,
        "kg" | "kilo" | "kilogram" | "kilogramme" => Size::Kilogram,
        "acre" => Size::Acre,
        "hectare" => Size::Hectare,
        "gram" | "gramme" => Size::Gram,
        "ton" | "tonne" => Size::Ton,
        "ounce" | "oz" => Size::Ounce,
        "lb" | "pound" => Size::Pound,
        _ => return None,
    })
}

/// Whether the number between tokens `begin` and `end` is how strong an earthquake was: `magnitude 6.1`, `a 6.1-magnitude quake`,
/// `put its magnitude at 6.1`, `a 6.1 quake`.
pub(super) fn is_magnitude(t: &Tokens, begin: usize, end: usize, number: &Number) -> bool {
    const LINKS: [&str; 6] = ["of", "at", "was", "is", "a", "to"];
    if !number.digits || number.scaled || number.value >= 10.0 {
        return false;
    }
    let named = |i: usize| t.is(i, &["magnitude"]);
    let led = (1..4).find(|&n| !begin.checked_sub(n).is_some_and(|b| t.is(b, &LINKS)));
    let before = led.and_then(|n| begin.checked_sub(n)).is_some_and(named);
    let decimal = number.step < 1.0;
    let quake = t.is(t.past_hyphen(end), &["earthquake", "quake", "temblor", "tremor", "aftershock"]);
    before || named(t.past_hyphen(end)) || decimal && (quake || t.reads(end, &["on", "the", "richter"]))
}
