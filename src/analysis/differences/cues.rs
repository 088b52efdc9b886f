//! What single word forms can tell of certainty and polarity: closed lists, looked up once for each form of a story.

use super::{hedges, poles};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::BitOr;
use std::sync::LazyLock;

/// What a word form can be, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Cues(u64);

impl BitOr for Cues {
    type Output = Cues;

    fn bitor(self, other: Cues) -> Cues {
        Cues(self.0 | other.0)
    }
}

/// `will`
pub(super) const WILL: Cues = Cues(1);
/// `would`
pub(super) const WOULD: Cues = Cues(1 << 1);
/// `may`
pub(super) const MAY: Cues = Cues(1 << 2);
/// `allegedly`
pub(super) const HEARSAY: Cues = Cues(1 << 3);
/// Participles and adjectives that make plans of the infinitive after them: `is expected to`.
pub(super) const PLANNED: Cues = Cues(1 << 4);
/// Nouns and adjectives before a noun that make a plan of it: `the planned meeting`, `signs pointed to him endorsing`.
pub(super) const COMING: Cues = Cues(1 << 5);
/// `a possible meeting`
pub(super) const MAYBE: Cues = Cues(1 << 6);
/// Verbs whose infinitive is hearsay: `is said to have met`, `seems to have met`.
pub(super) const SAID_TO: Cues = Cues(1 << 7);
/// Adverbs, auxiliaries and the like that may stand between a cue and its predicate.
pub(super) const LIGHT: Cues = Cues(1 << 8);
/// A past tense or participle, by its ending or as an irregular verb.
pub(super) const PAST: Cues = Cues(1 << 9);
/// Words that can deny what follows them.
pub(super) const DENIER: Cues = Cues(1 << 10);
/// Promising.
pub(super) const PROMISE: Cues = Cues(1 << 11);
/// A promise, or as good as one.
pub(super) const FIRM: Cues = Cues(1 << 12);
/// A wish or a position.
pub(super) const WISH: Cues = Cues(1 << 13);
/// Adverbs that weaken what they stand before: `largely`; and first words of phrases that may: `in many cases`, `all but`.
pub(super) const WEAK: Cues = Cues(1 << 14);
/// Words that hedge.
pub(super) const SOFT: Cues = Cues(1 << 15);
/// Words of censure: `illegal`.
pub(super) const BAD: Cues = Cues(1 << 16);
/// Words of approval: `supported`.
pub(super) const APPROVAL: Cues = Cues(1 << 17);
/// First words of phrases that hold back: `stopped short`, `gave no sign`.
pub(super) const HOLDING: Cues = Cues(1 << 18);
/// Saying it outright.
pub(super) const OUTRIGHT: Cues = Cues(1 << 19);
/// Words that name a source.
pub(super) const SOURCE: Cues = Cues(1 << 20);
/// Verbs that are no events: saying, being, having.
pub(super) const UNEVENTFUL: Cues = Cues(1 << 21);
/// `say`, `tell`
pub(super) const SAY: Cues = Cues(1 << 22);
/// `kept silent`
pub(super) const KEPT: Cues = Cues(1 << 23);
/// One of two words that say the opposite of each other.
pub(super) const POLE: Cues = Cues(1 << 24);
/// Words that put a predicate in doubt or call it wrong, so that a denial elsewhere may agree with it.
pub(super) const DOUBT: Cues = Cues(1 << 25);
/// `should`, `can`: what ought to be or could be.
pub(super) const OUGHT: Cues = Cues(1 << 26);
/// Wanting, trying and the like: what is wanted makes the predicate, not the wanting.
pub(super) const STANCE: Cues = Cues(1 << 27);
/// Forms of `be` that an infinitive can follow: `is to meet`.
pub(super) const BE: Cues = Cues(1 << 28);
/// A past tense or participle without `-ed`.
const IRREGULAR: Cues = Cues(1 << 29);
/// `seems`: the teller himself is not sure.
pub(super) const SEEM: Cues = Cues(1 << 30);
/// Verbs of so little meaning that one of them may be of many acts.
pub(super) const VAGUE: Cues = Cues(1 << 31);
/// Verbs of supposing: `police suspect that`.
pub(super) const BELIEF: Cues = Cues(1 << 32);
/// Words that leave unsure what they stand with: `probably`, `unconfirmed reports`.
pub(super) const UNSURE: Cues = Cues(1 << 33);
/// Words that may leave something open: `left open whether`, `avoided saying`.
pub(super) const OPENING: Cues = Cues(1 << 34);
/// Words that a phrase of the table of hedges begins with.
pub(super) const HEDGING: Cues = Cues(1 << 35);
/// Words that make a deal provisional: `a tentative agreement`, `in principle`.
pub(super) const PROVISIONAL: Cues = Cues(1 << 36);
/// Words that may make of a predicate something other than done.
pub(super) const HEDGE: Cues = Cues(WILL.0 | WOULD.0 | MAY.0 | HEARSAY.0 | PLANNED.0 | COMING.0 | MAYBE.0 | SAID_TO.0);

impl Cues {
    /// Whether the two sets share a member.
    pub(super) fn any(self, of: Cues) -> bool {
        self.0 & of.0 != 0
    }

    /// What a form with this stem (without its last `e`) can be.
    pub(super) fn of(form: &str, stem: &str) -> Cues {
        let listed = |lists: &FxHashMap<&str, Cues>, word: &str| lists.get(word).copied().unwrap_or_default();
        let mut cues = listed(&BY_FORM, form) | listed(&BY_STEM, stem);
        for (cue, holds) in [
            (LIGHT, form.ends_with("ly") || form.ends_with("n't")),
            (PAST, form != stem && form.ends_with("ed") && form.len() > 4 || cues.any(IRREGULAR)),
            (DENIER, form.ends_with("n't")),
            (FIRM, cues.any(PROMISE) || form.ends_with("'ll")),
            (STANCE, form.ends_with("ly")),
        ] {
            if holds {
                cues = cues | cue;
            }
        }
        cues
    }
}

/// Whether a form looks like a past tense or a participle: `resigned`, `met`.
pub(in crate::analysis) fn is_past(form: &str) -> bool {
    form.ends_with("ed") && form.len() > 4 || BY_FORM.get(form).is_some_and(|cues| cues.any(IRREGULAR))
}

/// Bytes of `wouldn’t`.
const LONGEST_FINITE: usize = 10;

/// Whether a word, as it is printed, is a finite verb by its form, or a participle that may be one.
pub(in crate::analysis) fn is_finite(word: &str) -> bool {
    // Most words are printed so already; of what begins with a capital only few short words count.
    let begins_small = word.chars().next().is_some_and(char::is_lowercase);
    if !begins_small && word.len() > LONGEST_FINITE {
        return false;
    }
    let mut room = [0; LONGEST_FINITE];
    let lower = if word.bytes().all(|b| b.is_ascii_lowercase()) {
        Cow::Borrowed(word)
    } else if let Some(room) = room.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        room.copy_from_slice(word.as_bytes());
        room.make_ascii_lowercase();
        Cow::Borrowed(std::str::from_utf8(room).unwrap_or(word))
    } else {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    };
    #[rustfmt::skip]
    let listed = matches!(
        lower.as_ref(),
        "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will" | "would" | "may" | "might" | "can" | "could" | "should"
            | "must" | "does" | "do" | "did" | "says" | "said" | "say" | "told" | "wants" | "want" | "plans" | "calls" | "won't"
            | "isn't" | "aren't" | "wasn't" | "weren't" | "hasn't" | "haven't" | "hadn't" | "doesn't" | "don't" | "didn't"
            | "can't" | "couldn't" | "wouldn't" | "shouldn't" | "mustn't"
    );
    listed || begins_small && is_past(&lower)
}

static BY_FORM: LazyLock<FxHashMap<&str, Cues>> = LazyLock::new(|| {
    let mut forms = by_word(FORMS);
    for first in hedges::first_words() {
        let cues = forms.entry(first).or_default();
        *cues = *cues | HEDGING;
    }
    forms
});

static BY_STEM: LazyLock<FxHashMap<&str, Cues>> = LazyLock::new(|| {
    let mut stems = by_word(STEMS);
    for pole in poles::stems() {
        let cues = stems.entry(pole).or_default();
        *cues = *cues | POLE;
    }
    stems
});

fn by_word(lists: &[(Cues, &'static str)]) -> FxHashMap<&'static str, Cues> {
    let mut words: FxHashMap<&str, Cues> = FxHashMap::default();
    for (cue, word) in lists.iter().flat_map(|(cue, list)| list.split_whitespace().map(move |word| (cue, word))) {
        let cues = words.entry(word).or_default();
        *cues = *cues | *cue;
    }
    words
}

/// Forms, by what they can be.
#[rustfmt::skip]
const FORMS: &[(Cues, &str)] = &[
    (WILL, "will won't shall he'll she'll they'll we'll i'll it'll you'll"),
    (WOULD, "would wouldn't he'd she'd they'd"),
    (MAY, "may might could couldn't possibly perhaps"),
    (HEARSAY, "allegedly reportedly apparently supposedly purportedly alleged reported purported rumored"),
    (BELIEF, "suspect suspects suspected believe believes believed think thinks assume assumes assumed presume presumes presumed \
              suggest suggests suggested fear fears feared"),
    (UNSURE, "probably presumably seemingly unconfirmed unverified"),
    (OPENING, "left leave leaves leaving open undecided unclear uncertain unknown avoid avoided avoids avoiding early exclude excluded \
               rule ruled ruling clear known sure certain decided"),
    (PLANNED, "supposed scheduled planned plans plan planning expected expects expect set slated poised hopes hoped hope aims aimed \
               intends intended intend ready about likely preparing prepares vowed vows vowing pledged pledges promised \
               promises going bound due agreed agrees"),
    (COMING, "planned scheduled upcoming expected impending forthcoming proposed coming prospective imminent signs prospect \
              plans plan"),
    (MAYBE, "possible potential prospective suspected would-be"),
    (SAID_TO, "said believed thought reported alleged understood rumored rumoured presumed seems seemed seem appears appeared \
               appear"),
    (SEEM, "seems seemed seem appears appeared appear apparently believed thought presumed"),
    (LIGHT, "be been being is are was were am has have had having do does did to also then now soon still ever even not never \
             yet only just again so too first later any"),
    (DENIER, "not no never none nobody nothing neither nor without hardly barely scarcely cannot unable unlikely deny denied \
              denies denying refuse refused refuses refusing decline declined declines declining fail failed fails failing \
              avoid avoids avoided avoiding escape escaped prevent prevents prevented preventing unwilling zero yet \
              ruled rules ruling rejected dismissed rejects dismisses waive waived waives waiving renounced renounces up"),
    (PROMISE, "promise promises promised promising pledge pledges pledged pledging vows vowed vowing guaranteed"),
    (FIRM, "will would won't plans planned insisting"),
    (WISH, "want wants wanted wish wishes seeking seeks seek intention intentions intends trying favor favour favors favours \
            support supports supported urged urging need called hopes"),
    (WEAK, "effectively virtually practically essentially largely mostly partly partially somewhat tentatively provisionally \
            unofficially arguably in all"),
    (SOFT, "almost nearly often may might could"),
    (BAD, "illegal wrong bad unlawful unfair inappropriate unreasonable opposed impossible unacceptable"),
    (HOLDING, "stopped gave given gives giving"),
    (KEPT, "kept keeps keeping stayed remained keep"),
    (DOUBT, "whether if unless inappropriate wrong unusual illegal false falsely impossible doubt"),
    (PROVISIONAL, "tentative preliminary provisional outline principle"),
    (OUGHT, "should must ought can cannot can't shouldn't could couldn't would wouldn't may might"),
    (BE, "is are was were"),
    (IRREGULAR, "met won lost gave given took taken went gone came left held made saw seen found got began begun kept brought \
                 wrote written stood paid spoke spoken led grew bought sent built fell fallen chose chosen drew drawn fought \
                 flew rose risen sought sold shot spent struck threw withdrew withdrawn broke broken caught fled lent rode \
                 sank stole stolen taught killed knew ran became felt fed hid laid sat slept stuck swept swore thought threw tore \
                 wore woke beat bit blew burst dealt drove driven ate froze hung heard lit shook shrank slid split swung \
                 upheld overtook hurt shut cut hit"),
];

/// Stems, by what they can be.
#[rustfmt::skip]
const STEMS: &[(Cues, &str)] = &[
    (APPROVAL, "approv support back endors prais welcom defend legal agr"),
    (OUTRIGHT, "vow predict promis pledg announc insist declar"),
    (SOURCE, "say tell claim according accord accus alleg testifi report charg suspect insist"),
    (UNEVENTFUL, "say tell be hav do go get mak ask call add speak want plan expect seem believ think vow promis pledg hop \
                  schedul need tri try continu use help includ involv see know show feel let put turn bring work com tak set own \
                  look appear lead happen describ bas allow requir permit enabl affect threaten mean consid agr"),
    (VAGUE, "begin start find keep giv finish end becom mov"),
    (SAY, "say tell"),
    (STANCE, "mean requir allow permit want seek tri try need plan believ think know see feel like"),
];
