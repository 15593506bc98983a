//! The state kept in a file, and the bytes of sent files kept beside it.
//!
//! A snapshot is written to a second file, synced and renamed over the first: whenever the program is killed, the file
//! holds a whole state, at most a moment old. Taking a snapshot is cheap, writing it happens beside the requests.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use axum::body::Bytes;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::picture;
use super::telegram::Telegram;
use super::world::{State, Upload, letters};

/// Between two saves, so that many changes make one.
const PAUSE: Duration = Duration::from_millis(250);

#[derive(Serialize)]
struct Writing<'a> {
    clean: bool,
    state: &'a State,
}

#[derive(Deserialize)]
struct Reading {
    clean: bool,
    state: State,
}

/// The state in this file; a new one if there is none yet.
pub fn load(path: &Path) -> anyhow::Result<State> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(State::new()),
        Err(error) => return Err(error).with_context(|| format!("Read {}", path.display())),
    };
    let Reading { clean, mut state } = serde_json::from_slice(&bytes).with_context(|| {
        format!("{} is not a rehearsal's state: move it away to start anew", path.display())
    })?;
    if !clean {
        state.skip_ids();
    }
    Ok(state)
}

/// Writes a state whole or not at all. `clean` means that nothing happens after it.
pub fn save(path: &Path, state: &State, clean: bool) -> anyhow::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut name = path.file_name().context("The state needs a file name")?.to_owned();
    name.push(".new");
    let beside = folder.join(name);
    let mut file = BufWriter::with_capacity(1 << 20, fs::File::create(&beside)?);
    serde_json::to_writer(&mut file, &Writing { clean, state })?;
    file.flush()?;
    file.get_ref().sync_all()?;
    fs::rename(&beside, path)?;
    fs::File::open(folder)?.sync_all()?;
    Ok(())
}

/// Saves now, and from then on soon after each change, until the rehearsal stops; the last save is the stopper's.
pub fn keep(path: PathBuf, telegram: &Telegram) -> anyhow::Result<JoinHandle<()>> {
    let mut changes = telegram.changes();
    save(&path, &snapshot(telegram), false).with_context(|| format!("Save {}", path.display()))?;
    let telegram = telegram.clone();
    Ok(tokio::spawn(async move {
        while !telegram.is_stopping() {
            tokio::select! {
                _ = changes.changed() => {}
                () = telegram.stopped() => break,
            }
            let began = Instant::now();
            save_beside(&path, &telegram, false).await;
            // Many changes make one save, and saving a big state takes no more than a fifth of the time.
            let pause = PAUSE.max(began.elapsed() * 4);
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = telegram.stopped() => break,
            }
        }
    }))
}

fn snapshot(telegram: &Telegram) -> State {
    telegram.with(|world| world.state.clone())
}

/// Saves on a thread that serves no requests. A failure is logged: the rehearsal goes on without.
pub async fn save_beside(path: &Path, telegram: &Telegram, clean: bool) {
    let (state, to) = (snapshot(telegram), path.to_owned());
    let saved = tokio::task::spawn_blocking(move || save(&to, &state, clean)).await;
    if let Err(error) = saved.map_err(anyhow::Error::from).flatten() {
        log::error!("Save the rehearsal's state: {error:#}");
    }
}

/// The bytes of sent files.
#[derive(Debug)]
pub enum Blobs {
    /// Until the program ends.
    Memory(Mutex<BTreeMap<String, Bytes>>),
    /// Each in a file of its own in this folder.
    Folder(PathBuf),
}

impl Blobs {
    /// Beside the state's file, if there is one.
    pub fn beside(state: Option<&Path>) -> anyhow::Result<Arc<Blobs>> {
        let Some(state) = state else {
            return Ok(Arc::new(Blobs::Memory(Mutex::default())));
        };
        let mut name = state.file_name().context("The state needs a file name")?.to_owned();
        name.push(".files");
        let folder = state.with_file_name(name);
        fs::create_dir_all(&folder).with_context(|| format!("Make {}", folder.display()))?;
        Ok(Arc::new(Blobs::Folder(folder)))
    }

    /// Takes in a file, off the threads that serve requests.
    pub async fn receive(
        self: &Arc<Self>,
        bytes: Bytes,
        name: Option<String>,
        mime: Option<String>,
    ) -> anyhow::Result<Upload> {
        let blobs = self.clone();
        tokio::task::spawn_blocking(move || blobs.keep(bytes, name, mime)).await?
    }

    /// Takes in a file: it is on the disk before any message can speak of it.
    pub fn keep(&self, bytes: Bytes, name: Option<String>, mime: Option<String>) -> anyhow::Result<Upload> {
        let blob = letters(&mut StdRng::from_os_rng(), 24);
        let upload = Upload {
            blob: blob.clone(),
            size: bytes.len() as u64,
            name: name.filter(|name| !name.is_empty()),
            mime: mime.filter(|mime| !mime.is_empty()),
            picture: picture::size(&bytes),
        };
        match self {
            Blobs::Memory(kept) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).insert(blob, bytes);
            }
            Blobs::Folder(folder) => {
                let mut file = fs::File::create(folder.join(blob))?;
                file.write_all(&bytes)?;
                file.sync_all()?;
            }
        }
        Ok(upload)
    }

    /// The bytes again.
    pub async fn read(self: &Arc<Self>, blob: &str) -> Option<Bytes> {
        match &**self {
            Blobs::Memory(kept) => kept.lock().unwrap_or_else(PoisonError::into_inner).get(blob).cloned(),
            Blobs::Folder(folder) => {
                let path = folder.join(blob);
                let read = tokio::task::spawn_blocking(move || fs::read(path)).await;
                read.ok()?.ok().map(Bytes::from)
            }
        }
    }
}
