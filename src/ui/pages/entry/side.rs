//! Beside the sheet: what was refused, what is asked about, the balance, and the keys.

use egui::{RichText, Ui};

use super::desk::{EntryDesk, Goal, SidePanel};
use crate::book::{Command, SharedCommand};
use crate::domain::{Acceptance, Snapshot, check_note};
use crate::text::errors::wording;
use crate::text::{tr, tr_with};
use crate::ui::action::Action;
use crate::ui::theme::{palette, space, style};
use crate::ui::widgets::{
    alert_ui, card_row_ui, is_entered, link_ui, quiet_button_ui, small_ui, small_wrapped_ui,
    strong_ui, wrapped_ui,
};
use crate::view::entry::{BalanceCard, EntryModel, RemarkCard};
use crate::view::{Notice, Tone};

pub fn side_ui(
    ui: &mut Ui,
    desk: &mut EntryDesk,
    model: &EntryModel,
    snapshot: &Snapshot,
    actions: &mut Vec<Action>,
) {
    let at = desk.grid.typing.cursor.at;
    let side = model.side(snapshot, at);
    refused_ui(ui, desk, model);
    if let Some(card) = &side.remark {
        let more = &side.more_remarks;
        let next = model.next_asked(at).filter(|it| Some(*it) != model.sheet.key(at));
        cards_ui(ui, |ui, _| {
            remark_ui(ui, desk, model, card, actions);
            if !more.is_empty() {
                ui.add_space(space::XS);
                small_ui(ui, more);
            }
            if let Some(next) = next
                && link_ui(ui, &tr(model.query.lang, "entry-next-remark")).clicked()
            {
                desk.goal = Some(Goal::Cell(next));
                desk.note = None;
            }
        });
    }
    if let Some(card) = &side.balance {
        cards_ui(ui, |ui, _| balance_ui(ui, card));
    }
    let lang = model.query.lang;
    let keys = ["entry-keys-1", "entry-keys-2", "entry-keys-3"].map(|it| tr(lang, it));
    for words in [side.hints].into_iter().chain(keys).filter(|it| !it.is_empty()) {
        small_ui(ui, words);
    }
}

/// Whether something was refused, or is asked about the cell one is in.
pub fn asks(desk: &EntryDesk, model: &EntryModel, snapshot: &Snapshot) -> bool {
    let at = desk.grid.typing.cursor.at;
    desk.cells.drafts().next().is_some() || model.side(snapshot, at).remark.is_some()
}

/// The text in the cell one is in, or the first that stands refused, and why.
fn refused_ui(ui: &mut Ui, desk: &EntryDesk, model: &EntryModel) {
    let lang = model.query.lang;
    let here = model.sheet.key(desk.grid.typing.cursor.at);
    let own = here.and_then(|key| Some((key, desk.cells.draft(key)?.clone())));
    let first = || desk.cells.drafts().next().map(|(key, draft)| (key, draft.clone()));
    let Some((key, draft)) = own.or_else(first) else { return };
    let spot = model.sheet.spot(key);
    let place = spot.map(|it| model.sheet.name(lang, it)).unwrap_or_default();
    let args =
        [("place", place.into()), ("text", draft.text.into()), ("reason", draft.reason.into())];
    let sentence = tr_with(lang, "entry-refused", &args);
    cards_ui(ui, |ui, _| {
        let color = palette(ui).bad;
        let title = tr(lang, "entry-refused-title");
        ui.label(RichText::new(title).text_style(style::strong()).color(color));
        alert_ui(ui, &sentence, palette(ui).text);
        small_wrapped_ui(ui, tr(lang, "entry-refused-keep"), palette(ui).muted);
    });
}

fn remark_ui(
    ui: &mut Ui,
    desk: &mut EntryDesk,
    model: &EntryModel,
    card: &RemarkCard,
    actions: &mut Vec<Action>,
) {
    let lang = model.query.lang;
    let title = RichText::new(format!("? {}", card.title)).text_style(style::strong());
    ui.label(title.color(palette(ui).warning));
    ui.add(egui::Label::new(&card.sentence).wrap());
    ui.add_space(space::XS);
    let Some(note) = &mut desk.note else {
        let accept = quiet_button_ui(ui, &tr(lang, "entry-accept"));
        if desk.leaving.take_if(|it| *it == SidePanel::Question).is_some() {
            accept.request_focus();
        }
        if accept.clicked() {
            desk.note = Some(String::new());
            desk.leaving = Some(SidePanel::Question);
        }
        return;
    };
    let label = small_ui(ui, tr(lang, "entry-accept-note"));
    let field = ui.add(egui::TextEdit::singleline(note).desired_width(f32::INFINITY));
    let field = field.labelled_by(label.id);
    if desk.leaving.take_if(|it| *it == SidePanel::Question).is_some() {
        field.request_focus();
    }
    let entered = is_entered(ui, &field);
    ui.add_space(space::XS);
    let note = note.trim().to_owned();
    let (saved, given_up) = ui
        .horizontal(|ui| {
            let saved = quiet_button_ui(ui, &tr(lang, "entry-accept-save")).clicked();
            (saved, quiet_button_ui(ui, &tr(lang, "entry-accept-not")).clicked())
        })
        .inner;
    let is_meant = (saved || entered) && !note.is_empty();
    let problem = check_note(&note).err().filter(|_| is_meant);
    if let Some(problem) = problem {
        // What is wrong is said, and what was typed stays in its field.
        let text = wording(lang, problem);
        actions.push(Action::Say(Notice { tone: Tone::Bad, text }));
        desk.leaving = Some(SidePanel::Question);
        return;
    }
    if saved || entered {
        let remark = card.remark;
        let kind = remark.kind.name().to_owned();
        let acceptance = Acceptance { cell: remark.cell, kind, value: remark.value, note };
        actions.push(Action::Run(Command::Shared(SharedCommand::Accept(acceptance))));
    }
    if saved || entered || given_up {
        desk.note = None;
        desk.grid.take_focus();
    }
}

fn balance_ui(ui: &mut Ui, card: &BalanceCard) {
    let colors = palette(ui);
    strong_ui(ui, &card.title);
    small_wrapped_ui(ui, &card.formula, colors.muted);
    ui.add_space(space::XS);
    let color = match card.adds_up {
        Some(true) => colors.good,
        Some(false) => colors.warning,
        None => colors.text,
    };
    wrapped_ui(ui, &card.verdict, color);
}

/// Cards under each other, as wide as the column.
fn cards_ui(ui: &mut Ui, contents: impl FnMut(&mut Ui, usize)) {
    card_row_ui(ui, 1, 100.0, contents);
    ui.add_space(space::M);
}
