//! An attack on random books: everything printed, two editions before and after corrections and the next
//! half-year's, read together. `SAGSTAKT_BOOKS=1000 cargo test --release --test attack` is the long form.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by failing"
)]

#[path = "attack/books.rs"]
mod books;
mod support;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

use books::{Dice, book, corrected};
use sagstakt::domain::{
    Change, ChangeBlock, CommitteeId, Day, Edit, EditionId, EntryId, HalfYear, Snapshot, UnitId,
};
use sagstakt::measure::Key;
use sagstakt::measure::suppression::{Cell, Table, What};
use sagstakt::report::prints::{Prints, Profile};
use sagstakt::report::{
    Author, CellNames, Document, Issuing, Past, Request, cell_names, committee_json,
    edition_record, half_year_document, tie_json,
};
use sagstakt::text::Display;

/// Seed and number of books in which something was worked out once.
const FOUND: [(u64, u64); 1] = [(2, 57)];

/// Books that are attacked without their protection as well.
const SPOILED: u64 = 2;

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
    let change = Change::Edition(Edit::added(EditionId(9000 + id), edition));
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

/// The shared attack, in a process that reads one book after another: its start takes longer than most books.
struct Attacker {
    process: Child,
    said: BufReader<ChildStdout>,
}

impl Attacker {
    fn new(script: &Path) -> Self {
        let many = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attack_many.py");
        let mut command = Command::new("python3");
        command.arg(many).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
        // Two books are attacked at a time; none needs a thread more.
        let mut process = command.env("OPENBLAS_NUM_THREADS", "1").spawn().unwrap();
        let said = BufReader::new(process.stdout.take().unwrap());
        Self { process, said }
    }

    /// What it says of these files, and whether it recovered anything.
    fn attack(&mut self, files: &[PathBuf]) -> (String, bool) {
        let ask = serde_json::to_string(files).unwrap();
        writeln!(self.process.stdin.as_mut().unwrap(), "{ask}").unwrap();
        let mut words = String::new();
        loop {
            let mut line = String::new();
            assert_ne!(self.said.read_line(&mut line).unwrap(), 0, "the attack stopped: {words}");
            if let Some(code) = line.strip_prefix("END ") {
                let ended = code.trim() == "0" || words.contains("GENSKABT");
                assert!(ended, "{words}");
                break;
            }
            words.push_str(&line);
        }
        let none = words.contains(" 0 genskabt");
        (words, !none)
    }
}

impl Drop for Attacker {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ended = self.process.wait();
    }
}

/// What came of one book.
struct Attacked {
    hidden: u64,
    /// Whether the same attack finds what is open where the book is not protected.
    careless: bool,
}

fn attack_book(attacker: &mut Attacker, seed: u64, number: u64) -> Attacked {
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
    let (words, recovered) = attacker.attack(&files);
    assert!(!recovered, "book {number} of seed {seed}: {words}");
    let counts = words.split(", ").filter_map(|it| it.split(' ').next()?.parse::<u64>().ok());
    let hidden = counts.skip(1).take(2).sum::<u64>();
    Attacked { hidden, careless: number < SPOILED && attacker.attack(&open).1 }
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn nothing_hidden_is_worked_out_from_everything_printed() {
    let script = support::shared("data/truth/attack.py");
    let has_scipy = Command::new("python3").args(["-c", "import scipy"]).output();
    if !has_scipy.is_ok_and(|it| it.status.success()) {
        println!("skipped: python3 with scipy is not there");
        return;
    }
    let count = |name: &str, few: u64| {
        std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(few)
    };
    let (books, seed) = (count("SAGSTAKT_BOOKS", 2), count("SAGSTAKT_SEED", 1));
    let next = AtomicU64::new(0);
    let work = || {
        let mut attacker = Attacker::new(&script);
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if let Some((seed, found)) =
                number.checked_sub(books).and_then(|it| FOUND.get(usize::try_from(it).ok()?))
            {
                attack_book(&mut attacker, *seed, *found);
                continue;
            }
            if books <= number {
                return done;
            }
            done.push(attack_book(&mut attacker, seed, number));
            if number % 100 == 99 {
                println!("{} books", number + 1);
            }
        }
    };
    let done: Vec<Attacked> = std::thread::scope(|scope| {
        let threads = [scope.spawn(work), scope.spawn(work)];
        threads.into_iter().flat_map(|it| it.join().unwrap()).collect()
    });
    let hidden: u64 = done.iter().map(|it| it.hidden).sum();
    let careless = done.iter().filter(|it| it.careless).count();
    assert_eq!(u64::try_from(done.len()).unwrap(), books);
    println!(
        "{books} books, {hidden} hidden counts, 0 worked out; unprotected, {careless} of the first {SPOILED} gave some away"
    );
    assert!(0 < hidden && 0 < careless);
}
