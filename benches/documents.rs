//! What the committee's document costs: a PDF of three units and eight charts, the first and the second in one process, every
//! form for both profiles, and 98 rounds of all forms with the memory held after each tenth. `cargo bench --bench documents`.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "what a benchmark is for")]

use std::time::Instant;

use sagstakt::book::{Author as Person, Book};
use sagstakt::domain::{Day, HalfYear, Progress, Snapshot, Source};
use sagstakt::export::Form;
use sagstakt::import::sample;
use sagstakt::report::prints::{Prints, Profile};
use sagstakt::report::{Author, Document, Request, half_year_document};
use sagstakt::text::Display;

/// As many as there are municipalities.
const ROUNDS: usize = 98;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let book = book(&folder.path().join("bog.sagstakt"));
    let snapshot = book.snapshot();
    let (first, charts) = timed(|| {
        let document = document(snapshot, Profile::Internal);
        written(&document, Form::Pdf);
        document.charts().count()
    });
    let (second, _) = timed(|| written(&document(snapshot, Profile::Internal), Form::Pdf));
    println!("PDF, 3 units, {charts} charts: first {first:.2} s, second {second:.2} s");
    for profile in [Profile::Internal, Profile::Committee] {
        let (composed, document) = timed(|| document(snapshot, profile));
        print!("{}: composed {composed:.2} s", profile.name());
        for form in Form::SINGLE {
            let (taken, bytes) = timed(|| written(&document, form));
            print!(", {} {taken:.2} s {bytes} bytes", form.extension());
        }
        println!();
    }
    let began = Instant::now();
    for round in 1..=ROUNDS {
        written(&document(snapshot, Profile::Internal), Form::Package);
        if round % 10 == 0 || round == ROUNDS {
            println!("round {round}: {:.0} s, {} MiB", began.elapsed().as_secs_f64(), held());
        }
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let began = Instant::now();
    let made = work();
    (began.elapsed().as_secs_f64(), made)
}

fn written(document: &Document, form: Form) -> usize {
    form.write(document, &Progress::default()).unwrap().len()
}

fn document(snapshot: &Snapshot, profile: Profile) -> Document {
    let half = HalfYear::parse("2025H2").unwrap();
    let prints = Prints::new(snapshot, half, profile, Display::default(), &[]);
    let today = Day::new(2026, 3, 2).unwrap();
    let author = Author::default();
    half_year_document(Request { snapshot, prints: &prints, author: &author, today })
}

fn book(path: &std::path::Path) -> Book {
    let person = Person {
        user: "mha".to_owned(),
        computer: "PC-1423".to_owned(),
        boot: String::new(),
        source: Source::CommandLine,
        now: 1_795_000_000_000,
        today: Day::new(2026, 11, 22).unwrap(),
    };
    sample::make(path, "Eksempel Kommune", &person).unwrap()
}

/// MiB of memory that this process holds now.
fn held() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let held = pages.split(' ').nth(1).and_then(|it| it.parse::<u64>().ok());
    held.unwrap_or(0) * 4096 / 1024 / 1024
}
