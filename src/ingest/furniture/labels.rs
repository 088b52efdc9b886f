//! Words that stand alone on a page as buttons, sections and signs, and lines of data about the page.

use crate::ingest::words;

/// Buttons and signs, in order.
#[rustfmt::skip]
const LABELS: [&str; 375] = [
    "about sharing", "about us", "accept all", "accept cookies", "accessibility", "accessibility links", "account", "ad",
    "ad feedback", "add as a preferred source on google", "add us on google", "advertentie", "advertise with us",
    "advertisement", "advertisements", "advertising", "afp", "anzeige", "archive", "archives", "article bookmarked",
    "article content", "article continues below", "article réservé aux abonnés", "article voiceover", "artikel anhören",
    "associated press", "audio", "avatar", "back to top", "be the first to comment", "best rated", "bookmark", "careers", "cerrar",
    "chiudi", "click to enlarge", "click to expand", "close", "close modal", "close panel", "close video",
    "collection notice", "comentarios", "comentários", "comment", "commentaires", "commenti", "comments",
    "comments are closed", "compartilhar", "compartir", "condividi", "connect with us", "contact us", "continue reading",
    "continue reading below", "contribute", "cookie policy", "cookie preferences", "cookie settings", "cookies",
    "copy link", "crosswords", "daily newsletter", "dark light", "decrease text size", "delen", "discussion about this post", "discussion policy",
    "dismiss", "don't miss", "donate", "download", "drucken", "e-mail", "e-paper", "editor's picks", "editors' picks",
    "email", "email article", "email this", "embed", "end of carousel", "end of list", "enditem", "enlarge",
    "enlarge this image", "epaper", "expand", "explore more", "facebook", "faq", "fechar", "fermer", "file photo",
    "flipboard", "follow", "follow us", "font size", "for immediate release", "full screen", "full version",
    "fullscreen", "gallery", "get alerts", "getty images", "gift article", "give", "give this article", "go to homepage",
    "got it", "help", "hi, what are you looking for", "hide ad", "hide caption", "horoscopes", "i accept", "image", "image caption", "image title", "images", "imprimer",
    "imprimir", "increase text size", "instagram", "jobs", "jump to comments", "jump to content", "jump to navigation",
    "key events", "kommentare", "latest headlines", "learn more", "like", "like loading", "like this", "likes",
    "link copied", "linkedin", "listen", "listen & follow", "listen now", "listen to article", "live blog", "live now",
    "load more", "loading", "log in", "login", "manage cookies", "manage options", "manage preferences", "media caption",
    "media contact", "menu", "merken", "mobile version", "more", "more activity", "more stories", "more top stories",
    "most popular", "most read", "most viewed", "must read", "must reads", "mute", "my account", "newest", "news tips",
    "newsletter", "newsletters", "newsroom guidelines", "next", "no comments", "now reading", "oldest", "open image in gallery",
    "order reprints", "partager", "passer la publicité", "pause", "photo", "photos", "pinned", "pinterest", "play",
    "play video", "podcast", "podcasts", "popular", "post comment", "posted", "press contact", "press esc to close", "press release",
    "press releases", "previous", "print", "print article", "print edition", "print this article", "print this page",
    "privacy policy", "promoted", "protected by recaptcha", "pubblicità", "publicidad", "publicidade", "publicité",
    "published", "purchase licensing rights", "puzzles", "read in app", "read more", "read some more", "ready for more", "recommended",
    "recommended stories", "reddit", "register", "reject all", "reklama", "reklame", "related", "related articles",
    "related content", "related internet links", "related stories", "related topics", "reply", "report", "report a typo",
    "report an error", "reset", "restacks", "reuse this content", "reuters", "reuters staff", "réservé aux abonnés",
    "save", "save article", "save for later", "save story", "save this story", "schließen", "scroll down for video",
    "scroll down for videos", "search", "search for", "sections", "see all", "see also", "see more",
    "send this by email", "share", "share full article", "share on facebook", "share on twitter", "share page",
    "share this", "share this article", "share this page", "share this post", "share this story", "share this video",
    "share this with", "share what you think", "shares", "shop", "show all", "show all comments", "show comments",
    "show key events only", "show more", "sign in", "sign up", "sign up here", "sign up now", "site index", "site map",
    "sitemap", "skip ad", "skip advertisement", "skip navigation", "skip to content", "skip to end of carousel",
    "skip to main content", "skip to navigation", "sluiten", "sponsored", "sponsored content", "staff and agencies",
    "staff reporter", "store", "story continues below advertisement", "story highlights", "subscribe", "subscribe now",
    "suggest a correction", "syndicate post image", "teilen", "terms", "terms & conditions", "terms and conditions", "terms of sale",
    "terms of service", "terms of use", "text resize", "text size", "text version", "the associated press",
    "this live blog has closed", "this live blog is now closed", "today's e-edition", "toggle caption", "top",
    "top news", "top stories", "transcript", "translate", "trending", "trending now", "tumblr", "tweet", "tweet this",
    "twitter", "udostępnij", "up next", "updated", "video", "video ad feedback", "videos", "view all", "view comments",
    "view full size", "view gallery", "view image in fullscreen", "view in fullscreen", "views", "watch live",
    "watch now", "watch video", "werbung", "what to read next", "whatsapp", "work with us", "worst rated",
    "you are here", "your ad choices", "zamknij", "закрыть", "поделиться", "реклама", "シェア", "会員限定", "分享", "分享到", "印刷する",
    "大字号", "字体", "小字号", "广告", "広告", "打印", "放大", "有料会員限定記事", "有料記事", "無料", "缩小", "공유", "광고", "댓글", "인쇄",
];

/// Sections of a site, in order. Between two paragraphs such a word is a heading of the article.
#[rustfmt::skip]
const SECTIONS: [&str; 64] = [
    "africa", "americas", "analysis", "arts", "asia", "books", "breaking news", "business", "celebrity", "climate",
    "courts", "cricket", "crime", "culture", "economy", "editorial", "education", "entertainment", "environment",
    "europe", "events", "fashion", "features", "film", "food", "football", "health", "home", "in pictures",
    "international", "investigations", "latest news", "letters", "lifestyle", "live", "local", "local news",
    "markets", "middle east", "money", "music", "national", "news", "obituaries", "opinion", "opinions", "politics",
    "quick read", "science", "sport", "sports", "style", "technology", "the latest", "transport", "travel", "uk",
    "uk news", "us", "us & canada", "us news", "weather", "world", "world news",
];

/// Labels below which the headlines of other articles, or the topics of this one, stand; in order.
#[rustfmt::skip]
const LISTS: [&str; 114] = [
    "also in the news", "argomenti", "around the web", "auch interessant", "best of", "don't miss", "editor's choice",
    "editor's picks", "editors' choice", "editors' picks", "elsewhere on the web", "etiquetas", "explore more",
    "from around the web", "from our partners", "from the archive", "further reading", "in case you missed it",
    "in this story", "keep reading", "key topics", "latest headlines", "latest news", "latest stories", "lea también",
    "lees ook", "leggi anche", "leia também", "les plus lus", "lesen sie auch", "lire aussi", "lo más leído",
    "mais lidas", "meest gelezen", "mehr zum thema", "meistgelesen", "more for you", "more from", "more in this section",
    "more like this", "more on this", "more on this story", "more on this topic", "more stories", "more to explore",
    "more to read", "more top stories", "most popular", "most read", "most recent", "most viewed", "must read",
    "must reads", "más noticias", "más sobre este tema", "other stories", "people are also reading", "popular",
    "popular now", "promoted stories", "read more", "read next", "recommended", "recommended for you",
    "recommended from editorial", "recommended stories", "related", "related articles", "related content",
    "related coverage", "related internet links", "related links", "related reading", "related stories", "related topics",
    "schlagworte", "schlagwörter", "see also", "see more", "similar stories", "suggested for you", "suggested topics",
    "sur le même sujet", "tagi", "tags", "te puede interesar", "temas", "tematy", "themen", "thèmes", "top news",
    "top stories", "topics", "topics mentioned in this article", "trending", "trending now", "trending stories",
    "trusted sources", "up next", "what others are reading", "what to read next", "you may also be interested in",
    "you may also like", "you might also be interested in", "you might also like", "à lire aussi", "关键词", "热门排行", "相关新闻",
    "相关阅读", "関連ニュース", "関連記事", "關鍵詞", "관련기사",
];

/// Where articles are shared; a row of such names is a row of buttons.
#[rustfmt::skip]
const NETWORKS: [&str; 23] = [
    "facebook", "twitter", "x", "whatsapp", "linkedin", "pinterest", "reddit", "tumblr", "messenger", "telegram",
    "flipboard", "google+", "instagram", "email", "e-mail", "mail", "print", "share", "copy", "link", "sms", "viber",
    "vk",
];

/// What else may be done with an article, and words on the buttons for it.
const BUTTONS: [&str; 16] = [
    "adjust", "bookmark", "comment", "comments", "discuss", "font", "larger", "like", "pin", "post", "reprints", "reset", "save",
    "size", "smaller", "text",
];

/// Bytes of the longest label.
const LONGEST: usize = 80;

/// A block without capitals and without marks at its ends.
fn bare(text: &str) -> String {
    text.to_lowercase().replace('’', "'").trim_matches(|c: char| !c.is_alphanumeric() && c != '+').to_owned()
}

fn holds(list: &[&str], bare: &str) -> bool {
    list.binary_search(&bare).is_ok()
}

/// Whether a block is a label and nothing else.
pub fn is_label(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let bare = bare(text);
    let buttons = bare.split([' ', ',', '|', '•', '/']).filter(|w| !w.is_empty());
    let network = |w: &str| NETWORKS.contains(&w);
    let row = buttons.clone().count() >= 2 && buttons.clone().all(network)
        || buttons.clone().count() >= 3 && buttons.clone().all(|w| network(w) || BUTTONS.contains(&w));
    let known = holds(&LABELS, &bare) || holds(&SECTIONS, &bare) || holds(&LISTS, &bare);
    known
        || is_count(&bare)
        || is_length(&bare)
        || is_played(text)
        || is_ago(&bare)
        || is_numbered_advertisement(&bare)
        || row
        || is_path(text)
        || is_weather(text)
        || is_edition(&bare)
}

/// `Example Press - Online Edition`: which edition of a paper it is.
fn is_edition(bare: &str) -> bool {
    let edition = bare.rsplit_once([' ', '|']).filter(|(_, last)| *last == "edition").map(|(before, _)| before);
    edition.is_some_and(|before| [" - ", " | ", " – ", " — "].iter().any(|parted| before.contains(parted)))
}

/// Whether a block is the name of a section and nothing else.
pub fn is_section(text: &str) -> bool {
    text.len() <= LONGEST && holds(&SECTIONS, &bare(text))
}

/// Whether a picture or a film follows: `Video`, `Close video`.
pub fn heads_a_picture(text: &str) -> bool {
    text.len() <= 20 && matches!(bare(text).as_str(), "video" | "close video" | "photo" | "image" | "audio")
}

/// Whether the headlines of other articles follow.
pub fn heads_a_list(text: &str) -> bool {
    let bare = if text.len() <= 40 { bare(text) } else { return false };
    let more = bare.starts_with("more from ") || bare.starts_with("more in ");
    holds(&LISTS, &bare) || more && words::count(text) <= 6 && !words::ends_sentence(text)
}

/// Whether what readers wrote follows: `Comments`, `Readers' comments (12)`, `12 responses to “Bridge shut”`.
pub fn heads_replies(text: &str) -> bool {
    const REPLIES: [&str; 8] =
        ["comentarios", "comentários", "commentaires", "commenti", "comments", "kommentare", "komentarze", "reacties"];
    const WHOSE: [&str; 12] =
        ["all", "des", "lecteurs", "leser", "our", "reader", "readers", "readers'", "show", "the", "user", "view"];
    if text.len() > 200 {
        return false;
    }
    let low = text.to_lowercase().replace('’', "'");
    let mut words = low.split([' ', '(', ')', ':', '\u{a0}']).filter(|w| !w.is_empty());
    let mut counted = false;
    let Some(what) = words.find(|w| {
        counted |= is_number(w);
        !is_number(w) && !WHOSE.contains(w)
    }) else {
        return false;
    };
    let rest: Vec<&str> = words.collect();
    counted |= rest.first().is_some_and(|w| is_number(w));
    let ends = rest.iter().all(|w| is_number(w)) || counted && matches!(rest.first(), Some(&("on" | "to" | "for" | "zu")));
    let counted_only = ["responses", "replies", "comment", "thoughts"].contains(&what) && counted;
    (REPLIES.contains(&what) || counted_only) && ends
}

/// A number as buttons show it: `12`, `1,234`, `1.2k`.
pub fn is_number(text: &str) -> bool {
    text.len() <= 8
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | 'k' | 'K' | 'm' | 'M'))
}

/// `Advertisement 2`.
fn is_numbered_advertisement(bare: &str) -> bool {
    bare.strip_prefix("advertisement ").is_some_and(|number| number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// `8 hours ago`, `updated 54 mins ago - health`: how long the page has been there, perhaps with its section.
fn is_ago(bare: &str) -> bool {
    const UNITS: [&str; 17] =
        ["second", "sec", "s", "minute", "min", "m", "hour", "hr", "h", "day", "d", "week", "w", "month", "mo", "year", "y"];
    let Some((age, rest)) = bare.split_once(" ago") else { return false };
    let mut words = age.split_whitespace().rev();
    let mut age = words.next().unwrap_or("");
    // `8h` or `8 h`.
    let digits = age.bytes().take_while(u8::is_ascii_digit).count();
    age = if digits == 0 { age } else { age.get(digits..).unwrap_or("") };
    let counted =
        digits > 0 || words.next().is_some_and(|word| matches!(word, "a" | "an") || word.bytes().all(|b| b.is_ascii_digit()));
    let unit = UNITS.contains(&age) || UNITS.contains(&age.trim_end_matches('s'));
    // `20 hr 58 min`
    let larger = |word: &str| UNITS.contains(&word) || word.bytes().all(|b| b.is_ascii_digit());
    let stamp = |word: &str| matches!(word, "updated" | "published" | "posted" | "last" | "first" | "modified" | "on");
    let label = words.all(|word| stamp(word) || larger(word));
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    counted && unit && label && words::count(rest) <= 3
}

/// `12 comments`, `1.2k shares`, `comments 12`, `read 213 comments`, `16x9 image`.
fn is_count(bare: &str) -> bool {
    let words: Vec<&str> = bare.split([' ', '(', ')']).filter(|w| !w.is_empty()).collect();
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let size = |t: &str| t.split_once('x').is_some_and(|(a, b)| digits(a) && digits(b));
    let counted = |t: &str| {
        matches!(t, "comments" | "comment" | "shares" | "share" | "likes" | "views" | "retweets" | "reactions" | "photos")
    };
    match words.as_slice() {
        [number, "image" | "photo" | "picture" | "video"] => size(number),
        ["read" | "view" | "show" | "see", rest @ ..] => match rest {
            [number, what] | ["all", number, what] => is_number(number) && counted(what),
            _ => false,
        },
        [one, other] => is_number(one) && counted(other) || counted(one) && is_number(other),
        _ => false,
    }
}

/// How long it takes: `5 min read`, `4-minute listen`, `listen to this article · 7:18 min`; `June 2021 issue`.
fn is_length(bare: &str) -> bool {
    let words: Vec<&str> = bare.split([' ', '-', '·', ':']).filter(|w| !w.is_empty()).collect();
    let minutes = |w: &&str| matches!(*w, "min" | "mins" | "minute" | "minutes" | "sec" | "secs");
    let act = |w: &&str| matches!(*w, "read" | "listen" | "watch" | "listening");
    let rest = words.iter().filter(|w| !minutes(w) && !act(w) && !is_number(w));
    let timed = words.iter().any(|w| is_number(w)) && words.iter().any(minutes);
    let plain = timed && (words.iter().any(act) || words.len() == 2) && rest.clone().count() == 0;
    let listen = timed && bare.starts_with("listen to this ") && rest.count() <= 3;
    let issue = matches!(words.as_slice(), [_, year, "issue"] if year.len() == 4 && is_number(year));
    plain || listen || issue
}

/// How far a film or a reading is: `0:00`, `-18:25`; or its button: `Watch video 02:17`.
fn is_played(text: &str) -> bool {
    let (before, clock) = text.rsplit_once(' ').unwrap_or(("", text));
    let digits = |t: &str| (1..=2).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
    let left = clock.strip_prefix(['-', '−']);
    let timed = left.unwrap_or(clock).split(':').collect::<Vec<_>>();
    let is_clock = (2..=3).contains(&timed.len()) && timed.iter().all(|t| digits(t));
    let button = || (1..=3).contains(&words::count(before)) && holds(&LABELS, &bare(before));
    is_clock && (before.is_empty() && (left.is_some() || matches!(clock, "0:00" | "00:00")) || button())
}

/// `Home > World > Europe`, `News | Sport | Weather`: the way to this page, or to others.
fn is_path(text: &str) -> bool {
    let short = |steps: &[&str]| steps.iter().all(|s| (1..=4).contains(&words::count(s)));
    let way = [" > ", " › ", " » "].iter().any(|sign| {
        let steps: Vec<&str> = text.split(sign).collect();
        steps.len() >= 2 && short(&steps) && (steps.len() >= 3 || bare(text).starts_with("home"))
    });
    let row = || {
        [" | ", " / ", " · ", " • "].iter().any(|sign| {
            let steps: Vec<&str> = text.split(sign).collect();
            let known = steps.iter().map(|s| bare(s)).filter(|s| holds(&LABELS, s) || holds(&SECTIONS, s)).count();
            let languages = steps.iter().all(|s| s.len() == 2 && s.bytes().all(|b| b.is_ascii_uppercase()));
            steps.len() >= 2 && short(&steps) && (known * 2 >= steps.len() || languages)
        })
    };
    way || row()
}

/// `Exampleville 54°`, `12°C`: the weather beside a page's name.
fn is_weather(text: &str) -> bool {
    let degrees = text.trim_end_matches(['C', 'F', 'c', 'f']).strip_suffix('°');
    let named = |t: &str| t.split_whitespace().all(|w| !w.starts_with(char::is_lowercase)) && words::count(t) <= 4;
    degrees.is_some_and(|t| t.ends_with(|c: char| c.is_ascii_digit()) && named(t))
}

/// Data about the page: `Tags: …`, `Published in sections: …`, `Filed under …`.
pub fn is_page_data(head: &str, text: &str) -> bool {
    #[rustfmt::skip]
    const STARTS: [&str; 37] = [
        "catégories :", "kategorie:", "kategorie :", "lesezeit:", "schlagwörter:", "schlagwörter :", "tags:", "tags ", "topics:", "filed under", "categories:", "category:", "published in ", "publication date",
        "publication status", "last updated", "last modified", "posted in ", "posted by ", "source url", "permalink",
        "short link", "section:", "sections:", "keywords:", "reading time", "estimated reading time", "you are here:",
        "see more on:", "more on:", "heard on ", "this story is part of", "contact:", "contacts:", "media contact:",
        "press contact:", "key words:",
    ];
    text.len() <= 160 && STARTS.iter().any(|s| head.starts_with(s)) && !words::ends_sentence(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_alone() {
        for text in [
            "Breaking News",
            "READ MORE",
            "Facebook Twitter WhatsApp",
            "Home > World > Europe",
            "12 comments",
            "1.2k shares",
            "3 Min Read",
            "4-Minute Listen",
            "Listen to this article · 7:18 min",
            "Comments (34)",
            "Read 213 Comments",
            "June 2021 Issue",
            "Editors’ picks",
            "Home | News | Sport | Weather",
            "Exampleville 54°",
        ] {
            assert!(is_label(text), "{text}");
        }
        for text in [
            "News of the storm",
            "Share",
            "Facebook",
            "A > B",
            "Twitter bans ads",
            "12 dead",
            "Bridge > Ferry",
            "Print run ends",
            "Minute by minute",
            "Two minutes of silence",
            "Roe / Doe / Major",
            "Read two letters",
            "It was 54°",
        ] {
            assert_eq!(is_label(text), matches!(text, "Share" | "Facebook"), "{text}");
        }
    }

    #[test]
    fn lists_are_in_order() {
        for list in [&LABELS[..], &SECTIONS[..], &LISTS[..]] {
            assert!(list.is_sorted() && list.iter().all(|label| bare(label) == *label && label.len() <= LONGEST), "{list:?}");
        }
    }

    #[test]
    fn lists_of_other_articles_have_a_head() {
        assert!(heads_a_list("Related stories") && heads_a_list("More from Example News") && !heads_a_list("Share"));
    }
}
