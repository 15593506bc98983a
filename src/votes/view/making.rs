//! The screens of making a vote.

use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::text::{Html, Unfit};
use crate::ui::action::{Action, ForWhom, Method, Rule, Winners};
use crate::ui::closing;
use crate::ui::state::VoteDraft;
use crate::ui::view::{View, chosen};
use crate::votes::{BadOptions, Rules, Vote};

/// How many seats, and choices, are offered on buttons.
const OFFERED: u8 = 5;
/// How many points are.
const OFFERED_POINTS: [u8; 4] = [3, 5, 10, 20];

/// Asks for the title.
pub fn ask_title(t: &Texts) -> View {
    View::text(Html::ours(t.vote_ask_title())).button(t.cancel(), Action::Cancel)
}

/// A title that cannot be taken.
pub fn title_unfit(t: &Texts, unfit: Unfit) -> View {
    let why = match unfit {
        Unfit::Empty => t.vote_title_empty(),
        Unfit::TooLong { limit, length } => t.vote_title_too_long(length, limit),
    };
    View::text(Html::ours(why)).button(t.cancel(), Action::Cancel)
}

/// Asks for the options.
pub fn ask_options(t: &Texts) -> View {
    View::text(Html::ours(t.vote_ask_options())).button(t.cancel(), Action::Cancel)
}

/// Options that cannot be taken.
pub fn bad_options(t: &Texts, bad: &BadOptions) -> View {
    View::text(Html::ours(why_bad(t, bad))).button(t.cancel(), Action::Cancel)
}

/// What is wrong with a list, for votes and polls.
pub fn why_bad(t: &Texts, bad: &BadOptions) -> String {
    match bad {
        BadOptions::TooFew => t.options_too_few(),
        BadOptions::TooMany(count) => t.options_too_many(*count),
        BadOptions::Unfit(line, Unfit::TooLong { limit, length }) => {
            t.options_too_long(*line, *length, *limit)
        }
        BadOptions::Unfit(_, Unfit::Empty) => t.options_too_few(),
        BadOptions::Twice(option) => t.options_twice(option.html()),
    }
}

/// Who may vote.
#[derive(Debug, Clone, Copy)]
pub struct Voters<'a> {
    pub said: &'a Html,
    pub count: i64,
    /// So few that a result tells who chose what.
    pub few: bool,
}

/// Everything, with buttons to change each part.
pub fn preview(
    t: &Texts,
    lang: Lang,
    draft: &VoteDraft,
    rules: &Rules,
    voters: &Voters<'_>,
    now: Moment,
) -> View {
    let title = draft.title.as_ref().map(|title| title.html()).unwrap_or_default();
    let options =
        draft.options.iter().enumerate().map(|(at, option)| format!("{}. {}", at + 1, option.html()));
    let text = Html::ours(t.vote_preview(title))
        .then(1, &Html::ours(options.collect::<Vec<_>>().join("\n")))
        .then(1, &super::rules(t, rules))
        .then(0, &closing::say(lang, draft.closes, now))
        .then(
            0,
            &Html::ours(match draft.audience.is_everyone() {
                true => t.vote_for_everyone(voters.count),
                false => t.vote_for(voters.said, voters.count),
            }),
        );
    let text = match voters.few && rules.secret {
        true => text.then(1, &Html::ours(t.vote_few_people())),
        false => text,
    };
    let view = most(t, View::text(text), draft, rules).button(t.vote_rules(), Action::VoteRules);
    closing::rows(t, view, draft.closes)
        .row([(t.vote_change_title(), Action::RetitleVote), (t.vote_change_options(), Action::RelistOptions)])
        .button(t.vote_change_audience(), Action::ForWhom(ForWhom::Ask))
        .button(
            if draft.audience.is_everyone() { t.vote_open() } else { t.vote_open_to_some() },
            Action::OpenVote,
        )
        .button(t.cancel(), Action::Cancel)
}

/// How many each may choose, or how many points each spreads.
fn most(t: &Texts, view: View, draft: &VoteDraft, rules: &Rules) -> View {
    let options = u8::try_from(draft.options.len()).unwrap_or(u8::MAX);
    let offer = |n: u8, label| (chosen(n == rules.most, label), Action::VoteRule(Rule::Most(n)));
    match rules.method {
        Method::Choose => view.row((1..=options.min(OFFERED)).map(|n| offer(n, t.vote_choose_up_to(n)))),
        Method::Points => view.row(OFFERED_POINTS.map(|n| offer(n, t.vote_so_many_points(n)))),
        Method::Ranking => view,
    }
}

/// The rules, each with its choices: how to answer, who wins, who sees it.
pub fn rules(t: &Texts, draft: &VoteDraft, rules: &Rules) -> View {
    let options = u8::try_from(draft.options.len()).unwrap_or(u8::MAX);
    let rule = |on: bool, label: String, rule: Rule| (chosen(on, label), Action::VoteRule(rule));
    let method = |m: Method, label| rule(m == rules.method, label, Rule::Method(m));
    let winners = |w: Winners, label| rule(w == rules.winners, label, Rule::Winners(w));
    let text = Html::ours(t.vote_rules_title()).then(1, &super::rules(t, rules)).then(
        1,
        &Html::ours(match rules.winners {
            Winners::MostVotes => t.vote_rules_most_votes(),
            Winners::Balanced => t.vote_rules_balanced(),
        }),
    );
    most(
        t,
        View::text(text).row([
            method(Method::Choose, t.vote_method_choose()),
            method(Method::Points, t.vote_method_points()),
            method(Method::Ranking, t.vote_method_ranking()),
        ]),
        draft,
        rules,
    )
    .row((1..=options.min(OFFERED)).map(|n| rule(n == rules.seats, t.vote_so_many_win(n), Rule::Seats(n))))
    .row([
        winners(Winners::MostVotes, t.vote_winners_votes()),
        winners(Winners::Balanced, t.vote_winners_balanced()),
    ])
    .row([
        rule(rules.secret, t.vote_secret(), Rule::Secret(true)),
        rule(!rules.secret, t.vote_named_openly(), Rule::Secret(false)),
    ])
    .button(t.vote_rules_done(), Action::VotePreview)
}

/// To the organizer: it is open.
pub fn opened(t: &Texts, vote: &Vote) -> View {
    View::text(Html::ours(t.vote_opened(vote.title.html())))
        .row([(t.vote_watch(), Action::Vote(vote.id)), (t.to_menu(), Action::Menu)])
}
