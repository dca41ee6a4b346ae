//! Asks for a path by a dialog, or by typing where there is none, and goes on with the answer.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::text::tr;
use crate::ui::app::App;
use crate::ui::charts::ChartForm;
use crate::ui::dialogs::{Answer, EXTENSION, Purpose, Words};
use crate::ui::importing::{ImportAction, Source};
use crate::ui::jobs::Request;
use crate::ui::typed_path::{TypedPath, TypedPathAction};

impl App {
    pub(in crate::ui) fn ask(&mut self, ctx: &Context, purpose: Purpose) {
        let words = self.dialog_words(purpose);
        let ctx = ctx.clone();
        let wake = move || ctx.request_repaint();
        self.dialogs.ask(purpose, words, wake);
    }

    fn dialog_words(&self, purpose: Purpose) -> Words {
        let lang = self.lang();
        let title = match purpose {
            Purpose::Open => "ui-start-open",
            Purpose::Create => "ui-start-new",
            Purpose::Import => "importing-title",
            Purpose::Rejected => "importing-save-rejected",
            Purpose::SaveLog => "log-title",
            Purpose::SaveChart(ChartForm::Svg) => "charts-save-svg",
            Purpose::SaveChart(ChartForm::Png) => "charts-save-png",
            Purpose::SaveChart(ChartForm::Csv) => "charts-save-csv",
            Purpose::Folder => "half-year-folder",
            Purpose::Person(_) => "register-disclose",
        };
        let (kind, suggestion) = match purpose {
            Purpose::Open | Purpose::Create => {
                ("ui-file-kind", format!("{}.{EXTENSION}", tr(lang, "ui-file-suggestion")))
            }
            Purpose::Import | Purpose::Rejected => {
                ("importing-kind", format!("{}.csv", tr(lang, "importing-rejected-name")))
            }
            Purpose::SaveChart(form) => ("charts-kind", self.chart_suggestion(form)),
            Purpose::Folder => ("ui-file-kind", String::new()),
            Purpose::Person(id) => ("person-kind", self.person_suggestion(id)),
            Purpose::SaveLog => ("log-csv-kind", format!("{}.csv", tr(lang, "log-file-name"))),
        };
        Words { title: tr(lang, title), kind: tr(lang, kind), suggestion }
    }

    /// Goes on with what a dialog answered.
    pub(super) fn take_dialog(&mut self, ctx: &Context) {
        match self.dialogs.answer() {
            Some(Answer::Path(purpose, path)) => self.go_on_with(ctx, purpose, path),
            Some(Answer::None(Purpose::SaveChart(_))) => self.charts.saving = None,
            Some(Answer::NotShown(Purpose::SaveChart(_))) => {
                if let Some(saving) = &mut self.charts.saving {
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
                self.perform_import(ctx, ImportAction::Start(Source::Files(vec![path])));
            }
            Purpose::Rejected => self.save_rejected(&path),
            Purpose::Person(id) => self.disclose(id, path),
            Purpose::SaveLog => self.save_log(ctx, &path),
            Purpose::SaveChart(_) => self.chart_place(ctx, path),
            Purpose::Folder => self.overview.folder = path.display().to_string(),
        }
    }

    /// Says that there is no dialog and takes the path by the keyboard; beside the book at first.
    fn type_instead(&mut self, purpose: Purpose) {
        let words = self.dialog_words(purpose);
        let beside = self.desk.as_ref().and_then(|it| it.state.path.parent());
        let folder = beside.unwrap_or_else(|| Path::new(""));
        let path = match purpose {
            // Its name is the user's to say.
            Purpose::Open | Purpose::Import => folder.join(""),
            Purpose::Folder => folder.to_owned(),
            Purpose::Create
            | Purpose::Rejected
            | Purpose::Person(_)
            | Purpose::SaveLog
            | Purpose::SaveChart(_) => folder.join(words.suggestion),
        };
        self.typed_path = Some(TypedPath {
            purpose,
            title: words.title,
            path: path.display().to_string(),
            problem: String::new(),
            is_begun: false,
        });
    }

    pub(super) fn perform_path(&mut self, ctx: &Context, action: TypedPathAction) {
        let Some(mut typed) = self.typed_path.take() else { return };
        if action == TypedPathAction::Leave {
            return;
        }
        let path = PathBuf::from(typed.path.trim());
        if let Some(key) = unusable(typed.purpose, &path) {
            typed.problem = tr(self.lang(), key);
            self.typed_path = Some(typed);
            return;
        }
        self.go_on_with(ctx, typed.purpose, path);
    }
}

/// What a dialog would not have let through: nothing is written over without a question.
fn unusable(purpose: Purpose, path: &Path) -> Option<&'static str> {
    match purpose {
        Purpose::Folder => (!path.is_dir()).then_some("no-dialog-no-folder"),
        Purpose::Open | Purpose::Import => (!path.is_file()).then_some("no-dialog-no-file"),
        Purpose::Create
        | Purpose::Rejected
        | Purpose::Person(_)
        | Purpose::SaveLog
        | Purpose::SaveChart(_) => path.exists().then_some("no-dialog-exists"),
    }
}
