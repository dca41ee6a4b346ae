//! What sets the baseline of a phase: a stretch of a series that is judged apart.

/// What a centre line and its limits rest on inside one phase.
///
/// Places count from 0 inside the phase.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Baseline<'a> {
    /// A centre line given beforehand instead of computed.
    pub centre: Option<f64>,
    /// Only the first places of the phase set centre and limits ("freeze"); all are judged.
    pub first_places: Option<usize>,
    /// Places left out of centre, limits and runs. Their neighbours become neighbours, unlike
    /// those of a gap.
    pub excluded: &'a [usize],
}

impl Baseline<'_> {
    /// Whether a place counts in runs and, if early enough, in the baseline.
    pub fn includes(&self, place: usize) -> bool {
        !self.excluded.contains(&place)
    }

    /// Whether a place sets centre and limits.
    pub fn is_base(&self, place: usize) -> bool {
        self.includes(place) && self.first_places.is_none_or(|first| place < first)
    }

    /// The rows that set centre and limits: excluded ones removed, gaps kept.
    pub fn base_rows<T: Copy>(&self, rows: &[T]) -> Vec<T> {
        rows.iter()
            .enumerate()
            .filter(|(place, _)| self.is_base(*place))
            .map(|(_, row)| *row)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_rows_keep_gaps_and_lose_excluded_rows() {
        let base = Baseline { first_places: Some(3), excluded: &[1], ..Baseline::default() };
        assert_eq!(base.base_rows(&[Some(1), Some(2), None, Some(4)]), [Some(1), None]);
    }
}
