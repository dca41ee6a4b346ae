//! What the page *Halvårsoversigt* remembers between frames: what is typed, the pages as last painted, and files under way.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::figures::Figures;
use super::making::{composed, painted, pasted, stored, written};
use crate::book::WrittenFile;
use crate::domain::{
    CommitteeId, Correction, Day, Edition, EditionId, EntryId, HalfYear, Snapshot,
};
use crate::export::{DocumentError, Form, missing_letters};
use crate::report::prints::Profile;
use crate::report::{Author, Issuing};
use crate::text::Display;
use crate::ui::jobs::{Task, Turn};
use crate::ui::settings::WindowSettings;
use crate::view::{KeptTexts, TypedOverview};

/// Everything a document hangs on.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentKey {
    pub revision: (u64, EntryId),
    pub half: HalfYear,
    pub profile: Profile,
    pub display: Display,
    pub author: Author,
    /// Whose editions came before.
    pub committee: Option<CommitteeId>,
    /// What has been corrected since they were issued.
    pub corrections: Vec<Correction>,
    pub today: Day,
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
    pub copying: Option<(Paste, Task<Copied>)>,
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

/// Text and HTML, for the clipboard.
pub type Copied = Result<(String, String), DocumentError>;

/// The pages, and the letters they cannot show.
type Painted = Result<(Vec<ColorImage>, String), DocumentError>;

/// Pages on their way.
struct Painting {
    of: DocumentKey,
    task: Task<Painted>,
    /// There before the pages are, and kept also when those are no longer wanted.
    figures: Arc<OnceLock<Arc<Figures>>>,
}

/// An edition with its files, ready for the book.
pub type Composed = Result<(Edition, Vec<WrittenFile>), DocumentError>;

/// How far the issuing of an edition has come.
#[derive(Default)]
pub enum Issue {
    #[default]
    Not,
    /// It cannot be taken back: asked about once.
    Asked,
    Composing(Task<Composed>),
    /// The request that carries it, and what it is called.
    Sent(u64, String),
}

/// What is put on the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paste {
    /// Headings and tables for a word processor, and text for who takes no more.
    Rich,
    Text,
    /// HTML as it is written, for a field that takes markup.
    Source,
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

    /// Takes in what has been painted, and paints anew when something has changed. The old pages
    /// stand until the new ones are there.
    pub fn refresh(&mut self, ctx: &Context, snapshot: &Arc<Snapshot>, key: &DocumentKey) {
        if let Some(painting) = self.painting.take() {
            self.take_painted(ctx, snapshot, painting, key);
        }
        if self.painting.is_none() && self.painted.as_ref() != Some(key) {
            self.paint(ctx, snapshot, key);
        }
    }

    fn take_painted(
        &mut self,
        ctx: &Context,
        snapshot: &Snapshot,
        painting: Painting,
        wanted: &DocumentKey,
    ) {
        let turn = painting.task.turn();
        if matches!(turn, Turn::Working) {
            // Ends after the page that is being painted; the next pages begin then, not beside it.
            if painting.of != *wanted {
                painting.task.progress().cancel();
            }
            self.painting = Some(painting);
            return;
        }
        if let Some(figures) = painting.figures.get() {
            self.take_figures(snapshot, Arc::clone(figures));
        }
        match turn {
            Turn::Working | Turn::Done(Err(DocumentError::Cancelled)) => return,
            Turn::Lost => {}
            Turn::Done(Ok((pages, missing))) => {
                self.missing = missing;
                self.pages = pages.into_iter().enumerate().map(|it| texture(ctx, it)).collect();
                self.problem = None;
            }
            Turn::Done(Err(error)) => self.problem = Some(error.to_string()),
        }
        self.painted = Some(painting.of);
    }

    fn paint(&mut self, ctx: &Context, snapshot: &Arc<Snapshot>, key: &DocumentKey) {
        let (snapshot, waker) = (Arc::clone(snapshot), ctx.clone());
        let (of, key) = (key.clone(), key.clone());
        let (kept, figures) = (self.figures.clone(), Arc::new(OnceLock::new()));
        let made = Arc::clone(&figures);
        let task = Task::start(
            "pages",
            move || waker.request_repaint(),
            move |progress| {
                let figures = Figures::of(&snapshot, &key, kept)?;
                let document = figures.document(&snapshot, &key);
                drop(made.set(figures));
                progress.wanted()?;
                Ok((painted(&document, progress)?, missing_letters(&document)))
            },
        );
        match task {
            Ok(task) => self.painting = Some(Painting { of, task, figures }),
            Err(error) => self.problem = Some(error.to_string()),
        }
    }

    /// Composes an edition and all its files on a thread of their own.
    pub fn compose(
        &mut self,
        ctx: &Context,
        snapshot: &Arc<Snapshot>,
        key: &DocumentKey,
        issuing: Issuing,
    ) {
        let (snapshot, key, waker) = (Arc::clone(snapshot), key.clone(), ctx.clone());
        let kept = self.figures.clone();
        let task = Task::start(
            "edition",
            move || waker.request_repaint(),
            move |progress| composed(&snapshot, key, &issuing, kept, progress),
        );
        match task {
            Ok(task) => self.issue = Issue::Composing(task),
            Err(error) => self.problem = Some(error.to_string()),
        }
    }

    /// Writes a file of an edition as it is stored in the book.
    pub fn write_stored(&mut self, ctx: &Context, book: PathBuf, id: EditionId, path: PathBuf) {
        if self.writing.is_some() {
            return;
        }
        let waker = ctx.clone();
        let task = Task::start(
            "stored edition",
            move || waker.request_repaint(),
            move |_| {
                let result = stored(&book, id, &path);
                Written { path, aim: Aim::Keep, result }
            },
        );
        match task {
            Ok(task) => self.writing = Some(task),
            Err(error) => self.problem = Some(error.to_string()),
        }
    }

    fn take_figures(&mut self, snapshot: &Snapshot, figures: Arc<Figures>) {
        let prints = &figures.prints;
        let left_out = prints.left_out(snapshot);
        let words = left_out.iter().map(|it| it.words(prints.display.lang, prints.threshold));
        self.left_out = words.collect();
        self.revised = figures.revised(snapshot);
        self.figures = Some(figures);
    }

    /// Makes a text for the clipboard on a thread of its own.
    pub fn copy(
        &mut self,
        ctx: &Context,
        snapshot: &Arc<Snapshot>,
        key: &DocumentKey,
        paste: Paste,
    ) {
        let (snapshot, key, waker) = (Arc::clone(snapshot), key.clone(), ctx.clone());
        let kept = self.figures.clone();
        let task = Task::start(
            "copy",
            move || waker.request_repaint(),
            move |_| Ok(pasted(&Figures::of(&snapshot, &key, kept)?.document(&snapshot, &key))),
        );
        match task {
            Ok(task) => self.copying = Some((paste, task)),
            Err(error) => self.problem = Some(error.to_string()),
        }
    }

    /// Writes a file on a thread of its own; nothing while one is being written.
    pub fn write(
        &mut self,
        ctx: &Context,
        snapshot: &Arc<Snapshot>,
        key: &DocumentKey,
        form: Form,
        path: PathBuf,
    ) {
        self.start(ctx, snapshot, key, form, path, Aim::Keep);
    }

    /// Writes a PDF to a place of its own, to be opened in the system's viewer.
    pub fn print(
        &mut self,
        ctx: &Context,
        snapshot: &Arc<Snapshot>,
        key: &DocumentKey,
        name: &str,
    ) {
        if self.printed.is_none() {
            self.printed = tempfile::tempdir().ok();
        }
        if let Some(folder) = &self.printed {
            let path = folder.path().join(format!("{name}.pdf"));
            self.start(ctx, snapshot, key, Form::Pdf, path, Aim::Print);
        }
    }

    fn start(
        &mut self,
        ctx: &Context,
        snapshot: &Arc<Snapshot>,
        key: &DocumentKey,
        form: Form,
        path: PathBuf,
        aim: Aim,
    ) {
        if self.writing.is_some() {
            return;
        }
        let (snapshot, key, waker) = (Arc::clone(snapshot), key.clone(), ctx.clone());
        let kept = self.figures.clone();
        let task = Task::start(
            "document",
            move || waker.request_repaint(),
            move |progress| {
                let result = Figures::of(&snapshot, &key, kept).and_then(|figures| {
                    let document = figures.document(&snapshot, &key);
                    written(&document, form, &path, progress)
                });
                Written { path, aim, result }
            },
        );
        match task {
            Ok(task) => self.writing = Some(task),
            Err(error) => self.problem = Some(error.to_string()),
        }
    }
}

fn texture(ctx: &Context, (place, image): (usize, ColorImage)) -> TextureHandle {
    ctx.load_texture(format!("page {place}"), image, TextureOptions::LINEAR)
}
