//! One cell: what stands in it, the grey figures behind an empty one, and what it is called.

use super::expected::can_hold;
use super::figure_text::{shown, text_of};
use super::model::EntryModel;
use super::sheet::Spot;
use crate::domain::Snapshot;
use crate::text::{tr, tr_with};

/// Whether something can be typed, and what there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    Filled,
    Empty,
    /// The caseworker was not there, or the month has not begun.
    Closed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellView {
    pub text: String,
    /// The same month last year and the month before, in grey.
    pub hints: [String; 2],
    pub state: CellState,
    pub is_asked: bool,
    /// What a screen reader hears.
    pub name: String,
}

impl EntryModel {
    /// What stands at a spot; `None` where there is no cell.
    pub fn cell(&self, snapshot: &Snapshot, spot: Spot) -> Option<CellView> {
        let key = self.sheet.key(spot)?;
        let data = snapshot.unit(key.unit)?;
        let lang = self.query.lang;
        let at = |month| data.value_in(month, key.counted).map(|it| shown(lang, key.counted, it));
        let text = at(key.month);
        let is_open = key.month <= self.latest && can_hold(data, key);
        let state = match &text {
            Some(_) => CellState::Filled,
            None if is_open => CellState::Empty,
            None => CellState::Closed,
        };
        let hint = |back: i32| match state {
            CellState::Empty => at(key.month.plus(-back)).unwrap_or_default(),
            CellState::Filled | CellState::Closed => String::new(),
        };
        let hints = [hint(12), hint(1)];
        let name = self.name(spot, text.as_deref(), &hints, state);
        let is_asked = self.remark(key).is_some();
        Some(CellView { text: text.unwrap_or_default(), hints, state, is_asked, name })
    }

    fn name(
        &self,
        spot: Spot,
        text: Option<&str>,
        hints: &[String; 2],
        state: CellState,
    ) -> String {
        let lang = self.query.lang;
        let place = self.sheet.name(lang, spot);
        let value = match (text, state) {
            (Some(text), _) => text.to_owned(),
            (None, CellState::Closed) => tr(lang, "entry-cell-closed"),
            (None, CellState::Empty | CellState::Filled) => tr(lang, "entry-cell-empty"),
        };
        let mut name = format!("{place}: {value}");
        for (hint, key) in hints.iter().zip(["entry-cell-last-year", "entry-cell-last-month"]) {
            if !hint.is_empty() {
                name.push_str(", ");
                name.push_str(&tr_with(lang, key, &[("value", hint.into())]));
            }
        }
        name
    }

    /// What F2 begins with, and what is copied.
    pub fn plain_text(&self, snapshot: &Snapshot, spot: Spot) -> String {
        let Some(key) = self.sheet.key(spot) else {
            return String::new();
        };
        let value = snapshot.unit(key.unit).and_then(|it| it.value_in(key.month, key.counted));
        value.map_or_else(String::new, |it| text_of(key.counted, it))
    }
}
