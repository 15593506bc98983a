//! Dialogues: what the bot waits for from a person, with what they have already written.
//!
//! Kept as JSON in the person's row and saved in the same transaction as everything else. It says what the next words
//! are for, so wandering through the menu loses nothing. Only buttons that send or give up words depend on it: see
//! [`super::bound`].

use serde::{Deserialize, Serialize};

use super::closing::ClosingDraft;
use crate::clock::Moment;
use crate::ids::{
    AffiliationId, CallId, ChatId, InviteId, LetterId, MessageNo, PersonId, PhotoId, PollId, ProposalId,
    SessionId, VoteId,
};
use crate::text::Words;
use crate::ui::action::{Audience, Dimension, Method, Refusal, SessionPart, Winners, Wording};
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

/// How many unfinished things wait while another is being written.
const SHELF: usize = 6;

/// The current dialogue, and unfinished ones that were left for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dialogue {
    /// What the next words are for.
    pub now: State,
    /// The number of what stands there: other words get another one. Screens are bound to it.
    pub no: u32,
    /// The last number given.
    last: u32,
    /// Left unfinished, the latest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    shelf: Vec<Kept>,
    /// Given up last, but so that its own screens can still take it up: see [`Self::set_aside`].
    #[serde(skip_serializing_if = "Option::is_none")]
    aside: Option<Kept>,
    /// The message on which the last press put another screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub painted: Option<MessageNo>,
    /// The first of the numbers that the current words have had since they were changed on that message alone.
    since: u32,
    /// The album of which the last file came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub album: Option<Album>,
    /// The message that shows a ballot being marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uncovered: Option<Uncovered>,
}

/// A message that shows a ballot being marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uncovered {
    pub message: MessageNo,
    pub vote: VoteId,
    /// Whose ballot: one's own, or that of somebody for whom an organizer enters it.
    pub voter: PersonId,
    /// When that was last noted.
    pub at: Moment,
}

/// Files that somebody sent together. Telegram hands them over one by one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Album {
    /// Telegram's name of it.
    pub id: String,
    /// They were told that only the first of them is taken.
    pub told: bool,
}

/// Something unfinished on the shelf, with its number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Kept {
    no: u32,
    state: State,
}

/// What the next words are for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing in particular: words are offered back.
    #[default]
    Idle,
    /// A language, of somebody without an invitation whose Telegram speaks neither of ours.
    KnockingLanguage,
    /// Nothing: they have picked it and stand at the door.
    Knocking,
    /// A language, to begin with; then a name.
    JoiningLanguage(Via),
    /// The name of somebody who is joining.
    JoiningName(Via),
    /// Another name.
    Renaming,
    /// The name of a new sector or region.
    AddingAffiliation(Dimension),
    /// Another name for one.
    RenamingAffiliation(AffiliationId),
    /// The name of somebody who is not on Telegram.
    AddingOffline,
    /// Words, or a photo with words, of a proposal.
    Proposing(ProposalDraft),
    /// The question of a new call.
    Calling(Option<CallDraft>),
    /// Why a proposal is not published, for its author.
    Refusing(Wording, Refusal),
    /// A vote in the making.
    MakingVote(VoteDraft),
    /// A quick poll in the making: question, then an answer per line.
    MakingPoll(Option<PollDraft>),
    /// An announcement in the making.
    Announcing(AnnouncementDraft),
    /// A session in the making, or being changed.
    MakingSession(SessionDraft),
    /// A word to add to the answer to a session.
    AddingWord(SessionId),
    /// The minutes of a session.
    WritingMinutes(SessionId, Option<Content>),
    /// Files and links that stay at a session.
    AddingMaterials(SessionId),
    /// Pictures for a session; words are for the last one, if it has none.
    AddingPictures(SessionId, Option<PhotoId>),
    /// A part of the name of somebody at the door of a session; what was typed last.
    LettingIn(SessionId, Option<Name>),
    /// A letter to the organizers.
    WritingLetter(Option<Content>),
    /// An organizer's answer to a letter.
    AnsweringLetter(LetterId),
    /// Words said out of the blue, waiting to be told what they are.
    Offered(Content),
}

/// How somebody comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// By an invitation link.
    Invite(InviteId),
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
    /// One sector or region; none: everyone.
    #[serde(default)]
    pub audience: Option<AffiliationId>,
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
    /// Groups and channels where it is posted, too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chats: Vec<ChatId>,
}

/// Whom an announcement being made is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AudienceDraft {
    #[default]
    NotChosen,
    Chosen(Audience),
}

impl State {
    /// Something has been written here that would be missed.
    pub fn holds_words(&self) -> bool {
        match self {
            Self::Proposing(draft) => draft.written.is_some(),
            Self::Calling(draft) => draft.is_some(),
            Self::MakingVote(draft) => draft.title.is_some(),
            Self::MakingPoll(draft) => draft.is_some(),
            Self::Announcing(draft) => draft.content.is_some(),
            Self::WritingLetter(content) | Self::WritingMinutes(_, content) => content.is_some(),
            Self::MakingSession(draft) => draft.title.is_some(),
            Self::Offered(_) => true,
            Self::Idle
            | Self::KnockingLanguage
            | Self::Knocking
            | Self::JoiningLanguage(_)
            | Self::JoiningName(_)
            | Self::Renaming
            | Self::AddingAffiliation(_)
            | Self::AddingOffline
            | Self::RenamingAffiliation(_)
            | Self::AddingWord(_)
            | Self::AddingMaterials(_)
            | Self::AddingPictures(..)
            | Self::LettingIn(..)
            | Self::AnsweringLetter(_)
            | Self::Refusing(..) => false,
        }
    }
}

impl Dialogue {
    /// Reads what the table holds; what can no longer be read is as good as nothing.
    pub fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_else(|error| {
            // Not the error itself: it may quote what somebody wrote.
            log::warn!("A dialogue could not be read and starts anew: {:?}", error.classify());
            Self::default()
        })
    }

    /// As the table holds it.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| "{}".into())
    }

    /// Begins something new; what was being written waits on the shelf.
    pub fn begin(&mut self, state: State) {
        let no = self.number();
        let left = self.put(Kept { no, state });
        if left.state.holds_words() {
            self.shelve(left);
        }
    }

    /// Takes an unfinished one of a kind up again, from here or from the shelf.
    pub fn resume(&mut self, kind: impl Fn(&State) -> bool) -> bool {
        if kind(&self.now) {
            return true;
        }
        let Some(at) = self.shelf.iter().rposition(|kept| kind(&kept.state)) else { return false };
        let left = self.take(at);
        if left.state.holds_words() {
            self.shelve(left);
        }
        true
    }

    /// Takes up what a screen is bound to; `false`: it is over, or other words have taken its place. What is asked at
    /// present comes back after it.
    pub fn bring_back(&mut self, no: u32) -> bool {
        if self.no == no {
            return true;
        }
        let left = match self.shelf.iter().position(|kept| kept.no == no) {
            Some(at) => self.take(at),
            None => match self.aside.take_if(|kept| kept.no == no) {
                Some(kept) => self.put(kept),
                None => return false,
            },
        };
        if left.state != State::Idle {
            self.shelve(left);
        }
        true
    }

    /// Done with the current one. What waited on the shelf comes back.
    pub fn finish(&mut self) {
        let back = self.shelf.pop().unwrap_or_default();
        self.put(back);
    }

    /// Gives the current one up, until a screen that is bound to it brings it back. What waited on the shelf comes back.
    pub fn set_aside(&mut self) {
        let back = self.shelf.pop().unwrap_or_default();
        self.aside = Some(self.put(back));
    }

    /// Gives another number to what was reworded since it was `before`, so that older screens do not speak for it.
    /// `false`: it was not, or is something else now.
    pub fn number_anew(&mut self, before: &Self) -> bool {
        let reworded = self.no == before.no && self.now != before.now;
        if reworded {
            self.no = self.number();
        }
        reworded
    }

    /// Another screen was put on a message by a press there; none: it was no press. `reworded`: see
    /// [`Self::number_anew`].
    pub fn paint(&mut self, on: Option<MessageNo>, before: &Self, reworded: bool) {
        self.painted = on;
        self.since = match reworded || self.no == before.no {
            true if on == before.painted => before.since,
            true => before.no,
            false => self.no,
        };
    }

    /// A press on the message that the last press changed, too quick to have seen that: all that is new to the words
    /// was chosen on that message.
    pub fn is_same_screen(&self, on: Option<MessageNo>, no: u32) -> bool {
        on.is_some() && on == self.painted && (self.since..=self.no).contains(&no)
    }

    fn number(&mut self) -> u32 {
        self.last = self.last.wrapping_add(1);
        self.last
    }

    fn put(&mut self, next: Kept) -> Kept {
        Kept {
            no: std::mem::replace(&mut self.no, next.no),
            state: std::mem::replace(&mut self.now, next.state),
        }
    }

    fn take(&mut self, at: usize) -> Kept {
        let found = self.shelf.remove(at);
        self.put(found)
    }

    /// Where the shelf is full, the oldest goes: words out of the blue before what was asked for.
    fn shelve(&mut self, left: Kept) {
        self.shelf.push(left);
        if self.shelf.len() > SHELF {
            let stray = self.shelf.iter().position(|kept| matches!(kept.state, State::Offered(_)));
            self.shelf.remove(stray.unwrap_or(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::ids::ReviewId;

    #[test]
    fn what_is_being_written_survives_being_written_down() {
        let content = Content { file: None, text: "Слово".into(), entities: Vec::new() };
        let announcing = |audience| {
            State::Announcing(AnnouncementDraft {
                content: Some(content.clone()),
                audience,
                chats: vec![ChatId(4)],
            })
        };
        let words = Words::parse("Слово").expect("words");
        let poll = |audience| PollDraft {
            question: Words::parse("Що?").expect("words"),
            answers: Vec::new(),
            rules: PollRules { hidden: true, ..PollRules::default() },
            audience,
            on_wall: false,
            closes: ClosingDraft::At(Moment(5)),
            repeats: Some(PollId(3)),
            asking: Some(PollAsking::Closing),
        };
        let states = [
            State::Idle,
            State::JoiningName(Via::Invite(InviteId(1))),
            announcing(AudienceDraft::NotChosen),
            announcing(AudienceDraft::Chosen(Audience::EVERYONE)),
            announcing(AudienceDraft::Chosen(Audience::group(AffiliationId(2)))),
            announcing(AudienceDraft::Chosen(Audience::guests(SessionId(3)))),
            State::MakingSession(SessionDraft {
                span: Some(Span { starts: Moment(5), ends: Some(Moment(6)) }),
                point: Some(MapPoint { latitude: 50_450_100, longitude: 30_523_400 }),
                asking: Some(SessionPart::Where),
                ..SessionDraft::default()
            }),
            State::WritingMinutes(SessionId(3), Some(content.clone())),
            State::AddingPictures(SessionId(3), None),
            State::AddingPictures(SessionId(3), Some(PhotoId(4))),
            State::LettingIn(SessionId(3), None),
            State::LettingIn(SessionId(3), Some(Words::parse("мар").expect("words"))),
            State::Proposing(ProposalDraft {
                call: CallId(1),
                editing: Some(ProposalId(2)),
                written: Some(Written { words: Some(words), photo: None }),
                compared: true,
            }),
            State::Calling(None),
            State::Calling(Some(CallDraft {
                most_each: None,
                ..CallDraft::new(Words::parse("Що?").expect("words"))
            })),
            State::Refusing(Wording { review: ReviewId(3), version: 2 }, Refusal::Return),
            State::MakingPoll(None),
            State::MakingPoll(Some(poll(None))),
            State::MakingPoll(Some(poll(Some(AffiliationId(2))))),
            State::WritingLetter(None),
            State::WritingLetter(Some(content.clone())),
            State::MakingVote(VoteDraft { closes: ClosingDraft::At(Moment(5)), ..VoteDraft::default() }),
            State::Offered(content.clone()),
        ];
        for now in states {
            let shelf = vec![Kept { no: 2, state: State::Offered(content.clone()) }];
            let dialogue = Dialogue {
                now,
                no: 3,
                last: 5,
                shelf,
                aside: Some(Kept { no: 1, state: State::Idle }),
                painted: Some(MessageNo(7)),
                since: 2,
                album: Some(Album { id: "9".into(), told: true }),
                uncovered: None,
            };
            assert_eq!(Dialogue::read(&dialogue.json()), dialogue);
        }
    }

    #[test]
    fn a_call_that_was_being_made_before_there_were_limits_is_read() {
        let read = Dialogue::read(r#"{"now":{"calling":"Що нас об’єднує?"},"no":4}"#);
        let question = Words::parse("Що нас об’єднує?").expect("words");
        assert_eq!(read.now, State::Calling(Some(CallDraft::new(question))));
    }

    #[test]
    fn what_is_set_aside_is_out_of_the_way_until_its_screen_brings_it_back() {
        let mut dialogue = Dialogue::default();
        let draft = State::Proposing(ProposalDraft::new(CallId(1)));
        dialogue.begin(draft.clone());
        let no = dialogue.no;
        dialogue.set_aside();
        assert_eq!(dialogue.now, State::Idle);
        assert!(!dialogue.resume(|state| *state != State::Idle), "nothing is unfinished");
        dialogue.begin(State::Renaming);
        assert!(dialogue.bring_back(no) && dialogue.now == draft);
        dialogue.finish();
        assert!(!dialogue.bring_back(no), "it is sent");
        assert_eq!(dialogue.now, State::Renaming);
    }

    #[test]
    fn words_out_of_the_blue_push_no_draft_off_the_shelf() {
        let content = Content { file: None, text: "Слово".into(), entities: Vec::new() };
        let mut dialogue = Dialogue::default();
        dialogue.begin(State::WritingLetter(Some(content.clone())));
        let draft = dialogue.no;
        for _ in 0..2 * SHELF {
            dialogue.begin(State::Offered(content.clone()));
        }
        let newest = dialogue.no;
        assert!(dialogue.bring_back(draft), "the draft is still there");
        assert!(dialogue.bring_back(newest - 1), "and so are the last of the words");
        assert!(!dialogue.bring_back(draft + 1), "the first of them had to go");
    }
}
