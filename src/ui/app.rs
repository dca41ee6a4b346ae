//! Ties the window together: takes in what has happened, draws, and hands the actions to `perform`.

use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};

use super::action::Action;
use super::because::{Because, because_ui};
use super::charts::ChartDesk;
use super::clipboard::Clipboard;
use super::desk::{Desk, Models, Selection};
use super::dialogs::Dialogs;
use super::importing::Importing;
use super::jobs::Writer;
use super::pages::{
    EntryDesk, LogBook, OverviewDraft, RegisterDraft, StartDraft, caseload_ui, entry_ui, file_ui,
    importing_ui, log_ui, overview_ui, register_keys, register_ui, sections_ui, start_ui,
    waiting_ui,
};
use super::rail::{Display, rail_ui};
use super::settings::{SettingsKeeper, WindowSettings};
use super::shortcuts::KeysGo;
use super::status_line::status_line_ui;
use super::theme::palette;
use super::top_bar::top_bar_ui;
use super::typed_path::{TypedPath, typed_path_ui};
use super::widgets::notice_ui;
use super::{shortcuts, theme};
use crate::domain::{Day, TargetMetric, UnitId};
use crate::text::{Lang, tr};
use crate::view::change_log::LogQuery;
use crate::view::entry::EntryQuery;
use crate::view::register::{RegisterQuery, Section};
use crate::view::{
    Notice, OverviewQuery, Page, PageHeight, ShellModel, ShellQuery, TrendQuery, file_model,
    start_model,
};

/// The window.
#[derive(Debug)]
pub struct App {
    pub(super) settings: WindowSettings,
    pub(super) keeper: SettingsKeeper,
    pub(super) writer: Writer,
    pub(super) dialogs: Dialogs,
    /// `None` on the start page.
    pub(super) desk: Option<Desk>,
    pub(super) openings: u64,
    /// What is being opened or made.
    pub(super) opening: Option<String>,
    pub(super) selection: Selection,
    pub(super) notices: Vec<Notice>,
    pub(super) draft: StartDraft,
    pub(super) register: RegisterDraft,
    pub(super) overview: OverviewDraft,
    /// The page of an import, while one is under way.
    pub(super) importing: Option<Importing>,
    pub(super) today: Day,
    pub(super) entry: EntryDesk,
    pub(super) charts: ChartDesk,
    pub(super) clipboard: Clipboard,
    /// Why an issued figure is corrected, while that is asked.
    pub(super) because: Option<Because>,
    /// Asked for where the system shows no dialog.
    pub(super) typed_path: Option<TypedPath>,
    models: Models,
}

impl App {
    pub(super) fn assemble(
        settings: WindowSettings,
        keeper: SettingsKeeper,
        writer: Writer,
        selection: Selection,
        today: Day,
    ) -> Self {
        Self {
            settings,
            keeper,
            writer,
            dialogs: Dialogs::default(),
            desk: None,
            openings: 0,
            opening: None,
            selection,
            notices: Vec::new(),
            draft: StartDraft::default(),
            register: RegisterDraft::default(),
            overview: OverviewDraft::default(),
            importing: None,
            today,
            entry: EntryDesk::default(),
            clipboard: Clipboard::default(),
            charts: ChartDesk::default(),
            because: None,
            typed_path: None,
            models: Models::default(),
        }
    }

    pub fn lang(&self) -> Lang {
        Lang::parse(&self.settings.language).unwrap_or_default()
    }

    /// Changes that are not saved yet.
    fn pending(&self) -> usize {
        if self.opening.is_some() { 0 } else { self.writer.pending() }
    }

    fn display(&self) -> Display {
        Display { lang: self.lang(), theme: self.settings.theme }
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut Ui) {
        self.take_in(ui.ctx());
        let mut actions = shortcuts::pressed(ui.ctx());
        if self.desk.is_some() {
            let is_importing = self.importing.is_some();
            let in_grid = self.selection.page == Page::Entry && self.entry.grid.has_focus();
            let keys = if in_grid && !is_importing { KeysGo::ToGrid } else { KeysGo::ToPage };
            actions.extend(shortcuts::pressed_in_book(ui.ctx(), keys));
            if is_importing {
                actions.extend(shortcuts::pasted(ui.ctx()));
            }
        }
        // The keys after it in the same frame are for the page it leads to.
        for page in actions.extract_if(.., |it| matches!(it, Action::Go(_))) {
            self.perform(ui.ctx(), page);
        }
        actions.extend(match self.desk.take() {
            Some(mut desk) => {
                let actions = self.book_ui(ui, &mut desk);
                self.desk = Some(desk);
                actions
            }
            None => self.start_page_ui(ui),
        });
        let lang = self.lang();
        let because = self.because.as_mut();
        actions.extend(because.and_then(|it| because_ui(ui.ctx(), it, lang)));
        let typed = self.typed_path.as_mut();
        actions.extend(typed.and_then(|it| typed_path_ui(ui.ctx(), it, lang)));
        // The overview tells what was corrected since it was last issued.
        let reads_log = self.selection.page == Page::HalfYear
            || self.selection.page == Page::Register && self.register.section == Section::Log;
        if reads_log {
            self.want_log();
        }
        if self.selection.page == Page::Register && self.register.section == Section::File {
            self.want_backups();
        }
        self.remember_window(ui.ctx());
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        for action in actions {
            self.perform(ui.ctx(), action);
        }
    }

    fn start_page_ui(&mut self, ui: &mut Ui) -> Vec<Action> {
        let display = self.display();
        let opening = self.opening.as_deref();
        let model = start_model(display.lang, &self.settings.recent, &self.notices, opening);
        let frame = Frame::new().fill(palette(ui).background);
        CentralPanel::no_frame()
            .frame(frame)
            .show(ui, |ui| start_ui(ui, &model, &mut self.draft, display))
            .inner
    }

    fn book_ui(&mut self, ui: &mut Ui, desk: &mut Desk) -> Vec<Action> {
        let display = self.display();
        let query = ShellQuery {
            lang: display.lang,
            page: self.selection.page,
            unit: self.selection.unit,
            half_year: self.selection.half_year,
            today: self.today,
            book: desk.facts(display.lang, self.pending()),
        };
        let mut shell: ShellModel = self.models.shell(desk, query).clone();
        if self.importing.is_some() {
            shell.title = tr(display.lang, "importing-title");
        }
        // The page of an import stands over the others and is none of the rail's.
        let current = Some(self.selection.page).filter(|_| self.importing.is_none());
        let mut actions = status_line_ui(ui, &shell.status);
        actions.extend(rail_ui(ui, &shell, current, display));
        actions.extend(top_bar_ui(ui, &shell));
        let frame = Frame::new().fill(palette(ui).background);
        let page = self.selection.page;
        let is_importing = self.importing.is_some();
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let mut contents = |ui: &mut Ui| {
                let margin = Frame::new().inner_margin(Margin::symmetric(24, 20));
                margin.show(ui, |ui| {
                    actions.extend(self.notices_ui(ui));
                    actions.extend(self.page_ui(ui, desk, shell.units.current));
                });
            };
            if page.facts().height == PageHeight::Window && !is_importing {
                contents(ui);
                return;
            }
            let shown = if is_importing { "import" } else { page.facts().name };
            let area = ScrollArea::vertical().id_salt(shown).auto_shrink([false, false]);
            area.show(ui, contents);
        });
        actions
    }

    fn notices_ui(&self, ui: &mut Ui) -> Vec<Action> {
        let mut actions = Vec::new();
        for (place, notice) in self.notices.iter().enumerate() {
            actions.extend(notice_ui(ui, notice, place, self.lang()));
            ui.add_space(theme::space::S);
        }
        actions
    }

    /// This page fills the window and scrolls itself.
    fn entry_page_ui(&mut self, ui: &mut Ui, desk: &Desk, unit: Option<UnitId>) -> Vec<Action> {
        let Some(unit) = unit else {
            return Vec::new();
        };
        let query = EntryQuery {
            lang: self.lang(),
            unit,
            half_year: self.selection.half_year,
            view: self.entry.view,
            month: self.entry.month,
            today: self.today,
        };
        let Some(model) = self.models.entry(desk, query, &mut self.entry.order) else {
            return Vec::new();
        };
        entry_ui(ui, &mut self.entry, model, &desk.state.snapshot)
    }

    fn page_ui(&mut self, ui: &mut Ui, desk: &Desk, unit: Option<UnitId>) -> Vec<Action> {
        let lang = self.lang();
        if let Some(importing) = &mut self.importing {
            return importing_ui(ui, &desk.state.snapshot, importing, lang);
        }
        let half_year = self.selection.half_year;
        let models = &mut self.models;
        let (charts, book) = (&mut self.charts, (&*desk.state.snapshot, lang));
        let trend = |metric, charts: &ChartDesk| {
            let choice = charts.choice(metric);
            Some(TrendQuery { lang, metric, unit: unit?, half_year, choice })
        };
        match self.selection.page {
            Page::Caseload => {
                let query = trend(TargetMetric::Caseload, charts);
                caseload_ui(ui, query.and_then(|it| models.trend(desk, it)), book, charts)
            }
            Page::Waiting => {
                let query = trend(TargetMetric::Wait, charts);
                waiting_ui(ui, query.and_then(|it| models.trend(desk, it)), book, charts)
            }
            Page::Register => self.register_page_ui(ui, desk, unit),
            Page::Entry => self.entry_page_ui(ui, desk, unit),
            Page::HalfYear => self.half_year_page_ui(ui, desk),
            Page::Overview | Page::Scenario => {
                let query = OverviewQuery { lang, unit, half_year, today: self.today };
                overview_ui(ui, models.overview(desk, query))
            }
        }
    }
}

impl App {
    fn register_page_ui(&mut self, ui: &mut Ui, desk: &Desk, unit: Option<UnitId>) -> Vec<Action> {
        let lang = self.lang();
        let log_query = self.log_query();
        let draft = &mut self.register;
        let query = RegisterQuery {
            lang,
            unit,
            today: self.today,
            section: draft.section,
            chosen: draft.chosen,
            subject: draft.open.as_ref().map(|it| it.subject),
            search: draft.search.clone(),
            places: draft.places.clone(),
        };
        let model = self.models.register(desk, query);
        let mut actions: Vec<Action> = register_keys(ui, draft).into_iter().collect();
        actions.extend(sections_ui(ui, model, draft.section));
        if draft.section == Section::File {
            let backups = draft.file.backups.as_deref().unwrap_or_default();
            let (path, access) = (&desk.state.path, &desk.state.access);
            let asked = draft.file.asked.as_deref();
            let model = file_model(lang, path, access, backups, asked);
            actions.extend(file_ui(ui, &model, lang));
        } else if draft.section == Section::Log {
            let named = desk.named();
            let book = LogBook { snapshot: &named, lines: &desk.log, lang };
            let model = self.models.log(desk, log_query);
            actions.extend(log_ui(ui, book, model, &mut draft.log));
        } else {
            actions.extend(register_ui(ui, model, draft, lang));
        }
        actions
    }

    pub(super) fn log_query(&self) -> LogQuery {
        let draft = &self.register.log;
        LogQuery {
            lang: self.lang(),
            today: self.today,
            filter: draft.filter.clone(),
            chosen: draft.chosen,
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keep_drafts();
        self.keeper.keep(&self.settings);
    }
}

#[cfg(test)]
mod tests;
