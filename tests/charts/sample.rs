//! The sample municipality's own pictures: each drawing of each unit, in both languages and themes.

use std::fs;
use std::sync::{Arc, OnceLock};

use sagstakt::book::{Book, clock};
use sagstakt::chart::{Chart, Ground, Heading, Sheet, Size, svg};
use sagstakt::domain::{Month, Snapshot, Source};
use sagstakt::measure::Key;
use sagstakt::text::Lang;
use sagstakt::trends::{Drawing, Subject, drawn, first_of_years};

use super::golden::{SHEET, check};
use super::legible::problems;

fn snapshot() -> &'static Snapshot {
    static SAMPLE: OnceLock<Arc<Snapshot>> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("eksempel.sagstakt");
        let author = clock::author(Source::CommandLine);
        drop(sagstakt::import::sample::make(&path, "Eksempel Kommune", &author).unwrap());
        let book = Book::open(&path).unwrap();
        let snapshot = Arc::clone(book.snapshot());
        drop(book);
        fs::remove_file(&path).unwrap();
        snapshot
    })
}

/// Every drawing that the unit has, of its first figure.
fn drawings(code: &str, lang: Lang) -> Vec<(Drawing, Chart)> {
    let snapshot = snapshot();
    let unit = snapshot.unit_by_code(code).unwrap();
    let last = Month::parse_iso("2026-10").unwrap();
    let subject = Subject::at(snapshot, unit.id, lang, last).unwrap();
    let key = if unit.unit.has_caseworkers() { Key::Caseload } else { Key::WaitStartedMedian };
    let first = first_of_years(last, 4);
    let of = |it: Drawing| {
        // Only one unit has caseworkers; all have cases.
        let key = if it == Drawing::Panels && code == "BFA" { Key::Cases } else { key };
        Some((it, drawn(&subject, it, key, first)?.chart))
    };
    Drawing::ALL.into_iter().filter_map(of).collect()
}

#[test]
fn the_sample_is_drawn_as_it_was_read_by_eye() {
    let mut differences = Vec::new();
    let mut count = 0;
    for code in ["BFA", "FH", "FTI"] {
        for (drawing, chart) in drawings(code, Lang::Da) {
            let name = format!("sample-{}-{}", code.to_lowercase(), drawing.name());
            check(&name, &svg(&chart, SHEET, Ground::Light), &mut differences);
            count += 1;
        }
    }
    assert_eq!(count, 8 + 7 + 7);
    assert!(differences.is_empty(), "changed:\n  {}", differences.join("\n  "));
}

#[test]
fn every_word_of_the_sample_is_inside_alone_and_readable() {
    let mut failures = Vec::new();
    for (width, height) in [(460.0, 280.0), (720.0, 340.0), (1600.0, 900.0)] {
        let size = Size { width, height };
        for (lang, ground) in [(Lang::Da, Ground::Light), (Lang::En, Ground::Dark)] {
            for code in ["BFA", "FH", "FTI"] {
                for (drawing, chart) in drawings(code, lang) {
                    let text = svg(&chart, Sheet { size, heading: Heading::Painted }, ground);
                    let found = problems(&text, size, ground).into_iter();
                    failures
                        .extend(found.map(|it| format!("{code} {} {width}: {it}", drawing.name())));
                }
            }
        }
    }
    failures.dedup();
    assert!(failures.is_empty(), "{} problems\n  {}", failures.len(), failures.join("\n  "));
}
