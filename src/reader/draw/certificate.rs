//! The certificate of absence, drawn.

use super::{column, scrolled};
use crate::reader::Session;
use crate::reader::coverage::{CertificateView, certificate};
use crate::reader::layout::Layout;
use ratatui::buffer::Buffer;

/// Draws the certificate.
pub fn draw(session: &Session, view: &CertificateView, layout: &Layout, buffer: &mut Buffer) {
    let area = column(layout);
    if let Some(told) = view.chosen.now(&session.comparison) {
        scrolled(session, area, &certificate::lines(session, told, view.column, area.width), view.top, buffer);
    }
}
