//! Every constant of the linking in one place, each with how it was found.

/// What a word of a name counts, against another of the same rarity: names of a story's people stand in half of its sentences.
pub const NAME: f64 = 0.85;
/// What a word of the attribution counts: it says who speaks, not what.
pub const ATTRIBUTION: f64 = 0.4;
/// What a word akin counts, times Dice.
pub const KIN: f32 = 0.8;
/// What a word of the same sense counts.
pub const SYNONYM: f32 = 0.65;
/// A neighbour pair of shared words adds this much of the lighter word's weight.
pub const ADJACENT: f64 = 0.15;
/// Prior mass, in nats, that both statements are thought longer by: short ones match by chance.
pub const PRIOR: f64 = 15.0;
/// How far the shorter statement's mass decides, against the longer's.
pub const SHORTER: f64 = 0.7;
/// Containment under which a pair is not looked at.
pub const FLOOR: f64 = 0.08;

/// Weights of the measures, in the order of [`super::measures::Measures::numbers`].
pub const WEIGHTS: [f64; 12] = [22.0, 0.0, 7.0, 3.0, 0.0, 0.4, 0.0, 0.0, 0.0, 0.0, -0.2, -0.8];
/// What the weighted measures must outweigh.
pub const BIAS: f64 = -5.5;
