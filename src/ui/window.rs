//! How the window is opened, and what it begins with.

use std::path::PathBuf;

use super::app::App;
use super::clipboard::Clipboard;
use super::desk::Selection;
use super::jobs::{Request, Writer};
use super::settings::{SettingsKeeper, SettingsPlace, ThemeChoice};
use super::{key_order, theme};
use crate::domain::{Day, HalfYear, Source, UnitId};
use crate::text::Lang;
use crate::view::{Page, Tone};

/// What the window begins with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Start {
    /// The start page.
    #[default]
    Page,
    File(PathBuf),
}

/// How the window is opened. What is `None` is as it was when it was last closed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WindowOptions {
    pub start: Start,
    pub page: Option<Page>,
    pub unit: Option<UnitId>,
    pub half_year: Option<HalfYear>,
    pub theme: Option<ThemeChoice>,
    pub lang: Option<Lang>,
    /// Width and height in points.
    pub size: Option<(f32, f32)>,
    /// `None` is the computer's clock.
    pub today: Option<Day>,
    pub settings: SettingsPlace,
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    #[error("{}", reason(.0))]
    Window(#[from] eframe::Error),
}

/// The system's own words; before them stand places in the sources of libraries.
fn reason(error: &eframe::Error) -> String {
    let words = error.to_string();
    let last = words.rsplit(": ").next().unwrap_or(&words);
    last.trim_end_matches('.').to_owned()
}

/// Opens the window and returns when it is closed.
pub fn run(options: WindowOptions) -> Result<(), WindowError> {
    let settings = SettingsKeeper::start(&options.settings);
    let (width, height) = options.size.unwrap_or((settings.now.width, settings.now.height));
    let native = eframe::NativeOptions {
        // A window must also open where both renderers are compiled in: then the other would be chosen.
        renderer: eframe::Renderer::Glow,
        viewport: egui::ViewportBuilder::default()
            .with_title("Sagstakt")
            .with_app_id("dk.sagstakt.Sagstakt")
            .with_inner_size([width, height])
            .with_min_inner_size([720.0, 480.0]),
        ..eframe::NativeOptions::default()
    };
    let creator: eframe::AppCreator<'_> = Box::new(|context| {
        let mut app = app(&context.egui_ctx, options, settings)?;
        app.platform.clipboard = Clipboard::of_the_desktop();
        Ok(Box::new(app))
    });
    eframe::run_native("Sagstakt", native, creator)?;
    Ok(())
}

pub fn app(
    ctx: &egui::Context,
    options: WindowOptions,
    mut settings: SettingsKeeper,
) -> std::io::Result<App> {
    let now = &mut settings.now;
    theme::install(ctx);
    ctx.add_plugin(key_order::KeyOrder::default());
    if let Some(theme) = options.theme {
        now.theme = theme;
    }
    if let Some(lang) = options.lang {
        lang.code().clone_into(&mut now.language);
    }
    now.theme.apply(ctx);
    if 0.5 <= now.zoom && now.zoom <= 3.0 {
        ctx.set_zoom_factor(now.zoom);
    }
    let today = options.today.unwrap_or_else(today);
    let page = options.page.or_else(|| Page::from_name(&now.page)).filter(|it| it.is_built());
    let half_year = options.half_year.or_else(|| HalfYear::parse(&now.half_year));
    let selection = Selection {
        page: page.unwrap_or_default(),
        unit: options.unit,
        half_year: half_year.unwrap_or_else(|| today.month().half_year()),
    };
    let waker = ctx.clone();
    let writer = Writer::start(move || waker.request_repaint())?;
    let mut app = App::assemble(settings, writer, selection, today);
    if let Start::File(path) = options.start {
        app.ask_writer(Request::Open(path));
    }
    if let Some(problem) = app.settings.unreadable.take() {
        app.say(Tone::Warning, "ui-settings-unreadable", &[("reason", problem.into())]);
    }
    Ok(app)
}

/// The day by the computer's clock.
fn today() -> Day {
    crate::book::clock::author(Source::Window).today
}
