//! A button is a typed value, written into at most 64 bytes and read back when it is pressed.
//!
//! It says the wanted state ("mark option 3"), never a toggle, so pressing twice does no harm. Keyboards live for
//! years: a code, once used, keeps its meaning or is given up, but never gets another.

use crate::ids::{
    AffiliationId, AnnouncementId, CallId, InviteId, LetterId, PollId, ProposalId, RequestId, VoteId,
};
use crate::l10n::Lang;

/// What a sector and a region have in common: a way to tell people apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Dimension {
    /// Authorities, civil society …
    Sector,
    /// Luhansk, Donetsk …
    Region,
}

/// Where somebody stands on a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[repr(i64)]
pub enum Stance {
    Agree = 1,
    Disagree = -1,
    /// Has seen it and takes no side.
    Pass = 0,
}

/// A way to look at what unites and what divides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ranking {
    Unifiers,
    Dividers,
    /// What is special to each group.
    Special,
}

/// When a vote closes, as offered on buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// In 24 hours.
    Day,
    /// In seven days.
    Week,
    /// When an organizer says so.
    ByHand,
}

/// Everything that a button can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    // Everywhere.
    Menu,
    Help,
    /// Give up what is being written.
    Cancel,
    /// Go on with what is being written.
    Resume,

    // Joining and settings.
    SpeakAtFirst(Lang),
    UseTelegramName,
    BelongAtFirst(Dimension, Option<AffiliationId>),
    AskToJoin,
    SettleRequest(RequestId, bool),
    Settings,
    Speak(Lang),
    Rename,
    Belonging(Dimension),
    Belong(Dimension, Option<AffiliationId>),
    Leave,
    /// Leave for good; `true`: one's proposals stay, unsigned.
    LeaveNow(bool),

    // The organizers' side of people.
    Desk,
    Invites,
    NewInvite {
        uses: Option<u32>,
        days: Option<u32>,
    },
    Invite(InviteId),
    RevokeInvite(InviteId),
    Affiliations(Dimension),
    Affiliation(AffiliationId),
    AddAffiliation(Dimension),
    RenameAffiliation(AffiliationId),
    /// `true`: no longer offered; `false`: offered again.
    RetireAffiliation(AffiliationId, bool),

    // Proposals.
    Propose,
    ProposeTo(CallId),
    SendProposal,
    RewordProposal,
    MyProposals(u32),
    Proposals(u32),
    Proposal(ProposalId),
    EditProposal(ProposalId),
    Withdraw(ProposalId),
    WithdrawNow(ProposalId),
    Calls,
    NewCall,
    OpenCall,
    CloseCall(CallId),
    CloseCallNow(CallId),

    // Stances on proposals, and what comes of them.
    /// The next card.
    Stances,
    /// A card's answer.
    TakeStance {
        proposal: ProposalId,
        stance: Stance,
    },
    MyStances(u32),
    MyStance {
        proposal: ProposalId,
        /// Of the list, to come back to.
        page: u32,
    },
    ChangeStance {
        proposal: ProposalId,
        stance: Stance,
        page: u32,
    },
    Unity {
        ranking: Ranking,
        dimension: Dimension,
        page: u32,
    },
    UnityPicture(Dimension),
    AskExport,
    ExportStances(Dimension),

    // Votes.
    Votes,
    Vote(VoteId),
    Mark {
        vote: VoteId,
        option: u8,
        on: bool,
    },
    HandIn(VoteId),
    NewVote,
    Seats(u8),
    Closes(Closing),
    TypeClosing,
    RetitleVote,
    RelistOptions,
    OpenVote,
    CloseVote(VoteId),
    CloseVoteNow(VoteId),

    // Polls.
    Polls,
    Poll(PollId),
    /// `watching`: on the screen that also shows the counts and the way to close, which it stays.
    Answer {
        poll: PollId,
        option: u8,
        watching: bool,
    },
    NewPoll,
    RewordPoll,
    SendPoll,
    ClosePoll(PollId),

    // Announcements and letters.
    Announce,
    Audience(Option<AffiliationId>),
    ChooseAudience,
    RewordAnnouncement,
    SendAnnouncement,
    PauseAnnouncement(AnnouncementId),
    ContinueAnnouncement(AnnouncementId),
    CancelAnnouncement(AnnouncementId),
    CancelAnnouncementNow(AnnouncementId),
    WriteLetter,
    SendLetter,
    AnswerLetter(LetterId),

    // Words said outside of any dialogue.
    OfferProposal,
    OfferProposalTo(CallId),
    OfferLetter,
}

impl Action {
    /// The button's data: letters, digits and dots.
    pub fn encode(self) -> String {
        match self {
            Self::Menu => "m".into(),
            Self::Help => "h".into(),
            Self::Cancel => "x".into(),
            Self::Resume => "go".into(),
            Self::SpeakAtFirst(lang) => format!("jl.{}", lang.code()),
            Self::UseTelegramName => "jn".into(),
            Self::BelongAtFirst(dimension, id) => {
                format!("jb.{}.{}", letter(dimension), maybe(id.map(|id| id.0)))
            }
            Self::AskToJoin => "ja".into(),
            Self::SettleRequest(id, approved) => format!("jr.{}.{}", id.0, u8::from(approved)),
            Self::Settings => "s".into(),
            Self::Speak(lang) => format!("sl.{}", lang.code()),
            Self::Rename => "sn".into(),
            Self::Belonging(dimension) => format!("sb.{}", letter(dimension)),
            Self::Belong(dimension, id) => format!("sb.{}.{}", letter(dimension), maybe(id.map(|id| id.0))),
            Self::Leave => "sx".into(),
            Self::LeaveNow(keep) => format!("sx.{}", u8::from(keep)),
            Self::Desk => "d".into(),
            Self::Invites => "i".into(),
            Self::NewInvite { uses, days } => {
                format!("in.{}.{}", maybe(uses.map(i64::from)), maybe(days.map(i64::from)))
            }
            Self::Invite(id) => format!("i.{}", id.0),
            Self::RevokeInvite(id) => format!("ix.{}", id.0),
            Self::Affiliations(dimension) => format!("g.{}", letter(dimension)),
            Self::Affiliation(id) => format!("ge.{}", id.0),
            Self::AddAffiliation(dimension) => format!("ga.{}", letter(dimension)),
            Self::RenameAffiliation(id) => format!("gn.{}", id.0),
            Self::RetireAffiliation(id, retire) => format!("gr.{}.{}", id.0, u8::from(retire)),
            Self::Propose => "p".into(),
            Self::ProposeTo(id) => format!("p.{}", id.0),
            Self::SendProposal => "ps".into(),
            Self::RewordProposal => "pr".into(),
            Self::MyProposals(page) => format!("pm.{page}"),
            Self::Proposals(page) => format!("pl.{page}"),
            Self::Proposal(id) => format!("pp.{}", id.0),
            Self::EditProposal(id) => format!("pe.{}", id.0),
            Self::Withdraw(id) => format!("pw.{}", id.0),
            Self::WithdrawNow(id) => format!("pw.{}.1", id.0),
            Self::Calls => "c".into(),
            Self::NewCall => "cn".into(),
            Self::OpenCall => "co".into(),
            Self::CloseCall(id) => format!("cx.{}", id.0),
            Self::CloseCallNow(id) => format!("cx.{}.1", id.0),
            Self::Stances => "w".into(),
            Self::TakeStance { proposal, stance } => format!("wc.{}.{}", proposal.0, side(stance)),
            Self::MyStances(page) => format!("wl.{page}"),
            Self::MyStance { proposal, page } => format!("wp.{}.{page}", proposal.0),
            Self::ChangeStance { proposal, stance, page } => {
                format!("ws.{}.{}.{page}", proposal.0, side(stance))
            }
            Self::Unity { ranking, dimension, page } => {
                let ranking = match ranking {
                    Ranking::Unifiers => 'u',
                    Ranking::Dividers => 'd',
                    Ranking::Special => 's',
                };
                format!("u.{ranking}.{}.{page}", letter(dimension))
            }
            Self::UnityPicture(dimension) => format!("ui.{}", letter(dimension)),
            Self::AskExport => "ux".into(),
            Self::ExportStances(dimension) => format!("ux.{}", letter(dimension)),
            Self::Votes => "v".into(),
            Self::Vote(id) => format!("v.{}", id.0),
            Self::Mark { vote, option, on } => format!("vm.{}.{option}.{}", vote.0, u8::from(on)),
            Self::HandIn(id) => format!("vh.{}", id.0),
            Self::NewVote => "vn".into(),
            Self::Seats(seats) => format!("vk.{seats}"),
            Self::Closes(Closing::Day) => "vd.1".into(),
            Self::Closes(Closing::Week) => "vd.7".into(),
            Self::Closes(Closing::ByHand) => "vd.-".into(),
            Self::TypeClosing => "vd".into(),
            Self::RetitleVote => "vt".into(),
            Self::RelistOptions => "vl".into(),
            Self::OpenVote => "vo".into(),
            Self::CloseVote(id) => format!("vx.{}", id.0),
            Self::CloseVoteNow(id) => format!("vx.{}.1", id.0),
            Self::Polls => "q".into(),
            Self::Poll(id) => format!("q.{}", id.0),
            Self::Answer { poll, option, watching: false } => format!("qa.{}.{option}", poll.0),
            Self::Answer { poll, option, watching: true } => format!("qa.{}.{option}.w", poll.0),
            Self::NewPoll => "qn".into(),
            Self::RewordPoll => "qr".into(),
            Self::SendPoll => "qs".into(),
            Self::ClosePoll(id) => format!("qx.{}", id.0),
            Self::Announce => "a".into(),
            Self::Audience(id) => format!("au.{}", maybe(id.map(|id| id.0))),
            Self::ChooseAudience => "au".into(),
            Self::RewordAnnouncement => "ar".into(),
            Self::SendAnnouncement => "as".into(),
            Self::PauseAnnouncement(id) => format!("ap.{}", id.0),
            Self::ContinueAnnouncement(id) => format!("ac.{}", id.0),
            Self::CancelAnnouncement(id) => format!("ax.{}", id.0),
            Self::CancelAnnouncementNow(id) => format!("ax.{}.1", id.0),
            Self::WriteLetter => "l".into(),
            Self::SendLetter => "ls".into(),
            Self::AnswerLetter(id) => format!("la.{}", id.0),
            Self::OfferProposal => "op".into(),
            Self::OfferProposalTo(id) => format!("op.{}", id.0),
            Self::OfferLetter => "ol".into(),
        }
    }

    /// Reads a button's data; `None` for what we never wrote, or no longer know.
    pub fn decode(data: &str) -> Option<Self> {
        let parts: Vec<&str> = data.split('.').collect();
        Some(match parts.as_slice() {
            ["m"] => Self::Menu,
            ["h"] => Self::Help,
            ["x"] => Self::Cancel,
            ["go"] => Self::Resume,
            ["jl", lang] => Self::SpeakAtFirst(language(lang)?),
            ["jn"] => Self::UseTelegramName,
            ["jb", dimension, id] => {
                Self::BelongAtFirst(dimension_of(dimension)?, maybe_id(id)?.map(AffiliationId))
            }
            ["ja"] => Self::AskToJoin,
            ["jr", id, approved] => Self::SettleRequest(RequestId(id.parse().ok()?), flag(approved)?),
            ["s"] => Self::Settings,
            ["sl", lang] => Self::Speak(language(lang)?),
            ["sn"] => Self::Rename,
            ["sb", dimension] => Self::Belonging(dimension_of(dimension)?),
            ["sb", dimension, id] => Self::Belong(dimension_of(dimension)?, maybe_id(id)?.map(AffiliationId)),
            ["sx"] => Self::Leave,
            ["sx", keep] => Self::LeaveNow(flag(keep)?),
            ["d"] => Self::Desk,
            ["i"] => Self::Invites,
            ["in", uses, days] => Self::NewInvite { uses: maybe_count(uses)?, days: maybe_count(days)? },
            ["i", id] => Self::Invite(InviteId(id.parse().ok()?)),
            ["ix", id] => Self::RevokeInvite(InviteId(id.parse().ok()?)),
            ["g", dimension] => Self::Affiliations(dimension_of(dimension)?),
            ["ge", id] => Self::Affiliation(AffiliationId(id.parse().ok()?)),
            ["ga", dimension] => Self::AddAffiliation(dimension_of(dimension)?),
            ["gn", id] => Self::RenameAffiliation(AffiliationId(id.parse().ok()?)),
            ["gr", id, retire] => Self::RetireAffiliation(AffiliationId(id.parse().ok()?), flag(retire)?),
            ["p"] => Self::Propose,
            ["p", id] => Self::ProposeTo(CallId(id.parse().ok()?)),
            ["ps"] => Self::SendProposal,
            ["pr"] => Self::RewordProposal,
            ["pm", page] => Self::MyProposals(page.parse().ok()?),
            ["pl", page] => Self::Proposals(page.parse().ok()?),
            ["pp", id] => Self::Proposal(ProposalId(id.parse().ok()?)),
            ["pe", id] => Self::EditProposal(ProposalId(id.parse().ok()?)),
            ["pw", id] => Self::Withdraw(ProposalId(id.parse().ok()?)),
            ["pw", id, "1"] => Self::WithdrawNow(ProposalId(id.parse().ok()?)),
            ["c"] => Self::Calls,
            ["cn"] => Self::NewCall,
            ["co"] => Self::OpenCall,
            ["cx", id] => Self::CloseCall(CallId(id.parse().ok()?)),
            ["cx", id, "1"] => Self::CloseCallNow(CallId(id.parse().ok()?)),
            ["w"] => Self::Stances,
            ["wc", id, stance] => {
                Self::TakeStance { proposal: ProposalId(id.parse().ok()?), stance: side_of(stance)? }
            }
            ["wl", page] => Self::MyStances(page.parse().ok()?),
            ["wp", id, page] => {
                Self::MyStance { proposal: ProposalId(id.parse().ok()?), page: page.parse().ok()? }
            }
            ["ws", id, stance, page] => Self::ChangeStance {
                proposal: ProposalId(id.parse().ok()?),
                stance: side_of(stance)?,
                page: page.parse().ok()?,
            },
            ["u", ranking, dimension, page] => Self::Unity {
                ranking: ranking_of(ranking)?,
                dimension: dimension_of(dimension)?,
                page: page.parse().ok()?,
            },
            ["ui", dimension] => Self::UnityPicture(dimension_of(dimension)?),
            ["ux"] => Self::AskExport,
            ["ux", dimension] => Self::ExportStances(dimension_of(dimension)?),
            ["v"] => Self::Votes,
            ["v", id] => Self::Vote(VoteId(id.parse().ok()?)),
            ["vm", vote, option, on] => {
                Self::Mark { vote: VoteId(vote.parse().ok()?), option: option.parse().ok()?, on: flag(on)? }
            }
            ["vh", id] => Self::HandIn(VoteId(id.parse().ok()?)),
            ["vn"] => Self::NewVote,
            ["vk", seats] => Self::Seats(seats.parse().ok()?),
            ["vd", "1"] => Self::Closes(Closing::Day),
            ["vd", "7"] => Self::Closes(Closing::Week),
            ["vd", "-"] => Self::Closes(Closing::ByHand),
            ["vd"] => Self::TypeClosing,
            ["vt"] => Self::RetitleVote,
            ["vl"] => Self::RelistOptions,
            ["vo"] => Self::OpenVote,
            ["vx", id] => Self::CloseVote(VoteId(id.parse().ok()?)),
            ["vx", id, "1"] => Self::CloseVoteNow(VoteId(id.parse().ok()?)),
            ["q"] => Self::Polls,
            ["q", id] => Self::Poll(PollId(id.parse().ok()?)),
            ["qa", poll, option] => Self::Answer {
                poll: PollId(poll.parse().ok()?),
                option: option.parse().ok()?,
                watching: false,
            },
            ["qa", poll, option, "w"] => Self::Answer {
                poll: PollId(poll.parse().ok()?),
                option: option.parse().ok()?,
                watching: true,
            },
            ["qn"] => Self::NewPoll,
            ["qr"] => Self::RewordPoll,
            ["qs"] => Self::SendPoll,
            ["qx", id] => Self::ClosePoll(PollId(id.parse().ok()?)),
            ["a"] => Self::Announce,
            ["au", id] => Self::Audience(maybe_id(id)?.map(AffiliationId)),
            ["au"] => Self::ChooseAudience,
            ["ar"] => Self::RewordAnnouncement,
            ["as"] => Self::SendAnnouncement,
            ["ap", id] => Self::PauseAnnouncement(AnnouncementId(id.parse().ok()?)),
            ["ac", id] => Self::ContinueAnnouncement(AnnouncementId(id.parse().ok()?)),
            ["ax", id] => Self::CancelAnnouncement(AnnouncementId(id.parse().ok()?)),
            ["ax", id, "1"] => Self::CancelAnnouncementNow(AnnouncementId(id.parse().ok()?)),
            ["l"] => Self::WriteLetter,
            ["ls"] => Self::SendLetter,
            ["la", id] => Self::AnswerLetter(LetterId(id.parse().ok()?)),
            ["op"] => Self::OfferProposal,
            ["op", id] => Self::OfferProposalTo(CallId(id.parse().ok()?)),
            ["ol"] => Self::OfferLetter,
            _ => return None,
        })
    }
}

fn letter(dimension: Dimension) -> char {
    match dimension {
        Dimension::Sector => 's',
        Dimension::Region => 'r',
    }
}

fn dimension_of(letter: &str) -> Option<Dimension> {
    match letter {
        "s" => Some(Dimension::Sector),
        "r" => Some(Dimension::Region),
        _ => None,
    }
}

fn side(stance: Stance) -> char {
    match stance {
        Stance::Agree => 'a',
        Stance::Disagree => 'd',
        Stance::Pass => 'p',
    }
}

fn side_of(letter: &str) -> Option<Stance> {
    [Stance::Agree, Stance::Disagree, Stance::Pass]
        .into_iter()
        .find(|stance| letter == side(*stance).to_string())
}

fn ranking_of(letter: &str) -> Option<Ranking> {
    match letter {
        "u" => Some(Ranking::Unifiers),
        "d" => Some(Ranking::Dividers),
        "s" => Some(Ranking::Special),
        _ => None,
    }
}

fn language(code: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

fn flag(digit: &str) -> Option<bool> {
    match digit {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

fn maybe(number: Option<i64>) -> String {
    number.map_or_else(|| "-".into(), |n| n.to_string())
}

fn maybe_id(text: &str) -> Option<Option<i64>> {
    if text == "-" { Some(None) } else { text.parse().ok().map(Some) }
}

fn maybe_count(text: &str) -> Option<Option<u32>> {
    if text == "-" { Some(None) } else { text.parse().ok().map(Some) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::mem::discriminant;

    use proptest::prelude::*;

    use super::*;

    /// One of every kind, made of these.
    fn every(id: i64, count: u32, small: u8, yes: bool, lang: Lang, dimension: Dimension) -> Vec<Action> {
        use Action::*;
        let some = yes.then_some(AffiliationId(id));
        let (affiliation, invite, request) = (AffiliationId(id), InviteId(id), RequestId(id));
        let (call, proposal, vote, poll) = (CallId(id), ProposalId(id), VoteId(id), PollId(id));
        let (announcement, letter) = (AnnouncementId(id), LetterId(id));
        let closing = [Closing::Day, Closing::Week, Closing::ByHand][usize::from(small) % 3];
        let stance = [Stance::Agree, Stance::Disagree, Stance::Pass][usize::from(small) % 3];
        let ranking = [Ranking::Unifiers, Ranking::Dividers, Ranking::Special][usize::from(small) % 3];
        vec![
            Menu,
            Help,
            Cancel,
            Resume,
            SpeakAtFirst(lang),
            UseTelegramName,
            BelongAtFirst(dimension, some),
            AskToJoin,
            SettleRequest(request, yes),
            Settings,
            Speak(lang),
            Rename,
            Belonging(dimension),
            Belong(dimension, some),
            Leave,
            LeaveNow(yes),
            Desk,
            Invites,
            NewInvite { uses: yes.then_some(count), days: (!yes).then_some(count) },
            Invite(invite),
            RevokeInvite(invite),
            Affiliations(dimension),
            Affiliation(affiliation),
            AddAffiliation(dimension),
            RenameAffiliation(affiliation),
            RetireAffiliation(affiliation, yes),
            Propose,
            ProposeTo(call),
            SendProposal,
            RewordProposal,
            MyProposals(count),
            Proposals(count),
            Proposal(proposal),
            EditProposal(proposal),
            Withdraw(proposal),
            WithdrawNow(proposal),
            Calls,
            NewCall,
            OpenCall,
            CloseCall(call),
            CloseCallNow(call),
            Stances,
            TakeStance { proposal, stance },
            MyStances(count),
            MyStance { proposal, page: count },
            ChangeStance { proposal, stance, page: count },
            Unity { ranking, dimension, page: count },
            UnityPicture(dimension),
            AskExport,
            ExportStances(dimension),
            Votes,
            Vote(vote),
            Mark { vote, option: small, on: yes },
            HandIn(vote),
            NewVote,
            Seats(small),
            Closes(closing),
            TypeClosing,
            RetitleVote,
            RelistOptions,
            OpenVote,
            CloseVote(vote),
            CloseVoteNow(vote),
            Polls,
            Poll(poll),
            Answer { poll, option: small, watching: yes },
            NewPoll,
            RewordPoll,
            SendPoll,
            ClosePoll(poll),
            Announce,
            Audience(some),
            ChooseAudience,
            RewordAnnouncement,
            SendAnnouncement,
            PauseAnnouncement(announcement),
            ContinueAnnouncement(announcement),
            CancelAnnouncement(announcement),
            CancelAnnouncementNow(announcement),
            WriteLetter,
            SendLetter,
            AnswerLetter(letter),
            OfferProposal,
            OfferProposalTo(call),
            OfferLetter,
        ]
    }

    #[test]
    fn the_list_above_leaves_none_out() {
        let source = include_str!("action.rs");
        let (_, declared) = source.split_once("pub enum Action {\n").expect("the enum");
        let (declared, _) = declared.split_once("\n}\n").expect("its end");
        let variants = declared
            .lines()
            .filter_map(|line| line.strip_prefix("    "))
            .filter(|line| line.starts_with(char::is_uppercase));
        let listed: HashSet<_> =
            every(1, 1, 1, true, Lang::Uk, Dimension::Sector).iter().map(discriminant).collect();
        assert_eq!(listed.len(), variants.count());
    }

    proptest! {
        #[test]
        fn what_is_written_on_a_button_is_read_back(
            id: i64,
            count: u32,
            small: u8,
            yes: bool,
            lang in prop::sample::select(Lang::ALL.to_vec()),
            dimension in prop::sample::select(vec![Dimension::Sector, Dimension::Region]),
        ) {
            let mut codes = HashSet::new();
            for action in every(id, count, small, yes, lang, dimension) {
                let code = action.encode();
                prop_assert!(code.len() <= 64, "{} has {} bytes", code, code.len());
                prop_assert!(code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-'), "{}", code);
                prop_assert_eq!(Action::decode(&code), Some(action), "{}", code);
                prop_assert!(codes.insert(code), "{:?} is written like another one", action);
            }
        }

        #[test]
        fn what_we_never_wrote_does_no_harm(data in "[a-z]{0,2}(\\.[-0-9a-z+]{0,22}){0,4}|\\PC*") {
            if let Some(action) = Action::decode(&data) {
                prop_assert_eq!(Action::decode(&action.encode()), Some(action));
            }
        }
    }
}
