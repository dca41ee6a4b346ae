//! The letters: Noto Sans, regular and bold, the same on every machine. Its digits are of one width.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// The family that headings, key figures and emphasis are set in.
pub const SEMIBOLD: &str = "semibold";

/// Puts Noto Sans in place. egui's own letters stay behind it for signs Noto Sans does not have.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let fallbacks = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, bytes) in
        [("noto-sans", notosans::REGULAR_TTF), ("noto-sans-bold", notosans::BOLD_TTF)]
    {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    let family = |first: &str| {
        let mut names = vec![first.to_owned()];
        names.extend(fallbacks.iter().cloned());
        names
    };
    fonts.families.insert(FontFamily::Proportional, family("noto-sans"));
    fonts.families.insert(FontFamily::Name(SEMIBOLD.into()), family("noto-sans-bold"));
    ctx.set_fonts(fonts);
}

#[cfg(test)]
mod tests {
    use egui::FontId;

    use super::*;

    #[test]
    fn digits_are_of_one_width_in_both_weights() {
        let ctx = egui::Context::default();
        install(&ctx);
        ctx.run_ui(egui::RawInput::default(), |_| {}).drop_without_applying_deltas();
        for family in [FontFamily::Proportional, FontFamily::Name(SEMIBOLD.into())] {
            let font = FontId::new(14.0, family);
            let widths: Vec<f32> =
                ctx.fonts_mut(|fonts| ('0'..='9').map(|it| fonts.glyph_width(&font, it)).collect());
            assert!(widths.iter().all(|it| (it - widths[0]).abs() < 1e-3), "{widths:?}");
        }
    }
}
