//! The page of waiting times.

use egui::Ui;

use super::trend::trend_ui;
use crate::text::Lang;
use crate::ui::action::Action;
use crate::view::TrendModel;

/// `None` where no unit keeps a waiting list.
pub fn waiting_ui(ui: &mut Ui, model: Option<&TrendModel>, lang: Lang) -> Vec<Action> {
    trend_ui(ui, model, lang, "ui-waiting-empty")
}
