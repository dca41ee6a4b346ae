//! `import` on the command line: a sheet of several, mappings as TOML, exit codes, and the shape of the JSON.

use std::path::Path;
use std::process::{Command, Output};

use rust_xlsxwriter::Workbook;
use serde_json::Value as Json;

use super::forms::sheet;

struct Desk(tempfile::TempDir);

impl Desk {
    /// A book with the three units, and a workbook with a sheet of two of them.
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        assert_eq!(desk.run(&["new", "b.sagstakt"]).status.code(), Some(0));
        let mut book = Workbook::new();
        for (name, cases) in [("FTI", "24"), ("FH", "30")] {
            let page = book.add_worksheet();
            page.set_name(name).unwrap();
            sheet(page, &[&["M\u{e5}ned", "Antal sager"], &["jan 2025", cases]]);
        }
        book.save(desk.0.path().join("to.xlsx")).unwrap();
        desk
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, line: &[&str]) -> Output {
        let program = env!("CARGO_BIN_EXE_sagstakt");
        Command::new(program).current_dir(self.path()).args(line).output().unwrap()
    }

    /// `import --dry-run --json` of a file: the exit code and what was printed.
    fn dry(&self, file: &str, more: &[&str]) -> (Option<i32>, Json) {
        let line = ["import", file, "--db", "b.sagstakt", "--dry-run", "--json"];
        let output = self.run(&[&line, more].concat());
        (output.status.code(), serde_json::from_slice(&output.stdout).unwrap())
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path().join(name), text).unwrap();
    }
}

fn facts(json: &Json) -> Vec<String> {
    let files = json["files"].as_array().unwrap().iter();
    let rows = files.flat_map(|it| it["facts"].as_array().unwrap());
    rows.map(|it| format!("{} {} {} {}", it[0], it[2], it[3], it[4]).replace('"', "")).collect()
}

#[test]
fn one_sheet_of_several_is_read_when_it_is_named() {
    let desk = Desk::new();
    let (code, all) = desk.dry("to.xlsx", &[]);
    assert_eq!((code, facts(&all).len()), (Some(0), 2));
    let (code, one) = desk.dry("to.xlsx", &["--sheet", "FH"]);
    assert_eq!((code, facts(&one)), (Some(0), vec!["FH 2025-01 cases 30".to_owned()]));
    let skips = one["files"][0]["skips"].as_array().unwrap();
    assert_eq!(skips[0]["reason"], "sheet_not_chosen");
    let (code, none) = desk.dry("to.xlsx", &["--sheet", "Ark9"]);
    assert_eq!((code, none["code"].as_str()), (Some(3), Some("IMPORT-AFVIST")));
    assert_eq!(none["files"][0]["refusals"][0]["reason"], "no_such_sheet");
    let stored = desk.run(&["import", "to.xlsx", "--db", "b.sagstakt", "--sheet", "FH"]);
    assert_eq!(stored.status.code(), Some(0));
    let (_, again) = desk.dry("to.xlsx", &[]);
    let counts = ["new", "unchanged"].map(|it| again["files"][0][it].as_u64());
    assert_eq!(counts, [Some(1), Some(1)], "only what was named is in the book");
}

#[test]
fn a_mapping_tells_what_the_file_does_not_and_a_wrong_one_is_refused_by_its_word() {
    let desk = Desk::new();
    desk.write("tal.csv", "Periode;Antal\njan;6\nfeb;7\n");
    let (code, asked) = desk.dry("tal.csv", &[]);
    assert_eq!((code, asked["files"][0]["refused"].as_u64()), (Some(3), Some(1)));
    desk.write(
        "m.toml",
        "unit = \"FTI\"\nyear = 2025\nwait_unit = \"weeks\"\n[columns]\nAntal = \"mean_days_started\"\n",
    );
    let (code, told) = desk.dry("tal.csv", &["--mapping", "m.toml"]);
    let expected = ["FTI 2025-01 mean_days_started 42", "FTI 2025-02 mean_days_started 49"];
    assert_eq!((code, facts(&told)), (Some(0), expected.map(str::to_owned).to_vec()));
    for (text, word) in [
        ("wait_unit = \"timer\"", "timer"),
        ("numbers = \"romerske\"", "romerske"),
        ("month = \"januar\"", "januar"),
        ("[columns]\nAntal = \"sagr\"", "sagr"),
        ("enhed = \"FTI\"", "enhed"),
        ("unit = ", ""),
    ] {
        desk.write("m.toml", text);
        let (code, refused) = desk.dry("tal.csv", &["--mapping", "m.toml"]);
        assert_eq!((code, refused["code"].as_str()), (Some(3), Some("IMPORT-AFVIST")), "{text}");
        assert!(refused["message"].as_str().unwrap().contains(word), "{refused}");
        assert_eq!(refused["place"], "m.toml");
    }
    let missing = desk.run(&["import", "tal.csv", "--db", "b.sagstakt", "--mapping", "ingen.toml"]);
    assert_eq!(missing.status.code(), Some(6), "{}", String::from_utf8_lossy(&missing.stderr));
    let both = desk.run(&["import", "tal.csv", "--db", "b.sagstakt", "--keep", "--replace"]);
    assert_eq!(both.status.code(), Some(2));
}
