//! The owners' screens of what was done by a role.

use super::store::Actor;
use super::{Act, Done};
use crate::clock::Moment;
use crate::ids::PersonId;
use crate::l10n::{Lang, Texts};
use crate::people::view::team::called;
use crate::proposals::Verdict;
use crate::role::Role;
use crate::text::Html;
use crate::ui::action::{Action, Acts, Export};
use crate::ui::state::Name;
use crate::ui::view::{LABEL, Paging, View};
use crate::when;

/// One act: when, who, and what.
pub fn line(t: &Texts, lang: Lang, done: &Done, about: Option<Html>, now: Moment) -> Html {
    let by = done.by.as_ref().map_or_else(|| Html::ours(t.acts_somebody()), Name::html);
    let head = Html::ours(t.acts_head(by, when::say(lang, done.at, now)));
    head.then(0, &Html::ours(sentence(t, done, about)))
}

fn sentence(t: &Texts, done: &Done, about: Option<Html>) -> String {
    let it = about.map_or_else(|| Html::ours(t.acts_gone()), |about| Html::ours(t.acts_about(about)));
    let whom = || done.whom.as_ref().map_or_else(|| Html::ours(t.acts_somebody()), Name::html);
    match done.act {
        Act::GaveRole(_, Role::Participant) => t.act_role_taken(whom()),
        Act::GaveRole(_, role) => t.act_role(whom(), called(t, role)),
        Act::SettledRequest(_, true) => t.act_let_in(whom()),
        Act::SettledRequest(_, false) => t.act_not_let_in(whom()),
        Act::MadeInvite(id) => t.act_invite(id.0),
        Act::RevokedInvite(id) => t.act_invite_revoked(id.0),
        Act::AddedAffiliation(_) => t.act_group(it),
        Act::RenamedAffiliation(_) => t.act_group_renamed(it),
        Act::RetiredAffiliation(_, true) => t.act_group_retired(it),
        Act::RetiredAffiliation(_, false) => t.act_group_back(it),
        Act::AddedOffline(_) => t.act_offline(whom()),
        Act::PlacedOffline(_) => t.act_offline_placed(whom()),
        Act::RemovedOffline => t.act_offline_removed(),
        Act::EnteredProposal(id, _) => t.act_entered_proposal(id.0, whom()),
        Act::EnteredStance(id, _) => t.act_entered_stance(id.0, whom()),
        Act::EnteredAttendance(..) => t.act_entered_attendance(it, whom()),
        Act::EnteredAnswer(..) => t.act_entered_answer(it, whom()),
        Act::OpenedCall(_) => t.act_call(it),
        Act::ClosedCall(_) => t.act_call_closed(it),
        Act::LimitedCall(_) => t.act_call_limited(it),
        Act::Moderated(true) => t.act_moderated(),
        Act::Moderated(false) => t.act_moderated_no_more(),
        Act::Reviewed(id, verdict) => match verdict {
            Verdict::Published => t.act_published(id.0),
            Verdict::Returned | Verdict::TakenBack => t.act_returned(id.0),
            Verdict::Declined => t.act_declined(id.0),
        },
        Act::MadeDirection(_) => t.act_direction(it),
        Act::ChangedDirection(_) => t.act_direction_changed(it),
        Act::RetiredDirection(_, true) => t.act_direction_retired(it),
        Act::RetiredDirection(_, false) => t.act_direction_back(it),
        Act::MadeTag(_) => t.act_tag(it),
        Act::RenamedTag(_) => t.act_tag_renamed(it),
        Act::RetiredTag(_, true) => t.act_tag_retired(it),
        Act::RetiredTag(_, false) => t.act_tag_back(it),
        Act::Decided(id, _) => t.act_decided(id.0),
        Act::Sorted(id) => t.act_sorted(id.0),
        Act::Tagged(id, _) => t.act_tagged(id.0),
        Act::Merged(id) => t.act_merged(id.0),
        Act::Split(id) => t.act_split(id.0),
        Act::OpenedVote(_) => t.act_vote(it),
        Act::ClosedVote(_) => t.act_vote_closed(it),
        Act::RanOff(_) => t.act_run_off(it),
        Act::Reminded(_) => t.act_reminded(it),
        Act::EnteredBallot(..) => t.act_ballot(whom(), it),
        Act::OpenedPoll(_) => t.act_poll(it),
        Act::ClosedPoll(_) => t.act_poll_closed(it),
        Act::SentAnnouncement(id) => t.act_announcement(id.0),
        Act::PausedAnnouncement(id) => t.act_announcement_paused(id.0),
        Act::ContinuedAnnouncement(id) => t.act_announcement_continued(id.0),
        Act::CancelledAnnouncement(id) => t.act_announcement_cancelled(id.0),
        Act::ScheduledAnnouncement(id) => t.act_announcement_scheduled(id.0),
        Act::ChangedAnnouncement(id) => t.act_announcement_changed(id.0),
        Act::WithdrewAnnouncement(id) => t.act_announcement_withdrawn(id.0),
        Act::RetriedAnnouncement(id) => t.act_announcement_retried(id.0),
        Act::RemindedAnnouncement(id) => t.act_announcement_reminded(id.0),
        Act::AnnouncedSession(_) => t.act_session(it),
        Act::ChangedSession(_) => t.act_session_changed(it),
        Act::CancelledSession(_) => t.act_session_cancelled(it),
        Act::SentMinutes(_) => t.act_minutes(it),
        Act::AddedMaterial(_) => t.act_material(it),
        Act::RenewedDoor(_) => t.act_door(it),
        Act::LetIn(_, _, true) => t.act_arrived(whom(), it),
        Act::LetIn(_, _, false) => t.act_not_arrived(whom(), it),
        Act::RemovedPicture(_) => t.act_picture_removed(it),
        Act::PutWallUp(_) => t.act_wall(it),
        Act::TookWallDown(_) => t.act_wall_down(it),
        Act::LinkedChat(_) => t.act_chat(it),
        Act::UnlinkedChat(_) => t.act_chat_unlinked(it),
        Act::TookOut(export) => t.act_export(match export {
            Export::Own | Export::Archive => t.act_export_archive(),
            Export::ProposalsXlsx | Export::ProposalsCsv => t.act_export_table(),
            Export::Cards => t.act_export_cards(),
            Export::Report(_) => t.act_export_report(),
        }),
        Act::TookOutReport => t.act_export(t.act_export_report()),
        Act::BroughtIn(id) => t.act_import(id.0),
        Act::TookBack(id) => t.act_import_undone(id.0),
        Act::TookOutStances => t.act_export(t.act_export_stances()),
        Act::SettledLetter(id) => t.act_letter_settled(id.0),
        Act::AnsweredLetter(id) => t.act_letter(id.0),
    }
}

/// A page of them.
pub fn list(t: &Texts, lines: &[Html], at: Paging, by: Option<PersonId>, whose: Option<&Name>) -> View {
    let title = match (by, whose) {
        (None, _) => Html::ours(t.acts_title()),
        (Some(_), Some(name)) => Html::ours(t.acts_title_of(name.html())),
        (Some(_), None) => Html::ours(t.acts_title_of(Html::ours(t.acts_somebody()))),
    };
    let text = match lines {
        [] => title.then(1, &Html::ours(t.acts_none())),
        lines => lines.iter().fold(title, |text, line| text.then(1, line)),
    };
    let view = View::text(text)
        .pager(t, at, |page| Action::Acts(Acts::List(page, by)))
        .button(t.acts_whose(), Action::Acts(Acts::Who(0)));
    let view = match by {
        Some(_) => view.button(t.acts_all(), Action::Acts(Acts::List(0, None))),
        None => view,
    };
    view.row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// Whose acts to show.
pub fn choose(t: &Texts, shown: &[Actor], at: Paging) -> View {
    let view = shown.iter().fold(View::text(Html::ours(t.acts_choose())), |view, one| {
        view.button(one.name.beginning(LABEL), Action::Acts(Acts::List(0, Some(one.id))))
    });
    view.pager(t, at, |page| Action::Acts(Acts::Who(page)))
        .button(t.acts_all(), Action::Acts(Acts::List(0, None)))
        .row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}
