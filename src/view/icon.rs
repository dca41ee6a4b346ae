//! Small drawings as values: sixteen points square, all in one line width.

/// A drawing; those of the pages stand in their table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Icon(pub &'static [IconPart]);

/// Points from the upper left corner, to the right and down.
type Spot = (f32, f32);

/// A part of a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum IconPart {
    Lines(&'static [Spot]),
    /// A rectangle by two corners, with rounded ones.
    Frame([Spot; 2], f32),
    /// A filled one.
    Block(Spot, Spot),
    /// A circle by its middle and radius.
    Ring(Spot, f32),
    /// A filled one.
    Disc(Spot, f32),
    /// Its right half, filled.
    HalfDisc(Spot, f32),
    /// Half an ellipse over the middle of its foot, by its width and height from there.
    Arch(Spot, Spot),
}

use IconPart::{HalfDisc, Lines, Ring};

/// The sheet of paper that two drawings are made of.
pub const SHEET: IconPart =
    Lines(&[(9.8, 1.8), (3.2, 1.8), (3.2, 14.2), (12.8, 14.2), (12.8, 4.8)]);
pub const FOLD: IconPart = Lines(&[(12.8, 4.8), (9.8, 1.8), (9.8, 4.8), (12.8, 4.8)]);

impl Icon {
    pub const PLUS: Self =
        Self(&[Lines(&[(8.0, 3.0), (8.0, 13.0)]), Lines(&[(3.0, 8.0), (13.0, 8.0)])]);
    pub const FOLDER: Self = Self(&[Lines(&[
        (2.0, 12.8),
        (2.0, 3.6),
        (6.4, 3.6),
        (7.8, 5.4),
        (14.0, 5.4),
        (14.0, 12.8),
        (2.0, 12.8),
        (2.0, 11.8),
    ])]);
    pub const SPARK: Self = Self(&[
        Lines(&[(2.0, 2.0), (2.0, 14.0), (14.0, 14.0)]),
        Lines(&[(4.6, 10.6), (7.4, 6.6), (9.8, 8.6), (13.4, 3.6)]),
    ]);
    pub const FILE: Self = Self(&[SHEET, FOLD]);
    pub const DISPLAY: Self = Self(&[Ring((8.0, 8.0), 6.0), HalfDisc((8.0, 8.0), 6.0)]);
    pub const CHECK: Self = Self(&[Lines(&[(3.0, 8.5), (6.5, 12.0), (13.0, 4.5)])]);
    pub const CROSS: Self =
        Self(&[Lines(&[(4.0, 4.0), (12.0, 12.0)]), Lines(&[(12.0, 4.0), (4.0, 12.0)])]);
}
