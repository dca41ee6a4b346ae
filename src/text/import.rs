//! Sentences about an import: what was refused, left out or remarked on, and where.

use super::{Arg, Lang, tr, tr_with};
use crate::book::draft::Column;
use crate::book::{At, EncodingDoubt, Reason, Refused, Remark, Skip, Skipped, Value};
use crate::domain::{Thousandths, WordingError};
use crate::import::{ImportError, MappingError, column_word};

/// `Linje 214, kolonne "Sager": "1.2O4" er ikke et tal.`
pub fn refused_sentence(lang: Lang, refused: &Refused) -> String {
    let mut what = reason_sentence(lang, &refused.reason);
    // A sentence that begins in lower case goes on from the cell's content.
    if what.starts_with(char::is_lowercase) {
        let value = refused.value.as_ref().map(|it| value_text(lang, it));
        let value = value.unwrap_or_default();
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
    let name = key("sheet-column", column_word(column));
    tr(lang, &name)
}

pub fn skip_sentence(lang: Lang, skip: Skip) -> String {
    tr(lang, &key("skip", skip.key()))
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

fn key(area: &str, name: &str) -> String {
    format!("{area}-{}", name.replace('_', "-"))
}

/// A cell as a person writes it.
pub fn value_text(lang: Lang, value: &Value) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Whole(number) => number.to_string(),
        Value::Decimal(number) => decimal_text(lang, *number),
        Value::Text(text) => text.clone(),
    }
}

fn decimal_text(lang: Lang, Thousandths(number): Thousandths) -> String {
    let mark = match lang {
        Lang::Da => ',',
        Lang::En => '.',
    };
    let sign = if number < 0 { "-" } else { "" };
    let (whole, part) = (number.unsigned_abs() / 1000, number.unsigned_abs() % 1000);
    let text = format!("{sign}{whole}{mark}{part:03}");
    text.trim_end_matches('0').trim_end_matches(mark).to_owned()
}

/// Why something was refused.
pub fn reason_sentence(lang: Lang, reason: &Reason) -> String {
    let mut name = key("reason", reason.key());
    if let Reason::Wording(error) = reason {
        return wording_sentence(lang, &name, *error);
    }
    if let Reason::Encoding(doubt) = reason {
        return tr(lang, &format!("{name}-{}", doubt_key(*doubt)));
    }
    if let Reason::Overlap { line: Some(_) } | Reason::StillWaiting { line: Some(_), .. } = reason {
        name.push_str("-line");
    }
    if let Reason::Conflict { at: Some(At::Cells { .. }), .. } = reason {
        name.push_str("-cell");
    }
    tr_with(lang, &name, &reason_arguments(lang, reason))
}

/// What goes into a reason's sentence.
fn reason_arguments(lang: Lang, reason: &Reason) -> Vec<(&'static str, Arg<'static>)> {
    let number = |it: &dyn std::fmt::Display| Arg::from(it.to_string());
    let value = |it: &Value| Arg::from(value_text(lang, it));
    if let Reason::TooLarge { most } = reason {
        vec![("most", number(most))]
    } else if let Reason::NotAChoice { choices } = reason {
        vec![("choices", number(choices))]
    } else if let Reason::FieldCount { expected, found } = reason {
        vec![("expected", number(expected)), ("found", number(found))]
    } else if let Reason::StillWaiting { approved, line } = reason {
        let line = line.map_or_else(String::new, |it| it.to_string());
        vec![("approved", number(approved)), ("line", line.into())]
    } else if let Reason::Overlap { line: Some(line) } = reason {
        vec![("line", number(line))]
    } else if let Reason::SplitTotal { total, cases } = reason {
        vec![("total", number(total)), ("cases", number(cases))]
    } else if let Reason::Conflict { line, at, value: other } = reason {
        let cell = at.as_ref().map(ToString::to_string).unwrap_or_default();
        vec![("line", number(line)), ("cell", cell.into()), ("value", value(other))]
    } else if let Reason::FileTooLarge { most }
    | Reason::TooManyEntries { most }
    | Reason::TooManyCells { most } = reason
    {
        vec![("most", number(most))]
    } else if let Reason::FarCell { cell: name } | Reason::NoSuchSheet { name } = reason {
        vec![("name", number(name))]
    } else if let Reason::BandGap { line } | Reason::BandOverlap { line } = reason {
        vec![("line", number(line))]
    } else if let Reason::DiffersFromStored { stored } | Reason::NotAsBefore { stored } = reason {
        vec![("stored", value(stored))]
    } else if let Reason::MissingColumn(column) | Reason::ColumnTwice(column) = reason {
        vec![("column", number(column))]
    } else {
        Vec::new()
    }
}

fn wording_sentence(lang: Lang, name: &str, error: WordingError) -> String {
    match error {
        WordingError::TooLong { most } => tr_with(lang, name, &[("most", most.to_string().into())]),
        WordingError::Hidden(hidden) => {
            let code = format!("U+{:04X}", u32::from(hidden));
            tr_with(lang, name, &[("code", code.into())])
        }
        WordingError::Empty | WordingError::Cpr => tr(lang, name),
    }
}

const fn doubt_key(doubt: EncodingDoubt) -> &'static str {
    match doubt {
        EncodingDoubt::Dos => "dos",
        EncodingDoubt::Mac => "mac",
        EncodingDoubt::Mixed => "mixed",
        EncodingDoubt::Unknown => "unknown",
    }
}

/// What is unusual, and where.
pub fn remark_sentence(lang: Lang, remark: &Remark) -> String {
    let (line, column) = remark_place(remark);
    let at = if let Remark::HiddenRows { at, .. } = remark { Some(at) } else { None };
    let what = tr_with(lang, &key("remark", remark.key()), &remark_arguments(lang, remark));
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
pub fn mapping_error(lang: Lang, error: &MappingError) -> String {
    match error {
        MappingError::Unreadable(reason) => {
            tr_with(lang, "mapping-unreadable", &[("reason", reason.into())])
        }
        MappingError::UnknownWord { key, value } => tr_with(
            lang,
            "mapping-unknown-word",
            &[("key", (*key).into()), ("value", value.into())],
        ),
    }
}

pub fn import_error_sentence(lang: Lang, error: &ImportError) -> String {
    match error {
        ImportError::Unreadable { name, .. } => {
            tr_with(lang, "import-unreadable", &[("file", name.into())])
        }
        ImportError::Cancelled => tr(lang, "import-cancelled"),
    }
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
