//! How long those waited who started in a period.

use super::bands::{BandQuantile, Distribution};
use super::quantile::quantile;
use super::register::Start;
use super::waiting_list::{Stretch, median, ninth_decile};
use super::{Figure, Figures, Key, Months, Note, Ratio, Reason};
use crate::domain::{BandKind, UnitField};

/// Means, quantiles and the share within target; `least` is the months they need.
pub(super) fn figures(stretch: &Stretch<'_>, least: u32) -> Figures {
    let starts: Vec<Start> = match stretch.register {
        Some((register, window)) => register.starts(window).collect(),
        None => Vec::new(),
    };
    let mut waits: Vec<i32> = starts.iter().map(|it| it.wait).collect();
    waits.sort_unstable();
    let mut figures = Figures::default();
    figures.push(Key::WaitStartedMean, mean(stretch, &waits, least));
    let source = Source::choose(stretch);
    for (key, p) in [(Key::WaitStartedMedian, median()), (Key::WaitStartedP90, ninth_decile())] {
        figures.push(key, source.quantile(stretch, &waits, p, least));
    }
    figures.push(Key::WithinTargetStarted, within_target(stretch, &starts, least));
    figures
}

/// The mean and the median alone, of a stretch that no register covers.
pub(super) fn mean_and_median(stretch: &Stretch<'_>) -> [Figure; 2] {
    let median = Source::choose(stretch).quantile(stretch, &[], median(), 0);
    [mean(stretch, &[], 0), median]
}

/// Nothing was reported in any month.
fn not_reported(expected: u32) -> Figure {
    let months = Months { used: 0, expected };
    Figure::missing(Reason::NotReported).with_n(0).over(months)
}

/// What the means of a period rest on.
#[derive(Default)]
struct MeanParts {
    n: i64,
    /// Thousandths of days.
    sum: i64,
    used: u32,
    /// Why a month with starts has no mean.
    unknown: Option<Reason>,
}

/// Σ n·mean / Σ n over typed months, and every start of the register; never from bands (reading 18).
fn mean(stretch: &Stretch<'_>, waits: &[i32], least: u32) -> Figure {
    let parts = mean_parts(stretch, waits);
    let months = Months { used: parts.used, expected: stretch.expected };
    if parts.n == 0 {
        match parts.unknown {
            Some(Reason::BandsOnly) => {
                let figure = Figure::not_computable(Reason::BandsOnly);
                return figure.with_n(0).over(months);
            }
            Some(reason) => return Figure::missing(reason).with_n(0).over(months),
            None if parts.used == 0 => return not_reported(stretch.expected),
            None => {}
        }
    }
    if parts.used < least {
        return Figure::withheld(months);
    }
    if parts.n == 0 {
        let figure = Figure::not_computable(Reason::NobodyStarted);
        return figure.with_n(0).over(months);
    }
    let mean = Ratio::thousandths(parts.sum).over(Ratio::whole(parts.n));
    Figure::of(mean).with_n(parts.n).over(months)
}

fn mean_parts(stretch: &Stretch<'_>, waits: &[i32]) -> MeanParts {
    let mut parts = MeanParts {
        n: i64::try_from(waits.len()).unwrap_or(i64::MAX),
        sum: waits.iter().map(|it| i64::from(*it) * 1000).sum(),
        used: stretch.register.map_or(0, |it| it.1.months),
        unknown: None,
    };
    let data = stretch.list.data;
    for month in &stretch.typed {
        let bands = stretch.list.bands(*month, BandKind::Started);
        let in_bands = bands.map(|own| Distribution::sum([own]).map_or(0, |it| it.total()));
        let mean = data.typed(*month, UnitField::WaitStartedMean);
        match (data.typed(*month, UnitField::Started).or(in_bands), mean) {
            (None, _) => {}
            (Some(0), _) => parts.used += 1,
            (Some(n), Some(mean)) => {
                parts.used += 1;
                parts.n += n;
                parts.sum = parts.sum.saturating_add(n.saturating_mul(mean));
            }
            (Some(_), None) if bands.is_some() => parts.unknown = Some(Reason::BandsOnly),
            (Some(_), None) => {
                parts.unknown.get_or_insert(Reason::MeanNotReported);
            }
        }
    }
    parts
}

/// What the quantiles of a period are read from. A register and bands cannot be joined: whichever
/// knows more months is used, the register when they are even.
enum Source {
    Register(u32),
    /// Months with bands, or with nobody started.
    Bands(u32),
    /// Months in which nobody started.
    MeansOnly {
        nobody: u32,
        somebody: bool,
    },
    Nothing,
}

impl Source {
    fn choose(stretch: &Stretch<'_>) -> Self {
        let data = stretch.list.data;
        let (mut banded, mut nobody, mut somebody) = (0, 0, false);
        for month in &stretch.typed {
            let started = data.typed(*month, UnitField::Started);
            if stretch.list.bands(*month, BandKind::Started).is_some() {
                banded += 1;
            } else if started == Some(0) {
                nobody += 1;
            } else {
                let mean = data.typed(*month, UnitField::WaitStartedMean);
                somebody |= started.or(mean).is_some();
            }
        }
        let registered = stretch.register.map_or(0, |it| it.1.months);
        if registered != 0 && (banded == 0 || banded + nobody <= registered) {
            Self::Register(registered)
        } else if banded != 0 {
            Self::Bands(banded + nobody)
        } else if somebody || nobody != 0 {
            Self::MeansOnly { nobody, somebody }
        } else {
            Self::Nothing
        }
    }

    fn quantile(&self, stretch: &Stretch<'_>, waits: &[i32], p: Ratio, least: u32) -> Figure {
        let expected = stretch.expected;
        let over = |used| Months { used, expected };
        match *self {
            Self::Register(used) | Self::Bands(used) if used < least => {
                Figure::withheld(over(used))
            }
            Self::Register(used) => of_waits(waits, p, Reason::NobodyStarted).over(over(used)),
            Self::Bands(used) => {
                let months = stretch.typed.iter();
                let bands = months.filter_map(|it| stretch.list.bands(*it, BandKind::Started));
                of_bands(Distribution::sum(bands).as_ref(), p, Reason::NobodyStarted)
                    .over(over(used))
            }
            Self::MeansOnly { somebody: true, .. } => {
                Figure::not_computable(Reason::TypedMeansOnly).over(over(0))
            }
            Self::MeansOnly { nobody, .. } if nobody < least => Figure::withheld(over(nobody)),
            Self::MeansOnly { nobody, .. } => {
                let figure = Figure::not_computable(Reason::NobodyStarted);
                figure.with_n(0).over(over(nobody))
            }
            Self::Nothing => not_reported(expected),
        }
    }
}

/// Quantile type 7 of sorted days.
pub(super) fn of_waits(sorted: &[i32], p: Ratio, nobody: Reason) -> Figure {
    let n = i64::try_from(sorted.len()).unwrap_or(i64::MAX);
    if n == 0 {
        return Figure::not_computable(nobody).with_n(0);
    }
    Figure::of(quantile(sorted, p)).with_n(n)
}

/// Quantile of a distribution in bands; `None` are bands with different edges (reading 19).
pub(super) fn of_bands(all: Option<&Distribution>, p: Ratio, nobody: Reason) -> Figure {
    let Some(all) = all else {
        return Figure::not_computable(Reason::BandsDiffer);
    };
    if all.total() == 0 {
        return Figure::not_computable(nobody).with_n(0);
    }
    let figure = match all.quantile(p) {
        Some(BandQuantile::AboveWeeks(weeks)) => Figure {
            above_days: weeks.checked_mul(7),
            ..Figure::not_computable(Reason::OpenTopBand).with_note(Note::AboveWeeks(weeks))
        },
        Some(BandQuantile::Days(days)) => {
            Figure { approximate: p == median() && all.is_coarse(), ..Figure::of(Some(days)) }
        }
        None => Figure::of(None),
    };
    figure.with_n(all.total())
}

/// Starts within the target in force on their day; starts without one leave the share (reading 14).
fn within_target(stretch: &Stretch<'_>, starts: &[Start], least: u32) -> Figure {
    let Some((_, window)) = stretch.register else {
        let figure = stretch.without_register();
        return if figure.reason == Some(Reason::NotReported) {
            not_reported(stretch.expected)
        } else {
            figure
        };
    };
    let months = Months { used: window.months, expected: stretch.expected };
    if months.used < least {
        return Figure::withheld(months);
    }
    if starts.is_empty() {
        let figure = Figure::not_computable(Reason::NobodyStarted);
        return figure.with_n(0).over(months);
    }
    let (mut within, mut all) = (0, 0);
    for start in starts {
        if let Some(upper) = stretch.list.target.upper_on(start.day) {
            all += 1;
            within += i64::from(Ratio::whole(start.wait.into()) <= upper);
        }
    }
    if all == 0 {
        return Figure::not_computable(Reason::NoTarget).with_n(0).over(months);
    }
    let share = Figure::quotient(Ratio::whole(within), Ratio::whole(all));
    share.with_n(all).over(months)
}
