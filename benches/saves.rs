//! What a save costs: CPU of a save through the book and of a line of `record -`, beside the bare SQLite transaction with the
//! same pragmas, many of each in this process, in turns. `cargo bench --bench saves`.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what a benchmark is for"
)]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command as Process, Stdio};

use sagstakt::book::{Author, Book, Cell, Circumstances, Command};
use sagstakt::domain::{
    CaseReporting, CountingUnit, Day, Month, Source, Unit, UnitField, UnitId, UnitName, WaitingList,
};

const ROUNDS: usize = 10;
const SAVES: i64 = 300;
const LINES: i64 = 2000;

fn main() {
    let folder = tempfile::tempdir_in(".").unwrap();
    let mut book = book(&folder.path().join("bog.sagstakt"));
    let bare = bare(&folder.path().join("bare.db"));
    let mut ratios = Vec::new();
    for round in 0..ROUNDS {
        let start = i64::try_from(round).unwrap() * SAVES;
        let ours = cpu(|| (start..start + SAVES).for_each(|it| save(&mut book, it)));
        let theirs = cpu(|| (start..start + SAVES).for_each(|it| save_bare(&bare, it)));
        let micro = 1e6 / f64::from(i32::try_from(SAVES).unwrap());
        println!(
            "book {:6.1} us, bare {:6.1} us, ratio {:.2}",
            ours * micro,
            theirs * micro,
            ours / theirs
        );
        ratios.push(ours / theirs);
    }
    println!("book / bare: {}", middle(ratios));
    let ratios = (0..5)
        .map(|_| record(folder.path()) / cpu(|| (0..LINES).for_each(|it| save_bare(&bare, it))));
    println!("`record -` / bare: {}", middle(ratios.collect()));
}

fn middle(mut ratios: Vec<f64>) -> String {
    ratios.sort_by(f64::total_cmp);
    format!(
        "median {:.2}, from {:.2} to {:.2}",
        ratios[ratios.len() / 2],
        ratios[0],
        ratios[ratios.len() - 1]
    )
}

/// Seconds of CPU of a whole process that saves so many lines, its start and end left out.
fn record(folder: &Path) -> f64 {
    let path = folder.join("linjer.sagstakt");
    let acks = folder.join("acks");
    let _none = (std::fs::remove_file(&path), std::fs::remove_file(&acks));
    drop(book(&path));
    let mut child = Process::new(env!("CARGO_BIN_EXE_sagstakt"))
        .args(["record", "-", "--db"])
        .arg(&path)
        .arg("--ack-file")
        .arg(&acks)
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut write = |from: i64, to: i64| {
        for number in from..to {
            let month = Month::january(2012).plus(i32::try_from(number % 120).unwrap());
            writeln!(input, "--unit FTI --month {month} cases={number}").unwrap();
        }
        input.flush().unwrap();
        while !std::fs::read_to_string(&acks).unwrap_or_default().ends_with(&format!("\n{to}\n")) {
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    };
    write(0, 20);
    let place = format!("/proc/{}/schedstat", child.id());
    let before = used_by(&place);
    write(20, 20 + LINES);
    let used = used_by(&place) - before;
    drop(input);
    child.wait().unwrap();
    used
}

fn author() -> Author {
    Author {
        user: "mha".to_owned(),
        computer: "pc".to_owned(),
        boot: "1".to_owned(),
        source: Source::CommandLine,
        now: 0,
        today: Day::new(2026, 11, 22).unwrap(),
    }
}

fn book(path: &Path) -> Book {
    let mut book = Book::create(path).unwrap();
    let unit = Unit {
        code: "FTI".to_owned(),
        counts: CountingUnit::Family,
        case_reporting: CaseReporting::ByUnit,
        waiting_list: WaitingList::None,
        names: vec![UnitName { name: "FTI".to_owned(), from: Month::january(2010), to: None }],
    };
    book.run(Command::AddUnits(vec![unit]), &author(), Circumstances::default()).unwrap();
    book
}

fn save(book: &mut Book, number: i64) {
    let month = Month::january(2012).plus(i32::try_from(number % 120).unwrap());
    let cell =
        Cell::Figure { unit: UnitId(1), month, field: UnitField::Cases, value: Some(number) };
    book.run(Command::SetCells(vec![cell]), &author(), Circumstances::default()).unwrap();
}

fn bare(path: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;
             CREATE TABLE figure (unit INTEGER, month INTEGER, cases INTEGER, PRIMARY KEY (unit, month)) WITHOUT ROWID;",
        )
        .unwrap();
    connection
}

fn save_bare(connection: &rusqlite::Connection, number: i64) {
    let transaction =
        rusqlite::Transaction::new_unchecked(connection, rusqlite::TransactionBehavior::Immediate)
            .unwrap();
    let sql = "INSERT INTO figure VALUES (1, ?1, ?2) ON CONFLICT DO UPDATE SET cases = ?2";
    transaction.prepare_cached(sql).unwrap().execute([number % 120, number]).unwrap();
    transaction.commit().unwrap();
}

/// Seconds of CPU this process spends on it.
fn cpu(work: impl FnOnce()) -> f64 {
    let before = used();
    work();
    used() - before
}

fn used() -> f64 {
    used_by("/proc/self/schedstat")
}

fn used_by(place: &str) -> f64 {
    let stat = std::fs::read_to_string(place).unwrap();
    let nanoseconds: f64 = stat.split(' ').next().unwrap().parse().unwrap();
    nanoseconds / 1e9
}
