//! Everything the file says about one unit; an edit copies one of these and shares the rest.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Absence, AbsenceId, Band, BandKind, CaseCount, CaseCounts, Caseworker, CaseworkerId, Counted,
    EntryId, Episodes, Month, Terms, Unit, UnitField, UnitFigures, UnitId, WaitingList,
    register_span,
};

/// A unit with its people and its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitData {
    pub id: UnitId,
    pub unit: Unit,
    /// The newest entry that touched this unit.
    pub revision: EntryId,
    pub caseworkers: BTreeMap<CaseworkerId, Caseworker>,
    pub employments: BTreeMap<(CaseworkerId, Month), Terms>,
    pub absences: BTreeMap<AbsenceId, Absence>,
    pub counts: Arc<CaseCounts>,
    pub figures: BTreeMap<Month, UnitFigures>,
    pub bands: BTreeMap<(Month, BandKind), Vec<Band>>,
    pub episodes: Arc<Episodes>,
}

impl UnitData {
    pub fn new(id: UnitId, unit: Unit) -> Self {
        Self {
            id,
            unit,
            revision: EntryId::default(),
            caseworkers: BTreeMap::new(),
            employments: BTreeMap::new(),
            absences: BTreeMap::new(),
            counts: Arc::default(),
            figures: BTreeMap::new(),
            bands: BTreeMap::new(),
            episodes: Arc::default(),
        }
    }

    pub fn cases(&self, month: Month, caseworker: CaseworkerId) -> Option<CaseCount> {
        self.counts.get((month, caseworker))
    }

    /// What was typed. Where a register is kept, waiting figures come from it instead.
    pub fn typed(&self, month: Month, field: UnitField) -> Option<i64> {
        self.figures.get(&month)?.get(field)
    }

    /// A month goes with its last figure.
    pub(super) fn set_figure(&mut self, month: Month, field: UnitField, value: Option<i64>) {
        let figures = self.figures.entry(month).or_default();
        figures.set(field, value);
        if figures.is_empty() {
            self.figures.remove(&month);
        }
    }

    /// What stands in a cell, as stored: thousandths where it has decimals.
    pub fn value_in(&self, month: Month, counted: Counted) -> Option<i64> {
        match counted {
            Counted::Cases(id) => self.cases(month, id).map(|it| i64::from(it.cases)),
            Counted::Part(id, complexity) => {
                let split = self.cases(month, id)?.split?;
                Some(i64::from(complexity.part_of(split)))
            }
            Counted::Figure(field) => self.typed(month, field),
        }
    }

    pub fn typed_bands(&self, month: Month, kind: BandKind) -> Option<&[Band]> {
        self.bands.get(&(month, kind)).map(Vec::as_slice)
    }

    /// Hours and weight in force; `None` before the first row.
    pub fn terms_in(&self, caseworker: CaseworkerId, month: Month) -> Option<Terms> {
        let first = Month::january(super::FIRST_YEAR);
        let mut rows = self.employments.range((caseworker, first)..=(caseworker, month));
        rows.next_back().map(|(_, terms)| *terms)
    }

    pub fn absences_of(&self, caseworker: CaseworkerId) -> impl Iterator<Item = &Absence> {
        self.absences.values().filter(move |it| it.caseworker == caseworker)
    }

    /// A register is kept when it has episodes, or its months have been set.
    pub fn keeps_register(&self) -> bool {
        !self.episodes.is_empty()
            || matches!(self.unit.waiting_list, WaitingList::Kept { register_from: Some(_), .. })
    }

    /// First month with anything typed for it.
    pub fn first_typed_month(&self) -> Option<Month> {
        let figures = self.figures.keys().next().copied();
        let bands = self.bands.keys().next().map(|it| it.0);
        [figures, bands, self.counts.first_month()].into_iter().flatten().min()
    }

    /// Last month with anything typed for it.
    pub fn last_typed_month(&self) -> Option<Month> {
        let figures = self.figures.keys().next_back().copied();
        let bands = self.bands.keys().next_back().map(|it| it.0);
        [figures, bands, self.counts.last_month()].into_iter().flatten().max()
    }

    /// First and last month with anything typed for it.
    pub fn typed_months(&self) -> Option<(Month, Month)> {
        self.first_typed_month().zip(self.last_typed_month())
    }

    /// The months the register answers for, both included; `None` where none is kept.
    pub fn register_span(&self) -> Option<(Month, Month)> {
        let first = self.episodes.days().map(|it| it.0).min();
        let last = self.episodes.days().map(|(approved, outcome)| {
            let ended = outcome.ended();
            ended.map_or(approved, |end| end.max(approved))
        });
        register_span(self.unit.waiting_list, self.typed_months(), first.zip(last.max()))
    }
}
