//! Five thousand caseworkers and ten years of months: what a frame costs while the sheet scrolls.

#![expect(clippy::print_stdout, reason = "says what it measured")]

use std::fmt::Write as _;
use std::time::Instant;

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

/// Milliseconds of each frame of one way of moving, in their order.
type Frames = Vec<f64>;

fn frames(
    window: &mut Harness<'_, App>,
    count: usize,
    mut moved: impl FnMut(&mut Harness<'_, App>, usize),
) -> Frames {
    let mut costs = Vec::new();
    for frame in 0..count {
        moved(window, frame);
        let before = Instant::now();
        window.step();
        costs.push(before.elapsed().as_secs_f64() * 1000.0);
    }
    costs
}

fn wheel(window: &Harness<'_, App>, by: egui::Vec2) {
    window.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: by,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
}

/// Every way of moving about a sheet nothing has been computed of yet, and typing in it.
fn round(window: &mut Harness<'_, App>) -> Vec<(&'static str, Frames)> {
    for view in [EntryView::HalfYear, EntryView::AllMonths] {
        window.state_mut().pages.entry.view = view;
        window.run();
    }
    window.key_press_modifiers(Modifiers::COMMAND, Key::Home);
    window.run();
    let mut all = Vec::new();
    for (name, key) in [
        ("page by page down", Key::PageDown),
        ("row by row up", Key::ArrowUp),
        ("column by column", Key::ArrowRight),
    ] {
        all.push((name, frames(window, 150, |window, _| window.key_press(key))));
    }
    let at = window.state().pages.entry.grid.typing.cursor.at;
    assert!(119 <= at.1, "the keys were taken: {at:?}");
    // Something is computed of the first rows only; the wheel goes over the others.
    window.hover_at(egui::pos2(640.0, 400.0));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Home);
    window.run();
    for (name, by) in [
        ("pixel by pixel down", egui::vec2(0.0, -45.0)),
        ("pixel by pixel to the right", egui::vec2(-45.0, 0.0)),
        ("screen by screen up and down", egui::vec2(0.0, -600.0)),
        ("screen by screen to the right and back", egui::vec2(-900.0, 0.0)),
    ] {
        let by = |frame: usize| if frame < 75 { by } else { -by };
        all.push((name, frames(window, 150, |window, frame| wheel(window, by(frame)))));
    }
    all.push((
        "typing and saving",
        frames(window, 40, |window, frame| match frame % 2 {
            0 => window.key_press(Key::Num3),
            _ => window.key_press(Key::Enter),
        }),
    ));
    all
}

/// `SAGSTAKT_ROWS=5000` is the size of the promise, for a release build; a test run takes fewer.
///
/// The processor's own clock of a thread moves in steps of 4 ms here, so a frame is timed by the wall, in
/// several rounds over the same way: what is quickest of a frame's rounds is what it cost.
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
    let mut best = round(&mut window);
    let cells = window.query_all_by_role(Role::Cell).count();
    assert!(0 < cells && cells < 400, "{cells} cells are drawn");
    let before = on_cpu();
    let mut count = 0;
    for _ in 0..if asked.is_some() { 4 } else { 0 } {
        for ((_, known), (_, again)) in best.iter_mut().zip(round(&mut window)) {
            count += again.len();
            known.iter_mut().zip(again).for_each(|(known, again)| *known = known.min(again));
        }
    }
    let mut slow = Vec::new();
    println!("{rows} rows x 120 months, median and worst frame of a way of moving:");
    for (name, costs) in &mut best {
        costs.sort_by(f64::total_cmp);
        let median = costs.get(costs.len() / 2).copied().unwrap_or_default();
        let worst = costs.last().copied().unwrap_or_default();
        println!("  {name}: {median:.2} ms, {worst:.2} ms");
        // Saving changes the book: the sheet is made anew, which is not scrolling.
        if *name != "typing and saving" && 8.0 <= worst {
            slow.push((*name, worst));
        }
    }
    if let (Some(after), Some(before)) = (on_cpu(), before)
        && 0 < count
    {
        let each = (after - before) as f64 / 1e6 / count as f64;
        println!("  of {count} frames: {each:.2} ms of CPU each");
    }
    if asked.is_some() {
        assert!(slow.is_empty(), "{slow:?}");
    }
}
