//! Where the system shows no dialog, it is said, and the path is typed; a dialog that was closed says nothing.

use super::changes::{wait_for_words, wait_until_gone};
use super::*;
use crate::domain::CaseworkerId;
use crate::ui::dialogs::Purpose;
use crate::ui::widgets::ChartForm;

const WORDS: &str = "Systemet kan ikke vise et vindue til at vælge filer";

/// As if the system had answered at once that nothing was chosen.
fn not_shown(harness: &mut Harness<'_, App>, purpose: Purpose) {
    harness.state_mut().platform.dialogs.answered(purpose, Duration::from_millis(20));
    harness.run();
}

fn press(harness: &mut Harness<'_, App>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run();
}

/// Types in place of what stands in the field.
fn type_path(harness: &mut Harness<'_, App>, path: &str) {
    harness.get_by_role_and_label(Role::TextInput, "Sti").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Sti").type_text(path);
    harness.run();
}

#[test]
fn whatever_asked_for_a_path_says_that_there_is_no_dialog() {
    let mut harness = sample();
    for purpose in [
        Purpose::Open,
        Purpose::Create,
        Purpose::Import,
        Purpose::Rejected,
        Purpose::SaveLog,
        Purpose::Folder,
        Purpose::Person(CaseworkerId(2)),
    ] {
        not_shown(&mut harness, purpose);
        sees(&harness, WORDS);
        press(&mut harness, "Annuller");
        assert!(harness.query_all_by_label_contains(WORDS).next().is_none(), "{purpose:?}");
        // Somebody saw it and closed it.
        harness.state_mut().platform.dialogs.answered(purpose, Duration::from_secs(2));
        harness.run();
        assert!(harness.query_all_by_label_contains(WORDS).next().is_none(), "{purpose:?}");
    }
}

#[test]
fn a_chart_says_so_over_the_field_for_its_place() {
    let mut harness =
        sample_with(WindowOptions { page: Some(Page::Caseload), ..WindowOptions::default() });
    let chart = {
        let desk = harness.state().book.open.as_ref().unwrap();
        let unit = desk.state.snapshot.unit_by_code("BFA").unwrap().id;
        let metric = crate::domain::TargetMetric::Caseload;
        let query = crate::view::TrendQuery {
            lang: Lang::Da,
            metric,
            unit,
            half_year: crate::domain::HalfYear::parse("2026H2").unwrap(),
            choice: crate::view::TrendChoice::of(metric),
        };
        crate::view::trend_model(&desk.state.snapshot, &query).unwrap().main.unwrap().chart
    };
    harness.state_mut().pages.trend.saving = Some(crate::ui::pages::Saving {
        form: ChartForm::Svg,
        chart: Box::new(chart),
        path: "a.svg".to_owned(),
        is_typed: false,
    });
    not_shown(&mut harness, Purpose::SaveChart(ChartForm::Svg));
    sees(&harness, WORDS);
    harness.get_by_role_and_label(Role::TextInput, "Mappe og filnavn");
}

#[test]
fn the_path_is_typed_and_nothing_is_written_over() {
    let mut harness = sample();
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("optaget.csv");
    std::fs::write(&taken, "mine").unwrap();
    let log = folder.path().join("Ændringslog.csv");

    not_shown(&mut harness, Purpose::SaveLog);
    type_path(&mut harness, &taken.display().to_string());
    press(&mut harness, "Fortsæt");
    sees(&harness, "Der er allerede en fil med det navn");
    type_path(&mut harness, &log.display().to_string());
    harness.key_press(Key::Enter);
    wait_until_gone(&mut harness, WORDS);
    for _ in 0..2000 {
        harness.run();
        if log.exists() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(std::fs::read(&log).unwrap().starts_with("\u{feff}".as_bytes()));
    assert_eq!(std::fs::read(&taken).unwrap(), b"mine");

    // A file to read must be there.
    not_shown(&mut harness, Purpose::Import);
    type_path(&mut harness, &folder.path().join("ingen.csv").display().to_string());
    press(&mut harness, "Fortsæt");
    sees(&harness, "Der er ingen fil med den sti");
    let table = folder.path().join("sagstal.csv");
    std::fs::write(&table, "Måned;Enhed;Sager\n2026-11;FH;31\n").unwrap();
    type_path(&mut harness, &table.display().to_string());
    press(&mut harness, "Fortsæt");
    wait_for_words(&mut harness, "sagstal.csv");
}
