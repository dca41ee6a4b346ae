//! `export`: every table of the book out, with a description of them.

use std::io::{BufWriter, IntoInnerError, Write as _};
use std::path::Path;

use serde_json::json;

use super::asked::dialect;
use super::failure::Failure;
use super::option::{DB, DIALECT, Opt, PROFILE};
use super::outcome::Outcome;
use super::session::Session;
use super::verb::Verb;
use crate::book::Book;
use crate::export::{
    Dialect, ExportError, NewFile, datapackage, file_name, tables_of, write_table,
};
use crate::text::ErrorCode;

pub static EXPORT: Verb = Verb {
    name: "export",
    options: &[DB, Opt::with("out", "tabeller").about("out-folder"), DIALECT, PROFILE],
    example: "--db bog.sagstakt --out tabeller",
    run: export,
};

fn export(session: &Session) -> Outcome {
    session.no_names()?;
    only_internal(session)?;
    let folder = session.needed_path("out")?;
    let dialect = dialect(session)?;
    let book = session.open()?;
    let files =
        export_files(&book, &folder, dialect).map_err(|error| session.disk(error, &folder))?;
    session.tell(|| json!({ "path": folder, "files": files }));
    let args =
        [("files", files.len().to_string().into()), ("path", folder.display().to_string().into())];
    Ok(session.done("cli-exported", &args))
}

/// Every table is whole under a name of its own before the first one takes an old one's place.
fn export_files(
    book: &Book,
    folder: &Path,
    dialect: Dialect,
) -> Result<Vec<String>, std::io::Error> {
    let snapshot = book.snapshot();
    std::fs::create_dir_all(folder)?;
    let mut written = Vec::new();
    let mut names = Vec::new();
    for table in tables_of(snapshot) {
        let name = file_name(table, dialect);
        let mut out = BufWriter::new(NewFile::beside(&folder.join(name))?);
        write_table(snapshot, table, dialect, &mut out)
            .map_err(|ExportError::Unwritable(error)| error)?;
        written.push(out.into_inner().map_err(IntoInnerError::into_error)?);
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

/// It holds everything; nothing is given out under the committee's name that is not protected.
fn only_internal(session: &Session) -> Result<(), Failure> {
    match session.text("profile")? {
        None | Some("internal") => Ok(()),
        Some("committee") => {
            Err(session.refused(ErrorCode::Usage, "usage-committee-not-yet", &[]).at("--profile"))
        }
        Some(other) => Err(session.usage("usage-profile", other)),
    }
}
