//! Paints a time line: lanes with bars over the years.

use egui::{Align2, CornerRadius, Rect, Sense, Stroke, Ui, Vec2, pos2};

use crate::ui::theme::{palette, regular, size};
use crate::view::register::{Bar, BarTone, Timeline};

const NAMES: f32 = 76.0;
const LANE: f32 = 24.0;
const YEARS: f32 = 20.0;
/// The least room between the names of two years.
const YEAR_GAP: f32 = 44.0;

pub fn timeline_ui(ui: &mut Ui, timeline: &Timeline, about: &str) {
    let colors = palette(ui);
    let height = LANE * timeline.lanes.len() as f32 + YEARS;
    let wanted = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let lanes = Rect::from_min_max(
        pos2(rect.left() + NAMES, rect.top()),
        pos2(rect.right(), rect.bottom() - YEARS),
    );
    let x = |share: f32| lanes.left() + share * lanes.width();
    let painter = ui.painter();
    let mut free_from = f32::NEG_INFINITY;
    for (share, year) in &timeline.years {
        let at = x(*share);
        painter.vline(at, lanes.y_range(), Stroke::new(1.0, colors.chart_grid));
        if free_from <= at {
            let place = pos2(at + 2.0, rect.bottom() - YEARS + 3.0);
            painter.text(place, Align2::LEFT_TOP, year, regular(12.0), colors.muted);
            free_from = at + YEAR_GAP;
        }
    }
    let mut pointed = None;
    for (place, lane) in timeline.lanes.iter().enumerate() {
        let top = lanes.top() + LANE * place as f32;
        let middle = top + LANE / 2.0;
        let name = pos2(rect.left(), middle);
        painter.text(name, Align2::LEFT_CENTER, &lane.name, regular(size::SMALL), colors.muted);
        for bar in &lane.bars {
            let place =
                Rect::from_min_max(pos2(x(bar.from), top + 3.0), pos2(x(bar.to), top + LANE - 3.0));
            bar_ui(ui, bar, place);
            let at = response.hover_pos();
            if at.is_some_and(|it| place.contains(it)) {
                pointed = Some(bar.words.clone());
            }
        }
    }
    if let Some(today) = timeline.today {
        painter.vline(x(today), lanes.y_range(), Stroke::new(1.0, colors.accent));
    }
    let words: Vec<String> = timeline
        .lanes
        .iter()
        .flat_map(|lane| lane.bars.iter().map(move |bar| format!("{}: {}", lane.name, bar.words)))
        .collect();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, about));
    let words = words.join(". ");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(words));
    if let Some(pointed) = pointed {
        response.on_hover_text(pointed);
    }
}

fn bar_ui(ui: &Ui, bar: &Bar, place: Rect) {
    let colors = palette(ui);
    let (ground, edge) = match bar.tone {
        BarTone::Strong => (colors.accent_soft, colors.accent),
        BarTone::Plain => (colors.second_half, colors.muted),
        BarTone::Away => (colors.warning_soft, colors.warning),
    };
    // A stretch without an end is not closed at its right side either.
    let right = if bar.is_open { 0 } else { 4 };
    let radius = CornerRadius { nw: 4, sw: 4, ne: right, se: right };
    let place = Rect::from_min_size(place.min, place.size().max(Vec2::new(3.0, 0.0)));
    let painter = ui.painter();
    painter.rect(place, radius, ground, Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    let galley = painter.layout_no_wrap(bar.label.clone(), regular(12.0), colors.text);
    if galley.size().x + 10.0 <= place.width() {
        let at = pos2(place.left() + 5.0, place.center().y - galley.size().y / 2.0);
        painter.galley(at, galley, colors.text);
    }
}
