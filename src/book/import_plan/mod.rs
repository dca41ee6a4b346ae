//! Works out what an import would change: new, changed, unchanged, refused and left out, and the changes themselves.
//! Pure: the book as it is and the draft go in, a plan comes out.

mod bands;
mod corrections;
mod counts;
mod create;
mod episodes;
mod figures;
mod people;
mod planner;
mod reason;
mod register;
mod resolve;
mod shared;
mod sift;
mod terms;
mod units;
mod verdict;

use self::planner::Planner;
pub use self::verdict::{
    At, Changed, EncodingDoubt, FileVerdict, Listed, Reason, Refused, Remark, Skip, Skipped, Value,
    Verdict,
};
use super::draft::Draft;
use crate::domain::{BlockWriter, ChangeBlock, Day, NewWords, Snapshot};

/// What to do where the book already has another value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Existing {
    /// Refuse the row, so that someone decides.
    #[default]
    Ask,
    Keep,
    Replace,
}

/// Whether figures may bring units and caseworkers that nobody has described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Create {
    #[default]
    No,
    Yes,
}

/// Whether sound rows are stored when others are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AcceptPartial {
    #[default]
    No,
    Yes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportOptions {
    pub existing: Existing,
    pub create: Create,
    pub accept_partial: AcceptPartial,
    /// Months after this day's get a remark.
    pub today: Day,
}

/// What an import would do. Without changes there is nothing to commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    pub changes: ChangeBlock,
    pub words: NewWords,
    /// The next free id once the changes are in.
    pub next_id: u32,
    pub verdict: Verdict,
    /// The reasons that corrections came with.
    pub reason: Option<String>,
}

/// Plans an import. Changes are ordered by table, unit and key.
pub fn plan_import(snapshot: &Snapshot, draft: Draft, options: ImportOptions) -> ImportPlan {
    let Draft {
        files,
        words,
        references,
        mut splits,
        names,
        units,
        caseworkers,
        employments,
        absences,
        mut counts,
        mut figures,
        mut bands,
        mut episodes,
        targets,
        events,
        committees,
        settings,
        corrections,
    } = draft;
    let mut planner = Planner::new(snapshot, options, files, words);
    planner.plan_units(&units);
    if options.create == Create::Yes {
        planner.create_units(&counts, &figures, &bands, &episodes);
    }
    planner.plan_caseworkers(&caseworkers);
    if options.create == Create::Yes {
        planner.create_caseworkers(&counts, &names);
    }
    planner.plan_employments(&employments);
    planner.plan_absences(&absences);
    planner.apply_corrections(&corrections, &mut counts, &mut splits, &mut figures);
    planner.resolve_counts(&mut counts);
    planner.resolve_figures(&mut figures);
    planner.resolve_bands(&mut bands);
    planner.resolve_episodes(&mut episodes);
    let spans = planner.register_spans();
    let figure_changes = planner.plan_figures(&figures, &spans, &episodes);
    let band_changes = planner.plan_bands(&bands, &spans);
    planner.keep_spans(&spans, &figure_changes, &band_changes);
    drop((units, caseworkers, employments, absences, figures, bands));

    let mut writer = BlockWriter::default();
    planner.write_registers(&mut writer);
    figures::write(&planner, &figure_changes, &mut writer);
    for change in &band_changes {
        writer.push(change);
    }
    drop((figure_changes, band_changes));
    planner.plan_counts(&counts, &splits, &mut writer);
    drop((counts, splits));
    planner.plan_episodes(&episodes, &references, &mut writer);
    drop((episodes, references));
    planner.plan_targets(&targets, &mut writer);
    planner.plan_events(&events, &mut writer);
    planner.plan_committees(&committees, &mut writer);
    planner.plan_settings(&settings, &mut writer);
    planner.finish(writer)
}
