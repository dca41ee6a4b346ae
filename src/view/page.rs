//! The table of pages, in the order of their shortcuts.

use super::icon::IconPart::{Arch, Block, Disc, Frame, Lines, Ring};
use super::icon::{FOLD, Icon, SHEET};
use crate::domain::Unit;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Page {
    #[default]
    Overview,
    Entry,
    Caseload,
    Waiting,
    HalfYear,
    Scenario,
    Register,
}

/// Whether a page can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageState {
    Built,
    Planned,
}

/// Who scrolls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageHeight {
    /// As high as its contents: the window scrolls it.
    Contents,
    /// As high as the window: it scrolls its own parts.
    Window,
}

/// The units a page can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageUnits {
    /// All of them, or one.
    All,
    /// One at a time.
    One,
    OneWithCaseworkers,
    OneWithWaitingList,
}

/// All that makes one page another than the others, beside what it shows.
#[derive(Debug, Clone, Copy)]
pub struct PageFacts {
    /// In settings and on the command line.
    pub name: &'static str,
    /// The key of its words.
    pub words: &'static str,
    pub icon: Icon,
    pub state: PageState,
    pub height: PageHeight,
    pub units: PageUnits,
}

/// What most pages are.
const USUAL: PageFacts = PageFacts {
    name: "",
    words: "",
    icon: Icon(&[]),
    state: PageState::Built,
    height: PageHeight::Contents,
    units: PageUnits::All,
};

impl Page {
    /// A page's shortcut is its number here.
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::Entry,
        Self::Caseload,
        Self::Waiting,
        Self::HalfYear,
        Self::Scenario,
        Self::Register,
    ];

    pub const fn facts(self) -> PageFacts {
        match self {
            Self::Overview => {
                PageFacts { name: "overview", words: "ui-page-overview", icon: TILES, ..USUAL }
            }
            Self::Entry => PageFacts {
                name: "entry",
                words: "ui-page-entry",
                icon: SHEET_OF_CELLS,
                height: PageHeight::Window,
                units: PageUnits::One,
                ..USUAL
            },
            Self::Caseload => PageFacts {
                name: "caseload",
                words: "ui-page-caseload",
                icon: PERSON,
                units: PageUnits::OneWithCaseworkers,
                ..USUAL
            },
            Self::Waiting => PageFacts {
                name: "waiting",
                words: "ui-page-waiting",
                icon: CLOCK,
                units: PageUnits::OneWithWaitingList,
                ..USUAL
            },
            Self::HalfYear => PageFacts {
                name: "half-year",
                words: "ui-page-half-year",
                icon: WRITTEN_SHEET,
                height: PageHeight::Window,
                ..USUAL
            },
            Self::Scenario => PageFacts {
                name: "scenario",
                words: "ui-page-scenario",
                icon: SLIDERS,
                state: PageState::Planned,
                ..USUAL
            },
            Self::Register => PageFacts {
                name: "register",
                words: "ui-page-register",
                icon: LINES,
                height: PageHeight::Window,
                ..USUAL
            },
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.facts().name == name)
    }

    pub fn is_built(self) -> bool {
        self.facts().state == PageState::Built
    }

    /// Whether it has anything to say about a unit.
    pub const fn concerns(self, unit: &Unit) -> bool {
        match self.facts().units {
            PageUnits::All | PageUnits::One => true,
            PageUnits::OneWithCaseworkers => unit.has_caseworkers(),
            PageUnits::OneWithWaitingList => unit.has_waiting_list(),
        }
    }
}

const TILES: Icon = Icon(&[
    Frame([(2.0, 2.0), (6.5, 6.5)], 1.0),
    Frame([(9.5, 2.0), (14.0, 6.5)], 1.0),
    Frame([(2.0, 9.5), (6.5, 14.0)], 1.0),
    Frame([(9.5, 9.5), (14.0, 14.0)], 1.0),
]);
const SHEET_OF_CELLS: Icon = Icon(&[
    Frame([(2.0, 2.5), (14.0, 13.5)], 1.5),
    Lines(&[(2.0, 6.5), (14.0, 6.5)]),
    Lines(&[(2.0, 10.0), (14.0, 10.0)]),
    Lines(&[(7.0, 2.5), (7.0, 13.5)]),
]);
const PERSON: Icon = Icon(&[Ring((8.0, 5.0), 2.8), Arch((8.0, 14.0), (5.5, 4.6))]);
const CLOCK: Icon = Icon(&[Ring((8.0, 8.0), 6.2), Lines(&[(8.0, 4.4), (8.0, 8.2), (10.8, 9.8)])]);
const WRITTEN_SHEET: Icon =
    Icon(&[SHEET, FOLD, Lines(&[(5.6, 8.2), (10.4, 8.2)]), Lines(&[(5.6, 11.0), (10.4, 11.0)])]);
const SLIDERS: Icon = Icon(&[
    Lines(&[(2.0, 4.0), (14.0, 4.0)]),
    Disc((10.5, 4.0), 2.1),
    Lines(&[(2.0, 8.0), (14.0, 8.0)]),
    Disc((5.0, 8.0), 2.1),
    Lines(&[(2.0, 12.0), (14.0, 12.0)]),
    Disc((9.0, 12.0), 2.1),
]);
const LINES: Icon = Icon(&[
    Block((2.0, 3.1), (3.8, 4.9)),
    Lines(&[(6.0, 4.0), (14.0, 4.0)]),
    Block((2.0, 7.1), (3.8, 8.9)),
    Lines(&[(6.0, 8.0), (14.0, 8.0)]),
    Block((2.0, 11.1), (3.8, 12.9)),
    Lines(&[(6.0, 12.0), (14.0, 12.0)]),
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_its_name_and_has_words_and_a_drawing() {
        for page in Page::ALL {
            let facts = page.facts();
            assert_eq!(Page::from_name(facts.name), Some(page));
            assert_eq!(facts.words, format!("ui-page-{}", facts.name));
            assert!(!facts.icon.0.is_empty(), "{page:?}");
        }
    }
}
