//! Charts in the window: described, read as a table, copied, saved, followed to a cell, and given an event.

use super::changes::wait_for_words;
use super::*;
use crate::chart::Chart;
use crate::domain::{HalfYear, TargetMetric};
use crate::ui::widgets::ChartForm;

const TREND: &str =
    "Under medianen i 15 af 17 måneder, apr. 2025 – aug. 2026: mere end tilfældig variation";

fn caseload() -> Sample {
    sample_with(WindowOptions { page: Some(Page::Caseload), ..WindowOptions::default() })
}

/// The chart that the page shows, without the page.
fn trend() -> Chart {
    let snapshot = crate::view::sample::sample();
    let unit = snapshot.unit_by_code("BFA").unwrap().id;
    let metric = TargetMetric::Caseload;
    let query = crate::view::TrendQuery {
        lang: Lang::Da,
        metric,
        unit,
        half_year: HalfYear::parse("2026H2").unwrap(),
        choice: crate::view::TrendChoice::of(metric),
    };
    crate::view::trend_model(snapshot, &query).unwrap().main.unwrap().chart
}

fn press(harness: &mut Harness<'_, App>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run();
}

fn choose(harness: &mut Harness<'_, App>, selector: &str, option: &str) {
    harness.get_by_role_and_label(Role::ComboBox, selector).click();
    harness.run();
    press(harness, option);
}

fn described(harness: &Harness<'_, App>, name: &str) -> String {
    let chart = harness.get_by_role_and_label(Role::Image, name);
    chart.accesskit_node().description().unwrap_or_default()
}

/// The menu of the first chart.
fn open_menu(harness: &mut Harness<'_, App>) {
    let menu = harness.query_all_by_role_and_label(Role::Button, "Mere").next();
    menu.unwrap().click();
    harness.run();
}

/// What went to the clipboard, once it is there.
#[track_caller]
fn copied(harness: &mut Harness<'_, App>) -> egui::OutputCommand {
    for _ in 0..3000 {
        harness.step();
        if let Some(command) = harness.output().platform_output.commands.first() {
            return command.clone();
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("nothing was copied");
}

#[test]
fn every_chart_has_a_name_and_a_description() {
    for page in [Page::Caseload, Page::Waiting] {
        let harness = sample_with(WindowOptions { page: Some(page), ..WindowOptions::default() });
        let charts: Vec<_> = harness.query_all_by_role(Role::Image).collect();
        assert!(5 <= charts.len(), "{} charts", charts.len());
        for chart in charts {
            let node = chart.accesskit_node();
            let (name, words) = (node.label().unwrap(), node.description().unwrap());
            assert!(10 < name.len() && words.starts_with(&name), "{name}: {words}");
            assert!(words.contains("Lavest") && words.contains("højest"), "{words}");
        }
    }
    let harness = caseload();
    let words = described(&harness, TREND);
    assert!(words.contains("højest 42,2 (september 2023)"), "{words}");
    assert!(words.contains("Mangler december 2021"), "{words}");
}

#[test]
fn a_chart_can_be_read_as_a_table_of_rows_and_cells() {
    let mut harness = caseload();
    press(&mut harness, "Vis som tabel");
    let table = harness.get_by_role_and_label(Role::Table, TREND);
    let rows: Vec<_> = table.query_all_by_role(Role::Row).collect();
    assert_eq!(rows.len(), 1 + 70, "a head and a row a month, January 2021 to October 2026");
    assert_eq!(table.accesskit_node().data().row_count(), Some(71));
    let heads: Vec<_> = rows[0].query_all_by_role(Role::ColumnHeader).collect();
    let labels: Vec<_> = heads.iter().filter_map(|it| it.accesskit_node().label()).collect();
    assert_eq!(labels, ["Måned", "Sager pr. årsværk", "Grundlag"]);
    let newest = rows[1];
    newest.get_by_role_and_label(Role::RowHeader, "oktober 2026");
    newest.get_by_role_and_label(Role::Cell, "28,8");
    newest.get_by_role_and_label(Role::Cell, "471 sager / 16,3 årsværk");
    press(&mut harness, "Vis som diagram");
    harness.get_by_role_and_label(Role::Image, TREND);
}

#[test]
fn figures_and_picture_are_copied() {
    let mut harness = caseload();
    open_menu(&mut harness);
    harness.get_by_label("Kopiér tal").click();
    let egui::OutputCommand::CopyText(text) = copied(&mut harness) else { panic!("no text") };
    assert!(
        text.starts_with("Måned\tSager pr. årsværk\tGrundlag\r\noktober 2026\t28,8\t"),
        "{text}"
    );
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Kopiér billede").click();
    let egui::OutputCommand::CopyImage(image) = copied(&mut harness) else { panic!("no picture") };
    assert_eq!(image.size, [1600, 900]);
    assert!(image.pixels.iter().any(|it| *it != image.pixels[0]), "an empty picture");
}

#[test]
fn a_point_is_followed_to_its_cell_with_the_keys_alone() {
    let mut harness = caseload();
    harness.get_by_role_and_label(Role::Image, TREND).focus();
    harness.run();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    let value = harness.get_by_role_and_label(Role::Image, TREND).value();
    assert!(value.unwrap_or_default().starts_with("september 2026, 29,7"));
    harness.key_press(Key::Enter);
    harness.run();
    let app = harness.state();
    assert_eq!(app.selection.page, Page::Entry);
    assert_eq!(app.pages.entry.month.map(|it| it.to_string()).as_deref(), Some("2026-09"));
    assert!(app.pages.entry.grid.has_focus(), "the cell has the keys");
}

#[test]
fn a_chart_is_saved_where_it_was_typed_and_a_wrong_place_is_told() {
    let mut harness = caseload();
    let folder = tempfile::tempdir().unwrap();
    let chart = trend();
    for (form, begins) in [
        (ChartForm::Svg, b"<svg".as_slice()),
        (ChartForm::Png, b"\x89PNG".as_slice()),
        (ChartForm::Csv, "\u{FEFF}Måned;Sager pr. årsværk;Grundlag".as_bytes()),
    ] {
        let path = folder.path().join(format!("Diagram æøå.{}", form.extension()));
        type_path(&mut harness, form, &chart, &path.display().to_string());
        wait_for_words(&mut harness, &format!("Gemt: {}", path.display()));
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.starts_with(begins), "{}", form.extension());
    }
    let path = folder.path().join("findes ikke/a.svg").display().to_string();
    type_path(&mut harness, ChartForm::Svg, &chart, &path);
    wait_for_words(&mut harness, "Filen kunne ikke gemmes");
}

/// As where the system has no dialogs.
fn type_path(harness: &mut Harness<'_, App>, form: ChartForm, chart: &Chart, path: &str) {
    harness.state_mut().pages.trend.saving = Some(crate::ui::pages::Saving {
        form,
        chart: Box::new(chart.clone()),
        path: path.to_owned(),
        is_typed: true,
    });
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Mappe og filnavn");
    press(harness, "Gem");
}

#[test]
fn an_event_is_put_at_a_month_and_taken_back() {
    let mut harness = caseload();
    open_menu(&mut harness);
    harness.get_by_label("Tilføj hændelse i oktober 2026 …").click();
    harness.run();
    press(&mut harness, "Tilføj");
    sees(&harness, "Skriv, hvad der skete");
    let (role, label) = (Role::TextInput, "Hvad skete der?");
    harness.get_by_role_and_label(role, label).focus();
    harness.run();
    harness.get_by_role_and_label(role, label).type_text("CPR 010190-1234");
    harness.run();
    press(&mut harness, "Tilføj");
    assert!(harness.query_by_role_and_label(role, label).is_some(), "a CPR number is refused");
    harness.get_by_role_and_label(role, label).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(role, label).type_text("Ny visitation");
    harness.run();
    press(&mut harness, "Tilføj");
    for _ in 0..2000 {
        harness.run();
        if described(&harness, TREND).contains("Ny visitation i oktober 2026") {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(described(&harness, TREND).contains("Ny visitation i oktober 2026"));
    assert!(harness.query_by_role_and_label(role, label).is_none(), "the form is closed");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    for _ in 0..2000 {
        harness.run();
        if !described(&harness, TREND).contains("Ny visitation") {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("the event is still there");
}

#[test]
fn figure_span_and_drawing_are_chosen_on_the_page() {
    let mut harness = caseload();
    choose(&mut harness, "Diagram", "Kontroldiagram");
    sees(&harness, "måneder ligger uden for tilfældig variation");
    choose(&mut harness, "Tal", "Sagsantal ultimo");
    choose(&mut harness, "Diagram", "Søjler");
    choose(&mut harness, "Tidsrum", "2 år");
    press(&mut harness, "Vis som tabel");
    let table = harness.get_by_role(Role::Table);
    assert_eq!(table.query_all_by_role(Role::Row).count(), 1 + 22, "January 2025 to October 2026");
}
