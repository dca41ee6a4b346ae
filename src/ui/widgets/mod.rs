//! Pieces of window. They know egui and know nothing of the book.

mod button;
mod card;
mod chart_card;
mod chart_hover;
mod chart_picture;
mod chip;
mod data_table;
mod field;
pub mod grid;
mod icon;
mod key_figure;
mod notice;
mod question;
mod rows;
mod selector;
mod sparkline;
mod tabs;
mod words;

pub use self::button::{danger_button_ui, link_ui, on_click, primary_button_ui, quiet_button_ui};
pub use self::card::{Edge, card_row_ui, card_ui, edged_card_row_ui, padded_card_ui};
pub use self::chart_card::{
    CardRequest, ChartCard, ChartForm, ChartTools, chart_body_ui, chart_card_ui,
};
pub use self::chart_picture::image_of;
pub use self::chip::chip_ui;
pub use self::field::{at_right_ui, from_right_ui, is_entered, wide_field};
pub use self::icon::{Icon, paint_icon};
pub use self::key_figure::{KeyFigureSize, key_figure_ui};
pub use self::notice::notices_ui;
pub use self::question::{Question, QuestionAnswer, question_ui};
pub use self::rows::{
    RowWeight, RowWords, RowsFocus, RowsModel, TWO_LINES, paint_line, paint_two_lines, rows_ui,
    surface_ui,
};
pub use self::selector::{choose_ui, selector_ui};
pub use self::sparkline::sparkline_ui;
pub use self::tabs::tabs_ui;
pub use self::words::{
    alert_ui, heading_ui, muted_ui, note_ui, small_ui, small_wrapped_ui, strong_ui, title_ui,
    wrapped_ui,
};
