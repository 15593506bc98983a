//! The list of announcements, one that waits, and who has read one.

use super::super::{Announcement, Stage};
use crate::clock::Moment;
use crate::ids::AnnouncementId;
use crate::l10n::{Lang, Texts};
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Announcing};
use crate::ui::state::Name;
use crate::ui::view::{Body, Content, LABEL, Paging, View, chosen};
use crate::when;

/// How much of an announcement a line shows.
const BEGINNING: usize = 120;

fn act(choice: Announcing) -> Action {
    Action::Announcing(choice)
}

/// The ways out of a screen.
pub fn ways(t: &Texts, view: View) -> View {
    view.row([(t.announcements_back(), act(Announcing::List(0))), (t.to_menu(), Action::Menu)])
}

/// How it begins; a file without words is only said to be one.
pub fn beginning(t: &Texts, announcement: &Announcement) -> Html {
    Html::escape(&begins(t, announcement, BEGINNING))
}

fn begins(t: &Texts, announcement: &Announcement, most: usize) -> String {
    let words = announcement.content.as_ref().map_or("", |content| content.text.as_str());
    match words.split_whitespace().collect::<Vec<_>>().join(" ") {
        empty if empty.is_empty() => t.announce_wordless_file(),
        words => shorten(&words, most),
    }
}

/// All of them: those that wait with their time, then those that were sent.
pub fn list(t: &Texts, lang: Lang, shown: &[Announcement], at: Paging, wait: i64, now: Moment) -> View {
    let text = match (shown.is_empty(), wait) {
        (true, _) => t.announcements_none(),
        (_, 0) => t.announcements_title(),
        (_, wait) => t.announcements_waiting(wait),
    };
    let view = shown.iter().fold(View::text(Html::ours(text)), |view, one| {
        let mark = match one.stage {
            _ if one.withdrawn_at.is_some() => "🗑",
            Stage::Waiting(Some(_)) => "⏰",
            Stage::Waiting(None) => "⚠️",
            Stage::Sent(..) => "📣",
        };
        let day = match one.stage {
            Stage::Waiting(Some(at)) => format!("{} · ", when::say(lang, at, now)),
            Stage::Waiting(None) => String::new(),
            Stage::Sent(_, at) => format!("{} · ", when::say_day(lang, at, now)),
        };
        let label = shorten(&format!("{mark} {day}{}", begins(t, one, LABEL)), LABEL + 8);
        view.button(label, act(Announcing::Show(one.id)))
    });
    view.pager(t, at, |page| act(Announcing::List(page)))
        .button(t.desk_announce(), Action::Announce)
        .row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// One that waits, or was taken back before it went.
pub fn waiting(t: &Texts, lang: Lang, announcement: &Announcement, said: &Html, now: Moment) -> View {
    let id = announcement.id;
    let head = match announcement.stage {
        _ if announcement.withdrawn_at.is_some() => t.announce_dropped(),
        Stage::Waiting(Some(at)) => t.announce_waits(when::say(lang, at, now)),
        Stage::Waiting(None) | Stage::Sent(..) => t.announce_waits_for_nobody(),
    };
    let mut text =
        Html::ours(head).then(0, &Html::ours(t.announce_audience(said))).then(1, &beginning(t, announcement));
    if announcement.asks {
        text = text.then(1, &Html::ours(t.announce_will_ask()));
    }
    let view = View::text(text).button(t.announce_show(), act(Announcing::Words(id)));
    if announcement.withdrawn_at.is_some() {
        return ways(t, view);
    }
    let view = view.button(t.announce_change(), act(Announcing::Change(id))).row([
        (t.announce_send_now(), act(Announcing::SendNow(id))),
        (t.announce_drop(), act(Announcing::Withdraw(id, false))),
    ]);
    ways(t, view)
}

/// What one says, as people have it.
pub fn words(t: &Texts, id: AnnouncementId, content: Content) -> View {
    View::showing(Body::Copy(content))
        .row([(t.announce_open(), act(Announcing::Show(id))), (t.to_menu(), Action::MenuBelow)])
}

/// To whoever planned it: nobody was in its audience when its time came.
pub fn went_to_nobody(t: &Texts, id: AnnouncementId) -> View {
    View::text(Html::ours(t.announce_went_to_nobody()))
        .row([(t.announce_open(), act(Announcing::Show(id))), (t.to_menu(), Action::Menu)])
}

/// Who has read one, or has not. `counts`: how many have, and how many have not.
pub fn readers(
    t: &Texts,
    announcement: &Announcement,
    counts: [i64; 2],
    read: bool,
    shown: &[Name],
    at: Paging,
) -> View {
    let id = announcement.id;
    let mut text = Html::ours(t.announce_readers_title(beginning(t, announcement)));
    if announcement.audience.is_hidden() {
        text = text.then(1, &Html::ours(t.announce_readers_hidden()));
    } else if !shown.is_empty() {
        let lines = shown.iter().map(|name| format!("• {}", name.html()));
        text = text.then(1, &Html::ours(lines.collect::<Vec<_>>().join("\n")));
    }
    let list = |read, page| act(Announcing::Readers(id, read, page));
    let view = View::text(text)
        .row([
            (chosen(!read, t.announce_not_read(counts[1])), list(false, 0)),
            (chosen(read, t.announce_was_read(counts[0])), list(true, 0)),
        ])
        .pager(t, at, |page| list(read, page));
    let view = match announcement.withdrawn_at.is_none() && counts[1] > 0 {
        true => view.button(t.announce_remind(), act(Announcing::Remind(id))),
        false => view,
    };
    view.row([(t.back(), act(Announcing::Show(id))), (t.to_menu(), Action::Menu)])
}
