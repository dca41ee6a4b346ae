//! An option that would do nothing is refused: what was asked for is written, or nothing is.

use super::asked::profile;
use super::failure::Failure;
use super::session::Session;
use crate::book::Verdict;
use crate::export::Form;
use crate::report::prints::Profile;
use crate::trends::Drawing;

/// What an author types for a document.
const TYPED: [&str; 4] = ["meeting", "case-number", "assessments", "order"];

/// Refuses the first of these options that was given; `key` names the sentence that says why.
pub fn without_effect(session: &Session, options: &[&str], key: &str) -> Result<(), Failure> {
    match options.iter().find(|it| session.has(it)) {
        Some(option) => Err(session.usage(key, &format!("--{option}"))),
        None => Ok(()),
    }
}

/// Refuses two options of which only one can be meant.
pub fn without_effect_together(session: &Session, one: &str, other: &str) -> Result<(), Failure> {
    if session.has(one) && session.has(other) {
        return Err(session.usage("usage-not-both", &format!("--{one} --{other}")));
    }
    Ok(())
}

/// `--json` asks for facts on standard output, and so does a format without a file.
pub fn one_answer(session: &Session) -> Result<(), Failure> {
    match session.text("format")? {
        Some(format) if format != "json" && session.has("json") && !session.has("out") => {
            Err(session.usage("usage-json-and-format", format))
        }
        Some(_) | None => Ok(()),
    }
}

/// The figures themselves: nothing that belongs to a document.
pub fn for_figures(session: &Session, format: &str) -> Result<(), Failure> {
    without_effect(session, &["committee"], "usage-only-document")?;
    without_effect(session, &TYPED, "usage-only-document")?;
    if format == "csv" { Ok(()) } else { only_csv(session) }
}

/// A document of a half-year in one form.
pub fn for_document(session: &Session, profile: Profile, form: Form) -> Result<(), Failure> {
    without_effect(session, &["unit"], "usage-document-unit")?;
    if form != Form::Csv {
        only_csv(session)?;
    }
    let is_tables = form == Form::Json && profile == Profile::Committee;
    if is_tables {
        // What any committee was shown decides what may be shown, whoever asks.
        without_effect(session, &["committee"], "usage-not-in-tables")?;
    }
    // Files of numbers alone, without a word around them.
    if is_tables || form == Form::Csv {
        without_effect(session, &TYPED, "usage-not-in-tables")?;
    }
    Ok(())
}

/// An edition is given back as it was.
pub fn for_edition(session: &Session) -> Result<(), Failure> {
    let others = ["month", "quarter", "year", "unit", "dialect"];
    without_effect(session, &others, "usage-edition-as-it-was")?;
    without_effect(session, &TYPED, "usage-edition-as-it-was")?;
    match profile(session)? {
        Profile::Internal if session.has("profile") => {
            Err(session.usage("usage-edition-as-it-was", "--profile"))
        }
        Profile::Internal | Profile::Committee => Ok(()),
    }
}

/// What is told about sheets is of use to a file that is read as one. Where something was refused, that is
/// what is said.
pub fn for_sheets(session: &Session, verdict: &Verdict) -> Result<(), Failure> {
    let sheets = || verdict.files.iter().flat_map(|it| &it.understood.sheets);
    if 0 < verdict.refused() {
        return Ok(());
    }
    if let Some(name) = session.text("sheet")?
        && !sheets().any(|it| it.name == name)
        && !verdict.files.iter().any(|it| is_workbook(&it.name))
    {
        return Err(session.usage("usage-no-sheet", "--sheet"));
    }
    if sheets().next().is_some() {
        return Ok(());
    }
    without_effect(session, &["mapping"], "usage-no-list")
}

fn only_csv(session: &Session) -> Result<(), Failure> {
    without_effect(session, &["dialect"], "usage-only-csv")
}

/// A kind of chart and what it hangs on.
pub fn for_drawing(session: &Session, drawing: Drawing) -> Result<(), Failure> {
    if !drawing.about().has_figure() {
        without_effect(session, &["figure"], "usage-not-in-kind")?;
    }
    if drawing.about().has_first_month() {
        Ok(())
    } else {
        without_effect(session, &["from"], "usage-not-in-kind")
    }
}

/// By its name: our own tables may lie in a sheet too, and are then not told of as one.
fn is_workbook(file: &str) -> bool {
    let name = file.to_lowercase();
    [".xlsx", ".xlsm", ".xls", ".ods"].iter().any(|it| name.contains(it))
}
