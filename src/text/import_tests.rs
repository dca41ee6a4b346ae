//! Every reason has a sentence in both languages, in the tone of the others.

use super::*;
use crate::domain::{Month, Thousandths, UnitField};
use crate::text::sources_tests::assert_whole;

fn cell() -> At {
    At::Cells { sheet: "Sager 2025".to_owned(), range: "C6".to_owned() }
}

#[expect(clippy::too_many_lines, reason = "a list, one line a reason")]
fn every_reason() -> Vec<Reason> {
    let month = Month::parse_iso("2026-09").unwrap();
    let day = month.first_day();
    let (unit, field) = (|| "FTI".to_owned(), UnitField::Cases);
    let value = || Value::Whole(92);
    vec![
        Reason::NotANumber,
        Reason::MixedNumberForms,
        Reason::Negative,
        Reason::NotWhole,
        Reason::TooManyDigits,
        Reason::TooManyDecimals,
        Reason::TooLarge { most: 168 },
        Reason::NotAMonth,
        Reason::NotADate,
        Reason::NotAChoice { choices: "Ja, Nej".to_owned() },
        Reason::Blank,
        Reason::Wording(WordingError::Cpr),
        Reason::Wording(WordingError::Empty),
        Reason::Wording(WordingError::TooLong { most: 80 }),
        Reason::Wording(WordingError::Hidden('\u{200B}')),
        Reason::FieldCount { expected: 5, found: 6 },
        Reason::UnknownUnit,
        Barred::UnknownCaseworker.into(),
        Barred::UnitNotThere { unit: unit(), month }.into(),
        Barred::CaseworkerNotThere { month }.into(),
        Barred::NotBegun { month, latest: month.previous() }.into(),
        Barred::Negative { field, value: -1 }.into(),
        Barred::TooLarge { value: 1_000_000_000 }.into(),
        Barred::SplitDoesNotAddUp { cases: 21, parts: 20 }.into(),
        Barred::NotTyped { unit: unit(), field }.into(),
        Barred::RegisterKept { unit: unit(), month }.into(),
        Barred::NoWaitingList { unit: unit() }.into(),
        Barred::NoCaseworkers { unit: unit() }.into(),
        Reason::EndsBeforeItBegins,
        Reason::StartedBeforeApproval,
        Reason::WithdrawnBeforeApproval,
        Reason::StartedAndWithdrawn,
        Reason::StillWaiting { approved: day, line: None },
        Reason::StillWaiting { approved: day, line: Some(3) },
        Reason::SplitIncomplete,
        Reason::Conflict { line: 3, at: None, value: value() },
        Reason::Conflict { line: 3, at: Some(cell()), value: value() },
        Reason::DateForNumber,
        Reason::MergedNumber,
        Reason::NotAFigure,
        Reason::Damaged,
        Reason::Protected,
        Reason::BinaryWorkbook,
        Reason::WebPage,
        Reason::Entities,
        Reason::Inflates,
        Reason::FileTooLarge { most: 50 },
        Reason::TooManyEntries { most: 2000 },
        Reason::TooManyCells { most: 2_000_000 },
        Reason::FarCell { cell: "XFD1048576".to_owned() },
        Reason::ErrorCell,
        Reason::UnsavedFormula,
        Reason::UnitNotTold,
        Reason::MonthNotTold,
        Reason::YearNotTold,
        Reason::FigureNotTold,
        Reason::WaitUnitNotTold,
        Reason::NoSuchSheet { name: "Ark1".to_owned() },
        Reason::Overlap { line: None },
        Reason::Overlap { line: Some(2) },
        Reason::BandGap { line: 2 },
        Reason::BandOverlap { line: 2 },
        Reason::DiffersFromStored { stored: value() },
        Reason::NotAsBefore { stored: value() },
        Reason::UnknownSetting,
        Reason::Empty,
        Reason::NotATable,
        Reason::UnknownTable,
        Reason::MissingColumn("Sager".to_owned()),
        Reason::ColumnTwice("Sager".to_owned()),
        Reason::NulByte,
        Reason::UnclosedQuote,
        Reason::AfterQuote,
        Reason::LineTooLong,
        Reason::Encoding(EncodingDoubt::Dos),
        Reason::Encoding(EncodingDoubt::Mac),
        Reason::Encoding(EncodingDoubt::Mixed),
        Reason::Encoding(EncodingDoubt::Unknown),
        Reason::TooMuch,
    ]
}

#[test]
fn every_reason_has_a_sentence() {
    assert_whole(&every_reason(), "book", "Reason");
    for lang in Lang::ALL {
        for reason in every_reason() {
            let sentence = reason_sentence(lang, &reason);
            assert!(!sentence.contains(['{', '$']), "{sentence}");
            assert!(sentence.ends_with(['.', '?']), "{sentence}");
        }
    }
}

#[test]
fn everything_that_is_left_out_has_a_sentence() {
    let all = [
        Skip::Title,
        Skip::TotalRow,
        Skip::BlankRow,
        Skip::DuplicateRow,
        Skip::UnknownFile,
        Skip::Register,
        Skip::CountedByCaseworker,
        Skip::Kept,
        Skip::Banner,
        Skip::Note,
        Skip::RepeatedHeading,
        Skip::SheetWithoutFigures,
        Skip::HiddenSheet,
        Skip::SheetNotChosen,
        Skip::NotANumber,
        Skip::UnknownFigure,
        Skip::UnknownCaseworker,
        Skip::NotMonthEnd,
    ];
    assert_whole(&all, "book", "Skip");
    for (lang, skip) in Lang::ALL.into_iter().flat_map(|lang| all.map(|it| (lang, it))) {
        assert!(!skip_sentence(lang, skip).starts_with("skip-"));
    }
}

#[test]
fn a_refusal_says_where_what_and_why() {
    let refused = Refused {
        line: Some(1214),
        at: None,
        column: Some("Sager".to_owned()),
        value: Some(Value::Text("1.2O4".to_owned())),
        reason: Reason::NotANumber,
    };
    let sentence = refused_sentence(Lang::Da, &refused);
    assert_eq!(sentence, "Linje 1214, kolonne \"Sager\": \"1.2O4\" er ikke et tal.");
    let file = Refused { line: None, at: None, column: None, value: None, reason: Reason::Empty };
    assert_eq!(refused_sentence(Lang::Da, &file), "Filen er tom.");
    let in_sheet = Refused {
        line: Some(6),
        at: Some(cell()),
        column: Some("Feb".to_owned()),
        value: Some(Value::Text("#REF!".to_owned())),
        reason: Reason::ErrorCell,
    };
    assert_eq!(
        refused_sentence(Lang::Da, &in_sheet),
        "Celle Sager 2025!C6, kolonne \"Feb\": \"#REF!\" er en fejl i regnearket. Ret formlen, eller skriv tallet."
    );
    let row = Refused {
        line: Some(3),
        at: None,
        column: None,
        value: None,
        reason: Reason::UnclosedQuote,
    };
    assert_eq!(
        refused_sentence(Lang::En, &row),
        "Line 3: A quotation mark opens here and does not close."
    );
}

#[test]
fn remarks_are_sentences() {
    let text = |it: &str| it.to_owned();
    let all = [
        Remark::IgnoredColumn { column: text("X") },
        Remark::NoRows,
        Remark::Tidied { line: 2, column: text("Navn"), from: text("A\r\nB"), to: text("A B") },
        Remark::DecodedTwice { line: 2, value: text("x") },
        Remark::WeeksAsDays { line: 2 },
        Remark::FutureMonth { line: 2 },
        Remark::RegisterDiffers {
            line: 2,
            column: text("Ventende"),
            typed: Value::Whole(3),
            register: Value::Blank,
        },
        Remark::RegisterTakesOver { unit: text("FH"), months: 1 },
        Remark::CreatedUnit { line: 2, unit: text("A") },
        Remark::CreatedCaseworker { line: 2, unit: text("A"), initials: text("AB") },
        Remark::NameKept { line: 2 },
        Remark::HeadingLike { heading: text("Sagr"), column: Column::Cases },
        Remark::UnitLike { name: text("Familehuset"), unit: text("FH") },
        Remark::CaseworkerLike { name: text("Ane Holm"), initials: text("AHO") },
        Remark::LooksLike { initials: text("AK0"), known: text("AKO") },
        Remark::HiddenRows { at: cell(), count: 2 },
        Remark::Year1904,
        Remark::ShortYears { from: text("jan-26"), to: text("2026-01") },
        Remark::FootnoteMark { from: text("12*"), to: text("12") },
        Remark::EnglishNumbers,
        Remark::FilledDown { column: text("Enhed") },
        Remark::MonthsAsDays,
        Remark::NoHeadings,
    ];
    assert_whole(&all, "book", "Remark");
    for remark in all {
        for lang in Lang::ALL {
            let sentence = remark_sentence(lang, &remark);
            assert!(!sentence.contains("remark-") && !sentence.contains(['{', '$']), "{sentence}");
        }
    }
    let mean = Value::Decimal(Thousandths(92_600));
    assert_eq!(
        (value_text(Lang::Da, &mean), value_text(Lang::En, &mean)),
        (text("92,6"), text("92.6"))
    );
}
