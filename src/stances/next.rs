//! Which statement a participant is shown next: drawn by chance, with new, little-seen and weighty ones favoured.
//!
//! The weights are those of Polis (`importance-metric` and `priority-metric` in its `conversation.clj`), with the
//! spread between known groups in place of its distance from the middle of all opinions. Drawing by them without
//! looking at who has seen what is the caller's part: give only statements that this person has not answered.

use rand::Rng;

use super::unity::Sums;

/// How strongly a statement that nobody has seen is lifted, above one that all have.
const LIFT: f64 = 8.0;
/// After how many views the lift has halved.
const HALF: f64 = 5.0;

/// How much a statement deserves to be shown: all people's stances on it, and the spread between groups (0 where it
/// is not known).
///
/// importance = (1 − (P + 1) / (S + 2)) · (E + 1) · (A + 1) / (S + 2), with P passes, S seen, A agreed, E spread;
/// weight = (importance · (1 + 8 · 2^(−S / 5)))².
///
/// A statement that nobody has seen outweighs every one that thirty have; one that its first few viewers like
/// outweighs it for a while.
pub fn weight(all: Sums, spread: f64) -> f64 {
    let seen = f64::from(all.seen);
    let passed = (f64::from(all.passed()) + 1.0) / (seen + 2.0);
    let importance = (1.0 - passed) * (spread + 1.0) * all.p();
    (importance * (1.0 + LIFT * (-seen / HALF).exp2())).powi(2)
}

/// Draws that many different ones, the heavier the likelier and the earlier: each next one by its share of the
/// weight of those not drawn yet. A weight that is not above zero is never drawn, so there may be fewer.
pub fn draw(weights: &[f64], how_many: usize, chance: &mut impl Rng) -> Vec<usize> {
    // The least of exponential variables with these rates is the next drawn; so are the second and so on
    // (Efraimidis and Spirakis, 2006).
    let mut waits: Vec<(f64, usize)> = weights
        .iter()
        .enumerate()
        .filter(|(_, weight)| weight.is_finite() && **weight > 0.0)
        .map(|(index, weight)| (-(1.0 - chance.random::<f64>()).ln() / weight, index))
        .collect();
    waits.sort_by(|a, b| a.0.total_cmp(&b.0));
    waits.into_iter().take(how_many).map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    fn sums(agree: u32, disagree: u32, seen: u32) -> Sums {
        Sums { agree, disagree, seen }
    }

    /// How often each comes first in many draws.
    fn firsts(weights: &[f64]) -> Vec<u32> {
        let mut chance = StdRng::seed_from_u64(7);
        let mut firsts = vec![0; weights.len()];
        for _ in 0..20_000 {
            firsts[draw(weights, 1, &mut chance)[0]] += 1;
        }
        firsts
    }

    #[test]
    fn weights_follow_the_formula() {
        assert!((weight(Sums::default(), 0.0) - (0.25f64 * 9.0).powi(2)).abs() < 1e-12);
        let five = (1.0 - 2.0 / 7.0) * 1.5 * (4.0 / 7.0) * 5.0;
        assert!((weight(sums(3, 1, 5), 0.5) - five * five).abs() < 1e-12);
    }

    #[test]
    fn each_comes_first_by_its_share_of_the_weight() {
        let firsts = firsts(&[1.0, 2.0, 0.0, 5.0]);
        assert_eq!(firsts[2], 0);
        for (first, share) in firsts.iter().zip([0.125, 0.25, 0.0, 0.625]) {
            assert!((f64::from(*first) / 20_000.0 - share).abs() < 0.02, "{firsts:?}");
        }
    }

    #[test]
    fn a_new_statement_comes_first_most_often() {
        let weights =
            [weight(Sums::default(), 0.0), weight(sums(20, 5, 30), 0.3), weight(sums(28, 1, 30), 0.1)];
        let firsts = firsts(&weights);
        assert!(firsts[0] > firsts[1] + firsts[2], "{firsts:?}");
        assert!(firsts[1] > 0 && firsts[2] > 0, "{firsts:?}");
    }

    #[test]
    fn weights_that_are_no_weights_are_never_drawn() {
        let weights = [f64::NAN, -1.0, 0.0, f64::INFINITY, 1e-300];
        assert_eq!(draw(&weights, 9, &mut StdRng::seed_from_u64(1)), [4]);
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_twice_and_as_many_as_there_are(
            weights in prop::collection::vec(0.0..10.0f64, 0..20), how_many in 0usize..25, seed: u64,
        ) {
            let drawn = draw(&weights, how_many, &mut StdRng::seed_from_u64(seed));
            let possible = weights.iter().filter(|weight| **weight > 0.0).count();
            prop_assert_eq!(drawn.len(), how_many.min(possible));
            let mut different = drawn.clone();
            different.sort_unstable();
            different.dedup();
            prop_assert_eq!(different.len(), drawn.len());
            prop_assert_eq!(drawn, draw(&weights, how_many, &mut StdRng::seed_from_u64(seed)));
        }

        #[test]
        fn a_new_statement_outweighs_any_that_thirty_have_seen(
            agree in 0u32..5000, disagree in 0u32..5000, passed in 0u32..5000, spread in 0.0..1.0f64,
        ) {
            prop_assume!(agree + disagree + passed >= 30);
            let known = weight(sums(agree, disagree, agree + disagree + passed), spread);
            prop_assert!(weight(Sums::default(), 0.0) > known);
        }

        #[test]
        fn passes_make_a_statement_less_deserving(agree in 0u32..50, passed in 1u32..50, disagree in 0u32..50) {
            let seen = agree + disagree + passed;
            prop_assert!(weight(sums(agree, disagree + passed, seen), 0.2) > weight(sums(agree, disagree, seen), 0.2));
        }

        #[test]
        fn weights_are_finite_above_zero_and_grow_with_the_spread(
            agree in 0u32..5000, disagree in 0u32..5000, passed in 0u32..5000, spread in 0.0..0.9f64,
        ) {
            let all = sums(agree, disagree, agree + disagree + passed);
            prop_assert!(weight(all, spread) > 0.0 && weight(all, spread).is_finite());
            prop_assert!(weight(all, spread + 0.1) > weight(all, spread));
        }
    }
}
