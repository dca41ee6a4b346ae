//! An export that cannot be written harms nothing: the old file stands, and the message says what to do.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test says what went wrong by failing"
)]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use support::sagstakt;

const FORMS: [&str; 3] = ["pdf", "xlsx", "csv"];

fn sample(folder: &Path) -> PathBuf {
    let book = folder.join("bog.sagstakt");
    let made = Command::new(sagstakt()).args(["demo", "--out"]).arg(&book).output().unwrap();
    assert!(made.status.success());
    book
}

fn export(book: &Path, form: &str, out: &Path) -> Command {
    let mut command = Command::new(sagstakt());
    let line = ["overview", "--half", "2025H2", "--profile", "committee", "--format", form, "--db"];
    command.args(line).arg(book).arg("--out").arg(out);
    command
}

#[track_caller]
fn refused(output: &Output, exit: i32, code: &str) {
    let words = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(exit), "{words}");
    assert!(words.contains(code) && words.contains("uændret"), "{words}");
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout.trim_ascii() == b"0"
}

/// Everything in a folder.
fn names(folder: &Path) -> Vec<String> {
    let items = fs::read_dir(folder).unwrap();
    items.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// Takes its small disk away again.
struct SmallDisk(PathBuf);

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(&self.0).output());
    }
}

#[test]
fn a_full_disk_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let book = sample(folder.path());
    let place = folder.path().join("lille");
    fs::create_dir(&place).unwrap();
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=128k", "tmpfs"]).arg(&place);
    let mounted = is_root() && mount.output().is_ok_and(|it| it.status.success());
    if !mounted {
        println!("skipped: a small disk needs root");
        return;
    }
    let _disk = SmallDisk(place.clone());
    for form in FORMS {
        let out = place.join(format!("oversigt.{form}"));
        fs::write(&out, "den gamle").unwrap();
    }
    fs::write(place.join("fyld"), vec![0; 108 * 1024]).unwrap();
    for form in FORMS {
        let out = place.join(format!("oversigt.{form}"));
        refused(&export(&book, form, &out).output().unwrap(), 6, "DISK-FULD");
        assert_eq!(fs::read(&out).unwrap(), b"den gamle");
    }
    assert_eq!(names(&place).len(), 4, "nothing half is left: {:?}", names(&place));
}

#[test]
fn a_target_that_may_not_be_written_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let book = sample(folder.path());
    let place = folder.path().join("låst");
    fs::create_dir(&place).unwrap();
    let out = place.join("oversigt.csv");
    fs::write(&out, "den gamle").unwrap();
    fs::set_permissions(&place, fs::Permissions::from_mode(0o555)).unwrap();
    let mut command = export(&book, "csv", &out);
    if is_root() {
        // Root may write everywhere.
        let mut other = Command::new("setpriv");
        other.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(command.get_program());
        other.args(command.get_args());
        command = other;
    }
    let Ok(output) = command.output() else {
        println!("skipped: setpriv is not there");
        return;
    };
    if String::from_utf8_lossy(&output.stderr).contains("failed to execute") {
        println!("skipped: the program cannot be started by another user here");
        return;
    }
    refused(&output, 4, "SKRIVEBESKYTTET");
    assert_eq!(fs::read(&out).unwrap(), b"den gamle");
    assert_eq!(names(&place), ["oversigt.csv"]);
}

/// As a spreadsheet holds a file on other systems.
#[test]
fn a_target_that_is_held_is_tried_for_two_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let book = sample(folder.path());
    let out = folder.path().join("oversigt.csv");
    fs::write(&out, "den gamle").unwrap();
    let held = |sign: &str| Command::new("chattr").arg(sign).arg(&out).output();
    if !held("+i").is_ok_and(|it| it.status.success()) {
        println!("skipped: chattr needs root and a disk that knows it");
        return;
    }
    let began = Instant::now();
    let output = export(&book, "csv", &out).output().unwrap();
    let waited = began.elapsed();
    held("-i").unwrap();
    refused(&output, 4, "SKRIVEBESKYTTET");
    assert!(Duration::from_secs(2) < waited, "{waited:?}");
    assert_eq!(fs::read(&out).unwrap(), b"den gamle");
    assert!(String::from_utf8_lossy(&output.stderr).contains("Luk filen i Excel"));
}

#[test]
fn a_kill_in_the_middle_leaves_the_old_or_the_new_file() {
    let folder = tempfile::tempdir().unwrap();
    let book = sample(folder.path());
    let place = folder.path().join("ud");
    fs::create_dir(&place).unwrap();
    let out = place.join("oversigt.csv");
    let began = Instant::now();
    assert!(export(&book, "csv", &out).output().unwrap().status.success());
    let whole = began.elapsed();
    let new = fs::read(&out).unwrap();
    let kills: u32 =
        std::env::var("SAGSTAKT_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(8);
    let mut seen = [0; 2];
    for number in 0..kills {
        fs::write(&out, "den gamle").unwrap();
        let quiet = |it: &mut Command| it.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut child = quiet(&mut export(&book, "csv", &out)).unwrap();
        // From halfway through to a little after the end.
        std::thread::sleep(whole.mul_f64(0.5 + 0.6 * f64::from(number) / f64::from(kills)));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = fs::read(&out).unwrap();
        assert!(found == b"den gamle" || found == new, "a torn file of {} bytes", found.len());
        *seen.get_mut(usize::from(found == new)).unwrap() += 1;
    }
    println!("{kills} kills: {} old, {} new, 0 torn", seen.first().unwrap(), seen.last().unwrap());
    // What a kill left beside it is gone after the next export, once it is old.
    let left = place.join(".oversigt.csv.Ab12Cd.ny");
    let file = fs::File::create(&left).unwrap();
    file.set_modified(std::time::SystemTime::now() - Duration::from_mins(30)).unwrap();
    drop(file);
    assert!(export(&book, "csv", &out).output().unwrap().status.success());
    assert!(!left.exists());
}
