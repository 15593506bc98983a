//! Groups and channels: linked, posted in, and polls asked there.

mod english;
mod linking;
mod lost;
mod polls;
mod posting;

use merezha::rehearsal::{Person, Standing};

use crate::support::Network;

/// A group with a network's organizer in it, linked.
pub async fn linked(network: &Network, organizer: &Person, title: &str) -> Person {
    let group = organizer.makes_group("group", title);
    let code = code(network, organizer).await;
    group.follows_link(&code);
    network.settle().await;
    group
}

/// A channel of the organizer's, linked.
async fn linked_channel(network: &Network, organizer: &Person, title: &str) -> Person {
    let channel = organizer.makes_group("channel", title);
    assert!(channel.makes_bot(Standing::Administrator));
    let code = code(network, organizer).await;
    network.says(&channel, &format!("/link {code}")).await;
    channel
}

/// A code that links a group.
async fn code(network: &Network, organizer: &Person) -> String {
    network.says(organizer, "/desk").await;
    let desk = organizer.newest().expect("a desk");
    let label = ["🔗 Групи й канали", "🔗 Groups and channels"];
    let label = label.into_iter().find(|label| desk.buttons().any(|b| b.text == *label)).expect("a button");
    network.presses(organizer, label).await;
    let list = organizer.newest().expect("a list");
    let add = ["➕ Під’єднати групу чи канал", "➕ Link a group or channel"];
    let add = add.into_iter().find(|label| list.buttons().any(|b| b.text == *label)).expect("a button");
    let shown = network.presses(organizer, add).await;
    let (_, code) = shown.split_once("/link ").unwrap_or_else(|| panic!("no code in: {shown}"));
    code.chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// The same text without the codes that chance puts into it.
fn redacted(text: &str) -> String {
    let text = ["/link ", "/start@rehearsal_bot "].into_iter().fold(text.to_owned(), |text, before| {
        let mut parts = text.split(before);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |all, part| {
            let rest = part.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
            format!("{all}{before}КОД{rest}")
        })
    });
    crate::support::redacted(&text)
}
