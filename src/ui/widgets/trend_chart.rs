//! Paints a [`Chart`] in the window: the layout's words and grounds by the painter, its lines and
//! points by `egui_plot`.

use std::ops::RangeInclusive;

use egui::{
    Align2, Color32, FontId, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2,
    vec2,
};
use egui_plot::{Line, LineStyle, Plot, PlotPoint, PlotPoints, Points};

use super::chart_hover;
use crate::chart::{Area, Chart, Dot, EndRole, Layout, Lettering, PointRole, Size};
use crate::domain::EventKind;
use crate::ui::theme::{self, Palette, palette, size};

/// As wide as there is room. Hover, or the arrow keys once it has the focus, name a month.
pub fn trend_chart_ui(ui: &mut Ui, chart: &Chart, height: f32) -> Response {
    let wanted = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::focusable_noninteractive());
    name(&response, chart);
    let measure = |text: &str, lettering| {
        let font = font_of(lettering);
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::WHITE);
        galley.size().x
    };
    let area = Size { width: rect.width(), height: rect.height() };
    let layout = Layout::new(chart, area, &measure);
    let colors = *palette(ui);
    let paint = Paint { painter: ui.painter().clone(), origin: rect.min, colors };
    paint.grounds(&layout);
    paint.axes(&layout);
    paint.marks(&layout);
    plot_ui(ui, chart, &layout, rect.min, &colors);
    paint.ends(chart, &layout);
    if response.has_focus() {
        let ring = Stroke::new(2.0, colors.accent);
        let kind = egui::StrokeKind::Outside;
        ui.painter().rect_stroke(rect.expand(2.0), 6.0, ring, kind);
    }
    chart_hover::hover_ui(ui, chart, &layout, rect, &response);
    response
}

fn name(response: &Response, chart: &Chart) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &chart.title));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(chart.in_words()));
}

fn font_of(lettering: Lettering) -> FontId {
    match lettering {
        Lettering::Label => theme::regular(size::SMALL),
        Lettering::Year => theme::semibold(size::SMALL),
        Lettering::Value => theme::semibold(size::BODY),
    }
}

/// Beyond the plot on all sides, so that points at its edges are whole.
const MARGIN: f32 = 8.0;

/// Lines and points. The plot's own coordinates are the layout's points, y turned upwards.
fn plot_ui(ui: &mut Ui, chart: &Chart, layout: &Layout, origin: Pos2, colors: &Palette) {
    let plot = layout.plot;
    let rect = Rect::from_min_max(pos2(plot.left, plot.top), pos2(plot.right, plot.bottom))
        .translate(origin.to_vec2())
        .expand(MARGIN);
    let across = range(plot.left - MARGIN, plot.right + MARGIN);
    let upwards = range(-plot.bottom - MARGIN, -plot.top + MARGIN);
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
            plot.set_plot_bounds_x(across);
            plot.set_plot_bounds_y(upwards);
            if let Some(median) = &layout.median {
                let spots = [median.from, median.to].map(|it| spot(it.x, it.y));
                let line = Line::new("median", PlotPoints::Owned(spots.to_vec()))
                    .style(LineStyle::Dashed { length: 7.0 })
                    .color(colors.muted)
                    .width(1.2);
                plot.line(line);
            }
            for run in layout.runs.iter().filter(|it| 1 < it.spots.len()) {
                let spots = run.spots.iter().map(|it| spot(it.x, it.y)).collect();
                let line = Line::new("series", PlotPoints::Owned(spots))
                    .color(series_color(chart, run.series, colors))
                    .width(2.0);
                plot.line(line);
            }
            for dot in layout.dots.iter().filter(|it| it.bar.is_none()) {
                for points in points(dot, series_color(chart, dot.series, colors), colors) {
                    plot.points(points);
                }
            }
        });
}

fn range(from: f32, to: f32) -> RangeInclusive<f64> {
    f64::from(from)..=f64::from(to)
}

fn spot(x: f32, y: f32) -> PlotPoint {
    PlotPoint::new(x, -y)
}

/// A dot; hollow where the point is part of the signal.
fn points<'a>(dot: &Dot, color: Color32, colors: &Palette) -> Vec<Points<'a>> {
    let disc = |radius: f32, color: Color32| {
        Points::new("point", PlotPoints::Owned(vec![spot(dot.spot.x, dot.spot.y)]))
            .radius(radius)
            .color(color)
    };
    match dot.role {
        PointRole::Plain => vec![disc(2.3, color)],
        PointRole::Signal => vec![disc(4.4, color), disc(2.7, colors.surface)],
    }
}

fn series_color(chart: &Chart, series: usize, colors: &Palette) -> Color32 {
    let place = chart.series.get(series).map_or(series, |it| it.color);
    colors.series(place)
}

struct Paint {
    painter: Painter,
    origin: Pos2,
    colors: Palette,
}

impl Paint {
    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.origin + vec2(x, y)
    }

    fn area(&self, area: Area) -> Rect {
        Rect::from_min_max(self.at(area.left, area.top), self.at(area.right, area.bottom))
    }

    fn words(&self, at: Pos2, align: Align2, text: &str, lettering: Lettering, color: Color32) {
        self.painter.text(at, align, text, font_of(lettering), color);
    }

    fn grounds(&self, layout: &Layout) {
        for half in &layout.second_halves {
            let ground = self.colors.second_half;
            self.painter.rect_filled(self.area(*half), 0.0, ground);
        }
        for band in &layout.bands {
            let ground = self.colors.target_band;
            self.painter.rect_filled(self.area(band.area), 0.0, ground);
        }
        for dot in &layout.dots {
            if let Some(bar) = dot.bar {
                let color = self.colors.series(dot.series);
                self.painter.rect_filled(self.area(bar), 1.0, color);
            }
        }
    }

    fn axes(&self, layout: &Layout) {
        let plot = layout.plot;
        let grid = Stroke::new(1.0, self.colors.chart_grid);
        let muted = self.colors.muted;
        for tick in &layout.y_ticks {
            let line = [self.at(plot.left, tick.y), self.at(plot.right, tick.y)];
            self.painter.line_segment(line, grid);
            let at = self.at(plot.left - 8.0, tick.y);
            self.words(at, Align2::RIGHT_CENTER, &tick.label, Lettering::Label, muted);
        }
        for (x, tick) in &layout.month_ticks {
            let line = [self.at(*x, plot.bottom), self.at(*x, plot.bottom + 5.0)];
            self.painter.line_segment(line, Stroke::new(1.0, muted));
            let at = self.at(*x, plot.bottom + 6.0);
            self.words(at, Align2::CENTER_TOP, &tick.label, Lettering::Label, muted);
            if let Some(year) = &tick.year {
                let at = self.at(*x, plot.bottom + 22.0);
                self.words(at, Align2::CENTER_TOP, year, Lettering::Year, muted);
            }
        }
    }

    fn marks(&self, layout: &Layout) {
        let muted = self.colors.muted;
        for mark in &layout.marks {
            let line = [self.at(mark.x, mark.top), self.at(mark.x, layout.plot.bottom)];
            match mark.kind {
                EventKind::SeriesBreak => {
                    self.painter.line_segment(line, Stroke::new(1.2, muted));
                }
                EventKind::Event => {
                    let dots = Shape::dashed_line(&line, Stroke::new(1.2, muted), 2.0, 3.0);
                    self.painter.extend(dots);
                }
            }
            if let Some(label) = mark.label {
                let at = self.at(label.left, f32::midpoint(label.top, label.bottom));
                self.words(at, Align2::LEFT_CENTER, &mark.title, Lettering::Label, muted);
            }
        }
    }

    fn ends(&self, chart: &Chart, layout: &Layout) {
        for label in &layout.end_labels {
            let (lettering, color) = match label.role {
                EndRole::Value(series) => {
                    let color = series_color(chart, series, &self.colors);
                    (Lettering::Value, color)
                }
                EndRole::Median => (Lettering::Label, self.colors.muted),
                EndRole::Target => (Lettering::Label, self.colors.good),
            };
            let at = self.at(label.x, label.y);
            self.words(at, Align2::LEFT_CENTER, &label.text, lettering, color);
        }
    }
}
