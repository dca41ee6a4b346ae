//! A chart in a card: its finding, its measure, the picture or the table, and what can be done with it.

use egui::{RichText, TextStyle, Ui};

use super::button::quiet_button_ui;
use super::card::card_ui;
use super::chart_picture::chart_picture_ui;
use super::data_table::data_table_ui;
use crate::chart::Chart;
use crate::text::tr;
use crate::ui::action::Action;
use crate::ui::theme::{palette, size, style};

/// What stands to the right of the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartTools {
    None,
    TableAndCopy,
}

pub fn chart_card_ui(ui: &mut Ui, chart: &Chart, height: f32, tools: ChartTools) -> Vec<Action> {
    let mut actions = Vec::new();
    let id = ui.make_persistent_id("chart as table");
    let mut form = ui.data(|it| it.get_temp(id)).unwrap_or(Form::Picture);
    card_ui(ui, |ui| {
        let room = ui.available_width();
        ui.horizontal_top(|ui| {
            let beside = match tools {
                ChartTools::None => 0.0,
                ChartTools::TableAndCopy => 250.0,
            };
            ui.allocate_ui(egui::vec2(room - beside, 0.0), |ui| head_ui(ui, chart));
            if tools == ChartTools::TableAndCopy {
                actions.extend(tools_ui(ui, chart, &mut form));
            }
        });
        ui.add_space(4.0);
        match form {
            Form::Picture => {
                chart_picture_ui(ui, chart, height);
            }
            Form::Table => data_table_ui(ui, &chart.table(), height),
        }
    });
    ui.data_mut(|it| it.insert_temp(id, form));
    actions
}

/// What is shown of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Picture,
    Table,
}

fn tools_ui(ui: &mut Ui, chart: &Chart, form: &mut Form) -> Option<Action> {
    let right = egui::Layout::right_to_left(egui::Align::Min);
    ui.with_layout(right, |ui| {
        let copy = quiet_button_ui(ui, &tr(chart.lang, "ui-copy-figures"));
        let (word, other) = match form {
            Form::Picture => ("ui-as-table", Form::Table),
            Form::Table => ("ui-as-chart", Form::Picture),
        };
        if quiet_button_ui(ui, &tr(chart.lang, word)).clicked() {
            *form = other;
        }
        copy.clicked().then(|| Action::Copy(chart.table().tab_separated()))
    })
    .inner
}

fn head_ui(ui: &mut Ui, chart: &Chart) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.label(RichText::new(&chart.title).text_style(style::strong()).size(15.0));
        let subtitle = RichText::new(&chart.subtitle)
            .text_style(TextStyle::Small)
            .size(size::SMALL)
            .color(palette(ui).muted);
        ui.label(subtitle);
    });
}
