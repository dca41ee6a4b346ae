//! `import` and `export`: tables in, tables out.

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use serde_json::{Value as Json, json};

use super::failure::Failure;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::{
    AcceptPartial, Book, Circumstances, Create, Existing, FileVerdict, ImportOptions, Skip, Value,
    Verdict, plan_import,
};
use crate::domain::{Entry, check_note};
use crate::export::{
    ExportError, NewFile, Persons, datapackage, file_name, tables_of, write_table,
};
use crate::import::{ImportError, read_paths};
use crate::text::{Arg, ErrorCode, Lang, import as sentences, tr, tr_with};

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
        let draft = read_paths(&paths, &mut |_| true).map_err(|error| self.unreadable(error))?;
        let plan = plan_import(book.snapshot(), draft, options);
        self.tell_verdict(&plan.verdict);
        let verdict = plan.verdict.clone();
        let refused = verdict.refused();
        if 0 < refused && options.accept_partial == AcceptPartial::No {
            let args = [("refused", refused.to_string().into())];
            return Err(Failure::new(
                ErrorCode::ImportRefused,
                tr_with(self.lang, "cli-import-refused", &args),
            ));
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

    fn import_reason(&self) -> Result<Option<String>, Failure> {
        match self.text("reason")?.map(check_note).transpose() {
            Ok(reason) => Ok(reason.map(std::borrow::Cow::into_owned)),
            Err(error) => {
                let message = crate::text::errors::wording(self.lang, error);
                Err(Failure::new(ErrorCode::Refused, message).at("--reason"))
            }
        }
    }

    fn unreadable(&self, error: ImportError) -> Failure {
        match error {
            ImportError::Unreadable { name, source } => {
                self.store(&source.into(), std::path::Path::new(&name))
            }
            ImportError::Cancelled => {
                Failure::new(ErrorCode::ImportRefused, tr(self.lang, "cli-import-dry"))
            }
        }
    }

    fn tell_verdict(&self, verdict: &Verdict) {
        if self.given.has("json") {
            let files: Vec<Json> = verdict.files.iter().map(|it| self.verdict_json(it)).collect();
            terminal::print_json(&json!({ "files": files }));
            return;
        }
        for file in &verdict.files {
            terminal::print(&report(self.lang, file));
        }
    }

    fn verdict_json(&self, file: &FileVerdict) -> Json {
        let refused = file.refused.first.iter().map(|it| {
            json!({
                "line": it.line,
                "column": it.column,
                "value": it.value.as_ref().map(value_json),
                "reason": it.reason.key(),
                "message": sentences::refused_sentence(self.lang, it),
            })
        });
        let changed = file.changed.first.iter().map(|it| {
            json!({ "line": it.line, "column": it.column, "before": value_json(&it.before), "after": value_json(&it.after) })
        });
        let skipped = file
            .skipped
            .first
            .iter()
            .map(|it| {
            json!({ "line": it.line, "reason": it.reason.key(), "message": sentences::skipped_sentence(self.lang, it) })
        });
        let remarks =
            file.remarks.first.iter().map(
                |it| json!({ "remark": it.key(), "message": sentences::remark_sentence(self.lang, it) }),
            );
        json!({
            "file": file.name,
            "read": file.read,
            "new": file.new,
            "changed": file.changed.count,
            "unchanged": file.unchanged,
            "refused": file.refused.count,
            "skipped": file.skipped.count,
            "changes": changed.collect::<Vec<_>>(),
            "refusals": refused.collect::<Vec<_>>(),
            "skips": skipped.collect::<Vec<_>>(),
            "remarks": remarks.collect::<Vec<_>>(),
        })
    }

    pub(super) fn export(&self) -> Outcome {
        self.no_names()?;
        self.only_internal()?;
        let folder = self.given.path("out").ok_or_else(|| self.usage("usage-missing", "--out"))?;
        let book = self.open()?;
        let files = self
            .export_files(&book, &folder)
            .map_err(|error| self.store(&error.into(), &folder))?;
        if self.given.has("json") {
            terminal::print_json(&json!({ "path": folder, "files": files }));
        }
        let args = [
            ("files", files.len().to_string().into()),
            ("path", folder.display().to_string().into()),
        ];
        Ok(self.done("cli-exported", &args))
    }

    /// Every table is whole under a name of its own before the first one takes an old one's place.
    fn export_files(
        &self,
        book: &Book,
        folder: &std::path::Path,
    ) -> Result<Vec<String>, std::io::Error> {
        let dialect = self.dialect().unwrap_or(crate::import::Dialect::Danish);
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
    for it in &file.skipped.first {
        *groups.entry(it.reason).or_insert(0) += 1;
    }
    groups
}
