//! The title, the subtitle and the source of a picture that stands alone.

use super::scene::{Anchor, Area, Ink, Lettering, Scene, TextWidth, wrapped};
use super::value::Chart;

/// Between the picture's edge and everything in it.
const MARGIN: f32 = 14.0;

/// Paints them and says what room they leave. Nothing is painted where nothing is said.
pub fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) -> Area {
    let (left, right) = (MARGIN, scene.size.width - MARGIN);
    let mut y = MARGIN;
    let parts = [
        (&chart.title, Lettering::Title, Ink::Text, 3),
        (&chart.subtitle, Lettering::Label, Ink::Muted, 3),
    ];
    for (words, lettering, ink, most) in parts {
        for line in wrapped(words, lettering, right - left, most, text) {
            let middle = y + lettering.line() * 0.5;
            scene.word((left, middle), Anchor::Start, &line, (lettering, ink), text);
            y += lettering.line();
        }
    }
    let lines = wrapped(&chart.source, Lettering::Source, right - left, 2, text);
    let mut bottom = scene.size.height - MARGIN;
    let height = Lettering::Source.line();
    for line in lines.iter().rev() {
        let middle = bottom - height * 0.5;
        scene.word((left, middle), Anchor::Start, line, (Lettering::Source, Ink::Muted), text);
        bottom -= height;
    }
    let gap = if lines.is_empty() { 0.0 } else { 6.0 };
    Area { left, top: y + 6.0, right, bottom: bottom - gap }
}
