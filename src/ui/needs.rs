//! What one has to be to do something: the one place that says so, for buttons, commands and what is written.
//!
//! Everything is asked here when it arrives, and by the table in `docs/roles.md`. Each role includes those before it.

use crate::role::Role;
use crate::ui::action::{Action, Acts, Announcing, Export, Letters, Life, Purpose, Sorting, Team};
use crate::ui::event::Command;
use crate::ui::group_event::GroupCommand;
use crate::ui::state::{SortingTask, State};

impl Action {
    /// The role that a button needs; none: strangers may press it, too.
    pub fn needs(self) -> Option<Role> {
        match self {
            Self::Team(team) => Some(match team {
                Team::AskToGiveUp | Team::GiveUp => Role::Moderator,
                Team::List(_) | Team::Choose(_) | Team::One(_) | Team::Ask(..) | Team::Give(..) => {
                    Role::Owner
                }
            }),
            Self::Acts(Acts::List(..) | Acts::Who(_)) => Some(Role::Owner),
            Self::Cancel
            | Self::SpeakAtFirst(..)
            | Self::UseTelegramName
            | Self::ThatIsMe(..)
            | Self::AskToJoin
            | Self::Answer { .. } => None,
            Self::Menu
            | Self::MenuBelow
            | Self::Help
            | Self::Resume
            | Self::BelongAtFirst(..)
            | Self::Settings
            | Self::Speak(..)
            | Self::Rename
            | Self::Belonging(..)
            | Self::Belong(..)
            | Self::ChooseQuietHours
            | Self::KeepQuiet(..)
            | Self::Leave
            | Self::LeaveNow(..)
            | Self::Propose
            | Self::ProposeTo(..)
            | Self::SendProposal
            | Self::RewordProposal
            | Self::MyProposals(..)
            | Self::Proposals(..)
            | Self::Proposal(..)
            | Self::EditProposal(..)
            | Self::Withdraw(..)
            | Self::WithdrawNow(..)
            | Self::Support(..)
            | Self::Stances
            | Self::TakeStance { .. }
            | Self::MyStances(..)
            | Self::MyStance { .. }
            | Self::ChangeStance { .. }
            | Self::Unity { .. }
            | Self::UnityPicture(..)
            | Self::Votes
            | Self::Vote(..)
            | Self::Ballot(..)
            | Self::Put(..)
            | Self::MyBallot(..)
            | Self::Receipts(..)
            | Self::Polls
            | Self::Poll(..)
            | Self::PollNames(..)
            | Self::PollPicture(..)
            | Self::ComparePolls(..)
            | Self::Sessions
            | Self::Session(..)
            | Self::Attend(..)
            | Self::AddWord(..)
            | Self::Calendar(..)
            | Self::Material(..)
            | Self::Reminders(..)
            | Self::Feedback(..)
            | Self::AddPictures(..)
            | Self::PicturesDone
            | Self::Gallery(..)
            | Self::Picture(..)
            | Self::RemovePicture(..)
            | Self::RemovePictureNow(..)
            | Self::Announcing(Announcing::Read(..) | Announcing::Again(_))
            | Self::WriteLetter
            | Self::SendLetter
            | Self::Letters(Letters::SendUnnamed | Letters::Further | Letters::Unnamed(_))
            | Self::OfferProposal
            | Self::OfferProposalTo(..)
            | Self::OfferLetter
            | Self::HandIn(_, None)
            | Self::Export(Export::Own) => Some(Role::Participant),
            Self::Desk
            | Self::Reviews(..)
            | Self::Review(..)
            | Self::Publish(..)
            | Self::ChooseReason(..)
            | Self::Refuse(..)
            | Self::TypeReason(..)
            | Self::Letters(Letters::List(_) | Letters::Show(_) | Letters::Words(_) | Letters::Settle(_))
            | Self::AnswerLetter(..) => Some(Role::Moderator),
            Self::Sorting(what) => Some(what.needs()),
            Self::Life(what) => Some(what.needs()),
            Self::SendAtOnce
            | Self::Requests
            | Self::SettleRequest(..)
            | Self::Invites
            | Self::NewInvite { .. }
            | Self::Invite(..)
            | Self::RevokeInvite(..)
            | Self::Affiliations(..)
            | Self::Affiliation(..)
            | Self::AddAffiliation(..)
            | Self::RenameAffiliation(..)
            | Self::RetireAffiliation(..)
            | Self::Calls
            | Self::NewCall
            | Self::OpenCall
            | Self::CloseCall(..)
            | Self::CloseCallNow(..)
            | Self::MostEach(..)
            | Self::ChooseMostOf(..)
            | Self::MostOf(..)
            | Self::Moderate(..)
            | Self::AskExport
            | Self::ExportStances(..)
            | Self::NewVote
            | Self::VoteRules
            | Self::VoteRule(..)
            | Self::VotePreview
            | Self::Closes(..)
            | Self::TypeClosing
            | Self::RetitleVote
            | Self::RelistOptions
            | Self::OpenVote
            | Self::CloseVote(..)
            | Self::CloseVoteNow(..)
            | Self::RunOff(..)
            | Self::Turnout(..)
            | Self::Remind(..)
            | Self::Paper(..)
            | Self::PaperBallot(..)
            | Self::Offline(..)
            | Self::NewPoll
            | Self::PollPreview
            | Self::PollRule(..)
            | Self::PollOnWall
            | Self::RepeatPoll(..)
            | Self::RewordPoll
            | Self::SendPoll
            | Self::ClosePoll(..)
            | Self::NewSession
            | Self::NextSession(..)
            | Self::SessionPart(..)
            | Self::Capacity(..)
            | Self::Queue(..)
            | Self::NoAgenda
            | Self::SessionPreview
            | Self::AnnounceSession
            | Self::ManageSession(..)
            | Self::ChangeSession(..)
            | Self::CancelSession(..)
            | Self::CancelSessionNow(..)
            | Self::ListGuests(..)
            | Self::WriteToGuests(..)
            | Self::WriteMinutes(..)
            | Self::SendMinutes
            | Self::AddMaterials(..)
            | Self::MaterialsDone
            | Self::FeedbackSums(..)
            | Self::Wall(..)
            | Self::ShowOnWall(..)
            | Self::ChooseScene(..)
            | Self::SpeakOnWall(..)
            | Self::TakeWallDown(..)
            | Self::Door(..)
            | Self::RenewDoor(..)
            | Self::RenewDoorNow(..)
            | Self::LetIn(..)
            | Self::Arrived { .. }
            | Self::LetInDone(..)
            | Self::Announce
            | Self::Announcing(_)
            | Self::ForWhom(_)
            | Self::Letters(Letters::Here(..))
            | Self::RewordAnnouncement
            | Self::SendAnnouncement
            | Self::PauseAnnouncement(..)
            | Self::ContinueAnnouncement(..)
            | Self::CancelAnnouncement(..)
            | Self::CancelAnnouncementNow(..)
            | Self::Chats
            | Self::Chat(..)
            | Self::LinkChat
            | Self::UnlinkChat(..)
            | Self::AlsoIn(..)
            | Self::ShareVote(..)
            | Self::SharePoll(..)
            | Self::Importing(..)
            | Self::TakeOut
            | Self::ReportSince
            | Self::ReportUntil(..)
            | Self::ReportKind(..)
            | Self::HandIn(_, Some(_))
            | Self::Export(_) => Some(Role::Organizer),
        }
    }
}

impl Sorting {
    /// The role that a button of directions, tags and sorting needs.
    pub fn needs(self) -> Role {
        match self {
            Self::Directions | Self::Found { .. } | Self::ChooseTag(_) => Role::Participant,
            Self::Home
            | Self::Next(..)
            | Self::Card { .. }
            | Self::Move(_)
            | Self::ChooseDirection(..)
            | Self::TagsOf(..)
            | Self::PutTag { .. } => Role::Moderator,
            Self::Manage
            | Self::Add
            | Self::One(_)
            | Self::Rename(_)
            | Self::Describe(_)
            | Self::Undescribe(_)
            | Self::ChooseShade(_)
            | Self::Paint(..)
            | Self::Place(..)
            | Self::Retire(..)
            | Self::Tags
            | Self::AddTag
            | Self::Tag(_)
            | Self::RenameTag(_)
            | Self::RetireTag(..) => Role::Organizer,
        }
    }
}

impl Life {
    /// The role that a button of what becomes of proposals needs.
    pub fn needs(self) -> Role {
        match self {
            Self::Answer { .. } | Self::Apart(_) => Role::Participant,
            Self::PickFor(Purpose::Vote) => Role::Organizer,
            Self::Decide(_)
            | Self::DecideNow(_)
            | Self::PickFor(Purpose::Merge)
            | Self::PickPage(_)
            | Self::ChoosePickFrom
            | Self::PickFrom(_)
            | Self::Pick { .. }
            | Self::PickAll
            | Self::Picked
            | Self::MergeWords(_)
            | Self::MergeNow
            | Self::StartSplit(_)
            | Self::SplitDrop
            | Self::SplitNow
            | Self::Join { .. } => Role::Moderator,
        }
    }
}

impl Command {
    /// The role that a command in the private chat needs; none: strangers may send it, too.
    pub fn needs(&self) -> Option<Role> {
        match self {
            Self::Start(_) | Self::Cancel => None,
            Self::Menu
            | Self::Help
            | Self::Settings
            | Self::Propose
            | Self::Proposals
            | Self::Mine
            | Self::Stances
            | Self::Vote
            | Self::Polls
            | Self::Sessions
            | Self::MyData
            | Self::Unknown => Some(Role::Participant),
            Self::Desk => Some(Role::Moderator),
            Self::Invite
            | Self::NewCall
            | Self::NewVote
            | Self::Poll
            | Self::Announce
            | Self::NewSession
            | Self::CheckIn
            | Self::Wall
            | Self::Export => Some(Role::Organizer),
            Self::Team => Some(Role::Owner),
        }
    }
}

impl GroupCommand {
    /// The role that a command in a group needs; none: it answers everybody.
    pub fn needs(self) -> Option<Role> {
        match self {
            Self::Start | Self::Help => None,
            // By a code that only organizers can make.
            Self::Link | Self::Poll => Some(Role::Organizer),
        }
    }
}

impl State {
    /// The role that words need which belong to this dialogue; none: strangers write them.
    pub fn needs(&self) -> Option<Role> {
        match self {
            Self::Idle
            | Self::KnockingLanguage
            | Self::Knocking
            | Self::JoiningLanguage(_)
            | Self::JoiningName(_) => None,
            Self::Renaming
            | Self::Proposing(_)
            | Self::AddingWord(_)
            | Self::AddingPictures(..)
            | Self::WritingLetter(_)
            | Self::Offered(_) => Some(Role::Participant),
            Self::Refusing(..) | Self::AnsweringLetter(_) => Some(Role::Moderator),
            Self::Sorting(task) => Some(task.needs()),
            Self::AddingAffiliation(_)
            | Self::RenamingAffiliation(_)
            | Self::AddingOffline
            | Self::Calling(_)
            | Self::MakingVote(_)
            | Self::MakingPoll(_)
            | Self::Announcing(_)
            | Self::Rewording(..)
            | Self::MakingSession(_)
            | Self::WritingMinutes(..)
            | Self::AddingMaterials(_)
            | Self::Importing(_)
            | Self::LettingIn(..) => Some(Role::Organizer),
            Self::ChoosingForTeam(_) => Some(Role::Owner),
        }
    }
}

impl SortingTask {
    /// The role that these words need.
    pub fn needs(&self) -> Role {
        match self {
            Self::AddDirection
            | Self::RenameDirection(_)
            | Self::DescribeDirection(_)
            | Self::AddTag
            | Self::RenameTag(_) => Role::Organizer,
            Self::Pick(draft) if draft.purpose == Purpose::Vote => Role::Organizer,
            Self::Decide(_) | Self::Pick(_) | Self::Merge(_) | Self::Split(_) => Role::Moderator,
        }
    }
}
