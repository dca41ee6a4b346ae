//! Changes through the window: saved, taken back, refused, and made by others.

use super::*;
use crate::book::{Book, Cell, Circumstances, Command};
use crate::domain::{Month, UnitData, UnitField};
use crate::ui::Action;

/// Steps until the window no longer shows it.
#[track_caller]
pub(super) fn wait_until_gone(harness: &mut Harness<'_, App>, text: &str) {
    for _ in 0..6000 {
        harness.run();
        if harness.query_all_by_label_contains(text).next().is_none() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("{text} is still shown");
}

#[track_caller]
pub(super) fn wait_for_words(harness: &mut Harness<'_, App>, text: &str) {
    for _ in 0..6000 {
        harness.run();
        if harness.query_all_by_label_contains(text).next().is_some() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("{text} was not shown");
}

/// The figure that a screen reader hears under this name, in the card of each unit.
fn key_figures(harness: &Harness<'_, App>, name: &str) -> Vec<String> {
    let figures = harness.query_all_by_role(Role::Group);
    let labels = figures.filter_map(|it| it.accesskit_node().label());
    labels.filter(|it| it.starts_with(name)).collect()
}

/// Cases of Familiehuset, which are typed for the unit.
fn cases_of_fh(unit: &UnitData, month: &str, cases: i64) -> Command {
    Command::SetCells(vec![Cell::Figure {
        unit: unit.id,
        month: Month::parse_iso(month).unwrap(),
        field: UnitField::Cases,
        value: Some(cases),
    }])
}

fn familiehuset(harness: &Harness<'_, App>) -> UnitData {
    let desk = harness.state().book.open.as_ref().unwrap();
    desk.state.snapshot.unit_by_code("FH").unwrap().clone()
}

#[test]
fn a_change_shows_at_once_is_saved_and_can_be_taken_back_and_done_again() {
    let mut harness = sample();
    let unit = familiehuset(&harness);
    let before = cases_in(&harness);
    let ctx = harness.ctx.clone();
    harness.state_mut().perform(&ctx, Action::Run(cases_of_fh(&unit, "2026-10", 333)));
    wait_for_words(&mut harness, "Fortryd FH oktober 2026, Sagsantal (Ctrl+Z)");
    sees(&harness, "FH oktober 2026, Sagsantal:");
    sees(&harness, "Du retter i filen");
    assert_eq!(cases_in(&harness), ["333"]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    wait_until_gone(&mut harness, "Fortryd FH oktober 2026, Sagsantal (Ctrl+Z)");
    assert_eq!(cases_in(&harness), before);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    wait_for_words(&mut harness, "Fortryd FH oktober 2026, Sagsantal (Ctrl+Z)");
    assert_eq!(cases_in(&harness), ["333"]);
    // What the window says is on the disk.
    let book = Book::open(&harness.path).unwrap();
    let month = Month::parse_iso("2026-10").unwrap();
    let stored = book.snapshot().unit(unit.id).unwrap().typed(month, UnitField::Cases);
    assert_eq!(stored, Some(333));
}

/// The number on Familiehuset's third line.
fn cases_in(harness: &Harness<'_, App>) -> Vec<String> {
    let snapshot = &harness.state().book.open.as_ref().unwrap().state.snapshot;
    let month = Month::parse_iso("2026-10").unwrap();
    let unit = snapshot.unit_by_code("FH").unwrap();
    let stored = unit.typed(month, UnitField::Cases).unwrap().to_string();
    assert!(harness.query_all_by_label(&stored).next().is_some(), "{stored} is not shown");
    vec![stored]
}

#[test]
fn the_step_before_the_opening_is_not_taken_back() {
    let mut harness = sample();
    assert!(harness.query_by_label("Fortryd FH oktober 2026, Sagsantal (Ctrl+Z)").is_none());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    wait_for_words(
        &mut harness,
        "Det seneste skridt er gjort af en anden, eller før filen blev åbnet",
    );
    sees(&harness, "471 sager / 16,3 årsværk");
}

#[test]
fn a_refused_change_is_explained_and_changes_nothing() {
    let mut harness = sample();
    let unit = familiehuset(&harness);
    let ctx = harness.ctx.clone();
    harness.state_mut().perform(&ctx, Action::Run(cases_of_fh(&unit, "2026-10", -1)));
    wait_for_words(&mut harness, "Sagsantal kan ikke være negativ: -1");
    assert!(harness.query_by_label("Fortryd FH oktober 2026, Sagsantal (Ctrl+Z)").is_none());
}

#[test]
fn while_somebody_else_saves_the_window_reads_and_says_so() {
    let mut harness = sample();
    let unit = familiehuset(&harness);
    let mut author = clock::author(Source::CommandLine);
    author.user = "karen".to_owned();
    let mut other = Book::open(&harness.path).unwrap();
    let command = cases_of_fh(&unit, "2026-10", 222);
    other.run(command, &author, Circumstances::default()).unwrap();
    let ctx = harness.ctx.clone();
    harness.state_mut().perform(&ctx, Action::Run(cases_of_fh(&unit, "2026-10", 333)));
    wait_for_words(&mut harness, "Filen bruges af karen på");
    // Her change comes by itself, without anybody asking for it.
    wait_for_words(&mut harness, "222");
    sees(&harness, "karen på");
}

#[test]
fn files_that_cannot_be_opened_are_explained_on_the_start_page() {
    let folder = tempfile::tempdir().unwrap();
    let made = sample();
    let sound = std::fs::read(&made.path).unwrap();
    let mut damaged = sound.clone();
    for byte in damaged.iter_mut().skip(4096).step_by(97) {
        *byte ^= 0x5A;
    }
    let mut newer = sound;
    // The format's version is the user version in the header.
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    for (name, bytes, words) in [
        ("tom.sagstakt", Vec::new(), "Filen er tom"),
        ("brev.sagstakt", b"Kaere udvalg".repeat(900), "Filen er ikke en Sagstakt-fil"),
        ("skadet.sagstakt", damaged, "Den er ikke rørt"),
        ("ny.sagstakt", newer, "Filen er lavet af en nyere Sagstakt"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let mut harness = harness(WindowOptions {
            start: Start::File(path),
            settings: SettingsPlace::Nowhere,
            ..WindowOptions::default()
        });
        wait_for_words(&mut harness, words);
        harness.get_by_role_and_label(Role::Button, "Prøv med eksempeldata");
        assert!(harness.state().book.open.is_none(), "{name}");
    }
}

#[test]
fn the_key_figures_are_those_of_the_truth() {
    let harness = sample();
    // October 2026, from `months.json` of the truth.
    let caseload = "Sager pr. årsværk, 28,8, 471 sager / 16,3 årsværk";
    assert!(key_figures(&harness, "Sager pr. årsværk")[0].starts_with(caseload));
    assert_eq!(key_figures(&harness, "Median ventetid").len(), 2);
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_key_figures_of_an_earlier_half_year_are_those_of_the_truth() {
    let mut harness = sample();
    choose(&mut harness, "Periode", "1. halvår 2026");
    let truth = std::fs::read(concat!(env!("SHARED_FOLDER"), "/data/truth/months/months.json"));
    let truth: serde_json::Value = serde_json::from_slice(&truth.unwrap()).unwrap();
    let weeks = |code: &str| {
        let days = value(&truth, code, "2026-06", "wait_started_median");
        format!("{:.1}", days / 7.0).replace('.', ",")
    };
    let shown = key_figures(&harness, "Median ventetid");
    for (code, shown) in ["FH", "FTI"].into_iter().zip(&shown) {
        let expected = format!("Median ventetid, {} uger", weeks(code));
        assert!(shown.starts_with(&expected), "{code}: {shown}, not {expected}");
    }
    let waiting = key_figures(&harness, "Venter nu");
    for (code, shown) in ["FH", "FTI"].into_iter().zip(&waiting) {
        let expected = format!("Venter nu, {},", value(&truth, code, "2026-06", "waiting"));
        assert!(shown.starts_with(&expected), "{code}: {shown}, not {expected}");
    }
}

fn value(truth: &serde_json::Value, unit: &str, month: &str, figure: &str) -> f64 {
    let rows = truth.as_array().unwrap();
    let row = rows.iter().find(|it| it["unit"] == unit && it["month"] == month).unwrap();
    row["figures"][figure]["value"].as_f64().unwrap()
}
