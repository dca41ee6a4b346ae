//! Issued editions from the command line: frozen, given back byte for byte, corrected with a reason, compared.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by failing"
)]

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A book with the sample's figures, and what is asked of it.
struct Desk {
    folder: tempfile::TempDir,
    committee: String,
    meeting: &'static str,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
            committee: "SB".to_owned(),
            meeting: "2026-04-16",
        };
        Self::done(&["demo", "--out", &desk.book()]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn book(&self) -> String {
        self.path("bog.sagstakt").display().to_string()
    }

    fn run(arguments: &[&str]) -> Output {
        Command::new(support::sagstakt()).args(arguments).output().unwrap()
    }

    #[track_caller]
    fn done(arguments: &[&str]) -> Vec<u8> {
        let output = Self::run(arguments);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {words}");
        output.stdout
    }

    #[track_caller]
    fn issue(&self, half: &str) -> Value {
        let book = self.book();
        let line = [
            "issue",
            "--db",
            &book,
            "--half",
            half,
            "--committee",
            &self.committee,
            "--meeting",
            self.meeting,
            "--case-number",
            "22/6043",
            "--json",
        ];
        serde_json::from_slice(&Self::done(&line)).unwrap()
    }

    #[track_caller]
    fn edition(&self, half: &str, number: &str, format: &str) -> Vec<u8> {
        let (book, out) = (self.book(), self.path("udgave"));
        let line = [
            "overview",
            "--db",
            &book,
            "--half",
            half,
            "--committee",
            &self.committee,
            "--edition",
            number,
            "--format",
            format,
            "--out",
            &out.display().to_string(),
        ];
        Self::done(&line);
        std::fs::read(out).unwrap()
    }
}

/// The rows of the shared list whose print differs, as unit, figure, old and new.
fn expected(truth: &Path, half: &str) -> BTreeSet<[String; 4]> {
    let truth: Value = serde_json::from_slice(&std::fs::read(truth).unwrap()).unwrap();
    let rows = truth.as_array().unwrap().iter();
    let own = rows.filter(|it| it["half_year"] == half && it["printed_differs"] == true);
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    own.map(|it| [&it["unit"], &it["key"], &it["old"]["shown"], &it["new"]["shown"]].map(text))
        .collect()
}

fn listed(revisions: &Value, half: &str) -> BTreeSet<[String; 4]> {
    let rows = revisions.as_array().unwrap().iter();
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    rows.map(|it| {
        assert_eq!(it["half_year"], half);
        [&it["unit"], &it["key"], &it["old"], &it["new"]].map(text)
    })
    .collect()
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn a_correction_after_an_issue_is_listed_in_the_next_edition_and_nothing_else() {
    let corrections = support::shared("data/corrections/rettelser.csv");
    let truth = support::shared("data/truth/revisions/after-correction.json");
    let desk = Desk::new();
    let book = desk.book();
    let first = desk.issue("2025H2");
    assert_eq!((&first["number"], &first["revisions"]), (&1.into(), &Value::Array(Vec::new())));
    let pdf = desk.edition("2025H2", "1", "pdf");
    assert!(pdf.starts_with(b"%PDF"));

    // Typed without a reason: refused, and nothing is changed.
    let typed =
        Desk::run(&["record", "--db", &book, "--unit", "BFA", "--month", "2025-12", "closed=17"]);
    assert_eq!(typed.status.code(), Some(3), "{}", String::from_utf8_lossy(&typed.stderr));

    // The file of corrections brings its reasons.
    Desk::done(&["import", &corrections.display().to_string(), "--db", &book, "--replace"]);
    let second = desk.issue("2025H2");
    assert_eq!(second["number"], 2);
    let expected = expected(&truth, "2025H2");
    assert_eq!(listed(&second["revisions"], "2025H2"), expected);
    let why = second["revisions"][0]["why"].as_str().unwrap();
    assert!(why.contains("Fire søskendesager"), "{why}");

    // The first edition is as it was, in every form; the second marks what has changed.
    assert_eq!(desk.edition("2025H2", "1", "pdf"), pdf);
    let text = String::from_utf8(desk.edition("2025H2", "2", "txt")).unwrap();
    assert!(text.contains("460 r") && text.contains("RETTELSER SIDEN SIDSTE UDGAVE"), "{text}");
    assert!(text.contains("2 (erstatter udgave 1"), "{text}");
    assert!(text.contains("Begrundelse") && text.contains("\na: "), "{text}");
    assert_eq!(text.matches("Fire søskendesager").count(), 1, "one reason is told once");
    let diff = Desk::done(&[
        "editions",
        "--db",
        &book,
        "--half",
        "2025H2",
        "--committee",
        "SB",
        "--diff",
        "1",
        "2",
        "--json",
    ]);
    let diff: Value = serde_json::from_slice(&diff).unwrap();
    assert_eq!(listed(&diff, "2025H2"), expected);
    Desk::done(&["check", "--db", &book]);

    // A withdrawn edition keeps its number and its files.
    let line = ["editions", "--db", &book, "--half", "2025H2", "--committee", "SB"];
    Desk::done(&[&line[..], &["--withdraw", "2", "--reason", "Forkert udvalg"]].concat());
    let all = Desk::done(&[&line[..], &["--json"]].concat());
    let all: Value = serde_json::from_slice(&all).unwrap();
    assert_eq!(
        (&all[0]["withdrawn"], &all[1]["withdrawn"]),
        (&Value::Null, &"Forkert udvalg".into())
    );
    assert!(desk.edition("2025H2", "2", "pdf").starts_with(b"%PDF"));
    assert_eq!(all[1]["number"], 2);
}

/// Every edition that was ever handed out, read together.
#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn nothing_hidden_comes_back_from_editions_read_together() {
    let corrections = support::shared("data/corrections/rettelser.csv");
    let script = support::shared("data/truth/attack.py");
    let has_scipy = Command::new("python3").args(["-c", "import scipy"]).output();
    if !has_scipy.is_ok_and(|it| it.status.success()) {
        println!("skipped: python3 with scipy is not there");
        return;
    }
    let desk = Desk::new();
    for half in ["2025H1", "2025H2"] {
        desk.issue(half);
    }
    Desk::done(&["import", &corrections.display().to_string(), "--db", &desk.book(), "--replace"]);
    // One who waited is found to have been withdrawn: small counts change too.
    for (unit, month, figure) in [("FTI", "2025-11", "opened=3"), ("FH", "2025-09", "closed=2")] {
        Desk::done(&[
            "record",
            "--db",
            &desk.book(),
            "--unit",
            unit,
            "--month",
            month,
            figure,
            "--reason",
            "Fundet ved gennemgang",
        ]);
    }
    desk.issue("2025H2");
    desk.issue("2026H1");
    let editions = [("2025H1", "1"), ("2025H2", "1"), ("2025H2", "2"), ("2026H1", "1")];
    let files: Vec<PathBuf> = editions
        .iter()
        .map(|(half, number)| {
            let path = desk.path(&format!("{half}-{number}.json"));
            std::fs::write(&path, desk.edition(half, number, "json")).unwrap();
            path
        })
        .collect();
    let output = Command::new("python3").arg(script).args(&files).output().unwrap();
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{words}{}", String::from_utf8_lossy(&output.stderr));
    println!("{}", words.trim());
    assert!(words.contains(" 0 genskabt"), "{words}");
}

/// 17,0 and 17.0 are the same figure.
#[test]
fn another_language_is_no_revision() {
    let desk = Desk::new();
    desk.issue("2025H2");
    let (book, out) = (desk.book(), desk.path("english.html"));
    let line = [
        "overview",
        "--db",
        &book,
        "--half",
        "2025H2",
        "--committee",
        "SB",
        "--profile",
        "committee",
    ];
    let rest = ["--lang", "en", "--format", "html", "--out", &out.display().to_string()]
        .map(str::to_owned);
    let line: Vec<&str> = line.into_iter().chain(rest.iter().map(String::as_str)).collect();
    Desk::done(&line);
    let page = std::fs::read_to_string(out).unwrap();
    assert!(page.contains("No printed figure has changed."), "no revisions");
}

/// Its record holds Danish text only; what is issued after it holds digits. Both are held against each other as they
/// were printed, in either language.
#[test]
fn an_edition_of_a_released_book_is_held_against_the_next_one() {
    let desk = Desk {
        folder: tempfile::tempdir().unwrap(),
        committee: "BUU".to_owned(),
        meeting: "2019-10-10",
    };
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v2.sagstakt");
    std::fs::copy(released, desk.book()).unwrap();
    let book = desk.book();
    let second = desk.issue("2019H1");
    assert_eq!(second["number"], 2);
    assert_eq!(second["revisions"], serde_json::json!([]), "every print of the first is as it was");
    let typed = ["opened=41", "closed=1234", "--reason", "Fundet"];
    let record = ["record", "--db", &book, "--unit", "BFA", "--month", "2019-03"];
    Desk::done(&[record.as_slice(), &typed].concat());
    let third = desk.issue("2019H1");
    let expected = [["opened", "159", "163"], ["closed", "149", "1.345"]];
    let balance = ["balance_error", "", "mar. 2019 -1.192"];
    let rows = |found: &Value| -> Vec<[String; 3]> {
        let text = |it: &Value| it.as_str().unwrap().to_owned();
        let rows = found.as_array().unwrap().iter();
        rows.map(|row| [&row["key"], &row["old"], &row["new"]].map(text)).collect()
    };
    let expected = [expected[0], expected[1], balance].map(|it| it.map(str::to_owned));
    assert_eq!(rows(&third["revisions"]), expected);
    let editions = ["editions", "--db", &book, "--half", "2019H1", "--committee", "BUU"];
    let diff =
        |more: &[&str]| Desk::done(&[editions.as_slice(), &["--diff", "1", "3"], more].concat());
    assert_eq!(rows(&serde_json::from_slice(&diff(&["--json"])).unwrap()), expected);
    let english = String::from_utf8(diff(&["--lang", "en"])).unwrap();
    assert!(english.contains("Closed: 149 → 1,345\n"), "{english}");
}
