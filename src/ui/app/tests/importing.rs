//! An import through the window: looked at, changed, stored as one step, taken back, and remembered for the next file.

use std::sync::Arc;
use std::time::Instant;

use super::changes::{wait_for_words, wait_until_gone};
use super::*;
use crate::domain::{CaseworkerId, Month, Snapshot};

/// A file let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|it| it.to_string())
    }
}

fn snapshot(window: &Harness<'_, App>) -> Arc<Snapshot> {
    Arc::clone(&window.state().book.open.as_ref().unwrap().state.snapshot)
}

/// The cases of a caseworker, by initials.
fn cases(window: &Harness<'_, App>, initials: &str, month: &str) -> Option<u32> {
    let snapshot = snapshot(window);
    let unit = snapshot.unit_by_code("BFA").unwrap();
    let is_meant = |id: &&CaseworkerId| {
        let person = &unit.caseworkers[*id];
        snapshot.identity(person.identity).is_some_and(|it| it.initials == initials)
    };
    let who = unit.caseworkers.keys().find(is_meant)?;
    unit.cases(Month::parse_iso(month).unwrap(), *who).map(|it| it.cases)
}

fn begin(window: &mut Harness<'_, App>) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::I);
    window.run();
    window.run();
    window.get_by_role_and_label(Role::Button, "Vælg fil …");
}

fn paste(window: &mut Harness<'_, App>, text: &str) {
    begin(window);
    window.event(egui::Event::Paste(text.to_owned()));
    window.run();
}

/// Drops a file on the window.
fn drop_file(window: &mut Harness<'_, App>, sample: &std::path::Path, name: &str, text: &str) {
    let path = sample.with_file_name(name);
    std::fs::write(&path, text).unwrap();
    window.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.run();
}

fn press(window: &mut Harness<'_, App>, button: &str) {
    window.get_by_role_and_label(Role::Button, button).click();
    window.run();
}

#[test]
fn pasted_cells_are_shown_stored_as_one_step_and_taken_back() {
    let mut window = sample();
    paste(&mut window, "Rådgiver\tnov 2026\tI alt\nAAK\t26\t26\nCLM\t25\t25\nI alt\t51\t51\n");
    wait_for(&mut window, "2 nye");
    for text in [
        "Indsat tekst",
        "0 ændrede",
        "0 afvist",
        "Sådan er filen forstået",
        "De første tal, som de bliver læst",
        "AAK",
        "november 2026",
        "Kolonnen \"I alt\" bruges ikke.",
    ] {
        sees(&window, text);
    }
    assert_eq!(cases(&window, "AAK", "2026-11"), None, "nothing is stored before the button");
    press(&mut window, "Indlæs 2 tal");
    wait_for_words(&mut window, "2 nye og 0 ændrede tal er indlæst");
    assert_eq!(cases(&window, "AAK", "2026-11"), Some(26));
    assert_eq!(cases(&window, "CLM", "2026-11"), Some(25));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    for _ in 0..2000 {
        window.run();
        if cases(&window, "AAK", "2026-11").is_none() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(cases(&window, "AAK", "2026-11"), None, "one undo takes all of it back");
    assert_eq!(cases(&window, "CLM", "2026-11"), None, "one undo takes all of it back");
}

#[test]
fn a_figure_that_the_book_has_otherwise_is_kept_or_replaced() {
    let mut window = sample();
    let before = cases(&window, "AAK", "2023-10").unwrap();
    let list = format!("Rådgiver\tokt 2023\tnov 2026\nAAK\t{}\t7\n", before + 3);
    paste(&mut window, &list);
    wait_for(&mut window, "1 afvist");
    sees(&window, "Vælg at beholde eller erstatte");
    assert!(window.query_by_label("Indlæs et tal").is_none(), "blocked while something is refused");
    choose(&mut window, "Hvor bogen har et andet tal", "Erstat med filens tal");
    wait_for(&mut window, "1 ændrede");
    sees(&window, &format!("{before} → {}", before + 3));
    choose(&mut window, "Hvor bogen har et andet tal", "Behold bogens tal");
    wait_for(&mut window, "0 ændrede");
    sees(&window, "1 nye");
    choose(&mut window, "Hvor bogen har et andet tal", "Erstat med filens tal");
    wait_for(&mut window, "1 ændrede");
    press(&mut window, "Indlæs 2 tal");
    wait_for_words(&mut window, "1 nye og 1 ændrede tal er indlæst");
    assert_eq!(cases(&window, "AAK", "2023-10"), Some(before + 3));
}

#[test]
fn what_is_told_of_a_file_is_remembered_for_the_next_of_its_form() {
    let mut window = sample();
    let place = window.path.clone();
    drop_file(&mut window, &place, "november.csv", "Periode;Antal\n2026-11;40\n");
    // What the file does not say is asked for: which figure it is, then whose.
    wait_for_words(&mut window, "1 afvist");
    choose(&mut window, "Kolonnen \"Antal\"", "Sager");
    wait_for_words(&mut window, "Vælg enheden");
    choose(&mut window, "Enhed for tallene", "Familiehuset");
    wait_for(&mut window, "1 nye");
    press(&mut window, "Indlæs et tal");
    wait_for_words(&mut window, "1 nye og 0 ændrede tal er indlæst");
    drop_file(&mut window, &place, "december.csv", "Periode;Antal\n2026-12;41\n");
    wait_for(&mut window, "1 nye");
    sees(&window, "december 2026");
    sees(&window, "0 afvist");
    press(&mut window, "Luk uden at indlæse");
    wait_until_gone(&mut window, "Sådan er filen forstået");
}

#[test]
fn what_is_asked_is_answered_and_stored_with_the_keyboard_alone() {
    let mut window = sample();
    begin(&mut window);
    let choose = window.get_by_role_and_label(Role::Button, "Vælg fil …");
    assert!(choose.is_focused(), "Enter asks for a file");
    window.event(egui::Event::Paste("AAK\t26\nCLM\t25\n".to_owned()));
    window.run();
    wait_for_words(&mut window, "Vælg måneden");
    let asked = |window: &Harness<'_, App>| {
        let month = window.query_by_role_and_label(Role::ComboBox, "Måned for tallene");
        month.is_some_and(|it| it.is_focused())
    };
    tab_until(&mut window, asked);
    window.key_press(Key::ArrowDown);
    window.run();
    wait_for(&mut window, "2 nye");
    window.run();
    assert!(asked(&window), "the choice keeps the keyboard while the file is read again");
    sees(&window, "december 2026");
    tab_until(&mut window, |window| {
        let store = window.query_by_role_and_label(Role::Button, "Indlæs 2 tal");
        store.is_some_and(|it| it.is_focused())
    });
    window.key_press(Key::Enter);
    window.run();
    wait_for_words(&mut window, "2 nye og 0 ændrede tal er indlæst");
    assert_eq!(cases(&window, "AAK", "2026-12"), Some(26));
}

/// Goes on with Tab, once around the window at most.
fn tab_until(window: &mut Harness<'_, App>, found: impl Fn(&Harness<'_, App>) -> bool) {
    for _ in 0..60 {
        if found(window) {
            return;
        }
        window.key_press(Key::Tab);
        window.run();
    }
    panic!("Tab does not come there");
}

#[test]
fn a_mistake_about_a_column_is_put_right() {
    let mut window = sample();
    paste(&mut window, "Enhed\tPeriode\tAntal sager\tPå venteliste\nFH\t2026-11\t40\t9\n");
    wait_for_words(&mut window, "1 nye");
    choose(&mut window, "Kolonnen \"Antal sager\"", "Bruges ikke");
    wait_for(&mut window, "0 nye");
    sees(&window, "Der er intet nyt at indlæse.");
}

#[test]
fn every_rejected_row_is_saved_with_its_place_and_reason() {
    let mut window = sample();
    let rows: Vec<String> = (0..700).map(|it| format!("Nogen{it}\t2026-11\t-{it}\n")).collect();
    let rows = rows.concat();
    paste(&mut window, &format!("Rådgiver\tPeriode\tAntal sager\n{rows}AAK\t2026-11\t26\n"));
    wait_for_words(&mut window, "Gem det afviste som fil …");
    let refused = window.query_all_by_label_contains("Afvist (").next().is_some();
    assert!(refused, "the refused are counted");
    let path = window.path.with_file_name("afvist.csv");
    window.state_mut().save_rejected(&path);
    window.run();
    sees(&window, "Det afviste er gemt i afvist.csv.");
    let text = std::fs::read_to_string(&path).unwrap();
    for place in [2, 250, 501, 700] {
        assert!(text.contains(&format!("\r\nIndsat tekst;{place};")), "line {place} is not there");
    }
    assert!(700 <= text.lines().count(), "{}", text.lines().count());
}

#[test]
fn a_large_file_is_given_up_within_a_second() {
    let mut window = sample();
    let place = window.path.clone();
    let rows = "BFA;AAK;2026-11;26\n".repeat(3_000_000);
    let before = Arc::strong_count(&snapshot(&window));
    drop_file(
        &mut window,
        &place,
        "stor.csv",
        &format!("Afdeling;Sagsbehandler;Periode;Antal sager\n{rows}"),
    );
    wait_for_words(&mut window, "Læser stor.csv");
    let clicked = Instant::now();
    press(&mut window, "Afbryd");
    window.get_by_role_and_label(Role::Button, "Vælg fil …");
    assert!(clicked.elapsed() < Duration::from_secs(1), "{:?}", clicked.elapsed());
    // The thread lets go of the book once it has heard: soon, even unoptimised and beside other tests.
    while before < Arc::strong_count(&snapshot(&window)) {
        std::thread::sleep(Duration::from_millis(5));
        assert!(clicked.elapsed() < Duration::from_secs(10), "still reading");
    }
    assert_eq!(cases(&window, "AAK", "2026-11"), None);
}
