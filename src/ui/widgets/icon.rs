//! Paints the small drawings of the rail, the start page and messages.

use std::f32::consts::PI;

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2};

pub use crate::view::Icon;
use crate::view::IconPart;

/// Draws the icon around `center`, at `scale` times sixteen points.
pub fn paint_icon(painter: &Painter, icon: Icon, center: Pos2, scale: f32, color: Color32) {
    let origin = center - Vec2::splat(8.0 * scale);
    let at = |(x, y): (f32, f32)| origin + Vec2::new(x, y) * scale;
    let stroke = Stroke::new(1.5 * scale, color);
    // Part of an ellipse: half a turn from `from`, in so many steps.
    let half_turn = |(x, y): (f32, f32), (width, height): (f32, f32), from: f32, steps: u8| {
        let angles = (0..=steps).map(|it| PI * (f32::from(it) / f32::from(steps) + from));
        angles.map(|it| at((x + width * it.cos(), y + height * it.sin()))).collect()
    };
    for part in icon.0 {
        painter.add(match *part {
            IconPart::Lines(spots) => Shape::line(spots.iter().map(|it| at(*it)).collect(), stroke),
            IconPart::Frame([from, to], radius) => {
                let rect = Rect::from_two_pos(at(from), at(to));
                egui::epaint::RectShape::stroke(rect, radius * scale, stroke, StrokeKind::Middle)
                    .into()
            }
            IconPart::Block(from, to) => {
                Shape::rect_filled(Rect::from_two_pos(at(from), at(to)), scale, color)
            }
            IconPart::Ring(middle, radius) => {
                Shape::circle_stroke(at(middle), radius * scale, stroke)
            }
            IconPart::Disc(middle, radius) => {
                Shape::circle_filled(at(middle), radius * scale, color)
            }
            IconPart::HalfDisc(middle, radius) => {
                let edge = half_turn(middle, (radius, radius), -0.5, 16);
                Shape::convex_polygon(edge, color, Stroke::NONE)
            }
            IconPart::Arch(foot, size) => Shape::line(half_turn(foot, size, 1.0, 12), stroke),
        });
    }
}
