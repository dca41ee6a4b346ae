//! One frame with nothing but charts, painted as a page paints them: for measuring what a frame costs.

use std::time::Duration;

use egui::{CentralPanel, Context, Rect, Vec2};

use super::theme;
use super::widgets::chart_card_ui;
use crate::chart::Chart;

/// How high the frame of a window of 1600 × 1800 is for each of four charts.
const HEIGHT: f32 = 360.0;

/// Paints the frame, down to triangles, and tells when the next one is asked for; `Duration::MAX` is never.
pub fn chart_frame(ctx: &Context, charts: &[Chart]) -> Duration {
    if ctx.cumulative_pass_nr() == 0 {
        theme::install(ctx);
    }
    let room = Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(1600.0, 1800.0));
    let input = egui::RawInput { screen_rect: Some(room), ..egui::RawInput::default() };
    let mut output = ctx.run_ui(input, |ui| {
        CentralPanel::default().show(ui, |ui| {
            for (place, chart) in charts.iter().enumerate() {
                ui.push_id(place, |ui| chart_card_ui(ui, chart, HEIGHT));
            }
        });
    });
    // Nobody paints what was loaded; it must be taken all the same.
    output.textures_delta.clear();
    let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
    std::hint::black_box(triangles);
    let views = output.viewport_output.values();
    views.map(|it| it.repaint_delay).min().unwrap_or(Duration::MAX)
}
