//! What the page *Halvårsoversigt* remembers between frames: what is typed, the pages as last painted, and files under way.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::action::Paste;
use super::figures::Figures;
use super::key::DocumentKey;
use super::making::{Composed, Recipe, composed, painted, pasted, stored, written};
use crate::domain::{EditionId, HalfYear, Progress, Snapshot};
use crate::export::{DocumentError, Form, missing_letters};
use crate::report::Issuing;
use crate::ui::jobs::{Task, Turn};
use crate::ui::settings::WindowSettings;
use crate::view::{KeptTexts, TypedOverview};

/// The document that is wanted now.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    pub ctx: &'a Context,
    pub snapshot: &'a Arc<Snapshot>,
    pub key: &'a DocumentKey,
}

/// A document on its way or painted.
#[derive(Default)]
pub struct OverviewDraft {
    pub typed: BTreeMap<HalfYear, TypedOverview>,
    /// By the committee's code.
    pub texts: BTreeMap<String, KeptTexts>,
    /// Where files go; empty is beside the book.
    pub folder: String,
    pub pages: Vec<TextureHandle>,
    /// What the pages leave out and why, in words.
    pub left_out: Vec<String>,
    /// What the pages print otherwise than the committee's last edition, in words.
    pub revised: Vec<String>,
    pub problem: Option<String>,
    /// Letters that the pages cannot show.
    pub missing: String,
    painted: Option<DocumentKey>,
    painting: Option<Painting>,
    /// The figures of the last document, which typed words do not change.
    figures: Option<Arc<Figures>>,
    pub writing: Option<Task<Written>>,
    /// The file that was written last.
    pub last: Option<PathBuf>,
    pub copying: Option<Task<Copied>>,
    pub issue: Issue,
    /// The edition that is to be withdrawn, and why, as typed so far.
    pub withdrawing: Option<(EditionId, String)>,
    /// Holds what was printed until the window closes.
    printed: Option<tempfile::TempDir>,
}

impl std::fmt::Debug for OverviewDraft {
    /// Pictures have no words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OverviewDraft").field("typed", &self.typed).finish_non_exhaustive()
    }
}

/// What is to be put on the clipboard: text and HTML.
pub struct Copied {
    pub paste: Paste,
    pub result: Result<(String, String), DocumentError>,
}

/// The pages, and the letters they cannot show.
type Painted = Result<(Vec<ColorImage>, String), DocumentError>;

/// Pages on their way.
struct Painting {
    of: DocumentKey,
    task: Task<Painted>,
    /// There before the pages are, and kept also when those are no longer wanted.
    figures: Arc<OnceLock<Arc<Figures>>>,
}

/// How far the issuing of an edition has come.
#[derive(Default)]
pub enum Issue {
    #[default]
    Not,
    /// It cannot be taken back: asked about once.
    Asked,
    Composing(Task<Composed>),
    Sent,
}

/// What a file is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    Keep,
    Print,
}

/// What became of a file.
#[derive(Debug)]
pub struct Written {
    pub path: PathBuf,
    pub aim: Aim,
    pub result: Result<(), DocumentError>,
}

impl OverviewDraft {
    /// What was typed for this file when it was last open.
    pub fn remembered(settings: &WindowSettings, file: &Path) -> Self {
        let typed = settings.overviews.get(&file.to_string_lossy().into_owned());
        let typed = typed.into_iter().flatten().filter(|it| !it.1.is_blank());
        Self {
            typed: typed.filter_map(|it| Some((HalfYear::parse(it.0)?, it.1.clone()))).collect(),
            texts: settings.case_texts.clone(),
            ..Self::default()
        }
    }

    pub fn is_painting(&self) -> bool {
        self.painting.is_some()
    }

    /// Where files go: what was typed, else beside the book.
    pub fn folder_beside(&self, book: &Path) -> PathBuf {
        let typed = self.folder.trim();
        if typed.is_empty() { book.to_owned() } else { PathBuf::from(typed) }
    }

    /// Takes in what has been painted, and paints anew when something has changed. The old pages
    /// stand until the new ones are there.
    pub fn refresh(&mut self, wanted: Wanted<'_>) {
        if let Some(painting) = self.painting.take() {
            self.take_painted(painting, wanted);
        }
        if self.painting.is_none() && self.painted.as_ref() != Some(wanted.key) {
            self.paint(wanted);
        }
    }

    fn take_painted(&mut self, painting: Painting, wanted: Wanted<'_>) {
        let turn = painting.task.turn();
        if matches!(turn, Turn::Working) {
            // Ends after the page that is being painted; the next pages begin then, not beside it.
            if painting.of != *wanted.key {
                painting.task.progress().cancel();
            }
            self.painting = Some(painting);
            return;
        }
        if let Some(figures) = painting.figures.get() {
            self.take_figures(wanted.snapshot, Arc::clone(figures));
        }
        match turn {
            Turn::Working | Turn::Done(Err(DocumentError::Cancelled)) => return,
            Turn::Lost => {}
            Turn::Done(Ok((pages, missing))) => {
                self.missing = missing;
                let pages = pages.into_iter().enumerate();
                self.pages = pages.map(|(n, page)| texture(wanted.ctx, n, page)).collect();
                self.problem = None;
            }
            Turn::Done(Err(error)) => self.problem = Some(error.to_string()),
        }
        self.painted = Some(painting.of);
    }

    fn take_figures(&mut self, snapshot: &Snapshot, figures: Arc<Figures>) {
        let prints = &figures.prints;
        let left_out = prints.left_out(snapshot);
        let words = left_out.iter().map(|it| it.words(prints.display.lang, prints.threshold));
        self.left_out = words.collect();
        self.revised = figures.revised(snapshot);
        self.figures = Some(figures);
    }

    fn paint(&mut self, wanted: Wanted<'_>) {
        let recipe = self.recipe(wanted);
        let figures = Arc::new(OnceLock::new());
        let made = Arc::clone(&figures);
        let task = Task::spawn(wanted.ctx, "pages", move |progress| {
            let figures = recipe.figures()?;
            let document = figures.document(&recipe.snapshot, &recipe.key);
            drop(made.set(figures));
            progress.wanted()?;
            Ok((painted(&document, progress)?, missing_letters(&document)))
        });
        let of = wanted.key.clone();
        self.painting = self.started(task).map(|task| Painting { of, task, figures });
    }

    /// Composes an edition and all its files on a thread of their own.
    pub fn compose(&mut self, wanted: Wanted<'_>, issuing: Issuing) {
        let recipe = self.recipe(wanted);
        let work = move |progress: &Progress| composed(recipe, &issuing, progress);
        if let Some(task) = self.started(Task::spawn(wanted.ctx, "edition", work)) {
            self.issue = Issue::Composing(task);
        }
    }

    /// Makes a text for the clipboard on a thread of its own.
    pub fn copy(&mut self, wanted: Wanted<'_>, paste: Paste) {
        let recipe = self.recipe(wanted);
        let work =
            move |_: &Progress| Copied { paste, result: recipe.document().map(|it| pasted(&it)) };
        if let Some(task) = self.started(Task::spawn(wanted.ctx, "copy", work)) {
            self.copying = Some(task);
        }
    }

    /// Writes a file on a thread of its own; nothing while one is being written.
    pub fn write(&mut self, wanted: Wanted<'_>, form: Form, path: PathBuf) {
        self.write_for(wanted, form, path, Aim::Keep);
    }

    /// Writes a PDF to a place of its own, to be opened in the system's viewer.
    pub fn print(&mut self, wanted: Wanted<'_>, name: &str) {
        if self.printed.is_none() {
            self.printed = tempfile::tempdir().ok();
        }
        if let Some(folder) = &self.printed {
            let path = folder.path().join(format!("{name}.pdf"));
            self.write_for(wanted, Form::Pdf, path, Aim::Print);
        }
    }

    fn write_for(&mut self, wanted: Wanted<'_>, form: Form, path: PathBuf, aim: Aim) {
        let recipe = self.recipe(wanted);
        self.begin_writing(wanted.ctx, "document", move |progress| {
            let document = recipe.document();
            let result = document.and_then(|it| written(&it, form, &path, progress));
            Written { path, aim, result }
        });
    }

    /// Writes a file of an edition as it is stored in the book.
    pub fn write_stored(&mut self, ctx: &Context, book: PathBuf, id: EditionId, path: PathBuf) {
        self.begin_writing(ctx, "stored edition", move |_| {
            let result = stored(&book, id, &path);
            Written { path, aim: Aim::Keep, result }
        });
    }

    fn begin_writing(
        &mut self,
        ctx: &Context,
        name: &str,
        work: impl FnOnce(&Progress) -> Written + Send + 'static,
    ) {
        if self.writing.is_none() {
            self.writing = self.started(Task::spawn(ctx, name, work));
        }
    }

    /// A task that could not be started is a problem of the page.
    fn started<T>(&mut self, task: std::io::Result<Task<T>>) -> Option<Task<T>> {
        task.inspect_err(|error| self.problem = Some(error.to_string())).ok()
    }

    fn recipe(&self, wanted: Wanted<'_>) -> Recipe {
        Recipe {
            snapshot: Arc::clone(wanted.snapshot),
            key: wanted.key.clone(),
            kept: self.figures.clone(),
        }
    }
}

fn texture(ctx: &Context, place: usize, image: ColorImage) -> TextureHandle {
    ctx.load_texture(format!("page {place}"), image, TextureOptions::LINEAR)
}
