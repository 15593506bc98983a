//! Quiet hours: what is not urgent waits for their end. Whole hours of the day in Kyiv, whatever the season.

use crate::clock::Moment;
use crate::when;

/// From this hour until before that one, which may be the next day's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    from: u8,
    to: u8,
}

impl QuietHours {
    /// What a person has who has not said otherwise.
    pub const USUAL: Self = Self { from: 22, to: 8 };

    /// `None`: one of these is no hour, or it is the same one twice.
    pub fn new(from: u8, to: u8) -> Option<Self> {
        (from < 24 && to < 24 && from != to).then_some(Self { from, to })
    }

    /// The first quiet hour, 0 to 23.
    pub fn from(self) -> u8 {
        self.from
    }

    /// The hour in which they are over, 0 to 23.
    pub fn to(self) -> u8 {
        self.to
    }

    /// When they end, if it is quiet at that moment.
    pub fn until(self, now: Moment) -> Option<Moment> {
        let today = Today::of(now);
        let hours_after = |from: u8, hour: u8| (hour + 24 - from) % 24;
        let quiet = hours_after(self.from, today.hour) < hours_after(self.from, self.to);
        quiet.then(|| today.next(self.to))
    }
}

/// The hour that it is, and when each hour of the day begins next: all that the tables need to know whose hours are
/// quiet, and until when.
#[derive(Debug, Clone)]
pub struct Today {
    /// 0 to 23.
    pub hour: u8,
    /// After now; by the hour.
    pub strikes: [i64; 24],
}

impl Today {
    /// As seen from a moment.
    pub fn of(now: Moment) -> Self {
        let strike = |hour: usize| when::next_hour(u8::try_from(hour).unwrap_or(0), now).0;
        Self { hour: when::hour_of(now), strikes: std::array::from_fn(strike) }
    }

    /// When that hour begins next.
    pub fn next(&self, hour: u8) -> Moment {
        Moment(self.strikes[usize::from(hour) % 24])
    }

    /// All of these moments as a JSON array.
    pub fn strikes_json(&self) -> String {
        let numbers: Vec<String> = self.strikes.iter().map(i64::to_string).collect();
        format!("[{}]", numbers.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::Lang;

    /// A moment by its date and UTC time.
    fn at(utc: &str) -> Moment {
        Moment(utc.parse::<jiff::Timestamp>().expect("a moment").as_millisecond())
    }

    fn ends(hours: QuietHours, utc: &str) -> Option<String> {
        hours.until(at(utc)).map(|then| when::say(Lang::Uk, then, at(utc)))
    }

    #[test]
    fn the_usual_night_ends_at_eight_in_kyiv() {
        let usual = QuietHours::USUAL;
        assert_eq!(ends(usual, "2025-02-01T19:59:59Z"), None, "21:59");
        assert_eq!(ends(usual, "2025-02-01T20:00:00Z").as_deref(), Some("2 лютого, 08:00"));
        assert_eq!(ends(usual, "2025-02-02T05:59:59Z").as_deref(), Some("2 лютого, 08:00"));
        assert_eq!(ends(usual, "2025-02-02T06:00:00Z"), None, "08:00");
        assert_eq!(ends(usual, "2025-07-01T19:00:00Z").as_deref(), Some("2 липня, 08:00"), "summer time");
        assert_eq!(ends(usual, "2025-07-01T05:00:00Z"), None, "summer time");
    }

    #[test]
    fn nights_in_which_the_clocks_change_end_at_the_same_hour() {
        // On 30 March 2025 the clocks go ahead at 3:00, on 26 October back at 4:00.
        let usual = QuietHours::USUAL;
        assert_eq!(usual.until(at("2025-03-29T20:30:00Z")), Some(at("2025-03-30T05:00:00Z")));
        assert_eq!(usual.until(at("2025-10-25T19:30:00Z")), Some(at("2025-10-26T06:00:00Z")));
        let until_three = QuietHours::new(23, 3).expect("hours");
        assert_eq!(until_three.until(at("2025-03-30T00:30:00Z")), Some(at("2025-03-30T01:00:00Z")));
        assert_eq!(until_three.until(at("2025-03-30T01:00:00Z")), None, "3:00 is 4:00 that night");
        let until_four = QuietHours::new(23, 4).expect("hours");
        assert_eq!(until_four.until(at("2025-10-26T00:30:00Z")), Some(at("2025-10-26T02:00:00Z")));
        assert_eq!(until_four.until(at("2025-10-26T01:30:00Z")), Some(at("2025-10-26T02:00:00Z")));
    }

    #[test]
    fn quiet_hours_may_lie_within_a_day() {
        let nap = QuietHours::new(13, 15).expect("hours");
        assert_eq!(ends(nap, "2025-02-01T10:59:00Z"), None);
        assert_eq!(ends(nap, "2025-02-01T11:00:00Z").as_deref(), Some("1 лютого, 15:00"));
        assert_eq!(ends(nap, "2025-02-01T13:00:00Z"), None);
        assert_eq!(QuietHours::new(8, 8), None);
        assert_eq!(QuietHours::new(24, 8), None);
    }
}
