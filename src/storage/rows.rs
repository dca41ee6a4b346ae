//! How enumerations stand in columns, and back. An unknown number is damage.

use std::ops::RangeInclusive;

use rusqlite::Row;

use super::{StoreError, StoreResult};
use crate::domain::{
    AbsenceKind, BandKind, CaseHolding, CaseReporting, CountingUnit, Day, Edition, EntryId,
    EntryKind, EventKind, HalfYear, Month, Source, TargetMetric, Thousandths,
};

/// Reads columns by place, with the domain's own types.
pub trait Columns {
    fn number(&self, at: usize) -> StoreResult<i64>;
    fn optional(&self, at: usize) -> StoreResult<Option<i64>>;
    fn words(&self, at: usize) -> StoreResult<String>;

    /// A count or an id.
    fn small(&self, at: usize) -> StoreResult<u32> {
        let number = self.number(at)?;
        u32::try_from(number).ok().ok_or_else(|| out_of_range(number))
    }

    fn optional_small(&self, at: usize) -> StoreResult<Option<u32>> {
        self.optional(at)?
            .map(|it| u32::try_from(it).ok().ok_or_else(|| out_of_range(it)))
            .transpose()
    }

    fn month(&self, at: usize) -> StoreResult<Month> {
        month(self.number(at)?)
    }

    fn optional_month(&self, at: usize) -> StoreResult<Option<Month>> {
        self.optional(at)?.map(month).transpose()
    }

    fn day(&self, at: usize) -> StoreResult<Day> {
        day(self.number(at)?)
    }

    fn optional_day(&self, at: usize) -> StoreResult<Option<Day>> {
        self.optional(at)?.map(day).transpose()
    }

    fn decimal(&self, at: usize) -> StoreResult<Thousandths> {
        self.number(at).map(Thousandths)
    }
}

impl Columns for Row<'_> {
    fn number(&self, at: usize) -> StoreResult<i64> {
        Ok(self.get_ref(at)?.as_i64().map_err(rusqlite::Error::from)?)
    }

    fn optional(&self, at: usize) -> StoreResult<Option<i64>> {
        Ok(self.get_ref(at)?.as_i64_or_null().map_err(rusqlite::Error::from)?)
    }

    fn words(&self, at: usize) -> StoreResult<String> {
        Ok(self.get(at)?)
    }
}

fn out_of_range(number: i64) -> StoreError {
    StoreError::damaged(format!("a number out of range: {number}"))
}

/// Every month there can be, as stored.
pub const ALL_MONTHS: RangeInclusive<i32> = i32::MIN..=i32::MAX;

/// The months of half-years in order, as stored; half-years side by side are one stretch.
pub fn stretches(halves: &[HalfYear]) -> Vec<RangeInclusive<i32>> {
    let side_by_side = halves.chunk_by(|a, b| a.plus(1) == *b);
    let ends = side_by_side.filter_map(|it| it.first().zip(it.last()));
    ends.map(|(first, last)| first.first_month().number()..=last.last_month().number()).collect()
}

/// A month as stored.
pub fn month(number: i64) -> StoreResult<Month> {
    let known = i32::try_from(number).ok().and_then(Month::from_number);
    known.ok_or_else(|| out_of_range(number))
}

fn day(number: i64) -> StoreResult<Day> {
    let known = i32::try_from(number).ok().and_then(Day::from_number);
    known.ok_or_else(|| out_of_range(number))
}

macro_rules! column_enum {
    ($name:ident: $type:ty = $($variant:ident),+) => {
        pub fn $name(number: i64) -> StoreResult<$type> {
            [$(<$type>::$variant),+]
                .into_iter()
                .find(|it| *it as i64 == number)
                .ok_or_else(|| out_of_range(number))
        }
    };
}

column_enum!(counting_unit: CountingUnit = Child, Family, Citizen);
column_enum!(case_reporting: CaseReporting = ByCaseworker, ByUnit);
column_enum!(case_holding: CaseHolding = Yes, No);
column_enum!(absence_kind: AbsenceKind = Leave, LongTermSick);
column_enum!(band_kind: BandKind = Started, Waiting);
column_enum!(target_metric: TargetMetric = Caseload, Wait);
column_enum!(event_kind: EventKind = Event, SeriesBreak);

/// The columns `kind` and `target` of an entry.
pub fn kind_columns(kind: EntryKind) -> (i64, Option<i64>) {
    match kind {
        EntryKind::Did => (0, None),
        EntryKind::Undid(of) => (1, Some(of.0.cast_signed())),
        EntryKind::Redid(of) => (2, Some(of.0.cast_signed())),
        EntryKind::Final => (3, None),
    }
}

pub fn entry_kind(kind: i64, target: Option<i64>) -> StoreResult<EntryKind> {
    match (kind, target) {
        (0, None) => Ok(EntryKind::Did),
        (1, Some(of)) => Ok(EntryKind::Undid(EntryId(of.cast_unsigned()))),
        (2, Some(of)) => Ok(EntryKind::Redid(EntryId(of.cast_unsigned()))),
        (3, None) => Ok(EntryKind::Final),
        _ => Err(out_of_range(kind)),
    }
}

pub const fn source_column(source: Source) -> i64 {
    match source {
        Source::Window => 0,
        Source::CommandLine => 1,
    }
}

pub fn source(number: i64) -> StoreResult<Source> {
    match number {
        0 => Ok(Source::Window),
        1 => Ok(Source::CommandLine),
        _ => Err(out_of_range(number)),
    }
}

/// An edition as it stands in its `content` column.
pub fn edition_content(edition: &Edition) -> String {
    // Text, numbers and lists only: writing it cannot fail.
    serde_json::to_string(edition).unwrap_or_default()
}

pub fn edition(content: &str) -> StoreResult<Edition> {
    serde_json::from_str(content)
        .map_err(|error| StoreError::damaged(format!("an edition: {error}")))
}
