//! What only organizers may do: their commands and buttons.

use anyhow::Result;

use super::behalf::on_offline_press;
use super::imports::on_importing;
use super::words::ask;
use crate::announcements::flow::{self as announcements, sending};
use crate::audiences::flow as audiences;
use crate::chats::flow as chats;
use crate::cx::{Cx, Organizer};
use crate::exports::flow as exports;
use crate::outbox::{Hold, store::MailingState};
use crate::people::flow::{affiliations, invites, requests};
use crate::polls::flow::{self as polls, ending, making as poll_making};
use crate::proposals::flow::{calls, reviews};
use crate::sessions::flow::{after, by_name, door, guests, making as session_making};
use crate::stances::flow::unity;
use crate::ui::action::{Action, ForWhom, Letters};
use crate::ui::event::Command;
use crate::ui::state::{Asking, State};
use crate::ui::view::Reply;
use crate::votes::flow::{self as votes, closing, making, paper, turnout};
use crate::wall::flow as wall;

/// An organizer's command.
pub async fn on_organizers_command(cx: &mut Cx, organizer: Organizer, command: Command) -> Result<Reply> {
    match command {
        Command::Invite => Ok(Reply::send(invites::list(cx, organizer).await?)),
        Command::NewCall => Ok(calls::start(cx, organizer)),
        Command::NewVote => making::start(cx, organizer).await,
        Command::Poll => poll_making::start(cx, organizer).await,
        Command::Announce => announcements::start(cx, organizer).await,
        Command::NewSession => session_making::start(cx, organizer).await,
        Command::Wall => Ok(Reply::send(wall::start(cx, organizer).await?)),
        Command::CheckIn => door::show_nearest(cx, organizer).await,
        Command::Export => Ok(Reply::send(exports::show(cx, organizer))),
        // Everything else is everyone's or the moderators', and was taken above.
        _ => Ok(Reply::toast(cx.t().button_stale())),
    }
}

/// A button of the organizers'.
pub async fn on_organizers_press(cx: &mut Cx, organizer: Organizer, action: Action) -> Result<Reply> {
    match action {
        // How it closes is asked alike, for whatever is being made.
        Action::Closes(_) | Action::TypeClosing if matches!(cx.dialogue.now, State::MakingPoll(_)) => {
            poll_making::choose(cx, organizer, action).await
        }
        Action::PollRule(_) | Action::PollOnWall | Action::PollPreview => {
            poll_making::choose(cx, organizer, action).await
        }
        Action::Requests => requests::first(cx, organizer).await,
        Action::SettleRequest(id, approved) => requests::settle(cx, organizer, id, approved).await,
        Action::Invites => Ok(Reply::edit(invites::list(cx, organizer).await?)),
        Action::NewInvite { uses, days } => invites::make(cx, organizer, uses, days).await,
        Action::Invite(id) => invites::show(cx, organizer, id).await,
        Action::RevokeInvite(id) => invites::revoke(cx, organizer, id).await,
        Action::Affiliations(dimension) => {
            Ok(Reply::edit(affiliations::list(cx, organizer, dimension).await?))
        }
        Action::Affiliation(id) => affiliations::show(cx, organizer, id).await,
        Action::AddAffiliation(dimension) => affiliations::ask_to_add(cx, organizer, dimension).await,
        Action::RenameAffiliation(id) => Ok(affiliations::ask_to_rename(cx, organizer, id)),
        Action::RetireAffiliation(id, retire) => affiliations::retire(cx, organizer, id, retire).await,
        Action::Calls => Ok(Reply::edit(calls::list(cx, organizer).await?)),
        Action::NewCall => Ok(calls::start(cx, organizer)),
        Action::OpenCall => calls::open(cx, organizer).await,
        Action::CloseCall(id) => calls::ask_to_close(cx, organizer, id).await,
        Action::CloseCallNow(id) => calls::close(cx, organizer, id).await,
        Action::MostEach(most) => Ok(calls::choose_most(cx, organizer, most)),
        Action::ChooseMostOf(id) => calls::ask_most(cx, organizer, id).await,
        Action::MostOf(id, most) => calls::limit(cx, organizer, id, most).await,
        Action::Moderate(on) => reviews::moderate(cx, organizer, on).await,
        Action::AskExport => Ok(unity::ask_export(cx, organizer)),
        Action::ExportStances(dimension) => unity::send_export(cx, organizer, dimension).await,
        Action::NewVote => making::start(cx, organizer).await,
        Action::VoteRules => making::show_rules(cx, organizer).await,
        Action::VoteRule(rule) => making::choose_rule(cx, organizer, rule).await,
        Action::VotePreview => making::show_preview(cx, organizer).await,
        Action::Closes(closing) => making::choose_closing(cx, organizer, closing).await,
        Action::TypeClosing => making::ask_again(cx, organizer, Asking::Closing).await,
        Action::RetitleVote => making::ask_again(cx, organizer, Asking::Title).await,
        Action::RelistOptions => making::ask_again(cx, organizer, Asking::Options).await,
        Action::OpenVote => making::open(cx, organizer).await,
        Action::CloseVote(id) => closing::ask(cx, organizer, id).await,
        Action::CloseVoteNow(id) => closing::close(cx, organizer, id).await,
        Action::RunOff(id) => making::run_off(cx, organizer, id).await,
        Action::Turnout(id) => turnout::show(cx, organizer, id).await,
        Action::Remind(id) => turnout::remind(cx, organizer, id).await,
        Action::Paper(id, page) => paper::choose(cx, organizer, id, page).await,
        Action::PaperBallot(id, person) => paper::ballot(cx, organizer, id, person).await,
        Action::HandIn(id, Some(person)) => paper::hand_in(cx, organizer, id, person).await,
        Action::Offline(what) => on_offline_press(cx, organizer, what).await,
        Action::NewPoll => poll_making::start(cx, organizer).await,
        Action::RewordPoll => Ok(poll_making::reword(cx, organizer)),
        Action::SendPoll => poll_making::send(cx, organizer).await,
        Action::RepeatPoll(id) => poll_making::repeat(cx, organizer, id).await,
        Action::ClosePoll(id) => ending::close(cx, organizer, id).await,
        Action::Announce => announcements::start(cx, organizer).await,
        Action::Announcing(choice) => super::announcing::on_press(cx, organizer, choice).await,
        Action::ForWhom(choice) => for_whom(cx, organizer, choice).await,
        Action::RewordAnnouncement => Ok(announcements::reword(cx, organizer)),
        Action::SendAnnouncement => sending::send(cx, organizer).await,
        Action::PauseAnnouncement(id) => announcements::steer(cx, organizer, id, MailingState::Paused).await,
        Action::ContinueAnnouncement(id) => {
            announcements::steer(cx, organizer, id, MailingState::Running).await
        }
        Action::CancelAnnouncement(id) => announcements::ask_to_cancel(cx, organizer, id).await,
        Action::CancelAnnouncementNow(id) => {
            announcements::steer(cx, organizer, id, MailingState::Cancelled).await
        }
        Action::SendAtOnce => send_at_once(cx, organizer).await,
        Action::Chats => Ok(Reply::edit(chats::list(cx, organizer).await?)),
        Action::Chat(id) => chats::show(cx, organizer, id).await,
        Action::LinkChat => chats::invite(cx, organizer).await,
        Action::Letters(Letters::Here(id, wanted)) => chats::take_letters(cx, organizer, id, wanted).await,
        Action::UnlinkChat(id) => chats::unlink(cx, organizer, id).await,
        Action::AlsoIn(id, wanted) => match cx.dialogue.now {
            State::MakingSession(_) => session_making::also_in(cx, organizer, id, wanted).await,
            _ => announcements::also_in(cx, organizer, id, wanted).await,
        },
        Action::ShareVote(id, to) => votes::share(cx, organizer, id, to).await,
        Action::SharePoll(id, to) => polls::there::share(cx, organizer, id, to).await,
        Action::Importing(importing) => on_importing(cx, organizer, importing).await,
        Action::TakeOut => Ok(Reply::edit(exports::show(cx, organizer))),
        Action::ReportSince => exports::ask_since(cx, organizer).await,
        Action::ReportUntil(since) => exports::ask_until(cx, organizer, since).await,
        Action::ReportKind(since, until) => Ok(exports::ask_kind(cx, organizer, since, until)),
        Action::Export(export) => exports::ask(cx, organizer, export).await,
        for_sessions => on_sessions_press(cx, organizer, for_sessions).await,
    }
}

/// Making sessions, and running them.
async fn on_sessions_press(cx: &mut Cx, organizer: Organizer, action: Action) -> Result<Reply> {
    match action {
        Action::NewSession => session_making::start(cx, organizer).await,
        Action::NextSession(id) => session_making::start_next(cx, organizer, id).await,
        Action::SessionPart(part) => session_making::ask_part(cx, organizer, part).await,
        Action::Capacity(most) => session_making::choose_capacity(cx, organizer, most).await,
        Action::Queue(wanted) => session_making::choose_queue(cx, organizer, wanted).await,
        Action::NoAgenda => session_making::drop_agenda(cx, organizer).await,
        Action::SessionPreview => session_making::show_preview(cx, organizer).await,
        Action::AnnounceSession => session_making::announce(cx, organizer).await,
        Action::ChangeSession(id) => session_making::change(cx, organizer, id).await,
        Action::CancelSession(id) => session_making::ask_to_cancel(cx, organizer, id).await,
        Action::CancelSessionNow(id) => session_making::cancel(cx, organizer, id).await,
        Action::ManageSession(id) => guests::manage(cx, organizer, id).await,
        Action::ListGuests(who, group, page) => guests::list(cx, organizer, who, group, page).await,
        Action::WriteToGuests(said, group) => guests::write(cx, organizer, said, group).await,
        Action::WriteMinutes(id) => after::ask_minutes(cx, organizer, id).await,
        Action::SendMinutes => after::send_minutes(cx, organizer).await,
        Action::AddMaterials(id) => after::ask_materials(cx, organizer, id).await,
        Action::MaterialsDone => after::materials_done(cx, organizer).await,
        Action::FeedbackSums(id) => after::sums(cx, organizer, id).await,
        Action::Wall(id) => wall::show(cx, organizer, id).await,
        Action::ShowOnWall(id, scene) => wall::put(cx, organizer, id, scene).await,
        Action::ChooseScene(id, kind) => wall::choose(cx, organizer, id, kind).await,
        Action::SpeakOnWall(id, lang) => wall::speak(cx, organizer, id, lang).await,
        Action::TakeWallDown(id) => wall::take_down(cx, organizer, id).await,
        Action::Door(id) => door::show(cx, organizer, id).await,
        Action::RenewDoor(id) => door::ask_to_renew(cx, organizer, id).await,
        Action::RenewDoorNow(id) => door::renew(cx, organizer, id).await,
        Action::LetIn(id, page) => by_name::list(cx, organizer, id, page).await,
        Action::Arrived { session, person, here } => {
            by_name::note(cx, organizer, session, person, here).await
        }
        Action::LetInDone(id) => by_name::done(cx, organizer, id).await,
        // Everything else is everyone's and was taken above.
        _ => Ok(Reply::toast(cx.t().button_stale())),
    }
}

/// What is being confirmed goes to everybody, quiet hours or not.
async fn send_at_once(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    cx.hold = Hold::Nothing;
    match cx.dialogue.now {
        State::Calling(_) => calls::open(cx, organizer).await,
        State::MakingVote(_) => making::open(cx, organizer).await,
        State::MakingPoll(_) => poll_making::send(cx, organizer).await,
        State::Announcing(_) => sending::send(cx, organizer).await,
        State::MakingSession(_) => session_making::announce(cx, organizer).await,
        State::WritingMinutes(..) => after::send_minutes(cx, organizer).await,
        _ => Ok(Reply::toast(cx.t().draft_gone()).stripping()),
    }
}

/// Whom something is for, whatever is being made.
async fn for_whom(cx: &mut Cx, organizer: Organizer, choice: ForWhom) -> Result<Reply> {
    match audiences::press(cx, organizer, choice).await? {
        Err(word) => Ok(word),
        Ok(()) => Ok(ask(cx).await?.map(Reply::edit).unwrap_or_default()),
    }
}
