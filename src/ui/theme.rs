//! Colours, sizes and distances of the window. The only place where a colour is written down.

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, Style, TextStyle, Vec2};

use super::fonts::SEMIBOLD;
use crate::chart::{Ground, Ink, Rgb};

/// The named colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub background: Color32,
    pub surface: Color32,
    pub line: Color32,
    pub text: Color32,
    pub muted: Color32,
    pub accent: Color32,
    pub accent_soft: Color32,
    /// Words on a ground of `accent`.
    pub on_accent: Color32,
    pub good: Color32,
    pub good_soft: Color32,
    pub warning: Color32,
    pub warning_soft: Color32,
    pub bad: Color32,
    pub bad_soft: Color32,
    pub target_band: Color32,
    pub second_half: Color32,
    pub chart_grid: Color32,
    pub series: [Color32; 3],
}

impl Palette {
    /// The colour of the unit or series at this place; they repeat after three.
    pub fn series(&self, index: usize) -> Color32 {
        self.series.get(index % self.series.len()).copied().unwrap_or(self.accent)
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the place where colours are declared")]
const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

pub const LIGHT: Palette = Palette {
    background: rgb(0xF6_F7_F9),
    surface: rgb(0xFF_FF_FF),
    line: rgb(0xDF_E3_E8),
    text: rgb(0x1A_23_30),
    muted: rgb(0x56_61_6E),
    accent: rgb(0x1D_5C_A6),
    accent_soft: rgb(0xE5_EE_F8),
    on_accent: rgb(0xFF_FF_FF),
    good: rgb(0x23_70_44),
    good_soft: rgb(0xE6_F2_EA),
    warning: rgb(0x9A_52_00),
    warning_soft: rgb(0xFB_F0_E1),
    bad: rgb(0xAE_23_1C),
    bad_soft: rgb(0xFB_E9_E7),
    target_band: rgb(0xE4_EF_E8),
    second_half: rgb(0xF3_F5_F8),
    chart_grid: rgb(0xEC_EF_F2),
    series: [rgb(0x1D_5C_A6), rgb(0xB4_50_0F), rgb(0x14_76_6A)],
};

pub const DARK: Palette = Palette {
    background: rgb(0x13_17_1C),
    surface: rgb(0x1B_21_28),
    line: rgb(0x31_3A_45),
    text: rgb(0xE9_ED_F2),
    muted: rgb(0xA5_B0_BC),
    accent: rgb(0x79_B6_F6),
    accent_soft: rgb(0x22_34_4A),
    on_accent: rgb(0x13_17_1C),
    good: rgb(0x74_C9_9A),
    good_soft: rgb(0x1E_33_28),
    warning: rgb(0xF0_AE_58),
    warning_soft: rgb(0x3A_2D_1A),
    bad: rgb(0xF4_95_8C),
    bad_soft: rgb(0x3D_23_22),
    target_band: rgb(0x1E_2F_27),
    second_half: rgb(0x1F_26_2E),
    chart_grid: rgb(0x26_2E_37),
    series: [rgb(0x79_B6_F6), rgb(0xF0_A2_65), rgb(0x63_C7_B5)],
};

/// The colours in force where this is drawn.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// The colour of a part of a chart, the same in every picture of it.
pub fn ink(ink: Ink, ground: Ground) -> Color32 {
    let Rgb([red, green, blue]) = ink.on(ground);
    rgb(u32::from_be_bytes([0, red, green, blue]))
}

/// Distances. Everything in the window is a multiple of four.
pub mod space {
    pub const XS: f32 = 4.0;
    pub const S: f32 = 8.0;
    pub const M: f32 = 12.0;
    pub const L: f32 = 16.0;
    pub const XL: f32 = 24.0;
    pub const XXL: f32 = 32.0;
}

/// Sizes that more than one file needs.
pub mod size {
    pub const RAIL: f32 = 188.0;
    pub const TOP_BAR: f32 = 56.0;
    pub const STATUS_LINE: f32 = 28.0;
    pub const CONTROL: f32 = 32.0;
    pub const CARD_RADIUS: u8 = 10;
    pub const CONTROL_RADIUS: u8 = 7;
    pub const CARD_PADDING: f32 = 18.0;
    pub const SMALL: f32 = 12.5;
    pub const BODY: f32 = 14.0;
}

/// Text styles beside egui's own.
pub mod style {
    use egui::TextStyle;

    pub fn card_title() -> TextStyle {
        TextStyle::Name("card title".into())
    }

    pub fn strong() -> TextStyle {
        TextStyle::Name("strong".into())
    }

    pub fn small_strong() -> TextStyle {
        TextStyle::Name("small strong".into())
    }

    pub fn figure() -> TextStyle {
        TextStyle::Name("figure".into())
    }

    pub fn row_figure() -> TextStyle {
        TextStyle::Name("row figure".into())
    }
}

/// Regular letters of this size.
pub const fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Semibold letters of this size.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// Gives both themes their style. Called once.
pub fn install(ctx: &egui::Context) {
    super::fonts::install(ctx);
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for (theme, palette) in [(egui::Theme::Light, &LIGHT), (egui::Theme::Dark, &DARK)] {
        ctx.set_style_of(theme, style_of(theme, palette));
    }
}

fn style_of(theme: egui::Theme, palette: &Palette) -> Style {
    let mut style =
        Style { visuals: theme.default_visuals(), animation_time: 0.0, ..Style::default() };
    style.text_styles = [
        (TextStyle::Heading, semibold(20.0)),
        (TextStyle::Body, regular(size::BODY)),
        (TextStyle::Button, regular(size::BODY)),
        (TextStyle::Small, regular(size::SMALL)),
        (TextStyle::Monospace, regular(size::BODY)),
        (style::card_title(), semibold(16.0)),
        (style::strong(), semibold(size::BODY)),
        (style::small_strong(), semibold(size::SMALL)),
        (style::figure(), semibold(30.0)),
        (style::row_figure(), semibold(24.0)),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(space::S, space::XS);
    style.spacing.button_padding = Vec2::new(space::M, 6.0);
    style.spacing.interact_size = Vec2::new(40.0, size::CONTROL);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.icon_width = 14.0;
    style.spacing.tooltip_width = 420.0;
    style.spacing.scroll = egui::style::ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        floating_allocated_width: 0.0,
        active_handle_opacity: 0.25,
        interact_handle_opacity: 0.5,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        fade: egui::style::ScrollFadeStyle { strength: 0.0, ..Default::default() },
        ..egui::style::ScrollStyle::floating()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.3;
    visuals(&mut style.visuals, palette);
    style
}

fn visuals(visuals: &mut egui::Visuals, palette: &Palette) {
    visuals.panel_fill = palette.background;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CornerRadius::same(size::CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(size::CONTROL_RADIUS);
    visuals.extreme_bg_color = palette.surface;
    visuals.text_edit_bg_color = Some(palette.surface);
    visuals.faint_bg_color = palette.second_half;
    visuals.code_bg_color = palette.second_half;
    visuals.weak_text_color = Some(palette.muted);
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.warning;
    visuals.error_fg_color = palette.bad;
    visuals.button_frame = true;
    visuals.disabled_alpha = 0.6;
    visuals.selection =
        Selection { bg_fill: palette.accent_soft, stroke: Stroke::new(1.0, palette.accent) };
    let shade = Color32::from_black_alpha(if visuals.dark_mode { 90 } else { 28 });
    visuals.popup_shadow =
        egui::epaint::Shadow { offset: [0, 4], blur: 12, spread: 0, color: shade };
    visuals.window_shadow = visuals.popup_shadow;
    // Buttons are filled with the weak colour; radio buttons and check boxes with the other.
    let widget = |fill: Color32, edge: Stroke, words: Color32| WidgetVisuals {
        bg_fill: palette.line,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius: CornerRadius::same(size::CONTROL_RADIUS),
        fg_stroke: Stroke::new(1.0, words),
        expansion: 0.0,
    };
    let line = Stroke::new(1.0, palette.line);
    let focus = Stroke::new(2.0, palette.accent);
    visuals.widgets = Widgets {
        noninteractive: widget(palette.surface, line, palette.text),
        inactive: widget(palette.surface, line, palette.text),
        hovered: widget(palette.accent_soft, Stroke::new(1.0, palette.accent), palette.text),
        active: widget(palette.accent_soft, focus, palette.text),
        open: widget(palette.accent_soft, Stroke::new(1.0, palette.accent), palette.text),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f64 {
        let part = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_word_can_be_read_on_its_ground() {
        for theme in [LIGHT, DARK] {
            let pairs = [
                (theme.text, theme.background),
                (theme.text, theme.accent_soft),
                (theme.muted, theme.background),
                (theme.muted, theme.surface),
                (theme.accent, theme.surface),
                (theme.accent, theme.accent_soft),
                (theme.on_accent, theme.accent),
                (theme.good, theme.good_soft),
                (theme.good, theme.target_band),
                (theme.warning, theme.warning_soft),
                (theme.bad, theme.bad_soft),
                (theme.series[0], theme.surface),
                (theme.series[1], theme.surface),
                (theme.series[2], theme.surface),
            ];
            for (words, ground) in pairs {
                let found = contrast(words, ground);
                assert!(5.0 <= found, "{words:?} on {ground:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn charts_have_the_colours_of_the_window() {
        for (ground, theme) in [(Ground::Light, LIGHT), (Ground::Dark, DARK)] {
            let pairs = [
                (Ink::Surface, theme.surface),
                (Ink::Text, theme.text),
                (Ink::Muted, theme.muted),
                (Ink::Grid, theme.chart_grid),
                (Ink::SecondHalf, theme.second_half),
                (Ink::TargetBand, theme.target_band),
                (Ink::Target, theme.good),
                (Ink::Beyond, theme.bad),
            ];
            for (part, color) in pairs {
                assert_eq!(ink(part, ground), color, "{part:?}");
            }
            for place in 0..4 {
                assert_eq!(ink(Ink::Series(place), ground), theme.series(place));
            }
        }
    }
}
