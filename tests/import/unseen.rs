//! Sheets of kinds that were made up after the readers, each with its figures counted out by hand.

use rust_xlsxwriter::Workbook;
use sagstakt::import::Mapping;

use super::forms::{check, read, workbook};

fn figures(bytes: &[u8], mapping: &str) -> (Vec<String>, Vec<&'static str>) {
    let (figures, mut refused, _) = read("tal.xlsx", bytes, Mapping::parse(mapping).unwrap());
    refused.retain(|it| !matches!(*it, "differs_from_stored" | "split_total"));
    refused.sort_unstable();
    refused.dedup();
    (figures, refused)
}

#[track_caller]
fn asked(name: &str, rows: &[&[&str]], reasons: &[&str]) {
    let (figures, refused) = figures(&workbook(name, rows), "");
    assert_eq!(refused, reasons);
    assert!(figures.is_empty(), "{figures:?}");
}

#[track_caller]
fn told(name: &str, rows: &[&[&str]], mapping: &str, expected: &[&str]) {
    let (figures, refused) = figures(&workbook(name, rows), mapping);
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(figures, expected);
}

#[test]
fn columns_without_headings_are_understood_in_a_workbook_too() {
    let months: &[&[&str]] = &[&["jan 2025", "24"], &["feb 2025", "25"], &["mar 2025", "26"]];
    asked("FTI", months, &["figure_not_told"]);
    let expected = ["FTI - 2025-01 cases 24", "FTI - 2025-02 cases 25", "FTI - 2025-03 cases 26"];
    told("FTI", months, "figure = \"cases\"", &expected);
    told(
        "Ark1",
        &[
            &["Familiehuset", "jan 2025", "37", "8"],
            &["FTI", "jan 2025", "24", "6"],
            &["I alt", "", "61", "14"],
        ],
        "[columns]\nC = \"cases\"\nD = \"waiting\"",
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 waiting 8",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 waiting 6",
        ],
    );
    // A title over them says which month it is.
    check(
        "BFA",
        &[&["Sagstal pr. 31. januar 2025"], &["AAK", "27"], &["CLM", "27"]],
        &["BFA AAK 2025-01 cases 27", "BFA CLM 2025-01 cases 27"],
    );
    // Headings that nobody understands are not passed over.
    asked(
        "FTI",
        &[&["M\u{e5}ned", "Gns. antal sager"], &["jan 2025", "24"], &["feb 2025", "25"]],
        &["unknown_table"],
    );
}

#[test]
fn a_sheet_without_headings_beside_others_is_not_read() {
    let mut book = Workbook::new();
    let list: &[&[&str]] = &[&["M\u{e5}ned", "Sager"], &["jan 2025", "24"]];
    super::forms::sheet(book.add_worksheet().set_name("FTI").unwrap(), list);
    let hours: &[&[&str]] = &[&["AAK", "37"], &["CLM", "32"]];
    super::forms::sheet(book.add_worksheet().set_name("Timer").unwrap(), hours);
    let (figures, refused) = figures(&book.save_to_buffer().unwrap(), "");
    assert_eq!((figures, refused.len()), (vec!["FTI - 2025-01 cases 24".to_owned()], 0));
}

#[test]
fn tables_beside_each_other_have_months_of_their_own() {
    check(
        "2025",
        &[
            &["Familiehuset", "", "", "FTI", ""],
            &["M\u{e5}ned", "Sager", "", "M\u{e5}ned", "Sager"],
            &["januar", "37", "", "marts", "23"],
            &["februar", "37", "", "april", "23"],
        ],
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-02 cases 37",
            "FTI - 2025-03 cases 23",
            "FTI - 2025-04 cases 23",
        ],
    );
    // Half a year beside the other, under one title.
    check(
        "Ark1",
        &[
            &["FTI 2025"],
            &["M\u{e5}ned", "Sager", "M\u{e5}ned", "Sager"],
            &["jan", "24", "jul", "22"],
            &["feb", "24", "aug", "21"],
        ],
        &[
            "FTI - 2025-01 cases 24",
            "FTI - 2025-02 cases 24",
            "FTI - 2025-07 cases 22",
            "FTI - 2025-08 cases 21",
        ],
    );
    // Units in another order in the second table.
    check(
        "2025",
        &[
            &["Sager", "", "Venteliste", ""],
            &["Enhed", "jan", "Enhed", "jan"],
            &["Familiehuset", "37", "FTI", "6"],
            &["FTI", "24", "Familiehuset", "8"],
        ],
        &[
            "FH - 2025-01 cases 37",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 waiting 6",
            "FH - 2025-01 waiting 8",
        ],
    );
    // The months once more at the right, to read from.
    check(
        "FTI",
        &[&["M\u{e5}ned", "Sager", "M\u{e5}ned"], &["jan 2025", "24", "jan 2025"]],
        &["FTI - 2025-01 cases 24"],
    );
}

#[test]
fn titles_that_contradict_the_sheets_name_tell_nothing() {
    let month: &[&[&str]] = &[&["Sagstal januar 2025"], &["Init.", "Sager"], &["AAK", "27"]];
    asked("Februar 2025", month, &["month_not_told"]);
    told("Februar 2025", month, "month = \"2025-01\"", &["BFA AAK 2025-01 cases 27"]);
    check("BFA jan 2025", &[&["Init.", "Sager"], &["AAK", "27"]], &["BFA AAK 2025-01 cases 27"]);
    let year: &[&[&str]] = &[&["FTI 2024"], &["M\u{e5}ned", "Sager"], &["jan", "24"]];
    asked("2025", year, &["year_not_told"]);
    // The day of printing is neither.
    let printed: &[&[&str]] =
        &[&["Udskrevet 05-01-2026"], &["M\u{e5}ned", "Sager"], &["jan", "24"]];
    asked("FTI", printed, &["year_not_told"]);
    check("FTI 2025", printed, &["FTI - 2025-01 cases 24"]);
}

#[test]
fn a_line_over_the_headings_is_a_title_whatever_it_begins_with() {
    check(
        "FTI 2025",
        &[
            &["Opgjort ultimo m\u{e5}neden"],
            &["", ""],
            &["", "jan", "feb", "1. halv\u{e5}r", "2025"],
            &["Sager", "24", "24", "24", "24"],
        ],
        &["FTI - 2025-01 cases 24", "FTI - 2025-02 cases 24"],
    );
    check(
        "1. kvartal",
        &[
            &["Antal sager"],
            &["1. kvartal 2025"],
            &["", "Familiehuset", "FTI", "I alt"],
            &["Januar", "37", "24", "61"],
            &["Gns.", "37", "24", "61"],
        ],
        &["FH - 2025-01 cases 37", "FTI - 2025-01 cases 24"],
    );
}

#[test]
fn a_figure_in_the_corner_is_what_the_table_holds() {
    check(
        "Ark1",
        &[
            &["Antal p\u{e5} venteliste", "jan 2025", "feb 2025"],
            &["Familiehuset", "8", "8"],
            &["FTI", "6", "5"],
            &["Hele kommunen", "14", "13"],
        ],
        &[
            "FH - 2025-01 waiting 8",
            "FH - 2025-02 waiting 8",
            "FTI - 2025-01 waiting 6",
            "FTI - 2025-02 waiting 5",
        ],
    );
}

#[test]
fn people_are_known_by_the_form_of_their_names() {
    let expected = [
        "BFA Anne Holm 2025-01 cases 20",
        "BFA Carl \u{d8}. Dam 2025-01 cases 10",
        "BFA Anne Holm 2025-02 cases 21",
        "BFA Carl \u{d8}. Dam 2025-02 cases 11",
    ];
    let rows: &[&[&str]] = &[
        &["M\u{e5}ned", "Anne Holm", "Carl \u{d8}. Dam", "I alt"],
        &["jan 2025", "20", "10", "30"],
        &["feb 2025", "21", "11", "32"],
    ];
    let (found, refused) = figures(&workbook("BFA", rows), "");
    assert_eq!(
        (found.as_slice(), refused.as_slice()),
        (&expected.map(String::from)[..], &["unknown_caseworker"][..])
    );
    let across: &[&[&str]] = &[
        &["", "jan 2025", "feb 2025"],
        &["Anne Holm", "20", "21"],
        &["Carl \u{d8}. Dam", "10", "11"],
    ];
    let (mut found, _) = figures(&workbook("BFA", across), "");
    found.sort_by_key(|it| it.contains("-02"));
    assert_eq!(found, expected);
    // First names alone can be anything, and are told.
    let first: &[&[&str]] = &[&["M\u{e5}ned", "Anne", "Clara"], &["jan 2025", "27", "27"]];
    asked("BFA", first, &["unknown_table"]);
    told(
        "BFA",
        first,
        "[caseworkers]\nAnne = \"AAK\"\nClara = \"CLM\"",
        &["BFA AAK 2025-01 cases 27", "BFA CLM 2025-01 cases 27"],
    );
    // So is a unit under a heading that the book does not know.
    told(
        "2025",
        &[&["M\u{e5}ned", "Familiehuset", "Ungehuset"], &["jan", "37", "24"]],
        "figure = \"cases\"\n[units]\nUngehuset = \"FTI\"",
        &["FH - 2025-01 cases 37", "FTI - 2025-01 cases 24"],
    );
}

#[test]
fn months_may_be_numbers_that_lost_their_form() {
    // 45688, 45716 and 45747 are the last days of January, February and March 2025.
    check(
        "FTI",
        &[&["Dato", "Sager"], &["45688", "24"], &["45716", "24"], &["31.03.25", "23"]],
        &["FTI - 2025-01 cases 24", "FTI - 2025-02 cases 24", "FTI - 2025-03 cases 23"],
    );
    check(
        "FTI",
        &[&["Periode", "Sager"], &["202501", "24"], &["202502", "24"]],
        &["FTI - 2025-01 cases 24", "FTI - 2025-02 cases 24"],
    );
    check(
        "FTI",
        &[&["", "202501", "202502"], &["Sager", "24", "24"]],
        &["FTI - 2025-01 cases 24", "FTI - 2025-02 cases 24"],
    );
    // Weeks are no months.
    let weeks: &[&[&str]] = &[&["Uge", "Sager"], &["uge 12", "24"], &["uge 13", "24"]];
    asked("FTI marts 2025", weeks, &["not_a_month"]);
}

#[test]
fn dashes_are_nothing_alone_and_minuses_before_numbers() {
    check(
        "FTI",
        &[
            &["M\u{e5}ned", "Sager", "Nye sager", "Netto overflyttet"],
            &["jan 2025", "24", "\u{2013}", "\u{2212}2"],
            &["feb 2025", "24", "\u{2014}", "\u{2013}1"],
        ],
        &[
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 net_transferred -2",
            "FTI - 2025-02 cases 24",
            "FTI - 2025-02 net_transferred -1",
        ],
    );
    let negative: &[&[&str]] = &[&["M\u{e5}ned", "Sager"], &["jan 2025", "\u{2212}24"]];
    asked("FTI", negative, &["negative"]);
}

#[test]
fn what_a_pivot_table_calls_nothing_is_nobody() {
    let rows: &[&[&str]] =
        &[&["R\u{e5}dgiver", "jan 2025"], &["AAK", "27"], &["(tom)", "1"], &["Hovedtotal", "28"]];
    let (found, refused) = figures(&workbook("BFA", rows), "");
    assert_eq!((found, refused), (vec!["BFA AAK 2025-01 cases 27".to_owned()], vec!["blank"]));
}

#[test]
fn some_of_the_cases_are_not_all_of_them() {
    check(
        "FTI",
        &[
            &["M\u{e5}ned", "Sager ult.", "Sager (0-6 \u{e5}r)", "Nye", "Lukket"],
            &["jan 2025", "24", "9", "3", "2"],
        ],
        &["FTI - 2025-01 cases 24", "FTI - 2025-01 opened 3", "FTI - 2025-01 closed 2"],
    );
}

#[test]
fn the_year_may_stand_in_the_corner_over_the_months() {
    check(
        "BFA",
        &[&["2025", "AAK", "CLM", "I alt"], &["Januar", "27", "27", "54"]],
        &["BFA AAK 2025-01 cases 27", "BFA CLM 2025-01 cases 27"],
    );
    // What stands over the names of figures is no column of months where months stand beside it.
    check(
        "FTI 2025",
        &[&["M\u{e5}ned", "jan", "feb", "Ultimo"], &["Aktive", "24", "24", "24"]],
        &["FTI - 2025-01 cases 24", "FTI - 2025-02 cases 24"],
    );
}

#[test]
fn a_title_may_say_of_itself_what_it_is() {
    let expected = ["FH - 2025-01 cases 37", "FTI - 2025-01 cases 24"];
    for title in ["Status pr. 31-01-2025", "M\u{e5}nedsrapport for januar 2025"] {
        let rows: &[&[&str]] =
            &[&[title], &["Enhed", "Sager"], &["Familiehuset", "37"], &["FTI", "24"]];
        check("Ark1", rows, &expected);
    }
    check(
        "Ark1",
        &[
            &["Opgjort pr.:", "31-01-2025"],
            &["Enhed:", "Familiehuset"],
            &["N\u{f8}gletal", "Antal"],
            &["Aktive sager", "37"],
            &["P\u{e5} venteliste", "8"],
        ],
        &["FH - 2025-01 cases 37", "FH - 2025-01 waiting 8"],
    );
}

#[test]
fn a_number_with_the_mark_of_a_footnote_is_read_and_remarked_on() {
    let rows: &[&[&str]] = &[
        &["M\u{e5}ned", "Sager", "Nye"],
        &["jan 2025", "24*", "3\u{b2}"],
        &["feb 2025", "24 1)", "(4)"],
        &["mar 2025", "1.023 *", "<5*"],
    ];
    let bytes = workbook("FTI", rows);
    let expected = [
        "FTI - 2025-01 cases 24",
        "FTI - 2025-01 opened 3",
        "FTI - 2025-02 cases 24",
        "FTI - 2025-03 cases 1023",
    ];
    assert_eq!(figures(&bytes, "").0, expected);
    let (_, _, plan) = read("tal.xlsx", &bytes, Mapping::default());
    let file = &plan.verdict.files[0];
    let marks = file.remarks.first.iter().filter(|it| it.key() == "footnote_mark").count();
    let words = file.skipped.first.iter().filter(|it| it.reason.key() == "not_a_number");
    let words: Vec<&str> = words.filter_map(|it| it.text.as_deref()).collect();
    assert_eq!((marks, words), (4, vec!["(4)", "<5*"]));
}

#[test]
fn abbreviated_headings_and_those_of_pivot_tables_are_known() {
    check(
        "FTI",
        &[
            &["Mdr", "Ant. sager", "Tilg.", "Afg.", "Vent.", "Middel af Ventetid (uger)"],
            &["jan 2025", "24", "3", "2", "6", "5"],
        ],
        &[
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 opened 3",
            "FTI - 2025-01 closed 2",
            "FTI - 2025-01 waiting 6",
            "FTI - 2025-01 mean_days_started 35",
        ],
    );
}
