//! Units of length, weight and speed: what a word names, and what it is worth beside the others.

use super::tokens::Tokens;

/// A unit of length, weight or speed.
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
    /// How heavy.
    Weight,
    /// How fast.
    Speed,
}

impl Size {
    /// Worth in metres, kilograms or kilometres an hour.
    pub(super) fn worth(self) -> f64 {
        match self {
            Size::Millimetre | Size::Gram => 0.001,
            Size::Centimetre => 0.01,
            Size::Metre | Size::Kilogram => 1.0,
            Size::Kilometre | Size::Ton => 1_000.0,
            Size::Inch => 0.0254,
            Size::Foot => 0.3048,
            Size::Yard => 0.9144,
            Size::Mile => 1_609.344,
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

/// The unit that begins at token `i`, and its end: `km`, `miles an hour`, `km/h`.
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
        "gram" | "gramme" => Size::Gram,
        "ton" | "tonne" => Size::Ton,
        "ounce" | "oz" => Size::Ounce,
        "lb" | "pound" => Size::Pound,
        _ => return None,
    })
}
