//! The rail at the left: the name, the pages, and how the window is shown.

use egui::{Color32, CornerRadius, Frame, Margin, Rect, RichText, Sense, Ui, Vec2, pos2};

use super::action::Action;
use super::command::UiCommand;
use super::settings::ThemeChoice;
use super::theme::{palette, regular, semibold, size, space, style};
use super::widgets::{Icon, on_click, paint_icon};
use crate::text::{Lang, tr, tr_with};
use crate::view::{Page, ShellModel};

/// What can be done with the file, in the menu of an open one.
const FILE_MENU: [UiCommand; 4] =
    [UiCommand::Import, UiCommand::Open, UiCommand::New, UiCommand::CloseFile];

/// What is chosen about the window itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Display {
    pub lang: Lang,
    pub theme: ThemeChoice,
}

pub fn rail_ui(
    ui: &mut Ui,
    model: &ShellModel,
    page: Option<Page>,
    display: Display,
) -> Vec<Action> {
    let frame = Frame::new().fill(palette(ui).surface).inner_margin(Margin::symmetric(10, 0));
    let panel = egui::Panel::left("rail").exact_size(size::RAIL).resizable(false).frame(frame);
    let mut actions = Vec::new();
    panel.show(ui, |ui| {
        name_ui(ui, display.lang);
        ui.spacing_mut().item_spacing.y = 2.0;
        for (item, label) in &model.pages {
            if item_ui(ui, *item, label, page, display.lang) {
                actions.push(Action::Go(*item));
            }
        }
        if model.pages.iter().any(|it| !it.0.is_built()) {
            ui.add_space(space::M);
            note_ui(ui, &tr(display.lang, "ui-planned-note"));
        }
        ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
            ui.add_space(space::S);
            actions.extend(display_menu_ui(ui, display, &FILE_MENU));
        });
    });
    actions
}

fn name_ui(ui: &mut Ui, lang: Lang) {
    ui.allocate_ui(Vec2::new(ui.available_width(), size::TOP_BAR), |ui| {
        ui.set_min_height(size::TOP_BAR);
        ui.horizontal_centered(|ui| {
            ui.add_space(10.0);
            let name = tr(lang, "app-name");
            ui.label(RichText::new(name).text_style(style::card_title()).size(17.0));
        });
    });
}

fn note_ui(ui: &mut Ui, note: &str) {
    let note = RichText::new(note).size(12.0).color(palette(ui).muted);
    Frame::new()
        .inner_margin(Margin::symmetric(10, 0))
        .show(ui, |ui| ui.add(egui::Label::new(note).wrap()));
}

/// Whether the page was chosen.
fn item_ui(ui: &mut Ui, page: Page, label: &str, current: Option<Page>, lang: Lang) -> bool {
    let (is_built, is_current) = (page.is_built(), current == Some(page));
    let wanted = Vec2::new(ui.available_width(), 37.0);
    let sense = if is_built { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(wanted, sense);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, is_built, is_current, label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_current));
    let colors = palette(ui);
    let color = if is_current {
        colors.accent
    } else if is_built {
        colors.muted
    } else {
        colors.muted.gamma_multiply(0.62)
    };
    let row = Row { rect, color, is_current };
    row.ground(ui, &response);
    row.words(ui, page.facts().icon, label);
    let hint = if is_built {
        UiCommand::Go(page).key_words(ui.ctx())
    } else {
        tr_with(lang, "ui-planned", &[("page", label.into())])
    };
    let response =
        if is_built { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response };
    response.on_hover_text(hint).clicked()
}

/// One line of the rail.
struct Row {
    rect: Rect,
    color: Color32,
    is_current: bool,
}

impl Row {
    fn ground(&self, ui: &Ui, response: &egui::Response) {
        let colors = palette(ui);
        let radius = CornerRadius::same(size::CONTROL_RADIUS);
        let is_pointed_at = response.hovered() && response.sense.senses_click();
        if self.is_current {
            ui.painter().rect_filled(self.rect, radius, colors.accent_soft);
        } else if is_pointed_at {
            ui.painter().rect_filled(self.rect, radius, colors.second_half);
        }
        if response.has_focus() {
            let ring = egui::Stroke::new(2.0, colors.accent);
            let kind = egui::StrokeKind::Inside;
            ui.painter().rect_stroke(self.rect, radius, ring, kind);
        }
    }

    fn words(&self, ui: &Ui, icon: Icon, words: &str) {
        let middle = self.rect.center().y;
        let left = self.rect.left();
        paint_icon(ui.painter(), icon, pos2(left + 18.0, middle), 1.0, self.color);
        let font = if self.is_current { semibold(size::BODY) } else { regular(size::BODY) };
        let at = pos2(left + 35.0, middle);
        ui.painter().text(at, egui::Align2::LEFT_CENTER, words, font, self.color);
    }
}

/// Theme, language and closing the file, behind one word.
///
/// `files` are commands for the open file.
pub fn display_menu_ui(ui: &mut Ui, display: Display, files: &[UiCommand]) -> Vec<Action> {
    let lang = display.lang;
    let wanted = Vec2::new(ui.available_width().min(size::RAIL - 20.0), 37.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let word = tr(lang, "ui-display");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &word));
    let row = Row { rect, color: palette(ui).muted, is_current: false };
    row.ground(ui, &response);
    row.words(ui, Icon::DISPLAY, &word);
    let mut actions = Vec::new();
    egui::Popup::menu(&response).width(190.0).show(|ui| {
        ui.spacing_mut().interact_size.y = 26.0;
        ui.set_min_width(180.0);
        let heading = |ui: &mut Ui, key: &str| {
            let text = RichText::new(tr(lang, key)).text_style(style::small_strong());
            ui.label(text.color(palette(ui).muted));
        };
        heading(ui, "ui-theme");
        for choice in ThemeChoice::ALL {
            let word = tr(lang, &format!("ui-theme-{}", choice.name()));
            let radio = ui.radio(choice == display.theme, word);
            on_click(&mut actions, &radio, Action::ChooseTheme(choice));
        }
        ui.separator();
        heading(ui, "ui-language");
        for choice in Lang::ALL {
            let word = tr(lang, &format!("ui-language-{}", choice.code()));
            on_click(&mut actions, &ui.radio(choice == lang, word), Action::ChooseLanguage(choice));
        }
        if !files.is_empty() {
            ui.separator();
        }
        for command in files {
            let item = ui.selectable_label(false, tr(lang, command.text()));
            on_click(&mut actions, &item, command.action());
        }
    });
    actions
}
