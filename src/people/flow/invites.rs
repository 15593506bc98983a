//! Invitation links: made, shown with a QR code, revoked.

use std::time::Duration;

use anyhow::{Context, Result};

use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::ids::InviteId;
use crate::people::Validity;
use crate::people::store::coming;
use crate::people::view::invites as view;
use crate::ui::view::{Reply, View};

/// How many links are listed.
const LISTED: i64 = 8;
/// The longest a link may hold, in days, and the most uses; buttons are like any other input.
const MOST_DAYS: u32 = 366;
const MOST_USES: u32 = 10_000;

/// The links there are, and buttons for a new one.
pub async fn list(cx: &mut Cx, _: Organizer) -> Result<View> {
    let invites = coming::invites(&mut cx.tx, LISTED).await?;
    Ok(view::list(cx.t(), cx.me.lang, &invites, cx.now))
}

/// Makes a link and shows it.
pub async fn make(cx: &mut Cx, organizer: Organizer, uses: Option<u32>, days: Option<u32>) -> Result<Reply> {
    let code = cx.code();
    let uses = uses.map(|uses| uses.clamp(1, MOST_USES));
    let expires_at =
        days.map(|days| cx.now.after(Duration::from_secs(u64::from(days.clamp(1, MOST_DAYS)) * 24 * 3600)));
    let id = coming::insert_invite(&mut cx.tx, &code, Some(cx.me.id), uses, expires_at, cx.now).await?;
    acts::note(cx, Act::MadeInvite(id)).await?;
    show(cx, organizer, id).await
}

/// Shows a link, with its QR code; of one that lets nobody in any more, only that it is over.
pub async fn show(cx: &mut Cx, _: Organizer, id: InviteId) -> Result<Reply> {
    let Some(invite) = coming::invite(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().button_stale()));
    };
    if invite.validity(cx.now) != Validity::Good {
        return Ok(Reply::send(view::over(cx.t(), cx.me.lang, &invite, cx.now)));
    }
    let link = cx.start_link(&invite.code);
    let png = qr(&link)?;
    Ok(Reply::send(view::invite(cx.t(), cx.me.lang, &invite, &link, png, cx.now)))
}

/// The link lets nobody in any more.
pub async fn revoke(cx: &mut Cx, organizer: Organizer, id: InviteId) -> Result<Reply> {
    if coming::revoke_invite(&mut cx.tx, id, cx.now).await? {
        acts::note(cx, Act::RevokedInvite(id)).await?;
    }
    Ok(Reply::edit(list(cx, organizer).await?).toasting(cx.t().invite_revoked()))
}

/// A QR code as a PNG: black on white, with the quiet zone that cameras need (ISO/IEC 18004: four modules).
pub fn qr(link: &str) -> Result<Vec<u8>> {
    const SCALE: usize = 12;
    const QUIET: usize = 4;
    let code = qrcode::QrCode::new(link.as_bytes()).context("Draw a QR code")?;
    let modules = code.width() + 2 * QUIET;
    let side = modules * SCALE;
    let colors = code.to_colors();
    let dark = |x: usize, y: usize| {
        let inside = |v: usize| v.checked_sub(QUIET).filter(|v| *v < code.width());
        inside(x).zip(inside(y)).is_some_and(|(x, y)| colors[y * code.width() + x] == qrcode::Color::Dark)
    };
    let pixels: Vec<u8> =
        (0..side * side).map(|at| if dark(at % side / SCALE, at / side / SCALE) { 0 } else { 255 }).collect();
    let mut png = Vec::new();
    let side = u32::try_from(side).context("Size a picture")?;
    let mut encoder = png::Encoder::new(&mut png, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().context("Begin a picture")?;
    writer.write_image_data(&pixels).context("Draw a picture")?;
    writer.finish().context("End a picture")?;
    Ok(png)
}
