//! The same book without a window: for scheduled jobs, for scripts, and for checking.

mod chart;
mod copies;
mod document;
mod editions;
mod effect;
mod erase;
mod failure;
mod given;
mod history;
mod issue;
mod making;
mod overview;
mod person;
mod record;
mod session;
mod tables;
mod terminal;
mod verdict;

use std::ffi::OsString;
use std::process::ExitCode;

use self::failure::Failure;
use self::given::Given;
use self::session::Session;
use crate::text::{Lang, tr};

/// What is left to do after the command line has done its part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    Done,
    /// Open the window, on this file when there is one.
    Window(WindowRequest),
}

/// What the window is asked to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WindowRequest {
    pub file: Option<std::path::PathBuf>,
    pub page: Option<String>,
    pub theme: Option<String>,
    pub lang: Option<Lang>,
    /// Width and height in points.
    pub size: Option<(u16, u16)>,
}

/// Whether facts are wanted for a person or for a program.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    Json,
}

type Outcome = Result<Next, Failure>;

/// Carries out a command line. The exit code is 0 when everything asked for was done.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    open_window: impl FnOnce(WindowRequest) -> Result<(), String>,
) -> ExitCode {
    let given = match Given::split(arguments) {
        Ok(given) => given,
        Err(unclear) => return end(&Failure::unclear(Lang::Da, &unclear), Form::Words),
    };
    let form = if given.has("json") { Form::Json } else { Form::Words };
    let session = match Session::new(given) {
        Ok(session) => session,
        Err(failure) => return end(&failure, form),
    };
    match session.carry_out() {
        Ok(Next::Done) => ExitCode::SUCCESS,
        Ok(Next::Window(request)) => match open_window(request) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => end(&session.no_display(&why), form),
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

impl Session {
    fn carry_out(&self) -> Outcome {
        if self.given.has("help") {
            return Ok(self.help());
        }
        match self.given.verb.as_str() {
            "demo" => self.demo(),
            "new" => self.new_book(),
            "import" => self.import(),
            "record" => self.record(),
            "overview" => self.overview(),
            "chart" => self.chart(),
            "issue" => self.issue(),
            "editions" => self.editions(),
            "export" => self.export(),
            "log" => self.log(),
            "undo" => self.undo(),
            "erase" => self.erase(),
            "disclose" => self.disclose(),
            "redo" => self.redo(),
            "check" => self.check(),
            "backup" => self.backup(),
            "restore" => self.restore(),
            "help" => Ok(self.help()),
            _ => self.window(),
        }
    }

    fn help(&self) -> Next {
        terminal::print(&format!("{}\n", tr(self.lang, "help")));
        Next::Done
    }

    fn window(&self) -> Outcome {
        let file = self.given.names.first().map(std::path::PathBuf::from);
        Ok(Next::Window(self.window_request(file)?))
    }
}
