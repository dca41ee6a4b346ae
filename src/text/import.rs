//! Sentences about an import: what was refused, left out or remarked on, and where.

use super::errors::{self, code_point};
use super::translate::has;
use super::{Arg, Lang, Message, number, tr, tr_with};
use crate::book::draft::Column;
use crate::book::{At, EncodingDoubt, Reason, Refused, Remark, Skip, Skipped, Value};
use crate::domain::{Barred, MOST_FIGURE, WordingError};
use crate::import::{ImportError, MappingError, column_word};

/// `Linje 214, kolonne "Sager": "1.2O4" er ikke et tal.`
pub fn refused_sentence(lang: Lang, refused: &Refused) -> String {
    let (key, args) = reason_words(lang, &refused.reason);
    let mut what = tr_with(lang, &key, &args);
    if key.starts_with("value-") {
        let value = refused.value.as_ref().map(|it| value_text(lang, it)).unwrap_or_default();
        what = tr_with(lang, "import-value", &[("value", value.into()), ("what", what.into())]);
    }
    let place = (refused.line, refused.at.as_ref());
    placed(lang, place, refused.column.as_deref(), what)
}

/// What was left out, and why.
pub fn skipped_sentence(lang: Lang, skipped: &Skipped) -> String {
    let mut what = skip_sentence(lang, skipped.reason);
    if let Some(text) = &skipped.text {
        let args = [("value", text.into()), ("what", what.into())];
        what = tr_with(lang, "import-value", &args);
    }
    placed(lang, (skipped.line, skipped.at.as_ref()), None, what)
}

/// A place in a file as a person names it: `linje 1-4`, `Sager 2025!C6`, `kolonne 5`.
pub fn place_text(lang: Lang, at: &At) -> String {
    let name = at.to_string();
    match at {
        At::Lines(..) => tr_with(lang, "import-place-lines", &[("lines", name.into())]),
        At::Column(_) => tr_with(lang, "import-place-column", &[("column", name.into())]),
        At::Cells { .. } | At::Sheet(_) => name,
    }
}

/// What a column of a sheet can be, in words; `None` is not used.
pub fn column_text(lang: Lang, column: Option<Column>) -> String {
    tr(lang, &format!("sheet-column-{}", dashed(column_word(column))))
}

pub fn skip_sentence(lang: Lang, skip: Skip) -> String {
    tr(lang, &format!("skip-{}", dashed(skip.key())))
}

fn placed(
    lang: Lang,
    (line, at): (Option<u32>, Option<&At>),
    column: Option<&str>,
    what: String,
) -> String {
    let (key, place) = match at {
        Some(At::Cells { .. }) => ("import-at-cell", at.map(ToString::to_string)),
        Some(At::Sheet(name)) => ("import-at-sheet", Some(name.clone())),
        Some(At::Lines(from, to)) if from != to => ("import-at-lines", at.map(ToString::to_string)),
        // Line numbers are names, not amounts: no thousands mark.
        _ => ("import-at", line.map(|it| it.to_string())),
    };
    let Some(place) = place else {
        return what;
    };
    let mut args: Vec<(&str, Arg<'_>)> = vec![("line", place.into()), ("what", what.into())];
    match column {
        None => tr_with(lang, key, &args),
        Some(column) => {
            args.push(("column", column.into()));
            tr_with(lang, &format!("{key}-column"), &args)
        }
    }
}

fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

/// A cell as a person writes it.
pub fn value_text(lang: Lang, value: &Value) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Whole(number) => number.to_string(),
        Value::Decimal(decimal) => number::plain(lang, *decimal),
        Value::Text(text) => text.clone(),
    }
}

/// Why something was refused.
pub fn reason_sentence(lang: Lang, reason: &Reason) -> String {
    let (key, args) = reason_words(lang, reason);
    // What no row or file is refused for is said as whoever types it hears it.
    if let Reason::Barred(barred) = reason
        && !has(lang, &key)
    {
        return errors::barred(lang, barred).text();
    }
    tr_with(lang, &key, &args)
}

/// The key of a reason's sentence and what goes into it.
fn reason_words(lang: Lang, reason: &Reason) -> (String, Vec<(&'static str, Arg<'static>)>) {
    let (form, args) = reason_arguments(lang, reason);
    let name = dashed(reason.key());
    // These go on from the cell's own content; the others are sentences by themselves.
    let after_value = format!("value-{name}{form}");
    let key = if has(lang, &after_value) { after_value } else { format!("reason-{name}{form}") };
    (key, args)
}

/// Which of its forms a reason takes, and what goes into it.
fn reason_arguments(
    lang: Lang,
    reason: &Reason,
) -> (&'static str, Vec<(&'static str, Arg<'static>)>) {
    let text = |it: &dyn std::fmt::Display| Arg::from(it.to_string());
    let cell = |it: &Value| Arg::from(value_text(lang, it));
    match reason {
        Reason::TooLarge { most } => ("", vec![("most", text(most))]),
        Reason::NotAChoice { choices } => ("", vec![("choices", text(choices))]),
        Reason::Wording(WordingError::TooLong { most }) => ("", vec![("most", text(most))]),
        Reason::Wording(WordingError::Hidden(sign)) => {
            ("", vec![("code", code_point(*sign).into())])
        }
        Reason::FieldCount { expected, found } => {
            ("", vec![("expected", text(expected)), ("found", text(found))])
        }
        Reason::StillWaiting { approved, line: None } => ("", vec![("approved", text(approved))]),
        Reason::StillWaiting { approved, line: Some(line) } => {
            ("-line", vec![("approved", text(approved)), ("line", text(line))])
        }
        Reason::Overlap { line: Some(line) } => ("-line", vec![("line", text(line))]),
        Reason::Barred(Barred::TooLarge { .. }) => ("", vec![("most", text(&MOST_FIGURE))]),
        Reason::Barred(Barred::SplitDoesNotAddUp { cases, parts }) => {
            ("", vec![("total", text(parts)), ("cases", text(cases))])
        }
        Reason::Conflict { at: Some(at @ At::Cells { .. }), value, .. } => {
            ("-cell", vec![("cell", text(at)), ("value", cell(value))])
        }
        Reason::Conflict { line, value, .. } => {
            ("", vec![("line", text(line)), ("value", cell(value))])
        }
        Reason::FileTooLarge { most }
        | Reason::TooManyEntries { most }
        | Reason::TooManyCells { most } => ("", vec![("most", text(most))]),
        Reason::FarCell { cell: name } | Reason::NoSuchSheet { name } => {
            ("", vec![("name", text(name))])
        }
        Reason::BandGap { line } | Reason::BandOverlap { line } => ("", vec![("line", text(line))]),
        Reason::DiffersFromStored { stored } | Reason::NotAsBefore { stored } => {
            ("", vec![("stored", cell(stored))])
        }
        Reason::MissingColumn(column) | Reason::ColumnTwice(column) => {
            ("", vec![("column", text(column))])
        }
        Reason::Encoding(doubt) => (doubt_form(*doubt), vec![]),
        #[rustfmt::skip]
        Reason::NotANumber | Reason::MixedNumberForms | Reason::Negative | Reason::NotWhole
        | Reason::TooManyDigits | Reason::TooManyDecimals | Reason::NotAMonth | Reason::NotADate
        | Reason::Blank | Reason::Wording(WordingError::Empty | WordingError::Cpr)
        | Reason::UnknownUnit | Reason::Barred(_)
        | Reason::EndsBeforeItBegins | Reason::StartedBeforeApproval
        | Reason::WithdrawnBeforeApproval | Reason::StartedAndWithdrawn | Reason::SplitIncomplete
        | Reason::Overlap { line: None } | Reason::UnknownSetting | Reason::DateForNumber
        | Reason::MergedNumber | Reason::NotAFigure | Reason::Empty | Reason::NotATable
        | Reason::UnknownTable | Reason::NulByte | Reason::UnclosedQuote | Reason::AfterQuote
        | Reason::LineTooLong | Reason::TooMuch | Reason::Damaged | Reason::Protected
        | Reason::BinaryWorkbook | Reason::WebPage | Reason::Entities | Reason::Inflates
        | Reason::ErrorCell | Reason::UnsavedFormula | Reason::UnitNotTold | Reason::MonthNotTold
        | Reason::YearNotTold | Reason::FigureNotTold | Reason::WaitUnitNotTold => ("", vec![]),
    }
}

const fn doubt_form(doubt: EncodingDoubt) -> &'static str {
    match doubt {
        EncodingDoubt::Dos => "-dos",
        EncodingDoubt::Mac => "-mac",
        EncodingDoubt::Mixed => "-mixed",
        EncodingDoubt::Unknown => "-unknown",
    }
}

/// What is unusual, and where.
pub fn remark_sentence(lang: Lang, remark: &Remark) -> String {
    let (line, column) = remark_place(remark);
    let at = if let Remark::HiddenRows { at, .. } = remark { Some(at) } else { None };
    let what =
        tr_with(lang, &format!("remark-{}", dashed(remark.key())), &remark_arguments(lang, remark));
    placed(lang, (line, at), column, what)
}

const fn remark_place(remark: &Remark) -> (Option<u32>, Option<&str>) {
    match remark {
        Remark::IgnoredColumn { .. }
        | Remark::NoRows
        | Remark::RegisterTakesOver { .. }
        | Remark::HeadingLike { .. }
        | Remark::UnitLike { .. }
        | Remark::CaseworkerLike { .. }
        | Remark::LooksLike { .. }
        | Remark::HiddenRows { .. }
        | Remark::Year1904
        | Remark::FilledDown { .. }
        | Remark::ShortYears { .. }
        | Remark::FootnoteMark { .. }
        | Remark::EnglishNumbers
        | Remark::MonthsAsDays
        | Remark::NoHeadings => (None, None),
        Remark::Tidied { line, column, .. } | Remark::RegisterDiffers { line, column, .. } => {
            (Some(*line), Some(column.as_str()))
        }
        Remark::DecodedTwice { line, .. }
        | Remark::WeeksAsDays { line }
        | Remark::FutureMonth { line }
        | Remark::NameKept { line }
        | Remark::CreatedUnit { line, .. }
        | Remark::CreatedCaseworker { line, .. } => (Some(*line), None),
    }
}

/// What goes into a remark's sentence.
fn remark_arguments(lang: Lang, remark: &Remark) -> Vec<(&'static str, Arg<'_>)> {
    let shown = |it: &Value| match value_text(lang, it) {
        text if text.is_empty() => Arg::from("\u{2013}"),
        text => Arg::from(text),
    };
    match remark {
        Remark::IgnoredColumn { column } | Remark::FilledDown { column } => {
            vec![("column", column.into())]
        }
        Remark::Tidied { from, to, .. } => vec![("from", visible(from).into()), ("to", to.into())],
        Remark::DecodedTwice { value, .. } => vec![("value", value.into())],
        Remark::RegisterDiffers { typed, register, .. } => {
            vec![("typed", shown(typed)), ("register", shown(register))]
        }
        Remark::RegisterTakesOver { unit, months } => {
            vec![("unit", unit.into()), ("months", (*months).into())]
        }
        Remark::CreatedUnit { unit, .. } => vec![("unit", unit.into())],
        Remark::CreatedCaseworker { unit, initials, .. } => {
            vec![("unit", unit.into()), ("initials", initials.into())]
        }
        Remark::HeadingLike { heading, column } => {
            vec![("heading", heading.into()), ("column", column_text(lang, Some(*column)).into())]
        }
        Remark::UnitLike { name, unit } => vec![("name", name.into()), ("unit", unit.into())],
        Remark::CaseworkerLike { name, initials } => {
            vec![("name", name.into()), ("initials", initials.into())]
        }
        Remark::LooksLike { initials, known } => {
            vec![("initials", initials.into()), ("known", known.into())]
        }
        Remark::HiddenRows { count, .. } => vec![("count", (*count).into())],
        Remark::ShortYears { from, to } | Remark::FootnoteMark { from, to } => {
            vec![("from", from.into()), ("to", to.into())]
        }
        Remark::NoRows
        | Remark::Year1904
        | Remark::EnglishNumbers
        | Remark::MonthsAsDays
        | Remark::NoHeadings
        | Remark::WeeksAsDays { .. }
        | Remark::FutureMonth { .. }
        | Remark::NameKept { .. } => Vec::new(),
    }
}

/// Line breaks and tabs as signs that can be seen.
fn visible(text: &str) -> String {
    text.replace("\r\n", "\u{21B5}").replace(['\r', '\n'], "\u{21B5}").replace('\t', "\u{2192}")
}

/// Why a mapping cannot be used.
pub fn mapping_error(lang: Lang, error: &MappingError) -> Message {
    match error {
        MappingError::Unreadable(reason) => {
            Message::of(lang, "mapping-unreadable", &[("reason", reason.into())])
        }
        MappingError::UnknownWord { key, value } => Message::of(
            lang,
            "mapping-unknown-word",
            &[("key", (*key).into()), ("value", value.into())],
        ),
    }
}

pub fn import_error(lang: Lang, error: &ImportError) -> Message {
    match error {
        ImportError::Unreadable { name, .. } => {
            Message::of(lang, "import-unreadable", &[("file", name.into())])
        }
        ImportError::Cancelled => Message::of(lang, "import-cancelled", &[]),
    }
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
