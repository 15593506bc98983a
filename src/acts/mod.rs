//! Acts of power: who did what, when, and about what, for the owners to read.
//!
//! Whatever somebody does by a role leaves one row, written in the flow's own transaction by [`note`]. It holds numbers
//! alone: never people's words, what a ballot says, or who wrote a letter.

pub mod flow;
pub mod store;
pub mod view;

use crate::clock::Moment;
use crate::ids::{
    AffiliationId, AnnouncementId, CallId, ChatId, DirectionId, ImportId, InviteId, LetterId, PersonId,
    PollId, ProposalId, SessionId, TagId, VoteId,
};
use crate::proposals::{Stage, Verdict};
use crate::role::Role;
use crate::ui::action::Export;
use crate::ui::state::Name;

pub use flow::note;

/// Whom an act concerned; none: they have left.
pub type Whom = Option<PersonId>;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// They have this role from then on.
    GaveRole(Whom, Role),
    /// `true`: let in.
    SettledRequest(Whom, bool),
    MadeInvite(InviteId),
    RevokedInvite(InviteId),
    AddedAffiliation(AffiliationId),
    RenamedAffiliation(AffiliationId),
    /// `true`: no longer offered; `false`: offered again.
    RetiredAffiliation(AffiliationId, bool),
    AddedOffline(Whom),
    /// To a sector or region.
    PlacedOffline(Whom),
    RemovedOffline,
    /// Handed in for somebody who is not on Telegram, or changed.
    EnteredProposal(ProposalId, Whom),
    /// Where they stand on it.
    EnteredStance(ProposalId, Whom),
    /// Their answer to an invitation.
    EnteredAttendance(SessionId, Whom),
    EnteredAnswer(PollId, Whom),
    OpenedCall(CallId),
    ClosedCall(CallId),
    LimitedCall(CallId),
    /// Whether proposals are looked at first.
    Moderated(bool),
    Reviewed(ProposalId, Verdict),
    MadeDirection(DirectionId),
    /// Its name, description, colour or place.
    ChangedDirection(DirectionId),
    /// `true`: no longer offered; `false`: offered again.
    RetiredDirection(DirectionId, bool),
    MadeTag(TagId),
    RenamedTag(TagId),
    RetiredTag(TagId, bool),
    /// Merged others into this new one.
    Merged(ProposalId),
    /// Offered its author to split it.
    Split(ProposalId),
    /// Brought it to another stage.
    Decided(ProposalId, Stage),
    /// Put it under a direction, or under none.
    Sorted(ProposalId),
    /// `false`: took a tag off it.
    Tagged(ProposalId, bool),
    OpenedVote(VoteId),
    ClosedVote(VoteId),
    /// Prepared a new vote among those that are tied.
    RanOff(VoteId),
    Reminded(VoteId),
    /// Handed in a ballot from paper.
    EnteredBallot(VoteId, Whom),
    OpenedPoll(PollId),
    ClosedPoll(PollId),
    SentAnnouncement(AnnouncementId),
    PausedAnnouncement(AnnouncementId),
    ContinuedAnnouncement(AnnouncementId),
    CancelledAnnouncement(AnnouncementId),
    ScheduledAnnouncement(AnnouncementId),
    ChangedAnnouncement(AnnouncementId),
    WithdrewAnnouncement(AnnouncementId),
    RetriedAnnouncement(AnnouncementId),
    /// Those who had not read it.
    RemindedAnnouncement(AnnouncementId),
    AnnouncedSession(SessionId),
    ChangedSession(SessionId),
    CancelledSession(SessionId),
    SentMinutes(SessionId),
    AddedMaterial(SessionId),
    RenewedDoor(SessionId),
    /// By name; `false`: it was the wrong person.
    LetIn(SessionId, Whom, bool),
    /// Another one's.
    RemovedPicture(SessionId),
    PutWallUp(SessionId),
    TookWallDown(SessionId),
    LinkedChat(ChatId),
    UnlinkedChat(ChatId),
    TookOut(Export),
    /// The stances, in the Polis format.
    TookOutStances,
    AnsweredLetter(LetterId),
    /// Without an answer.
    SettledLetter(LetterId),
    /// Brought in proposals.
    BroughtIn(ImportId),
    /// Took back proposals that came in together.
    TookBack(ImportId),
    /// The time between two sessions, to read.
    TookOutReport,
}

/// An act as its table holds it, beside when and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns<'a> {
    pub kind: &'a str,
    pub subject: Option<i64>,
    pub whom: Whom,
    pub detail: Option<&'a str>,
}

impl Act {
    /// As the table holds it. A kind, once used, keeps its meaning.
    pub fn columns(self) -> Columns<'static> {
        let of = |kind| Columns { kind, subject: None, whom: None, detail: None };
        let on = |kind, subject: i64| Columns { subject: Some(subject), ..of(kind) };
        match self {
            Self::GaveRole(whom, role) => Columns { whom, detail: Some(named(role)), ..of("role") },
            Self::SettledRequest(whom, yes) => Columns { whom, detail: Some(said(yes)), ..of("request") },
            Self::MadeInvite(id) => on("invite", id.0),
            Self::RevokedInvite(id) => on("invite-revoked", id.0),
            Self::AddedAffiliation(id) => on("group", id.0),
            Self::RenamedAffiliation(id) => on("group-renamed", id.0),
            Self::RetiredAffiliation(id, yes) => {
                Columns { detail: Some(said(yes)), ..on("group-retired", id.0) }
            }
            Self::AddedOffline(whom) => Columns { whom, ..of("offline") },
            Self::PlacedOffline(whom) => Columns { whom, ..of("offline-placed") },
            Self::RemovedOffline => of("offline-removed"),
            Self::EnteredProposal(id, whom) => Columns { whom, ..on("entered-proposal", id.0) },
            Self::EnteredStance(id, whom) => Columns { whom, ..on("entered-stance", id.0) },
            Self::EnteredAttendance(id, whom) => Columns { whom, ..on("entered-attendance", id.0) },
            Self::EnteredAnswer(id, whom) => Columns { whom, ..on("entered-answer", id.0) },
            Self::OpenedCall(id) => on("call", id.0),
            Self::ClosedCall(id) => on("call-closed", id.0),
            Self::LimitedCall(id) => on("call-limited", id.0),
            Self::Moderated(yes) => Columns { detail: Some(said(yes)), ..of("moderated") },
            Self::Reviewed(id, verdict) => Columns { detail: Some(judged(verdict)), ..on("review", id.0) },
            Self::MadeDirection(id) => on("direction", id.0),
            Self::ChangedDirection(id) => on("direction-changed", id.0),
            Self::RetiredDirection(id, yes) => {
                Columns { detail: Some(said(yes)), ..on("direction-retired", id.0) }
            }
            Self::MadeTag(id) => on("tag", id.0),
            Self::RenamedTag(id) => on("tag-renamed", id.0),
            Self::RetiredTag(id, yes) => Columns { detail: Some(said(yes)), ..on("tag-retired", id.0) },
            Self::Merged(id) => on("merged", id.0),
            Self::Split(id) => on("split", id.0),
            Self::Decided(id, stage) => Columns { detail: Some(stage.code()), ..on("decided", id.0) },
            Self::Sorted(id) => on("sorted", id.0),
            Self::Tagged(id, yes) => Columns { detail: Some(said(yes)), ..on("tagged", id.0) },
            Self::OpenedVote(id) => on("vote", id.0),
            Self::ClosedVote(id) => on("vote-closed", id.0),
            Self::RanOff(id) => on("vote-run-off", id.0),
            Self::Reminded(id) => on("vote-reminded", id.0),
            Self::EnteredBallot(id, whom) => Columns { whom, ..on("ballot", id.0) },
            Self::OpenedPoll(id) => on("poll", id.0),
            Self::ClosedPoll(id) => on("poll-closed", id.0),
            Self::SentAnnouncement(id) => on("announcement", id.0),
            Self::PausedAnnouncement(id) => on("announcement-paused", id.0),
            Self::ContinuedAnnouncement(id) => on("announcement-continued", id.0),
            Self::CancelledAnnouncement(id) => on("announcement-cancelled", id.0),
            Self::ScheduledAnnouncement(id) => on("announcement-scheduled", id.0),
            Self::ChangedAnnouncement(id) => on("announcement-changed", id.0),
            Self::WithdrewAnnouncement(id) => on("announcement-withdrawn", id.0),
            Self::RetriedAnnouncement(id) => on("announcement-retried", id.0),
            Self::RemindedAnnouncement(id) => on("announcement-reminded", id.0),
            Self::AnnouncedSession(id) => on("session", id.0),
            Self::ChangedSession(id) => on("session-changed", id.0),
            Self::CancelledSession(id) => on("session-cancelled", id.0),
            Self::SentMinutes(id) => on("minutes", id.0),
            Self::AddedMaterial(id) => on("material", id.0),
            Self::RenewedDoor(id) => on("door-renewed", id.0),
            Self::LetIn(id, whom, yes) => Columns { whom, detail: Some(said(yes)), ..on("let-in", id.0) },
            Self::RemovedPicture(id) => on("picture-removed", id.0),
            Self::PutWallUp(id) => on("wall", id.0),
            Self::TookWallDown(id) => on("wall-down", id.0),
            Self::LinkedChat(id) => on("chat", id.0),
            Self::UnlinkedChat(id) => on("chat-unlinked", id.0),
            Self::TookOut(export) => Columns { detail: Some(export.letter()), ..of("export") },
            Self::TookOutStances => of("export-stances"),
            Self::AnsweredLetter(id) => on("letter", id.0),
            Self::SettledLetter(id) => on("letter-settled", id.0),
            Self::BroughtIn(id) => on("import", id.0),
            Self::TookBack(id) => on("import-undone", id.0),
            Self::TookOutReport => of("export-report"),
        }
    }

    /// From what the table holds; none: it was written by a later version.
    pub fn of(columns: Columns) -> Option<Self> {
        let Columns { kind, subject, whom, detail } = columns;
        Some(match kind {
            "role" => Self::GaveRole(whom, role_called(detail?)?),
            "request" => Self::SettledRequest(whom, answer(detail?)?),
            "invite" => Self::MadeInvite(InviteId(subject?)),
            "invite-revoked" => Self::RevokedInvite(InviteId(subject?)),
            "group" => Self::AddedAffiliation(AffiliationId(subject?)),
            "group-renamed" => Self::RenamedAffiliation(AffiliationId(subject?)),
            "group-retired" => Self::RetiredAffiliation(AffiliationId(subject?), answer(detail?)?),
            "offline" => Self::AddedOffline(whom),
            "offline-placed" => Self::PlacedOffline(whom),
            "offline-removed" => Self::RemovedOffline,
            "entered-proposal" => Self::EnteredProposal(ProposalId(subject?), whom),
            "entered-stance" => Self::EnteredStance(ProposalId(subject?), whom),
            "entered-attendance" => Self::EnteredAttendance(SessionId(subject?), whom),
            "entered-answer" => Self::EnteredAnswer(PollId(subject?), whom),
            "call" => Self::OpenedCall(CallId(subject?)),
            "call-closed" => Self::ClosedCall(CallId(subject?)),
            "call-limited" => Self::LimitedCall(CallId(subject?)),
            "moderated" => Self::Moderated(answer(detail?)?),
            "review" => Self::Reviewed(ProposalId(subject?), verdict(detail?)?),
            "direction" => Self::MadeDirection(DirectionId(subject?)),
            "direction-changed" => Self::ChangedDirection(DirectionId(subject?)),
            "direction-retired" => Self::RetiredDirection(DirectionId(subject?), answer(detail?)?),
            "tag" => Self::MadeTag(TagId(subject?)),
            "tag-renamed" => Self::RenamedTag(TagId(subject?)),
            "tag-retired" => Self::RetiredTag(TagId(subject?), answer(detail?)?),
            "decided" => Self::Decided(ProposalId(subject?), Stage::of_code(detail?)?),
            "sorted" => Self::Sorted(ProposalId(subject?)),
            "tagged" => Self::Tagged(ProposalId(subject?), answer(detail?)?),
            "merged" => Self::Merged(ProposalId(subject?)),
            "split" => Self::Split(ProposalId(subject?)),
            "vote" => Self::OpenedVote(VoteId(subject?)),
            "vote-closed" => Self::ClosedVote(VoteId(subject?)),
            "vote-run-off" => Self::RanOff(VoteId(subject?)),
            "vote-reminded" => Self::Reminded(VoteId(subject?)),
            "ballot" => Self::EnteredBallot(VoteId(subject?), whom),
            "poll" => Self::OpenedPoll(PollId(subject?)),
            "poll-closed" => Self::ClosedPoll(PollId(subject?)),
            "announcement" => Self::SentAnnouncement(AnnouncementId(subject?)),
            "announcement-paused" => Self::PausedAnnouncement(AnnouncementId(subject?)),
            "announcement-continued" => Self::ContinuedAnnouncement(AnnouncementId(subject?)),
            "announcement-cancelled" => Self::CancelledAnnouncement(AnnouncementId(subject?)),
            "announcement-scheduled" => Self::ScheduledAnnouncement(AnnouncementId(subject?)),
            "announcement-changed" => Self::ChangedAnnouncement(AnnouncementId(subject?)),
            "announcement-withdrawn" => Self::WithdrewAnnouncement(AnnouncementId(subject?)),
            "announcement-retried" => Self::RetriedAnnouncement(AnnouncementId(subject?)),
            "announcement-reminded" => Self::RemindedAnnouncement(AnnouncementId(subject?)),
            "session" => Self::AnnouncedSession(SessionId(subject?)),
            "session-changed" => Self::ChangedSession(SessionId(subject?)),
            "session-cancelled" => Self::CancelledSession(SessionId(subject?)),
            "minutes" => Self::SentMinutes(SessionId(subject?)),
            "material" => Self::AddedMaterial(SessionId(subject?)),
            "door-renewed" => Self::RenewedDoor(SessionId(subject?)),
            "let-in" => Self::LetIn(SessionId(subject?), whom, answer(detail?)?),
            "picture-removed" => Self::RemovedPicture(SessionId(subject?)),
            "wall" => Self::PutWallUp(SessionId(subject?)),
            "wall-down" => Self::TookWallDown(SessionId(subject?)),
            "chat" => Self::LinkedChat(ChatId(subject?)),
            "chat-unlinked" => Self::UnlinkedChat(ChatId(subject?)),
            "export" => Self::TookOut(Export::of_code(detail?)?),
            "export-stances" => Self::TookOutStances,
            "letter" => Self::AnsweredLetter(LetterId(subject?)),
            "letter-settled" => Self::SettledLetter(LetterId(subject?)),
            "import" => Self::BroughtIn(ImportId(subject?)),
            "import-undone" => Self::TookBack(ImportId(subject?)),
            "export-report" => Self::TookOutReport,
            _ => return None,
        })
    }
}

fn named(role: Role) -> &'static str {
    match role {
        Role::Participant => "participant",
        Role::Moderator => "moderator",
        Role::Organizer => "organizer",
        Role::Owner => "owner",
    }
}

fn said(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn judged(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Published => "published",
        Verdict::Returned => "returned",
        Verdict::Declined => "declined",
        Verdict::TakenBack => "taken-back",
    }
}

fn role_called(name: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| named(*role) == name)
}

fn answer(said: &str) -> Option<bool> {
    match said {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn verdict(name: &str) -> Option<Verdict> {
    [Verdict::Published, Verdict::Returned, Verdict::Declined, Verdict::TakenBack]
        .into_iter()
        .find(|verdict| judged(*verdict) == name)
}

/// An act, as it is read.
#[derive(Debug, Clone)]
pub struct Done {
    pub act: Act,
    pub at: Moment,
    /// Who did it, while they are there.
    pub by: Option<Name>,
    /// Whom it concerned, while they are there.
    pub whom: Option<Name>,
}

#[cfg(test)]
mod tests;
