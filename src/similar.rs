//! How alike two short texts are, whatever their endings, word order and apostrophes.
//!
//! A text is taken apart into words without what changes in them: case, apostrophes and stress; letters that are
//! often mixed up become one; words that say little are left out, and common endings are cut. What remains of
//! each word is taken as its groups of three letters, so that a slip of the finger costs little. Two texts are as alike as
//! the groups they share: of both texts together, and, where the shorter one says enough, of the shorter one. The numbers
//! here were chosen by `tests/data/similar/pairs.csv`, and are held by a test.

mod index;

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

use index::Shelf;
pub use index::{Found, Index};

/// From here on two texts look close.
pub const CLOSE: f32 = 0.70;

/// What one word weighs, if it says much: a number that divides well.
const WHOLE: u32 = 4096;
/// A word is whole when that many letters are left of it; shorter ones weigh less.
const FULL_LENGTH: usize = 7;
/// How many letters an ending leaves at least.
const LEAST_LEFT: usize = 3;
/// How much the share of the shorter text counts, when that has at least [`ENOUGH`] whole words.
const SHARE: f32 = 0.7;
const ENOUGH: f32 = 3.0;

/// Words that say nothing of what is proposed, as people write them.
const STOP: &str = include_str!("similar/stop.txt");
/// What is left of words that many proposals of such a network have: they weigh six tenths.
const COMMON: &str = include_str!("similar/common.txt");
/// Endings that are cut, as people write them; the longest that fits is taken.
const ENDINGS: &str = include_str!("similar/endings.txt");
/// Pairs of letters, of which the first is taken for the second.
const LETTERS: &str = include_str!("similar/letters.txt");
/// The vowel of closed syllables with what it becomes in open ones, and all vowels.
const ALTERNATING: &str = include_str!("similar/alternating.txt");

/// Three letters of a word, or fewer at its end, and what they weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Group {
    letters: [u16; 3],
    weight: u16,
}

/// What a text comes to when it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gist {
    /// In the order of their letters, each once.
    groups: Box<[Group]>,
    weight: u32,
}

impl Gist {
    /// How alike they are: from 0 to 1, the same in both directions. Two texts of which nothing is left are not alike.
    pub fn likeness(&self, other: &Self) -> f32 {
        self.likeness_of(other, self.shared(other))
    }

    /// The same where they share so much.
    fn likeness_of(&self, other: &Self, shared: u32) -> f32 {
        let (shared, mine, theirs) = (shared as f32, self.weight as f32, other.weight as f32);
        if shared == 0.0 {
            return 0.0;
        }
        let shorter = mine.min(theirs);
        let share = SHARE * (shorter / WHOLE as f32 / ENOUGH).min(1.0);
        2.0 * shared / (mine + theirs) * (1.0 - share) + shared / shorter * share
    }

    /// How many bytes it takes.
    pub fn size(&self) -> usize {
        size_of::<Self>() + size_of_val(&*self.groups)
    }

    fn shared(&self, other: &Self) -> u32 {
        let (mut mine, mut theirs) = (self.groups.iter().peekable(), other.groups.iter().peekable());
        let mut shared = 0;
        while let (Some(one), Some(two)) = (mine.peek(), theirs.peek()) {
            let order = one.letters.cmp(&two.letters);
            if order.is_eq() {
                shared += u32::from(one.weight.min(two.weight));
            }
            if order.is_le() {
                mine.next();
            }
            if order.is_ge() {
                theirs.next();
            }
        }
        shared
    }
}

/// Takes texts apart. Making one costs a little, so it is kept.
#[derive(Debug)]
pub struct Reader {
    stop: HashSet<String>,
    common: HashSet<String>,
    /// The longest that fits is cut.
    endings: HashSet<String>,
    /// How many bytes the longest of them has.
    longest: usize,
    letters: Vec<(char, char)>,
    /// The vowel of closed syllables, what it becomes in open ones, and all vowels.
    alternating: Option<(char, char, &'static str)>,
}

impl Default for Reader {
    fn default() -> Self {
        let pair = |pair: &str| Some((pair.chars().next()?, pair.chars().nth(1)?));
        let letters = LETTERS.split_whitespace().filter_map(pair).collect();
        let alternating = ALTERNATING.trim().split_once(' ').and_then(|(two, vowels)| {
            let (closed, open) = pair(two)?;
            Some((closed, open, vowels))
        });
        let mut reader = Self { letters, alternating, ..Self::knowing_nothing() };
        reader.stop = reader.words(STOP).into_iter().collect();
        reader.common = reader.words(COMMON).into_iter().collect();
        reader.endings = reader.words(ENDINGS).into_iter().collect();
        reader.longest = reader.endings.iter().map(String::len).max().unwrap_or(0);
        reader
    }
}

impl Reader {
    fn knowing_nothing() -> Self {
        let (stop, common, endings) = (HashSet::new(), HashSet::new(), HashSet::new());
        Self { stop, common, endings, longest: 0, letters: Vec::new(), alternating: None }
    }

    /// What a text comes to.
    pub fn read(&self, text: &str) -> Gist {
        let all = self.words(text);
        let mut telling: Vec<&String> = all.iter().filter(|word| !self.stop.contains(*word)).collect();
        if telling.is_empty() {
            telling = all.iter().collect();
        }
        let mut parts = Vec::with_capacity(telling.len() * 6);
        for word in telling {
            self.take_apart(word, &mut parts);
        }
        parts.sort_unstable();
        let together = parts.chunk_by(|(one, _), (two, _)| one == two);
        let groups: Box<[Group]> = together
            .filter_map(|same| {
                let weight: u32 = same.iter().map(|(_, weight)| *weight).sum();
                let (letters, _) = same.first()?;
                Some(Group { letters: *letters, weight: u16::try_from(weight).unwrap_or(u16::MAX) })
            })
            .collect();
        let weight = groups.iter().map(|group| u32::from(group.weight)).sum();
        Gist { groups, weight }
    }

    /// The words of a text, as they are compared.
    fn words(&self, text: &str) -> Vec<String> {
        let mut plain = String::with_capacity(text.len());
        for c in text.chars().flat_map(char::to_lowercase) {
            match c {
                // Apostrophes, stress, and the Russian hard sign.
                '\'' | '`' | '\u{B4}' | '\u{2B9}' | '\u{2BC}' | '\u{2018}' | '\u{2019}' | '\u{2032}'
                | '\u{301}' | '\u{44A}' => {}
                c if c.is_alphanumeric() => {
                    let same = self.letters.iter().find(|(from, _)| *from == c);
                    plain.push(same.map_or(c, |(_, to)| *to));
                }
                _ => plain.push(' '),
            }
        }
        plain.split_ascii_whitespace().map(str::to_owned).collect()
    }

    fn take_apart(&self, word: &str, parts: &mut Vec<([u16; 3], u32)>) {
        let left = self.without_ending(word);
        let other = self.alternated(word, left);
        let half = if other.is_some() { 2 } else { 1 };
        for form in [Some(left), other.as_deref()].into_iter().flatten() {
            // A group begins with what no word has, so that beginnings count as such.
            let letters: Vec<u16> = std::iter::once(0).chain(form.encode_utf16()).collect();
            let number = letters.len().saturating_sub(2).max(1);
            let length = (letters.len() - 1).min(FULL_LENGTH) as u32;
            let weight = match left {
                digits if digits.chars().any(char::is_numeric) => WHOLE,
                common if self.common.contains(common) => WHOLE * 6 * length / (10 * FULL_LENGTH as u32),
                _ => WHOLE * length / FULL_LENGTH as u32,
            };
            for at in 0..number {
                let letter = |next: usize| letters.get(at + next).copied().unwrap_or(0);
                parts.push(([letter(0), letter(1), letter(2)], weight / number as u32 / half));
            }
        }
    }

    /// A word without an ending may have another vowel than with one, as the words for schools and roads do. Not every word
    /// has, so it counts half as either.
    fn alternated(&self, word: &str, left: &str) -> Option<String> {
        let (closed, open, vowels) = self.alternating?;
        let mut letters = left.char_indices().rev();
        let (_, last) = letters.next().filter(|_| word.len() == left.len())?;
        let (at, vowel) = letters.next()?;
        let enough = left.chars().count() > LEAST_LEFT;
        (enough && vowel == closed && last.is_alphabetic() && !vowels.contains(last))
            .then(|| format!("{}{open}{last}", &left[..at]))
    }

    fn without_ending<'a>(&self, word: &'a str) -> &'a str {
        if word.chars().any(char::is_numeric) {
            return word;
        }
        let cuts = word.char_indices().map(|(at, _)| at).skip(LEAST_LEFT);
        let mut cuts = cuts.skip_while(|at| word.len() - at > self.longest);
        // The longest ending comes first.
        let cut = cuts.find(|at| self.endings.contains(&word[*at..]));
        cut.map_or(word, |at| &word[..at])
    }
}

/// Finds what is close to a text. Which texts there are is said anew each time, so nothing here can be out of date: what is
/// remembered is only what each text comes to. Cloned freely.
#[derive(Debug, Clone, Default)]
pub struct Finder(Arc<Mutex<Remembered>>);

#[derive(Debug, Default)]
struct Remembered {
    reader: Reader,
    shelf: Shelf,
    /// Where on the shelf a text's gist stands; of the text only a hash is kept.
    places: HashMap<u64, u32>,
    hasher: RandomState,
}

/// How many texts are remembered at most: some ten megabytes.
const MOST: usize = 25_000;

impl Finder {
    /// Those of these texts that look close to one, the closest first.
    pub fn close<K>(
        &self,
        text: &str,
        among: impl IntoIterator<Item = (K, impl AsRef<str>)>,
        most: usize,
    ) -> Vec<K> {
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // What people took away, and what nobody has asked about for long, is let go with the rest.
        if remembered.shelf.len() > MOST {
            *remembered = Remembered::default();
        }
        let placed: Vec<(K, u32)> =
            among.into_iter().map(|(key, other)| (key, remembered.place(other.as_ref()))).collect();
        let wanted = remembered.reader.read(text);
        let close: HashMap<u32, f32> = remembered.shelf.close(&wanted).into_iter().collect();
        let found = placed.into_iter().filter_map(|(key, place)| Some((*close.get(&place)?, key)));
        let mut found: Vec<(f32, K)> = found.collect();
        found.sort_by(|(one, _), (two, _)| two.total_cmp(one));
        found.into_iter().take(most).map(|(_, key)| key).collect()
    }

    /// Takes texts apart that somebody will ask about, so that the first who does need not wait for that.
    pub fn warm(&self, texts: impl IntoIterator<Item = impl AsRef<str>>) {
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for text in texts.into_iter().take(MOST) {
            remembered.place(text.as_ref());
        }
    }

    /// How many bytes it holds, nearly.
    pub fn size(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).shelf.size()
    }
}

impl Remembered {
    fn place(&mut self, text: &str) -> u32 {
        let hash = self.hasher.hash_one(text);
        match self.places.get(&hash) {
            Some(place) => *place,
            None => {
                let place = self.shelf.put(self.reader.read(text));
                self.places.insert(hash, place);
                place
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn endings_apostrophes_and_letters_make_no_difference() {
        let reader = Reader::default();
        let like = |one: &str, two: &str| reader.read(one).likeness(&reader.read(two));
        for (one, two) in [
            ("Тепла школа", "теплі школи!"),
            ("Об'єднати сім’ї", "обʼєднання сімей"),
            ("ґрунт", "грунти"),
            ("за\u{301}мок", "замок"),
            ("ремонт доріг", "Ремонт дороги"),
        ] {
            assert!(like(one, two) > 0.8, "{one} / {two}: {}", like(one, two));
        }
        for (one, two) in [("Думка 1", "Думка 11"), ("Думка 10", "Думка 11"), ("Річка", "Ліс"), ("👍", "👎")]
        {
            assert!(like(one, two) < 0.6, "{one} / {two}: {}", like(one, two));
        }
    }

    #[test]
    fn what_is_close_is_found_in_order_and_edits_count_at_once() {
        let finder = Finder::default();
        let among = [(1, "Теплі школи"), (2, "Ремонт дороги до школи"), (3, "Ремонт дороги")];
        assert_eq!(finder.close("Ремонтувати дорогу до школи", among, 3), [2, 3]);
        assert_eq!(finder.close("Ремонтувати дорогу до школи", among, 1), [2]);
        let edited = [(1, "Теплі школи"), (2, "Літній табір"), (3, "Ремонт дороги до школи")];
        assert_eq!(finder.close("Ремонтувати дорогу до школи", edited, 3), [3]);
    }

    #[derive(Default)]
    struct Found {
        rightly: u32,
        wrongly: u32,
        missed: u32,
    }

    impl Found {
        fn precision(&self) -> f64 {
            f64::from(self.rightly) / f64::from(self.rightly + self.wrongly)
        }

        fn recall(&self) -> f64 {
            f64::from(self.rightly) / f64::from(self.rightly + self.missed)
        }
    }

    /// The threshold and the numbers above were chosen by one half of the pairs; the other half says what that is worth.
    #[test]
    fn pairs_that_people_wrote_are_told_apart() {
        let reader = Reader::default();
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/similar/pairs.csv");
        let mut rows = csv::Reader::from_path(file).expect("the pairs");
        let (mut tune, mut held) = (Found::default(), Found::default());
        for row in rows.records() {
            let row = row.expect("four columns");
            let [part, same, one, two] = [0, 1, 2, 3].map(|at| &row[at]);
            let likeness = reader.read(one).likeness(&reader.read(two));
            let found = if part == "tune" { &mut tune } else { &mut held };
            let (close, same) = (likeness >= CLOSE, same == "1");
            match (close, same) {
                (true, true) => found.rightly += 1,
                (true, false) => found.wrongly += 1,
                (false, true) => found.missed += 1,
                (false, false) => {}
            }
            if close != same {
                println!("{likeness:.2} {} {part}: {one} | {two}", if same { "missed " } else { "wrongly" });
            }
        }
        for (name, found) in [("tuning", &tune), ("held out", &held)] {
            println!("{name}: precision {:.2}, recall {:.2}", found.precision(), found.recall());
        }
        assert!(tune.precision() >= 0.90 && tune.recall() >= 0.70);
        assert!(held.precision() >= 0.80 && held.recall() >= 0.62);
    }

    proptest! {
        #[test]
        fn likeness_is_a_likeness(one in ".*|[а-щьюяєіїґ' -]{0,80}", two in ".*|[а-щьюяєіїґ' -]{0,80}") {
            let reader = Reader::default();
            let (first, second) = (reader.read(&one), reader.read(&two));
            let likeness = first.likeness(&second);
            prop_assert_eq!(likeness, second.likeness(&first));
            prop_assert!((0.0..=1.0001).contains(&likeness));
            let itself = first.likeness(&first);
            prop_assert!(itself > 0.999 || first.weight == 0);
            prop_assert!(first.weight == 0 || itself + 0.0001 >= likeness);
        }
    }
}
