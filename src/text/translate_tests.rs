//! Every sentence that is asked for is there in every language, and every sentence that is there is asked for.

use std::collections::BTreeSet;

use super::*;
use crate::text::sources_tests::sources;

/// The keys of a language, and those of the parts under them: `error-exists`, `error-exists.safe`.
fn keys(lang: Lang) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut last = String::new();
    for line in lang.locale().words.iter().flat_map(|it| it.lines()) {
        let Some((name, _)) = line.split_once(" =") else { continue };
        let key = match name.strip_prefix("    .") {
            Some(part) => format!("{last}.{part}"),
            None if name.starts_with(|it: char| it.is_ascii_lowercase()) => {
                name.clone_into(&mut last);
                last.clone()
            }
            None => continue,
        };
        assert!(keys.insert(key.clone()), "{key} stands twice");
    }
    keys
}

/// What stands in quotation marks.
fn quoted(code: &str) -> impl Iterator<Item = &str> {
    let is_key = |text: &&str| {
        text.bytes()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || b"-{}_".contains(&it))
    };
    code.lines().flat_map(|it| it.split('"').skip(1).step_by(2)).filter(is_key)
}

#[test]
fn both_languages_say_the_same_things() {
    for lang in Lang::ALL {
        assert_eq!(keys(lang), keys(Lang::Da));
    }
}

#[test]
fn every_sentence_that_is_asked_for_is_there() {
    let known = keys(Lang::Da);
    let (mut asked, mut missing) = (0, Vec::new());
    for (path, text) in sources() {
        for key in asked_for(&text) {
            asked += 1;
            if !known.contains(key) {
                missing.push(format!("{key} in {path}"));
            }
        }
    }
    assert!(100 < asked, "only {asked} sentences are asked for");
    assert_eq!(missing, Vec::<String>::new());
}

/// Keys written out in calls that look sentences up.
fn asked_for(text: &str) -> impl Iterator<Item = &str> {
    let calls = ["tr(", "tr_with(", "Message::of(", ".done(", ".usage(", "say("];
    let after = calls.into_iter().flat_map(move |call| {
        text.match_indices(call).filter_map(move |it| text.get(it.0 + call.len()..))
    });
    after.filter_map(|rest| {
        let arguments = rest.split([')', ';']).next()?;
        let key = arguments.split('"').nth(1)?;
        let is_key = key.contains('-')
            && key.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
        let whole = is_key && !key.ends_with('-') && !key.starts_with('-');
        whole.then_some(key)
    })
}

#[test]
fn every_sentence_that_is_there_is_asked_for() {
    let sources = sources();
    let quoted: BTreeSet<&str> = sources.iter().flat_map(|it| quoted(&it.1)).collect();
    let known = keys(Lang::Da);
    let unused: Vec<_> =
        known.iter().filter(|it| !it.contains('.') && !is_used(it, &quoted)).collect();
    assert_eq!(unused, Vec::<&String>::new());
}

#[test]
fn a_sentence_that_nothing_asks_for_is_seen() {
    let quoted = BTreeSet::from(["ui-open", "month-{}", "-the", "{key}-hint", "{}-{}"]);
    for used in ["ui-open", "month-7", "ui-open-the", "ui-open-hint"] {
        assert!(is_used(used, &quoted), "{used}");
    }
    for unused in ["ui-close", "ui-close-the", "monthly", "ui-close-hint"] {
        assert!(!is_used(unused, &quoted), "{unused}");
    }
}

/// A key stands as a whole, with an ending of its own, or is put together from one that names its family:
/// `month-{}` or `month-`. An ending `{key}-hint` is of a key that is used.
fn is_used(key: &str, quoted: &BTreeSet<&str>) -> bool {
    let ending = |(at, _): (usize, char)| {
        let (stem, ending) = key.split_at_checked(at).unwrap_or_default();
        let spelled = format!("{{key}}{ending}");
        (quoted.contains(ending) || quoted.contains(spelled.as_str())) && is_used(stem, quoted)
    };
    let family = |text: &&str| {
        let (family, rest) = text.split_once('{').unwrap_or((text, ""));
        let end = rest.rsplit_once('}').map_or("", |it| it.1);
        let middle = key.strip_prefix(family).and_then(|it| it.strip_suffix(end));
        3 < family.len() && family.ends_with('-') && middle.is_some_and(|it| !it.is_empty())
    };
    quoted.contains(key)
        || quoted.iter().any(family)
        || key.char_indices().filter(|it| it.1 == '-').any(ending)
}

/// Of a message in three parts, asking for the sentence alone would lose what is safe and what to do.
#[test]
fn a_message_in_parts_is_asked_for_whole() {
    let known = keys(Lang::Da);
    let is_whole =
        |key: &str| !["safe", "advice"].iter().any(|it| known.contains(&format!("{key}.{it}")));
    let mut lost = Vec::new();
    for (path, text) in sources() {
        for call in ["tr(", "tr_with("] {
            for (at, _) in text.match_indices(call) {
                let arguments = text.get(at..).unwrap_or_default().split([')', ';']).next();
                let key = arguments.and_then(|it| it.split('"').nth(1)).unwrap_or_default();
                if !is_whole(key) {
                    lost.push(format!("{key} in {path}"));
                }
            }
        }
    }
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn every_sentence_can_be_read() {
    for source in Lang::ALL.into_iter().flat_map(|it| it.locale().words) {
        let errors = FluentResource::try_new((*source).to_owned()).err().map(|it| it.1);
        assert_eq!(errors, None);
    }
}

#[test]
fn counts_choose_the_right_word() {
    let places = |n: i64| tr_with(Lang::Da, "remark-hidden-rows", &[("count", n.into())]);
    assert_eq!(places(1), "En skjult række er læst med.");
    assert_eq!(places(4), "4 skjulte rækker er læst med.");
}
