//! What stands on a button for each action; [`super::decode`] is the way back, in the same order.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;

use super::*;

impl Action {
    /// The button's data: letters, digits and dots.
    pub fn encode(self) -> String {
        match self {
            Self::Menu => "m".into(),
            Self::MenuBelow => "mb".into(),
            Self::Help => "h".into(),
            Self::Cancel => "x".into(),
            Self::Resume => "go".into(),
            Self::SendAtOnce => "n".into(),
            Self::SpeakAtFirst(lang) => format!("jl.{}", lang.code()),
            Self::UseTelegramName => "jn".into(),
            Self::BelongAtFirst(dimension, id) => {
                format!("jb.{}.{}", letter(dimension), maybe(id.map(|id| id.0)))
            }
            Self::ThatIsMe(yes) => format!("jm.{}", u8::from(yes)),
            Self::AskToJoin => "ja".into(),
            Self::SettleRequest(id, approved) => format!("jr.{}.{}", id.0, u8::from(approved)),
            Self::Requests => "jq".into(),
            Self::Settings => "s".into(),
            Self::Speak(lang) => format!("sl.{}", lang.code()),
            Self::Rename => "sn".into(),
            Self::Belonging(dimension) => format!("sb.{}", letter(dimension)),
            Self::Belong(dimension, id) => format!("sb.{}.{}", letter(dimension), maybe(id.map(|id| id.0))),
            Self::ChooseQuietHours => "sq".into(),
            Self::KeepQuiet(Some(hours)) => format!("sq.{}.{}", hours.from(), hours.to()),
            Self::KeepQuiet(None) => "sq.-".into(),
            Self::Leave => "sx".into(),
            Self::LeaveNow(keep) => format!("sx.{}", u8::from(keep)),
            Self::Team(team) => team.encode(),
            Self::Acts(acts) => acts.encode(),
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
            Self::MostEach(most) => format!("cd.{}", maybe(most.map(i64::from))),
            Self::ChooseMostOf(id) => format!("cl.{}", id.0),
            Self::MostOf(id, most) => format!("cl.{}.{}", id.0, maybe(most.map(i64::from))),
            Self::Support(id) => format!("px.{}", id.0),
            Self::Moderate(on) => format!("pg.{}", u8::from(on)),
            Self::Reviews(None) => "pq".into(),
            Self::Reviews(Some(after)) => format!("pq.{}", after.0),
            Self::Review(id) => format!("pv.{}", id.0),
            Self::Publish(wording) => format!("pa.{}", worded(wording)),
            Self::ChooseReason(wording, refusal) => {
                format!("pb.{}.{}", worded(wording), letter_of_refusal(refusal))
            }
            Self::Refuse(wording, refusal, reason) => {
                format!("pb.{}.{}.{}", worded(wording), letter_of_refusal(refusal), letter_of_reason(reason))
            }
            Self::TypeReason(wording, refusal) => {
                format!("pn.{}.{}", worded(wording), letter_of_refusal(refusal))
            }
            Self::Sorting(what) => what.encode(),
            Self::Life(what) => what.encode(),
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
            Self::Ballot(id) => format!("vb.{}", id.0),
            Self::Put(sealed) => format!("b.{}", BASE64.encode(sealed.0)),
            Self::HandIn(id, None) => format!("vh.{}", id.0),
            Self::HandIn(id, Some(person)) => format!("vh.{}.{}", id.0, person.0),
            Self::MyBallot(id) => format!("vi.{}", id.0),
            Self::Receipts(id) => format!("ve.{}", id.0),
            Self::NewVote => "vn".into(),
            Self::VoteRules => "vu".into(),
            Self::VoteRule(Rule::Method(method)) => format!("vu.m.{}", letter_of(method)),
            Self::VoteRule(Rule::Most(most)) => format!("vu.k.{most}"),
            Self::VoteRule(Rule::Seats(seats)) => format!("vu.s.{seats}"),
            Self::VoteRule(Rule::Winners(winners)) => {
                format!("vu.w.{}", u8::from(winners == Winners::Balanced))
            }
            Self::VoteRule(Rule::Secret(secret)) => format!("vu.h.{}", u8::from(secret)),
            Self::VotePreview => "vv".into(),
            Self::Closes(Closing::Day) => "vd.1".into(),
            Self::Closes(Closing::Week) => "vd.7".into(),
            Self::Closes(Closing::ByHand) => "vd.-".into(),
            Self::TypeClosing => "vd".into(),
            Self::RetitleVote => "vt".into(),
            Self::RelistOptions => "vl".into(),
            Self::OpenVote => "vo".into(),
            Self::CloseVote(id) => format!("vx.{}", id.0),
            Self::CloseVoteNow(id) => format!("vx.{}.1", id.0),
            Self::RunOff(id) => format!("vf.{}", id.0),
            Self::Turnout(id) => format!("va.{}", id.0),
            Self::Remind(id) => format!("vr.{}", id.0),
            Self::Paper(id, page) => format!("vp.{}.{page}", id.0),
            Self::PaperBallot(id, person) => format!("vq.{}.{}", id.0, person.0),
            Self::Offline(offline) => offline.encode(),
            Self::Polls => "q".into(),
            Self::Poll(id) => format!("q.{}", id.0),
            Self::Answer { poll, option, given: true, watching: false } => format!("qa.{}.{option}", poll.0),
            Self::Answer { poll, option, given: true, watching: true } => format!("qa.{}.{option}.w", poll.0),
            Self::Answer { poll, option, given: false, watching } => {
                format!("qb.{}.{option}{}", poll.0, if watching { ".w" } else { "" })
            }
            Self::PollNames(id, page) => format!("qw.{}.{page}", id.0),
            Self::PollPicture(id) => format!("qi.{}", id.0),
            Self::ComparePolls(id) => format!("qc.{}", id.0),
            Self::NewPoll => "qn".into(),
            Self::PollPreview => "qv".into(),
            Self::PollRule(PollRule::Several(several)) => format!("qu.s.{}", u8::from(several)),
            Self::PollRule(PollRule::Hidden(hidden)) => format!("qu.h.{}", u8::from(hidden)),
            Self::PollRule(PollRule::Named(named)) => format!("qu.n.{}", u8::from(named)),
            Self::PollOnWall => "qu.w".into(),
            Self::RepeatPoll(id) => format!("qn.{}", id.0),
            Self::RewordPoll => "qr".into(),
            Self::SendPoll => "qs".into(),
            Self::ClosePoll(id) => format!("qx.{}", id.0),
            Self::Announce => "a".into(),
            Self::Sessions => "e".into(),
            Self::Session(id) => format!("e.{}", id.0),
            Self::Attend(id, attendance) => format!("ea.{}.{}", id.0, said(attendance)),
            Self::AddWord(id) => format!("ew.{}", id.0),
            Self::Calendar(id) => format!("ec.{}", id.0),
            Self::Material(id) => format!("em.{}", id.0),
            Self::Reminders(on, None) => format!("er.{}", u8::from(on)),
            Self::Reminders(on, Some(id)) => format!("er.{}.{}", u8::from(on), id.0),
            Self::Feedback(id, question, mark) => format!("ef.{}.{question}.{mark}", id.0),
            Self::NewSession => "en".into(),
            Self::NextSession(id) => format!("en.{}", id.0),
            Self::SessionPart(part) => format!("ep.{}", letter_of_part(part)),
            Self::Capacity(count) => format!("eq.{}", maybe(count.map(i64::from))),
            Self::Queue(wanted) => format!("el.{}", u8::from(wanted)),
            Self::NoAgenda => "ez".into(),
            Self::SessionPreview => "ev".into(),
            Self::AnnounceSession => "es".into(),
            Self::ManageSession(id) => format!("eg.{}", id.0),
            Self::ChangeSession(id) => format!("ed.{}", id.0),
            Self::CancelSession(id) => format!("ex.{}", id.0),
            Self::CancelSessionNow(id) => format!("ex.{}.1", id.0),
            Self::ListGuests(guests, group, page) => format!("eh.{}.{page}", narrowed(group, guests)),
            Self::WriteToGuests(guests, group) => format!("ei.{}", narrowed(group, guests)),
            Self::WriteMinutes(id) => format!("et.{}", id.0),
            Self::SendMinutes => "et".into(),
            Self::AddMaterials(id) => format!("eb.{}", id.0),
            Self::MaterialsDone => "eb".into(),
            Self::FeedbackSums(id) => format!("ek.{}", id.0),
            Self::Wall(id) => format!("y.{}", id.0),
            Self::ShowOnWall(id, scene) => format!("ys.{}.{}", id.0, shown(scene)),
            Self::ChooseScene(id, kind) => format!("yc.{}.{}", id.0, letter_of_kind(kind)),
            Self::SpeakOnWall(id, lang) => format!("yl.{}.{}", id.0, lang.code()),
            Self::TakeWallDown(id) => format!("yx.{}", id.0),
            Self::Door(id) => format!("k.{}", id.0),
            Self::RenewDoor(id) => format!("kr.{}", id.0),
            Self::RenewDoorNow(id) => format!("kr.{}.1", id.0),
            Self::LetIn(id, None) => format!("kn.{}", id.0),
            Self::LetIn(id, Some(page)) => format!("kn.{}.{page}", id.0),
            Self::Arrived { session, person, here } => {
                format!("kg.{}.{}.{}", session.0, person.0, u8::from(here))
            }
            Self::LetInDone(id) => format!("kd.{}", id.0),
            Self::AddPictures(id) => format!("fa.{}", id.0),
            Self::PicturesDone => "fd".into(),
            Self::Gallery(id) => format!("f.{}", id.0),
            Self::Picture(id, photo) => format!("f.{}.{}", id.0, photo.0),
            Self::RemovePicture(id, photo) => format!("fx.{}.{}", id.0, photo.0),
            Self::RemovePictureNow(id, photo) => format!("fx.{}.{}.1", id.0, photo.0),
            Self::Announcing(choice) => choice.encode(),
            Self::ForWhom(choice) => choice.encode(),
            Self::RewordAnnouncement => "ar".into(),
            Self::SendAnnouncement => "as".into(),
            Self::PauseAnnouncement(id) => format!("ap.{}", id.0),
            Self::ContinueAnnouncement(id) => format!("ac.{}", id.0),
            Self::CancelAnnouncement(id) => format!("ax.{}", id.0),
            Self::CancelAnnouncementNow(id) => format!("ax.{}.1", id.0),
            Self::WriteLetter => "l".into(),
            Self::SendLetter => "ls".into(),
            Self::AnswerLetter(id) => format!("la.{}", id.0),
            Self::Letters(choice) => choice.encode(),
            Self::Chats => "z".into(),
            Self::Chat(id) => format!("z.{}", id.0),
            Self::LinkChat => "zn".into(),
            Self::UnlinkChat(id) => format!("zx.{}", id.0),
            Self::AlsoIn(id, wanted) => format!("za.{}.{}", id.0, u8::from(wanted)),
            Self::ShareVote(id, chat) => format!("zv.{}.{}", id.0, maybe(chat.map(|id| id.0))),
            Self::SharePoll(id, chat) => format!("zq.{}.{}", id.0, maybe(chat.map(|id| id.0))),
            Self::Importing(importing) => importing.encode(),
            Self::ReportSince => "or".into(),
            Self::ReportUntil(since) => format!("or.{}", maybe(since.map(|id| id.0))),
            Self::ReportKind(since, until) => {
                format!("or.{}.{}", maybe(since.map(|id| id.0)), maybe(until.map(|id| id.0)))
            }
            Self::TakeOut => "o".into(),
            Self::Export(export) => format!("o.{}", export.code()),
            Self::OfferProposal => "op".into(),
            Self::OfferProposalTo(id) => format!("op.{}", id.0),
            Self::OfferLetter => "ol".into(),
        }
    }
}
