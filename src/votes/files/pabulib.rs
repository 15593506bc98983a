//! Reading Pabulib files: META, PROJECTS and VOTES, as their format and its reader in pabutools have them
//! (Faliszewski et al. 2023, "Participatory Budgeting: Data, Tools, and Analysis").
//!
//! Limits that META sets for a ballot are not enforced: a file tells what was counted.

use std::collections::HashMap;
use std::num::NonZeroUsize;

use super::super::tally::{MOST_WEIGHT, Method, Winners};
use super::numbers::{ONE, shown, thousandths, whole};
use super::rows::{Row, rows};
use super::{Election, Listed, MOST_OPTIONS, Malformed, Marked, Marks, Seats};

/// What stands in the column when there is nothing.
const NONE: &str = "none";
/// The rule of Pabulib that is ours for most votes.
pub(super) const GREEDY: &str = "greedy";
/// And the one for balanced winners.
pub(super) const EQUAL_SHARES: &str = "equalshares";

pub(super) fn read(text: &str) -> Result<Election, Malformed> {
    let rows = rows(text)?;
    let end = text.lines().count().max(1);
    let sections = Sections::split(rows, end)?;
    let meta = Meta::read(&sections.meta)?;
    let kind = meta.kind(sections.meta.line)?;
    let projects = Projects::read(&sections.projects)?;
    meta.must_be("num_projects", projects.options.len())?;
    let mut votes = votes(&sections.votes, kind, &projects)?;
    meta.must_be("num_votes", votes.len())?;
    let scale = rescale(&mut votes)?;
    let ballots = votes.into_iter().map(|vote| Marked { times: 1, marks: vote.marks }).collect();
    Ok(Election {
        method: kind.method,
        winners: meta.winners(),
        seats: seats(&meta, &projects)?,
        options: projects.options,
        scale,
        ballots,
    })
}

/// A part of the file.
struct Section {
    /// The line of its name.
    line: usize,
    header: Vec<String>,
    rows: Vec<Row>,
}

struct Sections {
    meta: Section,
    projects: Section,
    votes: Section,
}

impl Sections {
    fn split(rows: Vec<Row>, end: usize) -> Result<Self, Malformed> {
        let mut found: Vec<Section> = Vec::new();
        let mut rows = rows.into_iter();
        let names = ["META", "PROJECTS", "VOTES"];
        while let Some(row) = rows.next() {
            let name = names.iter().position(|name| row.cells[0].eq_ignore_ascii_case(name));
            let due = found.len();
            match (name, found.last_mut()) {
                (Some(name), _) if name == due => {
                    let header = rows.next().map(|row| row.cells.iter().map(|c| c.to_lowercase()).collect());
                    let header =
                        header.ok_or_else(|| Malformed::new(end, "the file ends before its columns"))?;
                    found.push(Section { line: row.line, header, rows: Vec::new() });
                }
                (Some(name), _) => {
                    let reason = match names.get(due) {
                        Some(due) => format!("{} comes here, where {due} is due", names[name]),
                        None => format!("{} comes a second time", names[name]),
                    };
                    return Err(Malformed::new(row.line, reason));
                }
                (None, None) => return Err(Malformed::new(row.line, "META is due here")),
                (None, Some(section)) => {
                    if row.cells.len() > section.header.len() {
                        let (cells, columns) = (row.cells.len(), section.header.len());
                        let reason = format!("{cells} cells here, and only {columns} columns");
                        return Err(Malformed::new(row.line, reason));
                    }
                    section.rows.push(row);
                }
            }
        }
        let missing = names.get(found.len()).map(|name| Malformed::new(end, format!("{name} is missing")));
        let mut found = found.into_iter();
        match (found.next(), found.next(), found.next()) {
            (Some(meta), Some(projects), Some(votes)) => Ok(Self { meta, projects, votes }),
            _ => Err(missing.unwrap_or_else(|| Malformed::new(end, "the file ends too soon"))),
        }
    }
}

impl Section {
    /// Where a column is.
    fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    fn needed(&self, name: &str) -> Result<usize, Malformed> {
        self.column(name)
            .ok_or_else(|| Malformed::new(self.line + 1, format!("the column {name} is missing")))
    }
}

/// A cell; nothing if it is empty, missing or says that there is nothing.
fn cell(row: &Row, column: Option<usize>) -> &str {
    let cell = column.and_then(|column| row.cells.get(column)).map_or("", String::as_str);
    if cell.eq_ignore_ascii_case(NONE) { "" } else { cell }
}

struct Meta<'a> {
    line: usize,
    entries: HashMap<String, (usize, &'a str)>,
}

/// How ballots are written.
#[derive(Clone, Copy)]
struct Kind {
    method: Method,
    /// At most one option.
    single: bool,
}

impl<'a> Meta<'a> {
    fn read(section: &'a Section) -> Result<Self, Malformed> {
        if section.header.first().map(String::as_str) != Some("key") || section.header.len() < 2 {
            return Err(Malformed::new(section.line + 1, "the columns key;value are missing"));
        }
        let mut entries = HashMap::new();
        for row in &section.rows {
            let key = row.cells[0].to_lowercase();
            if entries.contains_key(&key) {
                return Err(Malformed::new(row.line, format!("{} is told a second time", shown(&key))));
            }
            entries.insert(key, (row.line, cell(row, Some(1))));
        }
        Ok(Self { line: section.line, entries })
    }

    fn kind(&self, line: usize) -> Result<Kind, Malformed> {
        let Some((line, kind)) = self.entries.get("vote_type") else {
            return Err(Malformed::new(line, "vote_type is missing"));
        };
        let (method, single) = match kind.to_lowercase().as_str() {
            "approval" => (Method::Choose, false),
            "choose-1" => (Method::Choose, true),
            "cumulative" | "scoring" => (Method::Points, false),
            "ordinal" => (Method::Ranking, false),
            _ => return Err(Malformed::new(*line, format!("no such vote_type: {}", shown(kind)))),
        };
        match self.entries.get("default_score") {
            Some((line, score)) if !score.is_empty() && thousandths(score) != Ok(0) => Err(Malformed::new(
                *line,
                "points for what a ballot does not name (default_score) are not counted here",
            )),
            _ => Ok(Kind { method, single }),
        }
    }

    /// A number that the file tells about itself.
    fn must_be(&self, key: &str, found: usize) -> Result<(), Malformed> {
        let Some((line, told)) = self.entries.get(key) else { return Ok(()) };
        let number = whole(told).map_err(|reason| Malformed::new(*line, format!("{key}: {reason}")))?;
        if number == found as u64 {
            return Ok(());
        }
        Err(Malformed::new(*line, format!("{key} says {number}, and there are {found}")))
    }

    fn winners(&self) -> Option<Winners> {
        let rule = self.entries.get("rule")?.1.to_lowercase();
        if rule == GREEDY {
            return Some(Winners::MostVotes);
        }
        rule.starts_with(EQUAL_SHARES).then_some(Winners::Balanced)
    }
}

struct Projects {
    options: Vec<Listed>,
    positions: HashMap<String, usize>,
    /// In thousandths.
    costs: Vec<u64>,
}

impl Projects {
    fn read(section: &Section) -> Result<Self, Malformed> {
        let (id, cost) = (section.needed("project_id")?, section.needed("cost")?);
        let name = section.column("name");
        let mut projects = Self { options: Vec::new(), positions: HashMap::new(), costs: Vec::new() };
        for row in &section.rows {
            let wrong = |reason: String| Malformed::new(row.line, reason);
            let id = row.cells.get(id).map_or("", String::as_str);
            if id.is_empty() {
                return Err(wrong("a project has no project_id".into()));
            }
            if id.contains(',') {
                return Err(wrong(format!("a project_id cannot have a comma: {}", shown(id))));
            }
            if projects.positions.insert(id.to_owned(), projects.options.len()).is_some() {
                return Err(wrong(format!("project {} is here a second time", shown(id))));
            }
            if projects.options.len() == MOST_OPTIONS {
                return Err(wrong(format!("more than {MOST_OPTIONS} projects")));
            }
            let told = cell(row, Some(cost));
            projects.costs.push(thousandths(told).map_err(|reason| wrong(format!("cost: {reason}")))?);
            let name = Some(cell(row, name)).filter(|name| !name.is_empty()).unwrap_or(id);
            projects.options.push(Listed { id: id.to_owned(), name: name.to_owned() });
        }
        if projects.options.is_empty() {
            return Err(Malformed::new(section.line, "there are no projects"));
        }
        Ok(projects)
    }

    fn position(&self, id: &str) -> Result<usize, String> {
        let id = id.trim();
        self.positions.get(id).copied().ok_or_else(|| format!("no such project: {}", shown(id)))
    }
}

/// As many seats as the budget pays for, if all projects cost the same.
fn seats(meta: &Meta, projects: &Projects) -> Result<Seats, Malformed> {
    let Some((line, budget)) = meta.entries.get("budget") else {
        return Err(Malformed::new(meta.line, "budget is missing"));
    };
    let budget = thousandths(budget).map_err(|reason| Malformed::new(*line, format!("budget: {reason}")))?;
    let cost = projects.costs.first().copied().unwrap_or(0);
    if projects.costs.iter().any(|other| *other != cost) {
        return Ok(Seats::Unknown("its projects cost different sums"));
    }
    let seats = budget.checked_div(cost).and_then(|seats| NonZeroUsize::new(usize::try_from(seats).ok()?));
    Ok(match seats {
        Some(seats) => Seats::Given(seats),
        None if cost == 0 => Seats::Unknown("its projects cost nothing"),
        None => Seats::Unknown("its budget pays for no project"),
    })
}

struct Vote {
    line: usize,
    marks: Marks,
}

/// The ballots; points in thousandths.
fn votes(section: &Section, kind: Kind, projects: &Projects) -> Result<Vec<Vote>, Malformed> {
    let vote = section.needed("vote")?;
    let points = match kind.method {
        Method::Points => Some(section.needed("points")?),
        Method::Choose | Method::Ranking => None,
    };
    let voter = section.column("voter_id");
    let mut voters: HashMap<&str, usize> = HashMap::new();
    let mut votes = Vec::new();
    for row in &section.rows {
        let wrong = |reason: String| Malformed::new(row.line, reason);
        let id = cell(row, voter);
        if let Some(before) = voters.insert(id, row.line).filter(|_| !id.is_empty()) {
            return Err(wrong(format!("voter {} has a ballot on line {before} already", shown(id))));
        }
        if row.cells.len() <= vote {
            return Err(wrong("the ballot is missing".into()));
        }
        let marks = marks(kind, projects, cell(row, Some(vote)), cell(row, points)).map_err(wrong)?;
        votes.push(Vote { line: row.line, marks });
    }
    Ok(votes)
}

fn marks(kind: Kind, projects: &Projects, vote: &str, points: &str) -> Result<Marks, String> {
    let named: Vec<usize> = list(vote).map(|id| projects.position(id)).collect::<Result<_, _>>()?;
    let mut sorted = named.clone();
    sorted.sort_unstable();
    if let Some(twice) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(format!("the ballot names {} twice", shown(&projects.options[twice[0]].id)));
    }
    if kind.single && named.len() > 1 {
        return Err("the ballot chooses more than one".into());
    }
    Ok(match kind.method {
        Method::Choose => Marks::Chosen(named),
        Method::Ranking => Marks::Places(named.into_iter().map(|option| vec![option]).collect()),
        Method::Points => {
            let points: Vec<u64> = list(points).map(thousandths).collect::<Result<_, _>>()?;
            if points.len() != named.len() {
                return Err(format!("{} projects and {} points", named.len(), points.len()));
            }
            let fits = |points: u64| u32::try_from(points).map_err(|_| "too many points".to_owned());
            let points = named.into_iter().zip(points).map(|(option, points)| Ok((option, fits(points)?)));
            Marks::Points(points.collect::<Result<_, String>>()?)
        }
    })
}

/// What stands between commas; nothing in an empty cell.
fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(',').filter(move |_| !cell.is_empty())
}

/// Turns thousandths of points into the largest unit that keeps all of them whole.
fn rescale(votes: &mut [Vote]) -> Result<u32, Malformed> {
    let mut unit = u32::try_from(ONE).unwrap_or(u32::MAX);
    let scale = unit;
    for vote in votes.iter() {
        if let Marks::Points(points) = &vote.marks {
            unit = points.iter().fold(unit, |unit, (_, points)| num_integer::gcd(unit, *points));
        }
    }
    for vote in votes {
        if let Marks::Points(points) = &mut vote.marks {
            points.iter_mut().for_each(|(_, points)| *points /= unit);
            if points.iter().any(|(_, points)| *points > MOST_WEIGHT) {
                return Err(Malformed::new(vote.line, "too many points"));
            }
        }
    }
    Ok(scale / unit)
}
