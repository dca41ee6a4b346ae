//! What lies over every page: messages, and questions that are answered in one line.

use egui::Context;

use super::action::Action;
use super::correction_reason::{CorrectionReason, NeedsReason, correction_reason_ui};
use super::typed_path::{TypedPath, typed_path_ui};
use crate::domain::Month;
use crate::text::Lang;
use crate::view::Notice;

/// Messages that stand at once.
const MOST_NOTICES: usize = 3;

#[derive(Debug, Default)]
pub struct Overlay {
    pub notices: Vec<Notice>,
    /// Why an issued figure is corrected, while that is asked.
    pub reason: Option<CorrectionReason>,
    /// Asked for where the system shows no dialog.
    pub typed_path: Option<TypedPath>,
}

impl Overlay {
    /// A message that stands already is not said twice.
    pub fn notify(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
        // The oldest give way: messages must not push the page out of the window.
        let many = self.notices.len().saturating_sub(MOST_NOTICES);
        self.notices.drain(..many);
    }

    pub fn ask_reason(&mut self, month: Month, waiting: NeedsReason) {
        let begun = || CorrectionReason { month, reason: String::new(), waiting: Vec::new() };
        self.reason.get_or_insert_with(begun).waiting.push(waiting);
    }

    pub fn questions_ui(&mut self, ctx: &Context, lang: Lang) -> Vec<Action> {
        let reason = self.reason.as_mut().and_then(|it| correction_reason_ui(ctx, it, lang));
        let path = self.typed_path.as_mut().and_then(|it| typed_path_ui(ctx, it, lang));
        reason.map(Action::Reason).into_iter().chain(path.map(Action::Path)).collect()
    }
}
