//! Calendar months and days as small integers: what the file stores and what windows are cut by.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

/// A calendar month, `year × 12 + month − 1`. Ordered as time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Month(i32);

/// Figures are kept for these years; anything else is a typing mistake.
pub const FIRST_YEAR: i32 = 1900;
/// The last year a date or month may name.
pub const LAST_YEAR: i32 = 2199;

impl Month {
    /// `month` is 1–12 and `year` 1900–2199; `None` otherwise.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let valid = FIRST_YEAR <= year && year <= LAST_YEAR && 1 <= month && month <= 12;
        valid.then(|| Self(year * 12 + month.cast_signed() - 1))
    }

    /// The month with this number, as stored; `None` outside 1900–2199.
    pub fn from_number(number: i32) -> Option<Self> {
        let valid = FIRST_YEAR * 12 <= number && number < (LAST_YEAR + 1) * 12;
        valid.then_some(Self(number))
    }

    /// The first month of a year that is already known to be one.
    pub const fn january(year: i32) -> Self {
        Self(year * 12)
    }

    pub const fn number(self) -> i32 {
        self.0
    }

    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1–12.
    pub const fn month(self) -> u32 {
        self.0.rem_euclid(12).unsigned_abs() + 1
    }

    /// This many months later; earlier when negative.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    #[must_use]
    pub const fn next(self) -> Self {
        self.plus(1)
    }

    #[must_use]
    pub const fn previous(self) -> Self {
        self.plus(-1)
    }

    /// Months from `earlier` to this one.
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    pub fn first_day(self) -> Day {
        let date = NaiveDate::from_ymd_opt(self.year(), self.month(), 1);
        Day(date.map_or(0, |it| it.to_epoch_days()))
    }

    /// The snapshot day of the month.
    pub fn last_day(self) -> Day {
        Day(self.next().first_day().0 - 1)
    }

    /// Calendar days, 28–31.
    pub fn days(self) -> i32 {
        self.last_day().0 - self.first_day().0 + 1
    }

    pub fn half_year(self) -> HalfYear {
        HalfYear(self.0.div_euclid(6))
    }

    /// Every month from this to `last`, both included.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }

    /// Reads `2026-09` and nothing else.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        Self::new(digits(year, 4)?, digits(month, 2)?.unsigned_abs())
    }
}

impl std::fmt::Display for Month {
    /// `2026-09`, as in files.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

/// 1 January 1900 and 31 December 2199, counted from 1 January 1970.
const FIRST_DAY: i32 = -25_567;
const LAST_DAY: i32 = 84_005;

/// A calendar day, counted from 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(i32);

/// A day as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ymd {
    pub year: i32,
    /// From 1 to 12.
    pub month: u32,
    pub day: u32,
}

impl Day {
    /// 1 January 1970.
    pub const EPOCH: Self = Self(0);

    /// `None` when there is no such day, or the year is outside 1900–2199.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid = FIRST_YEAR <= year && year <= LAST_YEAR;
        let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| valid)?;
        Some(Self(date.to_epoch_days()))
    }

    /// The day with this number, as stored; `None` outside 1900–2199.
    pub const fn from_number(number: i32) -> Option<Self> {
        if FIRST_DAY <= number && number <= LAST_DAY { Some(Self(number)) } else { None }
    }

    pub const fn number(self) -> i32 {
        self.0
    }

    pub fn ymd(self) -> Ymd {
        let date = NaiveDate::from_epoch_days(self.0).unwrap_or_default();
        Ymd { year: date.year(), month: date.month(), day: date.day() }
    }

    pub fn month(self) -> Month {
        let Ymd { year, month, .. } = self.ymd();
        Month(year * 12 + month.cast_signed() - 1)
    }

    /// Whole days from `earlier` to this one.
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// Reads `2026-09-30` and nothing else.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(
            digits(year, 4)?,
            digits(month, 2)?.unsigned_abs(),
            digits(day, 2)?.unsigned_abs(),
        )
    }
}

impl std::fmt::Display for Day {
    /// `2026-09-30`, as in files.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Ymd { year, month, day } = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Half a calendar year: first half January–June, second half July–December.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HalfYear(i32);

impl HalfYear {
    /// `half` is 1 or 2.
    pub fn new(year: i32, half: u32) -> Option<Self> {
        let valid = FIRST_YEAR <= year && year <= LAST_YEAR && 1 <= half && half <= 2;
        valid.then(|| Self(year * 2 + half.cast_signed() - 1))
    }

    pub const fn year(self) -> i32 {
        self.0.div_euclid(2)
    }

    /// 1 or 2.
    pub const fn half(self) -> u32 {
        self.0.rem_euclid(2).unsigned_abs() + 1
    }

    pub const fn first_month(self) -> Month {
        Month(self.0 * 6)
    }

    pub const fn last_month(self) -> Month {
        Month(self.0 * 6 + 5)
    }

    #[must_use]
    pub const fn plus(self, halves: i32) -> Self {
        Self(self.0 + halves)
    }

    /// Reads `2026H1`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, half) = text.split_once(['H', 'h'])?;
        Self::new(digits(year, 4)?, digits(half, 1)?.unsigned_abs())
    }
}

impl std::fmt::Display for HalfYear {
    /// `2026H1`, as in files.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}H{}", self.year(), self.half())
    }
}

/// The number in `text` when it is exactly `width` ASCII digits.
fn digits(text: &str, width: usize) -> Option<i32> {
    let plain = text.len() == width && text.bytes().all(|it| it.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_agree_with_the_calendar() {
        let february = Month::new(2024, 2).unwrap();
        assert_eq!(february.days(), 29);
        assert_eq!(february.first_day(), Day::new(2024, 2, 1).unwrap());
        assert_eq!(february.last_day().to_string(), "2024-02-29");
        assert_eq!(february.previous().to_string(), "2024-01");
        assert_eq!(Month::new(2024, 1).unwrap().previous().to_string(), "2023-12");
        assert_eq!(february.half_year().to_string(), "2024H1");
        assert_eq!(HalfYear::parse("2024H2").unwrap().first_month().to_string(), "2024-07");
        assert_eq!(Day::new(2024, 12, 31).unwrap().month().to_string(), "2024-12");
        assert_eq!(Day::from_number(FIRST_DAY), Day::new(1900, 1, 1));
        assert_eq!(Day::from_number(LAST_DAY), Day::new(2199, 12, 31));
        assert_eq!(Day::from_number(LAST_DAY + 1), None);
    }

    #[test]
    fn impossible_dates_are_none() {
        for text in ["2026-13", "2026-00", "20255-01", "1899-12", "2026-1", "jan-26", "2026-0٣", ""]
        {
            assert_eq!(Month::parse_iso(text), None, "{text}");
        }
        for text in ["2026-02-31", "31-12-2026", "2026-2-03", "2026-02-03-1"] {
            assert_eq!(Day::parse_iso(text), None, "{text}");
        }
        assert_eq!(HalfYear::parse("2026H3"), None);
    }
}
