//! Dialogues: what the bot waits for from a person, with what they have already written.
//!
//! Kept as JSON in the person's row and saved in the same transaction as everything else. It says what the next words
//! are for, so wandering through the menu loses nothing. Only buttons that send or give up words depend on it: see
//! [`super::bound`].

mod audience;
mod drafts;
mod sorting;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::ids::{
    AffiliationId, AnnouncementId, ImportId, LetterId, MessageNo, PersonId, PhotoId, SessionId, VoteId,
};
use crate::ui::action::{Dimension, Refusal, Wording};
use crate::ui::view::Content;

pub use drafts::*;
pub use sorting::*;
/// How many unfinished things wait while another is being written.
const SHELF: usize = 6;

/// The current dialogue, and unfinished ones that were left for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dialogue {
    /// What the next words are for.
    pub now: State,
    /// For whom they are, where that is somebody who is not on Telegram; none: for the one who writes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whom: Option<PersonId>,
    /// For whom what begins now is to be.
    #[serde(skip)]
    pub acting_for: Option<PersonId>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    whom: Option<PersonId>,
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
    /// A part of a direction or a tag.
    Sorting(SortingTask),
    /// A vote in the making.
    MakingVote(VoteDraft),
    /// A quick poll in the making: question, then an answer per line.
    MakingPoll(Option<PollDraft>),
    /// An announcement in the making.
    Announcing(AnnouncementDraft),
    /// Other words for one that was sent.
    Rewording(AnnouncementId, Option<Content>),
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
    /// A part of the name of somebody who is to get a role; what was typed last.
    ChoosingForTeam(Option<Name>),
    /// A letter to the organizers.
    WritingLetter(LetterDraft),
    /// An organizer's answer to a letter.
    AnsweringLetter(LetterId),
    /// A table, or ideas in messages that are gathered into this import.
    Importing(Option<ImportId>),
    /// Words said out of the blue, waiting to be told what they are.
    Offered(Content),
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
            Self::WritingLetter(draft) => draft.sealed.is_some() || draft.plain.is_some(),
            Self::WritingMinutes(_, content) | Self::Rewording(_, content) => content.is_some(),
            Self::MakingSession(draft) => draft.title.is_some(),
            Self::Sorting(task) => task.holds_words(),
            Self::Offered(_) => true,
            Self::Importing(gathered) => gathered.is_some(),
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
            | Self::ChoosingForTeam(_)
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
        let left = self.put(Kept { no, state, whom: self.acting_for });
        if left.state.holds_words() {
            self.shelve(left);
        }
    }

    /// Takes an unfinished one of a kind up again, from here or from the shelf.
    pub fn resume(&mut self, kind: impl Fn(&State) -> bool) -> bool {
        if kind(&self.now) && self.whom == self.acting_for {
            return true;
        }
        let is_it = |kept: &Kept| kind(&kept.state) && kept.whom == self.acting_for;
        let Some(at) = self.shelf.iter().rposition(is_it) else { return false };
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
            whom: std::mem::replace(&mut self.whom, next.whom),
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
