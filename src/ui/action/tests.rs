//! Every button comes back as what it was, within the bytes that Telegram allows.

use std::collections::HashSet;
use std::mem::discriminant;

use proptest::prelude::*;

use super::*;
use crate::ids::DirectionId;
use crate::role::Role;
use crate::ui::audience::{self, Criterion};

/// One of every kind, made of these.
fn every(id: i64, count: u32, small: u8, yes: bool, lang: Lang, dimension: Dimension) -> Vec<Action> {
    use Action::*;
    let some = yes.then_some(AffiliationId(id));
    let (affiliation, invite, request) = (AffiliationId(id), InviteId(id), RequestId(id));
    let (call, proposal, vote, poll) = (CallId(id), ProposalId(id), VoteId(id), PollId(id));
    let (announcement, letter, person) = (AnnouncementId(id), LetterId(id), PersonId(id));
    let closing = [Closing::Day, Closing::Week, Closing::ByHand][usize::from(small) % 3];
    let stance = [Stance::Agree, Stance::Disagree, Stance::Pass][usize::from(small) % 3];
    let (session, chat) = (SessionId(id), ChatId(id));
    let attendance = Attendance::ALL[usize::from(small) % 7];
    let guests = Guests { of: session, who: yes.then_some(attendance) };
    let part = [
        super::SessionPart::Title,
        super::SessionPart::When,
        super::SessionPart::Where,
        super::SessionPart::Agenda,
        super::SessionPart::Capacity,
        super::SessionPart::Audience,
    ][usize::from(small) % 6];
    let ranking = [Ranking::Unifiers, Ranking::Dividers, Ranking::Special][usize::from(small) % 3];
    let scene = [
        Scene::Title,
        Scene::Join,
        Scene::Proposals(yes.then_some(call)),
        Scene::Poll(poll),
        Scene::Turnout(vote),
        Scene::Result(vote),
        Scene::Unity(dimension),
        Scene::Gallery,
    ][usize::from(small) % 8];
    let kind = [SceneKind::Proposals, SceneKind::Poll, SceneKind::Vote][usize::from(small) % 3];
    let criteria = [
        Criterion::Group(affiliation),
        Criterion::Direction(DirectionId(id)),
        Criterion::Said(guests),
        Criterion::Turnout(audience::Turnout { vote, voted: yes }),
        Criterion::Person(person),
    ];
    let pages = [
        ForWhomPage::Groups,
        ForWhomPage::Directions,
        ForWhomPage::Sessions,
        ForWhomPage::Session(session),
        ForWhomPage::Votes,
        ForWhomPage::People(yes.then_some(count)),
    ];
    let for_whom = [
        super::ForWhom::Ask,
        super::ForWhom::Only(some),
        super::ForWhom::Open(pages[usize::from(small / 6) % pages.len()]),
        super::ForWhom::Put(criteria[usize::from(small / 6) % criteria.len()], yes),
        super::ForWhom::Everyone,
        super::ForWhom::Done,
    ][usize::from(small) % 6];
    let announcing = [
        super::Announcing::List(count),
        super::Announcing::Show(announcement),
        super::Announcing::Words(announcement),
        super::Announcing::Ask(yes),
        super::Announcing::Time,
        super::Announcing::NoTime,
        super::Announcing::Schedule,
        super::Announcing::Change(announcement),
        super::Announcing::SendNow(announcement),
        super::Announcing::Withdraw(announcement, yes),
        super::Announcing::Reword(announcement),
        super::Announcing::SaveWords,
        super::Announcing::Retry(announcement),
        super::Announcing::Readers(announcement, yes, count),
        super::Announcing::Remind(announcement),
        super::Announcing::Read(announcement, yes),
        super::Announcing::Again(announcement),
    ][usize::from(small) % 17];
    let letters = [
        super::Letters::SendUnnamed,
        super::Letters::Further,
        super::Letters::Unnamed(super::Token([small; 36])),
        super::Letters::List(count),
        super::Letters::Show(letter),
        super::Letters::Words(letter),
        super::Letters::Settle(letter),
        super::Letters::Here(chat, yes),
    ][usize::from(small) % 8];
    let review = ReviewId(id);
    let wording = Wording { review, version: count };
    let refusal = if yes { Refusal::Return } else { Refusal::Decline };
    let role = Role::ALL[usize::from(small / 7) % 4];
    let team = [
        super::Team::List(count),
        super::Team::Choose(yes.then_some(count)),
        super::Team::One(person),
        super::Team::Ask(person, role),
        super::Team::Give(person, role),
        super::Team::AskToGiveUp,
        super::Team::GiveUp,
    ];
    let acts = [super::Acts::List(count, yes.then_some(person)), super::Acts::Who(count)];
    let mut all = vec![
        Menu,
        MenuBelow,
        Help,
        Cancel,
        Resume,
        SendAtOnce,
        SpeakAtFirst(lang),
        UseTelegramName,
        BelongAtFirst(dimension, some),
        ThatIsMe(yes),
        AskToJoin,
        SettleRequest(request, yes),
        Requests,
        Settings,
        Speak(lang),
        Rename,
        Belonging(dimension),
        Belong(dimension, some),
        ChooseQuietHours,
        KeepQuiet(QuietHours::new(small % 24, 7).filter(|_| yes)),
        Leave,
        LeaveNow(yes),
        Team(team[usize::from(small) % team.len()]),
        Acts(acts[usize::from(small) % acts.len()]),
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
        MostEach(yes.then_some(count)),
        ChooseMostOf(call),
        MostOf(call, yes.then_some(count)),
        Support(proposal),
        Moderate(yes),
        Reviews(None),
        Reviews(Some(review)),
        Review(review),
        Publish(wording),
        ChooseReason(wording, refusal),
        Refuse(wording, refusal, Reason::of(refusal)[usize::from(small) % 4]),
        TypeReason(wording, refusal),
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
        Ballot(vote),
        Put(Sealed([small; SEALED])),
        HandIn(vote, None),
        HandIn(vote, Some(person)),
        MyBallot(vote),
        Receipts(vote),
        NewVote,
        VoteRules,
        VoteRule(Rule::Method([Method::Choose, Method::Points, Method::Ranking][usize::from(small) % 3])),
        VoteRule(Rule::Most(small)),
        VoteRule(Rule::Seats(small)),
        VoteRule(Rule::Winners(if yes { Winners::Balanced } else { Winners::MostVotes })),
        VoteRule(Rule::Secret(yes)),
        VotePreview,
        Closes(closing),
        TypeClosing,
        RetitleVote,
        RelistOptions,
        OpenVote,
        CloseVote(vote),
        CloseVoteNow(vote),
        RunOff(vote),
        Turnout(vote),
        Remind(vote),
        Paper(vote, count),
        PaperBallot(vote, person),
        Offline(super::Offline::List(count)),
        Offline(super::Offline::Add),
        Offline(super::Offline::One(person)),
        Offline(super::Offline::Groups(person)),
        Offline(super::Offline::Place(person, affiliation)),
        Offline(super::Offline::Invite(person)),
        Offline(super::Offline::RevokeInvite(person)),
        Offline(super::Offline::Remove(person)),
        Offline(super::Offline::RemoveNow(person, true)),
        Offline(super::Offline::RemoveNow(person, false)),
        Polls,
        Poll(poll),
        Answer { poll, option: small, given: true, watching: yes },
        Answer { poll, option: small, given: false, watching: yes },
        PollNames(poll, count),
        PollPicture(poll),
        ComparePolls(poll),
        NewPoll,
        PollPreview,
        PollRule(super::PollRule::Several(yes)),
        PollRule(super::PollRule::Hidden(yes)),
        PollRule(super::PollRule::Named(yes)),
        PollOnWall,
        RepeatPoll(poll),
        RewordPoll,
        SendPoll,
        ClosePoll(poll),
        Announce,
        Sessions,
        Session(session),
        Attend(session, attendance),
        AddWord(session),
        Calendar(session),
        Material(MaterialId(id)),
        Reminders(yes, small.is_multiple_of(2).then_some(session)),
        Feedback(session, small, small),
        NewSession,
        NextSession(session),
        SessionPart(part),
        Capacity(yes.then_some(count)),
        Queue(yes),
        NoAgenda,
        SessionPreview,
        AnnounceSession,
        ManageSession(session),
        ChangeSession(session),
        CancelSession(session),
        CancelSessionNow(session),
        ListGuests(guests, some, count),
        WriteToGuests(guests, some),
        WriteMinutes(session),
        SendMinutes,
        AddMaterials(session),
        MaterialsDone,
        FeedbackSums(session),
        Wall(session),
        ShowOnWall(session, scene),
        ChooseScene(session, kind),
        SpeakOnWall(session, lang),
        TakeWallDown(session),
        Door(session),
        RenewDoor(session),
        RenewDoorNow(session),
        LetIn(session, yes.then_some(count)),
        Arrived { session, person, here: yes },
        LetInDone(session),
        AddPictures(session),
        PicturesDone,
        Gallery(session),
        Picture(session, PhotoId(id)),
        RemovePicture(session, PhotoId(id)),
        RemovePictureNow(session, PhotoId(id)),
        Announcing(announcing),
        ForWhom(for_whom),
        RewordAnnouncement,
        SendAnnouncement,
        PauseAnnouncement(announcement),
        ContinueAnnouncement(announcement),
        CancelAnnouncement(announcement),
        CancelAnnouncementNow(announcement),
        WriteLetter,
        SendLetter,
        AnswerLetter(letter),
        Letters(letters),
        Chats,
        Chat(chat),
        LinkChat,
        UnlinkChat(chat),
        AlsoIn(chat, yes),
        ShareVote(vote, yes.then_some(chat)),
        SharePoll(poll, yes.then_some(chat)),
        TakeOut,
        Export(super::Export::every(id)[usize::from(small) % 7]),
        ReportSince,
        ReportUntil(yes.then_some(session)),
        ReportKind(yes.then_some(session), Some(session)),
        OfferProposal,
        OfferProposalTo(call),
        OfferLetter,
    ];
    all.extend(super::Importing::every(id, count, small, yes).into_iter().map(Importing));
    all.extend(super::sorting::tests::every(id, count, small, yes).into_iter().map(Sorting));
    all.extend(super::life::tests::every(id, count, small, yes).into_iter().map(Life));
    all
}

#[test]
fn the_list_above_leaves_none_out() {
    let source = include_str!("mod.rs");
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
            prop_assert!(code.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_".contains(&b)), "{}", code);
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

/// What a button needs, for a sample of every kind and every choice: its code and the least role.
fn table() -> String {
    let mut shapes = HashSet::new();
    let mut rows = Vec::new();
    for small in 0..u8::MAX {
        for (yes, dimension) in [(true, Dimension::Sector), (false, Dimension::Region)] {
            for action in every(1, 1, small, yes, Lang::Uk, dimension) {
                let code = action.encode();
                // Other numbers make no other button.
                let shape: String = match action {
                    Action::Put(_) => "b.".into(),
                    _ => code
                        .split('.')
                        .map(|part| if part.parse::<i64>().is_ok() { "#" } else { part })
                        .collect(),
                };
                if shapes.insert(shape) {
                    let role = action.needs().map_or("stranger", |role| match role {
                        Role::Participant => "participant",
                        Role::Moderator => "moderator",
                        Role::Organizer => "organizer",
                        Role::Owner => "owner",
                    });
                    let button = format!("{action:?}");
                    let button = button.split([' ', '(']).take(2).collect::<Vec<_>>().join(" ");
                    let button = button.trim_end_matches([' ', '{', ')', ',']).replace('(', " ");
                    rows.push(format!("| `{code}` | {button} | {role} |\n"));
                }
            }
        }
    }
    rows.sort();
    rows.concat()
}

/// Run with MEREZHA_WRITE_ROLES=1 to write it anew.
#[test]
fn the_table_of_roles_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/roles.md");
    let head = "# Who may press what\n\nWritten by a test from `src/ui/needs.rs`, the one place that says so. \
                Each role includes those before it: stranger, participant, moderator, organizer, owner. A stranger \
                in the private chat is led to the door, whatever they press; in groups everybody may answer a poll, \
                and nothing else can be pressed.\n\n| code | button | least role |\n|---|---|---|\n";
    let now = format!("{head}{}", table());
    if std::env::var_os("MEREZHA_WRITE_ROLES").is_some() {
        std::fs::write(path, &now).expect("written");
    }
    let there = std::fs::read_to_string(path).unwrap_or_default();
    assert!(there == now, "docs/roles.md is old: write it anew with MEREZHA_WRITE_ROLES=1");
}
