//! Text as HTML: nothing of it is markup, whether between tags or in an attribute.

use crate::report::printable::printable;

/// The text with `& < > " '` as entities, and what could steer a terminal or turn the text's direction written out.
pub fn escaped(text: &str) -> String {
    let text = printable(text);
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// ` lang="fr"`, where it is a language code and not the page's own.
pub fn lang(language: Option<&str>) -> String {
    match language {
        Some(code)
            if code != "en" && (2..=8).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') =>
        {
            format!(" lang=\"{code}\"")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(escaped("<a href='x' title=\"y\">&\u{1b}"), "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;\\u{1b}");
        assert_eq!(lang(Some("fr")), " lang=\"fr\"");
        assert_eq!(lang(Some("\"><script>")), "");
        assert_eq!(lang(Some("en")), "");
    }
}
