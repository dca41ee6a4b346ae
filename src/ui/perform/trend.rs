//! Carries out what is done with charts: copies, files, the way to a cell, and events.

use std::path::{Path, PathBuf};

use egui::Context;

use super::actions::ending_in;
use crate::book::{Command, SharedCommand};
use crate::chart::{Chart, Pixels, pixels, png};
use crate::domain::{CellKey, Event, EventKind, WordingError, check_note};
use crate::export::{
    PIXELS, chart_csv, chart_svg, picture_name, table_html, table_text, write_whole,
};
use crate::text::errors::{book_error, wording};
use crate::text::{Lang, tr};
use crate::ui::app::App;
use crate::ui::dialogs::Purpose;
use crate::ui::jobs::{Outcome, Request, Task, Ticket, Turn};
use crate::ui::pages::{EventDraft, Goal, Made, Saving, TrendAction};
use crate::ui::pending::Waiting;
use crate::ui::widgets::{ChartForm, image_of};
use crate::view::{Source, Tone};

impl App {
    pub(super) fn perform_trend(&mut self, ctx: &Context, action: TrendAction) {
        let lang = self.lang();
        match action {
            TrendAction::Choose(metric, choice) => {
                self.pages.trend.choices.insert(metric, choice);
            }
            TrendAction::CopyFigures(chart) => {
                let table = chart.table();
                self.platform.clipboard.copy(ctx, table_text(&table), &table_html(&table));
                self.say_what(Tone::Good, "charts-copied-figures", "");
            }
            TrendAction::CopyPicture(chart) => {
                self.make(ctx, move || Made::Picture(picture(&chart, lang)));
            }
            TrendAction::Save(form, chart) => self.ask_where(ctx, form, chart),
            TrendAction::SaveThere => {
                if let Some(saving) = self.pages.trend.saving.take() {
                    self.write_chart(ctx, saving.form, *saving.chart, PathBuf::from(saving.path));
                }
            }
            TrendAction::CloseSaving => self.pages.trend.saving = None,
            TrendAction::GoTo(source) => self.go_to(source),
            TrendAction::BeginEvent(unit, month) => {
                self.pages.trend.event = Some(EventDraft {
                    unit,
                    month,
                    title: String::new(),
                    for_all: false,
                    kind: EventKind::Event,
                    problem: String::new(),
                    sent: None,
                });
            }
            TrendAction::SaveEvent => self.save_event(),
            TrendAction::CloseEvent => self.pages.trend.event = None,
        }
    }

    /// To the cell, else to the month it is about.
    fn go_to(&mut self, source: Source) {
        let Source { unit, month, counted } = source;
        let cell = |counted| Goal::Cell(CellKey { unit, month, counted });
        self.turn_to_sheet(unit, month, counted.map_or(Goal::FirstEmpty(month), cell));
    }

    /// One at a time: what is asked for while something is made replaces it.
    fn make(&mut self, ctx: &Context, work: impl FnOnce() -> Made + Send + 'static) {
        match Task::spawn(ctx, "chart", move |_| work()) {
            Ok(task) => self.pages.trend.making = Some(task),
            Err(error) => self.say_what(Tone::Bad, "charts-unmade", error),
        }
    }

    fn ask_where(&mut self, ctx: &Context, form: ChartForm, chart: Box<Chart>) {
        let folder = self.book.folder().map(Path::to_owned).unwrap_or_default();
        let path = folder.join(format!("{}.{}", picture_name(&chart.title), form.extension()));
        self.pages.trend.saving =
            Some(Saving { form, chart, path: path.display().to_string(), is_typed: false });
        self.ask(ctx, Purpose::SaveChart(form));
    }

    /// What the dialog is to suggest.
    pub(super) fn chart_suggestion(&self, form: ChartForm) -> String {
        let saving = self.pages.trend.saving.as_ref();
        let title = saving.map(|it| it.chart.title.as_str()).unwrap_or_default();
        format!("{}.{}", picture_name(title), form.extension())
    }

    /// Writes what is on its way to this place.
    pub(super) fn chart_place(&mut self, ctx: &Context, path: PathBuf) {
        if let Some(saving) = self.pages.trend.saving.take() {
            let path = ending_in(path, saving.form.extension());
            self.write_chart(ctx, saving.form, *saving.chart, path);
        }
    }

    fn write_chart(&mut self, ctx: &Context, form: ChartForm, chart: Chart, path: PathBuf) {
        let lang = self.lang();
        self.make(ctx, move || {
            let written = bytes(form, &chart, lang)
                .and_then(|bytes| write_whole(&path, &bytes).map_err(|it| it.to_string()));
            Made::File(path.display().to_string(), written)
        });
    }

    /// What has been made since the last frame.
    pub(super) fn take_made(&mut self, ctx: &Context) {
        match Task::turn_of(&mut self.pages.trend.making) {
            Turn::Working => {}
            Turn::Lost => self.say_what(Tone::Bad, "charts-lost", ""),
            Turn::Done(Made::Picture(Ok(pixels))) => {
                ctx.copy_image(image_of(&pixels));
                self.say_what(Tone::Good, "charts-copied-picture", "");
            }
            Turn::Done(Made::Picture(Err(why))) => self.say_what(Tone::Bad, "charts-unmade", why),
            Turn::Done(Made::File(path, Ok(()))) => {
                self.say_what(Tone::Good, "charts-written", path);
            }
            Turn::Done(Made::File(path, Err(why))) => {
                self.say_what(Tone::Bad, "charts-unwritten", format!("{path}: {why}"));
            }
        }
    }

    /// Sends the event that is typed; what is wrong is said beside it, and stays there.
    fn save_event(&mut self) {
        let lang = self.lang();
        let Some(draft) = self.pages.trend.event.as_mut().filter(|it| it.sent.is_none()) else {
            return;
        };
        let title = match check_note(&draft.title) {
            Ok(title) => title.into_owned(),
            Err(WordingError::Empty) => {
                draft.problem = tr(lang, "charts-event-nameless");
                return;
            }
            Err(error) => {
                draft.problem = wording(lang, error);
                return;
            }
        };
        let event = Event {
            day: draft.month.first_day(),
            unit: (!draft.for_all).then_some(draft.unit),
            title,
            kind: draft.kind,
        };
        let command = Command::Shared(SharedCommand::AddEvent(event));
        let ticket = self.send(Request::Run(command, None), Waiting::Event);
        if let Some(draft) = &mut self.pages.trend.event {
            draft.sent = ticket;
        }
    }

    /// True when nothing more is to be said about it.
    pub(super) fn answer_event(&mut self, ticket: Ticket, outcome: &Outcome) -> bool {
        let lang = self.lang();
        let event = self.pages.trend.event.as_mut();
        let Some(draft) = event.filter(|it| it.sent == Some(ticket)) else { return false };
        let Outcome::Failed { error, path } = outcome else {
            self.pages.trend.event = None;
            return false;
        };
        draft.sent = None;
        draft.problem = book_error(lang, error, path).text();
        true
    }
}

/// Light and with its heading, whatever the window looks like: it stands alone.
fn picture(chart: &Chart, lang: Lang) -> Result<Pixels, String> {
    pixels(&chart_svg(chart), f32::from(PIXELS)).map_err(|error| error.in_words(lang))
}

fn bytes(form: ChartForm, chart: &Chart, lang: Lang) -> Result<Vec<u8>, String> {
    match form {
        ChartForm::Svg => Ok(chart_svg(chart).into_bytes()),
        ChartForm::Png => {
            png(&chart_svg(chart), f32::from(PIXELS)).map_err(|error| error.in_words(lang))
        }
        ChartForm::Csv => chart_csv(chart).map_err(|error| error.to_string()),
    }
}
