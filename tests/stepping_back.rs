//! The change log on the command line: exported, stepped back in, and a person erased.

#![expect(clippy::unwrap_used, reason = "a test says what went wrong by failing")]

mod support;

use std::fs;
use std::process::{Command, Output};

use support::sagstakt;

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.done(&["demo", "--out", "bog.sagstakt"]);
        desk
    }

    fn run(&self, line: &[&str]) -> Output {
        Command::new(sagstakt()).current_dir(self.folder.path()).args(line).output().unwrap()
    }

    #[track_caller]
    fn done(&self, line: &[&str]) -> String {
        let output = self.run(line);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{line:?}: {words}");
        String::from_utf8(output.stdout).unwrap()
    }

    #[track_caller]
    fn refused(&self, line: &[&str]) -> String {
        let output = self.run(line);
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{line:?}: {words}");
        words
    }

    fn record(&self, month: &str, cases: &str) -> u64 {
        let line =
            ["record", "--db", "bog.sagstakt", "--unit", "FTI", "--month", month, cases, "--json"];
        self.done(&line);
        let log = self.done(&["log", "--db", "bog.sagstakt", "--last", "1", "--json"]);
        let log: serde_json::Value = serde_json::from_str(&log).unwrap();
        log.as_array().unwrap().last().unwrap()["entry"].as_u64().unwrap()
    }
}

#[test]
fn a_step_is_taken_back_by_number_unless_a_later_one_touched_the_same() {
    let desk = Desk::new();
    let wrong = desk.record("2026-10", "cases=999");
    let other = desk.record("2026-09", "opened=1");
    let again = desk.record("2026-10", "cases=998");
    let words = desk.refused(&["undo", "--db", "bog.sagstakt", "--entry", &wrong.to_string()]);
    assert!(words.contains(&format!("Skridt {again}")), "{words}");
    desk.done(&["undo", "--db", "bog.sagstakt", "--to", &other.to_string()]);
    desk.done(&["undo", "--db", "bog.sagstakt", "--entry", &other.to_string()]);
    desk.done(&["check", "--db", "bog.sagstakt"]);
    let log = desk.done(&["log", "--db", "bog.sagstakt", "--format", "csv"]);
    let header = log.trim_start_matches('\u{feff}').lines().next().unwrap();
    assert!(header.starts_with("Skridt;Tidspunkt;Hvem;"), "{header}");
    let of_step = format!("{other};");
    let row = log.lines().find(|it| it.starts_with(&of_step)).unwrap();
    assert!(row.contains(";FTI;;2026-09;") && row.contains(";1;"), "{row}");
}

#[test]
fn an_erased_person_is_in_no_file_but_the_named_copies() {
    let desk = Desk::new();
    let words = desk.refused(&["erase", "--db", "bog.sagstakt", "--caseworker", "QQQ"]);
    assert!(words.contains("QQQ"), "{words}");
    let told = desk.done(&["erase", "--db", "bog.sagstakt", "--caseworker", "GHT", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["called"], "X1");
    let copies: Vec<String> = told["copies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["path"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(copies.len(), 1);
    let utf16: Vec<u8> = "GHT".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut folders = vec![desk.folder.path().to_owned()];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for item in fs::read_dir(folder).unwrap() {
            let path = item.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            seen += 1;
            let bytes = fs::read(&path).unwrap();
            let holds =
                bytes.windows(3).any(|it| it == b"GHT") || bytes.windows(6).any(|it| it == utf16);
            let relative = path.strip_prefix(desk.folder.path()).unwrap();
            let is_named = copies.iter().any(|it| it.ends_with(&relative.display().to_string()));
            assert_eq!(holds, is_named, "{}", path.display());
        }
    }
    assert!(2 <= seen);
    desk.done(&["check", "--db", "bog.sagstakt"]);
    assert!(desk.done(&["log", "--db", "bog.sagstakt", "--last", "1"]).contains("X1"));
}
