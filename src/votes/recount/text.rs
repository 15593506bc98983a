//! The result for people: the plain count first, then who won and why, and every tie by name.

use std::fmt::Arguments;

use super::super::tally::{Committee, How, Method, Reason, Winners, reasons};
use super::Recount;

/// The longest bar, in characters.
const BAR: usize = 30;
/// The longest name on a line.
const NAME: usize = 60;
/// How many tied committees are told with their reasons.
const TOLD: usize = 10;

pub(super) fn write(recount: &Recount) -> String {
    let mut out = String::new();
    let method = match recount.profile.method() {
        Method::Choose => "choose: a vote for each option on the ballot",
        Method::Points => "points: spread over the options",
        Method::Ranking => "ranking: counted by places (Borda)",
    };
    let winners = match (recount.winners, recount.profile.method()) {
        (Winners::MostVotes, Method::Choose) => "most votes",
        (Winners::MostVotes, _) => "most points",
        (Winners::Balanced, Method::Choose) => {
            "balanced: Method of Equal Shares, what is left filled by sequential Phragmén"
        }
        (Winners::Balanced, _) => "balanced: Method of Equal Shares, what is left filled by most points",
    };
    let ballots = number(recount.outcome.ballots, "ballot");
    let seats = number(recount.seats.get() as u64, "seat");
    put(&mut out, format_args!("{ballots}, {seats}\nMethod:  {method}\nWinners: {winners}\n"));
    counts(recount, &mut out);
    if recount.outcome.is_tied() {
        tie(recount, &mut out);
    } else if let Some(committee) = recount.outcome.committees.first() {
        put(&mut out, format_args!("\nElected\n"));
        because(recount, committee, "", &mut out);
    }
    out
}

/// The plain count with bars, most votes first.
fn counts(recount: &Recount, out: &mut String) {
    let outcome = recount.outcome;
    let most = outcome.counts.iter().max().copied().unwrap_or(0).max(1);
    let shown: Vec<String> = outcome.counts.iter().map(|count| recount.profile.points(*count)).collect();
    let width = shown.iter().map(String::len).max().unwrap_or(0);
    put(
        out,
        format_args!("\n{}\n", if recount.profile.method() == Method::Choose { "Votes" } else { "Points" }),
    );
    for option in outcome.order() {
        let length = (u128::from(outcome.counts[option]) * BAR as u128).div_ceil(u128::from(most));
        let bar = "█".repeat(usize::try_from(length).unwrap_or(BAR));
        let standing = match option {
            option if outcome.certain.contains(&option) => "  ← elected",
            option if outcome.contested.contains(&option) => "  ← tied",
            _ => "",
        };
        put(
            out,
            format_args!("  {:>width$}  {bar:<BAR$}  {}{standing}\n", shown[option], name(recount, option)),
        );
    }
}

fn tie(recount: &Recount, out: &mut String) {
    let outcome = recount.outcome;
    let names = |options: &[usize]| list(options.iter().map(|option| name(recount, *option)).collect());
    put(out, format_args!("\nTIE, to be decided by people\n"));
    if !outcome.certain.is_empty() {
        put(out, format_args!("  In any case elected: {}.\n", names(&outcome.certain)));
    }
    let seats = number(outcome.tied_seats() as u64, "seat");
    put(out, format_args!("  For {seats} these are tied: {}.\n", names(&outcome.contested)));
    let possible = outcome.committees.len();
    let many = if outcome.more { format!("more than {possible}") } else { possible.to_string() };
    put(out, format_args!("  The method allows {many} results; none of them comes first.\n"));
    for (at, committee) in (1..).zip(outcome.committees.iter().take(TOLD)) {
        put(out, format_args!("\n  Possible result {at}: {}\n", names(&committee.options())));
        because(recount, committee, "  ", out);
    }
    let untold = possible.saturating_sub(TOLD);
    if untold > 0 || outcome.more {
        put(
            out,
            format_args!(
                "\n  and {}{untold} more (all that were found are in --json)\n",
                if outcome.more { "over " } else { "" }
            ),
        );
    }
}

/// One line per winner that says why.
fn because(recount: &Recount, committee: &Committee, indent: &str, out: &mut String) {
    for reason in reasons(recount.profile, committee) {
        let option = name(recount, reason.option);
        put(out, format_args!("{indent}  {option}: {}\n", sentence(recount, &reason)));
    }
}

fn sentence(recount: &Recount, reason: &Reason) -> String {
    let Reason { option, how, supporters, only } = *reason;
    let others = supporters - only;
    match how {
        How::MostVotes => {
            let count = recount.outcome.counts[option];
            let unit = if recount.profile.method() == Method::Choose { "vote" } else { "point" };
            let plural = if count == u64::from(recount.profile.scale()) { "" } else { "s" };
            let standing =
                if recount.outcome.contested.contains(&option) { "tied" } else { "among the most" };
            format!("{} {unit}{plural}, {standing}", recount.profile.points(count))
        }
        How::Paid if only == 0 => {
            format!("{} paid for it from equal shares, and got another winner too", people(supporters))
        }
        How::Paid if others == 0 => {
            format!("{} who got nothing else {}", people(only), verb(only, "share it"))
        }
        How::Paid => {
            let with = if others == 1 { "1 other".to_owned() } else { format!("{others} others") };
            format!("{} who got nothing else {}, with {with}", people(only), verb(only, "share it"))
        }
        How::Filled if supporters == 0 => "fills a seat that was left; nobody supports it".to_owned(),
        How::Filled => {
            let who = format!("{} {}", people(supporters), verb(supporters, "support it"));
            let alone = if only == 0 { String::new() } else { format!("; {only} of them got nothing else") };
            format!("fills a seat that was left; {who}{alone}")
        }
    }
}

fn people(count: u64) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}

/// "share it", or "shares it" of one person.
fn verb(count: u64, many: &str) -> String {
    if count == 1 { many.replacen(' ', "s ", 1) } else { many.to_owned() }
}

/// The id, and the name if it is another; nothing in it can move the terminal's cursor.
fn name(recount: &Recount, option: usize) -> String {
    let listed = &recount.election.options[option];
    let full =
        if listed.name == listed.id { listed.id.clone() } else { format!("{} {}", listed.id, listed.name) };
    let mut name: String = full.chars().take(NAME).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if full.chars().nth(NAME).is_some() {
        name.push('…');
    }
    name
}

/// "A, B and C"
fn list(mut names: Vec<String>) -> String {
    match names.pop() {
        Some(last) if !names.is_empty() => format!("{} and {last}", names.join(", ")),
        last => last.unwrap_or_default(),
    }
}

fn number(count: u64, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

fn put(out: &mut String, text: Arguments) {
    out.push_str(&text.to_string());
}
