//! The command against an open Polis conversation, against folders of other makes, and against broken ones.

mod broken;
mod formats;
mod seattle;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use merezha::stances::recount::{Request, run};
use serde_json::Value;

/// A folder of its own, gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("recount-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    /// Comments, votes and participants-votes.
    fn of(comments: &str, votes: &str, people: &str) -> Self {
        let folder = Self::new();
        folder.put("comments.csv", comments).put("votes.csv", votes).put("participants-votes.csv", people);
        folder
    }

    fn put(&self, name: &str, words: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.0.join(name), words).expect("written");
        self
    }

    fn json(&self) -> Value {
        json(&self.0)
    }

    fn text(&self) -> String {
        run(&Request { folder: self.0.clone(), json: false }).expect("read")
    }

    /// The line that says why not; the same for both kinds of output.
    fn refusal(&self) -> String {
        let [text, json] = [false, true].map(|json| run(&Request { folder: self.0.clone(), json }));
        assert_eq!(text, json);
        let line = text.expect_err("refused");
        assert!(!line.contains(['\n', '\r', '\u{1b}']), "{line:?} is one plain line");
        line
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn json(folder: &Path) -> Value {
    let printed = run(&Request { folder: folder.to_owned(), json: true }).expect("read");
    serde_json::from_str(&printed).expect("JSON")
}

fn close(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        _ => false,
    }
}
