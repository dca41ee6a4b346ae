//! Settles columns against each other: what is kept of people, and that no two hold the same.

use super::columns::{Columns, Role, Values};
use super::words;
use crate::book::draft::{Certainty, Column};

/// Where rows are people, only their cases are kept; of two columns of names the initials count.
pub fn people(roles: &mut [Role], (headings, certainties): (&[String], &[Certainty])) {
    let of_people = roles.contains(&Role::Label(Column::Initials));
    for (role, certainty) in roles.iter_mut().zip(certainties) {
        if let Role::Values(values) = role {
            let is_ratio = values.is_ratio && *certainty != Certainty::Told;
            let by_person = of_people || values.person.is_some();
            let figure = values.figure;
            let is_kept = |it: Column| {
                if by_person {
                    matches!(it, Column::Cases | Column::Unallocated)
                } else {
                    // Cases divided by people are no count of a unit's cases.
                    it != Column::Cases || !is_ratio
                }
            };
            if figure.is_some_and(|it| !is_kept(it)) {
                *role = Role::Ignored;
            }
        }
    }
    year_totals(roles);
    unit_totals(roles, headings);
    let people: Vec<usize> = (0..roles.len())
        .filter(|it| roles.get(*it) == Some(&Role::Label(Column::Initials)))
        .collect();
    let is_initials =
        |it: &&usize| headings.get(**it).is_some_and(|it| words::fold(it).starts_with("init"));
    let chosen = people.iter().find(is_initials).or_else(|| people.first()).copied();
    for place in people.into_iter().filter(|it| Some(*it) != chosen) {
        if let Some(slot) = roles.get_mut(place) {
            *slot = Role::Ignored;
        }
    }
}

/// Beside columns of months a column of a year is the whole of it.
fn year_totals(roles: &mut [Role]) {
    let is_month = |it: &Role| matches!(it, Role::Values(Values { month: Some(_), .. }));
    if !roles.iter().any(is_month) || roles.contains(&Role::Label(Column::Month)) {
        return;
    }
    for role in roles {
        if matches!(role, Role::Values(Values { month: None, year: Some(_), .. })) {
            *role = Role::Total;
        }
    }
}

/// Beside columns of several units `Sager i alt` is that of all of them.
fn unit_totals(roles: &mut [Role], headings: &[String]) {
    let mut units: Vec<&str> = roles.iter().filter_map(Role::unit).collect();
    units.sort_unstable();
    units.dedup();
    if units.len() < 2 || roles.contains(&Role::Label(Column::Unit)) {
        return;
    }
    for (role, heading) in roles.iter_mut().zip(headings) {
        let is_of_all = matches!(role, Role::Values(it) if it.unit.is_none());
        if is_of_all && words::is_total_row(heading) {
            *role = Role::Total;
        }
    }
}

/// No two columns may hold the same figure of the same thing; one that is only nearly named gives way. Which of two
/// that are named alike counts, a person must say.
pub fn one_of_each(found: &mut Columns) {
    for later in 0..found.roles.len() {
        let role = found.roles.get(later).cloned();
        let Some(role) = role.filter(|it| matches!(it, Role::Values(_) | Role::Label(_))) else {
            continue;
        };
        let same = |it: &usize| found.roles.get(*it).is_some_and(|it| alike(it, &role));
        let Some(earlier) = (0..later).find(same) else {
            continue;
        };
        let certainty = |it: usize| found.certainties.get(it).copied().unwrap_or(Certainty::Like);
        let loser = match (certainty(earlier), certainty(later)) {
            (a, b) if a < b => later,
            (a, b) if b < a => earlier,
            _ if matches!(role, Role::Label(_)) => later,
            _ => {
                found.disputed.extend([earlier, later]);
                continue;
            }
        };
        if let Some(slot) = found.roles.get_mut(loser) {
            *slot = Role::Ignored;
        }
    }
}

fn alike(a: &Role, b: &Role) -> bool {
    match (a, b) {
        (Role::Values(a), Role::Values(b)) => {
            let bare = |it: &Values| Values { wait_unit: None, is_ratio: false, ..it.clone() };
            bare(a) == bare(b)
        }
        (a, b) => a == b,
    }
}
