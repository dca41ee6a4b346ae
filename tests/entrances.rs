//! May a figure stand here? The book, the sheet, `record` and the import say the same of the same cell and value.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test says what went wrong by failing"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output};

use proptest::prelude::*;
use sagstakt::book::{
    AcceptPartial, Author, Book, BookError, Cell, Circumstances, Command, Create, Existing,
    ImportOptions, ImportPlan, Refusal, Skip, clock, plan_import,
};
use sagstakt::domain::{
    Barred, CaseCount, CellKey, Complexity, Counted, Month, Source, Split, UnitData, UnitField,
};
use sagstakt::import::read_bytes;
use sagstakt::text::{Lang, errors};
use sagstakt::view::entry::{
    CellState, Edit, EntryQuery, EntryView, Origin, Problem, RowOrder, command, entry_model,
    splits_lost, value_of,
};

/// By caseworker; by unit with a register that was set to begin; with one that was not; with a list but no
/// register; with nothing that waits. All but one exist for ever.
const TABLES: &[(&str, &str)] = &[
    (
        "units.csv",
        "code,name,counting_unit,caseworkers,waiting_list,valid_from,valid_to,register_from,register_to\n\
         A,Alpha,child,yes,no,2020-01,,,\nS,Set,family,no,yes,2020-01,,2020-06,\n\
         R,Register,family,no,yes,2020-01,,,\nL,List,family,no,yes,2020-01,,,\n\
         N,None,family,no,no,2020-03,2020-09,,\n",
    ),
    (
        "caseworkers.csv",
        "unit,initials,name,case_holding,valid_from,valid_to\n\
         A,AB,,yes,2020-01,2020-06\nA,AB,,yes,2021-01,\nA,CD,,yes,2020-03,\n",
    ),
    (
        "case_counts.csv",
        "month,unit,caseworker,cases,simple,complex,very_complex\n2020-04,A,CD,10,5,3,2\n",
    ),
    ("unit_figures.csv", "month,unit,opened\n2020-04,R,3\n2020-04,L,3\n"),
    (
        "waiting_list.csv",
        "unit,reference,offer,approved_on,started_on,withdrawn_on\nS,1,X,2020-06-03,,\nR,1,X,2020-05-02,,\n",
    ),
];

const FIELDS: [(UnitField, &str); 9] = [
    (UnitField::Cases, "cases"),
    (UnitField::Unallocated, "unallocated"),
    (UnitField::Opened, "opened"),
    (UnitField::Closed, "closed"),
    (UnitField::NetTransferred, "net_transferred"),
    (UnitField::Waiting, "waiting"),
    (UnitField::Started, "started"),
    (UnitField::Withdrawn, "withdrawn"),
    (UnitField::WaitLongest, "wait_longest_days"),
];

const PARTS: [&str; 3] = ["simple", "complex", "very_complex"];

/// A value somebody wants in a cell.
#[derive(Debug, Clone)]
struct Wanted {
    unit: &'static str,
    month: &'static str,
    /// Whose cases; else which figure of the unit.
    what: Result<&'static str, usize>,
    value: i64,
    split: Option<[i64; 3]>,
}

/// A made-up book that everything is tried on copies of.
struct Desk {
    folder: tempfile::TempDir,
    book: PathBuf,
}

fn author() -> Author {
    clock::author(Source::CommandLine)
}

fn planned(book: &Book, tables: &[(&str, &str)], create: Create) -> ImportPlan {
    let tables: Vec<(&str, &[u8])> = tables.iter().map(|it| (it.0, it.1.as_bytes())).collect();
    let options = ImportOptions {
        existing: Existing::Replace,
        create,
        accept_partial: AcceptPartial::No,
        today: author().today,
    };
    plan_import(book.snapshot(), read_bytes(&tables).unwrap(), options)
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("made-up.sagstakt");
        let mut book = Book::create(&path).unwrap();
        let plan = planned(&book, TABLES, Create::No);
        assert_eq!(plan.verdict.refused(), 0, "{:?}", plan.verdict);
        book.import(plan, &author(), Circumstances::default()).unwrap().unwrap();
        Self { folder, book: path }
    }

    fn copy(&self) -> PathBuf {
        let copy = self.folder.path().join("copy.sagstakt");
        fs::copy(&self.book, &copy).unwrap();
        copy
    }

    fn record(wanted: &Wanted, to: &Path) -> Output {
        let mut line = Process::new(support::sagstakt());
        line.args([
            "record",
            "--lang",
            "da",
            "--unit",
            wanted.unit,
            "--month",
            wanted.month,
            "--db",
        ]);
        line.arg(to).args(["--reason", "Prøve"]);
        match wanted.what {
            Ok(initials) => {
                line.args(["--caseworker", initials]).arg(format!("cases={}", wanted.value))
            }
            Err(at) => line.arg(format!("{}={}", FIELDS[at].0.key(), wanted.value)),
        };
        for (part, value) in PARTS.iter().zip(wanted.split.iter().flatten()) {
            line.arg(format!("{part}={value}"));
        }
        line.output().unwrap()
    }
}

impl Wanted {
    fn key(&self, data: &UnitData, snapshot: &sagstakt::domain::Snapshot) -> CellKey {
        let counted = match self.what {
            Err(at) => Counted::Figure(FIELDS[at].0),
            Ok(initials) => {
                let is_it = |it: &sagstakt::domain::Caseworker| {
                    snapshot.identity(it.identity).is_some_and(|it| it.initials == initials)
                };
                Counted::Cases(*data.caseworkers.iter().find(|it| is_it(it.1)).unwrap().0)
            }
        };
        CellKey { unit: data.id, month: Month::parse_iso(self.month).unwrap(), counted }
    }

    /// As the book itself is asked; `None` where a count cannot even be negative.
    fn cell(&self, key: CellKey) -> Option<Cell> {
        let CellKey { unit, month, counted } = key;
        Some(match counted {
            Counted::Cases(caseworker) | Counted::Part(caseworker, _) => {
                let number = |it: i64| u32::try_from(it).ok();
                let split = match self.split {
                    None => None,
                    Some([simple, complex, very_complex]) => Some(Split {
                        simple: number(simple)?,
                        complex: number(complex)?,
                        very_complex: number(very_complex)?,
                    }),
                };
                let count = Some(CaseCount { cases: number(self.value)?, split });
                Cell::Cases { unit, month, caseworker, count }
            }
            Counted::Figure(field) => Cell::Figure { unit, month, field, value: Some(self.value) },
        })
    }

    fn of_book(&self, path: &Path) -> Result<(), Barred> {
        let mut book = Book::open(path).unwrap();
        let snapshot = book.snapshot().clone();
        let key = self.key(snapshot.unit_by_code(self.unit).unwrap(), &snapshot);
        let Some(cell) = self.cell(key) else {
            return Err(Barred::Negative { field: UnitField::Cases, value: self.value });
        };
        barred(book.run(Command::SetCells(vec![cell]), &author(), Circumstances::default()))
    }

    /// `None` is a cell that is closed, or not on the sheet.
    fn of_sheet(&self, path: &Path) -> Result<(), Option<Barred>> {
        let mut book = Book::open(path).unwrap();
        let snapshot = book.snapshot().clone();
        let data = snapshot.unit_by_code(self.unit).unwrap();
        let key = self.key(data, &snapshot);
        let query = EntryQuery {
            lang: Lang::Da,
            unit: data.id,
            half_year: key.month.half_year(),
            view: EntryView::Month,
            month: Some(key.month),
            today: author().today,
        };
        let model = entry_model(&snapshot, &query, &mut RowOrder::default()).unwrap();
        let cell = model.sheet.spot(key).and_then(|it| model.cell(&snapshot, it));
        if cell.is_none_or(|it| it.state == CellState::Closed) {
            return Err(None);
        }
        let texts = std::iter::once((key.counted, self.value)).chain(self.parts(key.counted));
        let mut edits: Vec<Edit> = Vec::new();
        for (counted, value) in texts {
            let value =
                value_of(counted, &value.to_string(), Origin::Typed).map_err(|_number| None)?;
            edits.push((CellKey { counted, ..key }, value));
        }
        let command = command(data, &edits).map_err(|(_, problem)| match problem {
            Problem::Refusal(Refusal::Barred(barred)) => Some(barred),
            other => panic!("{other:?}"),
        })?;
        barred(book.run(command, &author(), Circumstances::default())).map_err(Some)
    }

    fn parts(&self, counted: Counted) -> Vec<(Counted, i64)> {
        let (Counted::Cases(id), Some(split)) = (counted, self.split) else {
            return Vec::new();
        };
        Complexity::ALL.into_iter().zip(split).map(|(it, n)| (Counted::Part(id, it), n)).collect()
    }

    fn table(&self) -> (&'static str, String) {
        let Self { unit, month, value, .. } = self;
        match self.what {
            Err(at) => {
                let column = FIELDS[at].1;
                ("unit_figures.csv", format!("month,unit,{column}\n{month},{unit},{value}\n"))
            }
            Ok(initials) => {
                let split = self.split.map(|it| it.map(|it| it.to_string()).join(","));
                let split = split.unwrap_or_else(|| ",,".to_owned());
                let head = "month,unit,caseworker,cases,simple,complex,very_complex";
                ("case_counts.csv", format!("{head}\n{month},{unit},{initials},{value},{split}\n"))
            }
        }
    }

    /// The name of what the import says of the row.
    fn of_import(&self, path: &Path) -> Result<(), &'static str> {
        let book = Book::open(path).unwrap();
        let (name, text) = self.table();
        let plan = planned(&book, &[(name, &text)], Create::No);
        let file = &plan.verdict.files[0];
        if let Some(refused) = file.refused.first.first() {
            return Err(refused.reason.key());
        }
        match file.skipped.first.first().map(|it| it.reason) {
            Some(Skip::Register) => return Err("register_kept"),
            Some(Skip::CountedByCaseworker) => return Err("not_typed"),
            Some(other) => panic!("{other:?}"),
            None => {}
        }
        // Stored, and said.
        let is_ahead = file.remarks.first.iter().any(|it| it.key() == "future_month");
        if is_ahead { Err("not_begun") } else { Ok(()) }
    }
}

fn barred<T>(outcome: Result<T, BookError>) -> Result<(), Barred> {
    match outcome {
        Ok(_) => Ok(()),
        Err(BookError::Refused(Refusal::Barred(barred))) => Err(barred),
        Err(other) => panic!("{other:?}"),
    }
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let months = prop::sample::select(vec![
        "2019-12", "2020-01", "2020-02", "2020-03", "2020-05", "2020-06", "2020-07", "2020-10",
        "2021-01", "2099-01",
    ]);
    let value = prop_oneof![4 => 0_i64..20, 1 => -3_i64..0, 1 => Just(999_999_999), 1 => Just(1_000_000_000)];
    let split = prop::option::of([0_i64..9, 0_i64..9, 0_i64..9]);
    let person = (prop::sample::select(vec!["AB", "CD"]), split, any::<bool>());
    let unit = (prop::sample::select(vec!["A", "S", "R", "L", "N"]), 0..FIELDS.len());
    (months, value, person, unit, any::<bool>()).prop_map(
        |(month, value, (initials, split, adds_up), (unit, field), is_persons)| {
            if !is_persons {
                return Wanted { unit, month, what: Err(field), value, split: None };
            }
            let value = split.filter(|_| adds_up).map_or(value, |it| it.iter().sum());
            Wanted { unit: "A", month, what: Ok(initials), value, split }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_entrance_says_the_same_of_a_cell(wanted in wanted()) {
        let desk = Desk::new();
        let book = wanted.of_book(&desk.copy());
        let sheet = wanted.of_sheet(&desk.copy());
        let import = wanted.of_import(&desk.copy());
        let record = Desk::record(&wanted, &desk.copy());
        let said = String::from_utf8(record.stderr).unwrap();

        // A figure that only units with caseworkers are asked for has no cell on the sheet of others.
        let is_asked = wanted.unit == "A" || wanted.what.ok().is_some() || wanted.what != Err(1);
        prop_assert!(!is_asked || sheet.is_ok() == book.is_ok(), "sheet {sheet:?}, book {book:?}");
        prop_assert_eq!(import.is_ok(), book.is_ok(), "import {:?}, book {:?}", import, book);
        prop_assert_eq!(record.status.success(), book.is_ok(), "record {}, book {:?}", said, book);
        // Ten digits are no number to those who read texts; of all else they give the same reason.
        let Err(barred) = book else { return Ok(()) };
        if matches!(barred, Barred::TooLarge { .. }) {
            return Ok(());
        }
        prop_assert_eq!(import, Err(barred.key()));
        prop_assert!(said.contains(errors::barred(Lang::Da, &barred).what.trim_end_matches('.')), "{said}, {barred:?}");
        if let Err(Some(sheet)) = sheet {
            prop_assert_eq!(sheet, barred);
        }
    }
}

/// CD's ten cases in April are 5 + 3 + 2.
fn total(value: i64) -> Wanted {
    Wanted { unit: "A", month: "2020-04", what: Ok("CD"), value, split: None }
}

fn stored(path: &Path) -> CaseCount {
    let book = Book::open(path).unwrap();
    let data = book.snapshot().unit_by_code("A").unwrap();
    let (_, count) = data.counts.in_month(Month::parse_iso("2020-04").unwrap()).next().unwrap();
    count
}

#[test]
fn a_total_that_adds_up_keeps_its_parts_and_parts_that_are_lost_are_told() {
    let split = Some(Split { simple: 5, complex: 3, very_complex: 2 });
    for value in [10_u32, 11] {
        let desk = Desk::new();
        let book = Book::open(&desk.book).unwrap();
        let data = book.snapshot().unit_by_code("A").unwrap();
        let wanted = total(value.into());
        let kept = split.filter(|_| value == 10);

        let edits = [(wanted.key(data, book.snapshot()), Some(i64::from(value)))];
        let Command::SetCells(cells) = command(data, &edits).unwrap() else { panic!("{edits:?}") };
        let [Cell::Cases { count, .. }] = cells.as_slice() else { panic!("{cells:?}") };
        assert_eq!(*count, Some(CaseCount { cases: value, split: kept }), "the sheet");
        assert_eq!(splits_lost(data, &edits).is_empty(), kept.is_some(), "the sheet");

        let copy = desk.copy();
        let output = Desk::record(&wanted, &copy);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{said}");
        assert_eq!(stored(&copy), CaseCount { cases: value, split: kept }, "record");
        assert_eq!(said.contains("Fordelingen på sagstyngde"), kept.is_none(), "{said}");

        // An import refuses the row rather than lose the parts.
        let expected = if kept.is_some() { Ok(()) } else { Err("split_total") };
        assert_eq!(wanted.of_import(&desk.book), expected, "the import");
    }
}
