//! An option that would do nothing is refused: what was asked for is written, or nothing is.

use super::failure::Failure;
use super::session::Session;
use crate::book::Verdict;
use crate::export::Form;
use crate::report::prints::Profile;
use crate::trends::Drawing;

/// What an author types for a document.
const TYPED: [&str; 4] = ["meeting", "case-number", "assessments", "order"];

impl Session {
    /// Refuses the first of these options that was given; `key` names the sentence that says why.
    pub(super) fn without_effect(&self, options: &[&str], key: &str) -> Result<(), Failure> {
        match options.iter().find(|it| self.given.has(it)) {
            Some(option) => Err(self.usage(key, &format!("--{option}"))),
            None => Ok(()),
        }
    }

    /// Refuses two options of which only one can be meant.
    pub(super) fn without_effect_together(&self, one: &str, other: &str) -> Result<(), Failure> {
        if self.given.has(one) && self.given.has(other) {
            return Err(self.usage("usage-not-both", &format!("--{one} --{other}")));
        }
        Ok(())
    }

    /// `--json` asks for facts on standard output, and so does a format without a file.
    pub(super) fn one_answer(&self) -> Result<(), Failure> {
        match self.text("format")? {
            Some(format)
                if format != "json" && self.given.has("json") && !self.given.has("out") =>
            {
                Err(self.usage("usage-json-and-format", format))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// The figures themselves: nothing that belongs to a document.
    pub(super) fn for_figures(&self, format: &str) -> Result<(), Failure> {
        self.without_effect(&["committee"], "usage-only-document")?;
        self.without_effect(&TYPED, "usage-only-document")?;
        if format == "csv" { Ok(()) } else { self.only_csv() }
    }

    /// A document of a half-year in one form.
    pub(super) fn for_document(&self, profile: Profile, form: Form) -> Result<(), Failure> {
        self.without_effect(&["unit"], "usage-document-unit")?;
        if form != Form::Csv {
            self.only_csv()?;
        }
        let is_tables = form == Form::Json && profile == Profile::Committee;
        if is_tables {
            // What any committee was shown decides what may be shown, whoever asks.
            self.without_effect(&["committee"], "usage-not-in-tables")?;
        }
        // Files of numbers alone, without a word around them.
        if is_tables || form == Form::Csv {
            self.without_effect(&TYPED, "usage-not-in-tables")?;
        }
        Ok(())
    }

    /// An edition is given back as it was.
    pub(super) fn for_edition(&self) -> Result<(), Failure> {
        let others = ["month", "quarter", "year", "unit", "dialect"];
        self.without_effect(&others, "usage-edition-as-it-was")?;
        self.without_effect(&TYPED, "usage-edition-as-it-was")?;
        match self.profile()? {
            Profile::Internal if self.given.has("profile") => {
                Err(self.usage("usage-edition-as-it-was", "--profile"))
            }
            Profile::Internal | Profile::Committee => Ok(()),
        }
    }

    /// What is told about sheets is of use to a file that is read as one. Where something was refused, that is
    /// what is said.
    pub(super) fn for_sheets(&self, verdict: &Verdict) -> Result<(), Failure> {
        let sheets = || verdict.files.iter().flat_map(|it| &it.understood.sheets);
        if 0 < verdict.refused() {
            return Ok(());
        }
        if let Some(name) = self.text("sheet")?
            && !sheets().any(|it| it.name == name)
            && !verdict.files.iter().any(|it| is_workbook(&it.name))
        {
            return Err(self.usage("usage-no-sheet", "--sheet"));
        }
        if sheets().next().is_some() {
            return Ok(());
        }
        self.without_effect(&["mapping"], "usage-no-list")
    }

    pub(super) fn only_csv(&self) -> Result<(), Failure> {
        self.without_effect(&["dialect"], "usage-only-csv")
    }

    /// A kind of chart and what it hangs on.
    pub(super) fn for_drawing(&self, drawing: Drawing) -> Result<(), Failure> {
        if !drawing.about().has_figure() {
            self.without_effect(&["figure"], "usage-not-in-kind")?;
        }
        if drawing.about().has_first_month() {
            Ok(())
        } else {
            self.without_effect(&["from"], "usage-not-in-kind")
        }
    }
}

/// By its name: our own tables may lie in a sheet too, and are then not told of as one.
fn is_workbook(file: &str) -> bool {
    let name = file.to_lowercase();
    [".xlsx", ".xlsm", ".xls", ".ods"].iter().any(|it| name.contains(it))
}
