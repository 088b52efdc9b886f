//! Titles, roles, and common first names with the gender they mostly go with.

use super::{Map, Set, map, set, words_of};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Masculine or feminine, as pronouns go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gender {
    /// he
    He,
    /// she
    She,
}

/// Whether a word (lower case, no full stop) is a title that stands before a name: Mr, Sen, President, Pope.
pub fn is_title(word: &str) -> bool {
    TITLES.contains(word) || office_of(word).is_some_and(|office| TITLES.contains(office))
}

/// The office in a word of several: `secretary-general`, `ex-minister`, `editor-in-chief`.
fn office_of(word: &str) -> Option<&str> {
    let (first, rest) = word.split_once('-')?;
    match rest {
        "general" | "elect" | "designate" | "in-chief" => Some(first),
        _ => matches!(first, "vice" | "ex" | "co" | "deputy" | "acting").then_some(rest),
    }
}

/// Whether a word (lower case, no full stop) is a form of address, which says nothing but gender: Mr, Ms, Mrs.
#[rustfmt::skip]
pub fn is_courtesy(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs" | "ms" | "miss" | "mx" | "messrs" | "mme" | "mlle" | "monsieur" | "madame" | "herr" | "frau" | "señor"
        | "señora" | "sir" | "madam"
    )
}

/// The gender a title or form of address shows.
pub fn title_gender(word: &str) -> Option<Gender> {
    match word {
        "mr" | "sir" | "king" | "prince" | "congressman" | "chairman" | "spokesman" | "businessman" | "lord" | "father"
        | "brother" | "monsieur" | "herr" | "señor" | "pope" | "emperor" | "assemblyman" | "councilman" | "actor" | "duke"
        | "baron" | "imam" | "rabbi" | "cardinal" | "husband" | "son" | "uncle" | "grandfather" | "man" | "boy" | "salesman"
        | "policeman" | "fireman" | "nobleman" | "widower" | "boyfriend" | "statesman" => Some(Gender::He),
        "mrs" | "ms" | "miss" | "queen" | "princess" | "congresswoman" | "chairwoman" | "spokeswoman" | "businesswoman"
        | "lady" | "mother" | "sister" | "madame" | "mme" | "mlle" | "frau" | "señora" | "madam" | "dame" | "empress"
        | "assemblywoman" | "councilwoman" | "actress" | "duchess" | "wife" | "baroness" | "daughter" | "aunt"
        | "grandmother" | "woman" | "girl" | "policewoman" | "widow" | "girlfriend" | "stateswoman" | "nun" => Some(Gender::She),
        _ => None,
    }
}

/// Whether a word is the head of a description of a person by office, work or kin: president, spokeswoman, aide.
pub fn is_role(word: &str) -> bool {
    ROLES.contains(word) || office_of(word).is_some_and(|office| ROLES.contains(office))
}

/// Whether a role is one of those whom newspapers quote without a name: spokeswoman, official, witness.
#[rustfmt::skip]
pub fn is_nameless(word: &str) -> bool {
    matches!(
        word,
        "spokesman" | "spokeswoman" | "spokesperson" | "source" | "official" | "officer" | "aide" | "friend" | "relative"
        | "neighbor" | "neighbour" | "witness" | "colleague" | "resident" | "diplomat" | "insider" | "staffer" | "bystander"
        | "onlooker" | "eyewitness" | "passenger" | "commuter" | "shopper" | "motorist" | "rep"
    )
}

/// Whether a word (lower case) before `minister` or `secretary` says what the office is for: finance, home, transport.
#[rustfmt::skip]
pub fn is_portfolio(word: &str) -> bool {
    matches!(
        word,
        "finance" | "foreign" | "interior" | "home" | "defence" | "defense" | "health" | "education" | "justice"
        | "transport" | "transportation" | "environment" | "labour" | "labor" | "agriculture" | "housing" | "energy"
        | "trade" | "culture" | "treasury" | "state" | "security" | "economy" | "commerce" | "immigration" | "science"
        | "press" | "business" | "work" | "pensions" | "sport" | "sports" | "tourism" | "fisheries" | "industry" | "planning"
        | "development"
    )
}

/// Whether a word is itself in the list of roles.
pub(super) fn is_listed(word: &str) -> bool {
    ROLES.contains(word)
}

/// A plural role (officials, aides, lawmakers) in its singular.
pub fn role_of_plural(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("men").filter(|s| !s.is_empty()) {
        return Some(format!("{stem}man")).filter(|w| is_role(w));
    }
    if word == "people" {
        return Some("person".to_owned());
    }
    let stem = word.strip_suffix('s')?;
    if is_role(stem) {
        return Some(stem.to_owned());
    }
    let ies = stem.strip_suffix("ie").map(|s| format!("{s}y"));
    ies.or_else(|| stem.strip_suffix('e').map(str::to_owned)).filter(|w| is_role(w))
}

/// One word for offices that are called by several: premier and prime minister, head and leader.
pub fn same_role(word: &str) -> &str {
    SAME.get(word).map_or(word, AsRef::as_ref)
}

/// Whether a word (lower case) is a common first name.
pub fn is_first_name(word: &str) -> bool {
    FIRST_NAMES.contains_key(word)
}

/// The gender that a common first name (lower case) mostly goes with.
pub fn first_name(word: &str) -> Option<Gender> {
    FIRST_NAMES.get(word).copied().flatten()
}

/// Whether a lower-case word can stand inside a personal name: de, von, al, bin.
#[rustfmt::skip]
pub fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "del" | "della" | "di" | "da" | "do" | "dos" | "das" | "du" | "la" | "le" | "los" | "van" | "von" | "der"
        | "den" | "ter" | "ten" | "zu" | "el" | "al" | "bin" | "ibn" | "bint" | "ben" | "abu" | "af" | "av" | "y" | "e"
        | "st" | "saint"
    )
}

/// Whether a capitalised word begins a family name of several words: Le Pen, Van Buren, De Blasio, St. John.
pub fn is_family_prefix(word: &str) -> bool {
    is_particle(word) && !matches!(word, "y" | "e" | "do" | "ben") || matches!(word, "mac" | "o")
}

static TITLES: LazyLock<Set> = LazyLock::new(|| {
    set(
        "mr mrs ms miss mx messrs mme mlle dr prof professor doctor sen senator sens senators rep representative reps representatives gov governor govs \
        governors president vice-president presidents premier chancellor minister ministers secretary speaker leader whip chairman chairwoman chair chairperson chief \
        judge justice justices magistrate attorney prosecutor gen general lt col colonel maj major capt captain sgt sergeant cpl corporal pvt \
        private cmdr commander adm admiral brig brigadier marshal officer detective det inspector sheriff deputy constable superintendent \
        king queen prince princess duke duchess earl count countess baron baroness lord lady sir dame emperor pope cardinal archbishop bishop \
        rev reverend father sister brother pastor rabbi imam ayatollah sheikh sheik mullah mayor councilman councilwoman councillor alderman \
        congressman congresswoman assemblyman assemblywoman ambassador envoy director commissioner treasurer spokesman spokeswoman spokesperson \
        coach ceo cfo coo analyst economist adviser advisor strategist candidate nominee senator-elect president-elect undersecretary \
        solicitor comptroller postmaster provost dean chief-of-staff herr frau monsieur madame señor señora hon atty amb undersec pres sec \
        correspondent reporter columnist editor author actor actress singer comedian monsignor deacon elder delegate selectman principal \
        undersheriff cdr lieut dist asst mp mps msp mep cllr cllrs td",
    )
});

static ROLES: LazyLock<Set> = LazyLock::new(|| {
    set(
        "president vice-president premier chancellor minister secretary speaker leader co-leader whip chairman chairwoman chair chairperson chief head boss \
        judge justice magistrate attorney lawyer prosecutor counsel general lieutenant colonel major captain sergeant corporal commander admiral \
        brigadier marshal officer detective inspector sheriff deputy constable superintendent soldier veteran king queen prince princess duke duchess \
        earl baron baroness emperor empress pope cardinal archbishop bishop reverend pastor priest rabbi imam ayatollah cleric preacher evangelist minister \
        senator representative governor mayor councilman councilwoman councillor lawmaker legislator congressman congresswoman assemblyman assemblywoman politician \
        statesman ambassador envoy diplomat director commissioner treasurer spokesman spokeswoman spokesperson coach ceo executive founder \
        co-founder owner manager banker broker trader investor financier entrepreneur businessman businesswoman mogul magnate tycoon billionaire \
        millionaire developer builder analyst economist adviser advisor strategist consultant pollster lobbyist activist organizer organiser \
        campaigner candidate nominee contender front-runner frontrunner hopeful challenger rival opponent incumbent delegate superdelegate \
        aide staffer assistant official source insider ally confidant confidante associate surrogate supporter critic donor backer booster fan voter \
        resident citizen neighbor neighbour witness victim survivor suspect defendant plaintiff expert scholar scientist researcher professor \
        historian author writer journalist reporter correspondent columnist editor publisher anchor host moderator commentator pundit broadcaster blogger \
        presenter photographer filmmaker producer screenwriter playwright poet novelist artist painter singer musician rapper composer actor actress \
        comedian star celebrity model athlete player quarterback striker goalkeeper boxer champion wrestler golfer swimmer runner coach trainer \
        doctor physician surgeon neurosurgeon nurse psychologist psychiatrist therapist dentist pharmacist engineer programmer architect designer teacher educator \
        principal dean provost student graduate pupil farmer rancher worker employee employer driver pilot sailor miner mechanic plumber electrician \
        clerk cashier waiter waitress chef cook baker butcher retiree pensioner homemaker housewife mother father son daughter wife husband \
        brother sister uncle aunt nephew niece cousin grandson granddaughter grandmother grandfather widow widower boyfriend girlfriend fiancé fiancée partner friend \
        colleague classmate roommate successor predecessor mentor protégé namesake man woman boy girl person teenager youth immigrant refugee \
        migrant dissident rebel militant insurgent terrorist gunman hacker activist agent spy spymaster whistleblower operative contractor \
        negotiator mediator envoy rapporteur monitor auditor accountant treasurer secretary-general undersecretary solicitor comptroller \
        conservative liberal democrat republican socialist nationalist populist centrist independent libertarian veteran mogul newcomer outsider maverick firebrand \
        lawman policeman policewoman fireman firefighter paramedic bodyguard guard warden trooper cop patriarch matriarch heir heiress monarch ruler dictator strongman \
        sovereign chairman-elect president-elect demonstrator protester protestor heckler attendee participant volunteer recruiter reader viewer customer client patient tenant landlord \
        shopkeeper vendor seller buyer collector curator librarian archivist biographer translator interpreter narrator lecturer fellow laureate \
        sponsor creator inventor pioneer guru veteran enforcer regulator watchdog inspector ombudsman arbitrator juror bailiff spokesperson-elect \
        aide-de-camp chief-of-staff right-hander lefty midfielder forward defender batsman bowler skipper caddie referee umpire jockey sprinter cyclist driver \
        user listener passenger commuter shopper motorist docker fisherman parent medic rescuer tourist visitor guest marcher bystander onlooker \
        eyewitness lifeguard publicist midwife barrister paleontologist palaeontologist biologist geologist astronomer seismologist meteorologist \
        forecaster epidemiologist virologist archaeologist co-author technician janitor cleaner bartender rep",
    )
});

static SAME: LazyLock<Map> = LazyLock::new(|| {
    map(
        "premier=prime-minister boss=head chief=head chairwoman=chairman chair=chairman chairperson=chairman spokeswoman=spokesman \
        spokesperson=spokesman advisor=adviser rep=representative congressman=representative congresswoman=representative lawmaker=representative \
        legislator=representative sen=senator gov=governor gen=general pres=president attorney=lawyer frontrunner=front-runner hopeful=candidate \
        contender=candidate nominee=candidate challenger=candidate mogul=businessman magnate=businessman tycoon=businessman entrepreneur=businessman \
        billionaire=businessman developer=businessman businesswoman=businessman neighbour=neighbor host=anchor broadcaster=anchor aide=adviser",
    )
});

static FIRST_NAMES: LazyLock<FxHashMap<&'static str, Option<Gender>>> = LazyLock::new(|| {
    let mut names = FxHashMap::with_capacity_and_hasher((HE.len() + SHE.len() + EITHER.len()) / 7, Default::default());
    for (block, gender) in [(HE, Some(Gender::He)), (SHE, Some(Gender::She)), (EITHER, None)] {
        for name in words_of(block) {
            names.entry(name).or_insert(gender);
        }
    }
    names
});

/// Names that men and women have.
const EITHER: &str = "alexis andrea ashley casey courtney dana jackie jamie jan jean jordan kerry kim leslie lindsey leigh morgan pat robin sandy taylor avery bailey hayden jesse jessie kendall peyton quinn reese riley rowan sage skyler val ariel cary dominique marion sasha shelby sidney stevie valery chandra rana rama vijaya";

const HE: &str = "aaron abdul abdullah abe abel abraham adam adolf adrian ahmad ahmed aidan al alain alan albert alberto alec alejandro \
    aleksandr alex alexander alexei alexey alf alfonso alfred alfredo ali alistair allan allen alvin amir anatoly anders \
    andre andré andreas andrei andres andrew andrey andy angel angus anthony antoine anton antonio antony armando arne arnold \
    arthur arturo asif august austin avi axel barack barney barry bart bashar basil ben benedict benito benjamin bennie benny \
    bernard bernie bert bertrand bill billy bjorn blake bob bobby boris brad bradley brandon brendan brent brett brian bruce \
    bruno bryan byron caleb calvin cameron carl carlo carlos carter cecil cesar chad charles charlie chester chip chris \
    christian christoph christophe christopher chuck clarence clark claude claudio clay clayton cliff clifford clint clinton \
    clive clyde cody colin conor conrad corey cory craig curtis cyril cyrus dale damian damien damon dan daniel danny dariusz \
    darrell darren daryl dave david dean declan denis dennis denzel derek desmond devin dick diego dieter dimitri dirk dmitri \
    dmitry dominic don donald donnie doug douglas drew duane duncan dustin dwayne dwight dylan earl ed eddie edgar eduardo \
    edward edwin eli elias elijah elliot elliott elmer emanuel emil emilio emmanuel enrico enrique eric erik ernest ernesto \
    ernie ethan étienne eugene evan evgeny fabian fabio felipe felix ferdinand fernando fidel filip florian floyd francesco \
    francis francisco franck francois françois frank franklin franz fred freddie frederick frédéric fritz gabriel gareth \
    garrett garry gary gavin gene geoff geoffrey george georges georgy gerald gerard gérard gerhard gerry gilbert giles \
    giorgio giovanni giuseppe glen glenn gordon graeme graham grant greg gregg gregory guido guillaume guillermo gunther gus \
    gustavo guy hamid hank hans harold harris harrison harry harvey hassan hector heinrich heinz helmut henri henrik henry \
    herb herbert herman homer horst howard hubert hugh hugo humphrey hussein ian ibrahim ignacio igor ilya imran ioannis ira \
    isaac ismail ivan jack jackson jacob jacques jaime jake jamal james jared jason javier jay jean-claude jean-luc jean-marc \
    jean-marie jean-paul jean-pierre jeb jeff jefferson jeffrey jens jeremy jerome jerry jesus jim jimmy joachim joaquin joe \
    joel joey johan johann johannes john johnny jon jonah jonas jonathan jorge jose josé josef joseph josh joshua juan jules \
    julian julio jürgen justin karim karl keith ken kenneth kenny kent kevin khaled khalid kirill kirk klaus konstantin kurt \
    kyle lamar lance larry lars laurence laurent lawrence lech lee len lenny leo leon leonard leonardo leonid leroy lester \
    lev levi lewis liam linus lionel lloyd logan lorenzo lou louis luc luca lucas luigi luis luiz lukas luke luther mahmoud \
    malcolm manuel marc marcel marco marcos marcus mario mark marshall martin marty marvin mathieu matt matteo matthew \
    matthias maurice mauricio max maximilian maxim maxime mehmet mel melvin michael michel miguel mihail mikael mike mikhail \
    milan miles milos milton mitch mitchell mitt mohamed mohammad mohammed morris moses mohamad muhammad murray mustafa \
    nathan nathaniel neal ned neil nelson neville newt nicholas nick nicolas nicolás nigel nikita nikolai niko nils noah noam \
    noel norbert norman oleg oliver olivier omar orlando oscar osama otto owen pablo paolo pascal patrick paul paulo pavel \
    pedro per percy perry pete peter petr phil philip philippe phillip pierre pietro piotr preston quentin rafael rahul raj \
    rajiv ralph ramon rand randall randy raphael rashid raul ravi ray raymond recep reggie reginald reince rene rex ricardo \
    riccardo richard rick ricky rob robbie robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald \
    ronnie rory ross roy ruben rudolf rudolph rudy rupert russ russell rusty ryan saad saeed saddam salman salvador salvatore \
    sam samir samuel sanjay santiago saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn sheldon sid \
    silvio simon sol spencer stan stanislav stanley stefan stefano stephan stephen steve steven stewart stuart sven syed \
    tariq ted terence terrence terry thaddeus theo theodore thierry thomas tim timothy tobias toby todd tom tomas tommy tony \
    travis trent trevor trey tristan troy tyler tyrone ulrich umar uri vaclav vasily vernon victor viktor vince vincent \
    vincenzo virgil vitaly vittorio vlad vladimir volker vyacheslav wade wallace wallerand walt walter warren wayne wendell \
    werner wilbur wilfried will willem william willie willy wilson winston wolf wolfgang woodrow xavier yair yasser yitzhak \
    yuri yves yevgeny yusuf zachary zack zbigniew zeev \
    narendra rajendra mahendra surendra virendra devendra jitendra dharmendra satya krishna aditya surya musa issa \
    moussa raila ezra hamza akira misha kostya adama raza mirza yahya zia lula juma elisha rafa borja gorka mika \
    baba raja kenta shota ryota tetsuya takuya shinya";

const SHE: &str = "abby abigail ada adela adele adriana agnes agnieszka aisha alana alberta alessandra alexandra alexandria alice alicia \
    alina alison allison alma alyssa amanda amber amelia amina amy ana anastasia angela angelica angelina angie anita ann \
    anna annabel anne annette annie antonia april ariana arlene astrid audrey aurora ava ayesha barbara beatrice beatriz \
    becky belinda bella bernadette bernice beth bethany betsy betty beverly bianca bonnie brandi brenda bridget brigitte \
    britney brittany brooke camila camilla camille candace candice carla carly carmen carol carole carolina caroline carolyn \
    carrie cassandra cassie catherine cathy cecilia celeste celia céline chantal charlene charlotte chelsea cherie cheryl \
    chloe christa christina christine christy cindy claire clara clarissa claudia colleen condoleezza connie constance \
    consuelo cora corinne cornelia cristina crystal cynthia daisy danielle daphne darlene dawn deanna debbie deborah debra \
    deirdre delia della denise desiree diana diane dianne dina dolores donna dora doris dorothea dorothy edith edna eileen \
    elaine eleanor elena elise elisabeth eliza elizabeth ella ellen elsa elsie emilia emily emma erica erika erin ernestine \
    esmeralda esperanza estelle esther ethel eugenia eva eve evelyn faith fatima fay felicia fiona flora florence frances \
    francesca francine frida gabriela gabriella gabrielle gail gemma geneviève georgia georgina geraldine gertrude gina \
    ginger giulia gladys glenda gloria golda grace greta gretchen guadalupe gwen gwendolyn haley hannah harriet hazel heather \
    heidi helen helena helene henrietta hilary hillary holly hope huma ida ilana ilse imelda ina inga ingrid irene irina iris \
    irma isabel isabella isabelle ivana ivanka ivy jacqueline jamila jana jane janet janice jasmine jeanette jeanne jeannette \
    jenna jennie jennifer jenny jessica jill jo joan joann joanna joanne jocelyn jodi jodie josephine joy joyce juanita \
    judith judy julia juliana julianne julie juliet june kamala kara karen karin karina kate katharine katherine kathleen \
    kathryn kathy katie katrina katya kay kayla kayleigh keira kellie kelly kellyanne kendra kimberly kirsten kirstjen krista \
    kristen kristin kristina kristine lana lara larissa latoya laura lauren laurie leah leila lena leticia lila lillian lily \
    linda lindsay lisa liz liza lois lola loretta lori lorraine louisa louise lucia lucille lucinda lucy luisa lydia lynn \
    lynne mabel madeleine madeline mae maggie maia malala malia mandy manuela mara marcia margaret margarita margery margot \
    maria mariah marian marianne marie marilyn marina marine marisa marissa marjorie marlene marta martha martina mary maryam \
    matilda maud maureen maxine maya meg megan meghan melania melanie melinda melissa mercedes meredith mia michaela michele \
    michelle mildred mimi mindy minnie mira miranda miriam molly mona monica monique muriel myra myrna nadia nadine nancy \
    naomi natalia natalie natasha nell nicole nikki nina nora norma octavia odette olga olivia oprah pamela paola patrice \
    patricia patsy patti patty paula paulette pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla priya \
    rachel ramona raquel rebecca regina renata renee rhoda rhonda rita roberta robyn rosa rosalind rosalyn rosanne rose \
    roseanne rosemarie rosemary rosie rowena roxanne ruby ruth sabrina sally samantha sandra sara sarah savannah selena selma \
    serena shannon sharon sheila shelley sheryl shirley silvia simone sofia sonia sonja sonya sophia sophie stacey stacy \
    stella stephanie susan susana susanna susanne susie suzanne svetlana sybil sylvia sylvie tabitha tamara tammy tania tanya \
    tara tatiana teresa teri tess tessa thelma theresa tiffany tina toni tonya tracey tracy tricia trisha tulsi ursula \
    valentina valerie vanessa vera verna veronica vicki vicky victoria viola violet virginia vivian viviane wanda wendy \
    whitney wilhelmina wilma winifred xenia yasmin yolanda yoko yulia yvette yvonne zainab zelda zoe zoë zsa";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_of_roles() {
        assert_eq!(role_of_plural("officials").as_deref(), Some("official"));
        assert_eq!(role_of_plural("spokesmen").as_deref(), Some("spokesman"));
        assert_eq!(role_of_plural("actresses").as_deref(), Some("actress"));
        assert_eq!(role_of_plural("buildings"), None);
    }
}
