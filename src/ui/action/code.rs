//! What stands on a button for each action, and the way back, side by side.

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
            Self::AskToJoin => "ja".into(),
            Self::SettleRequest(id, approved) => format!("jr.{}.{}", id.0, u8::from(approved)),
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
            Self::OfflinePeople(page) => format!("t.{page}"),
            Self::AddOffline => "tn".into(),
            Self::OfflinePerson(person) => format!("tp.{}", person.0),
            Self::PlaceOffline(person, id) => format!("tb.{}.{}", person.0, id.0),
            Self::RemoveOffline(person) => format!("tx.{}", person.0),
            Self::RemoveOfflineNow(person) => format!("tx.{}.1", person.0),
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
            Self::ListGuests(guests, group, page) => format!("eh.{}.{page}", narrowed(group, Some(guests))),
            Self::WriteToGuests(audience) => format!("ei.{}", narrowed(audience.group, audience.guests)),
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
            Self::Audience(Audience { group, guests: None }) => format!("au.{}", maybe(group.map(|id| id.0))),
            Self::Audience(audience) => format!("au.{}", narrowed(audience.group, audience.guests)),
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
            Self::Chats => "z".into(),
            Self::Chat(id) => format!("z.{}", id.0),
            Self::LinkChat => "zn".into(),
            Self::UnlinkChat(id) => format!("zx.{}", id.0),
            Self::AlsoIn(id, wanted) => format!("za.{}.{}", id.0, u8::from(wanted)),
            Self::ShareVote(id, chat) => format!("zv.{}.{}", id.0, maybe(chat.map(|id| id.0))),
            Self::SharePoll(id, chat) => format!("zq.{}.{}", id.0, maybe(chat.map(|id| id.0))),
            Self::TakeOut => "o".into(),
            Self::Export(export) => format!("o.{}", export.code()),
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
            ["mb"] => Self::MenuBelow,
            ["h"] => Self::Help,
            ["x"] => Self::Cancel,
            ["go"] => Self::Resume,
            ["n"] => Self::SendAtOnce,
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
            ["sq"] => Self::ChooseQuietHours,
            ["sq", "-"] => Self::KeepQuiet(None),
            ["sq", from, to] => Self::KeepQuiet(Some(QuietHours::new(from.parse().ok()?, to.parse().ok()?)?)),
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
            ["cd", most] => Self::MostEach(maybe_count(most)?),
            ["cl", id] => Self::ChooseMostOf(CallId(id.parse().ok()?)),
            ["cl", id, most] => Self::MostOf(CallId(id.parse().ok()?), maybe_count(most)?),
            ["px", id] => Self::Support(ProposalId(id.parse().ok()?)),
            ["pg", on] => Self::Moderate(flag(on)?),
            ["pq"] => Self::Reviews(None),
            ["pq", after] => Self::Reviews(Some(ReviewId(after.parse().ok()?))),
            ["pv", id] => Self::Review(ReviewId(id.parse().ok()?)),
            ["pa", id, version] => Self::Publish(wording(id, version)?),
            ["pb", id, version, refusal] => Self::ChooseReason(wording(id, version)?, refusal_of(refusal)?),
            ["pb", id, version, refusal, reason] => {
                Self::Refuse(wording(id, version)?, refusal_of(refusal)?, reason_of(reason)?)
            }
            ["pn", id, version, refusal] => Self::TypeReason(wording(id, version)?, refusal_of(refusal)?),
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
            ["vb", id] => Self::Ballot(VoteId(id.parse().ok()?)),
            ["b", sealed] => Self::Put(Sealed(BASE64.decode(sealed).ok()?.try_into().ok()?)),
            ["vh", id] => Self::HandIn(VoteId(id.parse().ok()?), None),
            ["vh", id, person] => {
                Self::HandIn(VoteId(id.parse().ok()?), Some(PersonId(person.parse().ok()?)))
            }
            ["vi", id] => Self::MyBallot(VoteId(id.parse().ok()?)),
            ["ve", id] => Self::Receipts(VoteId(id.parse().ok()?)),
            ["vn"] => Self::NewVote,
            ["vu"] => Self::VoteRules,
            ["vu", "m", method] => Self::VoteRule(Rule::Method(method_of(method)?)),
            ["vu", "k", most] => Self::VoteRule(Rule::Most(most.parse().ok()?)),
            ["vu", "s", seats] => Self::VoteRule(Rule::Seats(seats.parse().ok()?)),
            ["vu", "w", balanced] => Self::VoteRule(Rule::Winners(if flag(balanced)? {
                Winners::Balanced
            } else {
                Winners::MostVotes
            })),
            ["vu", "h", secret] => Self::VoteRule(Rule::Secret(flag(secret)?)),
            ["vv"] => Self::VotePreview,
            ["vd", "1"] => Self::Closes(Closing::Day),
            ["vd", "7"] => Self::Closes(Closing::Week),
            ["vd", "-"] => Self::Closes(Closing::ByHand),
            ["vd"] => Self::TypeClosing,
            ["vt"] => Self::RetitleVote,
            ["vl"] => Self::RelistOptions,
            ["vo"] => Self::OpenVote,
            ["vx", id] => Self::CloseVote(VoteId(id.parse().ok()?)),
            ["vx", id, "1"] => Self::CloseVoteNow(VoteId(id.parse().ok()?)),
            ["vf", id] => Self::RunOff(VoteId(id.parse().ok()?)),
            ["va", id] => Self::Turnout(VoteId(id.parse().ok()?)),
            ["vr", id] => Self::Remind(VoteId(id.parse().ok()?)),
            ["vp", id, page] => Self::Paper(VoteId(id.parse().ok()?), page.parse().ok()?),
            ["vq", id, person] => Self::PaperBallot(VoteId(id.parse().ok()?), PersonId(person.parse().ok()?)),
            ["t", page] => Self::OfflinePeople(page.parse().ok()?),
            ["tn"] => Self::AddOffline,
            ["tp", person] => Self::OfflinePerson(PersonId(person.parse().ok()?)),
            ["tb", person, id] => {
                Self::PlaceOffline(PersonId(person.parse().ok()?), AffiliationId(id.parse().ok()?))
            }
            ["tx", person] => Self::RemoveOffline(PersonId(person.parse().ok()?)),
            ["tx", person, "1"] => Self::RemoveOfflineNow(PersonId(person.parse().ok()?)),
            ["q"] => Self::Polls,
            ["q", id] => Self::Poll(PollId(id.parse().ok()?)),
            [verb @ ("qa" | "qb"), poll, option, rest @ ..] if matches!(rest, [] | ["w"]) => Self::Answer {
                poll: PollId(poll.parse().ok()?),
                option: option.parse().ok()?,
                given: *verb == "qa",
                watching: !rest.is_empty(),
            },
            ["qw", id, page] => Self::PollNames(PollId(id.parse().ok()?), page.parse().ok()?),
            ["qi", id] => Self::PollPicture(PollId(id.parse().ok()?)),
            ["qc", id] => Self::ComparePolls(PollId(id.parse().ok()?)),
            ["qn"] => Self::NewPoll,
            ["qv"] => Self::PollPreview,
            ["qu", "s", several] => Self::PollRule(PollRule::Several(flag(several)?)),
            ["qu", "h", hidden] => Self::PollRule(PollRule::Hidden(flag(hidden)?)),
            ["qu", "n", named] => Self::PollRule(PollRule::Named(flag(named)?)),
            ["qu", "w"] => Self::PollOnWall,
            ["qn", id] => Self::RepeatPoll(PollId(id.parse().ok()?)),
            ["qr"] => Self::RewordPoll,
            ["qs"] => Self::SendPoll,
            ["qx", id] => Self::ClosePoll(PollId(id.parse().ok()?)),
            ["a"] => Self::Announce,
            ["e"] => Self::Sessions,
            ["e", id] => Self::Session(SessionId(id.parse().ok()?)),
            ["ea", id, attendance] => Self::Attend(SessionId(id.parse().ok()?), said_by(attendance)?),
            ["ew", id] => Self::AddWord(SessionId(id.parse().ok()?)),
            ["ec", id] => Self::Calendar(SessionId(id.parse().ok()?)),
            ["em", id] => Self::Material(MaterialId(id.parse().ok()?)),
            ["er", on] => Self::Reminders(flag(on)?, None),
            ["er", on, id] => Self::Reminders(flag(on)?, Some(SessionId(id.parse().ok()?))),
            ["ef", id, question, mark] => {
                Self::Feedback(SessionId(id.parse().ok()?), question.parse().ok()?, mark.parse().ok()?)
            }
            ["en"] => Self::NewSession,
            ["en", id] => Self::NextSession(SessionId(id.parse().ok()?)),
            ["ep", part] => Self::SessionPart(part_of(part)?),
            ["eq", count] => Self::Capacity(maybe_count(count)?),
            ["el", wanted] => Self::Queue(flag(wanted)?),
            ["ez"] => Self::NoAgenda,
            ["ev"] => Self::SessionPreview,
            ["es"] => Self::AnnounceSession,
            ["eg", id] => Self::ManageSession(SessionId(id.parse().ok()?)),
            ["ed", id] => Self::ChangeSession(SessionId(id.parse().ok()?)),
            ["ex", id] => Self::CancelSession(SessionId(id.parse().ok()?)),
            ["ex", id, "1"] => Self::CancelSessionNow(SessionId(id.parse().ok()?)),
            ["eh", group, of, who, page] => {
                let audience = audience_of(group, of, who)?;
                Self::ListGuests(audience.guests?, audience.group, page.parse().ok()?)
            }
            ["ei", group, of, who] => Self::WriteToGuests(audience_of(group, of, who)?),
            ["et", id] => Self::WriteMinutes(SessionId(id.parse().ok()?)),
            ["et"] => Self::SendMinutes,
            ["eb", id] => Self::AddMaterials(SessionId(id.parse().ok()?)),
            ["eb"] => Self::MaterialsDone,
            ["ek", id] => Self::FeedbackSums(SessionId(id.parse().ok()?)),
            ["y", id] => Self::Wall(SessionId(id.parse().ok()?)),
            ["ys", id, scene @ ..] => Self::ShowOnWall(SessionId(id.parse().ok()?), scene_of(scene)?),
            ["yc", id, kind] => Self::ChooseScene(SessionId(id.parse().ok()?), kind_of(kind)?),
            ["yl", id, lang] => Self::SpeakOnWall(SessionId(id.parse().ok()?), language(lang)?),
            ["yx", id] => Self::TakeWallDown(SessionId(id.parse().ok()?)),
            ["k", id] => Self::Door(SessionId(id.parse().ok()?)),
            ["kr", id] => Self::RenewDoor(SessionId(id.parse().ok()?)),
            ["kr", id, "1"] => Self::RenewDoorNow(SessionId(id.parse().ok()?)),
            ["kn", id] => Self::LetIn(SessionId(id.parse().ok()?), None),
            ["kn", id, page] => Self::LetIn(SessionId(id.parse().ok()?), Some(page.parse().ok()?)),
            ["kg", id, person, here] => Self::Arrived {
                session: SessionId(id.parse().ok()?),
                person: PersonId(person.parse().ok()?),
                here: flag(here)?,
            },
            ["kd", id] => Self::LetInDone(SessionId(id.parse().ok()?)),
            ["fa", id] => Self::AddPictures(SessionId(id.parse().ok()?)),
            ["fd"] => Self::PicturesDone,
            ["f", id] => Self::Gallery(SessionId(id.parse().ok()?)),
            ["f", id, photo] => Self::Picture(SessionId(id.parse().ok()?), PhotoId(photo.parse().ok()?)),
            ["fx", id, photo] => {
                Self::RemovePicture(SessionId(id.parse().ok()?), PhotoId(photo.parse().ok()?))
            }
            ["fx", id, photo, "1"] => {
                Self::RemovePictureNow(SessionId(id.parse().ok()?), PhotoId(photo.parse().ok()?))
            }
            ["au", group, of, who] => Self::Audience(audience_of(group, of, who)?),
            ["au", id] => Self::Audience(Audience { group: maybe_id(id)?.map(AffiliationId), guests: None }),
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
            ["z"] => Self::Chats,
            ["z", id] => Self::Chat(ChatId(id.parse().ok()?)),
            ["zn"] => Self::LinkChat,
            ["zx", id] => Self::UnlinkChat(ChatId(id.parse().ok()?)),
            ["za", id, wanted] => Self::AlsoIn(ChatId(id.parse().ok()?), flag(wanted)?),
            ["zv", id, chat] => Self::ShareVote(VoteId(id.parse().ok()?), maybe_id(chat)?.map(ChatId)),
            ["zq", id, chat] => Self::SharePoll(PollId(id.parse().ok()?), maybe_id(chat)?.map(ChatId)),
            ["o"] => Self::TakeOut,
            ["o", export] => Self::Export(super::Export::of_code(export)?),
            ["op"] => Self::OfferProposal,
            ["op", id] => Self::OfferProposalTo(CallId(id.parse().ok()?)),
            ["ol"] => Self::OfferLetter,
            _ => return None,
        })
    }
}

fn letter_of(method: Method) -> char {
    match method {
        Method::Choose => 'c',
        Method::Points => 'p',
        Method::Ranking => 'r',
    }
}

fn method_of(letter: &str) -> Option<Method> {
    [Method::Choose, Method::Points, Method::Ranking]
        .into_iter()
        .find(|m| letter == letter_of(*m).to_string())
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

fn worded(wording: Wording) -> String {
    format!("{}.{}", wording.review.0, wording.version)
}

fn wording(review: &str, version: &str) -> Option<Wording> {
    Some(Wording { review: ReviewId(review.parse().ok()?), version: version.parse().ok()? })
}

fn letter_of_refusal(refusal: Refusal) -> char {
    match refusal {
        Refusal::Return => 'r',
        Refusal::Decline => 'd',
    }
}

fn refusal_of(letter: &str) -> Option<Refusal> {
    [Refusal::Return, Refusal::Decline].into_iter().find(|r| letter == letter_of_refusal(*r).to_string())
}

fn letter_of_reason(reason: Reason) -> char {
    match reason {
        Reason::Unclear => 'u',
        Reason::Several => 's',
        Reason::Personal => 'p',
        Reason::Rude => 'r',
        Reason::OffTopic => 'o',
        Reason::Repeats => 'd',
    }
}

fn reason_of(letter: &str) -> Option<Reason> {
    [Refusal::Return, Refusal::Decline]
        .into_iter()
        .flat_map(Reason::of)
        .find(|reason| letter == letter_of_reason(*reason).to_string())
}

fn ranking_of(letter: &str) -> Option<Ranking> {
    match letter {
        "u" => Some(Ranking::Unifiers),
        "d" => Some(Ranking::Dividers),
        "s" => Some(Ranking::Special),
        _ => None,
    }
}

/// A sector or region, a session, and what people said of it.
fn narrowed(group: Option<AffiliationId>, guests: Option<Guests>) -> String {
    let of = maybe(guests.map(|guests| guests.of.0));
    let who = guests.and_then(|guests| guests.who).map_or("-", said);
    format!("{}.{of}.{who}", maybe(group.map(|id| id.0)))
}

fn audience_of(group: &str, of: &str, who: &str) -> Option<Audience> {
    let who = if who == "-" { None } else { Some(said_by(who)?) };
    let guests = maybe_id(of)?.map(|of| Guests { of: SessionId(of), who });
    // An answer is an answer to a session.
    (guests.is_some() || who.is_none())
        .then_some(Audience { group: maybe_id(group)?.map(AffiliationId), guests })
}

fn said(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Silent => "s",
        Attendance::Coming => "c",
        Attendance::Online => "o",
        Attendance::Waiting => "w",
        Attendance::Offered => "f",
        Attendance::Declined => "n",
        Attendance::Unsure => "u",
    }
}

fn said_by(letter: &str) -> Option<Attendance> {
    Attendance::ALL.into_iter().find(|attendance| said(*attendance) == letter)
}

fn shown(scene: Scene) -> String {
    match scene {
        Scene::Title => "t".into(),
        Scene::Join => "j".into(),
        Scene::Proposals(call) => format!("p.{}", maybe(call.map(|id| id.0))),
        Scene::Poll(id) => format!("q.{}", id.0),
        Scene::Turnout(id) => format!("v.{}", id.0),
        Scene::Result(id) => format!("r.{}", id.0),
        Scene::Unity(dimension) => format!("u.{}", letter(dimension)),
        Scene::Gallery => "g".into(),
    }
}

fn scene_of(parts: &[&str]) -> Option<Scene> {
    Some(match parts {
        ["t"] => Scene::Title,
        ["j"] => Scene::Join,
        ["p", call] => Scene::Proposals(maybe_id(call)?.map(CallId)),
        ["q", id] => Scene::Poll(PollId(id.parse().ok()?)),
        ["v", id] => Scene::Turnout(VoteId(id.parse().ok()?)),
        ["r", id] => Scene::Result(VoteId(id.parse().ok()?)),
        ["u", dimension] => Scene::Unity(dimension_of(dimension)?),
        ["g"] => Scene::Gallery,
        _ => return None,
    })
}

fn letter_of_kind(kind: SceneKind) -> char {
    match kind {
        SceneKind::Proposals => 'p',
        SceneKind::Poll => 'q',
        SceneKind::Vote => 'v',
    }
}

fn kind_of(letter: &str) -> Option<SceneKind> {
    [SceneKind::Proposals, SceneKind::Poll, SceneKind::Vote]
        .into_iter()
        .find(|kind| letter == letter_of_kind(*kind).to_string())
}

fn letter_of_part(part: SessionPart) -> char {
    match part {
        SessionPart::Title => 't',
        SessionPart::When => 'w',
        SessionPart::Where => 'p',
        SessionPart::Agenda => 'a',
        SessionPart::Capacity => 'c',
        SessionPart::Audience => 'u',
    }
}

fn part_of(letter: &str) -> Option<SessionPart> {
    match letter {
        "t" => Some(SessionPart::Title),
        "w" => Some(SessionPart::When),
        "p" => Some(SessionPart::Where),
        "a" => Some(SessionPart::Agenda),
        "c" => Some(SessionPart::Capacity),
        "u" => Some(SessionPart::Audience),
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
