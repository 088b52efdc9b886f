//! Words of which one says the opposite of another, by what they tell of: a verdict, a vote, a life, a deal.

use super::telling::Telling;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words of two sides, by stem; a phrase as the stem of its first word and the form of its second. Whoever is told to do what one
/// side says does not do what the other says of the same thing.
#[rustfmt::skip]
const ROWS: &[(&str, &str)] = &[
    ("accept approv back support endors welcom embrac prais agr favour favor",
     "reject refus dismiss oppos condemn rebuf spurn denounc veto disagr declin turn_down"),
    ("confirm admit acknowledg conced confess", "deny disput"),
    ("grant", "refus deny"),
    ("allow", "ban"),
    ("pass", "reject defeat"),
    ("uphold upheld", "overturn quash overrul strike_down struck_down throw_out threw_out"),
    ("ris rose grow grew increas improv strengthen rais climb", "fall fell drop declin decreas shrink shrank worsen weaken lower sink sank"),
    ("succeed", "fail"),
    ("extend renew", "end expir cancel"),
    ("resum", "suspend"),
    ("lift", "impos"),
    ("includ", "exclud"),
    ("postpon put_off defer delay", "abandon cancel scrap call_off"),
    ("keep retain stick_to sticks_to cling_to stand_by stood_by", "drop scrap abandon end cancel withdraw give_up gave_up shelv ditch axe"),
    ("convict guilti", "acquit innoc clear"),
    ("surviv aliv", "die died dead kill"),
    ("legal lawful", "illeg unlawful"),
    ("tru", "fals untru"),
    ("posit", "negat no_trace"),
    ("unanim", "divid split"),
    ("intact undamag unharm unhurt", "damag destroy wreck"),
    ("sober", "drunk"),
];

/// The same for versions that surely tell one thing, where who does it to whom need not be asked: wider, nouns and phrases too.
/// A denial puts a word on the other side: `no arrests`.
#[rustfmt::skip]
const WIDE: &[(&str, &str)] = &[
    // Of a trial.
    ("convict guilti jail_for sentenc", "acquit acquitt innoc exoner absolv clear_him clear_her clear_of clear_them walk_free walked_free went_free go_free"),
    ("uphold upheld confirm_the", "overturn quash overrul annul strike_down struck_down throw_out threw_out thrown_out set_aside"),
    // Of life and limb.
    ("surviv aliv rescued unhurt unharm safe unscath", "die died dead death kill drown perish"),
    ("unhurt unharm unscath uninjur intact undamag untouch", "injur wound hurt damag destroy wreck"),
    ("conscious awak", "unconsci coma"),
    // Of a proposal, an offer, an outcome.
    ("accept approv back support endors welcom embrac prais agr agreed favour favor adopt ratifi backed ratif bless recognis recogn conced",
     "reject refus dismiss oppos condemn rebuf spurn denounc veto disagr declin turn_down turned_down throw_out threw_out thrown_out contest challeng"),
    ("confirm admit acknowledg conced confess", "deny denied denial disput"),
    ("breakthrough agreement agr agreed settlement truce compromis", "broke_down break_down broken_down broke_off collaps deadlock stalem fell_through break_off"),
    ("prais applaud hail commend congratul welcom", "critic criticis slam blast condemn denounc"),
    ("succeed success", "fail failur"),
    ("unanim", "divid split"),
    ("fair", "rig fraud unfair fraudul"),
    // Of staying and going, keeping and giving up.
    ("keep kept retain stick_to stuck_to sticks_to cling_to stand_by stood_by", "drop scrap abandon axe end cancel withdraw withdrew give_up gave_up given_up giving_up shelv ditch"),
    ("resign quit step_down stepped_down", "fire fired sack dismiss oust"),
    ("hir hired recruit appoint reinstat", "dismiss dismissal sack redund layoff laid_off lay_off lose_their lost_their cut_jobs"),
    // Of what is to be held.
    ("go_ahead went_ahead going_ahead as_planned on_schedule", "postpon cancel call_off called_off put_off defer scrap"),
    ("postpon put_off defer delay", "abandon cancel scrap call_off called_off"),
    ("extend renew prolong", "end expir cancel"),
    ("lift eas", "impos tighten"),
    ("allow permit authoris author legalis", "ban forbid forbad prohibit outlaw block"),
    ("includ", "exclud"),
    ("grant", "refus deny denied"),
    // Of how much.
    ("ris rose grow grew increas improv strengthen rais climb doubl", "fall fell drop declin decreas shrink shrank worsen weaken lower sink sank halv"),
    ("profit surplus", "loss deficit"),
    ("above exceed", "below"),
    ("ahead_of_schedule", "behind_schedule"),
    ("majority", "minority"),
    // Of how something is.
    ("legal lawful", "illeg unlawful"),
    ("constitut constitutional", "unconstitut unconstitutional"),
    ("tru true", "fals untru untrue"),
    ("posit", "negat no_trace"),
    ("safe sound harmless", "unsaf unsafe danger hazard harm defect toxic"),
    ("sober", "drunk"),
    ("arm armed", "unarm unarmed"),
    ("voluntari", "compulsori mandatori forced"),
    ("peac", "violent violenc"),
];

/// Of the first table, those that tell how something is.
#[rustfmt::skip]
pub(super) const STATES: &[&str] = &[
    "legal", "lawful", "illegal", "unlawful", "true", "false", "untrue", "positive", "negative", "unanimous", "split", "intact",
    "undamaged", "unharmed", "unhurt", "sober", "drunk", "alive", "dead", "guilty", "innocent", "no",
];

/// Stems of which another is the opposite, or begins one.
pub(super) fn stems() -> impl Iterator<Item = &'static str> {
    ROWS.iter().chain(WIDE).flat_map(|(x, y)| x.split(' ').chain(y.split(' '))).map(|word| word.split('_').next().unwrap_or(word))
}

/// A word's place in the table: the row, whether on its second side, and what must follow.
type Pole = (usize, bool, &'static str);

type Poles = FxHashMap<&'static str, Vec<Pole>>;

static STRICT_POLES: LazyLock<Poles> = LazyLock::new(|| poles(ROWS));
static WIDE_POLES: LazyLock<Poles> = LazyLock::new(|| poles(WIDE));

fn poles(rows: &'static [(&str, &str)]) -> Poles {
    let mut poles = Poles::default();
    for (row, (one, other)) in rows.iter().enumerate() {
        for (side, words) in [(false, one), (true, other)] {
            for word in words.split(' ') {
                let (first, rest) = word.split_once('_').unwrap_or((word, ""));
                poles.entry(first).or_default().push((row, side, rest));
            }
        }
    }
    poles
}

/// Whether a row is one of the wider table.
pub(super) fn is_wide(row: usize) -> bool {
    row >= ROWS.len()
}

/// The rows of both tables in which word `at` stands, with the side, each once.
pub(super) fn sides(t: &Telling, at: usize) -> Vec<(usize, bool)> {
    let mut sides = of(&STRICT_POLES, t, at);
    sides.extend(of(&WIDE_POLES, t, at).into_iter().map(|(row, side)| (row + ROWS.len(), side)));
    sides
}

fn of(poles: &Poles, t: &Telling, at: usize) -> Vec<(usize, bool)> {
    let Some(word) = t.words.get(at) else { return Vec::new() };
    let poles = [word.stem.as_str(), word.form.as_str()].into_iter().filter_map(|key| poles.get(key)).flatten();
    let follows = |rest: &str| rest.is_empty() || rest.split('_').enumerate().all(|(n, form)| t.form_at(at + 1 + n) == form);
    let mut sides: Vec<(usize, bool)> = poles.filter(|(.., rest)| follows(rest)).map(|(row, side, _)| (*row, *side)).collect();
    sides.sort_unstable();
    sides.dedup();
    sides
}
