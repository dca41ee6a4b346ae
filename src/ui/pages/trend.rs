//! A row of key figures over one large chart.

use egui::{RichText, Ui};

use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{
    ChartTools, Edge, KeyFigureSize, card_row_ui, card_ui, chart_card_ui, key_figure_ui,
};
use crate::view::TrendModel;

/// `empty` is the key of what is said when there is nothing to draw.
pub fn trend_ui(ui: &mut Ui, model: Option<&TrendModel>, lang: Lang, empty: &str) -> Vec<Action> {
    let nothing = |ui: &mut Ui| {
        let words = RichText::new(tr(lang, empty)).color(palette(ui).muted);
        card_ui(ui, |ui| ui.label(words));
    };
    let Some(model) = model else {
        nothing(ui);
        return Vec::new();
    };
    let figures = &model.figures;
    card_row_ui(
        ui,
        figures.len(),
        210.0,
        |_| Edge::Plain,
        |ui, place| {
            if let Some(figure) = figures.get(place) {
                key_figure_ui(ui, figure, KeyFigureSize::Row);
            }
        },
    );
    ui.add_space(space::M);
    let Some(chart) = &model.chart else {
        nothing(ui);
        return Vec::new();
    };
    let height = (ui.available_height() - 86.0).clamp(300.0, 760.0);
    chart_card_ui(ui, chart, height, ChartTools::TableAndCopy)
}
