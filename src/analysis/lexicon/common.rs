//! Common words of English by what they do in a sentence: determiners, prepositions, auxiliaries, adverbs, pronouns; words that
//! begin sentences or stand capitalised without being names; days and months.

use super::{Set, set};
use std::sync::LazyLock;

/// Whether a word (lower case) is a function word or another word that says nothing when a sentence begins with it.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION.contains(word)
}

/// Whether a word (lower case) is a day, a month, or another word of the calendar.
pub fn is_calendar(word: &str) -> bool {
    CALENDAR.contains(word)
}

/// Whether a word (lower case) is a personal pronoun that can be the subject of a verb of saying.
pub fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "it" | "i" | "we" | "you")
}

/// Whether a word is an article, a demonstrative, a possessive or a quantity that begins a noun phrase.
#[rustfmt::skip]
pub fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the" | "a" | "an" | "this" | "that" | "these" | "those" | "his" | "her" | "its" | "their" | "our" | "my" | "your"
        | "one" | "another" | "some" | "many" | "several" | "other" | "two" | "three" | "four" | "five" | "most" | "both"
        | "all" | "each" | "every" | "few" | "any" | "no"
    )
}

/// Whether a word is a preposition.
#[rustfmt::skip]
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "in" | "on" | "at" | "by" | "for" | "from" | "with" | "to" | "into" | "about" | "after" | "before" | "during"
        | "over" | "under" | "against" | "between" | "among" | "through" | "without" | "within" | "near" | "outside"
        | "inside" | "across" | "behind" | "beyond" | "despite" | "toward" | "towards" | "upon" | "via" | "amid" | "since"
        | "until" | "around" | "along" | "like" | "as" | "than" | "per" | "regarding" | "including" | "concerning"
    )
}

/// Whether a word is a form of be, have or do, or a modal verb.
#[rustfmt::skip]
pub fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "has" | "have" | "had" | "having" | "do" | "does"
        | "did" | "will" | "would" | "can" | "could" | "may" | "might" | "shall" | "should" | "must" | "isn't" | "wasn't"
        | "didn't" | "doesn't" | "don't" | "won't" | "wouldn't" | "hasn't" | "hadn't" | "haven't" | "couldn't" | "can't"
        | "cannot" | "shouldn't" | "aren't" | "weren't" | "isn’t" | "wasn’t" | "didn’t" | "doesn’t" | "don’t" | "won’t"
        | "wouldn’t" | "hasn’t" | "hadn’t" | "haven’t" | "couldn’t" | "can’t"
    )
}

/// Whether a word is a past tense without `-ed`, or another form of a common verb that no ending tells.
#[rustfmt::skip]
pub fn is_irregular_verb(word: &str) -> bool {
    matches!(
        word,
        "took" | "made" | "came" | "went" | "gave" | "got" | "stood" | "sat" | "won" | "lost" | "left" | "met" | "led"
        | "ran" | "held" | "kept" | "began" | "became" | "drew" | "broke" | "fell" | "rose" | "grew" | "knew" | "saw"
        | "sent" | "brought" | "put" | "set" | "cut" | "hit" | "let" | "paid" | "spent" | "wants" | "wanted" | "needs"
        | "seems" | "makes" | "takes" | "comes" | "goes" | "gets" | "has" | "does" | "drove" | "flew" | "chose" | "struck"
        | "threw" | "wore" | "sought" | "bought" | "built" | "caught" | "fought" | "found" | "heard" | "laid" | "meant"
        | "read" | "sold" | "taught" | "understood" | "works" | "lives" | "runs" | "leads" | "serves" | "plans" | "faces"
        | "remains" | "overheard" | "hears" | "wept" | "shook" | "stole" | "swam" | "sank" | "slept" | "hung" | "hid"
        | "froze" | "forgot" | "fed" | "bent" | "dealt" | "dug" | "fled" | "lent" | "lit" | "leapt" | "overcame" | "overtook"
        | "quit" | "rode" | "rang" | "shot" | "shut" | "slid" | "sprang" | "stuck" | "swept" | "swung" | "tore" | "undertook"
        | "woke" | "withdrew"
    )
}

/// Whether a word is an adverb that can stand between a subject and its verb.
pub fn is_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly") && !only_ends_like_adverb(word) || is_other_adverb(word)
}

/// Nouns, verbs and adjectives that end as adverbs do.
#[rustfmt::skip]
fn only_ends_like_adverb(word: &str) -> bool {
    matches!(
        word,
        "family" | "italy" | "july" | "reply" | "supply" | "ally" | "rally" | "bully" | "apply" | "daily" | "imply"
        | "elderly" | "friendly" | "lonely" | "ugly" | "weekly" | "monthly" | "lovely" | "costly" | "deadly" | "assembly"
        | "anomaly" | "monopoly"
    )
}

/// Adverbs that do not end so.
#[rustfmt::skip]
fn is_other_adverb(word: &str) -> bool {
    matches!(
        word,
        "also" | "then" | "later" | "once" | "never" | "always" | "often" | "ever" | "even" | "just" | "still" | "now"
        | "again" | "already" | "not" | "twice" | "soon" | "earlier" | "further" | "too" | "only" | "first" | "previously"
        | "thus" | "instead" | "both" | "all" | "perhaps" | "sometimes" | "simply" | "long" | "today" | "yesterday"
        | "tonight" | "afterward" | "afterwards" | "meanwhile" | "since" | "nonetheless" | "nevertheless" | "however"
        | "therefore" | "himself" | "herself" | "themselves" | "itself" | "each" | "there" | "here" | "back" | "next"
    )
}

static CALENDAR: LazyLock<Set> = LazyLock::new(|| {
    set(
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july august september october november december \
        jan feb mar apr jun jul aug sep sept oct nov dec christmas easter thanksgiving ramadan spring summer autumn fall winter mon tue wed thu fri sat sun am pm est edt pst pdt gmt utc et pt",
    )
});

static FUNCTION: LazyLock<Set> = LazyLock::new(|| {
    set(
        "the a an this that these those his her its their our my your he she it they we you i him them us me who whom whose which what where when why how there here \
        and or but nor so yet for if because although though while whereas unless until since as after before once than whether \
        of in on at by from with to into onto about against between among through during without within near outside inside across behind beyond despite toward towards upon via amid over under around along like per except besides throughout above below beneath off out up down \
        is are was were be been being am has have had do does did will would can could may might shall should must not no yes \
        all any both each every either neither few many more most much several some such other others another one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands millions half \
        also then later now still even just only again already always never often ever soon too very quite rather almost perhaps maybe indeed instead however meanwhile moreover furthermore nevertheless nonetheless therefore thus hence otherwise anyway \
        first second third last next early earlier late recently previously currently finally eventually initially originally today yesterday tomorrow tonight \
        asked according speaking addressing responding referring citing noting adding given based following including regarding concerning considering compared \
        read watch see click share follow look let make take get go come say says said well oh ok okay hey hi hello thank thanks please sorry please sure right left \
        new old good bad big great little own same different \
        if's it's that's there's here's what's who's let's he's she's i'm i've i'll i'd you're you've we're we've they're they've don't didn't doesn't won't can't isn't wasn't \
        it’s that’s there’s here’s what’s who’s let’s he’s she’s i’m i’ve i’ll i’d you’re you’ve we’re we’ve they’re they’ve don’t didn’t doesn’t won’t can’t isn’t wasn’t \
        people police officials critics supporters opponents experts analysts lawmakers voters residents authorities sources aides advisers reporters journalists lawyers prosecutors investigators protesters women men children students \
        everyone everybody everything someone somebody something anyone anybody anything nobody nothing none \
        update updated photo video image file caption editor note story advertisement related breaking exclusive opinion analysis page part chapter",
    )
});
