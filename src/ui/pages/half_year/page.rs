//! The page *Halvårsoversigt*: the document as it will look beside the fields that fill it.

use std::collections::BTreeSet;

use egui::{Align, Layout, ScrollArea, Ui, Vec2};

use super::action::HalfYearAction;
use super::key::DocumentKey;
use super::state::{OverviewDraft, Wanted};
use super::{fields, files, issue};
use crate::domain::{Correction, HalfYear};
use crate::text::{Display, Lang, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::desk::Desk;
use crate::ui::pages::context::PageContext;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{muted_ui, wrapped_ui};
use crate::view::{HalfYearModel, TypedOverview, half_year_model};

/// Width of the fields.
const FIELDS: f32 = 340.0;

pub fn half_year_page_ui(
    ui: &mut Ui,
    draft: &mut OverviewDraft,
    at: PageContext<'_>,
) -> Vec<Action> {
    let typed = draft.typed.entry(at.half_year);
    typed.or_insert_with(|| TypedOverview::begun(at.snapshot(), at.half_year));
    let (model, key) = document_wanted(draft, at);
    draft.refresh(Wanted { ctx: ui.ctx(), snapshot: &at.desk.state.snapshot, key: &key });
    half_year_ui(ui, &model, draft, at.half_year, at.lang)
}

/// What the page shows, and the document it is about.
pub fn document_wanted(draft: &OverviewDraft, at: PageContext<'_>) -> (HalfYearModel, DocumentKey) {
    let PageContext { desk, lang, half_year, .. } = at;
    let snapshot = at.snapshot();
    let typed = draft.typed.get(&half_year).cloned().unwrap_or_default();
    let texts = draft.texts.get(&typed.committee).cloned().unwrap_or_default();
    let model = half_year_model(snapshot, half_year, &typed, &texts, lang);
    let key = DocumentKey {
        revision: desk.revision(),
        half: half_year,
        profile: model.profiles.current,
        display: Display::of(snapshot.settings(), lang),
        author: model.author.clone(),
        committee: model.committee,
        corrections: corrections(desk),
        today: at.today,
    };
    (model, key)
}

/// What the change log tells of figures in half-years that have been issued.
fn corrections(desk: &Desk) -> Vec<Correction> {
    let editions = &desk.state.snapshot.shared.editions;
    // An edition prints its own half-year, the two before it in its tables, and seven in its charts.
    let printed = editions.values().flat_map(|it| (0..8).map(|back| it.half_year.plus(-back)));
    let halves: BTreeSet<HalfYear> = printed.collect();
    let Some(since) = editions.values().map(|it| it.as_of).min() else { return Vec::new() };
    let after = desk.log.iter().filter(|it| since < it.entry.id.0);
    after.filter_map(|it| Correction::of(&it.entry, &halves)).collect()
}

fn half_year_ui(
    ui: &mut Ui,
    model: &HalfYearModel,
    draft: &mut OverviewDraft,
    half: HalfYear,
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
        wrapped_ui(ui, words, colors.bad);
    }
    if !draft.missing.is_empty() {
        let args = [("letters", draft.missing.as_str().into())];
        wrapped_ui(ui, tr_with(lang, "missing-letters", &args), colors.warning);
    }
    if draft.pages.is_empty() && draft.is_painting() {
        muted_ui(ui, tr(lang, "half-year-painting"));
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
