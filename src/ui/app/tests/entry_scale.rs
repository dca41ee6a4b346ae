//! Five thousand caseworkers and ten years of months: what a frame costs while the sheet scrolls.

#![expect(clippy::print_stdout, reason = "says what it measured")]

use std::fmt::Write as _;

use super::*;
use crate::book::{
    AcceptPartial, Circumstances, Command, Create, Existing, ImportOptions, create_first,
    plan_import,
};
use crate::domain::Month;
use crate::view::entry::EntryView;

/// Nanoseconds this thread has been on a processor; other work on the machine does not count.
fn on_cpu() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok()
}

/// A book of one unit with `people` caseworkers and `months` of figures, made of two tables.
pub(super) fn large_book(path: &std::path::Path, people: usize, months: i32) {
    let author = clock::author(Source::Window);
    let mut book = create_first(path, Some(crate::text::first_names(Lang::Da)), &author).unwrap();
    let unit = book.snapshot().unit_by_code("BFA").unwrap();
    let (id, mut unit) = (unit.id, unit.unit.clone());
    let last = Month::parse_iso("2026-11").unwrap();
    let first = last.plus(1 - months);
    unit.names[0].from = first;
    book.run(Command::EditUnit { id, unit }, &author, Circumstances::default()).unwrap();
    let mut caseworkers = "Enhed;Initialer;Navn;Sagsbærende;Gyldig fra;Gyldig til\n".to_owned();
    let mut terms = "Enhed;Rådgiver;Fra måned;Timer pr. uge;Vægt\n".to_owned();
    let mut counts = "Måned;Enhed;Rådgiver;Sager\n".to_owned();
    for who in 0..people {
        writeln!(caseworkers, "BFA;R{who:04};;Ja;{first};").unwrap();
        writeln!(terms, "BFA;R{who:04};{first};37;1").unwrap();
        for month in first.through(last) {
            let cases = 20 + (who * 7 + month.number().unsigned_abs() as usize * 3) % 17;
            writeln!(counts, "{month};BFA;R{who:04};{cases}").unwrap();
        }
    }
    let files = [
        ("raadgivere.csv", caseworkers.as_bytes()),
        ("ansaettelser.csv", terms.as_bytes()),
        ("sagstal.csv", counts.as_bytes()),
    ];
    let draft = crate::import::read_bytes(&files).unwrap();
    let options = ImportOptions {
        existing: Existing::Replace,
        create: Create::No,
        accept_partial: AcceptPartial::No,
        today: author.today,
    };
    let plan = plan_import(book.snapshot(), draft, options);
    book.import(plan, &author, Circumstances::default()).unwrap().unwrap();
    let stored = book.snapshot().unit(id).unwrap();
    assert_eq!(stored.caseworkers.len(), people);
}

/// `SAGSTAKT_ROWS=5000` is the size of the promise, for a release build; a test run takes fewer.
#[test]
fn scrolling_costs_the_same_however_many_rows_there_are() {
    let asked = std::env::var("SAGSTAKT_ROWS").ok().and_then(|it| it.parse().ok());
    let rows: usize = asked.unwrap_or(200);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stor.sagstakt");
    large_book(&path, rows, 120);
    let mut window = harness(WindowOptions {
        start: Start::File(path),
        page: Some(Page::Entry),
        settings: SettingsPlace::Nowhere,
        ..WindowOptions::default()
    });
    wait_for(&mut window, "stor.sagstakt");
    window.state_mut().entry.view = EntryView::AllMonths;
    window.run();
    let cells = window.query_all_by_role(Role::Cell).count();
    assert!(0 < cells && cells < 400, "{cells} cells are drawn");
    let mut costs = Vec::new();
    for frame in 0..300 {
        let key = if frame % 3 == 2 { Key::ArrowRight } else { Key::PageDown };
        window.key_press(key);
        let before = on_cpu();
        window.step();
        costs.extend(on_cpu().zip(before).map(|(after, before)| after - before));
    }
    costs.sort_unstable();
    let at = |share: usize| costs.get(costs.len() * share / 100).map_or(0.0, |it| *it as f64 / 1e6);
    println!(
        "{rows} rows x 120 months: median {:.2} ms of CPU a frame, 99 of 100 under {:.2} ms",
        at(50),
        at(99)
    );
    let here = window.state().entry.grid.typing.cursor.at;
    assert!(100 <= here.1, "the keys were taken: {here:?}");
    if asked.is_some() {
        assert!(at(99) < 8.0, "{:.2} ms", at(99));
    }
}
