//! Dates, months and periods as people write them.

use chrono::{DateTime, Datelike as _, Local, Timelike as _};

use super::{Arg, Lang, tr, tr_with};
use crate::domain::{Day, HalfYear, Month, Period, Ymd};

/// `31. december 2026`
pub fn long(lang: Lang, day: Day) -> String {
    let Ymd { year, month, day: number } = day.ymd();
    let name = tr(lang, &format!("month-{month}"));
    dated(lang, "date-long", &name, year, &[("day", number.into())])
}

/// `31. dec. 2026`
pub fn short(lang: Lang, day: Day) -> String {
    let Ymd { year, month, day: number } = day.ymd();
    let name = tr(lang, &format!("month-short-{month}"));
    dated(lang, "date-long", &name, year, &[("day", number.into())])
}

/// `september 2026`
pub fn month(lang: Lang, month: Month) -> String {
    dated(lang, "month-year", &month_name(lang, month), month.year(), &[])
}

/// `sep. 2026`
pub fn month_short(lang: Lang, month: Month) -> String {
    dated(lang, "month-year", &month_abbreviated(lang, month), month.year(), &[])
}

/// `sep.`
pub fn month_abbreviated(lang: Lang, month: Month) -> String {
    tr(lang, &format!("month-short-{}", month.month()))
}

/// `5. december`
pub fn day_month(lang: Lang, day: Day) -> String {
    let number = day.ymd().day;
    let args = [("day", number.into()), ("month", month_name(lang, day.month()).into())];
    tr_with(lang, "day-month", &args)
}

/// `marts–november 2025`, `april 2025 – august 2026`; one month is itself.
pub fn span(lang: Lang, first: Month, last: Month) -> String {
    let end = month(lang, last);
    if first == last {
        return end;
    }
    if first.year() == last.year() {
        return format!("{}–{end}", month_name(lang, first));
    }
    format!("{} – {end}", month(lang, first))
}

/// `september`
pub fn month_name(lang: Lang, month: Month) -> String {
    tr(lang, &format!("month-{}", month.month()))
}

/// `september 2026`, `3. kvartal 2026`, `2. halvår 2026`, `2026`
pub fn period(lang: Lang, period: Period) -> String {
    let named = |key, number: u32, year: i32| {
        let args = [("n", number.into()), ("year", year.to_string().into())];
        tr_with(lang, key, &args)
    };
    match period {
        Period::Month(at) => month(lang, at),
        Period::Quarter(first) => named("quarter-year", first.month().div_ceil(3), first.year()),
        Period::HalfYear(half) => named("half-year", half.half(), half.year()),
        Period::Year(year) => year.to_string(),
    }
}

/// `2. halvår 2026`, in English `H2 2026`: a half-year on a button or in a note.
pub fn half_year(lang: Lang, half: HalfYear) -> String {
    let args = [("n", half.half().into()), ("year", half.year().to_string().into())];
    tr_with(lang, "half-year-label", &args)
}

/// `2. hå 2026`, `3. kv. 2026`, `sep. 2026`: a period for the head of a column.
pub fn period_short(lang: Lang, period: Period) -> String {
    match period {
        Period::Month(at) => month_short(lang, at),
        Period::HalfYear(half) => {
            let args = [("n", half.half().into()), ("year", half.year().to_string().into())];
            tr_with(lang, "half-year-short", &args)
        }
        Period::Quarter(first) => {
            let args = [
                ("n", first.month().div_ceil(3).into()),
                ("year", first.year().to_string().into()),
            ];
            tr_with(lang, "quarter-year-short", &args)
        }
        Period::Year(year) => year.to_string(),
    }
}

fn dated(lang: Lang, key: &str, month: &str, year: i32, more: &[(&str, Arg<'_>)]) -> String {
    let mut args = vec![("month", Arg::from(month)), ("year", Arg::from(year.to_string()))];
    args.extend_from_slice(more);
    tr_with(lang, key, &args)
}

/// A point in time where the reader is: `22. nov. 2026 10.42`.
pub fn moment(lang: Lang, milliseconds: i64) -> String {
    format!("{} {}", short(lang, day_of(milliseconds)), clock(lang, milliseconds))
}

/// `10.42`, where the reader is.
pub fn clock(lang: Lang, milliseconds: i64) -> String {
    let at = local(milliseconds);
    format!("{:02}{}{:02}", at.hour(), lang.locale().time_mark, at.minute())
}

/// The day of a point in time, where the reader is.
pub fn day_of(milliseconds: i64) -> Day {
    let at = local(milliseconds);
    Day::new(at.year(), at.month(), at.day()).unwrap_or(Day::EPOCH)
}

fn local(milliseconds: i64) -> DateTime<Local> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default().with_timezone(&Local)
}

/// A point in time for machines: 2026-11-22T09:42:00Z.
pub fn moment_iso(milliseconds: i64) -> String {
    let at = DateTime::from_timestamp_millis(milliseconds).unwrap_or_default();
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn dates_are_written_as_in_the_language() {
        assert_eq!(long(Lang::Da, day("2026-12-31")), "31. december 2026");
        assert_eq!(long(Lang::En, day("2026-12-31")), "31 December 2026");
        assert_eq!(short(Lang::Da, day("2026-09-01")), "1. sep. 2026");
        assert_eq!(short(Lang::En, day("2026-05-01")), "1 May 2026");
        assert_eq!(day_month(Lang::Da, day("2026-12-05")), "5. december");
    }

    #[test]
    fn months_from_one_to_another_name_the_year_once() {
        let month = |text: &str| Month::parse_iso(text).unwrap();
        let check = |first: &str, last: &str, danish: &str, english: &str| {
            assert_eq!(span(Lang::Da, month(first), month(last)), danish);
            assert_eq!(span(Lang::En, month(first), month(last)), english);
        };
        check("2025-03", "2025-11", "marts–november 2025", "March–November 2025");
        check("2025-04", "2026-08", "april 2025 – august 2026", "April 2025 – August 2026");
        check("2025-05", "2025-05", "maj 2025", "May 2025");
    }

    #[test]
    fn periods_have_names() {
        let check = |text: &str, danish: &str, english: &str| {
            let parsed = Period::parse(text).unwrap();
            assert_eq!(period(Lang::Da, parsed), danish);
            assert_eq!(period(Lang::En, parsed), english);
        };
        check("2026H1", "1. halvår 2026", "first half of 2026");
        check("2026H2", "2. halvår 2026", "second half of 2026");
        check("2026-03", "marts 2026", "March 2026");
        check("2026Q3", "3. kvartal 2026", "third quarter of 2026");
        check("2026", "2026", "2026");
        assert_eq!(period_short(Lang::Da, Period::parse("2025H2").unwrap()), "2. hå 2025");
    }
}
