//! The window, driven by the names a screen reader hears.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::book::clock;
use crate::domain::{Day, Source};
use crate::text::Lang;
use crate::ui::settings::{SettingsKeeper, SettingsPlace};
use crate::ui::window::app;
use crate::ui::{App, Start, ThemeChoice, WindowOptions};
use crate::view::Page;

mod changes;
mod charts;
mod dialogs;
mod register;
mod entry;
mod entry_random;
mod entry_scale;
mod entry_slow;
mod half_year;
mod importing;
mod written;

fn harness(options: WindowOptions) -> Harness<'static, App> {
    let options = WindowOptions { today: Day::parse_iso("2026-12-01"), ..options };
    let settings = SettingsKeeper::start(&options.settings);
    Harness::builder()
        .with_size([1280.0, 800.0])
        // The writer thread asks for a frame whenever it has news.
        .with_max_steps(200)
        .build_eframe(move |context| app(&context.egui_ctx, options, settings).unwrap())
}

fn start_page() -> Harness<'static, App> {
    harness(WindowOptions { settings: SettingsPlace::Nowhere, ..WindowOptions::default() })
}

/// The window on a sample book of its own.
struct Sample {
    window: Harness<'static, App>,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl std::ops::Deref for Sample {
    type Target = Harness<'static, App>;

    fn deref(&self) -> &Self::Target {
        &self.window
    }
}

impl std::ops::DerefMut for Sample {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.window
    }
}

fn sample() -> Sample {
    sample_with(WindowOptions::default())
}

/// The book is made once and copied for each window.
fn sample_with(mut options: WindowOptions) -> Sample {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("eksempel.sagstakt");
    let bytes = MADE.get_or_init(|| {
        let author = clock::author(Source::Window);
        drop(crate::import::sample::make(&path, "Eksempel Kommune", &author).unwrap());
        std::fs::read(&path).unwrap()
    });
    std::fs::write(&path, bytes).unwrap();
    options.start = Start::File(path.clone());
    options.settings = SettingsPlace::Nowhere;
    let mut window = harness(options);
    wait_for(&mut window, "eksempel.sagstakt");
    Sample { window, path, _folder: folder }
}

/// The writer answers on a thread of its own.
#[track_caller]
fn wait_for(harness: &mut Harness<'_, App>, label: &str) {
    for _ in 0..6000 {
        harness.run();
        if harness.query_all_by_label(label).next().is_some() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("{label} was not shown");
}

#[track_caller]
fn sees(harness: &Harness<'_, App>, text: &str) {
    let found = harness.query_all_by_label_contains(text).next();
    assert!(found.is_some(), "{text} is not shown");
}

fn page_named(harness: &Harness<'_, App>, name: &str) -> bool {
    let tab = harness.get_by_role_and_label(Role::Tab, name);
    tab.accesskit_node().is_selected().unwrap_or_default()
}

#[test]
fn the_start_page_offers_three_ways_in() {
    let mut harness = start_page();
    harness.run();
    for name in ["Opret ny fil", "Åbn fil", "Prøv med eksempeldata"] {
        harness.get_by_role_and_label(Role::Button, name);
    }
    harness.get_by_role_and_label(Role::Button, "Prøv med eksempeldata").click();
    harness.run_steps(3);
    sees(&harness, "Åbner Eksempel Kommune …");
    wait_for(&mut harness, "Overblik");
    sees(&harness, "Eksempel Kommune.sagstakt");
    sees(&harness, "471 sager / 16,3 årsværk");
    let folder =
        harness.state().book.open.as_ref().unwrap().state.path.parent().unwrap().to_owned();
    drop(harness);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_file_that_is_not_there_is_explained_and_the_message_can_be_closed() {
    let mut harness = start_page();
    harness.run();
    let field = |harness: &Harness<'_, App>| {
        harness.get_by_role_and_label(Role::TextInput, "Eller skriv, hvor filen ligger").focus();
    };
    field(&harness);
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Eller skriv, hvor filen ligger")
        .type_text("findes-ikke.sagstakt");
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Åbn").click();
    wait_for(&mut harness, "Luk beskeden");
    sees(&harness, "Filen findes ikke: findes-ikke.sagstakt");
    harness.get_by_label("Luk beskeden").click();
    harness.run();
    assert!(harness.query_by_label("Luk beskeden").is_none());
}

#[test]
fn broken_settings_are_told_on_the_start_page() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("window.json");
    std::fs::write(&path, "not json").unwrap();
    let mut harness =
        harness(WindowOptions { settings: SettingsPlace::File(path), ..WindowOptions::default() });
    harness.run();
    sees(&harness, "Vinduets indstillinger kunne ikke læses");
    harness.get_by_role_and_label(Role::Button, "Opret ny fil");
}

#[test]
fn the_overview_says_what_is_missing_and_how_it_goes() {
    let harness = sample();
    sees(&harness, "Mangler 3 tal");
    sees(&harness, "471 sager / 16,3 årsværk");
    sees(&harness, "Over målet på 6 uger");
    let title =
        "Under medianen i 15 af 17 måneder, apr. 2025 – aug. 2026: mere end tilfældig variation";
    harness.get_by_role_and_label(Role::Image, title);
}

#[test]
fn pages_are_chosen_in_the_rail_and_with_keys() {
    let mut harness = sample();
    assert!(page_named(&harness, "Overblik"));
    harness.get_by_role_and_label(Role::Tab, "Sager pr. rådgiver").click();
    harness.run();
    assert!(page_named(&harness, "Sager pr. rådgiver"));
    sees(&harness, "Manglende årsværk");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    assert_eq!(harness.state().selection.page, Page::Waiting);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run();
    assert!(page_named(&harness, "Overblik"));
}

#[test]
fn pages_that_are_not_built_cannot_be_chosen() {
    let mut harness = sample();
    let tab = harness.get_by_role_and_label(Role::Tab, "Scenarie");
    assert!(tab.accesskit_node().is_disabled());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num6);
    harness.run();
    assert!(page_named(&harness, "Overblik"));
}

#[test]
fn unit_and_period_are_shared_by_the_pages() {
    let mut harness = sample();
    choose(&mut harness, "Enhed", "Forebyggende Tidlig Indsats");
    choose(&mut harness, "Periode", "1. halvår 2026");
    assert!(harness.query_by_label("Familiehuset").is_none());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    sees(&harness, "Median ventetid, juni 2026");
    assert_eq!(value_of(&harness, "Enhed"), "Forebyggende Tidlig Indsats");
    assert_eq!(value_of(&harness, "Periode"), "1. halvår 2026");
    // A unit without caseworkers gives way to one that has them, and comes back.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run();
    assert_eq!(value_of(&harness, "Enhed"), "Børne- og familieafdelingen");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run();
    assert_eq!(value_of(&harness, "Enhed"), "Forebyggende Tidlig Indsats");
}

fn choose(harness: &mut Harness<'_, App>, selector: &str, option: &str) {
    harness.get_by_role_and_label(Role::ComboBox, selector).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, option).click();
    harness.run();
}

#[test]
fn a_list_closes_when_a_key_has_chosen_and_the_keyboard_goes_on_from_it() {
    let mut harness = sample();
    harness.get_by_role_and_label(Role::ComboBox, "Periode").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "1. halvår 2024").focus();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(value_of(&harness, "Periode"), "1. halvår 2024");
    assert!(harness.query_by_role_and_label(Role::Button, "2. halvår 2024").is_none());
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(value_of(&harness, "Periode"), "2. halvår 2023");
}

fn value_of(harness: &Harness<'_, App>, selector: &str) -> String {
    let selector = harness.get_by_role_and_label(Role::ComboBox, selector);
    selector.value().unwrap_or_default()
}

#[test]
fn language_and_theme_change_at_once() {
    let mut harness = sample();
    harness.get_by_role_and_label(Role::Button, "Visning").click();
    harness.run();
    harness.get_by_label("English").click();
    harness.run();
    assert_eq!(harness.state().lang(), Lang::En);
    sees(&harness, "471 cases / 16.3 FTE");
    harness.get_by_role_and_label(Role::Button, "Display").click();
    harness.run();
    harness.get_by_label("Dark").click();
    harness.run();
    assert_eq!(harness.state().settings.now.theme, ThemeChoice::Dark);
    assert_eq!(harness.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn every_page_can_be_drawn_in_both_languages_without_a_missing_letter() {
    for lang in [Lang::Da, Lang::En] {
        for page in [Page::Overview, Page::Caseload, Page::Waiting] {
            let options =
                WindowOptions { page: Some(page), lang: Some(lang), ..Default::default() };
            drop(sample_with(options));
        }
    }
}

#[test]
fn the_arrow_keys_walk_through_the_months_of_a_chart() {
    let mut harness = sample();
    let months = |harness: &Harness<'_, App>| {
        let chart = harness.get_by_role(Role::Image);
        chart.value().unwrap_or_default()
    };
    harness.get_by_role(Role::Image).focus();
    harness.run();
    assert_eq!(months(&harness), "oktober 2026, 28,8, 471 sager / 16,3 årsværk");
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!(months(&harness).starts_with("september 2026, 29,7"));
}

#[test]
fn the_file_can_be_closed_again() {
    let mut harness = sample();
    harness.get_by_role_and_label(Role::Button, "Visning").click();
    harness.run();
    harness.get_by_label("Luk filen").click();
    wait_for(&mut harness, "Prøv med eksempeldata");
    assert!(harness.state().book.open.is_none());
}
