//! Cells that are one, from the point of view of a row that is read.

use super::columns::Role;
use super::extract::Extractor;

impl Extractor<'_> {
    pub(super) fn merged_end(&self, row: u32, column: usize) -> usize {
        let at = u32::try_from(column).unwrap_or(u32::MAX);
        let found = self.merged.iter().find(|it| it.holds(row, at));
        found.map_or(column, |it| it.columns.1 as usize)
    }

    pub(super) fn is_within_merged(&self, row: u32, column: usize) -> bool {
        let at = u32::try_from(column).unwrap_or(u32::MAX);
        self.merged.iter().any(|it| it.holds(row, at))
    }

    /// One number over several cells of figures.
    pub(super) fn is_merged_number(&self, row: u32, column: usize) -> bool {
        let at = u32::try_from(column).unwrap_or(u32::MAX);
        self.merged.iter().any(|it| {
            let others = it.columns.0 as usize..=it.columns.1 as usize;
            let values = |it: &usize| matches!(self.layout.roles.get(*it), Some(Role::Values(_)));
            it.holds(row, at) && (it.rows.0 != it.rows.1 || 1 < others.filter(values).count())
        })
    }
}
