//! The half-yearly overview through the window, from the first choice to an edition that is withdrawn.

use super::*;
use crate::book::Book;
use crate::domain::{EditionId, HalfYear};
use crate::view::TypedOverview;

/// High enough for every field and button of the page.
fn page() -> Sample {
    let mut sample = sample_with(WindowOptions {
        page: Some(Page::HalfYear),
        half_year: HalfYear::parse("2025H2"),
        ..WindowOptions::default()
    });
    sample.window.set_size(egui::vec2(1280.0, 2600.0));
    sample.run();
    sample
}

/// Steps until it is shown. Something turns while a thread is at work, so the window never rests.
#[track_caller]
fn wait_for_words(harness: &mut Harness<'_, App>, text: &str) {
    let start = std::time::Instant::now();
    while start.elapsed() < Duration::from_mins(3) {
        harness.step();
        if harness.query_all_by_label_contains(text).next().is_some() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{text} was not shown");
}

fn press(harness: &mut Harness<'_, App>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run();
}

fn fill(harness: &mut Harness<'_, App>, field: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, field).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
    harness.run();
}

/// The edition of this number, with the bytes of its PDF as they lie in the book.
fn stored_pdf(sample: &Sample, number: u32) -> Vec<u8> {
    let book = Book::open(&sample.path).unwrap();
    let editions = &book.snapshot().shared.editions;
    let (id, edition): (EditionId, _) =
        editions.iter().map(|it| (*it.0, it.1)).find(|it| it.1.number == number).unwrap();
    let file = edition.files.iter().find(|it| it.media_type == "application/pdf").unwrap();
    book.edition_file(id, &file.name).unwrap().unwrap()
}

fn compose(harness: &mut Harness<'_, App>) {
    wait_for_words(harness, "Side 1 af");
    sees(harness, "Før den kan udsendes, mangler: udvalg, mødedato, sagsnummer.");
    fill(harness, "Møde", "16.4.2026");
    sees(harness, "Før den kan udsendes, mangler: udvalg, sagsnummer.");
    fill(harness, "Sagsnummer", "22/6043");
    choose(harness, "Udvalg", "Social- og Beskæftigelsesudvalget");
}

fn issue(harness: &mut Harness<'_, App>, number: u32) {
    press(harness, "Udsend …");
    sees(harness, &format!("Udgave {number} af 2. halvår 2025 fryses med tal og filer."));
    harness.get_by_role_and_label(Role::Button, "Udsend nu").click();
    harness.step();
    wait_for_words(harness, &format!("Udsendt: udgave {number}."));
    wait_for_words(harness, &format!("Udgave {number}, udsendt"));
}

/// Four cases more for one caseworker in December, with the reason that is asked for.
fn correct(harness: &mut Harness<'_, App>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    let cell = harness.get_by_label_contains("CLM december 2025: ");
    let label = cell.accesskit_node().label().unwrap();
    let cases: i64 = label.rsplit(": ").next().unwrap().parse().unwrap();
    cell.click();
    harness.run();
    harness.event(egui::Event::Text((cases + 4).to_string()));
    harness.run();
    harness.key_press(Key::Enter);
    wait_for_words(harness, "2. halvår 2025 er udsendt. Skriv, hvorfor tallet rettes");
    assert!(
        harness.get_by_role_and_label(Role::Button, "Gem rettelsen").accesskit_node().is_disabled()
    );
    harness.event(egui::Event::Text("Fire sager talt to gange".to_owned()));
    harness.run();
    press(harness, "Gem rettelsen");
    wait_for_words(harness, &format!("CLM december 2025: {}", cases + 4));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    harness.run();
}

#[test]
fn an_edition_from_the_first_choice_to_its_withdrawal() {
    let mut sample = page();
    compose(&mut sample);
    issue(&mut sample, 1);
    let first = stored_pdf(&sample, 1);
    assert!(first.starts_with(b"%PDF"));

    correct(&mut sample);
    wait_for_words(&mut sample, "Rettet siden sidste udgave:");
    let title = sample.get_by_label_contains("Rettet siden sidste udgave:");
    title.click();
    // The sample's 464 cases (`truth/overview-2025H2.json`), and four more.
    wait_for_words(&mut sample, "Sagsantal ultimo: 464 → 468");
    wait_for_words(&mut sample, "Fire sager talt to gange");
    issue(&mut sample, 2);
    assert_ne!(stored_pdf(&sample, 2), first);

    // The first one is had again, byte for byte; it is said where, and offered.
    let out = tempfile::tempdir().unwrap();
    fill(&mut sample, "Mappe", &out.path().display().to_string());
    sample.query_all_by_label("Hent PDF").last().unwrap().click();
    sample.run();
    wait_for_words(&mut sample, "Skrevet: ");
    for link in ["Åbn", "Vis i mappe"] {
        sample.get_by_role_and_label(Role::Button, link);
    }
    let written = out.path().join("Halvårsoversigt 2025H2 udgave 1.pdf");
    assert_eq!(std::fs::read(written).unwrap(), first);
    assert_eq!(stored_pdf(&sample, 1), first);

    sample.query_all_by_label("Træk tilbage …").next().unwrap().click();
    sample.run();
    assert!(
        sample.get_by_role_and_label(Role::Button, "Træk tilbage").accesskit_node().is_disabled()
    );
    fill(&mut sample, "Hvorfor trækkes udgaven tilbage?", "Forkert møde");
    press(&mut sample, "Træk tilbage");
    wait_for_words(&mut sample, "trukket tilbage");
    sees(&sample, "Udgave 2, udsendt");
    let book = Book::open(&sample.path).unwrap();
    let editions = book.snapshot().shared.editions.values();
    let withdrawn: Vec<_> = editions.map(|it| it.withdrawn.clone()).collect();
    assert_eq!(withdrawn, [None, Some("Forkert møde".to_owned())]);

    // Whoever opens the book on another computer goes on from the edition that stands.
    let begun = |half| TypedOverview::begun(book.snapshot(), HalfYear::parse(half).unwrap());
    let fields = |it: TypedOverview| [it.committee, it.case_number, it.meeting];
    assert_eq!(fields(begun("2025H2")), ["SB", "22/6043", ""]);
    assert_eq!(fields(begun("2026H1")), ["SB", "", ""]);
    choose(&mut sample, "Periode", "1. halvår 2026");
    assert_eq!(value_of(&sample, "Udvalg"), "Social- og Beskæftigelsesudvalget");
}

#[test]
fn only_the_committees_overview_can_be_issued() {
    let mut sample = page();
    compose(&mut sample);
    sample.get_by_role_and_label(Role::Button, "Udsend …");
    choose(&mut sample, "Vises for", "Internt (alle tal)");
    sees(&sample, "Kun det, udvalget må se, kan udsendes.");
    assert!(sample.query_by_label("Udsend …").is_none());
}

#[test]
fn the_document_is_copied_three_ways_and_a_file_that_is_no_longer_wanted_is_not_written() {
    let mut sample = page();
    wait_for_words(&mut sample, "Side 1 af");
    let mut copied = Vec::new();
    for button in ["Kopiér sagsfremstilling", "Kopiér som tekst", "Kopiér HTML-kode"] {
        sample.get_by_role_and_label(Role::Button, button).click();
        let text = (0..6000).find_map(|_| {
            sample.step();
            std::thread::sleep(Duration::from_millis(2));
            let commands = &sample.output().platform_output.commands;
            commands.iter().find_map(|command| {
                let egui::OutputCommand::CopyText(text) = command else { return None };
                Some(text.clone())
            })
        });
        copied.push(text.unwrap_or_else(|| panic!("{button} copied nothing")));
    }
    // Without a desktop only the text can be had of what is copied both ways.
    assert!(copied[0].contains("2. halvår 2025") && !copied[0].contains("<table"));
    assert_eq!(copied[0], copied[1]);
    assert!(copied[2].contains("<h1") && copied[2].contains("<table"));

    let out = tempfile::tempdir().unwrap();
    fill(&mut sample, "Mappe", &out.path().display().to_string());
    sample.get_by_role_and_label(Role::Button, "Udgivelsespakke").click();
    sample.step();
    sample.step();
    sample.get_by_role_and_label(Role::Button, "Annuller").click();
    sample.run();
    sample.get_by_role_and_label(Role::Button, "Udgivelsespakke");
    std::thread::sleep(Duration::from_secs(1));
    sample.run();
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0);
}
