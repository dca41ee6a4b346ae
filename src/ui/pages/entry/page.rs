//! Monthly entry: the sheet, what is asked about it, and everything that can be done with its cells.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::action::EntryAction;
use super::desk::{EntryDesk, SidePanel};
use super::edits::carry_out;
use super::sheet::{RowsAre, SheetView, extent};
use super::{add, side};
use crate::domain::{Month, Snapshot};
use crate::text::{dates, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::pages::context::PageContext;
use crate::ui::pages::register::RegisterAction;
use crate::ui::theme::{palette, size, space};
use crate::ui::widgets::{at_right_ui, link_ui, muted_ui, on_click, small_ui};
use crate::view::entry::{EntryModel, EntryQuery, EntryView, entry_model};
use crate::view::register::Section;

/// Width of what stands beside the sheet.
const SIDE: f32 = 250.0;
/// In a narrower page what is asked stands under the sheet, this high.
const WIDE: f32 = 860.0;
const UNDER: f32 = 168.0;
/// Rows above this are not looked through for questions that are out of view.
const LOOKED_THROUGH: usize = 300;

/// One unit at a time.
pub fn entry_page_ui(ui: &mut Ui, desk: &mut EntryDesk, at: PageContext<'_>) -> Vec<Action> {
    let Some(unit) = at.unit else { return Vec::new() };
    let query = EntryQuery {
        lang: at.lang,
        unit,
        half_year: at.half_year,
        view: desk.view,
        month: desk.month,
        today: at.today,
    };
    let mut memo = std::mem::take(&mut desk.model);
    let model = memo.get_mut((at.desk.revision(), query), |(_, query)| {
        entry_model(at.snapshot(), query, &mut desk.order)
    });
    let actions = model.as_mut().map(|it| entry_ui(ui, desk, it, at.snapshot()));
    desk.model = memo;
    actions.unwrap_or_default()
}

/// The page fills the room there is and scrolls itself.
fn entry_ui(
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
    let pressed = |key| ui.input(|it| it.key_pressed(key));
    let back = pressed(egui::Key::F6) || (is_free && pressed(egui::Key::Escape));
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
            let view_label = ui.selectable_label(model.query.view == view, word);
            on_click(actions, &view_label, EntryAction::View(view));
        }
        if let Some(month) = model.sheet.month {
            months_ui(ui, model, month, actions);
        }
        let keeps_list =
            snapshot.unit(model.query.unit).is_some_and(|it| it.unit.has_waiting_list());
        if keeps_list {
            let open = link_ui(ui, &tr(lang, "places-open"));
            on_click(actions, &open, RegisterAction::Visit(Section::Episodes));
        }
        at_right_ui(ui, |ui| {
            let Some(month) = model.entering else {
                muted_ui(ui, tr(lang, "entry-todo-filled"));
                return;
            };
            if let Some(spot) = model.first_empty(snapshot, month) {
                if link_ui(ui, &tr(lang, "entry-todo-go")).clicked() {
                    desk.grid.go(spot, extent(model));
                    desk.grid.take_focus();
                }
                let month = capital(&dates::month(lang, month));
                let words = tr_with(lang, "entry-todo-open", &[("month", month.into())]);
                small_ui(ui, words);
            }
        });
    });
}

fn months_ui(ui: &mut Ui, model: &EntryModel, chosen: Month, actions: &mut Vec<Action>) {
    let lang = model.query.lang;
    let half = model.query.half_year;
    ui.add_space(space::L);
    for month in half.first_month().through(half.last_month()) {
        let word = dates::month_abbreviated(lang, month);
        on_click(actions, &ui.selectable_label(month == chosen, word), EntryAction::Month(month));
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
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
    let requests = {
        let sheet = SheetView {
            cells: &desk.cells,
            model,
            snapshot,
            lang,
            rows: if by_person { RowsAre::People } else { RowsAre::Figures },
        };
        let name = tr_with(lang, "entry-grid", &[("unit", unit.into())]);
        sheet.grid_ui(&mut child, &mut desk.grid, &name)
    };
    carry_out(requests, desk, model, snapshot, actions);
    desk.here = model.sheet.key(desk.grid.typing.cursor.at);
    let bottom = child.min_rect().bottom();
    if by_person && adding != 0.0 {
        let below = Rect::from_min_max(pos2(room.left(), bottom), room.max);
        let mut child = ui.new_child(UiBuilder::new().max_rect(below));
        let go = desk.leaving.take_if(|it| *it == SidePanel::NewCaseworker);
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
