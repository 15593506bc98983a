//! The one match: who may do what, and which flow does it.
//!
//! Buttons and commands work whatever is being written; words and files belong to the current dialogue.

use anyhow::Result;

use super::{menu, night};
use crate::announcements::{fits, flow as announcements};
use crate::chats::flow as chats;
use crate::cx::{Cx, Organizer};
use crate::exports::flow as exports;
use crate::ids::SessionId;
use crate::letters::flow as letters;
use crate::outbox::{Hold, store::MailingState};
use crate::people::flow::{affiliations, invites, joining, offline, requests, settings};
use crate::polls::flow::{self as polls, ending, making as poll_making};
use crate::proposals::flow::{self as proposals, calls, close, reviews};
use crate::sessions::flow::{
    self as sessions, after, by_name, door, gallery, guests, making as session_making,
};
use crate::stances::flow::{self as stances, unity};
use crate::ui::action::{Action, Audience, Export};
use crate::ui::bound;
use crate::ui::event::{Command, What};
use crate::ui::state::{Album, Asking, State};
use crate::ui::view::{Body, Content, Cover, Reply, View};
use crate::votes::flow::{self as votes, closing, making, paper, turnout};
use crate::wall::flow as wall;

/// Finds and runs the flow for what somebody did.
pub async fn route(cx: &mut Cx, what: What) -> Result<Reply> {
    let before = cx.dialogue.clone();
    let mut reply = match over(cx) {
        Some(over) => over,
        None => flow(cx, what).await?,
    };
    let reworded = cx.dialogue.number_anew(&before);
    let pressed = cx.press.as_ref().and_then(|press| press.message);
    if reply.edit.is_some() || cx.press.is_none() {
        cx.dialogue.paint(pressed, &before, reworded);
        let uncovered = cx.dialogue.uncovered.map(|shown| shown.message);
        if pressed.is_some() && reply.cover != Cover::Open && uncovered == pressed {
            cx.dialogue.uncovered = None;
            reply.cover = Cover::Shut;
        }
    } else if reply.send.is_empty() && pressed.is_some() && pressed == cx.dialogue.painted {
        // The second of two quick taps: the first has put a screen there, whose buttons are good.
        reply.strip = false;
    }
    night::warn(cx, &mut reply).await?;
    bind(cx, &mut reply);
    Ok(reply)
}

/// A button that is bound to words acts on these, wherever they wait. Once they are sent, given up or reworded, it does
/// nothing.
fn over(cx: &mut Cx) -> Option<Reply> {
    let press = cx.press.as_ref()?;
    let bound = press.bound?;
    if cx.dialogue.is_same_screen(press.message, bound) || cx.dialogue.bring_back(bound) {
        return None;
    }
    // The second of two quick taps needs no word: what the first came to is on the screen.
    if press.message.is_some() && press.message == cx.dialogue.painted {
        return Some(Reply::default());
    }
    let over = match press.action {
        Some(Action::OfferProposal | Action::OfferProposalTo(_) | Action::OfferLetter) => cx.t().offer_gone(),
        _ => cx.t().draft_gone(),
    };
    Some(Reply::toast(over).stripping())
}

/// Binds what is shown to the words that it is about.
fn bind(cx: &Cx, reply: &mut Reply) {
    for view in reply.edit.iter_mut().chain(&mut reply.send) {
        bound::bind(view, cx.dialogue.no);
    }
}

async fn flow(cx: &mut Cx, what: What) -> Result<Reply> {
    if !cx.me.joined {
        return at_the_door(cx, what).await;
    }
    match what {
        What::Command(command) => on_command(cx, command).await,
        What::Pressed(press) => match press.action {
            Some(action) => on_press(cx, action).await,
            None => Ok(Reply::toast(cx.t().button_stale()).stripping()),
        },
        What::Said { content, album } => match cx.dialogue.now {
            // Every picture of an album is taken.
            State::AddingPictures(id, wordless) => gallery::said(cx, id, wordless, content, album).await,
            _ => match rest_of_album(cx, album) {
                Some(told) => Ok(told),
                None => on_words(cx, content).await,
            },
        },
        What::Placed(point, called) => match (&cx.dialogue.now, cx.organizer()) {
            (State::MakingSession(_), Some(organizer)) => {
                session_making::placed(cx, organizer, point, &called).await
            }
            _ => Ok(Reply::send(menu::unreadable(cx.t()))),
        },
        What::Unreadable => Ok(Reply::send(menu::unreadable(cx.t()))),
        What::Blocked(_) => Ok(Reply::default()),
    }
}

/// Somebody who has not joined can only join.
async fn at_the_door(cx: &mut Cx, what: What) -> Result<Reply> {
    match what {
        // A link for those who are in leads others to the door.
        What::Command(Command::Start(Some(code)))
            if session_link(&code).is_none()
                && polls::linked(&code).is_none()
                && proposals::linked(&code).is_none() =>
        {
            joining::follow_link(cx, &code).await
        }
        What::Command(Command::Cancel) => cancel(cx).await,
        What::Pressed(press) => match press.action {
            Some(Action::SpeakAtFirst(lang)) => joining::speak(cx, lang).await,
            Some(Action::UseTelegramName) => joining::use_telegram_name(cx).await,
            Some(Action::Cancel) => cancel(cx).await,
            // Let in already, and only a name is missing: an old button leads back to that question.
            _ if is_joining(&cx.dialogue.now) => {
                Ok(Reply::send(joining::ask(cx, &cx.dialogue.now)).stripping())
            }
            Some(Action::AskToJoin) => requests::ask(cx).await,
            _ => Ok(joining::knock(cx).stripping()),
        },
        What::Said { content, .. } => match cx.dialogue.now {
            State::JoiningName(via) => joining::name_typed(cx, via, &content.text).await,
            State::JoiningLanguage(_) | State::KnockingLanguage => {
                Ok(Reply::send(joining::ask(cx, &cx.dialogue.now)))
            }
            _ => Ok(joining::knock(cx)),
        },
        What::Command(_) | What::Placed(..) | What::Unreadable if is_joining(&cx.dialogue.now) => {
            Ok(Reply::send(joining::ask(cx, &cx.dialogue.now)))
        }
        What::Command(_) | What::Placed(..) | What::Unreadable => Ok(joining::knock(cx)),
        What::Blocked(_) => Ok(Reply::default()),
    }
}

fn is_joining(state: &State) -> bool {
    matches!(state, State::JoiningName(_) | State::JoiningLanguage(_) | State::KnockingLanguage)
}

async fn on_command(cx: &mut Cx, command: Command) -> Result<Reply> {
    match command {
        Command::Start(Some(code)) => follow_link(cx, &code).await,
        Command::Start(None) => Ok(Reply::send(menu::menu(cx).await?)),
        Command::Menu => Ok(Reply::send(menu::menu(cx).await?)),
        Command::Help => Ok(Reply::send(menu::help(cx))),
        Command::Cancel => cancel(cx).await,
        Command::Settings => Ok(Reply::send(settings::show(cx).await?)),
        Command::Propose => proposals::start(cx).await,
        Command::Proposals => Ok(Reply::send(proposals::browse(cx, 0).await?)),
        Command::Mine => Ok(Reply::send(proposals::mine(cx, 0).await?)),
        Command::Stances => Ok(Reply::send(stances::start(cx).await?)),
        Command::Vote => Ok(Reply::send(votes::list(cx).await?)),
        Command::Polls => Ok(Reply::send(polls::list(cx).await?)),
        Command::Sessions => Ok(Reply::send(sessions::list(cx).await?)),
        Command::MyData => exports::ask_own(cx).await,
        Command::Invite
        | Command::NewCall
        | Command::NewVote
        | Command::Poll
        | Command::Announce
        | Command::NewSession
        | Command::CheckIn
        | Command::Wall
        | Command::Export
        | Command::Desk => match cx.organizer() {
            Some(organizer) => on_organizers_command(cx, organizer, command).await,
            None => Ok(Reply::send(menu::organizers_only(cx.t()))),
        },
        Command::Unknown => Ok(Reply::send(menu::unknown_command(cx.t()))),
    }
}

/// A link to a session, as it is posted in groups.
fn session_link(code: &str) -> Option<SessionId> {
    code.strip_prefix("session-")?.parse().ok().map(SessionId)
}

/// Where a link leads somebody who is in.
async fn follow_link(cx: &mut Cx, code: &str) -> Result<Reply> {
    if joining::claim(cx, code).await? {
        return Ok(joining::welcome_organizer(cx));
    }
    if let Some(poll) = polls::linked(code) {
        return Ok(Reply::send(polls::open(cx, poll).await?));
    }
    if let Some(entered) = door::enter(cx, code).await? {
        return Ok(entered);
    }
    if let Some(id) = session_link(code) {
        return sessions::follow_link(cx, id).await;
    }
    if let Some(proposal) = proposals::linked(code) {
        return Ok(Reply::send(proposals::open(cx, proposal).await?));
    }
    let already = crate::text::Html::ours(cx.t().join_already());
    Ok(Reply::send(menu::menu(cx).await?.headed(&already)))
}

async fn on_organizers_command(cx: &mut Cx, organizer: Organizer, command: Command) -> Result<Reply> {
    match command {
        Command::Invite => Ok(Reply::send(invites::list(cx, organizer).await?)),
        Command::NewCall => Ok(calls::start(cx, organizer)),
        Command::NewVote => Ok(making::start(cx, organizer)),
        Command::Poll => poll_making::start(cx, organizer).await,
        Command::Announce => announcements::start(cx, organizer).await,
        Command::NewSession => session_making::start(cx, organizer).await,
        Command::Wall => Ok(Reply::send(wall::start(cx, organizer).await?)),
        Command::CheckIn => door::show_nearest(cx, organizer).await,
        Command::Export => Ok(Reply::send(exports::show(cx, organizer))),
        _ => Ok(Reply::send(menu::desk(cx, organizer).await?)),
    }
}

async fn on_press(cx: &mut Cx, action: Action) -> Result<Reply> {
    match action {
        Action::Menu => {
            polls::leave(cx).await?;
            Ok(Reply::edit(menu::menu(cx).await?))
        }
        Action::MenuBelow => Ok(Reply::send(menu::menu(cx).await?)),
        Action::Help => Ok(Reply::edit(menu::help(cx))),
        Action::Cancel => cancel(cx).await,
        Action::Resume => resume(cx).await,
        // These belong to the way in.
        Action::SpeakAtFirst(_) | Action::UseTelegramName | Action::AskToJoin => {
            Ok(Reply::toast(cx.t().join_already()).stripping())
        }
        Action::BelongAtFirst(dimension, id) => joining::belong(cx, dimension, id).await,
        Action::Settings => Ok(Reply::edit(settings::show(cx).await?)),
        Action::Speak(lang) => settings::speak(cx, lang).await,
        Action::Rename => Ok(settings::ask_name(cx)),
        Action::Belonging(dimension) => settings::choose_belonging(cx, dimension).await,
        Action::Belong(dimension, id) => settings::belong(cx, dimension, id).await,
        Action::ChooseQuietHours => settings::choose_quiet_hours(cx).await,
        Action::KeepQuiet(hours) => settings::keep_quiet(cx, hours).await,
        Action::Leave => settings::ask_to_leave(cx).await,
        Action::LeaveNow(keep) => settings::leave(cx, keep).await,
        Action::Propose => proposals::start(cx).await,
        Action::ProposeTo(id) => proposals::start_for(cx, id).await,
        Action::SendProposal => proposals::send(cx).await,
        Action::RewordProposal => Ok(proposals::reword(cx)),
        Action::MyProposals(page) => Ok(Reply::edit(proposals::mine(cx, page).await?)),
        Action::Proposals(page) => Ok(Reply::edit(proposals::browse(cx, page).await?)),
        Action::Proposal(id) => proposals::show(cx, id).await,
        Action::EditProposal(id) => proposals::edit(cx, id).await,
        Action::Withdraw(id) => proposals::ask_to_withdraw(cx, id).await,
        Action::WithdrawNow(id) => proposals::withdraw(cx, id).await,
        Action::Support(id) => close::support(cx, id).await,
        Action::Stances => Ok(Reply::edit(stances::start(cx).await?)),
        Action::TakeStance { proposal, stance } => stances::take(cx, proposal, stance).await,
        Action::MyStances(page) => Ok(Reply::edit(stances::mine(cx, page).await?)),
        Action::MyStance { proposal, page } => stances::show(cx, proposal, page).await,
        Action::ChangeStance { proposal, stance, page } => stances::change(cx, proposal, stance, page).await,
        Action::Unity { ranking, dimension, page } => {
            Ok(Reply::edit(unity::show(cx, ranking, dimension, page).await?))
        }
        Action::UnityPicture(dimension) => unity::picture(cx, dimension).await,
        Action::Votes => Ok(Reply::edit(votes::list(cx).await?)),
        Action::Vote(id) => votes::show(cx, id).await,
        Action::Ballot(id) => votes::ballot(cx, id).await,
        Action::Put(button) => votes::put(cx, button).await,
        Action::HandIn(id, None) => votes::hand_in(cx, id).await,
        Action::MyBallot(id) => votes::my_ballot(cx, id).await,
        Action::Receipts(id) => votes::receipts(cx, id).await,
        Action::Polls => Ok(Reply::edit(polls::list(cx).await?)),
        Action::Poll(id) => polls::show(cx, id).await,
        Action::Answer { poll, option, given, watching } => {
            polls::answer(cx, poll, option, given, watching).await
        }
        Action::PollNames(id, page) => polls::names(cx, id, page).await,
        Action::PollPicture(id) => polls::picture(cx, id).await,
        Action::ComparePolls(id) => polls::compare(cx, id).await,
        Action::Sessions => Ok(Reply::edit(sessions::list(cx).await?)),
        Action::Session(id) => sessions::show(cx, id).await,
        Action::Attend(id, attendance) => sessions::attend(cx, id, attendance).await,
        Action::AddWord(id) => sessions::ask_word(cx, id).await,
        Action::Calendar(id) => sessions::send_calendar(cx, id).await,
        Action::Material(id) => sessions::send_material(cx, id).await,
        Action::Reminders(wanted, from) => sessions::want_reminders(cx, wanted, from).await,
        Action::Feedback(id, question, mark) => after::mark(cx, id, question, mark).await,
        Action::AddPictures(id) => gallery::ask_to_add(cx, id).await,
        Action::PicturesDone => gallery::done(cx).await,
        Action::Gallery(id) => gallery::open(cx, id).await,
        Action::Picture(id, photo) => gallery::show(cx, id, photo).await,
        Action::RemovePicture(id, photo) => gallery::ask_to_remove(cx, id, photo).await,
        Action::RemovePictureNow(id, photo) => gallery::remove(cx, id, photo).await,
        Action::WriteLetter => Ok(letters::start(cx)),
        Action::SendLetter => letters::send(cx).await,
        Action::OfferLetter => letters::send_offered(cx).await,
        Action::Export(Export::Own) => exports::ask_own(cx).await,
        Action::OfferProposal => proposals::take_offered(cx).await,
        Action::OfferProposalTo(id) => proposals::take_offered_to(cx, id).await,
        for_organizers => match cx.organizer() {
            Some(organizer) => on_organizers_press(cx, organizer, for_organizers).await,
            None => Ok(Reply::alert(cx.t().organizers_only())),
        },
    }
}

async fn on_organizers_press(cx: &mut Cx, organizer: Organizer, action: Action) -> Result<Reply> {
    match action {
        // How it closes and whom it is for are asked alike, for whatever is being made.
        Action::Closes(_) | Action::TypeClosing | Action::Audience(_) | Action::ChooseAudience
            if matches!(cx.dialogue.now, State::MakingPoll(_)) =>
        {
            poll_making::choose(cx, organizer, action).await
        }
        Action::PollRule(_) | Action::PollOnWall | Action::PollPreview => {
            poll_making::choose(cx, organizer, action).await
        }
        Action::Desk => {
            polls::leave(cx).await?;
            Ok(Reply::edit(menu::desk(cx, organizer).await?))
        }
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
        Action::Reviews(after) => reviews::next(cx, organizer, after).await,
        Action::Review(id) => reviews::show(cx, organizer, id).await,
        Action::Publish(wording) => reviews::publish(cx, organizer, wording).await,
        Action::ChooseReason(wording, refusal) => {
            reviews::choose_reason(cx, organizer, wording, refusal).await
        }
        Action::Refuse(wording, refusal, reason) => {
            reviews::refuse(cx, organizer, wording, refusal, reason).await
        }
        Action::TypeReason(wording, refusal) => reviews::type_reason(cx, organizer, wording, refusal).await,
        Action::AskExport => Ok(unity::ask_export(cx, organizer)),
        Action::ExportStances(dimension) => unity::send_export(cx, organizer, dimension).await,
        Action::NewVote => Ok(making::start(cx, organizer)),
        Action::VoteRules => Ok(making::show_rules(cx, organizer)),
        Action::VoteRule(rule) => Ok(making::choose_rule(cx, organizer, rule)),
        Action::VotePreview => Ok(making::show_preview(cx, organizer)),
        Action::Closes(closing) => Ok(making::choose_closing(cx, organizer, closing)),
        Action::TypeClosing => Ok(making::ask_again(cx, organizer, Asking::Closing)),
        Action::RetitleVote => Ok(making::ask_again(cx, organizer, Asking::Title)),
        Action::RelistOptions => Ok(making::ask_again(cx, organizer, Asking::Options)),
        Action::OpenVote => making::open(cx, organizer).await,
        Action::CloseVote(id) => closing::ask(cx, organizer, id).await,
        Action::CloseVoteNow(id) => closing::close(cx, organizer, id).await,
        Action::RunOff(id) => making::run_off(cx, organizer, id).await,
        Action::Turnout(id) => turnout::show(cx, organizer, id).await,
        Action::Remind(id) => turnout::remind(cx, organizer, id).await,
        Action::Paper(id, page) => paper::choose(cx, organizer, id, page).await,
        Action::PaperBallot(id, person) => paper::ballot(cx, organizer, id, person).await,
        Action::HandIn(id, Some(person)) => paper::hand_in(cx, organizer, id, person).await,
        Action::OfflinePeople(page) => Ok(Reply::edit(offline::list(cx, organizer, page).await?)),
        Action::AddOffline => Ok(offline::ask_to_add(cx, organizer)),
        Action::OfflinePerson(id) => offline::show(cx, organizer, id).await,
        Action::PlaceOffline(id, to) => offline::place(cx, organizer, id, to).await,
        Action::RemoveOffline(id) => offline::ask_to_remove(cx, organizer, id).await,
        Action::RemoveOfflineNow(id) => offline::remove(cx, organizer, id).await,
        Action::NewPoll => poll_making::start(cx, organizer).await,
        Action::RewordPoll => Ok(poll_making::reword(cx, organizer)),
        Action::SendPoll => poll_making::send(cx, organizer).await,
        Action::RepeatPoll(id) => poll_making::repeat(cx, organizer, id).await,
        Action::ClosePoll(id) => ending::close(cx, organizer, id).await,
        Action::Announce => announcements::start(cx, organizer).await,
        Action::Audience(audience) => choose_audience(cx, organizer, audience).await,
        Action::ChooseAudience => announcements::rethink_audience(cx, organizer).await,
        Action::RewordAnnouncement => Ok(announcements::reword(cx, organizer)),
        Action::SendAnnouncement => announcements::send(cx, organizer).await,
        Action::PauseAnnouncement(id) => announcements::steer(cx, organizer, id, MailingState::Paused).await,
        Action::ContinueAnnouncement(id) => {
            announcements::steer(cx, organizer, id, MailingState::Running).await
        }
        Action::CancelAnnouncement(id) => announcements::ask_to_cancel(cx, organizer, id).await,
        Action::CancelAnnouncementNow(id) => {
            announcements::steer(cx, organizer, id, MailingState::Cancelled).await
        }
        Action::AnswerLetter(id) => letters::start_answer(cx, organizer, id).await,
        Action::SendAtOnce => send_at_once(cx, organizer).await,
        Action::Chats => Ok(Reply::edit(chats::list(cx, organizer).await?)),
        Action::Chat(id) => chats::show(cx, organizer, id).await,
        Action::LinkChat => chats::invite(cx, organizer).await,
        Action::UnlinkChat(id) => chats::unlink(cx, organizer, id).await,
        Action::AlsoIn(id, wanted) => match cx.dialogue.now {
            State::MakingSession(_) => session_making::also_in(cx, organizer, id, wanted).await,
            _ => announcements::also_in(cx, organizer, id, wanted).await,
        },
        Action::ShareVote(id, to) => votes::share(cx, organizer, id, to).await,
        Action::SharePoll(id, to) => polls::there::share(cx, organizer, id, to).await,
        Action::TakeOut => Ok(Reply::edit(exports::show(cx, organizer))),
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
        Action::WriteToGuests(audience) => guests::write(cx, organizer, audience).await,
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

/// Of an album the first file is taken. The others are not, and that is said once.
fn rest_of_album(cx: &mut Cx, album: Option<String>) -> Option<Reply> {
    let id = album?;
    match &mut cx.dialogue.album {
        Some(album) if album.id == id => {
            let told = std::mem::replace(&mut album.told, true);
            Some(if told { Reply::default() } else { Reply::send(menu::one_of_album(cx.t())) })
        }
        album => {
            *album = Some(Album { id, told: false });
            None
        }
    }
}

/// What is being confirmed goes to everybody, quiet hours or not.
async fn send_at_once(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    cx.hold = Hold::Nothing;
    match cx.dialogue.now {
        State::Calling(_) => calls::open(cx, organizer).await,
        State::MakingVote(_) => making::open(cx, organizer).await,
        State::MakingPoll(_) => poll_making::send(cx, organizer).await,
        State::Announcing(_) => announcements::send(cx, organizer).await,
        State::MakingSession(_) => session_making::announce(cx, organizer).await,
        State::WritingMinutes(..) => after::send_minutes(cx, organizer).await,
        _ => Ok(Reply::toast(cx.t().draft_gone()).stripping()),
    }
}

/// Whom an announcement or a session is for, whichever is being made.
async fn choose_audience(cx: &mut Cx, organizer: Organizer, audience: Audience) -> Result<Reply> {
    match cx.dialogue.now {
        State::MakingSession(_) => session_making::choose_audience(cx, organizer, audience).await,
        _ => announcements::choose_audience(cx, organizer, audience).await,
    }
}

/// Words and files belong to the current dialogue; out of the blue they are offered back.
async fn on_words(cx: &mut Cx, content: Content) -> Result<Reply> {
    let organizer = cx.organizer();
    match (cx.dialogue.now.clone(), organizer) {
        (State::Proposing(_), _) => proposals::said(cx, &content).await,
        (State::WritingLetter(_), _) => Ok(letters::said(cx, content)),
        (State::Renaming, _) => settings::name_typed(cx, &content.text).await,
        (State::AddingAffiliation(dimension), Some(organizer)) => {
            affiliations::add(cx, organizer, dimension, &content.text).await
        }
        (State::AddingOffline, Some(organizer)) => offline::add(cx, organizer, &content.text).await,
        (State::RenamingAffiliation(id), Some(organizer)) => {
            affiliations::rename(cx, organizer, id, &content.text).await
        }
        (State::Calling(_), Some(organizer)) => Ok(calls::said(cx, organizer, &content.text)),
        (State::Refusing(wording, refusal), Some(organizer)) => {
            reviews::said(cx, organizer, wording, refusal, &content.text).await
        }
        (State::MakingVote(_), Some(organizer)) => Ok(making::said(cx, organizer, &content.text)),
        (State::MakingPoll(_), Some(organizer)) => poll_making::said(cx, organizer, &content.text).await,
        (State::Announcing(_), Some(organizer)) => announcements::said(cx, organizer, content).await,
        (State::AddingWord(id), _) => sessions::add_word(cx, id, &content.text).await,
        (State::MakingSession(_), Some(organizer)) => {
            session_making::said(cx, organizer, &content.text).await
        }
        (State::WritingMinutes(id, _), Some(organizer)) => {
            after::said_minutes(cx, organizer, id, content).await
        }
        (State::AddingMaterials(id), Some(organizer)) => {
            after::add_material(cx, organizer, id, content).await
        }
        (State::LettingIn(id, _), Some(organizer)) => by_name::typed(cx, organizer, id, &content.text).await,
        (State::AnsweringLetter(id), Some(organizer)) => letters::answer(cx, organizer, id, content).await,
        // Nothing was asked, or it is no longer theirs to answer.
        _ => {
            cx.dialogue.begin(State::Offered(content));
            Ok(Reply::send(menu::offer(cx.t())))
        }
    }
}

/// The current dialogue's question, asked again; below the words that it is about, where it does not say them.
async fn ask_again(cx: &mut Cx) -> Result<Option<Reply>> {
    let Some(question) = ask(cx).await? else { return Ok(None) };
    let words = match &cx.dialogue.now {
        State::Offered(content)
        | State::WritingLetter(Some(content))
        | State::WritingMinutes(_, Some(content)) => Some(content.clone()),
        State::Announcing(draft) => draft.content.clone(),
        _ => None,
    };
    let words = words.filter(|content| fits(content).is_ok()).map(|words| View::showing(Body::Copy(words)));
    Ok(Some(Reply { send: words.into_iter().chain([question]).collect(), ..Reply::default() }))
}

/// The current dialogue's question.
async fn ask(cx: &mut Cx) -> Result<Option<View>> {
    let organizer = cx.organizer();
    Ok(match (cx.dialogue.now.clone(), organizer) {
        (state, _) if is_joining(&state) && !cx.me.joined => Some(joining::ask(cx, &state)),
        (State::Proposing(_), _) => Some(proposals::ask(cx).await?),
        (State::WritingLetter(_), _) => Some(letters::ask(cx)),
        (State::Renaming, _) => Some(crate::people::view::settings::ask_name(cx.t())),
        (State::Offered(_), _) => Some(menu::offer(cx.t())),
        (State::AddingAffiliation(dimension), Some(_)) => {
            Some(crate::people::view::affiliations::ask_name(cx.t(), dimension))
        }
        (State::RenamingAffiliation(_), Some(_)) => {
            Some(crate::people::view::affiliations::ask_other_name(cx.t()))
        }
        (State::AddingOffline, Some(_)) => Some(crate::people::view::offline::ask_name(cx.t())),
        (State::Calling(_), Some(_)) => Some(calls::ask(cx)),
        (State::Refusing(wording, refusal), Some(organizer)) => {
            Some(reviews::ask(cx, organizer, wording, refusal).await?)
        }
        (State::MakingVote(_), Some(_)) => Some(making::ask(cx)),
        (State::MakingPoll(_), Some(organizer)) => Some(poll_making::ask(cx, organizer).await?),
        (State::Announcing(_), Some(organizer)) => Some(announcements::ask(cx, organizer).await?),
        (State::AddingWord(_), _) => Some(crate::sessions::view::ask_word(cx.t())),
        (State::MakingSession(_), Some(organizer)) => Some(session_making::ask(cx, organizer).await?),
        (State::WritingMinutes(..), Some(organizer)) => Some(after::ask(cx, organizer).await?),
        (State::AddingMaterials(_), Some(_)) => Some(crate::sessions::view::after::ask_materials(cx.t())),
        (State::AddingPictures(id, _), _) => Some(gallery::ask(cx, id).await?),
        (State::LettingIn(id, _), Some(organizer)) => by_name::ask(cx, organizer, id).await?,
        (State::AnsweringLetter(id), Some(organizer)) => Some(letters::ask_answer(cx, organizer, id).await?),
        _ => None,
    })
}

/// Goes on with what is being written.
async fn resume(cx: &mut Cx) -> Result<Reply> {
    match ask_again(cx).await? {
        Some(asked) => Ok(asked.stripping()),
        None => Ok(Reply::edit(menu::menu(cx).await?)),
    }
}

/// Gives up what is being written; what waited before it comes back.
async fn cancel(cx: &mut Cx) -> Result<Reply> {
    if matches!(cx.dialogue.now, State::Idle | State::Knocking) {
        return Ok(Reply::edit(menu::nothing_to_cancel(cx.t())));
    }
    let offered = matches!(cx.dialogue.now, State::Offered(_));
    cx.dialogue.finish();
    let more = cx.dialogue.now != State::Idle;
    if offered {
        return Ok(Reply::edit(menu::dropped(cx.t(), more)).toasting(cx.t().offer_dropped()));
    }
    Ok(Reply::edit(menu::cancelled(cx.t(), more)).toasting(cx.t().cancelled_toast()))
}

/// For somebody whose last answer may be lost: where they were.
pub async fn ask_after_restart(cx: &mut Cx) -> Result<Reply> {
    let mut reply = match ask_again(cx).await? {
        Some(asked) => asked,
        None if cx.me.joined => Reply::send(menu::after_restart(cx).await?),
        None => Reply::default(),
    };
    night::warn(cx, &mut reply).await?;
    bind(cx, &mut reply);
    Ok(reply)
}
