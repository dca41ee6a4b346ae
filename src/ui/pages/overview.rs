//! The overview: what is missing, the state of each unit, and a trend.

use egui::{Ui, Vec2};

use super::context::PageContext;
use crate::ui::action::Action;
use crate::ui::desk::Revision;
use crate::ui::theme::{palette, regular, semibold, size, space};
use crate::ui::widgets::{
    Edge, KeyFigureSize, chart_card_ui, chip_ui, edged_card_row_ui, from_right_ui, key_figure_ui,
    note_ui, on_click, padded_card_ui, primary_button_ui, sparkline_ui, strong_ui, title_ui,
};
use crate::view::{
    KeyFigure, Memo, OverviewModel, OverviewQuery, SmallFigure, TodoModel, UnitCard, overview_model,
};

/// The page between two frames.
#[derive(Debug, Default)]
pub struct OverviewDesk {
    model: Memo<(Revision, OverviewQuery), OverviewModel>,
}

pub fn overview_ui(ui: &mut Ui, desk: &mut OverviewDesk, at: PageContext<'_>) -> Vec<Action> {
    let PageContext { lang, unit, half_year, today, .. } = at;
    let key = (at.desk.revision(), OverviewQuery { lang, unit, half_year, today });
    let model = desk.model.get(key, |(_, query)| overview_model(at.snapshot(), query));
    let mut actions = Vec::new();
    padded_card_ui(ui, 12.0, |ui| todo_ui(ui, &model.todo, &mut actions));
    ui.add_space(space::M);
    let colors = *palette(ui);
    let edge = |place: usize| {
        let color = model.cards.get(place).map_or(place, |it| it.color);
        Edge::Colored(colors.series(color))
    };
    edged_card_row_ui(ui, model.cards.len(), 320.0, edge, |ui, place| {
        if let Some(card) = model.cards.get(place) {
            unit_ui(ui, card);
        }
    });
    ui.add_space(space::M);
    if let Some(chart) = &model.chart {
        let height = (ui.available_height() - 96.0).clamp(240.0, 560.0);
        chart_card_ui(ui, chart, height);
    }
    actions
}

fn todo_ui(ui: &mut Ui, todo: &TodoModel, actions: &mut Vec<Action>) {
    from_right_ui(ui, |ui| {
        if let Some((word, cell)) = &todo.first {
            on_click(actions, &primary_button_ui(ui, word), Action::Enter(*cell));
        }
        let left = egui::Layout::left_to_right(egui::Align::Center);
        ui.with_layout(left, |ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            chip_ui(ui, &todo.chip);
            ui.add_space(space::XS);
            ui.add(egui::Label::new(todo_words(ui, todo)).wrap());
        });
    });
}

/// The sentence, the units in bold, and the deadline.
fn todo_words(ui: &Ui, todo: &TodoModel) -> egui::text::LayoutJob {
    let colors = palette(ui);
    let mut job = egui::text::LayoutJob::default();
    let mut add = |text: &str, font: egui::FontId, color| {
        job.append(text, 0.0, egui::TextFormat::simple(font, color));
    };
    let body = || regular(size::BODY);
    add(&todo.sentence, body(), colors.text);
    if todo.names.is_empty() {
        add("  ·  ", body(), colors.muted);
    } else {
        add(": ", body(), colors.text);
        add(&todo.names, semibold(size::BODY), colors.text);
        add("  ·  ", body(), colors.muted);
    }
    add(&todo.tail, body(), colors.muted);
    job
}

fn unit_ui(ui: &mut Ui, card: &UnitCard) {
    let color = palette(ui).series(card.color);
    ui.spacing_mut().item_spacing.y = 0.0;
    title_ui(ui, &card.title);
    note_ui(ui, &card.subtitle);
    ui.add_space(space::M);
    let widths = widths(ui.available_width(), card.figures.len());
    let columns = |ui: &mut Ui, draw: &mut dyn FnMut(&mut Ui, &KeyFigure)| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            for (figure, width) in card.figures.iter().zip(&widths) {
                ui.allocate_ui(Vec2::new(*width, 0.0), |ui| {
                    ui.set_width(*width);
                    draw(ui, figure);
                });
            }
        });
    };
    columns(ui, &mut |ui, figure| {
        key_figure_ui(ui, figure, KeyFigureSize::Card);
    });
    ui.add_space(space::XS);
    columns(ui, &mut |ui, figure| {
        sparkline_ui(ui, &figure.spark, color, 36.0);
    });
    ui.add_space(space::S);
    for figure in &card.small {
        line_ui(ui, figure);
    }
    if let Some(chip) = &card.target {
        ui.add_space(space::M);
        chip_ui(ui, chip);
    }
    if let Some(signal) = &card.signal {
        ui.add_space(space::S + 2.0);
        ui.label(signal);
    }
}

/// The first figure has more to say under it, and so more room.
fn widths(room: f32, count: usize) -> Vec<f32> {
    let room = room - space::L * (count.max(1) as f32 - 1.0);
    match count {
        2 => vec![room * 0.53, room * 0.47],
        _ => vec![room / count.max(1) as f32; count],
    }
}

fn line_ui(ui: &mut Ui, figure: &SmallFigure) {
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.x = 6.0;
        note_ui(ui, &figure.label);
        strong_ui(ui, &figure.value);
        note_ui(ui, &figure.note);
    });
}
