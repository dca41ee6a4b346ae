//! `import` and `export`: tables in, tables out.

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use serde_json::json;

use super::failure::Failure;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::{AcceptPartial, Book, Circumstances, Create, Existing, ImportOptions, Verdict};
use crate::domain::{Entry, check_note};
use crate::export::{
    Dialect, ExportError, NewFile, Persons, datapackage, file_name, tables_of, write_table,
};
use crate::import::{Asked, ImportError, ImportSource, Mapping, PlannedImport};
use crate::text::{ErrorCode, Message, import as sentences};

impl Session {
    pub(super) fn import(&self) -> Outcome {
        let paths: Vec<PathBuf> = self.given.names.iter().map(PathBuf::from).collect();
        if paths.is_empty() {
            return Err(self.usage("usage-name-missing", "import"));
        }
        let options = self.import_options()?;
        let reason = self.import_reason()?;
        let mut book = self.open()?;
        let dry = self.given.has("dry-run");
        if !dry {
            let path = book.path().to_owned();
            book.prepare(&self.author).map_err(|error| self.store(&error, &path))?;
        }
        let asked = Asked {
            source: ImportSource::Files(paths),
            name: String::new(),
            mapping: self.mapping()?,
            sheet: self.text("sheet")?.map(str::to_owned),
            options,
            shown_below: if self.given.has("json") { usize::MAX } else { 0 },
        };
        let planned = asked.plan(book.snapshot(), &mut |_| true);
        let PlannedImport { plan, figures } = planned.map_err(|error| self.unreadable(error))?;
        let json = self.given.has("json").then(|| self.verdict_json(&plan.verdict, &figures));
        let verdict = plan.verdict.clone();
        let refused = verdict.refused();
        self.for_sheets(&verdict)?;
        if 0 < refused && options.accept_partial == AcceptPartial::No {
            let args = [("refused", refused.into())];
            let message = Message::of(self.lang, "cli-import-refused", &args);
            let failure = Failure::new(ErrorCode::ImportRefused, message);
            if let Some(json) = json {
                return Err(failure.with(json));
            }
            self.tell_verdict(&verdict);
            return Err(failure);
        }
        match &json {
            Some(json) => terminal::print_json(json),
            None => self.tell_verdict(&verdict),
        }
        if dry {
            return Ok(self.done("cli-import-dry", &[]));
        }
        let detail = verdict.files.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(", ");
        let path = book.path().to_owned();
        let entry = book.import(plan, &self.author, Circumstances { detail, reason });
        let entry = entry.map_err(|error| Failure::book(self.lang, &error, &path))?;
        Ok(self.tell_import(&verdict, entry.as_ref()))
    }

    fn tell_import(&self, verdict: &Verdict, stored: Option<&Entry>) -> Next {
        let key = match (stored, verdict.refused()) {
            (None, 0) => "cli-import-nothing",
            (Some(_), 0) => "cli-import-done",
            (_, _) => "cli-import-partial",
        };
        let args = [
            ("new", verdict.new_rows().to_string().into()),
            ("changed", verdict.changed_rows().to_string().into()),
            ("refused", verdict.refused().to_string().into()),
        ];
        self.done(key, &args)
    }

    fn import_options(&self) -> Result<ImportOptions, Failure> {
        let existing = match (self.given.has("keep"), self.given.has("replace")) {
            (true, true) => return Err(self.usage("usage-keep-or-replace", "--keep")),
            (true, false) => Existing::Keep,
            (false, true) => Existing::Replace,
            (false, false) => Existing::Ask,
        };
        let create = if self.given.has("create") { Create::Yes } else { Create::No };
        let accept_partial =
            if self.given.has("accept-partial") { AcceptPartial::Yes } else { AcceptPartial::No };
        Ok(ImportOptions { existing, create, accept_partial, today: self.author.today })
    }

    /// What is told of the files.
    fn mapping(&self) -> Result<Mapping, Failure> {
        let Some(path) = self.given.path("mapping") else {
            return Ok(Mapping::default());
        };
        let text = std::fs::read_to_string(&path).map_err(|error| self.disk(error, &path))?;
        Mapping::parse(&text).map_err(|error| {
            let reason = sentences::mapping_error(self.lang, &error);
            Failure::new(ErrorCode::ImportRefused, reason).at(path.display().to_string())
        })
    }

    fn import_reason(&self) -> Result<Option<String>, Failure> {
        match self.text("reason")?.map(check_note).transpose() {
            Ok(reason) => Ok(reason.map(std::borrow::Cow::into_owned)),
            Err(error) => {
                let what = crate::text::errors::wording(self.lang, error);
                let message = Message { what, ..Message::default() };
                Err(Failure::new(ErrorCode::Refused, message).at("--reason"))
            }
        }
    }

    fn unreadable(&self, error: ImportError) -> Failure {
        match error {
            ImportError::Unreadable { name, source } => {
                self.disk(source, std::path::Path::new(&name))
            }
            ImportError::Cancelled => Failure::new(
                ErrorCode::ImportRefused,
                Message::of(self.lang, "cli-import-dry", &[]),
            ),
        }
    }

    pub(super) fn export(&self) -> Outcome {
        self.no_names()?;
        self.only_internal()?;
        let folder = self.given.path("out").ok_or_else(|| self.usage("usage-missing", "--out"))?;
        let dialect = self.dialect()?;
        let book = self.open()?;
        let files =
            export_files(&book, &folder, dialect).map_err(|error| self.disk(error, &folder))?;
        if self.given.has("json") {
            terminal::print_json(&json!({ "path": folder, "files": files }));
        }
        let args = [
            ("files", files.len().to_string().into()),
            ("path", folder.display().to_string().into()),
        ];
        Ok(self.done("cli-exported", &args))
    }
}

/// Every table is whole under a name of its own before the first one takes an old one's place.
fn export_files(
    book: &Book,
    folder: &std::path::Path,
    dialect: Dialect,
) -> Result<Vec<String>, std::io::Error> {
    let snapshot = book.snapshot();
    std::fs::create_dir_all(folder)?;
    let mut written = Vec::new();
    let mut names = Vec::new();
    for table in tables_of(snapshot) {
        let name = file_name(table, dialect);
        let mut out = BufWriter::new(NewFile::beside(&folder.join(name))?);
        write_table(snapshot, table, dialect, Persons::WithNames, &mut out)
            .map_err(|ExportError::Unwritable(error)| error)?;
        written.push(out.into_inner().map_err(std::io::IntoInnerError::into_error)?);
        names.push(name.to_owned());
    }
    let mut package = NewFile::beside(&folder.join("datapackage.json"))?;
    package.write_all(datapackage(snapshot, dialect).as_bytes())?;
    written.push(package);
    names.push("datapackage.json".to_owned());
    for file in written {
        file.keep()?;
    }
    Ok(names)
}
