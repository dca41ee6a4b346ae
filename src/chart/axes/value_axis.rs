//! The value axis on the left: round numbers and quiet grid lines.

use super::scale::{Scale, Ticks};
use crate::chart::scene::{Anchor, Area, Ink, LABEL, LINE, Lettering, Scene, TextWidth};
use crate::text::{Lang, number};

/// Between the numbers and the plot.
const BESIDE: f32 = 9.0;

/// Values of the grid lines with their numbers.
pub struct ValueAxis(Vec<(f64, String)>);

impl ValueAxis {
    pub fn new(lang: Lang, ticks: &Ticks) -> Self {
        let label = |it: &f64| (*it, number::tick(lang, *it, ticks.decimals));
        Self(ticks.values.iter().map(label).collect())
    }

    /// What it takes to the left of the plot.
    pub fn width(&self, text: TextWidth<'_>) -> f32 {
        let widths = self.0.iter().map(|it| text(&it.1, Lettering::Label));
        widths.fold(0.0, f32::max).ceil() + BESIDE
    }

    pub fn scale(&self, plot: Area) -> Scale {
        Scale {
            low: self.0.first().map_or(0.0, |it| it.0),
            high: self.0.last().map_or(1.0, |it| it.0),
            start: plot.bottom,
            end: plot.top,
        }
    }

    /// Every tick has a line; in a low plot only every other, or fewer, has its number.
    pub fn paint(&self, scene: &mut Scene, values: &Scale, text: TextWidth<'_>) {
        let plot = scene.plot;
        let steps = self.0.len().saturating_sub(1).max(1) as f32;
        let apart = plot.height() / steps;
        let every = (1_usize..=self.0.len()).find(|it| LINE <= apart * *it as f32);
        let every = every.unwrap_or_else(|| self.0.len().max(1));
        for (place, (value, label)) in self.0.iter().enumerate() {
            let y = values.place(*value);
            scene.across(y, Ink::Grid);
            if place.is_multiple_of(every) {
                scene.word((plot.left - 8.0, y), Anchor::End, label, LABEL, text);
            }
        }
    }

    #[cfg(test)]
    pub fn labels(&self) -> Vec<&str> {
        self.0.iter().map(|it| it.1.as_str()).collect()
    }
}
