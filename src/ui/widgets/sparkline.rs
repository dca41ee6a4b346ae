//! Two years as a thin line with a dot at its end. Missing months are gaps.

use egui::{Color32, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2};

/// Draws the months over the whole width; nothing where fewer than two are known.
pub fn sparkline_ui(ui: &mut Ui, months: &[Option<f64>], color: Color32, height: f32) -> Response {
    let size = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let inside = rect.shrink2(Vec2::new(4.0, 5.0));
    let spots = spots(months, inside);
    let stroke = Stroke::new(1.6, color);
    for run in spots.split(Option::is_none) {
        let run: Vec<Pos2> = run.iter().flatten().copied().collect();
        match run.as_slice() {
            [] => {}
            [alone] => {
                ui.painter().circle_filled(*alone, 1.2, color);
            }
            _ => {
                ui.painter().add(Shape::line(run, stroke));
            }
        }
    }
    if let Some(last) = spots.iter().rev().flatten().next() {
        ui.painter().circle_filled(*last, 3.0, color);
    }
    response
}

#[expect(clippy::cast_possible_truncation, reason = "places on a screen need no more than f32")]
fn spots(months: &[Option<f64>], inside: Rect) -> Vec<Option<Pos2>> {
    let known = || months.iter().flatten();
    let low = known().copied().fold(f64::INFINITY, f64::min);
    let high = known().copied().fold(f64::NEG_INFINITY, f64::max);
    let step = inside.width() / (months.len().max(2) - 1) as f32;
    months
        .iter()
        .enumerate()
        .map(|(place, value)| {
            let share =
                if low < high { ((*value)? - low) / (high - low) } else { value.map(|_| 0.5)? };
            let x = inside.left() + step * place as f32;
            Some(Pos2::new(x, inside.bottom() - inside.height() * share as f32))
        })
        .collect()
}
