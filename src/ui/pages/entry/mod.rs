//! Monthly entry: the sheet, what is asked about it, and everything that can be done with its cells.

mod add;
mod desk;
mod side;
mod wishes;

use egui::{Rect, RichText, Ui, UiBuilder, pos2, vec2};

pub use self::add::NewCaseworker;
use self::desk::Beside;
pub use self::desk::{EntryDesk, Goal, Sent, StoredDraft};
use super::RegisterAction;
use crate::domain::Snapshot;
use crate::text::{Lang, caseworker_word, dates, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::theme::{palette, size, space};
use crate::ui::widgets::grid::{
    CellTone, Extent, FootCell, FootTone, GridCell, GridHead, GridModel, HeadState, Spot, grid_ui,
};
use crate::ui::widgets::{Edge, card_row_ui, link_ui};
use crate::view::entry::{CellState, EntryModel, EntryView, RowKind, result_words};
use crate::view::register::Section;

/// What can be done on this page beside commands to the book.
#[derive(Debug, Clone, PartialEq)]
pub enum EntryAction {
    /// These cells, as one command.
    Save(Sent),
    View(EntryView),
    Month(crate::domain::Month),
}

/// Width of what stands beside the sheet.
const SIDE: f32 = 250.0;
/// In a narrower page what is asked stands under the sheet, this high.
const WIDE: f32 = 860.0;
const UNDER: f32 = 168.0;
/// Rows above this are not looked through for questions that are out of view.
const LOOKED_THROUGH: usize = 300;

/// The page fills the room there is and scrolls itself.
pub fn entry_ui(
    ui: &mut Ui,
    desk: &mut EntryDesk,
    model: &mut EntryModel,
    snapshot: &Snapshot,
) -> Vec<Action> {
    let mut actions = Vec::new();
    desk.settle(model, snapshot);
    come_back(ui, desk);
    bar_ui(ui, desk, model, snapshot, &mut actions);
    ui.add_space(space::S);
    let room = ui.available_rect_before_wrap();
    let beside = WIDE < room.width();
    let right = if beside { room.right() - SIDE - space::L } else { room.right() };
    let asks = !beside && side::asks(desk, model, snapshot);
    let bottom = if asks { room.bottom() - UNDER } else { room.bottom() };
    let left = Rect::from_min_max(room.min, pos2(right, bottom));
    let mut sheet = ui.new_child(UiBuilder::new().max_rect(left));
    sheet_card_ui(&mut sheet, desk, model, snapshot, &mut actions);
    if beside {
        let rest = Rect::from_min_max(pos2(right + space::L, room.top()), room.max);
        let mut child = ui.new_child(UiBuilder::new().max_rect(rest));
        child.set_clip_rect(rest.expand(4.0).intersect(ui.clip_rect()));
        side::side_ui(&mut child, desk, model, snapshot, &mut actions);
    }
    if asks {
        let rest = Rect::from_min_max(pos2(room.left(), bottom + space::S), room.max);
        let mut child = ui.new_child(UiBuilder::new().max_rect(rest));
        child.set_clip_rect(rest.intersect(ui.clip_rect()));
        let area = egui::ScrollArea::vertical().id_salt("asked");
        area.show(&mut child, |ui| side::side_ui(ui, desk, model, snapshot, &mut actions));
    }
    ui.advance_cursor_after_rect(room);
    actions
}

/// F6 leads back into the sheet, and so does Esc where no field has the keyboard.
fn come_back(ui: &Ui, desk: &mut EntryDesk) {
    let is_free = ui.memory(|it| it.focused().is_none());
    let back = ui.input(|it| {
        it.key_pressed(egui::Key::F6) || (is_free && it.key_pressed(egui::Key::Escape))
    });
    if back && !desk.grid.has_focus() {
        desk.grid.take_focus();
        ui.input_mut(|it| it.consume_key(egui::Modifiers::NONE, egui::Key::F6));
    }
}

/// How the months are shown, what is missing, and the way there.
fn bar_ui(
    ui: &mut Ui,
    desk: &mut EntryDesk,
    model: &EntryModel,
    snapshot: &Snapshot,
    actions: &mut Vec<Action>,
) {
    let lang = model.query.lang;
    ui.horizontal(|ui| {
        for view in EntryView::ALL {
            let word = tr(lang, &format!("entry-view-{}", view.name()));
            if ui.selectable_label(model.query.view == view, word).clicked() {
                actions.push(Action::Entry(EntryAction::View(view)));
            }
        }
        if let Some(month) = model.sheet.month {
            months_ui(ui, model, month, actions);
        }
        let keeps_list =
            snapshot.unit(model.query.unit).is_some_and(|it| it.unit.has_waiting_list());
        if keeps_list && link_ui(ui, &tr(lang, "places-open")).clicked() {
            actions.push(RegisterAction::Visit(Section::Episodes).into());
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let Some(month) = model.entering else {
                ui.label(RichText::new(tr(lang, "entry-todo-filled")).color(palette(ui).muted));
                return;
            };
            if let Some(spot) = model.first_empty(snapshot, month) {
                if link_ui(ui, &tr(lang, "entry-todo-go")).clicked() {
                    desk.grid.go(spot, extent(model));
                    desk.grid.take_focus();
                }
                let month = capital(&dates::month(lang, month));
                let words = tr_with(lang, "entry-todo-open", &[("month", month.into())]);
                ui.label(RichText::new(words).size(size::SMALL).color(palette(ui).muted));
            }
        });
    });
}

fn months_ui(
    ui: &mut Ui,
    model: &EntryModel,
    chosen: crate::domain::Month,
    actions: &mut Vec<Action>,
) {
    let lang = model.query.lang;
    let half = model.query.half_year;
    ui.add_space(space::L);
    for month in half.first_month().through(half.last_month()) {
        let word = dates::month_abbreviated(lang, month);
        if ui.selectable_label(month == chosen, word).clicked() {
            actions.push(Action::Entry(EntryAction::Month(month)));
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

pub(super) fn extent(model: &EntryModel) -> Extent {
    Extent { rows: model.sheet.rows.len(), columns: model.sheet.columns.len() }
}

fn sheet_card_ui(
    ui: &mut Ui,
    desk: &mut EntryDesk,
    model: &mut EntryModel,
    snapshot: &Snapshot,
    actions: &mut Vec<Action>,
) {
    let lang = model.query.lang;
    let room = ui.available_rect_before_wrap();
    let data = snapshot.unit(model.query.unit);
    let by_person = data.is_some_and(|it| it.unit.has_caseworkers());
    let adding = if by_person && model.sheet.month.is_none() { add::HEIGHT } else { 0.0 };
    let ground = ui.painter().add(egui::Shape::Noop);
    let inside = Rect::from_min_max(
        room.min + vec2(1.0, 1.0),
        pos2(room.right() - 1.0, (room.bottom() - adding - 2.0).max(room.top() + 120.0)),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(inside));
    child.set_clip_rect(inside.intersect(ui.clip_rect()));
    look_ahead(desk, model, snapshot);
    let unit = data.map_or("", |it| it.unit.name_in(model.latest));
    let wishes = {
        let sheet = Sheeted {
            desk: &desk.cells,
            model,
            snapshot,
            lang,
            rows: if by_person { RowsAre::People } else { RowsAre::Figures },
        };
        let name = tr_with(lang, "entry-grid", &[("unit", unit.into())]);
        sheet.grid_ui(&mut child, &mut desk.grid, &name)
    };
    wishes::carry_out(wishes, desk, model, snapshot, actions);
    desk.here = model.sheet.key(desk.grid.typing.cursor.at);
    let bottom = child.min_rect().bottom();
    if by_person && adding != 0.0 {
        let below = Rect::from_min_max(pos2(room.left(), bottom), room.max);
        let mut child = ui.new_child(UiBuilder::new().max_rect(below));
        let go = desk.leaving.take_if(|it| *it == Beside::NewCaseworker);
        let id = add::add_ui(&mut child, &mut desk.new_caseworker, model, actions);
        if go.is_some() {
            ui.memory_mut(|it| it.request_focus(id));
        }
    }
    let card = Rect::from_min_max(room.min, pos2(room.right(), bottom + adding + 1.0));
    let stroke = egui::Stroke::new(1.0, palette(ui).line);
    let shape = egui::epaint::RectShape::new(
        card,
        size::CARD_RADIUS,
        palette(ui).surface,
        stroke,
        egui::StrokeKind::Inside,
    );
    ui.painter().set(ground, egui::Shape::Rect(shape));
}

/// What is about to be drawn, and, of a sheet of ordinary size, every question in it.
fn look_ahead(desk: &EntryDesk, model: &mut EntryModel, snapshot: &Snapshot) {
    let (rows, columns) = (model.sheet.rows.len(), model.sheet.columns.len());
    if rows <= LOOKED_THROUGH && columns <= 12 {
        model.prepare(snapshot, 0..rows, 0..columns);
        return;
    }
    let (in_rows, in_columns) = desk.grid.in_view(extent(model));
    model.prepare(snapshot, in_rows, in_columns);
}

/// A sheet as the grid wants to see it.
struct Sheeted<'a> {
    desk: &'a desk::Cells,
    model: &'a EntryModel,
    snapshot: &'a Snapshot,
    lang: Lang,
    rows: RowsAre,
}

/// What the first rows of a sheet are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowsAre {
    People,
    Figures,
}

impl Sheeted<'_> {
    fn grid_ui(
        &self,
        ui: &mut Ui,
        state: &mut crate::ui::widgets::grid::GridState,
        name: &str,
    ) -> Vec<crate::ui::widgets::grid::Wish> {
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
            text: &|spot| match self.model.sheet.key(spot).and_then(|it| self.desk.standing(it)) {
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
        let Some(key) = self.model.sheet.key(spot) else {
            return GridCell::default();
        };
        let place = || self.model.sheet.name(self.lang, spot);
        if let Some(text) = self.desk.saving(key) {
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
        if let Some(draft) = self.desk.draft(key) {
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

/// Cards under each other, as wide as the column.
fn cards_ui(ui: &mut Ui, contents: impl FnMut(&mut Ui, usize)) {
    card_row_ui(ui, 1, 100.0, |_| Edge::Plain, contents);
    ui.add_space(space::M);
}
