//! Percentiles of waits that are only known in bands, such as weeks.

/// A band of waits and how many waits lie in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Shortest wait of the band.
    pub lower: f64,
    /// Where the next band begins; `None` for the open band at the top.
    pub upper: Option<f64>,
    pub count: f64,
}

/// Where a percentile of grouped waits lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum GroupedQuantile {
    At(f64),
    /// In the open band: all that is known is that it is at least this.
    AtLeast(f64),
}

/// Percentile by linear interpolation within the band that holds it.
///
/// The rank is `p` times the total; the first band whose cumulative count reaches it is taken,
/// never an empty one, and an exact hit at a band's end gives its upper edge (the published
/// rule of NHS referral-to-treatment statistics). Bands in ascending order. `None` without
/// waits, or for `p` outside 0..=1.
pub fn grouped_quantile(bands: &[Band], p: f64) -> Option<GroupedQuantile> {
    let total = total(bands);
    if total <= 0.0 || !(0.0 <= p && p <= 1.0) {
        return None;
    }

    let rank = p * total;
    let mut before = 0.0;
    for band in bands.iter().filter(|band| band.count > 0.0) {
        // The total may be off by a rounding when counts are shares.
        if before + band.count >= rank * (1.0 - f64::EPSILON) {
            return Some(band.upper.map_or(GroupedQuantile::AtLeast(band.lower), |upper| {
                let share = ((rank - before) / band.count).clamp(0.0, 1.0);
                GroupedQuantile::At(band.lower + share * (upper - band.lower))
            }));
        }
        before += band.count;
    }
    None
}

/// The number of waits in all bands.
pub fn total(bands: &[Band]) -> f64 {
    bands.iter().map(|band| band.count).filter(|count| *count > 0.0).sum()
}

/// Bands that begin where the last one ends; the last is as wide as `last_width`, or open.
pub fn consecutive(lower_bounds: &[f64], counts: &[f64], last_width: Option<f64>) -> Vec<Band> {
    let next = lower_bounds.iter().skip(1).copied().map(Some);
    let last = lower_bounds.last().zip(last_width).map(|(lower, width)| lower + width);
    lower_bounds
        .iter()
        .zip(next.chain([last]))
        .zip(counts)
        .map(|((&lower, upper), &count)| Band { lower, upper, count })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_band_is_never_chosen() {
        let bands = consecutive(&[0.0, 1.0, 2.0], &[0.0, 5.0, 0.0], Some(1.0));
        assert_eq!(grouped_quantile(&bands, 0.0), Some(GroupedQuantile::At(1.0)));
        assert_eq!(grouped_quantile(&bands, 1.0), Some(GroupedQuantile::At(2.0)));
    }

    #[test]
    fn the_open_band_gives_no_number() {
        let bands = consecutive(&[0.0, 4.0], &[1.0, 3.0], None);
        assert_eq!(grouped_quantile(&bands, 0.9), Some(GroupedQuantile::AtLeast(4.0)));
    }

    #[test]
    fn no_waits_have_no_percentile() {
        assert_eq!(grouped_quantile(&[], 0.5), None);
        let bands = consecutive(&[0.0], &[0.0], Some(1.0));
        assert_eq!(grouped_quantile(&bands, 0.5), None);
    }
}
