//! The screens of proposals; [`close`] shows what is close to one. [`calls`] and [`reviews`] are the organizers'.

pub mod calls;
pub mod close;
pub mod life;
pub mod pick;
pub mod reviews;

use super::life::Step;
use super::{Call, NotAProposal, Page, Proposal, ProposalState, Why};
use crate::clock::Moment;
use crate::directions::view::{tags_line, title};
use crate::directions::{Direction, Tag};
use crate::ids::{CallId, ProposalId};
use crate::l10n::{Lang, Texts};
use crate::merging::view::{Links, May, link_buttons, linked};
use crate::stances::{unity::Sums, view as stances};
use crate::text::{Html, Unfit};
use crate::ui::action::{Action, At, Life, Sorting};
use crate::ui::state::{Idea, Question, Written};
use crate::ui::view::{Body, View};
use crate::when;

/// How much of a proposal a list shows, in UTF-16 units.
const BEGINNING: usize = 160;
/// How much of a question stands in a caption, which holds [`crate::ui::state::CAPTION`] of words besides.
const QUESTION_ABOVE_PHOTO: usize = 100;

/// Nothing to answer at the moment.
pub fn no_open_call(t: &Texts) -> View {
    View::text(Html::ours(t.call_none_open()))
        .button(t.menu_proposals(), Action::Proposals(0))
        .button(t.to_menu(), Action::Menu)
}

/// Several calls are open; what each is chosen for.
pub fn choose_call(t: &Texts, calls: &[Call], to: impl Fn(CallId) -> Action) -> View {
    let view = View::text(Html::ours(t.call_choose()));
    let view = calls.iter().fold(view, |view, call| view.button(call.question.beginning(60), to(call.id)));
    view.button(t.to_menu(), Action::Menu)
}

/// The question, and what may be sent.
pub fn ask_words(t: &Texts, question: &Question) -> View {
    View::text(Html::ours(t.proposal_ask_words(question.html()))).button(t.cancel(), Action::Cancel)
}

/// Asks for other words.
pub fn ask_other_words(t: &Texts) -> View {
    View::text(Html::ours(t.proposal_ask_other_words()))
        .row([(t.proposal_keep(), Action::Resume), (t.cancel(), Action::Cancel)])
}

/// Asks for the new words of a proposal that was handed in. The old ones stand there to be copied.
pub fn ask_edit(t: &Texts, id: ProposalId, words: Option<&Idea>) -> View {
    let text = Html::ours(t.proposal_ask_edit(id.0));
    let text = match words {
        Some(words) => text.then(1, &Html::ours(t.proposal_copy_words())).then(0, &words.html()),
        None => text,
    };
    View::text(text).button(t.cancel(), Action::Cancel)
}

/// As it will look, with send, edit, cancel.
pub fn preview(t: &Texts, written: &Written, editing: Option<ProposalId>) -> View {
    let head = Html::ours(match editing {
        Some(id) => t.proposal_preview_edit(id.0),
        None => t.proposal_preview(),
    });
    framed(&head, written)
        .button(if editing.is_some() { t.proposal_save() } else { t.proposal_send() }, Action::SendProposal)
        .row([(t.proposal_reword(), Action::RewordProposal), (t.cancel(), Action::Cancel)])
}

/// Words under a heading; below the photo, if there is one.
fn framed(head: &Html, written: &Written) -> View {
    let text =
        written.words.as_ref().map_or_else(|| head.clone(), |words| head.clone().then(1, &words.html()));
    View::showing(match &written.photo {
        Some(photo) => Body::Photo { file: photo.clone(), caption: text },
        None => Body::Text(text),
    })
}

/// Why it was not taken.
pub fn not_a_proposal(t: &Texts, why: NotAProposal) -> View {
    let text = match why {
        NotAProposal::WrongKind => t.proposal_wrong_kind(),
        NotAProposal::Words(Unfit::Empty) => t.proposal_empty(),
        NotAProposal::Words(Unfit::TooLong { limit, length }) => t.proposal_too_long(length, limit),
    };
    View::text(Html::ours(text)).button(t.cancel(), Action::Cancel)
}

/// It has a number now.
pub fn handed_in(t: &Texts, id: ProposalId) -> View {
    View::text(Html::ours(t.proposal_handed_in(id.0)))
        .row([(t.proposal_one_more(), Action::Propose), (t.menu_mine(), Action::MyProposals(0))])
        .button(t.to_menu(), Action::Menu)
}

/// It has a number, and organizers look at it first.
pub fn received(t: &Texts, id: ProposalId) -> View {
    View::text(Html::ours(t.proposal_received(id.0)))
        .row([(t.proposal_one_more(), Action::Propose), (t.menu_mine(), Action::MyProposals(0))])
        .button(t.to_menu(), Action::Menu)
}

/// The change waits for the organizers; `published`: others see the old words until then.
pub fn change_received(t: &Texts, id: ProposalId, published: bool) -> View {
    let text = if published { t.proposal_change_waits(id.0) } else { t.proposal_waits_anew(id.0) };
    View::text(Html::ours(text)).row([(t.menu_mine(), Action::MyProposals(0)), (t.to_menu(), Action::Menu)])
}

/// The call takes no more from this person.
pub fn no_more(t: &Texts, most: u32) -> View {
    View::text(Html::ours(t.proposal_no_more(most)))
        .row([(t.menu_mine(), Action::MyProposals(0)), (t.to_menu(), Action::Menu)])
}

/// The change is saved.
pub fn changed(t: &Texts, id: ProposalId) -> View {
    View::text(Html::ours(t.proposal_changed(id.0)))
        .row([(t.menu_mine(), Action::MyProposals(0)), (t.to_menu(), Action::Menu)])
}

/// It was withdrawn or never was.
pub fn not_there(t: &Texts) -> View {
    View::text(Html::ours(t.proposal_not_there())).button(t.to_menu(), Action::Menu)
}

/// What was to be changed can be changed no longer; its new words follow, as those of a new one.
pub fn gone_meanwhile(t: &Texts, id: ProposalId) -> View {
    View::text(Html::ours(t.proposal_gone_meanwhile(id.0)))
}

/// One's own.
pub fn mine(t: &Texts, page: &Page) -> View {
    if page.total == 0 {
        return View::text(Html::ours(t.proposals_mine_none()))
            .button(t.menu_propose(), Action::Propose)
            .button(t.to_menu(), Action::Menu);
    }
    let view = listed(t, Html::ours(t.proposals_mine()), page, true);
    view.pager(t, page.at, Action::MyProposals).button(t.to_menu(), Action::Menu)
}

/// All published ones; with ways to those of a direction and those with a tag, where there are any.
pub fn browse(t: &Texts, page: &Page, directions: bool, tags: bool) -> View {
    if page.total == 0 {
        return View::text(Html::ours(t.proposals_none()))
            .button(t.menu_propose(), Action::Propose)
            .button(t.to_menu(), Action::Menu);
    }
    let view = listed(t, Html::ours(t.proposals_all(page.total)), page, false);
    let view = view.pager(t, page.at, Action::Proposals);
    let by_direction = (t.sorting_directions(), Action::Sorting(Sorting::Directions));
    let by_tag = (t.found_by_tag(), Action::Sorting(Sorting::ChooseTag(None)));
    let ways = directions.then_some(by_direction).into_iter().chain(tags.then_some(by_tag));
    view.row(ways).button(t.to_menu(), Action::Menu)
}

/// Those under a direction, with a tag, or both.
pub fn found(t: &Texts, page: &Page, direction: Option<&Direction>, tag: Option<&Tag>) -> View {
    let tagged = tag.map(|tag| Html::escape(&title(t, &tag.title)));
    let head = match (direction, tagged) {
        (Some(direction), tagged) => {
            let head =
                Html::ours(t.found_direction(direction.shade.mark(), direction.name.html(), page.total));
            let head = match &direction.about {
                Some(about) if page.at.page == 0 => head.then(0, &about.html()),
                _ => head,
            };
            tagged.map_or_else(|| head.clone(), |tag| head.clone().then(1, &Html::ours(t.proposal_tags(tag))))
        }
        (None, Some(tag)) => Html::ours(t.found_tag(tag, page.total)),
        (None, None) => Html::ours(t.proposals_all(page.total)),
    };
    let (of, tag) = (direction.map(|one| one.id), tag.map(|one| one.id));
    let to = |page| Action::Sorting(Sorting::Found { direction: of, tag, page });
    let view = listed(t, head, page, false).pager(t, page.at, to);
    let back = if of.is_some() { Sorting::Directions } else { Sorting::ChooseTag(None) };
    view.button(t.found_by_tag(), Action::Sorting(Sorting::ChooseTag(of)))
        .row([(t.back(), Action::Sorting(back)), (t.to_menu(), Action::Menu)])
}

fn listed(t: &Texts, title: Html, page: &Page, with_state: bool) -> View {
    let text = page.proposals.iter().fold(title, |all, p| all.then(1, &line(t, p, with_state)));
    View::text(text).row(page.proposals.iter().map(|p| (t.proposal_number(p.id.0), Action::Proposal(p.id))))
}

fn line(t: &Texts, proposal: &Proposal, with_state: bool) -> Html {
    let photo = if proposal.photo.is_some() { "🖼 " } else { "" };
    let words =
        proposal.words.as_ref().map_or_else(|| t.proposal_drawing(), |words| words.beginning(BEGINNING));
    let state = match with_state {
        true => Some(state(t, proposal)),
        false => life::stage(t, proposal.state),
    };
    let state = state.map_or_else(String::new, |state| format!(" · <i>{state}</i>"));
    let number = t.proposal_number(proposal.id.0);
    let mark = proposal.under.as_ref().map_or_else(String::new, |under| format!("{} ", under.shade.mark()));
    Html::ours(format!("{mark}<b>{number}</b>{state}\n{photo}{}", Html::escape(&words)))
}

fn state(t: &Texts, proposal: &Proposal) -> String {
    match proposal.state {
        ProposalState::Published(_) if proposal.waits => t.proposal_state_changing(),
        ProposalState::Published(_) => {
            life::stage(t, proposal.state).unwrap_or_else(|| t.proposal_state_published())
        }
        ProposalState::Received => t.proposal_state_received(),
        ProposalState::Returned => t.proposal_state_returned(),
        ProposalState::Declined => t.proposal_state_declined(),
        ProposalState::Withdrawn => t.proposal_state_withdrawn(),
    }
}

/// A proposal with all that its screen shows.
#[derive(Debug)]
pub struct Shown {
    pub proposal: Proposal,
    /// What enough people answered.
    pub sums: Option<Sums>,
    /// It is the reader's own.
    pub own: bool,
    /// The reader may do something with any.
    pub moderator: bool,
    /// What the organizers say of it, to its author.
    pub why: Option<Why>,
    pub tags: Vec<Tag>,
    pub steps: Vec<Step>,
    pub links: Links,
}

/// One, whole; the author gets buttons to change it, and sees what the organizers say of it. Nobody else learns who wrote
/// it.
pub fn proposal(lang: Lang, shown: &Shown, now: Moment) -> View {
    let t = lang.texts();
    let proposal = &shown.proposal;
    let written = Written { words: proposal.words.clone(), photo: proposal.photo.clone() };
    let mut view = framed(&head(lang, shown, now), &written);
    // A caption has no room for it.
    if let (None, Some(thread)) = (&proposal.photo, life::thread(lang, &shown.steps, now)) {
        view = view.footed(&thread);
    }
    let may = May { own: shown.own, moderator: shown.moderator };
    view = link_buttons(t, view, &shown.links, proposal, may);
    if shown.own && proposal.state.is_alive() {
        view = view.row([
            (t.proposal_edit(), Action::EditProposal(proposal.id)),
            (t.proposal_withdraw(), Action::Withdraw(proposal.id)),
        ]);
    }
    if shown.moderator && proposal.state.is_public() {
        view = view.row([
            (t.move_to_direction(), Action::Sorting(Sorting::ChooseDirection(proposal.id, 0))),
            (t.tags_button(), Action::Sorting(Sorting::TagsOf(proposal.id, At::Screen))),
        ]);
        view = life::stages(t, view, proposal);
        if proposal.state == ProposalState::PUBLISHED {
            view = view.button(t.split_start(), Action::Life(Life::StartSplit(proposal.id)));
        }
    }
    let back = if shown.own { Action::MyProposals(0) } else { Action::Proposals(0) };
    view.row([(t.back(), back), (t.to_menu(), Action::Menu)])
}

fn head(lang: Lang, shown: &Shown, now: Moment) -> Html {
    let t = lang.texts();
    let proposal = &shown.proposal;
    let when = when::say(lang, proposal.handed_in_at, now);
    // Above a photo's words there is room for the beginning of a long question.
    let question = match proposal.photo {
        Some(_) => Html::escape(&proposal.question.beginning(QUESTION_ABOVE_PHOTO)),
        None => proposal.question.html(),
    };
    let italic = |line: String| Html::ours(format!("<i>{line}</i>"));
    let state = match shown.own {
        true => Some(italic(state(t, proposal))),
        false => life::stage(t, proposal.state).map(italic),
    };
    let sums = shown.sums.map(|sums| Html::ours(stances::sums(t, sums)));
    let why = shown.why.as_ref().map(|why| reviews::said(t, why));
    let brought_in = proposal.by_organizers.then(|| italic(t.proposal_by_organizers()));
    let edited = proposal.edited.then(|| italic(t.proposal_edited()));
    let links = linked(t, &shown.links, proposal.id);
    let lines =
        [state, why, brought_in, edited, life::under(t, proposal), tags_line(t, &shown.tags), links, sums];
    let head = Html::ours(t.proposal_head(proposal.id.0, question, when));
    lines.into_iter().flatten().fold(head, |head, line| head.then(0, &line))
}

/// Whether to withdraw.
pub fn ask_to_withdraw(t: &Texts, id: ProposalId, state: ProposalState) -> View {
    let published = state.is_public();
    let text = if published { t.proposal_ask_withdraw(id.0) } else { t.proposal_ask_withdraw_unseen(id.0) };
    View::text(Html::ours(text))
        .row([(t.proposal_withdraw_yes(), Action::WithdrawNow(id)), (t.back(), Action::Proposal(id))])
}
