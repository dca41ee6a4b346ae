//! Carries out what is done on the page of an import, and follows the reading and the storing.

use std::path::Path;
use std::sync::Arc;

use egui::Context;

use crate::book::{BookError, Circumstances, Refusal};
use crate::export::write_rejected;
use crate::import::{ImportSource, Mapping};
use crate::text::{import as sentences, tr};
use crate::ui::app::App;
use crate::ui::correction_reason::NeedsReason;
use crate::ui::desk::name_of;
use crate::ui::dialogs::Purpose;
use crate::ui::jobs::{Outcome, Request, Ticket, Turn};
use crate::ui::pages::{ImportAction, ImportStep, Importing};
use crate::ui::pending::Waiting;
use crate::view::Tone;

impl App {
    pub(super) fn perform_import(&mut self, ctx: &Context, action: ImportAction) {
        if self.book.open.is_none() {
            return self.say(Tone::Warning, "importing-no-book", &[]);
        }
        match action {
            ImportAction::Begin | ImportAction::Stop => {
                self.pages.importing = Some(Importing::new(self.platform.today));
            }
            ImportAction::Ask => self.ask(ctx, Purpose::Import),
            ImportAction::AskRejected => self.ask(ctx, Purpose::Rejected),
            ImportAction::Start(source) => {
                let mut importing = Importing::new(self.platform.today);
                importing.name = self.source_name(&source);
                importing.source = Some(source);
                self.pages.importing = Some(importing);
                self.read_import(ctx);
            }
            ImportAction::Store => self.store_import(None),
            ImportAction::Close => self.pages.importing = None,
            ImportAction::Choose(choice) => {
                if let Some(importing) = &mut self.pages.importing {
                    importing.choose(choice);
                    self.read_import(ctx);
                }
            }
        }
    }

    fn source_name(&self, source: &ImportSource) -> String {
        match source {
            ImportSource::Pasted(_) => tr(self.lang(), "importing-pasted"),
            ImportSource::Files(paths) => {
                let names = paths.iter().filter_map(|it| it.file_name());
                names.map(|it| it.to_string_lossy()).collect::<Vec<_>>().join(", ")
            }
        }
    }

    fn read_import(&mut self, ctx: &Context) {
        let Some(desk) = &self.book.open else { return };
        let snapshot = Arc::clone(&desk.state.snapshot);
        let started = self.pages.importing.as_mut().map(|it| it.read(snapshot, ctx));
        if let Some(Err(_no_thread)) = started {
            self.lose_import();
        }
    }

    fn lose_import(&mut self) {
        self.pages.importing = Some(Importing::new(self.platform.today));
        self.say(Tone::Bad, "importing-lost", &[]);
    }

    /// `reason` is asked for where an issued overview covers it and the file brings none.
    pub(super) fn store_import(&mut self, reason: Option<String>) {
        let Some(mut importing) = self.pages.importing.take() else { return };
        if let ImportStep::Looking(reading) = importing.step {
            let plan = Box::new(reading.plan.clone());
            let circumstances = Circumstances { detail: importing.name.clone(), reason };
            let request = Request::Import { plan, circumstances };
            importing.step = match self.send(request, Waiting::Import) {
                Some(ticket) => ImportStep::Storing(ticket, reading),
                None => ImportStep::Looking(reading),
            };
        }
        self.pages.importing = Some(importing);
    }

    /// True when nothing more is to be said about it.
    pub(super) fn answer_import(
        &mut self,
        ctx: &Context,
        ticket: Ticket,
        outcome: &Outcome,
    ) -> bool {
        let Some(importing) = &mut self.pages.importing else { return false };
        if !matches!(&importing.step, ImportStep::Storing(sent, _) if *sent == ticket) {
            return false;
        }
        let shape = importing.shape();
        let step = std::mem::replace(&mut importing.step, ImportStep::Choosing);
        let ImportStep::Storing(_, planned) = step else { return false };
        if matches!(outcome, Outcome::Moved(_)) {
            let verdict = &planned.plan.verdict;
            let args = [
                ("new", verdict.new_rows().to_string().into()),
                ("changed", verdict.changed_rows().to_string().into()),
            ];
            let mapping = importing.mapping.clone();
            self.pages.importing = None;
            // One more was made before it.
            self.pages.register.file.backups = None;
            self.remember_mapping(&shape, &mapping);
            self.say(Tone::Good, "importing-stored", &args);
            return false;
        }
        // The book has moved since: what was planned is planned again.
        if matches!(outcome, Outcome::Nothing) {
            self.read_import(ctx);
            self.say(Tone::Warning, "importing-moved", &[]);
            return true;
        }
        importing.step = ImportStep::Looking(planned);
        let Outcome::Failed { error: BookError::Refused(why), .. } = outcome else { return false };
        let Refusal::ReasonNeeded { month } = why else { return false };
        self.overlay.ask_reason(*month, NeedsReason::Import);
        true
    }

    fn remember_mapping(&mut self, shape: &str, mapping: &Mapping) {
        if !shape.is_empty() && *mapping != Mapping::default() {
            self.settings.now.remember_mapping(shape, mapping.to_toml());
            self.settings.keep();
        }
    }

    /// Takes in what the reading came to; a form that is known is read as it was last time.
    pub(super) fn follow_import(&mut self, ctx: &Context) {
        let Some(importing) = &mut self.pages.importing else { return };
        let ImportStep::Reading(task) = &importing.step else { return };
        match task.turn() {
            Turn::Working => {}
            Turn::Lost => self.lose_import(),
            Turn::Done(Ok(reading)) => {
                importing.step = ImportStep::Looking(Box::new(reading));
                let shape = importing.shape();
                let remembered = self.settings.now.mapping_of(&shape).map(Mapping::parse);
                if let (false, Some(Ok(mapping))) = (importing.is_told, remembered) {
                    importing.mapping = mapping;
                    importing.is_told = true;
                    self.read_import(ctx);
                }
            }
            Turn::Done(Err(error)) => {
                let text = sentences::import_error(self.lang(), &error).text();
                self.pages.importing = Some(Importing::new(self.platform.today));
                self.tell(Tone::Bad, text);
            }
        }
    }

    /// Writes what was refused and left out, with places and reasons.
    pub(in crate::ui) fn save_rejected(&mut self, path: &Path) {
        let lang = self.lang();
        let Some(Importing { step: ImportStep::Looking(reading), .. }) = &self.pages.importing
        else {
            return;
        };
        match write_rejected(&reading.plan.verdict, lang, path) {
            Ok(()) => {
                self.say(Tone::Good, "importing-rejected-saved", &[("file", name_of(path).into())]);
            }
            Err(error) => {
                let args = [("reason", error.to_string().into())];
                self.say(Tone::Bad, "importing-rejected-failed", &args);
            }
        }
    }
}
