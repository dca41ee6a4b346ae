//! The window. Draws view models and turns what the user does into actions; computes no figure.

mod action;
mod app;
mod chart_frame;
mod clipboard;
mod command;
mod correction_reason;
mod desk;
mod dialogs;
mod dropped;
mod fonts;
mod jobs;
mod key_order;
mod overlay;
mod pages;
mod pending;
mod perform;
mod platform;
mod rail;
mod settings;
mod status_line;
mod stored_draft;
mod theme;
mod top_bar;
mod typed_path;
mod widgets;
mod window;

pub use self::action::Action;
pub use self::app::App;
pub use self::chart_frame::chart_frame;
pub use self::jobs::{Task, Turn};
pub use self::settings::{SettingsPlace, ThemeChoice};
pub use self::window::{Start, WindowError, WindowOptions, run};
