//! Asking for files. They are made by the worker, and come by themselves.

use anyhow::Result;

use super::{NotNow, may_ask, store, view};
use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::due::{self, Due};
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
                acts::note(cx, Act::TookOut(what)).await?;
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
