//! Reading by direction and by tag: for everyone. [`making`] directions, [`tags`] and the [`pile`] are the organizers'.

pub mod making;
pub mod pile;
pub mod tags;

use anyhow::Result;

use super::{store, view};
use crate::cx::Cx;
use crate::ids::DirectionId;
use crate::ui::view::{Reply, View};

/// All directions, with how many proposals are under each.
pub async fn list(cx: &mut Cx) -> Result<View> {
    let all = store::counted(&mut cx.tx).await?;
    Ok(view::list(cx.t(), &all))
}

/// The tags by which one can look, under a direction or everywhere.
pub async fn choose_tag(cx: &mut Cx, direction: Option<DirectionId>) -> Result<Reply> {
    let tags = store::tags::counted(&mut cx.tx, direction).await?;
    Ok(Reply::edit(view::choose_tag(cx.t(), direction, &tags)))
}
