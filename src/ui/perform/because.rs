//! What waits for a reason: kept when the book asks for one, sent with it, or given up.

use crate::book::{BookError, Refusal};
use crate::domain::Month;
use crate::text::errors::refusal;
use crate::ui::app::App;
use crate::ui::because::{Because, BecauseAction, Waiting};
use crate::ui::jobs::{Outcome, Request};

impl App {
    pub(super) fn ask_why(&mut self, month: Month, waiting: Waiting) {
        let because = self.because.get_or_insert_with(|| Because {
            month,
            reason: String::new(),
            waiting: Vec::new(),
        });
        because.waiting.push(waiting);
    }

    /// Cells that an issued overview covers wait for a reason. True when this was such an answer.
    pub(super) fn answer_why(&mut self, number: Option<u64>, outcome: &Outcome) -> bool {
        let Some(number) = number else { return false };
        let Some(command) = self.entry.commands.remove(&number) else { return false };
        let Outcome::Failed { error: BookError::Refused(why), .. } = outcome else { return false };
        let Refusal::ReasonNeeded { month } = why else { return false };
        let texts = self.entry.answered(number);
        self.ask_why(*month, Waiting::Cells(command, texts));
        true
    }

    pub(super) fn perform_because(&mut self, action: BecauseAction) {
        let Some(because) = self.because.take() else { return };
        let reason = because.reason.trim().to_owned();
        for waiting in because.waiting {
            match (waiting, action) {
                (Waiting::Cells(command, texts), BecauseAction::Send) => {
                    let request = Request::RunBecause(command, reason.clone());
                    if let Some(number) = self.send(request) {
                        self.entry.sent(number, texts);
                    }
                }
                (Waiting::Cells(_, texts), BecauseAction::Leave) => {
                    let why = Refusal::ReasonNeeded { month: because.month };
                    let words = refusal(self.lang(), &why).text();
                    self.refuse_all(texts, &words);
                }
                (Waiting::Import, BecauseAction::Send) => self.store_import(Some(reason.clone())),
                (Waiting::Import, BecauseAction::Leave) => {}
            }
        }
    }
}
