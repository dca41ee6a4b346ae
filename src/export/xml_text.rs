//! What may stand in a file of XML or HTML: everything but the characters that no such file may hold.

use std::borrow::Cow;

use quick_xml::escape::escape;

/// The text as it stands between tags or in quotes. Not every reader of HTML knows the apostrophe by its name.
pub fn safe(text: &str) -> String {
    escape(allowed(text)).replace("&apos;", "&#39;")
}

/// The text without what XML 1.0 forbids (control characters and non-characters).
pub fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |it: char| matches!(it, '\t' | '\n' | '\r' | ' '..='\u{7E}' | '\u{A0}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|it| is_allowed(*it)).collect())
}
