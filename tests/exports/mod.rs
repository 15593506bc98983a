//! What people take out of the chat: files as other programs read them, compared with what the chat said.

mod archive;
mod cards;
mod own;
mod proposals;
mod report;

use merezha::rehearsal::Person;

use crate::support::Network;

/// The newest file with this ending that somebody got: its name, its caption, its bytes.
async fn file(network: &Network, person: &Person, ending: &str) -> (String, String, Vec<u8>) {
    let found = person.messages().into_iter().rev().find_map(|message| {
        let document = message.document.clone()?;
        let name = document.file_name.clone()?;
        name.ends_with(ending).then(|| (name, message.caption.clone().unwrap_or_default(), document.file_id))
    });
    let (name, caption, id) = found.unwrap_or_else(|| panic!("no {ending} came:\n{}", person.transcript()));
    let bytes = network.telegram.file(&id).await.expect("its bytes").to_vec();
    keep(&name, &bytes);
    (name, caption, bytes)
}

/// Where programs other than ours find it: see `tests/exports/outside.py`.
fn keep(name: &str, bytes: &[u8]) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join(name), bytes).expect("kept");
}
