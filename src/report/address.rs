//! Web addresses that may become links: http and https, and nothing that could end the link or hide where it leads.

/// The address as it may stand between quotation marks or angle brackets; none where it is no web address.
pub fn link(url: &str) -> Option<String> {
    let scheme = ["http://", "https://"].into_iter().find(|s| url.get(..s.len()).is_some_and(|u| u.eq_ignore_ascii_case(s)))?;
    let rest = url.get(scheme.len()..)?;
    if rest.is_empty() || rest.starts_with(['/', '?', '#']) {
        return None;
    }
    let mut link = scheme.to_owned();
    for c in rest.chars() {
        if c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&*+,;=%".contains(c) {
            link.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                link.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    Some(link)
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(link("HTTPS://example.org/a?b=c#d").as_deref(), Some("https://example.org/a?b=c#d"));
        assert_eq!(link("http://e.org/\"><b>ü)").as_deref(), Some("http://e.org/%22%3E%3Cb%3E%C3%BC%29"));
        for not in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://", "https:///x", "e.org", ""] {
            assert_eq!(link(not), None, "{not}");
        }
    }
}
