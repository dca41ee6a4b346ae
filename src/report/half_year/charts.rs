//! Which charts a unit has, and the numbers beside each. `trends` draws them, from what is printed.

use super::composer::Composer;
use crate::chart::{At, Chart};
use crate::domain::UnitId;
use crate::measure::{Key, Limits};
use crate::report::UnitOverview;
use crate::report::document::{Cell, Column, Illustration, Table, TableKind};
use crate::report::prints::{Against, DRAWN, Print, PrintState};
use crate::text::{dates, figures, targets};
use crate::trends::{Printed, PrintedPoint, Subject, printed_half_years, printed_months};

/// Figures of which charts print earlier half-years than the tables do.
pub const DRAWN_KEYS: [Key; 4] =
    [Key::Cases, Key::Waiting, Key::WaitStartedMedian, Key::WaitStartedMean];
/// Months of a monthly chart.
const MONTHS: i32 = 36;

/// The half-years of a chart, counted back from this one.
pub fn drawn() -> std::ops::RangeInclusive<i32> {
    1 - i32::try_from(DRAWN).unwrap_or(1)..=0
}

/// A chart of a unit's figure, with the prints it is drawn from.
pub struct UnitChart {
    pub unit: UnitId,
    pub key: Key,
    pub by_month: bool,
    /// Oldest first.
    pub prints: Vec<(At, Print)>,
    pub illustration: Illustration,
}

/// What a unit is followed by: its caseload or its waits first, then its stocks.
pub fn unit_charts(of: &Composer<'_>, unit: &UnitOverview) -> Vec<UnitChart> {
    let (snapshot, last) = (of.request.snapshot, of.half().last_month());
    let Some(subject) = Subject::at(snapshot, unit.id, of.lang(), last) else {
        return Vec::new();
    };
    let subject = subject.displayed(of.display());
    let one = |key| One { of, subject: &subject, unit, key };
    let has = |key: &Key| unit.figures.get(*key).is_some();
    let wait = [Key::WaitStartedMedian, Key::WaitStartedMean].into_iter().find(has);
    let by_month = Some(Key::Caseload).filter(has).into_iter();
    let by_half = wait.into_iter().chain(Some(Key::Waiting).filter(has)).chain([Key::Cases]);
    by_month
        .filter_map(|it| one(it).months())
        .chain(by_half.filter_map(|it| one(it).half_years()))
        .collect()
}

/// From the first of which anything is known: a hidden figure leaves a gap, at the beginning too.
fn known(all: impl Iterator<Item = (At, Print)>) -> Vec<(At, Print)> {
    let is_unknown =
        |it: &(At, Print)| matches!(it.1.state, PrintState::Missing | PrintState::Absent);
    all.skip_while(is_unknown).collect()
}

/// One chart in the making.
struct One<'a> {
    of: &'a Composer<'a>,
    subject: &'a Subject<'a>,
    unit: &'a UnitOverview,
    key: Key,
}

impl One<'_> {
    /// A line over the months.
    fn months(&self) -> Option<UnitChart> {
        let last = self.subject.last;
        let print = |it| (At::Month(it), self.of.prints.month(&self.subject.measure, it, self.key));
        let prints = known(last.plus(1 - MONTHS).through(last).map(print));
        let title = self.monthly_title(prints.last().map(|it| &it.1));
        let printed = self.printed(title, "document-by-month", &prints);
        let chart = printed_months(self.subject, printed)?;
        Some(self.illustrated(prints, chart))
    }

    /// A column a half-year.
    fn half_years(&self) -> Option<UnitChart> {
        let print = |it| (At::HalfYear(it), self.of.prints.figure(self.unit.id, it, self.key));
        let prints = known(drawn().map(|it| self.of.half().plus(it)).map(print));
        let printed = self.printed(self.half_year_title(), "document-by-half-year", &prints);
        let chart = printed_half_years(self.subject, printed)?;
        Some(self.illustrated(prints, chart))
    }

    fn printed(&self, title: String, subtitle: &str, prints: &[(At, Print)]) -> Printed {
        let label = self.of.figure_label(self.key, self.unit);
        let args = [("figure", label.into()), ("unit", self.unit.name.as_str().into())];
        let point = |(at, print): &(At, Print)| PrintedPoint {
            at: at.clone(),
            digits: print.digits,
            shown: print.text.clone(),
        };
        let points = prints.iter().map(point).collect();
        Printed { key: self.key, title, subtitle: self.of.words(subtitle, &args), points }
    }

    /// "Antal ventende ultimo: 15, mod 8 et år før".
    fn half_year_title(&self) -> String {
        let Self { of, unit, key, .. } = *self;
        let new = of.figure(unit, key);
        let old = of.prints.figure(unit.id, of.half().plus(-2), key);
        let change = of.prints.change(unit.id, key, Against::SameLastYear);
        let value = format!("{} {}", new.text, figures::unit_word(of.display(), key));
        let args = [
            ("figure", figures::label(of.lang(), key).into()),
            ("value", value.trim().into()),
            ("old", old.text.into()),
        ];
        let words = match (new.is_shown(), change.is_shown()) {
            (true, true) => "document-chart-title-compared",
            (true, false) => "document-chart-title",
            (false, _) => "document-chart-title-none",
        };
        of.words(words, &args)
    }

    /// "Sager pr. rådgiver: 27,1 i december 2025, inden for normen på 20–30".
    fn monthly_title(&self, newest: Option<&Print>) -> String {
        let Self { of, unit, key, .. } = *self;
        let shown = newest.filter(|it| it.digits.is_some()).map(|it| it.text.as_str());
        let target = key.target_metric().and_then(|it| of.target(unit.id, it));
        let value = unit.figures.get(key).and_then(|it| it.value);
        let place = target.zip(value).map(|(target, value)| {
            let args = [
                ("place", Limits::of(target).standing(value).name().into()),
                ("target", targets::inside(of.display(), target).into()),
            ];
            of.words("document-chart-place", &args)
        });
        let words = match shown {
            Some(_) => "document-chart-title-month",
            None => "document-chart-title-none",
        };
        let args = [
            ("figure", figures::label(of.lang(), key).into()),
            ("value", shown.unwrap_or_default().into()),
            ("month", dates::month(of.lang(), of.half().last_month()).into()),
            ("place", place.unwrap_or_default().into()),
        ];
        of.words(words, &args)
    }

    fn illustrated(&self, prints: Vec<(At, Print)>, chart: Chart) -> UnitChart {
        let Self { of, unit, key, .. } = *self;
        let label = of.figure_label(key, unit);
        let by_month = matches!(prints.first(), Some((At::Month(_), _)));
        let at = |at: &At| match at {
            At::Month(month) => dates::month_short(of.lang(), *month),
            At::HalfYear(half) => of.named(*half),
            At::Weeks { .. } | At::Person(_) => at.words(of.lang()),
        };
        let row = |it: &(At, Print)| vec![Cell::words(at(&it.0)), Cell::figure(it.1.clone())];
        let head = of.word(if by_month { "document-month" } else { "document-half-year" });
        let numbers = Table {
            name: format!("{} {}", unit.code, key.name()),
            caption: format!("{}: {label}", unit.name),
            kind: TableKind::Numbers,
            columns: vec![Column::words(head), Column::figures(label)],
            rows: prints.iter().map(row).collect(),
        };
        let illustration = Illustration { alternative: chart.in_words(), chart, numbers };
        UnitChart { unit: unit.id, key, by_month, prints, illustration }
    }
}
