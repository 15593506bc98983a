//! The game: two people choose differently, and a coin says who chooses what. The attacker gets all that is left when
//! the vote is closed, with a backup of the time before, and says how the coin fell.
//!
//! A thousand votes through Telegram would take many minutes, and most of that for drawing results, which are the same
//! for both sides of the coin. So each vote goes through a database file and a key file of its own, sealed ballots, and
//! what the bot does at closing, up to telling.

use std::path::{Path, PathBuf};
use std::time::Duration;

use merezha::db::Db;
use merezha::ids::VoteId;
use merezha::keys::{Key, Keys};
use merezha::votes::flow::closing;
use merezha::votes::seal::{self, Tag};
use merezha::votes::store::ballots;
use merezha::votes::store::roll::{self, Voter};
use merezha::votes::{Answer, Ballot, Counted, store};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::attacker::Haul;
use crate::support::{Network, START};

const RUNS: usize = 1_000;
/// So many are played side by side.
const PLAYERS: usize = 2;
/// A fair coin falls outside of this once in three million times: 500 ± 5.1 · √250.
const FAIR: std::ops::RangeInclusive<usize> = 420..=580;

/// What the attacker has: the people as they stand in the roll, and which tag and receipt is whose (from watching the
/// file change, and from looking at phones). Only not the key.
struct Loot {
    tags: [Vec<u8>; 2],
    receipts: [String; 2],
    counted: Counted,
    file: String,
    before: Vec<(Vec<u8>, Vec<u8>)>,
    disk: Haul,
}

/// Whether the first person chose the first answer; None: nothing says so, and a coin is thrown.
type Guess = fn(&Loot) -> Option<bool>;

/// Ways to guess.
const GUESSES: [(&str, Guess); 8] = [
    ("the file lists ballots as people stand in the roll", |loot| Some(first_line(loot))),
    ("the file lists ballots as they lay, by tags", |loot| {
        Some(first_line(loot) == (loot.tags[0] < loot.tags[1]))
    }),
    ("the file lists ballots as receipts are sorted", |loot| {
        Some(first_line(loot) == (loot.receipts[0] < loot.receipts[1]))
    }),
    ("a greater choice makes a greater box", |loot| {
        let of =
            |at: usize| loot.before.iter().find(|(tag, _)| *tag == loot.tags[at]).map(|(_, sealed)| sealed);
        Some(of(0) < of(1))
    }),
    ("the result is worked out from the first ballot on", |loot| {
        let first = loot.counted.outcome.committees.first().and_then(|first| first.winners.first());
        first.map(|winner| winner.option == 0)
    }),
    ("an answer still lies on the disk, near the front or the end", |loot| {
        let answers = [0, 1].map(|which| (which.to_string(), answer(which).0.to_vec()));
        let hits = loot.disk.search(&answers);
        let first = |what: &str| hits.iter().find(|hit| hit.what == what).map(|hit| hit.at);
        Some(first("0")? < first("1")?)
    }),
    ("the files are longer or shorter", |loot| {
        Some(loot.disk.0.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() / 512 % 2 == 0)
    }),
    ("the sum of all bytes is even", |loot| {
        let sum = |bytes: &[u8]| {
            bytes.iter().fold(0u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(*byte)))
        };
        Some(loot.disk.0.iter().map(|(_, bytes)| sum(bytes)).fold(0, u64::wrapping_add) >> 7 & 1 == 0)
    }),
];

/// The first ballot in the published file is for the first option.
fn first_line(loot: &Loot) -> bool {
    let (_, votes) = loot.file.split_once("VOTES\nvoter_id;vote\n").expect("a list of ballots");
    votes.lines().next() == Some("1;1,3,5")
}

/// Equally long, and nothing that lies about by itself.
fn answer(which: usize) -> Answer {
    let chosen = [[1, 0, 1, 0, 1, 0], [0, 1, 0, 1, 0, 1]][which];
    Answer(std::array::from_fn(|at| chosen.get(at).copied().unwrap_or(0)))
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_which_of_two_people_chose_what_wins_no_more_often_than_a_coin() {
    let seed: u64 = StdRng::from_os_rng().random();
    println!("seed {seed}");
    let (network, template) = scene().await;
    let playing = (0..PLAYERS).map(|player| {
        let (template, folder) = (template.clone(), network.folder().join(format!("player-{player}")));
        let chance = StdRng::seed_from_u64(seed.wrapping_add(player as u64));
        tokio::task::spawn_blocking(move || {
            tokio::runtime::Handle::current().block_on(games(&template, &folder, chance))
        })
    });
    let mut won = [0; GUESSES.len()];
    for player in playing.collect::<Vec<_>>() {
        let of_player = player.await.expect("it plays");
        won.iter_mut().zip(of_player).for_each(|(won, more)| *won += more);
    }
    for ((guess, _), won) in GUESSES.iter().zip(won) {
        println!("{won} of {RUNS}: {guess}");
    }
    for ((guess, _), won) in GUESSES.iter().zip(won) {
        assert!(FAIR.contains(&won), "{won} of {RUNS} are won by: {guess}");
    }
    network.end().await;
}

/// A player's share of the games: how often each guess was right.
async fn games(template: &Path, folder: &Path, mut chance: StdRng) -> [usize; GUESSES.len()] {
    let mut won = [0; GUESSES.len()];
    for _ in 0..RUNS / PLAYERS {
        let coin = chance.random();
        let (loot, _) = play(template, folder, coin, &mut chance).await;
        for (won, (_, guess)) in won.iter_mut().zip(GUESSES) {
            *won += usize::from(guess(&loot).unwrap_or_else(|| chance.random()) == coin);
        }
    }
    won
}

#[tokio::test]
async fn whoever_has_the_key_wins_the_game_every_time() {
    let (network, template) = scene().await;
    let mut chance = StdRng::from_os_rng();
    for _ in 0..20 {
        let coin = chance.random();
        let folder = network.folder().join("player");
        let (loot, key) = play(&template, &folder, coin, &mut chance).await;
        let (tag, sealed) = loot.before.iter().find(|(tag, _)| *tag == loot.tags[0]).expect("it lay there");
        let tag: [u8; 16] = tag.as_slice().try_into().expect("a tag");
        let ballot = seal::open_ballot(&key, &tag, sealed).expect("it opens");
        assert_eq!(ballot.handed_in == Some(answer(0)), coin);
    }
    network.end().await;
}

/// A vote of two people is open, and nobody has voted yet: the file of the bot, which every game begins with.
async fn scene() -> (Network, PathBuf) {
    let (mut network, oksana) = Network::start().await;
    network.join(&oksana, ["Петро"]).await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи\nВода\nЛіси\nМузей\nРинок", &[]).await;
    network.stop().await;
    let template = network.folder().join("merezha.db");
    (network, template)
}

async fn save(db: &Db, key: &Key, vote: VoteId, tag: &Tag, ballot: &Ballot, chance: &mut StdRng) {
    let sealed = seal::seal_ballot(key, tag, ballot, chance);
    let mut tx = db.write().await.expect("begins");
    let handed_in = ballot.handed_in.is_some();
    ballots::save(&mut tx, vote, tag, &sealed, handed_in, false).await.expect("saved");
    tx.commit().await.expect("commits");
}

/// One vote from its first mark to its end, and what is left of it. `coin`: the first person takes the first answer.
async fn play(template: &Path, folder: &Path, coin: bool, chance: &mut StdRng) -> (Loot, Key) {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::copy(template, folder.join("merezha.db")).expect("copied");
    let keys = Keys::open(&folder.join("keys")).expect("a folder of keys");
    let key = Key::random(chance);
    keys.keep("vote-1", &key).expect("kept");
    let db = Db::open(&format!("sqlite:{}", folder.join("merezha.db").display())).await.expect("opens");
    let mut tx = db.write().await.expect("begins");
    let vote = *store::with_key(&mut tx).await.expect("listed").first().expect("the open vote");
    let voters = roll::all(&mut tx, vote).await.expect("listed");
    tx.commit().await.expect("commits");
    let answers = if coin { [answer(0), answer(1)] } else { [answer(1), answer(0)] };

    // Who comes first is chance, too; each mark is saved.
    let first = usize::from(chance.random::<bool>());
    for at in [first, 1 - first] {
        let tag = seal::tag(&key, voters[at].id);
        let mut ballot = Ballot::default();
        for option in answers[at].named() {
            ballot.marked.0[usize::from(option)] = 1;
            save(&db, &key, vote, &tag, &ballot, chance).await;
        }
        ballot.handed_in = Some(ballot.marked);
        save(&db, &key, vote, &tag, &ballot, chance).await;
    }
    let mut tx = db.write().await.expect("begins");
    let lying = ballots::all(&mut tx, vote).await.expect("listed");
    closing::begin(&mut tx, vote, START).await.expect("closes");
    tx.commit().await.expect("commits");
    let now = START.after(Duration::from_secs(60));
    assert!(closing::step(&db, &keys, vote, 5, now, chance).await.expect("counted"));
    // The next step without drawing the result, which is the same for both sides of the coin.
    keys.destroy("vote-1").expect("destroyed");
    assert!(db.forget_log().await.expect("emptied"));
    let mut tx = db.write().await.expect("begins");
    let counted = store::result(&mut tx, vote).await.expect("read").expect("a result");
    let file = store::file(&mut tx, vote).await.expect("read").expect("a file");
    drop(tx);
    db.close().await.expect("closes");

    let whose = |voter: &Voter| (seal::tag(&key, voter.id).to_vec(), seal::receipt(&key, voter.id).0);
    let [(first_tag, first_receipt), (second_tag, second_receipt)] = [whose(&voters[0]), whose(&voters[1])];
    let loot = Loot {
        tags: [first_tag, second_tag],
        receipts: [first_receipt, second_receipt],
        counted,
        file,
        before: lying.into_iter().map(|lying| (lying.tag, lying.sealed)).collect(),
        disk: Haul::of(folder),
    };
    assert!(loot.disk.only("keys").0.is_empty());
    (loot, key)
}
