//! What a file does not say is asked for, refused or left out by name: never guessed in silence.

use rust_xlsxwriter::{Format, Workbook};
use sagstakt::import::Mapping;

use super::forms::{check, read, workbook};

#[track_caller]
fn asked(bytes: &[u8], name: &str, reasons: &[&str]) {
    let (figures, mut refused, plan) = read(name, bytes, Mapping::default());
    refused.retain(|it| !matches!(*it, "differs_from_stored" | "split_total"));
    refused.dedup();
    assert_eq!(refused, reasons);
    assert!(figures.is_empty(), "{figures:?}");
    assert!(plan.changes.is_empty());
}

#[track_caller]
fn told(bytes: &[u8], name: &str, mapping: &str, expected: &[&str]) {
    let (figures, mut refused, _) = read(name, bytes, Mapping::parse(mapping).unwrap());
    refused.retain(|it| !matches!(*it, "differs_from_stored" | "split_total"));
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(figures, expected);
}

#[test]
fn columns_pasted_without_headings_are_understood_by_what_stands_in_them() {
    let months = "jan 2025\t24\nfeb 2025\t25\nmar 2025\t26\n".as_bytes();
    asked(months, "Indsat", &["figure_not_told"]);
    told(
        months,
        "Indsat",
        "unit = \"FTI\"\n[columns]\nB = \"cases\"",
        &["FTI - 2025-01 cases 24", "FTI - 2025-02 cases 25", "FTI - 2025-03 cases 26"],
    );
    told(
        b"jan 2025\t6\nfeb 2025\t7,5\n",
        "Indsat",
        "unit = \"FTI\"\nfigure = \"mean_days_started\"\nwait_unit = \"weeks\"",
        &["FTI - 2025-01 mean_days_started 42", "FTI - 2025-02 mean_days_started 52.5"],
    );
    let people = "AAK\t27\nCLM\t26\nHJ\u{d8}\t19\n".as_bytes();
    asked(people, "Indsat", &["month_not_told"]);
    told(
        people,
        "Indsat",
        "month = \"2025-01\"",
        &["BFA AAK 2025-01 cases 27", "BFA CLM 2025-01 cases 26", "BFA HJ\u{d8} 2025-01 cases 19"],
    );
    told(
        b"FH\tjan 2025\t30\t3\nFTI\tjan 2025\t24\t5\nI alt\t\t54\t8\n",
        "Indsat",
        "[columns]\nC = \"cases\"\nD = \"waiting\"",
        &[
            "FH - 2025-01 cases 30",
            "FH - 2025-01 waiting 3",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 waiting 5",
        ],
    );
    // Which of two columns of numbers holds the cases is not taken for granted.
    asked(b"AAK\t27\t4\nCLM\t26\t3\n", "Indsat", &["figure_not_told"]);
    // Numbers about nothing are no list.
    let (figures, refused, _) = read("Indsat", b"1\t27\n2\t26\n", Mapping::default());
    assert_eq!((figures.len(), refused), (0, vec!["unknown_table"]));
}

#[test]
fn pivot_tables_keep_units_years_and_people_over_their_months() {
    let units: &[&[&str]] = &[
        &["R\u{e6}kkenavne", "Sum af Antal sager", "Sum af Ventende"],
        &["Familiehuset", "61", "7"],
        &["   jan 2025", "30", "3"],
        &["   feb 2025", "31", "4"],
        &["FTI", "24", "5"],
        &["   jan 2025", "24", "5"],
        &["Hovedtotal", "85", "12"],
    ];
    let expected = [
        "FH - 2025-01 cases 30",
        "FH - 2025-01 waiting 3",
        "FH - 2025-02 cases 31",
        "FH - 2025-02 waiting 4",
        "FTI - 2025-01 cases 24",
        "FTI - 2025-01 waiting 5",
    ];
    check("Pivot", units, &expected);
    let (_, _, plan) = read("tal.xlsx", &workbook("Pivot", units), Mapping::default());
    let skips = &plan.verdict.files[0].skipped.first;
    let sums: Vec<String> = skips
        .iter()
        .filter(|it| it.reason.key() == "banner")
        .map(|it| it.at.as_ref().unwrap().to_string())
        .collect();
    assert_eq!(sums, ["Pivot!A2:C2", "Pivot!A5:C5"]);
    check(
        "FTI",
        &[
            &["R\u{e6}kkenavne", "Sum af Antal sager"],
            &["2024", "41"],
            &["nov", "20"],
            &["dec", "21"],
            &["2025", "24"],
            &["jan", "24"],
            &["Hovedtotal", "65"],
        ],
        &["FTI - 2024-11 cases 20", "FTI - 2024-12 cases 21", "FTI - 2025-01 cases 24"],
    );
    check(
        "BFA",
        &[
            &["Initialer / m\u{e5}ned", "Antal sager"],
            &["AAK", "53"],
            &["jan 2025", "27"],
            &["feb 2025", "26"],
            &["CLM", "53"],
            &["jan 2025", "27"],
            &["feb 2025", "26"],
        ],
        &[
            "BFA AAK 2025-01 cases 27",
            "BFA AAK 2025-02 cases 26",
            "BFA CLM 2025-01 cases 27",
            "BFA CLM 2025-02 cases 26",
        ],
    );
}

#[test]
fn months_that_go_on_past_december_want_to_be_told_their_year() {
    let across = workbook(
        "Ark1",
        &[
            &["FTI 2024"],
            &["", "okt", "nov", "dec", "jan", "feb"],
            &["Antal sager", "20", "21", "22", "23", "24"],
        ],
    );
    asked(&across, "tal.xlsx", &["year_not_told"]);
    let expected = [
        "FTI - 2024-10 cases 20",
        "FTI - 2024-11 cases 21",
        "FTI - 2024-12 cases 22",
        "FTI - 2025-01 cases 23",
        "FTI - 2025-02 cases 24",
    ];
    told(&across, "tal.xlsx", "year = 2024", &expected);
    let down = workbook(
        "Ark1",
        &[
            &["FTI 2024"],
            &["M\u{e5}ned", "Antal sager"],
            &["okt", "20"],
            &["nov", "21"],
            &["dec", "22"],
            &["jan", "23"],
            &["feb", "24"],
        ],
    );
    asked(&down, "tal.xlsx", &["year_not_told"]);
    told(&down, "tal.xlsx", "year = 2024", &expected);
    // From the newest to the oldest.
    let up = "M\u{e5}ned;Antal sager\nfeb;24\njan;23\ndec;22\n".as_bytes();
    told(
        up,
        "FTI.csv",
        "unit = \"FTI\"\nyear = 2025",
        &["FTI - 2025-02 cases 24", "FTI - 2025-01 cases 23", "FTI - 2024-12 cases 22"],
    );
    // Two units after each other are no turn of the year.
    check(
        "2025",
        &[&["Enhed", "M\u{e5}ned", "Antal sager"], &["FH", "dec", "30"], &["FTI", "jan", "24"]],
        &["FH - 2025-12 cases 30", "FTI - 2025-01 cases 24"],
    );
}

#[test]
fn a_year_is_not_taken_from_the_day_a_file_was_made() {
    let rows: &[&[&str]] = &[&["M\u{e5}ned", "Antal sager"], &["januar", "24"]];
    let bytes = workbook("FTI", rows);
    asked(&bytes, "FTI udtr\u{e6}k 2026-11-05.xlsx", &["year_not_told"]);
    told(&bytes, "FTI 2025.xlsx", "", &["FTI - 2025-01 cases 24"]);
    asked("Enhed;M\u{e5}ned;Antal sager\nFTI;jan-99;24\n".as_bytes(), "tal.csv", &["not_a_month"]);
}

#[test]
fn cases_divided_by_people_are_no_cases() {
    check(
        "FTI",
        &[
            &["M\u{e5}ned", "Antal sager", "Sager pr. r\u{e5}dgiver"],
            &["jan 2025", "240", "22"],
            &["feb 2025", "250", "23"],
        ],
        &["FTI - 2025-01 cases 240", "FTI - 2025-02 cases 250"],
    );
    let alone = workbook(
        "Ark1",
        &[
            &["Sager pr. r\u{e5}dgiver"],
            &["Enhed", "jan 2025", "feb 2025"],
            &["FTI", "22", "23"],
            &["FH", "20", "21"],
        ],
    );
    asked(&alone, "tal.xlsx", &["figure_not_told"]);
    check(
        "BFA",
        &[&["R\u{e5}dgiver", "Sager pr. r\u{e5}dgiver"], &["jan 2025"], &["AAK", "27"]],
        &["BFA AAK 2025-01 cases 27"],
    );
}

#[test]
fn of_two_columns_that_say_the_same_one_is_chosen() {
    let list =
        "Enhed;M\u{e5}ned;Antal sager;Aktive sager;Ventende\nFTI;2025-01;24;25;6\n".as_bytes();
    let (figures, refused, _) = read("tal.csv", list, Mapping::default());
    let twice = refused.iter().filter(|it| **it == "column_twice").count();
    assert_eq!((figures, twice), (vec!["FTI - 2025-01 waiting 6".to_owned()], 2));
    told(
        list,
        "tal.csv",
        "[columns]\n\"Aktive sager\" = \"ignore\"",
        &["FTI - 2025-01 cases 24", "FTI - 2025-01 waiting 6"],
    );
}

#[test]
fn ticked_boxes_and_shares_are_no_numbers() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("FTI").unwrap();
    page.write(0, 0, "M\u{e5}ned").unwrap();
    page.write(0, 1, "Antal sager").unwrap();
    for (row, month) in ["jan 2025", "feb 2025", "mar 2025", "apr 2025"].into_iter().enumerate() {
        page.write(u32::try_from(row).unwrap() + 1, 0, month).unwrap();
    }
    page.write(1, 1, true).unwrap();
    page.write_with_format(2, 1, 1, &Format::new().set_num_format("0%")).unwrap();
    page.write_with_format(3, 1, 0.24, &Format::new().set_num_format("0.0 %")).unwrap();
    page.write(4, 1, 24).unwrap();
    let (figures, _, plan) = read("tal.xlsx", &book.save_to_buffer().unwrap(), Mapping::default());
    assert_eq!(figures, ["FTI - 2025-04 cases 24"]);
    let skips = &plan.verdict.files[0].skipped.first;
    let words = skips.iter().filter(|it| it.reason.key() == "not_a_number");
    let words: Vec<&str> = words.filter_map(|it| it.text.as_deref()).collect();
    assert_eq!(words, ["SAND", "100%", "24%"]);
}

#[test]
fn a_figure_of_another_time_or_of_some_of_the_cases_is_not_the_months() {
    for heading in [
        "Nye sager \u{e5}r til dato",
        "Nye sager akk.",
        "Nye sager (akkumuleret)",
        "Forventet antal sager",
        "Antal sager sidste \u{e5}r",
        "Antal sager (primo)",
        "Antal sager uden foranstaltning",
        "Antal sager med handleplan",
    ] {
        check(
            "FTI",
            &[&["M\u{e5}ned", "Ventende", heading], &["jan 2025", "6", "24"]],
            &["FTI - 2025-01 waiting 6"],
        );
    }
    let title: &[&[&str]] =
        &[&["Nye sager, akkumuleret"], &["Enhed", "jan 2025", "feb 2025"], &["FTI", "3", "7"]];
    asked(&workbook("Ark1", title), "tal.xlsx", &["figure_not_told"]);
}

#[test]
fn a_day_of_a_month_is_no_year_and_two_units_in_a_title_are_not_one() {
    check(
        "FTI 2025",
        &[&["", "Pr. 31. januar", "Pr. 28. februar"], &["Antal sager", "24", "25"]],
        &["FTI - 2025-01 cases 24", "FTI - 2025-02 cases 25"],
    );
    let rows: &[&[&str]] =
        &[&["Familiehuset og FTI"], &["M\u{e5}ned", "Antal sager"], &["jan 2025", "54"]];
    asked(&workbook("Ark1", rows), "tal.xlsx", &["unit_not_told"]);
    let day = "Enhed;M\u{e5}ned;Antal sager\nFTI;26-jan;24\n".as_bytes();
    asked(day, "tal.csv", &["not_a_month"]);
}

#[test]
fn sums_of_several_units_belong_to_none() {
    check(
        "2025",
        &[
            &["", "jan"],
            &["Familiehuset"],
            &["Sager", "37"],
            &["FTI"],
            &["Sager", "24"],
            &["I alt"],
            &["Sager", "61"],
            &["Venter", "14"],
        ],
        &["FH - 2025-01 cases 37", "FTI - 2025-01 cases 24"],
    );
    check(
        "2025",
        &[&["M\u{e5}ned", "FH sager", "FTI sager", "Sager i alt"], &["jan", "37", "24", "61"]],
        &["FH - 2025-01 cases 37", "FTI - 2025-01 cases 24"],
    );
    check(
        "2025",
        &[
            &["Enhed", "M\u{e5}ned", "Sager"],
            &["FTI", "jan", "24"],
            &["Familiehuset og FTI", "jan", "61"],
        ],
        &["FTI - 2025-01 cases 24"],
    );
    check(
        "FTI",
        &[&["M\u{e5}ned", "Ventetid i mdr."], &["jan 2025", "2"]],
        &["FTI - 2025-01 mean_days_started 60.875"],
    );
}
