//! The page of cases per caseworker.

use egui::Ui;

use super::context::PageContext;
use super::trend::{TrendDesk, TrendPage, trend_ui};
use crate::domain::TargetMetric;
use crate::ui::action::Action;

pub fn caseload_ui(ui: &mut Ui, desk: &mut TrendDesk, at: PageContext<'_>) -> Vec<Action> {
    let metric = TargetMetric::Caseload;
    trend_ui(ui, TrendPage { metric, empty: "ui-caseload-empty", link: None }, desk, at)
}
