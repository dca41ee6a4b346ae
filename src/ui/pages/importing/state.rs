//! An import while it is looked at: what is read, what was told of it, and what came of it.

use std::sync::Arc;

use super::action::ImportChoice;
use crate::book::{AcceptPartial, Create, Existing, ImportOptions};
use crate::domain::{Day, Progress, Snapshot};
use crate::import::{Asked, ImportError, ImportSource, Mapping, PlannedImport, column_word};
use crate::text::Lang;
use crate::ui::jobs::{Task, Ticket};
use crate::view::{ImportModel, ImportView, import_model};

/// Where the import is.
#[derive(Debug)]
pub enum ImportStep {
    Choosing,
    Reading(Task<Result<PlannedImport, ImportError>>),
    Looking(Box<PlannedImport>),
    /// This request is to store it.
    Storing(Ticket, Box<PlannedImport>),
}

/// Where the keyboard is to go when the page is shown next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    #[default]
    Keep,
    /// To what is most likely done next.
    First,
    /// To what was changed before the file was read again.
    Back(egui::Id),
}

#[derive(Debug)]
pub struct Importing {
    pub source: Option<ImportSource>,
    /// What the source is called.
    pub name: String,
    pub mapping: Mapping,
    /// Whether the mapping was given by hand or by memory; then memory is not asked again.
    pub is_told: bool,
    pub options: ImportOptions,
    pub step: ImportStep,
    pub focus: Focus,
    /// The path that is being typed.
    pub path: String,
    /// What was last shown, until there is something else to show.
    pub model: Option<(Lang, Arc<ImportModel>)>,
}

impl Importing {
    pub fn new(today: Day) -> Self {
        Self {
            source: None,
            name: String::new(),
            mapping: Mapping::default(),
            is_told: false,
            options: ImportOptions {
                existing: Existing::Ask,
                create: Create::No,
                accept_partial: AcceptPartial::No,
                today,
            },
            step: ImportStep::Choosing,
            focus: Focus::First,
            path: String::new(),
            model: None,
        }
    }

    /// The form of what was read, under which its mapping is remembered.
    pub fn shape(&self) -> String {
        let (ImportStep::Looking(planned) | ImportStep::Storing(_, planned)) = &self.step else {
            return String::new();
        };
        let files = &planned.plan.verdict.files;
        files.iter().map(|it| it.understood.shape.as_str()).collect()
    }

    /// What is to be shown of what was read.
    pub fn model(&mut self, snapshot: &Snapshot, lang: Lang) -> Option<Arc<ImportModel>> {
        let (ImportStep::Looking(planned) | ImportStep::Storing(_, planned)) = &self.step else {
            return None;
        };
        if let Some((_, model)) = self.model.as_ref().filter(|it| it.0 == lang) {
            return Some(Arc::clone(model));
        }
        let model = Arc::new(import_model(&ImportView {
            lang,
            snapshot,
            verdict: &planned.plan.verdict,
            figures: &planned.figures,
            mapping: &self.mapping,
            options: self.options,
        }));
        self.model = Some((lang, Arc::clone(&model)));
        Some(model)
    }

    /// Begins to read with what is told so far.
    pub fn read(&mut self, snapshot: Arc<Snapshot>, ctx: &egui::Context) -> std::io::Result<()> {
        self.model = None;
        let Some(source) = self.source.clone() else {
            self.step = ImportStep::Choosing;
            return Ok(());
        };
        let asked = Asked {
            source,
            name: self.name.clone(),
            mapping: self.mapping.clone(),
            sheet: None,
            options: self.options,
            shown_below: SHOWN_FROM,
        };
        let work = move |progress: &Progress| plan(&snapshot, &asked, progress);
        self.step = ImportStep::Reading(Task::spawn(ctx, "import", work)?);
        Ok(())
    }

    /// Writes a choice down; then the file must be read again.
    pub fn choose(&mut self, choice: ImportChoice) {
        let mapping = &mut self.mapping;
        match choice {
            ImportChoice::Unit(unit) => mapping.unit = unit,
            ImportChoice::Month(month) => mapping.month = month.map(|it| it.to_string()),
            ImportChoice::Year(year) => mapping.year = year,
            ImportChoice::WaitUnit(unit) => mapping.wait_unit = unit.map(|it| it.key().to_owned()),
            ImportChoice::Numbers(form) => mapping.numbers = form.map(|it| it.key().to_owned()),
            ImportChoice::Column(heading, column) => {
                mapping.columns.insert(heading, column_word(column).to_owned());
            }
            ImportChoice::Existing(existing) => self.options.existing = existing,
            ImportChoice::Create(create) => self.options.create = create,
            ImportChoice::Partial(accept) => self.options.accept_partial = accept,
        }
        self.is_told = true;
    }
}

/// More figures than this are planned and stored, and not shown one by one.
const SHOWN_FROM: usize = 200_000;

fn plan(
    snapshot: &Snapshot,
    asked: &Asked,
    progress: &Progress,
) -> Result<PlannedImport, ImportError> {
    progress.expect(asked.size());
    let mut last = 0;
    let planned = asked.plan(snapshot, &mut |taken| {
        let more = taken.saturating_sub(last);
        last = taken;
        progress.advance(more).is_ok()
    })?;
    progress.wanted().map_err(|_cancelled| ImportError::Cancelled)?;
    Ok(planned)
}
