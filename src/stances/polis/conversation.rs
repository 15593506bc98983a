//! Three files into one count. Memory grows with the votes (24 bytes each) and not with people times statements.

use std::collections::HashMap;
use std::io::Read;

use super::rows::{Rows, text, whole};
use super::{COMMENTS, Conversation, Group, PEOPLE, Statement, Sums, Unreadable, VOTES};

/// Bounds on what is held at once, far above any conversation known.
const MOST_PEOPLE: usize = 1_000_000;
const MOST_STATEMENTS: usize = 100_000;
const MOST_VOTES: usize = 10_000_000;
/// Statements times groups.
const MOST_SUMS: usize = 1_000_000;
/// The longest `group-id`, in bytes.
const MOST_LABEL: usize = 200;
/// How much of a statement is kept, in characters.
const MOST_TEXT: usize = 300;
/// How far votes must be from the cells before their signs are doubted; a few changed by hand are no sign of it.
const DOUBT: u64 = 20;

/// Reads the three files from wherever they are.
pub fn read_from(
    comments: impl Read,
    votes: impl Read,
    people: impl Read,
) -> Result<Conversation, Unreadable> {
    let people = People::read(people)?;
    let mut statements = Statements::default();
    statements.read(comments)?;
    for &(id, _) in &people.cells {
        statements.place(id).map_err(|reason| Unreadable::new(PEOPLE, 1, reason))?;
    }
    let votes = read_votes(votes, &people, &mut statements)?;
    if statements.all.len().saturating_mul(people.groups.len()) > MOST_SUMS {
        return Err(Unreadable::new(PEOPLE, None, "too many groups for so many statements"));
    }
    Ok(count(people, statements, votes))
}

/// Who takes part, and what they last voted in all, by the cells of their rows.
#[derive(Default)]
struct People {
    places: HashMap<u64, u32>,
    /// The group of each, by place.
    group: Vec<Option<u32>>,
    groups: Vec<Group>,
    /// For every statement that has a column.
    cells: Vec<(u64, Sums)>,
}

impl People {
    fn read(input: impl Read) -> Result<Self, Unreadable> {
        let mut rows = Rows::open(PEOPLE, input, false)?;
        let (person, group) = (rows.column("participant")?, rows.column("group-id")?);
        let columns: Vec<(usize, u64)> = rows
            .names()
            .iter()
            .enumerate()
            .filter_map(|(column, name)| Some((column, u64::try_from(whole(name.as_bytes())?).ok()?)))
            .collect();
        let mut people =
            Self { cells: columns.iter().map(|&(_, id)| (id, Sums::default())).collect(), ..Self::default() };
        let mut labels = HashMap::new();
        while let Some(row) = rows.next()? {
            let id = row.id(person, "participant")?;
            let place = people.group.len();
            if place >= MOST_PEOPLE {
                return Err(row.unreadable(format!("more than {MOST_PEOPLE} people")));
            }
            if people.places.insert(id, place as u32).is_some() {
                return Err(row.unreadable(format!("participant {id} is there twice")));
            }
            let label = match row.cell(group) {
                [] => None,
                label if label.len() > MOST_LABEL => return Err(row.unreadable("the group-id is too long")),
                label => Some(whole(label).map_or_else(|| text(label), |number| number.to_string())),
            };
            let joined = label.map(|label| people.join(label, &mut labels));
            people.group.push(joined);
            for (&(column, _), (_, sums)) in columns.iter().zip(&mut people.cells) {
                if !row.cell(column).is_empty() {
                    add(sums, row.vote(column)?);
                }
            }
        }
        if people.groups.is_empty() {
            return Err(Unreadable::new(PEOPLE, None, "nobody has a group-id"));
        }
        people.sort_groups();
        Ok(people)
    }

    fn join(&mut self, label: String, labels: &mut HashMap<String, u32>) -> u32 {
        let next = self.groups.len() as u32;
        let group = *labels.entry(label).or_insert_with_key(|label| {
            self.groups.push(Group { label: label.clone(), size: 0 });
            next
        });
        self.groups[group as usize].size += 1;
        group
    }

    fn sort_groups(&mut self) {
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        order.sort_by_cached_key(|&group| {
            let label = &self.groups[group].label;
            (label.parse::<i64>().map_or((1, 0), |number| (0, number)), label.clone())
        });
        let mut places = vec![0; order.len()];
        order.iter().enumerate().for_each(|(place, &group)| places[group] = place as u32);
        self.groups = order.iter().map(|&group| self.groups[group].clone()).collect();
        self.group.iter_mut().flatten().for_each(|group| *group = places[*group as usize]);
    }
}

/// Statements as they are met, whichever file names them.
#[derive(Default)]
struct Statements {
    places: HashMap<u64, u32>,
    all: Vec<Statement>,
}

impl Statements {
    fn read(&mut self, input: impl Read) -> Result<(), Unreadable> {
        // A time ago Polis left commas in a statement without quotes; it is the last column.
        let mut rows = Rows::open(COMMENTS, input, true)?;
        let id = rows.column("comment-id")?;
        let (body, moderated) = (rows.optional("comment-body"), rows.optional("moderated"));
        while let Some(row) = rows.next()? {
            let place =
                self.place(row.id(id, "comment-id")?).map_err(|reason| row.unreadable(reason))? as usize;
            let statement = &mut self.all[place];
            statement.text = body.map(|column| one_line(&text(row.cell(column)))).unwrap_or_default();
            statement.out = moderated.is_some_and(|column| whole(row.cell(column)) == Some(-1));
        }
        Ok(())
    }

    fn place(&mut self, id: u64) -> Result<u32, String> {
        let next = self.all.len();
        if let Some(&place) = self.places.get(&id) {
            return Ok(place);
        }
        if next >= MOST_STATEMENTS {
            return Err(format!("more than {MOST_STATEMENTS} statements"));
        }
        self.places.insert(id, next as u32);
        self.all.push(Statement { id, text: String::new(), out: false, groups: Vec::new() });
        Ok(next as u32)
    }
}

/// The first words of a statement, without line ends and what a terminal would obey.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST_TEXT).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A vote, in the order that puts the one that counts last.
#[derive(Clone, Copy)]
struct Cast {
    statement: u32,
    person: u32,
    at: i64,
    vote: i8,
}

/// The votes of those who take part; of several on one statement only the last.
fn read_votes(
    input: impl Read,
    people: &People,
    statements: &mut Statements,
) -> Result<Vec<Cast>, Unreadable> {
    let mut rows = Rows::open(VOTES, input, false)?;
    let [comment, voter, vote] = ["comment-id", "voter-id", "vote"].map(|name| rows.column(name));
    let (comment, voter, vote, time) = (comment?, voter?, vote?, rows.optional("timestamp"));
    let mut votes: Vec<Cast> = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.id(comment, "comment-id")?;
        let statement = statements.place(id).map_err(|reason| row.unreadable(reason))?;
        let voter = row.id(voter, "voter-id")?;
        let vote = row.vote(vote)?;
        let at = time.map_or(Ok(0), |column| row.time(column))?;
        let Some(&person) = people.places.get(&voter) else { continue };
        if votes.len() >= MOST_VOTES {
            return Err(row.unreadable(format!("more than {MOST_VOTES} votes")));
        }
        votes.push(Cast { statement, person, at, vote });
    }
    // Stable, so that of two at the same moment the lower row stays the last.
    votes.sort_by_key(|cast| (cast.statement, cast.person, cast.at));
    let mut last = 0;
    for next in 0..votes.len() {
        let (kept, cast) = (votes[last], votes[next]);
        last += usize::from((kept.statement, kept.person) != (cast.statement, cast.person));
        votes[last] = cast;
    }
    votes.truncate(last + 1);
    Ok(votes)
}

fn count(people: People, statements: Statements, votes: Vec<Cast>) -> Conversation {
    let Statements { mut all, places } = statements;
    let groups = people.groups.len();
    all.iter_mut().for_each(|statement| statement.groups = vec![Sums::default(); groups]);
    let mut totals = vec![Sums::default(); all.len()];
    votes.iter().for_each(|cast| add(&mut totals[cast.statement as usize], cast.vote));
    let cells =
        people.cells.iter().filter_map(|(id, sums)| Some((*sums, *totals.get(*places.get(id)? as usize)?)));
    let sign = if is_mirrored(cells) { -1 } else { 1 };
    for cast in &votes {
        if let Some(group) = people.group[cast.person as usize] {
            add(&mut all[cast.statement as usize].groups[group as usize], sign * cast.vote);
        }
    }
    all.sort_by_key(|statement| statement.id);
    let ungrouped = people.group.iter().filter(|group| group.is_none()).count() as u32;
    Conversation { groups: people.groups, statements: all, ungrouped }
}

/// Whether the votes fit the cells (pairs of cells and votes per statement) far better with agree and disagree the
/// other way round.
fn is_mirrored(pairs: impl Iterator<Item = (Sums, Sums)>) -> bool {
    let (mut straight, mut mirrored) = (0, 0);
    for (cells, votes) in pairs {
        straight += u64::from(cells.agree.abs_diff(votes.agree) + cells.disagree.abs_diff(votes.disagree));
        mirrored += u64::from(cells.agree.abs_diff(votes.disagree) + cells.disagree.abs_diff(votes.agree));
    }
    straight >= DOUBT && mirrored * 2 < straight
}

fn add(sums: &mut Sums, vote: i8) {
    sums.seen += 1;
    match vote {
        1 => sums.agree += 1,
        -1 => sums.disagree += 1,
        _ => {}
    }
}
