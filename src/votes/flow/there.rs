//! What came of a vote, posted in a group: as pictures with the numbers below, without names and without receipts.

use anyhow::{Context, Result};

use super::super::{Stage, Vote, store, view};
use crate::chats::{flow as chatting, view as chat_view};
use crate::cx::{Cx, Organizer};
use crate::ids::{ChatId, VoteId};
use crate::outbox::{self, Subject, Urgency, chats as owed};
use crate::people::store::belonging;
use crate::ui::action::Action;
use crate::ui::view::{Reply, View};

/// Below a result, for organizers who have linked a group: to post it there.
pub async fn shareable(cx: &mut Cx, vote: &Vote, result: View) -> Result<View> {
    if cx.organizer().is_none() || chatting::choices(&mut cx.tx, &[]).await?.is_empty() {
        return Ok(result);
    }
    Ok(result.button(cx.t().chat_share(), Action::ShareVote(vote.id, None)))
}

/// Posts what came of a vote in a group, once; none: asks where.
pub async fn share(cx: &mut Cx, _: Organizer, id: VoteId, to: Option<ChatId>) -> Result<Reply> {
    let Some(vote) = store::get(&mut cx.tx, id).await?.filter(|vote| vote.stage == Stage::Over) else {
        return Ok(Reply::toast(cx.t().button_stale()));
    };
    let choices = chatting::choices(&mut cx.tx, &[]).await?;
    let Some((chat, _)) = choices.iter().find(|(chat, _)| Some(chat.id) == to) else {
        let view = chat_view::where_to(
            cx.t(),
            &choices,
            |chat| Action::ShareVote(id, Some(chat.id)),
            Action::Vote(id),
        );
        return Ok(Reply::edit(view));
    };
    let subject = Subject::Vote(id);
    if owed::told(&mut cx.tx, subject).await?.contains(&chat.id) {
        return Ok(Reply::toast(cx.t().chat_shared_already(chat.title.as_str())));
    }
    let counted = store::result(&mut cx.tx, id).await?.context("A counted vote has a result")?;
    let labels = belonging::labels(&mut cx.tx, chat.lang).await?;
    let lang = chat.lang;
    let drawn =
        tokio::task::spawn_blocking(move || view::result::pictures(lang.texts(), &vote, &counted, &labels));
    let mailing = outbox::store::insert_mailing(&mut cx.tx, cx.hold, cx.now).await?;
    for picture in drawn.await.context("Draw a result")? {
        owed::tell(
            &mut cx.tx,
            chat,
            Some(mailing),
            Urgency::Broadcast,
            Some(subject),
            &picture.bare(),
            cx.now,
        )
        .await?;
    }
    // The screen stays: there may be another group.
    Ok(Reply::toast(cx.t().chat_shared_toast(chat.title.as_str())))
}
