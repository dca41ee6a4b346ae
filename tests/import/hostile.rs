//! Files that are odd, broken or meant to harm: read rightly, or refused with the line and the reason.

use sagstakt::book::draft::Table;
use sagstakt::book::{Create, EncodingDoubt, FileVerdict, ImportOptions, Reason, Remark, Skip};
use sagstakt::domain::Snapshot;
use sagstakt::import::read_bytes;

use super::files::{import, options, read};
use super::support::shared;

/// As `import --dry-run --create` into an empty book; the book it would become.
pub fn create(name: &str) -> (FileVerdict, Snapshot) {
    let path = shared(&format!("corpora/generated/{name}"));
    let mut book = Snapshot::default();
    let create = ImportOptions { create: Create::Yes, ..options() };
    let plan = import(&mut book, read(path), create);
    let verdict = plan.verdict.files.into_iter().next().unwrap();
    (verdict, book)
}

#[track_caller]
fn check_ok(name: &str, rows: usize) -> Snapshot {
    let (verdict, book) = create(name);
    assert_eq!(verdict.refused.first, [], "{name}");
    assert_eq!(verdict.new, rows, "{name}: {verdict:?}");
    book
}

#[track_caller]
fn check_refused(name: &str, line: Option<u32>, column: Option<&str>, reason: &Reason) {
    let (verdict, book) = create(name);
    let first = verdict.refused.first.first();
    let first = first.unwrap_or_else(|| panic!("{name}: nothing refused: {verdict:?}"));
    let found = (first.line, first.column.as_deref(), &first.reason);
    assert_eq!(found, (line, column, reason), "{name}");
    assert_eq!(book.units().count(), 0, "{name}");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn letters_arrive_whatever_they_were_written_in() {
    for name in [
        "da_utf8.csv",
        "da_utf8_bom.csv",
        "da_cp1252.csv",
        "da_utf16le_bom_tab.txt",
        "da_utf16be_bom.csv",
        "da_sep_line.csv",
        "da_comma_sep_decimal_comma_quoted.csv",
        "da_cr_only.csv",
        "da_no_trailing_nl.csv",
        "da_title_rows.csv",
        "da_nbsp_thousands.csv",
        "da_double_encoded.csv",
    ] {
        let book = check_ok(name, 3);
        let unit =
            book.unit_by_code("B\u{f8}rn & Unge \u{d8}st").unwrap_or_else(|| panic!("{name}"));
        let counts: Vec<u32> = unit.counts.iter().map(|it| it.1.cases).collect();
        assert_eq!(counts, [23, 1204], "{name}");
        let initials: Vec<&str> = book.identities.values().map(|it| it.initials.as_str()).collect();
        assert_eq!(initials, ["S\u{d8}R", "\u{c5}JE", "\u{c6}LM"], "{name}");
    }
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn letters_that_cannot_be_told_are_asked_about() {
    use EncodingDoubt::{Dos, Mac, Mixed};
    for (name, line, doubt) in [
        ("da_cp865_dos.csv", 1, Dos),
        ("da_macroman.csv", 1, Mac),
        ("da_mixed_encodings.csv", 3, Mixed),
    ] {
        check_refused(name, Some(line), None, &Reason::Encoding(doubt));
    }
    let (verdict, _) = create("da_double_encoded.csv");
    assert!(
        verdict.remarks.first.iter().any(|it| matches!(it, Remark::DecodedTwice { line: 2, .. }))
    );
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn broken_tables_are_refused_with_their_line() {
    check_refused(
        "da_comma_sep_decimal_comma_bare.csv",
        Some(2),
        None,
        &Reason::FieldCount { expected: 5, found: 6 },
    );
    check_refused("us_numbers.csv", Some(2), None, &Reason::FieldCount { expected: 5, found: 6 });
    check_refused("da_unclosed_quote.csv", Some(2), None, &Reason::UnclosedQuote);
    check_refused("da_nul_bytes.csv", Some(2), None, &Reason::NulByte);
    check_refused("da_minus_u2212.csv", Some(2), Some("Sager"), &Reason::Negative);
    check_refused("empty.csv", None, None, &Reason::Empty);
    check_refused("one_byte.csv", None, None, &Reason::UnknownTable);
    check_refused("pdf_named.csv", None, None, &Reason::NotATable);
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn bad_cells_are_refused_with_line_column_and_reason() {
    let month = [
        ("bad_month13.csv"),
        "bad_month00.csv",
        "bad_year20255.csv",
        "bad_year1899.csv",
        "bad_date_dmy.csv",
        "bad_excel_mangled.csv",
        "bad_excel_serial.csv",
    ];
    for name in month {
        check_refused(name, Some(2), Some("M\u{e5}ned"), &Reason::NotAMonth);
    }
    for (name, reason) in [
        ("bad_neg.csv", Reason::Negative),
        ("bad_nan.csv", Reason::NotANumber),
        ("bad_e308.csv", Reason::NotANumber),
        ("bad_frac_count.csv", Reason::NotWhole),
        ("bad_int20.csv", Reason::TooManyDigits),
        ("bad_hex.csv", Reason::NotANumber),
        ("bad_arabic_digits.csv", Reason::NotANumber),
        ("bad_err.csv", Reason::NotANumber),
    ] {
        check_refused(name, Some(2), Some("Sager"), &reason);
    }
    check_refused("bad_inf.csv", Some(2), Some("Ventetid (dage)"), &Reason::NotANumber);
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn blank_is_missing_totals_are_no_units_and_doubles_count_once() {
    let skipped = |verdict: &FileVerdict| -> Vec<(Option<u32>, Skip)> {
        verdict.skipped.first.iter().map(|it| (it.line, it.reason)).collect()
    };
    let (verdict, book) = create("bad_blank.csv");
    assert_eq!(skipped(&verdict), [(Some(2), Skip::BlankRow)]);
    assert!(book.units().all(|it| it.counts.is_empty()));
    let (verdict, book) = create("da_total_row.csv");
    assert_eq!((verdict.new, skipped(&verdict)), (3, vec![(Some(5), Skip::TotalRow)]));
    assert_eq!(book.units().count(), 2);
    let (verdict, _) = create("dup_rows.csv");
    assert_eq!((verdict.new, skipped(&verdict)), (3, vec![(Some(5), Skip::DuplicateRow)]));
    let (verdict, book) = create("dup_conflict.csv");
    assert_eq!(verdict.refused.count, 2);
    let lines: Vec<_> = verdict.refused.first.iter().map(|it| it.line).collect();
    assert_eq!(lines, [Some(2), Some(5)]);
    assert_eq!(book.units().count(), 0);
    let (verdict, _) = create("header_only.csv");
    assert!(verdict.remarks.first.contains(&Remark::NoRows));
    let (verdict, book) = create("da_crlf_in_quotes.csv");
    assert_eq!(verdict.new, 1);
    assert!(book.unit_by_code("B\u{f8}rn & Unge").is_some());
}

#[test]
fn weeks_become_days_and_are_remarked_on() {
    let text = "M\u{e5}ltal;Enhed;Nedre;\u{d8}vre;M\u{e5}leenhed;Gyldig fra;Kilde\r\nVentetid;;;8,5;uger;2018-01-01;\r\n";
    let mut book = Snapshot::default();
    let plan =
        import(&mut book, read_bytes(&[("maaltal.csv", text.as_bytes())]).unwrap(), options());
    let target = book.shared.targets.values().next().unwrap();
    assert_eq!(target.upper.unwrap().0, 59_500);
    assert_eq!(plan.verdict.files[0].remarks.first, [Remark::WeeksAsDays { line: 2 }]);
    assert_eq!(plan.verdict.files[0].table, Some(Table::Targets));
}
