//! Sizes: a file is read in one sitting; and lists of what is left, which may only shrink.

use std::collections::BTreeMap;

use super::assert_none;
use super::house::HOUSE;

const MAX_LINES: usize = 400;

#[test]
fn files_are_readable_in_one_sitting() {
    let lines = HOUSE.sources.values().map(|it| (it, it.text.lines().count()));
    let offences: Vec<String> = lines
        .filter(|(_, n)| MAX_LINES < *n)
        .map(|(it, n)| format!("{}: {n} lines, at most {MAX_LINES}", it.path))
        .collect();
    assert_none(&offences);
}

/// Fails where a room has other than the offences that are listed for it: more are new, fewer want the list shortened.
pub fn may_only_fall(listed: &[(&str, usize)], offences: &[(&str, String)]) {
    let mut rooms: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (room, offence) in offences {
        rooms.entry(room).or_default().push(offence);
    }
    for (room, _) in listed {
        rooms.entry(room).or_default();
    }
    let mut wrong = Vec::new();
    for (room, found) in rooms {
        let still = listed.iter().find(|it| it.0 == room).map_or(0, |it| it.1);
        if found.len() != still {
            let n = found.len();
            wrong.push(format!("{room}: {n} found, {still} listed\n    {}", found.join("\n    ")));
        }
    }
    assert_none(&wrong);
}
