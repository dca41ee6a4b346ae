//! An option of the command line does something, or is refused in a sentence: never nothing in silence.

#![expect(clippy::unwrap_used, reason = "a test says what went wrong by failing")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sagstakt::cli::{Opt, VERBS};

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

/// Held by tests of their own: they count where somebody else has the file, or a window opens.
const ELSEWHERE: [&str; 5] = ["wait", "take-over", "page", "theme", "size"];

const ISSUED: &str = "overview --db bog --half 2025H2 --committee SB --edition 2 --format html";

/// Lines that are carried out whole, and again without each of their options: what comes of it must differ.
const LINES: [&str; 31] = [
    "new ny.sagstakt --empty",
    "import fremmed --db bog --create --dry-run",
    "import liste.csv --db bog --mapping m.toml --keep",
    "import liste.csv --db bog --mapping m.toml --replace --reason Talt",
    "import fremmed --db bog --create",
    "import fremmed --db bog --accept-partial",
    "import ark.xlsx --db bog --mapping m.toml --sheet Ark2",
    "record --db bog --unit BFA --month 2026-09 --caseworker AAK --reason Talt --ack-file ud cases=41",
    "overview --db bog --half 2025H2 --profile committee --format html --committee SB --meeting 2026-10-12 \
     --case-number 22/6043 --assessments v.toml --order case --out ud",
    "overview --db bog --month 2026-09 --unit FTI --format csv --dialect plain",
    "overview --db bog --quarter 2026Q3",
    "overview --db bog --year 2025",
    "overview --db bog --half 2025H2 --committee SB --edition 1 --format txt",
    "issue --db bog --half 2025H2 --committee SB --meeting 2026-10-12 --case-number 22/6043 \
     --assessments v.toml --order case --reason Rettet",
    "editions --db bog --half 2025H2 --committee SB --diff 1 2",
    "editions --db bog --half 2025H2 --committee SB --withdraw 1 --reason Fejl",
    "export --db bog --out tabeller --dialect plain --json",
    "export --db bog --out tabeller --profile committee",
    "log --db bog --entry 2",
    "log --db bog --last 1",
    "log --db bog --format csv --dialect plain --out ud",
    "undo --db bog --entry 5 --reason Fejl",
    "undo --db bog --to 2",
    "redo --db bog",
    "disclose --db bog --caseworker AAK --out ud",
    "disclose --db bog --caseworker AAK --unit FTI",
    "erase --db bog --caseworker AAK --unit FTI",
    "check --db bog --entries-at-least 999",
    "backup --db bog --out kopi",
    "restore --db bog --from gammel",
    "chart --db bog --unit FTI --figure opened --from 2024-01 --to 2025-09 --kind bars --scale 1 --out ud.png",
];

impl Desk {
    /// With the files that the lines name.
    fn with_files() -> Self {
        let desk = Self::new();
        let write = |name: &str, text: &str| fs::write(desk.path(name), text).unwrap();
        write("m.toml", "unit = \"FTI\"\n");
        write("liste.csv", "Måned;Sager i alt\n2025-11;31\n");
        fs::create_dir(desk.path("fremmed")).unwrap();
        write("fremmed/enhedstal.csv", "Måned;Enhed;Sager\n2026-09;NY;12\n");
        let mut workbook = rust_xlsxwriter::Workbook::new();
        for (name, cases) in [("Ark1", 31), ("Ark2", 32)] {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            sheet.write(0, 0, "Måned").unwrap().write(0, 1, "Sager i alt").unwrap();
            sheet.write(1, 0, "2026-11").unwrap().write(1, 1, cases).unwrap();
        }
        workbook.save(desk.path("ark.xlsx")).unwrap();
        desk.done("backup --db bog --out gammel");
        desk.done("record --db bog --unit FTI --month 2025-12 cases=91 --reason Optalt");
        desk
    }

    /// What a line says and writes, and what the book and a new one hold after it; on a copy of everything.
    fn outcome(&self, line: &str) -> Vec<Vec<u8>> {
        let copy = Self { folder: tempfile::tempdir().unwrap() };
        copy_all(self.folder.path(), copy.folder.path());
        let output = copy.run(line);
        let mut found = vec![vec![u8::from(output.status.success())], output.stdout, output.stderr];
        for name in ["ud", "ud.png", "tabeller/sagstal.csv"] {
            found.push(fs::read(copy.path(name)).unwrap_or_default());
        }
        let log = String::from_utf8(copy.run("log --db bog --json").stdout).unwrap();
        let timeless = log.lines().filter(|it| !it.contains("\"at\": "));
        found.push(timeless.collect::<Vec<_>>().join("\n").into_bytes());
        // What is issued and what is made is not in the log.
        match line.split(' ').next() {
            Some("issue") => found.push(copy.run(ISSUED).stdout),
            Some("new") => found.push(copy.run("overview --db ny.sagstakt --year 2025").stdout),
            _ => {}
        }
        found
    }
}

fn copy_all(from: &Path, to: &Path) {
    for item in fs::read_dir(from).unwrap().map(|it| it.unwrap()) {
        let place = to.join(item.file_name());
        if item.path().is_dir() {
            fs::create_dir(&place).unwrap();
            copy_all(&item.path(), &place);
        } else {
            fs::copy(item.path(), place).unwrap();
        }
    }
}

/// A line without an option and its value.
fn without(line: &str, option: &Opt) -> String {
    let name = format!("--{}", option.name);
    let mut words = line.split(' ').filter(|it| !it.is_empty());
    let mut kept = Vec::new();
    while let Some(word) = words.next() {
        if word != name {
            kept.push(word);
        } else if option.value.is_some() {
            words.next();
        }
    }
    kept.join(" ")
}

#[test]
fn every_option_in_the_table_of_verbs_does_something_or_is_refused() {
    let desk = Desk::with_files();
    let mut silent = Vec::new();
    for verb in VERBS {
        let verb_and_space = format!("{} ", verb.name);
        let lines: Vec<_> = LINES.iter().filter(|it| it.starts_with(&verb_and_space)).collect();
        let whole: Vec<_> = lines.iter().map(|it| desk.outcome(it)).collect();
        for option in verb.options.iter().filter(|it| !ELSEWHERE.contains(&it.name)) {
            let mut tried = lines.iter().zip(&whole).filter_map(|(line, whole)| {
                let rest = without(line, option);
                let is_tried = rest.split(' ').count() < line.split_whitespace().count();
                is_tried.then(|| desk.outcome(&rest) != *whole)
            });
            if !tried.any(|it| it) && verb.name != "demo" {
                silent.push(format!("{} --{}", verb.name, option.name));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}
