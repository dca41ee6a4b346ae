//! The ways to draw figures, one file or two of a kind each: what must be known of it, and how its chart is built.

mod about;
mod flow;
mod half_years;
mod monthly;
mod panels;
mod people;
mod week_bands;

pub use self::about::{About, Offer, Origin};
pub use self::half_years::role as half_year_role;
pub use self::monthly::chart;

/// A way to draw figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drawing {
    /// A line held against its median.
    Run,
    /// A line with its mean and how far chance reaches.
    Xmr,
    Bars,
    HalfYears,
    Flow,
    WeekBands,
    Strip,
    Heat,
    Panels,
}

impl Drawing {
    pub const ALL: [Self; 9] = [
        Self::Run,
        Self::Xmr,
        Self::Bars,
        Self::HalfYears,
        Self::Flow,
        Self::WeekBands,
        Self::Strip,
        Self::Heat,
        Self::Panels,
    ];

    pub const fn about(self) -> &'static About {
        match self {
            Self::Run => &monthly::RUN,
            Self::Xmr => &monthly::XMR,
            Self::Bars => &monthly::BARS,
            Self::HalfYears => &half_years::HALF_YEARS,
            Self::Flow => &flow::FLOW,
            Self::WeekBands => &week_bands::WEEK_BANDS,
            Self::Strip => &people::STRIP,
            Self::Heat => &people::HEAT,
            Self::Panels => &panels::PANELS,
        }
    }

    pub const fn name(self) -> &'static str {
        self.about().name
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_drawing_is_found_by_its_name() {
        for drawing in Drawing::ALL {
            assert_eq!(Drawing::from_name(drawing.name()), Some(drawing));
        }
        assert_eq!(Drawing::from_name("pie"), None);
    }
}
