//! What a button's data asks for; [`super::encode`] wrote it, in the same order.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;

use super::*;

impl Action {
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
            ["jm", yes] => Self::ThatIsMe(flag(yes)?),
            ["ja"] => Self::AskToJoin,
            ["jr", id, approved] => Self::SettleRequest(RequestId(id.parse().ok()?), flag(approved)?),
            ["jq"] => Self::Requests,
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
            ["rl" | "rn" | "rp" | "ra" | "rg" | "rx", ..] => Self::Team(Team::decode(&parts)?),
            ["hl" | "hp", ..] => Self::Acts(Acts::decode(&parts)?),
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
            ["j", what @ ..] => Self::Life(super::Life::decode(what)?),
            ["r", what @ ..] => Self::Sorting(super::Sorting::decode(what)?),
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
            ["t" | "tn" | "tp" | "tg" | "tb" | "ti" | "tx", ..] => Self::Offline(Offline::decode(&parts)?),
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
                let (guests, group) = narrowed_by(group, of, who)?;
                Self::ListGuests(guests, group, page.parse().ok()?)
            }
            ["ei", group, of, who] => {
                let (guests, group) = narrowed_by(group, of, who)?;
                Self::WriteToGuests(guests, group)
            }
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
            ["an", rest @ ..] => Self::Announcing(super::Announcing::decode(rest)?),
            ["au" | "ab" | "ai", ..] => Self::ForWhom(super::ForWhom::decode(&parts)?),
            ["ar"] => Self::RewordAnnouncement,
            ["as"] => Self::SendAnnouncement,
            ["ap", id] => Self::PauseAnnouncement(AnnouncementId(id.parse().ok()?)),
            ["ac", id] => Self::ContinueAnnouncement(AnnouncementId(id.parse().ok()?)),
            ["ax", id] => Self::CancelAnnouncement(AnnouncementId(id.parse().ok()?)),
            ["ax", id, "1"] => Self::CancelAnnouncementNow(AnnouncementId(id.parse().ok()?)),
            ["l"] => Self::WriteLetter,
            ["ls"] => Self::SendLetter,
            ["la", id] => Self::AnswerLetter(LetterId(id.parse().ok()?)),
            ["lu" | "lf" | "ll" | "lc" | "lw" | "lx" | "lg", ..] => {
                Self::Letters(super::Letters::decode(&parts)?)
            }
            ["z"] => Self::Chats,
            ["z", id] => Self::Chat(ChatId(id.parse().ok()?)),
            ["zn"] => Self::LinkChat,
            ["zx", id] => Self::UnlinkChat(ChatId(id.parse().ok()?)),
            ["za", id, wanted] => Self::AlsoIn(ChatId(id.parse().ok()?), flag(wanted)?),
            ["zv", id, chat] => Self::ShareVote(VoteId(id.parse().ok()?), maybe_id(chat)?.map(ChatId)),
            ["zq", id, chat] => Self::SharePoll(PollId(id.parse().ok()?), maybe_id(chat)?.map(ChatId)),
            ["im", importing @ ..] => Self::Importing(Importing::decode(importing)?),
            ["or"] => Self::ReportSince,
            ["or", since] => Self::ReportUntil(maybe_id(since)?.map(SessionId)),
            ["or", since, until] => {
                Self::ReportKind(maybe_id(since)?.map(SessionId), maybe_id(until)?.map(SessionId))
            }
            ["o"] => Self::TakeOut,
            ["o", export] => Self::Export(super::Export::of_code(export)?),
            ["op"] => Self::OfferProposal,
            ["op", id] => Self::OfferProposalTo(CallId(id.parse().ok()?)),
            ["ol"] => Self::OfferLetter,
            _ => return None,
        })
    }
}
