//! Somebody with every file in hand. They know how the bot seals, in code of their own, and lack nothing but the key.

use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// How long a key is.
pub const KEY: usize = 32;

/// The bytes of files, each with its name.
#[derive(Default)]
pub struct Haul(pub Vec<(String, Vec<u8>)>);

/// Something that was looked for and found: what, in which file, where.
#[derive(Debug, Clone)]
pub struct Hit {
    pub what: String,
    pub file: String,
    pub at: usize,
}

/// Bytes that are looked for, and what they are.
pub type Needle = (String, Vec<u8>);

impl Haul {
    /// Everything below a folder.
    pub fn of(folder: &Path) -> Self {
        let mut haul = Self::default();
        haul.collect(folder, folder);
        haul
    }

    fn collect(&mut self, root: &Path, folder: &Path) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                self.collect(root, &path);
            } else {
                let name = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
                self.0.push((name, std::fs::read(&path).expect("a file")));
            }
        }
    }

    /// The files whose names begin so.
    pub fn only(&self, start: &str) -> Self {
        Self(self.0.iter().filter(|(name, _)| name.starts_with(start)).cloned().collect())
    }

    /// The others.
    pub fn without(&self, start: &str) -> Self {
        Self(self.0.iter().filter(|(name, _)| !name.starts_with(start)).cloned().collect())
    }

    /// Looks for many things at once, at every byte.
    pub fn search(&self, needles: &[Needle]) -> Vec<Hit> {
        let mut by_start: Vec<Vec<usize>> = vec![Vec::new(); 1 << 16];
        for (at, (what, bytes)) in needles.iter().enumerate() {
            assert!(bytes.len() > 3, "{what} is too short to be looked for");
            by_start[start(bytes)].push(at);
        }
        let mut hits = Vec::new();
        for (file, bytes) in &self.0 {
            for at in 0..bytes.len().saturating_sub(1) {
                for needle in &by_start[start(&bytes[at..])] {
                    let (what, looked_for) = &needles[*needle];
                    if bytes[at..].starts_with(looked_for) {
                        hits.push(Hit { what: what.clone(), file: file.clone(), at });
                    }
                }
            }
        }
        hits
    }

    /// What stands around a place in a file.
    pub fn around(&self, hit: &Hit, reach: usize) -> &[u8] {
        let (_, bytes) = self.0.iter().find(|(name, _)| *name == hit.file).expect("the file");
        &bytes[hit.at.saturating_sub(reach)..(hit.at + reach).min(bytes.len())]
    }

    /// Every 32 bytes in a row that look like chance: a key repeats few bytes, and half of them are above 127. Of keys
    /// made by chance less than one in a million does not.
    pub fn like_keys(&self) -> std::collections::HashSet<[u8; KEY]> {
        let mut found = std::collections::HashSet::new();
        for (_, bytes) in &self.0 {
            let mut seen = [0u8; 256];
            let (mut different, mut high) = (0, 0);
            for at in 0..bytes.len() {
                let new = &mut seen[usize::from(bytes[at])];
                different += usize::from(*new == 0);
                *new += 1;
                high += usize::from(bytes[at] > 127);
                if at >= KEY {
                    let old = bytes[at - KEY];
                    let left = &mut seen[usize::from(old)];
                    *left -= 1;
                    different -= usize::from(*left == 0);
                    high -= usize::from(old > 127);
                }
                if at + 1 >= KEY && different >= 20 && (3..=29).contains(&high) {
                    found.insert(bytes[at + 1 - KEY..=at].try_into().expect("as long as a key"));
                }
            }
        }
        found
    }
}

fn start(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

fn mac(key: &[u8], word: &[u8], about: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length will do");
    mac.update(&[word, &[0], about].concat());
    mac.finalize().into_bytes().into()
}

/// Where somebody's ballot lies, for who has the key.
pub fn tag(key: &[u8], person: i64) -> [u8; 16] {
    mac(key, b"tag", &person.to_be_bytes())[..16].try_into().expect("long enough")
}

/// What opens ballots: made from the key, and as good as it.
pub fn ballot_key(key: &[u8]) -> [u8; KEY] {
    mac(key, b"key", b"ballot")
}

/// What a sealed ballot says to who has the key that was made from the vote's.
pub fn open_with(ballot_key: &[u8; KEY], tag: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<12>()?;
    let cipher = ChaCha20Poly1305::new(&(*ballot_key).into());
    cipher.decrypt(&Nonce::from(*nonce), Payload { msg: sealed, aad: tag }).ok()
}

/// Every form in which a few bytes may be written down.
pub fn forms(what: &str, bytes: &[u8]) -> Vec<Needle> {
    use base64::Engine;
    use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let listed = |between: &str| bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(between);
    let mut forms = vec![
        (format!("{what} as bytes"), bytes.to_vec()),
        (format!("{what} as hex"), hex.clone().into_bytes()),
        (format!("{what} as HEX"), hex.to_uppercase().into_bytes()),
        (format!("{what} as a list"), listed(",").into_bytes()),
        (format!("{what} as a spaced list"), listed(", ").into_bytes()),
    ];
    // In base64 it depends on what stands before; the letters that this touches are left out.
    for before in 0..3 {
        for (name, letters) in [
            ("base64", STANDARD_NO_PAD.encode([&vec![0; before], bytes].concat())),
            ("base64 for addresses", URL_SAFE_NO_PAD.encode([&vec![0; before], bytes].concat())),
        ] {
            let inner = letters[if before == 0 { 0 } else { before + 1 }..letters.len() - 1].to_owned();
            forms.push((format!("{what} as {name} after {before}"), inner.into_bytes()));
        }
    }
    forms
}
