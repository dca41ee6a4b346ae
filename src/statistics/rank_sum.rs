//! Whether waits differ between two periods: the rank sum test.
//!
//! Source: Hollander & Wolfe, Nonparametric Statistical Methods, chapter 4.

use super::distributions;

/// Two samples compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankSum {
    /// Mann-Whitney's statistic of the first sample; ties count a half.
    pub u: f64,
    /// Two-sided, by the normal approximation with ties and continuity corrected for.
    /// 1 when all values are equal.
    pub p_value: f64,
}

/// Compares two samples of finite values; `None` when either is empty.
pub fn rank_test(first: &[f64], second: &[f64]) -> Option<RankSum> {
    let n1 = first.len() as f64;
    let n2 = second.len() as f64;
    if first.is_empty() || second.is_empty() {
        return None;
    }

    let mut all: Vec<(f64, bool)> = first.iter().map(|x| (*x, true)).collect();
    all.extend(second.iter().map(|x| (*x, false)));
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut ranks = 0.0;
    let mut ties = 0.0;
    let mut before = 0.0;
    for group in all.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let t = group.len() as f64;
        let n_first = group.iter().filter(|(_, is_first)| *is_first).count() as f64;
        ranks += n_first * (before + f64::midpoint(t, 1.0));
        ties += t * (t * t - 1.0);
        before += t;
    }

    let u = ranks - n1 * (n1 + 1.0) / 2.0;
    let n = n1 + n2;
    let variance = n1 * n2 / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)));
    let distance = ((u - n1 * n2 / 2.0).abs() - 0.5).max(0.0);
    let p_value = if variance > 0.0 {
        distributions::normal_two_sided(distance / variance.sqrt())?
    } else {
        1.0
    };
    Some(RankSum { u, p_value })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hollander & Wolfe (1973), page 69: permeability of the human chorioamnion, quoted in
    /// the help of R's `wilcox.test`: W = 35.
    #[test]
    fn the_textbook_example() {
        let term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
        let early = [1.15, 0.88, 0.90, 0.74, 1.21];
        let result = rank_test(&term, &early).unwrap();
        assert!((result.u - 35.0).abs() < 1e-12);
        // scipy 1.17.1, mannwhitneyu(method="asymptotic", use_continuity=True).
        assert!((result.p_value - 0.244_623_605_126_983_33).abs() < 1e-9);
    }

    /// scipy 1.17.1: `mannwhitneyu(method="asymptotic", use_continuity=True)`.
    #[test]
    fn ties_are_corrected_for() {
        let first = [3.0, 5.0, 5.0, 8.0, 13.0, 21.0, 21.0, 34.0];
        let second = [1.0, 5.0, 8.0, 8.0, 9.0, 11.0];
        let result = rank_test(&first, &second).unwrap();
        assert!((result.u - 31.0).abs() < 1e-12);
        assert!((result.p_value - 0.396_677_026_562_382_24).abs() < 1e-9);
    }

    #[test]
    fn equal_values_differ_by_nothing() {
        let result = rank_test(&[3.0; 4], &[3.0; 5]).unwrap();
        assert!((result.p_value - 1.0).abs() < 1e-12);
        assert_eq!(rank_test(&[], &[1.0]), None);
    }
}
