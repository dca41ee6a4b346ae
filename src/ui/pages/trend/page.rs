//! A page of trends: what is looked at, a row of key figures, one large chart, and pairs of smaller ones.

use egui::Ui;

use super::action::TrendAction;
use super::forms::{event_ui, saving_ui};
use super::state::TrendDesk;
use crate::chart::SeriesAs;
use crate::domain::{Snapshot, TargetMetric};
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::pages::context::PageContext;
use crate::ui::pages::register::RegisterAction;
use crate::ui::theme::space;
use crate::ui::widgets::{
    CardRequest, ChartCard, ChartTools, KeyFigureSize, card_row_ui, card_ui, chart_body_ui,
    key_figure_ui, link_ui, muted_ui, selector_ui,
};
use crate::view::{Chip, Drawn, Tone, TrendChoice, TrendModel, TrendQuery, trend_model};

/// Narrower cards stand under each other.
const LEAST_CARD: f32 = 430.0;
/// The picture in a smaller card, and what a row of a heat map adds to it.
const SMALL: f32 = 236.0;
const HEAT_ROW: f32 = 16.0;
const HEAT_AROUND: f32 = 66.0;

/// Which page it is.
#[derive(Debug, Clone, Copy)]
pub struct TrendPage {
    pub metric: TargetMetric,
    /// The key of what is said when there is nothing to draw.
    pub empty: &'static str,
    /// Where else the figures are kept: the key of its word, and what leads there.
    pub link: Option<(&'static str, RegisterAction)>,
}

pub fn trend_ui(
    ui: &mut Ui,
    page: TrendPage,
    desk: &mut TrendDesk,
    at: PageContext<'_>,
) -> Vec<Action> {
    let choice = desk.choices.get(&page.metric).copied();
    let query = at.unit.map(|unit| TrendQuery {
        lang: at.lang,
        metric: page.metric,
        unit,
        half_year: at.half_year,
        choice: choice.unwrap_or_else(|| TrendChoice::of(page.metric)),
    });
    let mut memo = std::mem::take(&mut desk.model);
    let model = query.and_then(|query| {
        let key = (at.desk.revision(), query);
        memo.get(key, |(_, query)| trend_model(at.snapshot(), query)).as_ref()
    });
    let actions = model.map(|it| model_ui(ui, page, it, desk, at));
    desk.model = memo;
    actions.unwrap_or_else(|| {
        nothing_ui(ui, page, at.lang);
        Vec::new()
    })
}

fn nothing_ui(ui: &mut Ui, page: TrendPage, lang: Lang) {
    card_ui(ui, |ui| muted_ui(ui, tr(lang, page.empty)));
}

fn model_ui(
    ui: &mut Ui,
    page: TrendPage,
    model: &TrendModel,
    desk: &mut TrendDesk,
    at: PageContext<'_>,
) -> Vec<Action> {
    let (snapshot, lang) = (at.snapshot(), at.lang);
    let mut actions: Vec<Action> = Vec::new();
    actions.extend(saving_ui(ui, desk, lang).map(Action::from));
    actions.extend(event_ui(ui, desk, snapshot, lang).map(Action::from));
    actions.extend(selectors_ui(ui, page, model, lang));
    ui.add_space(space::M);
    let figures = &model.figures;
    card_row_ui(ui, figures.len(), 210.0, |ui, place| {
        if let Some(figure) = figures.get(place) {
            key_figure_ui(ui, figure, KeyFigureSize::Row);
        }
    });
    ui.add_space(space::M);
    let height = (ui.available_height() - 225.0).clamp(270.0, 500.0);
    match &model.main {
        Some(drawn) => {
            let card = card_of(drawn, model, height, ChartTools::All);
            let request = card_ui(ui, |ui| chart_body_ui(ui, &card));
            actions.extend(request.and_then(|it| action_of(it, drawn, snapshot)));
        }
        None => nothing_ui(ui, page, lang),
    }
    for pair in model.pairs.chunks(2) {
        ui.add_space(space::L);
        let height = pair.iter().map(height_of).fold(SMALL, f32::max);
        card_row_ui(ui, pair.len(), LEAST_CARD, |ui, place| {
            let Some(drawn) = pair.get(place) else { return };
            let card = card_of(drawn, model, height, ChartTools::Menu);
            let request = ui.push_id(drawn.drawing.name(), |ui| chart_body_ui(ui, &card)).inner;
            actions.extend(request.and_then(|it| action_of(it, drawn, snapshot)));
        });
    }
    actions
}

fn selectors_ui(ui: &mut Ui, page: TrendPage, model: &TrendModel, lang: Lang) -> Option<Action> {
    let selectors = &model.selectors;
    let all = [&selectors.key, &selectors.years, &selectors.drawing];
    let chosen = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let mut chosen = None;
        for selector in all {
            if let Some(choice) = selector_ui(ui, selector) {
                chosen = Some(TrendAction::Choose(page.metric, choice).into());
            }
        }
        if let Some((word, action)) = page.link
            && link_ui(ui, &tr(lang, word)).clicked()
        {
            chosen = Some(action.into());
        }
        chosen
    });
    chosen.inner
}

/// Every caseworker has a row that can be read.
fn height_of(drawn: &Drawn) -> f32 {
    if drawn.chart.kind.series != SeriesAs::Row {
        return SMALL;
    }
    (HEAT_AROUND + HEAT_ROW * drawn.chart.series.len() as f32).clamp(SMALL, 720.0)
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

/// What is asked of a card, as what it means for the book.
fn action_of(request: CardRequest, drawn: &Drawn, snapshot: &Snapshot) -> Option<Action> {
    let chart = || Box::new(drawn.chart.clone());
    let action = match request {
        CardRequest::CopyPicture => TrendAction::CopyPicture(chart()),
        CardRequest::CopyFigures => TrendAction::CopyFigures(chart()),
        CardRequest::Save(form) => TrendAction::Save(form, chart()),
        CardRequest::GoTo(datum) => TrendAction::GoTo(drawn.source(snapshot, datum)?),
        CardRequest::AddEvent(datum) => {
            let source = drawn.source(snapshot, datum)?;
            TrendAction::BeginEvent(source.unit, source.month)
        }
    };
    Some(action.into())
}
