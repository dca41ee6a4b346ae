//! Five thousand caseworkers and ten years of months: what a frame costs while the sheet scrolls.

#![expect(clippy::print_stdout, reason = "says what it measured")]

use super::*;
use crate::book::{
    Author, Book, Cell, Circumstances, Command, FirstNames, PeopleCommand, create_first,
};
use crate::domain::{CaseCount, CaseHolding, Identity, Month, Presence, Terms, Thousandths};
use crate::view::entry::EntryView;

/// Nanoseconds this thread has been on a processor; other work on the machine does not count.
fn on_cpu() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok()
}

fn author() -> Author {
    clock::author(Source::Window)
}

/// The first units, and a book of `people` caseworkers with `months` of figures.
pub(super) fn large_book(path: &std::path::Path, people: usize, months: i32) {
    let names: FirstNames = crate::text::first_names(Lang::Da);
    let mut book = create_first(path, Some(names), &author()).unwrap();
    let unit = book.snapshot().unit_by_code("BFA").unwrap().id;
    let last = Month::parse_iso("2026-11").unwrap();
    let first = last.plus(1 - months);
    let mut unit_data = book.snapshot().unit(unit).unwrap().unit.clone();
    unit_data.names[0].from = first;
    let edit = Command::EditUnit { id: unit, unit: unit_data };
    book.run(edit, &author(), Circumstances::default()).unwrap();
    for number in 0..people {
        let command = Command::People(PeopleCommand::AddCaseworker {
            unit,
            identity: Identity { initials: format!("R{number:04}"), name: None },
            presence: Presence { from: first, to: None, case_holding: CaseHolding::Yes },
            terms: Some(Terms { weekly_hours: Thousandths::whole(37), weight: Thousandths::ONE }),
        });
        book.run(command, &author(), Circumstances::default()).unwrap();
    }
    let ids: Vec<_> = book.snapshot().unit(unit).unwrap().caseworkers.keys().copied().collect();
    let cells = first.through(last).flat_map(|month| {
        ids.iter().map(move |caseworker| Cell::Cases {
            unit,
            month,
            caseworker: *caseworker,
            count: Some(CaseCount {
                cases: 20 + (caseworker.0 * 7 + month.number().unsigned_abs() * 3) % 17,
                split: None,
            }),
        })
    });
    let command = Command::SetCells(cells.collect());
    book.run(command, &author(), Circumstances::default()).unwrap();
    assert!(Book::open(path).is_ok());
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
