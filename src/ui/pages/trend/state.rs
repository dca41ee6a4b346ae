//! What the pages of trends remember between frames: what is looked at, what is being made of a chart,
//! and what is typed about it.

use std::collections::BTreeMap;

use crate::chart::{Chart, Pixels};
use crate::domain::{EventKind, Month, TargetMetric, UnitId};
use crate::ui::desk::Revision;
use crate::ui::jobs::{Task, Ticket};
use crate::ui::widgets::ChartForm;
use crate::view::{Memo, TrendChoice, TrendModel, TrendQuery};

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
    /// The command that carries it is under way.
    pub sent: Option<Ticket>,
}

/// What was made on a thread of its own.
#[derive(Debug)]
pub enum Made {
    Picture(Result<Pixels, String>),
    /// The place, and what went wrong.
    File(String, Result<(), String>),
}

#[derive(Debug, Default)]
pub struct TrendDesk {
    /// What was chosen to be looked at; by the figure the page is about.
    pub choices: BTreeMap<TargetMetric, TrendChoice>,
    pub saving: Option<Saving>,
    pub event: Option<EventDraft>,
    pub making: Option<Task<Made>>,
    pub(super) model: Memo<(Revision, TrendQuery), Option<TrendModel>>,
}
