//! Dates as people write them, in Kyiv time: said, and understood.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::l10n::Lang;

const MONTHS_UK: [&str; 12] = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The longest span that is taken for a meeting: beyond it somebody has mistyped.
const LONGEST_DAYS: i64 = 14;
/// Stands between the two ends of a span.
const DASH: &str = "–";

/// From when until when, in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub starts: Moment,
    /// Later than the beginning; none: nobody said.
    pub ends: Option<Moment>,
}

impl Span {
    /// From when on it is held to be over: where no end was said, with the day on which it began.
    pub fn over(&self) -> Moment {
        let midnight = || {
            let day = kyiv(self.starts).date().saturating_add(1.day());
            moment(day.to_datetime(Time::midnight())).unwrap_or(Moment(i64::MAX))
        };
        self.ends.unwrap_or_else(midnight)
    }
}

/// The hour meant by a date without one.
const EVENING: Time = Time::constant(20, 0, 0, 0);

/// Says a moment as people do: "5 лютого, 18:00", with the year only when it is another one.
pub fn say(lang: Lang, moment: Moment, now: Moment) -> String {
    format!("{}, {}", say_day(lang, moment, now), kyiv(moment).strftime("%H:%M"))
}

/// Says only the day: "5 лютого".
pub fn say_day(lang: Lang, moment: Moment, now: Moment) -> String {
    let then = kyiv(moment);
    let months = match lang {
        Lang::Uk => MONTHS_UK,
        Lang::En => MONTHS_EN,
    };
    let month = months[usize::from(then.month().unsigned_abs()) - 1];
    let year = if then.year() == kyiv(now).year() { String::new() } else { format!(" {}", then.year()) };
    format!("{} {month}{year}", then.day())
}

/// Says a span as people do: "5 лютого, 10:00–18:00", "5 лютого, 10:00 – 6 лютого, 17:00".
pub fn say_span(lang: Lang, span: Span, now: Moment) -> String {
    let starts = say(lang, span.starts, now);
    match span.ends {
        None => starts,
        Some(ends) if kyiv(ends).date() == kyiv(span.starts).date() => {
            format!("{starts}–{}", kyiv(ends).strftime("%H:%M"))
        }
        Some(ends) => format!("{starts} – {}", say(lang, ends, now)),
    }
}

/// Understands "5 лютого 10:00", "05.02 10:00–18:00", "5–6 лютого, 10:00–17:00", "5 лютого 10:00 – 6 лютого 17:00",
/// "завтра з 10 до 13": the next such time, with its end if one is given. An hour is needed. `None`: not understood,
/// or past.
pub fn understand_span(typed: &str, now: Moment) -> Option<Span> {
    let words = span_words(typed);
    let (hours, days) = split_hours(&words)?;
    let (first, last) = split_days(&days);
    let here = kyiv(now);
    let starts_on = on_day(&first, &here, hours.0)?;
    let starts = moment(starts_on)?;
    let from = kyiv(starts);
    let ends = match (hours.1, last) {
        (None, None) => None,
        // Said on two days, the last hour is the last day's; a lone hour is when both days begin.
        (hour, Some(last)) => Some(moment(on_day(&last, &from, hour?)?)?),
        (Some(hour), None) => {
            let same_day = from.date().to_datetime(hour);
            let then = if same_day <= from.datetime() { same_day.saturating_add(1.day()) } else { same_day };
            Some(moment(then)?)
        }
    };
    let longest = from.datetime().saturating_add(LONGEST_DAYS.days());
    let fits = ends.is_none_or(|ends| ends > starts && kyiv(ends).datetime() <= longest);
    (starts > now && fits).then_some(Span { starts, ends })
}

/// The words that say something, the dash between two ends a word of its own and every hour with its minutes.
fn span_words(typed: &str) -> Vec<String> {
    let typed: String = typed.to_lowercase().replace([',', ';'], " ");
    let mut words: Vec<String> = Vec::new();
    for word in typed.split_whitespace() {
        match word {
            "до" | "по" | "to" | "till" | "until" | "-" | "—" | "–" => words.push(DASH.into()),
            word if word.parse::<Date>().is_ok() => words.push(word.into()),
            word => {
                for (at, part) in word.split(['-', '—', '–']).enumerate() {
                    if at > 0 {
                        words.push(DASH.into());
                    }
                    if !part.is_empty() {
                        words.push(part.into());
                    }
                }
            }
        }
    }
    let mut said = Vec::new();
    // After "at" a bare number is an hour, and so is the one it reaches to.
    let mut hour_next = false;
    let mut dated = false;
    for (at, word) in words.iter().enumerate() {
        let before_month = words.get(at + 1).is_some_and(|next| month_named(next).is_some());
        match word.as_str() {
            "о" | "об" | "з" | "із" | "від" | "at" | "from" => hour_next = true,
            "в" | "у" | "on" | "року" | "р." | "and" | "год" | "год." => {}
            DASH => said.push(word.clone()),
            bare if hour_next && !before_month && hour(&format!("{bare}:00")).is_some() => {
                said.push(format!("{bare}:00"));
            }
            word => {
                let dotted = word.contains('.') && !word.ends_with('.');
                // The other end may have its own day, and then an hour after it.
                let before_hour =
                    words.get(at + 1).is_some_and(|next| hour(&next.replacen('.', ":", 1)).is_some());
                let is_day = dotted && (!dated || before_hour) && is_numeric_day(word);
                dated |= is_day;
                hour_next &= word.contains(':');
                let as_hour = word.replacen('.', ":", 1);
                said.push(if dotted && !is_day && hour(&as_hour).is_some() { as_hour } else { word.into() });
            }
        }
    }
    said
}

/// "05.02": there is such a day and month.
fn is_numeric_day(word: &str) -> bool {
    let parts: Vec<Option<i16>> = word.split('.').map(|part| part.parse().ok()).collect();
    matches!(parts.as_slice(), [Some(1..=31), Some(1..=12)] | [Some(1..=31), Some(1..=12), Some(_)])
}

/// The first hour, and the last one where it is said.
type Hours = (Time, Option<Time>);

/// The hours of a span, and what is left: the words of its days. `None`: no hour, or too many.
fn split_hours(words: &[String]) -> Option<(Hours, Vec<&str>)> {
    let hours: Vec<(usize, Time)> =
        words.iter().enumerate().filter_map(|(at, word)| Some((at, hour(word)?))).collect();
    let (starts, ends) = match hours.as_slice() {
        [starts] => (*starts, None),
        [starts, ends] => (*starts, Some(*ends)),
        _ => return None,
    };
    let is_hour = |at: usize| at == starts.0 || ends.is_some_and(|(end, _)| end == at);
    // The dash between two hours that stand side by side is theirs.
    let beside = ends.is_some_and(|(end, _)| end == starts.0 + 2 && words[starts.0 + 1] == DASH);
    let is_theirs = |at: usize| beside && at == starts.0 + 1;
    let rest = words.iter().enumerate().filter(|(at, _)| !is_hour(*at) && !is_theirs(*at));
    Some(((starts.1, ends.map(|(_, hour)| hour)), rest.map(|(_, word)| word.as_str()).collect()))
}

/// The days of a span: the first, and the last if it is said. "5–6 лютого" lends its month to the 5th.
fn split_days<'a>(words: &[&'a str]) -> (Vec<&'a str>, Option<Vec<&'a str>>) {
    let Some(at) = words.iter().position(|word| *word == DASH) else { return (words.to_vec(), None) };
    let (mut first, last) = (words[..at].to_vec(), words[at + 1..].to_vec());
    if let ([day], [_, month @ ..]) = (first.as_slice(), last.as_slice())
        && day.chars().all(|c| c.is_ascii_digit())
    {
        first = [&[*day][..], month].concat();
    }
    (first, Some(last))
}

/// That hour on a day as people name it: the next such day after `here`.
fn on_day(words: &[&str], here: &Zoned, time: Time) -> Option<DateTime> {
    match words {
        [] => {
            let today = here.date().to_datetime(time);
            Some(if today <= here.datetime() { today.saturating_add(1.day()) } else { today })
        }
        ["сьогодні" | "today"] => Some(here.date().to_datetime(time)),
        ["завтра" | "tomorrow"] => Some(here.date().tomorrow().ok()?.to_datetime(time)),
        ["післязавтра"] => Some(here.date().saturating_add(2.days()).to_datetime(time)),
        words => day(words, here, time),
    }
}

fn moment(kyiv: DateTime) -> Option<Moment> {
    let there = kyiv.to_zoned(TimeZone::get("Europe/Kyiv").ok()?).ok()?;
    Some(Moment(there.timestamp().as_millisecond()))
}

/// Understands "05.02 18:00", "5 лютого", "5 February 18:00", "завтра 9:30", "18:00"; a day without a year is the
/// next such day, a day without an hour means 20:00. `None`: not understood, or past.
pub fn understand(typed: &str, now: Moment) -> Option<Moment> {
    read(typed, now).or_else(|| {
        // "5 лютого о 18.00": where the last word is no day, its dot may be an hour's.
        let (before, last) = typed.trim().rsplit_once(char::is_whitespace).unwrap_or(("", typed.trim()));
        read(&format!("{before} {}", last.replacen('.', ":", 1)), now)
    })
}

fn read(typed: &str, now: Moment) -> Option<Moment> {
    let here = kyiv(now);
    let typed = typed.to_lowercase().replace([',', '–', '—'], " ");
    let mut words: Vec<&str> = typed
        .split_whitespace()
        .filter(|w| !matches!(*w, "о" | "об" | "в" | "у" | "at" | "on" | "року" | "р."))
        .collect();
    let time = words.iter().position(|w| hour(w).is_some()).and_then(|at| hour(words.remove(at)));
    let moment = match words.as_slice() {
        [] => moment(on_day(&[], &here, time?)?)?,
        words => moment(on_day(words, &here, time.unwrap_or(EVENING))?)?,
    };
    (moment > now).then_some(moment)
}

/// "5 лютого", "5 лютого 2026", "05.02", "05.02.2026", "2026-02-05".
fn day(words: &[&str], here: &Zoned, time: Time) -> Option<DateTime> {
    let (day, month, year) = match words {
        [date] if date.contains('-') => {
            let date: Date = date.parse().ok()?;
            return Some(date.to_datetime(time));
        }
        [date] => {
            let parts: Vec<&str> = date.trim_end_matches('.').split(['.', '/']).collect();
            match parts.as_slice() {
                [day, month] => (day.parse().ok()?, month.parse().ok()?, None),
                [day, month, year] => (day.parse().ok()?, month.parse().ok()?, Some(full_year(year)?)),
                _ => return None,
            }
        }
        [day, month] => (day.parse().ok()?, month_named(month)?, None),
        [day, month, year] => (day.parse().ok()?, month_named(month)?, Some(full_year(year)?)),
        _ => return None,
    };
    match year {
        Some(year) => Date::new(year, month, day).ok().map(|date| date.to_datetime(time)),
        // The 29th of February may be some years away.
        None => (here.year()..here.year().checked_add(8)?)
            .filter_map(|year| Date::new(year, month, day).ok())
            .map(|date| date.to_datetime(time))
            .find(|then| *then > here.datetime()),
    }
}

fn full_year(typed: &str) -> Option<i16> {
    let year: i16 = typed.parse().ok()?;
    Some(if year < 100 { year + 2000 } else { year })
}

/// "18:00", "9.30" is a day, so only the colon makes an hour.
fn hour(word: &str) -> Option<Time> {
    let (hours, minutes) = word.split_once(':')?;
    Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok()
}

/// Known by its first three letters, in either language; enough to tell all twelve apart.
fn month_named(word: &str) -> Option<i8> {
    let start: String = word.chars().take(3).collect();
    if start.chars().count() < 3 {
        return None;
    }
    let named = |months: [&str; 12]| months.iter().position(|m| m.to_lowercase().starts_with(&start));
    let index = named(MONTHS_UK).or_else(|| named(MONTHS_EN))?;
    i8::try_from(index + 1).ok()
}

/// Says the time of day alone: "8:00".
pub fn say_hour(moment: Moment) -> String {
    let then = kyiv(moment);
    format!("{}:{:02}", then.hour(), then.minute())
}

/// The hour that a clock in Kyiv shows, 0 to 23.
pub fn hour_of(moment: Moment) -> u8 {
    kyiv(moment).hour().unsigned_abs()
}

/// When that hour of the day begins next in Kyiv. One that the clocks leap over begins when they do.
pub fn next_hour(hour: u8, now: Moment) -> Moment {
    let here = kyiv(now);
    let time = Time::new(i8::try_from(hour % 24).unwrap_or(0), 0, 0, 0).unwrap_or(Time::MIN);
    let on = |date: Date| {
        let then = date.to_datetime(time).to_zoned(here.time_zone().clone()).ok()?;
        Some(Moment(then.timestamp().as_millisecond())).filter(|then| *then > now)
    };
    on(here.date()).or_else(|| on(here.date().saturating_add(1.day()))).unwrap_or(now)
}

/// What calendars and clocks in Kyiv show then.
pub fn in_kyiv(moment: Moment) -> DateTime {
    kyiv(moment).datetime()
}

fn kyiv(moment: Moment) -> Zoned {
    let timestamp = Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH);
    timestamp.in_tz("Europe/Kyiv").unwrap_or_else(|_| timestamp.to_zoned(TimeZone::UTC))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Weekday;
    use proptest::prelude::*;

    /// 1 February 2025, 12:00 in Kyiv.
    const NOW: Moment = Moment(1_738_404_000_000);

    #[test]
    fn people_write_dates_in_many_ways() {
        let told = |typed| understand(typed, NOW).map(|then| say(Lang::Uk, then, NOW));
        for typed in [
            "5 лютого 18:00",
            "05.02 18:00",
            "5.2.2025, 18:00",
            "18:00 5 лют",
            "2025-02-05 18:00",
            "5 Feb at 18:00",
            "5 лютого о 18.00",
            "05.02, 18.00",
        ] {
            assert_eq!(told(typed).as_deref(), Some("5 лютого, 18:00"), "{typed}");
        }
        assert_eq!(told("завтра").as_deref(), Some("2 лютого, 20:00"));
        assert_eq!(told("11:00").as_deref(), Some("2 лютого, 11:00"), "eleven has passed today");
        assert_eq!(told("31.01").as_deref(), Some("31 січня 2026, 20:00"), "the next such day");
        assert_eq!(told("18.30").as_deref(), Some("1 лютого, 18:30"), "there is no 30th month");
        assert_eq!(told("10.12").as_deref(), Some("10 грудня, 20:00"), "a day, where it can be one");
        assert_eq!(told("29 лютого").as_deref(), Some("29 лютого 2028, 20:00"));
        assert_eq!(told("1 липня 10:00").as_deref(), Some("1 липня, 10:00"), "summer time");
        for typed in ["", "колись", "32.01", "5 мартобря", "25:00", "05.02.2024", "9999999999.1", "5 л"]
        {
            assert_eq!(told(typed), None, "{typed}");
        }
    }

    #[test]
    fn people_write_spans_in_many_ways() {
        let told = |typed| understand_span(typed, NOW).map(|span| say_span(Lang::Uk, span, NOW));
        for typed in [
            "5 лютого 10:00–18:00",
            "05.02 10:00-18:00",
            "05.02 10.00–18.00",
            "5.2.2025, 10:00 — 18:00",
            "5 лютого з 10:00 до 18:00",
            "5 лютого з 10 до 18",
            "з 10 до 18 5 лютого",
            "10:00–18:00 5 лютого",
            "2025-02-05 10:00-18:00",
            "5 Feb from 10 to 18",
            "5 February, 10:00 till 18:00",
            "5 лютого 10:00 – 5 лютого 18:00",
        ] {
            assert_eq!(told(typed).as_deref(), Some("5 лютого, 10:00–18:00"), "{typed}");
        }
        for typed in [
            "5–6 лютого 10:00–17:00",
            "5-6 лютого, 10:00-17:00",
            "05.02 10:00 – 06.02 17:00",
            "5 лютого 10:00 – 6 лютого 17:00",
            "з 5 лютого 10:00 до 6 лютого 17:00",
            "5 лютого – 6 лютого з 10:00 до 17:00",
            "5-6 February 10:00-17:00",
        ] {
            assert_eq!(told(typed).as_deref(), Some("5 лютого, 10:00 – 6 лютого, 17:00"), "{typed}");
        }
        assert_eq!(told("5 лютого 10:00").as_deref(), Some("5 лютого, 10:00"));
        assert_eq!(told("5 лютого о 10").as_deref(), Some("5 лютого, 10:00"));
        assert_eq!(told("завтра з 10 до 13").as_deref(), Some("2 лютого, 10:00–13:00"));
        assert_eq!(told("22:00–02:00").as_deref(), Some("1 лютого, 22:00 – 2 лютого, 02:00"));
        assert_eq!(
            told("31 грудня 20:00 – 1 січня 02:00").as_deref(),
            Some("31 грудня, 20:00 – 1 січня 2026, 02:00")
        );
        assert_eq!(told("05.01 10:00").as_deref(), Some("5 січня 2026, 10:00"), "the next such day");
        for typed in [
            "",
            "5 лютого",
            "5–6 лютого",
            "колись 10:00",
            "5 лютого 25:00",
            "05.02.2024 10:00",
            "5 лютого 10:00 11:00 12:00",
            "6 лютого 10:00 – 5 лютого 2025 17:00",
            "5 лютого 10:00 – 25 лютого 17:00",
            "5 лютого 10:00 –",
            "5–6 лютого 10:00",
            "– – –",
        ] {
            assert_eq!(told(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_span_without_an_end_is_over_with_its_day() {
        let span = understand_span("5 лютого 10:00", NOW).expect("a span");
        assert_eq!(say(Lang::Uk, span.over(), NOW), "6 лютого, 00:00");
        let span = understand_span("5 лютого 10:00–12:00", NOW).expect("a span");
        assert_eq!(say(Lang::Uk, span.over(), NOW), "5 лютого, 12:00");
    }

    proptest! {
        #[test]
        fn a_span_that_was_said_is_understood_as_it_was(
            days in 1i64..300, minutes in 0i64..1440, lasts in prop::option::of(1i64..3000), lang in 0usize..2,
        ) {
            // Said in civil time, so the hour that the clocks skip or repeat in spring and autumn is left out.
            let starts = kyiv(NOW).date().to_datetime(Time::midnight())
                .saturating_add(days.days()).saturating_add(minutes.minutes());
            let ends = lasts.map(|lasts| starts.saturating_add(lasts.minutes()));
            let skipped = |then: DateTime| then.time().hour() == 3 && then.date().weekday() == Weekday::Sunday;
            prop_assume!(!skipped(starts) && !ends.is_some_and(skipped));
            let at = |then: DateTime| moment(then).expect("a moment");
            let span = Span { starts: at(starts), ends: ends.map(at) };
            let said = say_span(Lang::ALL[lang], span, NOW);
            prop_assert_eq!(understand_span(&said, NOW), Some(span), "{}", said);
        }

        #[test]
        fn whatever_is_typed_a_span_lies_ahead_and_in_order(
            typed in "[0-9 .:–-]{0,24}|[а-яa-z0-9 :.–]{0,40}|.{0,40}",
        ) {
            if let Some(span) = understand_span(&typed, NOW) {
                prop_assert!(span.starts > NOW);
                prop_assert!(span.over() > span.starts);
            }
        }
    }

    #[test]
    fn english_dates_read_english() {
        assert_eq!(say(Lang::En, NOW, NOW), "1 February, 12:00");
    }
}
