//! One person's data as a page to read: one file, no pictures, no scripts, good on a phone and on paper.

use super::{Own, Session, Vote};
use crate::l10n::{Lang, Texts};
use crate::role::Role;
use crate::text::Html;

/// Narrow enough to read, and each text in the direction of its own letters.
const STYLE: &str = "body{font:17px/1.5 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em;\
color:#151e2b;background:#fdfdfc}h1{font-size:1.5em}h2{font-size:1.15em;margin:2em 0 .5em;border-bottom:1px solid \
#e6eaef}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}dt,.quiet{color:#505e70}dd{margin:0}\
ul{padding:0;list-style:none}li{margin:.9em 0}.words{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}\
.note{background:#f2f4f7;padding:1em;border-radius:8px}";

/// The page.
pub fn write(lang: Lang, own: &Own) -> String {
    let t = lang.texts();
    let mut page = Page(String::new());
    page.raw(&format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{}</title>\n\
         <style>{STYLE}</style></head><body>\n",
        lang.code(),
        escape(&t.mydata_title())
    ));
    page.raw(&format!("<h1>{}</h1>\n", escape(&t.mydata_title())));
    page.quiet(&t.mydata_made(day(&own.made_at)));
    me(t, own, &mut page);
    page.section(&t.mydata_proposals(), &own.proposals, |one, page| {
        let state = if one.withdrawn { t.proposal_state_withdrawn() } else { t.proposal_state_published() };
        let number = t.proposal_number(one.number);
        page.quiet(&format!("{number} · {} · {state} · {}", day(&one.handed_in_at), one.call));
        page.words(one.words.as_deref().unwrap_or_default());
        if one.photo {
            page.quiet(&t.mydata_with_photo());
        }
        if let Some(direction) = &one.direction {
            page.quiet(&format!("{}: {direction}", t.exports_column_direction()));
        }
        if !one.steps.is_empty() {
            page.quiet(&one.steps.join("\n"));
        }
    });
    page.section(&t.mydata_stances(), &own.stances, |one, page| {
        let said = match one.stance {
            "agree" => t.stance_agree(),
            "disagree" => t.stance_disagree(),
            _ => t.stance_pass(),
        };
        page.words(&format!("{} — {said}", t.proposal_number(one.proposal)));
    });
    page.section(&t.mydata_votes(), &own.votes, |one, page| {
        page.words(&one.title);
        page.quiet(&voted(t, one));
    });
    page.section(&t.mydata_polls(), &own.polls, |one, page| {
        page.words(&one.question);
        page.words(&format!("— {}", one.answers.join("; ")));
    });
    page.section(&t.mydata_sessions(), &own.sessions, |one, page| session(t, one, page));
    page.section(&t.mydata_pictures(), &own.pictures, |one, page| {
        page.quiet(&format!("{} · {}", one.session, day(&one.added_at)));
        page.words(one.words.as_deref().unwrap_or_default());
    });
    page.section(&t.mydata_letters(), &own.letters, |one, page| {
        let answered = if one.answered_at.is_some() { t.mydata_answered() } else { t.mydata_unanswered() };
        page.quiet(&format!("{} · {answered}", day(&one.written_at)));
        page.words(&one.text);
        if one.file {
            page.quiet(&t.mydata_with_file());
        }
    });
    page.quiet(&t.mydata_announcements(own.announcements_received));
    page.raw(&format!("<p class=\"note\">{}</p>\n</body></html>\n", escape(&t.mydata_not_kept())));
    page.0
}

fn me(t: &Texts, own: &Own, page: &mut Page) {
    let me = &own.person;
    let or_not = |said: &Option<String>| said.clone().unwrap_or_else(|| t.settings_not_said());
    let quiet = me.quiet_hours.map_or_else(|| t.quiet_none(), |(from, to)| t.quiet_said(from, to));
    let rows = [
        (t.mydata_name(), or_not(&me.name)),
        (t.mydata_sector(), or_not(&me.sector)),
        (t.mydata_region(), or_not(&me.region)),
        (t.mydata_language(), t.language_itself()),
        (t.mydata_role(), role(t, me.role)),
        (t.mydata_quiet(), quiet),
        (t.mydata_reminders(), if me.session_reminders { t.exports_yes() } else { t.exports_no() }),
        (t.mydata_joined(), me.joined_at.as_deref().map(day).unwrap_or_default()),
        (t.mydata_seen(), me.last_seen.clone()),
        (t.mydata_telegram(), me.telegram_id.to_string()),
    ];
    page.raw("<dl>\n");
    for (name, value) in rows {
        page.raw(&format!("<dt>{}</dt><dd class=\"words\">{}</dd>\n", escape(&name), escape(&value)));
    }
    page.raw("</dl>\n");
}

fn role(t: &Texts, role: Role) -> String {
    match role {
        Role::Participant => t.mydata_participant(),
        Role::Moderator => t.mydata_moderator(),
        Role::Organizer => t.mydata_organizer(),
        Role::Owner => t.mydata_owner(),
    }
}

fn voted(t: &Texts, vote: &Vote) -> String {
    match (&vote.choice, vote.voted) {
        (Some(choice), _) => {
            let chosen: Vec<String> =
                choice.iter().map(|(words, number)| format!("{words} ({number})")).collect();
            t.mydata_vote_chose(chosen.join("; "))
        }
        (None, Some(true)) => t.mydata_vote_done(),
        (None, Some(false)) => t.mydata_vote_waits(),
        (None, None) => t.mydata_vote_over(),
    }
}

fn session(t: &Texts, one: &Session, page: &mut Page) {
    page.words(&one.title);
    let answer = match one.answer.as_str() {
        "coming" => t.mydata_session_coming(),
        "online" => t.mydata_session_online(),
        "waiting" => t.mydata_session_waiting(),
        "offered" => t.mydata_session_offered(),
        "declined" => t.mydata_session_declined(),
        "unsure" => t.mydata_session_unsure(),
        _ => t.mydata_session_silent(),
    };
    page.quiet(&format!("{} · {answer}", day(&one.starts_at)));
    page.words(one.word.as_deref().unwrap_or_default());
    if let Some(at) = &one.checked_in_at {
        page.quiet(&t.mydata_checked_in(day(at)));
    }
    for (question, mark) in &one.feedback {
        let question = match question {
            0 => t.feedback_useful(),
            1 => t.feedback_heard(),
            _ => t.feedback_again(),
        };
        let mark = match mark {
            0 => t.feedback_yes(),
            1 => t.feedback_partly(),
            _ => t.feedback_no(),
        };
        page.quiet(&format!("{question} {mark}"));
    }
}

/// "2025-02-05T18:00" with a space, for people.
fn day(moment: &str) -> String {
    moment.replace('T', " ")
}

/// Escaped, and without what is no letter: HTML takes no control characters.
fn escape(words: &str) -> String {
    let shown: String = words.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    Html::escape(&shown).as_str().to_owned()
}

struct Page(String);

impl Page {
    fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    /// A heading and what is below it; nothing, where there is nothing.
    fn section<T>(&mut self, title: &str, items: &[T], each: impl Fn(&T, &mut Self)) {
        if items.is_empty() {
            return;
        }
        self.raw(&format!("<h2>{} ({})</h2>\n<ul>\n", escape(title), items.len()));
        for item in items {
            self.raw("<li>");
            each(item, self);
            self.raw("</li>\n");
        }
        self.raw("</ul>\n");
    }

    fn words(&mut self, words: &str) {
        if !words.is_empty() {
            self.raw(&format!("<div class=\"words\" dir=\"auto\">{}</div>", escape(words)));
        }
    }

    fn quiet(&mut self, words: &str) {
        self.raw(&format!("<div class=\"quiet words\">{}</div>", escape(words)));
    }
}
