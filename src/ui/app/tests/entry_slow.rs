//! Typing while the disk is slow: no frame waits for it, the cell says so, and each number is saved once.
//!
//! `tests/slow_saves.sh` runs this with every fsync delayed by three seconds.

#![expect(clippy::print_stdout, reason = "says what it measured")]

use std::time::Instant;

use super::changes::wait_for_words;
use super::*;
use crate::book::Book;

#[test]
fn typing_during_a_slow_save_waits_for_nothing_and_saves_each_number_once() {
    let is_slow = std::env::var_os("SAGSTAKT_SLOW").is_some();
    let mut window =
        sample_with(WindowOptions { page: Some(Page::Entry), ..WindowOptions::default() });
    window.run();
    let before = Book::open(&window.path).unwrap().journal().unwrap().len();
    let mut longest = Duration::ZERO;
    let mut frame = |window: &mut Sample| {
        let began = Instant::now();
        window.step();
        longest = longest.max(began.elapsed());
    };
    for number in ["28", "29", "30", "31", "32"] {
        for letter in number.chars() {
            window.event(egui::Event::Text(letter.to_string()));
            frame(&mut window);
        }
        window.key_press(Key::Enter);
        frame(&mut window);
    }
    for _ in 0..50 {
        frame(&mut window);
    }
    let pending = window.state().book.writer.pending();
    if is_slow {
        assert!(0 < pending, "the disk was not slow");
        wait_for_words(&mut window, "CLM november 2026: 28, Gemmer …");
        assert!(longest < Duration::from_millis(100), "a frame took {longest:?}");
    }
    for _ in 0..60_000 {
        window.step();
        if window.state().book.writer.pending() == 0 {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run();
    sees(&window, "CLM november 2026: 28");
    assert!(window.query_by_label_contains("Gemmer …").is_none());
    let after = Book::open(&window.path).unwrap().journal().unwrap().len();
    assert_eq!(after - before, 5, "one entry a number");
    println!("longest frame {longest:?}, {pending} saves under way after the last key");
}
