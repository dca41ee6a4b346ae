//! What an edition leaves out and why: for its author, never for the page.

use super::prints::Prints;
use crate::domain::{HalfYear, Period, Snapshot};
use crate::measure::suppression::{ProtectedHalf, State, Table, TableKind, Whose, Why};
use crate::text::{Lang, committee, dates, figures, tr_with};

/// A figure, a count or a whole table that is left out, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub half: HalfYear,
    /// A unit's name, a total, or the title of a table.
    pub whose: String,
    /// Empty for a whole table.
    pub what: String,
    pub why: Why,
}

impl LeftOut {
    /// "2. halvår 2025, FTI, Frafald: et antal fra 1 til 4"
    pub fn words(&self, lang: Lang, threshold: u32) -> String {
        let period = dates::period(lang, Period::HalfYear(self.half));
        if self.what.is_empty() {
            let args = [("table", self.whose.as_str().into())];
            return format!("{period}: {}", tr_with(lang, "why-table-withdrawn", &args));
        }
        let why = committee::why(lang, self.why, threshold);
        format!("{period}, {}, {}: {why}", self.whose, self.what)
    }
}

impl Prints {
    /// Everything left out of the three half-years of the tables. What the profile never prints is not among it.
    pub fn left_out(&self, snapshot: &Snapshot) -> Vec<LeftOut> {
        let printed = [self.half, self.half.plus(-2), self.half.plus(-1)];
        let mut all = Vec::new();
        for half in printed.iter().filter_map(|it| self.half(*it)) {
            all.extend(self.figures_out(snapshot, half));
        }
        for table in self.tables().iter().filter(|it| it.kind != TableKind::Cases) {
            all.extend(self.cells_out(snapshot, table));
        }
        all
    }

    fn figures_out(&self, snapshot: &Snapshot, half: &ProtectedHalf) -> Vec<LeftOut> {
        let lang = self.display.lang;
        let mut all = Vec::new();
        for (unit, own) in &half.figures {
            let whose = self.whose(snapshot, Whose::Unit(*unit), half.half);
            let out = own.iter().filter_map(|judged| {
                let why = judged.why.filter(|it| *it != Why::NotInProfile)?;
                let what = figures::label(lang, judged.key);
                Some(LeftOut { half: half.half, whose: whose.clone(), what, why })
            });
            all.extend(out);
        }
        all
    }

    /// Counts that stand in no unit's own table: bands and totals.
    fn cells_out(&self, snapshot: &Snapshot, table: &Table) -> Vec<LeftOut> {
        let lang = self.display.lang;
        let title = committee::table_title(lang, table.kind);
        if table.withdrawn {
            let why = Why::Withdrawn;
            return vec![LeftOut { half: self.half, whose: title, what: String::new(), why }];
        }
        let heads = committee::columns(lang, table);
        let mut all = Vec::new();
        for (whose, row) in table.rows.iter().zip(&table.cells) {
            let is_total = matches!(whose, Whose::All(_));
            let in_bands = matches!(table.kind, TableKind::Bands(_));
            let inner = if in_bands { heads.len().saturating_sub(1) } else { heads.len() };
            for (cell, head) in row.iter().zip(&heads).take(inner) {
                let why = match cell.state {
                    State::Primary => Why::Count,
                    State::Secondary => Why::Secondary,
                    State::Withdrawn => Why::Withdrawn,
                    State::Shown | State::Missing => continue,
                };
                if is_total || in_bands {
                    let whose = self.whose(snapshot, *whose, self.half);
                    let what = format!("{title}, {head}");
                    all.push(LeftOut { half: self.half, whose, what, why });
                }
            }
        }
        all
    }

    /// A unit's name in the half-year; "I alt".
    pub fn whose(&self, snapshot: &Snapshot, whose: Whose, half: HalfYear) -> String {
        match whose {
            Whose::Unit(unit) => snapshot
                .unit(unit)
                .map_or_else(String::new, |it| it.unit.name_in(half.last_month()).to_owned()),
            Whose::All(counts) => {
                let totals = self.tables().iter().flat_map(|it| &it.rows);
                let mut totals: Vec<_> = totals
                    .filter_map(|it| match it {
                        Whose::All(counts) => Some(*counts),
                        Whose::Unit(_) => None,
                    })
                    .collect();
                totals.sort_unstable();
                totals.dedup();
                committee::total(self.display.lang, counts, &totals)
            }
        }
    }
}
