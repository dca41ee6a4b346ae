//! Where things lie in a chart, added up by hand.

use super::super::samples::{line, month, seven_a_letter};
use super::super::value::{Mark, Rule, RuleKind, TargetBand};
use super::*;
use crate::domain::{Day, EventKind};

const SIZE: Size = Size { width: 500.0, height: 250.0 };

fn layout(chart: &Chart) -> Layout {
    Layout::new(chart, SIZE, &seven_a_letter)
}

#[test]
fn the_plot_leaves_room_for_the_words_around_it() {
    // Labels "20" to "40": 2 letters, 14. Value "30,0": 4 letters, 28.
    let chart = line("2025-01", &[Some(21.0), Some(39.0), Some(30.0)]);
    let it = layout(&chart);
    assert_eq!(it.axis.labels(), ["20", "25", "30", "35", "40"]);
    assert_eq!(it.plot, Area { left: 23.0, top: 8.0, right: 500.0 - 28.0 - 13.0, bottom: 208.0 });
    // 30 is half of 20–40: in the middle between 8 and 208.
    assert!((it.dots[2].spot.y - 108.0).abs() < 1e-3);
    assert!((it.dots[2].spot.x - 459.0).abs() < 1e-3);
}

#[test]
fn gaps_break_the_line() {
    let chart = line("2025-01", &[Some(1.0), None, Some(3.0), Some(2.0)]);
    let it = layout(&chart);
    let lengths: Vec<usize> = it.runs.iter().map(|it| it.spots.len()).collect();
    assert_eq!(lengths, [1, 2]);
    assert_eq!(it.dots.len(), 3);
}

#[test]
fn an_upper_limit_alone_begins_at_zero() {
    let mut chart = line("2025-01", &[Some(9.0), Some(12.0)]);
    chart.bands.push(TargetBand {
        from: month("2025-02"),
        through: month("2030-01"),
        lower: None,
        upper: Some(8.0),
        label: "Mål".to_owned(),
        series: None,
    });
    let it = layout(&chart);
    assert_eq!(it.axis.labels()[0], "0");
    // From half-way between the two months, to the right edge.
    let middle = f32::midpoint(it.plot.left, it.plot.right);
    assert!((it.bands[0].area.left - middle).abs() < 1e-3);
    assert!((it.bands[0].area.right - it.plot.right).abs() < 1e-3);
}

#[test]
fn bars_begin_at_zero() {
    let mut chart = line("2025-01", &[Some(90.0), Some(120.0)]);
    chart.kind = ChartKind::Bars;
    let it = layout(&chart);
    assert_eq!(it.axis.labels()[0], "0");
    let bar = it.dots[0].bar.unwrap();
    assert!((bar.bottom - it.plot.bottom).abs() < 1e-3);
}

#[test]
fn words_at_the_right_edge_never_collide() {
    let mut chart = line("2025-01", &[Some(24.0), Some(25.1)]);
    chart.bands.push(TargetBand {
        from: month("2020-01"),
        through: month("2030-01"),
        lower: Some(20.0),
        upper: Some(30.0),
        label: "Norm 20–30".to_owned(),
        series: None,
    });
    chart.rules.push(Rule {
        from: month("2025-01"),
        through: month("2025-02"),
        value: 25.0,
        label: "Median 25,0".to_owned(),
        kind: RuleKind::Median,
    });
    let it = layout(&chart);
    let mut ys: Vec<f32> = it.end_labels.iter().map(|it| it.y).collect();
    ys.sort_by(f32::total_cmp);
    assert_eq!(ys.len(), 3);
    assert!(ys.windows(2).all(|it| LINE <= it[1] - it[0]), "{ys:?}");
    let widest = it.end_labels.iter().map(|it| seven_a_letter(&it.text, Lettering::Label));
    assert!(it.end_labels[0].x + widest.fold(0.0, f32::max) <= SIZE.width);
}

#[test]
fn a_break_on_new_years_day_lies_between_december_and_january() {
    let mut chart = line("2023-12", &[Some(1.0), Some(2.0)]);
    chart.marks.push(Mark {
        day: Day::new(2024, 1, 1).unwrap(),
        title: "Lov".to_owned(),
        kind: EventKind::SeriesBreak,
    });
    let it = layout(&chart);
    let middle = f32::midpoint(it.plot.left, it.plot.right);
    assert!((it.marks[0].x - middle).abs() < 1e-3);
    assert_eq!(it.marks[0].label.map(Area::width), Some(21.0));
}

#[test]
fn words_of_events_never_collide() {
    let mut chart = line("2020-01", &[Some(1.0); 72]);
    for (number, year) in (2020..2026).enumerate() {
        for month in [2, 5] {
            chart.marks.push(Mark {
                day: Day::new(year, month, 1).unwrap(),
                title: format!("En længere titel {number}"),
                kind: EventKind::Event,
            });
        }
    }
    let it = layout(&chart);
    let boxes: Vec<Area> = it.marks.iter().filter_map(|it| it.label).collect();
    assert!(2 <= boxes.len());
    for (place, one) in boxes.iter().enumerate() {
        assert!(0.0 <= one.top && one.right <= SIZE.width);
        assert!(boxes[place + 1..].iter().all(|it| !one.overlaps(*it)));
    }
}

#[test]
fn the_second_half_of_each_year_is_tinted_from_mid_june() {
    let chart = line("2024-01", &[Some(1.0); 24]);
    let it = layout(&chart);
    let month = it.plot.width() / 23.0;
    assert_eq!(it.second_halves.len(), 2);
    assert!((it.second_halves[0].left - (it.plot.left + 5.5 * month)).abs() < 1e-2);
    assert!((it.second_halves[0].right - (it.plot.left + 11.5 * month)).abs() < 1e-2);
    assert!((it.second_halves[1].right - it.plot.right).abs() < 1e-2);
}
