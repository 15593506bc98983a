//! `merezha unity DIR`: what unites and divides the groups of a conversation in the Polis export format.
//!
//! `--json` has every statement and every group, as the format gives them. The text is for people to read, so the
//! small-group rule holds there as in the chat: small groups are folded together, and only statements that enough of
//! each group have seen are ranked.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;

use super::polis::{self, Conversation, Statement};
use super::unity::{Side, Special, Sums, Unity, dividers, representative, unifiers};
use crate::groups::{self, Folding, LEAST};

/// How many statements a list of the text has.
const MOST: usize = 10;
/// How much of a statement the text shows, in characters.
const MOST_TEXT: usize = 100;

/// What the command was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Where `comments.csv`, `votes.csv` and `participants-votes.csv` are.
    pub folder: PathBuf,
    /// Machine-readable.
    pub json: bool,
}

/// What is to be printed, or one line that says why not.
pub fn run(request: &Request) -> Result<String, String> {
    let conversation = polis::read(&request.folder).map_err(|unreadable| unreadable.to_string())?;
    if request.json {
        json(&conversation).map_err(|error| error.to_string())
    } else {
        Ok(text(&conversation))
    }
}

#[derive(Serialize)]
struct Report<'a> {
    groups: BTreeMap<&'a str, u32>,
    statements: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    id: u64,
    groups: BTreeMap<&'a str, Cell>,
    product: f64,
    geometric_mean: f64,
    weakest: f64,
    agreed_by_all: bool,
}

#[derive(Serialize)]
struct Cell {
    agree: u32,
    disagree: u32,
    seen: u32,
    p: f64,
}

fn json(conversation: &Conversation) -> serde_json::Result<String> {
    let labels = || conversation.groups.iter().map(|group| group.label.as_str());
    let line = |statement: &Statement| {
        let unity = Unity::of(&statement.groups)?;
        let cell = |sums: &Sums| {
            let Sums { agree, disagree, seen } = *sums;
            Cell { agree, disagree, seen, p: sums.p() }
        };
        Some(Line {
            id: statement.id,
            groups: labels().zip(statement.groups.iter().map(cell)).collect(),
            product: unity.product,
            geometric_mean: unity.geometric_mean,
            weakest: unity.weakest.1,
            agreed_by_all: unity.agreed_by_all,
        })
    };
    serde_json::to_string(&Report {
        groups: labels().zip(conversation.groups.iter().map(|group| group.size)).collect(),
        statements: conversation.statements.iter().filter_map(line).collect(),
    })
}

/// A statement as the text ranks it: with the groups folded.
struct Ranked<'a> {
    statement: &'a Statement,
    groups: Vec<Sums>,
    unity: Unity,
}

fn text(conversation: &Conversation) -> String {
    let sizes: Vec<u32> = conversation.groups.iter().map(|group| group.size).collect();
    let mut lines = vec![format!(
        "{} statements, {} people in {} groups ({} without a group left out)",
        conversation.statements.len(),
        sizes.iter().sum::<u32>(),
        sizes.len(),
        conversation.ungrouped,
    )];
    let Some(folding) = groups::fold(&sizes, LEAST) else {
        lines.push(format!("No breakdown: there are no two groups of at least {LEAST} people."));
        return lines.join("\n");
    };
    let names = names(conversation, &folding);
    lines.push("\nGroups".to_owned());
    for (name, size) in names.iter().zip(folding.gather(&sizes)) {
        lines.push(format!("  {name}: {size} people"));
    }
    let ranked = ranked(conversation, &folding);
    let left_out = conversation.statements.len() - ranked.len();
    if left_out > 0 {
        lines.push(format!(
            "\n{left_out} statements are not ranked: moderated out, or seen by fewer than {LEAST} of a group."
        ));
    }
    let unity: Vec<Unity> = ranked.iter().map(|one| one.unity).collect();
    let uniting = unifiers(&unity).into_iter().filter(|&index| unity[index].unites());
    lines.push("\nUnifiers, by the geometric mean of how likely each group is to agree".to_owned());
    list(&mut lines, uniting.map(|index| unifier(&ranked[index], &names)).take(MOST));
    lines.push("\nDividers, by how far the groups stand apart".to_owned());
    list(&mut lines, dividers(&unity).iter().map(|&index| divider(&ranked[index], &names)).take(MOST));
    let special = representative(&ranked.iter().map(|one| one.groups.clone()).collect::<Vec<_>>());
    for (group, (name, special)) in names.iter().zip(&special).enumerate() {
        lines.push(format!("\nSpecial to {name}"));
        list(&mut lines, special.iter().map(|one| trait_of(one, group, &ranked)));
    }
    lines.join("\n")
}

/// What the groups are called; those folded together, all by name.
fn names(conversation: &Conversation, folding: &Folding) -> Vec<String> {
    let label = |&group: &usize| shortened(&conversation.groups[group].label);
    let mut names: Vec<String> =
        folding.shown.iter().map(|group| format!("group {}", label(group))).collect();
    if folding.others().is_some() {
        let folded: Vec<String> = folding.folded.iter().map(label).collect();
        names.push(shortened(&format!("groups {} together", folded.join(", "))));
    }
    names
}

fn ranked<'a>(conversation: &'a Conversation, folding: &Folding) -> Vec<Ranked<'a>> {
    let one = |statement: &'a Statement| {
        let groups = folding.gather(&statement.groups);
        let wide = groups::all_wide(groups.iter().map(|sums| sums.seen), LEAST);
        let unity = Unity::of(&groups).filter(|_| wide && !statement.out)?;
        Some(Ranked { statement, groups, unity })
    };
    conversation.statements.iter().filter_map(one).collect()
}

fn list(lines: &mut Vec<String>, entries: impl Iterator<Item = String>) {
    let before = lines.len();
    lines.extend(entries);
    if lines.len() == before {
        lines.push("  none".to_owned());
    }
}

fn unifier(one: &Ranked<'_>, names: &[String]) -> String {
    let (weakest, p) = one.unity.weakest;
    let weakest = names.get(weakest).map_or("", String::as_str);
    let badge = if one.unity.agreed_by_all { "; agreed by all groups" } else { "" };
    format!("  {:.3}  {}\n         weakest {p:.3}: {weakest}{badge}", one.unity.geometric_mean, title(one))
}

fn divider(one: &Ranked<'_>, names: &[String]) -> String {
    let mut stand: Vec<(&String, &Sums)> = names.iter().zip(&one.groups).collect();
    stand.sort_by(|a, b| b.1.p().total_cmp(&a.1.p()));
    let stand: Vec<String> = stand
        .into_iter()
        .map(|(name, sums)| format!("\n         {:.3} {name}: {}", sums.p(), stances(*sums)))
        .collect();
    format!("  {:.3}  {}{}", one.unity.spread, title(one), stand.concat())
}

fn trait_of(one: &Special, group: usize, ranked: &[Ranked<'_>]) -> String {
    let of = &ranked[one.statement];
    let side = match one.side {
        Side::Agree => "agrees   ",
        Side::Disagree => "disagrees",
    };
    format!(
        "  {side}  {}\n             {}; {:.1} times the others",
        title(of),
        stances(of.groups[group]),
        one.ratio
    )
}

fn stances(sums: Sums) -> String {
    format!("{} agree, {} disagree, {} pass", sums.agree, sums.disagree, sums.passed())
}

fn title(one: &Ranked<'_>) -> String {
    format!("#{} {}", one.statement.id, shortened(&one.statement.text))
}

/// On one line and not too long, whatever stood in the file.
fn shortened(text: &str) -> String {
    let plain = || text.chars().map(|c| if c.is_control() { ' ' } else { c });
    if plain().count() <= MOST_TEXT {
        plain().collect()
    } else {
        plain().take(MOST_TEXT - 1).chain(['…']).collect()
    }
}
