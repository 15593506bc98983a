//! Putting an audience together, and whom it comes to.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::{Named, store, view};
use crate::alphabet::{self, is_called};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::directions;
use crate::ids::PersonId;
use crate::keys::Keys;
use crate::l10n::Lang;
use crate::outbox::People;
use crate::people::Affiliation;
use crate::people::store::belonging;
use crate::sessions;
use crate::text::Html;
use crate::ui::action::{Dimension, ForWhom, ForWhomPage};
use crate::ui::audience::{Audience, Choosing, Criterion, MOST_NAMED};
use crate::ui::state::{Name, State};
use crate::ui::view::{Paging, Reply, View};
use crate::votes;

/// How many sessions and votes are offered.
const OFFERED: i64 = 12;
/// How many people a page shows.
const PAGE: u32 = 8;

/// Those of an audience whom messages reach.
pub async fn reached(
    conn: &mut SqliteConnection,
    keys: &Keys,
    audience: &Audience,
    now: Moment,
) -> Result<People> {
    let turnout = turnout(conn, keys, audience, now).await?;
    store::people(conn, audience, turnout.as_ref(), true).await
}

/// All of them, on Telegram or not.
pub async fn all(
    conn: &mut SqliteConnection,
    keys: &Keys,
    audience: &Audience,
    now: Moment,
) -> Result<People> {
    let turnout = turnout(conn, keys, audience, now).await?;
    store::people(conn, audience, turnout.as_ref(), false).await
}

/// Everyone whom messages reach.
pub async fn everyone(conn: &mut SqliteConnection) -> Result<People> {
    store::people(conn, &Audience::default(), None, true).await
}

/// Those who have or have not voted. A vote that is over has nobody: its key is gone, and with it who voted.
async fn turnout(
    conn: &mut SqliteConnection,
    keys: &Keys,
    audience: &Audience,
    now: Moment,
) -> Result<Option<People>> {
    if audience.turnout.is_empty() {
        return Ok(None);
    }
    let mut people: Vec<PersonId> = Vec::new();
    for one in &audience.turnout {
        people.extend(votes::flow::turnout::who(conn, keys, one.vote, one.voted, now).await?);
    }
    Ok(Some(People::of(&people)))
}

/// An audience in words; none: something of it is not there.
pub async fn said(conn: &mut SqliteConnection, lang: Lang, audience: &Audience) -> Result<Option<Html>> {
    Ok(named(conn, audience).await?.map(|named| view::said(lang.texts(), lang, &named)))
}

/// What its criteria are called.
async fn named(conn: &mut SqliteConnection, audience: &Audience) -> Result<Option<Named>> {
    let mut named = Named::default();
    for id in &audience.groups {
        let Some(group) = belonging::get(conn, *id).await? else { return Ok(None) };
        named.groups.push(group);
    }
    for id in &audience.directions {
        let Some(direction) = directions::store::get(conn, *id).await? else { return Ok(None) };
        named.directions.push(direction.name);
    }
    for guests in &audience.answers {
        let Some(title) = sessions::store::title(conn, guests.of).await? else { return Ok(None) };
        named.answers.push((title, guests.who));
    }
    for turnout in &audience.turnout {
        let Some(vote) = votes::store::get(conn, turnout.vote).await? else { return Ok(None) };
        named.turnout.push((vote.title, turnout.voted));
    }
    let people = store::names(conn, &audience.people).await?;
    named.people = people.into_iter().map(|(_, name)| name).collect();
    alphabet::sort(&mut named.people, |name| name.plain());
    Ok(Some(named))
}

/// Sectors and regions, each with how many people within reach it has.
pub async fn groups(conn: &mut SqliteConnection) -> Result<Vec<(Affiliation, i64)>> {
    let sizes = store::sizes(conn).await?;
    let mut groups = Vec::new();
    for dimension in [Dimension::Sector, Dimension::Region] {
        for group in belonging::list(conn, dimension).await? {
            if let Some((_, size)) = sizes.iter().find(|(id, _)| *id == group.id) {
                groups.push((group, *size));
            }
        }
    }
    Ok(groups)
}

/// A button of an audience being put together. `Err`: what there is to say instead of the screen asked for now.
pub async fn press(cx: &mut Cx, _: Organizer, choice: ForWhom) -> Result<Result<(), Reply>> {
    let Some(mut audience) = cx.dialogue.now.audience() else {
        return Ok(Err(Reply::toast(cx.t().draft_gone()).stripping()));
    };
    let choosing = cx.dialogue.now.choosing().cloned();
    match choice {
        ForWhom::Ask => cx.dialogue.now.ask_audience(),
        ForWhom::Only(group) => {
            let audience = Audience::within(group);
            if named(&mut cx.tx, &audience).await?.is_none() {
                return Ok(Err(Reply::toast(cx.t().button_stale())));
            }
            cx.dialogue.now.set_audience(audience, None);
        }
        ForWhom::Open(page) => {
            let typed = match choosing {
                Some(Choosing::People { typed, .. }) => typed,
                _ => None,
            };
            let choosing = match page {
                ForWhomPage::Groups => Choosing::Groups,
                ForWhomPage::Directions => Choosing::Directions,
                ForWhomPage::Sessions => Choosing::Sessions,
                ForWhomPage::Session(id) => Choosing::Session(id),
                ForWhomPage::Votes => Choosing::Votes,
                ForWhomPage::People(None) => Choosing::People { typed: None, page: 0 },
                ForWhomPage::People(Some(page)) => Choosing::People { typed, page },
            };
            cx.dialogue.now.set_audience(audience, Some(choosing));
        }
        ForWhom::Put(criterion, wanted) => {
            if wanted && !is_there(cx, criterion).await? {
                return Ok(Err(Reply::toast(cx.t().button_stale())));
            }
            audience.put(criterion, wanted);
            if wanted && !audience.has(criterion) && audience.people.len() < MOST_NAMED {
                return Ok(Err(Reply::alert(cx.t().audience_hidden())));
            }
            if wanted && !audience.has(criterion) {
                return Ok(Err(Reply::alert(cx.t().audience_enough_people(audience.people.len()))));
            }
            cx.dialogue.now.set_audience(audience, choosing.or(Some(Choosing::Groups)));
        }
        ForWhom::Everyone => cx.dialogue.now.set_audience(Audience::default(), Some(Choosing::Groups)),
        ForWhom::Done => cx.dialogue.now.set_audience(audience, None),
    }
    Ok(Ok(()))
}

/// Modified clients press what they like.
async fn is_there(cx: &mut Cx, criterion: Criterion) -> Result<bool> {
    Ok(match criterion {
        // Everywhere else people are listed by name later on: guests, a roll, who answered what.
        Criterion::Direction(id) => {
            matches!(cx.dialogue.now, State::Announcing(_))
                && directions::store::get(&mut cx.tx, id).await?.is_some()
        }
        Criterion::Person(id) => !store::names(&mut cx.tx, &[id]).await?.is_empty(),
        Criterion::Turnout(turnout) => {
            votes::store::get(&mut cx.tx, turnout.vote).await?.is_some_and(|vote| vote.is_open(cx.now))
        }
        other => {
            let mut audience = Audience::default();
            audience.put(other, true);
            named(&mut cx.tx, &audience).await?.is_some()
        }
    })
}

/// A part of a name was typed.
pub async fn typed(cx: &mut Cx, organizer: Organizer, typed: &str) -> Result<Option<Reply>> {
    let Some(audience) = cx.dialogue.now.audience() else { return Ok(None) };
    let typed = Name::parse_line(typed).ok();
    cx.dialogue.now.set_audience(audience, Some(Choosing::People { typed, page: 0 }));
    Ok(ask(cx, organizer).await?.map(Reply::send))
}

/// The screen on which an audience is being put together; none: it is not.
pub async fn ask(cx: &mut Cx, _: Organizer) -> Result<Option<View>> {
    let (Some(choosing), Some(audience)) = (cx.dialogue.now.choosing().cloned(), cx.dialogue.now.audience())
    else {
        return Ok(None);
    };
    let (t, lang) = (cx.t(), cx.me.lang);
    // Offline people vote, too, and are let in at a door; messages reach nobody else.
    let counted = match cx.dialogue.now {
        State::MakingVote(_) | State::MakingSession(_) => {
            all(&mut cx.tx, &cx.keys, &audience, cx.now).await?.count
        }
        _ => reached(&mut cx.tx, &cx.keys, &audience, cx.now).await?.count,
    };
    let named = named(&mut cx.tx, &audience).await?.unwrap_or_default();
    let told = audience.told(counted, cx.small_group);
    let head = view::head(t, lang, &named, told);
    let announcing = matches!(cx.dialogue.now, State::Announcing(_));
    Ok(Some(match choosing {
        Choosing::Groups => {
            let groups = groups(&mut cx.tx).await?;
            let directed = announcing && !directions::store::current(&mut cx.tx).await?.is_empty();
            view::groups(t, lang, head, &audience, &groups, directed)
        }
        Choosing::Directions => {
            view::directions(t, head, &audience, &directions::store::current(&mut cx.tx).await?)
        }
        Choosing::Sessions => {
            let all = sessions::store::list(&mut cx.tx, cx.me.id, true, cx.now, OFFERED).await?;
            view::sessions(t, head, &audience, &all)
        }
        Choosing::Session(id) => {
            let counts = sessions::store::guests::counts(&mut cx.tx, id).await?;
            let title = sessions::store::title(&mut cx.tx, id).await?;
            view::session(t, head, &audience, id, title.as_ref(), &counts)
        }
        Choosing::Votes => {
            let all = votes::store::list(&mut cx.tx, cx.me.id, cx.now, OFFERED).await?;
            let open: Vec<_> = all.into_iter().filter(|vote| vote.open).collect();
            view::votes(t, head, &audience, &open)
        }
        Choosing::People { typed, page } => {
            let mut found = match &typed {
                Some(typed) => {
                    let mut all = store::everybody(&mut cx.tx).await?;
                    all.retain(|(_, name)| is_called(name.plain(), typed.plain()));
                    all
                }
                None => store::names(&mut cx.tx, &audience.people).await?,
            };
            alphabet::sort(&mut found, |(_, name)| name.plain());
            let at = Paging::new(page, PAGE, found.len());
            let shown: Vec<_> = at.cut(found).collect();
            view::people(t, head, &audience, typed.as_ref(), &shown, at)
        }
    }))
}
