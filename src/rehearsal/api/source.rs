//! Where a file comes from: a part of the request, something sent before, or an address on the web.

use std::sync::Arc;

use serde_json::json;

use super::super::world::{File, FileKind, Upload, World};
use super::{Answer, Call, Params, Refused};

/// What `getFile` serves at most.
const MOST_DOWNLOAD: u64 = 20 << 20;
const MOST_PHOTO_BYTES: u64 = 10 << 20;
const MOST_PHOTO_SIDES: u32 = 10_000;
const MOST_PHOTO_RATIO: u32 = 20;

/// A file the bot means.
#[derive(Clone, Debug)]
pub enum Source {
    Upload(Upload),
    /// A `file_id`, or what the bot takes for one.
    Sent(String),
    Web(String),
}

impl Source {
    /// Reads the parameter named after the kind.
    pub fn read(params: &Params, kind: FileKind) -> Result<Source, Refused> {
        Source::of(params, kind.field(), &params.text(kind.field()))
            .ok_or_else(|| Refused::bad(&format!("There is no {} in the request", kind.words())))
    }

    /// What a value means: `attach://part`, an address, a `file_id`; without a value, the part of that name.
    pub fn of(params: &Params, part: &str, value: &str) -> Option<Source> {
        let value = value.trim();
        if let Some(name) = value.strip_prefix("attach://") {
            return params.uploads.get(name).cloned().map(Source::Upload);
        }
        if value.is_empty() {
            return params.uploads.get(part).cloned().map(Source::Upload);
        }
        if value.starts_with("http://") || value.starts_with("https://") {
            return Some(Source::Web(value.to_owned()));
        }
        Some(Source::Sent(value.to_owned()))
    }

    /// The file itself, fit to be sent as this kind.
    pub fn resolve(self, world: &mut World, kind: FileKind) -> Result<Arc<File>, Refused> {
        match self {
            Source::Upload(upload) => {
                check_upload(kind, &upload)?;
                Ok(world.state.files.add(&mut world.rng, kind, &upload))
            }
            Source::Sent(id) => {
                let Some(file) = world.state.files.get(&id) else {
                    let strange = |symbol: char| !symbol.is_ascii_alphanumeric() && !"-_".contains(symbol);
                    let why = if id.contains(strange) {
                        "Wrong character in the string"
                    } else {
                        "Wrong last symbol"
                    };
                    let message =
                        format!("Wrong remote file identifier specified: can't unserialize it. {why}");
                    return Err(Refused::bad(&message));
                };
                if file.kind != kind {
                    let (is, wanted) = (file.kind.type_name(), kind.type_name());
                    return Err(Refused::bad(&format!("Can't use file of type {is} as {wanted}")));
                }
                Ok(file)
            }
            Source::Web(address) => {
                log::error!("The rehearsal fetches nothing from the web: a file by address is refused");
                let has_host = address.split("//").nth(1).is_some_and(|rest| !rest.is_empty());
                let why =
                    if has_host { "Failed to get HTTP URL content" } else { "Wrong HTTP URL specified" };
                Err(Refused::bad(why))
            }
        }
    }
}

fn check_upload(kind: FileKind, upload: &Upload) -> Result<(), Refused> {
    if upload.size == 0 {
        return Err(Refused::bad("File must be non-empty"));
    }
    if kind != FileKind::Photo {
        return Ok(());
    }
    if upload.size > MOST_PHOTO_BYTES {
        return Err(Refused::new(413, "Request Entity Too Large"));
    }
    let (width, height) = upload.picture.ok_or_else(|| Refused::bad("IMAGE_PROCESS_FAILED"))?;
    let (shorter, longer) = (width.min(height), width.max(height));
    if width.saturating_add(height) > MOST_PHOTO_SIDES || longer > shorter.saturating_mul(MOST_PHOTO_RATIO) {
        return Err(Refused::bad("PHOTO_INVALID_DIMENSIONS"));
    }
    Ok(())
}

/// `getFile`.
pub fn get_file(call: &mut Call) -> Result<Answer, Refused> {
    let id = call.params.text("file_id");
    let file = call.world.state.files.get(id.trim()).ok_or_else(|| Refused::bad("Invalid file_id"))?;
    if file.size > MOST_DOWNLOAD {
        return Err(Refused::bad("File is too big"));
    }
    Ok(Answer::Value(json!({
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": file.path,
    })))
}
