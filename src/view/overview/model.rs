//! The overview: the to-do line, a card a unit, and the trend of the first unit with caseworkers.

use crate::chart::Chart;
use crate::domain::{Day, HalfYear, Snapshot, TargetMetric, UnitId};
use crate::measure::Key;
use crate::text::{Lang, dates};
use crate::trends::{
    Chip, KeyFigure, SmallFigure, Subject, change, chart, first_of_years, label, shown,
    signal_sentence, spark, target_chip,
};
use crate::view::todo::{TodoModel, todo_model};

/// What the overview is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverviewQuery {
    pub lang: Lang,
    /// `None` is all units.
    pub unit: Option<UnitId>,
    pub half_year: HalfYear,
    pub today: Day,
}

#[derive(Debug, Clone, PartialEq)]
pub struct OverviewModel {
    pub todo: TodoModel,
    pub cards: Vec<UnitCard>,
    /// The trend under the cards.
    pub chart: Option<Chart>,
}

/// The state of one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitCard {
    pub unit: UnitId,
    pub title: String,
    /// Month and status.
    pub subtitle: String,
    /// Its place among the colours of the theme.
    pub color: usize,
    pub figures: Vec<KeyFigure>,
    pub small: Vec<SmallFigure>,
    pub target: Option<Chip>,
    /// What the run chart says, when it says something.
    pub signal: Option<String>,
}

/// Years of the trend under the cards.
const CHART_YEARS: i32 = 5;

pub fn overview_model(snapshot: &Snapshot, query: &OverviewQuery) -> OverviewModel {
    let last = query.half_year.last_month();
    let subjects: Vec<Subject<'_>> = snapshot
        .units()
        .filter(|it| query.unit.is_none_or(|unit| unit == it.id))
        .filter(|it| it.unit.first_month().is_none_or(|first| first <= last))
        .filter_map(|it| Subject::new(snapshot, it.id, query.lang, query.half_year))
        .collect();
    let of_trend =
        subjects.iter().find(|it| it.data.unit.has_caseworkers()).or_else(|| subjects.first());
    OverviewModel {
        todo: todo_model(query.lang, snapshot, &subjects, query.today),
        cards: subjects.iter().map(card).collect(),
        chart: of_trend
            .and_then(|it| chart(it, main_figure(it), first_of_years(it.last, CHART_YEARS))),
    }
}

/// What a unit is first of all known by.
const fn main_figure(subject: &Subject<'_>) -> Key {
    if subject.data.unit.has_caseworkers() { Key::Caseload } else { Key::WaitStartedMedian }
}

fn card(subject: &Subject<'_>) -> UnitCard {
    let data = subject.data;
    let main = main_figure(subject);
    let (second, third, metric) = if data.unit.has_caseworkers() {
        (Key::Cases, Key::Fte, TargetMetric::Caseload)
    } else {
        (Key::Waiting, Key::Cases, TargetMetric::Wait)
    };
    let value = subject.facts().figure(main).value;
    let target = subject.target(metric, subject.last.last_day());
    UnitCard {
        unit: data.id,
        title: subject.name().to_owned(),
        subtitle: subtitle(subject),
        color: subject.color,
        figures: [main, second].map(|key| key_figure(subject, key)).into(),
        small: vec![small_figure(subject, third)],
        target: value
            .zip(target)
            .map(|(value, target)| target_chip(subject.display, target, value)),
        signal: signal_sentence(subject, [main, second]),
    }
}

/// The month and whether its half-year has been issued, or that there is nothing.
fn subtitle(subject: &Subject<'_>) -> String {
    let lang = subject.lang();
    let half = subject.half_year;
    let Some(month) = subject.newest else {
        let half = dates::half_year(lang, half);
        return subject.words("ui-card-nothing", &[("half", half.into())]);
    };
    let month = dates::month(lang, month);
    let mut editions = subject.snapshot.shared.editions.values();
    let is_issued = editions.any(|it| it.half_year == half && it.withdrawn.is_none());
    if is_issued { month } else { subject.words("ui-card-month", &[("month", month.into())]) }
}

fn key_figure(subject: &Subject<'_>, key: Key) -> KeyFigure {
    KeyFigure {
        change: change(subject.display, key, subject.facts()),
        spark: spark(subject.display, &subject.measure, key, subject.last),
        ..subject.key_figure(key)
    }
}

fn small_figure(subject: &Subject<'_>, key: Key) -> SmallFigure {
    SmallFigure {
        label: label(subject.lang(), key),
        value: shown(subject.display, key, &subject.facts().figure(key)),
        note: change(subject.display, key, subject.facts()),
    }
}
