//! A QR code as data: the page draws it as an SVG path.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// What cameras need around a code (ISO/IEC 18004), in modules.
const QUIET: usize = 4;

/// A QR code.
#[derive(Debug, Serialize)]
pub struct Code {
    /// Its side with the quiet zone, in modules.
    side: usize,
    /// Its dark modules, as the `d` of a path: rows of them together.
    path: String,
}

impl Code {
    /// The code of a link. From the last row it is small: the lowest level of correction makes the largest modules.
    pub fn of(link: &str) -> Result<Self> {
        let code =
            QrCode::with_error_correction_level(link.as_bytes(), EcLevel::L).context("Draw a QR code")?;
        let width = code.width();
        let mut path = String::new();
        for (y, row) in code.to_colors().chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run[0] == Color::Dark {
                    let (x, y, n) = (x + QUIET, y + QUIET, run.len());
                    write!(path, "M{x} {y}h{n}v1h-{n}z").context("Write a path")?;
                }
                x += run.len();
            }
        }
        Ok(Self { side: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_its_dark_modules() {
        let code = Code::of("https://t.me/merezha_bot?start=abc").expect("drawn");
        assert_eq!(code.side, 29 + 2 * QUIET, "version 3");
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "the corner of a QR code: {}", &code.path[..40]);
        assert!(code.path.bytes().all(|c| c.is_ascii_digit() || b"Mhvz- ".contains(&c)));
    }
}
