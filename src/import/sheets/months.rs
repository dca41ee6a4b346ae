//! Names of months in files, Danish and English, whole and cut short.

const NAMES: [&[&str]; 12] = [
    &["januar", "january"],
    &["februar", "february"],
    &["marts", "march"],
    &["april"],
    &["maj", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["december"],
];

/// 1–12 for a name or the first three letters or more of one; `lower` is lower case without a full stop.
pub fn month_named(lower: &str) -> Option<u32> {
    if lower.len() < 3 {
        return None;
    }
    let is_it = |names: &&[&str]| names.iter().any(|it| it.starts_with(lower));
    (1..).zip(NAMES.iter()).find(|it| is_it(it.1)).map(|it| it.0)
}
