//! What holds for every profile, and the shapes that are known to be hard.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;

use super::state::{Rate, State};
use super::voters::Voters;
use super::*;

fn seats(number: usize) -> NonZeroUsize {
    NonZeroUsize::new(number).expect("at least one")
}

fn choosing(options: usize, ballots: &[&[usize]]) -> Profile {
    let mut profile = Profile::new(Method::Choose, options);
    ballots.iter().for_each(|ballot| profile.push(Ballot::choosing(ballot.iter().copied())));
    profile
}

fn committees(outcome: &Outcome) -> Vec<Vec<usize>> {
    outcome.committees.iter().map(Committee::options).collect()
}

/// Ballots of few options and few different weights, so that ties are many.
fn profiles(most: usize) -> impl Strategy<Value = Profile> {
    let methods = prop_oneof![Just(Method::Choose), Just(Method::Points), Just(Method::Ranking)];
    (methods, 1..=most).prop_flat_map(|(method, options)| {
        let weight = prop_oneof![3 => Just(0u32), 3 => Just(1), 1 => 2u32..5];
        let ballot = (prop::collection::vec(weight, options), 1u64..3);
        prop::collection::vec(ballot, 0..7).prop_map(move |ballots| {
            let mut profile = Profile::new(method, options);
            for (weights, times) in ballots {
                profile.push(ballot_of(method, &weights).times(times));
            }
            profile
        })
    })
}

fn ballot_of(method: Method, weights: &[u32]) -> Ballot {
    let marked = || weights.iter().copied().enumerate().filter(|(_, weight)| *weight > 0);
    match method {
        Method::Choose => Ballot::choosing(marked().map(|(option, _)| option)),
        Method::Points => Ballot::scoring(marked()),
        Method::Ranking => {
            let with = |weight| marked().filter(|(_, w)| *w == weight).map(|(option, _)| option).collect();
            let places: Vec<Vec<usize>> = (1..5).rev().map(with).collect();
            Ballot::ranking(weights.len(), &places)
        }
    }
}

/// The same profile with its options under other numbers, `to[old] = new`, and its ballots turned round.
fn shuffled(profile: &Profile, to: &[usize]) -> Profile {
    let mut other = Profile::new(profile.method(), profile.options()).with_scale(profile.scale());
    for ballot in profile.ballots().iter().rev() {
        let marks = ballot.marks().iter().map(|(option, weight)| (to[*option as usize], *weight));
        other.push(Ballot::scoring(marks).times(ballot.count()));
    }
    other
}

proptest! {
    #[test]
    fn the_balanced_count_is_what_its_definition_says(profile in profiles(5), k in 1usize..5) {
        let outcome = count(&profile, Winners::Balanced, seats(k));
        prop_assert!(!outcome.more);
        let expected: Vec<Vec<usize>> = naive::balanced(&profile, k).into_iter().collect();
        prop_assert_eq!(committees(&outcome), expected);
    }

    #[test]
    fn most_votes_win_and_nothing_else(profile in profiles(6), k in 1usize..5) {
        let outcome = count(&profile, Winners::MostVotes, seats(k));
        let sum = |options: &[usize]| options.iter().map(|option| outcome.counts[*option]).sum::<u64>();
        let k = outcome.seats;
        let all = (0u32..1 << profile.options()).filter(|set| set.count_ones() as usize == k);
        let all: Vec<Vec<usize>> =
            all.map(|set| (0..profile.options()).filter(|option| set >> option & 1 == 1).collect()).collect();
        let best = all.iter().map(|options| sum(options)).max();
        let expected: BTreeSet<Vec<usize>> = all.into_iter().filter(|options| Some(sum(options)) == best).collect();
        prop_assert_eq!(committees(&outcome), expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn order_of_ballots_and_numbers_of_options_change_nothing(
        profile in profiles(6), k in 1usize..5, shift in 0usize..6, balanced: bool,
    ) {
        let winners = if balanced { Winners::Balanced } else { Winners::MostVotes };
        let options = profile.options();
        let to: Vec<usize> = (0..options).map(|option| (options - 1 - option + shift) % options).collect();
        let renamed = |options: &[usize]| {
            let mut renamed: Vec<usize> = options.iter().map(|option| to[*option]).collect();
            renamed.sort_unstable();
            renamed
        };
        let (before, after) = (count(&profile, winners, seats(k)), count(&shuffled(&profile, &to), winners, seats(k)));
        let expected: BTreeSet<Vec<usize>> = committees(&before).iter().map(|c| renamed(c)).collect();
        prop_assert_eq!(committees(&after), expected.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(&after.certain, &renamed(&before.certain));
        prop_assert_eq!(&after.contested, &renamed(&before.contested));
        (0..options).for_each(|option| assert_eq!(before.counts[option], after.counts[to[option]]));
    }

    #[test]
    fn every_ballot_counts_once(profile in profiles(6), k in 1usize..5) {
        let outcome = count(&profile, Winners::Balanced, seats(k));
        let ballots: u64 = profile.ballots().iter().map(Ballot::count).sum();
        prop_assert_eq!(outcome.ballots, ballots);
        let weight = |ballot: &Ballot| ballot.count() * ballot.marks().iter().map(|m| u64::from(m.1)).sum::<u64>();
        prop_assert_eq!(outcome.counts.iter().sum::<u64>(), profile.ballots().iter().map(weight).sum::<u64>());
        let mut doubled = profile.clone();
        profile.ballots().iter().for_each(|ballot| doubled.push(ballot.clone()));
        prop_assert_eq!(committees(&count(&doubled, Winners::Balanced, seats(k))), committees(&outcome));
    }

    #[test]
    fn nobody_pays_more_than_their_share_and_every_seat_is_paid_in_full(profile in profiles(6), k in 1usize..6) {
        let voters = Voters::grouped(&profile);
        let mut state = State::new(&voters, k.min(profile.options()));
        let nothing = Rate::new(BigRational::zero());
        let mut paid = BigRational::zero();
        let mut money = vec![BigRational::from_integer(1.into()); voters.times.len()];
        while state.left > 0 {
            let Some((rate, tied)) = shares::cheapest(&voters, &mut state) else { break };
            for (group, weight) in &voters.classes[tied[0]].supporters {
                let left = &mut money[*group as usize];
                let price = (&rate.exact * BigRational::from_integer((*weight).into())).min(left.clone());
                paid += &price * BigRational::from_integer(voters.times[*group as usize].into());
                *left -= price;
                prop_assert!(*left >= BigRational::zero());
            }
            state.pay(&voters, tied[0], &rate);
            let elected: usize = state.paid.iter().sum();
            prop_assert_eq!(&paid, &(&state.cost * BigRational::from_integer(elected.into())));
            // The exact money and the state's view of it are the same.
            for (group, left) in (0..).zip(&money) {
                prop_assert_eq!(state.compare(&voters, group, 1, &nothing).is_gt(), *left > BigRational::zero());
                let rate = Rate::new(left.clone());
                prop_assert!(state.compare(&voters, group, 1, &rate).is_eq());
            }
        }
    }

    #[test]
    fn what_is_certain_is_in_every_committee_and_what_is_contested_is_not(profile in profiles(6), k in 1usize..5) {
        for winners in [Winners::Balanced, Winners::MostVotes] {
            let outcome = count(&profile, winners, seats(k));
            let within = |option: &usize| committees(&outcome).iter().filter(|c| c.contains(option)).count();
            let all = outcome.committees.len();
            let certain: Vec<usize> = (0..profile.options()).filter(|o| within(o) == all).collect();
            let contested: Vec<usize> = (0..profile.options()).filter(|o| (1..all).contains(&within(o))).collect();
            prop_assert_eq!(&outcome.certain, &certain);
            prop_assert_eq!(&outcome.contested, &contested);
            prop_assert_eq!(outcome.is_tied(), all > 1);
            prop_assert_eq!(outcome.tied_seats() == 0, all == 1);
        }
    }

    #[test]
    fn reasons_count_the_people_behind_each_winner(profile in profiles(6), k in 1usize..5) {
        let outcome = count(&profile, Winners::Balanced, seats(k));
        for committee in &outcome.committees {
            for reason in reasons(&profile, committee) {
                let likes = |ballot: &&Ballot, option: usize| ballot.marks().iter().any(|m| m.0 as usize == option);
                let behind = profile.ballots().iter().filter(|ballot| likes(ballot, reason.option));
                prop_assert_eq!(reason.supporters, behind.clone().map(Ballot::count).sum::<u64>());
                let others = committee.options();
                let alone = behind.filter(|b| others.iter().filter(|o| likes(b, **o)).count() == 1);
                prop_assert_eq!(reason.only, alone.map(Ballot::count).sum::<u64>());
            }
        }
    }
}

#[test]
fn twelve_people_who_got_nothing_else_share_a_seat() {
    let mut profile = Profile::new(Method::Choose, 5);
    profile.push(Ballot::choosing([0, 1, 2]).times(18));
    profile.push(Ballot::choosing([3, 4]).times(12));
    let plain = count(&profile, Winners::MostVotes, seats(3));
    assert_eq!(committees(&plain), [[0, 1, 2]]);
    let outcome = count(&profile, Winners::Balanced, seats(3));
    assert_eq!(outcome.counts, [18, 18, 18, 12, 12]);
    assert_eq!(committees(&outcome).len(), 6);
    assert_eq!((outcome.certain.len(), outcome.tied_seats()), (0, 3));
    let reasons = reasons(&profile, &outcome.committees[0]);
    let told: Vec<_> = reasons.iter().map(|reason| (reason.option, reason.supporters, reason.only)).collect();
    assert_eq!(told, [(0, 18, 0), (1, 18, 0), (3, 12, 12)]);
    let hows: Vec<How> = reasons.iter().map(|reason| reason.how).collect();
    assert_eq!(hows, [How::Paid, How::Filled, How::Paid]);
}

#[test]
fn places_give_points_and_shared_places_share_them() {
    let marks = |options, places: &[Vec<usize>]| Ballot::ranking(options, places).marks().to_vec();
    assert_eq!(marks(3, &[vec![2], vec![0], vec![1]]), [(0, 2), (2, 4)]);
    assert_eq!(marks(4, &[vec![1, 3], vec![0]]), [(0, 2), (1, 5), (3, 5)]);
    assert_eq!(marks(4, &[vec![0, 1, 2, 3]]), [(0, 3), (1, 3), (2, 3), (3, 3)]);
    assert_eq!(marks(2, &[]), []);
}

#[test]
fn fewer_options_than_seats_are_all_elected() {
    for winners in [Winners::Balanced, Winners::MostVotes] {
        let outcome = count(&choosing(2, &[&[0]]), winners, seats(5));
        assert_eq!((committees(&outcome), outcome.seats), (vec![vec![0, 1]], 2));
        assert_eq!(outcome.certain, [0, 1]);
        let nothing = count(&choosing(0, &[&[]]), winners, seats(1));
        assert_eq!(committees(&nothing), [[0usize; 0]]);
    }
}

#[test]
fn without_ballots_everything_is_tied() {
    for winners in [Winners::Balanced, Winners::MostVotes] {
        let outcome = count(&choosing(3, &[]), winners, seats(2));
        assert_eq!(committees(&outcome), [[0, 1], [0, 2], [1, 2]]);
        assert_eq!((outcome.contested.len(), outcome.tied_seats()), (3, 2));
    }
}

#[test]
fn options_nobody_supports_come_last_and_are_tied() {
    let outcome = count(&choosing(4, &[&[3], &[3], &[]]), Winners::Balanced, seats(2));
    assert_eq!(committees(&outcome), [[0, 3], [1, 3], [2, 3]]);
    assert_eq!((outcome.certain, outcome.contested), (vec![3], vec![0, 1, 2]));
}

#[test]
fn thirty_options_that_everybody_chose_are_tied_at_once() {
    let all: Vec<usize> = (0..30).collect();
    for (winners, ballots) in
        [(Winners::Balanced, vec![&all[..]; 7]), (Winners::MostVotes, vec![&all[..]; 7])]
    {
        let outcome = count(&choosing(30, &ballots), winners, seats(10));
        assert_eq!((outcome.committees.len(), outcome.more), (LISTED, true));
        assert_eq!((outcome.contested.len(), outcome.tied_seats()), (30, 10));
    }
}

#[test]
fn one_supporter_each_is_a_tie_of_all_that_ends() {
    let ballots: Vec<Vec<usize>> = (0..20).map(|option| vec![option]).collect();
    let ballots: Vec<&[usize]> = ballots.iter().map(Vec::as_slice).collect();
    let outcome = count(&choosing(20, &ballots), Winners::Balanced, seats(10));
    assert_eq!((outcome.committees.len(), outcome.more), (LISTED, true));
    assert_eq!((outcome.contested.len(), outcome.tied_seats()), (20, 10));
    let outcome = count(&choosing(21, &ballots), Winners::Balanced, seats(20));
    assert_eq!(committees(&outcome), [(0..20).collect::<Vec<_>>()]);
    assert!(!outcome.more);
}

#[test]
fn a_tie_among_neighbours_is_not_any_combination() {
    // Whoever elects one of the first two makes the other dearer: they never win together.
    let outcome = count(&choosing(3, &[&[0], &[0, 1], &[1], &[2], &[2]]), Winners::Balanced, seats(2));
    assert_eq!(committees(&outcome), [[0, 2], [1, 2]]);
    assert_eq!((outcome.certain, outcome.contested), (vec![2], vec![0, 1]));
}

#[test]
fn a_ring_of_neighbours_has_too_many_ties_to_list_and_still_ends() {
    let ballots: Vec<Vec<usize>> = (0..24).map(|at| vec![at, (at + 1) % 24]).collect();
    let ballots: Vec<&[usize]> = ballots.iter().map(Vec::as_slice).collect();
    let outcome = count(&choosing(24, &ballots), Winners::Balanced, seats(10));
    assert_eq!((outcome.committees.len(), outcome.more), (LISTED, true));
    assert!(outcome.certain.is_empty(), "nothing is certain that was not elected before the tie");
    assert_eq!(outcome.tied_seats(), 10);
}

#[test]
fn the_largest_numbers_overflow_nothing() {
    let mut profile = Profile::new(Method::Points, 3);
    profile.push(Ballot::scoring([(0, u32::MAX), (1, 1)]).times(u64::MAX));
    profile.push(Ballot::scoring([(2, 1)]).times(1));
    assert_eq!((profile.total(), profile.ballots().len()), (MOST_BALLOTS, 1));
    let outcome = count(&profile, Winners::Balanced, seats(2));
    assert_eq!(outcome.counts, [MOST_BALLOTS * u64::from(MOST_WEIGHT), MOST_BALLOTS, 0]);
    assert_eq!(committees(&outcome), [[0, 1]]);
}
