//! Every act is read back as what it was.

use super::*;

fn every() -> Vec<Act> {
    use Act::*;
    vec![
        GaveRole(Some(PersonId(7)), Role::Moderator),
        GaveRole(Some(PersonId(7)), Role::Participant),
        GaveRole(None, Role::Moderator),
        GaveRole(None, Role::Participant),
        SettledRequest(Some(PersonId(7)), true),
        SettledRequest(Some(PersonId(7)), false),
        SettledRequest(None, true),
        SettledRequest(None, false),
        MadeInvite(InviteId(5)),
        RevokedInvite(InviteId(5)),
        AddedAffiliation(AffiliationId(5)),
        RenamedAffiliation(AffiliationId(5)),
        RetiredAffiliation(AffiliationId(5), true),
        RetiredAffiliation(AffiliationId(5), false),
        AddedOffline(Some(PersonId(7))),
        AddedOffline(None),
        PlacedOffline(Some(PersonId(7))),
        PlacedOffline(None),
        RemovedOffline,
        EnteredProposal(ProposalId(3), Some(PersonId(7))),
        EnteredStance(ProposalId(3), Some(PersonId(7))),
        EnteredAttendance(SessionId(3), Some(PersonId(7))),
        EnteredAnswer(PollId(3), None),
        OpenedCall(CallId(5)),
        ClosedCall(CallId(5)),
        LimitedCall(CallId(5)),
        Moderated(true),
        Moderated(false),
        Reviewed(ProposalId(5), Verdict::Published),
        Reviewed(ProposalId(5), Verdict::Declined),
        MadeDirection(DirectionId(5)),
        ChangedDirection(DirectionId(5)),
        RetiredDirection(DirectionId(5), true),
        RetiredDirection(DirectionId(5), false),
        MadeTag(TagId(5)),
        RenamedTag(TagId(5)),
        RetiredTag(TagId(5), true),
        RetiredTag(TagId(5), false),
        Decided(ProposalId(5), Stage::InWork),
        Sorted(ProposalId(5)),
        Tagged(ProposalId(5), true),
        Tagged(ProposalId(5), false),
        Merged(ProposalId(5)),
        Split(ProposalId(5)),
        OpenedVote(VoteId(5)),
        ClosedVote(VoteId(5)),
        RanOff(VoteId(5)),
        Reminded(VoteId(5)),
        EnteredBallot(VoteId(5), Some(PersonId(7))),
        EnteredBallot(VoteId(5), None),
        OpenedPoll(PollId(5)),
        ClosedPoll(PollId(5)),
        SentAnnouncement(AnnouncementId(5)),
        PausedAnnouncement(AnnouncementId(5)),
        ContinuedAnnouncement(AnnouncementId(5)),
        CancelledAnnouncement(AnnouncementId(5)),
        ScheduledAnnouncement(AnnouncementId(5)),
        ChangedAnnouncement(AnnouncementId(5)),
        WithdrewAnnouncement(AnnouncementId(5)),
        RetriedAnnouncement(AnnouncementId(5)),
        RemindedAnnouncement(AnnouncementId(5)),
        AnnouncedSession(SessionId(5)),
        ChangedSession(SessionId(5)),
        CancelledSession(SessionId(5)),
        SentMinutes(SessionId(5)),
        AddedMaterial(SessionId(5)),
        RenewedDoor(SessionId(5)),
        LetIn(SessionId(5), Some(PersonId(7)), true),
        LetIn(SessionId(5), Some(PersonId(7)), false),
        LetIn(SessionId(5), None, true),
        LetIn(SessionId(5), None, false),
        RemovedPicture(SessionId(5)),
        PutWallUp(SessionId(5)),
        TookWallDown(SessionId(5)),
        LinkedChat(ChatId(5)),
        UnlinkedChat(ChatId(5)),
        TookOut(Export::Archive),
        TookOut(Export::Cards),
        TookOutStances,
        SettledLetter(LetterId(5)),
        BroughtIn(ImportId(5)),
        TookBack(ImportId(5)),
        TookOutReport,
        AnsweredLetter(LetterId(5)),
    ]
}

#[test]
fn what_is_noted_is_read_back() {
    for act in every() {
        assert_eq!(Act::of(act.columns()), Some(act));
    }
    let unknown = Columns { kind: "later", subject: None, whom: None, detail: None };
    assert_eq!(Act::of(unknown), None, "an older version reads what a later one wrote");
}

#[test]
fn the_list_above_leaves_none_out_and_no_two_are_written_alike() {
    let source = include_str!("mod.rs");
    let (_, declared) = source.split_once("pub enum Act {\n").expect("the enum");
    let (declared, _) = declared.split_once("\n}\n").expect("its end");
    let is_variant =
        |line: &str| line.strip_prefix("    ").is_some_and(|line| line.starts_with(char::is_uppercase));
    let variants = declared.lines().filter(|line| is_variant(line)).count();
    let listed: std::collections::HashSet<_> = every().iter().map(std::mem::discriminant).collect();
    assert_eq!(listed.len(), variants);
    let kinds: std::collections::HashSet<_> = every().into_iter().map(|act| act.columns().kind).collect();
    assert_eq!(kinds.len(), variants);
}
