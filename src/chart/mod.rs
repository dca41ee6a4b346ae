//! What a chart says, as a value: figures, target, events and words. It knows no window and no file.
//!
//! [`Scene`] turns it into shapes in points; every painter paints the same scene, so that they
//! cannot disagree.

mod alternative;
mod flow;
mod geometry;
mod half_years;
mod heading;
mod heat;
mod ink;
mod labels;
mod layout;
mod letters;
mod monthly;
mod months;
mod panels;
mod png;
mod scale;
mod scene;
mod shapes;
mod strip;
mod svg;
mod value;
mod value_axis;
mod week_bands;

pub use self::alternative::DataTable;
pub use self::geometry::{Area, Size, Spot};
pub use self::ink::{Ground, Ink, Rgb};
pub use self::labels::{Lettering, TextWidth};
pub use self::letters::{shortened, text_width};
pub use self::months::{MonthTick, month_ticks};
pub use self::png::{PictureError, Pixels, pixels, png};
pub use self::scale::{Scale, Ticks, round_ticks};
pub use self::scene::{Anchor, Dash, Datum, Form, Heading, Scene, Shape, Sheet};
pub use self::svg::svg;
pub use self::value::{
    At, Chart, ChartKind, Mark, Point, PointRole, Rule, RuleKind, Series, TargetBand,
};

#[cfg(test)]
pub(crate) mod samples;
