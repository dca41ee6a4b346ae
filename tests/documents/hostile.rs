//! Hostile words typed into a book, and read back from every file that the program writes of it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use resvg::usvg::roxmltree::Document;
use sagstakt::book::{Book, Circumstances, SharedCommand, clock};
use sagstakt::domain::{SettingKey, Source};

use super::forms::{
    csv_texts, docx_text, html_text, json_texts, of_package, pdf_words, workbook_texts,
};
use super::support;

/// Markup of every file we write, formulas, what a reader of text may stumble on.
const WORDS: [&str; 34] = [
    "#panic()",
    "*x*",
    "$x$",
    "]",
    "\\",
    "@ref",
    "<label>",
    "// linje",
    "/* note */",
    "#[",
    "_u_ ~ -- ...",
    "#eval(\"1\")",
    "= Overskrift",
    "- punkt",
    "+ nummer",
    "<b>fed</b>",
    "&amp; &#x41; &lt;",
    "]]>",
    "<!-- -->",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "=1+1",
    "@SUM(1)",
    "+1",
    "-1",
    "'=1",
    "''",
    "=cmd|' /C calc'!A0",
    "a;b,c\"d",
    "{\"a\": 1}",
    "%PDF-1.7 %s %n",
    "\\u0041 \\n",
    "🙂 漢字 אב",
    "\u{e9}\u{301}\u{301} \u{301}",
];
/// Names of units, the committee and the municipality; the last one is a single word without end.
const NAMES: [&str; 6] = [
    "#panic() *x* $x$ ] \\ @ref <label> // /* <b>fed</b> &amp; ]]>",
    "=1+1;\"x\",'y' <script>alert(1)</script> #[ {1} %s",
    "OOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOO",
    "@SUM(1) ]]> &lt; <!-- udvalg",
    "+kommune <i>x</i> $y$ #z",
    "-1 <a href=x> & 'k' [x]",
];
const CASE: &str = "=22/6043;*x*<b>&#[";

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, line: &[&str]) -> (Option<i32>, String) {
        let output =
            Command::new(support::sagstakt()).current_dir(self.folder.path()).args(line).output();
        let output = output.unwrap();
        let words = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(words).unwrap())
    }

    #[track_caller]
    fn done(&self, line: &[&str]) -> String {
        let (code, words) = self.run(line);
        assert_eq!(code, Some(0), "{line:?}: {words}");
        words
    }

    #[track_caller]
    fn file(&self, line: &[&str], name: &str) -> Vec<u8> {
        self.done(&[line, &["--out", name]].concat());
        fs::read(self.path(name)).unwrap()
    }

    /// Rows of a table of ours, as a person would write them in a spreadsheet.
    fn write(&self, name: &str, rows: &[Vec<String>]) {
        let mut out = csv::WriterBuilder::new().delimiter(b';').from_path(self.path(name)).unwrap();
        for row in rows {
            let guarded = row.iter().map(|it| {
                let live = it.trim_start_matches('\'').starts_with(['=', '+', '-', '@']);
                if live { format!("'{it}") } else { it.clone() }
            });
            out.write_record(guarded.collect::<Vec<_>>()).unwrap();
        }
        out.flush().unwrap();
    }

    fn titled(&self, titles: &[String]) {
        let mut rows = vec![["Dato", "Enhed", "Titel", "Databrud"].map(str::to_owned).to_vec()];
        for (place, title) in titles.iter().enumerate() {
            let (month, day) = (7 + place / 28, 1 + place % 28);
            let date = format!("2025-{month:02}-{day:02}");
            rows.push(vec![date, String::new(), title.clone(), "Nej".to_owned()]);
        }
        self.write("haendelser.csv", &rows);
    }

    /// A book in which everything that can be called something is called something hostile.
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.done(&["demo", "--out", "b.sagstakt"]);
        let units = ["BFA", "FH", "FTI"].iter().zip(NAMES).map(|(code, name)| {
            let (by, list) = if *code == "BFA" { ("Ja", "Nej") } else { ("Nej", "Ja") };
            let counted = if *code == "BFA" { "barn" } else { "familie" };
            let from = if *code == "FTI" { "2015-01" } else { "2010-01" };
            [*code, name, counted, by, list, from, ""].map(str::to_owned).to_vec()
        });
        let heads =
            ["Kode", "Navn", "Tælleenhed", "Rådgivere", "Venteliste", "Gyldig fra", "Gyldig til"];
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        rows.extend(units);
        desk.write("enheder.csv", &rows);
        let heads = ["Kode", "Navn", "Gyldig fra", "Gyldig til"].map(str::to_owned).to_vec();
        let row = ["SB", NAMES[3], "2026-01-01", ""].map(str::to_owned).to_vec();
        desk.write("udvalg.csv", &[heads, row]);
        let mut titles: Vec<String> = WORDS.map(str::to_owned).to_vec();
        titles.push("W".repeat(2000));
        desk.titled(&titles);
        let files = ["enheder.csv", "udvalg.csv", "haendelser.csv"];
        desk.done(&[&["import"], &files[..], &["--db", "b.sagstakt", "--replace"]].concat());
        let assessments =
            [("BFA", "M".repeat(2000)), ("FH", WORDS.join("\n")), ("FTI", NAMES[5].to_owned())];
        let quoted = assessments.map(|(code, it)| format!("{code} = {}\n", toml_string(&it)));
        fs::write(desk.path("v.toml"), quoted.concat()).unwrap();
        let mut book = Book::open(&desk.path("b.sagstakt")).unwrap();
        let municipality =
            SharedCommand::SetSettings(vec![(SettingKey::Municipality, Some(NAMES[4].to_owned()))]);
        let author = clock::author(Source::CommandLine);
        book.run(sagstakt::book::Command::Shared(municipality), &author, Circumstances::default())
            .unwrap();
        desk
    }
}

fn toml_string(text: &str) -> String {
    let text = serde_json::to_string(text).unwrap();
    text.chars()
        .map(|it| if it.is_control() { format!("\\u{:04x}", u32::from(it)) } else { it.into() })
        .collect()
}

/// Without what laying out puts in or takes away.
fn packed(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

#[track_caller]
fn holds(what: &str, texts: &[String], wanted: &[String]) {
    let all = packed(&texts.join("\n"));
    let missing: Vec<_> = wanted.iter().filter(|it| !all.contains(&packed(it))).collect();
    assert!(missing.is_empty(), "{what}: {missing:?}");
}

/// What stands in tables: titles of events and names of units.
fn in_tables() -> Vec<String> {
    let mut wanted: Vec<String> = WORDS.map(str::to_owned).to_vec();
    wanted.push("W".repeat(2000));
    wanted.extend(NAMES.iter().take(3).map(|it| (*it).to_owned()));
    wanted
}

fn everything() -> Vec<String> {
    let mut wanted = in_tables();
    wanted.extend(NAMES.iter().skip(3).map(|it| (*it).to_owned()));
    wanted.extend(["M".repeat(2000), WORDS.join("\n"), CASE.to_owned()]);
    wanted
}

/// Every form of one document, as files.
#[track_caller]
fn all_forms_hold(files: &dyn Fn(&str) -> Vec<u8>) {
    let wanted = everything();
    holds("DOCX", &[docx_text(&files("docx"))], &wanted);
    holds("XLSX", &workbook_texts(&files("xlsx")), &wanted);
    holds("text", &[String::from_utf8(files("txt")).unwrap()], &wanted);
    holds("CSV", &csv_texts(&files("csv")), &in_tables());
    let text = of_package(&files("zip"), "json");
    holds("JSON", &json_texts(&text), &wanted);
    let html = String::from_utf8(files("html")).unwrap();
    holds("HTML", &[html_text(&html)], &wanted);
    for markup in ["<script", "<img", "<b>fed", "<i>x", "<a href"] {
        assert!(!html.contains(markup), "{markup} in the HTML");
    }
    let pdf = files("pdf");
    let Some(text) = pdf_words(&pdf) else { return };
    // Poppler turns text of other scripts around, and puts accents before or after their letter.
    let plain = wanted.iter().filter(|it| it.is_ascii() && it.len() < 1000);
    // The longest go over the foot of a page.
    assert!(2000 <= text.matches('W').count() && 2000 <= text.matches('M').count());
    holds("PDF", &[text], &plain.cloned().collect::<Vec<_>>());
    inside_the_margins(&pdf);
}

/// No word lies outside the margins of its page, and none over another.
#[track_caller]
fn inside_the_margins(pdf: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("o.pdf");
    fs::write(&path, pdf).unwrap();
    let found = Command::new("pdftotext").arg("-bbox").arg(&path).arg("-").output().unwrap();
    let text = String::from_utf8(found.stdout).unwrap();
    let mut count = 0;
    for page in text.split("<page ").skip(1) {
        let right = number(page, "width") - 34.0;
        let words: Vec<[f64; 4]> = page
            .split("<word ")
            .skip(1)
            .map(|it| ["xMin", "yMin", "xMax", "yMax"].map(|name| number(it, name)))
            .collect();
        for word in page.split("<word ").skip(1) {
            let sides = [number(word, "xMin"), number(word, "xMax")];
            assert!(42.0 < sides[0] && sides[1] < right, "{word}");
            count += 1;
        }
        for (place, one) in words.iter().enumerate() {
            for other in words.iter().skip(place + 1) {
                let across = one[2].min(other[2]) - one[0].max(other[0]);
                let down = one[3].min(other[3]) - one[1].max(other[1]);
                assert!(across < 2.0 || down < 5.0, "{one:?} lies over {other:?}: {page}");
            }
        }
    }
    assert!(500 < count, "{count}");
}

fn number(text: &str, name: &str) -> f64 {
    let rest = text.split_once(&format!("{name}=\"")).unwrap().1;
    rest.split_once('"').unwrap().0.parse().unwrap()
}

#[test]
fn what_is_typed_is_the_same_words_in_every_form_of_both_profiles() {
    let desk = Desk::new();
    let typed = ["--committee", "SB", "--case-number", CASE, "--assessments", "v.toml"];
    let common = [&["--db", "b.sagstakt", "--half", "2025H2"], &typed[..]].concat();
    desk.done(&[&["issue"], &common[..], &["--meeting", "2026-04-16"]].concat());
    all_forms_hold(&|form| {
        let line = "overview --db b.sagstakt --half 2025H2 --committee SB --edition 1 --format";
        desk.file(&line.split(' ').chain([form]).collect::<Vec<_>>(), "u")
    });
    let internal = [&["overview"], &common[..], &["--order", "case", "--format"]].concat();
    all_forms_hold(&|form| {
        // Text and CSV of the department are the figures alone: those of the package are the document's.
        if matches!(form, "txt" | "csv") {
            return of_package(&desk.file(&[&internal[..], &["zip"]].concat(), "z"), form);
        }
        desk.file(&[&internal[..], &[form]].concat(), "u")
    });
}

#[test]
fn charts_tables_and_the_log_hold_the_same_words() {
    let desk = Desk::new();
    for (unit, name) in ["BFA", "FH", "FTI"].into_iter().zip(NAMES) {
        let line = ["chart", "--db", "b.sagstakt", "--unit", unit];
        let svg = String::from_utf8(desk.file(&line, "c.svg")).unwrap();
        let drawn = Document::parse(&svg).unwrap();
        let texts = drawn.descendants().filter_map(|it| it.text().map(str::to_owned));
        holds("SVG", &texts.collect::<Vec<_>>(), &[name.to_owned()]);
        assert!(desk.file(&line, "c.png").starts_with(b"\x89PNG"));
    }
    let figures = desk.done(&["overview", "--db", "b.sagstakt", "--half", "2025H2"]);
    let names = NAMES.map(str::to_owned);
    holds("the terminal", &[figures], names.get(..3).unwrap());
    let log = desk.file(&["log", "--db", "b.sagstakt", "--format", "csv"], "log.csv");
    holds("the log", &csv_texts(&log), &in_tables());
    // Tables lead to an equal book.
    desk.done(&["export", "--db", "b.sagstakt", "--out", "ud"]);
    desk.done(&["new", "--empty", "ny.sagstakt"]);
    desk.done(&["import", "ud", "--db", "ny.sagstakt"]);
    desk.done(&["export", "--db", "ny.sagstakt", "--out", "ud2"]);
    for table in ["enheder.csv", "haendelser.csv", "udvalg.csv"] {
        let [one, two] = ["ud", "ud2"].map(|it| fs::read(desk.path(it).join(table)).unwrap());
        assert!(one == two, "{table}");
        let texts = csv_texts(&one);
        let is_there = |it: &str| texts.iter().any(|text| text == it || *text == format!("'{it}"));
        assert!(table != "haendelser.csv" || WORDS.iter().all(|it| is_there(it)), "{table}");
    }
}

/// Controls, marks that turn text around, characters without width, and more than there is room for.
#[test]
fn what_may_not_be_typed_is_refused_in_a_sentence() {
    let desk = Desk { folder: tempfile::tempdir().unwrap() };
    desk.done(&["demo", "--out", "b.sagstakt"]);
    let hidden = [
        "\u{1}",
        "\u{7}",
        "\u{8}",
        "\u{1b}[31m",
        "\u{7f}",
        "\u{85}",
        "\u{200b}",
        "\u{200d}",
        "\u{202e}",
        "\u{2066}",
        "\u{feff}x",
        "\u{fffe}",
    ];
    let mut refused: Vec<(String, &str)> =
        hidden.iter().map(|it| (format!("a{it}b"), "skjult tegn")).collect();
    refused.push(("x".repeat(10_000), "for lang"));
    let before = desk.done(&["log", "--db", "b.sagstakt"]);
    for (text, why) in &refused {
        let overview = [
            "overview",
            "--db",
            "b.sagstakt",
            "--half",
            "2025H2",
            "--format",
            "html",
            "--out",
            "u",
        ];
        let (code, words) = desk.run(&[&overview[..], &["--case-number", text]].concat());
        assert!(code == Some(2) && words.contains(why), "{text:?}: {words}");
        fs::write(desk.path("v.toml"), format!("FTI = {}\n", toml_string(text))).unwrap();
        let (code, words) = desk.run(&[&overview[..], &["--assessments", "v.toml"]].concat());
        assert!(code == Some(2) && words.contains(why), "{text:?}: {words}");
        desk.titled(std::slice::from_ref(text));
        let (code, words) =
            desk.run(&["import", "haendelser.csv", "--db", "b.sagstakt", "--replace"]);
        assert!(code == Some(3) && words.contains(why), "{text:?}: {words}");
        assert!(!desk.path("u").exists());
    }
    assert_eq!(desk.done(&["log", "--db", "b.sagstakt"]), before);
}
