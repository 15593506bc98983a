//! The words of a letter being written. They lie in the person's dialogue, as all drafts do, but sealed: should the letter
//! be sent without a name, no copy of the database tells whose draft it was. The key is the draft's own, and goes with it.

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use sqlx::SqliteConnection;

use crate::cx::Cx;
use crate::ids::PersonId;
use crate::keys::{Key, Keys};
use crate::ui::state::LetterDraft;
use crate::ui::view::Content;

/// What the names of drafts' keys begin with.
const KEYS: &str = "draft-";

fn key_name(person: PersonId) -> String {
    format!("{KEYS}{}", person.0)
}

/// Puts words into a draft.
pub fn put(cx: &mut Cx, draft: &mut LetterDraft, content: &Content) -> Result<()> {
    let plain = serde_json::to_vec(content).context("Write down a letter")?;
    let key = Key::random(&mut cx.chance);
    cx.keys.keep(&key_name(cx.me.id), &key)?;
    let sealed = key.seal(b"draft", &cx.me.id.0.to_be_bytes(), &plain, &mut cx.chance);
    (draft.sealed, draft.plain) = (Some(BASE64.encode(sealed)), None);
    Ok(())
}

/// The words of a draft; none: nothing is written, or what was cannot be read any more.
pub fn words(cx: &Cx, draft: &LetterDraft) -> Result<Option<Content>> {
    if draft.plain.is_some() {
        return Ok(draft.plain.clone());
    }
    let (Some(sealed), Some(key)) = (&draft.sealed, cx.keys.get(&key_name(cx.me.id))?) else {
        return Ok(None);
    };
    let plain =
        BASE64.decode(sealed).ok().and_then(|sealed| key.open(b"draft", &cx.me.id.0.to_be_bytes(), &sealed));
    Ok(plain.and_then(|plain| serde_json::from_slice(&plain).ok()))
}

/// The draft is sent or given up.
pub fn forget(cx: &Cx) -> Result<()> {
    cx.keys.destroy(&key_name(cx.me.id))
}

/// Destroys the keys of drafts that were given up.
pub async fn tidy(conn: &mut SqliteConnection, keys: &Keys) -> Result<()> {
    for name in keys.names()? {
        let Some(person) = name.strip_prefix(KEYS).and_then(|id| id.parse::<i64>().ok()) else { continue };
        let needed = sqlx::query_scalar!(
            r#"select exists (select 1 from person where id = ? and dialogue like '%writing_letter%') as "is!: bool""#,
            person
        )
        .fetch_one(&mut *conn)
        .await
        .context("Look for a letter's draft")?;
        if !needed {
            keys.destroy(&name)?;
        }
    }
    Ok(())
}
