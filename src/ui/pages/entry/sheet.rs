//! A sheet as the grid wants to see it.

use egui::Ui;

use super::cells::Cells;
use crate::domain::Snapshot;
use crate::text::{Lang, caseworker_word, tr, tr_with};
use crate::ui::widgets::grid::{
    CellTone, EditRequest, Extent, FootCell, FootTone, GridCell, GridHead, GridModel, GridState,
    HeadState, Spot, grid_ui,
};
use crate::view::entry::{CellState, EntryModel, RowKind, result_words};

/// A sheet as the grid wants to see it.
pub struct SheetView<'a> {
    pub cells: &'a Cells,
    pub model: &'a EntryModel,
    pub snapshot: &'a Snapshot,
    pub lang: Lang,
    pub rows: RowsAre,
}

/// What the first rows of a sheet are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowsAre {
    People,
    Figures,
}

impl SheetView<'_> {
    pub fn grid_ui(&self, ui: &mut Ui, state: &mut GridState, name: &str) -> Vec<EditRequest> {
        let lang = self.lang;
        let corner = if self.rows == RowsAre::People {
            [caseworker_word(lang, self.snapshot.settings()), tr(lang, "entry-hours")]
        } else {
            [tr(lang, "entry-figure"), String::new()]
        };
        let counted = |spot| self.model.sheet.key(spot).map(|it| it.counted);
        let model = GridModel {
            name,
            extent: extent(self.model),
            corner: [&corner[0], &corner[1]],
            foot_rows: self.foot_labels().len(),
            head: &|column| self.head(column),
            row: &|row| {
                let row = self.model.sheet.rows.get(row);
                row.map(|it| [it.label.clone(), it.note.clone()]).unwrap_or_default()
            },
            cell: &|spot| self.cell(spot),
            foot_label: &|row| self.foot_labels().get(row).cloned().unwrap_or_default(),
            foot: &|(row, column)| self.foot(row, column),
            text: &|spot| match self.model.sheet.key(spot).and_then(|it| self.cells.standing(it)) {
                Some(text) => text.to_owned(),
                None => self.model.plain_text(self.snapshot, spot),
            },
            is_filled: &|spot| !self.model.plain_text(self.snapshot, spot).is_empty(),
            result: &|spot, text| {
                counted(spot).map(|it| result_words(lang, it, text)).unwrap_or_default()
            },
        };
        grid_ui(ui, state, &model)
    }

    fn head(&self, column: usize) -> GridHead {
        let month = self.model.sheet.month_of(column);
        let label = self.model.sheet.columns.get(column).map(|it| it.1.clone());
        let filled = month.and_then(|it| self.model.month(it)).is_some_and(|it| it.is_filled);
        let state = if self.model.sheet.month.is_some() {
            HeadState::Plain
        } else if filled {
            HeadState::Filled
        } else if month == self.model.entering {
            HeadState::Current
        } else {
            HeadState::Plain
        };
        GridHead { label: label.unwrap_or_default(), state }
    }

    fn cell(&self, spot: Spot) -> GridCell {
        let Some(view) = self.model.cell(self.snapshot, spot) else {
            return GridCell { tone: CellTone::Closed, ..GridCell::default() };
        };
        let Some(key) = self.model.sheet.key(spot) else { return GridCell::default() };
        let place = || self.model.sheet.name(self.lang, spot);
        if let Some(text) = self.cells.saving(key) {
            let mark = tr(self.lang, "entry-cell-saving");
            let name = format!("{}: {text}, {mark}", place());
            return GridCell {
                text: text.to_owned(),
                mark,
                tone: CellTone::Saving,
                name,
                ..GridCell::default()
            };
        }
        if let Some(draft) = self.cells.draft(key) {
            let args = [
                ("place", place().into()),
                ("text", (&draft.text).into()),
                ("reason", (&draft.reason).into()),
            ];
            let name = tr_with(self.lang, "entry-cell-refused", &args);
            let tone = CellTone::Refused;
            return GridCell {
                text: draft.text.clone(),
                mark: "!".to_owned(),
                tone,
                name,
                ..GridCell::default()
            };
        }
        let tone = match view.state {
            CellState::Closed => CellTone::Closed,
            CellState::Filled if view.is_asked => CellTone::Asked,
            CellState::Filled | CellState::Empty => CellTone::Plain,
        };
        let mark = if view.is_asked { "?".to_owned() } else { String::new() };
        let name = if view.is_asked { format!("{} ?", view.name) } else { view.name };
        // Only the month being filled in shows what was there before; elsewhere it would be noise.
        let shows_hints = self.model.sheet.month.is_some()
            || self.model.sheet.month_of(spot.1) == self.model.entering;
        let hints = if shows_hints { view.hints } else { <[String; 2]>::default() };
        GridCell { text: view.text, mark, hints, tone, name }
    }

    fn foot_labels(&self) -> Vec<FootCell> {
        if self.model.sheet.rows.first().is_some_and(|it| it.kind == RowKind::Unit) {
            return Vec::new();
        }
        let label =
            |key: &str, tone| FootCell { text: tr(self.lang, key), tone, ..FootCell::default() };
        let balance = label("entry-balance-row", FootTone::Quiet);
        if self.rows == RowsAre::Figures {
            return vec![balance];
        }
        vec![
            label("entry-total", FootTone::Strong),
            label("entry-fte", FootTone::Quiet),
            label("entry-caseload", FootTone::Strong),
            balance,
        ]
    }

    fn foot(&self, row: usize, column: usize) -> FootCell {
        let is_first = self.model.sheet.month.is_none() || column == 0;
        let month = self.model.sheet.month_of(column).filter(|_| is_first);
        let Some(month) = month.and_then(|it| self.model.month(it)) else {
            return FootCell::default();
        };
        let cell =
            |text: &str, tone| FootCell { text: text.to_owned(), tone, ..FootCell::default() };
        match if self.rows == RowsAre::People { row } else { row + 3 } {
            0 => FootCell { note: month.reported.clone(), ..cell(&month.cases, FootTone::Strong) },
            1 => cell(&month.fte, FootTone::Quiet),
            2 => cell(&month.caseload, FootTone::Strong),
            _ => match month.balance.error() {
                Some(0) => cell(&tr(self.lang, "entry-balance-fits"), FootTone::Quiet),
                Some(error) => {
                    let sign = if 0 < error { "+" } else { "" };
                    match month.remark {
                        Some(_) => cell(&format!("? {sign}{error}"), FootTone::Asked),
                        None => cell(&format!("{sign}{error}"), FootTone::Quiet),
                    }
                }
                None => FootCell::default(),
            },
        }
    }
}

/// How large the sheet is.
pub fn extent(model: &EntryModel) -> Extent {
    Extent { rows: model.sheet.rows.len(), columns: model.sheet.columns.len() }
}
