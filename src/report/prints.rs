//! The one place a printed figure comes from: unit × period × key → text, by profile.

use super::{Overview, compose};
use crate::domain::{HalfYear, Period, Snapshot, UnitId};
use crate::measure::suppression::{
    Cell, ProtectedHalf, Published, State, Table, What, Whose, Why, plain, protect,
};
use crate::measure::{Difference, Figure, Key, Ratio, UnitMeasure};
use crate::text::{Display, committee, figures};

/// For whom an overview is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// The department itself: everything.
    Internal,
    /// Published: nothing that can be traced to a person or a family.
    Committee,
}

/// What became of a figure on its way to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintState {
    Shown,
    /// Not reported.
    Missing,
    /// `<5`
    Primary,
    /// `*`, to protect another count.
    Secondary,
    /// Left out for what it rests on.
    Suppressed(Why),
    /// The unit has no such figure, or no such unit.
    Absent,
}

/// A figure as it is printed. No writer formats a number of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    pub text: String,
    pub state: PrintState,
}

impl Print {
    const ABSENT: Self = Self { text: String::new(), state: PrintState::Absent };

    pub const fn is_shown(&self) -> bool {
        matches!(self.state, PrintState::Shown)
    }
}

/// Against which earlier period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    SameLastYear,
    Previous,
}

/// A change as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangePrint {
    pub text: String,
    /// `-12,5 %`, where there is one.
    pub percent: Option<String>,
    pub state: PrintState,
}

/// A figure that is left out, for the author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub unit: UnitId,
    pub half: HalfYear,
    pub key: Key,
    pub why: Why,
}

/// Everything that may be printed of a half-year and those before it.
#[derive(Debug, Clone)]
pub struct Prints {
    pub profile: Profile,
    pub half: HalfYear,
    pub display: Display,
    pub threshold: u32,
    overview: Overview,
    /// In order, the half-year itself last.
    halves: Vec<ProtectedHalf>,
}

impl Prints {
    /// `issued` is what earlier editions printed; it only matters to the committee's profile.
    pub fn new(
        snapshot: &Snapshot,
        half: HalfYear,
        profile: Profile,
        display: Display,
        issued: &[Published],
    ) -> Self {
        let halves = match profile {
            Profile::Internal => plain(snapshot, half),
            Profile::Committee => protect(snapshot, half, issued),
        };
        Self {
            profile,
            half,
            display,
            threshold: snapshot.settings().suppression_threshold(),
            overview: compose(snapshot, Period::HalfYear(half), None),
            halves,
        }
    }

    /// The figures themselves: for sentences and changes of what is shown, never to be printed as they are.
    pub const fn overview(&self) -> &Overview {
        &self.overview
    }

    pub fn halves(&self) -> &[ProtectedHalf] {
        &self.halves
    }

    pub fn half(&self, half: HalfYear) -> Option<&ProtectedHalf> {
        self.halves.iter().find(|it| it.half == half)
    }

    /// The tables of the half-year.
    pub fn tables(&self) -> &[Table] {
        self.half(self.half).map_or(&[], |it| &it.tables)
    }

    /// A figure of a unit and a half-year.
    pub fn figure(&self, unit: UnitId, half: HalfYear, key: Key) -> Print {
        let found = self.half(half).and_then(|it| it.figure(unit, key));
        let Some((figure, why)) = found else {
            return Print::ABSENT;
        };
        if let Some(why) = why {
            let state = match why {
                Why::Count => PrintState::Primary,
                Why::Secondary => PrintState::Secondary,
                Why::BuiltOnFew
                | Why::TotalHidden
                | Why::FewerThan3Persons
                | Why::FewInShare
                | Why::NotInProfile
                | Why::Withdrawn => PrintState::Suppressed(why),
            };
            return Print { text: committee::left_out(why, self.threshold), state };
        }
        let text = figures::shown(self.display, key, figure)
            .or_else(|| figures::errors(self.display.lang, figure))
            .unwrap_or_default();
        let missing = figure.value.is_none() && figure.status == crate::measure::Status::Missing;
        let state = if missing { PrintState::Missing } else { PrintState::Shown };
        Print { text, state }
    }

    /// What is said beside a figure: "5 af 6 måneder"; nothing beside one that is left out.
    pub fn note(&self, unit: UnitId, half: HalfYear, key: Key) -> Option<String> {
        let figure = self.shown_figure(unit, half, key)?;
        figures::note(self.display.lang, figure)
    }

    /// A cell of the tables, or a total: `<5`, `*`, `1.234`.
    pub fn cell(&self, cell: &Cell) -> Print {
        let state = match cell.state {
            State::Shown => PrintState::Shown,
            State::Primary => PrintState::Primary,
            State::Secondary => PrintState::Secondary,
            State::Missing => PrintState::Missing,
            State::Withdrawn => PrintState::Suppressed(Why::Withdrawn),
        };
        Print { text: committee::count(self.display.lang, cell, self.threshold), state }
    }

    /// A count of all units that count the same; absent where there is no such total.
    pub fn total(&self, half: HalfYear, key: Key, counts: crate::domain::CountingUnit) -> Print {
        let found = self.half(half).and_then(|it| it.cell(What::Figure(key), Whose::All(counts)));
        found.map_or(Print::ABSENT, |it| self.cell(it))
    }

    /// The figure itself where it is shown: for findings and for drawing.
    pub fn shown_figure(&self, unit: UnitId, half: HalfYear, key: Key) -> Option<&Figure> {
        let (figure, why) = self.half(half)?.figure(unit, key)?;
        why.is_none().then_some(figure)
    }

    /// A point of a half-yearly chart; a gap where it is not shown. Figures that a chart draws month by
    /// month are asked for by [`Self::monthly`].
    pub fn point(&self, unit: UnitId, half: HalfYear, key: Key) -> Option<Ratio> {
        self.shown_figure(unit, half, key)?.value
    }

    /// Whether a figure may be drawn month by month. Waits, and counts of what comes and goes, are
    /// drawn half-yearly for committees.
    pub const fn draws_months(&self, key: Key) -> bool {
        matches!(self.profile, Profile::Internal)
            || matches!(key, Key::Cases | Key::Fte | Key::Caseload)
    }

    /// A point of a monthly chart; a gap where it is missing, small, or hidden at the end of its half-year.
    pub fn monthly(
        &self,
        measure: &UnitMeasure<'_>,
        month: crate::domain::Month,
        key: Key,
    ) -> Option<Ratio> {
        if !self.draws_months(key) {
            return None;
        }
        let value = measure.figure(key, Period::Month(month)).filter(Figure::is_complete)?.value;
        if self.profile == Profile::Internal {
            return value;
        }
        let unit = measure.data().id;
        let half = month.half_year();
        let is_last = month == half.last_month();
        let hidden = |key| self.half(half).and_then(|it| it.figure(unit, key)?.1).is_some();
        if is_last && hidden(key) {
            return None;
        }
        let cases = measure.figure(Key::Cases, Period::Month(month)).and_then(|it| it.value);
        let few = |it: Ratio| {
            0 < it.numerator() && it.numerator() < i128::from(self.threshold) * it.denominator()
        };
        let follows = key != Key::Fte && cases.is_some_and(few);
        (!follows && !measure.rests_on_few_persons(key, month)).then_some(value).flatten()
    }

    /// The change of a figure of the half-year itself; left out when either side is.
    pub fn change(&self, unit: UnitId, key: Key, against: Against) -> ChangePrint {
        let absent = ChangePrint { text: String::new(), percent: None, state: PrintState::Absent };
        let Some(difference) = self.difference(unit, key, against) else {
            return absent;
        };
        let sides = [self.half, self.base(against)].map(|it| self.figure(unit, it, key));
        let hidden = sides.iter().find(|it| {
            !matches!(it.state, PrintState::Shown | PrintState::Missing | PrintState::Absent)
        });
        if let Some(side) = hidden {
            let text = committee::HIDDEN.to_owned();
            return ChangePrint { text, percent: None, state: side.state };
        }
        ChangePrint {
            text: figures::change(self.display, key, difference),
            percent: figures::change_percent(self.display.lang, difference),
            state: PrintState::Shown,
        }
    }

    /// Whether a figure has changes at all.
    pub fn has_change(&self, unit: UnitId, key: Key) -> bool {
        self.difference(unit, key, Against::Previous).is_some()
    }

    /// The half-year that a change is held against.
    #[must_use]
    pub fn base(&self, against: Against) -> HalfYear {
        match against {
            Against::SameLastYear => self.half.plus(-2),
            Against::Previous => self.half.plus(-1),
        }
    }

    fn difference(&self, unit: UnitId, key: Key, against: Against) -> Option<&Difference> {
        let unit = self.overview.units.iter().find(|it| it.id == unit)?;
        let changes = unit.change(key)?;
        Some(match against {
            Against::SameLastYear => &changes.same_last_year,
            Against::Previous => &changes.previous,
        })
    }

    /// Whether a change may be used in a sentence.
    pub fn shown_change(&self, unit: UnitId, key: Key, against: Against) -> Option<&Difference> {
        let shown = self.change(unit, key, against).state == PrintState::Shown;
        self.difference(unit, key, against).filter(|_| shown)
    }

    /// What is left out of the three half-years that an edition prints, and why; for its author, not for the page.
    pub fn left_out(&self) -> Vec<LeftOut> {
        let printed = [self.half, self.half.plus(-1), self.half.plus(-2)];
        let mut all = Vec::new();
        for half in printed.iter().filter_map(|it| self.half(*it)) {
            for (unit, figures) in &half.figures {
                let out = figures.iter().filter_map(|(key, _, why)| {
                    Some(LeftOut { unit: *unit, half: half.half, key: *key, why: (*why)? })
                });
                all.extend(out.filter(|it| it.why != Why::NotInProfile));
            }
        }
        all
    }
}
