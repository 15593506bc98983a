//! Noting what is done by a role.

use anyhow::Result;

use super::{Act, store};
use crate::cx::Cx;

/// Notes that the one who acts has done this.
pub async fn note(cx: &mut Cx, act: Act) -> Result<()> {
    store::note(&mut cx.tx, cx.me.id, act, cx.now).await
}
