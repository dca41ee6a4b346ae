//! The file itself: who may write in it, its backups, and what others have changed.

use std::path::Path;

use crate::book::{KeptBackup, clock};
use crate::domain::Source;
use crate::text::{dates, tr, tr_with};
use crate::ui::app::App;
use crate::ui::jobs::{BookState, Request};
use crate::ui::pages::FileAction;
use crate::view::{Notice, Tone};

impl App {
    pub(super) fn perform_file(&mut self, action: FileAction) {
        let draft = &mut self.register.file;
        match action {
            FileAction::TakeOver => self.ask_writer(Request::TakeOver),
            FileAction::BackUp => self.ask_writer(Request::BackUp),
            FileAction::Ask(path) => draft.asked = Some(path),
            FileAction::Never => draft.asked = None,
            FileAction::Restore(path) => {
                draft.asked = None;
                self.ask_writer(Request::Restore(path));
            }
        }
    }

    /// Asks once which backups there are.
    pub(in crate::ui) fn want_backups(&mut self) {
        if self.desk.is_some() && self.register.file.backups.is_none() {
            self.register.file.backups = Some(Vec::new());
            self.ask_writer(Request::Backups);
        }
    }

    pub(super) fn take_backups(&mut self, found: Vec<KeptBackup>, made: Option<&Path>) {
        self.register.file.backups = Some(found);
        if let Some(made) = made {
            let args = [("path", made.display().to_string().into())];
            let text = tr_with(self.lang(), "cli-backed-up", &args);
            self.notify(Notice { tone: Tone::Good, text });
        }
    }

    pub(super) fn take_restored(&mut self, state: BookState, kept: &Path) {
        let args = [
            ("path", state.path.display().to_string().into()),
            ("kept", kept.display().to_string().into()),
        ];
        let text = tr_with(self.lang(), "cli-restored", &args);
        self.openings += 1;
        self.register.file.backups = None;
        self.entry.forget();
        self.desk = Some(crate::ui::desk::Desk::new(self.openings, state));
        self.notify(Notice { tone: Tone::Good, text });
    }

    /// What somebody else has saved is not taken in silently.
    pub(super) fn tell_of_others(&mut self, state: &BookState) {
        let Some(desk) = &self.desk else { return };
        let Some(entry) = &state.newest else { return };
        let is_new = desk.state.snapshot.revision < entry.id;
        if !is_new || entry.user == clock::author(Source::Window).user {
            return;
        }
        let lang = self.lang();
        let what = if entry.detail.is_empty() {
            crate::text::changes::summary(lang, &state.snapshot, entry)
        } else {
            entry.detail.clone()
        };
        let args = [
            ("user", (&entry.user).into()),
            ("at", dates::clock(lang, entry.at).into()),
            ("what", what.into()),
        ];
        let text = tr_with(lang, "file-others", &args);
        let key = tr(lang, "file-others-end");
        self.notices.retain(|it| !it.text.ends_with(&key));
        self.notify(Notice { tone: Tone::Neutral, text: format!("{text} {key}") });
    }
}
