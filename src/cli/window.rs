//! Without a verb: the window, on a file when one is named.

use std::path::PathBuf;

use super::failure::Failure;
use super::option::{PAGE, SIZE, THEME};
use super::outcome::{Next, Outcome, WindowRequest};
use super::session::Session;
use super::verb::Verb;

/// What is meant when no verb is named.
pub static WINDOW: Verb =
    Verb { name: "window", options: &[PAGE, THEME, SIZE], example: "bog.sagstakt", run: window };

fn window(session: &Session) -> Outcome {
    let file = session.given.names.first().map(PathBuf::from);
    Ok(Next::Window(window_request(session, file)?))
}

pub fn window_request(session: &Session, file: Option<PathBuf>) -> Result<WindowRequest, Failure> {
    let size = session.read("size", "usage-size", |text| {
        let (width, height) = text.split_once('x')?;
        Some((width.parse().ok()?, height.parse().ok()?))
    })?;
    Ok(WindowRequest {
        file,
        page: session.text("page")?.map(str::to_owned),
        theme: session.text("theme")?.map(str::to_owned),
        lang: session.lang_given,
        size,
    })
}
