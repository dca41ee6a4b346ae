//! The axes of a chart, and where everything inside them goes.

pub mod layout;
mod months;
pub mod plot;
mod scale;
mod value_axis;

pub use self::months::month_ticks;
pub use self::scale::{Scale, Ticks, round_ticks};
pub use self::value_axis::ValueAxis;
