//! Reading files and planning their import, for the window and the command line alike. What was planned is
//! committed by `Book::import`.

use std::path::PathBuf;

use super::{Hints, ImportError, Known, Mapping, Watch, read_bytes_with, read_paths_with};
use crate::book::draft::FigureSeen;
use crate::book::{ImportOptions, ImportPlan, plan_import};
use crate::domain::Snapshot;

/// What is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportSource {
    Files(Vec<PathBuf>),
    Pasted(String),
}

/// An import as it is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    pub source: ImportSource,
    /// What a pasted text is called.
    pub name: String,
    /// What was told of the files.
    pub mapping: Mapping,
    /// The only sheet to read.
    pub sheet: Option<String>,
    pub options: ImportOptions,
    /// Figures are handed on one by one where there are fewer rows than this.
    pub shown_below: usize,
}

/// What reading and planning came to.
#[derive(Debug)]
pub struct PlannedImport {
    pub plan: ImportPlan,
    /// The figures of each file, where they are handed on.
    pub figures: Vec<Vec<FigureSeen>>,
}

impl Asked {
    /// How many bytes there are to read.
    pub fn size(&self) -> u64 {
        match &self.source {
            ImportSource::Files(paths) => {
                paths.iter().map(|it| std::fs::metadata(it).map_or(0, |file| file.len())).sum()
            }
            ImportSource::Pasted(_) => 0,
        }
    }

    /// Reads with what the book knows, and plans against the book as it is. `watch` hears of files only.
    pub fn plan(
        &self,
        snapshot: &Snapshot,
        watch: &mut Watch<'_>,
    ) -> Result<PlannedImport, ImportError> {
        let (mapping, sheet) = (self.mapping.clone(), self.sheet.clone());
        let hints = Hints { known: Known::of(snapshot), mapping, sheet };
        let draft = match &self.source {
            ImportSource::Files(paths) => read_paths_with(paths, &hints, watch)?,
            ImportSource::Pasted(text) => {
                read_bytes_with(&[(&self.name, text.as_bytes())], &hints)?
            }
        };
        let is_shown = draft.counts.len() + draft.figures.len() < self.shown_below;
        let files = 0..if is_shown { draft.files.len() } else { 0 };
        let figures = files.map(|it| draft.figures_of(it)).collect();
        Ok(PlannedImport { plan: plan_import(snapshot, draft, self.options), figures })
    }
}
