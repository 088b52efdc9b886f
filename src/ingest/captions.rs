//! Words about pictures: which blocks are captions, and where the photographer's credit begins. Left out: captions that read
//! like any other paragraph.

use super::paragraphs::Block;
use super::words;
use rustc_hash::FxHashMap;

/// Marks captions among the blocks: `true` where one stands.
pub fn captions(blocks: &[Block]) -> Vec<bool> {
    let mut marks: Vec<bool> = blocks.iter().map(|b| speaks_of_picture(&b.text)).collect();
    mark_repeats(blocks, &mut marks);
    // What follows a counter (`3 of 11`) is the text of that picture.
    let counters: Vec<usize> = blocks.iter().enumerate().filter(|(_, b)| is_counter(&b.text)).map(|(n, _)| n + 1).collect();
    for at in counters {
        let fits = blocks.get(at).is_some_and(|b| (4..=60).contains(&words::count(&b.text)));
        if let Some(mark) = marks.get_mut(at).filter(|_| fits) {
            *mark = true;
        }
    }
    marks
}

/// Blocks that stand twice: the same line directly below itself, or an unended line whose words stand in another block too.
fn mark_repeats(blocks: &[Block], marks: &mut [bool]) {
    let fits = |b: &Block| b.text.len() <= 600 && (6..=70).contains(&words::count(&b.text));
    let mut seen: FxHashMap<Vec<String>, usize> = FxHashMap::default();
    let mut open: Vec<(usize, Vec<String>)> = Vec::new();
    for (n, block) in blocks.iter().enumerate().filter(|(_, b)| fits(b)) {
        let bare = words::bare(&block.text);
        if let Some(first) = seen.get(&bare) {
            let direct = *first + 1 == n;
            for at in [*first, n] {
                let unended = blocks.get(at).is_some_and(|b| !words::ends_sentence(&b.text));
                if let Some(mark) = marks.get_mut(at) {
                    *mark |= direct || unended;
                }
            }
        }
        if !words::ends_sentence(&block.text) && bare.len() >= 8 {
            open.push((n, bare.clone()));
        }
        seen.insert(bare, n);
    }
    // An unended line that opens another, longer block word for word.
    let starts: FxHashMap<&[String], usize> = open.iter().filter_map(|(n, bare)| Some((bare.get(..8)?, *n))).collect();
    if starts.is_empty() {
        return;
    }
    for (n, block) in blocks.iter().enumerate() {
        let bare = words::bare(
            block.text.get(..block.text.char_indices().nth(600).map_or(block.text.len(), |(at, _)| at)).unwrap_or(""),
        );
        let Some(&at) = bare.get(..8).and_then(|head| starts.get(head)) else { continue };
        let whole = open.iter().find(|(o, _)| *o == at).is_some_and(|(_, caption)| at != n && bare.starts_with(caption));
        if let Some(mark) = marks.get_mut(at).filter(|_| whole) {
            *mark = true;
        }
    }
}

/// Phrases by which captions point into their picture.
fn speaks_of_picture(text: &str) -> bool {
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
    const STARTS: [&str; 13] = [
        "pictured:",
        "pictured,",
        "pictured above",
        "file photo",
        "file picture",
        "file -",
        "file —",
        "file –",
        "photo:",
        "image:",
        "caption:",
        "above:",
        "photo caption:",
    ];
    if text.len() > 600 || words::count(text) > 80 {
        return false;
    }
    let low = text.to_lowercase();
    let quoted = low.starts_with(['"', '“', '‘']);
    STARTS.iter().any(|s| low.starts_with(s)) || (!quoted && INSIDE.iter().any(|s| low.contains(s)))
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
    const OPENINGS: [&str; 22] = [
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
    ];
    let cut = OPENINGS.iter().filter_map(|o| text.rfind(o)).filter(|at| begins_credit(text, *at)).min();
    let Some(at) = cut else { return (text, None) };
    let (caption, credit) = (text.get(..at).unwrap_or(text).trim_end(), text.get(at..).unwrap_or("").trim());
    if words::count(credit) > 14 || credit.is_empty() { (text, None) } else { (caption, Some(credit)) }
}

/// Whether what stands at `at` can be a credit: at the start, behind a sentence, a bar or a bracket.
fn begins_credit(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end();
    let tail = text.get(at..).unwrap_or("");
    let bracket = tail.starts_with('(');
    before.is_empty()
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
        captions(&paragraphs::blocks(text, 1).blocks)
    }

    #[test]
    fn captions_point_into_their_picture() {
        let text = "The mayor (right, today) opened the bridge\n\nThe pair are pictured during talks\n\nJane Roe (left) greets John Doe\n\nFILE PHOTO: The bridge in May.";
        assert_eq!(found(text), [true; 4]);
    }

    #[test]
    fn body_text_is_no_caption() {
        let text = "The mayor was then pictured chatting with Ms Roe.\n\nThe left (and the right) voted for it.\n\nSen. Roe (R) left.\n\n“He is pictured as a fool,” she said.";
        assert_eq!(found(text), [false; 4]);
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
        for text in ["She asked for a Photo by the gate.", "The agency Getty Images sued.", "The credit: none"] {
            assert_eq!(split_credit(text), (text, None));
        }
    }
}
