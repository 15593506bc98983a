//! What somebody in the network may do: four roles, each of which includes those before it.

/// What a person may do.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, sqlx::Type,
)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Role {
    Participant,
    /// Looks at proposals before others see them, and answers letters.
    Moderator,
    /// Runs things.
    Organizer,
    /// Says who has which role, and reads what was done with it.
    Owner,
}

impl Role {
    /// All of them, the higher ones last.
    pub const ALL: [Self; 4] = [Self::Participant, Self::Moderator, Self::Organizer, Self::Owner];
}
