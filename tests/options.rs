//! An option of the command line does something, or is refused in a sentence: never nothing in silence.

#![expect(clippy::unwrap_used, reason = "a test says what went wrong by failing")]

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A book with an edition of 2025H2 that has been corrected since.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        fs::write(desk.path("v.toml"), "FTI = \"Flere henvendelser.\"\n").unwrap();
        desk.done("demo --out bog");
        desk.done(
            "issue --db bog --half 2025H2 --committee SB --meeting 2026-04-16 --case-number 1/26",
        );
        desk.done("record --db bog --unit FTI --month 2025-12 cases=90 --reason Optalt");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, line: &str) -> Output {
        let mut program = Command::new(support::sagstakt());
        program.current_dir(self.folder.path()).args(line.split(' ')).output().unwrap()
    }

    #[track_caller]
    fn done(&self, line: &str) -> Vec<u8> {
        let output = self.run(line);
        let words = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{line}: {words}");
        output.stdout
    }

    /// The bytes of the file that the line writes to `out`; `None` when it was refused in a sentence that
    /// names the option, and nothing was written.
    #[track_caller]
    fn written(&self, line: &str, out: &str, option: &str) -> Option<Vec<u8>> {
        let path = self.path(out);
        drop(fs::remove_file(&path));
        let output = self.run(&format!("{line} --out {out}"));
        let words = String::from_utf8(output.stderr).unwrap();
        if output.status.success() {
            return Some(fs::read(path).unwrap());
        }
        self.refused(line, output.status.code(), &words, option);
        assert!(!path.exists(), "{line} wrote a file");
        None
    }

    #[track_caller]
    fn refused(&self, line: &str, code: Option<i32>, words: &str, option: &str) {
        assert_eq!(code, Some(2), "{line}: {words}");
        assert!(words.contains(option), "{line}: {words}");
        let sentence = words.trim_end().strip_suffix(" (BRUG)").unwrap();
        assert!(sentence.ends_with(['.', '?']) && 25 < sentence.len(), "{line}: {words}");
        assert!(self.path("bog").exists());
    }

    #[track_caller]
    fn is_refused(&self, line: &str, option: &str) {
        let output = self.run(line);
        let words = String::from_utf8(output.stderr).unwrap();
        self.refused(line, output.status.code(), &words, option);
        // At most the same as an object for programs.
        assert!(!String::from_utf8_lossy(&output.stdout).contains("Periode"), "{line} answered");
    }
}

/// Each with a value that is not the one it has when nothing is said.
const OF_OVERVIEW: [&str; 7] = [
    "--unit FTI",
    "--dialect plain",
    "--committee SB",
    "--meeting 2026-10-12",
    "--case-number 22/6043",
    "--assessments v.toml",
    "--order case",
];

#[track_caller]
fn each_option_of_an_overview_counts(profile: &str, formats: &[&str]) {
    let desk = Desk::new();
    for format in formats {
        let line = format!("overview --db bog --half 2025H2 --profile {profile} --format {format}");
        let plain = desk.written(&line, "ud", "").unwrap();
        let mut working = 0;
        for option in OF_OVERVIEW {
            let name = option.split_once(' ').unwrap().0;
            if let Some(bytes) = desk.written(&format!("{line} {option}"), "ud", name) {
                assert!(bytes != plain, "{line} {option} changes nothing");
                working += 1;
            }
        }
        assert!(0 < working || (profile, *format) == ("committee", "json"), "{line}");
    }
}

#[test]
fn each_option_of_the_departments_overview_counts_or_is_refused() {
    each_option_of_an_overview_counts("internal", &["text", "json", "csv", "html", "xlsx"]);
}

#[test]
fn each_option_of_the_committees_overview_counts_or_is_refused() {
    each_option_of_an_overview_counts("committee", &["text", "json", "csv", "html", "docx"]);
}

#[test]
fn an_edition_is_given_as_it_was_and_nothing_is_asked_of_it() {
    let desk = Desk::new();
    let line = "overview --db bog --half 2025H2 --committee SB --edition 1 --format txt";
    assert!(desk.written(&format!("{line} --profile committee"), "ud", "").is_some());
    for option in OF_OVERVIEW.into_iter().chain(["--profile internal", "--year 2025"]) {
        let name = option.split_once(' ').unwrap().0;
        if name != "--committee" {
            assert!(desk.written(&format!("{line} {option}"), "ud", name).is_none(), "{option}");
        }
    }
    for line in [
        "editions --db bog --half 2025H2 --reason Fejl",
        "editions --db bog --half 2025H2 --wait 2",
    ] {
        desk.is_refused(line, line.rsplit(' ').nth(1).unwrap());
    }
    let line = "editions --db bog --half 2025H2 --committee SB --withdraw 1 --reason Fejl";
    desk.is_refused(&format!("{line} --diff 1 1"), "--withdraw");
}

#[test]
fn two_answers_to_one_question_are_refused() {
    let desk = Desk::new();
    desk.is_refused("overview --db bog --half 2025H2 --json --format csv", "--json");
    // With a file the format is the file's, and the facts are told.
    let line = "overview --db bog --half 2025H2 --json --format csv --out ud.csv";
    let told: serde_json::Value = serde_json::from_slice(&desk.done(line)).unwrap();
    let file = fs::read(desk.path("ud.csv")).unwrap();
    assert_eq!(told.get("bytes").unwrap(), file.len());
    assert!(file.starts_with("\u{feff}Periode;".as_bytes()));
    desk.is_refused("export --db bog --out ud --dialect svensk", "svensk");
    desk.done("export --db bog --out tabeller");
    desk.is_refused("import tabeller --db bog --dry-run --sheet Ark1", "--sheet");
    fs::write(desk.path("m.toml"), "unit = \"FH\"\n").unwrap();
    desk.is_refused("import tabeller --db bog --dry-run --mapping m.toml", "--mapping");
    fs::write(desk.path("liste.csv"), "Måned;Sager i alt\n2026-11;31\n").unwrap();
    desk.done("import liste.csv --db bog --dry-run --mapping m.toml");
    desk.is_refused("import liste.csv --db bog --dry-run --mapping m.toml --sheet Ark1", "--sheet");
    desk.is_refused("log --db bog --entry 1 --last 2", "--last");
    desk.is_refused("log --db bog --out log.txt", "--out");
    desk.is_refused("log --db bog --format csv --last 2", "--last");
    desk.is_refused("undo --db bog --entry 1 --to 1", "--to");
    desk.is_refused("undo --db bog --reason Fejl", "--reason");
}

#[test]
fn each_option_of_a_chart_counts_or_is_refused() {
    let desk = Desk::new();
    let kinds = "run xmr bars half-years flow week-bands strip heat panels";
    let mut counted = 0;
    for kind in kinds.split(' ') {
        let unit = if matches!(kind, "strip" | "heat") { "BFA" } else { "FTI" };
        let line = format!("chart --db bog --unit {unit} --kind {kind}");
        let plain = desk.written(&line, "ud.svg", "").unwrap();
        // The first figure that makes a difference: some are what is drawn anyway.
        let figures = ["--figure opened", "--figure started"];
        for options in [&figures[..], &["--from 2026-03"], &["--to 2025-09"], &["--scale 3"]] {
            let name = options.first().unwrap().split_once(' ').unwrap().0;
            let lines = options.iter().map(|it| format!("{line} {it}"));
            let all: Vec<_> = lines.map(|it| desk.written(&it, "ud.svg", name)).collect();
            let differs = all.iter().flatten().any(|it| *it != plain);
            assert!(differs || all.iter().all(Option::is_none), "{line} {options:?}");
            counted += usize::from(differs);
        }
    }
    assert!(20 < counted, "{counted}");
}
