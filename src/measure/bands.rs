//! Distributions typed in week bands: sums of them, and quantiles by interpolation in a band.

use super::Ratio;
use crate::domain::Band;

/// A distribution over week bands, ordered by weeks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Distribution(Vec<Band>);

/// A quantile of a distribution in bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BandQuantile {
    Days(Ratio),
    /// In the open top band: longer than this many weeks, and no more can be said.
    AboveWeeks(u32),
}

impl Distribution {
    /// The sum of distributions; `None` when their edges differ and they cannot be added.
    pub fn sum<'a, I: IntoIterator<Item = &'a [Band]>>(all: I) -> Option<Self> {
        let mut all = all.into_iter().map(Self::new);
        let first = all.next().unwrap_or_default();
        all.try_fold(first, |sum, next| sum.plus(&next))
    }

    fn new(bands: &[Band]) -> Self {
        let mut bands = bands.to_vec();
        bands.sort_unstable_by_key(|it| it.from_week);
        Self(bands)
    }

    fn plus(mut self, other: &Self) -> Option<Self> {
        if self.0.len() != other.0.len() {
            return None;
        }
        for (band, more) in self.0.iter_mut().zip(&other.0) {
            if (band.from_week, band.to_week) != (more.from_week, more.to_week) {
                return None;
            }
            band.count = band.count.checked_add(more.count)?;
        }
        Some(self)
    }

    pub(super) fn bands(&self) -> &[Band] {
        &self.0
    }

    pub fn total(&self) -> i64 {
        self.0.iter().map(|it| i64::from(it.count)).sum()
    }

    /// One band holds more than half: the median is rough (reading 19).
    pub(super) fn is_coarse(&self) -> bool {
        let total = self.total();
        self.0.iter().any(|it| total < 2 * i64::from(it.count))
    }

    /// L + (p·N − cumulative below) / n × width (docs/definitions.md); `None` of nobody.
    pub fn quantile(&self, p: Ratio) -> Option<BandQuantile> {
        let sought = p.times(Ratio::whole(self.total()))?;
        let mut below = 0;
        for band in self.0.iter().filter(|it| it.count != 0) {
            let through = below + i64::from(band.count);
            if sought <= Ratio::whole(through) {
                return within(band, sought.minus(Ratio::whole(below))?);
            }
            below = through;
        }
        None
    }
}

fn within(band: &Band, rank: Ratio) -> Option<BandQuantile> {
    let Some(to) = band.to_week else {
        return Some(BandQuantile::AboveWeeks(band.from_week));
    };
    let part = rank.over(Ratio::from(band.count))?;
    let width = Ratio::from(to).minus(Ratio::from(band.from_week))?;
    let weeks = Ratio::from(band.from_week).plus(part.times(width)?)?;
    Some(BandQuantile::Days(weeks.times(Ratio::whole(7))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bands(counts: [u32; 6]) -> Vec<Band> {
        let edges = [0, 2, 4, 8, 13, 26];
        let band = |at: usize| Band {
            from_week: edges[at],
            to_week: edges.get(at + 1).copied(),
            count: counts[at],
        };
        (0..6).map(band).collect()
    }

    #[track_caller]
    fn check(counts: [u32; 6], p: (i128, i128), expected: Option<BandQuantile>) {
        let all = Distribution::new(&bands(counts));
        assert_eq!(all.quantile(Ratio::new(p.0, p.1).unwrap()), expected);
    }

    fn days(days: i64) -> BandQuantile {
        BandQuantile::Days(Ratio::whole(days))
    }

    #[test]
    fn the_worked_example_of_the_definitions() {
        // 5.0 and 13.0 weeks.
        check([3, 5, 8, 2, 1, 1], (1, 2), Some(days(35)));
        check([3, 5, 8, 2, 1, 1], (9, 10), Some(days(91)));
    }

    #[test]
    fn the_open_top_band_has_no_upper_edge() {
        check([0, 0, 0, 0, 1, 2], (9, 10), Some(BandQuantile::AboveWeeks(26)));
        check([0; 6], (1, 2), None);
    }

    #[test]
    fn empty_bands_are_stepped_over() {
        // The 2nd of 4 completes 0-<2; nothing lies in 2-<4.
        check([2, 0, 2, 0, 0, 0], (1, 2), Some(days(14)));
    }

    #[test]
    fn distributions_with_other_edges_cannot_be_added() {
        let wide = [Band { from_week: 0, to_week: Some(18), count: 1 }];
        let fine = bands([1; 6]);
        assert_eq!(Distribution::sum([fine.as_slice(), &wide]), None);
        let sum = Distribution::sum([fine.as_slice(), &fine]).unwrap();
        assert_eq!(sum.total(), 12);
    }

    #[test]
    fn exactly_half_in_a_band_is_not_coarse() {
        assert!(!Distribution::new(&bands([3, 3, 0, 0, 0, 0])).is_coarse());
        assert!(Distribution::new(&bands([4, 3, 0, 0, 0, 0])).is_coarse());
    }
}
