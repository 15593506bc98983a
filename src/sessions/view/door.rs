//! The screens of a session's door: the card with its QR code, and what whoever follows the link is told.

use super::super::Session;
use super::super::room::{Door, Presence};
use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::view::{Body, View};
use crate::when::{self, Span};

/// The card for the organizers: the code to show, and how many are there.
pub fn card(
    t: &Texts,
    lang: Lang,
    session: &Session,
    link: &str,
    presence: Presence,
    now: Moment,
    png: Vec<u8>,
) -> View {
    let caption = caption(t, lang, session, link, presence, now);
    below(t, session, View::showing(Body::Picture { png, caption }))
}

/// What the card says now.
pub fn counted(
    t: &Texts,
    lang: Lang,
    session: &Session,
    link: &str,
    presence: Presence,
    now: Moment,
) -> View {
    let caption = caption(t, lang, session, link, presence, now);
    below(t, session, View::showing(Body::Caption(caption)))
}

fn caption(t: &Texts, lang: Lang, session: &Session, link: &str, presence: Presence, now: Moment) -> Html {
    let hours = Span { starts: session.opens(), ends: Some(session.details.span.over()) };
    Html::ours(t.door_caption(session.details.title.html(), Html::escape(link)))
        .then(1, &Html::ours(t.door_hours(when::say_span(lang, hours, now))))
        .then(1, &Html::ours(t.door_presence(presence.here, presence.come)))
}

fn below(t: &Texts, session: &Session, view: View) -> View {
    view.row([
        (t.door_by_name(), Action::LetIn(session.id, None)),
        (t.door_renew(), Action::RenewDoor(session.id)),
    ])
    .button(t.to_menu(), Action::Menu)
}

/// The card of a code that opens nothing any more.
pub fn void(t: &Texts, session: &Session) -> View {
    View::showing(Body::Caption(Html::ours(t.door_void(session.details.title.html()))))
        .button(t.door_button(), Action::Door(session.id))
}

/// Asks whether to make another code.
pub fn ask_to_renew(t: &Texts, session: &Session) -> View {
    View::text(Html::ours(t.door_ask_renew(session.details.title.html())))
        .row([(t.door_renew_yes(), Action::RenewDoorNow(session.id))])
        .row([(t.back(), Action::ManageSession(session.id)), (t.to_menu(), Action::Menu)])
}

/// There is another code.
pub fn renewed(t: &Texts, session: &Session) -> View {
    View::text(Html::ours(t.door_renewed(session.details.title.html())))
        .row([(t.session_manage(), Action::ManageSession(session.id)), (t.to_menu(), Action::Menu)])
}

/// A line above the list of sessions.
pub fn none_ahead(t: &Texts) -> Html {
    Html::ours(t.door_none_ahead())
}

/// To whoever has come in, or had before.
pub fn you_are_here(t: &Texts, session: &Session, is_new: bool) -> View {
    let title = session.details.title.html();
    View::text(Html::ours(if is_new { t.door_welcome(title) } else { t.door_again(title) }))
        .button(t.pictures_add(), Action::AddPictures(session.id))
        .row([(t.session_open(), Action::Session(session.id)), (t.to_menu(), Action::Menu)])
}

/// To whoever stands before a door that does not open now.
pub fn shut(t: &Texts, lang: Lang, session: &Session, door: Door, is_guest: bool, now: Moment) -> View {
    let title = session.details.title.html();
    let text = match door {
        Door::Cancelled => t.door_cancelled(title),
        Door::Early(from) => t.door_early(title, when::say(lang, from, now)),
        Door::Over | Door::Open => t.door_over(title),
    };
    let open = is_guest.then(|| (t.session_open(), Action::Session(session.id)));
    View::text(Html::ours(text)).row(open.into_iter().chain([(t.to_menu(), Action::Menu)]))
}
