//! Many texts at once: which of them shares groups of letters with a text is looked up, not tried one by one. What is
//! found is what trying would find.

use std::collections::HashMap;

use super::{CLOSE, Gist, Reader};

/// Gists that are found by what they share with another.
#[derive(Debug, Default)]
pub struct Shelf {
    gists: Vec<Gist>,
    /// In which gists a group of letters stands.
    places: HashMap<[u16; 3], Vec<u32>>,
    /// How much of what is looked for each gist may share; zero between two searches.
    shared: Vec<u32>,
}

impl Shelf {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.gists.len()
    }

    /// How many bytes it takes, nearly.
    pub fn size(&self) -> usize {
        let places: usize = self.places.values().map(|places| places.capacity() * 4 + 48).sum();
        self.gists.iter().map(Gist::size).sum::<usize>() + places + self.shared.capacity() * 4
    }

    /// Puts one up; its place is how many there were.
    pub fn put(&mut self, gist: Gist) -> u32 {
        let place = u32::try_from(self.gists.len()).unwrap_or(u32::MAX);
        for group in &gist.groups {
            self.places.entry(group.letters).or_default().push(place);
        }
        self.gists.push(gist);
        self.shared.push(0);
        place
    }

    /// Those that look close, each with how alike it is.
    pub fn close(&mut self, gist: &Gist) -> Vec<(u32, f32)> {
        let mut touched = Vec::new();
        for group in &gist.groups {
            for place in self.places.get(&group.letters).into_iter().flatten() {
                let shared = &mut self.shared[*place as usize];
                if *shared == 0 {
                    touched.push(*place);
                }
                // No less than they share: enough to leave most of them out.
                *shared += u32::from(group.weight);
            }
        }
        let close = touched.into_iter().filter_map(|place| {
            let most = std::mem::take(&mut self.shared[place as usize]);
            let other = &self.gists[place as usize];
            if gist.likeness_of(other, most) < CLOSE {
                return None;
            }
            Some((place, gist.likeness(other))).filter(|(_, likeness)| *likeness >= CLOSE)
        });
        close.collect()
    }
}

/// Texts to look among, each in its place.
#[derive(Debug, Default)]
pub struct Index {
    reader: Reader,
    shelf: Shelf,
    /// The first of those that are the same but for case, signs and spaces.
    first: HashMap<String, u32>,
}

/// What a text is like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found {
    /// The same but for case, signs and spaces.
    Same(usize),
    /// The closest.
    Close(usize),
}

impl Index {
    /// Looks for a text, then adds it: its place is how many there were.
    pub fn find_and_add(&mut self, text: &str) -> Option<Found> {
        let (gist, plain) = (self.reader.read(text), self.plain(text));
        let same = self.first.get(&plain).map(|place| Found::Same(*place as usize));
        let found = same.or_else(|| {
            let close = self.shelf.close(&gist).into_iter();
            // Of equal ones the first.
            let best = close.max_by(|one, two| one.1.total_cmp(&two.1).then(two.0.cmp(&one.0)));
            best.map(|(place, _)| Found::Close(place as usize))
        });
        self.put(gist, plain);
        found
    }

    /// Adds a text.
    pub fn add(&mut self, text: &str) {
        let (gist, plain) = (self.reader.read(text), self.plain(text));
        self.put(gist, plain);
    }

    /// A text without what makes no difference. Signs alone are a text, too.
    fn plain(&self, text: &str) -> String {
        let words = self.reader.words(text).join(" ");
        if words.is_empty() { text.trim().to_owned() } else { words }
    }

    fn put(&mut self, gist: Gist, plain: String) {
        let place = self.shelf.put(gist);
        self.first.entry(plain).or_insert(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_and_the_closest_are_found() {
        let mut index = Index::default();
        let mut find = |text| index.find_and_add(text);
        assert_eq!(find("Ремонт дороги"), None);
        assert_eq!(find("Теплі школи"), None);
        assert_eq!(find("ремонт  ДОРОГИ!"), Some(Found::Same(0)));
        assert_eq!(find("Тепла школа"), Some(Found::Close(1)));
        assert_eq!(find("Ремонт дороги до школи"), Some(Found::Close(0)));
        assert_eq!(find("👍"), None);
        assert_eq!(find("👎"), None);
        assert_eq!(find("👍"), Some(Found::Same(5)));
    }

    proptest! {
        #[test]
        fn looking_up_finds_what_trying_finds(
            texts in prop::collection::vec("((дорог|школ|тепл|рем)(а|и|ою|онт)? ?){1,5}", 1..12),
        ) {
            let reader = Reader::default();
            let mut index = Index::default();
            for (at, text) in texts.iter().enumerate() {
                let gist = reader.read(text);
                let best = texts[..at].iter().map(|other| gist.likeness(&reader.read(other))).fold(0.0, f32::max);
                match index.find_and_add(text) {
                    Some(Found::Same(found)) => prop_assert_eq!(reader.words(text), reader.words(&texts[found])),
                    Some(Found::Close(found)) => {
                        prop_assert_eq!(gist.likeness(&reader.read(&texts[found])), best);
                    }
                    None => prop_assert!(best < CLOSE),
                }
            }
        }
    }
}
