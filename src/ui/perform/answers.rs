//! Takes in what the writer answers: each answer goes to who waits for it, and what it says of the book to all.

use std::path::Path;

use egui::Context;

use crate::domain::{Snapshot, UnitData};
use crate::text::errors::book_error;
use crate::text::tr;
use crate::ui::app::App;
use crate::ui::jobs::{Outcome, Ticket};
use crate::ui::overlay::Overlay;
use crate::ui::pages::{OverviewDraft, RegisterDraft};
use crate::ui::pending::Waiting;
use crate::view::Tone;

impl App {
    /// Everything that has come since the last frame.
    pub(in crate::ui) fn take_in(&mut self, ctx: &Context) {
        while let Some(reply) = self.book.writer.reply() {
            let waiting = reply.ticket.and_then(|it| Some((it, self.book.pending.remove(&it)?)));
            let is_said = waiting
                .is_some_and(|(ticket, waiting)| self.answer(ctx, ticket, waiting, &reply.outcome));
            if !is_said {
                self.take_outcome(ctx, reply.outcome);
            }
            self.follow_form();
        }
        self.take_dialog(ctx);
        self.follow_import(ctx);
        self.take_written();
        self.take_copied(ctx);
        self.follow_log_file();
        self.take_composed();
        self.take_made(ctx);
        if let Some(problem) = self.settings.problem() {
            self.say(Tone::Warning, "ui-settings-unwritable", &[("reason", problem.into())]);
        }
    }

    /// Tells who waits. True when nothing more is to be said about it.
    fn answer(
        &mut self,
        ctx: &Context,
        ticket: Ticket,
        waiting: Waiting,
        outcome: &Outcome,
    ) -> bool {
        match waiting {
            Waiting::Cells(command) => self.answer_cells(ticket, command, outcome),
            Waiting::Step(opening) => self.answer_step(opening, outcome),
            Waiting::Edition(number) => self.answer_edition(&number, outcome),
            Waiting::Import => self.answer_import(ctx, ticket, outcome),
            Waiting::Event => self.answer_event(ticket, outcome),
            Waiting::Form => self.answer_form(ticket, outcome),
            Waiting::LogStep => self.answer_log(ticket, outcome),
        }
    }

    fn take_outcome(&mut self, ctx: &Context, outcome: Outcome) {
        match outcome {
            Outcome::Opened(state) => {
                self.keep_drafts();
                self.book.opening = None;
                self.overlay = Overlay::default();
                self.remember_file(&state.path);
                self.title(ctx, Some(&state.path));
                self.look_at_newest(&state.snapshot);
                self.pages.register = RegisterDraft::default();
                self.pages.half_year = OverviewDraft::remembered(&self.settings.now, &state.path);
                self.pages.importing = None;
                self.pages.entry.forget();
                self.book.put_down(state);
                self.restore_drafts();
            }
            Outcome::Moved(state) => {
                self.tell_of_others(&state);
                if let Some(desk) = &mut self.book.open {
                    desk.state = state;
                }
            }
            Outcome::Nothing => {}
            Outcome::Log(lines) => self.take_log(lines),
            Outcome::Erased(erased, state) => self.take_erased(&erased, state),
            Outcome::Backups(found, made) => self.take_backups(found, made.as_deref()),
            Outcome::Disclosed { initials, path } => self.tell_disclosed(&initials, &path),
            Outcome::Restored(state, kept) => self.take_restored(state, &kept),
            Outcome::Failed { error, path } => {
                if let Some(desk) = &mut self.book.open {
                    desk.log_is_coming = false;
                }
                self.book.opening = None;
                self.tell(Tone::Bad, book_error(self.lang(), &error, &path).text());
            }
            Outcome::Closed => {
                self.keep_drafts();
                self.pages.entry.forget();
                self.book.open = None;
                self.title(ctx, None);
            }
        }
    }

    /// The sample's own folder may be gone tomorrow; other files are offered again.
    fn remember_file(&mut self, path: &Path) {
        if !path.starts_with(tempfile::env::temp_dir()) {
            self.settings.now.remember(path);
            self.settings.keep();
        }
    }

    /// A period after the newest figures has nothing to show.
    fn look_at_newest(&mut self, snapshot: &Snapshot) {
        let newest = snapshot.units().filter_map(UnitData::last_typed_month);
        if let Some(newest) = newest.max() {
            let half_year = self.selection.half_year.min(newest.half_year());
            self.selection.half_year = half_year;
        }
    }

    /// The window is called after its file.
    fn title(&self, ctx: &Context, path: Option<&Path>) {
        let app = tr(self.lang(), "app-name");
        let title = match path.and_then(Path::file_stem) {
            Some(file) => format!("{} – {app}", file.to_string_lossy()),
            None => app,
        };
        ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
    }
}
