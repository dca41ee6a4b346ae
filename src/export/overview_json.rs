//! An overview as JSON: values in full, and beside them how they are shown in Danish.

use serde::Serializer as _;
use serde_json::{Map, Number, Value, json};

use crate::domain::Period;
use crate::measure::{
    Changes, Difference, Figure, Figures, Key, MoreThanChance, Note, Ratio, Reason, Side, Signal,
};
use crate::report::{Overview, UnitOverview};
use crate::text::{Display, Lang, figures, signals};

/// `shown` is always Danish, with the standard settings.
const SHOWN: Display = Display { lang: Lang::Da, wait: crate::text::WaitUnit::Weeks };

/// A list with an object a unit, and last one with unit `*` for all units together.
pub fn overview_json(overview: &Overview) -> Value {
    objects(overview).collect()
}

/// The same as text, indented. An object is gone once it is written: a nation's are a hundred megabytes.
pub fn overview_json_text(overview: &Overview) -> Vec<u8> {
    let mut text = Vec::new();
    let mut writer = serde_json::Serializer::pretty(&mut text);
    // Text, numbers and lists into memory: writing them cannot fail.
    let _written = writer.collect_seq(objects(overview));
    text.push(b'\n');
    text
}

fn objects(overview: &Overview) -> impl Iterator<Item = Value> + '_ {
    let period = overview.period;
    let units = overview.units.iter().map(move |it| unit_json(period, it));
    let all = overview.all_units.iter().map(move |figures| {
        let mut object = heading(period, "*");
        object.insert("figures".to_owned(), figures_json(period, figures));
        Value::Object(object)
    });
    units.chain(all)
}

fn heading(period: Period, unit: &str) -> Map<String, Value> {
    let name = match period {
        Period::Month(_) => "month",
        Period::Quarter(_) => "quarter",
        Period::HalfYear(_) => "half_year",
        Period::Year(_) => "year",
    };
    let mut object = Map::new();
    object.insert(name.to_owned(), period.to_string().into());
    object.insert("unit".to_owned(), unit.into());
    object
}

fn unit_json(period: Period, unit: &UnitOverview) -> Value {
    let mut object = heading(period, &unit.code);
    object.insert("name".to_owned(), unit.name.as_str().into());
    object.insert("figures".to_owned(), figures_json(period, &unit.figures));
    object.insert("change".to_owned(), changes_json(&unit.changes));
    object.insert("signal".to_owned(), signals_json(&unit.signals));
    Value::Object(object)
}

fn figures_json(period: Period, figures: &Figures) -> Value {
    let figure = |(key, figure): (Key, &Figure)| {
        let object = figure_json(period, key, figure);
        (key.name().to_owned(), Value::Object(object))
    };
    Value::Object(figures.iter().map(figure).collect())
}

fn figure_json(period: Period, key: Key, figure: &Figure) -> Map<String, Value> {
    let mut object = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            object.insert(name.to_owned(), value);
        }
    };
    let errors = figure.errors.as_ref().map(|it| errors_json(it));
    let value = errors.or_else(|| figure.value.map(number));
    put("value", Some(value.unwrap_or(Value::Null)));
    put("status", Some(figure.status.name().into()));
    put("reason", Some(figure.reason.map(Reason::name).into()));
    let text = figures::note(SHOWN.lang, figure).map(Value::from);
    let place = TextPlace::of(figure);
    put("text", text.clone().filter(|_| place == TextPlace::First));
    put("numerator", figure.numerator.map(number));
    put("denominator", figure.denominator.map(number));
    put("n", figure.n.map(Value::from));
    put("events", figure.events.map(Value::from));
    if let Some(parts) = figure.parts {
        put("allocated", Some(parts.allocated.into()));
        put("unallocated", Some(parts.unallocated.into()));
    }
    put("target", figure.target.map(number));
    put("months", by_month_json(figure));
    put("above_days", figure.above_days.map(Value::from));
    put("approximate", figure.approximate.then_some(Value::Bool(true)));
    put("text", text.clone().filter(|_| place == TextPlace::Middle));
    let months = figure.months.filter(|_| !matches!(period, Period::Month(_)));
    put("months_used", months.map(|it| it.used.into()));
    put("months_expected", months.map(|it| it.expected.into()));
    put("text", text.filter(|_| place == TextPlace::Last));
    if key != Key::TransferError {
        put("shown", Some(figures::shown(SHOWN, key, figure).into()));
    }
    object
}

/// Where the words stand among the other fields: a reader of the file meets them where they matter.
#[derive(PartialEq, Eq)]
enum TextPlace {
    First,
    Middle,
    Last,
}

impl TextPlace {
    fn of(figure: &Figure) -> Self {
        let has_basis = figure.numerator.is_some() || figure.n.is_some();
        match figure.note {
            Some(Note::AboveWeeks(_) | Note::NoStarts) => Self::Middle,
            Some(Note::Months(_)) if has_basis => Self::Last,
            Some(Note::Months(_) | Note::Caseworkers { .. } | Note::CasesWithoutFte(_)) | None => {
                Self::First
            }
        }
    }
}

fn errors_json(errors: &[(crate::domain::Month, i64)]) -> Value {
    let errors = errors.iter();
    errors.map(|(month, value)| json!({ "month": month.to_string(), "value": value })).collect()
}

fn by_month_json(figure: &Figure) -> Option<Value> {
    let months = figure.by_month.iter();
    let months = months.map(|(month, value)| (month.to_string(), value.map(number).into()));
    (!figure.by_month.is_empty()).then(|| Value::Object(months.collect()))
}

fn changes_json(changes: &[(Key, Changes)]) -> Value {
    let change = |(key, changes): &(Key, Changes)| {
        let value = json!({
            "same_half_last_year": difference_json(&changes.same_last_year),
            "previous_half": difference_json(&changes.previous),
        });
        (key.name().to_owned(), value)
    };
    Value::Object(changes.iter().map(change).collect())
}

fn difference_json(difference: &Difference) -> Value {
    let mut object = Map::new();
    let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
    put("abs", difference.abs.map(number).into());
    put("pct", difference.pct.map(number).into());
    put("status", difference.status.name().into());
    put("reason", difference.reason.map(Reason::name).into());
    if let Some(day) = difference.series_break {
        put("series_break", day.to_string().into());
    }
    // Nothing where chance could not be judged.
    let comparison = &difference.comparison;
    if comparison.more_than_chance != MoreThanChance::Unknown {
        put("more_than_chance", (comparison.more_than_chance == MoreThanChance::Yes).into());
        put("p", comparison.p.into());
        if let Some(interval) = comparison.interval() {
            put("ratio_interval", json!([interval.lower, interval.upper]));
        }
    }
    Value::Object(object)
}

fn signals_json(signals: &[(Key, Signal)]) -> Value {
    let signal = |(key, signal): &(Key, Signal)| (key.name().to_owned(), signal_json(*key, signal));
    Value::Object(signals.iter().map(signal).collect())
}

/// What the runs were is left out where they cannot be judged.
fn signal_json(key: Key, signal: &Signal) -> Value {
    let mut object = Map::new();
    let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
    put("from_month", signal.from_month.to_string().into());
    put("to_month", signal.to_month.to_string().into());
    put("n", signal.n.into());
    put("n_useful", signal.n_useful.into());
    put("median", signal.median.map(number).into());
    if signal.reason.is_none() {
        put("longest_run", signal.longest_run.into());
        put("longest_run_max", signal.longest_run_max.into());
        put("crossings", signal.crossings.into());
        put("crossings_min", signal.crossings_min.into());
        put("shift", signal.shift().into());
        put("too_few_crossings", signal.too_few_crossings().into());
    }
    put("signal", signal.flag().into());
    if let Some(reason) = signal.reason {
        put("reason", reason.name().into());
    }
    // The months a shift rests on, and the whole of it in words.
    if let Some(run) = signal.run.filter(|_| signal.is_given() && signal.shift()) {
        let side = match run.side {
            Side::Above => "above",
            Side::Below => "below",
        };
        put("run_from", run.first.to_string().into());
        put("run_to", run.last.to_string().into());
        put("side", side.into());
    }
    put("sentence", signals::sentence(SHOWN.lang, key, signal).into());
    Value::Object(object)
}

/// Whole numbers without a point, all others as the nearest floating-point number.
fn number(value: Ratio) -> Value {
    let whole = i64::try_from(value.numerator()).ok().filter(|_| value.is_whole());
    whole.map_or_else(
        || Number::from_f64(value.as_f64()).map_or(Value::Null, Value::Number),
        Value::from,
    )
}
