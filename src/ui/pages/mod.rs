//! The pages, each a function of its view model that returns what the user did.

mod caseload;
mod context;
mod entry;
mod half_year;
mod importing;
mod overview;
mod register;
mod start;
mod trend;
mod waiting;

use egui::Ui;

pub use self::context::PageContext;
pub use self::entry::{EntryAction, EntryDesk, Goal};
pub use self::half_year::{
    Aim, Copied, HalfYearAction, Issue, OverviewDraft, Paste, Wanted, Written, document_wanted,
};
pub use self::importing::{ImportAction, ImportStep, Importing};
pub use self::register::{
    FileAction, FormState, LogAction, LogWritten, RegisterAction, RegisterDraft,
};
pub use self::start::{StartDraft, start_ui};
pub use self::trend::{EventDraft, Made, Saving, TrendAction, TrendDesk};
use super::action::Action;
use crate::view::Page;
use crate::view::register::Section;

/// What the pages remember between frames, and the way to each of them.
#[derive(Debug, Default)]
pub struct Pages {
    pub start: StartDraft,
    pub overview: overview::OverviewDesk,
    pub entry: EntryDesk,
    pub trend: TrendDesk,
    pub half_year: OverviewDraft,
    pub register: RegisterDraft,
    pub register_models: register::RegisterModels,
    /// The page of an import, while one is under way: it stands over the others.
    pub importing: Option<Importing>,
}

impl Pages {
    pub fn page_ui(&mut self, ui: &mut Ui, page: Page, at: PageContext<'_>) -> Vec<Action> {
        if let Some(importing) = &mut self.importing {
            return importing::importing_ui(ui, at.snapshot(), importing, at.lang);
        }
        match page {
            Page::Overview | Page::Scenario => overview::overview_ui(ui, &mut self.overview, at),
            Page::Entry => entry::entry_page_ui(ui, &mut self.entry, at),
            Page::Caseload => caseload::caseload_ui(ui, &mut self.trend, at),
            Page::Waiting => waiting::waiting_ui(ui, &mut self.trend, at),
            Page::HalfYear => half_year::half_year_page_ui(ui, &mut self.half_year, at),
            Page::Register => {
                register::register_page_ui(ui, &mut self.register, &mut self.register_models, at)
            }
        }
    }

    /// The page was chosen.
    pub fn come_in(&mut self, page: Page) {
        self.importing = None;
        match page {
            Page::Entry => self.entry.come_in(),
            Page::Register => self.register.come_in(),
            Page::Overview | Page::Caseload | Page::Waiting | Page::HalfYear | Page::Scenario => {}
        }
    }

    /// Whether the page tells of the change log; the overview of what was corrected since it was issued.
    pub fn reads_log(&self, page: Page) -> bool {
        page == Page::HalfYear || self.shows(page, Section::Log)
    }

    /// Whether this section of the master data is looked at.
    pub fn shows(&self, page: Page, section: Section) -> bool {
        page == Page::Register && self.register.section == section
    }
}
