//! One simulated participant: looks at the newest messages now and then, and does what they ask for.

use std::sync::Arc;
use std::time::Duration;

use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use tokio::time::Instant;

use super::super::world::Message;
use super::super::{FileKind, Person, ShownMessage};
use super::visit::{Visit, drawing};
use super::words::{self, Ideas};

/// What the buttons of a vote begin with: to take a ballot, to go on with it, and to hand it in.
const VOTE: &str = "🗳 Голосувати";
const GO_ON: &str = "🗳 Продовжити";
const HAND_IN: &str = "📥 Здати";
const VOTING: [&str; 3] = [VOTE, GO_ON, HAND_IN];
/// What the card of a poll says when it takes no more answers.
const POLL_OVER: &str = "Опитування завершено";
/// How the buttons of answers begin where several can be given: those not given yet, and those given.
const OPEN: &str = "⬜️ ";
const GIVEN: &str = "✅ ";

/// A participant and what they are about to do.
pub struct Member {
    person: Person,
    /// The code of the invitation they come by.
    code: String,
    sector: &'static str,
    region: &'static str,
    /// The newest message they have made up their mind about, as it was then.
    seen: Option<ShownMessage>,
    /// When they act on it.
    acts_at: Option<Instant>,
    /// The message with a vote that they leave alone: turnout is never whole. Another one may remind them.
    passed_over: Option<i64>,
    /// How many proposals they will still hand in.
    proposals: u32,
    /// How many sets of cards they will still go through.
    sets: u32,
    /// Their way to a session.
    visit: Visit,
    /// How many drawings they will still send.
    drawings: u32,
}

/// What the newest message asks for.
enum Wish {
    /// Press this button.
    Press(String),
    /// Write a proposal.
    Propose,
    /// Ask for cards with proposals.
    AskForCards,
    /// Send a drawing.
    Draw,
}

impl Member {
    pub fn new(person: Person, code: &str) -> Self {
        let number = usize::try_from(person.id()).unwrap_or_default();
        let (sector, region) = words::belonging(number);
        Self {
            person,
            code: code.to_owned(),
            sector,
            region,
            seen: None,
            acts_at: None,
            passed_over: None,
            proposals: 2,
            sets: 3,
            visit: Visit::default(),
            drawings: 2,
        }
    }

    /// Looks at the phone; acts when it is time.
    pub fn look(&mut self, now: Instant, ideas: &mut Ideas, chance: &mut StdRng) {
        let newest = self.person.newest();
        // An edited message is another one: dates would not tell two edits within a second apart.
        let is_seen = match (&newest, &self.seen) {
            (Some(newest), Some(seen)) => Arc::ptr_eq(newest, seen),
            (None, None) => self.acts_at.is_some(),
            _ => false,
        };
        if !is_seen {
            self.seen = newest.clone();
            self.acts_at = Some(now + pause(newest.as_deref(), chance));
        }
        if self.acts_at.is_some_and(|at| at <= now) {
            self.acts_at = None;
            match newest {
                None => drop(self.person.follows_link(&self.code)),
                Some(newest) => self.act(&newest, now, ideas, chance),
            }
        }
    }

    /// Comes to the session whose door is shown. `now` is the rehearsal's time.
    pub fn visits(&mut self, door: &str, now: i64, chance: &mut StdRng) {
        self.visit.look(&self.person, door, now, chance);
    }

    fn act(&mut self, newest: &ShownMessage, now: Instant, ideas: &mut Ideas, chance: &mut StdRng) {
        // A vote may stand above what came since; whoever has nothing else to do goes back to it.
        let wish = self.wish(newest, chance).map(|wish| (newest.message_id, wish)).or_else(|| {
            let vote = self.open_vote()?;
            Some((vote.message_id, self.wish(&vote, chance)?))
        });
        let wish = wish.or_else(|| {
            let has_time = self.sets > 0 && chance.random_bool(0.6);
            self.sets -= u32::from(has_time);
            has_time.then_some((newest.message_id, Wish::AskForCards))
        });
        match wish {
            Some((message, Wish::Press(button))) => {
                // What comes of it changes nothing in the newest message, so the next tap is planned here.
                if message != newest.message_id {
                    self.acts_at = Some(now + next_tap(chance));
                }
                // The answer shows on the phone; nobody waits for it here.
                drop(self.person.try_presses(Some(message), &button));
            }
            Some((_, Wish::Propose)) => drop(self.person.says(ideas.next(chance))),
            Some((_, Wish::AskForCards)) => drop(self.person.says("/stances")),
            Some((_, Wish::Draw)) => self.draw(chance),
            None => {}
        }
    }

    fn draw(&mut self, chance: &mut StdRng) {
        self.drawings -= 1;
        if let Some(bytes) = drawing(chance) {
            let words = words::DRAWINGS.choose(chance).copied().unwrap_or_default();
            // Should it not work, they go on with what stands on the screen.
            drop(self.person.try_attaches(FileKind::Photo, bytes, "", None, words));
        }
    }

    /// The newest message that asks for a ballot, unless a result has come since.
    fn open_vote(&self) -> Option<ShownMessage> {
        let is_result = |message: &ShownMessage| words_of(message).starts_with('🏁');
        let asks = |message: &ShownMessage| {
            message.buttons().any(|button| VOTING.iter().any(|start| button.text.starts_with(start)))
        };
        let messages = self.person.messages();
        messages.into_iter().rev().take_while(|message| !is_result(message)).find(asks)
    }

    /// What this member makes of a message.
    fn wish(&mut self, message: &Message, chance: &mut StdRng) -> Option<Wish> {
        let buttons: Vec<&str> = message.buttons().map(|button| button.text.as_str()).collect();
        let starting =
            |start: &str| buttons.iter().find(|text| text.starts_with(start)).map(|text| (*text).to_owned());
        let text = message.text.as_deref().unwrap_or_default();
        // Another proposal says nearly the same: often that will do.
        if let Some(support) = starting("👍 Підтримати").filter(|_| chance.random_bool(0.5)) {
            return Some(Wish::Press(support));
        }
        if let Some(button) = starting("Як у Telegram").or_else(|| starting("✅ Надіслати")) {
            return Some(Wish::Press(button));
        }
        if text.starts_with('💡') && buttons == ["Скасувати"] {
            return Some(Wish::Propose);
        }
        if let Some(button) = starting(self.sector).or_else(|| starting(self.region)) {
            return Some(Wish::Press(button));
        }
        if let Some(card) = starting("👍 Згода") {
            let stance = self.stance(words_of(message), chance);
            return Some(Wish::Press(starting(stance).unwrap_or(card)));
        }
        if let Some(hand_in) = starting(HAND_IN) {
            return Some(Wish::Press(self.mark(words_of(message), &buttons, chance).unwrap_or(hand_in)));
        }
        if let Some(button) = starting(GO_ON).or_else(|| starting(VOTE)) {
            if chance.random_bool(0.15) {
                self.passed_over = Some(message.message_id);
            }
            return (self.passed_over != Some(message.message_id)).then_some(Wish::Press(button));
        }
        if let Some(done) = starting("✅ Готово").filter(|_| text.starts_with('📷')) {
            let draws = self.drawings > 0 && chance.random_bool(0.7);
            return Some(if draws { Wish::Draw } else { Wish::Press(done) });
        }
        if let Some(button) = starting("📷 Додати фото").filter(|_| text.starts_with("🚪 Ви на місці"))
        {
            return chance.random_bool(0.3).then_some(Wish::Press(button));
        }
        if let Some(answer) = attendance(text, &buttons, chance) {
            return Some(Wish::Press(answer));
        }
        if let Some(mark) = starting("👍 Так").filter(|_| buttons.iter().any(|b| b.starts_with("👎")))
        {
            return Some(Wish::Press(match chance.random::<f64>() {
                x if x < 0.7 => mark,
                x if x < 0.9 => "🤏 Частково".into(),
                _ => "👎 Ні".into(),
            }));
        }
        if text.starts_with('📊') && !text.contains(POLL_OVER) {
            return answer(&buttons, chance).map(Wish::Press);
        }
        // A call's card, the end of joining, or a proposal just handed in: perhaps there is an idea.
        if let Some(button) =
            starting("💡 Подати").or_else(|| starting("🏠").filter(|_| text.starts_with('✅')))
            && self.proposals > 0
            && chance.random_bool(0.75)
        {
            self.proposals -= u32::from(button.starts_with('💡'));
            return Some(Wish::Press(button));
        }
        None
    }

    /// Most proposals are liked by most; some more by one sector than by the other.
    fn stance(&self, card: &str, chance: &mut StdRng) -> &'static str {
        let number =
            card.split_once('№').map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect());
        let number: usize = number.and_then(|digits: String| digits.parse().ok()).unwrap_or_default();
        let own = usize::from(self.sector == words::SECTORS[1]);
        let liking = match number % 5 {
            0 => 0.95,
            1 if own == 0 => 0.85,
            2 if own == 1 => 0.85,
            1 | 2 => 0.25,
            _ => 0.6,
        };
        match chance.random::<f64>() {
            x if x < 0.1 => "🤷",
            x if x < 0.1 + 0.9 * liking => "👍",
            _ => "👎",
        }
    }

    /// The next mark on a ballot, leaning to what the own sector likes; None when there are enough. Options to choose,
    /// to give a point or the next place all bear their number.
    fn mark(&self, ballot: &str, buttons: &[&str], chance: &mut StdRng) -> Option<String> {
        let open: Vec<(usize, &str)> =
            buttons.iter().filter_map(|button| Some((option(button)?, *button))).collect();
        if is_full(ballot) {
            return None;
        }
        let own = usize::from(self.sector == words::SECTORS[1]);
        let liked: Vec<(usize, &str)> =
            open.iter().copied().filter(|(number, _)| number % 2 == own).collect();
        let from = if !liked.is_empty() && chance.random_bool(0.7) { &liked } else { &open };
        from.choose(chance).map(|(_, button)| (*button).to_owned())
    }
}

/// The answer to give to a poll, below whose answers stands the way to the menu; None: no more, or none at all. Where
/// several can be given, most people give one or two.
fn answer(buttons: &[&str], chance: &mut StdRng) -> Option<String> {
    let several: Vec<&str> = buttons.iter().copied().filter(|button| button.starts_with(OPEN)).collect();
    let given = buttons.iter().filter(|button| button.starts_with(GIVEN)).count();
    let (from, likely) = match given {
        0 if several.is_empty() && buttons.iter().any(|button| button.starts_with('✓')) => return None,
        0 if several.is_empty() => (&buttons[..buttons.len().saturating_sub(1)], 0.85),
        0 => (several.as_slice(), 0.85),
        1 | 2 => (several.as_slice(), 0.5),
        _ => return None,
    };
    let button = if chance.random_bool(likely) { from.choose(chance) } else { None };
    button.map(|button| (*button).to_owned())
}

/// What somebody says to a session's card on which nothing is marked yet: most come, some never answer. A place that
/// was waited for is taken.
fn attendance(text: &str, buttons: &[&str], chance: &mut StdRng) -> Option<String> {
    let offered = |answer: &str| buttons.contains(&answer).then(|| answer.to_owned());
    if let Some(take) = offered("✅ Так, прийду") {
        return Some(take);
    }
    if !text.contains("Чи будете ви?") {
        return None;
    }
    match chance.random::<f64>() {
        x if x < 0.5 => offered("✅ Прийду").or_else(|| offered("💻 Онлайн")),
        x if x < 0.65 => offered("💻 Онлайн").or_else(|| offered("✅ Прийду")),
        x if x < 0.75 => offered("🙅 Не прийду"),
        x if x < 0.85 => offered("🤔 Ще не знаю"),
        _ => None,
    }
}

/// The words of a message; a picture has them below.
fn words_of(message: &Message) -> &str {
    message.text.as_deref().or(message.caption.as_deref()).unwrap_or_default()
}

/// The number of the option that a button still has to give: "⬜️ 1. …", "1 · 3" or "1. …".
fn option(button: &str) -> Option<usize> {
    let number = button.trim_start_matches(['⬜', '\u{FE0F}', ' ']);
    let end = number.find(|c: char| !c.is_ascii_digit())?;
    number[..end].parse().ok()
}

/// Nothing more fits on a ballot, as its last line says: "Обрано 3 з 3", or "Лишилося балів: 0 з 5".
fn is_full(ballot: &str) -> bool {
    let line = ballot.lines().last().unwrap_or_default();
    let numbers: Vec<u32> = line.split(' ').filter_map(|word| word.parse().ok()).collect();
    match numbers.as_slice() {
        [left, _] if line.starts_with("Лишилося") => *left == 0,
        [marked, most] => marked >= most,
        _ => false,
    }
}

/// How long a person takes: a tap that follows another comes soon, a new message is read first.
fn pause(newest: Option<&Message>, chance: &mut StdRng) -> Duration {
    match newest {
        None => Duration::from_millis(chance.random_range(500..40_000)),
        Some(message) if message.edit_date.is_some() => next_tap(chance),
        Some(_) => Duration::from_millis(chance.random_range(1_500..15_000)),
    }
}

fn next_tap(chance: &mut StdRng) -> Duration {
    Duration::from_millis(chance.random_range(900..3_000))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;

    #[test]
    fn a_session_is_answered_once_and_a_place_is_taken() {
        let mut chance = StdRng::seed_from_u64(1);
        let buttons = ["✅ Прийду", "🙅 Не прийду", "🤔 Ще не знаю", "🗓 У календар", "🏠 Меню"];
        let card = "📅 Сесія\n\nЧи будете ви?";
        let answers: Vec<_> = (0..200).map(|_| attendance(card, &buttons, &mut chance)).collect();
        assert!(answers.iter().flatten().all(|answer| buttons[..3].contains(&answer.as_str())));
        for answer in &buttons[..3] {
            assert!(answers.iter().flatten().any(|said| said == answer), "{answer}");
        }
        assert!(answers.iter().any(Option::is_none), "some never answer");
        assert_eq!(attendance("📅 Сесія\n\n✅ Ви прийдете.", &buttons, &mut chance), None);
        let free = ["✅ Так, прийду", "🙅 Не прийду"];
        assert_eq!(attendance("🪑 Звільнилося місце", &free, &mut chance).as_deref(), Some(free[0]));
    }
}
