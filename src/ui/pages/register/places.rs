//! The waiting-list register as a table: filters and search above, heads that sort, rows of which only those in sight are drawn.

use egui::{Align2, Color32, Rect, Sense, Stroke, Ui, Vec2, pos2};

use super::action::RegisterAction;
use super::list::search_ui;
use super::state::RegisterDraft;
use crate::text::{Lang, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::pages::importing::ImportAction;
use crate::ui::theme::{palette, regular, semibold, size, space};
use crate::ui::widgets::{
    RowsModel, choose_ui, muted_ui, on_click, paint_line, quiet_button_ui, rows_ui, small_ui,
    surface_ui,
};
use crate::view::Tone;
use crate::view::register::{FormLink, PlaceColumn, PlaceRow, PlacesModel, SortOrder};

const ROW: f32 = 34.0;
/// Width of each column; the offer takes what is left.
const WIDTHS: [f32; 6] = [92.0, 52.0, 0.0, 104.0, 170.0, 50.0];
/// At the right of the rows the scroll bar lies over them.
const BAR: f32 = 10.0;
const OFFER: usize = 2;

pub fn places_ui(
    ui: &mut Ui,
    model: &PlacesModel,
    draft: &mut RegisterDraft,
    lang: Lang,
) -> Vec<Action> {
    let mut actions = Vec::new();
    surface_ui(ui, |ui| {
        tools_ui(ui, model, draft, lang, &mut actions);
        ui.add_space(space::S);
        heads_ui(ui, draft, lang);
        if model.rows.is_empty() {
            ui.add_space(space::S);
            muted_ui(ui, &model.empty);
        }
        let place = |row: usize| model.rows.get(row);
        let rows = RowsModel {
            name: &draft.section.label(lang),
            count: model.rows.len(),
            chosen: model.rows.iter().position(|it| Some(it.item) == draft.chosen),
            height: ROW,
            label: &|row| place(row).map(|it| it.label(lang)).unwrap_or_default(),
            paint: &|ui, row, rect| {
                if let Some(place) = place(row) {
                    paint_place(ui, place, rect, lang);
                }
            },
        };
        let row = rows_ui(ui, &mut draft.rows, &rows);
        actions.extend(row.and_then(place).map(|it| RegisterAction::Choose(it.item).into()));
    });
    actions
}

fn tools_ui(
    ui: &mut Ui,
    model: &PlacesModel,
    draft: &mut RegisterDraft,
    lang: Lang,
    actions: &mut Vec<Action>,
) {
    ui.horizontal(|ui| {
        search_ui(ui, draft, 150.0, lang);
        if let Some(FormLink { word, subject }) = &model.add {
            on_click(actions, &quiet_button_ui(ui, word), RegisterAction::Open(*subject));
        }
        on_click(actions, &quiet_button_ui(ui, &tr(lang, "places-import")), ImportAction::Begin);
    });
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        choose_ui(ui, &model.statuses, &mut draft.places.status);
        choose_ui(ui, &model.offers, &mut draft.places.offer);
        small_ui(ui, &model.shown);
    });
}

/// The left edge of each column in a row, and where the last one ends.
fn edges(rect: Rect) -> [f32; 7] {
    let rest = (rect.width() - BAR - WIDTHS.iter().sum::<f32>()).max(60.0);
    let mut edges = [rect.left(); 7];
    let mut left = rect.left();
    for (place, (edge, width)) in edges.iter_mut().skip(1).zip(WIDTHS).enumerate() {
        left += if place == OFFER { rest } else { width };
        *edge = left;
    }
    edges
}

fn heads_ui(ui: &mut Ui, draft: &mut RegisterDraft, lang: Lang) {
    let wanted = Vec2::new(ui.available_width(), 28.0);
    let (whole, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let colors = *palette(ui);
    ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(1.0, colors.line));
    let inside = whole.shrink2(Vec2::new(space::S, 0.0));
    let edges = edges(inside);
    let spans = edges.iter().zip(edges.iter().skip(1));
    for (place, (column, (left, right))) in PlaceColumn::ALL.into_iter().zip(spans).enumerate() {
        let rect = Rect::from_x_y_ranges(*left..=*right, whole.y_range());
        let order = draft.places.sort.filter(|it| it.0 == column).map(|it| it.1);
        let response = ui.interact(rect, ui.scope_id().with(("head", place)), Sense::click());
        let label = column.label(lang);
        let (key, mark) = match order {
            None => ("places-sort", ""),
            Some(SortOrder::Ascending) => ("places-sorted-up", " ↑"),
            Some(SortOrder::Descending) => ("places-sorted-down", " ↓"),
        };
        let words = tr_with(lang, key, &[("column", (&label).into())]);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
        let is_marked = order.is_some() || response.hovered() || response.has_focus();
        let color = if is_marked { colors.accent } else { colors.muted };
        let words = format!("{label}{mark}");
        let (at, align) = if column == PlaceColumn::Days {
            (pos2(*right, whole.center().y), Align2::RIGHT_CENTER)
        } else {
            (pos2(*left, whole.center().y), Align2::LEFT_CENTER)
        };
        ui.painter().text(at, align, words, semibold(size::SMALL), color);
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            draft.places.press(column);
        }
    }
}

fn paint_place(ui: &Ui, place: &PlaceRow, rect: Rect, lang: Lang) {
    let colors = palette(ui);
    let edges = edges(rect);
    let spans = edges.iter().zip(edges.iter().skip(1));
    let top = rect.center().y - 0.7 * size::BODY;
    let ink = |column: PlaceColumn| -> Color32 {
        match (column, place.tone()) {
            (PlaceColumn::Status, Tone::Warning) => colors.warning,
            (PlaceColumn::Status, Tone::Good) => colors.good,
            (PlaceColumn::Unit | PlaceColumn::Status, _) => colors.muted,
            _ => colors.text,
        }
    };
    for ((column, text), (left, right)) in
        PlaceColumn::ALL.into_iter().zip(place.cells(lang)).zip(spans)
    {
        let font = regular(size::BODY);
        if column == PlaceColumn::Days {
            ui.painter().text(pos2(*right, top), Align2::RIGHT_TOP, text, font, ink(column));
        } else {
            paint_line(ui, &text, (font, ink(column)), pos2(*left, top), *right - space::S);
        }
    }
}
