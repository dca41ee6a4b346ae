//! Lays a chart out as a scene, in the way of its kind.

use super::heading;
use super::scene::{Area, Heading, Scene, Sheet, Size, TextWidth};
use super::value::Chart;

/// The one picture that the window, the files and the documents paint.
pub fn draw(chart: &Chart, sheet: Sheet, text: TextWidth<'_>) -> Scene {
    let mut scene = Scene::empty(sheet.size);
    let room = match sheet.heading {
        Heading::Painted => heading::paint(&mut scene, chart, text),
        Heading::Beside => {
            Area { left: 0.0, top: 0.0, right: sheet.size.width, bottom: sheet.size.height }
        }
    };
    let mut body = Scene::empty(Size { width: room.width(), height: room.height() });
    (chart.kind.paint)(&mut body, chart, text);
    scene.take(body, room.left, room.top);
    scene
}
