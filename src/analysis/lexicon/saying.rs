//! Verbs that report speech, in all their forms.
//!
//! In: a word in lower case. Out: its [`Saying`]: base form, manner, form. Regular forms are derived; the irregular
//! ones are listed.

use super::words_of;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

/// How a verb reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Manner {
    /// Gives the words or their content: say, tell, claim, ask, write.
    Words,
    /// Names or judges something, often in quoted words: call, dub, describe, praise, accuse.
    Judging,
    /// Reports a stand or an act done by speaking: deny, promise, urge, support, reject, call for.
    Stand,
    /// Now and then reports speech; only next to a quotation, or with `that`: show, think, hope, recall, laugh.
    Loose,
}

/// Which form of the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// say (also after `to`, `will`, `they`)
    Base,
    /// says
    Third,
    /// said (also the participle)
    Past,
    /// saying
    Gerund,
}

/// A form of a verb of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saying {
    /// say, deny …
    pub base: &'static str,
    /// How it reports.
    pub manner: Manner,
    /// Which form.
    pub form: Form,
}

/// What is known of a word in lower case as a verb of saying.
pub fn saying(word: &str) -> Option<Saying> {
    FORMS.get(word).copied()
}

/// Whether a noun (lower case) means something said: claim, remark, accusation.
#[rustfmt::skip]
pub fn is_utterance(word: &str) -> bool {
    matches!(
        word,
        "claim" | "claims" | "remark" | "remarks" | "comment" | "comments" | "assertion" | "statement" | "suggestion"
        | "contention" | "accusation" | "allegation" | "description" | "characterization" | "portrayal" | "warning"
        | "promise" | "pledge" | "vow" | "insistence" | "complaint" | "declaration" | "admission" | "observation"
        | "prediction" | "quip" | "boast" | "denunciation"
    )
}

/// Whether a verb of taking a stand mostly tells what is done or wanted: withdraw, plan, seek.
#[rustfmt::skip]
pub fn acts(base: &str) -> bool {
    matches!(
        base,
        "withdraw" | "retract" | "plan" | "offer" | "back" | "support" | "order" | "commit" | "lobby" | "press" | "push"
        | "seek" | "want" | "wish" | "expect" | "intend" | "hope" | "consider" | "ponder" | "contemplate" | "address"
        | "raise" | "renew" | "discuss" | "outline" | "favor" | "favour" | "oppose" | "permit" | "ban" | "forbid"
        | "authorize" | "endorse" | "agree"
    )
}

/// Whether a verb seldom reports speech unless a colon or a quotation follows: begin, go on.
pub fn begins(base: &str) -> bool {
    matches!(base, "begin" | "start" | "finish" | "end" | "open" | "go" | "continue" | "sign")
}

const WORDS: &str = "say tell add claim insist argue note warn explain announce state declare write ask reply respond answer comment \
    remark observe assert contend maintain stress emphasize emphasise tweet retweet joke quip boast lament concede admit acknowledge confess \
    confirm reveal disclose report suggest hint imply indicate conclude recall recount continue repeat reiterate testify allege opine \
    mention exclaim shout yell scream whisper mutter murmur proclaim predict speculate complain protest counter retort shoot_back fire_back \
    interject elaborate clarify caution propose reason muse intone post blog chant vow pledge swear promise inform advise remind assure reassure \
    notify inquire enquire wonder read quote cite relate volunteer venture fume rail thunder bellow snap deadpan crack chime scoff sneer \
    gush rave vent reckon affirm attest avow posit theorize theorise estimate forecast relay sum_up instruct text email message scrawl \
    rejoin chuckle growl bark hiss sigh sob groan gripe grumble bristle press query prod utter enthuse marvel plead pray beg preach \
    underline underscore highlight summarize summarise spell_out point_out note_down weigh_in go_on pipe_up sing cry cry_out call_out report_back \
    start begin finish end_up open sign_off echo concur gasp holler jest moan profess roar stammer stutter surmise wail weep whine wisecrack \
    shriek counsel exult recite yelp sputter drawl croak rasp commiserate";

const JUDGING: &str = "call dub label term brand describe characterize characterise denounce condemn criticize criticise slam blast praise \
    hail accuse mock ridicule deride dismiss decry blame laud applaud attack assail rebuke chide berate lambast lambaste rip compare liken \
    cast portray depict paint deem brand excoriate lash bash scold hammer fault tout credit salute commend congratulate thank deplore \
    bemoan welcome cheer rap pan pillory skewer savage disparage belittle nickname refer taunt tease needle christen champion extol \
    ding trash malign vilify upbraid castigate rate regard title define declare style address";

const STAND: &str = "deny reject refuse rebuff rule_out refute dispute rebut disavow disown promise vow pledge threaten urge demand request \
    recommend order beg implore exhort encourage endorse support back oppose favor favour defend advocate propose agree disagree admit \
    apologize apologise challenge question criticize offer invite plan consider call_for appeal seek decline vouch signal object \
    complain express voice convey outline discuss detail address raise reaffirm renew repeat restate retract withdraw recant \
    authorize permit forbid ban agree_to concede forswear warn swear intend ponder contemplate hope expect want wish lobby plead press push \
    commit guarantee resolve insist call_on speak_out lash_out speak";

const LOOSE: &str = "think believe feel hope expect fear worry doubt know guess suspect suppose laugh smile nod shrug grin agree decide \
    realize realise remember show find argue teach learn hear see go offer choose be like joke beam figure understand determine \
    assume dream imagine hold pronounce chortle lecture rant ramble ad-lib caption headline title subtitle sign begin open close \
    interrupt correct demur dissent defend persist allow volunteer contribute brag gloat crow swipe jab coo purr tell_off ";

const IRREGULAR: &str = "say said said;tell told told;write wrote written;read read read;speak spoke spoken;swear swore sworn;forbid forbade forbidden;\
    shoot shot shot;go went gone;think thought thought;feel felt felt;know knew known;see saw seen;hear heard heard;find found found;show showed shown;\
    teach taught taught;understand understood understood;hold held held;sing sang sung;spell spelled spelt;begin began begun;put put put;\
    withdraw withdrew withdrawn;cast cast cast;seek sought sought;be was been;choose chose chosen;forswear forswore forsworn;cry cried cried;\
    retell retold retold;weigh weighed weighed;learn learned learnt;dream dreamed dreamt;beg begged begged;rap rapped rapped;pan panned panned;\
    commit committed committed;concur concurred concurred;counsel counseled counselled;weep wept wept;refer referred referred;demur demurred demurred;quip quipped quipped;rip ripped ripped;permit permitted permitted;\
    admit admitted admitted;rebut rebutted rebutted;dub dubbed dubbed;slam slammed slammed;brag bragged bragged;ban banned banned;\
    plan planned planned;sum summed summed;snap snapped snapped;prod prodded prodded;jab jabbed jabbed;sob sobbed sobbed;cut cut cut;\
    crow crowed crowed;label labeled labelled;signal signaled signalled;blog blogged blogged;bet bet bet;reply replied replied;\
    deny denied denied;testify testified testified;imply implied implied;clarify clarified clarified;query queried queried;\
    worry worried worried;notify notified notified;vilify vilified vilified;ad-lib ad-libbed ad-libbed;plead pleaded pled;outline outlined outlined;\
    open opened opened;offer offered offered;answer answered answered;order ordered ordered;wonder wondered wondered;mutter muttered muttered;\
    whisper whispered whispered;thunder thundered thundered;remember remembered remembered;utter uttered uttered;volunteer volunteered volunteered;\
    consider considered considered;ponder pondered pondered;counter countered countered;favor favored favored;favour favoured favoured;\
    encourage encouraged encouraged;bellow bellowed bellowed;relay relayed relayed;hammer hammered hammered;pillory pilloried pilloried";

static FORMS: LazyLock<FxHashMap<Cow<'static, str>, Saying>> = LazyLock::new(|| {
    let irregular: FxHashMap<&str, (&'static str, &'static str)> = IRREGULAR
        .split(';')
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, (words.next()?, words.next()?)))
        })
        .collect();
    let mut forms = FxHashMap::with_capacity_and_hasher(2048, Default::default());
    for (block, manner) in [(WORDS, Manner::Words), (JUDGING, Manner::Judging), (STAND, Manner::Stand), (LOOSE, Manner::Loose)] {
        for entry in words_of(block) {
            // Of a verb with a particle (`call_for`) the verb itself is looked up; reports look at the particle.
            let Some(base) = entry.split('_').next() else { continue };
            let mut add = |form_of: Cow<'static, str>, form| {
                forms.entry(form_of).or_insert(Saying { base, manner, form });
            };
            add(Cow::Borrowed(base), Form::Base);
            add(Cow::Owned(third(base)), Form::Third);
            add(Cow::Owned(gerund(base, &irregular)), Form::Gerund);
            match irregular.get(base) {
                Some((past, participle)) => {
                    add(Cow::Borrowed(past), Form::Past);
                    add(Cow::Borrowed(participle), Form::Past);
                }
                None => add(Cow::Owned(past(base)), Form::Past),
            }
        }
    }
    forms
});

fn third(base: &str) -> String {
    match base {
        "be" => return "is".to_owned(),
        "go" => return "goes".to_owned(),
        _ => {}
    }
    if ["s", "sh", "ch", "x", "z"].iter().any(|e| base.ends_with(e)) {
        return [base, "es"].concat();
    }
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => [stem, "ies"].concat(),
        _ => [base, "s"].concat(),
    }
}

fn past(base: &str) -> String {
    if let Some(stem) = base.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
        return [stem, "ied"].concat();
    }
    if base.ends_with('e') { [base, "d"].concat() } else { [base, "ed"].concat() }
}

fn gerund(base: &str, irregular: &FxHashMap<&str, (&str, &str)>) -> String {
    // A doubled consonant shows in the past form: quipped, quipping.
    if let Some(stem) = irregular.get(base).and_then(|(past, _)| past.strip_suffix("ed")).filter(|s| s.len() == base.len() + 1) {
        return [stem, "ing"].concat();
    }
    match base {
        "be" => "being".to_owned(),
        "see" => "seeing".to_owned(),
        "begin" => "beginning".to_owned(),
        "put" => "putting".to_owned(),
        "agree" | "disagree" => [base, "ing"].concat(),
        _ => match base.strip_suffix('e') {
            Some(stem) => [stem, "ing"].concat(),
            None => [base, "ing"].concat(),
        },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_derived() {
        for (word, base, form) in [
            ("said", "say", Form::Past),
            ("quipping", "quip", Form::Gerund),
            ("denies", "deny", Form::Third),
            ("replied", "reply", Form::Past),
            ("dubbed", "dub", Form::Past),
            ("wrote", "write", Form::Past),
            ("agreeing", "agree", Form::Gerund),
        ] {
            let found = saying(word).unwrap();
            assert_eq!((found.base, found.form), (base, form), "{word}");
        }
        assert_eq!(saying("walked"), None);
    }
}
