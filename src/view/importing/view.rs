//! What the page of an import is asked about.

use crate::book::draft::FigureSeen;
use crate::book::{ImportOptions, Reason, Verdict};
use crate::domain::Snapshot;
use crate::import::Mapping;
use crate::text::Lang;

/// A read file or several, as the page needs them.
pub struct ImportView<'a> {
    pub lang: Lang,
    pub snapshot: &'a Snapshot,
    pub verdict: &'a Verdict,
    pub figures: &'a [Vec<FigureSeen>],
    pub mapping: &'a Mapping,
    pub options: ImportOptions,
}

pub fn reasons<'a>(view: &ImportView<'a>) -> impl Iterator<Item = &'a Reason> + use<'a> {
    view.verdict.files.iter().flat_map(|it| &it.refused.first).map(|it| &it.reason)
}
