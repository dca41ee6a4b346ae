//! A small time line: stretches of time in lanes over the years they cover.

use crate::domain::{Day, Month};

/// How a stretch is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarTone {
    Plain,
    Strong,
    /// Away, or not counted.
    Away,
}

/// A stretch, its ends as shares of the time line's width.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub from: f32,
    pub to: f32,
    /// Inside the bar, where there is room.
    pub label: String,
    /// What it says when pointed at, and to a screen reader.
    pub words: String,
    pub tone: BarTone,
    /// It goes on after the right edge.
    pub is_open: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    pub name: String,
    pub bars: Vec<Bar>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    pub lanes: Vec<Lane>,
    /// Where each year begins, and what it is called.
    pub years: Vec<(f32, String)>,
    /// Where today lies.
    pub today: Option<f32>,
}

/// The days a time line covers, whole years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    from: Day,
    to: Day,
}

impl Scale {
    /// From the year of the first day through the year of the last, today included.
    pub fn over(days: impl Iterator<Item = Day>, today: Day) -> Self {
        let (mut first, mut last) = (today, today);
        for day in days {
            first = first.min(day);
            last = last.max(day);
        }
        let from = Month::january(first.month().year()).first_day();
        let to = Month::january(last.month().year() + 1).first_day();
        Self { from, to }
    }

    /// From 0 at the left edge to 1 at the right.
    pub fn share(self, day: Day) -> f32 {
        let all = self.to.since(self.from).max(1);
        (day.since(self.from) as f32 / all as f32).clamp(0.0, 1.0)
    }

    /// A stretch of days, both included; open without an end.
    pub fn bar(self, from: Day, to: Option<Day>) -> Bar {
        Bar {
            from: self.share(from),
            to: to.map_or(1.0, |it| self.share(it.plus(1))),
            label: String::new(),
            words: String::new(),
            tone: BarTone::Plain,
            is_open: to.is_none(),
        }
    }

    /// A stretch of whole months.
    pub fn months(self, from: Month, to: Option<Month>) -> Bar {
        self.bar(from.first_day(), to.map(Month::last_day))
    }

    pub fn timeline(self, lanes: Vec<Lane>, today: Day) -> Timeline {
        let (first, last) = (self.from.month().year(), self.to.month().year());
        let years = (first..last)
            .map(|year| (self.share(Month::january(year).first_day()), year.to_string()))
            .collect();
        Timeline { lanes, years, today: Some(self.share(today)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn a_time_line_covers_whole_years_and_open_stretches_reach_its_end() {
        let scale = Scale::over([day("2025-03-01")].into_iter(), day("2026-11-24"));
        let timeline = scale.timeline(Vec::new(), day("2026-11-24"));
        let years: Vec<&str> = timeline.years.iter().map(|it| it.1.as_str()).collect();
        assert_eq!(years, ["2025", "2026"]);
        let open = scale.bar(day("2025-03-01"), None);
        assert!((open.from - 59.0 / 730.0).abs() < 1e-6 && open.is_open);
        assert_eq!(open.to.to_bits(), 1.0_f32.to_bits());
        // Both days belong to it.
        let one_day = scale.bar(day("2025-01-01"), Some(day("2025-01-01")));
        assert!((one_day.to - one_day.from - 1.0 / 730.0).abs() < 1e-6);
    }
}
