//! The page of waiting times.

use egui::Ui;

use super::RegisterAction;
use super::trend::{TrendPage, trend_ui};
use crate::domain::{Snapshot, TargetMetric};
use crate::text::Lang;
use crate::ui::action::Action;
use crate::ui::charts::ChartDesk;
use crate::view::TrendModel;
use crate::view::register::Section;

/// `None` where no unit keeps a waiting list.
pub fn waiting_ui(
    ui: &mut Ui,
    model: Option<&TrendModel>,
    (snapshot, lang): (&Snapshot, Lang),
    desk: &mut ChartDesk,
) -> Vec<Action> {
    let page = TrendPage {
        metric: TargetMetric::Wait,
        snapshot,
        lang,
        empty: "ui-waiting-empty",
        link: Some(("places-open", || RegisterAction::Visit(Section::Episodes).into())),
    };
    trend_ui(ui, page, model, desk)
}
