//! Units of length and weight: what a word names, and what it is worth beside the others.

use super::tokens::Tokens;

/// A unit of length or weight.
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
}

impl Size {
    /// Worth in metres or kilograms.
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
        }
    }

    /// Whether it measures weight, not length.
    pub fn is_weight(self) -> bool {
        matches!(self, Size::Gram | Size::Kilogram | Size::Ton | Size::Ounce | Size::Pound)
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
        }
    }
}

/// The unit that token `i` names. Lone letters count only right after the digits (`5m`, `5 m` may be millions).
pub(super) fn at(t: &Tokens, i: usize) -> Option<Size> {
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
