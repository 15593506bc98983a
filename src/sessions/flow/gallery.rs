//! The gallery of a session: whoever is there sends pictures with a line of words, whoever was invited looks at them.

use anyhow::Result;

use super::super::room::{MOST_PICTURES, Pictures};
use super::super::store::{self, door, gallery as kept};
use super::super::view::gallery as view;
use super::super::{Photo, Session};
use crate::acts::{self, Act};
use crate::cx::Cx;
use crate::ids::{PhotoId, SessionId};
use crate::text::Unfit;
use crate::ui::state::{Album, Note, State};
use crate::ui::view::{Content, FileKind, Reply, View};

/// What the person can do with a session's pictures.
pub async fn pictures(cx: &mut Cx, session: &Session) -> Result<Pictures> {
    let may_add = session.is_around(cx.now)
        && (cx.organizer().is_some() || door::is_here(&mut cx.tx, session.id, cx.me.id).await?);
    Ok(Pictures { count: kept::count(&mut cx.tx, session.id).await?, may_add })
}

/// Asks for pictures.
pub async fn ask_to_add(cx: &mut Cx, id: SessionId) -> Result<Reply> {
    match store::get(&mut cx.tx, id).await? {
        Some(session) if pictures(cx, &session).await?.may_add => {
            cx.dialogue.begin(State::AddingPictures(id, None));
            Ok(Reply::send(ask(cx, id).await?))
        }
        _ => Ok(Reply::alert(cx.t().pictures_not_now())),
    }
}

/// What the dialogue asks for now.
pub async fn ask(cx: &mut Cx, id: SessionId) -> Result<View> {
    let sent = kept::count_by(&mut cx.tx, id, cx.me.id).await?;
    Ok(view::ask(cx.t(), MOST_PICTURES.saturating_sub(sent)))
}

/// Something was sent: a picture, words for the last one, or what is neither. An album is answered once.
pub async fn said(
    cx: &mut Cx,
    id: SessionId,
    wordless: Option<PhotoId>,
    content: Content,
    album: Option<String>,
) -> Result<Reply> {
    let may_add = match store::get(&mut cx.tx, id).await? {
        Some(session) => pictures(cx, &session).await?.may_add,
        None => false,
    };
    if !may_add {
        cx.dialogue.finish();
        return Ok(Reply::send(view::not_now(cx.t())));
    }
    let part = part_of(cx, album);
    let Content { file, text, .. } = content;
    match (file, wordless) {
        (Some((FileKind::Photo, file)), _) => add(cx, id, wordless, &file, &text, part).await,
        (None, Some(photo)) => put_words(cx, id, photo, &text).await,
        _ => Ok(trouble(cx, part, view::only_photos(cx.t()))),
    }
}

/// What a file is of an album.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It came alone.
    Alone,
    First,
    Further,
}

fn part_of(cx: &mut Cx, album: Option<String>) -> Part {
    let Some(id) = album else { return Part::Alone };
    if cx.dialogue.album.as_ref().is_some_and(|album| album.id == id) {
        return Part::Further;
    }
    cx.dialogue.album = Some(Album { id, told: false });
    Part::First
}

/// Says what is wrong, of an album once.
fn trouble(cx: &mut Cx, part: Part, what: View) -> Reply {
    let told = match &mut cx.dialogue.album {
        Some(album) if part != Part::Alone => std::mem::replace(&mut album.told, true),
        _ => false,
    };
    if told { Reply::default() } else { Reply::send(what) }
}

/// Takes a picture. Words that are too long do not keep it out: others can follow.
async fn add(
    cx: &mut Cx,
    id: SessionId,
    wordless: Option<PhotoId>,
    file: &str,
    caption: &str,
    part: Part,
) -> Result<Reply> {
    let sent = kept::count_by(&mut cx.tx, id, cx.me.id).await?;
    if sent >= MOST_PICTURES {
        let enough = view::enough(cx.t(), MOST_PICTURES);
        return Ok(trouble(cx, part, enough));
    }
    let words = Note::parse_line(caption);
    let photo = kept::add(&mut cx.tx, id, cx.me.id, file, words.as_ref().ok(), cx.now).await?;
    let too_long = match words {
        Err(Unfit::TooLong { limit, length }) => Some((limit, length)),
        _ => None,
    };
    let next = match part {
        _ if too_long.is_some() => Some(photo),
        Part::Alone if words.is_err() => Some(photo),
        Part::Further => wordless,
        Part::Alone | Part::First => None,
    };
    cx.dialogue.now = State::AddingPictures(id, next);
    Ok(match (too_long, part) {
        (Some((limit, length)), _) => {
            let what = view::words_too_long(cx.t(), length, limit);
            trouble(cx, part, what)
        }
        (None, Part::Alone) => Reply::send(view::added(cx.t(), sent + 1, next.is_some())),
        (None, Part::First) => Reply::send(view::album_taken(cx.t())),
        (None, Part::Further) => Reply::default(),
    })
}

/// Words came for the last picture, which has none.
async fn put_words(cx: &mut Cx, id: SessionId, photo: PhotoId, typed: &str) -> Result<Reply> {
    let words = match Note::parse_line(typed) {
        Ok(words) => words,
        Err(Unfit::Empty) => return Ok(Reply::send(view::only_photos(cx.t()))),
        Err(Unfit::TooLong { limit, length }) => {
            return Ok(Reply::send(view::words_too_long(cx.t(), length, limit)));
        }
    };
    cx.dialogue.now = State::AddingPictures(id, None);
    let put = kept::set_words(&mut cx.tx, photo, cx.me.id, &words).await?;
    Ok(Reply::send(if put { view::words_put(cx.t()) } else { view::only_photos(cx.t()) }))
}

/// No more pictures.
pub async fn done(cx: &mut Cx) -> Result<Reply> {
    let State::AddingPictures(id, _) = cx.dialogue.now else {
        return Ok(Reply::toast(cx.t().pictures_done_already()).stripping());
    };
    cx.dialogue.finish();
    super::show(cx, id).await
}

/// The newest picture.
pub async fn open(cx: &mut Cx, id: SessionId) -> Result<Reply> {
    show_at(cx, id, 0).await
}

/// A picture; where it is gone, its neighbour.
pub async fn show(cx: &mut Cx, id: SessionId, photo: PhotoId) -> Result<Reply> {
    let at = kept::newer_than(&mut cx.tx, id, photo).await?;
    show_at(cx, id, at).await
}

/// The picture that so many are newer than, with its neighbours: so nobody sees one twice because others are added.
async fn show_at(cx: &mut Cx, id: SessionId, at: u32) -> Result<Reply> {
    let session = match super::seen(cx, id).await? {
        Ok((session, _)) => session,
        Err(refusal) => return Ok(refusal),
    };
    let count = kept::count(&mut cx.tx, id).await?;
    let Some(last) = count.checked_sub(1) else {
        return Ok(Reply::edit(view::empty(cx.t(), id)).toasting(cx.t().gallery_empty_toast()));
    };
    let at = at.min(last);
    let Some(photo) = nth(cx, id, at).await? else { return Ok(Reply::toast(cx.t().picture_gone())) };
    let newer = nth(cx, id, at.checked_sub(1).unwrap_or(last)).await?.map(|photo| photo.id);
    let older = nth(cx, id, (at + 1) % count).await?.map(|photo| photo.id);
    let mine = may_remove(cx, &photo);
    let place = view::Place { at: at + 1, count, newer, older };
    let picture = view::picture(cx.t(), &session, &photo, place, mine);
    // The session's page stays above; from there on a picture takes the place of another.
    let on_photo = cx.press.as_ref().is_some_and(|press| press.on_photo);
    Ok(if on_photo { Reply::edit(picture) } else { Reply::send(picture) })
}

async fn nth(cx: &mut Cx, id: SessionId, at: u32) -> Result<Option<Photo>> {
    Ok(kept::list(&mut cx.tx, id, at, 1).await?.pop())
}

/// Whoever sent it, and organizers.
fn may_remove(cx: &Cx, photo: &Photo) -> bool {
    photo.by == Some(cx.me.id) || cx.organizer().is_some()
}

/// A picture that this person may take away; else why not.
async fn removable(cx: &mut Cx, id: SessionId, photo: PhotoId) -> Result<Result<(Session, Photo), Reply>> {
    let session = match super::seen(cx, id).await? {
        Ok((session, _)) => session,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(match kept::get(&mut cx.tx, id, photo).await? {
        Some(photo) if may_remove(cx, &photo) => Ok((session, photo)),
        Some(_) => Err(Reply::alert(cx.t().picture_not_yours())),
        None => Err(show(cx, id, photo).await?.toasting(cx.t().picture_gone())),
    })
}

/// Asks whether to take a picture away.
pub async fn ask_to_remove(cx: &mut Cx, id: SessionId, photo: PhotoId) -> Result<Reply> {
    Ok(match removable(cx, id, photo).await? {
        Ok((session, photo)) => Reply::edit(view::ask_to_remove(cx.t(), &session, &photo)),
        Err(refusal) => refusal,
    })
}

/// Takes it away.
pub async fn remove(cx: &mut Cx, id: SessionId, photo: PhotoId) -> Result<Reply> {
    match removable(cx, id, photo).await? {
        Ok((_, removed)) => {
            if removed.by != Some(cx.me.id) {
                acts::note(cx, Act::RemovedPicture(id)).await?;
            }
            let at = kept::newer_than(&mut cx.tx, id, photo).await?;
            kept::remove(&mut cx.tx, photo).await?;
            Ok(show_at(cx, id, at).await?.toasting(cx.t().picture_removed()))
        }
        Err(refusal) => Ok(refusal),
    }
}
