//! The files that are kept with an edition, and the department's of the same day: after corrections the numbers and
//! their marks are the same in every one of them, and one that differed would be noticed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::forms::{
    csv_numbers, docx_cells, html_cells, json_numbers, of_package, pdf_text, unpacked,
    workbook_numbers,
};
use super::numbers::{counted, danish};
use super::support;

const FORMS: [&str; 6] = ["pdf", "docx", "xlsx", "html", "csv", "json"];

type Files = BTreeMap<&'static str, Vec<u8>>;

struct Desk(tempfile::TempDir);

impl Desk {
    /// A half-year that was issued, corrected and issued again.
    fn new(corrections: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.run("demo --out b");
        let issue =
            "issue --db b --half 2025H2 --committee SB --meeting 2026-04-16 --case-number 1/26";
        desk.run(issue);
        desk.run(&format!("import {corrections} --db b --replace"));
        desk.run(issue);
        desk
    }

    #[track_caller]
    fn run(&self, line: &str) {
        let mut program = Command::new(support::sagstakt());
        let output = program.current_dir(self.0.path()).args(line.split(' ')).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }

    #[track_caller]
    fn written(&self, line: &str) -> Vec<u8> {
        self.run(&format!("overview --db b --half 2025H2 {line} --out ud"));
        std::fs::read(self.0.path().join("ud")).unwrap()
    }

    /// Each as it is given back by itself; JSON lies in the package alone.
    fn edition(&self, number: u32) -> Files {
        let line = |form: &str| format!("--committee SB --edition {number} --format {form}");
        let package = self.written(&line("zip"));
        let file = |form: &'static str| {
            let packed = of_package(&package, form);
            if form != "json" {
                assert!(self.written(&line(form)) == packed, "{form} is another in the package");
            }
            (form, packed)
        };
        FORMS.into_iter().map(file).collect()
    }

    fn department(&self) -> Files {
        let package = self.written("--profile internal --format zip");
        FORMS.into_iter().map(|form| (form, of_package(&package, form))).collect()
    }
}

/// Every cell of the tables in a document's JSON.
fn cells(value: &Value) -> Vec<&Value> {
    match value {
        Value::Object(it) if it.contains_key("shown") => vec![value],
        Value::Object(it) => it.values().flat_map(cells).collect(),
        Value::Array(all) => all.iter().flat_map(cells).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

/// The forms whose numbers are not those of the JSON.
fn differing(files: &Files) -> BTreeSet<&'static str> {
    let json: Value = serde_json::from_slice(&files["json"]).unwrap();
    let numbers = json_numbers(&json);
    let shown: Vec<&str> = cells(&json).iter().map(|it| it["shown"].as_str().unwrap()).collect();
    let printed =
        counted(shown.iter().filter(|it| danish(it).is_some()).map(|it| (*it).to_owned()));
    let own = |cells: Vec<String>| counted(cells.into_iter().filter(|it| danish(it).is_some()));
    let exact = |it: f64| format!("{it:.6}");
    let scaled = numbers
        .iter()
        .map(|(shown, number)| exact(if shown.ends_with('%') { number / 100.0 } else { *number }));
    let mut found = BTreeSet::new();
    let mut say = |form, is_equal: bool| {
        if !is_equal {
            found.insert(form);
        }
    };
    say(
        "json",
        numbers.iter().all(|(shown, number)| {
            let scale = if shown.ends_with('%') { 100.0 } else { 1.0 };
            (danish(shown).unwrap() * scale - number).abs() < 1e-9
        }),
    );
    say("docx", own(docx_cells(&files["docx"])) == printed);
    say("html", own(html_cells(&files["html"])) == printed);
    say("csv", csv_numbers(&files["csv"]) == numbers);
    say(
        "xlsx",
        counted(workbook_numbers(&files["xlsx"]).into_iter().map(exact)) == counted(scaled),
    );
    if let Some(text) = pdf_text(&files["pdf"]) {
        let words = counted(text.split_whitespace().map(|it| it.trim_end_matches(['f', 'r'])));
        let wanted = counted(numbers.iter().map(|it| it.0.trim_end_matches(" %")));
        say("pdf", wanted.iter().all(|(it, count)| words.get(it).is_some_and(|had| count <= had)));
    }
    found
}

/// How many numbers are marked as corrected, in the forms where a mark is a thing of its own.
fn marked(files: &Files) -> BTreeMap<&'static str, usize> {
    let json: Value = serde_json::from_slice(&files["json"]).unwrap();
    let is_marked = |it: &&Value| it["mark"].as_str().is_some_and(|it| it.contains('r'));
    let csv = files["csv"].strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv);
    let rows = reader.records().map(|it| it.unwrap()).filter(|it| it[6].contains('r')).count();
    let html = String::from_utf8(files["html"].clone()).unwrap();
    let docx = unpacked(&files["docx"], "word/document.xml");
    let raised = docx.split("<w:vertAlign").skip(1);
    let raised = raised.filter(|it| it.split_once("</w:r>").unwrap().0.contains("r</w:t>"));
    BTreeMap::from([
        ("json", cells(&json).iter().filter(|it| is_marked(it)).count()),
        ("csv", rows),
        ("html", html.matches("<sup>r</sup>").count()),
        ("docx", raised.count()),
    ])
}

fn desk() -> (Desk, PathBuf) {
    let corrections = support::shared("data/corrections/rettelser.csv");
    let corrections = std::path::absolute(corrections).unwrap();
    let truth = support::shared("data/truth/revisions/after-correction.json");
    (Desk::new(&corrections.display().to_string()), truth)
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_kept_files_of_a_corrected_edition_hold_the_same_numbers_and_marks() {
    let (desk, truth) = desk();
    let [first, second] = [1, 2].map(|it| desk.edition(it));
    for (files, whose) in
        [(&first, "edition 1"), (&second, "edition 2"), (&desk.department(), "the department")]
    {
        assert_eq!(differing(files), BTreeSet::new(), "{whose}");
    }

    // What the truth says has changed stands in each of them.
    let truth: Value = serde_json::from_slice(&std::fs::read(truth).unwrap()).unwrap();
    let changed: Vec<&Value> = truth
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["half_year"] == "2025H2" && it["printed_differs"] == true)
        .collect();
    let json: Value = serde_json::from_slice(&second["json"]).unwrap();
    for it in &changed {
        let new = it["new"]["shown"].as_str().unwrap();
        let holds = |cell: &&Value| {
            cell["shown"] == new && cell["mark"].as_str().is_some_and(|it| it.contains('r'))
        };
        assert!(cells(&json).iter().any(holds), "{new} is not marked");
    }
    let marks = marked(&second);
    println!("{} figures changed, marked {marks:?}", changed.len());
    assert!(changed.len() <= marks["json"]);
    assert!(marks.values().all(|it| *it == marks["json"]), "{marks:?}");
    assert!(marked(&first).values().all(|it| *it == 0));

    // A form that has stayed behind is noticed, and so is a single number.
    for form in FORMS.into_iter().filter(|it| *it != "json") {
        let mut files = second.clone();
        files.insert(form, first[form].clone());
        assert_eq!(differing(&files), BTreeSet::from([form]), "{form} of the first edition");
    }
    for (form, old, new) in [("html", "number\">460", "number\">461"), ("csv", ";460", ";461")] {
        let text = String::from_utf8(second[form].clone()).unwrap();
        let mut files = second.clone();
        files.insert(form, text.replacen(old, new, 1).into_bytes());
        assert_eq!(differing(&files), BTreeSet::from([form]), "{form} with one number changed");
    }
}
