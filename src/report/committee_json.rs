//! The committee's tables as JSON: what is printed, what a reader can tie together, and which figures are shown.

use serde_json::{Map, Value, json};

use super::CellNames;
use super::prints::{Against, PrintState, Prints};
use crate::domain::{CountingUnit, Snapshot};
use crate::measure::suppression::{ProtectedHalf, Table, TableKind, Tie, Whose, Why};
use crate::text::{Lang, committee};

/// The names that a snapshot's units have in files.
pub fn cell_names(snapshot: &Snapshot) -> CellNames {
    let listed = || snapshot.units().filter(|it| it.unit.has_waiting_list());
    let all = [CountingUnit::Child, CountingUnit::Family, CountingUnit::Citizen];
    let shared = |it: &CountingUnit| 1 < listed().filter(|unit| unit.unit.counts == *it).count();
    let codes = snapshot.units().map(|it| (it.id, it.unit.code.clone()));
    let totals: Vec<CountingUnit> = all.into_iter().filter(shared).collect();
    let name = |it: &CountingUnit| (*it, committee::total(Lang::Da, *it, &totals));
    CellNames::new(codes, totals.iter().map(name).collect())
}

/// The tables, ties, figures and changes of the half-year that `prints` is of. Words are Danish.
pub fn committee_json(prints: &Prints, names: &CellNames) -> Value {
    let Some(half) = prints.half(prints.half) else {
        return Value::Null;
    };
    let tables = half.tables.iter().map(|it| table_json(prints, names, it));
    json!({
        "half_year": half.half.to_string(),
        "threshold": half.threshold,
        "tables": tables.collect::<Vec<_>>(),
        "relations": half.read_ties().map(|it| tie_json(names, &it)).collect::<Vec<_>>(),
        "figures": figures_json(half, names),
        "change": changes_json(prints, half, names),
    })
}

fn table_json(prints: &Prints, names: &CellNames, table: &Table) -> Value {
    let id = match table.kind {
        TableKind::Cases => "sager",
        TableKind::WaitingList => "venteliste",
        TableKind::Bands(crate::domain::BandKind::Started) => "baand_paabegyndte",
        TableKind::Bands(crate::domain::BandKind::Waiting) => "baand_ventende",
    };
    let mut object = Map::new();
    object.insert("id".to_owned(), id.into());
    object.insert("title".to_owned(), committee::table_title(Lang::Da, table.kind).into());
    if table.withdrawn {
        object.insert("withdrawn".to_owned(), true.into());
    }
    let rows = if table.withdrawn { &[][..] } else { &table.rows };
    let cells = if table.withdrawn { &[][..] } else { &table.cells };
    let cell = |own: &crate::measure::suppression::Cell| {
        let shown = prints.cell(own);
        let value = own.value.filter(|_| shown.state == PrintState::Shown);
        json!({ "id": names.name(&own.id), "state": own.state.name(), "value": value, "print": shown.text })
    };
    let rows: Vec<String> = rows.iter().map(|it| names.whose(*it)).collect();
    let cells: Vec<Vec<Value>> = cells.iter().map(|row| row.iter().map(cell).collect()).collect();
    object.insert("rows".to_owned(), json!(rows));
    object.insert("columns".to_owned(), json!(committee::columns(Lang::Da, table)));
    object.insert("cells".to_owned(), json!(cells));
    Value::Object(object)
}

/// A tie with the names of its counts: Σ coefficient × count is, or is at least or at most, something.
pub fn tie_json(names: &CellNames, tie: &Tie) -> Value {
    let terms = tie.terms.iter().map(|(by, id)| json!([by, names.name(id)]));
    let mut object = Map::new();
    object.insert("terms".to_owned(), terms.collect());
    match (tie.least, tie.most) {
        (Some(least), Some(most)) if least == most => {
            object.insert("equals".to_owned(), least.into());
        }
        (least, most) => {
            if let Some(least) = least {
                object.insert("at_least".to_owned(), least.into());
            }
            if let Some(most) = most {
                object.insert("at_most".to_owned(), most.into());
            }
        }
    }
    Value::Object(object)
}

fn figures_json(half: &ProtectedHalf, names: &CellNames) -> Value {
    let units = half.figures.iter().map(|(unit, figures)| {
        let own = figures.iter().map(|judged| {
            let state = if judged.why.is_some() { "suppressed" } else { "shown" };
            let reason = judged.why.map(Why::name);
            (judged.key.name().to_owned(), json!({ "state": state, "reason": reason }))
        });
        (names.whose(Whose::Unit(*unit)), Value::Object(own.collect()))
    });
    Value::Object(units.collect())
}

fn changes_json(prints: &Prints, half: &ProtectedHalf, names: &CellNames) -> Value {
    let units = half.figures.iter().map(|(unit, figures)| {
        let state = |key, against| {
            let hidden = prints.change(*unit, key, against).state.is_hidden();
            if hidden { "suppressed" } else { "shown" }
        };
        let keys = figures.iter().map(|it| it.key).filter(|it| it.has_change());
        let own = keys.filter(|it| prints.has_change(*unit, *it)).map(|key| {
            let value = json!({
                "same_half_last_year": state(key, Against::SameLastYear),
                "previous_half": state(key, Against::Previous),
            });
            (key.name().to_owned(), value)
        });
        (names.whose(Whose::Unit(*unit)), Value::Object(own.collect()))
    });
    Value::Object(units.collect())
}
