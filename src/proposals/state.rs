//! A proposal's state as the tables hold it: two columns, of which the second counts only for what is published.

use sqlx::error::BoxDynError;
use sqlx::sqlite::{Sqlite, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Type};

use super::{ProposalState, Stage};

impl ProposalState {
    /// For the two columns, `state` and `stage`.
    pub fn columns(self) -> (&'static str, &'static str) {
        match self {
            Self::Received => ("received", "open"),
            Self::Returned => ("returned", "open"),
            Self::Published(stage) => ("published", stage.code()),
            Self::Declined => ("declined", "open"),
            Self::Withdrawn => ("withdrawn", "open"),
        }
    }

    /// From what queries make of them: the stage of what is published, otherwise the state.
    fn read(one: &str) -> Option<Self> {
        match one {
            "received" => Some(Self::Received),
            "returned" => Some(Self::Returned),
            "declined" => Some(Self::Declined),
            "withdrawn" => Some(Self::Withdrawn),
            stage => Stage::of_code(stage).map(Self::Published),
        }
    }
}

impl Type<Sqlite> for ProposalState {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }

    fn compatible(ty: &SqliteTypeInfo) -> bool {
        <str as Type<Sqlite>>::compatible(ty)
    }
}

impl<'r> Decode<'r, Sqlite> for ProposalState {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let one = <&str as Decode<'r, Sqlite>>::decode(value)?;
        Self::read(one).ok_or_else(|| format!("no state of a proposal: {one}").into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_written_down_and_read_back() {
        use ProposalState::{Declined, Published, Received, Returned, Withdrawn};
        let unpublished = [Received, Returned, Declined, Withdrawn];
        for state in unpublished.into_iter().chain(Stage::ALL.map(Published)) {
            let (column, stage) = state.columns();
            let one = if column == "published" { stage } else { column };
            assert_eq!(ProposalState::read(one), Some(state));
        }
        assert_eq!(ProposalState::read("published"), None, "of that the stage is read");
    }
}
