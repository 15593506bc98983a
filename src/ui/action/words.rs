//! The words that buttons use, beside ids: what a screen offers to choose from.

use crate::ids::{CallId, PollId, ReviewId, SessionId, VoteId};

/// What a sector and a region have in common: a way to tell people apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Dimension {
    /// Authorities, civil society …
    Sector,
    /// Luhansk, Donetsk …
    Region,
}

/// What somebody invited to a session has said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Attendance {
    /// Nothing yet.
    Silent,
    /// Will be there.
    Coming,
    Online,
    /// Would come, and waits for a place.
    Waiting,
    /// Waited, and has to say by a certain time whether they take the place that has become free.
    Offered,
    Declined,
    Unsure,
}

impl Attendance {
    /// All of them, in the order in which lists show them.
    pub const ALL: [Self; 7] = [
        Self::Coming,
        Self::Online,
        Self::Offered,
        Self::Waiting,
        Self::Unsure,
        Self::Silent,
        Self::Declined,
    ];
}

/// People invited to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Guests {
    pub of: SessionId,
    /// Who said so; none: all of them.
    pub who: Option<Attendance>,
}

/// A part of a session being made or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionPart {
    Title,
    When,
    Where,
    Agenda,
    Capacity,
    Audience,
}

/// What the wall of a session shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    /// The session's title: where a wall begins, and rests.
    Title,
    /// The QR code by which one joins, and how many have.
    Join,
    /// Proposals as they are published: of this call, or of all.
    Proposals(Option<CallId>),
    /// A poll with its counts, as far as everyone may see them.
    Poll(PollId),
    /// How many have voted.
    Turnout(VoteId),
    /// What came of a vote. An organizer reveals it.
    Result(VoteId),
    /// What unites and what divides these groups.
    Unity(Dimension),
    /// The session's pictures.
    Gallery,
}

/// Scenes of which there are several, to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SceneKind {
    Proposals,
    Poll,
    Vote,
}

/// What is on a ballot.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type,
)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Method {
    /// Some options, each as good as the other (approval).
    #[default]
    Choose,
    /// Points spread over the options.
    Points,
    /// Options in order, counted by places (Borda).
    Ranking,
}

/// Which options win.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type,
)]
#[serde(rename_all = "kebab-case")]
#[sqlx(rename_all = "kebab-case")]
pub enum Winners {
    /// Those with the most votes or points.
    #[default]
    MostVotes,
    /// Those that share the seats out among the people (Equal Shares).
    Balanced,
}

/// How long a sealed button is, in bytes: with its letter and in Base64 it takes all of the 64 that Telegram allows.
pub const SEALED: usize = 46;

/// A button on a ballot, which only the vote's key can read: see `votes::seal`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed(pub [u8; SEALED]);

/// One rule of a vote that is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    Method(Method),
    /// How many options each may choose, or how many points each spreads.
    Most(u8),
    /// How many options win.
    Seats(u8),
    Winners(Winners),
    Secret(bool),
}

/// One rule of a poll that is being made; `false`: the usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PollRule {
    /// A person may give several answers.
    Several(bool),
    /// Nobody sees the counts before the end.
    Hidden(bool),
    /// Everyone sees who answered what.
    Named(bool),
}

/// Where somebody stands on a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[repr(i64)]
pub enum Stance {
    Agree = 1,
    Disagree = -1,
    /// Has seen it and takes no side.
    Pass = 0,
}

/// Words of a proposal as an organizer saw them: the author may word them anew meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Wording {
    pub review: ReviewId,
    pub version: u32,
}

/// How an organizer does not publish a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The author may word it anew.
    Return,
    Decline,
}

/// Why, ready on a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "kebab-case")]
pub enum Reason {
    Unclear,
    /// Several thoughts in one.
    Several,
    /// It tells of people what is nobody's business.
    Personal,
    Rude,
    OffTopic,
    Repeats,
}

impl Reason {
    /// Those that fit.
    pub fn of(refusal: Refusal) -> [Self; 4] {
        match refusal {
            Refusal::Return => [Self::Unclear, Self::Several, Self::Personal, Self::Rude],
            Refusal::Decline => [Self::OffTopic, Self::Repeats, Self::Personal, Self::Rude],
        }
    }
}

/// A way to look at what unites and what divides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ranking {
    Unifiers,
    Dividers,
    /// What is special to each group.
    Special,
}

/// When a vote or a poll closes, as offered on buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// In 24 hours.
    Day,
    /// In seven days.
    Week,
    /// When an organizer says so.
    ByHand,
}

/// What can be taken out of the bot as files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// Everything that is kept of a person, for them alone.
    Own,
    /// All proposals, as a table for people.
    ProposalsXlsx,
    /// The same, for programs.
    ProposalsCsv,
    /// All proposals, to print and lay out on a table.
    Cards,
    /// Everything of the network, as data.
    Archive,
    /// The time between two sessions, to read.
    Report(Report),
}

/// A report of the time from the beginning of one session (none: the beginning of all) to that of another (none: now).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    pub since: Option<SessionId>,
    pub until: Option<SessionId>,
    pub kind: ReportKind,
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind {
    /// To print and to show.
    Pdf,
    /// To go on writing.
    Docx,
}

impl Export {
    /// Those of which there is one.
    const SINGLE: [Self; 5] =
        [Self::Own, Self::ProposalsXlsx, Self::ProposalsCsv, Self::Cards, Self::Archive];

    /// Its kind, in a letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Own => "m",
            Self::ProposalsXlsx => "x",
            Self::ProposalsCsv => "c",
            Self::Cards => "k",
            Self::Archive => "a",
            Self::Report(_) => "r",
        }
    }

    /// As buttons and the table hold it.
    pub fn code(self) -> String {
        let Self::Report(Report { since, until, kind }) = self else { return self.letter().to_owned() };
        let session = |id: Option<SessionId>| id.map_or_else(String::new, |id| id.0.to_string());
        let kind = match kind {
            ReportKind::Pdf => "p",
            ReportKind::Docx => "d",
        };
        format!("r{kind}_{}_{}", session(since), session(until))
    }

    /// The way back.
    pub fn of_code(code: &str) -> Option<Self> {
        let Some(report) = code.strip_prefix('r') else {
            return Self::SINGLE.into_iter().find(|export| export.letter() == code);
        };
        let parts: Vec<&str> = report.split('_').collect();
        let [kind, since, until] = parts[..] else { return None };
        let kind = match kind {
            "p" => ReportKind::Pdf,
            "d" => ReportKind::Docx,
            _ => return None,
        };
        let session = |id: &str| match id {
            "" => Some(None),
            id => id.parse().ok().map(|id| Some(SessionId(id))),
        };
        Some(Self::Report(Report { since: session(since)?, until: session(until)?, kind }))
    }

    /// One of each kind, for the test that reads back what is written.
    #[cfg(test)]
    pub fn every(id: i64) -> Vec<Self> {
        let some = Some(SessionId(id));
        let reports = [(None, some, ReportKind::Pdf), (some, None, ReportKind::Docx)];
        let reports = reports.map(|(since, until, kind)| Self::Report(Report { since, until, kind }));
        Self::SINGLE.into_iter().chain(reports).collect()
    }
}
