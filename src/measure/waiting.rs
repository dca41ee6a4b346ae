//! How long those have waited who wait at the snapshot.

use super::bands::Distribution;
use super::started::{of_bands, of_waits};
use super::waiting_list::{WaitingList, median, ninth_decile};
use super::{Figure, Figures, Key, Ratio, Reason};
use crate::domain::{BandKind, Month, UnitField};

pub(super) fn figures(list: &WaitingList<'_>, month: Month) -> Figures {
    let mut figures = Figures::default();
    if list.covers(month).is_some() {
        from_register(list, month, &mut figures);
    } else {
        from_typed(list, month, &mut figures);
    }
    figures
}

fn from_register(list: &WaitingList<'_>, month: Month, figures: &mut Figures) {
    let mut waits = list.register.as_ref().map_or_else(Vec::new, |it| it.waiting(month.last_day()));
    waits.sort_unstable();
    let n = i64::try_from(waits.len()).unwrap_or(i64::MAX);
    figures.push(Key::Waiting, Figure::count(n));
    let sum = waits.iter().map(|it| i64::from(*it)).sum();
    let mean = Figure::of(Ratio::whole(sum).over(Ratio::whole(n.max(1))));
    let longest = waits.last().copied().unwrap_or(0);
    let somebody = |figure: Figure| {
        if n == 0 {
            return Figure::not_computable(Reason::NobodyWaiting).with_n(0);
        }
        figure.with_n(n)
    };
    figures.push(Key::WaitSoFarMean, somebody(mean));
    for (key, p) in [(Key::WaitSoFarMedian, median()), (Key::WaitSoFarP90, ninth_decile())] {
        figures.push(key, of_waits(&waits, p, Reason::NobodyWaiting));
    }
    figures.push(Key::WaitSoFarLongest, somebody(Figure::count(longest.into())));
    let within = match list.target.upper_on(month.last_day()) {
        None => Figure::not_computable(Reason::NoTarget),
        Some(upper) => {
            let within = waits.iter().filter(|it| Ratio::whole((**it).into()) <= upper);
            let within = i64::try_from(within.count()).unwrap_or(i64::MAX);
            Figure::quotient(Ratio::whole(within), Ratio::whole(n.max(1)))
        }
    };
    figures.push(Key::WithinTargetWaiting, somebody(within));
}

/// What was typed for the month about those waiting.
struct Typed {
    waiting: Option<i64>,
    bands: Option<Distribution>,
    mean: Option<i64>,
    longest: Option<i64>,
}

/// The mean and the median alone, in a month that no register covers.
pub(super) fn mean_and_median(list: &WaitingList<'_>, month: Month) -> [Figure; 2] {
    let typed = Typed::of(list, month);
    [typed.single(typed.mean.map(Ratio::thousandths)), typed.quantile(median())]
}

fn from_typed(list: &WaitingList<'_>, month: Month, figures: &mut Figures) {
    let typed = Typed::of(list, month);
    let missing = || Figure::missing(Reason::NotReported);
    figures.push(Key::Waiting, typed.waiting.map_or_else(missing, Figure::count));
    let mean = typed.mean.map(Ratio::thousandths);
    figures.push(Key::WaitSoFarMean, typed.single(mean));
    let longest = typed.single(typed.longest.map(Ratio::whole));
    let mut rest = vec![
        (Key::WaitSoFarMedian, typed.quantile(median())),
        (Key::WaitSoFarP90, typed.quantile(ninth_decile())),
    ];
    // Where everything is typed, the two typed figures stand together.
    let place = if list.register.is_some() { rest.len() } else { 0 };
    rest.insert(place, (Key::WaitSoFarLongest, longest));
    for (key, figure) in rest {
        figures.push(key, figure);
    }
    figures.push(Key::WithinTargetWaiting, typed.within_target());
}

impl Typed {
    fn of(list: &WaitingList<'_>, month: Month) -> Self {
        let typed = |field| list.data.typed(month, field);
        let bands = list.bands(month, BandKind::Waiting);
        Self {
            waiting: typed(UnitField::Waiting),
            bands: bands.and_then(|it| Distribution::sum([it])),
            mean: typed(UnitField::WaitSoFarMean),
            longest: typed(UnitField::WaitLongest),
        }
    }

    fn nobody(&self) -> Option<Figure> {
        let figure = Figure::not_computable(Reason::NobodyWaiting).with_n(0);
        (self.waiting == Some(0)).then_some(figure)
    }

    fn is_blank(&self) -> bool {
        self.waiting.or(self.mean).or(self.longest).is_none() && self.bands.is_none()
    }

    fn n(&self) -> Option<i64> {
        let in_bands = || self.bands.as_ref().map(Distribution::total);
        self.waiting.or_else(in_bands)
    }

    fn single(&self, value: Option<Ratio>) -> Figure {
        let nobody = self.nobody();
        let figure = nobody.unwrap_or_else(|| match value {
            Some(_) => Figure::of(value),
            None if self.bands.is_some() => Figure::not_computable(Reason::BandsOnly),
            None if self.is_blank() => Figure::missing(Reason::NotReported),
            None => Figure::missing(Reason::MeanNotReported),
        });
        if figure.reason == Some(Reason::NotReported) {
            return figure;
        }
        Figure { n: self.n(), ..figure }
    }

    fn quantile(&self, p: Ratio) -> Figure {
        let nobody = self.nobody();
        nobody.unwrap_or_else(|| match &self.bands {
            Some(bands) => of_bands(Some(bands), p, Reason::NobodyWaiting),
            None if self.is_blank() => Figure::missing(Reason::NotReported),
            None => Figure::not_computable(Reason::TypedMeansOnly),
        })
    }

    /// Bands say "under 8 weeks", the target "at most 56 days": only a register can tell (reading 14).
    fn within_target(&self) -> Figure {
        let nobody = self.nobody();
        nobody.unwrap_or_else(|| {
            if self.is_blank() {
                return Figure::missing(Reason::NotReported);
            }
            Figure::not_computable(Reason::NoRegister)
        })
    }
}
