//! `chart`: figures of one unit as a picture, SVG or PNG by the name of the file.

use std::path::Path;

use super::Outcome;
use super::failure::Failure;
use super::session::Session;
use crate::chart::{Chart, png};
use crate::domain::{Month, Snapshot, UnitData};
use crate::export::{PIXELS, chart_svg};
use crate::measure::Key;
use crate::text::{ErrorCode, Message};
use crate::trends::{Drawing, Subject, drawn, first_of_years};

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

impl Session {
    pub(super) fn chart(&self) -> Outcome {
        self.no_names()?;
        let out = self.given.path("out").ok_or_else(|| self.usage("usage-missing", "--out"))?;
        let code = self.text("unit")?.ok_or_else(|| self.usage("usage-missing", "--unit"))?;
        let wanted = self.wanted_chart()?;
        let form = self.picture_form(&out)?;
        let book = self.open()?;
        let snapshot = book.snapshot();
        let chart = self.drawn_chart(snapshot, self.unit(snapshot, code)?, &wanted)?;
        let text = chart_svg(&chart);
        let bytes = match form {
            PictureForm::Svg => text.into_bytes(),
            PictureForm::Png { scale } => png(&text, scale).map_err(|error| {
                let what = error.in_words(self.lang);
                let message = Message { what, ..Message::default() };
                Failure::new(ErrorCode::Refused, message).at(out.display().to_string())
            })?,
        };
        self.write_file(&out, &bytes)
    }

    fn wanted_chart(&self) -> Result<Wanted, Failure> {
        let drawing = match self.text("kind")? {
            None => Drawing::Run,
            Some(name) => Drawing::from_name(name)
                .ok_or_else(|| self.usage_of("usage-chart-kind", name, &drawing_names()))?,
        };
        self.for_drawing(drawing)?;
        let key = match self.text("figure")? {
            None => None,
            Some(name) => Some(
                Key::from_name(name)
                    .filter(|it| it.is_drawable())
                    .ok_or_else(|| self.usage_of("usage-chart-figure", name, &figure_names()))?,
            ),
        };
        let (from, to) = (self.month_option("from")?, self.month_option("to")?);
        if let Some((from, to)) = from.zip(to).filter(|(from, to)| to < from) {
            return Err(self.usage("usage-chart-order", &format!("{from}–{to}")));
        }
        Ok(Wanted { drawing, key, from, to })
    }

    fn drawn_chart(
        &self,
        snapshot: &Snapshot,
        unit: &UnitData,
        wanted: &Wanted,
    ) -> Result<Chart, Failure> {
        let code = &unit.unit.code;
        let nothing = || {
            Failure::new(ErrorCode::Refused, Message::of(self.lang, "cli-chart-empty", &[]))
                .at(code)
        };
        let last = wanted.to.or_else(|| newest(unit)).ok_or_else(nothing)?;
        let subject =
            Subject::at(snapshot, unit.id, self.lang_of(snapshot), last).ok_or_else(nothing)?;
        let first = wanted.from.unwrap_or_else(|| first_of_years(last, YEARS));
        let key = wanted.key.unwrap_or_else(|| {
            if unit.unit.has_caseworkers() { Key::Caseload } else { Key::WaitStartedMedian }
        });
        let drawn = drawn(&subject, wanted.drawing, key, first);
        drawn.map(|it| it.chart).ok_or_else(nothing)
    }

    fn usage_of(&self, key: &str, what: &str, names: &[&str]) -> Failure {
        let args = [("what", what.into()), ("names", names.join(", ").into())];
        Failure::new(ErrorCode::Usage, Message::of(self.lang, key, &args)).at(what)
    }

    fn month_option(&self, option: &str) -> Result<Option<Month>, Failure> {
        let Some(text) = self.text(option)? else {
            return Ok(None);
        };
        let month = Month::parse_iso(text);
        let unclear = || self.usage("usage-month", text).at(format!("--{option}"));
        month.map(Some).ok_or_else(unclear)
    }

    fn picture_form(&self, out: &Path) -> Result<PictureForm, Failure> {
        let scale = self.number("scale")?.unwrap_or_else(|| u64::from(PIXELS));
        let scale = u8::try_from(scale).ok().filter(|it| (1..=3).contains(it));
        let scale = scale.ok_or_else(|| self.usage("usage-chart-scale", "--scale"))?;
        let ending = out.extension().map(|it| it.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("svg") => {
                self.without_effect(&["scale"], "usage-only-png")?;
                Ok(PictureForm::Svg)
            }
            Some("png") => Ok(PictureForm::Png { scale: f32::from(scale) }),
            Some(_) | None => Err(self.usage("usage-chart-out", &out.display().to_string())),
        }
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
