//! A chart in a card: its finding, its measure, the picture or the table, and what can be done with it.

use egui::{Button, Popup, RichText, Sense, Ui};

use super::button::quiet_button_ui;
use super::card::card_ui;
use super::chart_picture::chart_picture_ui;
use super::chip::{chip_size, chip_ui};
use super::data_table::data_table_ui;
use super::words::small_ui;
use crate::chart::{Chart, Datum};
use crate::text::{Arg, dates, tr, tr_with};
use crate::ui::theme::style;
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

/// What is asked of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardRequest {
    CopyPicture,
    CopyFigures,
    /// Ask where to save it.
    Save(ChartForm),
    /// To where the figure comes from.
    GoTo(Datum),
    /// Something happened in the month of this figure.
    AddEvent(Datum),
}

/// The forms of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartForm {
    Svg,
    Png,
    Csv,
}

impl ChartForm {
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Csv];

    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
        }
    }
}

/// Without anything to do with it.
pub fn chart_card_ui(ui: &mut Ui, chart: &Chart, height: f32) {
    let card = ChartCard { chart, height, tools: ChartTools::None, chip: None, has_events: false };
    card_ui(ui, |ui| chart_body_ui(ui, &card));
}

/// What a card holds.
pub fn chart_body_ui(ui: &mut Ui, card: &ChartCard<'_>) -> Option<CardRequest> {
    let id = ui.make_persistent_id("chart as table");
    let shown = ui.data(|it| it.get_temp(id)).unwrap_or(CardView::Picture);
    let mut state = CardState { view: shown, request: None };
    head_row_ui(ui, card, &mut state);
    ui.add_space(4.0);
    match state.view {
        CardView::Picture => picture_ui(ui, card, &mut state),
        CardView::Table => data_table_ui(ui, &card.chart.title, &card.chart.table(), card.height),
    }
    if state.view != shown {
        ui.data_mut(|it| it.insert_temp(id, state.view));
        // The button's word is another one now.
        ui.ctx().request_repaint();
    }
    state.request
}

struct CardState {
    view: CardView,
    request: Option<CardRequest>,
}

/// What is shown of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CardView {
    Picture,
    Table,
}

impl CardView {
    const fn other(self) -> (&'static str, Self) {
        match self {
            Self::Picture => ("ui-as-table", Self::Table),
            Self::Table => ("ui-as-chart", Self::Picture),
        }
    }
}

fn head_row_ui(ui: &mut Ui, card: &ChartCard<'_>, state: &mut CardState) {
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
                let more = quiet_button_ui(ui, &tr(card.chart.lang, "charts-more"));
                let newest = newest(card.chart);
                Popup::menu(&more).width(MENU).show(|ui| menu_ui(ui, card, state, newest));
            }
            if card.tools == ChartTools::All && NARROW <= room {
                buttons_ui(ui, card.chart, state);
            }
            if let Some(chip) = &card.chip {
                chip_ui(ui, chip);
            }
        });
    });
}

/// Narrower cards have room for the menu alone.
const NARROW: f32 = 640.0;

fn buttons_ui(ui: &mut Ui, chart: &Chart, state: &mut CardState) {
    if quiet_button_ui(ui, &tr(chart.lang, "charts-copy-picture")).clicked() {
        state.request = Some(CardRequest::CopyPicture);
    }
    let (word, other) = state.view.other();
    if quiet_button_ui(ui, &tr(chart.lang, word)).clicked() {
        state.view = other;
    }
}

/// The last figure of the first series.
fn newest(chart: &Chart) -> Option<Datum> {
    let point = chart.series.first()?.points.len().checked_sub(1)?;
    Some(Datum { series: 0, point })
}

fn picture_ui(ui: &mut Ui, card: &ChartCard<'_>, state: &mut CardState) {
    let sense = match card.tools {
        ChartTools::None => Sense::focusable_noninteractive(),
        ChartTools::All | ChartTools::Menu => Sense::click(),
    };
    let (response, meant) = chart_picture_ui(ui, card.chart, card.height, sense);
    if card.tools == ChartTools::None {
        return;
    }
    if response.clicked() {
        state.request = meant.map(CardRequest::GoTo);
    }
    // What was under the pointer when the menu opened stays meant while it is open.
    let id = response.id.with("menu");
    if response.secondary_clicked() {
        ui.data_mut(|it| it.insert_temp(id, meant));
    }
    response.context_menu(|ui| {
        let meant: Option<Datum> = ui.data(|it| it.get_temp(id)).flatten();
        if let Some(datum) = meant
            && item_ui(ui, &tr(card.chart.lang, "charts-go-to-cell"))
        {
            state.request = Some(CardRequest::GoTo(datum));
        }
        menu_ui(ui, card, state, meant.or_else(|| newest(card.chart)));
    });
}

/// Everything that can be done with the chart; `meant` is the figure that an event would belong to.
fn menu_ui(ui: &mut Ui, card: &ChartCard<'_>, state: &mut CardState, meant: Option<Datum>) {
    let chart = card.chart;
    let lang = chart.lang;
    ui.set_max_width(MENU);
    let (word, other) = state.view.other();
    if item_ui(ui, &tr(lang, word)) {
        state.view = other;
    }
    let mut item = |ui: &mut Ui, words: &str, request: CardRequest| {
        if item_ui(ui, words) {
            state.request = Some(request);
        }
    };
    item(ui, &tr(lang, "charts-copy-picture"), CardRequest::CopyPicture);
    item(ui, &tr(lang, "ui-copy-figures"), CardRequest::CopyFigures);
    ui.separator();
    for form in ChartForm::ALL {
        let words = tr(lang, &format!("charts-save-{}", form.extension()));
        item(ui, &words, CardRequest::Save(form));
    }
    let Some(datum) = meant.filter(|_| card.has_events) else { return };
    let point = chart.series.get(datum.series).and_then(|it| it.points.get(datum.point));
    let Some(month) = point.and_then(|it| it.at.month()) else { return };
    ui.separator();
    let args = [("month", Arg::from(dates::month(lang, month)))];
    item(ui, &tr_with(lang, "charts-add-event", &args), CardRequest::AddEvent(datum));
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
        small_ui(ui, &chart.subtitle);
    });
}
