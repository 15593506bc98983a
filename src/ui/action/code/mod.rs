//! Codes: [`encode`] and [`decode`] side by side, and the letters both of them use.

mod decode;
mod encode;

use super::*;

fn letter_of(method: Method) -> char {
    match method {
        Method::Choose => 'c',
        Method::Points => 'p',
        Method::Ranking => 'r',
    }
}

fn method_of(letter: &str) -> Option<Method> {
    [Method::Choose, Method::Points, Method::Ranking]
        .into_iter()
        .find(|m| letter == letter_of(*m).to_string())
}

fn letter(dimension: Dimension) -> char {
    match dimension {
        Dimension::Sector => 's',
        Dimension::Region => 'r',
    }
}

fn dimension_of(letter: &str) -> Option<Dimension> {
    match letter {
        "s" => Some(Dimension::Sector),
        "r" => Some(Dimension::Region),
        _ => None,
    }
}

fn side(stance: Stance) -> char {
    match stance {
        Stance::Agree => 'a',
        Stance::Disagree => 'd',
        Stance::Pass => 'p',
    }
}

fn side_of(letter: &str) -> Option<Stance> {
    [Stance::Agree, Stance::Disagree, Stance::Pass]
        .into_iter()
        .find(|stance| letter == side(*stance).to_string())
}

fn worded(wording: Wording) -> String {
    format!("{}.{}", wording.review.0, wording.version)
}

fn wording(review: &str, version: &str) -> Option<Wording> {
    Some(Wording { review: ReviewId(review.parse().ok()?), version: version.parse().ok()? })
}

fn letter_of_refusal(refusal: Refusal) -> char {
    match refusal {
        Refusal::Return => 'r',
        Refusal::Decline => 'd',
    }
}

fn refusal_of(letter: &str) -> Option<Refusal> {
    [Refusal::Return, Refusal::Decline].into_iter().find(|r| letter == letter_of_refusal(*r).to_string())
}

fn letter_of_reason(reason: Reason) -> char {
    match reason {
        Reason::Unclear => 'u',
        Reason::Several => 's',
        Reason::Personal => 'p',
        Reason::Rude => 'r',
        Reason::OffTopic => 'o',
        Reason::Repeats => 'd',
    }
}

fn reason_of(letter: &str) -> Option<Reason> {
    [Refusal::Return, Refusal::Decline]
        .into_iter()
        .flat_map(Reason::of)
        .find(|reason| letter == letter_of_reason(*reason).to_string())
}

fn ranking_of(letter: &str) -> Option<Ranking> {
    match letter {
        "u" => Some(Ranking::Unifiers),
        "d" => Some(Ranking::Dividers),
        "s" => Some(Ranking::Special),
        _ => None,
    }
}

/// A sector or region, a session, and what people said of it.
fn narrowed(group: Option<AffiliationId>, guests: Guests) -> String {
    format!("{}.{}.{}", maybe(group.map(|id| id.0)), guests.of.0, guests.who.map_or("-", said))
}

fn narrowed_by(group: &str, of: &str, who: &str) -> Option<(Guests, Option<AffiliationId>)> {
    let who = if who == "-" { None } else { Some(said_by(who)?) };
    Some((Guests { of: SessionId(of.parse().ok()?), who }, maybe_id(group)?.map(AffiliationId)))
}

pub(super) fn said(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Silent => "s",
        Attendance::Coming => "c",
        Attendance::Online => "o",
        Attendance::Waiting => "w",
        Attendance::Offered => "f",
        Attendance::Declined => "n",
        Attendance::Unsure => "u",
    }
}

pub(super) fn said_by(letter: &str) -> Option<Attendance> {
    Attendance::ALL.into_iter().find(|attendance| said(*attendance) == letter)
}

fn shown(scene: Scene) -> String {
    match scene {
        Scene::Title => "t".into(),
        Scene::Join => "j".into(),
        Scene::Proposals(call) => format!("p.{}", maybe(call.map(|id| id.0))),
        Scene::Poll(id) => format!("q.{}", id.0),
        Scene::Turnout(id) => format!("v.{}", id.0),
        Scene::Result(id) => format!("r.{}", id.0),
        Scene::Unity(dimension) => format!("u.{}", letter(dimension)),
        Scene::Gallery => "g".into(),
    }
}

fn scene_of(parts: &[&str]) -> Option<Scene> {
    Some(match parts {
        ["t"] => Scene::Title,
        ["j"] => Scene::Join,
        ["p", call] => Scene::Proposals(maybe_id(call)?.map(CallId)),
        ["q", id] => Scene::Poll(PollId(id.parse().ok()?)),
        ["v", id] => Scene::Turnout(VoteId(id.parse().ok()?)),
        ["r", id] => Scene::Result(VoteId(id.parse().ok()?)),
        ["u", dimension] => Scene::Unity(dimension_of(dimension)?),
        ["g"] => Scene::Gallery,
        _ => return None,
    })
}

fn letter_of_kind(kind: SceneKind) -> char {
    match kind {
        SceneKind::Proposals => 'p',
        SceneKind::Poll => 'q',
        SceneKind::Vote => 'v',
    }
}

fn kind_of(letter: &str) -> Option<SceneKind> {
    [SceneKind::Proposals, SceneKind::Poll, SceneKind::Vote]
        .into_iter()
        .find(|kind| letter == letter_of_kind(*kind).to_string())
}

fn letter_of_part(part: SessionPart) -> char {
    match part {
        SessionPart::Title => 't',
        SessionPart::When => 'w',
        SessionPart::Where => 'p',
        SessionPart::Agenda => 'a',
        SessionPart::Capacity => 'c',
        SessionPart::Audience => 'u',
    }
}

fn part_of(letter: &str) -> Option<SessionPart> {
    match letter {
        "t" => Some(SessionPart::Title),
        "w" => Some(SessionPart::When),
        "p" => Some(SessionPart::Where),
        "a" => Some(SessionPart::Agenda),
        "c" => Some(SessionPart::Capacity),
        "u" => Some(SessionPart::Audience),
        _ => None,
    }
}

fn language(code: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

pub(super) fn flag(digit: &str) -> Option<bool> {
    match digit {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

pub(super) fn maybe(number: Option<i64>) -> String {
    number.map_or_else(|| "-".into(), |n| n.to_string())
}

pub(super) fn maybe_id(text: &str) -> Option<Option<i64>> {
    if text == "-" { Some(None) } else { text.parse().ok().map(Some) }
}

pub(super) fn maybe_count(text: &str) -> Option<Option<u32>> {
    if text == "-" { Some(None) } else { text.parse().ok().map(Some) }
}
