//! The committee's document in every form and for both profiles: one number is one number, and nobody's
//! words are code.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test may stop, and says what it skipped"
)]

mod forms;
mod hostile;
mod numbers;
mod pictures;
mod sentences;
mod stored;
mod word;
mod words;
mod workbook;

#[path = "../support/mod.rs"]
mod support;

use sagstakt::domain::{Day, HalfYear, Progress, Snapshot};
use sagstakt::export::Form;
use sagstakt::report::prints::{Prints, Profile};
use sagstakt::report::{Author, Document, Order, Request, half_year_document};
use sagstakt::text::Display;

const PROFILES: [Profile; 2] = [Profile::Internal, Profile::Committee];

const HOSTILE: &str = "#[*x*] $y$ @b = 1 <script>alert(1)</script> & \"q\" =1+1 \\u{1} [1. måned]";

fn document(snapshot: &Snapshot, profile: Profile, order: Order) -> Document {
    let half = HalfYear::parse("2025H2").unwrap();
    let units = snapshot.units().map(|it| (it.id, HOSTILE.to_owned())).collect();
    let author = Author {
        committee: HOSTILE.to_owned(),
        case_number: "=cmd|' /C calc'!A0".to_owned(),
        assessments: units,
        order,
        ..Author::default()
    };
    let prints = Prints::new(snapshot, half, profile, Display::default(), &[]);
    let today = Day::new(2026, 3, 2).unwrap();
    half_year_document(Request { snapshot, prints: &prints, author: &author, today })
}

fn sample(profile: Profile) -> Document {
    document(&support::sample(), profile, Order::Overview)
}

fn bytes(document: &Document, form: Form) -> Vec<u8> {
    form.write(document, &Progress::default()).unwrap()
}
