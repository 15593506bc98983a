//! Buttons of proposals that come in together.

use anyhow::Result;

use crate::cx::{Cx, Organizer};
use crate::imports::flow::{self as imports, choosing, undo};
use crate::ui::action::Importing;
use crate::ui::view::Reply;

/// One of them was pressed.
pub async fn on_importing(cx: &mut Cx, organizer: Organizer, importing: Importing) -> Result<Reply> {
    match importing {
        Importing::Begin => imports::start(cx, organizer).await,
        Importing::TakeOffered => imports::take_offered(cx, organizer).await,
        Importing::Gathered(id) => imports::gathered(cx, organizer, id).await,
        Importing::Show(id) => imports::show(cx, id).await,
        Importing::Columns(id) => choosing::columns(cx, organizer, id).await,
        Importing::Column(id, column) => choosing::set_column(cx, organizer, id, column).await,
        Importing::Headed(id, headed) => choosing::set_headed(cx, organizer, id, headed).await,
        Importing::Calls(id) => choosing::calls(cx, organizer, id).await,
        Importing::Call(id, call) => choosing::set_call(cx, organizer, id, call).await,
        Importing::TakeClose(id, take) => choosing::take_close(cx, organizer, id, take).await,
        Importing::Rows(id, pile, page) => choosing::list(cx, organizer, id, pile, page).await,
        Importing::Confirm(id, version) => imports::confirm(cx, organizer, id, version).await,
        Importing::Retry(id) => imports::retry(cx, organizer, id).await,
        Importing::Drop(id) => imports::forget(cx, organizer, id).await,
        Importing::List(page) => undo::list(cx, organizer, page).await,
        Importing::AskUndo(id) => undo::ask(cx, organizer, id).await,
        Importing::Undo(id, all) => undo::take_back(cx, organizer, id, all).await,
    }
}
