//! Sheets and lists in the forms that departments keep, each with its figures counted out by hand.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use sagstakt::book::{ImportPlan, plan_import};
use sagstakt::import::{Hints, Known, Mapping, read_bytes_with};

use super::files::{options, sample_book};

/// What was read, as `unit who month figure value`, and the reasons of what was refused.
pub fn read(
    name: &str,
    bytes: &[u8],
    mapping: Mapping,
) -> (Vec<String>, Vec<&'static str>, ImportPlan) {
    let book = sample_book();
    let hints = Hints { known: Known::of(&book), mapping, sheet: None };
    let draft = read_bytes_with(&[(name, bytes)], &hints).unwrap();
    let figures = (0..draft.files.len()).flat_map(|it| draft.figures_of(it));
    let figures = figures
        .map(|it| {
            let who = it.caseworker.clone().unwrap_or_else(|| "-".to_owned());
            format!("{} {who} {} {} {}", it.unit, it.month, it.field.key(), it.value.as_f64())
        })
        .collect();
    let plan = plan_import(&book, draft, options());
    let refused = plan.verdict.files.iter().flat_map(|it| &it.refused.first);
    (figures, refused.map(|it| it.reason.key()).collect(), plan)
}

/// A sheet of texts, numbers where a cell is one.
pub fn sheet(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match (cell.parse::<f64>(), cell.is_empty()) {
                (_, true) => {}
                (Ok(number), _) => drop(sheet.write(row, column, number).unwrap()),
                (Err(_), _) => drop(sheet.write(row, column, *cell).unwrap()),
            }
        }
    }
}

pub fn workbook(name: &str, rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(name).unwrap();
    sheet(page, rows);
    book.save_to_buffer().unwrap()
}

#[track_caller]
pub fn check(name: &str, rows: &[&[&str]], expected: &[&str]) {
    let (figures, refused, _) = read("tal.xlsx", &workbook(name, rows), Mapping::default());
    let unrefused = |it: &&&str| !matches!(**it, "differs_from_stored" | "split_total");
    assert_eq!(refused.iter().filter(unrefused).count(), 0, "{refused:?}");
    assert_eq!(figures, expected);
}

#[test]
fn people_may_stand_as_columns() {
    check(
        "Ark1",
        &[
            &["Sager pr. r\u{e5}dgiver i B\u{f8}rne- og familieafdelingen 2025"],
            &["M\u{e5}ned", "AAK", "CLM", "Ufordelt", "I alt"],
            &["Januar", "27", "27", "2", "56"],
            &["I alt", "27", "27", "2", "56"],
        ],
        &["BFA AAK 2025-01 cases 27", "BFA CLM 2025-01 cases 27", "BFA - 2025-01 unallocated 2"],
    );
}

#[test]
fn two_rows_of_headings_are_read_together() {
    check(
        "Ark1",
        &[
            &["M\u{e5}ned", "Familiehuset", "", "FTI", ""],
            &["", "Sager", "Ventetid (uger)", "Sager", "Ventetid (uger)"],
            &["jan 2025", "37", "6.1", "24", "6.1"],
        ],
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 mean_days_started 42.7",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 mean_days_started 42.7",
        ],
    );
    check(
        "BFA",
        &[
            &["Init", "2024", "", "2025", ""],
            &["", "nov", "dec", "jan", "feb"],
            &["AAK", "1", "2", "3", "4"],
        ],
        &[
            "BFA AAK 2024-11 cases 1",
            "BFA AAK 2024-12 cases 2",
            "BFA AAK 2025-01 cases 3",
            "BFA AAK 2025-02 cases 4",
        ],
    );
    check(
        "Ark1",
        &[
            &["R\u{e5}dgiver", "Januar 2025", "", "Februar 2025", ""],
            &["", "Sager", "Nye", "Sager", "Nye"],
            &["AAK", "27", "1", "26", "2"],
        ],
        &["BFA AAK 2025-01 cases 27", "BFA AAK 2025-02 cases 26"],
    );
}

#[test]
fn figures_may_stand_as_rows_and_numbers_as_text_with_thousands_dots() {
    check(
        "Ark1",
        &[
            &["Familiehuset, n\u{f8}gletal 2025"],
            &["N\u{f8}gletal", "Jan.", "Feb."],
            &["Antal sager", "1.037\u{a0}", "37"],
            &["Gns. ventetid i uger", "6,1", "5,4"],
            &["Antal underretninger", "5", "6"],
        ],
        &[
            "FH - 2025-01 cases 1037",
            "FH - 2025-02 cases 37",
            "FH - 2025-01 mean_days_started 42.7",
            "FH - 2025-02 mean_days_started 37.8",
        ],
    );
}

#[test]
fn units_may_stand_as_rows_as_banners_and_as_sheets() {
    check(
        "Ark1",
        &[
            &["Antal p\u{e5} venteliste"],
            &["Tilbud", "jan-25", "feb-25"],
            &["Familiehuset", "8", "9"],
            &["FTI", "6", "5"],
        ],
        &[
            "FH - 2025-01 waiting 8",
            "FH - 2025-02 waiting 9",
            "FTI - 2025-01 waiting 6",
            "FTI - 2025-02 waiting 5",
        ],
    );
    check(
        "Ark1",
        &[
            &["M\u{e5}ned", "Sager", "Venter"],
            &["Familiehuset"],
            &["jan 2025", "37", "8"],
            &["FTI"],
            &["jan 2025", "24", "6"],
        ],
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 waiting 8",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 waiting 6",
        ],
    );
    check(
        "Sager i FTI",
        &[&["M\u{e5}ned", "2023", "2024"], &["jan", "24", "23"]],
        &["FTI - 2023-01 cases 24", "FTI - 2024-01 cases 23"],
    );
}

#[test]
fn headings_may_have_other_words_and_slips() {
    check(
        "Familiehuset",
        &[
            &[
                "Periode",
                "Igangv\u{e6}rende forl\u{f8}b",
                "Tilkomne sager",
                "Afslutede",
                "Takket nej",
            ],
            &["2025-01", "37", "7", "2", "0"],
        ],
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 opened 7",
            "FH - 2025-01 closed 2",
            "FH - 2025-01 withdrawn 0",
        ],
    );
}

#[test]
fn dates_may_be_written_in_many_ways_in_one_column() {
    let text = "Team\tSagsbehandler\tDato\tAktive sager\nBFA\tAAK\t31-01-2025\t27\nBFA\tCLM\t31/01/2025\t27\n\
                BFA\tEBJ\t2025-01-31\t25\nBFA\tGHT\t31. januar 2025\t25\nBFA\tHJ\u{d8}\t28.02.2025\t24\n";
    let (figures, refused, plan) = read("udtr\u{e6}k.txt", text.as_bytes(), Mapping::default());
    let expected = [
        "BFA AAK 2025-01 cases 27",
        "BFA CLM 2025-01 cases 27",
        "BFA EBJ 2025-01 cases 25",
        "BFA GHT 2025-01 cases 25",
        "BFA HJ\u{d8} 2025-02 cases 24",
    ];
    assert_eq!(figures, expected);
    assert!(refused.is_empty() && plan.changes.is_empty(), "the sample says the same");
}

#[test]
fn conflicting_forms_of_numbers_are_asked_about_and_answered_by_a_mapping() {
    let text =
        "M\u{e5}ned;Enhed;Antal sager;Ventetid i dage\n2025-01;FH;37;1.204\n2025-02;FH;37;37.85\n";
    let (_, refused, _) = read("tal.csv", text.as_bytes(), Mapping::default());
    assert_eq!(refused, ["mixed_number_forms"]);
    let told = Mapping::parse("numbers = \"english\"").unwrap();
    let (figures, refused, _) = read("tal.csv", text.as_bytes(), told);
    assert!(refused.is_empty());
    assert!(figures.contains(&"FH - 2025-01 mean_days_started 1.204".to_owned()), "{figures:?}");
}

#[test]
fn what_a_sheet_does_not_say_is_asked_for_and_told_by_a_mapping() {
    let rows: &[&[&str]] =
        &[&["M\u{e5}ned", "Sager", "Ventetid"], &["jan", "37", "6.1"], &["feb", "37", "5.4"]];
    let (figures, refused, _) = read("tal.xlsx", &workbook("Ark1", rows), Mapping::default());
    assert!(figures.is_empty());
    assert_eq!(refused, ["year_not_told", "wait_unit_not_told"]);
    let told =
        "unit = \"Familiehuset\"\nyear = 2025\nwait_unit = \"uger\"\n[columns]\nSager = \"ignore\"";
    let (figures, refused, _) =
        read("tal.xlsx", &workbook("Ark1", rows), Mapping::parse(told).unwrap());
    assert!(refused.is_empty());
    assert_eq!(
        figures,
        ["FH - 2025-01 mean_days_started 42.7", "FH - 2025-02 mean_days_started 37.8"]
    );
    assert!(Mapping::parse("unitt = 1").is_err() && Mapping::parse("numbers = \"x\"").is_err());
}

#[test]
fn dates_for_numbers_merged_numbers_and_errors_are_refused_and_hidden_rows_named() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("FH 2025").unwrap();
    sheet(
        page,
        &[
            &["M\u{e5}ned", "Sager", "Venter"],
            &["jan", "37", "8"],
            &["feb", "", "8"],
            &["mar", "", "9"],
            &["apr", "", "11"],
        ],
    );
    let date = ExcelDateTime::from_ymd(2025, 5, 4).unwrap();
    page.write_with_format(2, 1, &date, &Format::new().set_num_format("d-mmm")).unwrap();
    page.merge_range(3, 1, 4, 1, "39", &Format::new()).unwrap();
    page.write(3, 1, 39).unwrap();
    page.set_row_hidden(1).unwrap();
    let (figures, refused, plan) =
        read("tal.xlsx", &book.save_to_buffer().unwrap(), Mapping::default());
    assert_eq!(refused, ["date_for_number", "merged_number"]);
    assert!(figures.contains(&"FH - 2025-01 cases 37".to_owned()));
    let remarks = &plan.verdict.files[0].remarks.first;
    assert!(remarks.iter().any(|it| it.key() == "hidden_rows"), "{remarks:?}");
}

#[test]
fn somebody_unknown_among_known_people_is_left_out_and_named() {
    let rows: &[&[&str]] = &[&["Init.", "jan 2025"], &["AAK", "27"], &["CLM", "27"], &["AKK", "5"]];
    let (_, refused, plan) = read("bfa.xlsx", &workbook("Ark1", rows), Mapping::default());
    assert!(refused.is_empty());
    let file = &plan.verdict.files[0];
    assert!(
        file.skipped
            .first
            .iter()
            .any(|it| it.reason.key() == "unknown_caseworker" && it.text.as_deref() == Some("AKK"))
    );
    assert!(file.remarks.first.iter().any(|it| it.key() == "looks_like"), "{:?}", file.remarks);
    let strangers: &[&[&str]] = &[&["Init.", "jan 2025"], &["XQ", "27"], &["YQ", "27"]];
    let (_, refused, _) = read("bfa.xlsx", &workbook("Ark1", strangers), Mapping::default());
    assert_eq!(refused, ["unknown_caseworker", "unknown_caseworker"]);
}

#[test]
fn giving_up_is_heard_at_the_next_stretch_of_a_large_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sagstal.csv");
    let rows = "2025-01;A;AB;3\r\n".repeat(1_000_000);
    std::fs::write(&path, format!("M\u{e5}ned;Enhed;R\u{e5}dgiver;Sager\r\n{rows}")).unwrap();
    let mut last = 0;
    let mut calls = 0;
    let read = sagstakt::import::read_paths(&[path], &mut |taken| {
        (last, calls) = (taken, calls + 1);
        calls < 3
    });
    assert!(matches!(read, Err(sagstakt::import::ImportError::Cancelled)));
    assert!(last <= 1 << 20, "{last} bytes were read after three questions");
}
