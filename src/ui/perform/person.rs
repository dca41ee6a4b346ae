//! A person's own data: where it goes, and what is said when it is there.

use std::path::{Path, PathBuf};

use crate::domain::CaseworkerId;
use crate::text::tr_with;
use crate::ui::app::App;
use crate::ui::jobs::Request;
use crate::view::{Notice, Tone};

impl App {
    /// A name for the file.
    pub(super) fn person_suggestion(&self, id: CaseworkerId) -> String {
        let snapshot = self.desk.as_ref().map(|it| &it.state.snapshot);
        let initials = snapshot.and_then(|snapshot| {
            let unit = snapshot.units().find(|it| it.caseworkers.contains_key(&id))?.id;
            Some(snapshot.called(unit, id)?.initials.clone())
        });
        let args = [("initials", initials.unwrap_or_default().into())];
        format!("{}.csv", tr_with(self.lang(), "person-file-name", &args))
    }

    /// Reads the whole log and writes the file, both where no frame waits for it.
    pub(in crate::ui) fn disclose(&mut self, id: CaseworkerId, path: PathBuf) {
        self.ask_writer(Request::Disclose { id, path, lang: self.lang() });
    }

    pub(super) fn tell_disclosed(&mut self, initials: &str, path: &Path) {
        let args = [("initials", initials.into()), ("path", path.display().to_string().into())];
        let text = tr_with(self.lang(), "person-written", &args);
        self.notify(Notice { tone: Tone::Good, text });
    }
}
