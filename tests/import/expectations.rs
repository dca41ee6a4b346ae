//! Every row of the list of expected verdicts, through the program: exit code, counts, places and reasons.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;

use super::support::shared;

struct Run {
    exit: i32,
    json: Json,
    words: String,
    /// Most memory the process held, in bytes; 0 where the system does not tell.
    peak: u64,
}

/// Runs the program and looks at its memory while it runs.
fn run(arguments: &[&str]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sagstakt"))
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let watching = std::thread::Builder::new().name("memory".to_owned());
    let watched = watching.spawn(move || {
        while let Ok(text) = std::fs::read_to_string(&status) {
            let line = text.lines().find_map(|it| it.strip_prefix("VmHWM:"));
            let Some(line) = line else { break };
            let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().unwrap();
            peak = peak.max(kilobytes * 1024);
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        peak
    });
    let watched = watched.unwrap();
    let Output { stdout, stderr, status } = {
        let mut out = Vec::new();
        std::io::Read::read_to_end(child.stdout.as_mut().unwrap(), &mut out).unwrap();
        let mut error = Vec::new();
        std::io::Read::read_to_end(child.stderr.as_mut().unwrap(), &mut error).unwrap();
        Output { status: child.wait().unwrap(), stdout: out, stderr: error }
    };
    Run {
        exit: status.code().unwrap(),
        json: serde_json::from_slice(&stdout).unwrap_or(Json::Null),
        words: String::from_utf8(stderr).unwrap(),
        peak: watched.join().unwrap(),
    }
}

/// The sums over all files: new, refused, skipped, and the first refusal's line, column and reason.
fn told(json: &Json) -> (u64, u64, u64, String) {
    // With a refusal the verdict stands in the error.
    let root = if json["files"].is_array() { json } else { &json["error"] };
    let files = root["files"].as_array().cloned().unwrap_or_default();
    let sum = |key: &str| files.iter().map(|it| it[key].as_u64().unwrap()).sum();
    let first = files.iter().flat_map(|it| it["refusals"].as_array().unwrap()).next().map(|it| {
        let text = |key: &str| it[key].as_str().unwrap_or("-").to_owned();
        let line = it["line"].as_u64().map_or_else(|| "-".to_owned(), |it| it.to_string());
        assert!(!text("message").is_empty());
        format!("{line} {} {}", text("column"), text("reason"))
    });
    (sum("new"), sum("refused"), sum("skipped"), first.unwrap_or_default())
}

/// What the words of a row mean for a file, beyond being refused or read: the first refusal's line, column and reason.
const PLACES: &[(&str, &str)] = &[
    ("da_cp865_dos.csv", "1 - encoding"),
    ("da_macroman.csv", "1 - encoding"),
    ("da_comma_sep_decimal_comma_bare.csv", "2 - field_count"),
    ("da_unclosed_quote.csv", "2 - unclosed_quote"),
    ("da_nul_bytes.csv", "2 - nul_byte"),
    ("da_minus_u2212.csv", "2 Sager negative"),
    ("da_mixed_encodings.csv", "3 - encoding"),
    ("bad_month13.csv", "2 M\u{e5}ned not_a_month"),
    ("bad_month00.csv", "2 M\u{e5}ned not_a_month"),
    ("bad_year20255.csv", "2 M\u{e5}ned not_a_month"),
    ("bad_year1899.csv", "2 M\u{e5}ned not_a_month"),
    ("bad_date_dmy.csv", "2 M\u{e5}ned not_a_month"),
    ("bad_excel_mangled.csv", "2 M\u{e5}ned not_a_month"),
    ("bad_excel_serial.csv", "2 M\u{e5}ned not_a_month"),
    ("bad_neg.csv", "2 Sager negative"),
    ("bad_nan.csv", "2 Sager not_a_number"),
    ("bad_inf.csv", "2 Ventetid (dage) not_a_number"),
    ("bad_e308.csv", "2 Sager not_a_number"),
    ("bad_frac_count.csv", "2 Sager not_whole"),
    ("bad_int20.csv", "2 Sager too_many_digits"),
    ("bad_hex.csv", "2 Sager not_a_number"),
    ("bad_arabic_digits.csv", "2 Sager not_a_number"),
    ("bad_err.csv", "2 Sager not_a_number"),
    ("empty.csv", "- - empty"),
    ("one_byte.csv", "- - unknown_table"),
    ("pdf_named.csv", "- - not_a_table"),
    ("sparse_XFD1048576.xlsx", "- - far_cell"),
    ("formula_no_cache.xlsx", "2 Sager unsaved_formula"),
    ("error_cell.xlsx", "2 Sager error_cell"),
    ("zipbomb.xlsx", "- - inflates"),
    ("notzip.xlsx", "- - damaged"),
    ("xxe.xlsx", "- - entities"),
    ("billion_laughs.xlsx", "- - entities"),
    ("html_named.xls", "- - web_page"),
    ("truncated.xlsx", "- - damaged"),
];

#[track_caller]
fn check_import(name: &str, expected: &str, path: &Path, book: &str) {
    let before = std::fs::read(book).unwrap();
    let path = path.to_str().unwrap();
    let run = run(&["import", path, "--dry-run", "--create", "--json", "--db", book]);
    assert_eq!(std::fs::read(book).unwrap(), before, "{name} changed the book");
    assert!(run.peak < 200_000_000, "{name}: {} bytes", run.peak);
    let (new, refused, skipped, first) = told(&run.json);
    let is_fine = |rows: u64| {
        assert_eq!((run.exit, new, refused), (0, rows, 0), "{name}: {first} {}", run.words);
    };
    let kinds: BTreeMap<&str, u64> =
        [("ok 3", 3), ("ok 1", 1), ("warn", 3), ("stored as text", 9)].into();
    if let Some((_, rows)) = kinds.iter().find(|it| expected.starts_with(it.0)) {
        return is_fine(*rows);
    }
    match name {
        // Blank is missing: nothing to store, and nothing wrong.
        "bad_blank.csv" | "header_only.csv" => is_fine(0),
        "da_total_row.csv" | "dup_rows.csv" => {
            is_fine(3);
            assert_eq!(skipped, 1, "{name}");
        }
        "dup_conflict.csv" => assert_eq!((run.exit, refused), (3, 2), "{name}"),
        "unicode_names.csv" => assert!(run.exit == 3 && 4 <= refused, "{name}: {refused}"),
        "zip_path_traversal.xlsx" => {
            assert!(run.exit == 0 || run.exit == 3, "{name}");
            for outside in ["/tmp/PWNED_by_xlsx", "/tmp/PWNED_abs"] {
                assert!(!Path::new(outside).exists(), "{outside}");
            }
        }
        // A number without a date's form is no month: that is asked about.
        "ok_small.xlsx" => assert!(run.exit == 0 && new == 1 || run.exit == 3, "{name}: {first}"),
        _ => {
            assert!(
                expected.contains("refuse") || expected.starts_with("ask"),
                "{name}: {expected}"
            );
            assert_eq!((run.exit, new.min(1) & u64::from(refused == 0)), (3, 0), "{name}");
            assert!(0 < refused && run.words.contains("IMPORT-AFVIST"), "{name}: {}", run.words);
        }
    }
    if let Some((_, place)) = PLACES.iter().find(|it| it.0 == name) {
        assert_eq!(first, *place, "{name}");
    }
}

/// A database that is not a book is refused with exit 5, and its bytes stay.
fn check_database(name: &str, path: &Path, folder: &Path) {
    let copy: PathBuf = folder.join(name);
    std::fs::copy(path, &copy).unwrap();
    let before = std::fs::read(&copy).unwrap();
    let run = run(&["overview", "--half", "2026H1", "--json", "--db", copy.to_str().unwrap()]);
    assert_eq!(run.exit, 5, "{name}: {}", run.words);
    assert!(!run.words.trim().is_empty(), "{name}");
    assert_eq!(std::fs::read(&copy).unwrap(), before, "{name}");
    let names: Vec<_> = folder.read_dir().unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(!names.iter().any(|it| it.to_string_lossy().contains("journal")), "{names:?}");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn every_row_of_the_list_is_as_expected_through_the_program() {
    let folder = shared("corpora/generated");
    let list = std::fs::read_to_string(folder.join("EXPECT.tsv")).unwrap();
    let desk = tempfile::tempdir().unwrap();
    let book = desk.path().join("tom.sagstakt").display().to_string();
    assert_eq!(run(&["new", "--empty", &book]).exit, 0);
    let mut count = 0;
    for line in list.lines().skip(1) {
        let (name, expected) = line.split_once('\t').unwrap();
        let path = folder.join(name);
        if Path::new(name).extension().is_some_and(|it| it == "db") {
            let own = desk.path().join("db");
            std::fs::create_dir_all(&own).unwrap();
            check_database(name, &path, &own);
        } else {
            check_import(name, expected, &path, &book);
        }
        count += 1;
    }
    assert_eq!(count, 64);
}
