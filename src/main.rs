//! Decides between window and command line.

use std::process::ExitCode;

use sagstakt::cli::{self, WindowRequest};
use sagstakt::ui::{SettingsPlace, Start, ThemeChoice, WindowOptions};
use sagstakt::view::Page;

fn main() -> ExitCode {
    cli::run(std::env::args_os().skip(1), open_window)
}

/// Why it could not be opened, in the system's words.
fn open_window(request: WindowRequest) -> Result<(), String> {
    let options = WindowOptions {
        start: request.file.map_or(Start::Page, Start::File),
        page: request.page.as_deref().and_then(Page::from_name),
        unit: None,
        half_year: None,
        theme: request.theme.as_deref().and_then(ThemeChoice::from_name),
        lang: request.lang,
        size: request.size.map(|(width, height)| (f32::from(width), f32::from(height))),
        today: None,
        settings: SettingsPlace::User,
    };
    sagstakt::ui::run(options).map_err(|error| error.to_string())
}
