//! A button is a typed value, written into at most 64 bytes and read back when it is pressed.
//!
//! It says the wanted state ("mark option 3"), never a toggle, so pressing twice does no harm. Keyboards live for
//! years: a code, once used, keeps its meaning or is given up, but never gets another.

mod announcing;
mod audience;
mod code;
mod imports;
mod letters;
mod life;
mod offline;
mod sorting;
mod team;
#[cfg(test)]
mod tests;
mod words;

use crate::ids::{
    AffiliationId, AnnouncementId, CallId, ChatId, InviteId, LetterId, MaterialId, PersonId, PhotoId, PollId,
    ProposalId, RequestId, ReviewId, SessionId, VoteId,
};
use crate::l10n::Lang;
use crate::quiet::QuietHours;

pub use announcing::Announcing;
pub use audience::{ForWhom, ForWhomPage};
pub use imports::{Importing, Pile};
pub use letters::{Letters, Token};
pub use life::{Decision, Life, Purpose, Stage};
pub use offline::Offline;
pub use sorting::{At, Move, Shade, Sorting};
pub use team::{Acts, Team};
pub use words::*;

/// Everything that a button can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    // Everywhere.
    Menu,
    /// The menu as a new message, below one that people may want to read again.
    MenuBelow,
    Help,
    /// Give up what is being written.
    Cancel,
    /// Go on with what is being written.
    Resume,
    /// Send what is being confirmed to everybody at once, whatever hour it is for them.
    SendAtOnce,

    // Joining and settings.
    SpeakAtFirst(Lang),
    UseTelegramName,
    BelongAtFirst(Dimension, Option<AffiliationId>),
    /// Whether a personal invitation is for whoever opened it.
    ThatIsMe(bool),
    AskToJoin,
    SettleRequest(RequestId, bool),
    /// The first that waits.
    Requests,
    Settings,
    Speak(Lang),
    Rename,
    Belonging(Dimension),
    Belong(Dimension, Option<AffiliationId>),
    ChooseQuietHours,
    KeepQuiet(Option<QuietHours>),
    Leave,
    /// Leave for good; `true`: one's proposals stay, unsigned.
    LeaveNow(bool),

    // Who may do what, and what they did.
    Team(Team),
    Acts(Acts),

    // The organizers' side of people.
    Desk,
    Invites,
    NewInvite {
        uses: Option<u32>,
        days: Option<u32>,
    },
    Invite(InviteId),
    RevokeInvite(InviteId),
    Affiliations(Dimension),
    Affiliation(AffiliationId),
    AddAffiliation(Dimension),
    RenameAffiliation(AffiliationId),
    /// `true`: no longer offered; `false`: offered again.
    RetireAffiliation(AffiliationId, bool),

    // Proposals.
    Propose,
    ProposeTo(CallId),
    SendProposal,
    RewordProposal,
    MyProposals(u32),
    Proposals(u32),
    Proposal(ProposalId),
    EditProposal(ProposalId),
    Withdraw(ProposalId),
    WithdrawNow(ProposalId),
    Calls,
    NewCall,
    OpenCall,
    CloseCall(CallId),
    CloseCallNow(CallId),
    /// How many proposals each person may have in the call that is being made; none: as many as they like.
    MostEach(Option<u32>),
    ChooseMostOf(CallId),
    /// The same for a call that is there.
    MostOf(CallId, Option<u32>),
    /// Agree with another one instead of sending one's own.
    Support(ProposalId),

    // Proposals that organizers look at first.
    /// Whether they do.
    Moderate(bool),
    /// The first that waits, after this one.
    Reviews(Option<ReviewId>),
    Review(ReviewId),
    Publish(Wording),
    ChooseReason(Wording, Refusal),
    Refuse(Wording, Refusal, Reason),
    TypeReason(Wording, Refusal),

    /// Directions, tags, and sorting proposals into them.
    Sorting(Sorting),
    /// What becomes of proposals.
    Life(Life),

    // Stances on proposals, and what comes of them.
    /// The next card.
    Stances,
    /// A card's answer.
    TakeStance {
        proposal: ProposalId,
        stance: Stance,
    },
    MyStances(u32),
    MyStance {
        proposal: ProposalId,
        /// Of the list, to come back to.
        page: u32,
    },
    ChangeStance {
        proposal: ProposalId,
        stance: Stance,
        page: u32,
    },
    Unity {
        ranking: Ranking,
        dimension: Dimension,
        page: u32,
    },
    UnityPicture(Dimension),
    AskExport,
    ExportStances(Dimension),

    // Votes.
    Votes,
    Vote(VoteId),
    /// Mark one's ballot.
    Ballot(VoteId),
    /// Something on a ballot.
    Put(Sealed),
    /// Hand a ballot in: one's own, or another person's from paper.
    HandIn(VoteId, Option<PersonId>),
    /// What one's ballot says, over the screen only.
    MyBallot(VoteId),
    /// The receipts of a vote that is over.
    Receipts(VoteId),
    NewVote,
    /// The rules of a vote that is being made.
    VoteRules,
    VoteRule(Rule),
    VotePreview,
    Closes(Closing),
    TypeClosing,
    RetitleVote,
    RelistOptions,
    OpenVote,
    CloseVote(VoteId),
    CloseVoteNow(VoteId),
    /// A new vote among those that are tied.
    RunOff(VoteId),
    /// How many have voted, in all and by group.
    Turnout(VoteId),
    Remind(VoteId),
    /// The roll, to enter somebody's ballot from paper; a page of it.
    Paper(VoteId, u32),
    PaperBallot(VoteId, PersonId),

    /// People without Telegram.
    Offline(Offline),

    // Polls.
    Polls,
    Poll(PollId),
    Answer {
        poll: PollId,
        option: u8,
        /// The answer is to be given, or taken back.
        given: bool,
        /// On the screen that also shows the counts and the way to close, which it stays.
        watching: bool,
    },
    /// Who answered what; a page of it.
    PollNames(PollId, u32),
    PollPicture(PollId),
    /// Beside the poll that it asks again.
    ComparePolls(PollId),
    NewPoll,
    /// Everything of a poll that is being made, after a question about a part of it.
    PollPreview,
    PollRule(PollRule),
    /// No cards are sent: people find it through the wall, or in the list.
    PollOnWall,
    /// A new poll that asks the same again.
    RepeatPoll(PollId),
    RewordPoll,
    SendPoll,
    ClosePoll(PollId),

    // Sessions.
    Sessions,
    Session(SessionId),
    Attend(SessionId, Attendance),
    /// Add a word to one's answer.
    AddWord(SessionId),
    /// The file for one's calendar.
    Calendar(SessionId),
    Material(MaterialId),
    /// Be reminded of sessions or not; from a reminder of this one, or from the settings.
    Reminders(bool, Option<SessionId>),
    /// How a session was: the question, and the mark it gets.
    Feedback(SessionId, u8, u8),
    NewSession,
    /// Another one, for the people of this one.
    NextSession(SessionId),
    /// Write a part of a session anew.
    SessionPart(SessionPart),
    /// How many can be there; none: as many as like.
    Capacity(Option<u32>),
    /// Whether those who find no place may wait for one.
    Queue(bool),
    NoAgenda,
    /// Back to everything on one screen.
    SessionPreview,
    /// Announce a session, or the changes of one.
    AnnounceSession,
    ManageSession(SessionId),
    ChangeSession(SessionId),
    CancelSession(SessionId),
    CancelSessionNow(SessionId),
    /// Those who were invited; a page of them.
    ListGuests(Guests, Option<AffiliationId>, u32),
    WriteToGuests(Guests, Option<AffiliationId>),
    WriteMinutes(SessionId),
    SendMinutes,
    AddMaterials(SessionId),
    MaterialsDone,
    FeedbackSums(SessionId),

    // The wall of a session.
    Wall(SessionId),
    ShowOnWall(SessionId, Scene),
    /// Which call, poll or vote it shows.
    ChooseScene(SessionId, SceneKind),
    SpeakOnWall(SessionId, Lang),
    /// Its address shows nothing any more.
    TakeWallDown(SessionId),
    // In the room of a session.
    /// The door: its QR code, and how many are there.
    Door(SessionId),
    /// Another code, because strangers have this one.
    RenewDoor(SessionId),
    RenewDoorNow(SessionId),
    /// Who may come in, by name: a page of those found; none: all of them again.
    LetIn(SessionId, Option<u32>),
    /// Note that somebody is there, or is not.
    Arrived {
        session: SessionId,
        person: PersonId,
        here: bool,
    },
    /// Nobody else comes in by name.
    LetInDone(SessionId),
    AddPictures(SessionId),
    PicturesDone,
    /// The pictures, the latest first.
    Gallery(SessionId),
    Picture(SessionId, PhotoId),
    RemovePicture(SessionId, PhotoId),
    RemovePictureNow(SessionId, PhotoId),

    // Announcements and letters.
    Announce,
    Announcing(Announcing),
    ForWhom(ForWhom),
    RewordAnnouncement,
    SendAnnouncement,
    PauseAnnouncement(AnnouncementId),
    ContinueAnnouncement(AnnouncementId),
    CancelAnnouncement(AnnouncementId),
    CancelAnnouncementNow(AnnouncementId),
    WriteLetter,
    SendLetter,
    AnswerLetter(LetterId),
    Letters(Letters),

    // Groups and channels.
    Chats,
    Chat(ChatId),
    /// A code and a link that bring the bot into one.
    LinkChat,
    UnlinkChat(ChatId),
    /// Whether what is being confirmed is posted there, too.
    AlsoIn(ChatId, bool),
    /// Post what came of a vote; none: asks where.
    ShareVote(VoteId, Option<ChatId>),
    SharePoll(PollId, Option<ChatId>),

    // What comes in.
    Importing(Importing),

    // Taking out.
    /// What can be taken out.
    TakeOut,
    /// Files are asked for.
    Export(Export),
    /// From which session on a report is to tell.
    ReportSince,
    /// Until which one, having chosen the first.
    ReportUntil(Option<SessionId>),
    /// What it is written as, having chosen both.
    ReportKind(Option<SessionId>, Option<SessionId>),

    // Words said outside of any dialogue.
    OfferProposal,
    OfferProposalTo(CallId),
    OfferLetter,
}

impl Action {
    /// Sends something to many people, some of whom may sleep.
    pub fn tells_many(self) -> bool {
        matches!(
            self,
            Self::OpenCall
                | Self::OpenVote
                | Self::SendPoll
                | Self::SendAnnouncement
                | Self::AnnounceSession
                | Self::SendMinutes
        )
    }
}
