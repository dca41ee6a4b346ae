//! The main job on the command line, as staff and IT do it: exit codes, codes, sentences, and nothing lost.

#![expect(clippy::unwrap_used, reason = "a test says what went wrong by failing")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use support::{sagstakt, shared};

struct Desk {
    folder: tempfile::TempDir,
    db: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("Børn & Unge (2026).sagstakt").display().to_string();
        Self { folder, db }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The words of a line, with `DB` standing for the book.
    fn run(&self, line: &[&str]) -> Output {
        let line = line.iter().map(|it| if *it == "DB" { self.db.as_str() } else { it });
        Command::new(sagstakt()).current_dir(self.folder.path()).args(line).output().unwrap()
    }

    #[track_caller]
    fn done(&self, line: &[&str]) -> String {
        let output = self.run(line);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{line:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Refused with this exit code and code, and the book's bytes are as before.
    #[track_caller]
    fn refused(&self, line: &[&str], exit: i32, code: &str) -> String {
        let before = fs::read(&self.db).ok();
        let output = self.run(line);
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(exit), "{line:?}: {words}");
        assert!(words.contains(&format!("({code})")), "{words}");
        assert_eq!(fs::read(&self.db).ok(), before, "{line:?} changed the book");
        words
    }
}

#[test]
fn bad_input_is_refused_in_words_and_nothing_is_lost() {
    let desk = Desk::new();
    desk.done(&["new", "DB"]);
    desk.done(&[
        "record", "--db", "DB", "--unit", "FTI", "--month", "2026-09", "cases=41", "opened=6",
        "closed=4",
    ]);
    let record = |rest: &[&str], says: &str| {
        let line: Vec<&str> = ["record", "--db", "DB"].iter().chain(rest).copied().collect();
        let words = desk.refused(&line, 3, "AFVIST");
        assert!(words.contains(says), "{words}");
        assert!(words.contains("Intet er gemt"), "{words}");
    };
    record(&["--unit", "FTI", "--month", "2026-13", "cases=3"], "2026-13");
    record(&["--unit", "BFA", "--caseworker", "ZZZ", "--month", "2026-09", "cases=3"], "ZZZ");
    record(&["--unit", "FTI", "--month", "2026-09", "cases=-3"], "negativ");
    record(
        &["--unit", "FTI", "--month", "2026-09", "cases=3", "--reason", "se 010203-1234"],
        "CPR",
    );
    record(&["--unit", "FTI", "--month", "2009-12", "cases=3"], "fandtes ikke");
    record(&["--unit", "XYZ", "--month", "2026-09", "cases=3"], "BFA, FH, FTI");
    record(&["--unit", "FTI", "--month", "2026-09", "cases=23,5"], "23,5");
    record(&["--unit", "FTI", "--month", "2099-01", "cases=3"], "ikke begyndt");
    desk.refused(
        &["record", "--db", "DB", "--unit", "FTI", "--month", "2026-09", "sager=3"],
        2,
        "BRUG",
    );
    desk.refused(&["overview", "--db", "DB", "--half", "2026H3"], 2, "BRUG");
    desk.refused(&["overview", "--db", "DB", "--half", "2026H1", "--profile", "board"], 2, "BRUG");
    desk.refused(&["new", "DB"], 3, "FINDES");

    let list = "Enhed;Løbenr;Indsats;Visiteret;Påbegyndt;Frafald\r\nFTI;F1;Samtaler;2026-03-01;2026-02-01;\r\n";
    fs::write(desk.path("venteliste.csv"), list).unwrap();
    desk.refused(&["import", "venteliste.csv", "--db", "DB"], 3, "IMPORT-AFVIST");

    let figures =
        desk.done(&["overview", "--db", "DB", "--month", "2026-09", "--unit", "FTI", "--json"]);
    let figures: serde_json::Value = serde_json::from_str(&figures).unwrap();
    assert_eq!(figures[0]["figures"]["cases"]["value"], 41);
}

#[test]
fn a_missing_file_is_another_mistake_than_a_missing_folder() {
    let desk = Desk::new();
    desk.done(&["new", "DB"]);
    let gone = |line: &[&str], says: &str| {
        let words = desk.refused(line, 6, "FIL-VAEK");
        assert!(words.contains(says), "{line:?}: {words}");
    };
    let overview = ["overview", "--half", "2026H1", "--db"];
    gone(&[&overview[..], &["nofile"]].concat(), "Filen findes ikke: nofile");
    gone(&[&overview[..], &["ingen/x.sagstakt"]].concat(), "Mappen findes ikke: ingen.");
    gone(
        &[&overview[..], &["DB", "--json", "--out", "ingen/x.json"]].concat(),
        "Mappen findes ikke: ingen.",
    );
    gone(&["new", "ingen/x.sagstakt"], "Mappen findes ikke: ingen.");
    gone(&["import", "tal.csv", "--db", "DB"], "Filen findes ikke: tal.csv");
}

#[test]
fn errors_are_objects_for_programs() {
    let desk = Desk::new();
    desk.done(&["new", "DB"]);
    let output = desk
        .run(&["record", "--json", "--db", "DB", "--unit", "FTI", "--month", "2026-13", "cases=3"]);
    let error: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(error["code"], "AFVIST");
    assert_eq!(error["place"], "--month");
    assert!(error["message"].as_str().unwrap().contains("2026-13"));
}

#[test]
fn a_step_back_and_forth_survives_the_end_of_the_program() {
    let desk = Desk::new();
    desk.done(&["new", "DB"]);
    let cases = || {
        let text =
            desk.done(&["overview", "--db", "DB", "--month", "2026-09", "--unit", "FTI", "--json"]);
        let figures: serde_json::Value = serde_json::from_str(&text).unwrap();
        figures[0]["figures"]["cases"]["value"].as_i64()
    };
    desk.done(&["record", "--db", "DB", "--unit", "FTI", "--month", "2026-09", "cases=41"]);
    desk.done(&[
        "record", "--db", "DB", "--unit", "FTI", "--month", "2026-09", "cases=44", "--reason",
        "Talt om",
    ]);
    desk.done(&["undo", "--db", "DB"]);
    assert_eq!(cases(), Some(41));
    desk.done(&["undo", "--db", "DB"]);
    assert_eq!(cases(), None);
    desk.done(&["redo", "--db", "DB"]);
    desk.done(&["redo", "--db", "DB"]);
    assert_eq!(cases(), Some(44));
    let log: serde_json::Value =
        serde_json::from_str(&desk.done(&["log", "--db", "DB", "--json"])).unwrap();
    assert_eq!(log.as_array().unwrap().len(), 7);
    assert_eq!(log[2]["reason"], "Talt om");
    assert_eq!(log[2]["changes"][0]["before"], "41");
    assert_eq!(log[2]["changes"][0]["after"], "44");
}

/// Every file of a folder, by name.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap())
        .map(|it| (it.file_name().to_string_lossy().into_owned(), fs::read(it.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn export_then_import_gives_an_equal_book() {
    let desk = Desk::new();
    desk.done(&["demo", "--out", "DB"]);
    desk.done(&["export", "--db", "DB", "--out", "ud"]);
    desk.done(&["new", "--empty", "ny.sagstakt"]);
    desk.done(&["import", "ud", "--db", "ny.sagstakt"]);
    desk.done(&["export", "--db", "ny.sagstakt", "--out", "ud2"]);
    assert_eq!(files(&desk.path("ud")), files(&desk.path("ud2")));
    for year in 2019..=2026 {
        for half in ["H1", "H2"] {
            let half = format!("{year}{half}");
            let old = desk.done(&["overview", "--db", "DB", "--half", &half, "--json"]);
            assert_eq!(
                old,
                desk.done(&["overview", "--db", "ny.sagstakt", "--half", &half, "--json"]),
                "{half}"
            );
        }
    }
    // And again: nothing is new.
    desk.done(&["import", "ud", "--db", "ny.sagstakt"]);
    let log: serde_json::Value =
        serde_json::from_str(&desk.done(&["log", "--db", "ny.sagstakt", "--json"])).unwrap();
    assert_eq!(log.as_array().unwrap().len(), 1);
    desk.done(&["undo", "--db", "ny.sagstakt"]);
    let empty = desk.done(&["overview", "--db", "ny.sagstakt", "--half", "2026H1", "--json"]);
    let empty: serde_json::Value = serde_json::from_str(&empty).unwrap();
    assert_eq!(empty.as_array().unwrap().len(), 1, "one step back takes the whole import away");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_real_series_imports_and_its_clash_is_shown() {
    let camhs = shared("data/real/camhs");
    let desk = Desk::new();
    desk.done(&["new", "--empty", "DB"]);
    let shown = desk.done(&["import", &camhs.display().to_string(), "--db", "DB"]);
    assert!(shown.contains("offentliggjort-median.csv: sprunget over"), "{shown}");
    assert!(shown.contains("konflikt.csv: sprunget over"), "{shown}");
    let clash = camhs.join("konflikt.csv").display().to_string();
    let output = desk.run(&["import", &clash, "--db", "DB"]);
    assert_eq!(output.status.code(), Some(3));
    let words = String::from_utf8(output.stdout).unwrap();
    assert!(words.contains("88") && words.contains("92"), "{words}");
}

#[test]
fn a_backup_is_read_back_and_a_damaged_book_is_kept() {
    let desk = Desk::new();
    desk.done(&["demo", "--out", "DB"]);
    desk.done(&["backup", "--db", "DB", "--out", "kopi.sagstakt"]);
    let mut bytes = fs::read(&desk.db).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0);
    fs::write(&desk.db, &bytes).unwrap();
    desk.refused(&["check", "--db", "DB"], 5, "BESKADIGET");
    desk.done(&["restore", "--db", "DB", "--from", "kopi.sagstakt"]);
    desk.done(&["check", "--db", "DB"]);
    let kept = files(desk.folder.path()).into_iter().find(|it| it.0.contains(".beskadiget-"));
    assert_eq!(kept.unwrap().1, bytes);
    // A backup over something is refused.
    desk.refused(&["backup", "--db", "DB", "--out", "kopi.sagstakt"], 3, "FINDES");
}

#[test]
fn output_does_not_depend_on_the_machines_language_or_clock() {
    let desk = Desk::new();
    desk.done(&["demo", "--out", "DB"]);
    let output = |lang: &str, zone: &str| {
        let line = ["overview", "--db", &desk.db, "--half", "2025H2", "--format", "csv"];
        let output = Command::new(sagstakt())
            .args(line)
            .env("LANG", lang)
            .env("LC_ALL", lang)
            .env("TZ", zone)
            .output();
        output.unwrap().stdout
    };
    let first = output("C", "UTC");
    assert!(first.starts_with("\u{feff}".as_bytes()));
    for (lang, zone) in [
        ("da_DK.UTF-8", "Europe/Copenhagen"),
        ("tr_TR.UTF-8", "Pacific/Kiritimati"),
        ("en_US.UTF-8", "America/New_York"),
    ] {
        assert_eq!(output(lang, zone), first, "{lang} {zone}");
    }
}
