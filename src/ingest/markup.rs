//! One line of a text in, its segments out, with HTML tags and Markdown's marks gone: what each is (heading, item, caption …)
//! and its words. Left out: tables, footnotes and code, which stay as they stand.

use super::repair;
use std::borrow::Cow;

/// What a line's marks say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// Nothing.
    #[default]
    Text,
    /// A heading (`## …`, `<h2>`).
    Heading,
    /// An item of a list (`- …`, `• …`, `<li>`).
    Item,
    /// Words about a picture (`![…](…)`, `<figcaption>`).
    Caption,
    /// A line of dashes or stars, without words.
    Rule,
    /// A link that leads nowhere, with little besides it: a pointer to another page.
    Dead,
}

/// A piece of a line that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment<'t> {
    /// What it is.
    pub mark: Mark,
    /// Its words, not yet cleaned.
    pub text: Cow<'t, str>,
}

/// Cuts a line at its block tags and takes off all marks.
pub fn segments(line: &str) -> Vec<Segment<'_>> {
    let line = repair::mojibake(line);
    let line = match line {
        Cow::Borrowed(text) => repair::entities(text),
        Cow::Owned(text) => Cow::Owned(repair::entities(&text).into_owned()),
    };
    match line {
        Cow::Borrowed(text) if !text.contains('<') => vec![segment(text)],
        Cow::Borrowed(text) => blocks(text).into_iter().map(|(mark, text)| own(mark, &text)).collect(),
        Cow::Owned(text) => blocks(&text).into_iter().map(|(mark, text)| own(mark, &text)).collect(),
    }
}

fn own(tag: Mark, text: &str) -> Segment<'static> {
    let Segment { mark, text } = segment(text);
    Segment { mark: if tag == Mark::Text { mark } else { tag }, text: Cow::Owned(text.into_owned()) }
}

/// Takes Markdown's marks off a segment.
fn segment(line: &str) -> Segment<'_> {
    let text = line.trim();
    if is_rule(text) {
        return Segment { mark: Mark::Rule, text: Cow::Borrowed(text) };
    }
    let text = text.strip_prefix("> ").map_or(text, str::trim_start);
    let hashes = text.bytes().take_while(|b| *b == b'#').count();
    let title = text.get(hashes..).and_then(|t| t.strip_prefix(' ')).filter(|_| (1..=6).contains(&hashes));
    if let Some(title) = title {
        let title = links(title.trim_end_matches('#')).0;
        return Segment { mark: Mark::Heading, text: emphasis(&title).into_owned().into() };
    }
    let bullet = ["- ", "* ", "+ ", "• ", "· ", "▪ ", "‣ ", "◦ ", "● "].iter().find_map(|b| text.strip_prefix(b));
    let mark = if bullet.is_some() { Mark::Item } else { Mark::Text };
    let text = bullet.unwrap_or(text);
    if !text.bytes().any(|b| matches!(b, b'[' | b'*' | b'_')) {
        return Segment { mark, text: Cow::Borrowed(text) };
    }
    let (linked, link) = links(text);
    let mark = match link {
        Link::Dead => Mark::Dead,
        Link::Picture => Mark::Caption,
        Link::Other => mark,
    };
    Segment { mark, text: emphasis(&linked).into_owned().into() }
}

/// Whether a line is drawn, not written: three or more dashes, stars, underscores or equals signs, perhaps with a stop.
pub fn is_rule(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    if !matches!(first, '-' | '*' | '_' | '=' | '~' | '#' | '—' | '–' | '─' | '•' | '+') {
        return false;
    }
    let mut marks = text.trim_end_matches('.').chars().filter(|c| !c.is_whitespace());
    marks.clone().all(|c| c == first) && marks.nth(2).is_some()
}

/// What links a line holds.
#[derive(Debug, PartialEq, Eq)]
enum Link {
    Other,
    /// It is a dead link, perhaps with a word or two before it.
    Dead,
    /// It is a picture.
    Picture,
}

/// `[words](address)` → `words`; `![words](address)` → `words`.
fn links(text: &str) -> (Cow<'_, str>, Link) {
    if !text.contains("](") {
        return (Cow::Borrowed(text), Link::Other);
    }
    let mut out = String::with_capacity(text.len());
    let (mut outside, mut dead, mut pictures) = (0, false, 0);
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        let (before, after) = (rest.get(..at).unwrap_or(""), rest.get(at + 2..).unwrap_or(""));
        let Some((open, end)) = opening(before).zip(closing(after)) else {
            out.push_str(before);
            out.push_str("](");
            rest = after;
            continue;
        };
        let lead = before.get(..open).unwrap_or("");
        let picture = lead.ends_with('!');
        let lead = if picture { lead.trim_end_matches('!') } else { lead };
        outside += lead.split_whitespace().count();
        pictures += usize::from(picture);
        let address = after.get(..end).unwrap_or("").trim();
        dead |= address == "#" || address.is_empty() || address.starts_with("javascript:");
        out.push_str(lead);
        out.push_str(before.get(open + 1..).unwrap_or(""));
        rest = after.get(end + 1..).unwrap_or("");
    }
    outside += rest.split_whitespace().count();
    out.push_str(rest);
    let link = match (dead, pictures > 0) {
        (true, _) if outside <= 4 => Link::Dead,
        (_, true) if outside == 0 => Link::Picture,
        _ => Link::Other,
    };
    (Cow::Owned(out), link)
}

/// Where the bracket opens that closes at the end of `before`; brackets within the words are allowed for.
fn opening(before: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in before.char_indices().rev().take(500) {
        match c {
            ']' => depth += 1,
            '[' if depth == 0 => return Some(at),
            '[' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Where the round bracket after an address closes.
fn closing(after: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in after.char_indices().take(2000) {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            ']' => return None,
            _ => {}
        }
    }
    None
}

/// A run of stars or underscores that may open or close emphasis.
struct Run {
    start: usize,
    end: usize,
    sign: u8,
    opens: bool,
    closes: bool,
    drop: bool,
}

/// Takes off the stars and underscores of emphasis. What is not emphasis stays: `2*3`, `f***`, `snake_case`, `price*`.
fn emphasis(text: &str) -> Cow<'_, str> {
    if !text.contains(['*', '_']) {
        return Cow::Borrowed(text);
    }
    let mut runs = runs(text);
    let mut open: Vec<usize> = Vec::new();
    for at in 0..runs.len() {
        let Some(run) = runs.get(at) else { break };
        let (sign, len, opens, closes) = (run.sign, run.end - run.start, run.opens, run.closes);
        let fits = |o: usize| runs.get(o).is_some_and(|o| o.sign == sign && o.end - o.start == len);
        let partner = open.iter().copied().enumerate().rev().take(16).find(|(_, o)| closes && fits(*o));
        if let Some((depth, partner)) = partner {
            open.truncate(depth);
            for n in [partner, at] {
                if let Some(run) = runs.get_mut(n) {
                    run.drop = true;
                }
            }
        } else if opens {
            open.push(at);
        }
    }
    // Emphasis over several paragraphs opens at a paragraph's start and closes at another's end.
    let last = runs.len().saturating_sub(1);
    for (n, run) in runs.iter_mut().enumerate() {
        let at_start = n == 0 && run.start == 0 && run.opens;
        let at_end = n == last && run.end == text.len() && run.closes && text.get(..run.start).is_some_and(ends_marked);
        run.drop |= run.sign == b'*' && run.end - run.start <= 3 && (at_start || at_end);
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for run in runs.iter().filter(|r| r.drop) {
        out.push_str(text.get(from..run.start).unwrap_or(""));
        from = run.end;
    }
    out.push_str(text.get(from..).unwrap_or(""));
    Cow::Owned(out)
}

fn ends_marked(text: &str) -> bool {
    text.ends_with(|c: char| !c.is_alphanumeric() && !c.is_whitespace())
}

fn runs(text: &str) -> Vec<Run> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(&sign) = bytes.get(at) {
        if !matches!(sign, b'*' | b'_') {
            at += 1;
            continue;
        }
        let end = at + bytes.get(at..).unwrap_or(&[]).iter().take_while(|b| **b == sign).count();
        let before = text.get(..at).and_then(|t| t.chars().next_back()).unwrap_or(' ');
        let after = text.get(end..).and_then(|t| t.chars().next()).unwrap_or(' ');
        let (word_before, word_after) = (before.is_alphanumeric(), after.is_alphanumeric());
        let opens = !after.is_whitespace() && !word_before;
        let closes = !before.is_whitespace() && !word_after;
        runs.push(Run { start: at, end, sign, opens, closes, drop: false });
        at = end;
    }
    runs
}

/// Tags that stand inside a line and part no words.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "u", "wbr",
];
/// Tags that end what stands before them.
const BLOCK: [&str; 27] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "td",
    "tr",
    "ul",
];
/// Other tags that are known to be some.
const OTHER: [&str; 24] = [
    "amp-img", "audio", "base", "button", "center", "embed", "form", "head", "iframe", "img", "input", "label", "link", "meta",
    "noscript", "object", "option", "param", "picture", "source", "svg", "time", "tweet", "video",
];

/// Cuts at block tags, drops the others; what looks like a tag and is none (`<name@mail>`, `a < b`) stays.
fn blocks(text: &str) -> Vec<(Mark, String)> {
    let mut done = Vec::new();
    let (mut mark, mut piece) = (Mark::Text, String::new());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = (rest.get(..at).unwrap_or(""), rest.get(at..).unwrap_or(""));
        piece.push_str(before);
        let Some((tag, len)) = tag(from) else {
            piece.push('<');
            rest = from.get(1..).unwrap_or("");
            continue;
        };
        let heading = tag.name.len() == 2 && tag.name.starts_with('h') && tag.name.ends_with(|c: char| ('1'..='6').contains(&c));
        if heading || BLOCK.contains(&tag.name.as_str()) {
            finish(&mut done, mark, &mut piece);
            mark = match tag.name.as_str() {
                _ if tag.closes => Mark::Text,
                "li" => Mark::Item,
                "figcaption" | "caption" => Mark::Caption,
                _ if heading => Mark::Heading,
                // A paragraph inside an item or a caption is still one.
                "p" | "br" | "div" if mark == Mark::Item || mark == Mark::Caption => mark,
                _ => Mark::Text,
            };
        } else if !INLINE.contains(&tag.name.as_str()) {
            piece.push(' ');
        }
        rest = from.get(len..).unwrap_or("");
    }
    piece.push_str(rest);
    finish(&mut done, mark, &mut piece);
    done
}

fn finish(done: &mut Vec<(Mark, String)>, mark: Mark, piece: &mut String) {
    let text = std::mem::take(piece);
    if !text.trim().is_empty() {
        done.push((mark, text));
    }
}

struct Tag {
    name: String,
    closes: bool,
}

/// The tag at the start of `text` and its length.
fn tag(text: &str) -> Option<(Tag, usize)> {
    let inner_len = text.bytes().skip(1).take(1000).position(|b| b == b'>' || b == b'<')?;
    let end = inner_len + 1;
    if text.as_bytes().get(end) != Some(&b'>') {
        return None;
    }
    let inner = text.get(1..end)?;
    if inner.starts_with('!') || inner.starts_with('?') {
        return Some((Tag { name: String::new(), closes: false }, end + 1));
    }
    let closes = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let name_len = inner.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':')).count();
    let name = inner.get(..name_len)?.to_ascii_lowercase();
    let rest = inner.get(name_len..)?;
    let known = |list: &[&str]| list.contains(&name.as_str());
    let heading = name.len() == 2 && name.starts_with('h') && name.ends_with(|c: char| c.is_ascii_digit());
    let bare = rest.is_empty() || rest.trim() == "/";
    let attributes = rest.starts_with(|c: char| c.is_whitespace()) && rest.contains('=');
    let is_known = known(&INLINE) || known(&BLOCK) || known(&OTHER) || heading;
    let sure = !name.is_empty() && ((is_known && bare) || attributes || (closes && bare) || (bare && rest.contains('/')));
    sure.then_some((Tag { name, closes }, end + 1))
}

/// Scripts and style sheets without their lines' words; the line breaks stay, so that lines keep their numbers.
pub fn without_scripts(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for (open, close) in [("<script", "</script"), ("<style", "</style"), ("<!--", "--")] {
        if let Some(cut) = cut(&text, open, close) {
            text = Cow::Owned(cut);
        }
    }
    text
}

fn cut(text: &str, open: &str, close: &str) -> Option<String> {
    let low = if text.contains('<') { text.to_ascii_lowercase() } else { return None };
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    while let Some(start) = low.get(from..).and_then(|t| t.find(open)).map(|n| from + n) {
        let Some(end) = low.get(start + open.len()..).and_then(|t| t.find(close)).map(|n| start + open.len() + n + close.len())
        else {
            break;
        };
        let Some(end) = low.get(end..).and_then(|t| t.find('>')).map(|n| end + n + 1) else { break };
        out.push_str(text.get(from..start).unwrap_or(""));
        out.extend(text.get(start..end).unwrap_or("").chars().filter(|c| *c == '\n'));
        from = end;
    }
    if from == 0 {
        return None;
    }
    out.push_str(text.get(from..).unwrap_or(""));
    Some(out)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn words(line: &str) -> String {
        segments(line).iter().map(|s| s.text.trim().to_owned()).collect::<Vec<_>>().join(" | ")
    }

    fn marks(line: &str) -> Vec<Mark> {
        segments(line).iter().map(|s| s.mark).collect()
    }

    #[test]
    fn emphasis_goes() {
        assert_eq!(
            words("*\"We go,\"* she said. **Never** before; _so_ ***there***"),
            "\"We go,\" she said. Never before; so there"
        );
        assert_eq!(words("*“An open one, to the end"), "“An open one, to the end");
        assert_eq!(words("to the end.”*"), "to the end.”");
    }

    #[test]
    fn other_stars_and_underscores_stay() {
        for line in [
            "2*3*4 = 24",
            "what the f*** is s***",
            "snake_case and @a_b_c",
            "a _ dating back _ b",
            "price* *taxes not included",
            "5 * 4",
        ] {
            let got = words(line);
            assert!(got == line || line.starts_with("price"), "{line} → {got}");
        }
        assert_eq!(words("the price* is high"), "the price* is high");
    }

    #[test]
    fn links_become_their_words() {
        assert_eq!(words("See [the [new] report](http://a.example/x_(y)) now"), "See the [new] report now");
        assert_eq!(marks("Read more [Two killed in a raid](#)"), [Mark::Dead]);
        assert_eq!(words("Read more [Two killed in a raid](#)"), "Read more Two killed in a raid");
        assert_eq!(marks("The minister said in [a statement](#) on Monday that he would go"), [Mark::Text]);
        assert_eq!(marks("![The hall](hall.jpg)"), [Mark::Caption]);
        assert_eq!(words("we [in France] (see below) go](on"), "we [in France] (see below) go](on");
    }

    #[test]
    fn lines_say_what_they_are() {
        assert_eq!(marks("## What next"), [Mark::Heading]);
        assert_eq!(words("## What next ##"), "What next");
        assert_eq!(marks("#MeToo is here"), [Mark::Text]);
        assert_eq!(marks("  • an item"), [Mark::Item]);
        assert_eq!(marks("-5 degrees"), [Mark::Text]);
        for rule in ["---", "* * *", "___.", "=====", "———"] {
            assert_eq!(marks(rule), [Mark::Rule], "{rule}");
        }
        for text in ["--", "...", "<…>", "- - a"] {
            assert_ne!(marks(text), [Mark::Rule], "{text}");
        }
    }

    #[test]
    fn tags_go_and_blocks_part() {
        assert_eq!(words("<p>One <b>w</b>ord<br>two</p><ul><li>three</ul>"), "One word | two | three");
        assert_eq!(marks("<h2>Head</h2><p>Body</p><li>Item</li>"), [Mark::Heading, Mark::Text, Mark::Item]);
        assert_eq!(words("<tweet id=\"1\">“Yes”–@x</tweet>."), "“Yes”–@x .");
        assert_eq!(words("&lt;b&gt;bold&lt;/b&gt; &amp; more"), "bold & more");
    }

    #[test]
    fn what_is_no_tag_stays() {
        for line in ["a < b and c > d", "<…>", "Jane Roe <jane@mail.example>", "<Name of the witness>", "x<y", "I <3 it >"] {
            assert_eq!(words(line), line);
        }
    }

    #[test]
    fn scripts_go_and_lines_keep_their_numbers() {
        let text = "one\n<script>\nvar a;\n</script>two\n<style>x{}</style>three <!-- no\nno --> four";
        assert_eq!(without_scripts(text), "one\n\n\ntwo\nthree \n four");
        assert_eq!(without_scripts("a <script> without an end"), "a <script> without an end");
    }
}
