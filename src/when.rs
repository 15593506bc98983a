//! Dates as people write them, in Kyiv time: said, and understood.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

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

/// The hour meant by a date without one.
const EVENING: Time = Time::constant(20, 0, 0, 0);

/// Says a moment as people do: "5 лютого, 18:00", with the year only when it is another one.
pub fn say(lang: Lang, moment: Moment, now: Moment) -> String {
    let then = kyiv(moment);
    let months = match lang {
        Lang::Uk => MONTHS_UK,
        Lang::En => MONTHS_EN,
    };
    let month = months[usize::from(then.month().unsigned_abs()) - 1];
    let year = if then.year() == kyiv(now).year() { String::new() } else { format!(" {}", then.year()) };
    format!("{} {month}{year}, {}", then.day(), then.strftime("%H:%M"))
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
    let given = match words.as_slice() {
        [] => time.map(|time| {
            let today = here.date().to_datetime(time);
            if today <= here.datetime() { today.saturating_add(1.day()) } else { today }
        }),
        ["сьогодні" | "today"] => Some(here.date().to_datetime(time.unwrap_or(EVENING))),
        ["завтра" | "tomorrow"] => {
            Some(here.date().tomorrow().ok()?.to_datetime(time.unwrap_or(EVENING)))
        }
        ["післязавтра"] => {
            Some(here.date().saturating_add(2.days()).to_datetime(time.unwrap_or(EVENING)))
        }
        words => day(words, &here, time.unwrap_or(EVENING)),
    }?;
    let moment = given.to_zoned(TimeZone::get("Europe/Kyiv").ok()?).ok()?.timestamp().as_millisecond();
    (moment > now.0).then_some(Moment(moment))
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

fn kyiv(moment: Moment) -> Zoned {
    let timestamp = Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH);
    timestamp.in_tz("Europe/Kyiv").unwrap_or_else(|_| timestamp.to_zoned(TimeZone::UTC))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn english_dates_read_english() {
        assert_eq!(say(Lang::En, NOW, NOW), "1 February, 12:00");
    }
}
