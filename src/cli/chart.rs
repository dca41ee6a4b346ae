//! `chart`: figures of one unit as a picture, SVG or PNG by the name of the file.

use std::path::Path;

use super::asked::month;
use super::effect::{for_drawing, without_effect};
use super::failure::Failure;
use super::option::{DB, Opt, UNIT};
use super::outcome::Outcome;
use super::session::Session;
use super::verb::Verb;
use super::written::write_file;
use crate::chart::{Chart, png};
use crate::domain::{Month, Snapshot, UnitData};
use crate::export::{PIXELS, chart_svg};
use crate::measure::Key;
use crate::text::{ErrorCode, Message};
use crate::trends::{Drawing, Subject, drawn, first_of_years};

pub static CHART: Verb = Verb {
    name: "chart",
    options: &[
        DB,
        UNIT,
        Opt::with("figure", "caseload"),
        Opt::with("from", "2023-01").about("from-month"),
        Opt::with("to", "2026-10").about("to-month"),
        Opt::with("kind", "bars"),
        Opt::with("scale", "2"),
        Opt::with("out", "sager.svg").about("out-picture"),
    ],
    example: "--db bog.sagstakt --unit FTI --out sager.svg",
    run: chart,
};

/// Years drawn unless told otherwise.
const YEARS: i32 = 3;

/// What was asked for.
struct Wanted {
    drawing: Drawing,
    /// `None` is the unit's first figure.
    key: Option<Key>,
    from: Option<Month>,
    to: Option<Month>,
}

fn chart(session: &Session) -> Outcome {
    session.no_names()?;
    let out = session.needed_path("out")?;
    let code = session.needed("unit")?;
    let wanted = wanted_chart(session)?;
    let form = picture_form(session, &out)?;
    let book = session.open()?;
    let snapshot = book.snapshot();
    let chart = drawn_chart(session, snapshot, session.unit(snapshot, code)?, &wanted)?;
    let text = chart_svg(&chart);
    let bytes = match form {
        PictureForm::Svg => text.into_bytes(),
        PictureForm::Png { scale } => png(&text, scale).map_err(|error| {
            let what = error.in_words(session.lang);
            let message = Message { what, ..Message::default() };
            Failure::new(ErrorCode::Refused, message).at(out.display().to_string())
        })?,
    };
    write_file(session, &out, &bytes)
}

fn wanted_chart(session: &Session) -> Result<Wanted, Failure> {
    let drawing = match session.text("kind")? {
        None => Drawing::Run,
        Some(name) => Drawing::from_name(name)
            .ok_or_else(|| usage_of(session, "usage-chart-kind", name, &drawing_names()))?,
    };
    for_drawing(session, drawing)?;
    let key = match session.text("figure")? {
        None => None,
        Some(name) => Some(
            Key::from_name(name)
                .filter(|it| it.is_drawable())
                .ok_or_else(|| usage_of(session, "usage-chart-figure", name, &figure_names()))?,
        ),
    };
    let (from, to) = (month(session, "from")?, month(session, "to")?);
    if let Some((from, to)) = from.zip(to).filter(|(from, to)| to < from) {
        return Err(session.usage("usage-chart-order", &format!("{from}–{to}")));
    }
    Ok(Wanted { drawing, key, from, to })
}

fn drawn_chart(
    session: &Session,
    snapshot: &Snapshot,
    unit: &UnitData,
    wanted: &Wanted,
) -> Result<Chart, Failure> {
    let code = &unit.unit.code;
    let nothing = || session.refused(ErrorCode::Refused, "cli-chart-empty", &[]).at(code);
    let last = wanted.to.or_else(|| newest(unit)).ok_or_else(nothing)?;
    let subject =
        Subject::at(snapshot, unit.id, session.lang_of(snapshot), last).ok_or_else(nothing)?;
    let first = wanted.from.unwrap_or_else(|| first_of_years(last, YEARS));
    let key = wanted.key.unwrap_or_else(|| {
        if unit.unit.has_caseworkers() { Key::Caseload } else { Key::WaitStartedMedian }
    });
    let drawn = drawn(&subject, wanted.drawing, key, first);
    drawn.map(|it| it.chart).ok_or_else(nothing)
}

fn usage_of(session: &Session, key: &str, what: &str, names: &[&str]) -> Failure {
    let args = [("what", what.into()), ("names", names.join(", ").into())];
    session.refused(ErrorCode::Usage, key, &args).at(what)
}

fn picture_form(session: &Session, out: &Path) -> Result<PictureForm, Failure> {
    let scale = session.number("scale")?.unwrap_or_else(|| u64::from(PIXELS));
    let scale = u8::try_from(scale).ok().filter(|it| (1..=3).contains(it));
    let scale = scale.ok_or_else(|| session.usage("usage-chart-scale", "--scale"))?;
    let ending = out.extension().map(|it| it.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("svg") => {
            without_effect(session, &["scale"], "usage-only-png")?;
            Ok(PictureForm::Svg)
        }
        Some("png") => Ok(PictureForm::Png { scale: f32::from(scale) }),
        Some(_) | None => Err(session.usage("usage-chart-out", &out.display().to_string())),
    }
}

enum PictureForm {
    Svg,
    Png { scale: f32 },
}

fn drawing_names() -> Vec<&'static str> {
    Drawing::ALL.map(Drawing::name).into()
}

fn figure_names() -> Vec<&'static str> {
    Key::ALL.into_iter().filter(|it| it.is_drawable()).map(Key::name).collect()
}

fn newest(unit: &UnitData) -> Option<Month> {
    let register = unit.register_span().map(|it| it.1);
    [unit.last_typed_month(), register].into_iter().flatten().max()
}
