//! What must hold of every picture: no two words meet, no word leaves the picture or lies on a line, and
//! every word can be read on its ground. Read from the SVG as written, not from our own layout.

use resvg::usvg::roxmltree::{Document, Node};
use sagstakt::chart::{Ground, Heading, Lettering, Sheet, Size, svg, text_width};
use sagstakt::text::Lang;

use super::cases::{Case, KINDS, chart};

#[derive(Debug, Clone)]
struct Word {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    color: String,
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).map_or(0.0, |it| it.parse().unwrap())
}

/// From the top of the capitals to below the baseline as far as letters hang.
fn word(node: Node<'_, '_>) -> Word {
    let text = node.text().unwrap_or_default().to_owned();
    let size = number(node, "font-size");
    let lettering =
        if node.attribute("font-weight").is_some() { Lettering::Year } else { Lettering::Label };
    let width = f64::from(text_width(&text, lettering)) / f64::from(lettering.size()) * size;
    let x = number(node, "x");
    let left = match node.attribute("text-anchor") {
        None => x,
        Some("middle") => x - width / 2.0,
        Some(_) => x - width,
    };
    let base = number(node, "y");
    Word {
        text,
        left,
        right: left + width,
        top: base - 0.72 * size,
        bottom: base + 0.22 * size,
        color: node.attribute("fill").unwrap().to_owned(),
    }
}

fn luminance(hex: &str) -> f64 {
    let part = |at: usize| {
        let it = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if it <= 0.03928 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Every colour a word lies on: the last ground painted under each of its corners and its middle.
fn grounds(document: &Document<'_>, word: &Word) -> Vec<String> {
    let middle = f64::midpoint(word.left, word.right);
    let spots = [
        (word.left, word.top),
        (word.right, word.bottom),
        (middle, word.top),
        (middle, word.bottom),
    ];
    let rects: Vec<_> = document.descendants().filter(|it| it.has_tag_name("rect")).collect();
    let ground = |(x, y): (f64, f64)| {
        let covers = |it: &&Node<'_, '_>| {
            let (left, top) = (number(**it, "x"), number(**it, "y"));
            left <= x
                && x <= left + number(**it, "width")
                && top <= y
                && y <= top + number(**it, "height")
        };
        rects.iter().rev().find(covers).map(|it| it.attribute("fill").unwrap().to_owned())
    };
    spots.into_iter().filter_map(ground).collect()
}

/// The straight pieces of everything that is drawn as a line, but for the quiet grid.
fn strokes(document: &Document<'_>, grid: &str) -> Vec<[f64; 4]> {
    let mut strokes = Vec::new();
    for node in document.descendants() {
        if node.has_tag_name("line") && node.attribute("stroke") != Some(grid) {
            strokes.push(["x1", "y1", "x2", "y2"].map(|it| number(node, it)));
        }
        if node.has_tag_name("polyline") {
            let spots: Vec<Vec<f64>> = node
                .attribute("points")
                .unwrap()
                .split(' ')
                .map(|it| it.split(',').map(|it| it.parse().unwrap()).collect())
                .collect();
            strokes.extend(spots.windows(2).map(|it| [it[0][0], it[0][1], it[1][0], it[1][1]]));
        }
    }
    strokes
}

/// Whether a piece of line runs through a word, sampled every half point.
fn crosses(word: &Word, [x1, y1, x2, y2]: [f64; 4]) -> bool {
    let length = (x2 - x1).hypot(y2 - y1);
    let steps = (length * 2.0).ceil().max(1.0);
    let mut place = 0.0;
    while place <= steps {
        let share = place / steps;
        let (x, y) = (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share);
        let inside = word.left + 0.5 < x && x < word.right - 0.5;
        if inside && word.top + 0.5 < y && y < word.bottom - 0.5 {
            return true;
        }
        place += 1.0;
    }
    false
}

pub fn problems(svg: &str, size: Size, ground: Ground) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let words: Vec<Word> =
        document.descendants().filter(|it| it.has_tag_name("text")).map(word).collect();
    assert!(!words.is_empty(), "a picture without a word");
    let grid = sagstakt::chart::Ink::Grid.on(ground).hex();
    let strokes = strokes(&document, &grid);
    let mut found = Vec::new();
    for (place, one) in words.iter().enumerate() {
        let inside = 0.0 <= one.left
            && one.right <= f64::from(size.width)
            && 0.0 <= one.top
            && one.bottom <= f64::from(size.height);
        if !inside {
            found.push(format!("outside: {one:?}"));
        }
        for other in &words[place + 1..] {
            let meet = one.left < other.right
                && other.left < one.right
                && one.top < other.bottom
                && other.top < one.bottom;
            if meet {
                found.push(format!("{:?} meets {:?}", one.text, other.text));
            }
        }
        if strokes.iter().any(|it| crosses(one, *it)) {
            found.push(format!("a line through {one:?}"));
        }
        for ground in grounds(&document, one) {
            let contrast = contrast(&one.color, &ground);
            if contrast < 4.5 {
                found.push(format!("{:?} on {ground}: {contrast:.2}", one.text));
            }
        }
    }
    found
}

#[test]
fn every_word_is_inside_alone_and_readable() {
    let mut failures = Vec::new();
    let mut pictures = 0;
    let looks = [Lang::Da, Lang::En]
        .into_iter()
        .flat_map(|lang| [Ground::Light, Ground::Dark].map(|ground| (lang, ground)));
    for (width, height) in [(720.0, 340.0), (420.0, 260.0), (1600.0, 900.0)] {
        let size = Size { width, height };
        let kinds = KINDS.into_iter().flat_map(|it| Case::ALL.map(|case| (it, case)));
        for (((name, kind), case), (lang, ground)) in
            kinds.flat_map(|it| looks.clone().map(move |look| (it, look)))
        {
            let chart = chart(name, kind, case, lang);
            let text = svg(&chart, Sheet { size, heading: Heading::Painted }, ground);
            pictures += 1;
            let problems = problems(&text, size, ground).into_iter();
            failures.extend(problems.map(|it| format!("{name} {} {width}: {it}", case.name())));
        }
    }
    failures.dedup();
    assert_eq!(pictures, 3 * 11 * 6 * 2 * 2);
    assert!(failures.is_empty(), "{} problems\n  {}", failures.len(), failures.join("\n  "));
}

#[test]
fn the_check_itself_finds_what_is_wrong() {
    let head =
        "<svg xmlns='http://www.w3.org/2000/svg'><rect width='200' height='99' fill='#ffffff'/>";
    let text = |x: i32, words: &str, fill: &str| {
        format!("<text x='{x}' y='40' font-size='12' fill='{fill}'>{words}</text>")
    };
    let size = Size { width: 200.0, height: 99.0 };
    let of = |body: String| problems(&format!("{head}{body}</svg>"), size, Ground::Light);
    assert_eq!(of(text(10, "ord", "#000000")), [""; 0]);
    assert_eq!(of(text(10, "ord", "#bbbbbb")).len(), 4);
    assert_eq!(of(text(190, "ordet", "#000000")).len(), 1);
    assert_eq!(of(text(10, "ordet", "#000000") + &text(20, "andet", "#000000")).len(), 1);
    let line = "<line x1='0' y1='36' x2='99' y2='36' stroke='#000000'/>";
    assert_eq!(of(text(10, "ord", "#000000") + line).len(), 1);
}
