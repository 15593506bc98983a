//! The network in the Polis export format, without anything that names people: pseudonyms drawn anew each time, rows in
//! no order, small groups folded, authors apart from voters, and one stamp for all.
//!
//! Only sectors part the people in it. Each row is one person's answers, which are as good as a fingerprint: by them a
//! second export, by regions, could be laid over the first, and would tell which few are of this sector and that region.

use std::collections::HashMap;

use rand::Rng;
use rand::seq::SliceRandom;

use super::polis::{Comment, Export, Person, Stance, Vote};
use super::{Group, folded};
use crate::clock::Moment;
use crate::ids::{PersonId, ProposalId};

const DAY: i64 = 24 * 3600 * 1000;

/// Somebody's stance on a proposal.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    pub proposal: ProposalId,
    pub person: PersonId,
    /// Where their group stands among all.
    pub group: usize,
    pub stance: Stance,
}

/// What may leave the bot. None: too few people took part to let even their sums out.
///
/// Where groups cannot be told apart, all people are in one. Each proposal has an author of its own, so that nobody
/// learns which ones are by the same person.
pub fn export(
    mut proposals: Vec<(ProposalId, String)>,
    groups: &[Group],
    taken: &[Taken],
    least: u32,
    chance: &mut impl Rng,
) -> Option<Export> {
    let enough = usize::try_from(least).unwrap_or(usize::MAX);
    // What few have said of a proposal stays here, as everywhere.
    let mut said: HashMap<ProposalId, usize> = HashMap::new();
    for one in taken {
        *said.entry(one.proposal).or_default() += 1;
    }
    let taken: Vec<&Taken> =
        taken.iter().filter(|one| said.get(&one.proposal).is_some_and(|said| *said >= enough)).collect();
    let mut people: Vec<(PersonId, usize)> =
        taken.iter().map(|one| (one.person, one.group)).collect::<HashMap<_, _>>().into_iter().collect();
    // A map's order is chance of another making; ours alone decides.
    people.sort_unstable_by_key(|(person, _)| person.0);
    people.shuffle(chance);
    if people.is_empty() || people.len() < enough {
        return None;
    }
    let folding = folded(groups, least);
    let place = |group: usize| match &folding {
        Some(folding) => folding.place(group).and_then(|place| u32::try_from(place).ok()),
        None => Some(0),
    };
    let numbers: HashMap<PersonId, u64> = people.iter().map(|(person, _)| *person).zip(1..).collect();
    let people: Vec<Person> =
        people.iter().zip(1..).map(|((_, group), number)| Person { number, group: place(*group) }).collect();
    let mut votes: Vec<Vote> = taken
        .iter()
        .filter_map(|one| {
            let comment = u64::try_from(one.proposal.0).ok()?;
            Some(Vote { comment, person: *numbers.get(&one.person)?, stance: one.stance })
        })
        .collect();
    votes.sort_unstable_by_key(|vote| (vote.comment, vote.person));
    votes.shuffle(chance);
    let mut authors: Vec<u64> = (people.len() as u64 + 1..).take(proposals.len()).collect();
    authors.shuffle(chance);
    proposals.sort_unstable_by_key(|(id, _)| id.0);
    let comments = proposals
        .into_iter()
        .zip(authors)
        .filter_map(|((id, text), author)| {
            Some(Comment { id: u64::try_from(id.0).ok()?, author, text, moderated: 1 })
        })
        .collect();
    Some(Export { comments, people, votes })
}

/// The beginning of the day in UTC, in milliseconds and for people to read: the one moment in all rows.
pub fn stamp(now: Moment) -> (i64, String) {
    let day = now.0.div_euclid(DAY) * DAY;
    let read = jiff::Timestamp::from_millisecond(day).unwrap_or_default();
    (day, read.strftime("%a %b %d %H:%M:%S UTC %Y").to_string())
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::ids::AffiliationId;
    use crate::stances::polis::{Stamp, files, read_from};

    fn exported(seed: u64, people: i64) -> Option<Export> {
        let groups = [
            Group { id: Some(AffiliationId(1)), took_part: 6 },
            Group { id: Some(AffiliationId(2)), took_part: 7 },
            Group { id: None, took_part: 2 },
        ];
        let group = |person| {
            if person < 6 {
                0
            } else if person < 13 {
                1
            } else {
                2
            }
        };
        let taken: Vec<Taken> = (0..people)
            .flat_map(|person| {
                (1..=3).map(move |proposal| Taken {
                    proposal: ProposalId(proposal),
                    person: PersonId(person),
                    group: group(person),
                    stance: if proposal == 1 { Stance::Agree } else { Stance::Pass },
                })
            })
            .collect();
        let proposals = (1..=4).map(|id| (ProposalId(id), format!("Думка {id}"))).collect();
        export(proposals, &groups, &taken, 5, &mut StdRng::seed_from_u64(seed))
    }

    #[test]
    fn what_leaves_is_read_back_with_folded_groups() {
        let export = exported(1, 15).expect("enough people");
        let (timestamp, datetime) = stamp(Moment(1_738_850_123_456));
        assert_eq!((timestamp, datetime.as_str()), (1_738_800_000_000, "Thu Feb 06 00:00:00 UTC 2025"));
        let [comments, votes, people] = files(&export, Stamp { timestamp, datetime: &datetime })
            .expect("written")
            .map(|(_, bytes)| bytes);
        let read = read_from(comments.as_slice(), votes.as_slice(), people.as_slice()).expect("read");
        let sizes: Vec<u32> = read.groups.iter().map(|group| group.size).collect();
        assert_eq!(sizes, [7, 8], "the two who said nothing are folded together with the smaller group");
        assert_eq!(read.statements.len(), 4);
        assert_eq!(read.statements[0].groups.iter().map(|sums| sums.agree).sum::<u32>(), 15);
    }

    #[test]
    fn authors_are_nobody_who_voted_and_pseudonyms_are_drawn_anew() {
        let [one, other] = [1, 2].map(|seed| exported(seed, 15).expect("enough people"));
        let voters: Vec<u64> = one.people.iter().map(|person| person.number).collect();
        assert!(one.comments.iter().all(|comment| !voters.contains(&comment.author)));
        assert_ne!(one.votes, other.votes);
        let groups = |export: &Export| export.people.iter().map(|person| person.group).collect::<Vec<_>>();
        assert_ne!(groups(&one), groups(&other));
    }

    #[test]
    fn nothing_leaves_about_too_few_people() {
        assert!(exported(1, 4).is_none());
        assert!(exported(1, 0).is_none());
        assert!(exported(1, 5).is_some());
    }
}
