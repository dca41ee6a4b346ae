//! Splits a line by the table of verbs.

use std::ffi::OsString;

use super::given::{Given, Unclear};
use super::option::EVERYWHERE;
use super::verb::Verb;

/// The verb of a line and what is given to it; `window` where no verb is named.
pub fn split(
    arguments: impl IntoIterator<Item = OsString>,
    verbs: &[&'static Verb],
    window: &'static Verb,
) -> Result<(&'static Verb, Given), Unclear> {
    let mut arguments = verb_first(arguments.into_iter().collect());
    let named = arguments.first().and_then(|it| it.to_str());
    let named = named.and_then(|name| verbs.iter().find(|it| it.name == name));
    if let Some(verb) = named {
        arguments.remove(0);
        return Ok((*verb, given_to(verb, arguments)?));
    }
    refuse_unknown_verb(arguments.first())?;
    Ok((window, given_to(window, arguments)?))
}

/// What stands after a verb.
pub fn given_to(
    verb: &Verb,
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Given, Unclear> {
    let mut given = Given::default();
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
        let spelled = format!("--{option}");
        let mut known = verb.options.iter().chain(&EVERYWHERE);
        let Some(known) = known.find(|it| it.name == option) else {
            return Err(Unclear::UnknownOption(spelled));
        };
        let value = match known.value {
            Some(_) => parser.value().map_err(|error| unclear(&error))?,
            None => OsString::new(),
        };
        if given.options.insert(known.name, value).is_some() {
            return Err(Unclear::TooMany(spelled));
        }
    }
    Ok(given)
}

/// Options that every verb takes may stand before it.
fn verb_first(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let leading = match arguments.first().and_then(|it| it.to_str()) {
        Some("--lang") => 2,
        Some("--json") => 1,
        _ => return arguments,
    };
    if leading < arguments.len() {
        arguments.rotate_left(leading);
    }
    arguments
}

/// Without a verb the line opens the window, on a file when one is named; a misspelled verb is no file.
fn refuse_unknown_verb(first: Option<&OsString>) -> Result<(), Unclear> {
    let word = first.map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let is_verb_like = !word.is_empty()
        && word.bytes().all(|it| it.is_ascii_lowercase() || it == b'-')
        && !word.starts_with('-');
    let is_file = first.is_some_and(|it| std::path::Path::new(it).exists());
    if is_verb_like && !is_file { Err(Unclear::UnknownVerb(word)) } else { Ok(()) }
}

fn unclear(error: &lexopt::Error) -> Unclear {
    let text = error.to_string();
    match error {
        lexopt::Error::MissingValue { option } => {
            Unclear::ValueMissing(option.clone().unwrap_or_default())
        }
        lexopt::Error::UnexpectedOption(option) => Unclear::UnknownOption(option.clone()),
        lexopt::Error::UnexpectedValue { option, .. } => Unclear::TooMany(option.clone()),
        lexopt::Error::UnexpectedArgument(_)
        | lexopt::Error::NonUnicodeValue(_)
        | lexopt::Error::ParsingFailed { .. }
        | lexopt::Error::Custom(_) => Unclear::ValueNotText(text),
    }
}

#[cfg(test)]
mod tests {
    use super::super::verbs::VERBS;
    use super::super::window::WINDOW;
    use super::*;

    fn split_line(line: &str) -> Result<(&'static str, Given), Unclear> {
        let words = line.split(' ').filter(|it| !it.is_empty()).map(OsString::from);
        split(words, &VERBS, &WINDOW).map(|(verb, given)| (verb.name, given))
    }

    #[test]
    fn a_line_is_split_into_verb_names_and_options() {
        let (verb, given) = split_line("overview --db a.sagstakt --half 2026H1 --json").unwrap();
        assert_eq!(verb, "overview");
        assert_eq!(given.text("half").unwrap(), Some("2026H1"));
        assert!(given.has("json") && !given.has("unit"));
        let (_, given) = split_line("record - --unit FTI cases=41").unwrap();
        assert_eq!(given.names, ["-", "cases=41"]);
        assert_eq!(split_line("--lang en check --db a").unwrap().0, "check");
        assert_eq!(split_line("--json log --db a").unwrap().0, "log");
        assert_eq!(split_line("").unwrap().0, "window");
        assert_eq!(split_line("/tmp/bog.sagstakt").unwrap().1.names.len(), 1);
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let check = |line, expected: fn(String) -> Unclear, what: &str| {
            assert_eq!(split_line(line), Err(expected(what.to_owned())));
        };
        check("overveiw", Unclear::UnknownVerb, "overveiw");
        check("new a --db", Unclear::UnknownOption, "--db");
        check("check --db", Unclear::ValueMissing, "--db");
        check("check --db a --db b", Unclear::TooMany, "--db");
    }
}
