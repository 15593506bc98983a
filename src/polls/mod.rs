//! Quick polls: one message makes one, one tap answers it.
//!
//! What a poll shows to whom is decided here: [`Poll::counts`] is what a wall may show at any time, [`Poll::counts_for`]
//! what one person may see.

pub mod flow;
pub mod store;
pub mod view;

use crate::clock::Moment;
use crate::ids::{ChatId, PollId};
use crate::people::Person;
use crate::role::Role;
use crate::text::Unfit;
use crate::ui::audience::Audience;
use crate::ui::closing::ClosingDraft;
use crate::ui::state::{Choice, PollDraft, PollRules, Question};
use crate::votes::{BadOptions, read_options};

/// The most answers a poll may have.
pub const MOST_ANSWERS: usize = 10;

/// A poll with its counts.
#[derive(Debug, Clone)]
pub struct Poll {
    pub id: PollId,
    pub question: Question,
    /// In the order they were written.
    pub answers: Vec<Choice>,
    pub rules: PollRules,
    /// Whom it was sent to.
    pub audience: Audience,
    /// The person for whom it was looked up is one of them.
    pub asked: bool,
    /// No cards were sent.
    pub on_wall: bool,
    /// The group where it is asked; none: people are asked privately.
    pub chat: Option<ChatId>,
    pub opened_at: Moment,
    /// None: closed by hand.
    pub closes_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    /// The earlier poll that it asks again, with the same answers.
    pub repeats: Option<PollId>,
    /// How many people answered.
    pub people: i64,
    /// How many gave each answer; for whose eyes is for [`Poll::counts`] to say.
    given: Vec<i64>,
}

/// The answers that somebody gave, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Picks(pub i64);

impl Picks {
    /// One answer alone; none where there can be no such answer.
    pub fn only(option: u8) -> Self {
        Self(if usize::from(option) < MOST_ANSWERS { 1 << option } else { 0 })
    }

    /// Whether that answer is among them.
    pub fn has(self, option: u8) -> bool {
        self.0 & Self::only(option).0 != 0
    }

    /// Whether there are any.
    pub fn any(self) -> bool {
        self.0 != 0
    }
}

/// Who looks at a poll, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewer {
    /// What they answered.
    pub mine: Picks,
    /// They watch over the poll on this screen.
    pub watching: bool,
    /// It is theirs to answer.
    pub asked: bool,
}

impl Viewer {
    /// Somebody who was sent the card.
    pub fn asked(mine: Picks) -> Self {
        Self { mine, watching: false, asked: true }
    }
}

impl Poll {
    /// Takes answers at that moment. One whose time has come is closed even before the schedule gets to it.
    pub fn is_open(&self, now: Moment) -> bool {
        self.closed_at.is_none() && self.closes_at.is_none_or(|at| now < at)
    }

    /// Whose it is to answer privately. One that is asked in a group belongs to whoever is there; the organizers, who see
    /// it here, too, may answer it here.
    pub fn is_for(&self, person: &Person) -> bool {
        if self.chat.is_some() {
            return person.is(Role::Organizer);
        }
        self.asked
    }

    /// How many gave each answer, as everyone in a room may see it; none while that is hidden.
    pub fn counts(&self, now: Moment) -> Option<&[i64]> {
        (!self.rules.hidden || !self.is_open(now)).then_some(&self.given)
    }

    /// The same for one person: who has not answered yet is not swayed by others.
    pub fn counts_for(&self, viewer: Viewer, now: Moment) -> Option<&[i64]> {
        self.counts(now).filter(|_| viewer.mine.any() || viewer.watching || !self.is_open(now))
    }
}

/// Why a message makes no poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAPoll {
    Question(Unfit),
    Answers(BadOptions),
}

/// Reads the first line as the question and each further line as an answer; the rest of the poll is as usual.
pub fn read(typed: &str) -> Result<PollDraft, NotAPoll> {
    let (question, answers) = typed.trim_start().split_once('\n').unwrap_or((typed, ""));
    Ok(PollDraft {
        question: Question::parse_line(question).map_err(NotAPoll::Question)?,
        answers: read_options(answers, MOST_ANSWERS).map_err(NotAPoll::Answers)?,
        rules: PollRules::default(),
        audience: Audience::default(),
        choosing: None,
        on_wall: false,
        closes: ClosingDraft::default(),
        repeats: None,
        asking: None,
    })
}

/// The same poll with another wording. With other answers it is no longer a repetition: there is nothing to compare.
pub fn reworded(before: PollDraft, words: PollDraft) -> PollDraft {
    let repeats = before.repeats.filter(|_| before.answers == words.answers);
    PollDraft { question: words.question, answers: words.answers, repeats, asking: None, ..before }
}

/// A part of a whole in percent, rounded.
pub fn percent(part: i64, whole: i64) -> i64 {
    (part * 100 + whole / 2).checked_div(whole).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = Moment(1_000);

    fn poll(rules: PollRules) -> Poll {
        let draft = read("Коли?\nРанок\nВечір").expect("a poll");
        Poll {
            id: PollId(1),
            question: draft.question,
            answers: draft.answers,
            rules,
            audience: Audience::default(),
            asked: true,
            on_wall: false,
            chat: None,
            opened_at: START,
            closes_at: Some(Moment(2_000)),
            closed_at: None,
            repeats: None,
            people: 3,
            given: vec![1, 2],
        }
    }

    #[test]
    fn one_message_makes_a_poll() {
        let draft = read("\nКоли зручніше?\n1. Ранок\n2. Вечір").expect("a poll");
        assert_eq!(draft.question.plain(), "Коли зручніше?");
        assert_eq!(draft.answers.iter().map(Choice::plain).collect::<Vec<_>>(), ["Ранок", "Вечір"]);
        assert_eq!(read("Коли?"), Err(NotAPoll::Answers(BadOptions::TooFew)));
        assert_eq!(read(""), Err(NotAPoll::Question(Unfit::Empty)));
    }

    #[test]
    fn other_words_keep_the_rules_and_other_answers_end_a_repetition() {
        let rules = PollRules { several: true, ..PollRules::default() };
        let before =
            PollDraft {
                repeats: Some(PollId(7)), rules, ..read("Коли?\nРанок\nВечір").expect("a poll")
            };
        let same = reworded(before.clone(), read("О котрій?\nРанок\nВечір").expect("a poll"));
        assert_eq!((same.repeats, same.rules), (Some(PollId(7)), rules));
        let other = reworded(before, read("Коли?\nРанок\nОбід").expect("a poll"));
        assert_eq!((other.repeats, other.rules), (None, rules));
    }

    #[test]
    fn counts_are_seen_when_they_may_be() {
        let (stranger, answered) = (Viewer::asked(Picks::default()), Viewer::asked(Picks::only(1)));
        let usual = poll(PollRules::default());
        assert_eq!(usual.counts(START), Some([1, 2].as_slice()), "a wall shows them live");
        assert_eq!(usual.counts_for(stranger, START), None);
        assert!(usual.counts_for(answered, START).is_some());
        assert!(usual.counts_for(stranger, Moment(2_000)).is_some(), "its time has come");
        let hidden = poll(PollRules { hidden: true, ..PollRules::default() });
        let watching = Viewer { watching: true, ..answered };
        assert_eq!(hidden.counts_for(watching, START), None, "not even for who watches over it");
        assert!(hidden.counts_for(stranger, Moment(2_000)).is_some());
    }

    #[test]
    fn picks_are_bits_of_what_there_can_be() {
        assert!(Picks(0b101).has(2) && !Picks(0b101).has(1));
        assert!(!Picks(-1).has(10) && !Picks(-1).has(255), "there is no such answer");
        assert_eq!((percent(1, 3), percent(2, 3), percent(0, 0)), (33, 67, 0));
    }
}
