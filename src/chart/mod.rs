//! What a chart says, as a value: figures, target, events and words. It knows no window and no file.
//!
//! [`draw`] turns it into shapes in points; every painter paints the same scene, so that they
//! cannot disagree. Each room here uses those above it:
//!
//! `scene` (shapes, letters, colours) ← `value` ← `axes` ← `kinds`, one file a kind of chart ← `draw` ← `painters`.

mod alternative;
mod axes;
mod draw;
mod heading;
pub mod kinds;
mod painters;
mod scene;
mod value;

pub use self::alternative::DataTable;
pub use self::draw::draw;
pub use self::painters::{PictureError, Pixels, pixels, png, svg};
pub use self::scene::{
    Anchor, Area, Dash, Datum, Ground, Heading, Ink, Lettering, Marker, Pointer, Rgb, Scene, Shape,
    Sheet, Size, Spot, TextWidth, shortened, text_width,
};
pub use self::value::{
    At, Axis, Chart, ChartKind, Mark, Point, PointRole, Rule, RuleKind, Series, SeriesAs,
    TargetBand,
};

#[cfg(test)]
pub(crate) mod samples;
