//! A chart as shapes in points: where they are, what they are painted with, and the words among them.

mod geometry;
mod ink;
pub mod labels;
mod letters;
mod shapes;

pub use self::geometry::{Area, Size, Spot};
pub use self::ink::{Ground, Ink, Rgb};
pub use self::labels::{LINE, Lettering, TextWidth};
pub use self::letters::{shortened, text_width, wrapped};
pub use self::shapes::{
    Anchor, Dash, Datum, Face, Heading, LABEL, Marker, Pointer, Scene, Shape, Sheet, YEAR,
    word_area,
};
