//! A page of trends: what is looked at, a row of key figures, one large chart, and pairs of smaller ones.

mod forms;

use egui::{RichText, Ui};

use self::forms::{event_ui, saving_ui};
use crate::chart::ChartKind;
use crate::domain::{Snapshot, TargetMetric};
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::charts::{ChartAction, ChartDesk};
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{
    CardAnswer, ChartCard, ChartTools, Edge, KeyFigureSize, card_row_ui, card_ui, chart_body_ui,
    key_figure_ui, link_ui, selector_ui,
};
use crate::view::{Chip, Drawn, Tone, TrendModel};

/// Narrower cards stand under each other.
const LEAST_CARD: f32 = 430.0;
/// The picture in a smaller card, and what a row of a heat map adds to it.
const SMALL: f32 = 236.0;
const HEAT_ROW: f32 = 16.0;
const HEAT_AROUND: f32 = 66.0;

/// The key of a word, and what it does.
pub type Link<'a> = (&'a str, fn() -> Action);

/// Which page it is.
#[derive(Debug, Clone, Copy)]
pub struct TrendPage<'a> {
    pub metric: TargetMetric,
    pub snapshot: &'a Snapshot,
    pub lang: Lang,
    /// The key of what is said when there is nothing to draw.
    pub empty: &'a str,
    /// Where else the figures are kept: the key of its word, and what leads there.
    pub link: Option<Link<'a>>,
}

pub fn trend_ui(
    ui: &mut Ui,
    page: TrendPage<'_>,
    model: Option<&TrendModel>,
    desk: &mut ChartDesk,
) -> Vec<Action> {
    let Some(model) = model else {
        nothing_ui(ui, page);
        return Vec::new();
    };
    let mut actions: Vec<Action> = saving_ui(ui, desk, page.lang).into_iter().collect();
    actions.extend(event_ui(ui, desk, page.snapshot, page.lang));
    actions.extend(selectors_ui(ui, page, model));
    ui.add_space(space::M);
    figures_ui(ui, model);
    ui.add_space(space::M);
    let height = (ui.available_height() - 225.0).clamp(270.0, 500.0);
    match &model.main {
        Some(drawn) => {
            let card = card_of(drawn, model, height, ChartTools::All);
            let answer = card_ui(ui, |ui| chart_body_ui(ui, &card));
            actions.extend(done(answer, drawn, page.snapshot));
        }
        None => nothing_ui(ui, page),
    }
    for pair in model.pairs.chunks(2) {
        ui.add_space(space::L);
        let height = pair.iter().map(height_of).fold(SMALL, f32::max);
        card_row_ui(
            ui,
            pair.len(),
            LEAST_CARD,
            |_| Edge::Plain,
            |ui, place| {
                let Some(drawn) = pair.get(place) else { return };
                let card = card_of(drawn, model, height, ChartTools::Menu);
                let answer = ui.push_id(drawn.drawing.name(), |ui| chart_body_ui(ui, &card)).inner;
                actions.extend(done(answer, drawn, page.snapshot));
            },
        );
    }
    actions
}

fn nothing_ui(ui: &mut Ui, page: TrendPage<'_>) {
    let words = RichText::new(tr(page.lang, page.empty)).color(palette(ui).muted);
    card_ui(ui, |ui| ui.label(words));
}

fn selectors_ui(ui: &mut Ui, page: TrendPage<'_>, model: &TrendModel) -> Option<Action> {
    let selectors = &model.selectors;
    let all = [&selectors.key, &selectors.years, &selectors.drawing];
    let chosen = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let mut chosen = None;
        for it in all {
            if let Some(choice) = selector_ui(ui, it) {
                chosen = Some(Action::Chart(ChartAction::Choose(page.metric, choice)));
            }
        }
        if let Some((word, action)) = page.link
            && link_ui(ui, &tr(page.lang, word)).clicked()
        {
            chosen = Some(action());
        }
        chosen
    });
    chosen.inner
}

fn figures_ui(ui: &mut Ui, model: &TrendModel) {
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
}

/// Every caseworker has a row that can be read.
fn height_of(drawn: &Drawn) -> f32 {
    match drawn.chart.kind {
        ChartKind::Heat => {
            (HEAT_AROUND + HEAT_ROW * drawn.chart.series.len() as f32).clamp(SMALL, 720.0)
        }
        ChartKind::Line
        | ChartKind::Bars
        | ChartKind::HalfYears
        | ChartKind::Flow
        | ChartKind::WeekBands
        | ChartKind::Strip
        | ChartKind::Panels => SMALL,
    }
}

fn card_of<'a>(
    drawn: &'a Drawn,
    model: &TrendModel,
    height: f32,
    tools: ChartTools,
) -> ChartCard<'a> {
    let internal = || Chip { text: model.internal.clone(), tone: Tone::Warning };
    ChartCard {
        chart: &drawn.chart,
        height,
        tools,
        chip: drawn.is_internal().then(internal),
        has_events: drawn.has_months(),
    }
}

/// What was done in a card, as what it means for the book.
fn done(answer: CardAnswer, drawn: &Drawn, snapshot: &Snapshot) -> Vec<Action> {
    let mut actions = answer.actions;
    let source = |datum| drawn.source(snapshot, datum);
    actions.extend(answer.chosen.and_then(source).map(|it| Action::Chart(ChartAction::GoTo(it))));
    let event = answer.event.and_then(|datum| {
        let source = source(datum)?;
        Some(Action::Chart(ChartAction::BeginEvent(source.unit, source.month)))
    });
    actions.extend(event);
    actions
}
