//! The page of an import: choose, look at what was understood, change it, and store it in one step.

use egui::{RichText, Ui, Vec2};

use super::action::{ImportAction, ImportChoice};
use super::state::{Focus, ImportStep, Importing};
use crate::book::{AcceptPartial, Create, ImportOptions};
use crate::domain::Snapshot;
use crate::import::ImportSource;
use crate::text::{Lang, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::theme::{palette, size, space, style};
use crate::ui::widgets::{
    card_row_ui, card_ui, chip_ui, from_right_ui, is_entered, link_ui, muted_ui, on_click,
    primary_button_ui, quiet_button_ui, selector_ui, small_ui, strong_ui, title_ui, wide_field,
    wrapped_ui,
};
use crate::view::{
    Chip, ColumnChoice, Consent, ImportModel, Selector, SentenceList, Storable, Tone,
};

pub fn importing_ui(
    ui: &mut Ui,
    snapshot: &Snapshot,
    importing: &mut Importing,
    lang: Lang,
) -> Vec<Action> {
    let mut done = Vec::new();
    let model = importing.model(snapshot, lang);
    let is_shown = !matches!(importing.step, ImportStep::Reading(_));
    let focus = if is_shown { std::mem::take(&mut importing.focus) } else { Focus::Keep };
    if let Focus::Back(id) = focus {
        ui.memory_mut(|it| it.request_focus(id));
    }
    match &importing.step {
        ImportStep::Choosing => {
            card_ui(ui, |ui| choosing_ui(ui, (&mut importing.path, focus), &mut done, lang));
        }
        ImportStep::Reading(task) => {
            let share = task.progress().share();
            card_ui(ui, |ui| reading_ui(ui, &importing.name, share, &mut done, lang));
        }
        ImportStep::Looking(_) | ImportStep::Storing(..) => {
            if let Some(model) = model {
                let begun = Begun { options: importing.options, focus };
                looking_ui(ui, &model, begun, &mut done, lang);
            }
        }
    }
    if done.iter().any(|it| matches!(it, ImportAction::Choose(_))) {
        // The file is read again, and the page is gone for a moment.
        importing.focus = ui.memory(egui::Memory::focused).map_or(Focus::Keep, Focus::Back);
    }
    done.into_iter().map(Action::Import).collect()
}

fn choosing_ui(
    ui: &mut Ui,
    (path, focus): (&mut String, Focus),
    done: &mut Vec<ImportAction>,
    lang: Lang,
) {
    ui.add(egui::Label::new(tr(lang, "importing-lead")).wrap());
    ui.add_space(space::L);
    ui.horizontal(|ui| {
        let choose = primary_button_ui(ui, &tr(lang, "importing-choose"));
        if focus == Focus::First {
            choose.request_focus();
        }
        on_click(done, &choose, ImportAction::Ask);
        on_click(done, &quiet_button_ui(ui, &tr(lang, "importing-close")), ImportAction::Close);
    });
    ui.add_space(space::L);
    from_right_ui(ui, |ui| {
        let is_typed = !path.trim().is_empty();
        let open =
            ui.add_enabled_ui(is_typed, |ui| quiet_button_ui(ui, &tr(lang, "importing-path-open")));
        let field = ui.add(wide_field(path).hint_text(tr(lang, "importing-path-hint")));
        let word = tr(lang, "importing-path-hint");
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &word));
        if is_typed && (open.inner.clicked() || is_entered(ui, &field)) {
            done.push(ImportAction::Start(ImportSource::Files(vec![path.trim().into()])));
        }
    });
}

fn reading_ui(
    ui: &mut Ui,
    name: &str,
    share: Option<f32>,
    done: &mut Vec<ImportAction>,
    lang: Lang,
) {
    ui.label(tr_with(lang, "importing-reading", &[("file", name.into())]));
    ui.add_space(space::S);
    ui.add(egui::ProgressBar::new(share.unwrap_or(0.0)).desired_height(8.0));
    ui.add_space(space::M);
    on_click(done, &quiet_button_ui(ui, &tr(lang, "importing-cancel")), ImportAction::Stop);
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
}

/// What is chosen before, and where the keyboard goes.
#[derive(Clone, Copy)]
struct Begun {
    options: ImportOptions,
    focus: Focus,
}

/// A card that may stand beside another.
enum Card {
    Understood,
    Preview,
}

fn looking_ui(
    ui: &mut Ui,
    model: &ImportModel,
    begun: Begun,
    done: &mut Vec<ImportAction>,
    lang: Lang,
) {
    card_ui(ui, |ui| verdict_ui(ui, model, begun, done, lang));
    ui.add_space(space::L);
    if !model.refused.lines.is_empty() {
        card_ui(ui, |ui| refused_ui(ui, model, done, lang));
        ui.add_space(space::L);
    }
    let mut cards: Vec<Card> = Vec::new();
    if model.unit.is_some() {
        cards.push(Card::Understood);
    }
    if !model.preview.is_empty() {
        cards.push(Card::Preview);
    }
    // Side by side where the window is wide enough.
    card_row_ui(ui, cards.len(), 560.0, |ui, place| match cards.get(place) {
        Some(Card::Understood) => understood_ui(ui, model, done, lang),
        Some(Card::Preview) => preview_ui(ui, model, lang),
        None => {}
    });
    if !cards.is_empty() {
        ui.add_space(space::L);
    }
    let others = [
        (&model.changed, Tone::Warning),
        (&model.remarks, Tone::Neutral),
        (&model.skipped, Tone::Neutral),
    ];
    for (part, tone) in others.into_iter().filter(|it| !it.0.lines.is_empty()) {
        card_ui(ui, |ui| part_ui(ui, part, tone, lang));
        ui.add_space(space::L);
    }
}

fn refused_ui(ui: &mut Ui, model: &ImportModel, done: &mut Vec<ImportAction>, lang: Lang) {
    part_ui(ui, &model.refused, Tone::Bad, lang);
    ui.add_space(space::S);
    on_click(done, &link_ui(ui, &tr(lang, "importing-save-rejected")), ImportAction::AskRejected);
}

/// The file, what would become of it, the choices, and the one button.
fn verdict_ui(
    ui: &mut Ui,
    model: &ImportModel,
    begun: Begun,
    done: &mut Vec<ImportAction>,
    lang: Lang,
) {
    title_ui(ui, model.files.join(", "));
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        for chip in &model.chips {
            chip_ui(ui, chip);
        }
    });
    for question in &model.questions {
        ui.add_space(space::S);
        ui.label(RichText::new(question).color(palette(ui).warning));
    }
    ui.add_space(space::M);
    labelled_ui(ui, model.existing.as_ref(), |it| done.push(ImportChoice::Existing(it).into()));
    if model.offers.contains(&Consent::Create) {
        let mut on = begun.options.create == Create::Yes;
        if checkbox_ui(ui, &mut on, tr(lang, "importing-create")) {
            let create = if on { Create::Yes } else { Create::No };
            done.push(ImportChoice::Create(create).into());
        }
    }
    if model.offers.contains(&Consent::Partial) {
        let mut on = begun.options.accept_partial == AcceptPartial::Yes;
        if checkbox_ui(ui, &mut on, tr(lang, "importing-partial")) {
            let partial = if on { AcceptPartial::Yes } else { AcceptPartial::No };
            done.push(ImportChoice::Partial(partial).into());
        }
    }
    ui.add_space(space::S);
    let muted = palette(ui).muted;
    match &model.store {
        Storable::Nothing => drop(wrapped_ui(ui, tr(lang, "importing-nothing"), muted)),
        Storable::Blocked => drop(wrapped_ui(ui, tr(lang, "importing-blocked"), muted)),
        Storable::Ready(_) => {}
    }
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        let mut first = None;
        if let Storable::Ready(word) = &model.store {
            let store = primary_button_ui(ui, word);
            on_click(done, &store, ImportAction::Store);
            first = Some(store);
        }
        let other = quiet_button_ui(ui, &tr(lang, "importing-other"));
        on_click(done, &other, ImportAction::Stop);
        if begun.focus == Focus::First {
            first.unwrap_or(other).request_focus();
        }
        on_click(done, &quiet_button_ui(ui, &tr(lang, "importing-close")), ImportAction::Close);
    });
}

/// A box to tick, with an edge that can be seen. True when it was changed.
fn checkbox_ui(ui: &mut Ui, on: &mut bool, text: String) -> bool {
    let (surface, edge) = (palette(ui).surface, palette(ui).muted);
    let scope = ui.scope(|ui| {
        let quiet = &mut ui.visuals_mut().widgets.inactive;
        quiet.bg_fill = surface;
        quiet.bg_stroke = egui::Stroke::new(1.0, edge);
        quiet.corner_radius = egui::CornerRadius::same(3);
        ui.checkbox(on, text).changed()
    });
    scope.inner
}

/// A word with its choice at a common edge.
fn labelled_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    selector: Option<&Selector<T>>,
    chosen: impl FnOnce(T),
) {
    let Some(selector) = selector else { return };
    ui.horizontal(|ui| {
        at_edge_ui(ui, |ui| muted_ui(ui, &selector.name));
        selector_ui(ui, selector).map(chosen);
    });
}

/// Words as wide as those under each other are.
fn at_edge_ui(ui: &mut Ui, words: impl FnOnce(&mut Ui) -> egui::Response) {
    let wanted = Vec2::new(220.0, size::CONTROL);
    let left = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(wanted, left, |ui| {
        ui.set_min_width(wanted.x);
        words(ui);
    });
}

fn understood_ui(ui: &mut Ui, model: &ImportModel, done: &mut Vec<ImportAction>, lang: Lang) {
    title_ui(ui, tr(lang, "importing-understood"));
    ui.add_space(space::S);
    labelled_ui(ui, model.unit.as_ref(), |it| done.push(ImportChoice::Unit(it).into()));
    labelled_ui(ui, model.month.as_ref(), |it| done.push(ImportChoice::Month(it).into()));
    labelled_ui(ui, model.year.as_ref(), |it| done.push(ImportChoice::Year(it).into()));
    labelled_ui(ui, model.wait_unit.as_ref(), |it| done.push(ImportChoice::WaitUnit(it).into()));
    labelled_ui(ui, model.numbers.as_ref(), |it| done.push(ImportChoice::Numbers(it).into()));
    if model.columns.is_empty() {
        return;
    }
    ui.add_space(space::M);
    strong_ui(ui, tr(lang, "importing-columns"));
    for column in &model.columns {
        column_ui(ui, column, done);
    }
}

fn column_ui(ui: &mut Ui, column: &ColumnChoice, done: &mut Vec<ImportAction>) {
    ui.horizontal(|ui| {
        at_edge_ui(ui, |ui| ui.add(egui::Label::new(&column.heading).truncate()));
        if let Some(chosen) = selector_ui(ui, &column.choice) {
            done.push(ImportChoice::Column(column.key.clone(), chosen).into());
        }
        small_ui(ui, &column.place);
    });
}

fn preview_ui(ui: &mut Ui, model: &ImportModel, lang: Lang) {
    title_ui(ui, tr(lang, "importing-preview"));
    ui.add_space(space::S);
    let heads = ["place", "month", "unit", "caseworker", "figure", "value"];
    // A row is as high as its words, so that numbers and words stand on one line.
    let grid = egui::Grid::new("first figures").num_columns(6).spacing([space::L, 8.0]);
    grid.min_row_height(0.0).show(ui, |ui| {
        for head in heads {
            let word = tr(lang, &format!("importing-head-{head}"));
            cell_ui(ui, head, RichText::new(word).text_style(style::small_strong()));
        }
        ui.end_row();
        for row in &model.preview {
            for (head, text) in heads.iter().zip(row) {
                cell_ui(ui, head, RichText::new(text));
            }
            ui.end_row();
        }
    });
}

/// Numbers stand to the right of their column, words to the left.
fn cell_ui(ui: &mut Ui, head: &str, text: RichText) {
    if head == "value" {
        ui.vertical(|ui| {
            ui.set_width(96.0);
            ui.with_layout(egui::Layout::top_down(egui::Align::Max), |ui| ui.label(text));
        });
    } else {
        ui.label(text);
    }
}

/// Lines of a kind shown before more are asked for.
const FIRST: usize = 12;

fn part_ui(ui: &mut Ui, part: &SentenceList, tone: Tone, lang: Lang) {
    chip_ui(ui, &Chip { text: part.title.clone(), tone });
    ui.add_space(space::S);
    let id = ui.make_persistent_id(("all of", &part.title));
    let shows_all: bool = ui.data(|it| it.get_temp(id)).unwrap_or_default();
    let shown = if shows_all { part.lines.len() } else { FIRST };
    for line in part.lines.iter().take(shown) {
        ui.add(egui::Label::new(line).wrap());
    }
    if shown < part.lines.len() {
        if link_ui(ui, &tr(lang, "importing-show-all")).clicked() {
            ui.data_mut(|it| it.insert_temp(id, true));
        }
    } else if let Some(more) = &part.more {
        muted_ui(ui, more);
    }
}
