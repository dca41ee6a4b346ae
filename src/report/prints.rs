//! The one place a printed figure comes from: unit × period × key → text, by profile.

use super::{Overview, compose};
use crate::domain::{HalfYear, Month, Period, Snapshot, UnitId};
use crate::measure::suppression::{
    Cell, Patience, ProtectedHalf, Published, State, Table, Why, plain, protect,
};
use crate::measure::{Charted, Difference, Figure, Key, Ratio, UnitMeasure};
use crate::text::{Digits, Display, Lang, committee, figures};

/// For whom an overview is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// The department itself: everything.
    Internal,
    /// Published: nothing that can be traced to a person or a family.
    Committee,
}

impl Profile {
    pub const ALL: [Self; 2] = [Self::Committee, Self::Internal];

    /// The name on the command line and in the keys of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Committee => "committee",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// What became of a figure on its way to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintState {
    Shown,
    /// Not reported, withheld, or cannot be computed.
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

impl PrintState {
    /// There is a figure, and the reader is not to know it.
    pub const fn is_hidden(self) -> bool {
        matches!(self, Self::Primary | Self::Secondary | Self::Suppressed(_))
    }
}

/// A figure as it is printed. No writer formats a number of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// Exactly as far as it is printed; `None` where no number stands, or words beside it.
    pub digits: Option<Digits>,
    pub text: String,
    pub state: PrintState,
}

impl Print {
    const ABSENT: Self = Self { digits: None, text: String::new(), state: PrintState::Absent };

    const fn sign(text: String, state: PrintState) -> Self {
        Self { digits: None, text, state }
    }

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

/// Half-years that a chart draws beside each other: four years, so that each has its like.
pub const DRAWN: usize = 8;

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
        Self::within(snapshot, half, profile, display, issued, Patience::default())
    }

    /// The same, with so much to spend on proving one hidden count safe.
    pub fn within(
        snapshot: &Snapshot,
        half: HalfYear,
        profile: Profile,
        display: Display,
        issued: &[Published],
        patience: Patience,
    ) -> Self {
        let halves = match profile {
            Profile::Internal => plain(snapshot, half, DRAWN),
            Profile::Committee => protect(snapshot, half, issued, patience),
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
        self.figure_as(self.display, unit, half, key)
    }

    /// The same as it stands in an edition's record and is held against another edition: in Danish, whatever
    /// language the document is in.
    pub fn recorded(&self, unit: UnitId, half: HalfYear, key: Key) -> Print {
        self.figure_as(Display { lang: Lang::Da, ..self.display }, unit, half, key)
    }

    fn figure_as(&self, display: Display, unit: UnitId, half: HalfYear, key: Key) -> Print {
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
            return Print::sign(committee::left_out(why, self.threshold), state);
        }
        Self::shown(display, key, figure)
    }

    fn shown(display: Display, key: Key, figure: &Figure) -> Print {
        let digits = figures::digits(display, key, figure);
        let text = digits
            .map(|it| it.text(display.lang))
            .or_else(|| figures::shown(display, key, figure))
            .or_else(|| figures::errors(display.lang, figure))
            .unwrap_or_default();
        let is_there = figure.value.is_some() || figure.errors.is_some();
        let state = if is_there { PrintState::Shown } else { PrintState::Missing };
        Print { digits, text, state }
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
        let digits = cell.value.filter(|_| state == PrintState::Shown).map(Digits::whole);
        Print { digits, text: committee::count(self.display.lang, cell, self.threshold), state }
    }

    /// The figure itself where it is shown: for findings and for drawing.
    pub fn shown_figure(&self, unit: UnitId, half: HalfYear, key: Key) -> Option<&Figure> {
        let (figure, why) = self.half(half)?.figure(unit, key)?;
        why.is_none().then_some(figure)
    }

    /// Whether a figure may be drawn month by month. Waits, and counts of what comes and goes, are
    /// drawn half-yearly for committees.
    pub fn draws_months(&self, key: Key) -> bool {
        self.profile == Profile::Internal || key.spec().chart == Charted::MonthsForAll
    }

    /// The figure of a month, for a chart of months; left out where it is small, or hidden at the end
    /// of its half-year. A month of which only a part was reported is not drawn.
    pub fn month(&self, measure: &UnitMeasure<'_>, month: Month, key: Key) -> Print {
        let figure = measure.figure(key, Period::Month(month));
        let Some(figure) = figure.filter(|it| it.value.is_none() || it.is_complete()) else {
            return Print::sign(figures::NOT_REPORTED.to_owned(), PrintState::Missing);
        };
        if self.hides_month(measure, month, key) {
            let state = PrintState::Suppressed(Why::TotalHidden);
            return Print::sign(committee::HIDDEN.to_owned(), state);
        }
        Self::shown(self.display, key, &figure)
    }

    fn hides_month(&self, measure: &UnitMeasure<'_>, month: Month, key: Key) -> bool {
        if self.profile == Profile::Internal {
            return false;
        }
        let unit = measure.data().id;
        let half = month.half_year();
        let is_last = month == half.last_month();
        let hidden = |key| self.half(half).and_then(|it| it.figure(unit, key)?.1).is_some();
        let cases = measure.figure(Key::Cases, Period::Month(month)).and_then(|it| it.value);
        let few = |cases: Ratio| {
            0 < cases.numerator()
                && cases.numerator() < i128::from(self.threshold) * cases.denominator()
        };
        !self.draws_months(key)
            || (is_last && hidden(key))
            || (key != Key::Fte && cases.is_some_and(few))
            || measure.rests_on_few_persons(key, month)
    }

    /// The change of a figure of the half-year itself; left out when either side is.
    pub fn change(&self, unit: UnitId, key: Key, against: Against) -> Print {
        let Some(difference) = self.difference(unit, key, against) else {
            return Print::ABSENT;
        };
        let sides = [self.half, self.base(against)].map(|it| self.figure(unit, it, key));
        if let Some(side) = sides.iter().find(|it| it.state.is_hidden()) {
            return Print::sign(committee::HIDDEN.to_owned(), side.state);
        }
        let text = figures::change(self.display, key, difference);
        match (difference.abs, &difference.series_break) {
            (Some(_), _) => {
                let digits = figures::change_digits(self.display, key, difference);
                Print { digits, text, state: PrintState::Shown }
            }
            (None, Some(_)) => Print::sign(figures::SERIES_BREAK.to_owned(), PrintState::Missing),
            (None, None) => Print::sign(text, PrintState::Missing),
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
}
