//! What unites and what divides: for everyone, in sums. The export is the organizers'.

use anyhow::{Context, Result};

use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::people::store::belonging;
use crate::proposals;
use crate::stances::polis::{self, Stamp};
use crate::stances::unity::{Unity, dividers, representative, unifiers};
use crate::stances::view::unity::{self as view, Frame, Item};
use crate::stances::{Breakdown, NotYet, break_down, export, stamp, store};
use crate::ui::action::{Dimension, Ranking};
use crate::ui::view::{Body, Paging, Reply, View};

/// How many proposals, or groups, a page shows.
const PAGE: u32 = 3;
/// What Telegram takes from a bot at most is 50 MB.
const MOST_BYTES: usize = 45_000_000;

async fn count(cx: &mut Cx, dimension: Dimension) -> Result<Result<Breakdown, NotYet>> {
    let groups = store::groups(&mut cx.tx, dimension).await?;
    let counted = store::count(&mut cx.tx, dimension, &groups, None).await?;
    Ok(break_down(&groups, &counted, cx.small_group))
}

/// One of the three lists.
pub async fn show(cx: &mut Cx, ranking: Ranking, dimension: Dimension, page: u32) -> Result<View> {
    let counted = count(cx, dimension).await?;
    let labels = belonging::list(&mut cx.tx, dimension).await?;
    let organizer = cx.organizer().is_some();
    let mut frame = Frame { lang: cx.me.lang, ranking, dimension, at: Paging::new(0, PAGE, 0u32), organizer };
    let shown = match counted {
        Ok(shown) => shown,
        Err(why) => return Ok(view::not_yet(&frame, why, cx.small_group)),
    };
    let names = view::names(frame.lang, dimension, &shown.cells, &labels);
    let unity: Vec<Unity> = shown.proposals.iter().map(|placed| placed.unity).collect();
    let order: Vec<usize> = match ranking {
        Ranking::Unifiers => unifiers(&unity).into_iter().filter(|&at| unity[at].unites()).collect(),
        Ranking::Dividers => dividers(&unity),
        Ranking::Special => (0..shown.cells.len()).collect(),
    };
    frame.at = Paging::new(page, PAGE, order.len());
    let on_page = frame.at.cut(order.iter().copied().enumerate());
    if ranking == Ranking::Special {
        let sums: Vec<_> = shown.proposals.iter().map(|placed| placed.groups.clone()).collect();
        let special = representative(&sums);
        let mut groups = Vec::new();
        for (_, group) in on_page {
            let mut of_group = Vec::new();
            for one in &special[group] {
                let placed = &shown.proposals[one.statement];
                of_group.push((one, item(cx, 0, placed).await?));
            }
            groups.push((names[group].as_str(), of_group));
        }
        return Ok(view::special(&frame, &groups));
    }
    let mut items = Vec::new();
    for (place, at) in on_page {
        items.push(item(cx, place + 1, &shown.proposals[at]).await?);
    }
    Ok(view::ranked(&frame, &items, &names))
}

async fn item<'a>(cx: &mut Cx, place: usize, placed: &'a crate::stances::Placed) -> Result<Item<'a>> {
    let proposal = proposals::store::get(&mut cx.tx, placed.proposal).await?;
    Ok(Item { place, placed, proposal: proposal.context("A proposal that was just counted")? })
}

/// All proposals as one picture.
pub async fn picture(cx: &mut Cx, dimension: Dimension) -> Result<Reply> {
    let lang = cx.me.lang;
    let shown = match count(cx, dimension).await? {
        Ok(shown) => shown,
        Err(why) => {
            let organizer = cx.organizer().is_some();
            let frame = Frame {
                lang,
                ranking: Ranking::Unifiers,
                dimension,
                at: Paging::new(0, PAGE, 0u32),
                organizer,
            };
            return Ok(Reply::edit(view::not_yet(&frame, why, cx.small_group)));
        }
    };
    let dots = view::dots(lang, dimension, &shown);
    let png = tokio::task::spawn_blocking(move || crate::picture::dots(&dots)).await.context("Draw dots")?;
    Ok(Reply::send(view::picture(lang, dimension, png)).toasting(cx.t().unity_picture_toast()))
}

/// What the export holds, and whom not to give it to.
pub fn ask_export(cx: &Cx, _: Organizer) -> Reply {
    Reply::edit(view::ask_export(cx.t(), cx.small_group))
}

/// The network in the Polis export format: three files. By sectors alone: see [`export`].
pub async fn send_export(cx: &mut Cx, _: Organizer, dimension: Dimension) -> Result<Reply> {
    if dimension != Dimension::Sector {
        return Ok(Reply::alert(cx.t().export_by_sectors_only()).stripping());
    }
    let groups = store::groups(&mut cx.tx, dimension).await?;
    let taken = store::all(&mut cx.tx, dimension, &groups).await?;
    let drawing = cx.t().proposal_drawing();
    let words = store::words(&mut cx.tx).await?.into_iter().map(|(id, words)| {
        let words = words.as_ref().map_or_else(|| drawing.clone(), |words| words.plain().to_owned());
        (id, words)
    });
    let Some(export) = export(words.collect(), &groups, &taken, cx.small_group, &mut cx.chance) else {
        return Ok(Reply::alert(cx.t().export_too_few(cx.small_group)));
    };
    let (timestamp, datetime) = stamp(cx.now);
    let files =
        polis::files(&export, Stamp { timestamp, datetime: &datetime }).context("Write the export")?;
    if files.iter().any(|(_, bytes)| bytes.len() > MOST_BYTES) {
        return Ok(Reply::alert(cx.t().export_too_large()));
    }
    acts::note(cx, Act::TookOutStances).await?;
    let t = cx.t();
    let captions = [t.export_comments(), t.export_votes(), t.export_people()];
    let documents = files.into_iter().zip(captions).map(|((name, bytes), caption)| {
        let caption = crate::text::Html::ours(caption);
        View::showing(Body::Document { name: name.to_owned(), bytes, caption })
    });
    let mut send: Vec<View> = documents.collect();
    send.push(view::exported(t));
    Ok(Reply { send, ..Reply::toast(t.export_toast()) })
}
