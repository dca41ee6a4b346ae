//! The window. Draws view models and turns what the user does into actions; computes no figure.

mod action;
mod app;
mod because;
mod charts;
mod clipboard;
mod desk;
mod dialogs;
mod fonts;
mod frame;
mod importing;
mod jobs;
mod key_order;
mod pages;
mod perform;
mod rail;
mod settings;
mod shortcuts;
mod status_line;
mod theme;
mod top_bar;
mod typed_path;
mod widgets;

use std::path::PathBuf;

pub use self::action::Action;
pub use self::app::App;
pub use self::frame::chart_frame;
pub use self::jobs::{Task, Turn};
pub use self::settings::{SettingsPlace, ThemeChoice};

use self::clipboard::Clipboard;
use self::desk::Selection;
use self::jobs::{Request, Writer};
use self::settings::SettingsKeeper;
use crate::domain::{Day, HalfYear, Source, UnitId};
use crate::text::Lang;
use crate::view::Page;

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
    let (settings, keeper, problem) = SettingsKeeper::start(&options.settings);
    let (width, height) = options.size.unwrap_or((settings.width, settings.height));
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
    let remembered = Remembered { settings, keeper, problem };
    let creator: eframe::AppCreator<'_> = Box::new(|context| {
        let mut app = app(&context.egui_ctx, options, remembered)?;
        app.clipboard = Clipboard::of_the_desktop();
        Ok(Box::new(app))
    });
    eframe::run_native("Sagstakt", native, creator)?;
    Ok(())
}

/// Settings as read, who keeps them, and why they could not be read.
struct Remembered {
    settings: settings::WindowSettings,
    keeper: SettingsKeeper,
    problem: Option<String>,
}

fn app(
    ctx: &egui::Context,
    options: WindowOptions,
    remembered: Remembered,
) -> std::io::Result<App> {
    let Remembered { mut settings, keeper, problem } = remembered;
    theme::install(ctx);
    ctx.add_plugin(key_order::KeyOrder::default());
    if let Some(theme) = options.theme {
        settings.theme = theme;
    }
    if let Some(lang) = options.lang {
        lang.code().clone_into(&mut settings.language);
    }
    perform::apply_theme(ctx, settings.theme);
    if 0.5 <= settings.zoom && settings.zoom <= 3.0 {
        ctx.set_zoom_factor(settings.zoom);
    }
    let today = options.today.unwrap_or_else(today);
    let page = options.page.or_else(|| Page::from_name(&settings.page)).filter(|it| it.is_built());
    let half_year = options.half_year.or_else(|| HalfYear::parse(&settings.half_year));
    let selection = Selection {
        page: page.unwrap_or_default(),
        unit: options.unit,
        half_year: half_year.unwrap_or_else(|| today.month().half_year()),
    };
    let waker = ctx.clone();
    let writer = Writer::start(move || waker.request_repaint())?;
    let mut app = App::assemble(settings, keeper, writer, selection, today);
    if let Start::File(path) = options.start {
        app.ask_writer(Request::Open(path));
    }
    if let Some(problem) = problem {
        app.settings_notice("ui-settings-unreadable", &problem);
    }
    Ok(app)
}

/// The day by the computer's clock.
fn today() -> Day {
    crate::book::clock::author(Source::Window).today
}
