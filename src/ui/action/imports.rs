//! The buttons of proposals that come in together, with their codes side by side: all begin with `im`.

use super::code::flag;
use crate::ids::{CallId, ImportId};

/// What a button of an import asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Importing {
    /// Say what can be sent.
    Begin,
    /// The file that was sent out of the blue is to be brought in.
    TakeOffered,
    /// No more messages come.
    Gathered(ImportId),
    Show(ImportId),
    /// Choose the column that holds the words.
    Columns(ImportId),
    Column(ImportId, u8),
    /// Whether the first row says what stands below.
    Headed(ImportId, bool),
    /// Choose the call that they answer.
    Calls(ImportId),
    Call(ImportId, CallId),
    /// Whether those come in that look close to others.
    TakeClose(ImportId, bool),
    /// A page of rows.
    Rows(ImportId, Pile, u32),
    /// Bring in what this version of it shows.
    Confirm(ImportId, u32),
    /// Fetch the file once more.
    Retry(ImportId),
    /// Give it up.
    Drop(ImportId),
    /// A page of all imports.
    List(u32),
    AskUndo(ImportId),
    /// Take back all of it (`true`), or what nobody has touched.
    Undo(ImportId, bool),
}

/// Rows that are listed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pile {
    Same,
    Close,
    Unreadable,
}

impl Pile {
    const ALL: [Self; 3] = [Self::Same, Self::Close, Self::Unreadable];

    fn letter(self) -> &'static str {
        match self {
            Self::Same => "s",
            Self::Close => "c",
            Self::Unreadable => "u",
        }
    }
}

impl Importing {
    pub(super) fn encode(self) -> String {
        match self {
            Self::Begin => "im".into(),
            Self::TakeOffered => "im.o".into(),
            Self::Gathered(id) => format!("im.g.{}", id.0),
            Self::Show(id) => format!("im.i.{}", id.0),
            Self::Columns(id) => format!("im.k.{}", id.0),
            Self::Column(id, column) => format!("im.k.{}.{column}", id.0),
            Self::Headed(id, yes) => format!("im.h.{}.{}", id.0, u8::from(yes)),
            Self::Calls(id) => format!("im.c.{}", id.0),
            Self::Call(id, call) => format!("im.c.{}.{}", id.0, call.0),
            Self::TakeClose(id, yes) => format!("im.t.{}.{}", id.0, u8::from(yes)),
            Self::Rows(id, pile, page) => format!("im.r.{}.{}.{page}", id.0, pile.letter()),
            Self::Confirm(id, version) => format!("im.y.{}.{version}", id.0),
            Self::Retry(id) => format!("im.a.{}", id.0),
            Self::Drop(id) => format!("im.x.{}", id.0),
            Self::List(page) => format!("im.l.{page}"),
            Self::AskUndo(id) => format!("im.u.{}", id.0),
            Self::Undo(id, all) => format!("im.u.{}.{}", id.0, u8::from(all)),
        }
    }

    /// Reads what follows `im`.
    pub(super) fn decode(parts: &[&str]) -> Option<Self> {
        let import = |id: &str| id.parse().ok().map(ImportId);
        Some(match parts {
            [] => Self::Begin,
            ["o"] => Self::TakeOffered,
            ["g", id] => Self::Gathered(import(id)?),
            ["i", id] => Self::Show(import(id)?),
            ["k", id] => Self::Columns(import(id)?),
            ["k", id, column] => Self::Column(import(id)?, column.parse().ok()?),
            ["h", id, yes] => Self::Headed(import(id)?, flag(yes)?),
            ["c", id] => Self::Calls(import(id)?),
            ["c", id, call] => Self::Call(import(id)?, CallId(call.parse().ok()?)),
            ["t", id, yes] => Self::TakeClose(import(id)?, flag(yes)?),
            ["r", id, letter, page] => {
                let pile = Pile::ALL.into_iter().find(|pile| pile.letter() == *letter)?;
                Self::Rows(import(id)?, pile, page.parse().ok()?)
            }
            ["y", id, version] => Self::Confirm(import(id)?, version.parse().ok()?),
            ["a", id] => Self::Retry(import(id)?),
            ["x", id] => Self::Drop(import(id)?),
            ["l", page] => Self::List(page.parse().ok()?),
            ["u", id] => Self::AskUndo(import(id)?),
            ["u", id, all] => Self::Undo(import(id)?, flag(all)?),
            _ => return None,
        })
    }

    /// One of each, for the test that reads back what is written.
    #[cfg(test)]
    pub(super) fn every(id: i64, count: u32, small: u8, yes: bool) -> Vec<Self> {
        let import = ImportId(id);
        let mut all = vec![
            Self::Begin,
            Self::TakeOffered,
            Self::Gathered(import),
            Self::Show(import),
            Self::Columns(import),
            Self::Column(import, small),
            Self::Headed(import, yes),
            Self::Calls(import),
            Self::Call(import, CallId(id)),
            Self::TakeClose(import, yes),
            Self::Confirm(import, count),
            Self::Retry(import),
            Self::Drop(import),
            Self::List(count),
            Self::AskUndo(import),
            Self::Undo(import, yes),
        ];
        all.extend(Pile::ALL.map(|pile| Self::Rows(import, pile, count)));
        all
    }
}
