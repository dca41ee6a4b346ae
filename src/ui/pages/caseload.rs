//! The page of cases per caseworker.

use egui::Ui;

use super::trend::{TrendPage, trend_ui};
use crate::domain::{Snapshot, TargetMetric};
use crate::text::Lang;
use crate::ui::action::Action;
use crate::ui::charts::ChartDesk;
use crate::view::TrendModel;

/// `None` where no unit has caseworkers.
pub fn caseload_ui(
    ui: &mut Ui,
    model: Option<&TrendModel>,
    (snapshot, lang): (&Snapshot, Lang),
    desk: &mut ChartDesk,
) -> Vec<Action> {
    let metric = TargetMetric::Caseload;
    let page = TrendPage { metric, snapshot, lang, empty: "ui-caseload-empty", link: None };
    trend_ui(ui, page, model, desk)
}
