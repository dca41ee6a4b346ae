//! Asks for a path by a dialog, or by typing where there is none, and goes on with the answer.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::import::ImportSource;
use crate::text::tr;
use crate::ui::app::App;
use crate::ui::dialogs::{Answer, EXTENSION, Pick, Purpose, Words};
use crate::ui::jobs::Request;
use crate::ui::pages::ImportAction;
use crate::ui::typed_path::TypedPath;
use crate::ui::widgets::QuestionAnswer;

impl App {
    pub(super) fn ask(&mut self, ctx: &Context, purpose: Purpose) {
        let words = self.dialog_words(purpose);
        let ctx = ctx.clone();
        self.platform.dialogs.ask(purpose, words, move || ctx.request_repaint());
    }

    fn dialog_words(&self, purpose: Purpose) -> Words {
        let lang = self.lang();
        let suggestion = match purpose {
            Purpose::Open | Purpose::Create => {
                format!("{}.{EXTENSION}", tr(lang, "ui-file-suggestion"))
            }
            Purpose::Import | Purpose::Rejected => {
                format!("{}.csv", tr(lang, "importing-rejected-name"))
            }
            Purpose::SaveChart(form) => self.chart_suggestion(form),
            Purpose::Folder => String::new(),
            Purpose::Person(id) => self.person_suggestion(id),
            Purpose::SaveLog => format!("{}.csv", tr(lang, "log-file-name")),
        };
        let row = purpose.row();
        Words { title: tr(lang, row.title), kind: tr(lang, row.kind), suggestion }
    }

    /// Goes on with what a dialog answered.
    pub(super) fn take_dialog(&mut self, ctx: &Context) {
        match self.platform.dialogs.answer() {
            Some(Answer::Path(purpose, path)) => self.go_on_with(ctx, purpose, path),
            Some(Answer::None(Purpose::SaveChart(_))) => self.pages.trend.saving = None,
            Some(Answer::NotShown(Purpose::SaveChart(_))) => {
                if let Some(saving) = &mut self.pages.trend.saving {
                    saving.is_typed = true;
                }
            }
            Some(Answer::NotShown(purpose)) => self.type_instead(purpose),
            Some(Answer::None(_)) | None => {}
        }
    }

    fn go_on_with(&mut self, ctx: &Context, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.ask_writer(Request::Open(path)),
            Purpose::Create => self.create(path),
            Purpose::Import => {
                self.perform_import(ctx, ImportAction::Start(ImportSource::Files(vec![path])));
            }
            Purpose::Rejected => self.save_rejected(&path),
            Purpose::Person(id) => {
                self.ask_writer(Request::Disclose { id, path, lang: self.lang() });
            }
            Purpose::SaveLog => self.save_log(ctx, &path),
            Purpose::SaveChart(_) => self.chart_place(ctx, path),
            Purpose::Folder => self.pages.half_year.folder = path.display().to_string(),
        }
    }

    /// Says that there is no dialog and takes the path by the keyboard; beside the book at first.
    fn type_instead(&mut self, purpose: Purpose) {
        let words = self.dialog_words(purpose);
        let folder = self.book.folder().unwrap_or_else(|| Path::new(""));
        let path = match purpose.row().pick {
            // Its name is the user's to say.
            Pick::File => folder.join(""),
            Pick::Folder => folder.to_owned(),
            Pick::Place => folder.join(words.suggestion),
        };
        self.overlay.typed_path = Some(TypedPath {
            purpose,
            title: words.title,
            path: path.display().to_string(),
            problem: String::new(),
            is_begun: false,
        });
    }

    pub(super) fn perform_path(&mut self, ctx: &Context, answer: QuestionAnswer) {
        let Some(mut typed) = self.overlay.typed_path.take() else { return };
        if answer == QuestionAnswer::Leave {
            return;
        }
        let path = PathBuf::from(typed.path.trim());
        if let Some(key) = unusable(typed.purpose, &path) {
            typed.problem = tr(self.lang(), key);
            self.overlay.typed_path = Some(typed);
            return;
        }
        self.go_on_with(ctx, typed.purpose, path);
    }
}

/// What a dialog would not have let through: nothing is written over without a question.
fn unusable(purpose: Purpose, path: &Path) -> Option<&'static str> {
    match purpose.row().pick {
        Pick::File => (!path.is_file()).then_some("no-dialog-no-file"),
        Pick::Folder => (!path.is_dir()).then_some("no-dialog-no-folder"),
        Pick::Place => path.exists().then_some("no-dialog-exists"),
    }
}
