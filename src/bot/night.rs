//! Before something goes to many people: some of them may have quiet hours. Every screen that sends says how many get it
//! now and when the others do, and offers to send it to all of them now, which is the organizer's to decide.

use anyhow::Result;

use crate::audiences::flow as audiences;
use crate::clock::Moment;
use crate::cx::Cx;
use crate::outbox;
use crate::outbox::quiet::Held;
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::audience::Audience;
use crate::ui::state::{PollDraft, SessionDraft, State, VoteDraft};
use crate::ui::view::{Button, Does, Reply, View};
use crate::when;

/// Adds that to the screens of a reply which send something to many.
pub async fn warn(cx: &mut Cx, reply: &mut Reply) -> Result<()> {
    // Nobody else has such screens, and most replies are for others.
    if cx.organizer().is_none() {
        return Ok(());
    }
    for view in reply.edit.iter_mut().chain(&mut reply.send) {
        let Some(row) = view.keyboard.iter().position(|row| row.iter().any(tells_many)) else { continue };
        let audience = match &cx.dialogue.now {
            State::MakingPoll(Some(draft)) if draft.on_wall => continue,
            State::MakingSession(SessionDraft { changing: Some(id), .. }) | State::WritingMinutes(id, _) => {
                Audience::guests(*id)
            }
            other => other.audience().unwrap_or_default(),
        };
        let people = audiences::reached(&mut cx.tx, &cx.keys, &audience, cx.now).await?;
        let Some(held) = outbox::quiet::would_wait(&mut cx.tx, &people, cx.now).await? else { continue };
        let line = line(cx, &audience, people.count - held.people, held);
        *view = std::mem::replace(view, View::text(Html::default())).footed(&line);
        let at_once = Does::Press(Action::SendAtOnce.encode());
        view.keyboard.insert(row + 1, vec![Button { label: cx.t().quiet_send_at_once(), does: at_once }]);
    }
    Ok(())
}

fn tells_many(button: &Button) -> bool {
    match &button.does {
        Does::Press(data) => Action::decode(data).is_some_and(Action::tells_many),
        Does::Open(_) => false,
    }
}

/// How many get it now, and when the others do.
fn line(cx: &Cx, audience: &Audience, now: i64, held: Held) -> Html {
    let t = cx.t();
    let told = |count| audience.told(count, cx.small_group);
    let (now, held) = (told(now), Held { people: told(held.people), ..held });
    if closes_before(cx, held.last) {
        return Html::ours(t.quiet_too_late(now, held.people));
    }
    let (first, last) = (when::say_hour(held.first), when::say_hour(held.last));
    Html::ours(match first == last {
        true => t.quiet_others_at(now, held.people, first),
        false => t.quiet_others_between(now, held.people, first, last),
    })
}

/// What is being opened is over by the time that the last of the others would hear of it.
fn closes_before(cx: &Cx, last: Moment) -> bool {
    match &cx.dialogue.now {
        State::MakingVote(VoteDraft { closes, .. }) | State::MakingPoll(Some(PollDraft { closes, .. })) => {
            closes.at(cx.now).is_ok_and(|end| end.is_some_and(|end| end <= last))
        }
        State::MakingSession(draft) => draft.span.is_some_and(|span| span.starts <= last),
        _ => false,
    }
}
