//! Days and months as numbers: just what the cases need of a calendar.

use std::fmt;

/// A day of the Gregorian calendar, by its number since 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

/// A month, by year * 12 + month - 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i64);

impl Day {
    /// Reads `2024-01-31`; nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year: i64 = digits(parts.next()?, 4)?;
        let month: i64 = digits(parts.next()?, 2)?;
        let day: i64 = digits(parts.next()?, 2)?;
        if parts.next().is_some() || !(1..=12).contains(&month) {
            return None;
        }
        let month = Month(year * 12 + month - 1);
        let date = Self(month.first_day().0 + day - 1);
        (day >= 1 && date <= month.last_day()).then_some(date)
    }

    pub fn number(self) -> i64 {
        self.0
    }

    pub fn from_number(number: i64) -> Self {
        Self(number)
    }

    /// The month the day lies in.
    pub fn month(self) -> Month {
        // A month has at most 31 days, so this guess is early by at most a few.
        let mut month = Month(1970 * 12 + self.0.div_euclid(31).min(self.0 * 12 / 365 - 1));
        while month.next().first_day() <= self {
            month = month.next();
        }
        month
    }
}

impl Month {
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Months since the start of year 0.
    pub fn number(self) -> i64 {
        self.0
    }

    pub fn from_number(number: i64) -> Self {
        Self(number)
    }

    /// The number of the first day, by counting leap days of the years gone by.
    pub fn first_day(self) -> Day {
        // The year begins in March here, so that a leap day is its last.
        let from_march = self.0 - 2;
        let (year, month) = (from_march.div_euclid(12), from_march.rem_euclid(12));
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let before = (153 * month + 2) / 5;
        Day(365 * year + leap_days + before - 719_468)
    }

    pub fn last_day(self) -> Day {
        Day(self.next().first_day().0 - 1)
    }

    fn year_and_month(self) -> (i64, i64) {
        (self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

/// `2024-01`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.year_and_month();
        write!(f, "{year:04}-{month:02}")
    }
}

/// `2024-01-31`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = self.month();
        write!(f, "{month}-{:02}", self.0 - month.first_day().0 + 1)
    }
}

fn digits(text: &str, n: usize) -> Option<i64> {
    let is_plain = text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_from_1970() {
        for (text, number) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2024-02-29", 19_782),
            ("2024-12-31", 20_088),
            ("0001-01-01", -719_162),
        ] {
            assert_eq!(Day::parse(text), Some(Day(number)), "{text}");
            assert_eq!(Day(number).to_string(), text);
        }
    }

    #[test]
    fn every_day_reads_back() {
        for number in (-800_000..800_000).step_by(13) {
            let day = Day(number);
            if day >= Month(0).first_day() {
                assert_eq!(Day::parse(&day.to_string()), Some(day));
            }
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["2024-2-01", "2023-02-29", "2024-13-01", "2024-01-00", "2024-01", "x"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
