//! Rows of cells with `;` between them. Cells may stand in quotes, as in CSV: then they may hold `;`, quotes written
//! twice, and line feeds. A quote within an unquoted cell is a quote.

use super::Malformed;

/// A row, with the line it begins on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub line: usize,
    /// Without white space around them.
    pub cells: Vec<String>,
}

/// All rows but the empty ones.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, Malformed> {
    let mut rows = Vec::new();
    let mut lines = (1..).zip(text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)));
    while let Some((line, rest)) = lines.next() {
        if rest.trim().is_empty() {
            continue;
        }
        let mut row = Row { line, cells: Vec::new() };
        let mut rest = Some(rest);
        while let Some(from) = rest {
            let (cell, after) = match from.strip_prefix('"') {
                Some(quoted) => in_quotes(quoted, &mut lines)
                    .ok_or_else(|| Malformed::new(line, "a quote is opened here and never closed"))?,
                None => (String::new(), from),
            };
            let end = after.find(';');
            row.cells.push((cell + &after[..end.unwrap_or(after.len())]).trim().to_owned());
            rest = end.map(|end| &after[end + 1..]);
        }
        rows.push(row);
    }
    Ok(rows)
}

/// The cell up to its closing quote, and what comes after it on that line. None if it is never closed.
fn in_quotes<'a>(
    mut rest: &'a str,
    lines: &mut impl Iterator<Item = (usize, &'a str)>,
) -> Option<(String, &'a str)> {
    let mut cell = String::new();
    loop {
        match rest.split_once('"') {
            Some((before, after)) => {
                cell.push_str(before);
                let Some(more) = after.strip_prefix('"') else { return Some((cell, after)) };
                cell.push('"');
                rest = more;
            }
            None => {
                cell.push_str(rest);
                cell.push('\n');
                rest = lines.next()?.1;
            }
        }
    }
}

/// A cell so that it is read back as it was: on one line, quoted if need be.
pub(super) fn cell(text: &str) -> String {
    // Python takes more than line feeds for the end of a line.
    let breaks = |c: char| c.is_control() || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
    let line: String = text.chars().map(|c| if breaks(c) { ' ' } else { c }).collect();
    let line = line.trim();
    if line.contains([';', '"']) { format!("\"{}\"", line.replace('"', "\"\"")) } else { line.to_owned() }
}
