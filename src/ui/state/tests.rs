//! What dialogues keep, and for how long.

use super::*;
use crate::clock::Moment;
use crate::ids::ReviewId;
use crate::ids::{CallId, ChatId, ImportId, InviteId, PollId, ProposalId, SessionId, TagId};
use crate::text::Words;
use crate::ui::action::SessionPart;
use crate::ui::audience::{Audience, Choosing};
use crate::ui::closing::ClosingDraft;
use crate::ui::view::Content;
use crate::when::Span;

#[test]
fn what_is_being_written_survives_being_written_down() {
    let content = Content { file: None, name: None, text: "Слово".into(), entities: Vec::new() };
    let announcing = |audience| {
        State::Announcing(AnnouncementDraft {
            content: Some(content.clone()),
            audience,
            choosing: Some(Choosing::People { typed: None, page: 1 }),
            chats: vec![ChatId(4)],
            asks: true,
            at: Some(Moment(5)),
            ..AnnouncementDraft::default()
        })
    };
    let words = Words::parse("Слово").expect("words");
    let poll = |audience| PollDraft {
        question: Words::parse("Що?").expect("words"),
        answers: Vec::new(),
        rules: PollRules { hidden: true, ..PollRules::default() },
        audience,
        choosing: None,
        on_wall: false,
        closes: ClosingDraft::At(Moment(5)),
        repeats: Some(PollId(3)),
        asking: Some(PollAsking::Closing),
    };
    let states = [
        State::Idle,
        State::JoiningName(Via::Invite(InviteId(1))),
        announcing(AudienceDraft::NotChosen),
        announcing(AudienceDraft::Chosen(Audience::default())),
        announcing(AudienceDraft::Chosen(Audience::within(Some(AffiliationId(2))))),
        announcing(AudienceDraft::Chosen(Audience::guests(SessionId(3)))),
        State::MakingSession(SessionDraft {
            span: Some(Span { starts: Moment(5), ends: Some(Moment(6)) }),
            point: Some(MapPoint { latitude: 50_450_100, longitude: 30_523_400 }),
            asking: Some(SessionPart::Where),
            ..SessionDraft::default()
        }),
        State::WritingMinutes(SessionId(3), Some(content.clone())),
        State::AddingPictures(SessionId(3), None),
        State::AddingPictures(SessionId(3), Some(PhotoId(4))),
        State::LettingIn(SessionId(3), None),
        State::LettingIn(SessionId(3), Some(Words::parse("мар").expect("words"))),
        State::Proposing(ProposalDraft {
            call: CallId(1),
            editing: Some(ProposalId(2)),
            written: Some(Written { words: Some(words), photo: None }),
            compared: true,
        }),
        State::Calling(None),
        State::Calling(Some(CallDraft {
            most_each: None,
            ..CallDraft::new(Words::parse("Що?").expect("words"))
        })),
        State::Refusing(Wording { review: ReviewId(3), version: 2 }, Refusal::Return),
        State::Sorting(SortingTask::RenameTag(TagId(4))),
        State::MakingPoll(None),
        State::MakingPoll(Some(poll(Audience::default()))),
        State::MakingPoll(Some(poll(Audience::within(Some(AffiliationId(2)))))),
        State::WritingLetter(LetterDraft::default()),
        State::WritingLetter(LetterDraft { sealed: Some("c2VhbA".into()), ..LetterDraft::default() }),
        State::MakingVote(VoteDraft { closes: ClosingDraft::At(Moment(5)), ..VoteDraft::default() }),
        State::Importing(None),
        State::Importing(Some(ImportId(3))),
        State::Offered(content.clone()),
    ];
    for now in states {
        let shelf = vec![Kept { no: 2, state: State::Offered(content.clone()), whom: Some(PersonId(7)) }];
        let dialogue = Dialogue {
            whom: Some(PersonId(8)),
            acting_for: None,
            now,
            no: 3,
            last: 5,
            shelf,
            aside: Some(Kept { no: 1, state: State::Idle, whom: None }),
            painted: Some(MessageNo(7)),
            since: 2,
            album: Some(Album { id: "9".into(), told: true }),
            uncovered: None,
        };
        assert_eq!(Dialogue::read(&dialogue.json()), dialogue);
    }
}

#[test]
fn a_call_that_was_being_made_before_there_were_limits_is_read() {
    let read = Dialogue::read(r#"{"now":{"calling":"Що нас об’єднує?"},"no":4}"#);
    let question = Words::parse("Що нас об’єднує?").expect("words");
    assert_eq!(read.now, State::Calling(Some(CallDraft::new(question))));
}

#[test]
fn what_is_set_aside_is_out_of_the_way_until_its_screen_brings_it_back() {
    let mut dialogue = Dialogue::default();
    let draft = State::Proposing(ProposalDraft::new(CallId(1)));
    dialogue.begin(draft.clone());
    let no = dialogue.no;
    dialogue.set_aside();
    assert_eq!(dialogue.now, State::Idle);
    assert!(!dialogue.resume(|state| *state != State::Idle), "nothing is unfinished");
    dialogue.begin(State::Renaming);
    assert!(dialogue.bring_back(no) && dialogue.now == draft);
    dialogue.finish();
    assert!(!dialogue.bring_back(no), "it is sent");
    assert_eq!(dialogue.now, State::Renaming);
}

#[test]
fn words_out_of_the_blue_push_no_draft_off_the_shelf() {
    let content = Content { file: None, name: None, text: "Слово".into(), entities: Vec::new() };
    let mut dialogue = Dialogue::default();
    dialogue
        .begin(State::WritingLetter(LetterDraft { plain: Some(content.clone()), ..LetterDraft::default() }));
    let draft = dialogue.no;
    for _ in 0..2 * SHELF {
        dialogue.begin(State::Offered(content.clone()));
    }
    let newest = dialogue.no;
    assert!(dialogue.bring_back(draft), "the draft is still there");
    assert!(dialogue.bring_back(newest - 1), "and so are the last of the words");
    assert!(!dialogue.bring_back(draft + 1), "the first of them had to go");
}
