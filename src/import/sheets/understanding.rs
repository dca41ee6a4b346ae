//! Writes down what a sheet was understood as.

use super::columns::{Role, Values};
use super::context::Context;
use super::extract::Ground;
use super::layout::Layout;
use super::when::{self, When};
use super::words;
use crate::book::draft::{
    Certainty, Column, ColumnSeen, DraftFile, NumberForm, Provenance, SheetSeen, Sourced,
};
use crate::book::{At, Remark};
use crate::domain::Month;
use crate::import::workbook::cell_name;

/// Adds a sheet to what a file was understood as; columns that are not used are remarked on.
pub fn write_down(
    file: &mut DraftFile,
    (name, ground): (&str, Ground),
    layout: &Layout,
    context: &Context,
    numbers: NumberForm,
) {
    let at = |column: usize| {
        let column = u32::try_from(column).unwrap_or(u32::MAX);
        match ground {
            Ground::Text => At::Column(column.saturating_add(1)),
            Ground::Sheet => {
                let range = cell_name(layout.header.1.saturating_sub(1), column);
                At::Cells { sheet: name.to_owned(), range }
            }
        }
    };
    let mut columns = Vec::new();
    for (column, role) in layout.roles.iter().enumerate() {
        let heading = layout.headings.get(column).cloned().unwrap_or_default();
        let certainty = layout.certainties.get(column).copied().unwrap_or(Certainty::Exact);
        if *role == Role::Blank && heading.is_empty() {
            continue;
        }
        let seen = ColumnSeen {
            at: at(column),
            column: meaning(role, layout),
            certainty,
            of: belonging(role, context),
            heading,
        };
        remark(file, &seen);
        columns.push(seen);
    }
    for column in layout.said_once.iter().filter_map(|it| layout.headings.get(*it)) {
        file.verdict.remarks.push(Remark::FilledDown { column: column.clone() });
    }
    if layout.is_bare() {
        file.verdict.remarks.push(Remark::NoHeadings);
    }
    if numbers == NumberForm::English {
        file.verdict.remarks.push(Remark::EnglishNumbers);
    }
    let stated = layout.roles.iter().find_map(|it| match it {
        Role::Values(values) => values.wait_unit,
        Role::Label(_) | Role::Total | Role::Ignored | Role::Blank => None,
    });
    let by_hand = context.wait_unit.filter(|it| it.how == Provenance::Mapping);
    let by_heading = stated.map(|value| Sourced { value, how: Provenance::Heading });
    let understood = &mut file.verdict.understood;
    understood.shape.push_str(&shape(layout));
    understood.sheets.push(SheetSeen {
        name: name.to_owned(),
        header: layout.header,
        columns,
        unit: context.unit.clone(),
        year: context.year,
        wait_unit: by_hand.or(by_heading).or(context.wait_unit),
        numbers,
    });
}

fn remark(file: &mut DraftFile, seen: &ColumnSeen) {
    match (seen.column, seen.certainty) {
        (None, _) => {
            let column = seen.heading.clone();
            file.verdict.remarks.push(Remark::IgnoredColumn { column });
        }
        (Some(column), Certainty::Like) => {
            let heading = seen.heading.clone();
            file.verdict.remarks.push(Remark::HeadingLike { heading, column });
        }
        (Some(_), Certainty::Told | Certainty::Exact) => {}
    }
}

/// What a column holds; `None` is not used.
fn meaning(role: &Role, layout: &Layout) -> Option<Column> {
    match role {
        Role::Label(column) => Some(*column),
        Role::Values(Values { figure, .. }) => {
            let by_rows = layout.roles.contains(&Role::Label(Column::Field));
            figure
                .or_else(|| by_rows.then_some(Column::Field))
                .or(layout.figure)
                .or(Some(Column::Value))
        }
        Role::Total | Role::Ignored | Role::Blank => None,
    }
}

/// The month, person or unit that a column of figures belongs to.
fn belonging(role: &Role, context: &Context) -> String {
    let Role::Values(values) = role else {
        return String::new();
    };
    let year = values.year.or_else(|| context.year.map(|it| it.value));
    let month = values.month.map(|month| {
        let whole = year.and_then(|year| Month::new(year, month));
        whole.map_or_else(|| format!("{month:02}"), |it| it.to_string())
    });
    let year = values.year.filter(|_| values.month.is_none()).map(|it| it.to_string());
    let parts = [values.unit.clone(), values.person.clone(), month, year];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The headings without their months and years: the same for next year's file.
fn shape(layout: &Layout) -> String {
    let mut shape = String::new();
    for heading in &layout.headings {
        let is_time = heading.parse::<i32>().is_ok()
            || matches!(when::read(heading), Some(When::Month { .. } | When::Day(_)));
        let word = if is_time { "*".to_owned() } else { words::fold(heading) };
        if word == "*" && shape.ends_with("*|") {
            continue;
        }
        shape.push_str(&word);
        shape.push('|');
    }
    shape.push('\n');
    shape
}
