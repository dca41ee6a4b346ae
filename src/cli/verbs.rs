//! Every verb, in the order of the help; and `help`, which tells of them.

use super::failure::Failure;
use super::option::{EVERYWHERE, Opt};
use super::outcome::{Next, Outcome};
use super::session::Session;
use super::verb::Verb;
use super::{
    chart, copies, editions, erase, export, history, import, issue, making, overview, person,
    record, terminal,
};
use crate::text::{tr, tr_with};

pub static VERBS: [&Verb; 18] = [
    &making::DEMO,
    &making::NEW,
    &import::IMPORT,
    &record::RECORD,
    &chart::CHART,
    &overview::OVERVIEW,
    &issue::ISSUE,
    &editions::EDITIONS,
    &export::EXPORT,
    &history::LOG,
    &history::UNDO,
    &history::REDO,
    &person::DISCLOSE,
    &erase::ERASE,
    &copies::CHECK,
    &copies::BACKUP,
    &copies::RESTORE,
    &HELP,
];

static HELP: Verb = Verb { name: "help", options: &[], example: "overview", run: help };

/// All of them, or the one that is named.
fn help(session: &Session) -> Outcome {
    let Some(name) = session.given.names.first() else {
        return Ok(overall(session));
    };
    let name = name.to_string_lossy();
    let verb = VERBS.iter().find(|it| it.name == name);
    let verb = verb.ok_or_else(|| Failure::usage(session.lang, "usage-unknown-verb", &name))?;
    terminal::print(&about(session, verb));
    Ok(Next::Done)
}

/// What `--help` shows, whichever the verb.
pub fn overall(session: &Session) -> Next {
    terminal::print(&format!("{}\n", tr(session.lang, "help")));
    Next::Done
}

/// A verb, its options and an example.
fn about(session: &Session, verb: &Verb) -> String {
    let say = |key: String| tr(session.lang, &key);
    let option = |option: &Opt| {
        let spelled = format!("--{} {}", option.name, option.value.unwrap_or_default());
        format!("{spelled:<26} {}\n", say(format!("option-{}", option.about)))
    };
    let options: String = verb.options.iter().chain(&EVERYWHERE).map(option).collect();
    let line = format!("sagstakt {} {}", verb.name, verb.example);
    let example = tr_with(session.lang, "help-example", &[("line", line.trim_end().into())]);
    let verb = format!("sagstakt {}: {}", verb.name, say(format!("verb-{}", verb.name)));
    format!("{verb}\n\n{options}\n{example}\n{}\n", tr(session.lang, "help-exits"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::window::WINDOW;
    use super::*;
    use crate::text::{ErrorCode, Lang};

    #[test]
    fn the_help_names_every_command_and_option() {
        for lang in Lang::ALL {
            let help = tr(lang, "help");
            for verb in VERBS.into_iter().chain([&WINDOW]) {
                for option in verb.options {
                    let spelled = format!("--{}", option.name);
                    assert!(help.contains(&spelled), "{} {spelled}", verb.name);
                }
            }
            for verb in VERBS.iter().filter(|it| it.name != "help") {
                assert!(help.contains(&format!("\n{} ", verb.name)), "{}", verb.name);
            }
        }
    }

    #[test]
    fn every_verb_and_option_is_told_of_and_named_once() {
        let names: BTreeSet<&str> = VERBS.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), VERBS.len());
        for (lang, verb) in Lang::ALL.into_iter().flat_map(|it| VERBS.map(|verb| (it, verb))) {
            let options = verb.options.iter().chain(&EVERYWHERE);
            let names: BTreeSet<&str> = options.clone().map(|it| it.name).collect();
            assert_eq!(names.len(), options.clone().count(), "{}", verb.name);
            for key in options
                .map(|it| format!("option-{}", it.about))
                .chain([format!("verb-{}", verb.name)])
            {
                assert_ne!(tr(lang, &key), key);
            }
        }
    }

    #[test]
    fn an_example_is_understood() {
        for verb in VERBS {
            let line = format!("{} {}", verb.name, verb.example);
            let words = shlex::split(&line).unwrap().into_iter().map(Into::into);
            let (found, _) = super::super::parse::split(words, &VERBS, &WINDOW).unwrap();
            assert_eq!(found.name, verb.name);
        }
    }

    #[test]
    fn every_exit_code_is_told() {
        for lang in Lang::ALL {
            let exits = tr(lang, "help-exits");
            for code in [
                ErrorCode::Usage,
                ErrorCode::Refused,
                ErrorCode::Held,
                ErrorCode::Damaged,
                ErrorCode::Disk,
            ] {
                assert!(
                    exits.contains(&format!(" {} ", code.exit()))
                        || exits.contains(&format!("\n{} ", code.exit()))
                );
            }
        }
    }
}
