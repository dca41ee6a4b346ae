//! The seven pages, in the order of their shortcuts.

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

impl Page {
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::Entry,
        Self::Caseload,
        Self::Waiting,
        Self::HalfYear,
        Self::Scenario,
        Self::Register,
    ];

    /// The name in settings and in the keys of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Entry => "entry",
            Self::Caseload => "caseload",
            Self::Waiting => "waiting",
            Self::HalfYear => "half-year",
            Self::Scenario => "scenario",
            Self::Register => "register",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    pub const fn state(self) -> PageState {
        match self {
            Self::Overview
            | Self::Entry
            | Self::Caseload
            | Self::Waiting
            | Self::HalfYear
            | Self::Register => PageState::Built,
            Self::Scenario => PageState::Planned,
        }
    }

    /// It is as high as the window and scrolls its own parts.
    pub const fn fills_window(self) -> bool {
        matches!(self, Self::Entry | Self::HalfYear | Self::Register)
    }

    /// One unit at a time; the others can show all.
    pub const fn needs_one_unit(self) -> bool {
        matches!(self, Self::Entry | Self::Caseload | Self::Waiting)
    }
}
