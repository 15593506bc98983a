//! The screens of a session's pictures. No names stand with them.

use super::super::room::Pictures;
use super::super::{Photo, Session};
use crate::ids::{PhotoId, SessionId};
use crate::l10n::Texts;
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::view::{Body, View};

/// The buttons on a session's card or page.
pub fn buttons(t: &Texts, view: View, id: SessionId, pictures: Pictures) -> View {
    let add = pictures.may_add.then(|| (t.pictures_add(), Action::AddPictures(id)));
    let look = (pictures.count > 0).then(|| (t.gallery_open(pictures.count), Action::Gallery(id)));
    let both: Vec<_> = add.into_iter().chain(look).collect();
    if both.is_empty() { view } else { view.row(both) }
}

/// Asks for pictures.
pub fn ask(t: &Texts, left: u32) -> View {
    done(t, View::text(Html::ours(t.pictures_ask(left))))
}

fn done(t: &Texts, view: View) -> View {
    view.button(t.pictures_done(), Action::PicturesDone)
}

/// One was taken; more may come, and words for it where it has none.
pub fn added(t: &Texts, sent: u32, is_wordless: bool) -> View {
    let line = Html::ours(t.pictures_added(sent));
    let more = if is_wordless { t.pictures_more_or_words() } else { t.pictures_more() };
    done(t, View::text(line.then(0, &Html::ours(more))))
}

/// An album comes.
pub fn album_taken(t: &Texts) -> View {
    done(t, View::text(Html::ours(t.pictures_album()).then(0, &Html::ours(t.pictures_more()))))
}

/// It was taken, its words were not.
pub fn words_too_long(t: &Texts, length: usize, limit: usize) -> View {
    done(t, View::text(Html::ours(t.picture_words_too_long(length, limit))))
}

/// The last picture has words now.
pub fn words_put(t: &Texts) -> View {
    done(t, View::text(Html::ours(t.picture_words_put()).then(0, &Html::ours(t.pictures_more()))))
}

/// Something else was sent.
pub fn only_photos(t: &Texts) -> View {
    done(t, View::text(Html::ours(t.pictures_only())))
}

/// They have sent as many as one can.
pub fn enough(t: &Texts, most: u32) -> View {
    done(t, View::text(Html::ours(t.pictures_enough(most))))
}

/// Pictures are no longer taken, or not from them.
pub fn not_now(t: &Texts) -> View {
    View::text(Html::ours(t.pictures_not_now())).button(t.to_menu(), Action::Menu)
}

/// Where a picture stands among the others; the newest is the first.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub at: u32,
    pub count: u32,
    /// Its neighbours; beyond the last one it begins again.
    pub newer: Option<PhotoId>,
    pub older: Option<PhotoId>,
}

fn caption(session: &Session, photo: &Photo) -> Html {
    let title = Html::ours(format!("🖼 <b>{}</b>", session.details.title.html()));
    match &photo.words {
        Some(words) => title.then(1, &words.html()),
        None => title,
    }
}

/// One picture.
pub fn picture(t: &Texts, session: &Session, photo: &Photo, place: Place, may_remove: bool) -> View {
    let id = session.id;
    let body = Body::Photo { file: photo.file.clone(), caption: caption(session, photo) };
    let view = View::showing(body);
    let view = match (place.newer, place.older) {
        (Some(newer), Some(older)) if place.count > 1 => view.row([
            ("◀".to_owned(), Action::Picture(id, newer)),
            (format!("{}/{}", place.at, place.count), Action::Picture(id, photo.id)),
            ("▶".to_owned(), Action::Picture(id, older)),
        ]),
        _ => view,
    };
    let view =
        if may_remove { view.button(t.picture_remove(), Action::RemovePicture(id, photo.id)) } else { view };
    view.row([(t.session_open(), Action::Session(id)), (t.to_menu(), Action::Menu)])
}

/// Asks whether to take one away.
pub fn ask_to_remove(t: &Texts, session: &Session, photo: &Photo) -> View {
    let question = Html::ours(t.picture_ask_remove());
    let body = Body::Photo { file: photo.file.clone(), caption: caption(session, photo).then(1, &question) };
    View::showing(body)
        .button(t.picture_remove_yes(), Action::RemovePictureNow(session.id, photo.id))
        .button(t.back(), Action::Picture(session.id, photo.id))
}

/// There are none.
pub fn empty(t: &Texts, id: SessionId) -> View {
    View::text(Html::ours(t.gallery_empty()))
        .row([(t.session_open(), Action::Session(id)), (t.to_menu(), Action::Menu)])
}
