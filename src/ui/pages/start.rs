//! The start page: three ways in, the files used before, and a field for those without file dialogs.

use egui::{CornerRadius, Rect, RichText, Sense, Ui, UiBuilder, Vec2, pos2};

use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::command::UiCommand;
use crate::ui::rail::{Display, display_menu_ui};
use crate::ui::theme::{palette, regular, semibold, size, space, style};
use crate::ui::widgets::{
    Icon, card_ui, from_right_ui, heading_ui, is_entered, muted_ui, notices_ui, paint_icon,
    paint_line, quiet_button_ui, small_ui, wide_field,
};
use crate::view::{RecentFile, StartModel};

/// What is being typed on the page.
#[derive(Debug, Default)]
pub struct StartDraft {
    pub path: String,
}

/// How wide the page's column is.
const COLUMN: f32 = 880.0;

pub fn start_ui(
    ui: &mut Ui,
    model: &StartModel,
    draft: &mut StartDraft,
    display: Display,
) -> Vec<Action> {
    let mut actions = Vec::new();
    if let Some(opening) = &model.opening {
        ui.centered_and_justified(|ui| muted_ui(ui, opening));
        return actions;
    }
    let room = ui.available_rect_before_wrap();
    let width = COLUMN.min(room.width() - 2.0 * space::XXL);
    let above = (room.height() * 0.15).clamp(space::XXL, 180.0);
    let column = Rect::from_min_size(
        pos2(room.center().x - width / 2.0, room.top() + above),
        Vec2::new(width, room.height() - above),
    );
    ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
        let title = RichText::new(&model.title).text_style(style::figure());
        ui.label(title);
        ui.label(RichText::new(&model.lead).size(16.0).color(palette(ui).muted));
        ui.add_space(space::XL);
        actions.extend(notices_ui(ui, &model.notices, display.lang).map(Action::Dismiss));
        columns_ui(ui, model, display.lang, &mut actions);
        ui.add_space(space::L);
        card_ui(ui, |ui| path_ui(ui, draft, display.lang, &mut actions));
    });
    let foot = Rect::from_min_size(
        pos2(room.left() + space::L, room.bottom() - 49.0),
        Vec2::new(size::RAIL - 20.0, 37.0),
    );
    ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
        actions.extend(display_menu_ui(ui, display, &[]));
    });
    actions
}

/// The ways in at the left, the files at the right, side by side where there is room.
fn columns_ui(ui: &mut Ui, model: &StartModel, lang: Lang, actions: &mut Vec<Action>) {
    let each = (ui.available_width() - space::L) / 2.0;
    let column = |ui: &mut Ui, draw: &mut dyn FnMut(&mut Ui)| {
        ui.allocate_ui(Vec2::new(each, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(each);
                draw(ui);
            });
        });
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        column(ui, &mut |ui| ways_ui(ui, lang, actions));
        column(ui, &mut |ui| card_ui(ui, |ui| recent_ui(ui, model, actions)));
    });
}

fn ways_ui(ui: &mut Ui, lang: Lang, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::M;
    for (icon, command) in [
        (Icon::PLUS, UiCommand::New),
        (Icon::FOLDER, UiCommand::Open),
        (Icon::SPARK, UiCommand::Demo),
    ] {
        let key = command.title();
        let way = Way {
            icon,
            title: tr(lang, key),
            words: tr(lang, &format!("{key}-words")),
            is_first: command == UiCommand::New,
        };
        if way_ui(ui, &way) {
            actions.push(command.action());
        }
    }
}

struct Way {
    icon: Icon,
    title: String,
    words: String,
    is_first: bool,
}

/// A large button with a drawing, a word and a sentence.
fn way_ui(ui: &mut Ui, way: &Way) -> bool {
    let wanted = Vec2::new(ui.available_width(), 76.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &way.title));
    response
        .ctx
        .accesskit_node_builder(response.id, |node| node.set_description(way.words.as_str()));
    let colors = palette(ui);
    let is_strong = response.hovered() || response.has_focus();
    let edge = if response.has_focus() {
        egui::Stroke::new(2.0, colors.accent)
    } else if is_strong {
        egui::Stroke::new(1.0, colors.accent)
    } else {
        egui::Stroke::new(1.0, colors.line)
    };
    let radius = CornerRadius::same(size::CARD_RADIUS);
    let kind = egui::StrokeKind::Inside;
    ui.painter().rect(rect, radius, colors.surface, edge, kind);
    let tile =
        Rect::from_center_size(pos2(rect.left() + 18.0 + 22.0, rect.center().y), Vec2::splat(44.0));
    let (ground, ink) = if way.is_first {
        (colors.accent, colors.on_accent)
    } else {
        (colors.accent_soft, colors.accent)
    };
    ui.painter().rect_filled(tile, CornerRadius::same(size::CARD_RADIUS), ground);
    paint_icon(ui.painter(), way.icon, tile.center(), 1.25, ink);
    let left = tile.right() + 14.0;
    let title = semibold(16.0);
    let at = pos2(left, rect.center().y - 1.0);
    ui.painter().text(at, egui::Align2::LEFT_BOTTOM, &way.title, title, colors.text);
    let at = pos2(left, rect.center().y + 2.0);
    let words = regular(size::SMALL);
    ui.painter().text(at, egui::Align2::LEFT_TOP, &way.words, words, colors.muted);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn recent_ui(ui: &mut Ui, model: &StartModel, actions: &mut Vec<Action>) {
    ui.set_min_height(76.0 * 3.0 + 24.0 - 32.0);
    heading_ui(ui, &model.recent_title);
    if model.recent.is_empty() {
        muted_ui(ui, &model.recent_empty);
    }
    for file in model.recent.iter().take(4) {
        if file_ui(ui, file) {
            actions.push(Action::Open(file.path.clone()));
        }
    }
}

fn file_ui(ui: &mut Ui, file: &RecentFile) -> bool {
    let wanted = Vec2::new(ui.available_width(), 42.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &file.name));
    let colors = palette(ui);
    if response.hovered() || response.has_focus() {
        let ground = rect.expand2(Vec2::new(8.0, 0.0));
        let radius = CornerRadius::same(size::CONTROL_RADIUS);
        ui.painter().rect_filled(ground, radius, colors.accent_soft);
    }
    let icon = pos2(rect.left() + 8.0, rect.center().y);
    paint_icon(ui.painter(), Icon::FILE, icon, 1.0, colors.muted);
    let left = rect.left() + 28.0;
    let (name, folder) = ((regular(size::BODY), colors.text), (regular(12.0), colors.muted));
    paint_line(ui, &file.name, name, pos2(left, rect.top() + 2.0), rect.right());
    paint_line(ui, &file.folder, folder, pos2(left, rect.top() + 22.0), rect.right());
    let path = file.path.display().to_string();
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(path).clicked()
}

/// Always there: a dialog that could not be shown looks like one that was cancelled.
fn path_ui(ui: &mut Ui, draft: &mut StartDraft, lang: Lang, actions: &mut Vec<Action>) {
    let label = small_ui(ui, tr(lang, "ui-start-path"));
    ui.add_space(space::XS);
    from_right_ui(ui, |ui| {
        let is_typed = !draft.path.trim().is_empty();
        let create = ui
            .add_enabled_ui(is_typed, |ui| quiet_button_ui(ui, &tr(lang, "ui-start-path-create")));
        let open =
            ui.add_enabled_ui(is_typed, |ui| quiet_button_ui(ui, &tr(lang, "ui-start-path-open")));
        let field = wide_field(&mut draft.path).hint_text(tr(lang, "ui-start-path-hint"));
        let field = ui.add(field).labelled_by(label.id);
        let by_enter = is_entered(ui, &field);
        let path = draft.path.trim();
        if is_typed && (open.inner.clicked() || by_enter) {
            actions.push(Action::Open(path.into()));
        } else if create.inner.clicked() {
            actions.push(Action::Create(path.into()));
        }
    });
}
