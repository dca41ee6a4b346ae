//! Monthly entry through the window, by the names a screen reader hears and the keys of a spreadsheet.

use super::changes::{wait_for_words, wait_until_gone};
use super::*;
use crate::book::Book;
use crate::domain::{CaseworkerId, Month, Snapshot, UnitField};

fn entry_page() -> Sample {
    let mut window =
        sample_with(WindowOptions { page: Some(Page::Entry), ..WindowOptions::default() });
    window.run();
    window
}

fn month(text: &str) -> Month {
    Month::parse_iso(text).unwrap()
}

/// Types a text as the keyboard sends it: one event a letter.
fn type_text(harness: &mut Harness<'_, App>, text: &str) {
    for letter in text.chars() {
        harness.event(egui::Event::Text(letter.to_string()));
    }
    harness.run();
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn press_with(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// Steps until everything sent is on the disk.
#[track_caller]
fn settle(harness: &mut Harness<'_, App>) {
    for _ in 0..6000 {
        harness.run();
        if harness.state().book.writer.pending() == 0 {
            harness.run();
            return;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    panic!("not everything was answered");
}

fn on_disk(sample: &Sample) -> Snapshot {
    Snapshot::clone(Book::open(&sample.path).unwrap().snapshot())
}

fn caseworker(snapshot: &Snapshot, initials: &str) -> CaseworkerId {
    let unit = snapshot.unit_by_code("BFA").unwrap();
    let is_it = |identity| snapshot.identity(identity).unwrap().initials == initials;
    *unit.caseworkers.iter().find(|it| is_it(it.1.identity)).unwrap().0
}

fn cases(snapshot: &Snapshot, initials: &str, at: &str) -> Option<u32> {
    let unit = snapshot.unit_by_code("BFA").unwrap();
    unit.cases(month(at), caseworker(snapshot, initials)).map(|it| it.cases)
}

#[test]
fn the_page_begins_in_the_first_empty_cell_with_grey_figures_behind_it() {
    let mut window = entry_page();
    // CLM had 24 in November 2025 and 27 in October 2026: `counts.csv` of the sample.
    window.get_by_label("CLM november 2026: tom, sidste år 24, forrige måned 27");
    type_text(&mut window, "28");
    press(&mut window, Key::Enter);
    settle(&mut window);
    sees(&window, "CLM november 2026: 28");
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-11"), Some(28));
    sees(&window, "Fortryd BFA CLM november 2026 (Ctrl+Z)");
}

#[test]
fn a_text_that_is_no_number_stays_in_its_cell_with_the_reason() {
    let mut window = entry_page();
    type_text(&mut window, "2x");
    press(&mut window, Key::Enter);
    settle(&mut window);
    window.get_by_label("CLM november 2026: 2x, ikke gemt. Det er ikke et tal");
    sees(&window, "CLM november 2026: “2x”. Det er ikke et tal");
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-11"), None);
    // F2 goes on with what stands there.
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::F2);
    press(&mut window, Key::Backspace);
    type_text(&mut window, "9");
    press(&mut window, Key::Enter);
    settle(&mut window);
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-11"), Some(29));
    assert!(window.query_by_label_contains("ikke gemt").is_none());
}

#[test]
fn a_refused_figure_stays_in_its_cell_with_the_reason() {
    let mut window = entry_page();
    type_text(&mut window, "5-9");
    press(&mut window, Key::Enter);
    settle(&mut window);
    sees(&window, "Sagsantal kan ikke være negativ: -4");
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Escape);
    assert!(window.query_by_label_contains("ikke gemt").is_none());
}

#[test]
fn a_sum_is_shown_before_it_is_saved() {
    let mut window = entry_page();
    type_text(&mut window, "100-55");
    press(&mut window, Key::Enter);
    settle(&mut window);
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-11"), Some(45));
}

#[test]
fn a_pasted_block_is_one_step_and_undo_shows_where() {
    let mut window = entry_page();
    window.get_by_label("CLM juli 2026: 26").click();
    window.run();
    window.event(egui::Event::Paste("31\t32\r\n33\t34\r\n".to_owned()));
    window.run();
    settle(&mut window);
    let stored = on_disk(&window);
    assert_eq!(cases(&stored, "CLM", "2026-07"), Some(31));
    assert_eq!(cases(&stored, "EBJ", "2026-08"), Some(34));
    // The sample splits cases by complexity: that the old parts went is said.
    sees(&window, "Fordelingen på sagstyngde passede ikke til det nye sagstal");
    sees(&window, "og 3 ændringer mere (Ctrl+Z)");
    press_with(&mut window, Modifiers::COMMAND, Key::End);
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    let stored = on_disk(&window);
    assert_eq!(cases(&stored, "CLM", "2026-07"), Some(26));
    assert_eq!(cases(&stored, "EBJ", "2026-08"), Some(25));
    // The cursor stands where it was taken back.
    let at = window.state().pages.entry.grid.typing.cursor.at;
    let first = window.state().pages.entry.here.unwrap();
    assert_eq!((at.1, first.month), (0, month("2026-07")));
    press_with(&mut window, Modifiers::COMMAND, Key::Y);
    settle(&mut window);
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-07"), Some(31));
}

#[test]
fn a_block_with_one_bad_cell_changes_nothing_and_names_it() {
    let mut window = entry_page();
    window.get_by_label("CLM juli 2026: 26").click();
    window.run();
    window.event(egui::Event::Paste("31\t32\n33\t4-5\n".to_owned()));
    window.run();
    settle(&mut window);
    sees(&window, "EBJ august 2026: “4-5”. Det er ikke et tal Intet er indsat.");
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-07"), Some(26));
    window.event(egui::Event::Paste("1\t2\t3\t4\t5\t6\t7".to_owned()));
    window.run();
    sees(&window, "Blokken har 1 rækker og 7 kolonner");
}

#[test]
fn cells_are_copied_cleared_and_filled_down() {
    let mut window = entry_page();
    window.get_by_label("CLM juli 2026: 26").click();
    window.run();
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    window.event(egui::Event::Copy);
    window.step();
    let commands = &window.output().platform_output.commands;
    let Some(egui::OutputCommand::CopyText(copied)) = commands.first() else {
        panic!("nothing was copied");
    };
    assert_eq!(copied, "26\r\n25\r\n");
    press_with(&mut window, Modifiers::COMMAND, Key::D);
    settle(&mut window);
    assert_eq!(cases(&on_disk(&window), "EBJ", "2026-07"), Some(26));
    press(&mut window, Key::Delete);
    settle(&mut window);
    let stored = on_disk(&window);
    assert_eq!((cases(&stored, "CLM", "2026-07"), cases(&stored, "EBJ", "2026-07")), (None, None));
}

#[test]
fn a_question_is_accepted_with_a_note_and_stays_accepted() {
    let mut window = entry_page();
    // CLM has never changed by 22 in a month.
    type_text(&mut window, "49");
    press(&mut window, Key::Enter);
    settle(&mut window);
    press(&mut window, Key::ArrowUp);
    sees(&window, "Det er 22 flere end i oktober. CLM har ikke før ændret sig mere end");
    sees(&window, "CLM november 2026: 49 ?");
    window.get_by_role_and_label(Role::Button, "Det er rigtigt …").click();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Note (kan udelades)").focus();
    window.run();
    let note = window.get_by_role_and_label(Role::TextInput, "Note (kan udelades)");
    note.type_text("barn 010190-1234");
    window.run();
    window.get_by_role_and_label(Role::Button, "Gem").click();
    window.run();
    // Refused: said, nothing is kept, and what was typed stays to be corrected.
    sees(&window, "Teksten ligner et CPR-nummer");
    let note = window.get_by_role_and_label(Role::TextInput, "Note (kan udelades)");
    assert_eq!(note.value().unwrap(), "barn 010190-1234");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    window
        .get_by_role_and_label(Role::TextInput, "Note (kan udelades)")
        .type_text("overtog sager efter JBL");
    window.run();
    window.get_by_role_and_label(Role::Button, "Gem").click();
    settle(&mut window);
    assert!(window.query_by_label("CLM november 2026: 49 ?").is_none());
    let stored = on_disk(&window);
    let accepted = stored.settings().acceptances();
    let kept = accepted.iter().next().unwrap();
    assert_eq!((kept.kind.as_str(), kept.value), ("jump", 49));
    assert_eq!(kept.note, "overtog sager efter JBL");
    sees(&window, "BFA CLM november 2026: 49 (overtog sager efter JBL)");
}

#[test]
fn the_to_do_line_leads_to_the_first_empty_cell() {
    let mut window = sample();
    window.get_by_role_and_label(Role::Button, "Indtast november").click();
    window.run();
    assert!(page_named(&window, "Indtastning"));
    type_text(&mut window, "27");
    press(&mut window, Key::Enter);
    settle(&mut window);
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-11"), Some(27));
}

/// What was pressed, as a keyboard counts it.
#[derive(Default, Debug, PartialEq)]
struct Pressed {
    digits: usize,
    enters: usize,
}

/// The promise: eighteen numbers and eighteen Enters, and nothing else.
#[test]
fn a_month_of_eighteen_caseworkers_takes_eighteen_numbers_and_eighteen_enters() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("atten.sagstakt");
    entry_scale::large_book(&path, 18, 12);
    let mut window = harness(WindowOptions {
        start: Start::File(path.clone()),
        page: Some(Page::Entry),
        settings: SettingsPlace::Nowhere,
        ..WindowOptions::default()
    });
    wait_for(&mut window, "atten.sagstakt");
    window.run();
    // November is on the disk already; what is being filled in is emptied first.
    let ctx = window.ctx.clone();
    let desk = window.state().book.open.as_ref().unwrap();
    let unit = desk.state.snapshot.unit_by_code("BFA").unwrap().clone();
    let people: Vec<CaseworkerId> = unit.caseworkers.keys().copied().collect();
    assert_eq!(people.len(), 18);
    let empty = people.iter().map(|id| crate::book::Cell::Cases {
        unit: unit.id,
        month: month("2026-11"),
        caseworker: *id,
        count: None,
    });
    let command = crate::book::Command::SetCells(empty.collect());
    window.state_mut().perform(&ctx, crate::ui::Action::Run(command));
    settle(&mut window);
    press_with(&mut window, Modifiers::COMMAND, Key::Num1);
    press_with(&mut window, Modifiers::COMMAND, Key::Num2);
    let entries = Book::open(&path).unwrap().journal().unwrap().len();

    let mut pressed = Pressed::default();
    let numbers: Vec<u32> = (0..18).map(|it| 21 + it).collect();
    for number in &numbers {
        for digit in number.to_string().chars() {
            window.event(egui::Event::Text(digit.to_string()));
            pressed.digits += 1;
        }
        window.key_press(Key::Enter);
        pressed.enters += 1;
        window.run();
    }
    settle(&mut window);
    assert_eq!(pressed, Pressed { digits: 36, enters: 18 });
    let book = Book::open(&path).unwrap();
    let stored = book.snapshot().unit_by_code("BFA").unwrap();
    let typed = people.iter().map(|it| stored.cases(month("2026-11"), *it).unwrap().cases);
    assert_eq!(typed.collect::<Vec<_>>(), numbers);
    assert_eq!(book.journal().unwrap().len(), entries + 18, "each number is a step of its own");
}

#[test]
fn a_cell_that_was_clicked_keeps_the_keyboard_when_the_button_is_let_go() {
    let mut window = entry_page();
    let pos = window.get_by_label("CLM juli 2026: 26").rect().center();
    for pressed in [true, false] {
        window.event(egui::Event::PointerMoved(pos));
        window.step();
        let button = egui::PointerButton::Primary;
        let modifiers = Modifiers::NONE;
        window.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
        window.step();
        window.step();
    }
    type_text(&mut window, "31");
    press(&mut window, Key::Enter);
    settle(&mut window);
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-07"), Some(31));
}

#[test]
fn keys_in_the_frame_that_turns_to_the_page_are_not_lost() {
    let mut window = sample();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    window.event(egui::Event::Text("2".to_owned()));
    window.event(egui::Event::Text("8".to_owned()));
    window.key_press(Key::Enter);
    window.step();
    settle(&mut window);
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-11"), Some(28));
}

#[test]
fn a_half_typed_cell_is_there_again_when_the_file_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let settings = SettingsPlace::File(folder.path().join("window.json"));
    let mut window = entry_page();
    window.state_mut().settings.now = crate::ui::settings::WindowSettings::default();
    type_text(&mut window, "3");
    window.state_mut().keep_drafts();
    let kept = window.state().settings.now.clone();
    let mut keeper = SettingsKeeper::start(&settings);
    keeper.now = kept;
    keeper.keep();
    drop(keeper);
    let mut again = harness(WindowOptions {
        start: Start::File(window.path.clone()),
        page: Some(Page::Entry),
        settings,
        ..WindowOptions::default()
    });
    wait_for(&mut again, "eksempel.sagstakt");
    wait_for_words(&mut again, "CLM november 2026: 3, ikke gemt.");
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-11"), None);
    // Tried again it is saved and no longer a draft.
    press(&mut again, Key::F2);
    press(&mut again, Key::Enter);
    settle(&mut again);
    wait_until_gone(&mut again, "ikke gemt");
    assert_eq!(cases(&on_disk(&window), "CLM", "2026-11"), Some(3));
}

#[test]
fn units_without_caseworkers_type_their_own_figures() {
    let mut window = entry_page();
    choose(&mut window, "Enhed", "Familiehuset");
    window.run();
    sees(&window, "Sagsantal november 2026: tom");
    type_text(&mut window, "120");
    press(&mut window, Key::Enter);
    settle(&mut window);
    let stored = on_disk(&window);
    let unit = stored.unit_by_code("FH").unwrap();
    assert_eq!(unit.typed(month("2026-11"), UnitField::Cases), Some(120));
}

#[test]
fn one_month_takes_the_parts_of_somebodys_cases_together() {
    let mut window = entry_page();
    window.get_by_label("Én måned").click();
    window.run();
    window.get_by_label_contains("CLM Enkle november 2026").click();
    window.run();
    type_text(&mut window, "10");
    press(&mut window, Key::Tab);
    sees(&window, "Skriv også de andre sagstyngder");
    type_text(&mut window, "12");
    press(&mut window, Key::Tab);
    type_text(&mut window, "5");
    press(&mut window, Key::Enter);
    settle(&mut window);
    let stored = on_disk(&window);
    let unit = stored.unit_by_code("BFA").unwrap();
    let count = unit.cases(month("2026-11"), caseworker(&stored, "CLM")).unwrap();
    assert_eq!(count.cases, 27);
    assert_eq!(count.split.unwrap().complex, 12);
}
