//! Carries out what is done with charts: copies, files, the way to a cell, and events.

use std::path::{Path, PathBuf};

use egui::{ColorImage, Context};

use crate::book::{BookError, Command, SharedCommand};
use crate::chart::{Chart, Pixels, pixels, png};
use crate::domain::{CellKey, Event, EventKind, WordingError, check_note};
use crate::export::{
    PIXELS, chart_csv, chart_svg, picture_name, table_html, table_text, write_whole,
};
use crate::text::errors::{book_error, refusal, wording};
use crate::text::{Lang, tr, tr_with};
use crate::ui::app::App;
use crate::ui::charts::{ChartAction, ChartForm, EventDraft, Made, Saving};
use crate::ui::dialogs::Purpose;
use crate::ui::jobs::{Outcome, Request, Task, Turn};
use crate::ui::pages::Goal;
use crate::view::{Notice, Page, Source, Tone};

impl App {
    pub(super) fn perform_chart(&mut self, ctx: &Context, action: ChartAction) {
        let lang = self.lang();
        match action {
            ChartAction::Choose(metric, choice) => self.charts.choose(metric, choice),
            ChartAction::CopyFigures(chart) => {
                let table = chart.table();
                self.clipboard.copy(ctx, table_text(&table), &table_html(&table));
                self.tell_chart(Tone::Good, "charts-copied-figures", "");
            }
            ChartAction::CopyPicture(chart) => {
                self.make(ctx, move || Made::Picture(picture(&chart, lang)));
            }
            ChartAction::Save(form, chart) => self.ask_where(ctx, form, chart),
            ChartAction::SaveThere => {
                if let Some(saving) = self.charts.saving.take() {
                    self.write_chart(ctx, saving.form, *saving.chart, PathBuf::from(saving.path));
                }
            }
            ChartAction::CloseSaving => self.charts.saving = None,
            ChartAction::GoTo(source) => self.go_to(source),
            ChartAction::BeginEvent(unit, month) => {
                self.charts.event = Some(EventDraft {
                    unit,
                    month,
                    title: String::new(),
                    for_all: false,
                    kind: EventKind::Event,
                    problem: String::new(),
                    sent: None,
                });
            }
            ChartAction::SaveEvent => self.save_event(),
            ChartAction::CloseEvent => self.charts.event = None,
        }
    }

    /// To the cell, else to the month it is about.
    fn go_to(&mut self, source: Source) {
        let Source { unit, month, counted } = source;
        self.selection.unit = Some(unit);
        self.selection.half_year = month.half_year();
        self.selection.page = Page::Entry;
        self.entry.month = Some(month);
        self.entry.goal = Some(counted.map_or(Goal::FirstEmpty(month), |counted| {
            Goal::Cell(CellKey { unit, month, counted })
        }));
    }

    /// One at a time: what is asked for while something is made replaces it.
    fn make(&mut self, ctx: &Context, work: impl FnOnce() -> Made + Send + 'static) {
        let waker = ctx.clone();
        match Task::start("chart", move || waker.request_repaint(), move |_| work()) {
            Ok(task) => self.charts.making = Some(task),
            Err(error) => self.tell_chart(Tone::Bad, "charts-unmade", &error.to_string()),
        }
    }

    fn ask_where(&mut self, ctx: &Context, form: ChartForm, chart: Box<Chart>) {
        let beside = self.desk.as_ref().and_then(|it| it.state.path.parent());
        let folder = beside.map(Path::to_owned).unwrap_or_default();
        let path = folder.join(format!("{}.{}", picture_name(&chart.title), form.extension()));
        self.charts.saving =
            Some(Saving { form, chart, path: path.display().to_string(), is_typed: false });
        self.ask(ctx, Purpose::SaveChart(form));
    }

    /// What the dialog is to suggest.
    pub(super) fn chart_suggestion(&self, form: ChartForm) -> String {
        let saving = self.charts.saving.as_ref();
        let title = saving.map(|it| it.chart.title.as_str()).unwrap_or_default();
        format!("{}.{}", picture_name(title), form.extension())
    }

    /// Writes what is on its way to this place.
    pub(super) fn chart_place(&mut self, ctx: &Context, path: PathBuf) {
        if let Some(saving) = self.charts.saving.take() {
            let path = ending_in(path, saving.form);
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
        let Some(task) = self.charts.making.take() else { return };
        match task.turn() {
            Turn::Working => self.charts.making = Some(task),
            Turn::Lost => self.tell_chart(Tone::Bad, "charts-lost", ""),
            Turn::Done(Made::Picture(Ok(pixels))) => {
                ctx.copy_image(image(&pixels));
                self.tell_chart(Tone::Good, "charts-copied-picture", "");
            }
            Turn::Done(Made::Picture(Err(why))) => {
                self.tell_chart(Tone::Bad, "charts-unmade", &why);
            }
            Turn::Done(Made::File(path, Ok(()))) => {
                self.tell_chart(Tone::Good, "charts-written", &path);
            }
            Turn::Done(Made::File(path, Err(why))) => {
                self.tell_chart(Tone::Bad, "charts-unwritten", &format!("{path}: {why}"));
            }
        }
    }

    fn tell_chart(&mut self, tone: Tone, key: &str, what: &str) {
        let text = tr_with(self.lang(), key, &[("what", what.into())]);
        self.notify(Notice { tone, text });
    }

    /// Sends the event that is typed; what is wrong is said beside it, and stays there.
    fn save_event(&mut self) {
        let lang = self.lang();
        let Some(draft) = self.charts.event.as_mut().filter(|it| it.sent.is_none()) else { return };
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
        let number = self.send(Request::Run(command));
        if let Some(draft) = &mut self.charts.event {
            draft.sent = number;
        }
    }

    /// The answer to an event that was sent. True when nothing more is to be said about it.
    pub(super) fn answer_event(&mut self, number: Option<u64>, outcome: &Outcome) -> bool {
        let lang = self.lang();
        let sent = |it: &&mut EventDraft| number.is_some() && it.sent == number;
        let Some(draft) = self.charts.event.as_mut().filter(sent) else { return false };
        let Outcome::Failed { error, path } = outcome else {
            self.charts.event = None;
            return false;
        };
        draft.sent = None;
        draft.problem = match error {
            BookError::Refused(why) => refusal(lang, why).text(),
            BookError::NotSaved(_) | BookError::NotBackedUp { .. } => {
                book_error(lang, error, path).text()
            }
        };
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

fn image(it: &Pixels) -> ColorImage {
    let size = [it.width, it.height].map(|it| usize::try_from(it).unwrap_or(0));
    ColorImage::from_rgba_unmultiplied(size, &it.rgba)
}

fn ending_in(path: PathBuf, form: ChartForm) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(form.extension()) }
}
