//! Master data through the window, by the names a screen reader hears and with the keys alone.

use super::changes::{wait_for_words, wait_until_gone};
use super::*;

fn register() -> Sample {
    sample_with(WindowOptions { page: Some(Page::Register), ..WindowOptions::default() })
}

fn section(harness: &mut Harness<'_, App>, name: &str) {
    harness.get_by_role_and_label(Role::Tab, name).click();
    harness.run();
}

fn press(harness: &mut Harness<'_, App>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run();
}

/// Replaces what stands in a field.
fn fill(harness: &mut Harness<'_, App>, field: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, field).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
    harness.run();
}

fn choose_row(harness: &mut Harness<'_, App>, words: &str) {
    let rows = harness.query_all_by_role(Role::ListBoxOption);
    let found = rows
        .into_iter()
        .find(|it| it.accesskit_node().label().is_some_and(|label| label.starts_with(words)));
    found.unwrap_or_else(|| panic!("no row {words}")).click();
    harness.run();
}

#[test]
fn a_leave_is_reported_and_shown_in_the_list() {
    let mut harness = register();
    section(&mut harness, "Rådgivere");
    choose_row(&mut harness, "GHT");
    press(&mut harness, "Meld fravær");
    fill(&mut harness, "Fra", "1.11.2026");
    fill(&mut harness, "Til og med", "31.12.2026");
    harness.key_press(Key::Enter);
    wait_for_words(&mut harness, "1. nov. 2026 – 31. dec. 2026");
    // The day is 1 December: away today.
    let away = "GHT, BFA · 33,3 timer om ugen Orlov";
    assert!(harness.query_by_label(away).is_some(), "{away} is not in the list");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    wait_for(&mut harness, "GHT, BFA · 33,3 timer om ugen");
}

#[test]
fn a_caseworker_is_moved_to_a_unit_that_was_just_made() {
    let mut harness = register();
    press(&mut harness, "Ny enhed");
    // The first field has the keys; Tab goes on; Enter saves.
    harness.event(egui::Event::Text("MOD".to_owned()));
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    harness.event(egui::Event::Text("Modtagelsen".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    wait_for_words(&mut harness, "Modtagelsen, MOD · tæller pr. rådgiver");
    section(&mut harness, "Rådgivere");
    choose_row(&mut harness, "GHT");
    press(&mut harness, "Flyt til en anden enhed");
    fill(&mut harness, "Fra måned", "dec 2026");
    harness.key_press(Key::Enter);
    wait_for_words(&mut harness, "GHT, MOD");
    // Who has left stands last, far down; a search brings both in sight.
    fill(&mut harness, "Søg", "ght");
    sees(&harness, "GHT, BFA · 33,3 timer om ugen Stoppet nov. 2026");
    // The time line goes on from one unit to the next.
    choose_row(&mut harness, "GHT, MOD");
    let lines = harness.query_all_by_role(Role::Image);
    let words: Vec<String> = lines.filter_map(|it| it.accesskit_node().description()).collect();
    let of_unit = |code: &str| words.iter().any(|it| it.contains(code));
    assert!(of_unit("BFA, ") && of_unit("MOD, siden dec"), "{words:?}");
}

#[test]
fn a_target_is_added_and_drawn_in_the_chart() {
    let mut harness = register();
    section(&mut harness, "Måltal");
    press(&mut harness, "Nyt måltal");
    press(&mut harness, "20–30 sager pr. årsværk");
    fill(&mut harness, "Øvre grænse", "24");
    fill(&mut harness, "Nedre grænse", "18");
    fill(&mut harness, "Gælder fra", "1.1.2026");
    choose(&mut harness, "Gælder for", "Børne- og familieafdelingen");
    press(&mut harness, "Tilføj");
    wait_for_words(&mut harness, "Sager pr. årsværk · 18–24");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run();
    let chart = harness.query_all_by_role(Role::Image).next().unwrap();
    let words = chart.accesskit_node().description().unwrap_or_default();
    assert!(words.contains("18–24"), "{words}");
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_what_is_typed_stays() {
    let mut harness = register();
    section(&mut harness, "Rådgivere");
    press(&mut harness, "Ny rådgiver");
    fill(&mut harness, "Initialer", "010190-1234");
    fill(&mut harness, "Timer om ugen", "fuld tid");
    press(&mut harness, "Tilføj");
    sees(&harness, "Teksten ligner et CPR-nummer");
    let hours = harness.get_by_role_and_label(Role::TextInput, "Timer om ugen");
    assert_eq!(hours.value().unwrap(), "fuld tid");
    fill(&mut harness, "Timer om ugen", "37");
    fill(&mut harness, "Initialer", "GHT");
    press(&mut harness, "Tilføj");
    wait_for_words(&mut harness, "GHT er allerede i enheden.");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("Tilføj").is_none());
}

#[test]
fn deleting_a_caseworker_is_taken_back_by_one_undo() {
    let mut harness = register();
    section(&mut harness, "Rådgivere");
    choose_row(&mut harness, "GHT");
    press(&mut harness, "Slet");
    wait_until_gone(&mut harness, "GHT, BFA");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    wait_for_words(&mut harness, "GHT, BFA");
}

#[test]
fn the_log_says_what_was_done_and_a_step_is_taken_back_from_it() {
    let mut harness = register();
    section(&mut harness, "Rådgivere");
    choose_row(&mut harness, "GHT");
    press(&mut harness, "Meld fravær");
    fill(&mut harness, "Fra", "1.11.2026");
    harness.key_press(Key::Enter);
    wait_for_words(&mut harness, "siden 1. nov. 2026");
    section(&mut harness, "Ændringslog");
    wait_for_words(&mut harness, "BFA GHT fravær: – → Orlov 1. nov. 2026");
    choose_row(&mut harness, "BFA GHT fravær");
    press(&mut harness, "Tag skridtet tilbage");
    wait_for_words(&mut harness, "Fortrudt (skridt");
    let away = |harness: &Harness<'_, App>| {
        let snapshot = &harness.state().book.open.as_ref().unwrap().state.snapshot;
        snapshot.units().flat_map(|it| it.absences.values()).filter(|it| it.to.is_none()).count()
    };
    let before = away(&harness);
    // Taken back already: the button rests, and going back to the beginning of the book is possible.
    let button = harness.get_by_role_and_label(Role::Button, "Tag skridtet tilbage");
    assert!(button.accesskit_node().is_disabled());
    assert_eq!(away(&harness), before);
    choose(&mut harness, "Tidsrum", "I dag");
    choose(&mut harness, "Rådgiver i loggen", "CLM");
    sees(&harness, " af ");
}

#[test]
fn a_person_is_erased_only_when_the_initials_are_typed_and_copies_are_named() {
    let mut harness = register();
    section(&mut harness, "Rådgivere");
    choose_row(&mut harness, "GHT");
    press(&mut harness, "Slet personoplysninger …");
    press(&mut harness, "Slet for altid");
    sees(&harness, "Skriv GHT for at bekræfte");
    fill(&mut harness, "Bekræft", "GHT");
    press(&mut harness, "Slet for altid");
    wait_for_words(&mut harness, "Personen hedder nu X1");
    sees(&harness, "eksempel-sikkerhedskopier");
    assert!(harness.query_by_label("Fortryd (Ctrl+Z)").is_none(), "it cannot be undone");
    fill(&mut harness, "Søg", "x1");
    sees(&harness, "X1, BFA");
    let bytes = std::fs::read(&harness.path).unwrap();
    assert!(!bytes.windows(3).any(|it| it == b"GHT"), "the initials are in the file");
}

/// What the rows of the list say first, from the top, as far as they are drawn.
fn first_words(harness: &Harness<'_, App>) -> Vec<String> {
    let rows = harness.query_all_by_role(Role::ListBoxOption);
    let labels = rows.filter_map(|it| it.accesskit_node().label());
    labels.map(|it| it.split(',').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_waiting_list_is_sorted_filtered_and_searched() {
    let mut harness = register();
    section(&mut harness, "Venteliste");
    let places = |harness: &Harness<'_, App>| -> usize {
        let snapshot = &harness.state().book.open.as_ref().unwrap().state.snapshot;
        snapshot.units().map(|it| it.episodes.len()).sum()
    };
    let all = places(&harness);
    sees(&harness, &format!("{all} af {all} pladser"));
    press(&mut harness, "Sortér efter Løbenummer");
    let up = first_words(&harness);
    assert!(up.len() > 5 && up.is_sorted(), "{up:?}");
    press(&mut harness, "Løbenummer, stigende");
    let down = first_words(&harness);
    assert!(down.is_sorted_by(|a, b| a >= b) && down[0] > up[0], "{down:?}");
    choose(&mut harness, "Pladser der vises", "Venter");
    let waiting = {
        let snapshot = &harness.state().book.open.as_ref().unwrap().state.snapshot;
        let all = snapshot.units().flat_map(|it| it.episodes.iter().map(|place| place.outcome));
        all.filter(|it| it.ended().is_none()).count()
    };
    sees(&harness, &format!("{waiting} af {all} pladser"));
    // A search narrows what is shown; what does not exist shows nothing.
    fill(&mut harness, "Søg", "findes ikke");
    sees(&harness, "Intet passer til søgningen");
}

#[test]
fn a_place_is_added_and_started_with_the_keyboard_and_a_cpr_number_is_refused() {
    let mut harness = register();
    section(&mut harness, "Venteliste");
    press(&mut harness, "Ny plads");
    fill(&mut harness, "Løbenummer", "010190-1234");
    press(&mut harness, "Tilføj");
    sees(&harness, "Teksten ligner et CPR-nummer");
    fill(&mut harness, "Løbenummer", "N9001");
    fill(&mut harness, "Visiteret", "1.11.2026");
    harness.key_press(Key::Enter);
    fill(&mut harness, "Søg", "n9001");
    wait_for_words(&mut harness, "N9001, ");
    // Down from the search to the row, F6 to its form.
    harness.get_by_role_and_label(Role::TextInput, "Søg").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::F6);
    harness.run();
    sees(&harness, "Ret pladsen");
    press(&mut harness, "Påbegyndt i dag");
    press(&mut harness, "Gem");
    // The words about the place hold before the save; only the day shows that it arrived.
    wait_for_words(&mut harness, "1. dec. 2026");
    sees(&harness, "N9001, FH · ");
}

#[test]
fn the_waiting_list_is_reached_from_the_pages_that_speak_of_it() {
    let mut harness = register();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    press(&mut harness, "Ventelisteregister");
    sees(&harness, "pladser");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    choose(&mut harness, "Enhed", "Familiehuset");
    press(&mut harness, "Ventelisteregister");
    press(&mut harness, "Indlæs …");
    sees(&harness, "Indlæs");
    assert!(harness.state().pages.importing.is_some());
}

#[test]
fn the_sections_are_turned_and_rows_chosen_with_keys_alone() {
    let mut harness = register();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num7);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
    harness.run();
    harness.event(egui::Event::Text("ght".to_owned()));
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::F6);
    harness.run();
    // The first thing that can be done has the keyboard: a leave is reported.
    harness.key_press(Key::Enter);
    harness.run();
    sees(&harness, "Tomt felt: slutter ikke endnu");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::PageUp);
    harness.run();
    sees(&harness, "Ny enhed");
}

#[test]
fn a_backup_is_made_and_put_back_from_the_window() {
    let mut harness = register();
    section(&mut harness, "Fil");
    sees(&harness, "Nyt i Sagstakt");
    // The day's own comes by itself.
    wait_for_words(&mut harness, "Gendan …");
    press(&mut harness, "Tag en sikkerhedskopi nu");
    wait_for_words(&mut harness, "Sikkerhedskopi lavet");
    section(&mut harness, "Rådgivere");
    choose_row(&mut harness, "GHT");
    press(&mut harness, "Slet");
    wait_until_gone(&mut harness, "GHT, BFA");
    section(&mut harness, "Fil");
    let buttons = harness.query_all_by_role(Role::Button);
    // The newest; both may be of the same minute.
    let named = |button: &egui_kittest::Node<'_>| {
        button.accesskit_node().label().is_some_and(|it| it.starts_with("Gendan …"))
    };
    buttons.into_iter().find(named).unwrap().click();
    harness.run();
    sees(&harness, "gemmes først som en sikkerhedskopi");
    press(&mut harness, "Gendan nu");
    wait_for_words(&mut harness, "Gendannet: ");
    section(&mut harness, "Rådgivere");
    wait_for_words(&mut harness, "GHT, BFA");
    // What was there before lies beside the first two.
    section(&mut harness, "Fil");
    harness.run();
    let folder = harness.path.with_file_name("eksempel-sikkerhedskopier");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 3);
}
