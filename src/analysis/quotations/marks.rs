//! The signs that can be quotation marks, and what each can be where it stands.
//!
//! In: a passage's text. Out: its [`Mark`]s. Apostrophes, feet, inches and elisions (`don't`, `6'2"`, `'90s`) are left
//! out as far as their neighbours tell; what only the whole passage can tell (`the workers' rights`) is marked weak.

/// A family of marks that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// `"`
    Straight,
    /// `“ ”`, and `„` as an opening sign.
    Curly,
    /// `''` or ```` `` ````: a double mark typed as two single ones.
    Doubled,
    /// `« »`, either way round.
    Angle,
    /// `'`
    Single,
    /// `‘ ’`, and `‚` as an opening sign.
    CurlySingle,
    /// `‹ ›`, either way round.
    SingleAngle,
}

impl Family {
    /// Whether it is also used for apostrophes.
    pub fn is_single(self) -> bool {
        matches!(self, Family::Single | Family::CurlySingle)
    }
}

/// What a mark can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Opens.
    Open,
    /// Closes.
    Close,
    /// Its neighbours do not tell.
    Either,
    /// Closes, unless a better closing mark follows: it may be an apostrophe (`the workers' rights`).
    WeakClose,
}

/// A sign that may be a quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// First byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Which family.
    pub family: Family,
    /// What it can be.
    pub role: Role,
}

/// Elisions that begin with an apostrophe.
const ELISIONS: [&str; 14] =
    ["em", "tis", "twas", "til", "till", "cause", "n", "round", "bout", "cuz", "neath", "gainst", "ere", "twould"];

/// The marks of a text, in order.
pub fn of(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let Some(mut family) = family_of(c) else {
            before = Some(c);
            continue;
        };
        let mut end = start + c.len_utf8();
        // Two single signs side by side are one double mark.
        if (family.is_single() || c == '`') && chars.peek().is_some_and(|&(_, next)| doubles(c, next)) {
            chars.next();
            end += c.len_utf8();
            family = Family::Doubled;
        } else if c == '`' {
            family = Family::Single;
        }
        let after = chars.peek().map(|&(_, next)| next);
        let rest = text.get(end..).unwrap_or("");
        if let Some(role) = role(c, family, before, after, rest) {
            found.push(Mark { start, end, family, role });
        }
        before = Some(c);
    }
    found
}

fn family_of(c: char) -> Option<Family> {
    Some(match c {
        '"' | '\u{ff02}' => Family::Straight,
        '“' | '”' | '„' | '‟' | '〝' | '〞' => Family::Curly,
        '«' | '»' | '《' | '》' => Family::Angle,
        '\'' | '`' => Family::Single,
        '‘' | '’' | '‚' | '‛' => Family::CurlySingle,
        '‹' | '›' => Family::SingleAngle,
        _ => return None,
    })
}

fn doubles(c: char, next: char) -> bool {
    c == next && matches!(c, '\'' | '`' | '‘' | '’' | '‚')
}

/// Whether a word can begin right after this neighbour: nothing, space, opening brackets, dashes, other opening marks.
fn opens_after(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '['
                    | '{'
                    | '-'
                    | '–'
                    | '—'
                    | '―'
                    | '/'
                    | '*'
                    | '_'
                    | '|'
                    | '“'
                    | '„'
                    | '«'
                    | '‘'
                    | '‚'
                    | '‹'
                    | '"'
                    | '\''
                    | '>'
                    | ':'
                    | '='
                    | '…'
            )
    })
}

/// Whether a word can have ended right before this neighbour.
fn closes_before(c: Option<char>) -> bool {
    c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '(' | '[' | '{' | '$' | '£' | '€' | '#' | '@'))
}

fn role(c: char, family: Family, before: Option<char>, after: Option<char>, rest: &str) -> Option<Role> {
    let can_open = opens_after(before) && after.is_some_and(|a| !a.is_whitespace());
    let can_close = before.is_some_and(|b| !b.is_whitespace()) && closes_before(after);
    match family {
        Family::Single | Family::CurlySingle => single(c, before, after, rest, can_open, can_close),
        Family::Straight | Family::Doubled if c == '"' || c == '\'' || c == '\u{ff02}' => {
            // 54°12'30"N
            if before.is_some_and(|b| b.is_ascii_digit()) && after.is_some_and(|a| matches!(a, 'N' | 'S' | 'E' | 'W')) {
                return None;
            }
            let inches = before.is_some_and(|b| b.is_ascii_digit()) && after.is_none_or(|a| !a.is_alphabetic());
            match (can_open, can_close) {
                (true, false) => Some(Role::Open),
                (false, true) if inches => Some(Role::WeakClose),
                (false, true) => Some(Role::Close),
                _ => Some(Role::Either),
            }
        }
        _ => Some(match c {
            // The signs say what they are, but typists and converters err: neighbours overrule where they are clear.
            '“' | '‟' | '〝' | '‘' | '`' if can_close && !can_open => Role::Either,
            '”' | '〞' | '’' if can_open && !can_close => Role::Either,
            '“' | '„' | '‟' | '〝' | '‘' | '‚' | '`' | '《' => Role::Open,
            '”' | '〞' | '’' | '》' => Role::Close,
            // Guillemets point either way by country; where they point at the words, spaces may part them from these.
            _ => {
                let words = |c: Option<char>| {
                    c.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')'))
                };
                match (can_open && words(after), can_close) {
                    (true, false) => Role::Open,
                    (false, true) => Role::Close,
                    _ if matches!(c, '«' | '‹') => Role::Open,
                    _ => Role::Close,
                }
            }
        }),
    }
}

fn single(c: char, before: Option<char>, after: Option<char>, rest: &str, can_open: bool, can_close: bool) -> Option<Role> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if letter(before) && letter(after) {
        return None;
    }
    if can_open && !letter(before) {
        if elided(rest) || (c == '’' && before.is_none_or(char::is_whitespace) && letter(after) && !can_close) {
            return None;
        }
        return Some(if can_close && c != '‘' && c != '‚' { Role::Either } else { Role::Open });
    }
    if can_close && c != '‘' && c != '‚' {
        // After `.`, `,`, `?`, `!` it closes; after a letter it may be a possessive or a dropped g.
        let possessive = before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_whitespace);
        let feet = before.is_some_and(|b| b.is_ascii_digit()) && after.is_some_and(|a| a.is_ascii_digit());
        return match (feet, possessive) {
            (true, _) => None,
            (_, true) => Some(Role::WeakClose),
            _ => Some(Role::Close),
        };
    }
    None
}

/// Whether what follows the sign is a word cut short at its beginning: `'em`, `'90s`.
fn elided(rest: &str) -> bool {
    let word: &str = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let digits = word.trim_end_matches('s');
    (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())) || ELISIONS.iter().any(|e| e.eq_ignore_ascii_case(word))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn roles(text: &str) -> Vec<(Family, Role)> {
        of(text).into_iter().map(|m| (m.family, m.role)).collect()
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert_eq!(roles("don't, the town’s, rock 'n' roll"), [(Family::Single, Role::WeakClose)]);
        assert_eq!(roles("in the '90s, tell 'em, ’twas so"), []);
        assert_eq!(roles("the farmers' market"), [(Family::Single, Role::WeakClose)]);
    }

    #[test]
    fn neighbours_tell_opening_from_closing() {
        assert_eq!(roles("\"Yes,\" he said."), [(Family::Straight, Role::Open), (Family::Straight, Role::Close)]);
        assert_eq!(roles("''Yes,'' he said."), [(Family::Doubled, Role::Open), (Family::Doubled, Role::Close)]);
        assert_eq!(roles("he said: 'Yes.'"), [(Family::Single, Role::Open), (Family::Single, Role::Close)]);
        assert_eq!(roles("»Ja«, sagte er"), [(Family::Angle, Role::Open), (Family::Angle, Role::Close)]);
    }

    #[test]
    fn inches_close_only_what_is_open() {
        assert_eq!(roles("a 40\" screen"), [(Family::Straight, Role::WeakClose)]);
    }
}
