//! Joining: a link, a language if in doubt, a name; then a sector and a region, which can be skipped.

use anyhow::Result;

use super::taking_over;
use crate::acts::{self, Act};
use crate::clock::Moment;
use crate::cx::Cx;
use crate::ids::AffiliationId;
use crate::l10n::Lang;
use crate::people::Validity;
use crate::people::store::{self, belonging, coming};
use crate::people::view::joining as view;
use crate::role::Role;
use crate::sessions::store::door as sessions;
use crate::text::{Html, Unfit};
use crate::ui::action::Dimension;
use crate::ui::state::{Name, State, Via};
use crate::ui::view::{Reply, View};

/// A start link with a code, followed by somebody who has not joined.
pub async fn follow_link(cx: &mut Cx, code: &str) -> Result<Reply> {
    if claim(cx, code).await? {
        return begin(cx, Via::Organizer).await;
    }
    let invite = coming::invite_by_code(&mut cx.tx, code).await?;
    match invite.map(|invite| (invite.id, invite.whose, invite.validity(cx.now))) {
        Some((id, None, Validity::Good)) => begin(cx, Via::Invite(id)).await,
        Some((id, Some(_), Validity::Good)) => begin(cx, Via::Personal(id)).await,
        Some((.., validity)) => Ok(Reply::send(view::invite_is_over(cx.t(), validity))),
        None if sessions::by_code(&mut cx.tx, code).await?.is_some() => {
            // They stand at the door of a session, and come in once they have joined.
            let line = Html::ours(cx.t().door_join_first());
            let mut reply = knock(cx).await?;
            reply.send = reply.send.into_iter().map(|view| view.headed(&line)).collect();
            Ok(reply)
        }
        None => Ok(Reply::send(view::no_such_invite(cx.t()))),
    }
}

/// Makes the person an owner, if this is the claim link's code.
pub async fn claim(cx: &mut Cx, code: &str) -> Result<bool> {
    let taken = coming::take_claim(&mut cx.tx, code).await?;
    if taken {
        store::appoint(&mut cx.tx, cx.me.id, Role::Owner).await?;
        cx.me.role = Role::Owner;
        acts::note(cx, Act::GaveRole(Some(cx.me.id), Role::Owner)).await?;
    }
    Ok(taken)
}

/// Somebody who is in has become an organizer.
pub fn welcome_organizer(cx: &Cx) -> Reply {
    Reply::send(view::you_are_in(cx.t(), cx.me.role))
}

/// Somebody who has not joined comes without a link. They, too, are asked for a language in doubt: what they are told,
/// and later the answer to their request, are of no use in a language they cannot read.
pub async fn knock(cx: &mut Cx) -> Result<Reply> {
    if cx.me.role > Role::Participant {
        return begin(cx, Via::Organizer).await;
    }
    if language_is_in_doubt(cx) {
        cx.dialogue.begin(State::KnockingLanguage);
        return Ok(Reply::send(view::ask_language()));
    }
    Ok(Reply::send(view::door(cx.t())))
}

/// Their Telegram speaks neither of our languages, and they have not picked one.
fn language_is_in_doubt(cx: &Cx) -> bool {
    let code = cx.sender.language.as_deref().unwrap_or_default();
    let speaks = |lang: Lang| code == lang.code() || code.starts_with(&format!("{}-", lang.code()));
    cx.dialogue.now != State::Knocking && !Lang::ALL.into_iter().any(speaks)
}

/// Welcomes; asks for a language in doubt.
async fn begin(cx: &mut Cx, via: Via) -> Result<Reply> {
    cx.dialogue.begin(match language_is_in_doubt(cx) {
        true => State::JoiningLanguage(via),
        false => State::JoiningName(via),
    });
    Ok(Reply::send(ask(cx).await?))
}

/// The question of the joining dialogue: a language, a name, or whether a personal invitation is theirs.
pub async fn ask(cx: &mut Cx) -> Result<View> {
    match cx.dialogue.now {
        State::JoiningLanguage(_) | State::KnockingLanguage => Ok(view::ask_language()),
        State::Knocking => Ok(view::door(cx.t())),
        State::JoiningName(Via::Personal(id)) => taking_over::ask(cx, id).await,
        _ => Ok(view::welcome(cx.t(), telegram_name(cx).as_ref())),
    }
}

/// The language was picked.
pub async fn speak(cx: &mut Cx, lang: Lang) -> Result<Reply> {
    let next = match cx.dialogue.now {
        State::JoiningLanguage(via) => State::JoiningName(via),
        State::KnockingLanguage => State::Knocking,
        _ => return Ok(Reply::default().stripping()),
    };
    store::speak(&mut cx.tx, cx.me.id, lang).await?;
    cx.me.lang = lang;
    cx.dialogue.now = next;
    Ok(Reply::edit(ask(cx).await?))
}

/// The name at Telegram, by one tap.
pub async fn use_telegram_name(cx: &mut Cx) -> Result<Reply> {
    match (&cx.dialogue.now, telegram_name(cx)) {
        (State::JoiningName(Via::Personal(_)), _) => Ok(Reply::default()),
        (State::JoiningName(via), Some(name)) => {
            let via = *via;
            Ok(join(cx, via, name).await?.stripping())
        }
        (State::JoiningName(_), None) => Ok(Reply::toast(cx.t().join_name_unusable())),
        _ => Ok(Reply::default().stripping()),
    }
}

/// A name was typed. Whoever comes by a personal invitation has one already, and is asked for another answer.
pub async fn name_typed(cx: &mut Cx, via: Via, typed: &str) -> Result<Reply> {
    if matches!(via, Via::Personal(_)) {
        return Ok(Reply::send(ask(cx).await?));
    }
    match Name::parse_line(typed) {
        Ok(name) => join(cx, via, name).await,
        Err(unfit) => Ok(Reply::send(refuse_name(cx, unfit))),
    }
}

/// A name that cannot be taken, and the question again.
pub fn refuse_name(cx: &Cx, unfit: Unfit) -> View {
    view::name_unfit(cx.t(), unfit)
}

/// Lets the person in. An invitation is looked at again: others may have used it up meanwhile.
async fn join(cx: &mut Cx, via: Via, name: Name) -> Result<Reply> {
    if let Via::Invite(id) = via {
        let validity =
            coming::invite(&mut cx.tx, id).await?.map_or(Validity::Revoked, |invite| invite.validity(cx.now));
        if validity != Validity::Good {
            cx.dialogue.finish();
            return Ok(Reply::send(view::invite_is_over(cx.t(), validity)));
        }
        coming::use_invite(&mut cx.tx, id, cx.me.id).await?;
    }
    store::join(&mut cx.tx, cx.me.id, &name, cx.now).await?;
    cx.me.name = Some(name.clone());
    cx.me.joined = true;
    cx.dialogue.now = State::Idle;
    let sectors = belonging::list(&mut cx.tx, Dimension::Sector).await?;
    Ok(Reply::send(view::ask_sector(cx.t(), &name, &sectors, cx.me.lang)))
}

/// A sector or a region was picked, or skipped, on the way in.
pub async fn belong(cx: &mut Cx, dimension: Dimension, to: Option<AffiliationId>) -> Result<Reply> {
    if let Some(id) = to {
        let offered = belonging::get(&mut cx.tx, id).await?;
        if !offered.is_some_and(|a| a.dimension == dimension && !a.retired) {
            return Ok(Reply::toast(cx.t().belonging_gone()));
        }
    }
    store::belong(&mut cx.tx, cx.me.id, dimension, to).await?;
    match dimension {
        Dimension::Sector => {
            let regions = belonging::list(&mut cx.tx, Dimension::Region).await?;
            Ok(Reply::edit(view::ask_region(cx.t(), &regions, cx.me.lang)))
        }
        Dimension::Region => Ok(Reply::edit(view::you_are_in(cx.t(), cx.me.role))),
    }
}

/// The person's name at Telegram, when it can serve as a name.
fn telegram_name(cx: &Cx) -> Option<Name> {
    Name::parse_line(&cx.sender.full_name).ok()
}

/// How long visitors who never joined are remembered.
pub fn visitors_since(now: Moment) -> Moment {
    now.before(std::time::Duration::from_secs(30 * 24 * 3600))
}
