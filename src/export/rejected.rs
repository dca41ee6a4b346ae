//! What an import refused and left out, as a file to go through: place, column, content and reason.

use std::io::{self, Write as _};
use std::path::Path;

use super::csv_rows;
use super::whole_file::NewFile;
use crate::book::Verdict;
use crate::import::{Dialect, guarded};
use crate::text::{Lang, import as sentences, tr, tr_with};

/// Writes the file whole or not at all. Texts that a spreadsheet would compute are guarded.
pub fn write_rejected(verdict: &Verdict, lang: Lang, path: &Path) -> io::Result<()> {
    let head =
        ["rejected-file", "rejected-place", "rejected-column", "rejected-value", "rejected-reason"];
    let mut rows = vec![head.map(|it| tr(lang, it)).to_vec()];
    let guard = |text: &str| guarded(text).into_owned();
    for file in &verdict.files {
        for refused in &file.refused.first {
            let value = refused.value.as_ref().map(|it| sentences::value_text(lang, it));
            rows.push(vec![
                guard(&file.name),
                guard(&place(refused.line, refused.at.as_ref())),
                guard(refused.column.as_deref().unwrap_or_default()),
                guard(&value.unwrap_or_default()),
                sentences::reason_sentence(lang, &refused.reason),
            ]);
        }
        for skipped in &file.skipped.first {
            rows.push(vec![
                guard(&file.name),
                guard(&place(skipped.line, skipped.at.as_ref())),
                String::new(),
                guard(skipped.text.as_deref().unwrap_or_default()),
                sentences::skip_sentence(lang, skipped.reason),
            ]);
        }
        let left = (file.refused.count - file.refused.first.len())
            + (file.skipped.count - file.skipped.first.len());
        if 0 < left {
            let more = tr_with(lang, "importing-more", &[("n", left.into())]);
            rows.push(vec![guard(&file.name), String::new(), String::new(), String::new(), more]);
        }
    }
    let bytes = csv_rows::table(Dialect::Danish, &rows)?;
    let mut new = NewFile::beside(path)?;
    new.write_all(&bytes)?;
    new.keep()
}

fn place(line: Option<u32>, at: Option<&crate::book::At>) -> String {
    let line = line.map(|it| it.to_string()).unwrap_or_default();
    at.map_or(line, ToString::to_string)
}
