//! The committee's profile in words and signs: what its tables are called, and what stands where a
//! figure is left out.

use super::figures::{self, NOT_COMPUTABLE, NOT_REPORTED};
use super::number::whole;
use super::{Lang, tr, tr_with};
use crate::domain::{BandKind, CountingUnit};
use crate::measure::Key;
use crate::measure::suppression::{CASE_KEYS, Cell, LIST_KEYS, State, Table, TableKind, Why};

/// A figure that is no count and is left out, or a count hidden to protect another.
pub const HIDDEN: &str = "*";

/// "Sager og bevægelser"
pub fn table_title(lang: Lang, kind: TableKind) -> String {
    let key = match kind {
        TableKind::Cases => "committee-cases",
        TableKind::WaitingList => "committee-waiting-list",
        TableKind::Bands(BandKind::Started) => "committee-started-bands",
        TableKind::Bands(BandKind::Waiting) => "committee-waiting-bands",
    };
    tr(lang, key)
}

/// The headings of a table's columns.
pub fn columns(lang: Lang, table: &Table) -> Vec<String> {
    let named = |keys: &[Key]| keys.iter().map(|key| figures::column(lang, *key)).collect();
    match table.kind {
        TableKind::Cases => named(&CASE_KEYS),
        TableKind::WaitingList => named(&LIST_KEYS),
        TableKind::Bands(_) => {
            let band = |(from, to): &(u32, Option<u32>)| {
                let from = ("from", from.to_string().into());
                match to {
                    Some(to) => {
                        tr_with(lang, "committee-band", &[from, ("to", to.to_string().into())])
                    }
                    None => tr_with(lang, "committee-band-open", &[from]),
                }
            };
            let bands = table.edges.iter().map(band);
            bands.chain([tr(lang, "committee-total")]).collect()
        }
    }
}

/// "I alt"; where more than one thing is counted, which.
pub fn total(lang: Lang, counts: CountingUnit, totals: &[CountingUnit]) -> String {
    let key = match counts {
        _ if totals.len() < 2 => "committee-total",
        CountingUnit::Child => "committee-total-child",
        CountingUnit::Family => "committee-total-family",
        CountingUnit::Citizen => "committee-total-citizen",
    };
    tr(lang, key)
}

/// `<5`
pub fn small(threshold: u32) -> String {
    format!("<{threshold}")
}

/// What is printed for a count.
pub fn count(lang: Lang, cell: &Cell, threshold: u32) -> String {
    match cell.state {
        State::Shown => cell.value.map_or_else(String::new, |it| whole(lang, it)),
        State::Primary => small(threshold),
        State::Secondary => HIDDEN.to_owned(),
        State::Missing => NOT_REPORTED.to_owned(),
        State::Withdrawn => NOT_COMPUTABLE.to_owned(),
    }
}

/// What is printed for a figure that is left out.
pub fn left_out(why: Why, threshold: u32) -> String {
    match why {
        Why::Count => small(threshold),
        Why::Secondary
        | Why::BuiltOnFew
        | Why::TotalHidden
        | Why::FewerThan3Persons
        | Why::FewInShare => HIDDEN.to_owned(),
        Why::NotInProfile | Why::Withdrawn => NOT_COMPUTABLE.to_owned(),
    }
}

/// Why a figure is left out, for its author: "bygger på færre end 5".
pub fn why(lang: Lang, why: Why, threshold: u32) -> String {
    let key = format!("why-{}", why.name().replace('_', "-"));
    let args = [("threshold", threshold.into()), ("most", threshold.saturating_sub(1).into())];
    tr_with(lang, &key, &args)
}
