//! The file itself: who may write in it, its backups, and what others have changed.

use std::path::Path;

use super::actions::shown;
use crate::book::{KeptBackup, clock};
use crate::domain::{CaseworkerId, Source};
use crate::text::{dates, tr, tr_with};
use crate::ui::app::App;
use crate::ui::desk::what_it_was;
use crate::ui::jobs::{BookState, Request};
use crate::ui::pages::FileAction;
use crate::view::Tone;

impl App {
    pub(super) fn perform_file(&mut self, action: FileAction) {
        let draft = &mut self.pages.register.file;
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
        if self.book.open.is_some() && self.pages.register.file.backups.is_none() {
            self.pages.register.file.backups = Some(Vec::new());
            self.ask_writer(Request::Backups);
        }
    }

    pub(super) fn take_backups(&mut self, found: Vec<KeptBackup>, made: Option<&Path>) {
        self.pages.register.file.backups = Some(found);
        if let Some(made) = made {
            self.say(Tone::Good, "cli-backed-up", &[("path", shown(made))]);
        }
    }

    pub(super) fn take_restored(&mut self, state: BookState, kept: &Path) {
        let args = [("path", shown(&state.path)), ("kept", shown(kept))];
        self.pages.register.file.backups = None;
        self.pages.entry.forget();
        self.book.put_down(state);
        self.say(Tone::Good, "cli-restored", &args);
    }

    /// A name for the file with everything about a person.
    pub(super) fn person_suggestion(&self, id: CaseworkerId) -> String {
        let snapshot = self.book.open.as_ref().map(|it| &it.state.snapshot);
        let initials = snapshot.and_then(|snapshot| {
            let unit = snapshot.units().find(|it| it.caseworkers.contains_key(&id))?.id;
            Some(snapshot.called(unit, id)?.initials.clone())
        });
        let args = [("initials", initials.unwrap_or_default().into())];
        format!("{}.csv", tr_with(self.lang(), "person-file-name", &args))
    }

    pub(super) fn tell_disclosed(&mut self, initials: &str, path: &Path) {
        let args = [("initials", initials.into()), ("path", shown(path))];
        self.say(Tone::Good, "person-written", &args);
    }

    /// What somebody else has saved is not taken in silently.
    pub(super) fn tell_of_others(&mut self, state: &BookState) {
        let Some(desk) = &self.book.open else { return };
        let Some(entry) = &state.newest else { return };
        let is_new = desk.state.snapshot.revision < entry.id;
        if !is_new || entry.head.user == clock::author(Source::Window).user {
            return;
        }
        let lang = self.lang();
        let what = what_it_was(lang, &state.snapshot, entry);
        let args = [
            ("user", (&entry.head.user).into()),
            ("at", dates::clock(lang, entry.head.at).into()),
            ("what", what.into()),
        ];
        let text = tr_with(lang, "file-others", &args);
        let key = tr(lang, "file-others-end");
        self.overlay.notices.retain(|it| !it.text.ends_with(&key));
        self.tell(Tone::Neutral, format!("{text} {key}"));
    }
}
