//! Asking to join without an invitation, and the organizers' answer.

use anyhow::Result;

use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::ids::RequestId;
use crate::l10n::Lang;
use crate::outbox::{self, Subject, Urgency};
use crate::people::store::{self, coming};
use crate::people::view::requests as view;
use crate::text::shorten;
use crate::ui::state::{Dialogue, NAME, Name, State, Via};
use crate::ui::view::Reply;

/// Somebody asks to join.
pub async fn ask(cx: &mut Cx) -> Result<Reply> {
    if cx.me.joined {
        return Ok(Reply::default().stripping());
    }
    let Some(request) = coming::insert_request(&mut cx.tx, cx.me.id, cx.now).await? else {
        return Ok(Reply::toast(cx.t().request_waiting()).stripping());
    };
    let name = Name::parse_line(&shorten(&cx.sender.full_name, NAME)).ok();
    if let Some(name) = &name {
        // For the cards, until they give a name of their own.
        store::rename(&mut cx.tx, cx.me.id, name).await?;
    }
    for organizer in store::organizers(&mut cx.tx).await? {
        let card = view::card(organizer.lang.texts(), request, name.as_ref());
        let subject = Some(Subject::Request(request));
        outbox::store::tell(&mut cx.tx, &organizer, Urgency::Awaited, subject, &card, cx.now).await?;
    }
    Ok(Reply::edit(view::sent(cx.t())))
}

/// Who has waited longest, from the desk.
pub async fn first(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let Some(id) = coming::first_request(&mut cx.tx).await? else {
        return Ok(Reply::edit(view::none_waits(cx.t())));
    };
    let waiting = coming::requests_waiting(&mut cx.tx).await?;
    let asking = match coming::request(&mut cx.tx, id).await? {
        Some(request) => store::get(&mut cx.tx, request.person).await?,
        None => None,
    };
    let name = asking.and_then(|(person, _)| person.name);
    Ok(Reply::edit(view::card(cx.t(), id, name.as_ref()).footed(&view::waiting(cx.t(), waiting))))
}

/// An organizer approves or declines. The first one settles it; all cards show how.
pub async fn settle(cx: &mut Cx, _: Organizer, id: RequestId, approved: bool) -> Result<Reply> {
    let Some(request) = coming::request(&mut cx.tx, id).await? else {
        return Ok(Reply::edit(view::gone(cx.t())));
    };
    let asking = store::get(&mut cx.tx, request.person).await?;
    let asked = asking.as_ref().and_then(|(person, _)| person.name.clone());
    if let Some(settled) = request.approved {
        let by = match request.settled_by {
            Some(organizer) => store::get(&mut cx.tx, organizer).await?.and_then(|(person, _)| person.name),
            None => None,
        };
        let card = view::settled(cx.t(), settled, asked.as_ref(), by.as_ref());
        return Ok(Reply::edit(card).toasting(cx.t().request_settled_before()));
    }
    coming::settle_request(&mut cx.tx, id, cx.me.id, approved, cx.now).await?;
    acts::note(cx, Act::SettledRequest(Some(request.person), approved)).await?;
    if let Some((person, dialogue)) = asking.filter(|(person, _)| !person.joined) {
        if approved {
            let mut dialogue = Dialogue::read(&dialogue);
            dialogue.begin(State::JoiningName(Via::Request));
            store::set_dialogue(&mut cx.tx, person.id, &dialogue).await?;
        }
        let word = view::answer(person.lang.texts(), approved);
        outbox::store::tell(&mut cx.tx, &person, Urgency::Awaited, None, &word, cx.now).await?;
    }
    let mine = cx.press.as_ref().and_then(|press| press.message).map(|no| (cx.me.telegram, no));
    for lang in Lang::ALL {
        let card = view::settled(lang.texts(), approved, asked.as_ref(), cx.me.name.as_ref());
        outbox::store::bring_up_to_date(&mut cx.tx, Subject::Request(id), lang, &card, mine, cx.now).await?;
    }
    let card = view::settled(cx.t(), approved, asked.as_ref(), cx.me.name.as_ref());
    let card = match coming::requests_waiting(&mut cx.tx).await? {
        0 => card,
        more => view::more(cx.t(), card, more),
    };
    Ok(Reply::edit(card).toasting(if approved {
        cx.t().request_approved_toast()
    } else {
        cx.t().request_declined_toast()
    }))
}
