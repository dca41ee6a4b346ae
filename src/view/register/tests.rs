//! Master data: lists, forms and what they come to.

use super::page::{detail, list};
use super::places::{PlaceStatus, places};
use super::*;
use crate::book::{Author, Book, Circumstances, clock};
use crate::domain::{CaseworkerId, Day, Month, Source, Thousandths, UnitId};
use crate::text::Lang;

/// A sample book that can be changed.
struct Desk {
    book: Book,
    author: Author,
    unit: Option<UnitId>,
    _folder: tempfile::TempDir,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let mut author = clock::author(Source::Window);
    author.today = Day::parse_iso("2026-11-24").unwrap();
    let path = folder.path().join("eksempel.sagstakt");
    let book = crate::import::sample::make(&path, "Eksempel Kommune", &author).unwrap();
    Desk { book, author, unit: None, _folder: folder }
}

impl Desk {
    fn at(&self) -> RegisterContext<'_> {
        let (unit, today) = (self.unit, self.author.today);
        RegisterContext { snapshot: self.book.snapshot(), lang: Lang::Da, unit, today }
    }

    /// Fills a form and saves it.
    #[track_caller]
    fn fill(&mut self, subject: Subject, typed: &[(FieldName, &str)]) {
        let mut values = form(self.at(), subject).unwrap().values();
        for (name, value) in typed {
            values.set(name, *value);
        }
        let request = read(self.at(), subject, &values);
        let Ok(FormRequest::Run(command)) = request else { panic!("{request:?}") };
        self.book.run(command, &self.author, Circumstances::default()).unwrap();
    }

    fn caseworker(&self, initials: &str) -> CaseworkerId {
        let rows = list(self.at(), Section::Caseworkers).unwrap().rows;
        let found = rows.iter().find(|it| it.title == initials).unwrap().item;
        let Item::Caseworker(id) = found else { panic!("{found:?}") };
        id
    }

    fn problems(&self, subject: Subject, typed: &[(FieldName, &str)]) -> Vec<(FieldName, String)> {
        let mut values = form(self.at(), subject).unwrap().values();
        for (name, value) in typed {
            values.set(name, *value);
        }
        read(self.at(), subject, &values).unwrap_err().into_iter().collect()
    }
}

/// Every form there is for what the sample holds.
fn subjects(desk: &Desk) -> Vec<Subject> {
    let unit = desk.book.snapshot().unit_by_code("BFA").unwrap().id;
    let who = desk.caseworker("GHT");
    let shared = &desk.book.snapshot().shared;
    let month = Month::parse_iso("2023-03");
    let absence = desk.book.snapshot().units().flat_map(|it| it.absences.iter());
    let (absence, of) = absence.map(|(id, absence)| (*id, absence.caseworker)).next().unwrap();
    vec![
        Subject::NewUnit,
        Subject::UnitFacts(unit),
        Subject::UnitName(unit),
        Subject::UnitEnd(unit),
        Subject::NewCaseworker,
        Subject::CaseworkerName(who),
        Subject::CaseworkerMove(who),
        Subject::CaseworkerEnd(who),
        Subject::Presence(who, None),
        Subject::Terms(who, None),
        Subject::Terms(who, month),
        Subject::Absence(who, None),
        Subject::Absence(of, Some(absence)),
        Subject::Erasure(who),
        Subject::Episode(None),
        Subject::Target(None),
        Subject::Target(shared.targets.keys().next().copied()),
        Subject::Event(None),
        Subject::Event(shared.events.keys().next().copied()),
        Subject::Committee(None),
        Subject::Committee(shared.committees.keys().next().copied()),
        Subject::Settings,
    ]
}

#[test]
fn every_form_has_words_in_both_languages_and_says_nothing_twice() {
    let desk = desk();
    for lang in [Lang::Da, Lang::En] {
        for subject in subjects(&desk) {
            let at = RegisterContext { lang, ..desk.at() };
            let form = form(at, subject).unwrap();
            let labels: Vec<&str> = form.fields.iter().map(|it| it.label.as_str()).collect();
            let words = format!("{form:?}");
            let untranslated = ["label: \"register-", "hint: \"register-", ", \"register-", "{$"];
            for sign in untranslated {
                assert!(!words.contains(sign), "{subject:?}: {words}");
            }
            let distinct: std::collections::BTreeSet<_> = labels.iter().collect();
            assert_eq!(distinct.len(), labels.len(), "{subject:?}: {labels:?}");
        }
    }
}

/// What is shown is what is kept: saving a form that nobody touched changes nothing.
#[test]
fn a_form_that_is_saved_untouched_changes_nothing() {
    let mut desk = desk();
    for subject in subjects(&desk) {
        let is_new = matches!(
            subject,
            Subject::NewUnit
                | Subject::UnitName(_)
                | Subject::NewCaseworker
                | Subject::CaseworkerMove(_)
                | Subject::CaseworkerEnd(_)
                | Subject::Presence(_, None)
                | Subject::Absence(_, None)
                | Subject::Erasure(_)
                | Subject::Terms(_, None)
                | Subject::Episode(None)
                | Subject::Target(None)
                | Subject::Event(None)
                | Subject::Committee(None)
        );
        if is_new {
            continue;
        }
        let values = form(desk.at(), subject).unwrap().values();
        let Ok(FormRequest::Run(command)) = read(desk.at(), subject, &values) else { panic!() };
        let entry = desk.book.run(command, &desk.author, Circumstances::default()).unwrap();
        assert_eq!(entry, None, "{subject:?}");
    }
}

#[test]
fn a_caseworker_is_moved_to_another_unit_with_the_same_hours() {
    let mut desk = desk();
    desk.fill(Subject::NewUnit, &[("code", "MOD"), ("name", "Modtagelsen"), ("from", "1.1.2026")]);
    let who = desk.caseworker("GHT");
    desk.fill(Subject::CaseworkerMove(who), &[("from", "dec 2026")]);
    let snapshot = desk.book.snapshot();
    let (old, new) = (snapshot.unit_by_code("BFA").unwrap(), snapshot.unit_by_code("MOD").unwrap());
    let december = Month::parse_iso("2026-12").unwrap();
    assert!(!old.caseworkers[&who].is_present(december));
    assert!(old.caseworkers[&who].is_present(december.previous()));
    let (id, moved) = new.caseworkers.first_key_value().unwrap();
    assert_eq!(moved.identity, old.caseworkers[&who].identity);
    assert!(moved.is_present(december) && !moved.is_present(december.previous()));
    assert_eq!(new.terms_in(*id, december).unwrap().weekly_hours, Thousandths(33_300));
}

#[test]
fn a_leave_takes_its_share_of_the_months_full_time_equivalents() {
    let mut desk = desk();
    let who = desk.caseworker("GHT");
    desk.fill(
        Subject::Absence(who, None),
        &[("first-day", "1.12.2026"), ("last-day", "15. dec 2026"), ("kind", "leave")],
    );
    let snapshot = desk.book.snapshot();
    let absence = snapshot.unit_by_code("BFA").unwrap().absences_of(who).last().unwrap();
    assert_eq!(absence.to.unwrap().to_string(), "2026-12-15");
    // 33.3 hours of 37 at half the 31 days of December, to the day: 0.9 × 16 / 31.
    let detail = detail(desk.at(), Item::Caseworker(who)).unwrap();
    assert_eq!(detail.parts[2].rows[0].text, "1. dec. 2026 – 15. dec. 2026");
    assert_eq!(detail.parts[2].rows[0].note, "Orlov");
}

#[test]
fn a_rename_is_marked_and_is_a_break_only_when_ticked() {
    let mut desk = desk();
    let id = desk.book.snapshot().unit_by_code("FH").unwrap().id;
    let before = desk.book.snapshot().shared.events.len();
    desk.fill(Subject::UnitName(id), &[("name", "Familiecentret"), ("from", "jan 2027")]);
    let snapshot = desk.book.snapshot();
    let january = Month::parse_iso("2027-01").unwrap();
    let unit = &snapshot.unit(id).unwrap().unit;
    assert_eq!(unit.name_in(january), "Familiecentret");
    assert_eq!(unit.name_in(january.previous()), "Familiehuset");
    let (_, event) = snapshot.shared.events.last_key_value().unwrap();
    assert_eq!(snapshot.shared.events.len(), before + 1);
    assert_eq!(
        (event.day.to_string().as_str(), event.kind),
        ("2027-01-01", crate::domain::EventKind::Event)
    );
    assert_eq!(event.title, "Nyt navn: Familiecentret");
    // One step, one undo.
    let author = desk.author.clone();
    desk.book.undo(&author).unwrap();
    assert_eq!(desk.book.snapshot().shared.events.len(), before);
    assert_eq!(desk.book.snapshot().unit(id).unwrap().unit.name_in(january), "Familiehuset");
}

#[test]
fn a_target_for_waits_is_typed_in_weeks_and_kept_in_days() {
    let mut desk = desk();
    desk.fill(
        Subject::Target(None),
        &[("metric", "wait"), ("upper", "8"), ("valid-from", "1.1.2027"), ("source", "Byrådet")],
    );
    let (id, target) = desk.book.snapshot().shared.targets.last_key_value().unwrap();
    assert_eq!(target.upper, Some(Thousandths::whole(56)));
    let shown = form(desk.at(), Subject::Target(Some(*id))).unwrap().values();
    assert_eq!(shown.get("upper"), "8");
}

#[test]
fn guideline_caseloads_are_offered_with_their_source() {
    let desk = desk();
    let form = form(desk.at(), Subject::Target(None)).unwrap();
    let newest = &form.suggestions[0];
    assert!(newest.source.contains("Dansk Socialrådgiverforening"));
    let value = |name| newest.values.iter().find(|it| it.0 == name).unwrap().1.as_str();
    assert_eq!((value("lower"), value("upper"), value("valid-from")), ("20", "30", "1. feb. 2020"));
}

#[test]
fn what_cannot_be_kept_is_said_beside_its_field() {
    let desk = desk();
    let who = desk.caseworker("GHT");
    let cpr = desk.problems(Subject::Event(None), &[("title", "Se 010190-1234"), ("day", "i går")]);
    assert_eq!(cpr[0], ("day", "Skriv en dato, fx 1.9.2026".to_owned()));
    assert!(cpr[1].1.contains("CPR-nummer"), "{cpr:?}");
    let order = desk.problems(
        Subject::Absence(who, None),
        &[("first-day", "2.9.2026"), ("last-day", "1.9.2026")],
    );
    assert_eq!(order, [("last-day", "Slutningen ligger før begyndelsen.".to_owned())]);
    let limit = desk.problems(Subject::Target(None), &[("source", "x")]);
    assert_eq!(limit[0].0, "upper");
    let settings =
        desk.problems(Subject::Settings, &[("standard-week", "80"), ("deadline-day", "31")]);
    assert_eq!(
        settings.iter().map(|it| it.0).collect::<Vec<_>>(),
        ["deadline-day", "standard-week"]
    );
}

#[test]
fn settings_are_one_step_and_defaults_stay_defaults() {
    let mut desk = desk();
    desk.fill(Subject::Settings, &[("threshold", "3"), ("weight-simple", "0,5")]);
    let settings = desk.book.snapshot().settings();
    assert_eq!(settings.suppression_threshold(), 3);
    assert_eq!(settings.weights()[0], Thousandths(500));
    assert_eq!(settings.get(crate::domain::SettingKey::StandardWeek), None);
    let author = desk.author.clone();
    desk.book.undo(&author).unwrap();
    assert_eq!(desk.book.snapshot().settings().suppression_threshold(), 5);
    assert_eq!(desk.book.snapshot().settings().weights()[0], Thousandths(750));
}

#[test]
fn who_has_left_stands_last() {
    let mut desk = desk();
    let who = desk.caseworker("CLM");
    desk.fill(Subject::CaseworkerEnd(who), &[("to", "okt 2026")]);
    let rows = list(desk.at(), Section::Caseworkers).unwrap().rows;
    let row = rows.iter().find(|it| it.item == Item::Caseworker(who)).unwrap();
    assert!(row.is_past);
    assert_eq!(row.chip.as_ref().unwrap().text, "Stoppet okt. 2026");
    let first_past = rows.iter().position(|it| it.is_past).unwrap();
    assert!(rows[first_past..].iter().all(|it| it.is_past));
}

#[test]
fn a_place_is_added_under_the_next_serial_number_started_and_corrected() {
    let mut desk = desk();
    let fh = desk.book.snapshot().unit_by_code("FH").unwrap().id;
    desk.unit = Some(fh);
    let count = |desk: &Desk| desk.book.snapshot().unit(fh).unwrap().episodes.len();
    let before = count(&desk);
    let next = form(desk.at(), Subject::Episode(None)).unwrap().values();
    let next = next.get("reference").to_owned();
    desk.fill(Subject::Episode(None), &[("offer", "Samtaler"), ("approved", "2.11.2026")]);
    assert_eq!(count(&desk), before + 1);
    let row = |desk: &Desk| {
        let rows = places(desk.at(), &PlacesView::default(), "").rows;
        rows.into_iter().find(|it| it.reference == next).unwrap()
    };
    let Item::Episode(mark) = row(&desk).item else { panic!() };
    let subject = Subject::Episode(Some(mark));
    desk.fill(subject, &[("started", "20.11.2026"), ("approved", "1.11.2026")]);
    assert_eq!(count(&desk), before + 1);
    let place = row(&desk);
    let cells = [&next, "FH", "Samtaler", "1. nov. 2026", "påbegyndt 20. nov. 2026", "19"];
    assert_eq!(place.cells(Lang::Da), cells);
    let label = place.label(Lang::Da);
    assert!(label.ends_with("visiteret 1. nov. 2026, 19 dage påbegyndt 20. nov. 2026"), "{label}");
}

#[test]
fn a_head_sorts_up_then_down_then_as_the_queue_stands() {
    let desk = desk();
    let all = |view: &PlacesView| places(desk.at(), view, "").rows;
    let queue = all(&PlacesView::default());
    let days: Vec<i32> =
        queue.iter().filter(|it| it.outcome.ended().is_none()).map(|it| it.days).collect();
    assert!(days.len() > 1 && days.is_sorted_by(|a, b| a >= b), "longest first: {days:?}");
    assert!(
        queue.iter().map(|it| it.outcome.ended().is_some()).is_sorted(),
        "who waits stands first"
    );
    let mut view = PlacesView::default();
    view.press(PlaceColumn::Days);
    assert!(all(&view).is_sorted_by_key(|it| it.days));
    view.press(PlaceColumn::Days);
    assert!(all(&view).is_sorted_by(|a, b| a.days >= b.days));
    view.press(PlaceColumn::Approved);
    assert!(all(&view).is_sorted_by_key(|it| it.approved));
    view.press(PlaceColumn::Approved);
    view.press(PlaceColumn::Approved);
    assert_eq!(all(&view), queue);
    view.status = Some(PlaceStatus::Withdrawn);
    let withdrawn = all(&view);
    assert!(!withdrawn.is_empty());
    assert!(withdrawn.iter().all(|it| it.outcome.withdrawn().is_some()));
}

#[test]
fn a_pasted_block_is_one_step_and_a_wrong_line_is_named() {
    let mut desk = desk();
    let fh = desk.book.snapshot().unit_by_code("FH").unwrap().id;
    desk.unit = Some(fh);
    let before = desk.book.snapshot().unit(fh).unwrap().episodes.clone();
    let block = "N1\tSamtaler\t1.11.2026\nN2\tSamtaler\t2.11.2026\t9.11.2026\r\n";
    // What stands in the other fields is not read then.
    desk.fill(Subject::Episode(None), &[("offer", ""), ("block", block)]);
    assert_eq!(desk.book.snapshot().unit(fh).unwrap().episodes.len(), before.len() + 2);
    let author = desk.author.clone();
    desk.book.undo(&author).unwrap();
    assert_eq!(desk.book.snapshot().unit(fh).unwrap().episodes, before);
    let wrong = desk.problems(
        Subject::Episode(None),
        &[("block", "N3\tSamtaler\t1.11.2026\n010190-1234\tSamtaler\t1.11.2026")],
    );
    assert_eq!(wrong[0].0, "block");
    assert!(wrong[0].1.starts_with("Linje 2: Teksten ligner et CPR-nummer"), "{wrong:?}");
}
