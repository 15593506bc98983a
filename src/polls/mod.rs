//! Quick polls: one message makes one, one tap answers it.

pub mod flow;
pub mod store;
pub mod view;

use crate::ids::PollId;
use crate::text::Unfit;
use crate::ui::state::{Choice, PollDraft, Question};
use crate::votes::{BadOptions, read_options};

/// The most answers a poll may have.
pub const MOST_ANSWERS: usize = 10;

/// A poll with its counts.
#[derive(Debug, Clone)]
pub struct Poll {
    pub id: PollId,
    pub question: Question,
    pub open: bool,
    /// Each answer and how many gave it, in the order they were written.
    pub answers: Vec<(Choice, i64)>,
}

impl Poll {
    /// How many answered.
    pub fn total(&self) -> i64 {
        self.answers.iter().map(|(_, count)| count).sum()
    }
}

/// Why a message makes no poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAPoll {
    Question(Unfit),
    Answers(BadOptions),
}

/// Reads the first line as the question and each further line as an answer.
pub fn read(typed: &str) -> Result<PollDraft, NotAPoll> {
    let (question, answers) = typed.trim_start().split_once('\n').unwrap_or((typed, ""));
    Ok(PollDraft {
        question: Question::parse_line(question).map_err(NotAPoll::Question)?,
        answers: read_options(answers, MOST_ANSWERS).map_err(NotAPoll::Answers)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_message_makes_a_poll() {
        let draft = read("\nКоли зручніше?\n1. Ранок\n2. Вечір").expect("a poll");
        assert_eq!(draft.question.plain(), "Коли зручніше?");
        assert_eq!(draft.answers.iter().map(Choice::plain).collect::<Vec<_>>(), ["Ранок", "Вечір"]);
        assert_eq!(read("Коли?"), Err(NotAPoll::Answers(BadOptions::TooFew)));
        assert_eq!(read(""), Err(NotAPoll::Question(Unfit::Empty)));
    }
}
