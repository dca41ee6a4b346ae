//! A chart in a card: its finding, its measure, the picture or the table, and what can be done with it.

use egui::{Button, Popup, RichText, Sense, TextStyle, Ui};

use super::button::quiet_button_ui;
use super::card::card_ui;
use super::chart_picture::chart_picture_ui;
use super::chip::{chip_size, chip_ui};
use super::data_table::data_table_ui;
use crate::chart::{Chart, Datum};
use crate::text::{Arg, dates, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::charts::{ChartAction, ChartForm};
use crate::ui::theme::{palette, size, style};
use crate::view::Chip;

/// What stands to the right of the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartTools {
    None,
    /// Buttons, and a menu with the rest.
    All,
    /// The menu alone.
    Menu,
}

/// A chart and how it is shown.
pub struct ChartCard<'a> {
    pub chart: &'a Chart,
    /// Of the picture.
    pub height: f32,
    pub tools: ChartTools,
    /// Beside the title.
    pub chip: Option<Chip>,
    /// Whether something that happened can be put at one of its months.
    pub has_events: bool,
}

/// What was done in a card.
#[derive(Debug, Default)]
pub struct CardAnswer {
    pub actions: Vec<Action>,
    /// The figure that was clicked.
    pub chosen: Option<Datum>,
    /// The figure in whose month something happened.
    pub event: Option<Datum>,
}

/// Without anything to do with it.
pub fn chart_card_ui(ui: &mut Ui, chart: &Chart, height: f32) {
    let card = ChartCard { chart, height, tools: ChartTools::None, chip: None, has_events: false };
    card_ui(ui, |ui| chart_body_ui(ui, &card));
}

/// What a card holds.
pub fn chart_body_ui(ui: &mut Ui, card: &ChartCard<'_>) -> CardAnswer {
    let id = ui.make_persistent_id("chart as table");
    let shown = ui.data(|it| it.get_temp(id)).unwrap_or(Form::Picture);
    let mut form = shown;
    let mut answer = CardAnswer::default();
    head_row_ui(ui, card, &mut form, &mut answer);
    ui.add_space(4.0);
    match form {
        Form::Picture => picture_ui(ui, card, &mut form, &mut answer),
        Form::Table => data_table_ui(ui, &card.chart.title, &card.chart.table(), card.height),
    }
    if form != shown {
        ui.data_mut(|it| it.insert_temp(id, form));
        // The button's word is another one now.
        ui.ctx().request_repaint();
    }
    answer
}

/// What is shown of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Picture,
    Table,
}

impl Form {
    const fn other(self) -> (&'static str, Self) {
        match self {
            Self::Picture => ("ui-as-table", Self::Table),
            Self::Table => ("ui-as-chart", Self::Picture),
        }
    }
}

fn head_row_ui(ui: &mut Ui, card: &ChartCard<'_>, form: &mut Form, answer: &mut CardAnswer) {
    let tools = match card.tools {
        ChartTools::None => 0.0,
        ChartTools::All if ui.available_width() < NARROW => 66.0,
        ChartTools::All => 306.0,
        ChartTools::Menu => 66.0,
    };
    let chip = card.chip.as_ref().map_or(0.0, |it| chip_size(ui, it).x + 8.0);
    let room = ui.available_width();
    ui.horizontal_top(|ui| {
        let size = egui::vec2((room - tools - chip).max(120.0), 0.0);
        ui.allocate_ui(size, |ui| head_ui(ui, card.chart));
        let right = egui::Layout::right_to_left(egui::Align::Min);
        ui.with_layout(right, |ui| {
            if card.tools != ChartTools::None {
                more_ui(ui, card, form, answer);
            }
            if card.tools == ChartTools::All && NARROW <= room {
                buttons_ui(ui, card.chart, form, answer);
            }
            if let Some(chip) = &card.chip {
                chip_ui(ui, chip);
            }
        });
    });
}

/// Narrower cards have room for the menu alone.
const NARROW: f32 = 640.0;

fn buttons_ui(ui: &mut Ui, chart: &Chart, form: &mut Form, answer: &mut CardAnswer) {
    if quiet_button_ui(ui, &tr(chart.lang, "charts-copy-picture")).clicked() {
        answer.actions.push(Action::Chart(ChartAction::CopyPicture(Box::new(chart.clone()))));
    }
    let (word, other) = form.other();
    if quiet_button_ui(ui, &tr(chart.lang, word)).clicked() {
        *form = other;
    }
}

fn more_ui(ui: &mut Ui, card: &ChartCard<'_>, form: &mut Form, answer: &mut CardAnswer) {
    let response = quiet_button_ui(ui, &tr(card.chart.lang, "charts-more"));
    Popup::menu(&response).width(250.0).show(|ui| {
        let newest = newest(card.chart);
        menu_ui(ui, card, form, (newest, answer));
    });
}

/// The last figure of the first series.
fn newest(chart: &Chart) -> Option<Datum> {
    let point = chart.series.first()?.points.len().checked_sub(1)?;
    Some(Datum { series: 0, point })
}

fn picture_ui(ui: &mut Ui, card: &ChartCard<'_>, form: &mut Form, answer: &mut CardAnswer) {
    let sense = match card.tools {
        ChartTools::None => Sense::focusable_noninteractive(),
        ChartTools::All | ChartTools::Menu => Sense::click(),
    };
    let (response, meant) = chart_picture_ui(ui, card.chart, card.height, sense);
    if card.tools == ChartTools::None {
        return;
    }
    if response.clicked() {
        answer.chosen = meant;
    }
    // What was under the pointer when the menu opened stays meant while it is open.
    let id = response.id.with("menu");
    if response.secondary_clicked() {
        ui.data_mut(|it| it.insert_temp(id, meant));
    }
    response.context_menu(|ui| {
        let meant: Option<Datum> = ui.data(|it| it.get_temp(id)).flatten();
        if meant.is_some() && item_ui(ui, &tr(card.chart.lang, "charts-go-to-cell")) {
            answer.chosen = meant;
        }
        menu_ui(ui, card, form, (meant.or_else(|| newest(card.chart)), answer));
    });
}

/// Everything that can be done with the chart; `meant` is the figure that an event would belong to.
fn menu_ui(
    ui: &mut Ui,
    card: &ChartCard<'_>,
    form: &mut Form,
    (meant, answer): (Option<Datum>, &mut CardAnswer),
) {
    let chart = card.chart;
    let lang = chart.lang;
    ui.set_max_width(MENU);
    let (word, other) = form.other();
    if item_ui(ui, &tr(lang, word)) {
        *form = other;
    }
    let mut item = |ui: &mut Ui, key: &str, action: fn(Box<Chart>) -> ChartAction| {
        if item_ui(ui, &tr(lang, key)) {
            answer.actions.push(Action::Chart(action(Box::new(chart.clone()))));
        }
    };
    item(ui, "charts-copy-picture", ChartAction::CopyPicture);
    item(ui, "ui-copy-figures", ChartAction::CopyFigures);
    ui.separator();
    item(ui, "charts-save-svg", |it| ChartAction::Save(ChartForm::Svg, it));
    item(ui, "charts-save-png", |it| ChartAction::Save(ChartForm::Png, it));
    item(ui, "charts-save-csv", |it| ChartAction::Save(ChartForm::Csv, it));
    let month = meant
        .filter(|_| card.has_events)
        .and_then(|it| chart.series.get(it.series)?.points.get(it.point)?.at.month());
    let Some(month) = month else { return };
    ui.separator();
    let args = [("month", Arg::from(dates::month(lang, month)))];
    if item_ui(ui, &tr_with(lang, "charts-add-event", &args)) {
        answer.event = meant;
    }
}

/// As wide as the longest item.
const MENU: f32 = 250.0;

fn item_ui(ui: &mut Ui, words: &str) -> bool {
    let item = Button::selectable(false, words).min_size(egui::vec2(MENU, 28.0));
    ui.add(item).clicked()
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
