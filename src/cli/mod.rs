//! The same book without a window: for scheduled jobs, for scripts, and for checking.

pub mod analyse;
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

use self::analyse::AnalyseError;
use self::failure::Failure;
use self::given::Given;
use self::session::Session;
use crate::text::{ErrorCode, Lang, tr, tr_with};

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
            "analyse" => self.analyse(),
            "help" => Ok(self.help()),
            _ => self.window(),
        }
    }

    fn help(&self) -> Next {
        terminal::print(&format!("{}\n", tr(self.lang, "help")));
        Next::Done
    }

    fn analyse(&self) -> Outcome {
        let path = self.only_name()?;
        let text =
            std::fs::read_to_string(&path).map_err(|error| self.store(&error.into(), &path))?;
        let unreadable =
            |why: String| self.usage("usage-case", &why).at(path.display().to_string());
        let case = serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
        let answer = analyse::analyse(&case).map_err(|error| {
            let message = self.analyse_refusal(&error);
            Failure::new(ErrorCode::Refused, message).at(path.display().to_string())
        })?;
        terminal::print_json(&answer);
        Ok(Next::Done)
    }

    /// What is wrong with a case, its rows and fields named.
    fn analyse_refusal(&self, error: &AnalyseError) -> String {
        let say = |key: &str, what: &str, rows: String| {
            tr_with(self.lang, key, &[("what", what.into()), ("rows", rows.into())])
        };
        let list =
            |rows: &[usize]| rows.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match error {
            AnalyseError::UnknownMethod(name) => say("case-unknown-method", name, String::new()),
            AnalyseError::MissingField(field) => say("case-missing-field", field, String::new()),
            AnalyseError::WrongType { field, .. } => say("case-wrong-type", field, String::new()),
            AnalyseError::LengthsDiffer { field, expected, length } => {
                say("case-lengths-differ", field, format!("{length} / {expected}"))
            }
            AnalyseError::DuplicatePeriod { period, rows } => {
                say("case-duplicate-period", period, list(rows))
            }
            AnalyseError::PhaseOutsideData(dates) => {
                say("case-phase-outside", &dates.join(", "), String::new())
            }
            AnalyseError::BadDate { field, row, text } => {
                say("case-bad-date", &format!("{field}: {text}"), row.to_string())
            }
            AnalyseError::OutOfRange { field, value } => {
                say("case-out-of-range", &format!("{field}: {value}"), String::new())
            }
        }
    }

    fn window(&self) -> Outcome {
        let file = self.given.names.first().map(std::path::PathBuf::from);
        Ok(Next::Window(self.window_request(file)?))
    }
}
