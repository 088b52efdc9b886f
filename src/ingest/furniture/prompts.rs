//! Lines by which a page speaks to its reader or about itself: pointers to other pages, forms, credits, legal notices.

use crate::ingest::outlet;
use crate::ingest::phrases::Phrases;
use crate::ingest::words;

/// Words by which an outlet speaks to its readers.
#[rustfmt::skip]
const READER: [&str; 49] = [
    "our content", "our website", "our newsletter", "our journalism", "our cookie", "our app", "contacting us",
    "contact us at", "click here", "we use cookies", "uses cookies", "unsubscribe", "follow us on",
    "support independent journalism", "become a member", "become a subscriber", "this article first appeared",
    "our privacy policy", "our terms", "email us at", "opens in new window", "we value your privacy",
    "we and our partners", "opens new tab", "opens in a new window", "your inbox", "through our links",
    "not responsible for the content of", "has not been edited by", "from a syndicated feed",
    "have not been moderated", "transcripts are created", "accuracy and availability", "order reprints",
    "our sister site", "views expressed in this", "views expressed in the contents", "necessarily reflect the views",
    "appears in print on", "the comments below", "we may earn a commission", "you can now listen to",
    "our coverage of", "reader-supported", "receive new posts", "paid subscriber", "subscribe for free",
    "thanks for reading", "content you requested",
];

/// Rules of use that one agrees to.
#[rustfmt::skip]
const TERMS: [&str; 6] = [
    "terms of use", "terms of service", "terms and conditions", "privacy policy", "cookie policy", "privacy notice",
];

/// Words that tell who worked on an article.
#[rustfmt::skip]
const WORK: [&str; 8] = [
    "contributed to this report", "contributed to this article", "contributed to this story", "contributed reporting",
    "contributed from", "contributed to the story", "contributed to the report", "contributed research",
];

/// Who an outlet's own people are.
const STAFF: [&str; 3] = ["journalists ", "reporters ", "correspondents "];

/// Words of a claim to copyright; its sign is looked for apart.
const RIGHTS: [&str; 4] = ["(c) ", "copyright", "all rights reserved", "this material may not be published"];

/// Which of these groups a text holds.
static GROUPS: Phrases = Phrases::new(&[&READER, &TERMS, &WORK, &STAFF, &RIGHTS]);

/// Whether a block prompts the reader or speaks of the page; `head` is its beginning in lower case.
pub fn is_prompt(head: &str, text: &str) -> bool {
    let opening = head.trim_start_matches(|c: char| !c.is_alphanumeric());
    if points_elsewhere(head, text)
        || ends_with_arrow(text)
        || is_form(opening, text)
        || is_credit(opening, text)
        || tells_whence(text)
        || gives_contact(text)
    {
        return true;
    }
    let groups = GROUPS.found(text);
    let has = |group: u8| groups & (1 << group) != 0;
    (groups & 0b11 != 0 && addresses_reader(text))
        || (has(2) && tells_of_work(text))
        || (has(3) && outlet::described(text).is_some())
        || ((has(4) || text.contains('©')) && is_copyright(text))
}

/// Whether a block is a notice of the law: what an outlet says of its content, or who owns it.
pub fn is_legal(text: &str) -> bool {
    addresses_reader(text) || is_copyright(text)
}

/// Whether a text begins with a phrase: nearly always the first letter tells that it does not.
fn begins(text: &str, phrase: &str) -> bool {
    text.as_bytes().first() == phrase.as_bytes().first() && text.starts_with(phrase)
}

/// `A ferry ran aground in the fog. Full story »`; a quotation may end with such a sign, if it begins with one.
fn ends_with_arrow(text: &str) -> bool {
    let end = text.trim_end();
    (end.ends_with(" »") && !text.contains('«') || end.ends_with(" →")) && words::count(text) <= 60
}

/// A line that sends the reader to another page.
fn points_elsewhere(head: &str, text: &str) -> bool {
    #[rustfmt::skip]
    const LEADS: [&str; 88] = [
        "read more", "read also", "also read", "read next", "read:", "see also", "see more:", "related:", "related story",
        "related article", "more:", "more on this", "more from", "more stories", "watch:", "watch live",
        "watch the video", "listen:", "listen to the", "video:", "photos:", "gallery:", "live updates:",
        "you may also like", "you might also like", "don't miss:", "don’t miss:", "read |", "also read:", "recommended:",
        "more on this story", "click to share", "view image on", "view this post", "a post shared by",
        "media playback is", "this article is more than", "our standards:", "advertisement -", "story continues",
        "article continues", "image copyright", "image source", "photo credit", "skip twitter post",
        "end of twitter post", "find your bookmarks", "photography by", "photographs by", "photos by", "illustration by",
        "graphic by", "video by", "credit...", "credit…", "watch |", "listen |", "more about ", "updates with",
        "updated to", "end of instagram post", "end of youtube video", "skip instagram post", "skip youtube video",
        "warning: third party content", "go deeper:", "lire aussi", "à lire aussi", "À lire aussi", "lesen sie auch",
        "lesen sie mehr", "mehr zum thema", "auch interessant:", "lea también", "lee también", "leia também",
        "veja também", "leggi anche", "lees ook", "czytaj także", "zobacz także", "читайте также", "more to read:",
        "trending:", "top stories:", "latest updates:", "listen to this ", "news updated at ",
    ];
    let Some(lead) = LEADS.iter().find(|l| begins(head, l)) else { return false };
    // `Listen to the people, he said.` and `More from the north came.` are sentences; a lead has a title without its stop.
    let sure = lead.ends_with(':') || ["read more", "media playback", "this article is more"].iter().any(|s| lead.starts_with(s));
    // A credit with its caption behind it is a caption.
    let most = if lead.starts_with("image ") || lead.starts_with("photo ") { 8 } else { 30 };
    (sure || !words::ends_sentence(text)) && words::count(text) <= most && !text.contains(['“', '”'])
}

/// Forms and invitations: comments, subscriptions, following.
fn is_form(opening: &str, text: &str) -> bool {
    #[rustfmt::skip]
    const STARTS: [&str; 145] = [
        "please sign up", "please log in", "please sign in", "please subscribe", "this is your last article", "you have read your last", "you've read your last", "you’ve read your last", "discover special offers",
        "this advertisement has not loaded", "a welcome email is on its way", "we encountered an issue signing you up", "something went wrong, please try again", "invalid email", "want more stories like this", "continue reading with a", "this content is reserved for", "this article is reserved for", "this article is for subscribers", "subscribe to continue", "subscribe to read", "to continue reading", "to read the full", "you have reached your limit", "already a member", "share this item on", "share this story on", "share this article on", "by clicking sign up", "by subscribing", "by submitting", "please check your inbox", "please check your junk", "unlimited access to", "get unlimited",
        "please enter your", "please enter a", "enter your email", "enter your name", "your email address will not",
        "leave a comment", "leave a reply", "post a comment", "write a comment", "join the conversation",
        "join the discussion", "log in to comment", "sign in to comment", "save my name", "sign up for our",
        "sign up to our", "sign up for the", "sign up to receive", "subscribe to our", "subscribe to the",
        "subscribe for", "get our newsletter", "get the latest", "download our app", "download the app", "follow us",
        "like us on", "find us on", "thank you for subscribing", "by signing up", "sign up here", "sign up and",
        "sign up today", "subscribe here", "subscribe today", "subscribe now", "already a subscriber", "become a member",
        "support our", "make a contribution", "get breaking news", "get daily", "get our", "receive our", "enter your",
        "thanks for signing", "register for free", "create a free account", "have you been affected",
        "are you affected by", "please get in touch by", "get in touch by", "please include a contact",
        "please include your", "or use the form", "if you are reading this page", "register now for", "join our",
        "please turn on javascript", "enable javascript", "javascript is", "upload your", "send us your",
        "this live blog", "catch all the", "for all the latest", "for more news", "stay up to date", "stay informed",
        "sign in to", "log in to", "create an account", "do you have a story", "got a story", "got a news tip",
        "start your free", "already have an account", "turn on notifications", "get notified", "get this newsletter",
        "a version of this", "this article appear", "this story appear", "this story originally",
        "this article originally", "this article was originally", "this story was originally", "this article was first",
        "this story was first", "this post originally", "this article is part of", "this story is part of",
        "save articles", "for more information, visit", "for further information, contact",
        "for more information, contact", "keep up to date with", "we'll send you", "we’ll send you", "we will send you",
        "get alerts on", "follow the topics", "this story has been updated", "this article has been updated",
        "this post has been updated",
        "scroll to continue", "advertisement · scroll", "notifications can be managed", "we're sorry, this feature", "we’re sorry, this feature",
    ];
    const NETWORKS: [&str; 6] = ["twitter", "facebook", "instagram", "telegram", "youtube", "@"];
    const MAIL: [&str; 5] = ["newsletter", "email", "e-mail", "alerts", "inbox"];
    let holds = |list: &[&str]| {
        let low = text.to_lowercase();
        list.iter().any(|n| low.contains(n))
    };
    let networks = || {
        let low = text.to_lowercase();
        NETWORKS.iter().filter(|n| low.contains(**n)).count()
    };
    let words = || words::count(text);
    let quoted = text.starts_with(['“', '"', '‘', '\'', '«']);
    let invites = STARTS.iter().any(|s| begins(opening, s)) || opening.starts_with("support ") && holds(&["journalism"]);
    let reprinted = || opening.starts_with("this report by ") && text.contains("first published") && words() <= 40;
    // `You have 1 article left to read this month`
    let metered = || {
        opening.starts_with("you have ")
            && (opening.contains(" article left") || opening.contains(" articles left"))
            && words() <= 40
    };
    let podcasts = || text.contains("wherever you get your podcasts") && words() <= 40;
    (invites && words() <= 40 && !quoted && !says(text))
        || (podcasts() || reprinted() || metered()) && !quoted
        || (opening.starts_with("get ") && words() <= 40 && !quoted && !says(text) && networks() >= 2)
        || (opening.starts_with("follow ") && words() <= 15 && holds(&NETWORKS))
        || (opening.starts_with("receive ") && words() <= 12 && !words::ends_sentence(text))
        || ((opening.starts_with("sign up for ") || opening.starts_with("sign up to "))
            && (words() <= 30 && holds(&MAIL) || words() <= 8 && !words::ends_sentence(text)))
}

/// Whether the text reports what somebody said.
fn says(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|w| matches!(w, "said" | "says" | "told" | "added"))
}

/// Who else worked on the article: `With reporting by …`, `(Editing by …)`.
fn is_credit(opening: &str, text: &str) -> bool {
    #[rustfmt::skip]
    const STARTS: [&str; 20] = [
        "with reporting by", "with reporting from", "additional reporting by", "additional reporting from", "reporting by",
        "reporting and writing by", "reporting from", "editing by", "writing by", "contributing:", "compiled by",
        "with additional reporting", "edited by", "produced by", "with files from", "with contributions from",
        "with input from", "with inputs from", "with agencies", "with agency inputs",
    ];
    if !STARTS.iter().any(|s| begins(opening, s)) || words::count(text) > 40 {
        return false;
    }
    // `Reporting by the council shows that …` goes on with a verb; a credit is names, and at most one sentence.
    let sure = ["with reporting", "with additional", "additional ", "contributing"].iter().any(|s| opening.starts_with(s));
    sure || !has_verb(&text.to_lowercase())
}

/// `Jane Roe contributed to this report.`
fn tells_of_work(text: &str) -> bool {
    let low = text.to_lowercase();
    words::count(text) <= 40 && WORK.iter().any(|w| low.trim_end_matches(['.', ')', ']']).ends_with(w))
}

/// `Jane Roe can be reached at 555-0100 or jroe@news.example.`
fn gives_contact(text: &str) -> bool {
    let address = || text.contains('@') || text.bytes().filter(u8::is_ascii_digit).count() >= 7;
    ["can be reached at", "may be reached at"].iter().any(|reached| text.contains(reached))
        && words::count(text) <= 30
        && address()
}

/// `Jane Roe reported from Exampleville, and John Doe from the capital.` `John Doe reports from Exampleville`
fn tells_whence(text: &str) -> bool {
    let Some((who, place)) = [" reported from ", " reports from "].iter().find_map(|from| text.split_once(from)) else {
        return false;
    };
    let capital = |w: &str| w.starts_with(char::is_uppercase) || w == "and";
    (1..=8).contains(&who.split_whitespace().count())
        && who.split_whitespace().all(capital)
        && place.starts_with(char::is_uppercase)
        && words::count(place) <= 20
        && !says(text)
        && !text.contains(['“', '"'])
}

fn has_verb(low: &str) -> bool {
    #[rustfmt::skip]
    const VERBS: [&str; 20] = [
        "is", "are", "was", "were", "has", "have", "had", "shows", "showed", "suggests", "suggested", "says", "said", "found",
        "finds", "that", "will", "would", "can", "could",
    ];
    low.split(|c: char| !c.is_alphanumeric()).any(|w| VERBS.contains(&w))
}

/// The outlet speaks to its readers: `our content`, `click here`, `contacting us`. Not within quotation marks, where somebody
/// else does.
fn addresses_reader(text: &str) -> bool {
    let low = text.to_lowercase();
    let first = |list: &[&str]| list.iter().filter_map(|p| words::find_phrase(&low, p)).min();
    let quoted = |at: usize| low.get(..at).is_some_and(words::quotation_open) || text.starts_with(['“', '"', '‘', '\'', '«']);
    if says(text) {
        return false;
    }
    if let Some(at) = first(&READER) {
        return !quoted(at);
    }
    // News about a company's terms of service is no notice; a notice asks the reader to agree, or is the name of a link.
    let Some(at) = first(&TERMS) else { return false };
    let asks = [
        "you agree",
        "i agree",
        "accept ",
        "consent",
        "by clicking",
        "by continuing",
        "by signing",
        "by subscribing",
        "read our",
        "see our",
    ];
    !quoted(at) && (asks.iter().any(|a| low.contains(a)) || (at == 0 && words::count(text) <= 8))
}

fn is_copyright(text: &str) -> bool {
    let low = text.to_lowercase();
    let sign =
        ["©", "(c) ", "copyright ©", "copyright (c)", "this material may not be published"].iter().any(|s| low.starts_with(s));
    let year = low.strip_prefix("copyright ").is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
    words::count(text) <= 60 && (sign || year || (low.contains("all rights reserved") && !low.contains(['“', '”'])))
}
