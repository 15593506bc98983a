//! The screens of what unites and what divides. Only what the small-group rule let through comes here.

use super::sums;
use crate::l10n::{Lang, Texts};
use crate::people::Affiliation;
use crate::picture::{Corners, Dot, Dots, Kind};
use crate::proposals::Proposal;
use crate::stances::unity::{Side, Special, Unity, dividers};
use crate::stances::{Breakdown, Cell, NotYet, Placed};
use crate::text::Html;
use crate::ui::action::{Action, Dimension, Ranking};
use crate::ui::view::{Body, Paging, View, chosen};

/// How much of a proposal is shown, in UTF-16 units.
const BEGINNING: usize = 140;
/// The same where a group has several.
const SHORT: usize = 90;
/// So many groups at either end of a divider are shown, when there are more than both together.
const ENDS: usize = 4;
/// How many dividers the picture marks, of those on which groups stand so far apart.
const MARKED: usize = 5;
const APART: f64 = 0.25;

/// What all three lists have around them.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub lang: Lang,
    pub ranking: Ranking,
    pub dimension: Dimension,
    pub at: Paging,
    pub organizer: bool,
}

/// A proposal in a list.
#[derive(Debug)]
pub struct Item<'a> {
    /// Counted from 1.
    pub place: usize,
    pub placed: &'a Placed,
    pub proposal: Proposal,
}

/// What the groups are called, in the order of the cells.
pub fn names(lang: Lang, dimension: Dimension, cells: &[Cell], labels: &[Affiliation]) -> Vec<String> {
    let t = lang.texts();
    let not_said = match dimension {
        Dimension::Sector => t.unity_no_sector(),
        Dimension::Region => t.unity_no_region(),
    };
    let name = |cell: &Cell| match cell {
        Cell::Others => t.unity_others(),
        Cell::Group(id) => labels
            .iter()
            .find(|label| Some(label.id) == *id)
            .map_or_else(|| not_said.clone(), |label| label.label(lang).plain().to_owned()),
    };
    cells.iter().map(name).collect()
}

fn title(frame: &Frame) -> Html {
    let t = frame.lang.texts();
    let (title, how) = match frame.ranking {
        Ranking::Unifiers => (t.unity_unifiers(), t.unity_unifiers_how()),
        Ranking::Dividers => (t.unity_dividers(), t.unity_dividers_how()),
        Ranking::Special => (t.unity_special(), t.unity_special_how()),
    };
    Html::ours(format!("<b>{title}</b>")).then(0, &Html::ours(format!("<i>{how}</i>")))
}

/// Buttons to the other pages, lists and breakdowns.
fn framed(frame: &Frame, text: Html, with_picture: bool) -> View {
    let t = frame.lang.texts();
    let Frame { ranking, dimension, at, .. } = *frame;
    let to = |ranking, dimension, page| Action::Unity { ranking, dimension, page };
    let view = View::text(text).pager(t, at, |page| to(ranking, dimension, page));
    let list = |other: Ranking, label: String| (chosen(other == ranking, label), to(other, dimension, 0));
    let by = |other: Dimension, label: String| (chosen(other == dimension, label), to(ranking, other, 0));
    let view = view
        .row([list(Ranking::Unifiers, t.unity_unifiers()), list(Ranking::Dividers, t.unity_dividers())])
        .row([list(Ranking::Special, t.unity_special())])
        .row([by(Dimension::Sector, t.unity_by_sector()), by(Dimension::Region, t.unity_by_region())]);
    let view =
        if with_picture { view.button(t.unity_picture(), Action::UnityPicture(dimension)) } else { view };
    let view = if frame.organizer { view.button(t.unity_export(), Action::AskExport) } else { view };
    view.row([(t.stances_cards(), Action::Stances), (t.to_menu(), Action::Menu)])
}

/// There is too little to compare; says what is missing.
pub fn not_yet(frame: &Frame, why: NotYet, least: u32) -> View {
    let t = frame.lang.texts();
    let why = match why {
        NotYet::Groups => t.unity_not_yet_groups(least),
        NotYet::Proposals => t.unity_not_yet_proposals(least),
    };
    framed(frame, title(frame).then(1, &Html::ours(why)), false)
}

/// A page of unifiers or dividers.
pub fn ranked(frame: &Frame, items: &[Item<'_>], names: &[String]) -> View {
    let t = frame.lang.texts();
    let text = if items.is_empty() {
        let none = match frame.ranking {
            Ranking::Unifiers => t.unity_nothing_unites(),
            _ => t.unity_nothing_divides(),
        };
        title(frame).then(1, &Html::ours(none))
    } else {
        let one = |item| match frame.ranking {
            Ranking::Unifiers => unifier(t, item, names),
            _ => divider(t, item, names),
        };
        items.iter().fold(title(frame), |text, item| text.then(1, &one(item)))
    };
    framed(frame, text, true)
}

fn unifier(t: &Texts, item: &Item<'_>, names: &[String]) -> Html {
    let Unity { geometric_mean, weakest: (group, p), agreed_by_all, .. } = item.placed.unity;
    let head = t.unity_unifier(item.place, item.proposal.id.0, percent(geometric_mean));
    let weakest = t.unity_weakest(Html::escape(&names[group]), percent(p));
    let text = Html::ours(head).then(0, &words(t, &item.proposal, BEGINNING)).then(0, &Html::ours(weakest));
    if agreed_by_all { text.then(0, &Html::ours(t.unity_agreed_by_all())) } else { text }
}

fn divider(t: &Texts, item: &Item<'_>, names: &[String]) -> Html {
    let mut stand: Vec<_> = names.iter().zip(&item.placed.groups).collect();
    stand.sort_by(|a, b| b.1.p().total_cmp(&a.1.p()));
    let p = |at: Option<&(_, &crate::stances::unity::Sums)>| at.map_or(0, |(_, sums)| percent(sums.p()));
    let head = t.unity_divider(item.place, item.proposal.id.0, p(stand.last()), p(stand.first()));
    let text = Html::ours(head).then(0, &words(t, &item.proposal, BEGINNING));
    let hidden = ENDS..stand.len().saturating_sub(ENDS);
    stand.iter().enumerate().fold(text, |text, (at, (name, group))| {
        if hidden.contains(&at) {
            return if at == ENDS { text.then(0, &Html::ours("…")) } else { text };
        }
        let line = t.unity_stands(Html::escape(name), percent(group.p()), sums(t, **group));
        text.then(0, &Html::ours(line))
    })
}

/// A page of groups, with what is special to each.
pub fn special(frame: &Frame, groups: &[(&str, Vec<(&Special, Item<'_>)>)]) -> View {
    let t = frame.lang.texts();
    let text = groups.iter().fold(title(frame), |text, (name, special)| {
        let text = text.then(1, &Html::ours(format!("<b>{}</b>", Html::escape(name))));
        if special.is_empty() {
            return text.then(0, &Html::ours(t.unity_nothing_special()));
        }
        special.iter().fold(text, |text, (one, item)| {
            let (id, p, others) = (item.proposal.id.0, percent(one.p), percent(one.p / one.ratio));
            let head = match one.side {
                Side::Agree => t.unity_special_agree(id, p, others),
                Side::Disagree => t.unity_special_disagree(id, p, others),
            };
            text.then(0, &Html::ours(head)).then(0, &words(t, &item.proposal, SHORT))
        })
    });
    framed(frame, text, true)
}

fn words(t: &Texts, proposal: &Proposal, units: usize) -> Html {
    let photo = if proposal.photo.is_some() { "🖼 " } else { "" };
    let words = proposal.words.as_ref().map_or_else(|| t.proposal_drawing(), |words| words.beginning(units));
    Html::ours(format!("{photo}{}", Html::escape(&words)))
}

/// A share as people say it.
pub fn percent(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u32
}

/// All proposals as a cloud: how many agree, and how evenly the groups do.
pub fn dots(lang: Lang, dimension: Dimension, shown: &Breakdown) -> Dots {
    let t = lang.texts();
    let unity: Vec<Unity> = shown.proposals.iter().map(|placed| placed.unity).collect();
    let apart = |at: &usize| unity[*at].spread >= APART;
    let divide: Vec<usize> = dividers(&unity).into_iter().filter(apart).take(MARKED).collect();
    let dot = |(at, placed): (usize, &Placed)| {
        let all: crate::stances::unity::Sums = placed.groups.iter().copied().sum();
        let kind = match (placed.unity.agreed_by_all, divide.contains(&at)) {
            (true, _) => Kind::Unifier,
            (false, true) => Kind::Divider,
            (false, false) => Kind::Other,
        };
        Dot { number: placed.proposal.0.to_string(), x: all.p(), y: 1.0 - placed.unity.spread, kind }
    };
    Dots {
        title: t.dots_title(),
        x_label: t.dots_agree(),
        y_label: t.dots_evenly(),
        corners: Some(Corners {
            top_left: t.dots_few_agree(),
            top_right: t.dots_most_agree(),
            bottom_left: String::new(),
            bottom_right: String::new(),
        }),
        legend: vec![
            (Kind::Unifier, t.dots_unifier()),
            (Kind::Divider, t.dots_divider()),
            (Kind::Other, t.dots_other()),
        ],
        dots: shown.proposals.iter().enumerate().map(dot).collect(),
        note: match dimension {
            Dimension::Sector => t.dots_note_sectors(),
            Dimension::Region => t.dots_note_regions(),
        },
    }
}

/// The picture, with a way back.
pub fn picture(lang: Lang, dimension: Dimension, png: Vec<u8>) -> View {
    let t = lang.texts();
    let back = Action::Unity { ranking: Ranking::Unifiers, dimension, page: 0 };
    let caption = Html::ours(format!("<b>{}</b>", t.dots_title()));
    View::showing(Body::Picture { png, caption })
        .row([(t.unity_unifiers(), back), (t.to_menu(), Action::Menu)])
}

/// What the export holds, and whom not to give it to.
pub fn ask_export(t: &Texts, least: u32) -> View {
    View::text(Html::ours(t.export_ask(least)))
        .button(t.export_go(), Action::ExportStances(Dimension::Sector))
        .row([(t.back(), super::UNIFIERS), (t.to_menu(), Action::Menu)])
}

/// Below the files.
pub fn exported(t: &Texts) -> View {
    View::text(Html::ours(t.export_done()))
        .row([(t.unity_unifiers(), super::UNIFIERS), (t.to_menu(), Action::Menu)])
}
