//! Carries out what is done in the master data, and follows what became of it.

use crate::book::{BookError, Refusal};
use crate::text::errors::{book_error, refusal};
use crate::ui::app::App;
use crate::ui::dialogs::Purpose;
use crate::ui::jobs::{Outcome, Request};
use crate::ui::pages::{FormState, RegisterAction};
use crate::view::Page;
use crate::view::register::{FormRequest, RegisterContext, Section, Subject, field_of, made, read};

impl App {
    pub(super) fn perform_register(&mut self, ctx: &egui::Context, action: RegisterAction) {
        let Some(desk) = &self.desk else { return };
        let snapshot = std::sync::Arc::clone(&desk.state.snapshot);
        let at = RegisterContext {
            snapshot: &snapshot,
            lang: self.lang(),
            unit: self.selection.unit,
            today: self.today,
        };
        match action {
            RegisterAction::Show(section) => self.register.show(at, section),
            RegisterAction::Visit(section) => {
                self.selection.page = Page::Register;
                self.register.show(at, section);
            }
            RegisterAction::Choose(item) => self.register.choose(at, item),
            RegisterAction::Open(subject) => self.register.open(at, subject),
            RegisterAction::Cancel => self.close_form(at),
            RegisterAction::Save => self.save_form(at),
            RegisterAction::Disclose(id) => self.ask(ctx, Purpose::Person(id)),
        }
    }

    /// A form that is all there is to see begins anew; others close.
    fn close_form(&mut self, at: RegisterContext<'_>) {
        let register = &mut self.register;
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
        let Some(open) = &mut self.register.open else { return };
        if matches!(open.state, FormState::Sent(_)) {
            return;
        }
        open.refused.clear();
        match read(at, open.subject, &open.values) {
            Ok(FormRequest::Run(command)) => {
                let reason = open.reason.clone().filter(|it| !it.trim().is_empty());
                let number = self.send(match reason {
                    Some(reason) => Request::RunBecause(command, reason),
                    None => Request::Run(command),
                });
                if let (Some(open), Some(number)) = (&mut self.register.open, number) {
                    open.state = FormState::Sent(number);
                }
            }
            Ok(FormRequest::Erase(id)) => {
                let number = self.send(Request::Erase(id));
                if let (Some(open), Some(number)) = (&mut self.register.open, number) {
                    open.state = FormState::Sent(number);
                }
            }
            Err(problems) => open.problems = problems,
        }
    }

    /// The answer to a form that was sent. True when nothing more is to be said about it.
    pub(super) fn answer_form(&mut self, number: Option<u64>, outcome: &Outcome) -> bool {
        let lang = self.lang();
        let Some(open) = &mut self.register.open else { return false };
        let FormState::Sent(sent) = open.state else { return false };
        if number != Some(sent) {
            return false;
        }
        let Outcome::Failed { error, path } = outcome else {
            open.state = FormState::Saved;
            return false;
        };
        open.state = FormState::Typing;
        match error {
            BookError::Refused(Refusal::ReasonNeeded { .. }) if open.reason.is_none() => {
                open.reason = Some(String::new());
            }
            BookError::Refused(why) => match field_of(why) {
                Some(field) if !open.values.get(field).is_empty() => {
                    open.problems.insert(field, refusal(lang, why).text());
                }
                Some(_) | None => open.refused = refusal(lang, why).text(),
            },
            BookError::NotSaved(_) | BookError::NotBackedUp { .. } => {
                open.refused = book_error(lang, error, path).text();
            }
        }
        true
    }

    /// After a form was saved: what is new is shown, what is done is closed.
    pub(super) fn follow_form(&mut self) {
        let Some(desk) = &self.desk else { return };
        let snapshot = std::sync::Arc::clone(&desk.state.snapshot);
        self.register.follow(&snapshot);
        let Some(open) = &self.register.open else { return };
        if open.state != FormState::Saved {
            return;
        }
        let at = RegisterContext {
            snapshot: &snapshot,
            lang: self.lang(),
            unit: self.selection.unit,
            today: self.today,
        };
        let subject = open.subject;
        if let Some(item) = made(at, subject) {
            self.register.choose(at, item);
        } else {
            self.close_form(at);
        }
        if let Some(open) = &mut self.register.open {
            open.state = FormState::Saved;
            open.is_fresh = false;
        }
    }
}
