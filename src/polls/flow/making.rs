//! Making a poll: one message, a preview that is ready to go, and sent.

use anyhow::{Context, Result};

use crate::acts::{self, Act};
use crate::audiences::flow as audiences;
use crate::cx::{Cx, Organizer};
use crate::due::{self, Due};
use crate::ids::PollId;
use crate::l10n::Lang;
use crate::outbox::{self, People, Subject};
use crate::polls::view::{self, making::Asked};
use crate::polls::{Picks, Poll, Viewer, read, reworded, store};
use crate::ui::action::{Action, PollRule, Scene};
use crate::ui::audience::Audience;
use crate::ui::closing::{self, ClosingDraft};
use crate::ui::state::{PollAsking, PollDraft, State};
use crate::ui::view::{Reply, View};
use crate::{wall, when};

/// Asks for question and answers in one message.
pub async fn start(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    if !cx.dialogue.resume(|state| matches!(state, State::MakingPoll(_))) {
        cx.dialogue.begin(State::MakingPoll(None));
    }
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// What the dialogue asks for now.
pub async fn ask(cx: &mut Cx, _: Organizer) -> Result<View> {
    let State::MakingPoll(Some(draft)) = cx.dialogue.now.clone() else {
        return Ok(view::making::ask(cx.t()));
    };
    match draft.asking {
        Some(PollAsking::Closing) => Ok(closing::ask(cx.t(), Action::PollPreview)),
        Some(PollAsking::Audience) => {
            let everyone = audiences::everyone(&mut cx.tx).await?.count;
            let groups = audiences::groups(&mut cx.tx).await?;
            Ok(view::making::ask_audience(cx.me.lang, everyone, &groups, cx.web.is_some()))
        }
        None => {
            let asked = asked(cx, &draft).await?;
            Ok(view::making::preview(cx.me.lang, &draft, &asked, cx.now))
        }
    }
}

async fn asked(cx: &mut Cx, draft: &PollDraft) -> Result<Asked> {
    let audience = &draft.audience;
    let size = audiences::reached(&mut cx.tx, &cx.keys, audience, cx.now).await?.count;
    let few = !audience.is_everyone() && size < i64::from(cx.small_group);
    let said = match audience.is_everyone() {
        true => None,
        false => audiences::said(&mut cx.tx, cx.me.lang, audience).await?,
    };
    let before = match draft.repeats {
        Some(id) => store::get(&mut cx.tx, id, None).await?.map(|(poll, _)| poll.opened_at),
        None => None,
    };
    Ok(Asked { said, size, few, before })
}

/// Words came: a date where one was asked for, otherwise question and answers.
pub async fn said(cx: &mut Cx, organizer: Organizer, typed: &str) -> Result<Reply> {
    let (t, now) = (cx.t(), cx.now);
    let State::MakingPoll(before) = &mut cx.dialogue.now else { return Ok(Reply::default()) };
    match before {
        Some(draft) if draft.asking == Some(PollAsking::Closing) => match when::understand(typed, now) {
            Some(at) => {
                draft.closes = ClosingDraft::At(at);
                draft.asking = None;
            }
            None => return Ok(Reply::send(closing::not_understood(t, Action::PollPreview))),
        },
        before => match read(typed) {
            Ok(words) => {
                *before = Some(match before.take() {
                    Some(draft) => reworded(draft, words),
                    None => words,
                });
            }
            Err(why) => return Ok(Reply::send(view::making::not_a_poll(t, &why))),
        },
    }
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// Asks for another message; what was there stays until it comes.
pub fn reword(cx: &mut Cx, _: Organizer) -> Reply {
    match &mut cx.dialogue.now {
        State::MakingPoll(draft) => {
            if let Some(draft) = draft {
                draft.asking = None;
            }
            Reply::send(view::making::ask(cx.t())).stripping()
        }
        _ => Reply::toast(cx.t().draft_gone()).stripping(),
    }
}

/// A button of the preview, or of a question about a part of it.
pub async fn choose(cx: &mut Cx, organizer: Organizer, action: Action) -> Result<Reply> {
    let State::MakingPoll(Some(draft)) = &mut cx.dialogue.now else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    draft.asking = None;
    match action {
        Action::PollRule(PollRule::Several(several)) => draft.rules.several = several,
        Action::PollRule(PollRule::Hidden(hidden)) => draft.rules.hidden = hidden,
        Action::PollRule(PollRule::Named(named)) => draft.rules.named = named,
        Action::Closes(closing) => draft.closes = closing.into(),
        Action::TypeClosing => draft.asking = Some(PollAsking::Closing),
        Action::PollOnWall => (draft.audience, draft.on_wall) = (Audience::default(), true),
        // The way back to the preview.
        _ => {}
    }
    Ok(Reply::edit(ask(cx, organizer).await?))
}

/// Opens the poll and sends its card.
pub async fn send(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let State::MakingPoll(Some(draft)) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let Ok(closes_at) = draft.closes.at(cx.now) else {
        return Ok(Reply::alert(cx.t().closing_passed()));
    };
    let people = audiences::reached(&mut cx.tx, &cx.keys, &draft.audience, cx.now).await?;
    if people.count == 0 {
        return Ok(Reply::alert(cx.t().announce_nobody()));
    }
    let id = store::insert(&mut cx.tx, &draft, None, cx.me.id, closes_at, cx.now).await?;
    if !draft.audience.is_everyone() {
        // Those who are not on Telegram answer through an organizer.
        let asked = audiences::all(&mut cx.tx, &cx.keys, &draft.audience, cx.now).await?;
        store::ask(&mut cx.tx, id, &asked).await?;
    }
    let (poll, _) = store::get(&mut cx.tx, id, None).await?.context("A poll that was just opened")?;
    acts::note(cx, Act::OpenedPoll(id)).await?;
    if let Some(at) = closes_at {
        due::set(&mut cx.tx, Due::PollCloses(id), at).await?;
    }
    cx.dialogue.finish();
    if poll.on_wall {
        let shown = wall::flow::show_by_itself(cx, Scene::Poll(id)).await?;
        return Ok(
            Reply::edit(view::making::opened(cx.t(), &poll, shown)).toasting(cx.t().poll_opened_toast())
        );
    }
    send_cards(cx, &poll, &people).await?;
    let said = audiences::said(&mut cx.tx, cx.me.lang, &poll.audience).await?.unwrap_or_default();
    let toast = cx.t().poll_sent_toast();
    Ok(Reply::edit(view::making::sent(cx.t(), &poll, &said)).toasting(toast))
}

/// Owes the card to everyone whose it is to answer.
async fn send_cards(cx: &mut Cx, poll: &Poll, people: &People) -> Result<()> {
    let mailing = outbox::store::insert_mailing(&mut cx.tx, cx.hold.before(poll.closes_at), cx.now).await?;
    for lang in Lang::ALL {
        let card = view::card(lang, poll, Viewer::asked(Picks::default()), cx.now);
        let subject = Some(Subject::Poll(poll.id));
        outbox::store::tell_people(&mut cx.tx, mailing, people, lang, subject, &card, cx.now).await?;
    }
    Ok(())
}

/// The same poll again, ready to be sent: what comes of it can be seen beside what came of the earlier one.
pub async fn repeat(cx: &mut Cx, organizer: Organizer, id: PollId) -> Result<Reply> {
    let Some((poll, _)) = store::get(&mut cx.tx, id, None).await? else {
        return Ok(Reply::toast(cx.t().poll_gone()));
    };
    if poll.is_open(cx.now) {
        return Ok(Reply::toast(cx.t().button_stale()));
    }
    cx.dialogue.begin(State::MakingPoll(Some(PollDraft {
        question: poll.question,
        answers: poll.answers,
        rules: poll.rules,
        audience: poll.audience,
        choosing: None,
        on_wall: poll.on_wall,
        closes: ClosingDraft::default(),
        repeats: Some(id),
        asking: None,
    })));
    Ok(Reply::send(ask(cx, organizer).await?))
}
