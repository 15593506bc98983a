//! What came of a vote: in words, as pictures, as a file, and what a tie leaves to decide.

use std::collections::HashMap;

use super::turnout::group;
use super::{bar, rules};
use crate::ids::AffiliationId;
use crate::l10n::Texts;
use crate::picture::{Bar, Bars, Share, Standing, bars};
use crate::text::{Html, utf16_len};
use crate::ui::action::{Action, Dimension, Method};
use crate::ui::state::{Label, Name};
use crate::ui::view::{Body, View};
use crate::votes::breakdown::Cell;
use crate::votes::tally::{How, Reason};
use crate::votes::{Answer, Counted, Vote};

/// What a caption can hold, in UTF-16 units, with room for what is around the lines.
const CAPTION: usize = 1000;
/// How many pictures everyone gets: winners come first, and the words say all.
const PICTURES: usize = 3;
/// What a message can hold, likewise.
const MESSAGE: usize = 3900;

/// The whole result in words.
pub fn full(
    t: &Texts,
    vote: &Vote,
    counted: &Counted,
    names: &[(Option<Name>, Answer)],
    organizer: bool,
) -> View {
    let mut text = Html::ours(t.vote_result(vote.title.html()));
    for at in order(counted) {
        // By their numbers names are told apart below, and in the file.
        let words = format!("{}. {}", at + 1, vote.options[at].html());
        let head = match () {
            () if counted.won(at) => format!("🏆 <b>{words}</b>"),
            () if counted.tied(at) => format!("⚖️ <b>{words}</b>"),
            () => words,
        };
        let line = format!(
            "{head}\n{} {}",
            bar(counted.outcome.counts[at], most(vote, counted)),
            value(t, vote, counted, at)
        );
        text = text.then(1, &Html::ours(line));
    }
    text = text.then(1, &Html::ours(turnout(t, counted)));
    for (nth, reason) in reasons(counted).enumerate() {
        text = text.then(usize::from(nth == 0), &Html::ours(why(t, vote, reason)));
    }
    if let Some((tied, seats)) = counted.tie() {
        text = text.then(1, &Html::ours(t.vote_tie(tied.len(), seats)));
    }
    text = text.then(1, &rules(t, &vote.rules));
    let (text, whole) = match vote.rules.secret {
        true => with_receipts(t, text, counted),
        false => with_names(t, text, vote, names),
    };
    let list = if vote.rules.secret { t.vote_receipts() } else { t.vote_names() };
    let view = View::text(text);
    let view = if whole { view } else { view.button(list, Action::Receipts(vote.id)) };
    let run_off = organizer && counted.tie().is_some();
    let view = if run_off { view.button(t.vote_run_off(), Action::RunOff(vote.id)) } else { view };
    view.button(t.to_menu(), Action::Menu)
}

/// Why those won who surely did, in the order in which they stand above.
fn reasons(counted: &Counted) -> impl Iterator<Item = &Reason> {
    let won = order(counted).into_iter().filter(|at| counted.won(*at));
    won.filter_map(|at| counted.reasons.iter().find(|reason| reason.option == at))
}

/// The options: winners first, then the tied ones, each by their count.
fn order(counted: &Counted) -> Vec<usize> {
    let mut order = counted.outcome.order();
    order.sort_by_key(|at| (!counted.won(*at), !counted.tied(*at)));
    order
}

/// The longest bar there could be: for choosing everyone's vote; otherwise the highest count.
fn most(vote: &Vote, counted: &Counted) -> u64 {
    match vote.rules.method {
        Method::Choose => counted.outcome.ballots,
        Method::Points | Method::Ranking => counted.outcome.counts.iter().copied().max().unwrap_or(0),
    }
}

/// "18 votes", or points.
fn value(t: &Texts, vote: &Vote, counted: &Counted, at: usize) -> String {
    let count = counted.outcome.counts[at] / u64::from(counted.scale.max(1));
    match vote.rules.method {
        Method::Choose => t.votes_count(count),
        Method::Points | Method::Ranking => t.points_count(count),
    }
}

fn turnout(t: &Texts, counted: &Counted) -> String {
    let (ballots, roll) = (counted.outcome.ballots, u64::try_from(counted.roll).unwrap_or(0));
    let share = (ballots * 100).checked_div(roll).unwrap_or(0);
    let turnout = t.vote_turnout(ballots, roll, share);
    if counted.on_paper > 0 { format!("{turnout} {}", t.vote_on_paper(counted.on_paper)) } else { turnout }
}

/// One plain line on why an option won.
fn why(t: &Texts, vote: &Vote, reason: &Reason) -> String {
    let words = Html::escape(&vote.options[reason.option].beginning(40));
    match reason.how {
        How::MostVotes if vote.rules.method == Method::Choose => t.why_most_votes(words),
        How::MostVotes => t.why_most_points(words),
        How::Paid if reason.only > 0 => t.why_only_theirs(words, reason.supporters, reason.only),
        How::Paid => t.why_shared(words, reason.supporters),
        How::Filled if vote.rules.method == Method::Choose => t.why_filled_votes(words, reason.supporters),
        How::Filled => t.why_filled_points(words, reason.supporters),
    }
}

/// With the codes, where all of them, nine letters and a space each, fit below a text; `false`: they do not.
fn with_receipts(t: &Texts, text: Html, counted: &Counted) -> (Html, bool) {
    let count = counted.receipts.len();
    if count == 0 {
        return (text, true);
    }
    if utf16_len(text.as_str()) + 10 * count > MESSAGE {
        return (text.then(1, &Html::ours(t.vote_receipts_many(count))), false);
    }
    let codes: Vec<String> = counted.receipts.iter().map(|code| format!("<code>{}</code>", code.0)).collect();
    (text.then(1, &Html::ours(t.vote_receipts_list(count))).then(0, &Html::ours(codes.join(" "))), true)
}

/// In an open vote: who chose what, as far as it fits; `false`: not all does.
fn with_names(t: &Texts, text: Html, vote: &Vote, names: &[(Option<Name>, Answer)]) -> (Html, bool) {
    let mut all = text;
    let mut left = names.len();
    for (name, answer) in names {
        let gone = || Html::ours(format!("<i>{}</i>", t.vote_name_gone()));
        let name = name.as_ref().map_or_else(gone, Name::html);
        let line = Html::ours(t.vote_named(name, chosen(vote, answer)));
        let with = all.clone().then(usize::from(left == names.len()), &line);
        if utf16_len(with.as_str()) > MESSAGE {
            return (all.then(0, &Html::ours(t.vote_names_more(left))), false);
        }
        all = with;
        left -= 1;
    }
    (all, true)
}

/// An answer by the numbers of the options: "1, 4", or with points "1 (3), 4 (2)".
fn chosen(vote: &Vote, answer: &Answer) -> String {
    let named = if vote.rules.method == Method::Ranking { answer.ranked() } else { answer.named() };
    let chosen = named.into_iter().map(|at| match vote.rules.method {
        Method::Points => format!("{} ({})", at + 1, answer.of(at)),
        Method::Choose | Method::Ranking => (at + 1).to_string(),
    });
    chosen.collect::<Vec<_>>().join(", ")
}

/// Who chose what in an open vote, as a file: the options with their numbers, then everyone.
pub fn named(t: &Texts, vote: &Vote, names: &[(Option<Name>, Answer)]) -> View {
    let options =
        vote.options.iter().enumerate().map(|(at, option)| format!("{}. {}", at + 1, option.plain()));
    let people = names.iter().map(|(name, answer)| {
        let name = name.as_ref().map_or_else(|| t.vote_name_gone(), |name| name.plain().to_owned());
        t.vote_named(name, chosen(vote, answer))
    });
    let lines: Vec<String> = options.chain([String::new()]).chain(people).collect();
    let caption = Html::ours(t.vote_names_list(Html::escape(&vote.title.beginning(100)), names.len()));
    View::showing(Body::Document { name: "names.txt".into(), bytes: lines.join("\n").into_bytes(), caption })
        .button(t.to_menu(), Action::Menu)
}

/// All receipts, as a file.
pub fn receipts(t: &Texts, counted: &Counted) -> View {
    let lines: String = counted.receipts.iter().map(|code| format!("{}\n", code.0)).collect();
    let caption = Html::ours(t.vote_receipts_list(counted.receipts.len()));
    View::showing(Body::Document { name: "codes.txt".into(), bytes: lines.into_bytes(), caption })
        .button(t.to_menu(), Action::Menu)
}

/// What the pictures of a result show.
pub fn drawn(t: &Texts, vote: &Vote, counted: &Counted, labels: &HashMap<AffiliationId, Label>) -> Bars {
    let rows = order(counted).into_iter().map(|at| Bar {
        label: vote.options[at].plain().to_owned(),
        value: value(t, vote, counted, at),
        share: share(counted.outcome.counts[at], most(vote, counted)),
        standing: match () {
            () if counted.won(at) => Standing::Won,
            () if counted.tied(at) => Standing::Tied,
            () => Standing::Lost,
        },
        groups: shares(t, vote, counted, labels, at),
    });
    Bars {
        title: vote.title.plain().to_owned(),
        subtitle: turnout(t, counted),
        rows: rows.collect(),
        note: if counted.groups.is_empty() { t.turnout_groups_small() } else { String::new() },
    }
}

/// The result as pictures; the first one says the numbers in its caption, too.
pub fn pictures(
    t: &Texts,
    vote: &Vote,
    counted: &Counted,
    labels: &HashMap<AffiliationId, Label>,
) -> Vec<View> {
    let drawn = bars(&drawn(t, vote, counted, labels));
    let captions = std::iter::once(caption(t, vote, counted)).chain(std::iter::repeat(Html::default()));
    let pictures = drawn.into_iter().take(PICTURES).zip(captions);
    pictures
        .map(|(png, caption)| View::showing(Body::Picture { png, caption }).button(t.to_menu(), Action::Menu))
        .collect()
}

/// How each group chose an option: of points and places, each group's share of all it gave.
fn shares(
    t: &Texts,
    vote: &Vote,
    counted: &Counted,
    labels: &HashMap<AffiliationId, Label>,
    at: usize,
) -> Vec<Share> {
    // Sectors, unless only regions are large enough: two kinds of groups under each bar would be too much.
    let shown = [Dimension::Sector, Dimension::Region];
    let found = shown.iter().find_map(|kind| counted.groups.iter().find(|groups| groups.dimension == *kind));
    let cells = found.map(|groups| groups.cells.as_slice()).unwrap_or_default();
    let of = |cell: &Cell| {
        let given = cell.counts[at];
        let (whole, text) = match vote.rules.method {
            Method::Choose => (u64::from(cell.people), t.share_of(given, cell.people)),
            Method::Points | Method::Ranking => {
                let whole: u64 = cell.counts.iter().sum();
                (whole, t.percent((given * 100).checked_div(whole).unwrap_or(0)))
            }
        };
        Share { label: group(t, cell, labels), share: share(given, whole), text }
    };
    cells.iter().map(of).collect()
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The numbers, as far as they fit below a picture.
fn caption(t: &Texts, vote: &Vote, counted: &Counted) -> Html {
    let mut text = Html::ours(t.vote_result(vote.title.html())).then(0, &Html::ours(turnout(t, counted)));
    let mut blank = 1;
    for at in order(counted) {
        let sign = match () {
            () if counted.won(at) => "🏆 ",
            () if counted.tied(at) => "⚖️ ",
            () => "",
        };
        let words = Html::escape(&vote.options[at].beginning(60));
        let line = Html::ours(format!("{sign}{words} — {}", value(t, vote, counted, at)));
        let with = text.clone().then(blank, &line);
        if utf16_len(with.as_str()) > CAPTION {
            return text.then(0, &Html::ours("…"));
        }
        text = with;
        blank = 0;
    }
    text
}

/// For organizers, to publish: the anonymous ballots, from which anybody can count the result again.
pub fn file(t: &Texts, vote: &Vote, counted: &Counted, file: &str) -> View {
    let caption = Html::ours(t.vote_file(Html::escape(&vote.title.beginning(100)), counted.sha256.as_str()));
    let name = format!("vote-{}.pb", vote.id.0);
    View::showing(Body::Document { name, bytes: file.as_bytes().to_vec(), caption })
        .button(t.to_menu(), Action::Menu)
}

/// For organizers, when a tie decides: that it is theirs to decide, and how.
pub fn to_decide(t: &Texts, vote: &Vote, counted: &Counted) -> Option<View> {
    let (tied, seats) = counted.tie()?;
    let names: Vec<String> = tied.iter().map(|at| format!("⚖️ {}", vote.options[*at].html())).collect();
    let text = Html::ours(t.vote_to_decide(vote.title.html(), seats))
        .then(1, &Html::ours(names.join("\n")))
        .then(1, &Html::ours(t.vote_how_to_decide()));
    Some(View::text(text).button(t.vote_run_off(), Action::RunOff(vote.id)).button(t.to_menu(), Action::Menu))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::ids::VoteId;
    use crate::l10n::Lang;
    use crate::ui::action::Winners;
    use crate::ui::state::{Choice, Title};
    use crate::votes::count::{Cast, count};
    use crate::votes::seal::Receipt;
    use crate::votes::{Rules, Stage};

    fn vote() -> Vote {
        let rules =
            Rules { method: Method::Choose, most: 1, seats: 1, winners: Winners::MostVotes, secret: false };
        Vote {
            id: VoteId(1),
            title: Title::parse_line("Напрями").expect("a title"),
            options: ["Дороги", "Школи"].map(|option| Choice::parse_line(option).expect("an option")).into(),
            rules,
            closes_at: None::<Moment>,
            stage: Stage::Over,
            roll: 300,
            for_everyone: true,
        }
    }

    #[test]
    fn names_that_do_not_fit_below_the_result_come_as_a_file() {
        let t = Lang::Uk.texts();
        let vote = vote();
        let mut answer = Answer::default();
        answer.0[1] = 1;
        for (people, whole) in [(100, true), (300, false)] {
            let names: Vec<(Option<Name>, Answer)> = (0..people)
                .map(|nth| (Some(Name::parse_line(&format!("Учасниця {nth}")).expect("a name")), answer))
                .collect();
            let cast =
                Cast { answer, on_paper: false, receipt: Receipt("A".into()), sector: None, region: None };
            let (counted, _) = count(&vote, 300, &vec![cast; people], 5);
            let view = full(t, &vote, &counted, &names, false);
            let offered = view.keyboard.iter().flatten().any(|button| button.label == t.vote_names());
            assert_eq!(offered, !whole, "{people} people");
            let Body::Document { bytes, .. } = named(t, &vote, &names).body else { panic!("no file") };
            let file = String::from_utf8(bytes).expect("a text");
            assert!(file.starts_with("1. Дороги\n2. Школи\n\nУчасниця 0: 2\n"), "{file}");
            assert!(file.ends_with(&format!("Учасниця {}: 2", people - 1)), "{file}");
        }
    }
}
