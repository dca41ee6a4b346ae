//! Paints a [`Chart`] in the window from the scene that every painter shares: grounds, axes and words
//! by the painter, lines and points of the figures by `egui_plot`.

use std::ops::RangeInclusive;

use egui::{
    Align2, Color32, ColorImage, FontId, Painter, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2,
    vec2,
};
use egui_plot::{Line, MarkerShape, Plot, PlotPoint, PlotPoints, PlotUi, Points};

use super::chart_hover;
use crate::chart::{
    Anchor, Area, Chart, Dash, Datum, Ground, Heading, Ink, Lettering, Marker, Pixels, Scene,
    Shape, Sheet, Size, Spot, draw, text_width,
};
use crate::ui::theme::{self, palette};

/// As wide as there is room. Hover, or the arrow keys once it has the focus, name a figure.
///
/// Tells which figure is meant. Where figures can be chosen, a click or Enter does it.
pub fn chart_picture_ui(
    ui: &mut Ui,
    chart: &Chart,
    height: f32,
    sense: Sense,
) -> (Response, Option<Datum>) {
    let wanted = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(wanted, sense);
    name(&response, chart);
    let size = Size { width: rect.width(), height: rect.height() };
    let scene = draw(chart, Sheet { size, heading: Heading::Beside }, &text_width);
    let paint = Paint { painter: ui.painter().clone(), origin: rect.min, ground: ground(ui) };
    for shape in &scene.shapes {
        paint.shape(shape);
    }
    paint.figures(ui, &scene, rect);
    if response.has_focus() {
        let ring = Stroke::new(2.0, palette(ui).accent);
        ui.painter().rect_stroke(rect.expand(2.0), 6.0, ring, egui::StrokeKind::Outside);
    }
    let meant = chart_hover::hover_ui(ui, chart, &scene, rect, &response);
    (response, meant)
}

/// A picture as the window takes it.
pub fn image_of(pixels: &Pixels) -> ColorImage {
    let size = [pixels.width, pixels.height].map(|it| usize::try_from(it).unwrap_or(0));
    ColorImage::from_rgba_unmultiplied(size, &pixels.rgba)
}

/// What pictures of this window stand on.
pub fn ground(ui: &Ui) -> Ground {
    if ui.visuals().dark_mode { Ground::Dark } else { Ground::Light }
}

fn name(response: &Response, chart: &Chart) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &chart.title));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(chart.in_words()));
}

fn font_of(lettering: Lettering) -> FontId {
    let size = lettering.size();
    if lettering.is_bold() { theme::semibold(size) } else { theme::regular(size) }
}

struct Paint {
    painter: Painter,
    origin: Pos2,
    ground: Ground,
}

impl Paint {
    fn at(&self, spot: Spot) -> Pos2 {
        self.origin + vec2(spot.x, spot.y)
    }

    fn area(&self, area: Area) -> Rect {
        let corner = |x, y| self.at(Spot { x, y });
        Rect::from_min_max(corner(area.left, area.top), corner(area.right, area.bottom))
    }

    fn color(&self, ink: Ink) -> Color32 {
        theme::ink(ink, self.ground)
    }

    /// All but lines and points of figures.
    fn shape(&self, shape: &Shape) {
        match shape {
            Shape::Box { area, ink, .. } => {
                self.painter.rect_filled(self.area(*area), 0.0, self.color(*ink));
            }
            Shape::Line { from, to, ink, width, dash } => {
                let line = [self.at(*from), self.at(*to)];
                let stroke = Stroke::new(*width, self.color(*ink));
                let dashes = |length, gap| egui::Shape::dashed_line(&line, stroke, length, gap);
                match dash {
                    Dash::Whole => {
                        self.painter.line_segment(line, stroke);
                    }
                    Dash::Dots => self.painter.extend(dashes(2.0, 3.0)),
                    Dash::Dashes => self.painter.extend(dashes(7.0, 5.0)),
                }
            }
            Shape::Word { area, anchor, text, lettering, ink } => {
                let middle = area.center();
                let (x, align) = match anchor {
                    Anchor::Start => (area.left, Align2::LEFT_CENTER),
                    Anchor::Middle => (middle.x, Align2::CENTER_CENTER),
                    Anchor::End => (area.right, Align2::RIGHT_CENTER),
                };
                let at = self.at(Spot { x, y: middle.y });
                self.painter.text(at, align, text, font_of(*lettering), self.color(*ink));
            }
            Shape::Trace { .. } | Shape::Dot { .. } => {}
        }
    }

    /// The plot covers the whole picture; its coordinates are the scene's points, y turned upwards.
    fn figures(&self, ui: &mut Ui, scene: &Scene, rect: Rect) {
        let is_figure = |it: &Shape| matches!(it, Shape::Trace { .. } | Shape::Dot { .. });
        if !scene.shapes.iter().any(is_figure) {
            return;
        }
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        Plot::new("plot")
            .width(rect.width())
            .height(rect.height())
            .min_size(Vec2::ZERO)
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_crosshair(false)
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_axis_zoom_drag(false)
            .allow_double_click_reset(false)
            .sense(Sense::hover())
            .label_formatter(|_| None)
            .show(&mut child, |plot| {
                plot.set_plot_bounds_x(range(0.0, rect.width()));
                plot.set_plot_bounds_y(range(-rect.height(), 0.0));
                self.traces(plot, scene);
                self.dots(plot, scene);
            });
    }

    fn traces(&self, plot: &mut PlotUi<'_>, scene: &Scene) {
        for shape in &scene.shapes {
            if let Shape::Trace { spots, ink, .. } = shape {
                let spots = spots.iter().map(|it| spot(*it)).collect();
                let line = Line::new("series", PlotPoints::Owned(spots));
                plot.line(line.color(self.color(*ink)).width(2.0));
            }
        }
    }

    /// Points that look alike are one item; a hollow one is a disc with a smaller one on it.
    fn dots(&self, plot: &mut PlotUi<'_>, scene: &Scene) {
        let mut alike: Vec<(Look, Vec<PlotPoint>)> = Vec::new();
        let mut add = |look: Look, at: Spot| match alike.iter_mut().find(|it| it.0 == look) {
            Some((_, spots)) => spots.push(spot(at)),
            None => alike.push((look, vec![spot(at)])),
        };
        for shape in &scene.shapes {
            if let Shape::Dot { at, radius, marker, ink, hole, .. } = shape {
                add(Look { radius: *radius, marker: *marker, ink: *ink }, *at);
                if let Some(hole) = hole {
                    add(Look { radius: radius - 1.7, marker: *marker, ink: *hole }, *at);
                }
            }
        }
        for (look, spots) in alike {
            let marker = match look.marker {
                Marker::Disc => MarkerShape::Circle,
                Marker::Square => MarkerShape::Square,
                Marker::Diamond => MarkerShape::Diamond,
            };
            let points = Points::new("points", PlotPoints::Owned(spots));
            plot.points(points.radius(look.radius).shape(marker).color(self.color(look.ink)));
        }
    }
}

/// How a point is painted.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    radius: f32,
    marker: Marker,
    ink: Ink,
}

fn range(from: f32, to: f32) -> RangeInclusive<f64> {
    f64::from(from)..=f64::from(to)
}

fn spot(spot: Spot) -> PlotPoint {
    PlotPoint::new(spot.x, -spot.y)
}
