//! From the words of a line to an exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use super::failure::Failure;
use super::outcome::{Next, WindowRequest};
use super::session::Session;
use super::verbs::{VERBS, overall};
use super::window::WINDOW;
use super::{parse, terminal};
use crate::text::{ErrorCode, Lang, Message};

/// Whether a failure is told to a person or to a program as well.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    Json,
}

/// Carries out a command line. The exit code is 0 when everything asked for was done.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    open_window: impl FnOnce(WindowRequest) -> Result<(), String>,
) -> ExitCode {
    let (verb, given) = match parse::split(arguments, &VERBS, &WINDOW) {
        Ok(split) => split,
        Err(unclear) => return end(&Failure::unclear(Lang::Da, &unclear), Form::Words),
    };
    let form = if given.has("json") { Form::Json } else { Form::Words };
    let session = match Session::new(verb.name, given) {
        Ok(session) => session,
        Err(failure) => return end(&failure, form),
    };
    let done = if session.has("help") { Ok(overall(&session)) } else { (verb.run)(&session) };
    match done {
        Ok(Next::Done) => ExitCode::SUCCESS,
        Ok(Next::Window(request)) => match open_window(request) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                let args = [("why", why.into())];
                let message = Message::of(session.lang, "cli-no-display", &args);
                end(&Failure::new(ErrorCode::NoDisplay, message), form)
            }
        },
        Err(failure) => end(&failure, form),
    }
}

fn end(failure: &Failure, form: Form) -> ExitCode {
    if form == Form::Json {
        terminal::print_json(&failure.json());
    }
    terminal::say(&failure.line());
    ExitCode::from(failure.text.code.exit())
}
