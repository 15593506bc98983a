//! The screens that lead to all others: the menu, the organizers' desk, help; and what belongs to no feature.

use std::time::Duration;

use anyhow::Result;

use crate::cx::{Cx, Moderator};
use crate::imports::is_table;
use crate::l10n::Texts;
use crate::people;
use crate::role::Role;
use crate::text::Html;
use crate::ui::action::{Action, Acts, Announcing, Dimension, Importing, Letters, Offline, Sorting, Team};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::{letters, polls, proposals, sessions, votes};

/// What the desk calls soon for a vote's end.
const SOON: Duration = Duration::from_secs(48 * 3600);

/// What waits for the person, and the way to everything.
pub async fn menu(cx: &mut Cx) -> Result<View> {
    let votes = votes::flow::waiting(cx).await?.len();
    let votes = i64::try_from(votes).unwrap_or(i64::MAX);
    let polls = polls::store::waiting_for(&mut cx.tx, &cx.me, cx.now).await?;
    let sessions = sessions::flow::waiting(cx).await?;
    let t = cx.t();
    let mut text = Html::ours(t.menu_title());
    if sessions > 0 {
        text = text.then(0, &Html::ours(t.menu_sessions_wait(sessions)));
    }
    if votes > 0 {
        text = text.then(0, &Html::ours(t.menu_votes_wait(votes)));
    }
    if polls > 0 {
        text = text.then(0, &Html::ours(t.menu_polls_wait(polls)));
    }
    if sessions + votes + polls == 0 {
        text = text.then(0, &Html::ours(t.menu_nothing_waits()));
    }
    let view = View::text(text);
    let view =
        if cx.dialogue.now == State::Idle { view } else { view.button(t.menu_resume(), Action::Resume) };
    let view = view
        .button(t.menu_propose(), Action::Propose)
        .row([(t.menu_votes(), Action::Votes), (t.menu_polls(), Action::Polls)])
        .row([(t.menu_proposals(), Action::Proposals(0)), (t.menu_mine(), Action::MyProposals(0))])
        .row([(t.menu_stances(), Action::Stances), (t.menu_sessions(), Action::Sessions)])
        .button(t.menu_write(), Action::WriteLetter);
    let view = if cx.moderator().is_some() { view.button(t.menu_desk(), Action::Desk) } else { view };
    Ok(view.row([(t.menu_settings(), Action::Settings), (t.menu_help(), Action::Help)]))
}

/// The organizers' side. Moderators see what is theirs.
pub async fn desk(cx: &mut Cx, _: Moderator) -> Result<View> {
    let people = people::flow::gathered::count(cx).await?;
    let reviews = proposals::store::reviews::waiting(&mut cx.tx).await?;
    let (requests, votes) = match cx.organizer() {
        Some(_) => (
            people::store::coming::requests_waiting(&mut cx.tx).await?,
            votes::store::closing_before(&mut cx.tx, cx.now.after(SOON)).await?,
        ),
        None => (0, 0),
    };
    let (_, waiting) = letters::store::count(&mut cx.tx).await?;
    let t = cx.t();
    let mut text = Html::ours(t.desk_title(people.all.joined, people.all.reachable));
    let groups = [
        people.sectors.map(|said| t.desk_by_sector(said)),
        people.regions.map(|said| t.desk_by_region(said)),
    ];
    for line in groups.into_iter().flatten().filter(|_| cx.organizer().is_some()) {
        text = text.then(0, &Html::ours(line));
    }
    let view = View::text(text);
    let view = if reviews > 0 { view.button(t.desk_reviews(reviews), Action::Reviews(None)) } else { view };
    let view = if requests > 0 { view.button(t.desk_requests(requests), Action::Requests) } else { view };
    let view = if votes > 0 { view.button(t.desk_votes_close(votes), Action::Votes) } else { view };
    let letters = match waiting {
        0 => t.desk_letters(),
        waiting => t.desk_letters_wait(waiting),
    };
    let view = view.button(letters, Action::Letters(Letters::List(0)));
    if cx.organizer().is_none() {
        return Ok(view
            .footed(&Html::ours(t.desk_for_moderators()))
            .button(t.desk_sorting(), Action::Sorting(Sorting::Home))
            .button(t.to_menu(), Action::Menu));
    }
    let view = view
        .row([(t.desk_announce(), Action::Announce), (t.desk_new_session(), Action::NewSession)])
        .row([(t.desk_new_vote(), Action::NewVote), (t.desk_new_poll(), Action::NewPoll)])
        .button(t.desk_announcements(), Action::Announcing(Announcing::List(0)))
        .row([(t.desk_calls(), Action::Calls), (t.desk_invites(), Action::Invites)])
        .button(t.desk_sorting(), Action::Sorting(Sorting::Home))
        .row([
            (t.desk_sectors(), Action::Affiliations(Dimension::Sector)),
            (t.desk_regions(), Action::Affiliations(Dimension::Region)),
        ])
        .row([(t.desk_offline(), Action::Offline(Offline::List(0))), (t.desk_chats(), Action::Chats)])
        .row([(t.desk_import(), Action::Importing(Importing::Begin)), (t.desk_take_out(), Action::TakeOut)]);
    let view = match cx.owner() {
        Some(_) => view.row([
            (t.desk_team(), Action::Team(Team::List(0))),
            (t.desk_acts(), Action::Acts(Acts::List(0, None))),
        ]),
        None => view,
    };
    Ok(view.button(t.to_menu(), Action::Menu))
}

/// What the bot can do, and for organizers what they can.
pub fn help(cx: &Cx) -> View {
    let t = cx.t();
    let mut text = Html::ours(t.help());
    if cx.me.role == Role::Moderator {
        text = text.then(1, &Html::ours(t.help_moderators()));
    }
    if cx.organizer().is_some() {
        text = text.then(1, &Html::ours(t.help_organizers()));
    }
    View::text(text.then(1, &Html::ours(t.help_data()))).button(t.to_menu(), Action::Menu)
}

/// Words said out of the blue.
pub fn offer(cx: &Cx) -> View {
    let t = cx.t();
    let name = match &cx.dialogue.now {
        State::Offered(content) => content.name.as_deref(),
        _ => None,
    };
    let view = View::text(Html::ours(t.offer_question()));
    let view = if cx.organizer().is_some() && name.is_some_and(is_table) {
        view.button(t.offer_import(), Action::Importing(Importing::TakeOffered))
    } else {
        view
    };
    view.button(t.offer_proposal(), Action::OfferProposal)
        .button(t.offer_letter(), Action::OfferLetter)
        .button(t.offer_drop(), Action::Cancel)
}

/// An album, of which only the first file is taken.
pub fn one_of_album(t: &Texts) -> View {
    View::text(Html::ours(t.album_first_only())).button(t.to_menu(), Action::Menu)
}

/// A sticker, a location …
pub fn unreadable(t: &Texts) -> View {
    View::text(Html::ours(t.unreadable())).button(t.to_menu(), Action::Menu)
}

/// A command of another bot, or a slip.
pub fn unknown_command(t: &Texts) -> View {
    View::text(Html::ours(t.unknown_command()))
        .row([(t.to_menu(), Action::Menu), (t.menu_help(), Action::Help)])
}

/// A command that needs another role.
pub fn not_yours(t: &Texts, why: String) -> View {
    View::text(Html::ours(why)).button(t.to_menu(), Action::Menu)
}

/// Nothing is being written.
pub fn nothing_to_cancel(t: &Texts) -> View {
    View::text(Html::ours(t.nothing_to_cancel())).button(t.to_menu(), Action::Menu)
}

/// Given up; something else may still wait.
pub fn cancelled(t: &Texts, more: bool) -> View {
    ended(t, t.cancelled(), more)
}

/// Words said out of the blue were nothing.
pub fn dropped(t: &Texts, more: bool) -> View {
    ended(t, t.offer_dropped(), more)
}

fn ended(t: &Texts, how: String, more: bool) -> View {
    let view = View::text(Html::ours(how));
    let view = if more { view.button(t.menu_resume(), Action::Resume) } else { view };
    view.button(t.to_menu(), Action::Menu)
}

/// The menu, after the answer to the last press may have been lost.
pub async fn after_restart(cx: &mut Cx) -> Result<View> {
    let line = Html::ours(cx.t().after_restart());
    Ok(menu(cx).await?.headed(&line))
}
