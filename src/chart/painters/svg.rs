//! Writes a chart as SVG: real text in Noto Sans, and every figure with its numbers as data.

use std::fmt::Write as _;

use crate::chart::draw;
use crate::chart::scene::{
    Anchor, Area, Dash, Datum, Ground, Ink, Lettering, Marker, Shape, Sheet, Spot, text_width,
};
use crate::chart::value::Chart;

/// The chart as a picture of its own. The same chart gives the same bytes everywhere.
///
/// Each figure is an element with `data-series`, `data-at`, `data-value` (in full), `data-shown` and
/// `data-basis`; a figure that is missing is an empty one. The numbers are those of [`Chart::table`].
pub fn svg(chart: &Chart, sheet: Sheet, ground: Ground) -> String {
    let scene = draw(chart, sheet, &text_width);
    let mut out = Writer { text: String::with_capacity(24 * 1024), chart, ground };
    out.open(sheet);
    let mut places = Vec::new();
    for shape in &scene.shapes {
        places.extend(out.shape(shape));
    }
    out.missing(&places);
    out.text.push_str("</svg>\n");
    out.text
}

struct Writer<'a> {
    text: String,
    chart: &'a Chart,
    ground: Ground,
}

impl Writer<'_> {
    fn put(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let _never = self.text.write_fmt(arguments);
    }

    fn open(&mut self, sheet: Sheet) {
        let (width, height) = (Places(sheet.size.width), Places(sheet.size.height));
        let chart = self.chart;
        self.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" xml:lang=\"{}\" aria-label=\"{}\" \
             font-family=\"Noto Sans, sans-serif\" style=\"font-variant-numeric:tabular-nums\">\n",
            chart.lang.code(),
            Escaped(&chart.title),
        ));
        self.put(format_args!("<title>{}</title>\n", Escaped(&chart.title)));
        self.put(format_args!("<desc>{}</desc>\n", Escaped(&chart.in_words())));
        let surface = Ink::Surface.on(self.ground).hex();
        self.put(format_args!(
            "<rect width=\"{width}\" height=\"{height}\" fill=\"{surface}\"/>\n"
        ));
    }

    /// The figure it shows, when it shows one.
    fn shape(&mut self, shape: &Shape) -> Option<Datum> {
        match shape {
            Shape::Box { area, ink, datum } => {
                let Area { left, top, .. } = *area;
                self.put(format_args!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"",
                    Places(left),
                    Places(top),
                    Places(area.width()),
                    Places(area.height()),
                    ink.on(self.ground).hex()
                ));
                self.end(*datum, "rect")
            }
            Shape::Line { from, to, ink, width, dash } => {
                self.line(*from, *to, *ink, *width, *dash);
                None
            }
            Shape::Trace { spots, ink, .. } => {
                self.trace(spots, *ink);
                None
            }
            Shape::Dot { at, radius, marker, ink, hole, datum } => {
                self.dot(*at, *radius, *marker, *ink, *hole);
                let element = if *marker == Marker::Disc { "circle" } else { "path" };
                self.end(*datum, element)
            }
            Shape::Word { area, anchor, text, lettering, ink } => {
                self.word(*area, *anchor, text, *lettering, *ink);
                None
            }
        }
    }

    /// Ends an open tag, with the figure's numbers.
    fn end(&mut self, datum: Option<Datum>, element: &str) -> Option<Datum> {
        let found = datum.and_then(|datum| {
            let series = self.chart.series.get(datum.series)?;
            Some((datum, series, series.points.get(datum.point)?))
        });
        let Some((datum, series, point)) = found else {
            self.text.push_str("/>\n");
            return None;
        };
        self.data(datum);
        let what = point.at.words(self.chart.lang);
        let shown = series.with_unit(point);
        let basis =
            if point.basis.is_empty() { String::new() } else { format!(" ({})", point.basis) };
        let tip = format!("{what}, {}: {shown}{basis}", series.name);
        self.put(format_args!("><title>{}</title></{element}>\n", Escaped(&tip)));
        Some(datum)
    }

    fn data(&mut self, datum: Datum) {
        let chart = self.chart;
        let Some(series) = chart.series.get(datum.series) else { return };
        let Some(point) = series.points.get(datum.point) else { return };
        self.put(format_args!(
            " data-series=\"{}\" data-at=\"{}\"",
            Escaped(&series.name),
            Escaped(&point.at.key())
        ));
        if let Some(value) = point.value {
            self.put(format_args!(" data-value=\"{value}\""));
        }
        self.put(format_args!(
            " data-shown=\"{}\" data-basis=\"{}\"",
            Escaped(&point.shown),
            Escaped(&point.basis)
        ));
    }

    /// Figures that have no shape, so that what is missing is said too.
    fn missing(&mut self, places: &[Datum]) {
        let mut shown: Vec<Datum> = places.to_vec();
        shown.sort_unstable();
        let chart = self.chart;
        for (series, line) in chart.series.iter().enumerate() {
            for point in 0..line.points.len() {
                let datum = Datum { series, point };
                if shown.binary_search(&datum).is_err() {
                    self.text.push_str("<g");
                    self.data(datum);
                    self.text.push_str("/>\n");
                }
            }
        }
    }

    fn line(&mut self, from: Spot, to: Spot, ink: Ink, width: f32, dash: Dash) {
        let dash = match dash {
            Dash::Whole => "",
            Dash::Dots => " stroke-dasharray=\"2 3\"",
            Dash::Dashes => " stroke-dasharray=\"7 5\"",
        };
        self.put(format_args!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"{dash}/>\n",
            Places(from.x),
            Places(from.y),
            Places(to.x),
            Places(to.y),
            ink.on(self.ground).hex(),
            Places(width)
        ));
    }

    fn trace(&mut self, spots: &[Spot], ink: Ink) {
        self.text.push_str("<polyline points=\"");
        for (place, spot) in spots.iter().enumerate() {
            let gap = if place == 0 { "" } else { " " };
            self.put(format_args!("{gap}{},{}", Places(spot.x), Places(spot.y)));
        }
        self.put(format_args!(
            "\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\" stroke-linejoin=\"round\"/>\n",
            ink.on(self.ground).hex()
        ));
    }

    /// A tag that is still open. A hollow form is a ring around its hole.
    fn dot(&mut self, at: Spot, radius: f32, marker: Marker, ink: Ink, hole: Option<Ink>) {
        let color = ink.on(self.ground).hex();
        let ring = 1.7;
        let radius = if hole.is_some() { radius - ring * 0.5 } else { radius };
        let (x, y, r) = (at.x, at.y, radius);
        match marker {
            Marker::Disc => self.put(format_args!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"",
                Places(x),
                Places(y),
                Places(r)
            )),
            Marker::Square => {
                let (left, top, side) = (Places(x - r), Places(y - r), Places(2.0 * r));
                self.put(format_args!("<path d=\"M{left},{top}h{side}v{side}h-{side}z\""));
            }
            Marker::Diamond => {
                let r = r * 1.25;
                let (top, r) = (Places(y - r), Places(r));
                self.put(format_args!(
                    "<path d=\"M{},{top}l{r},{r}l-{r},{r}l-{r},-{r}z\"",
                    Places(x)
                ));
            }
        }
        match hole {
            Some(hole) => {
                let hole = hole.on(self.ground).hex();
                self.put(format_args!(
                    " fill=\"{hole}\" stroke=\"{color}\" stroke-width=\"{}\"",
                    Places(ring)
                ));
            }
            None => self.put(format_args!(" fill=\"{color}\"")),
        }
    }

    fn word(&mut self, area: Area, anchor: Anchor, text: &str, lettering: Lettering, ink: Ink) {
        let (x, anchor) = match anchor {
            Anchor::Start => (area.left, ""),
            Anchor::Middle => (area.center().x, " text-anchor=\"middle\""),
            Anchor::End => (area.right, " text-anchor=\"end\""),
        };
        let weight = if lettering.is_bold() { " font-weight=\"700\"" } else { "" };
        self.put(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>\n",
            Places(x),
            Places(area.center().y + lettering.size() * MIDDLE),
            Places(lettering.size()),
            ink.on(self.ground).hex(),
            Escaped(text)
        ));
    }
}

/// From the middle of a line to its baseline, in parts of the letters' height: half of Noto Sans'
/// capitals, which are 1462 of 2048.
const MIDDLE: f32 = 0.357;

/// A length with at most two decimals.
struct Places(f32);

impl std::fmt::Display for Places {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "lengths of a picture; what is no number or far outside is cut to the range"
        )]
        let hundredths = (self.0 * 100.0).round() as i64;
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{sign}{whole}"),
            (_, 0) => write!(f, "{sign}{whole}.{}", rest / 10),
            _ => write!(f, "{sign}{whole}.{rest:02}"),
        }
    }
}

/// Text between tags or in an attribute. What XML cannot hold becomes the replacement sign.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use resvg::usvg::roxmltree::Document;

    use super::*;
    use crate::chart::samples::{half_years, line};
    use crate::chart::{Heading, Size};

    const SHEET: Sheet =
        Sheet { size: Size { width: 640.0, height: 300.0 }, heading: Heading::Painted };

    #[test]
    fn every_figure_stands_in_the_file_with_its_numbers_also_a_missing_one() {
        let chart = line("2025-01", &[Some(21.5), None, Some(30.0)]);
        let text = svg(&chart, SHEET, Ground::Light);
        let document = Document::parse(&text).unwrap();
        let found: Vec<(&str, Option<&str>, &str)> = document
            .descendants()
            .filter_map(|it| Some((it.attribute("data-at")?, it.attribute("data-value"), it)))
            .map(|(at, value, mark)| (at, value, mark.attribute("data-shown").unwrap()))
            .collect();
        let expected = [
            ("2025-01", Some("21.5"), "21,5"),
            ("2025-03", Some("30"), "30,0"),
            ("2025-02", None, ".."),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_picture_has_a_name_a_description_and_a_language() {
        let text = svg(&half_years(), SHEET, Ground::Light);
        let document = Document::parse(&text).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        assert_eq!(root.attribute("aria-label"), Some("Titel"));
        let child = |name: &str| root.children().find(|it| it.has_tag_name(name));
        assert_eq!(child("title").and_then(|it| it.text()), Some("Titel"));
        assert!(child("desc").and_then(|it| it.text()).unwrap().contains("højest 33,0"));
        assert_eq!(root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some("da"));
    }

    #[test]
    fn what_people_typed_never_breaks_the_file() {
        let mut chart = line("2025-01", &[Some(1.0), Some(2.0)]);
        chart.title = "<b> & \"x\" \u{1} \u{ffff} </svg>".to_owned();
        chart.series[0].name = "a<b&c".to_owned();
        let text = svg(&chart, SHEET, Ground::Dark);
        let document = Document::parse(&text).unwrap();
        let title = document.root_element().attribute("aria-label").unwrap().to_owned();
        assert_eq!(title, "<b> & \"x\" \u{fffd} \u{fffd} </svg>");
    }

    #[test]
    fn lengths_are_short_and_exact_to_a_hundredth() {
        let shown: Vec<String> =
            [0.0, -0.004, 1.5, -2.25, 100.07, f32::NAN].map(|it| Places(it).to_string()).into();
        assert_eq!(shown, ["0", "0", "1.5", "-2.25", "100.07", "0"]);
    }
}
