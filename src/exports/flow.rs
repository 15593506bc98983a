//! Asking for files. They are made by the worker, and come by themselves.

use anyhow::Result;

use super::{NotNow, may_ask, store, view};
use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::due::{self, Due};
use crate::ids::SessionId;
use crate::sessions::{self, store::Listed};
use crate::ui::action::Export;
use crate::ui::view::{Reply, View};

/// What organizers can take out.
pub fn show(cx: &Cx, _: Organizer) -> View {
    view::choose(cx.t())
}

/// An organizer wants files of the network.
pub async fn ask(cx: &mut Cx, _: Organizer, what: Export) -> Result<Reply> {
    let of_proposals = matches!(what, Export::ProposalsXlsx | Export::ProposalsCsv | Export::Cards);
    if of_proposals && !store::any_proposal(&mut cx.tx).await? {
        return Ok(Reply::alert(cx.t().exports_no_proposals()));
    }
    want(cx, what).await
}

/// How many sessions a report can begin or end with.
const SESSIONS: i64 = 12;

/// From which session on a report is to tell.
pub async fn ask_since(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let sessions = held(cx, None).await?;
    Ok(Reply::edit(view::report_since(cx.me.lang, &sessions, cx.now)))
}

/// Until which one.
pub async fn ask_until(cx: &mut Cx, _: Organizer, since: Option<SessionId>) -> Result<Reply> {
    let sessions = held(cx, since).await?;
    Ok(Reply::edit(view::report_until(cx.me.lang, since, &sessions, cx.now)))
}

/// What it is written as.
pub fn ask_kind(cx: &Cx, _: Organizer, since: Option<SessionId>, until: Option<SessionId>) -> Reply {
    Reply::edit(view::report_kind(cx.t(), since, until))
}

/// The sessions that can bound a report, in their order: those that were not called off, after the chosen one.
async fn held(cx: &mut Cx, since: Option<SessionId>) -> Result<Vec<Listed>> {
    let mut all = sessions::store::list(&mut cx.tx, cx.me.id, true, cx.now, SESSIONS).await?;
    all.sort_by_key(|one| one.starts_at);
    let from = since.and_then(|since| all.iter().find(|one| one.id == since)).map(|one| one.starts_at);
    all.retain(|one| !one.cancelled && from.is_none_or(|from| one.starts_at > from));
    Ok(all)
}

/// Somebody wants what is kept of them.
pub async fn ask_own(cx: &mut Cx) -> Result<Reply> {
    want(cx, Export::Own).await
}

async fn want(cx: &mut Cx, what: Export) -> Result<Reply> {
    let before = store::asked(&mut cx.tx, cx.me.id, what).await?;
    let t = cx.t();
    let said = match may_ask(before, cx.now) {
        Ok(()) => {
            store::ask(&mut cx.tx, cx.me.id, what, cx.now).await?;
            if what != Export::Own {
                let act = match what {
                    Export::Report(_) => Act::TookOutReport,
                    other => Act::TookOut(other),
                };
                acts::note(cx, act).await?;
            }
            due::set(&mut cx.tx, Due::Exports, cx.now).await?;
            t.exports_preparing_toast()
        }
        Err(NotNow::UnderWay) => t.exports_under_way(),
        Err(NotNow::JustSent) => t.exports_just_sent(),
    };
    Ok(match cx.press {
        Some(_) => Reply::toast(said),
        None => Reply::send(view::said(t, said)),
    })
}
