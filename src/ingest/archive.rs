//! A page saved in one file with all that belongs to it (MHTML, as Chrome and Edge save a page as a single file): the page
//! itself out, and where it stood. Its pictures, styles and frames are left out.

use super::encoding::{self, Decoded, NoText};
use encoding_rs::{Encoding, UTF_8};
use mailparse::{MailHeaderMap, ParsedMail};

/// Bytes at the start of a file in which it says that it is such an archive.
const HEAD: usize = 4096;

/// The page of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archived {
    /// Its HTML.
    pub page: Decoded,
    /// Where it stood when it was saved.
    pub url: Option<String>,
}

/// Whether a file begins as such an archive does: with the headers of a message of several parts that belong together.
pub fn is_archive(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or(&[])).to_ascii_lowercase();
    let header = |line: &str| line.split_once(':').is_some_and(|(name, _)| !name.is_empty() && !name.contains(['<', ' ', '{']));
    let message = head.starts_with("mime-version:") || head.contains("\nmime-version:");
    let kind = ["multipart/related", "content-type: text/html"].iter().any(|kind| head.contains(kind));
    head.lines().next().is_some_and(header) && message && kind
}

/// Takes the page out of an archive.
///
/// # Errors
/// If the archive is broken, or holds no page.
pub fn page(bytes: &[u8]) -> Result<Archived, NoText> {
    let broken = NoText { what: "the web archive cannot be read", remedy: "save the page as HTML" };
    let mail = mailparse::parse_mail(bytes).map_err(|_| broken.clone())?;
    let is_page = |part: &&ParsedMail| matches!(part.ctype.mimetype.as_str(), "text/html" | "application/xhtml+xml");
    let none = NoText { what: "there is no page in the web archive", remedy: "save the page as HTML" };
    // A long address stands on a line of its own.
    let stood = |part: &ParsedMail, name: &str| part.get_headers().get_first_value(name).map(|value| value.trim().to_owned());
    // Frames are pages too, and may stand before the one that shows them.
    let whole = stood(&mail, "Snapshot-Content-Location");
    let start = mail.ctype.params.get("start");
    let named = |part: &&ParsedMail| {
        whole.is_some() && stood(part, "Content-Location") == whole
            || start.is_some() && stood(part, "Content-ID").as_ref() == start
    };
    let part = mail.parts().filter(is_page).find(named).or_else(|| mail.parts().find(is_page)).ok_or(none)?;
    let html = part.get_body_raw().map_err(|_| broken)?;
    let label = part.ctype.params.get("charset");
    let stated = label.and_then(|label| Encoding::for_label(label.as_bytes())).filter(|encoding| *encoding != UTF_8);
    let page = match stated {
        Some(encoding) => Decoded { text: encoding.decode(&html).0.into_owned(), guess: None },
        None => encoding::decode(html)?,
    };
    let url = whole.or_else(|| stood(part, "Content-Location"));
    Ok(Archived { page, url })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    const ARCHIVE: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://bell.example/a\r\nSubject: =?utf-8?Q?Bridge?=\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----B----\"\r\n\r\n\r\n------B----\r\n\
        Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://bell.example/a\r\n\r\n\
        <!DOCTYPE html><p class=3D\"a\">The bridge is sh=\r\nut =E2=80=93 so.</p>\r\n------B----\r\nContent-Type: image/png\r\n\
        Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------B------\r\n";

    #[test]
    fn the_page_and_its_address_are_taken_out() {
        assert!(is_archive(ARCHIVE.as_bytes()));
        let archived = page(ARCHIVE.as_bytes()).unwrap();
        assert_eq!(archived.page.text.trim(), "<!DOCTYPE html><p class=\"a\">The bridge is shut – so.</p>");
        assert_eq!(archived.url.as_deref(), Some("https://bell.example/a"));
    }

    #[test]
    fn a_part_in_base64_and_its_own_letters_is_read() {
        let archive = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html; charset=windows-1252\n\
            Content-Transfer-Encoding: base64\n\nPHA+k1NvlDwvcD4=\n--B--\n";
        assert_eq!(page(archive.as_bytes()).unwrap().page.text, "<p>“So”</p>");
    }

    #[test]
    fn the_page_that_was_saved_may_stand_behind_its_frames() {
        let archive = |head: &str, frame: &str, page: &str| {
            format!(
                "{head}MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B; start=\"<p@x>\"\n\n--B\nContent-Type: text/html\n\
                 {frame}\n\n<p>Buy a boat.</p>\n--B\nContent-Type: text/html\n{page}\n\n<p>The bridge is shut.</p>\n--B--\n"
            )
        };
        for archive in [
            archive(
                "Snapshot-Content-Location:\n https://x.example/a\n",
                "Content-Location: https://y.example/f",
                "Content-Location: https://x.example/a",
            ),
            archive("", "Content-ID: <f@x>", "Content-ID: <p@x>"),
        ] {
            assert_eq!(page(archive.as_bytes()).unwrap().page.text.trim(), "<p>The bridge is shut.</p>", "{archive}");
        }
    }

    #[test]
    fn what_is_no_archive_is_not_taken_for_one() {
        for text in ["Title: Bridge shut\n\nMIME-Version: 1.0", "The bridge: shut", "<html>", "", "{\"mime-version\": 1}"] {
            assert!(!is_archive(text.as_bytes()), "{text}");
        }
        let pictures =
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: image/png\n\nx\n--B--\n";
        assert!(page(pictures.as_bytes()).unwrap_err().what.contains("no page"));
    }
}
