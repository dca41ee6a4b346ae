//! Pictures of a scene, as text and as pixels. The window has a painter of its own.

mod png;
mod svg;

pub use self::png::{PictureError, Pixels, pixels, png};
pub use self::svg::svg;
