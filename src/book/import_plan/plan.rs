//! The order in which an import is planned: registers first, then the figures that lean on them.

use super::findings::Findings;
use super::planner::Planner;
use super::unit_plan::Units;
use super::{
    AcceptPartial, Create, ImportOptions, bands, corrections, counts, create, episodes, figures,
    people, register, resolve, shared, terms, units,
};
use crate::book::draft::{Draft, Rows};
use crate::book::numbers::Numbers;
use crate::book::verdict::Verdict;
use crate::domain::{BlockWriter, Change, ChangeBlock, EntryId, NewWords, Snapshot};

/// What an import would do. Without changes there is nothing to commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    /// The newest entry of the book it was planned for; at another the book refuses it.
    pub against: EntryId,
    pub changes: ChangeBlock,
    pub words: NewWords,
    /// The next free id once the changes are in.
    pub next_id: u32,
    pub verdict: Verdict,
    /// The reasons that corrections came with.
    pub reason: Option<String>,
}

/// Plans an import. Changes are ordered by table, unit and key.
pub fn plan_import(snapshot: &Snapshot, mut draft: Draft, options: ImportOptions) -> ImportPlan {
    let words = std::mem::take(&mut draft.words);
    let found = Findings::new(snapshot, options, std::mem::take(&mut draft.files), words);
    let (units, numbers) = (Units::new(snapshot, &found.words), Numbers::new(snapshot));
    let mut planner = Planner { snapshot, units, found, numbers };
    units::plan(&mut planner, &draft.units);
    if options.create == Create::Yes {
        create::units(&mut planner, &draft);
    }
    people::plan(&mut planner, &draft.caseworkers);
    if options.create == Create::Yes {
        create::caseworkers(&mut planner, &draft);
    }
    let employments = terms::employments(&mut planner, &draft.employments);
    let absences = terms::absences(&mut planner, &draft.absences);
    let Planner { units, found, .. } = &mut planner;
    let reasons = corrections::apply(units, found, &mut draft);

    let own_counts = resolve::counts(units, found, &draft.counts);
    let own_figures = resolve::figures(units, found, &draft.figures);
    let own_bands = resolve::bands(units, found, &draft.bands);
    let own_episodes = resolve::episodes(units, found, &draft.episodes);
    register::set_spans(units);
    let figure_edits = figures::plan(units, found, &draft, &own_figures, &own_episodes);
    let band_edits = bands::plan(units, found, &draft.bands, &own_bands);
    register::keep_spans(units, &figure_edits, &band_edits);

    let mut writer = BlockWriter::default();
    units.write(&mut writer);
    write(&mut writer, employments);
    write(&mut writer, absences);
    for (unit, edit) in figure_edits {
        writer.push(&Change::Figure(units.id(unit), edit));
    }
    for (unit, edit) in band_edits {
        writer.push(&Change::Bands(units.id(unit), edit));
    }
    counts::plan(units, found, &draft, &own_counts, &mut writer);
    draft.counts = Rows::default();
    drop(own_counts);
    episodes::plan(&mut planner, &draft, own_episodes, &mut writer);
    write(&mut writer, shared::targets(&mut planner, &draft.targets));
    write(&mut writer, shared::events(&mut planner, &draft.events));
    write(&mut writer, shared::committees(&mut planner, &draft.committees));
    write(&mut writer, shared::settings(&mut planner, &draft.settings));

    let Planner { found, numbers, .. } = planner;
    let verdict = found.finish();
    let stored = verdict.refused() == 0 || options.accept_partial == AcceptPartial::Yes;
    let changes = if stored { writer.finish() } else { ChangeBlock::default() };
    let words = if changes.is_empty() { NewWords::default() } else { numbers.words };
    let reason = Some(reasons.join("; ")).filter(|it| !it.is_empty());
    let (against, next_id) = (snapshot.revision, numbers.next_id);
    ImportPlan { against, changes, words, next_id, verdict, reason }
}

/// Writes changes in the order of what they are about.
fn write<K: Ord>(writer: &mut BlockWriter, mut changes: Vec<(K, Change)>) {
    changes.sort_by(|a, b| a.0.cmp(&b.0));
    for (_, change) in &changes {
        writer.push(change);
    }
}
