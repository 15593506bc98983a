//! What people write in dialogues, piece by piece, and how long each piece may be.

use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::ids::{AnnouncementId, CallId, ChatId, InviteId, PollId, ProposalId, SessionId};
use crate::text::Words;
use crate::ui::action::{Method, SessionPart, Winners};
use crate::ui::audience::{Audience, Choosing};
use crate::ui::closing::ClosingDraft;
use crate::ui::view::Content;
use crate::when::Span;

/// How long a name may be.
pub const NAME: usize = 64;
/// A person's name or pseudonym.
pub type Name = Words<NAME>;
/// What a sector or a region is called.
pub type Label = Words<40>;
/// The question of a call or a poll.
pub type Question = Words<300>;
/// The title of a vote or a session.
pub type Title = Words<200>;
/// An option of a vote, or an answer of a poll.
pub type Choice = Words<100>;
/// Where a session is, in words.
pub type Place = Words<200>;
/// An address on the web.
pub type Link = Words<500>;
/// What a session is about, in order.
pub type Agenda = Words<2000>;
/// A word that somebody adds to an answer.
pub type Note = Words<200>;
/// A proposal. With a photo it has to fit into a caption: see [`CAPTION`].
pub type Idea = Words<2000>;

/// How long the words of a proposal with a photo may be: a caption holds 1,024, of which our frame takes some.
pub const CAPTION: usize = 800;

/// How somebody comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// By an invitation link.
    Invite(InviteId),
    /// By an invitation that is theirs alone: organizers have entered things for them.
    Personal(InviteId),
    /// Asked, and was approved.
    Request,
    /// Organizers come from the settings or by the claim link.
    Organizer,
}

/// A proposal being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProposalDraft {
    /// The call it answers.
    pub call: CallId,
    /// The proposal that is being edited; none: a new one.
    pub editing: Option<ProposalId>,
    /// What was written so far.
    pub written: Option<Written>,
    /// What is close to these words was shown, and is no reason not to send them.
    #[serde(default)]
    pub compared: bool,
}

impl ProposalDraft {
    /// A new one, of which nothing is written.
    pub fn new(call: CallId) -> Self {
        Self { call, editing: None, written: None, compared: false }
    }
}

/// A call being made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "WrittenCall")]
pub struct CallDraft {
    pub question: Question,
    /// How many proposals each person may have in it; none: as many as they like.
    pub most_each: Option<u32>,
}

impl CallDraft {
    /// What is usual.
    pub fn new(question: Question) -> Self {
        Self { question, most_each: Some(10) }
    }
}

/// A call being made, as it was or is written down: once it was a question alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenCall {
    Question(Question),
    Whole { question: Question, most_each: Option<u32> },
}

impl From<WrittenCall> for CallDraft {
    fn from(written: WrittenCall) -> Self {
        match written {
            WrittenCall::Question(question) => Self::new(question),
            WrittenCall::Whole { question, most_each } => Self { question, most_each },
        }
    }
}

/// The words of a proposal, a photo, or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// Missing only below a photo.
    pub words: Option<Idea>,
    /// Telegram's name of the photo.
    pub photo: Option<String>,
}

/// A vote being made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VoteDraft {
    pub title: Option<Title>,
    pub options: Vec<Choice>,
    /// The proposals that the options stand for, in the same order; empty: for none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub proposals: Vec<Option<ProposalId>>,
    pub method: Method,
    /// How many options each may choose, or how many points each spreads; none: as many as usual.
    pub most: Option<u8>,
    /// How many options win; none: three, or as many as there are.
    pub seats: Option<u8>,
    pub winners: Winners,
    /// Everyone will learn who voted how.
    pub open: bool,
    /// The rules are on the screen.
    pub ruling: bool,
    pub closes: ClosingDraft,
    /// Who may vote.
    pub audience: Audience,
    /// The screen on which that is being chosen.
    pub choosing: Option<Choosing>,
    /// What the next words are for; none: everything is there and shown.
    pub asking: Option<Asking>,
}

/// A part of a vote being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asking {
    Title,
    Options,
    Closing,
}

/// A quick poll being made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PollDraft {
    pub question: Question,
    pub answers: Vec<Choice>,
    #[serde(default)]
    pub rules: PollRules,
    #[serde(default)]
    pub audience: Audience,
    /// The screen on which that is being chosen.
    #[serde(default)]
    pub choosing: Option<Choosing>,
    /// No cards are sent: people find it through the wall, or in the list.
    #[serde(default)]
    pub on_wall: bool,
    #[serde(default)]
    pub closes: ClosingDraft,
    /// The earlier poll that this one asks again.
    #[serde(default)]
    pub repeats: Option<PollId>,
    /// What is asked for at present; none: everything is there and shown.
    #[serde(default)]
    pub asking: Option<PollAsking>,
}

/// How a poll is held: fixed when it is sent, and said on its card.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PollRules {
    /// A person may give several answers.
    pub several: bool,
    /// Nobody sees the counts before the end.
    pub hidden: bool,
    /// Everyone sees who answered what; otherwise nobody does.
    pub named: bool,
}

/// A part of a poll being made that has a screen of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PollAsking {
    /// On buttons.
    Audience,
    /// In words.
    Closing,
}

/// A point on the map, in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapPoint {
    /// Within 90 degrees of the equator.
    pub latitude: i32,
    /// Within 180 degrees of Greenwich.
    pub longitude: i32,
}

/// A session being made or changed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionDraft {
    pub title: Option<Title>,
    pub span: Option<Span>,
    pub place: Option<Place>,
    pub point: Option<MapPoint>,
    pub link: Option<Link>,
    pub agenda: Option<Agenda>,
    /// How many can be there; none: as many as like.
    pub capacity: Option<u32>,
    /// Nobody may wait for a place.
    pub no_queue: bool,
    pub audience: Audience,
    /// The screen on which that is being chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choosing: Option<Choosing>,
    /// Groups and channels where the invitation is posted, too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chats: Vec<ChatId>,
    /// What the next words are for; none: everything is there and shown.
    pub asking: Option<SessionPart>,
    /// The session that is being changed; none: a new one.
    pub changing: Option<SessionId>,
}

/// An announcement being made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnnouncementDraft {
    pub content: Option<Content>,
    pub audience: AudienceDraft,
    /// The screen on which that is being chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choosing: Option<Choosing>,
    /// Groups and channels where it is posted, too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chats: Vec<ChatId>,
    /// People are asked to say that they have read it.
    pub asks: bool,
    /// When it is to go; none: at once.
    pub at: Option<Moment>,
    /// That is asked for.
    pub timing: bool,
    /// One that waits and is being changed; none: a new one.
    pub editing: Option<AnnouncementId>,
}

/// Whom an announcement being made is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AudienceDraft {
    #[default]
    NotChosen,
    Chosen(Audience),
}

/// A letter being written.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "WrittenLetter")]
pub struct LetterDraft {
    /// Its words, sealed: see `letters::draft`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sealed: Option<String>,
    /// Its words as they once lay here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plain: Option<Content>,
    /// The announcement that it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<AnnouncementId>,
    /// What leads somebody unnamed to what they wrote before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// A letter being written, as it was or is written down: once it was its words alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenLetter {
    Words(Option<Content>),
    Whole {
        #[serde(default)]
        sealed: Option<String>,
        #[serde(default)]
        plain: Option<Content>,
        #[serde(default)]
        on: Option<AnnouncementId>,
        #[serde(default)]
        token: Option<String>,
    },
}

impl From<WrittenLetter> for LetterDraft {
    fn from(written: WrittenLetter) -> Self {
        match written {
            WrittenLetter::Words(plain) => Self { plain, ..Self::default() },
            WrittenLetter::Whole { sealed, plain, on, token } => Self { sealed, plain, on, token },
        }
    }
}
