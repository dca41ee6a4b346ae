//! Beside the sheet: the question about a figure, and the balance of the month.

use super::model::EntryModel;
use super::sheet::Spot;
use crate::domain::{CaseworkerId, CellKey, Counted, Month, Snapshot};
use crate::measure::{Balance, Remark};
use crate::text::{Arg, Lang, dates, number, remarks, tr, tr_with};

/// A question about one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemarkCard {
    pub remark: Remark,
    /// "IKA, november: 48".
    pub title: String,
    pub sentence: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BalanceCard {
    pub title: String,
    /// "primo 469 + tilgang 24 - afgang 21 + overflytning 0 = 472".
    pub formula: String,
    /// Whether it adds up, or what is missing.
    pub verdict: String,
    pub adds_up: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideModel {
    /// About the cell one is in, else the next one in its month.
    pub remark: Option<RemarkCard>,
    pub more_remarks: String,
    pub balance: Option<BalanceCard>,
    /// What the grey figures are.
    pub hints: String,
}

impl EntryModel {
    /// What there is to say while the cursor stands at a spot.
    pub fn side(&self, snapshot: &Snapshot, at: Spot) -> SideModel {
        let month = self.sheet.month_of(at.1);
        let asked = self.asked(at);
        let own = asked.iter().position(|it| self.sheet.key(at) == Some(it.cell)).unwrap_or(0);
        let remark = asked.get(own).map(|it| self.card(snapshot, it));
        let others = asked.len().saturating_sub(1);
        let more = tr_with(self.query.lang, "entry-more-remarks", &[("n", others.into())]);
        SideModel {
            remark,
            more_remarks: if others == 0 { String::new() } else { more },
            balance: month.and_then(|it| Some(self.balance_card(it, self.month(it)?.balance))),
            hints: month.map(|it| self.hint_words(it)).unwrap_or_default(),
        }
    }

    /// Every question in the cursor's month, as far as it has been looked at.
    fn asked(&self, at: Spot) -> Vec<Remark> {
        let Some(month) = self.sheet.month_of(at.1) else {
            return Vec::new();
        };
        // Keys are ordered by month: what was looked at in others is not gone through.
        let begins = |month| CellKey {
            unit: self.query.unit,
            month,
            counted: Counted::Cases(CaseworkerId(0)),
        };
        let of_month = self.remarks.range(begins(month)..begins(month.next()));
        let of_cells = of_month.map(|it| it.1);
        let of_balance = self.month(month).and_then(|it| it.remark);
        of_cells.copied().chain(of_balance).collect()
    }

    fn card(&self, snapshot: &Snapshot, remark: &Remark) -> RemarkCard {
        let lang = self.query.lang;
        RemarkCard {
            remark: *remark,
            title: remarks::title(lang, snapshot, remark),
            sentence: remarks::sentence(lang, snapshot, remark),
        }
    }

    fn balance_card(&self, month: Month, balance: Balance) -> BalanceCard {
        let lang = self.query.lang;
        let name = dates::month_name(lang, month);
        let missing = missing(lang, &balance);
        let (verdict, adds_up) = match balance.error() {
            Some(0) => (tr(lang, "entry-balance-right"), Some(true)),
            Some(error) => {
                let args = [("n", number::whole(lang, error.abs()).into())];
                (tr_with(lang, "entry-balance-wrong", &args), Some(false))
            }
            None => {
                let args = [("what", Arg::from(missing))];
                (tr_with(lang, "entry-balance-missing", &args), None)
            }
        };
        let title = tr_with(lang, "entry-balance", &[("month", name.into())]);
        BalanceCard { title, formula: formula(lang, &balance), verdict, adds_up }
    }

    fn hint_words(&self, month: Month) -> String {
        let lang = self.query.lang;
        let args: [(&str, Arg<'_>); 2] = [
            ("previous", dates::month_name(lang, month.previous()).into()),
            ("earlier", dates::month(lang, month.plus(-12)).into()),
        ];
        tr_with(lang, "entry-hints", &args)
    }

    /// The cell of the first question that is not the one the cursor is in.
    pub fn next_asked(&self, at: Spot) -> Option<CellKey> {
        let own = self.sheet.key(at);
        let asked = self.asked(at);
        let here = asked.iter().position(|it| Some(it.cell) == own);
        let next = here.map_or(0, |it| (it + 1) % asked.len().max(1));
        asked.get(next).map(|it| it.cell)
    }
}

fn formula(lang: Lang, balance: &Balance) -> String {
    let shown = |count: Option<i64>| {
        Arg::from(count.map_or_else(|| "..".to_owned(), |it| number::whole(lang, it)))
    };
    let args = [
        ("opening", shown(balance.opening)),
        ("opened", shown(balance.opened)),
        ("closed", shown(balance.closed)),
        ("transferred", shown(balance.transferred)),
        ("closing", shown(balance.closing)),
    ];
    tr_with(lang, "entry-balance-formula", &args)
}

fn missing(lang: Lang, balance: &Balance) -> String {
    let parts = [
        (balance.opening, "entry-balance-opening"),
        (balance.opened, "entry-balance-opened"),
        (balance.closed, "entry-balance-closed"),
        (balance.transferred, "entry-balance-transferred"),
        (balance.closing, "entry-balance-closing"),
    ];
    let missing = parts.iter().filter(|it| it.0.is_none()).map(|it| tr(lang, it.1));
    missing.collect::<Vec<_>>().join(", ")
}
