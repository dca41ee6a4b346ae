//! What an import found, for the terminal and as JSON.

use serde_json::{Value as Json, json};

use super::session::Session;
use super::terminal;
use crate::book::draft::{FigureSeen, SheetSeen};
use crate::book::{At, Changed, FileVerdict, Refused, Skip, Skipped, Value, Verdict};
use crate::import::column_word;
use crate::text::{Arg, Lang, import as sentences, tr_with};

pub fn tell_verdict(session: &Session, verdict: &Verdict) {
    for file in &verdict.files {
        terminal::print(&report(session.lang, file));
    }
}

/// `figures` are those of each file that was read from sheets.
pub fn verdict_json(session: &Session, verdict: &Verdict, figures: &[Vec<FigureSeen>]) -> Json {
    let files: Vec<Json> = (0..)
        .zip(&verdict.files)
        .map(|(number, file): (usize, _)| {
            let seen = figures.get(number).map(Vec::as_slice).unwrap_or_default();
            file_json(session.lang, file, seen)
        })
        .collect();
    json!({ "files": files })
}

fn file_json(lang: Lang, file: &FileVerdict, figures: &[FigureSeen]) -> Json {
    let list = |values: &mut dyn Iterator<Item = Json>| values.collect::<Vec<Json>>();
    let mut json = json!({
        "file": file.name,
        "read": file.read,
        "new": file.new,
        "changed": file.changed.count,
        "unchanged": file.unchanged,
        "refused": file.refused.count,
        "skipped": file.skipped.count,
        "changes": list(&mut file.changed.first.iter().map(changed_json)),
        "refusals": list(&mut file.refused.first.iter().map(|it| refused_json(lang, it))),
        "skips": list(&mut file.skipped.first.iter().map(|it| skipped_json(lang, it))),
        "remarks": list(&mut file.remarks.first.iter().map(
            |it| json!({ "remark": it.key(), "message": sentences::remark_sentence(lang, it) }),
        )),
    });
    let understood = &file.understood;
    if understood.sheets.is_empty() {
        return json;
    }
    let ignored = understood.sheets.iter().flat_map(|it| &it.columns);
    let ignored = ignored.filter(|it| it.column.is_none());
    let more = json!({
        "sheets": list(&mut understood.sheets.iter().map(|it| sheet_json(lang, it))),
        "facts": list(&mut figures.iter().map(|it| figure_json(lang, it))),
        "blank": list(&mut understood.blank.iter().map(|it| place_json(lang, it))),
        "ignored_columns": list(
            &mut ignored.map(|it| json!({ "at": place_json(lang, &it.at), "text": it.heading })),
        ),
    });
    if let (Json::Object(all), Json::Object(more)) = (&mut json, more) {
        all.extend(more);
    }
    json
}

fn place_json(lang: Lang, at: &At) -> Json {
    Json::String(sentences::place_text(lang, at))
}

/// Where something stands; a line of a text is named as such.
fn at_json(lang: Lang, line: Option<u32>, at: Option<&At>) -> Json {
    let of_line = line.map(|it| At::Lines(it, it));
    at.or(of_line.as_ref()).map_or(Json::Null, |it| place_json(lang, it))
}

fn changed_json(change: &Changed) -> Json {
    json!({
        "line": change.line,
        "at": change.at.as_ref().map(ToString::to_string),
        "column": change.column,
        "before": value_json(&change.before),
        "after": value_json(&change.after),
    })
}

fn refused_json(lang: Lang, refused: &Refused) -> Json {
    json!({
        "line": refused.line,
        "at": at_json(lang, refused.line, refused.at.as_ref()),
        "column": refused.column,
        "value": refused.value.as_ref().map(value_json),
        "reason": refused.reason.key(),
        "message": sentences::refused_sentence(lang, refused),
    })
}

fn skipped_json(lang: Lang, skipped: &Skipped) -> Json {
    json!({
        "line": skipped.line,
        "at": at_json(lang, skipped.line, skipped.at.as_ref()),
        "text": skipped.text,
        "reason": skipped.reason.key(),
        "message": sentences::skipped_sentence(lang, skipped),
    })
}

/// `[unit, caseworker, month, figure, value, at]`
fn figure_json(lang: Lang, figure: &FigureSeen) -> Json {
    let value = if figure.value.0 % 1000 == 0 {
        json!(figure.value.0 / 1000)
    } else {
        json!(figure.value.as_f64())
    };
    let at = at_json(lang, Some(figure.place.line), figure.place.at.as_ref());
    json!([figure.unit, figure.caseworker, figure.month.to_string(), figure.field.key(), value, at])
}

fn sheet_json(lang: Lang, sheet: &SheetSeen) -> Json {
    let columns = sheet.columns.iter().map(|column| {
        json!({
            "at": place_json(lang, &column.at),
            "heading": column.heading,
            "read_as": column_word(column.column),
            "of": column.of,
        })
    });
    json!({
        "sheet": sheet.name,
        "header_rows": [sheet.header.0, sheet.header.1],
        "unit": sheet.unit.as_ref().map(|it| json!({ "value": it.value, "from": it.how.key() })),
        "year": sheet.year.map(|it| json!({ "value": it.value, "from": it.how.key() })),
        "wait_unit": sheet.wait_unit.map(|it| json!({ "value": it.value.key(), "from": it.how.key() })),
        "numbers": sheet.numbers.key(),
        "columns": columns.collect::<Vec<_>>(),
    })
}

fn value_json(value: &Value) -> Json {
    match value {
        Value::Blank => Json::Null,
        Value::Whole(number) => json!(number),
        Value::Decimal(number) => json!(number.as_f64()),
        Value::Text(text) => json!(text),
    }
}

/// Lines of a kind shown in the terminal; the rest are counted.
const SHOWN: usize = 20;

/// What was found in one file: a line of numbers, then what is worth reading.
fn report(lang: Lang, file: &FileVerdict) -> String {
    let count = |key, n: usize| (key, Arg::from(n.to_string()));
    let args = [
        ("file", Arg::from(&file.name)),
        count("read", file.read),
        count("new", file.new),
        count("changed", file.changed.count),
        count("unchanged", file.unchanged),
        count("refused", file.refused.count),
        count("skipped", file.skipped.count),
    ];
    let unknown = file.skipped.first.first().is_some_and(|it| it.reason == Skip::UnknownFile);
    let key = if unknown { "cli-import-unknown-file" } else { "cli-import-file" };
    let mut text = format!("{}\n", tr_with(lang, key, &args));
    if unknown {
        return text;
    }
    let refused = file.refused.first.iter().map(|it| sentences::refused_sentence(lang, it));
    let remarks = file.remarks.first.iter().map(|it| sentences::remark_sentence(lang, it));
    let skipped = grouped(file).into_iter().map(|(skip, n)| {
        let what = sentences::skip_sentence(lang, skip);
        tr_with(lang, "cli-import-skipped", &[("n", n.to_string().into()), ("what", what.into())])
    });
    lines(&mut text, lang, refused, file.refused.count);
    lines(&mut text, lang, remarks, file.remarks.count);
    lines(&mut text, lang, skipped, 0);
    text
}

fn lines(text: &mut String, lang: Lang, sentences: impl Iterator<Item = String>, total: usize) {
    for sentence in sentences.take(SHOWN) {
        text.extend(["    ", &sentence, "\n"]);
    }
    if SHOWN < total {
        let more = tr_with(lang, "cli-import-more", &[("n", (total - SHOWN).to_string().into())]);
        text.extend(["    ", &more, "\n"]);
    }
}

/// Skipped lines by their reason.
fn grouped(file: &FileVerdict) -> std::collections::BTreeMap<Skip, usize> {
    let mut groups = std::collections::BTreeMap::new();
    for skipped in &file.skipped.first {
        *groups.entry(skipped.reason).or_insert(0) += 1;
    }
    groups
}
