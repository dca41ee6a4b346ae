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

const KEYS: [Key; 22] = [
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
    Key::Num2,
    Key::Num3,
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
const BLOCKS: [&str; 7] = [
    "1\t2\n3\t4\n",
    "5",
    "\"a\tb\"\t6",
    "",
    "1\t2\t3\t4\t5\t6\t7\t8\t9",
    "12\r\n13\r\n14\r\n",
    "\u{202e}31\t\0",
];

fn one_step(harness: &mut Harness<'_, App>, dice: &mut Dice) {
    let modifiers = [
        Modifiers::NONE,
        Modifiers::NONE,
        Modifiers::NONE,
        Modifiers::SHIFT,
        Modifiers::COMMAND,
        Modifiers::COMMAND | Modifiers::SHIFT,
    ];
    match dice.roll(12) {
        0..=3 => {
            let key = dice.pick(&KEYS);
            harness.key_press_modifiers(dice.pick(&modifiers), key);
        }
        4..=6 => harness.event(egui::Event::Text(dice.pick(&TEXTS).to_owned())),
        7 => harness.event(egui::Event::Paste(dice.pick(&BLOCKS).to_owned())),
        8 if dice.roll(2) == 0 => harness.event(egui::Event::Copy),
        8 => harness.event(egui::Event::Cut),
        // Back to the page, and into a cell: elsewhere most keys do nothing.
        9 => {
            harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
            harness.step();
            harness.key_press(Key::Escape);
            harness.step();
            let cells: Vec<_> = harness.query_all_by_role(Role::Cell).collect();
            if !cells.is_empty() {
                cells[dice.roll(cells.len())].click();
            }
            harness.run_steps(3);
        }
        // The rail is left alone: its menus leave the book.
        _ => {
            let pos = egui::pos2(200.0 + place(dice, 1080), 60.0 + place(dice, 700));
            click(harness, pos);
        }
    }
    harness.step();
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

fn settle(harness: &mut Harness<'_, App>) {
    for _ in 0..20_000 {
        harness.step();
        if harness.state().writer.pending() == 0 {
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
    content
}

fn play(seed: u64, long: Option<Duration>) {
    let mut window =
        sample_with(WindowOptions { page: Some(Page::Entry), ..WindowOptions::default() });
    let first = Snapshot::clone(&window.state().desk.as_ref().unwrap().state.snapshot);
    let mut dice = Dice(seed);
    let began = Instant::now();
    let mut steps = 0;
    while long.map_or(steps < 250, |it| began.elapsed() < it) {
        one_step(&mut window.window, &mut dice);
        steps += 1;
    }
    settle(&mut window.window);
    let ctx = window.ctx.clone();
    for _ in 0..2 * steps {
        let state = &window.state().desk.as_ref().unwrap().state;
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
    println!("seed {seed}: {steps} steps, {entries} entries, sound, and back at the beginning");
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
