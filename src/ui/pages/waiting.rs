//! The page of waiting times.

use egui::Ui;

use super::context::PageContext;
use super::register::RegisterAction;
use super::trend::{TrendDesk, TrendPage, trend_ui};
use crate::domain::TargetMetric;
use crate::ui::action::Action;
use crate::view::register::Section;

pub fn waiting_ui(ui: &mut Ui, desk: &mut TrendDesk, at: PageContext<'_>) -> Vec<Action> {
    let page = TrendPage {
        metric: TargetMetric::Wait,
        empty: "ui-waiting-empty",
        link: Some(("places-open", RegisterAction::Visit(Section::Episodes))),
    };
    trend_ui(ui, page, desk, at)
}
