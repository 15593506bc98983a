//! The screens of letters. A heading of ours cannot stand in somebody's own message, so it goes before it.

use super::{From, Letter, Part, Standing};
use crate::announcements::{Announcement, view::list::beginning};
use crate::clock::Moment;
use crate::ids::LetterId;
use crate::l10n::{Lang, Texts};
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Letters};
use crate::ui::state::Name;
use crate::ui::view::{Body, Content, LABEL, Paging, View};
use crate::when;

/// How much of each part a conversation shows.
const SHOWN: usize = 500;

fn act(choice: Letters) -> Action {
    Action::Letters(choice)
}

/// Asks for the words.
pub fn ask(t: &Texts) -> View {
    View::text(Html::ours(t.letter_ask())).button(t.cancel(), Action::Cancel)
}

/// Whether to send it, with a name or without. `on`: it answers an announcement.
pub fn preview(t: &Texts, on: bool) -> View {
    let text = if on { t.letter_preview_on() } else { t.letter_preview() };
    View::text(Html::ours(text).then(1, &Html::ours(t.letter_about_unnamed())))
        .row([(t.letter_send(), Action::SendLetter), (t.letter_send_unnamed(), act(Letters::SendUnnamed))])
        .button(t.cancel(), Action::Cancel)
}

/// The same for further words of somebody unnamed.
pub fn preview_unnamed(t: &Texts) -> View {
    View::text(Html::ours(t.letter_preview_unnamed()))
        .row([(t.letter_send_unnamed(), act(Letters::SendUnnamed)), (t.cancel(), Action::Cancel)])
}

/// It is on its way.
pub fn sent(t: &Texts) -> View {
    View::text(Html::ours(t.letter_sent())).button(t.to_menu(), Action::Menu)
}

/// It is on its way, without a name.
pub fn sent_unnamed(t: &Texts) -> View {
    View::text(Html::ours(t.letter_sent_unnamed())).button(t.to_menu(), Action::Menu)
}

/// What organizers get first: who writes, what it answers, and how it stands.
pub fn head(
    t: &Texts,
    letter: &Letter,
    from: Option<&Name>,
    on: Option<&Announcement>,
    standing: &Standing,
) -> View {
    let mut text = Html::ours(writer(t, letter, from));
    if let Some(on) = on {
        text = text.then(0, &Html::ours(t.letter_on(beginning(t, on))));
    }
    match stands(t, standing) {
        Some(line) => View::text(text.then(0, &line)),
        None => View::text(text),
    }
}

fn writer(t: &Texts, letter: &Letter, from: Option<&Name>) -> String {
    match letter.from {
        From::Person(_) => t.letter_from(name(t, from)),
        From::Unnamed(_) => t.letter_from_nobody(),
    }
}

fn stands(t: &Texts, standing: &Standing) -> Option<Html> {
    let by = |by: &Option<Name>| name(t, by.as_ref());
    Some(Html::ours(match standing {
        Standing::Waits => return None,
        Standing::Taken(who) => t.letter_is_taken(by(who)),
        Standing::Answered(who) => t.letter_is_answered(by(who)),
        Standing::Settled(who) => t.letter_is_settled(by(who)),
    }))
}

/// Then the letter as it was.
pub fn words(t: &Texts, id: LetterId, content: &Content) -> View {
    View::showing(Body::Copy(content.clone())).row([
        (t.letter_answer(), Action::AnswerLetter(id)),
        (t.letter_conversation(), act(Letters::Show(id))),
        (t.to_menu(), Action::Menu),
    ])
}

fn name(t: &Texts, name: Option<&Name>) -> Html {
    name.map_or_else(|| Html::ours(t.request_nameless()), Name::html)
}

/// All of them: those that wait, then those that are settled.
pub fn list(
    t: &Texts,
    shown: &[(Letter, Option<Name>, Standing, Option<Part>)],
    at: Paging,
    wait: i64,
) -> View {
    let text = match (shown.is_empty(), wait) {
        (true, _) => t.letters_none(),
        (_, 0) => t.letters_settled(),
        (_, wait) => t.letters_wait(wait),
    };
    let view = shown.iter().fold(View::text(Html::ours(text)), |view, (letter, from, standing, last)| {
        let mark = match standing {
            Standing::Waits => "✉️",
            Standing::Taken(_) => "✍️",
            Standing::Answered(_) | Standing::Settled(_) => "✅",
        };
        let who = match letter.from {
            From::Person(_) => from.as_ref().map_or(String::new(), |name| name.plain().to_owned()),
            From::Unnamed(_) => t.letter_nobody_short(),
        };
        let begins = last.as_ref().map_or(String::new(), |part| flat(t, &part.content));
        let label = shorten(&format!("{mark} {who} · {begins}"), LABEL + 6);
        view.button(label, act(Letters::Show(letter.id)))
    });
    view.pager(t, at, |page| act(Letters::List(page)))
        .row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

fn flat(t: &Texts, content: &Content) -> String {
    match content.text.split_whitespace().collect::<Vec<_>>().join(" ") {
        empty if empty.is_empty() => t.announce_wordless_file(),
        words => words,
    }
}

/// What was said in one, the latest last, below what its cards say of it.
pub fn conversation(t: &Texts, lang: Lang, letter: &Letter, head: View, parts: &[Part], now: Moment) -> View {
    let mut view = head;
    for part in parts {
        let at = match letter.from {
            From::Unnamed(_) if !part.answer => when::say_day(lang, part.written_at, now),
            _ => when::say(lang, part.written_at, now),
        };
        let who = if part.answer { t.letter_by(name(t, part.by.as_ref()), at) } else { t.letter_said(at) };
        let file = if part.content.file.is_some() { "📎 " } else { "" };
        let words = Html::escape(&shorten(&part.content.text, SHOWN));
        let said = Html::ours(who).then(0, &Html::ours(format!("{file}{words}")));
        view = view.footed(&said);
    }
    let id = letter.id;
    let view = match letter.is_answerable() {
        true => view.button(t.letter_answer(), Action::AnswerLetter(id)),
        false => view.footed(&Html::ours(t.letter_unreachable())),
    };
    let view = view.button(t.letter_show_words(), act(Letters::Words(id)));
    let view = match letter.waits_since {
        Some(_) => view.button(t.letter_settle(), act(Letters::Settle(id))),
        None => view,
    };
    view.row([(t.letters_back(), act(Letters::List(0))), (t.to_menu(), Action::Menu)])
}

/// Somebody else is at it.
pub fn taken_word(t: &Texts, by: Option<&Name>) -> String {
    t.letter_taken_word(by.map_or_else(|| t.request_nameless(), |name| name.plain().to_owned()))
}

/// Asks for the answer.
pub fn ask_answer(t: &Texts, letter: &Letter, to: Option<&Name>) -> View {
    let mut text = match letter.from {
        From::Person(_) => Html::ours(t.letter_ask_answer(name(t, to))),
        From::Unnamed(_) => Html::ours(t.letter_ask_answer_unnamed()),
    };
    if letter.answered {
        text = text.then(1, &Html::ours(t.letter_answered_before()));
    }
    View::text(text).button(t.cancel(), Action::Cancel)
}

/// What the one who wrote gets.
pub fn answer(t: &Texts, content: &Content, again: Action) -> [View; 2] {
    [
        View::text(Html::ours(t.letter_answer_head())),
        View::showing(Body::Copy(content.clone()))
            .row([(t.letter_answer(), again), (t.to_menu(), Action::MenuBelow)]),
    ]
}

/// To the organizer: it is on its way.
pub fn answered(t: &Texts) -> View {
    View::text(Html::ours(t.letter_answered()))
        .row([(t.letters_back(), act(Letters::List(0))), (t.to_menu(), Action::Menu)])
}

/// Nobody is there to answer.
pub fn gone(t: &Texts) -> View {
    View::text(Html::ours(t.letter_gone())).button(t.to_menu(), Action::Menu)
}

/// The same, in the organizers' group.
pub fn gone_here(t: &Texts) -> View {
    View::text(Html::ours(t.letter_gone()))
}

/// In that group: the answer is longer than a bot may send.
pub fn too_long_here(t: &Texts) -> View {
    View::text(Html::ours(t.letter_too_long_here()))
}

/// In that group, to somebody who may not answer.
pub fn not_yours(t: &Texts) -> View {
    View::text(Html::ours(t.letter_not_yours()))
}
