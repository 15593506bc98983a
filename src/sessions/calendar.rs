//! A session as calendars read it (RFC 5545). Times are given in UTC, so they are right whatever a calendar knows of
//! summer time; the UID stays the same and SEQUENCE grows, so a later file takes the place of an earlier one.

use jiff::Timestamp;

use super::Session;
use crate::clock::Moment;
use crate::ui::state::MapPoint;

/// What the file is called.
pub const NAME: &str = "session.ics";
/// Where the numbers of sessions mean something: no calendar has them from anybody else.
const DOMAIN: &str = "merezha";
/// The most octets of a line, without its end.
const LINE: usize = 75;

/// The file: it puts a session into a calendar, brings it up to date there, or takes it out. `bot` tells the sessions of
/// this network from those of others.
pub fn file(session: &Session, bot: &str) -> Vec<u8> {
    let details = &session.details;
    let (method, status) = if session.cancelled { ("CANCEL", "CANCELLED") } else { ("PUBLISH", "CONFIRMED") };
    let mut lines = vec![
        ("BEGIN", "VCALENDAR".into()),
        ("VERSION", "2.0".into()),
        ("PRODID", "-//Merezha//Sessions//UK".into()),
        ("METHOD", method.into()),
        ("BEGIN", "VEVENT".into()),
        ("UID", format!("session-{}@{bot}.{DOMAIN}", session.id.0)),
        ("SEQUENCE", session.revision.to_string()),
        ("DTSTAMP", utc(session.revised_at)),
        ("LAST-MODIFIED", utc(session.revised_at)),
        ("DTSTART", utc(details.span.starts)),
        ("SUMMARY", text(details.title.plain())),
        ("STATUS", status.into()),
    ];
    lines.extend(details.span.ends.map(|ends| ("DTEND", utc(ends))));
    let place = details.place.as_ref().map(|place| place.plain());
    let link = details.link.as_ref().map(|link| link.plain());
    lines.extend(place.or(link).map(|place| ("LOCATION", text(place))));
    if let Some(MapPoint { latitude, longitude }) = details.point {
        lines.push(("GEO", format!("{};{}", degrees(latitude), degrees(longitude))));
    }
    let words: Vec<&str> = link.into_iter().chain(details.agenda.as_ref().map(|a| a.plain())).collect();
    if !words.is_empty() {
        lines.push(("DESCRIPTION", text(&words.join("\n\n"))));
    }
    lines.extend([("END", "VEVENT".into()), ("END", "VCALENDAR".into())]);
    lines.iter().map(|(name, value)| folded(&format!("{name}:{value}"))).collect::<String>().into_bytes()
}

/// A text as a value (3.3.11).
fn text(plain: &str) -> String {
    let escaped = plain.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    escaped.replace('\n', "\\n")
}

/// A line with its end; one that is too long goes on after a space on the next (3.1). It is cut between letters that stand
/// side by side where there are any: some calendars take a space at a cut for part of the cut.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let (mut rest, mut room) = (line, LINE);
    while rest.len() > room {
        let cuts = (1..=room).rev().filter(|at| rest.is_char_boundary(*at));
        let is_within_a_word = |at: &usize| {
            let (before, after) = rest.split_at(*at);
            !before.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace)
        };
        let at = cuts.clone().find(is_within_a_word).or_else(|| cuts.clone().next()).unwrap_or(rest.len());
        out.push_str(&rest[..at]);
        out.push_str("\r\n ");
        (rest, room) = (&rest[at..], LINE - 1);
    }
    out.push_str(rest);
    out.push_str("\r\n");
    out
}

/// "20250205T080000Z".
fn utc(moment: Moment) -> String {
    let then = Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH);
    then.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Millionths as a decimal, for maps.
pub fn degrees(millionths: i32) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let all = millionths.unsigned_abs();
    format!("{sign}{}.{:06}", all / 1_000_000, all % 1_000_000)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;
    use crate::ids::SessionId;
    use crate::sessions::Details;
    use crate::ui::audience::Audience;
    use crate::ui::state::{Agenda, Place, Title};
    use crate::when::{Span, understand_span};

    /// 1 February 2025, 12:00 in Kyiv.
    const NOW: Moment = Moment(1_738_404_000_000);

    fn session(title: &str, span: Span, place: Option<&str>, agenda: Option<&str>) -> Session {
        Session {
            id: SessionId(7),
            details: Details {
                title: Title::parse_line(title).expect("a title"),
                span,
                place: place.map(|place| Place::parse(place).expect("a place")),
                point: None,
                link: None,
                agenda: agenda.map(|agenda| Agenda::parse(agenda).expect("an agenda")),
                capacity: None,
                queue: true,
                audience: Audience::default(),
            },
            revision: 3,
            revised_at: NOW,
            cancelled: false,
        }
    }

    /// Read by another parser than the one that wrote it.
    fn read(bytes: &[u8]) -> (HashMap<String, String>, HashMap<String, String>) {
        let calendar = ical::IcalParser::new(bytes).next().expect("a calendar").expect("well-formed");
        let map = |properties: Vec<ical::property::Property>| {
            properties.into_iter().map(|p| (p.name, p.value.unwrap_or_default())).collect()
        };
        assert_eq!(calendar.events.len(), 1);
        let event = calendar.events.into_iter().next().expect("an event");
        (map(calendar.properties), map(event.properties))
    }

    /// What an escaped text says (RFC 5545, 3.3.11).
    fn plain(escaped: &str) -> String {
        let mut chars = escaped.chars();
        let mut out = String::new();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(other) => out.push(other),
                    None => {}
                },
                c => out.push(c),
            }
        }
        out
    }

    #[test]
    fn times_are_right_in_winter_and_in_summer() {
        for (typed, starts, ends) in [
            ("5 лютого 10:00–18:00", "20250205T080000Z", "20250205T160000Z"),
            ("1 липня 10:00–18:00", "20250701T070000Z", "20250701T150000Z"),
            // The clocks go forward between the two.
            ("29 березня 10:00 – 30 березня 10:00", "20250329T080000Z", "20250330T070000Z"),
        ] {
            let span = understand_span(typed, NOW).expect("a span");
            let (calendar, event) = read(&file(&session("Сесія", span, Some("Київ"), None), "bot"));
            assert_eq!((event["DTSTART"].as_str(), event["DTEND"].as_str()), (starts, ends), "{typed}");
            assert_eq!(calendar["METHOD"], "PUBLISH");
            assert_eq!(calendar["VERSION"], "2.0");
            assert_eq!(event["UID"], "session-7@bot.merezha");
            assert_eq!(event["SEQUENCE"], "3");
        }
    }

    #[test]
    fn a_cancelled_session_takes_itself_out() {
        let span = understand_span("5 лютого 10:00", NOW).expect("a span");
        let mut session = session("Сесія", span, Some("Київ"), None);
        session.cancelled = true;
        let (calendar, event) = read(&file(&session, "bot"));
        assert_eq!(calendar["METHOD"], "CANCEL");
        assert_eq!(event["STATUS"], "CANCELLED");
        assert_eq!(event["UID"], "session-7@bot.merezha");
        assert_eq!(event.get("DTEND"), None);
    }

    #[test]
    fn a_point_on_the_map_is_in_degrees() {
        assert_eq!(degrees(50_450_100), "50.450100");
        assert_eq!(degrees(-1), "-0.000001");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_back_and_no_line_is_too_long(
            title in "\\PC{1,80}|[,;:\\\\\"а-яіїє 👍]{1,80}", agenda in "(\\PC|\n|[,;\\\\]){1,400}",
        ) {
            // The parser takes a value that begins with a colon for an empty one.
            let fits = |text: &str| !text.starts_with(':');
            prop_assume!(Title::parse_line(&title).is_ok_and(|title| fits(title.plain())));
            prop_assume!(Agenda::parse(&agenda).is_ok_and(|agenda| fits(agenda.plain())));
            let span = understand_span("5 лютого 10:00", NOW).expect("a span");
            let session = session(&title, span, None, Some(&agenda));
            let bytes = file(&session, "bot");
            let text = String::from_utf8(bytes.clone()).expect("UTF-8");
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= 75, "{} octets", line.len());
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let (_, event) = read(&bytes);
            prop_assert_eq!(plain(&event["SUMMARY"]), session.details.title.plain());
            let agenda = session.details.agenda.expect("there");
            prop_assert_eq!(plain(&event["DESCRIPTION"]), agenda.plain());
        }
    }
}
