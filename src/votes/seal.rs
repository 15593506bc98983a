//! What of a vote only its key can read: ballots, the tags they lie under, receipts, and buttons.
//!
//! Once the key is destroyed, nobody can tell whose a tag was, what a ballot or a button said, or whose a receipt is.
//! Everything sealed (see [`Key::seal`]) is padded to one length; tags and receipts are made by [`Key::mac`].

use rand::Rng;
use serde::{Deserialize, Serialize};

use super::{Answer, Ballot, MOST_OPTIONS, Put};
use crate::ids::{PersonId, VoteId};
use crate::keys::Key;
use crate::ui::action::{SEALED, Sealed};

/// Where a person's ballot lies; looks like chance.
pub type Tag = [u8; 16];

/// What is on the two screens, what was handed in, and whether anything was.
const BALLOT: usize = 3 * MOST_OPTIONS + 1;
/// Letters and digits that are not mistaken for one another (Crockford's Base32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A short code by which a person finds their ballot among those counted. It says nothing of the choice, and stays the
/// same when the ballot is changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Receipt(pub String);

/// Where a person's ballot lies.
pub fn tag(key: &Key, person: PersonId) -> Tag {
    let mac = key.mac(b"tag", &person.0.to_be_bytes());
    std::array::from_fn(|at| mac[at])
}

/// A person's receipt: 40 bits, as eight letters in two groups.
pub fn receipt(key: &Key, person: PersonId) -> Receipt {
    let mac = key.mac(b"receipt", &person.0.to_be_bytes());
    let bits = mac.iter().take(5).fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let letter = |at: u32| char::from(LETTERS[usize::try_from(bits >> (35 - 5 * at) & 31).unwrap_or(0)]);
    let (first, last): (String, String) = ((0..4).map(letter).collect(), (4..8).map(letter).collect());
    Receipt(format!("{first}-{last}"))
}

/// Seals a ballot for the place where it lies.
pub fn seal_ballot(key: &Key, tag: &Tag, ballot: &Ballot, chance: &mut impl Rng) -> Vec<u8> {
    let answers = [ballot.marked, ballot.entered, ballot.handed_in.unwrap_or_default()];
    let mut plain = answers.map(|answer| answer.0).concat();
    plain.push(u8::from(ballot.handed_in.is_some()));
    key.seal(b"ballot", tag, &plain, chance)
}

/// Opens a ballot; None: it is not what [`seal_ballot`] made for that place.
pub fn open_ballot(key: &Key, tag: &Tag, sealed: &[u8]) -> Option<Ballot> {
    let plain: [u8; BALLOT] = key.open(b"ballot", tag, sealed)?.try_into().ok()?;
    let answer = |which: usize| Answer(std::array::from_fn(|at| plain[which * MOST_OPTIONS + at]));
    let handed_in = (plain[BALLOT - 1] == 1).then(|| answer(2));
    Some(Ballot { marked: answer(0), entered: answer(1), handed_in })
}

/// A button on a ballot, good only for the one whose phone shows it. The vote stands in clear, so that a button whose
/// key is destroyed still says what it belonged to.
pub fn seal_button(
    key: &Key,
    vote: VoteId,
    holder: PersonId,
    voter: PersonId,
    put: Put,
    chance: &mut impl Rng,
) -> Sealed {
    let mut plain = [0; 10];
    plain[..8].copy_from_slice(&voter.0.to_be_bytes());
    plain[8..].copy_from_slice(&[put.option, put.value]);
    let sealed = key.seal(b"button", &bound_to(vote, holder), &plain, chance);
    let mut button = [0; SEALED];
    button[..8].copy_from_slice(&vote.0.to_be_bytes());
    button[8..].copy_from_slice(&sealed);
    Sealed(button)
}

/// The vote that a button belongs to, as it says; only [`open_button`] tells whether that is true.
pub fn vote_of(button: &Sealed) -> VoteId {
    VoteId(i64::from_be_bytes(std::array::from_fn(|at| button.0[at])))
}

/// What a button asks for and whose ballot it is on; None: forged, or shown to somebody else.
pub fn open_button(key: &Key, holder: PersonId, button: &Sealed) -> Option<(PersonId, Put)> {
    let plain = key.open(b"button", &bound_to(vote_of(button), holder), &button.0[8..])?;
    let plain: [u8; 10] = plain.try_into().ok()?;
    let voter = PersonId(i64::from_be_bytes(std::array::from_fn(|at| plain[at])));
    Some((voter, Put { option: plain[8], value: plain[9] }))
}

fn bound_to(vote: VoteId, holder: PersonId) -> [u8; 16] {
    let mut both = [0; 16];
    both[..8].copy_from_slice(&vote.0.to_be_bytes());
    both[8..].copy_from_slice(&holder.0.to_be_bytes());
    both
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    fn key(seed: u64) -> Key {
        Key::random(&mut StdRng::seed_from_u64(seed))
    }

    #[test]
    fn receipts_are_short_differ_and_never_change() {
        let key = key(1);
        let receipts: HashSet<Receipt> = (0..10_000).map(|id| receipt(&key, PersonId(id))).collect();
        assert_eq!(receipts.len(), 10_000);
        let one = receipt(&key, PersonId(7));
        assert_eq!(one, receipt(&key, PersonId(7)));
        assert_eq!((one.0.len(), one.0.chars().nth(4)), (9, Some('-')));
    }

    #[test]
    fn a_button_is_good_only_in_the_hand_it_was_made_for() {
        let (key, other) = (key(1), key(2));
        let mut chance = StdRng::seed_from_u64(3);
        let put = Put { option: 4, value: 1 };
        let button = seal_button(&key, VoteId(9), PersonId(1), PersonId(2), put, &mut chance);
        assert_eq!(vote_of(&button), VoteId(9));
        assert_eq!(open_button(&key, PersonId(1), &button), Some((PersonId(2), put)));
        assert_eq!(open_button(&key, PersonId(2), &button), None);
        assert_eq!(open_button(&other, PersonId(1), &button), None);
        for at in 0..SEALED {
            for bit in 0..8 {
                let mut forged = button;
                forged.0[at] ^= 1 << bit;
                assert_eq!(open_button(&key, PersonId(1), &forged), None, "byte {at}, bit {bit}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_ballot_comes_back_from_its_place_and_from_no_other(
            marked in any::<[u8; MOST_OPTIONS]>(),
            handed_in in any::<Option<[u8; MOST_OPTIONS]>>(),
            seed in any::<u64>(),
        ) {
            let entered = Answer(std::array::from_fn(|at| marked[at].wrapping_add(1)));
            let ballot = Ballot { marked: Answer(marked), entered, handed_in: handed_in.map(Answer) };
            let (key, mut chance) = (key(seed), StdRng::seed_from_u64(seed));
            let (mine, yours) = (tag(&key, PersonId(1)), tag(&key, PersonId(2)));
            let sealed = seal_ballot(&key, &mine, &ballot, &mut chance);
            let empty = seal_ballot(&key, &mine, &Ballot::default(), &mut chance);
            prop_assert_eq!(sealed.len(), empty.len(), "its length says nothing");
            prop_assert_eq!(open_ballot(&key, &mine, &sealed), Some(ballot));
            prop_assert_eq!(open_ballot(&key, &yours, &sealed), None);
        }
    }
}
