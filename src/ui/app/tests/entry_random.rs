//! Random keys, clicks and pastes in the sheet: nothing panics, the file is sound, and undo leads back to the beginning.
//!
//! `SAGSTAKT_MONKEY="20 60"` is the long form: twenty seeds, sixty seconds each.

#![expect(clippy::print_stdout, reason = "says what it measured")]

use std::time::Instant;

use super::*;
use crate::book::Book;
use crate::domain::Snapshot;

/// A small generator of its own: the same seed gives the same keys on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
    }
}

const KEYS: [Key; 20] = [
    Key::Enter,
    Key::Tab,
    Key::Escape,
    Key::F2,
    Key::F6,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Delete,
    Key::Backspace,
    Key::D,
    Key::Z,
    Key::Y,
    Key::A,
    Key::Space,
];
const TEXTS: [&str; 14] = [
    "7",
    "31",
    "100-55",
    "-4",
    "x",
    "1.204",
    "14,5",
    "æ",
    "999999999",
    "9999999999",
    " ",
    "0",
    "-",
    "½",
];
const BLOCKS: [&str; 8] = [
    "21\t22\t23\n24\t25\t26\n",
    "1\t2\n3\t4\n",
    "5",
    "\"a\tb\"\t6",
    "",
    "1\t2\t3\t4\t5\t6\t7\t8\t9",
    "12\r\n13\r\n14\r\n",
    "\u{202e}31\t\0",
];

const MODIFIERS: [Modifiers; 6] = [
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::SHIFT,
    Modifiers::COMMAND,
    Modifiers { shift: true, ..Modifiers::COMMAND },
];
/// What leads out of the book, asks the desktop for a file, or cannot be undone.
const LEFT_ALONE: [&str; 7] =
    ["Visning", "Slet for altid", "Gem", "Indlæs", "Luk", "Tag en", "Gendan"];

fn one_step(harness: &mut Harness<'_, App>, dice: &mut Dice) {
    match dice.roll(40) {
        // A cell is chosen and something is done with it.
        0..=11 => {
            into_the_sheet(harness, dice);
            type_numbers(harness, dice);
        }
        12..=15 => {
            into_the_sheet(harness, dice);
            harness.event(egui::Event::Paste(dice.pick(&BLOCKS).to_owned()));
        }
        16..=18 => {
            into_the_sheet(harness, dice);
            select(harness, dice);
            match dice.roll(4) {
                0 => harness.event(egui::Event::Cut),
                1 => harness.event(egui::Event::Copy),
                2 => harness.key_press_modifiers(Modifiers::COMMAND, Key::D),
                _ => harness.key_press(Key::Delete),
            }
        }
        19..=22 => {
            let key = dice.pick(&[Key::Z, Key::Z, Key::Y]);
            harness.key_press_modifiers(Modifiers::COMMAND, key);
        }
        23..=28 => {
            let key = dice.pick(&KEYS);
            harness.key_press_modifiers(dice.pick(&MODIFIERS), key);
        }
        29..=31 => harness.event(egui::Event::Text(dice.pick(&TEXTS).to_owned())),
        32 => turn_to(harness, dice),
        33..=36 => in_the_register(harness, dice),
        // The rail is left alone: its menus leave the book.
        _ => {
            let pos = egui::pos2(200.0 + place(dice, 1080), 60.0 + place(dice, 700));
            if !is_left_alone(harness, pos) {
                click(harness, pos);
            }
        }
    }
    harness.step();
}

/// Back to the page for entry, and into a cell that is drawn.
fn into_the_sheet(harness: &mut Harness<'_, App>, dice: &mut Dice) {
    if harness.state().selection.page != Page::Entry || dice.roll(8) == 0 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
        harness.step();
        harness.step();
    }
    click_one(harness, dice, Role::Cell);
}

fn select(harness: &Harness<'_, App>, dice: &mut Dice) {
    let arrows = [Key::ArrowDown, Key::ArrowRight, Key::ArrowUp, Key::ArrowLeft];
    for _ in 0..dice.roll(4) {
        harness.key_press_modifiers(Modifiers::SHIFT, dice.pick(&arrows));
    }
}

/// A few numbers under or beside each other, as a person types them.
fn type_numbers(harness: &mut Harness<'_, App>, dice: &mut Dice) {
    for _ in 0..=dice.roll(4) {
        let number = dice.roll(60).to_string();
        let text = if dice.roll(5) == 0 { dice.pick(&TEXTS) } else { &number };
        harness.event(egui::Event::Text(text.to_owned()));
        harness.key_press(dice.pick(&[Key::Enter, Key::Enter, Key::Tab, Key::ArrowUp]));
        if dice.roll(3) == 0 {
            harness.step();
        }
    }
}

/// Another page, view, unit or half-year.
fn turn_to(harness: &mut Harness<'_, App>, dice: &mut Dice) {
    let pages = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num7];
    match dice.roll(3) {
        0 => harness.key_press_modifiers(Modifiers::COMMAND, dice.pick(&pages)),
        1 => {
            let units: Vec<_> = {
                let desk = harness.state().book.open.as_ref().unwrap();
                desk.state.snapshot.units().map(|it| it.id).collect()
            };
            let ctx = harness.ctx.clone();
            let unit = dice.pick(&units);
            harness.state_mut().perform(&ctx, crate::ui::Action::ChooseUnit(Some(unit)));
        }
        _ => {
            let views = crate::view::entry::EntryView::ALL;
            harness.state_mut().pages.entry.view = dice.pick(&views);
        }
    }
    harness.step();
}

/// A section, a row, a button, and words in a field.
fn in_the_register(harness: &mut Harness<'_, App>, dice: &mut Dice) {
    if harness.state().selection.page != Page::Register {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num7);
        harness.step();
    }
    match dice.roll(6) {
        0 => harness.key_press_modifiers(
            Modifiers::COMMAND,
            dice.pick(&[Key::PageDown, Key::PageDown, Key::PageUp]),
        ),
        1 => click_one(harness, dice, Role::ListBoxOption),
        2 => {
            click_one(harness, dice, Role::TextInput);
            let words = ["MOD", "nov 2026", "1.9.2026", "37", "2,5", "010190-1234", "æøå", ""];
            harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
            harness.event(egui::Event::Text(dice.pick(&words).to_owned()));
        }
        3 => harness.key_press(Key::Enter),
        _ => click_one(harness, dice, Role::Button),
    }
    harness.step();
}

fn rect_and_label(harness: &Harness<'_, App>, role: Role) -> Vec<(egui::Rect, String)> {
    let nodes = harness.query_all_by_role(role);
    nodes.map(|it| (it.rect(), it.accesskit_node().label().unwrap_or_default())).collect()
}

/// Clicks one of what is drawn of this kind.
fn click_one(harness: &mut Harness<'_, App>, dice: &mut Dice, role: Role) {
    let page = egui::Rect::from_min_max(egui::pos2(190.0, 57.0), egui::pos2(1280.0, 770.0));
    let mut places = rect_and_label(harness, role);
    places.retain(|(rect, label)| {
        page.contains(rect.center()) && !LEFT_ALONE.iter().any(|it| label.starts_with(it))
    });
    if !places.is_empty() {
        let at = dice.roll(places.len());
        click(harness, places[at].0.center());
    }
}

fn is_left_alone(harness: &Harness<'_, App>, pos: egui::Pos2) -> bool {
    rect_and_label(harness, Role::Button).iter().any(|(rect, label)| {
        rect.contains(pos) && LEFT_ALONE.iter().any(|it| label.starts_with(it))
    }) || harness.state().selection.page == Page::HalfYear
}

fn place(dice: &mut Dice, most: usize) -> f32 {
    u16::try_from(dice.roll(most)).unwrap().into()
}

fn click(harness: &mut Harness<'_, App>, pos: egui::Pos2) {
    for pressed in [true, false] {
        harness.event(egui::Event::PointerMoved(pos));
        let button = egui::PointerButton::Primary;
        harness.event(egui::Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.step();
    }
}

/// Waits for the writer however slow the disk is: a hundred saves may be under way.
fn settle(harness: &mut Harness<'_, App>) {
    let began = Instant::now();
    while began.elapsed() < Duration::from_mins(10) {
        harness.step();
        if harness.state().book.writer.pending() == 0 {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("the writer does not answer");
}

/// Units and what belongs to all; names that were learned on the way stay known.
fn content(snapshot: &Snapshot) -> Snapshot {
    let mut content = snapshot.clone();
    content.next_id = 0;
    content.identities = std::sync::Arc::default();
    content.offers = std::sync::Arc::default();
    content
}

fn play(seed: u64, long: Option<Duration>) {
    let mut window =
        sample_with(WindowOptions { page: Some(Page::Entry), ..WindowOptions::default() });
    let first = Snapshot::clone(&window.state().book.open.as_ref().unwrap().state.snapshot);
    let mut dice = Dice(seed);
    let began = Instant::now();
    let mut steps = 0;
    while long.map_or(steps < 250, |it| began.elapsed() < it) {
        one_step(&mut window.window, &mut dice);
        steps += 1;
    }
    settle(&mut window.window);
    let edited = Book::open(&window.path).unwrap().journal().unwrap().len();
    let ctx = window.ctx.clone();
    for _ in 0..2 * steps {
        let state = &window.state().book.open.as_ref().unwrap().state;
        if state.undo.is_none() {
            break;
        }
        window.state_mut().perform(&ctx, crate::ui::Action::Undo);
        settle(&mut window.window);
    }
    let mut book = Book::open(&window.path).unwrap();
    assert!(content(&first).same_content(&content(book.snapshot())), "seed {seed}");
    let report = book.check().unwrap();
    assert!(report.is_sound(), "seed {seed}: {report:?}");
    let entries = book.journal().unwrap().len();
    assert!(steps / 20 < edited, "seed {seed}: {edited} entries of {steps} steps miss the sheet");
    println!(
        "seed {seed}: {steps} steps, {edited} entries, {} taken back, sound, and back at the beginning",
        entries - edited
    );
}

#[test]
fn random_keys_and_clicks_leave_a_sound_file_and_undo_leads_back() {
    let asked = std::env::var("SAGSTAKT_MONKEY").unwrap_or_default();
    let mut numbers = asked.split(' ').filter_map(|it| it.parse::<u64>().ok());
    let seeds = numbers.next().unwrap_or(3);
    let long = numbers.next().map(Duration::from_secs);
    for seed in 1..=seeds {
        play(seed, long);
    }
}
