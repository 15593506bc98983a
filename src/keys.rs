//! Secrets that live outside of the database, so that a copy of the database says nothing without them.
//!
//! A key is a small file of its own. Making one ends with the key on the disk; destroying one overwrites it first, and
//! can be begun again however it was cut off. An SSD may keep what was overwritten: the disk should be encrypted.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hmac::{Hmac, Mac};
use rand::Rng;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// How long a key is, in bytes.
pub const LENGTH: usize = 32;
const NONCE: usize = 12;

/// A secret of one thing. It has no `Debug`, and its memory is overwritten when it is dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; LENGTH]);

impl Key {
    /// A key made by chance.
    pub fn random(chance: &mut impl Rng) -> Self {
        Self(chance.random())
    }

    /// The secret itself.
    pub fn reveal(&self) -> &[u8; LENGTH] {
        &self.0
    }

    /// Seals something for the place that it is bound to, by ChaCha20-Poly1305 (RFC 8439) with a nonce by chance; `what`
    /// keeps different uses apart.
    pub fn seal(&self, what: &[u8], bound_to: &[u8], plain: &[u8], chance: &mut impl Rng) -> Vec<u8> {
        let nonce: [u8; NONCE] = chance.random();
        let sealed = self
            .cipher(what)
            .encrypt(&Nonce::from(nonce), Payload { msg: plain, aad: bound_to })
            .expect("a short text can be sealed");
        [&nonce[..], &sealed].concat()
    }

    /// Opens it; none: it is not what [`Self::seal`] made for that place.
    pub fn open(&self, what: &[u8], bound_to: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        self.cipher(what).decrypt(&Nonce::from(*nonce), Payload { msg: sealed, aad: bound_to }).ok()
    }

    fn cipher(&self, what: &[u8]) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&self.mac(b"key", what).into())
    }

    /// HMAC-SHA-256 (RFC 2104) of a word, which keeps different uses apart, and of what it is about.
    pub fn mac(&self, word: &[u8], about: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("any length will do");
        mac.update(word);
        mac.update(&[0]);
        mac.update(about);
        mac.finalize().into_bytes().into()
    }
}

/// The folder of keys; cloned freely.
#[derive(Debug, Clone)]
pub struct Keys {
    folder: PathBuf,
}

impl Keys {
    /// The keys in a folder, which is made when it is not there.
    pub fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).context("Make the folder of keys")?;
        allow_only_owner(folder, 0o700)?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Keeps a key under a name. When this returns, it is on the disk.
    pub fn keep(&self, name: &str, key: &Key) -> Result<()> {
        let path = self.path(name);
        let mut file = File::create(&path).context("Make a key")?;
        allow_only_owner(&path, 0o600)?;
        file.write_all(&key.0).context("Write a key")?;
        file.sync_all().context("Keep a key")?;
        self.sync()
    }

    /// The key under a name; None: there is none, or what there is was cut off.
    pub fn get(&self, name: &str) -> Result<Option<Key>> {
        let mut file = match File::open(self.path(name)) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).context("Open a key"),
        };
        let mut key = Key([0; LENGTH]);
        match file.read_exact(&mut key.0) {
            // Overwritten already: the rest of its destruction was cut off.
            Ok(()) if key.0 == [0; LENGTH] => Ok(None),
            Ok(()) => Ok(Some(key)),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error).context("Read a key"),
        }
    }

    /// Overwrites a key and removes it. There is no harm in a second time.
    pub fn destroy(&self, name: &str) -> Result<()> {
        let path = self.path(name);
        match OpenOptions::new().write(true).open(&path) {
            Ok(mut file) => {
                file.write_all(&[0; LENGTH]).context("Overwrite a key")?;
                file.sync_all().context("Overwrite a key on the disk")?;
            }
            Err(error) if error.kind() == ErrorKind::NotFound => return self.sync(),
            Err(error) => return Err(error).context("Open a key to destroy it"),
        }
        fs::remove_file(&path).context("Remove a key")?;
        self.sync()
    }

    /// The names of all keys.
    pub fn names(&self) -> Result<Vec<String>> {
        let entries = fs::read_dir(&self.folder).context("List the keys")?;
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        Ok(names.filter_map(|name| name.strip_suffix(".key").map(str::to_owned)).collect())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.key"))
    }

    /// That a file is there, or gone, is written in its folder.
    fn sync(&self) -> Result<()> {
        #[cfg(unix)]
        File::open(&self.folder).and_then(|folder| folder.sync_all()).context("Keep the folder of keys")?;
        Ok(())
    }
}

#[cfg(unix)]
fn allow_only_owner(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).context("Close a key to others")
}

#[cfg(not(unix))]
fn allow_only_owner(_: &Path, _: u32) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    #[test]
    fn a_key_is_kept_for_its_owner_only_until_it_is_destroyed() {
        let folder = std::env::temp_dir().join(format!("merezha-keys-{}", std::process::id()));
        let keys = Keys::open(&folder).expect("opens");
        let key = Key::random(&mut StdRng::seed_from_u64(1));
        keys.keep("vote-1", &key).expect("kept");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
            assert_eq!((mode(&folder), mode(&folder.join("vote-1.key"))), (0o700, 0o600));
        }
        let again = Keys::open(&folder).expect("opens").get("vote-1").expect("read").expect("there");
        assert_eq!(again.reveal(), key.reveal());
        assert_eq!(keys.names().expect("listed"), ["vote-1"]);
        for _ in 0..2 {
            keys.destroy("vote-1").expect("destroyed, and once more");
            assert!(keys.get("vote-1").expect("read").is_none());
        }
        fs::write(folder.join("vote-2.key"), [0; LENGTH]).expect("written");
        assert!(keys.get("vote-2").expect("read").is_none(), "overwritten, and the removal cut off");
        fs::remove_dir_all(folder).expect("removed");
    }
}
