//! The same figure of every unit that has it: a panel a unit, all on one scale.

use super::about::{About, Choices, Offer, Origin};
use crate::chart::{At, Chart, Series, kinds};
use crate::domain::{Month, UnitId};
use crate::measure::{Key, Ratio, series};
use crate::text::{Arg, dates, figures};
use crate::trends::facts::complete;
use crate::trends::figure::{shown, unit_word};
use crate::trends::points::point;
use crate::trends::subject::Subject;
use crate::trends::surroundings::{bands, blank, measured, named, shared_marks};

pub const PANELS: About = About {
    name: "panels",
    choices: Choices::FigureAndMonth,
    is_internal: false,
    offer: Offer::Under { caseload: Some(5), waiting: Some(4) },
    draw: chart,
};

/// `None` where fewer than two units have the figure.
fn chart(subject: &Subject<'_>, key: Key, first: Month) -> Option<(Chart, Origin)> {
    let others = subject
        .snapshot
        .units()
        .filter_map(|it| Subject::at(subject.snapshot, it.id, subject.lang(), subject.last));
    let all: Vec<(Subject<'_>, Series)> = others
        .filter_map(|other| {
            let series = panel(&other, key, first)?;
            Some((other, series))
        })
        .collect();
    let begins =
        |panel: &(Subject<'_>, Series)| panel.1.points.first().and_then(|it| it.at.month());
    let first = all.iter().filter_map(begins).min()?;
    if all.len() < 2 {
        return None;
    }
    let targets = all.iter().enumerate().flat_map(|(place, (subject, _))| {
        let own = bands(subject, key, first);
        own.into_iter().map(move |it| crate::chart::TargetBand { series: Some(place), ..it })
    });
    let chart = Chart {
        title: title(subject, key, &all),
        subtitle: measured(subject, key),
        bands: targets.collect(),
        marks: shared_marks(subject),
        series: all.iter().map(|it| it.1.clone()).collect(),
        ..blank(subject, kinds::PANELS, first)
    };
    let units: Vec<UnitId> = all.iter().map(|it| it.0.data.id).collect();
    Some((chart, Origin::Units(units)))
}

fn panel(subject: &Subject<'_>, key: Key, first: Month) -> Option<Series> {
    let mut months = series(&subject.measure, key, first, subject.last);
    let begins = months.iter().position(|(_, figure)| complete(figure).is_some())?;
    months.drain(..begins);
    let points =
        months.iter().map(|(month, figure)| point(subject, key, At::Month(*month), figure));
    Some(Series {
        name: subject.name().to_owned(),
        unit: figures::unit_word(subject.display, key),
        color: subject.color,
        points: points.collect(),
    })
}

/// Which unit has the most in the last month, where two or more have a figure.
fn title(subject: &Subject<'_>, key: Key, all: &[(Subject<'_>, Series)]) -> String {
    let value = |it: &Subject<'_>| -> Option<Ratio> { complete(&it.facts().figure(key)) };
    let known = || all.iter().filter(|it| value(&it.0).is_some());
    let highest = known().max_by(|a, b| value(&a.0).cmp(&value(&b.0)));
    let Some((highest, _)) = highest.filter(|_| 1 < known().count()) else {
        return subject.words("trends-panels", &[("figure", named(subject, key).into())]);
    };
    let figure = highest.facts().figure(key);
    let unit = unit_word(subject.display, key, &figure);
    let told = format!("{} {unit}", shown(subject.display, key, &figure));
    let args: [(&str, Arg<'_>); 4] = [
        ("figure", figures::label(subject.lang(), key).into()),
        ("unit", highest.name().into()),
        ("value", told.trim().into()),
        ("month", dates::month(subject.lang(), subject.last).into()),
    ];
    subject.words("trends-panels-highest", &args)
}
