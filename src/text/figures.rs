//! Figures in words: how each is shown, what it is called, and why there is none.

use super::number::{decimal, full, percent_of, rounded, signed, whole};
use super::translate::find;
use super::{Arg, Digits, Lang, Style, dates, tr, tr_with};
use crate::domain::{Month, SettingKey, Settings};
use crate::measure::{
    Difference, Figure, Key, Kind, Months, MoreThanChance, Note, Ratio, Reason, Status,
};

/// Not reported.
pub const NOT_REPORTED: &str = "..";
/// Cannot be computed.
pub const NOT_COMPUTABLE: &str = "–";
/// Not compared across a series break.
pub const SERIES_BREAK: &str = "|";

const HUNDRED: Ratio = Ratio::whole(100);

/// What waits, which are stored in days, are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WaitUnit {
    Days,
    #[default]
    Weeks,
    Months,
}

impl WaitUnit {
    /// As set: `days`, `weeks` or `months`; weeks unless set.
    pub fn of(settings: &Settings) -> Self {
        match settings.get(SettingKey::WaitUnit) {
            Some("days") => Self::Days,
            Some("months") => Self::Months,
            _ => Self::Weeks,
        }
    }

    /// One decimal; a month is a twelfth of 365.25 days.
    pub fn show(self, lang: Lang, days: Ratio) -> String {
        decimal(lang, self.of_days(days))
    }

    /// Days in this unit, exact.
    pub fn of_days(self, days: Ratio) -> Ratio {
        let scale = match self {
            Self::Days => return days,
            Self::Weeks => Ratio::new(1, 7),
            Self::Months => Ratio::new(48, 1461),
        };
        scale.and_then(|it| days.times(it)).unwrap_or(days)
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Days => "unit-days",
            Self::Weeks => "unit-weeks",
            Self::Months => "unit-months",
        }
    }
}

/// Language and unit of waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Display {
    pub lang: Lang,
    pub wait: WaitUnit,
}

impl Display {
    /// In this language, with the book's own unit of waits.
    pub fn of(settings: &Settings, lang: Lang) -> Self {
        Self { lang, wait: WaitUnit::of(settings) }
    }
}

/// What the figure is called: "Sagsantal ultimo".
pub fn label(lang: Lang, key: Key) -> String {
    words(lang, key, None, &[])
}

/// The same in fewer words, where there is a card around it: "Sagsantal".
pub fn short(lang: Lang, key: Key) -> String {
    words(lang, key, Some("short"), &[])
}

/// Shorter still, with the month it is of: "Sager pr. årsværk, okt. 2026".
pub fn in_month(lang: Lang, key: Key, month: &str) -> String {
    words(lang, key, Some("in-month"), &[("month", month.into())])
}

/// The heading of its column in a committee's table.
pub fn column(lang: Lang, key: Key) -> String {
    words(lang, key, Some("column"), &[])
}

/// What it means, in the words of the definitions.
pub fn definition(lang: Lang, key: Key, args: &[(&str, Arg<'_>)]) -> String {
    words(lang, key, Some("definition"), args)
}

/// What stands over an axis of it, where that is more than its name.
pub fn axis(display: Display, key: Key) -> Option<String> {
    let unit = unit_word(display, key);
    find(display.lang, &named(key), Some("axis"), &[("unit", unit.into())])
}

/// "488 sager / 16,7 årsværk": what it is made of, where there are words for it.
pub fn basis(lang: Lang, key: Key, figure: &Figure) -> Option<String> {
    let shown = |number: Option<Ratio>, show: fn(Lang, Ratio) -> String| {
        Arg::from(number.map_or_else(String::new, |it| show(lang, it)))
    };
    let numerator = shown(figure.numerator, rounded);
    let parts = if key.kind() == Kind::Share { rounded } else { decimal };
    let denominator = shown(figure.denominator, parts);
    let n = figure.n.unwrap_or(0).into();
    let args = [("numerator", numerator), ("denominator", denominator), ("n", n)];
    find(lang, &named(key), Some("basis"), &args)
}

/// The one family of words for figures: `figure-wait-so-far-mean` and its parts.
fn words(lang: Lang, key: Key, part: Option<&str>, args: &[(&str, Arg<'_>)]) -> String {
    let words = find(lang, &named(key), part, args);
    debug_assert!(words.is_some(), "no words: {} {part:?}", key.name());
    words.unwrap_or_else(|| key.name().to_owned())
}

fn named(key: Key) -> String {
    format!("figure-{}", key.name().replace('_', "-"))
}

/// What its numbers count: "uger"; empty where the label says it.
pub fn unit_word(display: Display, key: Key) -> String {
    match key.kind() {
        Kind::Wait => tr(display.lang, display.wait.word()),
        Kind::Weeks => tr(display.lang, "unit-weeks"),
        Kind::Count | Kind::Ratio | Kind::Share | Kind::Coverage | Kind::Errors => String::new(),
    }
}

/// Why there is no figure, or not the whole of it.
pub fn reason(lang: Lang, reason: Reason) -> String {
    tr(lang, &format!("reason-{}", reason.name().replace('_', "-")))
}

/// "4 af 13"
pub fn part_of(lang: Lang, part: u32, of: u32) -> String {
    let args = [("part", whole(lang, part.into()).into()), ("of", whole(lang, of.into()).into())];
    tr_with(lang, "entry-part-of", &args)
}

/// "5 af 6 måneder"
pub fn months(lang: Lang, months: Months) -> String {
    let args =
        [("used", whole(lang, months.used.into()).into()), ("expected", months.expected.into())];
    tr_with(lang, "months-of", &args)
}

/// What is said beside the figure: "5 af 6 måneder", "15 af 16 rådgivere", ">26 uger".
pub fn note(lang: Lang, figure: &Figure) -> Option<String> {
    let text = match figure.note? {
        Note::Months(all) => months(lang, all),
        Note::Caseworkers { reported, expected } => {
            let args =
                [("reported", whole(lang, reported.into()).into()), ("expected", expected.into())];
            tr_with(lang, "caseworkers-of", &args)
        }
        Note::AboveWeeks(weeks) => {
            let args = [("weeks", whole(lang, weeks.into()).into())];
            tr_with(lang, "above-weeks", &args)
        }
        Note::CasesWithoutFte(cases) => {
            let args = [("n", cases.into()), ("shown", whole(lang, cases).into())];
            tr_with(lang, "cases-without-fte", &args)
        }
        Note::NoStarts => tr(lang, "no-starts"),
    };
    Some(text)
}

/// Months in which sums do not agree: "okt. 2022 +3"; `None` where there are none.
pub fn errors(lang: Lang, figure: &Figure) -> Option<String> {
    let errors = figure.errors.as_ref().filter(|it| !it.is_empty())?;
    let error = |(month, error): &(Month, i64)| {
        let size = signed(whole(lang, *error), Ratio::whole(*error));
        format!("{} {size}", dates::month_short(lang, *month))
    };
    Some(errors.iter().map(error).collect::<Vec<_>>().join(", "))
}

/// What the stored number counts: "dage", "andel (0-1)".
pub fn measured_in(lang: Lang, key: Key) -> String {
    tr(lang, &format!("measured-in-{}", key.spec().amount.name()))
}

/// The number of a figure as far as it is printed, in the unit it is shown in; `None` where there is no
/// single number, or where words must stand beside it.
pub fn digits(display: Display, key: Key, figure: &Figure) -> Option<Digits> {
    figure.value.filter(|_| !figure.approximate).and_then(|it| of_value(display, key, it))
}

fn of_value(display: Display, key: Key, value: Ratio) -> Option<Digits> {
    match key.kind() {
        Kind::Count | Kind::Errors => Digits::of(value, 0),
        Kind::Ratio | Kind::Weeks => Digits::of(value, 1),
        Kind::Wait => Digits::of(display.wait.of_days(value), 1),
        Kind::Share => Some(Digits::of(value.times(HUNDRED)?, 1)?.styled(Style::Percent)),
        Kind::Coverage => None,
    }
}

/// The figure as it is printed; `None` for a list of errors, which has no single number.
pub fn shown(display: Display, key: Key, figure: &Figure) -> Option<String> {
    let lang = display.lang;
    if let Some(value) = figure.value {
        let text = match of_value(display, key, value) {
            Some(digits) => digits.text(lang),
            None if key.kind() == Kind::Coverage => months_covered(lang, figure),
            None => full(lang, value),
        };
        let rough = figure.approximate;
        return Some(if rough { approximately(lang, &text) } else { text });
    }
    if figure.errors.is_some() {
        return None;
    }
    let text = match (figure.status, figure.note) {
        (Status::Withheld, _) => tr(lang, "withheld"),
        (Status::Missing, _) => NOT_REPORTED.to_owned(),
        (_, Some(Note::AboveWeeks(_) | Note::NoStarts)) => note(lang, figure)?,
        _ => NOT_COMPUTABLE.to_owned(),
    };
    Some(text)
}

fn approximately(lang: Lang, text: &str) -> String {
    tr_with(lang, "approximately", &[("value", text.into())])
}

fn months_covered(lang: Lang, figure: &Figure) -> String {
    let count = |part: Option<Ratio>| part.and_then(|it| u32::try_from(it.numerator()).ok());
    let used = count(figure.numerator).unwrap_or(0);
    let expected = count(figure.denominator).unwrap_or(0);
    months(lang, Months { used, expected })
}

/// A change in the figure's own unit; `None` where there is none, and for shares, whose changes are told in
/// percentage points.
pub fn change_digits(display: Display, key: Key, difference: &Difference) -> Option<Digits> {
    let abs = difference.abs?;
    let is_share = matches!(key.kind(), Kind::Share | Kind::Coverage);
    let digits = of_value(display, key, abs).filter(|_| !is_share)?;
    Some(digits.styled(Style::Signed))
}

/// A change with its sign: `+3,5`; shares in percentage points.
pub fn change(display: Display, key: Key, difference: &Difference) -> String {
    let lang = display.lang;
    let Some(abs) = difference.abs else {
        return NOT_COMPUTABLE.to_owned();
    };
    if let Some(digits) = change_digits(display, key, difference) {
        return digits.text(lang);
    }
    let points = abs.times(HUNDRED).unwrap_or(abs);
    signed(tr_with(lang, "percentage-points", &[("value", decimal(lang, points).into())]), abs)
}

/// A change in percent, with its sign: `-12,5 %`; `None` where the base is too small.
pub fn change_percent(lang: Lang, difference: &Difference) -> Option<String> {
    let pct = difference.pct?;
    Some(signed(percent_of(lang, pct), pct))
}

/// Whether a change is more than chance: "mere end tilfældigt"; `None` where it cannot be told.
pub fn chance(lang: Lang, difference: &Difference) -> Option<String> {
    match difference.comparison.more_than_chance {
        MoreThanChance::Yes => Some(tr(lang, "chance-more")),
        MoreThanChance::No => Some(tr(lang, "chance-within")),
        MoreThanChance::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Charted;

    #[test]
    fn every_figure_and_reason_has_words_in_both_languages() {
        let mut missing = Vec::new();
        for lang in [Lang::Da, Lang::En] {
            for key in Key::ALL {
                let spec = key.spec();
                let mut parts = vec![None];
                parts.extend((spec.chart != Charted::Never).then_some(Some("short")));
                let is_explained = spec.row.is_some() || key == Key::Coverage;
                parts.extend(is_explained.then_some(Some("definition")));
                let args = [("week", "37".into()), ("least", "4".into())];
                parts.retain(|part| find(lang, &named(key), *part, &args).is_none());
                missing.extend(parts.iter().map(|part| format!("{} {part:?}", named(key))));
                let amount = measured_in(lang, key);
                missing.extend(Some(amount).filter(|it| it.starts_with("measured-in")));
            }
            for known in Reason::ALL {
                assert!(!reason(lang, *known).starts_with("reason-"), "{}", known.name());
            }
        }
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn what_cannot_be_said_as_a_number_is_said_in_signs_and_words() {
        let display = Display::default();
        let check = |figure: Figure, expected: &str| {
            let shown = shown(display, Key::WaitStartedP90, &figure);
            assert_eq!(shown.as_deref(), Some(expected));
        };
        let months = Months { used: 2, expected: 6 };
        check(Figure::missing(Reason::NotReported), "..");
        check(Figure::not_computable(Reason::NobodyStarted), "–");
        check(Figure::withheld(months), "utilstrækkeligt grundlag");
        let open = Figure::not_computable(Reason::OpenTopBand);
        check(open.with_note(Note::AboveWeeks(26)), ">26 uger");
        let none = Figure::not_computable(Reason::NoStarts);
        check(none.with_note(Note::NoStarts), "ingen opstart");
    }

    #[test]
    fn notes_count_in_the_right_number() {
        let figure = |cases| {
            let figure = Figure::not_computable(Reason::NoFte);
            note(Lang::Da, &figure.with_note(Note::CasesWithoutFte(cases)))
        };
        assert_eq!(figure(7).unwrap(), "7 sager uden sagsbærende rådgiver");
        assert_eq!(figure(1).unwrap(), "1 sag uden sagsbærende rådgiver");
        let one = Months { used: 0, expected: 1 };
        assert_eq!(months(Lang::Da, one), "0 af 1 måned");
    }
}
