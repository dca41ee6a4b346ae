//! Saves that were acknowledged survive `kill -9`. `SAGSTAKT_KILLS=1000` makes the sweep long.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test says what went wrong by failing"
)]

mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use support::sagstakt;

/// The same numbers every time, and still a different moment for each kill.
struct Moments(u64);

impl Moments {
    fn next(&mut self, from: u64, to: u64) -> Duration {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_millis(from + (self.0 >> 33) % (to - from))
    }
}

fn kills(few: usize) -> usize {
    std::env::var("SAGSTAKT_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(few)
}

fn run(arguments: &[&str]) -> std::process::Output {
    Command::new(sagstakt()).args(arguments).output().unwrap()
}

fn entries(book: &Path) -> u64 {
    let output = run(&["check", "--json", "--db", &book.display().to_string()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    report["entries"].as_u64().unwrap()
}

#[test]
fn no_acknowledged_save_is_lost_to_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("base.sagstakt");
    assert!(run(&["new", &base.display().to_string()]).status.success());
    let before = entries(&base);
    let mut moments = Moments(7);
    let (mut acknowledged, mut lost) = (0, 0);
    for _ in 0..kills(40) {
        let book = folder.path().join("bog.sagstakt");
        fs::copy(&base, &book).unwrap();
        let acks = folder.path().join("acks");
        let _none = fs::remove_file(&acks);
        let last = saves_until_killed(&book, &acks, moments.next(10, 70));
        acknowledged += last;
        lost += (before + last).saturating_sub(entries(&book));
        // The dead holder's lease stands in nobody's way.
        let again = run(&[
            "record",
            "--db",
            &book.display().to_string(),
            "--unit",
            "FH",
            "--month",
            "2026-05",
            "cases=7",
            "--wait",
            "0",
        ]);
        assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
    }
    println!("{} kills, {acknowledged} acknowledged saves, {lost} lost", kills(40));
    assert_eq!(lost, 0);
    assert!(0 < acknowledged);
}

/// The last number that was acknowledged.
fn saves_until_killed(book: &Path, acks: &Path, after: Duration) -> u64 {
    let mut child = Command::new(sagstakt())
        .args(["record", "-", "--db"])
        .arg(book)
        .arg("--ack-file")
        .arg(acks)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || {
        for number in 0..100_000 {
            let line = format!("--unit FTI --month 2026-0{} cases={}\n", number % 9 + 1, number);
            if input.write_all(line.as_bytes()).is_err() {
                break;
            }
        }
    });
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    feeder.join().unwrap();
    let text = fs::read_to_string(acks).unwrap_or_default();
    // A line that was cut off while being written acknowledges nothing.
    text.split_inclusive('\n')
        .filter(|it| it.ends_with('\n'))
        .filter_map(|it| it.trim().parse().ok())
        .next_back()
        .unwrap_or(0)
}

#[test]
fn an_import_that_is_killed_is_there_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("tom.sagstakt");
    assert!(run(&["new", "--empty", &base.display().to_string()]).status.success());
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let mut moments = Moments(11);
    let mut whole = 0;
    let sweeps = kills(40) / 5;
    for _ in 0..sweeps {
        let book = folder.path().join("bog.sagstakt");
        fs::copy(&base, &book).unwrap();
        let mut child = Command::new(sagstakt())
            .arg("import")
            .arg(&sample)
            .arg("--db")
            .arg(&book)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(moments.next(5, 160));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = entries(&book);
        assert!(found <= 1, "{found} entries");
        whole += found;
    }
    println!("{sweeps} imports killed, {whole} of them after the end");
}

#[test]
fn four_writers_save_everything_once() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("fælles.sagstakt");
    assert!(run(&["new", &book.display().to_string()]).status.success());
    let before = entries(&book);
    let saves = 20;
    let writers: Vec<_> = (0..4)
        .map(|writer: usize| {
            let book = book.clone();
            std::thread::spawn(move || {
                for number in 0..saves {
                    let month = format!("20{:02}-{:02}", 12 + writer, number % 12 + 1);
                    let figure = format!("cases={}", number + 1);
                    let db = book.display().to_string();
                    let output = run(&[
                        "record", "--db", &db, "--unit", "FTI", "--month", &month, &figure,
                        "--wait", "60",
                    ]);
                    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
                }
            })
        })
        .collect();
    for writer in writers {
        writer.join().unwrap();
    }
    assert_eq!(entries(&book), before + 4 * saves);
}

#[test]
fn a_second_writer_is_told_who_holds_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("bog.sagstakt");
    assert!(run(&["new", &book.display().to_string()]).status.success());
    let acks = folder.path().join("acks");
    let mut holder = Command::new(sagstakt())
        .args(["record", "-", "--db"])
        .arg(&book)
        .arg("--ack-file")
        .arg(&acks)
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = holder.stdin.take().unwrap();
    writeln!(input, "--unit FTI --month 2026-01 cases=4").unwrap();
    while fs::read_to_string(&acks).unwrap_or_default().is_empty() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let db = book.display().to_string();
    let second = run(&[
        "record", "--db", &db, "--unit", "FTI", "--month", "2026-02", "cases=5", "--wait", "0.2",
    ]);
    assert_eq!(second.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&second.stderr).contains("(LAAST-AF)"));
    // Reading is free for all.
    assert!(run(&["overview", "--db", &db, "--half", "2026H1"]).status.success());
    drop(input);
    holder.wait().unwrap();
    assert!(
        run(&[
            "record", "--db", &db, "--unit", "FTI", "--month", "2026-02", "cases=5", "--wait", "0"
        ])
        .status
        .success()
    );
}

/// The version of the schema, from the file's header.
fn schema_version(book: &Path) -> u32 {
    let bytes = fs::read(book).unwrap();
    u32::from_be_bytes(bytes[60..64].try_into().unwrap())
}

#[test]
fn a_kill_while_an_old_book_is_migrated_leaves_the_old_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v1.sagstakt");
    let mut moments = Moments(11);
    let mut versions = [0; 2];
    for number in 0..kills(20) {
        let own = folder.path().join(number.to_string());
        fs::create_dir(&own).unwrap();
        let book = own.join("bog.sagstakt");
        fs::copy(&base, &book).unwrap();
        let line = ["record", "--unit", "FTI", "--month", "2026-09", "cases=41", "--db"];
        let mut child = Command::new(sagstakt())
            .args(line)
            .arg(&book)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(moments.next(5, 400));
        child.kill().unwrap();
        child.wait().unwrap();
        entries(&book);
        let version = schema_version(&book);
        versions[usize::try_from(version).unwrap() - 1] += 1;
        let copies = own.join("bog-sikkerhedskopier");
        let copies: Vec<_> =
            fs::read_dir(copies).into_iter().flatten().map(|it| it.unwrap().path()).collect();
        let whole: Vec<_> =
            copies.iter().filter(|it| it.extension().is_some_and(|it| it == "sagstakt")).collect();
        for copy in &whole {
            assert_eq!(schema_version(copy), 1, "a copy is of the book as it was");
            entries(copy);
        }
        assert!(version == 1 || !whole.is_empty(), "migrated without a copy");
        // What was interrupted can be done again.
        let again = Command::new(sagstakt()).args(line).arg(&book).output().unwrap();
        assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
        assert_eq!(schema_version(&book), 2);
    }
    println!("{} kills: {} old, {} new, 0 unusable", kills(20), versions[0], versions[1]);
}
