//! Reading PrefLib files (preflib.org, "File formats"): lines `# KEY: value` with facts and names, then
//! `how many: ballot`, where `{}` holds options that share a place or a category.

use std::collections::HashMap;

use super::super::tally::{MOST_BALLOTS, Method};
use super::numbers::{shown, whole};
use super::{Election, Listed, MOST_OPTIONS, Malformed, Marked, Marks, Seats};

/// Ballots in categories: the first category is what a person chooses.
pub(super) fn categories(text: &str) -> Result<Election, Malformed> {
    read(text, Method::Choose, |groups, _| Ok(Marks::Chosen(groups.into_iter().next().unwrap_or_default())))
}

/// Ballots in order.
pub(super) fn orders(text: &str, ties: bool, complete: bool) -> Result<Election, Malformed> {
    read(text, Method::Ranking, |groups, options| {
        if groups.iter().any(Vec::is_empty) {
            return Err("a place is empty".into());
        }
        if !ties && groups.iter().any(|group| group.len() > 1) {
            return Err("options share a place in a file of strict orders".into());
        }
        let named: usize = groups.iter().map(Vec::len).sum();
        if complete && named < options {
            return Err(format!(
                "the ballot names {named} of {options} options in a file of complete orders"
            ));
        }
        Ok(Marks::Places(groups))
    })
}

fn read(
    text: &str,
    method: Method,
    marks: impl Fn(Vec<Vec<usize>>, usize) -> Result<Marks, String>,
) -> Result<Election, Malformed> {
    let mut header = Header::default();
    let mut known: Option<Alternatives> = None;
    let mut ballots = Vec::new();
    let mut total = 0u64;
    for (number, line) in (1..).zip(text.lines()) {
        let wrong = |reason: String| Malformed::new(number, reason);
        let line = line.trim();
        if let Some(fact) = line.strip_prefix('#') {
            if known.is_some() {
                return Err(wrong("a line with # after the first ballot".into()));
            }
            header.take(number, fact).map_err(wrong)?;
        } else if !line.is_empty() {
            let alternatives = match &mut known {
                Some(known) => known,
                None => known.insert(header.alternatives(number)?),
            };
            let (times, groups) = ballot(line, alternatives).map_err(wrong)?;
            total = total
                .checked_add(times)
                .filter(|total| *total <= MOST_BALLOTS)
                .ok_or_else(|| wrong(format!("more than {MOST_BALLOTS} ballots")))?;
            ballots.push(Marked { times, marks: marks(groups, alternatives.listed.len()).map_err(wrong)? });
        }
    }
    let end = text.lines().count().max(1);
    let known = known.map_or_else(|| header.alternatives(end), Ok)?;
    if let Some((line, voters)) = header.voters.filter(|(_, voters)| *voters != total) {
        return Err(Malformed::new(line, format!("NUMBER VOTERS says {voters}, and there are {total}")));
    }
    Ok(Election {
        method,
        winners: None,
        seats: Seats::Unknown("PrefLib files do not"),
        options: known.listed,
        scale: 1,
        ballots,
    })
}

/// What the lines with `#` say.
#[derive(Default)]
struct Header {
    /// With their lines.
    alternatives: Option<(usize, u64)>,
    voters: Option<(usize, u64)>,
    names: Vec<(u64, String)>,
    numbers: HashMap<u64, usize>,
}

struct Alternatives {
    listed: Vec<Listed>,
    positions: HashMap<u64, usize>,
}

impl Header {
    fn take(&mut self, number: usize, fact: &str) -> Result<(), String> {
        let Some((key, value)) = fact.split_once(':') else { return Ok(()) };
        let (key, value) = (key.trim(), value.trim());
        let told = |what: &str| whole(value).map_err(|reason| format!("{what}: {reason}"));
        match key {
            "NUMBER ALTERNATIVES" => {
                let count = told(key)?;
                if count > MOST_OPTIONS as u64 {
                    return Err(format!("more than {MOST_OPTIONS} options"));
                }
                once(&mut self.alternatives, (number, count), key)
            }
            "NUMBER VOTERS" => once(&mut self.voters, (number, told(key)?), key),
            _ => match key.strip_prefix("ALTERNATIVE NAME") {
                Some(id) => self.name(whole(id)?, value),
                None => Ok(()),
            },
        }
    }

    fn name(&mut self, id: u64, name: &str) -> Result<(), String> {
        if self.names.len() == MOST_OPTIONS {
            return Err(format!("more than {MOST_OPTIONS} options"));
        }
        if self.numbers.insert(id, self.names.len()).is_some() {
            return Err(format!("option {id} has a second name"));
        }
        self.names.push((id, name.to_owned()));
        Ok(())
    }

    /// The options that are named, or as many as there are said to be, from 1 on.
    fn alternatives(&mut self, line: usize) -> Result<Alternatives, Malformed> {
        let mut names = std::mem::take(&mut self.names);
        match self.alternatives {
            None if names.is_empty() => {
                return Err(Malformed::new(line, "NUMBER ALTERNATIVES is missing"));
            }
            Some((line, 0)) => return Err(Malformed::new(line, "there are no options")),
            Some((_, count)) if names.is_empty() => {
                names = (1..=count).map(|id| (id, String::new())).collect()
            }
            Some((line, count)) if count != names.len() as u64 => {
                let reason = format!("NUMBER ALTERNATIVES says {count}, and there are {} names", names.len());
                return Err(Malformed::new(line, reason));
            }
            _ => {}
        }
        names.sort_by_key(|(id, _)| *id);
        let positions = (0..).zip(&names).map(|(position, (id, _))| (*id, position)).collect();
        let listed = |(id, name): (u64, String)| {
            let id = id.to_string();
            Listed { name: if name.is_empty() { id.clone() } else { name }, id }
        };
        Ok(Alternatives { listed: names.into_iter().map(listed).collect(), positions })
    }
}

fn once(place: &mut Option<(usize, u64)>, told: (usize, u64), key: &str) -> Result<(), String> {
    match place.replace(told) {
        Some(_) => Err(format!("{key} is told a second time")),
        None => Ok(()),
    }
}

/// How many ballots a line stands for, and the groups of options on them.
fn ballot(line: &str, alternatives: &Alternatives) -> Result<(u64, Vec<Vec<usize>>), String> {
    let (times, order) = line.split_once(':').ok_or("the : after the number of ballots is missing")?;
    let times = whole(times)?;
    if times == 0 {
        return Err("a line for no ballots".into());
    }
    let groups = groups(order, alternatives)?;
    let mut seen = vec![false; alternatives.listed.len()];
    for option in groups.iter().flatten() {
        if std::mem::replace(&mut seen[*option], true) {
            return Err(format!("the ballot names option {} twice", alternatives.listed[*option].id));
        }
    }
    Ok((times, groups))
}

/// `1, {2, 3}, {}, 4`
fn groups(order: &str, alternatives: &Alternatives) -> Result<Vec<Vec<usize>>, String> {
    let position = |id: &str| {
        let position = alternatives.positions.get(&whole(id)?);
        position.copied().ok_or_else(|| format!("no such option: {}", shown(id.trim())))
    };
    let mut groups = Vec::new();
    let mut rest = order.trim();
    while !rest.is_empty() {
        let after = match rest.strip_prefix('{') {
            Some(inner) => {
                let (inner, after) = inner.split_once('}').ok_or("a { is never closed")?;
                let ids = inner.split(',').filter(|_| !inner.trim().is_empty());
                groups.push(ids.map(position).collect::<Result<_, _>>()?);
                after.trim_start()
            }
            None => {
                let end = rest.find(',').unwrap_or(rest.len());
                groups.push(vec![position(&rest[..end])?]);
                &rest[end..]
            }
        };
        rest = match after.strip_prefix(',') {
            Some(more) if more.trim().is_empty() => return Err("a comma at the end".into()),
            Some(more) => more.trim_start(),
            None if after.is_empty() => after,
            None => return Err(format!("a comma is due at {}", shown(after))),
        };
    }
    Ok(groups)
}
