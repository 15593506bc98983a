//! The words that buttons use, beside ids: what a screen offers to choose from.

/// What a sector and a region have in common: a way to tell people apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Dimension {
    /// Authorities, civil society …
    Sector,
    /// Luhansk, Donetsk …
    Region,
}

/// What is on a ballot.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type,
)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Method {
    /// Some options, each as good as the other (approval).
    #[default]
    Choose,
    /// Points spread over the options.
    Points,
    /// Options in order, counted by places (Borda).
    Ranking,
}

/// Which options win.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type,
)]
#[serde(rename_all = "kebab-case")]
#[sqlx(rename_all = "kebab-case")]
pub enum Winners {
    /// Those with the most votes or points.
    #[default]
    MostVotes,
    /// Those that share the seats out among the people (Equal Shares).
    Balanced,
}

/// How long a sealed button is, in bytes: with its letter and in Base64 it takes all of the 64 that Telegram allows.
pub const SEALED: usize = 46;

/// A button on a ballot, which only the vote's key can read: see `votes::seal`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed(pub [u8; SEALED]);

/// One rule of a vote that is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    Method(Method),
    /// How many options each may choose, or how many points each spreads.
    Most(u8),
    /// How many options win.
    Seats(u8),
    Winners(Winners),
    Secret(bool),
}

/// One rule of a poll that is being made; `false`: the usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PollRule {
    /// A person may give several answers.
    Several(bool),
    /// Nobody sees the counts before the end.
    Hidden(bool),
    /// Everyone sees who answered what.
    Named(bool),
}

/// Where somebody stands on a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[repr(i64)]
pub enum Stance {
    Agree = 1,
    Disagree = -1,
    /// Has seen it and takes no side.
    Pass = 0,
}

/// A way to look at what unites and what divides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ranking {
    Unifiers,
    Dividers,
    /// What is special to each group.
    Special,
}

/// When a vote or a poll closes, as offered on buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// In 24 hours.
    Day,
    /// In seven days.
    Week,
    /// When an organizer says so.
    ByHand,
}
