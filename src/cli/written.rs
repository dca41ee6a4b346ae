//! What is written to a file or to standard output, and what is told of it.

use std::io::Write as _;
use std::path::Path;

use serde_json::json;

use super::failure::Failure;
use super::outcome::{Next, Outcome};
use super::session::Session;
use super::terminal;
use crate::export::{missing_letters, write_whole};
use crate::report::Document;
use crate::text::unwritten::unwritten;
use crate::text::{tr, tr_with};

/// To the file that `--out` names, or as it is to standard output.
pub fn written(session: &Session, bytes: &[u8]) -> Outcome {
    if let Some(path) = session.path("out") {
        return write_file(session, &path, bytes);
    }
    let _gone = std::io::stdout().lock().write_all(bytes);
    Ok(Next::Done)
}

pub fn write_file(session: &Session, path: &Path, bytes: &[u8]) -> Outcome {
    write(session, path, bytes)?;
    if session.has("out") {
        session.tell(|| json!({ "path": path, "bytes": bytes.len() }));
    }
    Ok(session.done("cli-written", &[("path", path.display().to_string().into())]))
}

/// A document, and what it leaves out.
pub fn write_document(
    session: &Session,
    path: &Path,
    bytes: &[u8],
    left_out: &[String],
) -> Outcome {
    write(session, path, bytes)?;
    if session.has("json") {
        session.tell(|| json!({ "path": path, "bytes": bytes.len(), "left_out": left_out }));
    } else {
        tell_left_out(session, left_out);
    }
    Ok(session.done("cli-written", &[("path", path.display().to_string().into())]))
}

/// Beside the old file, then renamed over it: a failed export never harms an old one.
fn write(session: &Session, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_whole(path, bytes).map_err(|error| unwritten(session.lang, &error, path).into())
}

/// For the author alone: what is left out, and why.
pub fn tell_left_out(session: &Session, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    terminal::say(&tr(session.lang, "cli-left-out"));
    for line in lines {
        terminal::say(&format!("  {line}"));
    }
}

/// For the author alone: letters that the PDF cannot show.
pub fn tell_missing_letters(session: &Session, document: &Document) {
    let letters = missing_letters(document);
    if !letters.is_empty() {
        terminal::say(&tr_with(session.lang, "missing-letters", &[("letters", letters.into())]));
    }
}
