//! Points and boxes. Lengths are in points of the screen or page; y grows downwards.

/// A place in the chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    pub x: f32,
    pub y: f32,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    pub width: f32,
    pub height: f32,
}

/// An upright box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    #[must_use]
    pub fn moved(self, right: f32, down: f32) -> Self {
        Self {
            left: self.left + right,
            top: self.top + down,
            right: self.right + right,
            bottom: self.bottom + down,
        }
    }

    /// A square box around a spot.
    pub fn around(at: Spot, half: f32) -> Self {
        Self { left: at.x - half, top: at.y - half, right: at.x + half, bottom: at.y + half }
    }

    pub fn center(self) -> Spot {
        Spot { x: f32::midpoint(self.left, self.right), y: f32::midpoint(self.top, self.bottom) }
    }

    /// How far outside a spot lies, across and down; 0 inside.
    pub fn distance(self, spot: Spot) -> (f32, f32) {
        let outside = |low: f32, at: f32, high: f32| (low - at).max(at - high).max(0.0);
        (outside(self.left, spot.x, self.right), outside(self.top, spot.y, self.bottom))
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}
