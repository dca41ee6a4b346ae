//! An attack on random books: everything printed, two editions before and after corrections and the next
//! half-year's, read together. `SAGSTAKT_BOOKS=1000 cargo test --release --test attack` is the long form.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by failing"
)]

mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use sagstakt::domain::{
    Change, ChangeBlock, CommitteeId, Day, EditionId, EntryId, HalfYear, Month, Snapshot, UnitId,
};
use sagstakt::measure::Key;
use sagstakt::measure::suppression::{Cell, Table, What};
use sagstakt::report::prints::{Prints, Profile};
use sagstakt::report::{
    Author, CellNames, Document, Issuing, Past, Request, cell_names, committee_json,
    edition_record, half_year_document, tie_json,
};
use sagstakt::text::Display;

/// The same books every time.
struct Dice(u64);

impl Dice {
    /// From 0 to one less than `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Books that are attacked without their protection as well.
const SPOILED: u64 = 2;
const TYPED: &str = "TYP";
const STAFFED: &str = "BFA";
const FIRST: &str = "2024-01";
const MONTHS: i32 = 24;

/// One who was put on a list, waits, and starts or gives up.
fn episodes(dice: &mut Dice, unit: &str, out: &mut String) {
    let months = Month::parse_iso(FIRST).unwrap();
    let busy = 1 + dice.roll(4);
    let mut number = 0;
    for month in months.through(months.plus(MONTHS - 1)) {
        for _ in 0..dice.roll(busy + 1) {
            number += 1;
            let approved = month.first_day().number() + i32::try_from(dice.roll(28)).unwrap();
            let ended = approved + i32::try_from(dice.roll(240)).unwrap();
            let last = months.plus(MONTHS - 1).last_day().number();
            let ended = Day::from_number(ended).filter(|_| ended <= last);
            let ended = ended.map_or_else(String::new, |it| it.to_string());
            let gave_up = dice.roll(7) == 0;
            let (started, withdrawn) =
                if gave_up { (String::new(), ended) } else { (ended, String::new()) };
            let approved = Day::from_number(approved).unwrap();
            writeln!(out, "{unit};{unit}{number:04};Samtaler;{approved};{started};{withdrawn}")
                .unwrap();
        }
    }
}

/// Cases that come and go, in agreement with each other.
fn figures(dice: &mut Dice, unit: &str, out: &mut String) {
    let first = Month::parse_iso(FIRST).unwrap();
    let mut cases = dice.roll(14);
    for month in first.through(first.plus(MONTHS - 1)) {
        let opened = dice.roll(4);
        let closed = dice.roll(4).min(cases + opened);
        cases = cases + opened - closed;
        writeln!(out, "{month};{unit};{cases};;{opened};{closed};0;;;;;;").unwrap();
    }
}

fn written(folder: &Path, name: &str, rows: &str) {
    std::fs::write(folder.join(name), format!("\u{feff}{}", rows.replace('\n', "\r\n"))).unwrap();
}

/// Weeks from and to, unless open, of the bands that are typed.
const EDGES: [(i64, Option<i64>); 6] =
    [(0, Some(2)), (2, Some(4)), (4, Some(8)), (8, Some(13)), (13, Some(26)), (26, None)];

/// A unit whose waits are typed as week bands, with figures that agree with them.
fn typed_waits(dice: &mut Dice, unit: &str, months: std::ops::Range<i32>, out: &mut Typed) {
    let first = Month::parse_iso(FIRST).unwrap();
    let mut cases = dice.roll(14);
    for month in months.map(|it| first.plus(it)) {
        let mut kinds = Vec::new();
        for (kind, most) in [("påbegyndte", 2), ("ventende", 3)] {
            let counts = EDGES.map(|_| dice.roll(most + 1));
            for ((from, to), count) in EDGES.iter().zip(&counts) {
                let to = to.map_or_else(String::new, |it| it.to_string());
                writeln!(out.bands, "{month};{unit};{kind};{from};{to};{count}").unwrap();
            }
            let middle = |it: &(i64, Option<i64>)| (it.0 + it.1.unwrap_or(it.0 + 6)) * 7 / 2;
            let days = EDGES.iter().zip(&counts).map(|it| middle(it.0) * it.1.cast_signed());
            let count: u64 = counts.iter().sum();
            let days: i64 = days.sum();
            let mean = days.checked_div(count.cast_signed());
            kinds.push((count, mean.map_or_else(String::new, |it| it.to_string())));
        }
        let [(started, mean), (waiting, so_far)] = kinds.try_into().unwrap();
        let (opened, closed) = (dice.roll(4), dice.roll(4).min(cases));
        cases = cases + opened - closed;
        let gone = dice.roll(2);
        writeln!(
            out.figures,
            "{month};{unit};{cases};;{opened};{closed};0;{waiting};{started};{gone};{mean};{so_far};"
        )
        .unwrap();
    }
}

/// Rows of typed figures and of bands.
#[derive(Default)]
struct Typed {
    figures: String,
    bands: String,
}

/// A unit with caseworkers, few of them and with few cases.
fn staff(dice: &mut Dice, unit: &str, folder: &Path, figures: &mut String) {
    let first = Month::parse_iso(FIRST).unwrap();
    let mut people = "Enhed;Initialer;Navn;Sagsbærende;Gyldig fra;Gyldig til\n".to_owned();
    let mut hours = "Enhed;Rådgiver;Fra måned;Timer pr. uge;Vægt\n".to_owned();
    let mut counts = "Måned;Enhed;Rådgiver;Sager;Enkle;Komplekse;Meget komplekse\n".to_owned();
    let initials: Vec<String> = (0..2 + dice.roll(5)).map(|it| format!("AA{it}")).collect();
    let most = [3, 8, 30][usize::try_from(dice.roll(3)).unwrap()];
    for one in &initials {
        writeln!(people, "{unit};{one};;Ja;2020-01;").unwrap();
        writeln!(hours, "{unit};{one};2020-01;{};1,0", 20 + dice.roll(18)).unwrap();
    }
    for month in first.through(first.plus(MONTHS - 1)) {
        for one in &initials {
            writeln!(counts, "{month};{unit};{one};{};;;", dice.roll(most)).unwrap();
        }
        let (loose, opened, closed) = (dice.roll(3), dice.roll(5), dice.roll(5));
        writeln!(figures, "{month};{unit};;{loose};{opened};{closed};0;;;;;;").unwrap();
    }
    written(folder, "raadgivere.csv", &people);
    written(folder, "ansaettelser.csv", &hours);
    written(folder, "sagstal.csv", &counts);
}

const BANDS: &str = "Måned;Enhed;Opgørelse;Fra uge;Til uge;Antal\n";
const FIGURES: &str = "Måned;Enhed;Sager;Ufordelte;Tilgang;Afgang;Nettoflytning;Ventende;Påbegyndte;Frafald;Ventetid påbegyndte (dage);Ventet indtil nu (dage);Længste ventetid (dage)\n";
const LIST: &str = "Enhed;Løbenr;Indsats;Visiteret;Påbegyndt;Frafald\n";

fn book(dice: &mut Dice, folder: &Path) -> Snapshot {
    let units: &[&str] = if dice.roll(2) == 0 { &["FH", "FTI"] } else { &["FH", "FTI", "UNG"] };
    let mut own = "Kode;Navn;Tælleenhed;Rådgivere;Venteliste;Gyldig fra;Gyldig til\n".to_owned();
    let (mut all, mut list) = (FIGURES.to_owned(), LIST.to_owned());
    for unit in units {
        writeln!(own, "{unit};{unit};familie;Nej;Ja;2010-01;").unwrap();
        figures(dice, unit, &mut all);
        episodes(dice, unit, &mut list);
    }
    // Two of three books have a unit whose waits are typed, half of them one with caseworkers.
    if dice.roll(3) != 0 {
        writeln!(own, "{TYPED};{TYPED};familie;Nej;Ja;2010-01;").unwrap();
        let mut typed = Typed::default();
        typed_waits(dice, TYPED, 0..MONTHS, &mut typed);
        all.push_str(&typed.figures);
        written(folder, "ventebaand.csv", &(BANDS.to_owned() + &typed.bands));
    }
    if dice.roll(2) == 0 {
        writeln!(own, "{STAFFED};{STAFFED};barn;Ja;Nej;2010-01;").unwrap();
        staff(dice, STAFFED, folder, &mut all);
    }
    written(folder, "enheder.csv", &own);
    written(folder, "enhedstal.csv", &all);
    written(folder, "venteliste.csv", &list);
    let target = "Måltal;Enhed;Nedre;Øvre;Måleenhed;Gyldig fra;Kilde\nVentetid;;;8;uger;2020-01-01;Mål\nSager pr. rådgiver;;3;6;sager pr. årsværk;2020-01-01;Norm\n";
    written(folder, "maaltal.csv", target);
    support::load(folder)
}

/// Figures and places that were found to be wrong after an edition was handed out.
fn corrected(dice: &mut Dice, snapshot: &mut Snapshot, folder: &Path) {
    let mut all = FIGURES.to_owned();
    let month = Month::parse_iso("2025-01").unwrap().plus(i32::try_from(dice.roll(6)).unwrap());
    for unit in ["FH", "FTI"] {
        let (cases, opened, closed) = (dice.roll(14), dice.roll(6), dice.roll(6));
        writeln!(all, "{month};{unit};{cases};;{opened};{closed};0;;;;;;").unwrap();
    }
    let mut list = LIST.to_owned();
    for number in 0..=dice.roll(2) {
        writeln!(list, "FTI;R{number:04};Samtaler;{};;", month.first_day()).unwrap();
    }
    let mut names = vec!["enhedstal.csv", "venteliste.csv"];
    if snapshot.unit_by_code(TYPED).is_some() {
        let mut typed = Typed::default();
        let month = 12 + i32::try_from(dice.roll(6)).unwrap();
        typed_waits(dice, TYPED, month..month + 1, &mut typed);
        all.push_str(&typed.figures);
        written(folder, "ventebaand.csv", &(BANDS.to_owned() + &typed.bands));
        names.push("ventebaand.csv");
    }
    written(folder, "enhedstal.csv", &all);
    written(folder, "venteliste.csv", &list);
    for name in names {
        support::add(snapshot, &folder.join(name));
    }
}

/// Issues a half-year: the tables a reader gets, and the same as if only what is small were hidden.
fn issue(snapshot: &mut Snapshot, half: &str, id: u32) -> [serde_json::Value; 2] {
    let half = HalfYear::parse(half).unwrap();
    let committee = CommitteeId(9000);
    let past = Past::of(snapshot, Some(committee)).unwrap();
    let prints =
        Prints::new(snapshot, half, Profile::Committee, Display::default(), past.published());
    let author = Author { revisions: past.revisions(&prints, &[]), ..Author::default() };
    let today = Day::new(2026, 2, 1).unwrap();
    let document =
        half_year_document(Request { snapshot, prints: &prints, author: &author, today });
    honest(&prints, &document);
    let names = cell_names(snapshot);
    let tables = committee_json(&prints, &names);
    let careless = unprotected(&prints, &names, tables.clone());
    let issuing = Issuing { committee, meeting: today, at: 0, by: String::new() };
    let edition = edition_record(&prints, &author, &issuing);
    let change = Change::Edition { id: EditionId(9000 + id), before: None, after: Some(edition) };
    let next = EntryId(snapshot.revision.0 + 1);
    snapshot.apply(next, &ChangeBlock::from_changes(&[change])).unwrap();
    [tables, careless]
}

/// A defect planted: every count is printed that is not small by itself.
fn unprotected(
    prints: &Prints,
    names: &CellNames,
    mut tables: serde_json::Value,
) -> serde_json::Value {
    let cells = |table: &Table| -> Vec<Vec<serde_json::Value>> {
        let cell = |it: &Cell| {
            let small = it.value.is_some_and(|it| 0 < it && it < 5)
                && !matches!(it.id.what, What::Figure(Key::NetTransferred));
            let state = match (it.value, small) {
                (None, _) => "missing",
                (Some(_), true) => "primary",
                (Some(_), false) => "shown",
            };
            let value = it.value.filter(|_| !small);
            serde_json::json!({ "id": names.name(&it.id), "state": state, "value": value })
        };
        table.cells.iter().map(|row| row.iter().map(cell).collect()).collect()
    };
    let ties: Vec<_> = prints.half(prints.half).unwrap().ties.iter().collect();
    tables["tables"] =
        prints.tables().iter().map(|it| serde_json::json!({ "cells": cells(it) })).collect();
    tables["relations"] = ties.iter().map(|it| tie_json(names, it)).collect();
    tables
}

/// What can be reckoned on the page alone: a percentage times its total, charts, and alternative texts.
fn honest(prints: &Prints, document: &Document) {
    for unit in &prints.overview().units {
        for half in prints.halves().iter().map(|it| it.half) {
            for (share, total) in
                [(Key::WithinTargetStarted, Key::Started), (Key::WithinTargetWaiting, Key::Waiting)]
            {
                let shown = |key| {
                    let print = prints.figure(unit.id, half, key);
                    let number = print.text.trim_end_matches(" %").replace(',', ".");
                    number.parse::<f64>().ok().filter(|_| print.is_shown())
                };
                let Some((share, total)) = shown(share).zip(shown(total)) else { continue };
                let within = (share * total / 100.0).round();
                let few = |it: f64| 0.0 < it && it < 5.0;
                assert!(!few(within) && !few(total - within), "{half}: {share} % of {total}");
            }
            staff_is_honest(prints, unit.id, half);
        }
    }
    for chart in document.charts() {
        let mut points = chart.chart.series.iter().flat_map(|it| &it.points);
        let hidden = |it: &str| it == "*" || it.starts_with('<');
        assert!(
            points.all(|it| !hidden(&it.shown) || it.value.is_none()),
            "a hidden point is drawn"
        );
        let drawn = chart.chart.series.iter().flat_map(|it| &it.points);
        let known: Vec<&str> =
            drawn.filter(|it| it.value.is_some()).map(|it| it.shown.as_str()).collect();
        // "Lavest 455 (1. halvår 2025)": each figure it names is one that is drawn.
        for part in chart.alternative.split(['.', ',']).filter(|it| it.contains(" (")) {
            let number = part.split(" (").next().unwrap().rsplit(' ').next().unwrap();
            let is_number = number.chars().all(|it| it.is_ascii_digit());
            assert!(
                !is_number || known.iter().any(|it| it.contains(number)),
                "{}",
                chart.alternative
            );
        }
    }
}

/// Cases come back from what is printed beside them: a ratio times its denominator, or posts that are short.
fn staff_is_honest(prints: &Prints, unit: UnitId, half: HalfYear) {
    let shown = |key| {
        let figure = prints.shown_figure(unit, half, key)?;
        Some((figure.numerator?.as_f64(), figure.denominator?.as_f64()))
    };
    let cases = prints.figure(unit, half, Key::Cases);
    let ratios = [Key::Caseload, Key::CaseloadHeadcount, Key::WeightedCaseload, Key::PostsShort];
    for (key, (above, below)) in ratios.into_iter().filter_map(|it| Some((it, shown(it)?))) {
        assert!(!cases.state.is_hidden(), "{half}: {} beside hidden cases", key.name());
        let is_cases = matches!(key, Key::Caseload | Key::CaseloadHeadcount);
        assert!(!is_cases || above == 0.0 || 5.0 <= above, "{half}: {above} / {below}");
    }
}

/// What the shared attack says, and whether it recovered anything.
fn attack(script: &Path, files: &[PathBuf]) -> (String, bool) {
    let output = Command::new("python3").arg(script).args(files).output().unwrap();
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    let ended = output.status.success() || words.contains("GENSKABT");
    assert!(ended, "{words}{}", String::from_utf8_lossy(&output.stderr));
    let none = words.contains(" 0 genskabt");
    (words, !none)
}

#[test]
fn nothing_hidden_is_worked_out_from_everything_printed() {
    let Some(script) = support::shared("data/truth/attack.py") else { return };
    let has_scipy = Command::new("python3").args(["-c", "import scipy"]).output();
    if !has_scipy.is_ok_and(|it| it.status.success()) {
        println!("skipped: python3 with scipy is not there");
        return;
    }
    let count = |name: &str, few: u64| {
        std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(few)
    };
    let (books, seed) = (count("SAGSTAKT_BOOKS", 2), count("SAGSTAKT_SEED", 1));
    let (mut hidden, mut careless) = (0, 0);
    for number in 0..books {
        let mut dice = Dice(seed.wrapping_mul(1_000_003).wrapping_add(number));
        let folder = tempfile::tempdir().unwrap();
        let mut snapshot = book(&mut dice, folder.path());
        let mut files = [Vec::new(), Vec::new()];
        for (place, half) in (0..).zip(["2024H2", "2025H1", "2025H1", "2025H2"]) {
            if place == 2 {
                corrected(&mut dice, &mut snapshot, folder.path());
            }
            let both = issue(&mut snapshot, half, place);
            for (name, (tables, files)) in ["a", "b"].iter().zip(both.iter().zip(&mut files)) {
                let file = folder.path().join(format!("{name}{place}.json"));
                std::fs::write(&file, tables.to_string()).unwrap();
                files.push(file);
            }
        }
        let [files, open] = files;
        let (words, recovered) = attack(&script, &files);
        assert!(!recovered, "book {number} of seed {seed}: {words}");
        // The same attack finds what is open in a book that is not protected.
        careless += u32::from(number < SPOILED && attack(&script, &open).1);
        let counts = words.split(", ").filter_map(|it| it.split(' ').next()?.parse::<u64>().ok());
        hidden += counts.skip(1).take(2).sum::<u64>();
    }
    println!(
        "{books} books, {hidden} hidden counts, 0 worked out; unprotected, {careless} of the first {SPOILED} gave some away"
    );
    assert!(0 < hidden && 0 < careless);
}
