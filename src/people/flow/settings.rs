//! What a person says of themselves, changed; and leaving.

use anyhow::Result;

use crate::cx::Cx;
use crate::ids::AffiliationId;
use crate::l10n::Lang;
use crate::people::Affiliation;
use crate::people::store::{self, belonging};
use crate::people::view::settings as view;
use crate::quiet::QuietHours;
use crate::ui::action::Dimension;
use crate::ui::state::{Name, State};
use crate::ui::view::{Reply, View};
use crate::{outbox, proposals, sessions, votes};

/// The settings.
pub async fn show(cx: &mut Cx) -> Result<View> {
    let sector = mine(cx, cx.me.sector).await?;
    let region = mine(cx, cx.me.region).await?;
    let quiet = store::quiet_hours(&mut cx.tx, cx.me.id).await?;
    let reminders = sessions::store::due::wants_reminders(&mut cx.tx, cx.me.id).await?;
    Ok(view::settings(cx.t(), &cx.me, sector.as_ref(), region.as_ref(), quiet, reminders))
}

async fn mine(cx: &mut Cx, id: Option<AffiliationId>) -> Result<Option<Affiliation>> {
    match id {
        Some(id) => belonging::get(&mut cx.tx, id).await,
        None => Ok(None),
    }
}

/// Another language, at once.
pub async fn speak(cx: &mut Cx, lang: Lang) -> Result<Reply> {
    store::speak(&mut cx.tx, cx.me.id, lang).await?;
    cx.me.lang = lang;
    Ok(Reply::edit(show(cx).await?).toasting(cx.t().settings_saved()))
}

/// Asks for another name.
pub fn ask_name(cx: &mut Cx) -> Reply {
    cx.dialogue.begin(State::Renaming);
    Reply::send(view::ask_name(cx.t()))
}

/// Another name was typed.
pub async fn name_typed(cx: &mut Cx, typed: &str) -> Result<Reply> {
    match Name::parse_line(typed) {
        Ok(name) => {
            store::rename(&mut cx.tx, cx.me.id, &name).await?;
            cx.me.name = Some(name);
            cx.dialogue.finish();
            Ok(Reply::send(show(cx).await?.headed(&view::renamed(cx.t()))))
        }
        Err(unfit) => Ok(Reply::send(super::joining::refuse_name(cx, unfit))),
    }
}

/// Sectors or regions to choose from.
pub async fn choose_belonging(cx: &mut Cx, dimension: Dimension) -> Result<Reply> {
    let all = belonging::list(&mut cx.tx, dimension).await?;
    Ok(Reply::edit(view::choose_belonging(cx.t(), dimension, &all, cx.me.affiliation(dimension), cx.me.lang)))
}

/// One was chosen, or none.
pub async fn belong(cx: &mut Cx, dimension: Dimension, to: Option<AffiliationId>) -> Result<Reply> {
    if let Some(id) = to {
        let chosen = belonging::get(&mut cx.tx, id).await?;
        if !chosen.is_some_and(|a| a.dimension == dimension && !a.retired) {
            return Ok(choose_belonging(cx, dimension).await?.toasting(cx.t().belonging_gone()));
        }
    }
    store::belong(&mut cx.tx, cx.me.id, dimension, to).await?;
    match dimension {
        Dimension::Sector => cx.me.sector = to,
        Dimension::Region => cx.me.region = to,
    }
    Ok(Reply::edit(show(cx).await?).toasting(cx.t().settings_saved()))
}

/// The hours to choose from.
pub async fn choose_quiet_hours(cx: &mut Cx) -> Result<Reply> {
    let hours = store::quiet_hours(&mut cx.tx, cx.me.id).await?;
    Ok(Reply::edit(view::quiet_hours(cx.t(), hours)))
}

/// Other quiet hours, or none. What waits for their end waits for the new one.
pub async fn keep_quiet(cx: &mut Cx, hours: Option<QuietHours>) -> Result<Reply> {
    store::keep_quiet(&mut cx.tx, cx.me.id, hours).await?;
    outbox::quiet::hold_anew(&mut cx.tx, cx.me.id, cx.now).await?;
    Ok(Reply::edit(view::quiet_hours(cx.t(), hours)).toasting(cx.t().settings_saved()))
}

/// What leaving means, and the two ways to do it.
pub async fn ask_to_leave(cx: &mut Cx) -> Result<Reply> {
    if let Some(first) = super::team::hand_over_first(cx).await? {
        return Ok(Reply::edit(first));
    }
    let proposals = proposals::store::count_of_author(&mut cx.tx, cx.me.id).await?;
    Ok(Reply::edit(view::ask_to_leave(cx.t(), proposals)))
}

/// Leaves for good; `keep`: published proposals stay, unsigned.
pub async fn leave(cx: &mut Cx, keep: bool) -> Result<Reply> {
    if let Some(first) = super::team::hand_over_first(cx).await? {
        return Ok(Reply::edit(first));
    }
    forget(cx, keep).await?;
    cx.gone = true;
    Ok(Reply::edit(view::goodbye(cx.t(), cx.organizer().is_some())))
}

/// Forgets the person with all their data; `keep`: published proposals stay, unsigned.
pub async fn forget(cx: &mut Cx, keep: bool) -> Result<()> {
    proposals::flow::leave(cx, keep).await?;
    votes::flow::withdraw_open_ballots(cx, cx.me.id).await?;
    sessions::flow::due::leave(&mut cx.tx, cx.me.id, cx.now).await?;
    store::delete(&mut cx.tx, cx.me.id).await
}
