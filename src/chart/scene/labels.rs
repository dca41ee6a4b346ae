//! Words in a chart: how wide they are, and where they go so that they never collide.

use super::geometry::Area;

/// The letters a word in a chart is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lettering {
    /// Regular 12.5.
    Label,
    /// Semibold 12.5.
    Year,
    /// Semibold 14.
    Value,
    /// Semibold 16.
    Title,
    /// Regular 12.
    Source,
}

impl Lettering {
    /// The letters' height in points.
    pub const fn size(self) -> f32 {
        match self {
            Self::Label | Self::Year => 12.5,
            Self::Value => 14.0,
            Self::Title => 16.0,
            Self::Source => 12.0,
        }
    }

    pub const fn is_bold(self) -> bool {
        matches!(self, Self::Year | Self::Value | Self::Title)
    }

    /// What a line of them takes.
    pub const fn line(self) -> f32 {
        match self {
            Self::Label | Self::Year | Self::Source => LINE,
            Self::Value => 18.0,
            Self::Title => 22.0,
        }
    }
}

/// Tells how wide a word is, in points. Each painter measures with its own letters.
pub type TextWidth<'a> = &'a dyn Fn(&str, Lettering) -> f32;

/// Height of a line of labels.
pub const LINE: f32 = 17.0;

/// Moves centres apart until they are `distance` from each other and inside `low..=high`.
///
/// The order is kept. When there is not room for all, the last ones stay at `high`.
pub fn spread(wanted: &[f32], distance: f32, low: f32, high: f32) -> Vec<f32> {
    let mut order: Vec<(usize, f32)> = wanted.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    // Groups of touching labels, each as near to what its members wanted as can be.
    let mut groups: Vec<(f32, usize)> = Vec::new();
    for (_, at) in &order {
        let mut group = (*at, 1);
        while let Some((centre, count)) = groups.last().copied() {
            let reach = distance * 0.5 * (count + group.1) as f32;
            if centre + reach <= group.0 {
                break;
            }
            groups.pop();
            let members = (count + group.1) as f32;
            let mean = (centre * count as f32 + group.0 * group.1 as f32) / members;
            group = (mean, count + group.1);
        }
        let half = distance * 0.5 * (group.1 as f32 - 1.0);
        group.0 = group.0.max(low + half).min((high - half).max(low + half));
        groups.push(group);
    }
    let places = groups.into_iter().flat_map(|(centre, count)| {
        let top = centre - distance * 0.5 * (count as f32 - 1.0);
        (0..count).map(move |it| top + distance * it as f32)
    });
    let mut placed = vec![0.0; wanted.len()];
    for ((index, _), place) in order.into_iter().zip(places) {
        if let Some(slot) = placed.get_mut(index) {
            *slot = place;
        }
    }
    placed
}

/// Between a mark and its word.
const BESIDE: f32 = 5.0;

/// A word above the plot: the x of its mark, and how wide it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MarkWord {
    pub x: f32,
    pub width: f32,
}

/// The room above the plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Headroom {
    pub rows: u8,
    pub left: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Headroom {
    /// Right of the mark, else left of it, else a row higher.
    fn places(self, word: MarkWord) -> impl Iterator<Item = Area> {
        let sides = [word.x + BESIDE, word.x - BESIDE - word.width];
        (0..self.rows)
            .flat_map(move |row| sides.map(|side| (row, side)))
            .map(move |(row, left)| {
                let bottom = self.bottom - LINE * f32::from(row);
                Area { left, top: bottom - LINE, right: left + word.width, bottom }
            })
            .filter(move |it| self.left <= it.left && it.right <= self.right)
    }
}

/// Finds a box for each word, most important first. A word without room is left out (`None`).
///
/// No word covers another, and no mark's line, which reaches up to its own word, runs through one.
pub fn above(words: &[MarkWord], room: Headroom) -> Vec<Option<Area>> {
    let mut placed: Vec<Option<Area>> = vec![None; words.len()];
    // First the places that no line can ever cross, then those that no drawn line crosses.
    for avoids_all in [true, false] {
        for (index, word) in words.iter().enumerate() {
            let is_free = |place: &Area| {
                let mut others = words.iter().zip(&placed).enumerate();
                others.all(|(other, (mark, area))| {
                    let is_clear = area.is_none_or(|area| is_clear(word.x, *place, mark.x, area));
                    other == index || is_clear && !(avoids_all && covers(*place, mark.x))
                })
            };
            let found = room.places(*word).find(is_free);
            if let Some(slot) = placed.get_mut(index).filter(|it| it.is_none()) {
                *slot = found;
            }
        }
    }
    placed
}

/// Whether a word for the mark at `x` can stand at `place` beside another mark's word.
fn is_clear(x: f32, place: Area, other_x: f32, other: Area) -> bool {
    !roomy(other).overlaps(place)
        && !runs_through(other_x, other, place)
        && !runs_through(x, place, other)
}

fn roomy(area: Area) -> Area {
    Area { left: area.left - BESIDE, right: area.right + BESIDE, ..area }
}

fn covers(area: Area, x: f32) -> bool {
    area.left - 2.0 < x && x < area.right + 2.0
}

/// Whether the line at `x`, drawn up to its own word, crosses a word at the same height or lower.
fn runs_through(x: f32, own: Area, word: Area) -> bool {
    own.top <= word.top && covers(word, x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_touch_are_moved_apart_evenly() {
        assert_eq!(spread(&[100.0, 104.0], 16.0, 0.0, 200.0), [94.0, 110.0]);
        assert_eq!(spread(&[104.0, 100.0], 16.0, 0.0, 200.0), [110.0, 94.0]);
        assert_eq!(spread(&[50.0, 150.0], 16.0, 0.0, 200.0), [50.0, 150.0]);
    }

    #[test]
    fn labels_stay_inside() {
        assert_eq!(spread(&[2.0, 3.0], 16.0, 8.0, 92.0), [8.0, 24.0]);
        assert_eq!(spread(&[91.0, 99.0], 16.0, 8.0, 92.0), [76.0, 92.0]);
    }

    #[test]
    fn spread_labels_never_overlap() {
        let placed = spread(&[9.0, 10.0, 30.0, 31.0, 33.0, 80.0], 16.0, 0.0, 200.0);
        let mut sorted = placed.clone();
        sorted.sort_by(f32::total_cmp);
        assert!(sorted.windows(2).all(|it| 15.999 <= it[1] - it[0]), "{placed:?}");
        assert!(sorted.iter().all(|it| 0.0 <= *it), "{placed:?}");
    }

    const ROOM: Headroom = Headroom { rows: 2, left: 0.0, right: 400.0, bottom: 50.0 };

    #[track_caller]
    fn check(words: &[(f32, f32)], room: Headroom, expected: &[Option<(f32, f32)>]) {
        let words: Vec<MarkWord> =
            words.iter().map(|(x, width)| MarkWord { x: *x, width: *width }).collect();
        let placed: Vec<Option<(f32, f32)>> =
            above(&words, room).into_iter().map(|area| area.map(|it| (it.left, it.top))).collect();
        assert_eq!(placed, expected);
    }

    #[test]
    fn a_word_that_a_later_line_would_cross_stands_left_of_its_mark() {
        // Marks 20 apart, words 60 wide: the first word would lie under the second line.
        let expected = [Some((35.0, 33.0)), Some((125.0, 33.0))];
        check(&[(100.0, 60.0), (120.0, 60.0)], ROOM, &expected);
    }

    #[test]
    fn a_word_between_two_lines_goes_up_a_row_or_is_left_out() {
        let marks = [(100.0, 60.0), (120.0, 60.0), (110.0, 60.0)];
        let expected = [Some((35.0, 33.0)), Some((125.0, 33.0)), Some((115.0, 16.0))];
        check(&marks, ROOM, &expected);
        let one_row = Headroom { rows: 1, ..ROOM };
        let expected = [Some((35.0, 33.0)), Some((125.0, 33.0)), None];
        check(&marks, one_row, &expected);
    }

    #[test]
    fn a_word_at_the_edge_stands_left_of_its_mark() {
        check(&[(380.0, 60.0)], ROOM, &[Some((315.0, 33.0))]);
    }
}
