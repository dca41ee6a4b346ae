//! Reading the fields of a case: whole, decimal and exact numbers, days, and rows in time order.

use sagstakt::domain::Day;
use sagstakt::measure::Ratio;
use serde_json::Value;

pub type Read<T> = Result<T, String>;

/// The fields a case, or one part of it, gives.
#[derive(Clone, Copy)]
pub struct Input<'a>(pub &'a Value);

impl<'a> Input<'a> {
    /// A field that is there and not null.
    pub fn get(self, field: &str) -> Option<&'a Value> {
        self.0.get(field).filter(|value| !value.is_null())
    }

    pub fn has(self, field: &str) -> bool {
        self.get(field).is_some()
    }

    fn required(self, field: &str) -> Read<&'a Value> {
        self.get(field).ok_or_else(|| format!("field is missing: {field}"))
    }

    pub fn options(self) -> Self {
        Self(self.get("options").unwrap_or(&Value::Null))
    }

    pub fn list(self, field: &str) -> Read<&'a [Value]> {
        let list = self.required(field)?.as_array();
        list.map(Vec::as_slice).ok_or_else(|| format!("no list: {field}"))
    }

    pub fn number(self, field: &str) -> Read<f64> {
        self.required(field)?.as_f64().ok_or_else(|| format!("no number: {field}"))
    }

    pub fn count(self, field: &str) -> Read<usize> {
        let count = self.required(field)?.as_u64().and_then(|n| usize::try_from(n).ok());
        count.ok_or_else(|| format!("no whole number from 0: {field}"))
    }

    /// Whether a switch is set; an absent one is.
    pub fn is_on(self, field: &str) -> bool {
        self.get(field).is_none_or(|value| value == &Value::Bool(true))
    }

    /// Numbers of a list that may be absent.
    pub fn counts(self, field: &str) -> Read<Vec<usize>> {
        if !self.has(field) {
            return Ok(Vec::new());
        }
        let count = |value: &Value| value.as_u64().and_then(|n| usize::try_from(n).ok());
        let counts = self.list(field)?.iter().map(count).collect::<Option<_>>();
        counts.ok_or_else(|| format!("not whole numbers from 0: {field}"))
    }

    pub fn numbers(self, field: &str) -> Read<Vec<f64>> {
        let numbers = self.list(field)?.iter().map(Value::as_f64).collect::<Option<_>>();
        numbers.ok_or_else(|| format!("not numbers: {field}"))
    }

    /// Numbers with gaps.
    pub fn gapped(self, field: &str) -> Read<Vec<Option<f64>>> {
        Ok(self.list(field)?.iter().map(Value::as_f64).collect())
    }

    /// A column, or one number for all of `len` rows.
    pub fn column(self, field: &str, len: usize) -> Read<Vec<f64>> {
        self.number(field).map(|number| vec![number; len]).or_else(|_| self.numbers(field))
    }

    /// Numbers as they are written, gaps left out: no rounding stands between a case and us.
    pub fn exact(self, field: &str) -> Read<Vec<Ratio>> {
        let known = self.list(field)?.iter().filter(|value| !value.is_null());
        let exact: Option<Vec<Ratio>> = known.map(|value| decimal(&value.to_string())).collect();
        exact.ok_or_else(|| format!("not decimals: {field}"))
    }

    /// Days, `None` for what has not happened.
    pub fn days(self, field: &str) -> Read<Vec<Option<Day>>> {
        let day = |value: &Value| match value.as_str() {
            Some(text) => Day::parse_iso(text).map(Some).ok_or_else(|| format!("no day: {text}")),
            None => Ok(None),
        };
        self.list(field)?.iter().map(day).collect()
    }

    pub fn day(self, field: &str) -> Read<Day> {
        let text = self.required(field)?.as_str();
        text.and_then(Day::parse_iso).ok_or_else(|| format!("no day: {field}"))
    }

    /// The rows of a case in time order; two rows for one period are refused.
    pub fn order(self, len: usize) -> Read<Vec<usize>> {
        let mut order: Vec<usize> = (0..len).collect();
        if !self.has("x") {
            return Ok(order);
        }
        let periods = self.list("x")?;
        if periods.len() != len {
            return Err("x is not as long as the values".to_owned());
        }
        let before = |a: &usize, b: &usize| match (&periods[*a], &periods[*b]) {
            (Value::String(a), Value::String(b)) => a.cmp(b),
            (a, b) => a.as_f64().unwrap_or(f64::NAN).total_cmp(&b.as_f64().unwrap_or(f64::NAN)),
        };
        order.sort_by(before);
        let twice = order.windows(2).find(|pair| before(&pair[0], &pair[1]).is_eq());
        if let Some(pair) = twice {
            return Err(format!("two rows for {}", periods[pair[0]]));
        }
        Ok(order)
    }
}

/// "12.5" as 25/2; also "1e-7".
fn decimal(text: &str) -> Option<Ratio> {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let exponent = exponent.parse::<i32>().ok()? - i32::try_from(part.len()).ok()?;
    let number: i128 = format!("{whole}{part}").parse().ok()?;
    let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
    if exponent < 0 { Ratio::new(number, power) } else { Ratio::new(number.checked_mul(power)?, 1) }
}

/// The least power of ten that makes all of them whole, and them times it: what is counted in
/// whole days or weeks is then counted in parts of them.
pub fn whole(numbers: &[Ratio]) -> Read<(Ratio, Vec<i32>)> {
    for places in 0..9 {
        let scale = Ratio::whole(10_i64.pow(places));
        let scaled = numbers.iter().map(|number| number.times(scale));
        let whole = scaled.map(|it| i32::try_from(it.filter(Ratio::is_whole)?.numerator()).ok());
        if let Some(whole) = whole.collect() {
            return Ok((scale, whole));
        }
    }
    Err("numbers of too many digits".to_owned())
}
