//! Calls: an organizer writes a question, sees it, opens it to everyone, closes it.

use anyhow::Result;

use crate::acts::{self, Act};
use crate::audiences::flow as audiences;
use crate::cx::{Cx, Organizer};
use crate::ids::CallId;
use crate::l10n::Lang;
use crate::outbox;
use crate::proposals::store;
use crate::proposals::view::calls as view;
use crate::ui::state::{CallDraft, Question, State};
use crate::ui::view::{Reply, View};

/// How many calls are listed.
const LISTED: i64 = 8;

/// All calls.
pub async fn list(cx: &mut Cx, _: Organizer) -> Result<View> {
    let calls = store::calls(&mut cx.tx, LISTED).await?;
    let moderated = store::reviews::moderated(&mut cx.tx).await?;
    Ok(view::list(cx.t(), &calls, moderated))
}

/// Asks for the question.
pub fn start(cx: &mut Cx, _: Organizer) -> Reply {
    if !cx.dialogue.resume(|state| matches!(state, State::Calling(_))) {
        cx.dialogue.begin(State::Calling(None));
    }
    Reply::send(ask(cx))
}

/// What the dialogue asks for now.
pub fn ask(cx: &Cx) -> View {
    match &cx.dialogue.now {
        State::Calling(Some(draft)) => view::preview(cx.t(), draft),
        _ => view::ask_question(cx.t()),
    }
}

/// The question came.
pub fn said(cx: &mut Cx, _: Organizer, typed: &str) -> Reply {
    match Question::parse(typed) {
        Ok(question) => {
            let draft = match &cx.dialogue.now {
                State::Calling(Some(before)) => CallDraft { question, ..before.clone() },
                _ => CallDraft::new(question),
            };
            let preview = view::preview(cx.t(), &draft);
            cx.dialogue.now = State::Calling(Some(draft));
            Reply::send(preview)
        }
        Err(unfit) => Reply::send(view::question_unfit(cx.t(), unfit)),
    }
}

/// How many proposals each person may have in it.
pub fn choose_most(cx: &mut Cx, _: Organizer, most: Option<u32>) -> Reply {
    let State::Calling(Some(draft)) = &mut cx.dialogue.now else {
        return Reply::toast(cx.t().draft_gone()).stripping();
    };
    draft.most_each = most.filter(|most| *most > 0);
    Reply::edit(ask(cx))
}

/// The same for a call that is there: what to choose from.
pub async fn ask_most(cx: &mut Cx, organizer: Organizer, id: CallId) -> Result<Reply> {
    match store::call(&mut cx.tx, id).await? {
        Some(call) if call.open => Ok(Reply::edit(view::choose_most(cx.t(), &call))),
        _ => Ok(Reply::edit(list(cx, organizer).await?).toasting(cx.t().call_is_closed())),
    }
}

/// It was chosen. Who has more than that already keeps them.
pub async fn limit(cx: &mut Cx, organizer: Organizer, id: CallId, most: Option<u32>) -> Result<Reply> {
    if store::limit_call(&mut cx.tx, id, most.filter(|most| *most > 0)).await? {
        acts::note(cx, Act::LimitedCall(id)).await?;
    }
    Ok(ask_most(cx, organizer, id).await?.toasting(cx.t().settings_saved()))
}

/// Opens the call and tells everyone.
pub async fn open(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let State::Calling(Some(draft)) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let id = store::insert_call(&mut cx.tx, &draft, cx.now).await?;
    acts::note(cx, Act::OpenedCall(id)).await?;
    let question = draft.question;
    let mailing = outbox::store::insert_mailing(&mut cx.tx, cx.hold, cx.now).await?;
    let everyone = audiences::everyone(&mut cx.tx).await?;
    for lang in Lang::ALL {
        let card = view::card(lang.texts(), id, &question);
        outbox::store::tell_people(&mut cx.tx, mailing, &everyone, lang, None, &card, cx.now).await?;
    }
    cx.dialogue.finish();
    Ok(Reply::edit(view::opened(cx.t(), &question)).toasting(cx.t().call_opened_toast()))
}

/// Asks whether to close.
pub async fn ask_to_close(cx: &mut Cx, organizer: Organizer, id: CallId) -> Result<Reply> {
    match store::call(&mut cx.tx, id).await? {
        Some(call) if call.open => Ok(Reply::edit(view::ask_to_close(cx.t(), &call))),
        _ => Ok(Reply::edit(list(cx, organizer).await?).toasting(cx.t().call_is_closed())),
    }
}

/// Closes the call.
pub async fn close(cx: &mut Cx, organizer: Organizer, id: CallId) -> Result<Reply> {
    if store::close_call(&mut cx.tx, id, cx.now).await? {
        acts::note(cx, Act::ClosedCall(id)).await?;
    }
    Ok(Reply::edit(list(cx, organizer).await?).toasting(cx.t().call_closed_toast()))
}
