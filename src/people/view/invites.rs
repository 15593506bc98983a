//! The screens of invitations.

use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::people::{Invite, Validity};
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::view::{Body, View};
use crate::when;

/// All links, and buttons for a new one.
pub fn list(t: &Texts, lang: Lang, invites: &[Invite], now: Moment) -> View {
    let title = Html::ours(if invites.is_empty() { t.invites_none() } else { t.invites_title() });
    let lines = invites.iter().map(|invite| line(t, lang, invite, now));
    let text = lines.fold(title, |all, line| all.then(1, &line));
    let view =
        View::text(text).button(t.invite_new_open(), Action::NewInvite { uses: None, days: None }).row([
            (t.invite_new_once(), Action::NewInvite { uses: Some(1), days: Some(3) }),
            (t.invite_new_group(), Action::NewInvite { uses: Some(50), days: Some(7) }),
        ]);
    let view = invites.iter().fold(view, |view, invite| {
        let good = invite.validity(now) == Validity::Good;
        let show = good.then(|| (t.invite_show(invite.id.0), Action::Invite(invite.id)));
        let revoke = (t.invite_revoke(invite.id.0), Action::RevokeInvite(invite.id));
        view.row(show.into_iter().chain([revoke]))
    });
    view.button(t.back(), Action::Desk)
}

fn line(t: &Texts, lang: Lang, invite: &Invite, now: Moment) -> Html {
    let head = t.invite_line(invite.id.0, invite.uses);
    Html::ours(format!("{head} {}", limits(t, lang, invite, now)))
}

/// How long and for how many it holds.
fn limits(t: &Texts, lang: Lang, invite: &Invite, now: Moment) -> String {
    match invite.validity(now) {
        Validity::Expired => return t.invite_expired(),
        Validity::UsedUp => return t.invite_used_up(),
        Validity::Revoked => return t.invite_is_revoked(),
        Validity::Good => {}
    }
    let until = invite.expires_at.map(|at| when::say(lang, at, now));
    match (invite.max_uses, until) {
        (None, None) => t.invite_without_limits(),
        (Some(most), None) => t.invite_limited_uses(most),
        (None, Some(until)) => t.invite_limited_time(until),
        (Some(most), Some(until)) => t.invite_limited(most, until),
    }
}

/// One link, with its QR code.
pub fn invite(t: &Texts, lang: Lang, invite: &Invite, link: &str, png: Vec<u8>, now: Moment) -> View {
    let caption = Html::ours(t.invite_caption(limits(t, lang, invite, now), Html::escape(link)));
    View::showing(Body::Picture { png, caption })
        .row([(t.invites_all(), Action::Invites), (t.to_menu(), Action::Menu)])
}

/// One that lets nobody in any more.
pub fn over(t: &Texts, lang: Lang, invite: &Invite, now: Moment) -> View {
    View::text(Html::ours(t.invites_title()).then(1, &line(t, lang, invite, now)))
        .row([(t.invites_all(), Action::Invites), (t.to_menu(), Action::Menu)])
}
