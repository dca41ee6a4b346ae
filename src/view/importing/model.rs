//! The page of an import: what was recognised, how the first figures will be understood, and what would become of everything.

use super::choices::{existing, has_waits, month, numbers, unit, unit_name, wait_unit, year};
use super::view::{ImportView, reasons};
use crate::book::draft::{Column, FigureSeen, NumberForm, SheetSeen, WaitUnit};
use crate::book::{AcceptPartial, At, Create, Existing, Reason, Skip, Value};
use crate::domain::{Barred, Month};
use crate::import::COLUMN_CHOICES;
use crate::text::{Lang, dates, import as sentences, tr_with};
use crate::view::{Chip, Selector, Tone};

/// What is shown of a kind; the rest is counted.
const SHOWN: usize = 500;
const FIGURES: usize = 8;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportModel {
    pub files: Vec<String>,
    pub chips: Vec<Chip>,
    /// What must be told before anything can be read.
    pub questions: Vec<String>,
    pub unit: Option<Selector<Option<String>>>,
    pub wait_unit: Option<Selector<Option<WaitUnit>>>,
    pub numbers: Option<Selector<Option<NumberForm>>>,
    pub month: Option<Selector<Option<Month>>>,
    pub year: Option<Selector<Option<i32>>>,
    pub columns: Vec<ColumnChoice>,
    pub preview: Vec<[String; 6]>,
    pub existing: Option<Selector<Existing>>,
    /// The choices that mean something here.
    pub offers: Vec<Consent>,
    pub refused: SentenceList,
    pub changed: SentenceList,
    pub skipped: SentenceList,
    pub remarks: SentenceList,
    pub store: Storable,
}

/// What may be agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Units and people that the book does not know.
    Create,
    /// The rest, where something is refused.
    Partial,
}

/// Whether there is something to store, and the word on the button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Storable {
    Nothing,
    /// Not before something is put right or agreed to.
    Blocked,
    Ready(String),
}

/// A column and what it is understood as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnChoice {
    /// What the mapping calls it.
    pub key: String,
    pub heading: String,
    pub place: String,
    pub of: String,
    pub choice: Selector<Option<Column>>,
}

/// Sentences under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SentenceList {
    pub title: String,
    pub lines: Vec<String>,
    pub more: Option<String>,
}

pub fn import_model(view: &ImportView<'_>) -> ImportModel {
    let lang = view.lang;
    let files = &view.verdict.files;
    let sheets: Vec<&SheetSeen> = files.iter().flat_map(|it| &it.understood.sheets).collect();
    let has_sheets = !sheets.is_empty();
    let skipped = files.iter().map(|it| it.skipped.count).sum();
    let remarks = files.iter().map(|it| it.remarks.count).sum();
    let refusals = files.iter().flat_map(|it| &it.refused.first);
    let skips = files.iter().flat_map(|it| &it.skipped.first);
    let notes = files.iter().flat_map(|it| &it.remarks.first);
    ImportModel {
        files: files.iter().map(|it| it.name.clone()).filter(|it| !it.is_empty()).collect(),
        chips: chips(view),
        questions: questions(view),
        unit: has_sheets.then(|| unit(view, &sheets)),
        wait_unit: has_waits(&sheets).then(|| wait_unit(view, &sheets)),
        numbers: has_sheets.then(|| numbers(view, &sheets)),
        month: month(view).filter(|_| has_sheets),
        year: has_sheets.then(|| year(view, &sheets)),
        columns: columns(view, &sheets),
        preview: preview(view),
        existing: differs(view).then(|| existing(view)),
        offers: offers(view),
        refused: part(
            lang,
            "importing-refused-title",
            view.verdict.refused(),
            refusals.map(|it| sentences::refused_sentence(lang, it)),
        ),
        changed: changes(view, view.verdict.changed_rows()),
        skipped: part(
            lang,
            "importing-skipped-title",
            skipped,
            skips.map(|it| sentences::skipped_sentence(lang, it)),
        ),
        remarks: part(
            lang,
            "importing-remarks-title",
            remarks,
            notes.map(|it| sentences::remark_sentence(lang, it)),
        ),
        store: storable(view),
    }
}

/// How many of each kind.
fn chips(view: &ImportView<'_>) -> Vec<Chip> {
    let files = &view.verdict.files;
    let chip = |key: &str, count: usize, tone: Tone| Chip {
        text: tr_with(view.lang, key, &[("n", count.into())]),
        tone: if count == 0 { Tone::Neutral } else { tone },
    };
    let unchanged = files.iter().map(|it| it.unchanged).sum();
    let skipped = files.iter().map(|it| it.skipped.count).sum();
    vec![
        chip("importing-new", view.verdict.new_rows(), Tone::Good),
        chip("importing-changed", view.verdict.changed_rows(), Tone::Warning),
        chip("importing-unchanged", unchanged, Tone::Neutral),
        chip("importing-refused", view.verdict.refused(), Tone::Bad),
        chip("importing-skipped", skipped, Tone::Neutral),
    ]
}

/// Whether the book has other figures than the file somewhere.
fn differs(view: &ImportView<'_>) -> bool {
    0 < view.verdict.changed_rows()
        || reasons(view).any(|it| matches!(it, Reason::DiffersFromStored { .. }))
        || view.options.existing != Existing::Ask
}

fn offers(view: &ImportView<'_>) -> Vec<Consent> {
    let nobody = Reason::Barred(Barred::UnknownCaseworker);
    let is_stranger = |it: &Reason| *it == Reason::UnknownUnit || *it == nobody;
    let mut skips = view.verdict.files.iter().flat_map(|it| &it.skipped.first);
    let strangers = reasons(view).any(is_stranger)
        || skips.any(|it| it.reason == Skip::UnknownCaseworker)
        || view.options.create == Create::Yes;
    let mut offers = Vec::new();
    if strangers {
        offers.push(Consent::Create);
    }
    if 0 < view.verdict.refused() {
        offers.push(Consent::Partial);
    }
    offers
}

fn storable(view: &ImportView<'_>) -> Storable {
    let count = view.verdict.new_rows() + view.verdict.changed_rows();
    let accepts = view.options.accept_partial == AcceptPartial::Yes;
    if 0 < view.verdict.refused() && !accepts {
        Storable::Blocked
    } else if count == 0 {
        Storable::Nothing
    } else {
        Storable::Ready(tr_with(view.lang, "importing-store", &[("n", count.into())]))
    }
}

fn part(
    lang: Lang,
    title: &str,
    count: usize,
    lines: impl Iterator<Item = String>,
) -> SentenceList {
    let lines: Vec<String> = lines.take(SHOWN).collect();
    let rest = count.saturating_sub(lines.len());
    SentenceList {
        title: tr_with(lang, title, &[("n", count.into())]),
        more: (0 < rest).then(|| tr_with(lang, "importing-more", &[("n", rest.into())])),
        lines,
    }
}

/// `Celle Ark1!C6, Sager: 24 → 26`
fn changes(view: &ImportView<'_>, count: usize) -> SentenceList {
    let lang = view.lang;
    let lines = view.verdict.files.iter().flat_map(|it| &it.changed.first).map(|changed| {
        let line = || changed.line.to_string();
        let place = changed.at.as_ref().map_or_else(line, ToString::to_string);
        let args = [
            ("place", place.into()),
            ("column", changed.column.clone().unwrap_or_default().into()),
            ("before", sentences::value_text(lang, &changed.before).into()),
            ("after", sentences::value_text(lang, &changed.after).into()),
        ];
        tr_with(lang, "importing-change", &args)
    });
    part(lang, "importing-changed-title", count, lines)
}

/// What only a person can say, once each.
fn questions(view: &ImportView<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for refused in view.verdict.files.iter().flat_map(|it| &it.refused.first) {
        let asks = matches!(
            refused.reason,
            Reason::UnitNotTold
                | Reason::MonthNotTold
                | Reason::YearNotTold
                | Reason::ColumnTwice(_)
                | Reason::FigureNotTold
                | Reason::WaitUnitNotTold
        );
        let sentence = sentences::reason_sentence(view.lang, &refused.reason);
        if asks && !found.contains(&sentence) {
            found.push(sentence);
        }
    }
    found
}

/// Every heading once; columns of months or people are one kind, and not asked about.
fn columns(view: &ImportView<'_>, sheets: &[&SheetSeen]) -> Vec<ColumnChoice> {
    let lang = view.lang;
    let mut found: Vec<ColumnChoice> = Vec::new();
    for seen in sheets.iter().flat_map(|it| &it.columns) {
        let is_known = found.iter().any(|it| it.heading == seen.heading);
        if seen.heading.is_empty() || !seen.of.is_empty() || is_known {
            continue;
        }
        let options = COLUMN_CHOICES.map(|it| (it, sentences::column_text(lang, it)));
        let told = options.iter().any(|it| it.0 == seen.column);
        let mut options = options.to_vec();
        if !told {
            options.push((seen.column, sentences::column_text(lang, seen.column)));
        }
        let name = tr_with(lang, "importing-column-of", &[("heading", (&seen.heading).into())]);
        found.push(ColumnChoice {
            key: seen.heading.clone(),
            heading: seen.heading.clone(),
            place: sentences::place_text(lang, &seen.at),
            of: seen.of.clone(),
            choice: Selector::new(name, seen.column, options),
        });
    }
    found
}

/// Waits are days, whatever they were typed in.
fn with_unit(lang: Lang, seen: &FigureSeen) -> String {
    let value = sentences::value_text(lang, &Value::Decimal(seen.value));
    if !seen.field.is_wait() {
        return value;
    }
    tr_with(lang, "importing-days", &[("value", value.into())])
}

/// The first figures as they will be understood.
fn preview(view: &ImportView<'_>) -> Vec<[String; 6]> {
    let lang = view.lang;
    let seen = view.figures.iter().flatten().take(FIGURES).map(|figure| {
        let line = figure.place.line;
        let lines = || sentences::place_text(lang, &At::Lines(line, line));
        [
            figure.place.at.as_ref().map_or_else(lines, ToString::to_string),
            dates::month(lang, figure.month),
            unit_name(view.snapshot, &figure.unit),
            figure.caseworker.clone().unwrap_or_default(),
            sentences::column_text(lang, Some(Column::of(figure.field))),
            with_unit(lang, figure),
        ]
    });
    seen.collect()
}
