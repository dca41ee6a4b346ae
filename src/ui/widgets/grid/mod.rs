//! A grid for typing: frozen head, first columns and foot, only what is in view is drawn, every key in its order.

mod cursor;
mod draw;
mod keys;
#[cfg(test)]
mod keys_tests;
mod layout;
mod line;
mod model;
mod paint;
mod state;

pub use self::cursor::{Block, Extent, Spot};
pub use self::draw::grid_ui;
pub use self::keys::EditRequest;
pub use self::model::{CellTone, FootCell, FootTone, GridCell, GridHead, GridModel, HeadState};
pub use self::state::GridState;
