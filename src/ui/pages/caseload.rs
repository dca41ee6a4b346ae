//! The page of cases per caseworker.

use egui::Ui;

use super::trend::trend_ui;
use crate::text::Lang;
use crate::ui::action::Action;
use crate::view::TrendModel;

/// `None` where no unit has caseworkers.
pub fn caseload_ui(ui: &mut Ui, model: Option<&TrendModel>, lang: Lang) -> Vec<Action> {
    trend_ui(ui, model, lang, "ui-caseload-empty")
}
