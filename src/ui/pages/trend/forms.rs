//! What is typed about a chart: where it is saved where there is no dialog, and an event at a month.

use egui::{Checkbox, Ui};

use super::action::TrendAction;
use super::state::TrendDesk;
use crate::domain::{EventKind, Snapshot};
use crate::text::{Lang, dates, tr, tr_with};
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{
    card_ui, heading_ui, is_entered, primary_button_ui, quiet_button_ui, small_wrapped_ui,
    wide_field,
};

/// The place of a chart's file.
pub fn saving_ui(ui: &mut Ui, desk: &mut TrendDesk, lang: Lang) -> Option<TrendAction> {
    let saving = desk.saving.as_mut().filter(|it| it.is_typed)?;
    let form = saving.form.extension();
    let action = card_ui(ui, |ui| {
        heading_ui(ui, tr(lang, &format!("charts-save-{form}")));
        ui.add(egui::Label::new(tr(lang, "no-dialog-words")).wrap());
        let enter = line_ui(ui, &tr(lang, "charts-save-path"), &mut saving.path);
        let words = [tr(lang, "charts-save-there"), tr(lang, "charts-close")];
        buttons_ui(ui, &words).or(enter)
    });
    ui.add_space(space::M);
    action.map(|it| if it { TrendAction::SaveThere } else { TrendAction::CloseSaving })
}

/// What happened in a month.
pub fn event_ui(
    ui: &mut Ui,
    desk: &mut TrendDesk,
    snapshot: &Snapshot,
    lang: Lang,
) -> Option<TrendAction> {
    let draft = desk.event.as_mut()?;
    let unit = snapshot.unit(draft.unit)?.unit.name_in(draft.month).to_owned();
    let month = dates::month(lang, draft.month);
    let action = card_ui(ui, |ui| {
        heading_ui(ui, tr_with(lang, "charts-event-title", &[("month", month.into())]));
        let enter = line_ui(ui, &tr(lang, "charts-event-what"), &mut draft.title);
        let words = [("unit", unit.into())];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            ui.add(Checkbox::new(&mut draft.for_all, tr_with(lang, "charts-event-all", &words)));
            let mut is_break = draft.kind == EventKind::SeriesBreak;
            ui.add(Checkbox::new(&mut is_break, tr(lang, "charts-event-break")));
            draft.kind = if is_break { EventKind::SeriesBreak } else { EventKind::Event };
        });
        if !draft.problem.is_empty() {
            small_wrapped_ui(ui, &draft.problem, palette(ui).bad);
        }
        let words = [tr(lang, "charts-event-add"), tr(lang, "charts-close")];
        buttons_ui(ui, &words).or(enter)
    });
    ui.add_space(space::M);
    action.map(|it| if it { TrendAction::SaveEvent } else { TrendAction::CloseEvent })
}

/// `Some(true)` when Enter was pressed in it: it is meant.
fn line_ui(ui: &mut Ui, label: &str, text: &mut String) -> Option<bool> {
    let label = ui.label(label);
    let response = ui.add(wide_field(text)).labelled_by(label.id);
    ui.add_space(space::XS);
    is_entered(ui, &response).then_some(true)
}

/// `Some(true)` for what is meant, `Some(false)` for closing.
fn buttons_ui(ui: &mut Ui, [meant, close]: &[String; 2]) -> Option<bool> {
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        let is_meant = primary_button_ui(ui, meant).clicked();
        let is_closed = quiet_button_ui(ui, close).clicked();
        is_meant.then_some(true).or_else(|| is_closed.then_some(false))
    })
    .inner
}
