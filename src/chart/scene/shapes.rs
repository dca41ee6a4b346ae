//! What there is to paint, one thing after another.

use super::geometry::{Area, Size, Spot};
use super::ink::Ink;
use super::labels::{Lettering, TextWidth};

/// A figure of the chart: its series, and its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Datum {
    pub series: usize,
    pub point: usize,
}

/// Which side of a word stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    Whole,
    Dots,
    Dashes,
}

/// The form of a point; each series has its own, for those who do not tell colours apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    Disc,
    Square,
    Diamond,
}

impl Marker {
    pub const fn of_series(place: usize) -> Self {
        match place % 3 {
            0 => Self::Disc,
            1 => Self::Square,
            _ => Self::Diamond,
        }
    }
}

/// One thing to paint; later ones lie above earlier ones.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Box {
        area: Area,
        ink: Ink,
        datum: Option<Datum>,
    },
    Line {
        from: Spot,
        to: Spot,
        ink: Ink,
        width: f32,
        dash: Dash,
    },
    /// Figures of a series without a gap between them.
    Trace {
        series: usize,
        spots: Vec<Spot>,
        ink: Ink,
    },
    /// `hole` is painted inside it, where it is hollow.
    Dot {
        at: Spot,
        radius: f32,
        marker: Marker,
        ink: Ink,
        hole: Option<Ink>,
        datum: Option<Datum>,
    },
    Word {
        area: Area,
        anchor: Anchor,
        text: String,
        lettering: Lettering,
        ink: Ink,
    },
}

/// Whether the title, the subtitle and the source are painted, or stand beside the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Heading {
    #[default]
    Painted,
    Beside,
}

/// Which figure a pointer means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// The nearest along the months; a hairline runs through it.
    Hairline,
    /// The nearest along the axis.
    Along,
    /// The one it is on or beside.
    Nearest,
}

/// The room for a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    pub size: Size,
    pub heading: Heading,
}

/// A chart laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub size: Size,
    /// Where the figures lie.
    pub plot: Area,
    pub shapes: Vec<Shape>,
}

impl Scene {
    pub const fn empty(size: Size) -> Self {
        let plot = Area { left: 0.0, top: 0.0, right: size.width, bottom: size.height };
        Self { size, plot, shapes: Vec::new() }
    }

    /// Takes over the shapes and the plot of another, moved.
    pub fn take(&mut self, other: Self, right: f32, down: f32) {
        self.plot = other.plot.moved(right, down);
        self.shapes.extend(other.shapes.into_iter().map(|it| it.moved(right, down)));
    }

    pub fn fill(&mut self, area: Area, ink: Ink) {
        self.shapes.push(Shape::Box { area, ink, datum: None });
    }

    pub fn bar(&mut self, area: Area, ink: Ink, datum: Datum) {
        self.shapes.push(Shape::Box { area, ink, datum: Some(datum) });
    }

    pub fn line(&mut self, from: Spot, to: Spot, ink: Ink, width: f32, dash: Dash) {
        self.shapes.push(Shape::Line { from, to, ink, width, dash });
    }

    /// A thin line across the plot.
    pub fn across(&mut self, y: f32, ink: Ink) {
        let Area { left, right, .. } = self.plot;
        self.line(Spot { x: left, y }, Spot { x: right, y }, ink, 1.0, Dash::Whole);
    }

    /// A thin line downwards.
    pub fn down(&mut self, x: f32, (from, to): (f32, f32), ink: Ink) {
        self.line(Spot { x, y: from }, Spot { x, y: to }, ink, 1.0, Dash::Whole);
    }

    /// A disc that shows no figure.
    pub fn disc(&mut self, at: Spot, radius: f32, ink: Ink) {
        let marker = Marker::Disc;
        self.shapes.push(Shape::Dot { at, radius, marker, ink, hole: None, datum: None });
    }

    /// Puts a word where its anchor is at `x` and its middle at `y`; says where it stands.
    pub fn word(
        &mut self,
        (x, y): (f32, f32),
        anchor: Anchor,
        text: &str,
        (lettering, ink): Face,
        width: TextWidth<'_>,
    ) -> Area {
        let area = word_area(x, y, anchor, width(text, lettering), lettering);
        if !text.is_empty() {
            self.shapes.push(Shape::Word { area, anchor, text: text.to_owned(), lettering, ink });
        }
        area
    }

    /// What shows a figure: where it is, and the room it takes.
    pub fn figures(&self) -> impl Iterator<Item = (Datum, Area)> + '_ {
        self.shapes.iter().filter_map(|it| match it {
            Shape::Box { area, datum: Some(datum), .. } => Some((*datum, *area)),
            Shape::Dot { at, radius, datum: Some(datum), .. } => {
                Some((*datum, Area::around(*at, *radius)))
            }
            Shape::Box { .. } | Shape::Dot { .. } | Shape::Line { .. } | Shape::Trace { .. } => {
                None
            }
            Shape::Word { .. } => None,
        })
    }

    /// The figure that a pointer here means.
    pub fn nearest(&self, means: Pointer, pointer: Spot) -> Option<(Datum, Area)> {
        let along = match means {
            Pointer::Hairline | Pointer::Along => 0.001,
            Pointer::Nearest => 1.0,
        };
        let distance = |area: Area| {
            let (across, down) = area.distance(pointer);
            across.hypot(down * along)
        };
        self.figures().min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)))
    }
}

/// What a word is set in.
pub type Face = (Lettering, Ink);
/// Most words of a chart.
pub const LABEL: Face = (Lettering::Label, Ink::Muted);
pub const YEAR: Face = (Lettering::Year, Ink::Muted);

/// The room of a word by its anchor.
pub fn word_area(x: f32, y: f32, anchor: Anchor, width: f32, lettering: Lettering) -> Area {
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width * 0.5,
        Anchor::End => x - width,
    };
    let half = lettering.line() * 0.5;
    Area { left, top: y - half, right: left + width, bottom: y + half }
}

impl Shape {
    fn moved(self, right: f32, down: f32) -> Self {
        let spot = |it: Spot| Spot { x: it.x + right, y: it.y + down };
        match self {
            Self::Box { area, ink, datum } => {
                Self::Box { area: area.moved(right, down), ink, datum }
            }
            Self::Line { from, to, ink, width, dash } => {
                Self::Line { from: spot(from), to: spot(to), ink, width, dash }
            }
            Self::Trace { series, spots, ink } => {
                Self::Trace { series, spots: spots.into_iter().map(spot).collect(), ink }
            }
            Self::Dot { at, radius, marker, ink, hole, datum } => {
                Self::Dot { at: spot(at), radius, marker, ink, hole, datum }
            }
            Self::Word { area, anchor, text, lettering, ink } => {
                Self::Word { area: area.moved(right, down), anchor, text, lettering, ink }
            }
        }
    }
}
