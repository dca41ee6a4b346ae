//! The charts of a unit, drawn from printed figures: no point says more than its print.

use super::Composer;
use crate::chart::{At, Chart, ChartKind, Mark, Point, PointRole, Series, TargetBand};
use crate::domain::{EventKind, Month, Period, TargetMetric};
use crate::measure::{Key, Ratio, UnitMeasure};
use crate::report::UnitOverview;
use crate::report::document::{Cell, Column, Illustration, Table, TableKind, printed};
use crate::report::prints::{Against, DRAWN, Print, PrintState};
use crate::text::{dates, figures, tr_with};

/// Figures of which charts print earlier half-years than the tables do.
pub const DRAWN_KEYS: [Key; 4] =
    [Key::Cases, Key::Waiting, Key::WaitStartedMedian, Key::WaitStartedMean];
/// Months of a monthly chart.
const MONTHS: i32 = 36;

/// The half-years of a chart, counted back from this one.
pub fn drawn() -> std::ops::RangeInclusive<i32> {
    1 - i32::try_from(DRAWN).unwrap_or(1)..=0
}

impl Composer<'_> {
    /// What a unit is followed by: its caseload or its waits first, then its stocks.
    pub fn unit_charts(&self, unit: &UnitOverview) -> Vec<Illustration> {
        let monthly = Self::monthly_key(unit).and_then(|it| self.monthly(unit, it));
        let half_yearly = Self::half_yearly_keys(unit);
        let half_yearly = half_yearly.into_iter().filter_map(|it| self.half_years(unit, it));
        monthly.into_iter().chain(half_yearly).collect()
    }

    /// The figure that a unit's months are drawn of.
    pub fn monthly_key(unit: &UnitOverview) -> Option<Key> {
        Some(Key::Caseload).filter(|it| unit.figures.get(*it).is_some())
    }

    /// The figures that a unit's half-years are drawn of, in reading order.
    pub fn half_yearly_keys(unit: &UnitOverview) -> Vec<Key> {
        let has = |key: &Key| unit.figures.get(*key).is_some();
        let wait = [Key::WaitStartedMedian, Key::WaitStartedMean].into_iter().find(has);
        let waiting = Some(Key::Waiting).filter(has);
        wait.into_iter().chain(waiting).chain([Key::Cases]).collect()
    }

    fn color(&self, unit: &UnitOverview) -> usize {
        self.request.snapshot.units().position(|it| it.id == unit.id).unwrap_or(0)
    }

    /// A column a half-year; `None` where none of them has a figure.
    pub fn half_years(&self, unit: &UnitOverview, key: Key) -> Option<Illustration> {
        let half = self.half();
        let points = drawn().map(|it| {
            let at = half.plus(it);
            let role = if it % 2 == 0 { PointRole::Compared } else { PointRole::Plain };
            (At::HalfYear(at), self.prints.figure(unit.id, at, key), role)
        });
        let points = self.points(points)?;
        let first = points.first()?.at.month()?.half_year();
        let chart = Chart {
            title: self.half_year_title(unit, key),
            subtitle: self.subtitle(unit, key, "document-by-half-year"),
            kind: ChartKind::HalfYears,
            first: first.first_month(),
            last: half.last_month(),
            marks: Vec::new(),
            ..self.chart(unit, key, points)
        };
        Some(self.illustrated(chart, unit, key))
    }

    /// A line over the months.
    pub fn monthly(&self, unit: &UnitOverview, key: Key) -> Option<Illustration> {
        let last = self.half().last_month();
        let measure = UnitMeasure::new(self.request.snapshot, self.request.snapshot.unit(unit.id)?);
        let months = last.plus(1 - MONTHS).through(last);
        let points = months.map(|month| {
            (At::Month(month), self.prints.month(&measure, month, key), PointRole::Plain)
        });
        let points = self.points(points)?;
        let first = points.first()?.at.month()?;
        let chart = Chart {
            title: self.monthly_title(unit, key, points.last()),
            subtitle: self.subtitle(unit, key, "document-by-month"),
            kind: ChartKind::Line,
            first,
            last,
            marks: self.marks(unit),
            ..self.chart(unit, key, points)
        };
        Some(self.illustrated(chart, unit, key))
    }

    fn chart(&self, unit: &UnitOverview, key: Key, points: Vec<Point>) -> Chart {
        let last = self.half().last_month();
        let first = points.first().and_then(|it| it.at.month()).unwrap_or(last);
        Chart {
            lang: self.lang(),
            title: String::new(),
            subtitle: String::new(),
            source: String::new(),
            kind: ChartKind::Line,
            first,
            last,
            series: vec![Series {
                name: figures::label(self.lang(), key),
                unit: figures::unit_word(self.display(), key),
                color: self.color(unit),
                points,
            }],
            bands: key.target_metric().map_or_else(Vec::new, |it| self.bands(unit, it, first)),
            marks: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// Drawn where its print says it lies; hidden and missing ones are gaps.
    /// From the first of which anything is known: a hidden figure leaves a gap, at the beginning too. `None` where
    /// there is nothing to draw.
    fn points(&self, all: impl Iterator<Item = (At, Print, PointRole)>) -> Option<Vec<Point>> {
        let is_unknown = |it: &(At, Print, PointRole)| {
            matches!(it.1.state, PrintState::Missing | PrintState::Absent)
        };
        let known = all.skip_while(is_unknown);
        let points: Vec<Point> =
            known.map(|(at, print, role)| self.point(at, &print, role)).collect();
        points.iter().any(|it| it.value.is_some()).then_some(points)
    }

    fn point(&self, at: At, print: &Print, role: PointRole) -> Point {
        let number = printed(self.lang(), &print.text).filter(|_| print.is_shown());
        Point {
            at,
            value: number.map(crate::report::Digits::as_f64),
            shown: print.text.clone(),
            basis: String::new(),
            role,
        }
    }

    /// "Antal ventende ultimo: 15, mod 8 et år før".
    fn half_year_title(&self, unit: &UnitOverview, key: Key) -> String {
        let half = self.half();
        let (new, old) = (
            self.prints.figure(unit.id, half, key),
            self.prints.figure(unit.id, half.plus(-2), key),
        );
        let change = self.prints.change(unit.id, key, Against::SameLastYear);
        let unit_word = figures::unit_word(self.display(), key);
        let value = format!("{} {unit_word}", new.text);
        let args = [
            ("figure", figures::label(self.lang(), key).into()),
            ("value", value.trim().into()),
            ("old", old.text.into()),
        ];
        let key = match (new.is_shown(), change.is_shown()) {
            (true, true) => "document-chart-title-compared",
            (true, false) => "document-chart-title",
            (false, _) => "document-chart-title-none",
        };
        tr_with(self.lang(), key, &args)
    }

    /// "Sager pr. rådgiver: 27,1 i december 2025, inden for normen på 20–30".
    fn monthly_title(&self, unit: &UnitOverview, key: Key, point: Option<&Point>) -> String {
        let last = self.half().last_month();
        let shown = point.filter(|it| it.value.is_some()).map(|it| it.shown.as_str());
        let target = key.target_metric().and_then(|it| self.target(unit.id, it, last.last_day()));
        let value = unit.figures.get(key).and_then(|it| it.value);
        let place = target.zip(value).map(|(target, value): (_, Ratio)| {
            let args = [
                ("place", Composer::place(target, value).name().into()),
                ("target", self.target_in_words(target).into()),
            ];
            tr_with(self.lang(), "document-chart-place", &args)
        });
        let args = [
            ("figure", figures::label(self.lang(), key).into()),
            ("value", shown.unwrap_or_default().into()),
            ("month", dates::month(self.lang(), last).into()),
            ("place", place.unwrap_or_default().into()),
        ];
        let key = if shown.is_some() {
            "document-chart-title-month"
        } else {
            "document-chart-title-none"
        };
        tr_with(self.lang(), key, &args)
    }

    fn subtitle(&self, unit: &UnitOverview, key: Key, by: &str) -> String {
        let label = self.figure_label(key, unit);
        tr_with(self.lang(), by, &[("figure", label.into()), ("unit", unit.name.as_str().into())])
    }

    /// Each target over the months it holds for: a unit's own takes over from everybody's.
    fn bands(&self, unit: &UnitOverview, metric: TargetMetric, first: Month) -> Vec<TargetBand> {
        let mut bands: Vec<(TargetBand, &crate::domain::Target)> = Vec::new();
        for month in first.through(self.half().last_month()) {
            let Some(it) = self.target(unit.id, metric, month.last_day()) else { continue };
            match bands.last_mut() {
                Some((band, target)) if *target == it => band.through = month,
                _ => {
                    let (lower, upper) = self.limits(it);
                    let key = match metric {
                        TargetMetric::Caseload => "document-band-norm",
                        TargetMetric::Wait => "document-band-target",
                    };
                    let word = figures::unit_word(self.display(), Key::WaitStartedMedian);
                    let args = [("limits", self.target_cell(it).into()), ("unit", word.into())];
                    let band = TargetBand {
                        from: month,
                        through: month,
                        lower: lower.map(Ratio::as_f64),
                        upper: upper.map(Ratio::as_f64),
                        label: tr_with(self.lang(), key, &args),
                        series: None,
                    };
                    bands.push((band, it));
                }
            }
        }
        bands.into_iter().map(|(band, _)| band).collect()
    }

    fn marks(&self, unit: &UnitOverview) -> Vec<Mark> {
        let events = self.request.snapshot.shared.events.values();
        let own = events.filter(|it| it.unit.is_none_or(|it| it == unit.id));
        own.map(|it| {
            let title = match it.kind {
                EventKind::Event => it.title.clone(),
                EventKind::SeriesBreak => {
                    tr_with(self.lang(), "ui-break-title", &[("title", (&it.title).into())])
                }
            };
            Mark { day: it.day, title, kind: it.kind }
        })
        .collect()
    }

    fn illustrated(&self, chart: Chart, unit: &UnitOverview, key: Key) -> Illustration {
        let lang = self.lang();
        let label = self.figure_label(key, unit);
        let by_half_year = chart.kind == ChartKind::HalfYears;
        let heads = if by_half_year { "document-half-year" } else { "document-month" };
        let at = |it: &At| match it {
            At::Month(month) => dates::month_short(lang, *month),
            At::HalfYear(half) => dates::period(lang, Period::HalfYear(*half)),
            At::Weeks { .. } | At::Person(_) => it.words(lang),
        };
        let points = chart.series.iter().flat_map(|it| &it.points);
        let rows =
            points.map(|it| vec![Cell::words(at(&it.at)), Cell::figure(lang, it.shown.clone())]);
        let numbers = Table {
            name: format!("{} {}", unit.code, key.name()),
            caption: format!("{}: {label}", unit.name),
            kind: TableKind::Numbers,
            columns: vec![Column::words(self.word(heads)), Column::figures(label)],
            rows: rows.collect(),
        };
        Illustration { alternative: chart.in_words(), chart, numbers }
    }
}
