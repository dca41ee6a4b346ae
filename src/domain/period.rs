//! The stretches of time a figure can be asked for: a month, a quarter, a half-year or a year.

use super::{Day, HalfYear, Month};

/// A run of whole months that figures are computed over. The snapshot is its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    Month(Month),
    /// Named by its first month.
    Quarter(Month),
    HalfYear(HalfYear),
    Year(i32),
}

impl Period {
    /// Reads `2026-09`, `2026Q3`, `2026H1` or `2026`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(month) = Month::parse_iso(text) {
            return Some(Self::Month(month));
        }
        if let Some(half) = HalfYear::parse(text) {
            return Some(Self::HalfYear(half));
        }
        if let Some((year, quarter)) = text.split_once(['Q', 'q']) {
            let quarter: u32 = quarter.parse().ok().filter(|it| 1 <= *it && *it <= 4)?;
            let year = Month::parse_iso(&format!("{year}-01"))?;
            return Some(Self::Quarter(year.plus(quarter.cast_signed() * 3 - 3)));
        }
        Month::parse_iso(&format!("{text}-01")).map(|it| Self::Year(it.year()))
    }

    pub fn first_month(self) -> Month {
        match self {
            Self::Month(month) | Self::Quarter(month) => month,
            Self::HalfYear(half) => half.first_month(),
            Self::Year(year) => Month::january(year),
        }
    }

    pub fn last_month(self) -> Month {
        match self {
            Self::Month(month) => month,
            Self::Quarter(first) => first.plus(2),
            Self::HalfYear(half) => half.last_month(),
            Self::Year(_) => self.first_month().plus(11),
        }
    }

    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> + Clone {
        self.first_month().through(self.last_month())
    }

    /// 1, 3, 6 or 12.
    pub const fn month_count(self) -> u32 {
        match self {
            Self::Month(_) => 1,
            Self::Quarter(_) => 3,
            Self::HalfYear(_) => 6,
            Self::Year(_) => 12,
        }
    }

    pub fn first_day(self) -> Day {
        self.first_month().first_day()
    }

    pub fn snapshot_day(self) -> Day {
        self.last_month().last_day()
    }

    /// The period of the same length that ends where this begins.
    #[must_use]
    pub fn previous(self) -> Self {
        self.moved(-self.month_count().cast_signed())
    }

    /// The same period a year before.
    #[must_use]
    pub fn same_last_year(self) -> Self {
        self.moved(-12)
    }

    fn moved(self, months: i32) -> Self {
        match self {
            Self::Month(month) => Self::Month(month.plus(months)),
            Self::Quarter(first) => Self::Quarter(first.plus(months)),
            Self::HalfYear(half) => Self::HalfYear(half.plus(months / 6)),
            Self::Year(year) => Self::Year(year + months / 12),
        }
    }
}

impl std::fmt::Display for Period {
    /// `2026-09`, `2026Q3`, `2026H1` or `2026`, as in files.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Quarter(first) => write!(f, "{:04}Q{}", first.year(), first.month().div_ceil(3)),
            Self::HalfYear(half) => half.fmt(f),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_and_written_alike() {
        for text in ["2026-09", "2026Q3", "2026H1", "2026"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Period::parse("2026Q5"), None);
        assert_eq!(Period::parse("2026H0"), None);
    }

    #[test]
    fn a_year_starts_in_january() {
        let year = Period::parse("2024").unwrap();
        assert_eq!(year.first_month().to_string(), "2024-01");
        assert_eq!(year.last_month().to_string(), "2024-12");
        assert_eq!(year.previous().to_string(), "2023");
        assert_eq!(Period::parse("2024Q1").unwrap().previous().to_string(), "2023Q4");
        assert_eq!(Period::parse("2024H1").unwrap().same_last_year().to_string(), "2023H1");
    }
}
