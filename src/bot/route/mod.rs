//! The one match: which flow does what somebody did. Who may is said by `ui::needs`, and asked here on arrival.
//!
//! Buttons and commands work whatever is being written; words and files belong to the current dialogue.

mod announcing;
mod behalf;
mod imports;
mod moderators;
mod organizers;
mod sorting;
mod team;
mod words;

use anyhow::Result;

use crate::announcements::flow::{self as announcements, reading};
use crate::bot::{menu, night};
use crate::cx::Cx;
use crate::exports::flow as exports;
use crate::ids::SessionId;
use crate::imports::flow as coming_in;
use crate::letters::flow as letters;
use crate::people::flow::{joining, requests, settings, taking_over, team as roles};
use crate::polls::flow as polls;
use crate::proposals::flow::{self as proposals, close};
use crate::sessions::flow::{self as sessions, after, door, gallery, making as session_making};
use crate::stances::flow::{self as stances, unity};
use crate::text::Html;
use crate::ui::action::{Action, Announcing, Export, Importing, Letters};
use crate::ui::bound;
use crate::ui::event::{Command, What};
use crate::ui::state::State;
use crate::ui::view::{Cover, Reply};
use crate::votes::flow as votes;

use moderators::{on_moderators_press, only_for};
use organizers::on_organizers_command;
pub use words::ask_after_restart;
use words::{cancel, on_words, rest_of_album, resume};

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
        Some(
            Action::OfferProposal
            | Action::OfferProposalTo(_)
            | Action::OfferLetter
            | Action::Importing(Importing::TakeOffered),
        ) => cx.t().offer_gone(),
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
            Some(action) => match behalf::whom(cx, &press) {
                Some(whom) => behalf::acting_for(cx, whom, async |cx| on_press(cx, action).await).await,
                None => on_press(cx, action).await,
            },
            None => Ok(Reply::toast(cx.t().button_stale()).stripping()),
        },
        What::Said { content, album, to } => match (&cx.dialogue.now, cx.organizer()) {
            // Every picture of an album is taken.
            (State::AddingPictures(id, wordless), _) => {
                let (id, wordless) = (*id, *wordless);
                gallery::said(cx, id, wordless, content, album).await
            }
            (State::Importing(_), Some(organizer)) => coming_in::said(cx, organizer, content, album).await,
            _ => match rest_of_album(cx, album) {
                Some(told) => Ok(told),
                None => match to {
                    Some(to) => match letters::replied(cx, to, &content).await? {
                        Some(letter) => Ok(letter),
                        None => on_words(cx, content).await,
                    },
                    None => on_words(cx, content).await,
                },
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
            Some(Action::ThatIsMe(mine)) => taking_over::answer(cx, mine).await,
            // Let in already, and only a name is missing: an old button leads back to that question.
            _ if is_joining(&cx.dialogue.now) => Ok(Reply::send(joining::ask(cx).await?).stripping()),
            Some(Action::AskToJoin) => requests::ask(cx).await,
            _ => Ok(joining::knock(cx).await?.stripping()),
        },
        What::Said { content, .. } => match cx.dialogue.now {
            State::JoiningName(via) => joining::name_typed(cx, via, &content.text).await,
            State::JoiningLanguage(_) | State::KnockingLanguage => Ok(Reply::send(joining::ask(cx).await?)),
            _ => joining::knock(cx).await,
        },
        What::Command(_) | What::Placed(..) | What::Unreadable if is_joining(&cx.dialogue.now) => {
            Ok(Reply::send(joining::ask(cx).await?))
        }
        What::Command(_) | What::Placed(..) | What::Unreadable => joining::knock(cx).await,
        What::Blocked(_) => Ok(Reply::default()),
    }
}

fn is_joining(state: &State) -> bool {
    matches!(state, State::JoiningName(_) | State::JoiningLanguage(_) | State::KnockingLanguage)
}

async fn on_command(cx: &mut Cx, command: Command) -> Result<Reply> {
    if let Some(why) = only_for(cx, command.needs()) {
        return Ok(Reply::send(menu::not_yours(cx.t(), why)));
    }
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
        | Command::Export => match cx.organizer() {
            Some(organizer) => on_organizers_command(cx, organizer, command).await,
            None => Ok(Reply::send(menu::unknown_command(cx.t()))),
        },
        Command::Desk => match cx.moderator() {
            Some(moderator) => Ok(Reply::send(menu::desk(cx, moderator).await?)),
            None => Ok(Reply::send(menu::unknown_command(cx.t()))),
        },
        Command::Team => match cx.owner() {
            Some(owner) => Ok(Reply::send(roles::list(cx, owner, 0).await?)),
            None => Ok(Reply::send(menu::unknown_command(cx.t()))),
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
    let already = match taking_over::not_for_you(cx, code).await? {
        Some(why) => why,
        None => Html::ours(cx.t().join_already()),
    };
    Ok(Reply::send(menu::menu(cx).await?.headed(&already)))
}

async fn on_press(cx: &mut Cx, action: Action) -> Result<Reply> {
    if let Some(why) = only_for(cx, action.needs()) {
        return Ok(Reply::alert(why));
    }
    match action {
        Action::Menu => {
            polls::leave(cx).await?;
            announcements::leave(cx).await?;
            Ok(Reply::edit(menu::menu(cx).await?))
        }
        Action::MenuBelow => Ok(Reply::send(menu::menu(cx).await?)),
        Action::Help => Ok(Reply::edit(menu::help(cx))),
        Action::Cancel => cancel(cx).await,
        Action::Resume => resume(cx).await,
        // These belong to the way in.
        Action::SpeakAtFirst(_) | Action::UseTelegramName | Action::ThatIsMe(_) | Action::AskToJoin => {
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
        Action::Sorting(what) => sorting::on_press(cx, what).await,
        Action::Life(what) => sorting::on_life(cx, what).await,
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
        Action::Announcing(Announcing::Read(id, read)) => reading::read(cx, id, read).await,
        Action::Announcing(Announcing::Again(id)) => reading::again(cx, id).await,
        Action::WriteLetter => letters::start(cx),
        Action::SendLetter => letters::send(cx, false).await,
        Action::Letters(Letters::SendUnnamed) => letters::send(cx, true).await,
        Action::Letters(Letters::Further) => letters::start_further(cx),
        Action::Letters(Letters::Unnamed(token)) => letters::start_unnamed(cx, token).await,
        Action::OfferLetter => letters::send_offered(cx).await,
        Action::Export(Export::Own) => exports::ask_own(cx).await,
        Action::Team(action) => team::on_team_press(cx, action).await,
        Action::Acts(action) => team::on_acts_press(cx, action).await,
        Action::OfferProposal => proposals::take_offered(cx).await,
        Action::OfferProposalTo(id) => proposals::take_offered_to(cx, id).await,
        for_moderators => match cx.moderator() {
            Some(moderator) => on_moderators_press(cx, moderator, for_moderators).await,
            None => Ok(Reply::toast(cx.t().button_stale())),
        },
    }
}
