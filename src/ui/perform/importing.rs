//! Carries out what is done on the page of an import, and follows the reading and the storing.

use std::path::Path;
use std::sync::Arc;

use egui::Context;

use crate::book::{BookError, Circumstances, Refusal};
use crate::export::write_rejected;
use crate::import::Mapping;
use crate::text::{import as sentences, tr, tr_with};
use crate::ui::app::App;
use crate::ui::because::Waiting;
use crate::ui::dialogs::Purpose;
use crate::ui::importing::{ImportAction, Importing, Source, Step};
use crate::ui::jobs::{Outcome, Request, Turn};
use crate::view::{Notice, Tone};

impl App {
    pub(in crate::ui) fn perform_import(&mut self, ctx: &Context, action: ImportAction) {
        if self.desk.is_none() {
            let text = tr(self.lang(), "importing-no-book");
            return self.notify(Notice { tone: Tone::Warning, text });
        }
        match action {
            ImportAction::Begin | ImportAction::Stop => {
                self.importing = Some(Importing::new(self.today));
            }
            ImportAction::Ask => self.ask(ctx, Purpose::Import),
            ImportAction::AskRejected => self.ask(ctx, Purpose::Rejected),
            ImportAction::Start(source) => {
                let mut importing = Importing::new(self.today);
                importing.name = self.source_name(&source);
                importing.source = Some(source);
                self.importing = Some(importing);
                self.read_import(ctx);
            }
            ImportAction::Store => self.store_import(None),
            ImportAction::Close => self.importing = None,
            ImportAction::Tell(told) => {
                if let Some(importing) = &mut self.importing {
                    importing.tell(told);
                    self.read_import(ctx);
                }
            }
        }
    }

    fn source_name(&self, source: &Source) -> String {
        match source {
            Source::Pasted(_) => tr(self.lang(), "importing-pasted"),
            Source::Files(paths) => {
                let names = paths.iter().filter_map(|it| it.file_name());
                names.map(|it| it.to_string_lossy()).collect::<Vec<_>>().join(", ")
            }
        }
    }

    fn read_import(&mut self, ctx: &Context) {
        let Some(desk) = &self.desk else { return };
        let snapshot = Arc::clone(&desk.state.snapshot);
        let ctx = ctx.clone();
        let started =
            self.importing.as_mut().map(|it| it.read(snapshot, move || ctx.request_repaint()));
        if let Some(Err(_no_thread)) = started {
            self.lose_import();
        }
    }

    fn lose_import(&mut self) {
        self.importing = Some(Importing::new(self.today));
        let text = tr(self.lang(), "importing-lost");
        self.notify(Notice { tone: Tone::Bad, text });
    }

    /// `reason` is asked for where an issued overview covers it and the file brings none.
    pub(super) fn store_import(&mut self, reason: Option<String>) {
        let Some(mut importing) = self.importing.take() else { return };
        if let Step::Looking(reading) = importing.step {
            let plan = Box::new(reading.plan.clone());
            let revision = reading.revision;
            let circumstances = Circumstances { detail: importing.name.clone(), reason };
            let request = Request::Import { plan, revision, circumstances };
            importing.step = match self.send(request) {
                Some(number) => Step::Storing(number, reading),
                None => Step::Looking(reading),
            };
        }
        self.importing = Some(importing);
    }

    /// The answer to an import that was sent. True when nothing more is to be said about it.
    pub(in crate::ui) fn answer_import(
        &mut self,
        ctx: &Context,
        number: Option<u64>,
        outcome: &Outcome,
    ) -> bool {
        let lang = self.lang();
        let Some(importing) = &mut self.importing else { return false };
        if !matches!(&importing.step, Step::Storing(sent, _) if Some(*sent) == number) {
            return false;
        }
        let shape = importing.shape();
        let Step::Storing(_, reading) = std::mem::replace(&mut importing.step, Step::Choosing)
        else {
            return false;
        };
        match outcome {
            Outcome::Moved(_) => {
                let verdict = &reading.plan.verdict;
                let args = [
                    ("new", verdict.new_rows().to_string().into()),
                    ("changed", verdict.changed_rows().to_string().into()),
                ];
                let text = tr_with(lang, "importing-stored", &args);
                let mapping = importing.mapping.clone();
                self.importing = None;
                // One more was made before it.
                self.register.file.backups = None;
                self.remember_mapping(&shape, &mapping);
                self.notify(Notice { tone: Tone::Good, text });
                false
            }
            // The book has moved since: what was planned is planned again.
            Outcome::Nothing => {
                self.read_import(ctx);
                let text = tr(lang, "importing-moved");
                self.notify(Notice { tone: Tone::Warning, text });
                true
            }
            Outcome::Failed {
                error: BookError::Refused(Refusal::ReasonNeeded { month }), ..
            } => {
                importing.step = Step::Looking(reading);
                self.ask_why(*month, Waiting::Import);
                true
            }
            Outcome::Opened(_)
            | Outcome::Failed { .. }
            | Outcome::Log(_)
            | Outcome::Erased(..)
            | Outcome::Backups(..)
            | Outcome::Disclosed { .. }
            | Outcome::Restored(..)
            | Outcome::Closed => {
                importing.step = Step::Looking(reading);
                false
            }
        }
    }

    fn remember_mapping(&mut self, shape: &str, mapping: &Mapping) {
        if !shape.is_empty() && *mapping != Mapping::default() {
            self.settings.remember_mapping(shape, mapping.to_toml());
            self.keep();
        }
    }

    /// Takes in what the reading came to; a form that is known is read as it was last time.
    pub(in crate::ui) fn follow_import(&mut self, ctx: &Context) {
        let Some(importing) = &mut self.importing else { return };
        let Step::Reading(task) = &importing.step else { return };
        match task.turn() {
            Turn::Working => {}
            Turn::Lost => self.lose_import(),
            Turn::Done(Ok(reading)) => {
                importing.step = Step::Looking(Box::new(reading));
                let shape = importing.shape();
                let remembered = self.settings.mapping_of(&shape).map(Mapping::parse);
                if let (false, Some(Ok(mapping))) = (importing.is_told, remembered) {
                    importing.mapping = mapping;
                    importing.is_told = true;
                    self.read_import(ctx);
                }
            }
            Turn::Done(Err(error)) => {
                let text = sentences::import_error(self.lang(), &error).text();
                self.importing = Some(Importing::new(self.today));
                self.notify(Notice { tone: Tone::Bad, text });
            }
        }
    }

    /// Writes what was refused and left out, with places and reasons.
    pub(in crate::ui) fn save_rejected(&mut self, path: &Path) {
        let lang = self.lang();
        let Some(Importing { step: Step::Looking(reading), .. }) = &self.importing else { return };
        let written = write_rejected(&reading.plan.verdict, lang, path);
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let notice = match written {
            Ok(()) => Notice {
                tone: Tone::Good,
                text: tr_with(lang, "importing-rejected-saved", &[("file", name.into())]),
            },
            Err(error) => Notice {
                tone: Tone::Bad,
                text: tr_with(
                    lang,
                    "importing-rejected-failed",
                    &[("reason", error.to_string().into())],
                ),
            },
        };
        self.notify(notice);
    }
}
