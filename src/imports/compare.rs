//! What each row comes to: cleaned and measured as what people type, and compared with what answers the call already and
//! with the rows before it.

use std::collections::HashMap;

use super::{Other, Verdict};
use crate::directions::Direction;
use crate::ids::{DirectionId, ProposalId};
use crate::similar::{Found, Index};
use crate::text::{Unfit, utf16_len};
use crate::ui::state::{CAPTION, Idea};

/// A row before it is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    pub number: u32,
    /// None: it has no value.
    pub text: Option<String>,
    /// Telegram's name of a photo.
    pub photo: Option<String>,
    /// What the file says of its direction.
    pub direction: Option<String>,
}

/// A row that is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    pub number: u32,
    /// Of what comes in: words that are clean and not too long.
    pub text: Option<String>,
    pub photo: Option<String>,
    pub verdict: Verdict,
    /// The direction of that name, if there is one.
    pub direction: Option<DirectionId>,
}

/// What these rows come to, in their order. Rows without anything are left out.
pub fn understand(
    rows: impl IntoIterator<Item = Raw>,
    there: impl IntoIterator<Item = (ProposalId, Idea)>,
    directions: &[Direction],
) -> Vec<Understood> {
    let mut index = Index::default();
    let mut others = Vec::new();
    for (id, words) in there {
        index.add(words.plain());
        others.push(Other::Proposal(id));
    }
    let mut photos: HashMap<String, u32> = HashMap::new();
    let mut understood = Vec::new();
    for Raw { number, text, photo, direction } in rows {
        let direction = direction.and_then(|name| named(&name, directions));
        let Some(typed) = text else {
            understood.push(Understood { number, text: None, photo, verdict: Verdict::NoValue, direction });
            continue;
        };
        let (text, verdict) = match Idea::parse(&typed) {
            Err(Unfit::Empty) => match &photo {
                None => continue,
                Some(photo) => {
                    (None, photos.get(photo).map_or(Verdict::Fresh, |row| Verdict::Same(Other::Row(*row))))
                }
            },
            Err(Unfit::TooLong { limit, length }) => (Some(typed), Verdict::TooLong { limit, length }),
            Ok(idea) => {
                let length = utf16_len(idea.plain());
                let verdict = if photo.is_some() && length > CAPTION {
                    Verdict::TooLong { limit: CAPTION, length }
                } else {
                    others.push(Other::Row(number));
                    match index.find_and_add(idea.plain()) {
                        None => Verdict::Fresh,
                        // The same words below another drawing are another proposal.
                        Some(Found::Same(at)) if photo.is_some() => Verdict::Close(others[at]),
                        Some(Found::Same(at)) => Verdict::Same(others[at]),
                        Some(Found::Close(at)) => Verdict::Close(others[at]),
                    }
                };
                (Some(idea.plain().to_owned()), verdict)
            }
        };
        if let Some(photo) = &photo {
            photos.entry(photo.clone()).or_insert(number);
        }
        understood.push(Understood { number, text, photo, verdict, direction });
    }
    understood
}

/// The direction of this name, whatever its case.
fn named(name: &str, directions: &[Direction]) -> Option<DirectionId> {
    let same = |one: &str| one.trim().to_lowercase() == name.trim().to_lowercase();
    directions.iter().find(|one| same(one.name.plain())).map(|one| one.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;

    fn row(number: u32, text: &str) -> Raw {
        Raw { number, text: Some(text.into()), photo: None, direction: None }
    }

    fn idea(words: &str) -> Idea {
        Words::parse(words).expect("words")
    }

    #[test]
    fn each_row_gets_its_verdict() {
        let long = "д".repeat(2001);
        let rows = [
            row(2, "Річка\u{202E}"),
            row(3, "річка!"),
            row(4, "Ремонтувати дорогу до школи"),
            row(5, "  "),
            row(6, &long),
            Raw { number: 7, text: None, photo: None, direction: None },
            row(8, "Довіра"),
            Raw { number: 9, text: Some(String::new()), photo: Some("p".into()), direction: None },
            Raw { number: 10, text: Some("д".repeat(801)), photo: Some("q".into()), direction: None },
        ];
        let there = [(ProposalId(4), idea("Довіра!")), (ProposalId(5), idea("Ремонт дороги до школи"))];
        let understood = understand(rows, there, &[]);
        let verdicts: Vec<_> = understood.iter().map(|row| (row.number, row.verdict)).collect();
        assert_eq!(
            verdicts,
            [
                (2, Verdict::Fresh),
                (3, Verdict::Same(Other::Row(2))),
                (4, Verdict::Close(Other::Proposal(ProposalId(5)))),
                (6, Verdict::TooLong { limit: 2000, length: 2001 }),
                (7, Verdict::NoValue),
                (8, Verdict::Same(Other::Proposal(ProposalId(4)))),
                (9, Verdict::Fresh),
                (10, Verdict::TooLong { limit: 800, length: 801 }),
            ]
        );
        assert_eq!(understood[0].text.as_deref(), Some("Річка"), "cleaned");
    }
}
