//! Trends: the key figures and the charts of one unit, and what can be chosen to look at.

use crate::domain::{HalfYear, Snapshot, TargetMetric, UnitId};
use crate::measure::Key;
use crate::text::{Lang, figures, tr, tr_with};
use crate::trends::{Drawing, Drawn, KeyFigure, Offer, Subject, drawn, first_of_years};
use crate::view::Selector;
use crate::view::caseload::caseload_figures;
use crate::view::waiting::waiting_figures;

/// What a trend page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrendQuery {
    pub lang: Lang,
    pub metric: TargetMetric,
    pub unit: UnitId,
    pub half_year: HalfYear,
    pub choice: TrendChoice,
}

/// What of a unit is looked at, how far back, and how its trend is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrendChoice {
    key: Key,
    years: i32,
    drawing: Drawing,
}

/// The selectors of a page; each choice is a whole one with one thing changed.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendSelectors {
    pub key: Selector<TrendChoice>,
    pub years: Selector<TrendChoice>,
    pub drawing: Selector<TrendChoice>,
}

/// A row of key figures and the charts under it: the first as wide as the page, then pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendModel {
    pub lang: Lang,
    pub selectors: TrendSelectors,
    pub figures: Vec<KeyFigure>,
    pub main: Option<Drawn>,
    pub pairs: Vec<Drawn>,
    /// "Kun internt", on charts of single caseworkers.
    pub internal: String,
}

const YEARS: [i32; 4] = [2, 3, 6, 10];

impl TrendChoice {
    /// What a page opens with.
    pub const fn of(metric: TargetMetric) -> Self {
        let key = match metric {
            TargetMetric::Caseload => Key::Caseload,
            TargetMetric::Wait => Key::WaitStartedMedian,
        };
        Self { key, years: 6, drawing: Drawing::Run }
    }

    /// Drawn in another way.
    #[must_use]
    pub const fn drawn_as(self, drawing: Drawing) -> Self {
        Self { drawing, ..self }
    }
}

/// `None` when there is no such unit.
pub fn trend_model(snapshot: &Snapshot, query: &TrendQuery) -> Option<TrendModel> {
    let subject = Subject::new(snapshot, query.unit, query.lang, query.half_year)?;
    let TrendChoice { key, years, drawing } = query.choice;
    let first = first_of_years(subject.last, years);
    let of = |drawing, key| drawn(&subject, drawing, key, first);
    let figures = match query.metric {
        TargetMetric::Caseload => caseload_figures(&subject),
        TargetMetric::Wait => waiting_figures(&subject),
    };
    // Often only one unit has caseworkers; all have cases.
    let has_other = |it| it == Drawing::Panels && query.metric == TargetMetric::Caseload;
    let pairs = pairs_of(query.metric).into_iter();
    let pairs = pairs
        .filter_map(|it| of(it, key).or_else(|| of(it, Key::Cases).filter(|_| has_other(it))))
        .collect();
    Some(TrendModel {
        lang: query.lang,
        selectors: selectors(query),
        figures,
        main: of(drawing, key),
        pairs,
        internal: tr(query.lang, "trends-internal"),
    })
}

/// The charts under the trend, in their order.
fn pairs_of(metric: TargetMetric) -> Vec<Drawing> {
    let place = |it: &Drawing| match (it.about().offer, metric) {
        (Offer::Trend, _) => None,
        (Offer::Under { caseload, .. }, TargetMetric::Caseload) => caseload,
        (Offer::Under { waiting, .. }, TargetMetric::Wait) => waiting,
    };
    let mut pairs: Vec<Drawing> =
        Drawing::ALL.into_iter().filter(|it| place(it).is_some()).collect();
    pairs.sort_by_key(place);
    pairs
}

fn selectors(query: &TrendQuery) -> TrendSelectors {
    let (lang, current) = (query.lang, query.choice);
    let keys = Key::on_page(query.metric);
    let years = |years: i32| tr_with(lang, "trends-years", &[("n", i64::from(years).into())]);
    let drawing = |it: Drawing| tr(lang, &format!("trends-drawing-{}", it.name()));
    let key = |key: &Key| (TrendChoice { key: *key, ..current }, figures::label(lang, *key));
    let selector = |name: &str, options| Selector::new(tr(lang, name), current, options);
    TrendSelectors {
        key: selector("trends-select-figure", keys.iter().map(key).collect()),
        years: selector(
            "trends-select-years",
            YEARS.map(|it| (TrendChoice { years: it, ..current }, years(it))).into(),
        ),
        drawing: selector(
            "trends-select-drawing",
            Drawing::ALL
                .into_iter()
                .filter(|it| matches!(it.about().offer, Offer::Trend))
                .map(|it| (current.drawn_as(it), drawing(it)))
                .collect(),
        ),
    }
}
