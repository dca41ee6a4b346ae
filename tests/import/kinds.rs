//! More kinds of sheets and lists, as they were met or made up to be hard; each with its figures counted out by hand.

use rust_xlsxwriter::Format;
use sagstakt::book::{Create, Existing, ImportOptions};
use sagstakt::import::{Hints, Known, Mapping, read_bytes_with};

use super::files::{import, options, sample_book};
use super::forms::{check, read, sheet, workbook};

#[track_caller]
fn check_text(text: &str, expected: &[&str]) {
    let (figures, refused, _) = read("tal.txt", text.as_bytes(), Mapping::default());
    assert_eq!(refused.iter().filter(|it| **it != "differs_from_stored").count(), 0, "{refused:?}");
    assert_eq!(figures, expected);
}

#[test]
fn a_unit_a_year_or_a_month_may_stand_in_the_heading_of_a_figure() {
    check(
        "Ark1",
        &[
            &[
                "M\u{e5}ned",
                "FH sager",
                "FH ventetid (uger)",
                "Sager i FTI",
                "Ventetid i FTI, uger",
            ],
            &["jan 2025", "37", "6", "24", "5"],
        ],
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 mean_days_started 42",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 mean_days_started 35",
        ],
    );
    check(
        "FTI",
        &[&["M\u{e5}ned", "Sager 2024", "Sager 2025"], &["jan", "30", "24"]],
        &["FTI - 2024-01 cases 30", "FTI - 2025-01 cases 24"],
    );
    check(
        "Ark1",
        &[&["R\u{e5}dgiver", "Sager jan 2025", "Sager pr. 28.02.2025"], &["AAK", "27", "26"]],
        &["BFA AAK 2025-01 cases 27", "BFA AAK 2025-02 cases 26"],
    );
    // What one heading says of the unit holds for the column beside it.
    check(
        "Ark1",
        &[&["M\u{e5}ned", "Sager i FTI", "Venteliste"], &["jan 2025", "24", "6"]],
        &["FTI - 2025-01 cases 24", "FTI - 2025-01 waiting 6"],
    );
}

#[test]
fn tables_may_stand_under_each_other_with_headings_of_their_own() {
    check(
        "Ark1",
        &[
            &["Familiehuset 2025"],
            &["M\u{e5}ned", "Sager", "Venter"],
            &["jan", "37", "8"],
            &["I alt", "37", "8"],
            &["FTI 2025"],
            &["M\u{e5}ned", "Venter", "Sager"],
            &["jan", "6", "24"],
        ],
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 waiting 8",
            "FTI - 2025-01 waiting 6",
            "FTI - 2025-01 cases 24",
        ],
    );
    // The same headings again under a title that names another unit.
    check(
        "Ark1",
        &[
            &["Familiehuset 2025"],
            &["M\u{e5}ned", "Sager", "Venter"],
            &["jan", "37", "8"],
            &["Tal for FTI, 2025"],
            &["M\u{e5}ned", "Sager", "Venter"],
            &["jan", "24", "6"],
        ],
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 waiting 8",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 waiting 6",
        ],
    );
    // A unit that the book does not know is not given the figures of the one above it.
    let rows: &[&[&str]] = &[
        &["Familiehuset 2025"],
        &["M\u{e5}ned", "Sager", "Venter"],
        &["jan", "37", "8"],
        &["Ungehuset 2025"],
        &["M\u{e5}ned", "Venter", "Sager"],
        &["jan", "6", "24"],
    ];
    let (figures, refused, _) = read("tal.xlsx", &workbook("Ark1", rows), Mapping::default());
    assert_eq!(figures, ["FH - 2025-01 cases 37", "FH - 2025-01 waiting 8"]);
    assert_eq!(refused, ["unit_not_told"]);
}

#[test]
fn a_label_may_be_written_once_for_several_rows() {
    check(
        "Ark1",
        &[
            &["Enhed", "M\u{e5}ned", "Sager", "Venter"],
            &["Familiehuset", "jan 2025", "37", "8"],
            &["", "feb 2025", "37", "8"],
            &["FTI", "jan 2025", "24", "6"],
            &["", "feb 2025", "24", "5"],
            &["Hovedtotal", "", "122", "27"],
        ],
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 waiting 8",
            "FH - 2025-02 cases 37",
            "FH - 2025-02 waiting 8",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 waiting 6",
            "FTI - 2025-02 cases 24",
            "FTI - 2025-02 waiting 5",
        ],
    );
    check(
        "FTI",
        &[
            &["\u{c5}r", "M\u{e5}ned", "Sager"],
            &["2024", "nov", "20"],
            &["", "dec", "21"],
            &["2025", "jan", "24"],
            &["", "feb", "24"],
        ],
        &[
            "FTI - 2024-11 cases 20",
            "FTI - 2024-12 cases 21",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-02 cases 24",
        ],
    );
    // One gap among names that are written in every row is a gap.
    let gap =
        "Afdeling;Periode;Antal sager\nFH;2025-01;37\nFH;2025-02;37\n;2025-03;36\nFTI;2025-01;24\n";
    let (figures, refused, _) = read("tal.csv", gap.as_bytes(), Mapping::default());
    assert_eq!((figures.len(), refused), (3, vec!["unit_not_told"]));
}

#[test]
fn a_merged_year_holds_for_all_its_rows() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.set_name("FTI").unwrap();
    let mut rows: Vec<Vec<String>> =
        vec![["\u{c5}r", "M\u{e5}ned", "Sager"].map(Into::into).to_vec()];
    for (month, cases) in [("jan", "24"), ("feb", "24"), ("mar", "23"), ("apr", "23")] {
        rows.push(["", month, cases].map(Into::into).to_vec());
    }
    let rows: Vec<Vec<&str>> =
        rows.iter().map(|it| it.iter().map(String::as_str).collect()).collect();
    sheet(page, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    page.merge_range(1, 0, 4, 0, "2025", &Format::new()).unwrap();
    page.write(1, 0, 2025).unwrap();
    let (figures, mut refused, _) =
        read("tal.xlsx", &book.save_to_buffer().unwrap(), Mapping::default());
    let expected = [(1, 24), (2, 24), (3, 23), (4, 23)]
        .map(|it| format!("FTI - 2025-0{} cases {}", it.0, it.1));
    refused.retain(|it| *it != "differs_from_stored");
    assert_eq!((figures.as_slice(), refused.len()), (expected.as_slice(), 0));
}

#[test]
fn headings_of_our_own_do_not_make_a_list_one_of_our_tables() {
    check_text(
        "M\u{e5}ned;Enhed;Gns. ventetid (mdr.);Ventende\njan-25;FTI;2;6\nfeb-25;FTI;1,5;5\n",
        &[
            "FTI - 2025-01 mean_days_started 60.875",
            "FTI - 2025-01 waiting 6",
            "FTI - 2025-02 mean_days_started 45.656",
            "FTI - 2025-02 waiting 5",
        ],
    );
    check_text(
        "M\u{e5}ned;Enhed;Sager;Ventende\nJanuar 2025;FH;37;8\n31-01-2025;FTI;24;6\n2025-02;FH;37;8\n",
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 waiting 8",
            "FTI - 2025-01 cases 24",
            "FTI - 2025-01 waiting 6",
            "FH - 2025-02 cases 37",
            "FH - 2025-02 waiting 8",
        ],
    );
    check_text(
        "Month,Unit,Open cases,Mean wait (days)\n2025-01,FH,37,42.5\n2025-02,FH,37,37.75\n",
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-01 mean_days_started 42.5",
            "FH - 2025-02 cases 37",
            "FH - 2025-02 mean_days_started 37.75",
        ],
    );
}

#[test]
fn the_figure_may_stand_in_a_column_of_its_own() {
    check_text(
        "Enhed\tM\u{e5}ned\tN\u{f8}gletal\tV\u{e6}rdi\nFH\t2025-01\tAntal sager\t37\nFH\t2025-01\tVentende\t8\n",
        &["FH - 2025-01 cases 37", "FH - 2025-01 waiting 8"],
    );
    // Which figure a bare number is, is asked.
    let bare = "Afdeling;Periode;Antal\nFH;2025-01;37\n";
    let (figures, refused, _) = read("tal.csv", bare.as_bytes(), Mapping::default());
    assert_eq!((figures.len(), refused), (0, vec!["figure_not_told"]));
    let told = Mapping::parse("[columns]\nAntal = \"cases\"").unwrap();
    let (figures, refused, _) = read("tal.csv", bare.as_bytes(), told);
    assert_eq!((figures, refused.len()), (vec!["FH - 2025-01 cases 37".to_owned()], 0));
}

#[test]
fn waits_may_name_their_unit_in_the_heading_the_cell_or_a_footnote() {
    for (heading, days) in [
        ("Ventetid (antal uger)", "42"),
        ("Ventetid ml. visitation og opstart (dage)", "6"),
        ("Ventetid fra henvisning til start, uger", "42"),
        ("Gennemsnitlig ventetid i m\u{e5}neder", "182.625"),
        ("Ventedage (gns.)", "6"),
    ] {
        let expected = format!("FTI - 2025-01 mean_days_started {days}");
        check("FTI", &[&["M\u{e5}ned", heading], &["jan 2025", "6"]], &[expected.as_str()]);
    }
    check(
        "FTI",
        &[&["M\u{e5}ned", "Ventetid"], &["jan 2025", "6,5 uger"], &["feb 2025", "40 dage"]],
        &["FTI - 2025-01 mean_days_started 45.5", "FTI - 2025-02 mean_days_started 40"],
    );
    check(
        "FTI",
        &[
            &["M\u{e5}ned", "Ventetid"],
            &["jan 2025", "6"],
            &["Note: ventetiden er opgjort i uger."],
        ],
        &["FTI - 2025-01 mean_days_started 42"],
    );
}

#[test]
fn units_and_people_are_known_by_code_and_name_together() {
    for name in [
        "FH - Familiehuset",
        "Familiehuset (FH)",
        "Familie huset",
        "Familihuset",
        "Team FH",
        "F.H.",
    ] {
        check_text(
            &format!("Afdeling;Periode;Antal sager\n{name};2025-01;37\n"),
            &["FH - 2025-01 cases 37"],
        );
    }
    check_text(
        "Sagsbehandler;jan 2025;feb 2025\nAnne Kj\u{e6}r (AAK);27;26\nCLM / Clara Lund;27;26\nNy Mand (NYM);1;2\n",
        &[
            "BFA AAK 2025-01 cases 27",
            "BFA AAK 2025-02 cases 26",
            "BFA CLM 2025-01 cases 27",
            "BFA CLM 2025-02 cases 26",
            "BFA NYM 2025-01 cases 1",
            "BFA NYM 2025-02 cases 2",
        ],
    );
}

#[test]
fn months_may_be_numbers_dates_with_a_clock_and_a_mixture() {
    check(
        "BFA 2025",
        &[&["R\u{e5}dgiver", "1", "2", "3"], &["AAK", "27", "26", "28"]],
        &["BFA AAK 2025-01 cases 27", "BFA AAK 2025-02 cases 26", "BFA AAK 2025-03 cases 28"],
    );
    check_text(
        "Enhed;Periode;Antal sager\nFH;2025-01-31 23:59;37\nFH;28-02-2025 08:15:02;37\nFH;mar. 2025;36\nFH;202504;36\nFH;2025M05;35\n",
        &[
            "FH - 2025-01 cases 37",
            "FH - 2025-02 cases 37",
            "FH - 2025-03 cases 36",
            "FH - 2025-04 cases 36",
            "FH - 2025-05 cases 35",
        ],
    );
}

#[test]
fn a_unit_that_changed_its_name_midway_is_told_once() {
    let list = "Enhed;Periode;Antal sager\nFH;2025-01;37\nFamilie- og Ungehuset;2025-02;37\n";
    let told = Mapping::parse("[units]\n\"Familie- og Ungehuset\" = \"FH\"").unwrap();
    let (figures, refused, _) = read("tal.csv", list.as_bytes(), told);
    assert_eq!(
        (figures, refused.len()),
        (vec!["FH - 2025-01 cases 37".to_owned(), "FH - 2025-02 cases 37".to_owned()], 0)
    );
    let (_, refused, _) = read("tal.csv", list.as_bytes(), Mapping::default());
    assert_eq!(refused, ["unknown_unit"]);
}

#[test]
fn headings_say_the_same_in_many_words() {
    for (heading, key) in [
        ("Antal b\u{f8}rn i forl\u{f8}b", "cases"),
        ("Sagsantal ultimo m\u{e5}ned", "cases"),
        ("Antal sager i alt", "cases"),
        ("Tilgang af sager", "opened"),
        ("Nye sager i perioden", "opened"),
        ("Afsluttede forl\u{f8}b i m\u{e5}neden", "closed"),
        ("Antal familier p\u{e5} venteliste", "waiting"),
        ("Startede op", "started"),
        ("Frafaldne i m\u{e5}neden", "withdrawn"),
        ("Sager uden fast r\u{e5}dgiver", "unallocated"),
    ] {
        let expected = format!("FTI - 2025-01 {key} 6");
        check("FTI", &[&["M\u{e5}ned", heading], &["jan 2025", "6"]], &[expected.as_str()]);
    }
    // What is opened with is not what is ended with, and what nobody knows is left alone.
    let rows: &[&[&str]] = &[
        &["M\u{e5}ned", "Sager primo", "Sager ultimo", "Underretninger"],
        &["jan 2025", "23", "24", "9"],
    ];
    check("FTI", rows, &["FTI - 2025-01 cases 24"]);
}

#[test]
fn what_stands_about_a_number_a_month_or_a_name_changes_nothing() {
    check(
        "FTI",
        &[
            &["Opgjort", "Antal sager", "Nye sager"],
            &["ult. jan 2025", "1.204 stk.", "12 sager"],
            &["pr. ult. februar 2025", "1\u{a0}215 stk", "8 stk."],
            &["1. kvt. 2025", "1.215", "20"],
        ],
        &[
            "FTI - 2025-01 cases 1204",
            "FTI - 2025-01 opened 12",
            "FTI - 2025-02 cases 1215",
            "FTI - 2025-02 opened 8",
        ],
    );
    check_text(
        "Enhed;\u{c5}r;M\u{e5}ned;Antal sager\nFTI;2025;01;24\nFTI;2025;02;24\n",
        &["FTI - 2025-01 cases 24", "FTI - 2025-02 cases 24"],
    );
    check_text(
        "Sagsbehandler;jan 2025\n\"Kj\u{e6}r, Anne (AAK)\";27\nclm@kommune.dk;27\nEva B <ebj@kommune.dk>;25\n",
        &["BFA AAK 2025-01 cases 27", "BFA CLM 2025-01 cases 27", "BFA EBJ 2025-01 cases 25"],
    );
}

#[test]
fn a_new_caseworker_keeps_the_name_beside_the_initials() {
    let list = "Sagsbehandler;jan 2025;feb 2025\nAAK;27;26\nCLM;27;26\n\"Mand, Ny (NYM)\";1;2\n";
    let book = sample_book();
    let hints = Hints { known: Known::of(&book), ..Hints::default() };
    let draft = read_bytes_with(&[("tal.csv", list.as_bytes())], &hints).unwrap();
    let mut grown = book;
    let options = ImportOptions { create: Create::Yes, existing: Existing::Keep, ..options() };
    import(&mut grown, draft, options);
    let name = grown.identities.values().find(|it| it.initials == "NYM").unwrap().name.clone();
    assert_eq!(name.as_deref(), Some("Ny Mand"));
}
