//! What waits for a reason: sent with it, or given up.

use crate::book::Refusal;
use crate::text::errors::refusal;
use crate::ui::app::App;
use crate::ui::correction_reason::NeedsReason;
use crate::ui::jobs::Request;
use crate::ui::pending::Waiting;
use crate::ui::widgets::QuestionAnswer;

impl App {
    pub(super) fn perform_reason(&mut self, answer: QuestionAnswer) {
        let Some(asked) = self.overlay.reason.take() else { return };
        let reason = asked.reason.trim().to_owned();
        for waiting in asked.waiting {
            match (waiting, answer) {
                (NeedsReason::Cells(command, texts), QuestionAnswer::Send) => {
                    let request = Request::Run(command, Some(reason.clone()));
                    if let Some(ticket) = self.send(request, Waiting::Cells(None)) {
                        self.pages.entry.cells.sent(ticket, texts);
                    }
                }
                (NeedsReason::Cells(_, texts), QuestionAnswer::Leave) => {
                    let why = Refusal::ReasonNeeded { month: asked.month };
                    let words = refusal(self.lang(), &why).text();
                    self.pages.entry.cells.refuse_all(texts, &words);
                }
                (NeedsReason::Import, QuestionAnswer::Send) => {
                    self.store_import(Some(reason.clone()));
                }
                (NeedsReason::Import, QuestionAnswer::Leave) => {}
            }
        }
    }
}
