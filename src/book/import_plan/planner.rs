//! What a plan in the making knows: units and people as they will be, and the verdict so far.

use super::verdict::{At, Changed, Reason, Refused, Remark, Skip, Skipped, Value, Verdict};
use super::{AcceptPartial, Existing, ImportOptions, ImportPlan};
use crate::book::draft::{Column, DraftFile, FileNumber, Table, Word, Words};
use crate::domain::{
    Absence, AbsenceId, BlockWriter, Caseworker, CaseworkerId, Change, ChangeBlock, Day, Edit,
    Month, NewWords, Snapshot, Terms, Unit, UnitData, UnitId,
};

/// A file of the import and a line in it.
pub type Place = (FileNumber, u32);

/// A unit as it is and as it will be.
pub struct UnitPlan<'a> {
    pub id: UnitId,
    pub stored: Option<&'a UnitData>,
    pub after: Unit,
    /// In the order of their ids.
    pub people: Vec<PersonPlan<'a>>,
    /// Initials and the place among people, ordered by word.
    pub by_initials: Vec<(Word, usize)>,
    pub employments: Vec<(CaseworkerId, Month, Option<Terms>, Terms)>,
    pub absences: Vec<(AbsenceId, Option<Absence>, Absence)>,
    /// First and last month that the import has a figure for.
    pub months: Option<(Month, Month)>,
    /// The same, of the counts alone.
    pub counted: Option<(Month, Month)>,
    /// First approval and last date of the import's episodes.
    pub days: Option<(Day, Day)>,
}

/// A caseworker as stored and as it will be.
pub struct PersonPlan<'a> {
    pub id: CaseworkerId,
    pub stored: Option<&'a Caseworker>,
    pub after: Caseworker,
}

/// What is to become of a row or cell that is stored with another value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Take,
    Leave,
}

pub struct Planner<'a> {
    pub snapshot: &'a Snapshot,
    options: ImportOptions,
    pub files: Vec<DraftFile>,
    pub words: Words,
    /// Ordered by id.
    pub units: Vec<UnitPlan<'a>>,
    /// The unit a word means, by word.
    unit_of: Vec<Option<usize>>,
    next_id: u32,
    pub new_words: NewWords,
    pub reasons: Vec<String>,
    /// The last month that is not remarked upon.
    horizon: Month,
    /// Files that have been remarked upon.
    ahead: Vec<FileNumber>,
}

impl<'a> Planner<'a> {
    pub fn new(
        snapshot: &'a Snapshot,
        options: ImportOptions,
        files: Vec<DraftFile>,
        words: Words,
    ) -> Self {
        let newest = snapshot.units().filter_map(UnitData::last_typed_month).max();
        let horizon = options.today.month();
        let mut planner = Self {
            snapshot,
            options,
            files,
            unit_of: vec![None; words.len()],
            words,
            units: Vec::new(),
            next_id: snapshot.next_id.max(1),
            new_words: NewWords::default(),
            reasons: Vec::new(),
            horizon: newest.map_or(horizon, |it| it.max(horizon)),
            ahead: Vec::new(),
        };
        for data in snapshot.units() {
            planner.add_unit(data.id, Some(data), data.unit.clone());
        }
        planner
    }

    pub fn new_id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id += 1;
        id
    }

    /// Adds a unit after all others; its place.
    pub fn add_unit(&mut self, id: UnitId, stored: Option<&'a UnitData>, after: Unit) -> usize {
        let place = self.units.len();
        if let Some(word) = self.words.find(&after.code) {
            self.mean(word, place);
        }
        let mut people = Vec::new();
        for (id, person) in stored.into_iter().flat_map(|it| &it.caseworkers) {
            people.push(PersonPlan { id: *id, stored: Some(person), after: person.clone() });
        }
        let mut by_initials = Vec::new();
        for (place, person) in people.iter().enumerate() {
            let identity = self.snapshot.identity(person.after.identity);
            if let Some(word) = identity.and_then(|it| self.words.find(&it.initials)) {
                by_initials.push((word, place));
            }
        }
        by_initials.sort_unstable();
        self.units.push(UnitPlan {
            id,
            stored,
            after,
            people,
            by_initials,
            employments: Vec::new(),
            absences: Vec::new(),
            months: None,
            counted: None,
            days: None,
        });
        place
    }

    fn mean(&mut self, word: Word, unit: usize) {
        if let Some(slot) = self.unit_of.get_mut(word.0 as usize) {
            *slot = Some(unit);
        }
    }

    /// Lets names of units stand for them, where only one unit has the name and no unit the code.
    pub fn accept_unit_names(&mut self) {
        let mut meant: std::collections::BTreeMap<Word, Option<usize>> =
            std::collections::BTreeMap::new();
        for (place, unit) in self.units.iter().enumerate() {
            for name in &unit.after.names {
                if let Some(word) = self.words.find(&name.name) {
                    let same = meant.get(&word).is_none_or(|it| *it == Some(place));
                    meant.insert(word, same.then_some(place));
                }
            }
        }
        for (word, unit) in meant {
            if let Some(unit) = unit.filter(|_| self.unit(word).is_none()) {
                self.mean(word, unit);
            }
        }
    }

    pub fn unit(&self, word: Word) -> Option<usize> {
        self.unit_of.get(word.0 as usize).copied().flatten()
    }

    pub fn person(&self, unit: usize, initials: Word) -> Option<&PersonPlan<'a>> {
        let unit = self.units.get(unit)?;
        let found = unit.by_initials.binary_search_by_key(&initials, |it| it.0).ok()?;
        unit.people.get(unit.by_initials.get(found)?.1)
    }

    // The verdict.

    pub fn is_correction(&self, file: FileNumber) -> bool {
        self.files.get(file).is_some_and(|it| it.verdict.table == Some(Table::Corrections))
    }

    pub fn refuse(
        &mut self,
        (file, line): Place,
        column: Option<Column>,
        value: Option<Value>,
        reason: Reason,
    ) {
        if let Some(file) = self.files.get_mut(file) {
            let place = file.place(line);
            let column = column.and_then(|it| file.column(it)).or(place.heading);
            let (line, at) = (Some(place.line), place.at);
            file.verdict.refused.push(Refused { line, at, column, value, reason });
        }
    }

    /// Refuses a row for one of its words.
    pub fn refuse_word(&mut self, place: Place, column: Column, word: Word, reason: Reason) {
        let value = Value::Text(self.words.text(word).to_owned());
        self.refuse(place, Some(column), Some(value), reason);
    }

    pub fn skip(&mut self, (file, line): Place, reason: Skip) {
        if let Some(file) = self.files.get_mut(file) {
            let place = file.place(line);
            let (line, at) = (Some(place.line), place.at);
            file.verdict.skipped.push(Skipped { line, at, text: None, reason });
        }
    }

    /// The line of a row as people count it, and its cell where it has one.
    pub fn spot_of(&self, (file, line): Place) -> (u32, Option<At>) {
        let place = self.files.get(file).map(|it| it.place(line));
        place.map_or((line, None), |it| (it.line, it.at))
    }

    pub fn skip_word(&mut self, (file, line): Place, word: Word, reason: Skip) {
        let text = Some(self.words.text(word).to_owned());
        if let Some(file) = self.files.get_mut(file) {
            let place = file.place(line);
            let (line, at) = (Some(place.line), place.at);
            file.verdict.skipped.push(Skipped { line, at, text, reason });
        }
    }

    /// Whether rows of a file come from a sheet or list of a department, not from our own tables.
    pub fn is_sheet(&self, file: FileNumber) -> bool {
        self.files.get(file).is_some_and(|it| !it.spots.is_empty())
    }

    pub fn remark(&mut self, file: FileNumber, mut remark: Remark) {
        if let Some(file) = self.files.get_mut(file) {
            if let Some(line) = remark.line_mut() {
                *line = file.place(*line).line;
            }
            file.verdict.remarks.push(remark);
        }
    }

    pub fn new_row(&mut self, (file, _): Place) {
        if !self.is_correction(file)
            && let Some(file) = self.files.get_mut(file)
        {
            file.verdict.new += 1;
        }
    }

    pub fn unchanged_row(&mut self, (file, _): Place) {
        if !self.is_correction(file)
            && let Some(file) = self.files.get_mut(file)
        {
            file.verdict.unchanged += 1;
        }
    }

    pub fn changed_row(
        &mut self,
        (file, line): Place,
        column: Option<Column>,
        before: Value,
        after: Value,
    ) {
        if !self.is_correction(file)
            && let Some(file) = self.files.get_mut(file)
        {
            let place = file.place(line);
            let column = column.and_then(|it| file.column(it)).or(place.heading);
            let (line, at) = (place.line, place.at);
            file.verdict.changed.push(Changed { line, at, column, before, after });
        }
    }

    /// Decides about a value that differs from what is stored, and says so in the verdict.
    pub fn settle(
        &mut self,
        place: Place,
        column: Column,
        before: Value,
        after: Value,
    ) -> Decision {
        if self.is_correction(place.0) {
            return Decision::Take;
        }
        match self.options.existing {
            Existing::Replace => {
                self.changed_row(place, Some(column), before, after);
                Decision::Take
            }
            Existing::Keep => {
                self.skip(place, Skip::Kept);
                Decision::Leave
            }
            Existing::Ask => {
                let reason = Reason::DiffersFromStored { stored: before };
                self.refuse(place, Some(column), Some(after), reason);
                Decision::Leave
            }
        }
    }

    pub fn is_ahead(&self, month: Month) -> bool {
        self.horizon < month
    }

    /// Remarks once a file on months that have not come yet.
    pub fn look_ahead(&mut self, (file, line): Place, month: Month) {
        if self.is_ahead(month) && !self.ahead.contains(&file) {
            self.ahead.push(file);
            self.remark(file, Remark::FutureMonth { line });
        }
    }

    /// Writes units, people, employments and absences.
    pub fn write_registers(&self, writer: &mut BlockWriter) {
        for unit in &self.units {
            let before = unit.stored.map(|it| &it.unit);
            if before != Some(&unit.after) {
                let edit = Edit::new(unit.id, before.cloned(), Some(unit.after.clone()));
                writer.push(&Change::Unit(edit));
            }
        }
        for unit in &self.units {
            for person in unit.people.iter().filter(|it| it.stored != Some(&it.after)) {
                let edit = Edit::new(person.id, person.stored.cloned(), Some(person.after.clone()));
                writer.push(&Change::Caseworker(unit.id, edit));
            }
        }
        for unit in &self.units {
            let mut rows: Vec<_> = unit.employments.iter().collect();
            rows.sort_by_key(|it| (it.0, it.1));
            for (caseworker, from, before, after) in rows {
                let edit = Edit::new((*caseworker, *from), *before, Some(*after));
                writer.push(&Change::Employment(unit.id, edit));
            }
        }
        for unit in &self.units {
            let mut rows: Vec<_> = unit.absences.iter().collect();
            rows.sort_by_key(|it| it.0);
            for (id, before, after) in rows {
                let edit = Edit::new(*id, *before, Some(*after));
                writer.push(&Change::Absence(unit.id, edit));
            }
        }
    }

    pub fn finish(self, writer: BlockWriter) -> ImportPlan {
        let files = self.files.into_iter().map(|it| it.verdict).collect();
        let verdict = Verdict { files };
        let stored = verdict.refused() == 0 || self.options.accept_partial == AcceptPartial::Yes;
        let changes = if stored { writer.finish() } else { ChangeBlock::default() };
        let words = if changes.is_empty() { NewWords::default() } else { self.new_words };
        let reason = Some(self.reasons.join("; ")).filter(|it| !it.is_empty());
        ImportPlan { next_id: self.next_id, changes, words, verdict, reason }
    }
}
