//! Small drawings for the rail and the start page, sixteen points square, in one line width.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Overview,
    Entry,
    Caseload,
    Waiting,
    HalfYear,
    Scenario,
    Register,
    Plus,
    Folder,
    Spark,
    File,
    Display,
    Check,
    Cross,
}

/// Draws the icon around `center`, at `scale` times sixteen points.
pub fn paint_icon(painter: &Painter, icon: Icon, center: Pos2, scale: f32, color: Color32) {
    let pen = Pen { painter, origin: center - Vec2::splat(8.0 * scale), scale, color };
    match icon {
        Icon::Overview => pen.overview(),
        Icon::Entry => pen.entry(),
        Icon::Caseload => pen.caseload(),
        Icon::Waiting => pen.waiting(),
        Icon::File => pen.document(),
        Icon::HalfYear => {
            pen.document();
            pen.lines(&[(5.6, 8.2), (10.4, 8.2)]);
            pen.lines(&[(5.6, 11.0), (10.4, 11.0)]);
        }
        Icon::Scenario => pen.scenario(),
        Icon::Register => pen.register(),
        Icon::Plus => pen.plus(),
        Icon::Folder => pen.folder(),
        Icon::Spark => pen.spark(),
        Icon::Display => pen.display(),
        Icon::Check => pen.lines(&[(3.0, 8.5), (6.5, 12.0), (13.0, 4.5)]),
        Icon::Cross => {
            pen.lines(&[(4.0, 4.0), (12.0, 12.0)]);
            pen.lines(&[(12.0, 4.0), (4.0, 12.0)]);
        }
    }
}

struct Pen<'a> {
    painter: &'a Painter,
    origin: Pos2,
    scale: f32,
    color: Color32,
}

impl Pen<'_> {
    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.origin + Vec2::new(x, y) * self.scale
    }

    fn stroke(&self) -> Stroke {
        Stroke::new(1.5 * self.scale, self.color)
    }

    fn lines(&self, spots: &[(f32, f32)]) {
        let spots = spots.iter().map(|it| self.at(*it)).collect();
        self.painter.add(Shape::line(spots, self.stroke()));
    }

    fn frame(&self, from: (f32, f32), to: (f32, f32), radius: f32) {
        let rect = Rect::from_min_max(self.at(from), self.at(to));
        let radius = radius * self.scale;
        self.painter.rect_stroke(rect, radius, self.stroke(), StrokeKind::Middle);
    }

    fn block(&self, from: (f32, f32), to: (f32, f32)) {
        let rect = Rect::from_min_max(self.at(from), self.at(to));
        self.painter.rect_filled(rect, self.scale, self.color);
    }

    fn ring(&self, center: (f32, f32), radius: f32) {
        let (center, radius) = (self.at(center), radius * self.scale);
        self.painter.circle_stroke(center, radius, self.stroke());
    }

    fn overview(&self) {
        for (x, y) in [(2.0, 2.0), (9.5, 2.0), (2.0, 9.5), (9.5, 9.5)] {
            self.frame((x, y), (x + 4.5, y + 4.5), 1.0);
        }
    }

    fn entry(&self) {
        self.frame((2.0, 2.5), (14.0, 13.5), 1.5);
        self.lines(&[(2.0, 6.5), (14.0, 6.5)]);
        self.lines(&[(2.0, 10.0), (14.0, 10.0)]);
        self.lines(&[(7.0, 2.5), (7.0, 13.5)]);
    }

    fn caseload(&self) {
        self.ring((8.0, 5.0), 2.8);
        let shoulders: Vec<(f32, f32)> = (0_u8..=12)
            .map(|it| {
                let angle = std::f32::consts::PI * f32::from(it) / 12.0;
                (8.0 - 5.5 * angle.cos(), 14.0 - 4.6 * angle.sin())
            })
            .collect();
        self.lines(&shoulders);
    }

    fn waiting(&self) {
        self.ring((8.0, 8.0), 6.2);
        self.lines(&[(8.0, 4.4), (8.0, 8.2), (10.8, 9.8)]);
    }

    fn document(&self) {
        let fold = [(9.8, 1.8), (3.2, 1.8), (3.2, 14.2), (12.8, 14.2), (12.8, 4.8)];
        self.lines(&fold);
        self.lines(&[(12.8, 4.8), (9.8, 1.8), (9.8, 4.8), (12.8, 4.8)]);
    }

    fn scenario(&self) {
        for (y, knob) in [(4.0, 10.5), (8.0, 5.0), (12.0, 9.0)] {
            self.lines(&[(2.0, y), (14.0, y)]);
            let center = self.at((knob, y));
            self.painter.circle_filled(center, 2.1 * self.scale, self.color);
        }
    }

    fn register(&self) {
        for y in [4.0, 8.0, 12.0] {
            self.block((2.0, y - 0.9), (3.8, y + 0.9));
            self.lines(&[(6.0, y), (14.0, y)]);
        }
    }

    fn plus(&self) {
        self.lines(&[(8.0, 3.0), (8.0, 13.0)]);
        self.lines(&[(3.0, 8.0), (13.0, 8.0)]);
    }

    fn folder(&self) {
        self.lines(&[
            (2.0, 12.8),
            (2.0, 3.6),
            (6.4, 3.6),
            (7.8, 5.4),
            (14.0, 5.4),
            (14.0, 12.8),
            (2.0, 12.8),
            (2.0, 11.8),
        ]);
    }

    fn spark(&self) {
        self.lines(&[(2.0, 2.0), (2.0, 14.0), (14.0, 14.0)]);
        self.lines(&[(4.6, 10.6), (7.4, 6.6), (9.8, 8.6), (13.4, 3.6)]);
    }

    fn display(&self) {
        self.ring((8.0, 8.0), 6.0);
        let half: Vec<Pos2> = (0_u8..=16)
            .map(|it| {
                let angle = std::f32::consts::PI * (f32::from(it) / 16.0 - 0.5);
                let at = (8.0 + 6.0 * angle.cos(), 8.0 + 6.0 * angle.sin());
                pos2(self.at(at).x, self.at(at).y)
            })
            .collect();
        let fill = Shape::convex_polygon(half, self.color, Stroke::NONE);
        self.painter.add(fill);
    }
}
