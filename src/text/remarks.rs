//! Questions about unusual figures, one sentence each.

use super::changes::cell_place;
use super::{Arg, Lang, dates, errors, number, tr_with};
use crate::domain::{CellKey, Counted, Snapshot};
use crate::measure::{Balance, Ratio, Remark, RemarkKind};

/// "IKA, november: 48"
pub fn title(lang: Lang, snapshot: &Snapshot, remark: &Remark) -> String {
    let args: [(&str, Arg<'_>); 3] = [
        ("who", who(lang, snapshot, remark.cell).into()),
        ("month", dates::month_name(lang, remark.cell.month).into()),
        ("value", shown(lang, remark.cell.counted, remark.value).into()),
    ];
    tr_with(lang, "remark-title", &args)
}

/// What is unusual, with its numbers.
pub fn sentence(lang: Lang, snapshot: &Snapshot, remark: &Remark) -> String {
    let cell = remark.cell;
    let who = who(lang, snapshot, cell);
    let mut args = vec![
        ("who", Arg::from(who)),
        ("month", dates::month_name(lang, cell.month).into()),
        ("previous", dates::month_name(lang, cell.month.previous()).into()),
        ("value", shown(lang, cell.counted, remark.value).into()),
        ("place", cell_place(lang, snapshot, cell).into()),
    ];
    let key = match remark.kind {
        RemarkKind::Jump { before, largest } => {
            let difference = remark.value - before;
            args.push(("difference", shown(lang, cell.counted, difference.abs()).into()));
            args.push(("largest", shown(lang, cell.counted, largest).into()));
            if difference < 0 { "remark-jump-down" } else { "remark-jump-up" }
        }
        RemarkKind::Unchanged { months } => {
            args.push(("n", months.into()));
            "remark-unchanged"
        }
        RemarkKind::Balance(balance) => {
            args.extend(balance_args(lang, &balance));
            "remark-balance"
        }
        RemarkKind::WhileAbsent => "remark-while-absent",
        RemarkKind::NotInUnit => "remark-not-in-unit",
        RemarkKind::FarAboveNorm { caseload, upper } => {
            args.push(("caseload", number::decimal(lang, caseload).into()));
            args.push(("upper", number::rounded(lang, upper).into()));
            "remark-far-above-norm"
        }
    };
    tr_with(lang, key, &args)
}

fn balance_args(lang: Lang, balance: &Balance) -> [(&'static str, Arg<'static>); 6] {
    let shown = |it: Option<i64>| Arg::from(number::whole(lang, it.unwrap_or(0)));
    [
        ("opening", shown(balance.opening)),
        ("opened", shown(balance.opened)),
        ("closed", shown(balance.closed)),
        ("transferred", shown(balance.transferred)),
        ("expected", shown(balance.expected())),
        ("closing", shown(balance.closing)),
    ]
}

fn who(lang: Lang, snapshot: &Snapshot, cell: CellKey) -> String {
    match cell.counted {
        Counted::Cases(id) | Counted::Part(id, _) => {
            let caseworker = snapshot.unit(cell.unit).and_then(|it| it.caseworkers.get(&id));
            let identity = caseworker.and_then(|it| snapshot.identity(it.identity));
            identity.map_or_else(|| format!("#{}", id.0), |it| it.initials.clone())
        }
        Counted::Figure(field) => errors::field_name(lang, field),
    }
}

fn shown(lang: Lang, counted: Counted, value: i64) -> String {
    if counted.has_decimals() {
        number::full(lang, Ratio::thousandths(value))
    } else {
        number::whole(lang, value)
    }
}
