//! An audience in words, and the screens that put it together.

use super::Named;
use crate::directions::Direction;
use crate::ids::{PersonId, SessionId};
use crate::l10n::{Lang, Texts};
use crate::people::Affiliation;
use crate::sessions::{store::Listed as Session, view::attendance};
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Attendance, Dimension, ForWhom, ForWhomPage, Guests};
use crate::ui::audience::{Audience, Criterion, Turnout};
use crate::ui::state::{Name, Title};
use crate::ui::view::{LABEL, Paging, View, chosen};
use crate::votes::store::Listed as Vote;

/// How many names a line shows.
const NAMES: usize = 5;
/// How much of a title stands in a line.
const TITLE: usize = 60;

/// An audience in words. Criteria of one kind stand with "or", kinds after one another.
pub fn said(t: &Texts, lang: Lang, named: &Named) -> Html {
    let or = |parts: Vec<String>| parts.join(&format!(" {} ", t.audience_or()));
    let groups = |dimension: Dimension| {
        let of = named.groups.iter().filter(move |group| group.dimension == dimension);
        or(of.map(|group| group.label(lang).html().to_string()).collect())
    };
    let title = |title: &Title| Html::escape(&shorten(title.plain(), TITLE));
    let answers = named.answers.iter().map(|(session, who)| match who {
        Some(who) => t.announce_guests_who(title(session), attendance(t, *who)),
        None => t.announce_guests(title(session)),
    });
    let turnout = named.turnout.iter().map(|(vote, voted)| match voted {
        true => t.audience_voted(title(vote)),
        false => t.audience_not_voted(title(vote)),
    });
    let directions: Vec<String> =
        named.directions.iter().map(|direction| direction.html().to_string()).collect();
    let directions = match directions.is_empty() {
        true => String::new(),
        false => t.audience_direction(or(directions)),
    };
    let parts = [
        groups(Dimension::Sector),
        groups(Dimension::Region),
        directions,
        or(answers.collect()),
        or(turnout.collect()),
        names(t, &named.people),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { Html::ours(t.announce_everyone()) } else { Html::ours(parts.join(", ")) }
}

fn names(t: &Texts, people: &[Name]) -> String {
    let shown: Vec<String> = people.iter().take(NAMES).map(|name| name.html().to_string()).collect();
    match people.len() - shown.len() {
        0 => shown.join(", "),
        more => t.audience_and_more(shown.join(", "), more),
    }
}

/// The same on a button.
pub fn label(said: &Html) -> String {
    let plain = said.as_str().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    shorten(&plain.replace("&amp;", "&"), LABEL)
}

/// What every screen that puts one together says: whom it is, and how many.
pub fn head(t: &Texts, lang: Lang, named: &Named, count: i64) -> Html {
    Html::ours(t.audience_title(said(t, lang, named), count))
}

fn act(choice: ForWhom) -> Action {
    Action::ForWhom(choice)
}

fn open(page: ForWhomPage) -> Action {
    act(ForWhom::Open(page))
}

/// A button for a criterion: chosen or not, and pressed to be the other.
fn criterion(audience: &Audience, label: String, criterion: Criterion) -> (String, Action) {
    let on = audience.has(criterion);
    (chosen(on, label), act(ForWhom::Put(criterion, !on)))
}

/// A button for everyone and for each group, and the way to choose exactly.
pub fn quick(t: &Texts, lang: Lang, view: View, everyone: i64, groups: &[(Affiliation, i64)]) -> View {
    let view = view.button(t.announce_to_everyone(everyone), act(ForWhom::Only(None)));
    let view = groups.chunks(2).fold(view, |view, pair| {
        view.row(pair.iter().map(|(group, size)| {
            let label = format!("{} ({size})", group.label(lang).plain());
            (label, act(ForWhom::Only(Some(group.id))))
        }))
    });
    view.button(t.audience_choose(), open(ForWhomPage::Groups))
}

/// Sectors and regions, and the way to the other kinds.
pub fn groups(
    t: &Texts,
    lang: Lang,
    head: Html,
    audience: &Audience,
    groups: &[(Affiliation, i64)],
    directed: bool,
) -> View {
    let view = View::text(head.then(1, &Html::ours(t.audience_hint())));
    let view = [Dimension::Sector, Dimension::Region].into_iter().fold(view, |view, dimension| {
        let of: Vec<_> = groups.iter().filter(|(group, _)| group.dimension == dimension).collect();
        of.chunks(2).fold(view, |view, pair| {
            view.row(pair.iter().map(|(group, _)| {
                criterion(audience, group.label(lang).plain().to_owned(), Criterion::Group(group.id))
            }))
        })
    });
    let counted = |label: String, count: usize| match count {
        0 => label,
        count => format!("✓ {label} · {count}"),
    };
    let view = match directed {
        true => view.button(
            counted(t.audience_directions(), audience.directions.len()),
            open(ForWhomPage::Directions),
        ),
        false => view,
    };
    let view = view
        .row([
            (counted(t.audience_sessions(), audience.answers.len()), open(ForWhomPage::Sessions)),
            (counted(t.audience_votes(), audience.turnout.len()), open(ForWhomPage::Votes)),
        ])
        .button(counted(t.audience_people(), audience.people.len()), open(ForWhomPage::People(None)));
    let view = if audience.is_everyone() {
        view
    } else {
        view.button(t.audience_everyone(), act(ForWhom::Everyone))
    };
    view.button(t.audience_done(), act(ForWhom::Done))
}

fn back(t: &Texts, view: View) -> View {
    view.row([(t.back(), open(ForWhomPage::Groups)), (t.audience_done(), act(ForWhom::Done))])
}

/// Directions: those who wrote or support a proposal under them.
pub fn directions(t: &Texts, head: Html, audience: &Audience, all: &[Direction]) -> View {
    let view =
        all.iter().fold(View::text(head.then(1, &Html::ours(t.audience_which_direction()))), |view, one| {
            view.row([criterion(audience, shorten(one.name.plain(), LABEL), Criterion::Direction(one.id))])
        });
    back(t, view)
}

/// Sessions, of which what was said is chosen next.
pub fn sessions(t: &Texts, head: Html, audience: &Audience, all: &[Session]) -> View {
    let text = if all.is_empty() { t.audience_no_sessions() } else { t.audience_which_session() };
    let view = all.iter().fold(View::text(head.then(1, &Html::ours(text))), |view, session| {
        let on = audience.answers.iter().any(|guests| guests.of == session.id);
        let label = chosen(on, shorten(session.title.plain(), LABEL));
        view.button(label, open(ForWhomPage::Session(session.id)))
    });
    back(t, view)
}

/// What was said of one session, each with how many did.
pub fn session(
    t: &Texts,
    head: Html,
    audience: &Audience,
    id: SessionId,
    title: Option<&Title>,
    counts: &[(Attendance, i64)],
) -> View {
    let title = title.map(|title| Html::ours(format!("📅 <b>{}</b>", title.html()))).unwrap_or_default();
    let count = |who: Attendance| counts.iter().find(|(other, _)| *other == who).map_or(0, |(_, n)| *n);
    let invited: i64 = counts.iter().map(|(_, count)| count).sum();
    let one = |label: String, who| criterion(audience, label, Criterion::Said(Guests { of: id, who }));
    let view = View::text(head.then(1, &title)).row([one(t.session_everyone(invited), None)]);
    let said: Vec<_> = Attendance::ALL
        .into_iter()
        .filter(|who| count(*who) > 0)
        .map(|who| one(format!("{} · {}", attendance(t, who), count(who)), Some(who)))
        .collect();
    let view = said.chunks(2).fold(view, |view, pair| view.row(pair.to_vec()));
    view.row([(t.back(), open(ForWhomPage::Sessions)), (t.audience_done(), act(ForWhom::Done))])
}

/// Open votes: those who have voted, and those who have not.
pub fn votes(t: &Texts, head: Html, audience: &Audience, open: &[Vote]) -> View {
    let text = if open.is_empty() { t.audience_no_votes() } else { t.audience_which_vote() };
    let titles = open.iter().enumerate().map(|(at, vote)| format!("{}. {}", at + 1, vote.title.html()));
    let text = head.then(1, &Html::ours(text)).then(0, &Html::ours(titles.collect::<Vec<_>>().join("\n")));
    let view = open.iter().enumerate().fold(View::text(text), |view, (at, vote)| {
        let one = |voted: bool, label: String| {
            let turnout = Turnout { vote: vote.id, voted };
            criterion(audience, format!("{}. {label}", at + 1), Criterion::Turnout(turnout))
        };
        view.row([one(false, t.audience_have_not_voted()), one(true, t.audience_have_voted())])
    });
    back(t, view)
}

/// People by name: those found by what was typed, or those chosen.
pub fn people(
    t: &Texts,
    head: Html,
    audience: &Audience,
    typed: Option<&Name>,
    shown: &[(PersonId, Name)],
    at: Paging,
) -> View {
    let text = match typed {
        Some(typed) if shown.is_empty() => t.audience_nobody_called(typed.html()),
        Some(typed) => t.audience_called(typed.html()),
        None => t.audience_ask_name(),
    };
    let view = shown.iter().fold(View::text(head.then(1, &Html::ours(text))), |view, (id, name)| {
        view.row([criterion(audience, shorten(name.plain(), LABEL), Criterion::Person(*id))])
    });
    let view = view.pager(t, at, |page| open(ForWhomPage::People(Some(page))));
    back(t, view)
}
