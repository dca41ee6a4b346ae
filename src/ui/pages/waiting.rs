//! The page of waiting times.

use egui::Ui;

use super::RegisterAction;
use super::trend::trend_ui;
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::widgets::link_ui;
use crate::view::TrendModel;
use crate::view::register::Section;

/// `None` where no unit keeps a waiting list.
pub fn waiting_ui(ui: &mut Ui, model: Option<&TrendModel>, lang: Lang) -> Vec<Action> {
    let mut actions = trend_ui(ui, model, lang, "ui-waiting-empty");
    if model.is_some() && link_ui(ui, &tr(lang, "places-open")).clicked() {
        actions.push(RegisterAction::Visit(Section::Episodes).into());
    }
    actions
}
