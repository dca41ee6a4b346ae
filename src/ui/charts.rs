//! What the window's charts remember between frames: what is looked at, what is being made of one, and
//! what is typed about them.

use crate::chart::{Chart, Pixels};
use crate::domain::{EventKind, Month, TargetMetric, UnitId};
use crate::ui::jobs::Task;
use crate::view::{Source, TrendChoice};

/// What is done with a chart.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartAction {
    Choose(TargetMetric, TrendChoice),
    CopyPicture(Box<Chart>),
    CopyFigures(Box<Chart>),
    /// Ask where to save it.
    Save(ChartForm, Box<Chart>),
    /// Save it where it was typed.
    SaveThere,
    CloseSaving,
    /// To the cell a figure comes from.
    GoTo(Source),
    BeginEvent(UnitId, Month),
    SaveEvent,
    CloseEvent,
}

/// The forms of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartForm {
    Svg,
    Png,
    Csv,
}

impl ChartForm {
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Csv];

    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
        }
    }
}

/// A chart on its way to a file.
#[derive(Debug)]
pub struct Saving {
    pub form: ChartForm,
    pub chart: Box<Chart>,
    /// Where it goes, as typed; a suggestion at first.
    pub path: String,
    /// There is no dialog here, so that the path is typed.
    pub is_typed: bool,
}

/// An event as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDraft {
    pub unit: UnitId,
    pub month: Month,
    pub title: String,
    pub for_all: bool,
    pub kind: EventKind,
    /// What is wrong with it.
    pub problem: String,
    /// The number of the command that carries it.
    pub sent: Option<u64>,
}

/// What was made on a thread of its own.
#[derive(Debug)]
pub enum Made {
    Picture(Result<Pixels, String>),
    /// The place, and what went wrong.
    File(String, Result<(), String>),
}

#[derive(Debug)]
pub struct ChartDesk {
    pub caseload: TrendChoice,
    pub waiting: TrendChoice,
    pub saving: Option<Saving>,
    pub event: Option<EventDraft>,
    pub making: Option<Task<Made>>,
}

impl Default for ChartDesk {
    fn default() -> Self {
        Self {
            caseload: TrendChoice::of(TargetMetric::Caseload),
            waiting: TrendChoice::of(TargetMetric::Wait),
            saving: None,
            event: None,
            making: None,
        }
    }
}

impl ChartDesk {
    pub const fn choice(&self, metric: TargetMetric) -> TrendChoice {
        match metric {
            TargetMetric::Caseload => self.caseload,
            TargetMetric::Wait => self.waiting,
        }
    }

    pub fn choose(&mut self, metric: TargetMetric, choice: TrendChoice) {
        match metric {
            TargetMetric::Caseload => self.caseload = choice,
            TargetMetric::Wait => self.waiting = choice,
        }
    }
}
