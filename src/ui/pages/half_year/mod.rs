//! The page *Halvårsoversigt*: the document as it will look beside the fields that fill it.

mod fields;
mod figures;
mod files;
mod issue;
mod making;
mod state;

use egui::{Align, Layout, RichText, ScrollArea, Ui, Vec2};

pub use self::state::{Aim, DocumentKey, Issue, OverviewDraft, Paste, Written};
use crate::domain::EditionId;
use crate::export::Form;
use crate::text::{Lang, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::theme::{palette, space};
use crate::view::HalfYearModel;

/// What is done on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HalfYearAction {
    Write(Form),
    Print,
    Copy(Paste),
    /// Choose the folder that files are written to.
    Folder,
    /// Ask whether it is to be issued; issue it; leave it.
    AskIssue,
    Issue,
    LeaveIssue,
    /// Write a file of an issued edition, as it is stored.
    Stored(EditionId, Form),
    /// Open the file that was written last; show the folder it lies in.
    Open,
    ShowFolder,
    /// Ask why an edition is to be withdrawn; withdraw it; leave it.
    AskWithdraw(EditionId),
    Withdraw,
    LeaveWithdraw,
    Cancel,
    /// Something was typed and is worth keeping.
    Keep,
}

impl From<HalfYearAction> for Action {
    fn from(action: HalfYearAction) -> Self {
        Self::HalfYear(action)
    }
}

/// Width of the fields.
const FIELDS: f32 = 340.0;

pub fn half_year_ui(
    ui: &mut Ui,
    model: &HalfYearModel,
    draft: &mut OverviewDraft,
    half: crate::domain::HalfYear,
    lang: Lang,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let size = ui.available_size();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        let column = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(Vec2::new(FIELDS, size.y), column, |ui| {
            ui.set_width(FIELDS);
            ui.spacing_mut().item_spacing = Vec2::new(space::S, space::XS);
            ScrollArea::vertical().id_salt("overview fields").auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(FIELDS - 12.0);
                if fields::fields_ui(ui, model, draft, half, lang) {
                    actions.push(HalfYearAction::Keep.into());
                }
                ui.add_space(space::M);
                fields::lines_ui(ui, "half-year-left-out", &draft.left_out, lang);
                fields::lines_ui(ui, "half-year-revised", &draft.revised, lang);
                ui.add_space(space::M);
                actions.extend(files::files_ui(ui, draft, lang));
                ui.add_space(space::L);
                actions.extend(issue::issue_ui(ui, model, draft, lang));
            });
        });
        ui.vertical(|ui| pages_ui(ui, draft, lang));
    });
    actions
}

/// The pages under each other, as wide as there is room but never wider than they are sharp.
fn pages_ui(ui: &mut Ui, draft: &OverviewDraft, lang: Lang) {
    let colors = *palette(ui);
    if let Some(problem) = &draft.problem {
        let words = tr_with(lang, "document-failed", &[("why", problem.as_str().into())]);
        ui.add(egui::Label::new(RichText::new(words).color(colors.bad)).wrap());
    }
    if !draft.missing.is_empty() {
        let args = [("letters", draft.missing.as_str().into())];
        let words = RichText::new(tr_with(lang, "missing-letters", &args)).color(colors.warning);
        ui.add(egui::Label::new(words).wrap());
    }
    if draft.pages.is_empty() && draft.is_painting() {
        ui.label(RichText::new(tr(lang, "half-year-painting")).color(colors.muted));
    }
    ScrollArea::vertical().id_salt("overview pages").auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 16.0).clamp(200.0, 900.0);
        ui.spacing_mut().item_spacing.y = space::L;
        // The edge is drawn outside the page.
        ui.add_space(1.0);
        for (place, page) in draft.pages.iter().enumerate() {
            let size = page.size_vec2();
            let wanted = Vec2::new(width, width * size.y / size.x.max(1.0));
            let image = egui::Image::new(page).fit_to_exact_size(wanted);
            let response = ui.vertical_centered(|ui| ui.add(image)).inner;
            let edge = egui::Stroke::new(1.0, colors.line);
            ui.painter().rect_stroke(response.rect, 0.0, edge, egui::StrokeKind::Outside);
            let args = [
                ("n", (place + 1).to_string().into()),
                ("all", draft.pages.len().to_string().into()),
            ];
            let name = tr_with(lang, "half-year-page-name", &args);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
        }
    });
}
