//! The kinds of charts, one file each: how its figures are drawn, and what must be known of it.

mod flow;
mod half_years;
mod heat;
mod monthly;
mod panels;
mod strip;
mod week_bands;

pub use self::flow::FLOW;
pub use self::half_years::HALF_YEARS;
pub use self::heat::HEAT;
pub use self::monthly::{BARS, LINE};
pub use self::panels::PANELS;
pub use self::strip::STRIP;
pub use self::week_bands::WEEK_BANDS;
