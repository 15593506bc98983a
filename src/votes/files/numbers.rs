//! Numbers in files: decimal digits only, bounded, never a float.

/// Decimals that points, costs and budgets may have.
pub(super) const DECIMALS: usize = 3;
/// One in thousandths.
pub(super) const ONE: u64 = 1_000;

/// A whole number.
pub(super) fn whole(text: &str) -> Result<u64, String> {
    let text = text.trim();
    if text.starts_with('-') {
        return Err(format!("{} is negative", shown(text)));
    }
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("{} is not a whole number", shown(text)));
    }
    text.parse().map_err(|_| format!("{} is too large", shown(text)))
}

/// A number in thousandths; `12`, `12.5`, and `12,5` as some towns write it.
pub(super) fn thousandths(text: &str) -> Result<u64, String> {
    let text = text.trim();
    let (before, after) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if text.starts_with('-') {
        return Err(format!("{} is negative", shown(text)));
    }
    if before.is_empty() || !digits(before) || !digits(after) {
        return Err(format!("{} is not a number", shown(text)));
    }
    let after = after.trim_end_matches('0');
    if after.len() > DECIMALS {
        return Err(format!("{} has more than {DECIMALS} decimals", shown(text)));
    }
    let parts = (before.parse::<u64>(), format!("{after:0<DECIMALS$}").parse::<u64>());
    let (Ok(whole), Ok(part)) = parts else { return Err(format!("{} is too large", shown(text))) };
    let all = whole.checked_mul(ONE).and_then(|all| all.checked_add(part));
    all.ok_or_else(|| format!("{} is too large", shown(text)))
}

/// A piece of a file for a message: short, on one line, in quotes.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 40;
    let mut short: String = text.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    format!("\"{short}\"")
}
