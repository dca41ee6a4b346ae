//! Files the window writes beside the book: a person's own data, and the change log.

use super::changes::wait_for_words;
use super::*;
use crate::book::{Command, PeopleCommand};
use crate::domain::{CaseworkerId, Month, Snapshot, Unit, UnitId, UnitName};

fn snapshot(window: &Harness<'_, App>) -> Snapshot {
    window.state().book.open.as_ref().unwrap().named()
}

/// The unit and the newest number of whoever has these initials.
fn named(window: &Harness<'_, App>, initials: &str) -> (UnitId, CaseworkerId) {
    let snapshot = snapshot(window);
    let all = snapshot.units().flat_map(|it| it.caseworkers.keys().map(move |id| (it.id, *id)));
    let own =
        all.filter(|it| snapshot.called(it.0, it.1).is_some_and(|who| who.initials == initials));
    own.max_by_key(|it| it.1).unwrap()
}

fn run(window: &mut Harness<'_, App>, command: Command) {
    let before = snapshot(window).revision;
    window.state_mut().ask_writer(crate::ui::jobs::Request::Run(command, None));
    for _ in 0..2000 {
        window.run();
        if before < snapshot(window).revision {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("nothing was saved");
}

fn disclose(window: &mut Harness<'_, App>, id: CaseworkerId, path: PathBuf) {
    let lang = window.state().lang();
    window.state_mut().ask_writer(crate::ui::jobs::Request::Disclose { id, path, lang });
}

fn read(path: &std::path::Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    rows.records().map(|it| it.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Everything about GHT, who has moved and been renamed: from the sample's own tables, and what was done here.
#[test]
fn a_person_gets_everything_the_book_holds_and_nothing_about_others() {
    let mut window = sample();
    let (bfa, ght) = named(&window, "GHT");
    let month = |text| Month::parse_iso(text).unwrap();
    let cases =
        snapshot(&window).unit(bfa).unwrap().counts.iter().filter(|it| it.0.1 == ght).count();
    let others = snapshot(&window).unit(bfa).unwrap().caseworkers.len();
    assert!(24 < cases && 1 < others);
    let unit = Unit {
        code: "MOD".to_owned(),
        names: vec![UnitName { name: "Modtagelsen".to_owned(), from: month("2020-01"), to: None }],
        ..snapshot(&window).unit(bfa).unwrap().unit.clone()
    };
    run(&mut window, Command::AddUnits(vec![unit]));
    let to = snapshot(&window).unit_by_code("MOD").unwrap().id;
    let from = month("2026-12");
    let moved = PeopleCommand::MoveCaseworker { id: ght, to, from };
    run(&mut window, Command::People(moved));
    let folder = window.path.with_file_name("ud");
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("indsigt.csv");
    let now = named(&window, "GHT");
    assert_eq!(now.0, to);
    disclose(&mut window, now.1, path.clone());
    wait_for_words(&mut window, "Alt, hvad filen rummer om GHT, er gemt");
    let rows = read(&path);
    assert_eq!(rows[0], ["Slags", "Enhed", "Fra", "Til", "Hvad", "Værdi", "Gjort af", "Tidspunkt"]);
    let of = |kind: &str| rows.iter().filter(|it| it[0] == kind).collect::<Vec<_>>();
    assert_eq!(of("Initialer")[0][5], "GHT");
    // Also the months in the unit she has left.
    assert_eq!(of("Sager").len(), cases);
    let stays: Vec<_> = of("I enheden").iter().map(|it| it[1].clone()).collect();
    assert!(stays.contains(&"BFA".to_owned()) && stays.contains(&"MOD".to_owned()), "{stays:?}");
    let moves = of("Ændringslog");
    assert!(moves.iter().any(|it| it[1] == "MOD" && !it[6].is_empty() && it[7].len() >= 19));
    let known = snapshot(&window);
    let names = known.identities.values().map(|it| it.initials.as_str()).filter(|it| *it != "GHT");
    for name in names {
        let is_in =
            rows.iter().flatten().any(|it| it.split([' ', ',', ':']).any(|word| word == name));
        assert!(!is_in, "{name} is somebody else");
    }
    // A folder that is not there: said, and nothing is left behind.
    disclose(&mut window, now.1, folder.join("mangler/indsigt.csv"));
    wait_for_words(&mut window, "mangler");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn the_listed_steps_are_written_on_a_thread_of_their_own_and_what_is_gone_has_its_name() {
    let mut window =
        sample_with(WindowOptions { page: Some(Page::Register), ..WindowOptions::default() });
    let (bfa, _) = named(&window, "GHT");
    let unit = Unit { code: "NYT".to_owned(), ..snapshot(&window).unit(bfa).unwrap().unit.clone() };
    run(&mut window, Command::AddUnits(vec![unit]));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    for _ in 0..2000 {
        window.run();
        if snapshot(&window).unit_by_code("NYT").is_none() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    window.get_by_role_and_label(Role::Tab, "Ændringslog").click();
    wait_for_words(&mut window, "Fortrudt (skridt");
    let path = window.path.with_file_name("log.csv");
    let ctx = window.ctx.clone();
    window.state_mut().save_log(&ctx, &path);
    assert!(window.state().pages.register.log.writing.is_some(), "the frame does not write it");
    wait_for_words(&mut window, "Ændringsloggen er gemt");
    let rows = read(&path);
    let what = rows[0].iter().position(|it| it == "Hvad").unwrap();
    let of_unit = rows.iter().filter(|it| it[what] == "Enhed NYT").count();
    assert_eq!(of_unit, 2, "made, and taken back");
    assert!(rows.iter().flatten().all(|it| !it.contains('#')), "a number stands for a name");
    let seen = window.query_all_by_label_contains("Enhed #").count();
    assert_eq!(seen, 0);
    let nowhere = window.path.with_file_name("mangler").join("log.csv");
    window.state_mut().save_log(&ctx, &nowhere);
    wait_for_words(&mut window, "findes ikke");
}
