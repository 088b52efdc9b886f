//! Words about pictures: which blocks are captions, and where the photographer's credit begins. Left out: captions that read
//! like any other paragraph.

use super::furniture;
use super::paragraphs::Block;
use super::phrases::Phrases;
use super::words;
use rustc_hash::{FxHashMap, FxHashSet};

/// Phrases by which captions point into their picture.
const INSIDE: [&str; 25] = [
    "(pictured",
    "pictured)",
    "(left)",
    "(right)",
    "(centre)",
    "(center)",
    "(left,",
    "(right,",
    "(above)",
    "(below)",
    "(top",
    "(bottom",
    "(far left",
    "(far right",
    "(second from",
    "(back row",
    "(front row",
    " is pictured",
    " are pictured",
    "pictured here",
    "pictured above",
    "in this photo",
    "in this image",
    "in this file photo",
    "file photo by",
];

/// How credits begin.
const OPENINGS: [&str; 31] = [
    "Credit...",
    "Credit…",
    "File photo by ",
    "File Photo by ",
    "Photo by ",
    "Photos by ",
    "Photo: ",
    "Photograph: ",
    "Photograph by ",
    "Photo credit: ",
    "Photo Credit: ",
    "Picture: ",
    "Image: ",
    "Image credit: ",
    "Credit: ",
    "Pool Photo by ",
    "Pool photo by ",
    "(Photo by ",
    "(Photo: ",
    "(AP Photo",
    "AP Photo",
    "REUTERS/",
    "Getty Images",
    "| License Photo",
    "Purchase Licensing Rights",
    "Buy Photo",
    "Buy this photo",
    "Foto: ",
    "Fotos: ",
    "Bild: ",
    "Crédit photo",
];

/// Offers of a picture that end its caption.
const LICENCES: [&str; 3] = ["Purchase Licensing Rights", "Buy Photo", "Buy this photo"];

/// Which of these groups a text holds.
static GROUPS: Phrases = Phrases::new(&[&INSIDE, &OPENINGS]);

/// What a block has to do with a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Picture {
    /// It is a caption.
    pub caption: bool,
    /// It may end with a credit: [`split_credit`] tells.
    pub credit: bool,
}

/// Finds the captions among the blocks.
pub fn captions(blocks: &[Block]) -> Vec<Picture> {
    let mut marks: Vec<Picture> = blocks.iter().map(|b| look(&b.text)).collect();
    mark_repeats(blocks, &mut marks);
    mark_pull_quotes(blocks, &mut marks);
    // What stands right above a credit is the text of that picture.
    for (n, pair) in blocks.windows(2).enumerate() {
        let [above, credit] = pair else { continue };
        let alone = marks.get(n + 1).is_some_and(|m| m.credit) && split_credit(&credit.text).0.is_empty() && !credit.gap;
        let fits = || (4..=80).contains(&words::count(&above.text)) && !has_quotation(&above.text);
        if let Some(mark) = marks.get_mut(n).filter(|_| alone && fits()) {
            mark.caption = true;
        }
    }
    // What stands right below `Video` is its title and what it shows.
    let mut shows = false;
    for (n, pair) in blocks.windows(2).enumerate() {
        let [above, block] = pair else { continue };
        shows = !block.gap && (shows || furniture::heads_a_picture(&above.text));
        if let Some(mark) = marks.get_mut(n + 1).filter(|_| shows && words::count(&block.text) >= 3) {
            mark.caption = true;
        }
    }
    // What follows a counter (`3 of 11`) or a label is the text of that picture.
    let announces = |text: &str| is_counter(text) || is_caption_label(text);
    let counters: Vec<usize> = blocks.iter().enumerate().filter(|(_, b)| announces(&b.text)).map(|(n, _)| n + 1).collect();
    for at in counters {
        let fits = blocks.get(at).is_some_and(|b| (4..=60).contains(&words::count(&b.text)));
        if let Some(mark) = marks.get_mut(at).filter(|_| fits) {
            mark.caption = true;
        }
    }
    marks
}

fn has_quotation(text: &str) -> bool {
    text.contains(['“', '"', '«'])
}

/// Pull quotes that are looked for in an article at most.
const PULL_QUOTES: usize = 12;

/// A block that is nothing but a quotation, whose very words another, longer block holds, is set apart from the text, as
/// captions are.
fn mark_pull_quotes(blocks: &[Block], marks: &mut [Picture]) {
    let quoted = |b: &Block| {
        let inner = b.text.strip_prefix(['“', '"', '‘', '«']).and_then(|t| t.strip_suffix(['”', '"', '’', '»']));
        inner.filter(|t| !has_quotation(t) && (5..=40).contains(&words::count(t))).map(str::to_owned)
    };
    let pulled: Vec<(usize, String)> =
        blocks.iter().enumerate().filter_map(|(n, b)| Some((n, quoted(b)?))).take(PULL_QUOTES).collect();
    for (n, words) in pulled {
        let words = words.trim_end_matches(['.', ',', '!', '?']);
        let held = blocks.iter().enumerate().any(|(m, b)| m != n && b.text.len() > words.len() + 20 && b.text.contains(words));
        if let Some(mark) = marks.get_mut(n).filter(|_| held) {
            mark.caption = true;
        }
    }
}

/// Words that have to agree before two blocks are compared.
const OPENING: usize = 8;

/// Blocks that stand twice: the same line directly below itself, or an unended line whose words open another block too.
fn mark_repeats(blocks: &[Block], marks: &mut [Picture]) {
    let mut mark = |n: usize| marks.get_mut(n).into_iter().for_each(|m| m.caption = true);
    let fits = |b: &Block| b.text.len() <= 600 && (6..=70).contains(&words::count(&b.text));
    for (n, (one, other)) in blocks.iter().zip(blocks.iter().skip(1)).enumerate() {
        let alike = one.text.as_bytes().iter().zip(other.text.as_bytes()).take(4).all(|(a, b)| a.eq_ignore_ascii_case(b));
        if alike && fits(one) && words::bare(&one.text) == words::bare(&other.text) {
            mark(n);
            mark(n + 1);
        }
    }
    // Unended lines by their first words.
    let mut open: FxHashMap<Vec<String>, Vec<usize>> = FxHashMap::default();
    for (n, block) in blocks.iter().enumerate() {
        if !words::ends_sentence(&block.text) && fits(block) {
            let bare = words::bare(&block.text);
            if let Some(opening) = bare.get(..OPENING) {
                let same = open.entry(opening.to_vec()).or_default();
                // A limit, so that a line repeated a thousand times is not compared a million times.
                if same.len() < 8 {
                    same.push(n);
                }
            }
        }
    }
    if open.is_empty() {
        return;
    }
    let firsts: FxHashSet<&String> = open.keys().filter_map(|opening| opening.first()).collect();
    let opens = |block: &Block| words::bare_words(&block.text).next().is_some_and(|word| firsts.contains(&word));
    for (n, block) in blocks.iter().enumerate().filter(|(_, block)| opens(block)) {
        let opening: Vec<String> = words::bare_words(&block.text).take(OPENING).collect();
        for at in open.get(&opening).into_iter().flatten().copied().filter(|at| *at != n) {
            let caption = blocks.get(at).map(|b| words::bare(&b.text)).unwrap_or_default();
            let bare: Vec<String> = words::bare_words(&block.text).take(caption.len()).collect();
            if bare == caption {
                mark(at);
            }
        }
    }
}

/// Whether a block points into a picture, and whether it may hold a credit.
fn look(text: &str) -> Picture {
    #[rustfmt::skip]
    const STARTS: [&str; 23] = [
        "pictured:", "pictured,", "pictured above", "file photo", "file picture", "file image", "file -", "file —", "file –", "photo:", "image:", "picture:", "photograph:",
        "caption:", "above:", "photo caption:", "image caption", "media caption", "video caption", "image copyright", "image source", "[photo", "[image",
    ];
    if text.len() > 2000 {
        return Picture::default();
    }
    let groups = GROUPS.found(text);
    let head = words::opening(text, 24);
    let inside = groups & 1 != 0 && !head.starts_with(['"', '“', '‘']);
    let opens = STARTS.iter().any(|s| head.starts_with(s));
    let bracket = bracketed_credit(text).is_some();
    let caption = text.len() <= 600 && (inside || opens || bracket) && words::count(text) <= 80;
    Picture { caption, credit: groups & 2 != 0 || bracket }
}

/// `Image caption`, standing alone.
fn is_caption_label(text: &str) -> bool {
    text.len() <= 20
        && matches!(
            text.to_lowercase().trim_end_matches([',', ':']),
            "image caption" | "media caption" | "video caption" | "photo caption" | "caption"
        )
}

/// `9 of 11`, `Photo 3/12`: which picture of a series it is.
pub fn is_counter(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let low = text.to_lowercase();
    let words: Vec<&str> = low.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let words = match words.as_slice() {
        ["photo" | "image" | "picture" | "slide" | "photos" | "bild" | "video", rest @ ..] => rest,
        all => all,
    };
    let number = |w: &str| w.len() <= 3 && w.bytes().all(|b| b.is_ascii_digit());
    match words {
        [a, "of" | "von" | "sur" | "de", b] => number(a) && number(b),
        [a, b] => number(a) && number(b) && low.contains('/') && low.matches('/').count() == 1 && !low.contains(':'),
        _ => false,
    }
}

/// Cuts the credit off a caption: `… at the hall. File photo by Jane Roe/AP | License Photo` → the words, the credit.
pub fn split_credit(text: &str) -> (&str, Option<&str>) {
    let opening = OPENINGS.iter().filter_map(|o| text.rfind(o)).filter(|at| begins_credit(text, *at)).min();
    let cut = opening.or_else(|| bracketed_credit(text));
    let Some(at) = cut else { return (text, None) };
    let (caption, credit) =
        (text.get(..at).unwrap_or(text).trim_end_matches([' ', '|', '–', '—', '/']), text.get(at..).unwrap_or("").trim());
    if words::count(credit) > 14 || credit.is_empty() || tells(credit) { (text, None) } else { (caption, Some(credit)) }
}

/// Whether what a label opens is a caption and no credit: `Photo: The ferry lies on the rocks`, not `Photo: Jane Roe for the
/// Gazette`. Names have capitals.
fn tells(credit: &str) -> bool {
    #[rustfmt::skip]
    const BETWEEN: [&str; 17] = [
        "and", "at", "by", "courtesy", "de", "for", "from", "handout", "in", "of", "on", "pool", "the", "van", "via", "von", "with",
    ];
    const LABELS: [&str; 6] = ["photo", "photograph", "picture", "image", "foto", "bild"];
    let small = |w: &&str| w.starts_with(char::is_lowercase) && !BETWEEN.contains(w) && !w.contains(['/', '@']);
    let told = |shown: &str| shown.split_whitespace().filter(small).count();
    // `Photo by Jane Roe shows the ferry on the rocks.`
    let sentence = ["Photo by ", "Photograph by "].iter().find_map(|by| credit.strip_prefix(by));
    let labelled = credit.split_once(": ").filter(|(label, _)| LABELS.contains(&label.to_lowercase().as_str()));
    labelled.is_some_and(|(_, shown)| told(shown) >= 2)
        || sentence.is_some_and(|shown| told(shown) >= 3 && words::ends_sentence(shown))
}

/// Agencies whose names stand behind captions.
#[rustfmt::skip]
const AGENCIES: [&str; 24] = [
    "AAP", "AFP", "ANI", "ANSA", "AP", "Alamy", "EFE", "EPA", "Getty", "Getty Images", "IANS", "PA", "PA Media", "PA Wire", "PTI", "Reuters",
    "REUTERS", "Rex", "SWNS", "Shutterstock", "TASS", "Xinhua", "dpa", "epa",
];

/// Cuts the credit off what markup says is a caption: besides what [`split_credit`] knows an agency in brackets, and a few words
/// behind a bar.
pub fn split_marked(text: &str) -> (&str, Option<&str>) {
    let (words, credit) = split_credit(text);
    if credit.is_some() {
        return (words, credit);
    }
    // `Jane Roe/AFP via Getty Images`
    let names = text.split(['/', ' ']).any(|word| AGENCIES.contains(&word));
    if names && (text.contains('/') || text.contains(" via ")) && words::count(text) <= 8 && !words::ends_sentence(text) {
        return ("", Some(text));
    }
    let bracket = text.strip_suffix(')').and_then(|t| t.rsplit_once('(')).filter(|(_, name)| AGENCIES.contains(name));
    let barred = || text.rsplit_once(" | ").filter(|(_, credit)| (1..=4).contains(&words::count(credit)));
    let at = bracket.or_else(barred).map(|(before, _)| before.len());
    let Some(at) = at else { return (text, None) };
    (text.get(..at).unwrap_or(text).trim_end(), text.get(at..).map(|credit| credit.trim_start_matches([' ', '|'])))
}

/// Where the credit behind a sign or in brackets begins that ends a caption: `… at work. (Jane Roe/Example News)`, `… [Jane
/// Roe/Reuters]`.
fn bracketed_credit(text: &str) -> Option<usize> {
    // `… at work. © Jane Roe, Example News`
    if let Some(at) = text.rfind('©').filter(|at| *at > 0) {
        let fits = words::ends_sentence(text.get(..at)?.trim_end()) && words::count(text.get(at..)?) <= 6;
        return fits.then_some(at);
    }
    let close = text.trim_end_matches('.');
    let at = if close.ends_with(')') { close.rfind('(')? } else { close.strip_suffix(']').and_then(|t| t.rfind('['))? };
    let inner = close.get(at + 1..close.len().checked_sub(1)?)?;
    let names = |t: &str| t.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    let (who, whose) = inner.split_once('/')?;
    ((1..=4).contains(&who.split_whitespace().count())
        && (1..=4).contains(&whose.split_whitespace().count())
        && names(who)
        && names(whose))
    .then_some(at)
}

/// Whether what stands at `at` can be a credit: at the start, behind a sentence, a bar or a bracket.
fn begins_credit(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end();
    let tail = text.get(at..).unwrap_or("");
    let bracket = tail.starts_with('(');
    before.is_empty()
        || LICENCES.contains(&tail)
        || words::ends_sentence(before)
        || before.ends_with(['|', '–', '—'])
        || (bracket && text.ends_with([')', '.']))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::ingest::paragraphs;

    fn found(text: &str) -> Vec<bool> {
        captions(&paragraphs::blocks(text, 1).blocks).iter().map(|p| p.caption).collect()
    }

    #[test]
    fn captions_point_into_their_picture() {
        let text = "The mayor (right, today) opened the bridge\n\nThe pair are pictured during talks\n\nJane Roe (left) greets John Doe\n\nFILE PHOTO: The bridge in May.\n\nImage caption The bridge is shut";
        assert_eq!(found(text), [true; 5]);
    }

    #[test]
    fn body_text_is_no_caption() {
        let text = "The mayor was then pictured chatting with Ms Roe.\n\nThe left (and the right) voted for it.\n\nSen. Roe (R) left.\n\n“He is pictured as a fool,” she said.";
        assert_eq!(found(text), [false; 4]);
    }

    #[test]
    fn a_labelled_sentence_is_a_caption_and_a_labelled_name_a_credit() {
        for caption in ["Photo: The ferry lies on the rocks at Dell.", "Picture: a docker looks at the hull"] {
            assert_eq!((split_credit(caption), found(caption)), ((caption, None), vec![true]), "{caption}");
        }
        let told = "Photo by Jane Roe shows the ferry on the wet rocks.";
        assert_eq!(split_credit(told), (told, None));
        assert_eq!(split_credit("Photo by Jane Roe, used with permission.").0, "");
        for credit in
            ["Photo: Jane Roe/Example News", "Photo: courtesy of the Harbour Board", "Picture: Jane Roe for the Gazette"]
        {
            assert_eq!(split_credit(credit), ("", Some(credit)));
        }
    }

    #[test]
    fn what_stands_above_a_credit_is_a_caption() {
        assert_eq!(found("The bridge is seen after a storm in May.\nREUTERS/Jane Roe\n\nIt is shut."), [true, false, false]);
        assert_eq!(found("The bridge is seen after a storm in May.\n\nREUTERS/Jane Roe\n\nIt is shut."), [false; 3]);
    }

    #[test]
    fn quotations_pulled_out_of_the_text_are_captions() {
        let body = "“We will not gamble with one single life,” the mayor said on Monday.";
        assert_eq!(found(&format!("“We will not gamble with one single life.”\n\n{body}")), [true, false]);
        assert_eq!(found(&format!("“We shall never gamble with one single life.”\n\n{body}")), [false, false]);
    }

    #[test]
    fn repeats_are_captions() {
        let line = "The mayor opens the old harbour bridge on March 4.";
        assert_eq!(found(&format!("{line}\n{line}\n\nOther text.")), [true, true, false]);
        let text = "The mayor, who has said she loves the bridge, was at work again on Monday\n\nNothing else was known about it then.\n\n\
            The mayor, who has said she loves the bridge, was at work again on Monday, her office said.";
        assert_eq!(found(text), [true, false, false]);
        assert_eq!(
            found("The same sentence may well stand here twice.\n\nOther.\n\nThe same sentence may well stand here twice."),
            [false; 3]
        );
    }

    #[test]
    fn the_text_behind_a_counter_is_a_caption() {
        assert_eq!(found("9 of 11\n\nMeeting with the mayor of the town.\n\nBody."), [false, true, false]);
        assert_eq!(found("Image caption,\nThe bridge was shut on Friday\nThe mayor left.\n"), [true, true, false]);
        for text in ["9 of 11", "Photo 3/12", "Image 1 of 5"] {
            assert!(is_counter(text), "{text}");
        }
        for text in ["9 of 11 people died", "24/03/2017", "3-2", "Two of us", "10:30"] {
            assert!(!is_counter(text), "{text}");
        }
    }

    #[test]
    fn credits_are_cut_off() {
        assert_eq!(
            split_credit("The mayor at work. File photo by Jane Roe/AP | License Photo"),
            ("The mayor at work.", Some("File photo by Jane Roe/AP | License Photo"))
        );
        assert_eq!(
            split_credit("The mayor at work (Photo by Jane Roe/Getty Images)"),
            ("The mayor at work", Some("(Photo by Jane Roe/Getty Images)"))
        );
        assert_eq!(split_credit("Photo: Jane Roe"), ("", Some("Photo: Jane Roe")));
        assert_eq!(split_credit("The bridge in May. (Jane Roe/Example News)").0, "The bridge in May.");
        assert_eq!(split_credit("The bridge in May. © Jane Roe, Reuters").1, Some("© Jane Roe, Reuters"));
        assert_eq!(split_credit("The bridge in May [Jane Roe/Reuters]").1, Some("[Jane Roe/Reuters]"));
        for text in [
            "She asked for a Photo by the gate.",
            "The agency Getty Images sued.",
            "The credit: none",
            "He chose it (and/or her).",
            "She left (Roe was late).",
            "It was so (24/03/2017).",
        ] {
            assert_eq!(split_credit(text), (text, None));
        }
    }
}
