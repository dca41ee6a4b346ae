//! Carries out what is done in the master data, and follows what became of it.

use crate::book::{BookError, Refusal};
use crate::domain::Snapshot;
use crate::text::errors::book_error;
use crate::ui::app::App;
use crate::ui::dialogs::Purpose;
use crate::ui::jobs::{Outcome, Request, Ticket};
use crate::ui::pages::{FormState, RegisterAction};
use crate::ui::pending::Waiting;
use crate::view::Page;
use crate::view::register::{FormRequest, RegisterContext, Section, Subject, field_of, made, read};

impl App {
    pub(super) fn perform_register(&mut self, ctx: &egui::Context, action: RegisterAction) {
        let Some(desk) = &self.book.open else { return };
        let snapshot = std::sync::Arc::clone(&desk.state.snapshot);
        let at = self.register_context(&snapshot);
        match action {
            RegisterAction::Show(section) => self.pages.register.show(at, section),
            RegisterAction::Visit(section) => {
                self.selection.page = Page::Register;
                self.pages.register.show(at, section);
            }
            RegisterAction::Choose(item) => self.pages.register.choose(at, item),
            RegisterAction::Open(subject) => self.pages.register.open(at, subject),
            RegisterAction::Cancel => self.close_form(at),
            RegisterAction::Save => self.save_form(at),
            RegisterAction::Disclose(id) => self.ask(ctx, Purpose::Person(id)),
        }
    }

    fn register_context<'a>(&self, snapshot: &'a Snapshot) -> RegisterContext<'a> {
        let (unit, today) = (self.selection.unit, self.platform.today);
        RegisterContext { snapshot, lang: self.lang(), unit, today }
    }

    /// A form that is all there is to see begins anew; others close.
    fn close_form(&mut self, at: RegisterContext<'_>) {
        let register = &mut self.pages.register;
        let stays = match register.chosen {
            Some(item) => item.form(),
            None if register.section == Section::Settings => Some(Subject::Settings),
            None => None,
        };
        register.open = None;
        if let Some(subject) = stays {
            register.open(at, subject);
        }
    }

    /// Sends what is typed; what is wrong is said beside its field instead. Never twice at once.
    fn save_form(&mut self, at: RegisterContext<'_>) {
        let Some(open) = &mut self.pages.register.open else { return };
        if matches!(open.state, FormState::Sent(_)) {
            return;
        }
        open.refused.clear();
        match read(at, open.subject, &open.values) {
            Ok(request) => {
                let reason = open.reason.clone().filter(|it| !it.trim().is_empty());
                let request = match request {
                    FormRequest::Run(command) => Request::Run(command, reason),
                    FormRequest::Erase(id) => Request::Erase(id),
                };
                let ticket = self.send(request, Waiting::Form);
                if let (Some(open), Some(ticket)) = (&mut self.pages.register.open, ticket) {
                    open.state = FormState::Sent(ticket);
                }
            }
            Err(problems) => open.problems = problems,
        }
    }

    /// True when nothing more is to be said about it.
    pub(super) fn answer_form(&mut self, ticket: Ticket, outcome: &Outcome) -> bool {
        let lang = self.lang();
        let sent = FormState::Sent(ticket);
        let open = self.pages.register.open.as_mut();
        let Some(open) = open.filter(|it| it.state == sent) else { return false };
        let Outcome::Failed { error, path } = outcome else {
            open.state = FormState::Saved;
            return false;
        };
        open.state = FormState::Typing;
        let words = book_error(lang, error, path).text();
        let why = if let BookError::Refused(why) = error { Some(why) } else { None };
        if matches!(why, Some(Refusal::ReasonNeeded { .. })) && open.reason.is_none() {
            open.reason = Some(String::new());
            return true;
        }
        match why.and_then(field_of).filter(|it| !open.values.get(it).is_empty()) {
            Some(field) => drop(open.problems.insert(field, words)),
            None => open.refused = words,
        }
        true
    }

    /// After a form was saved: what is new is shown, what is done is closed.
    pub(super) fn follow_form(&mut self) {
        let Some(desk) = &self.book.open else { return };
        let snapshot = std::sync::Arc::clone(&desk.state.snapshot);
        self.pages.register.follow(&snapshot);
        let Some(open) = &self.pages.register.open else { return };
        if open.state != FormState::Saved {
            return;
        }
        let at = self.register_context(&snapshot);
        let subject = open.subject;
        if let Some(item) = made(at, subject) {
            self.pages.register.choose(at, item);
        } else {
            self.close_form(at);
        }
        if let Some(open) = &mut self.pages.register.open {
            open.state = FormState::Saved;
            open.is_fresh = false;
        }
    }
}
