//! Stretches of time: of people in a unit, of names, of committees.

/// A first and a last month or day, both included; open where there is no last.
pub type Stretch<T> = (T, Option<T>);

/// Whether two stretches have a month or day in common.
pub fn overlap<T: PartialOrd>(a: Stretch<T>, b: Stretch<T>) -> bool {
    a.1.is_none_or(|to| b.0 <= to) && b.1.is_none_or(|to| a.0 <= to)
}
