//! Our answer beside another package's, and what we answer instead where it is only informative.

use serde_json::{Value, json};

use crate::answer::{FIELDS_NO_LONGER, answer};

struct Tolerance {
    rel: f64,
    abs: f64,
}

/// Paths of everything that differs. An absent field says as little as null.
fn differences(path: &str, ours: &Value, theirs: &Value, by: &Tolerance, out: &mut Vec<String>) {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            for key in b.keys().chain(a.keys().filter(|key| !b.contains_key(*key))) {
                let null = Value::Null;
                let (a, b) = (a.get(key).unwrap_or(&null), b.get(key).unwrap_or(&null));
                differences(&format!("{path}.{key}"), a, b, by, out);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                differences(&format!("{path}[{at}]"), a, b, by, out);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            if (a - b).abs() > by.abs + by.rel * a.abs().max(b.abs()) {
                out.push(format!("{path}: ours {a}, theirs {b}"));
            }
        }
        (a, b) if a == b => {}
        (a, b) => out.push(format!("{path}: ours {a:.60}, theirs {b:.60}")),
    }
}

/// Takes the fields away that nobody answers, wherever they stand.
fn without(fields: &[&str], value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.retain(|name, _| !fields.contains(&name.as_str()));
            object.values_mut().for_each(|value| without(fields, value));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| without(fields, value)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What differs between our answer to a case and this one.
pub fn compare(case: &Value, expected: &Value) -> Vec<String> {
    let tolerance = |name: &str| case["tolerance"][name].as_f64().unwrap();
    let by = Tolerance { rel: tolerance("rel"), abs: tolerance("abs") };
    let mut expected = expected.clone();
    let method = case["method"].as_str().unwrap();
    if let Some((_, fields)) = FIELDS_NO_LONGER.iter().find(|it| it.0 == method) {
        without(fields, &mut expected);
    }
    let mut out = Vec::new();
    match answer(case) {
        Some(Ok(ours)) => differences("", &ours, &expected, &by, &mut out),
        Some(Err(error)) => out.push(format!("refused: {error}")),
        None => out.push("not answered".to_owned()),
    }
    out
}

/// An informative case: what a peer does where we should or may differ.
pub fn informative(name: &str, case: &Value) -> Vec<String> {
    let peer = &case["expected"];
    let mut expected = peer.clone();
    match name {
        // Screening keeps ranges below 3.267 * 0, so none, and the peers have no limits. A process
        // without variation has its limits on the centre line (so has autospc).
        "i-constant20" => {
            for column in ["lcl", "ucl", "lower_2sigma", "upper_2sigma"] {
                let column = expected["points"][column].as_array_mut().unwrap();
                column.fill(json!(7));
            }
        }
        // Best box and cut box are called experimental by their authors and are not offered:
        // the Anhøj rules are used, and the answer says so.
        "run-bestbox-stable24" => {
            expected["runs_method"] = json!({ "asked": "bestbox", "used": "anhoej" });
        }
        "run-cutbox-stable24" => {
            expected["runs_method"] = json!({ "asked": "cutbox", "used": "anhoej" });
        }
        _ => return vec!["an informative case nobody has decided on".to_owned()],
    }
    if compare(case, peer).is_empty() {
        return vec!["no longer differs from the peer".to_owned()];
    }
    compare(case, &expected)
}
