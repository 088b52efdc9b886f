//! Countries and their peoples, states, large cities and regions.
//!
//! In: a name in lower case. Out: whether it is a place; of what country an adjective speaks.

use super::{Map, Set, map, set};
use std::sync::LazyLock;

/// Whether a name (lower case, words parted by one space) is a well-known place.
pub fn is_place(name: &str) -> bool {
    PLACES.contains(name) || COUNTRIES.contains(name)
}

/// Whether a name begins a longer place name: New, San, Saint, North.
#[rustfmt::skip]
pub fn begins_place(word: &str) -> bool {
    matches!(
        word,
        "new" | "san" | "santa" | "los" | "las" | "saint" | "st" | "fort" | "port" | "mount" | "lake" | "cape" | "north"
        | "south" | "east" | "west" | "northern" | "southern" | "eastern" | "western" | "upper" | "lower" | "rio" | "el"
        | "la" | "puerto" | "costa" | "great"
    )
}

/// Whether a word at a name's end makes it a place: Street, County, River.
pub fn ends_place(word: &str) -> bool {
    PLACE_NOUNS.contains(word)
}

/// The country, party or faith that an adjective or a people's name speaks of: french → france, russians → russia.
pub fn country_of(word: &str) -> Option<&'static str> {
    DEMONYMS.get(word).or_else(|| DEMONYMS.get(word.strip_suffix('s')?)).map(AsRef::as_ref)
}

/// Whether a word is itself in the list of the adjectives of countries.
pub(super) fn is_demonym(word: &str) -> bool {
    DEMONYMS.contains_key(word)
}

/// One spelling for countries that have several: u.s., america → united states; britain → united kingdom.
pub fn same_country(name: &str) -> &str {
    SAME.get(name).map_or(name, AsRef::as_ref)
}

static PLACE_NOUNS: LazyLock<Set> = LazyLock::new(|| {
    set(
        "street avenue road square boulevard lane bridge river lake sea ocean bay gulf strait peninsula island islands mountain mountains valley desert \
        canyon forest park beach county city town village district province region territory airport harbor harbour port station coast hill hills heights \
        falls creek springs plaza",
    )
});

static SAME: LazyLock<Map> = LazyLock::new(|| {
    map(
        "u.s.=united_states us=united_states u.s=united_states usa=united_states u.s.a.=united_states america=united_states united_states_of_america=united_states \
        britain=united_kingdom great_britain=united_kingdom uk=united_kingdom u.k.=united_kingdom u.k=united_kingdom russian_federation=russia holland=netherlands \
        burma=myanmar eu=european_union e.u.=european_union u.n.=united_nations un=united_nations uae=united_arab_emirates d.c.=washington washington_d.c.=washington \
        new_york_city=new_york n.y.=new_york kiev=kyiv",
    )
});

static COUNTRIES: LazyLock<Set> = LazyLock::new(|| {
    set(
        "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia \
        bosnia bosnia_and_herzegovina botswana brazil brunei bulgaria burkina_faso burundi cambodia cameroon canada chad chile china colombia congo costa_rica croatia cuba cyprus \
        czech_republic czechia denmark djibouti dominican_republic east_timor ecuador egypt el_salvador eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana greece \
        grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy ivory_coast jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan \
        laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia north_macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova \
        monaco mongolia montenegro morocco mozambique myanmar burma namibia nepal netherlands holland new_zealand nicaragua niger nigeria north_korea norway oman pakistan panama papua_new_guinea \
        paraguay peru philippines poland portugal qatar romania russia russian_federation rwanda samoa saudi_arabia senegal serbia sierra_leone singapore slovakia slovenia somalia south_africa south_korea \
        south_sudan spain sri_lanka sudan suriname swaziland sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga trinidad tunisia turkey turkmenistan uganda ukraine \
        united_arab_emirates uae united_kingdom uk u.k. u.k britain great_britain england scotland wales northern_ireland united_states united_states_of_america u.s. u.s us usa u.s.a. america uruguay \
        uzbekistan vanuatu vatican venezuela vietnam yemen zambia zimbabwe palestine west_bank gaza gaza_strip crimea chechnya catalonia quebec ontario kurdistan tibet hong_kong puerto_rico greenland",
    )
});

static PLACES: LazyLock<Set> = LazyLock::new(|| {
    set(
        "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts \
        michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania \
        rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington west_virginia wisconsin wyoming district_of_columbia d.c. washington_d.c. \
        europe asia africa antarctica north_america south_america latin_america central_america middle_east far_east western_europe eastern_europe balkans caucasus north_caucasus scandinavia caribbean \
        siberia sahara sahel persian_gulf gulf_of_mexico mediterranean atlantic pacific baltic black_sea south_china_sea arctic southeast_asia central_asia midwest west_coast east_coast new_england silicon_valley \
        abu_dhabi accra addis_ababa adelaide aleppo alexandria algiers amman amsterdam ankara antwerp athens atlanta auckland austin baghdad baku baltimore bangalore bangkok barcelona basel basra \
        beijing beirut belfast belgrade benghazi berlin bern birmingham bogota bogotá bologna bombay bonn bordeaux boston brasilia bratislava brisbane bristol brooklyn bronx brussels bucharest budapest buenos_aires buffalo \
        cairo calais calcutta calgary cambridge canberra cape_town caracas cardiff casablanca charlotte charleston chicago cincinnati cleveland cologne colombo copenhagen dakar dallas damascus delhi \
        denver detroit dhaka doha donetsk dubai dublin dresden durban düsseldorf edinburgh el_paso fallujah florence fort_worth frankfurt geneva genoa glasgow gothenburg grozny guantanamo guantanamo_bay hague \
        the_hague hamburg hanoi harare havana helsinki hiroshima ho_chi_minh_city hollywood homs honolulu houston indianapolis islamabad istanbul jakarta jeddah jerusalem johannesburg kabul kampala kandahar \
        karachi kathmandu kharkiv khartoum kiev kyiv kinshasa kobani kolkata krakow kuala_lumpur lagos lahore las_vegas leeds leipzig lima lisbon liverpool ljubljana london los_angeles louisville luanda luhansk lyon madrid \
        manchester manhattan manila marseille mecca medina melbourne memphis mexico_city miami milan milwaukee minneapolis minsk mogadishu monterrey montreal moscow mosul mumbai munich nairobi naples nashville new_delhi \
        new_orleans new_york_city newark nice nicosia odessa oklahoma_city orlando osaka oslo ottawa oxford palermo palmyra paris perth peshawar philadelphia phnom_penh phoenix pittsburgh portland prague pretoria pyongyang queens \
        quito rabat raqqa ramallah rangoon yangon reykjavik riga rio_de_janeiro riyadh rome rotterdam sacramento saigon saint_petersburg st._petersburg salt_lake_city salzburg san_antonio san_diego san_francisco san_jose san_juan \
        sanaa santiago sao_paulo são_paulo sarajevo seattle seoul seville shanghai sheffield shenzhen sochi sofia st._louis staten_island stockholm strasbourg stuttgart sydney taipei tallinn tampa tbilisi tehran tel_aviv tijuana tirana \
        tokyo toronto toulouse tripoli tunis turin ulan_bator utrecht valencia vancouver venice vienna vilnius vladivostok warsaw wellington wuhan yerevan zagreb zurich zürich bavaria saxony sicily sardinia lombardy tuscany \
        normandy brittany provence andalusia flanders wallonia cornwall kent essex yorkshire punjab kashmir bengal kerala sindh xinjiang guangdong sichuan darfur sinai golan_heights donbass donbas transnistria abkhazia south_ossetia \
        dagestan ingushetia kaliningrad okinawa hokkaido bali java sumatra borneo tasmania queensland victoria new_south_wales british_columbia alberta manitoba nova_scotia saskatchewan long_island long_beach brighton flint ferguson \
        harlem wall_street times_square capitol_hill",
    )
});

static DEMONYMS: LazyLock<Map> = LazyLock::new(|| {
    map(
        "afghan=afghanistan african=africa albanian=albania algerian=algeria american=united_states angolan=angola arab=arab argentine=argentina argentinian=argentina armenian=armenia asian=asia \
        australian=australia austrian=austria azerbaijani=azerbaijan azeri=azerbaijan bahraini=bahrain bangladeshi=bangladesh basque=basque_country bavarian=bavaria belarusian=belarus belgian=belgium bolivian=bolivia bosnian=bosnia \
        brazilian=brazil british=united_kingdom briton=united_kingdom bulgarian=bulgaria burmese=myanmar cambodian=cambodia cameroonian=cameroon canadian=canada catalan=catalonia catholic=catholic_church chechen=chechnya chilean=chile \
        chinese=china christian=christianity colombian=colombia congolese=congo crimean=crimea croatian=croatia croat=croatia cuban=cuba cypriot=cyprus czech=czech_republic danish=denmark dane=denmark dutch=netherlands ecuadorian=ecuador \
        egyptian=egypt english=england eritrean=eritrea estonian=estonia ethiopian=ethiopia european=europe filipino=philippines finnish=finland finn=finland french=france gazan=gaza georgian=georgia german=germany ghanaian=ghana \
        greek=greece greenlandic=greenland guatemalan=guatemala haitian=haiti hispanic=hispanic honduran=honduras hungarian=hungary icelandic=iceland indian=india indonesian=indonesia iranian=iran iraqi=iraq irish=ireland islamic=islam \
        israeli=israel italian=italy jamaican=jamaica japanese=japan jewish=judaism jordanian=jordan kazakh=kazakhstan kenyan=kenya korean=korea north_korean=north_korea south_korean=south_korea kosovar=kosovo kurdish=kurdistan kurd=kurdistan kuwaiti=kuwait \
        kyrgyz=kyrgyzstan laotian=laos latin=latin_america latino=latin_america latvian=latvia lebanese=lebanon liberian=liberia libyan=libya lithuanian=lithuania macedonian=macedonia malaysian=malaysia malian=mali maltese=malta mexican=mexico \
        moldovan=moldova mongolian=mongolia montenegrin=montenegro moroccan=morocco muslim=islam namibian=namibia nepalese=nepal nepali=nepal nicaraguan=nicaragua nigerian=nigeria norwegian=norway omani=oman pakistani=pakistan palestinian=palestine \
        panamanian=panama paraguayan=paraguay persian=iran peruvian=peru polish=poland pole=poland portuguese=portugal protestant=protestant_church qatari=qatar romanian=romania russian=russia rwandan=rwanda salvadoran=el_salvador saudi=saudi_arabia \
        scandinavian=scandinavia scottish=scotland scot=scotland senegalese=senegal serbian=serbia serb=serbia singaporean=singapore slovak=slovakia slovenian=slovenia slovene=slovenia somali=somalia soviet=soviet_union spanish=spain spaniard=spain \
        sudanese=sudan swedish=sweden swede=sweden swiss=switzerland syrian=syria taiwanese=taiwan tajik=tajikistan tanzanian=tanzania thai=thailand tibetan=tibet tunisian=tunisia turkish=turkey turk=turkey turkmen=turkmenistan \
        ugandan=uganda ukrainian=ukraine emirati=united_arab_emirates uruguayan=uruguay uzbek=uzbekistan venezuelan=venezuela vietnamese=vietnam welsh=wales western=west yemeni=yemen zambian=zambia zimbabwean=zimbabwe \
        republican=republican_party democrat=democratic_party democratic=democratic_party gop=republican_party conservative=conservative_party labour=labour_party tory=conservative_party socialist=socialist_party \
        texan=texas californian=california floridian=florida londoner=london parisian=paris ohioan=ohio hawaiian=hawaii alaskan=alaska",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peoples_and_countries() {
        assert_eq!(country_of("french"), Some("france"));
        assert_eq!(country_of("russians"), Some("russia"));
        assert_eq!(country_of("table"), None);
        assert!(is_place("new zealand") && is_place("moscow") && !is_place("kremlin"));
        assert_eq!(same_country("u.s."), "united states");
    }
}
