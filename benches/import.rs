//! Prints the CPU seconds and the peak of memory that reading and planning a folder of tables takes.
//! `cargo bench --bench import -- FOLDER` (tables made by `scale.py`); without a folder, the sample.

#![expect(clippy::print_stdout, reason = "what a benchmark is for")]

use std::path::PathBuf;

use sagstakt::book::{AcceptPartial, Create, Existing, ImportOptions, plan_import};
use sagstakt::domain::{Day, EntryId, Snapshot};
use sagstakt::export::{Dialect, tables};
use sagstakt::import::{read_bytes, read_paths, sample};

fn main() {
    let mut book = Snapshot::default();
    import(&mut book);
    println!("again, into the book that made:");
    import(&mut book);
    let start = cpu_seconds();
    let files = tables(&book, Dialect::Danish).unwrap_or_default();
    report("export", cpu_seconds() - start);
    println!("{} files", files.len());
}

fn import(book: &mut Snapshot) {
    let folder = std::env::args().skip(1).find(|it| !it.starts_with('-'));
    let start = cpu_seconds();
    let draft = match folder {
        Some(folder) => read_paths(&[PathBuf::from(folder)], &mut |_| true),
        None => read_bytes(sample::FILES),
    };
    let Ok(draft) = draft else {
        return println!("cannot read");
    };
    let read = cpu_seconds();
    let rows = draft.counts.len() + draft.episodes.len() + draft.figures.len();
    report("read", read - start);
    let Some(today) = Day::new(2026, 11, 22) else {
        return;
    };
    let options = ImportOptions {
        existing: Existing::Ask,
        create: Create::No,
        accept_partial: AcceptPartial::No,
        today,
    };
    let plan = plan_import(book, draft, options);
    report("plan", cpu_seconds() - read);
    println!(
        "{rows} rows, {} refused, {} bytes of changes",
        plan.verdict.refused(),
        plan.changes.bytes().len()
    );
    book.learn(&plan.words);
    if book.apply(EntryId(book.revision.0 + 1), &plan.changes).is_err() {
        println!("cannot apply");
    }
}

fn report(what: &str, seconds: f64) {
    println!("{what}: {seconds:.2} s CPU, peak {} KiB", status("VmHWM:"));
}

fn status(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix(name));
    line.and_then(|it| it.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// User and system time of this process, in clock ticks of a hundredth.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u32 =
        fields.split_whitespace().skip(11).take(2).filter_map(|it| it.parse::<u32>().ok()).sum();
    f64::from(ticks) / 100.0
}
