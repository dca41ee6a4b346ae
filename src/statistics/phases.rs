//! Phases: the stretches of a series that are judged apart, and what sets their baseline.

use std::ops::Range;

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

/// A cut that is not inside the series, or cuts that do not ascend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("phase begins outside the series or out of order: {0}")]
pub struct BadCut(pub usize);

/// The places of every phase. A cut is the first place of a new phase.
pub fn split(len: usize, cuts: &[usize]) -> Result<Vec<Range<usize>>, BadCut> {
    let mut begin = 0;
    let mut phases = Vec::with_capacity(cuts.len() + 1);
    for &cut in cuts {
        if cut <= begin || cut >= len {
            return Err(BadCut(cut));
        }
        phases.push(begin..cut);
        begin = cut;
    }
    phases.push(begin..len);
    Ok(phases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_cover_the_series_once() {
        assert_eq!(split(5, &[2, 4]), Ok(vec![0..2, 2..4, 4..5]));
        assert_eq!(split(0, &[]).map(|phases| phases.len()), Ok(1));
    }

    #[test]
    fn cuts_outside_the_series_are_refused() {
        assert_eq!(split(5, &[0]), Err(BadCut(0)));
        assert_eq!(split(5, &[5]), Err(BadCut(5)));
        assert_eq!(split(5, &[3, 3]), Err(BadCut(3)));
    }

    #[test]
    fn base_rows_keep_gaps_and_lose_excluded_rows() {
        let base = Baseline { first_places: Some(3), excluded: &[1], ..Baseline::default() };
        assert_eq!(base.base_rows(&[Some(1), Some(2), None, Some(4)]), [Some(1), None]);
    }
}
