//! The text of a file whose encoding nobody tells: UTF-8, UTF-16 as Excel writes "Unicode text", or Windows-1251 as it
//! writes CSV on a Ukrainian computer.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// How many of a hundred letters may be such as no text has.
const MOST_ODD: usize = 2;

/// The text; none: these bytes are none.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
            text.into_owned()
        }
        None if bytes.contains(&0) => {
            let encoding = wide(bytes)?;
            let (text, broken) = encoding.decode_without_bom_handling(bytes);
            (!broken).then(|| text.into_owned())?
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            // Cut off within a letter.
            Err(error) if error.error_len().is_none() => {
                String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned()
            }
            Err(_) => WINDOWS_1251.decode_without_bom_handling(bytes).0.into_owned(),
        },
    };
    is_text(&text).then_some(text)
}

/// Which UTF-16 it is. The upper halves of letters of one alphabet are nearly all the same few.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let upper = |half: usize| {
        let halves = bytes.iter().skip(half).step_by(2);
        let (all, likely) = halves.fold((0, 0), |(all, likely), byte| {
            (all + 1, likely + usize::from(matches!(byte, 0 | 4 | 0x20)))
        });
        likely * 10 >= all * 8
    };
    match (upper(1), upper(0)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Other files have control characters all over, and letters that could not be read.
fn is_text(text: &str) -> bool {
    let is_odd = |c: &char| matches!(c, '\u{FFFD}') || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
    let (all, odd) = text.chars().fold((0, 0), |(all, odd), c| (all + 1, odd + usize::from(is_odd(&c))));
    !text.starts_with("%PDF") && odd * 100 <= all * MOST_ODD
}
