//! Words that make a name an organisation's, or a thing's or an event's; bodies that are known by name, and places that stand for
//! those who rule there.

use super::{Set, set};
use std::sync::LazyLock;

/// Whether a word (lower case) at a name's end or head makes it an organisation: Party, Ministry, Bank, Inc.
pub fn is_organisation_noun(word: &str) -> bool {
    NOUNS.contains(word)
}

/// Whether a word (lower case) is one by which a newspaper is called alone: the Times, the Post.
pub fn is_paper(word: &str) -> bool {
    matches!(
        word,
        "times"
            | "post"
            | "tribune"
            | "herald"
            | "gazette"
            | "guardian"
            | "telegraph"
            | "globe"
            | "chronicle"
            | "journal"
            | "mirror"
    )
}

/// Whether a name (lower case) is known as a body of people though its words do not say so: Congress, the Kremlin.
pub fn is_organisation(name: &str) -> bool {
    KNOWN.contains(name)
}

/// Whether such a known name (lower case) is a body's of the state, a party's, an agency's: any but a firm's.
pub fn is_public(name: &str) -> bool {
    let firm = matches!(
        name,
        "google"
            | "facebook"
            | "twitter"
            | "apple"
            | "amazon"
            | "microsoft"
            | "rbs"
            | "hsbc"
            | "walmart"
            | "boeing"
            | "airbus"
            | "exxon"
            | "ford"
            | "toyota"
            | "volkswagen"
            | "samsung"
            | "sony"
            | "netflix"
            | "tesla"
            | "uber"
            | "youtube"
            | "instagram"
    );
    is_organisation(name) && !firm
}

/// Whether a word is one that stays lower-case inside an organisation's name: of, for, and, the.
pub fn is_connector(word: &str) -> bool {
    matches!(word, "of" | "for" | "and" | "the" | "on" | "in" | "de" | "des" | "du" | "la" | "to" | "&")
}

/// A word (lower case) that makes a capitalised name a thing's or an event's: Operation, Act, War, Prize.
#[rustfmt::skip]
pub fn is_thing_noun(word: &str) -> bool {
    matches!(
        word,
        "operation" | "act" | "bill" | "plan" | "deal" | "agreement" | "treaty" | "accord" | "accords" | "amendment"
        | "award" | "awards" | "prize" | "day" | "week" | "night" | "war" | "wars" | "battle" | "cup" | "tour" | "festival"
        | "games" | "olympics" | "bowl" | "constitution" | "code" | "law" | "article" | "section" | "chapter" | "title"
        | "model" | "boulevard" | "medal" | "storm" | "hurricane" | "typhoon" | "summit" | "revolution" | "spring" | "crisis"
        | "era" | "age" | "bible" | "koran" | "god" | "christ" | "internet" | "web" | "twitter" | "brexit" | "obamacare"
        | "medicare" | "medicaid" | "show" | "tower" | "palace" | "hotel" | "building" | "hall" | "center" | "dream"
        | "movement" | "primary" | "garden" | "stadium" | "arena" | "grants" | "grant" | "responsibility" | "nomination"
        | "convention" | "election" | "campaign" | "debate"
    )
}

/// A lower-case noun for a body of people that speaks: the ministry, the campaign, police.
pub fn is_institution(word: &str) -> bool {
    INSTITUTIONS.contains(word)
}

static NOUNS: LazyLock<Set> = LazyLock::new(|| {
    set(
        "party front ministry department office bureau agency administration authority commission committee subcommittee council court congress parliament senate assembly \
        house duma union league federation confederation association organization organisation society institute institution foundation fund trust university college \
        school academy hospital clinic church museum library bank group company corporation corp inc co ltd llc plc gmbh partners holdings industries enterprises \
        airlines airways motors systems technologies laboratories labs studios records pictures entertainment media press news times post journal tribune herald gazette \
        guardian telegraph mail observer independent chronicle globe star sun mirror standard review magazine daily weekly network radio television tv broadcasting channel \
        army navy force forces guard corps police brigade regiment division command fleet service services staff board panel center centre coalition alliance movement \
        campaign caucus conference convention committee-elect pac club team fc bureau cabinet government treasury exchange reserve investigators patrol brotherhood \
        republic-party initiative project network forum tribunal secretariat directorate intelligence pact organization chamber syndicate cooperative observatory think-tank",
    )
});

static KNOWN: LazyLock<Set> = LazyLock::new(|| {
    set(
        "congress parliament senate kremlin white_house pentagon downing_street élysée elysee state_department justice_department supreme_court house_of_representatives house_of_commons house_of_lords \
        bundestag knesset duma state_duma capitol whitehall vatican holy_see scotland_yard interpol europol nato united_nations european_union european_commission security_council \
        world_bank red_cross hamas hezbollah taliban al_qaeda al-qaeda islamic_state isis isil boko_haram fatah likud sinn_féin google facebook twitter apple amazon microsoft \
        reuters associated_press agence_france-presse bloomberg cnn bbc msnbc nbc abc cbs fox npr pbs afp ap upi tass interfax rt sputnik \
        fbi cia nsa irs epa fda cdc doj dhs gop dnc rnc naacp aclu nra nfl nba mlb fifa uefa imf who wto opec eu un u.n. e.u. mi5 mi6 gru kgb fsb nasa \
        politico breitbart buzzfeed huffpost newsweek rbs hsbc walmart boeing airbus exxon ford toyota volkswagen samsung sony netflix tesla uber youtube instagram wikileaks \
        greenpeace amnesty_international human_rights_watch tea_party homeland_security national_guard coast_guard",
    )
});

static INSTITUTIONS: LazyLock<Set> = LazyLock::new(|| {
    set(
        "ministry department office bureau agency administration authority authorities commission committee council court parliament government cabinet union federation association organization \
        organisation institute foundation university school hospital church company firm corporation bank group party campaign police army navy military force newspaper paper magazine \
        network station channel website site publication journal report statement document letter memo study survey poll indictment lawsuit complaint filing transcript post tweet email \
        palace embassy consulate coalition alliance movement team club board panel jury prosecution defense defence opposition press media outlet agency regulator regulators service \
        family community delegation mission treasury watchdog nonprofit charity manufacturer airline retailer broadcaster publisher studio editorial article book ad advertisement sign headline caption \
        sources source state city country nation side camp staff transition think-tank pac analysis column findings data figures",
    )
});
