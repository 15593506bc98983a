//! The screens of proposals that organizers look at first, and what authors hear of it.

use crate::ids::ProposalId;
use crate::l10n::Texts;
use crate::proposals::{Proposal, ProposalState, Review, Settled, Verdict, Why};
use crate::text::{Html, Unfit, shorten};
use crate::ui::action::{Action, Reason, Refusal};
use crate::ui::state::{Idea, Name, Written};
use crate::ui::view::View;

/// How much of the words that are published now stands beside new ones.
const OLD_WORDS: usize = 500;

/// A review with all that its screens show.
#[derive(Debug)]
pub struct Looked {
    pub review: Review,
    pub proposal: Proposal,
    /// How many wait in all, this one too.
    pub waiting: i64,
    /// Which organizer settled it.
    pub by: Option<Name>,
}

/// The card that organizers get. It is a text, so that it can be brought up to date: a drawing is shown on a screen of its
/// own, and settled there.
pub fn card(t: &Texts, looked: &Looked) -> View {
    if let Some(settled) = &looked.review.settled {
        return settled_card(t, looked, settled);
    }
    if looked.review.written.photo.is_none() {
        return screen(t, looked);
    }
    let drawn = Html::ours(t.review_drawn());
    let text =
        words_of(&looked.review.written).map_or_else(|| drawn.clone(), |words| drawn.clone().then(0, &words));
    View::text(head(t, looked).then(1, &text))
        .button(t.review_look(), Action::Review(looked.review.id))
        .row([(t.desk_back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// The same on an organizer's own screen.
pub fn screen(t: &Texts, looked: &Looked) -> View {
    if let Some(settled) = &looked.review.settled {
        return settled_card(t, looked, settled);
    }
    let wording = looked.review.wording();
    let view = super::framed(&head(t, looked), &looked.review.written)
        .button(t.review_publish(), Action::Publish(wording))
        .row([
            (t.review_return(), Action::ChooseReason(wording, Refusal::Return)),
            (t.review_decline(), Action::ChooseReason(wording, Refusal::Decline)),
        ]);
    let view = if looked.waiting > 1 {
        view.button(t.review_next(), Action::Reviews(Some(looked.review.id)))
    } else {
        view
    };
    view.row([(t.desk_back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// What it is, and what it answers. Whose it is decides nothing, so it is not said.
fn head(t: &Texts, looked: &Looked) -> Html {
    let proposal = &looked.proposal;
    let title = match proposal.state {
        ProposalState::Published(_) => t.review_title_changed(proposal.id.0),
        _ => t.review_title(proposal.id.0),
    };
    let question = match looked.review.written.photo {
        Some(_) => Html::escape(&proposal.question.beginning(super::QUESTION_ABOVE_PHOTO)),
        None => proposal.question.html(),
    };
    let head = Html::ours(title).then(0, &question);
    let head =
        if looked.waiting > 1 { head.then(0, &Html::ours(t.review_waiting(looked.waiting))) } else { head };
    match &proposal.words {
        Some(old) if proposal.state.is_public() && looked.review.written.photo.is_none() => {
            let old = Html::escape(&shorten(old.plain(), OLD_WORDS));
            head.then(1, &Html::ours(t.review_old_words(old)))
        }
        _ => head,
    }
}

fn words_of(written: &Written) -> Option<Html> {
    written.words.as_ref().map(Idea::html)
}

fn settled_card(t: &Texts, looked: &Looked, settled: &Settled) -> View {
    let by = looked.by.as_ref().map_or_else(|| Html::ours(t.request_some_organizer()), Name::html);
    let id = looked.proposal.id.0;
    let text = Html::ours(match settled.verdict {
        Verdict::Published => t.review_published(id, by),
        Verdict::Returned => t.review_returned(id, by),
        Verdict::Declined => t.review_declined(id, by),
        Verdict::TakenBack => t.review_taken_back(id),
    });
    let text = settled.why.as_ref().map_or_else(|| text.clone(), |why| text.clone().then(0, &said(t, why)));
    further(t, View::text(text), looked.waiting)
}

fn further(t: &Texts, view: View, waiting: i64) -> View {
    let view = if waiting > 0 { view.button(t.desk_reviews(waiting), Action::Reviews(None)) } else { view };
    view.row([(t.desk_back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// The pile is empty.
pub fn nothing_waits(t: &Texts) -> View {
    further(t, View::text(Html::ours(t.reviews_none())), 0)
}

/// Its author has left, and it with them.
pub fn gone(t: &Texts) -> View {
    further(t, View::text(Html::ours(t.review_gone())), 0)
}

/// Why it is not published: ready reasons, or words.
pub fn reasons(t: &Texts, looked: &Looked, refusal: Refusal) -> View {
    let wording = looked.review.wording();
    let id = looked.proposal.id.0;
    let question = match refusal {
        Refusal::Return => t.review_ask_return(id),
        Refusal::Decline => t.review_ask_decline(id),
    };
    let text = Html::ours(question);
    let text =
        words_of(&looked.review.written).map_or_else(|| text.clone(), |words| text.clone().then(1, &words));
    let view = Reason::of(refusal).into_iter().fold(View::text(text), |view, reason| {
        view.button(reason_label(t, reason), Action::Refuse(wording, refusal, reason))
    });
    view.button(t.review_type_reason(), Action::TypeReason(wording, refusal))
        .button(t.back(), Action::Review(looked.review.id))
}

fn reason_label(t: &Texts, reason: Reason) -> String {
    match reason {
        Reason::Unclear => t.reason_unclear(),
        Reason::Several => t.reason_several(),
        Reason::Personal => t.reason_personal(),
        Reason::Rude => t.reason_rude(),
        Reason::OffTopic => t.reason_off_topic(),
        Reason::Repeats => t.reason_repeats(),
    }
}

/// A reason as the author reads it.
pub fn said(t: &Texts, why: &Why) -> Html {
    let why = match why {
        Why::Said(note) => note.html(),
        Why::Ready(Reason::Unclear) => Html::ours(t.reason_unclear_said()),
        Why::Ready(Reason::Several) => Html::ours(t.reason_several_said()),
        Why::Ready(Reason::Personal) => Html::ours(t.reason_personal_said()),
        Why::Ready(Reason::Rude) => Html::ours(t.reason_rude_said()),
        Why::Ready(Reason::OffTopic) => Html::ours(t.reason_off_topic_said()),
        Why::Ready(Reason::Repeats) => Html::ours(t.reason_repeats_said()),
    };
    Html::ours(t.review_why(why))
}

/// Asks for a reason in the organizer's own words.
pub fn ask_reason(t: &Texts, id: ProposalId, refusal: Refusal) -> View {
    let text = match refusal {
        Refusal::Return => t.review_ask_note(id.0),
        Refusal::Decline => t.review_ask_decline_note(id.0),
    };
    View::text(Html::ours(text)).button(t.cancel(), Action::Cancel)
}

/// A reason that cannot be taken.
pub fn reason_unfit(t: &Texts, unfit: Unfit) -> View {
    let why = match unfit {
        Unfit::Empty => t.proposal_empty(),
        Unfit::TooLong { limit, length } => t.review_note_too_long(length, limit),
    };
    View::text(Html::ours(why)).button(t.cancel(), Action::Cancel)
}

/// While the reason was being written, somebody else has settled it, or the author has changed it.
pub fn reason_too_late(t: &Texts) -> View {
    View::text(Html::ours(t.review_reason_too_late()))
}

/// To the organizer who wrote a reason: the author hears of it.
pub fn told(t: &Texts, id: ProposalId, verdict: Verdict, waiting: i64) -> View {
    further(t, View::text(Html::ours(settled_toast(t, id, verdict))), waiting)
}

/// A word over the screen.
pub fn settled_toast(t: &Texts, id: ProposalId, verdict: Verdict) -> String {
    match verdict {
        Verdict::Published => t.review_published_toast(id.0),
        Verdict::Returned => t.review_returned_toast(id.0),
        Verdict::Declined | Verdict::TakenBack => t.review_declined_toast(id.0),
    }
}

/// To the author: what became of it, and what they can do.
pub fn answer(t: &Texts, proposal: &Proposal, settled: &Settled) -> View {
    let id = proposal.id;
    let published = proposal.state.is_public();
    let text = Html::ours(match settled.verdict {
        Verdict::Published if published => t.answer_change_published(id.0),
        Verdict::Published => t.answer_published(id.0),
        Verdict::Returned if published => t.answer_change_returned(id.0),
        Verdict::Returned => t.answer_returned(id.0),
        Verdict::Declined | Verdict::TakenBack if published => t.answer_change_declined(id.0),
        Verdict::Declined | Verdict::TakenBack => t.answer_declined(id.0),
    });
    let text = settled.why.as_ref().map_or_else(|| text.clone(), |why| text.clone().then(0, &said(t, why)));
    let view = View::text(text);
    let view = match settled.verdict {
        Verdict::Returned => view
            .button(t.answer_reword(), Action::EditProposal(id))
            .button(t.proposal_withdraw(), Action::Withdraw(id)),
        Verdict::Declined => view.button(t.menu_write(), Action::WriteLetter),
        Verdict::Published | Verdict::TakenBack => view,
    };
    view.row([(t.menu_mine(), Action::MyProposals(0)), (t.to_menu(), Action::Menu)])
}
