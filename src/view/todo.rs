//! The to-do line: which months are due and not reported.

use crate::domain::{Day, Month, Snapshot, UnitId};
use crate::text::{Arg, Lang, dates, tr, tr_with};
use crate::trends::{Chip, Subject, Tone, is_reported};

/// A place in the grid that is still empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TodoCell {
    pub unit: UnitId,
    pub month: Month,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodoModel {
    pub chip: Chip,
    /// "November 2026 er ikke indberettet endnu".
    pub sentence: String,
    /// "BFA, FTI"; empty when nothing is missing.
    pub names: String,
    /// The deadline, or what comes next.
    pub tail: String,
    /// The button's word and where it leads.
    pub first: Option<(String, TodoCell)>,
}

/// How far back months are asked for.
const MONTHS_BACK: i32 = 11;

/// What is missing today, for the chosen units.
pub fn todo_model(
    lang: Lang,
    snapshot: &Snapshot,
    subjects: &[Subject<'_>],
    today: Day,
) -> TodoModel {
    let newest_due = newest_due(today);
    let missing: Vec<TodoCell> = newest_due
        .plus(-MONTHS_BACK)
        .through(newest_due)
        .flat_map(|month| {
            subjects
                .iter()
                .filter(move |it| it.data.unit.exists_in(month))
                .filter(move |it| !is_reported(&it.measure, month))
                .map(move |it| TodoCell { unit: it.data.id, month })
        })
        .collect();
    match missing.last() {
        None => complete(lang, newest_due),
        Some(newest) => open(lang, snapshot, &missing, newest.month),
    }
}

/// A month is due from its last day.
pub fn newest_due(today: Day) -> Month {
    let month = today.month();
    if month.last_day() <= today { month } else { month.previous() }
}

fn complete(lang: Lang, newest: Month) -> TodoModel {
    let next = newest.next();
    let args: [(&str, Arg<'_>); 2] = [
        ("month", capital(&dates::month_name(lang, next)).into()),
        ("day", dates::day_month(lang, next.last_day()).into()),
    ];
    TodoModel {
        chip: Chip { text: tr(lang, "ui-todo-complete-chip"), tone: Tone::Good },
        sentence: tr_with(
            lang,
            "ui-todo-complete",
            &[("month", dates::month(lang, newest).into())],
        ),
        names: String::new(),
        tail: tr_with(lang, "ui-todo-next", &args),
        first: None,
    }
}

fn open(lang: Lang, snapshot: &Snapshot, missing: &[TodoCell], newest: Month) -> TodoModel {
    let (of_newest, older): (Vec<TodoCell>, Vec<TodoCell>) =
        missing.iter().partition(|it| it.month == newest);
    let name = |cell: &TodoCell| Some(snapshot.unit(cell.unit)?.unit.code.clone());
    let names: Vec<String> = of_newest.iter().filter_map(name).collect();
    let day = snapshot.settings().deadline_day().clamp(1, 28).cast_signed();
    let deadline = newest.next().first_day().plus(day - 1);
    let mut tail =
        tr_with(lang, "ui-todo-deadline", &[("day", dates::day_month(lang, deadline).into())]);
    if !older.is_empty() {
        tail = tr_with(lang, "ui-todo-older", &[("n", older.len().into())]);
    }
    let button =
        tr_with(lang, "ui-todo-enter", &[("month", dates::month_name(lang, newest).into())]);
    TodoModel {
        chip: Chip {
            text: tr_with(lang, "ui-todo-chip", &[("n", missing.len().into())]),
            tone: Tone::Warning,
        },
        sentence: tr_with(
            lang,
            "ui-todo-open",
            &[("month", capital(&dates::month(lang, newest)).into())],
        ),
        names: names.join(", "),
        tail,
        first: of_newest.first().map(|it| (button, *it)),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample::sample;

    fn model(today: &str) -> TodoModel {
        let half = crate::domain::HalfYear::parse("2026H2").unwrap();
        let subjects: Vec<Subject<'_>> = sample()
            .units()
            .filter_map(|it| Subject::new(sample(), it.id, Lang::Da, half))
            .collect();
        todo_model(Lang::Da, sample(), &subjects, Day::parse_iso(today).unwrap())
    }

    #[test]
    fn a_month_is_due_from_its_last_day() {
        assert_eq!(model("2026-11-29").first, None);
        let due = model("2026-11-30");
        assert_eq!(due.sentence, "November 2026 er ikke indberettet endnu");
        assert_eq!(due.chip.text, "Mangler 3 tal");
        assert_eq!(due.tail, "Frist 5. december");
    }

    #[test]
    fn months_before_the_newest_are_counted() {
        assert_eq!(model("2026-12-31").chip.text, "Mangler 6 tal");
        assert_eq!(model("2026-12-31").tail, "og 3 tal fra tidligere");
    }
}
