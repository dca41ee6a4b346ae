//! What was typed on the command line, split into a verb, names and options; nothing is understood yet.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// Why the line could not even be split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    UnknownVerb(String),
    UnknownOption { verb: String, option: String },
    ValueMissing(String),
    ValueNotText(String),
    TooMany(String),
}

/// A verb with the options it takes; `true` where one is followed by a value.
struct Verb {
    name: &'static str,
    options: &'static [(&'static str, bool)],
}

/// Understood by every verb.
const EVERYWHERE: &[(&str, bool)] = &[("lang", true), ("json", false), ("help", false)];

const VERBS: &[Verb] = &[
    Verb {
        name: "demo",
        options: &[("out", true), ("page", true), ("theme", true), ("size", true)],
    },
    Verb { name: "new", options: &[("empty", false)] },
    Verb {
        name: "import",
        options: &[
            ("db", true),
            ("dry-run", false),
            ("keep", false),
            ("replace", false),
            ("create", false),
            ("accept-partial", false),
            ("mapping", true),
            ("sheet", true),
            ("reason", true),
            ("wait", true),
            ("take-over", false),
        ],
    },
    Verb {
        name: "record",
        options: &[
            ("db", true),
            ("unit", true),
            ("month", true),
            ("caseworker", true),
            ("reason", true),
            ("wait", true),
            ("take-over", false),
            ("ack-file", true),
        ],
    },
    Verb {
        name: "overview",
        options: &[
            ("db", true),
            ("half", true),
            ("month", true),
            ("quarter", true),
            ("year", true),
            ("unit", true),
            ("profile", true),
            ("format", true),
            ("dialect", true),
            ("out", true),
            ("committee", true),
            ("meeting", true),
            ("case-number", true),
            ("assessments", true),
            ("order", true),
            ("edition", true),
        ],
    },
    Verb {
        name: "issue",
        options: &[
            ("db", true),
            ("half", true),
            ("committee", true),
            ("meeting", true),
            ("case-number", true),
            ("assessments", true),
            ("order", true),
            ("reason", true),
            ("wait", true),
            ("take-over", false),
        ],
    },
    Verb {
        name: "editions",
        options: &[
            ("db", true),
            ("half", true),
            ("committee", true),
            ("diff", true),
            ("withdraw", true),
            ("reason", true),
            ("wait", true),
            ("take-over", false),
        ],
    },
    Verb {
        name: "chart",
        options: &[
            ("db", true),
            ("unit", true),
            ("figure", true),
            ("from", true),
            ("to", true),
            ("kind", true),
            ("scale", true),
            ("out", true),
        ],
    },
    Verb {
        name: "export",
        options: &[("db", true), ("out", true), ("dialect", true), ("profile", true)],
    },
    Verb {
        name: "log",
        options: &[
            ("db", true),
            ("entry", true),
            ("last", true),
            ("format", true),
            ("dialect", true),
            ("out", true),
        ],
    },
    Verb {
        name: "undo",
        options: &[
            ("db", true),
            ("entry", true),
            ("to", true),
            ("reason", true),
            ("wait", true),
            ("take-over", false),
        ],
    },
    Verb {
        name: "disclose",
        options: &[("db", true), ("caseworker", true), ("unit", true), ("out", true)],
    },
    Verb {
        name: "erase",
        options: &[
            ("db", true),
            ("caseworker", true),
            ("unit", true),
            ("wait", true),
            ("take-over", false),
        ],
    },
    Verb { name: "redo", options: &[("db", true), ("wait", true), ("take-over", false)] },
    Verb { name: "check", options: &[("db", true), ("entries-at-least", true)] },
    Verb { name: "backup", options: &[("db", true), ("out", true)] },
    Verb {
        name: "restore",
        options: &[("db", true), ("from", true), ("wait", true), ("take-over", false)],
    },
    Verb { name: "help", options: &[] },
];

/// What is meant when no verb is named.
static WINDOW: Verb =
    Verb { name: "window", options: &[("page", true), ("theme", true), ("size", true)] };

/// The line, split.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// `window` when no verb was named.
    pub verb: String,
    pub names: Vec<OsString>,
    options: BTreeMap<String, OsString>,
}

impl Given {
    /// Splits the arguments after the program's name.
    pub fn split(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Unclear> {
        let mut arguments = verb_first(arguments.into_iter().collect());
        let named = arguments
            .first()
            .and_then(|it| it.to_str())
            .and_then(|it| VERBS.iter().find(|verb| verb.name == it));
        let verb = match (named, arguments.first()) {
            (Some(verb), _) => {
                arguments.remove(0);
                verb
            }
            (None, first) => without_verb(first)?,
        };
        let mut given = Self { verb: verb.name.to_owned(), ..Self::default() };
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next().map_err(|error| unclear(&error))? {
            let option = match argument {
                lexopt::Arg::Value(name) => {
                    given.names.push(name);
                    continue;
                }
                lexopt::Arg::Long(option) => option.to_owned(),
                lexopt::Arg::Short('h') => "help".to_owned(),
                lexopt::Arg::Short(letter) => letter.to_string(),
            };
            given.take(verb, &option, &mut parser)?;
        }
        Ok(given)
    }

    fn take(
        &mut self,
        verb: &Verb,
        option: &str,
        parser: &mut lexopt::Parser,
    ) -> Result<(), Unclear> {
        let known = verb.options.iter().chain(EVERYWHERE).find(|it| it.0 == option);
        let Some((_, takes_value)) = known else {
            return Err(Unclear::UnknownOption {
                verb: verb.name.to_owned(),
                option: format!("--{option}"),
            });
        };
        let value = if *takes_value {
            parser.value().map_err(|error| unclear(&error))?
        } else {
            OsString::new()
        };
        if self.options.insert(option.to_owned(), value).is_some() {
            return Err(Unclear::TooMany(format!("--{option}")));
        }
        Ok(())
    }

    pub fn has(&self, option: &str) -> bool {
        self.options.contains_key(option)
    }

    /// The value as text; `None` when the option was not given.
    pub fn text(&self, option: &str) -> Result<Option<&str>, Unclear> {
        match self.options.get(option) {
            Some(value) => {
                value.to_str().map(Some).ok_or_else(|| Unclear::ValueNotText(format!("--{option}")))
            }
            None => Ok(None),
        }
    }

    pub fn path(&self, option: &str) -> Option<PathBuf> {
        self.options.get(option).map(PathBuf::from)
    }
}

/// Options that every verb takes may stand before it.
fn verb_first(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let leading = match arguments.first().and_then(|it| it.to_str()) {
        Some("--lang") => 2,
        Some("--json") => 1,
        _ => return arguments,
    };
    if arguments.len() <= leading {
        return arguments;
    }
    arguments.rotate_left(leading);
    arguments
}

/// Without a verb the line opens the window, on a file when one is named.
fn without_verb(first: Option<&OsString>) -> Result<&'static Verb, Unclear> {
    let word = first.map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let is_verb_like = !word.is_empty()
        && word.bytes().all(|it| it.is_ascii_lowercase() || it == b'-')
        && !word.starts_with('-');
    let is_file = first.is_some_and(|it| std::path::Path::new(it).exists());
    if is_verb_like && !is_file {
        return Err(Unclear::UnknownVerb(word));
    }
    Ok(&WINDOW)
}

fn unclear(error: &lexopt::Error) -> Unclear {
    let text = error.to_string();
    match error {
        lexopt::Error::MissingValue { option } => {
            Unclear::ValueMissing(option.clone().unwrap_or_default())
        }
        lexopt::Error::UnexpectedOption(option) => {
            Unclear::UnknownOption { verb: String::new(), option: option.clone() }
        }
        lexopt::Error::UnexpectedValue { option, .. } => Unclear::TooMany(option.clone()),
        lexopt::Error::UnexpectedArgument(_)
        | lexopt::Error::NonUnicodeValue(_)
        | lexopt::Error::ParsingFailed { .. }
        | lexopt::Error::Custom(_) => Unclear::ValueNotText(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> Result<Given, Unclear> {
        Given::split(line.split(' ').filter(|it| !it.is_empty()).map(OsString::from))
    }

    #[test]
    fn a_line_is_split_into_verb_names_and_options() {
        let given = split("overview --db a.sagstakt --half 2026H1 --json").unwrap();
        assert_eq!(given.verb, "overview");
        assert_eq!(given.text("half").unwrap(), Some("2026H1"));
        assert!(given.has("json") && !given.has("unit"));
        assert_eq!(split("record - --unit FTI cases=41").unwrap().names, ["-", "cases=41"]);
        assert_eq!(split("--lang en check --db a").unwrap().verb, "check");
        assert_eq!(split("--json log --db a").unwrap().verb, "log");
        assert_eq!(split("").unwrap().verb, "window");
        assert_eq!(split("/tmp/bog.sagstakt").unwrap().names.len(), 1);
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(split("overveiw"), Err(Unclear::UnknownVerb("overveiw".to_owned())));
        assert_eq!(
            split("new a --db"),
            Err(Unclear::UnknownOption { verb: "new".to_owned(), option: "--db".to_owned() })
        );
        assert_eq!(split("check --db"), Err(Unclear::ValueMissing("--db".to_owned())));
        assert_eq!(split("check --db a --db b"), Err(Unclear::TooMany("--db".to_owned())));
    }

    #[test]
    fn the_help_names_every_command_and_option() {
        for lang in [crate::text::Lang::Da, crate::text::Lang::En] {
            let help = crate::text::tr(lang, "help");
            for verb in VERBS.iter().chain([&WINDOW]) {
                for (option, _) in verb.options {
                    assert!(help.contains(&format!("--{option}")), "{} --{option}", verb.name);
                }
            }
            for verb in VERBS.iter().filter(|it| it.name != "help") {
                assert!(help.contains(&format!("\n{} ", verb.name)), "{}", verb.name);
            }
        }
    }
}
