//! What the parts of a chart are painted with, by name, and the colours of the names on three grounds.
//!
//! The window, the files and the documents all take their colours from here.

/// Red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    const fn of(hex: u32) -> Self {
        let [_, red, green, blue] = hex.to_be_bytes();
        Self([red, green, blue])
    }

    /// As in files: `#1d5ca6`.
    pub fn hex(self) -> String {
        let Self([red, green, blue]) = self;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// What a picture stands on. Paper is always light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    #[default]
    Light,
    Dark,
}

/// A part of a chart that has a colour of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Surface,
    Text,
    Muted,
    Grid,
    /// The second half of each year.
    SecondHalf,
    TargetBand,
    /// Words about a target.
    Target,
    /// The series or unit at this place.
    Series(usize),
    /// The same, quieter: what the strong one is held against.
    Soft(usize),
    /// A cell of a heat map, from 0, the lightest, to 6.
    Step(u8),
    /// Words on such a cell.
    OnStep(u8),
    /// What is beyond a target.
    Beyond,
}

struct Inks {
    surface: u32,
    text: u32,
    muted: u32,
    grid: u32,
    second_half: u32,
    target_band: u32,
    target: u32,
    series: [u32; 3],
    soft: [u32; 3],
    steps: [u32; 7],
    beyond: u32,
}

const LIGHT: Inks = Inks {
    surface: 0xFF_FF_FF,
    text: 0x1A_23_30,
    muted: 0x56_61_6E,
    grid: 0xEC_EF_F2,
    second_half: 0xF3_F5_F8,
    target_band: 0xE4_EF_E8,
    target: 0x23_70_44,
    series: [0x1D_5C_A6, 0xB4_50_0F, 0x14_76_6A],
    soft: [0xB5_CD_E8, 0xEF_C9_AC, 0xA9_D8_D0],
    steps: [0xEA_F1_F9, 0xCF_DF_F0, 0xAF_CA_E6, 0x88_AE_D8, 0x5C_8D_C5, 0x2F_6A_AF, 0x12_43_80],
    beyond: 0xAE_23_1C,
};

const DARK: Inks = Inks {
    surface: 0x1B_21_28,
    text: 0xE9_ED_F2,
    muted: 0xA5_B0_BC,
    grid: 0x26_2E_37,
    second_half: 0x1F_26_2E,
    target_band: 0x1E_2F_27,
    target: 0x74_C9_9A,
    series: [0x79_B6_F6, 0xF0_A2_65, 0x63_C7_B5],
    soft: [0x34_55_78, 0x70_4B_2D, 0x2C_5D_54],
    steps: [0x22_2D_3A, 0x27_3D_55, 0x2E_50_74, 0x3B_69_98, 0x52_88_BF, 0x79_B6_F6, 0xBC_DC_FF],
    beyond: 0xF4_95_8C,
};

impl Ink {
    /// The colour of this part on a ground.
    pub fn on(self, ground: Ground) -> Rgb {
        let inks = match ground {
            Ground::Light => &LIGHT,
            Ground::Dark => &DARK,
        };
        let of = |colors: &[u32; 3], place: usize| colors.get(place % 3).copied();
        let step = |step: u8| inks.steps.get(usize::from(step)).copied();
        let hex = match self {
            Self::Surface => Some(inks.surface),
            Self::Text => Some(inks.text),
            Self::Muted => Some(inks.muted),
            Self::Grid => Some(inks.grid),
            Self::SecondHalf => Some(inks.second_half),
            Self::TargetBand => Some(inks.target_band),
            Self::Target => Some(inks.target),
            Self::Series(place) => of(&inks.series, place),
            Self::Soft(place) => of(&inks.soft, place),
            Self::Step(place) => step(place),
            // The strong steps are far from the ground; words on them take the ground's own colour.
            Self::OnStep(place) => Some(if place < 4 { inks.text } else { inks.surface }),
            Self::Beyond => Some(inks.beyond),
        };
        Rgb::of(hex.unwrap_or(inks.text))
    }
}
