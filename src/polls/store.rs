//! The tables of polls. Answering is the busiest path of all: one statement writes, and [`get`] reads the rest in one.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Picks, Poll};
use crate::clock::Moment;
use crate::ids::{ChatId, ChatNo, PersonId, PollId};
use crate::l10n::Lang;
use crate::outbox::{People, Subject, Urgency, store::MessageId};
use crate::people::Person;
use crate::role::Role;
use crate::ui::audience::Audience;
use crate::ui::state::{Choice, Name, PollDraft, PollRules, Question};

/// A poll in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: PollId,
    pub question: Question,
    pub open: bool,
    /// The person has answered.
    pub answered: bool,
    /// It is the person's to answer; who watches over polls sees all.
    pub asked: bool,
}

/// Opens a poll.
pub async fn insert(
    conn: &mut SqliteConnection,
    draft: &PollDraft,
    chat: Option<ChatId>,
    author: PersonId,
    closes_at: Option<Moment>,
    now: Moment,
) -> Result<PollId> {
    let rules = draft.rules;
    let id = sqlx::query!(
        "insert into poll (question, several, hidden, named, audience, on_wall, author_id, repeats, opened_at,
                           closes_at, chat_id)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        draft.question,
        rules.several,
        rules.hidden,
        rules.named,
        draft.audience,
        draft.on_wall,
        author,
        draft.repeats,
        now,
        closes_at,
        chat
    )
    .execute(&mut *conn)
    .await
    .context("Open a poll")?
    .last_insert_rowid();
    for (position, words) in (0i64..).zip(&draft.answers) {
        sqlx::query!(
            "insert into poll_option (poll_id, position, words) values (?, ?, ?)",
            id,
            position,
            words
        )
        .execute(&mut *conn)
        .await
        .context("Insert an answer")?;
    }
    Ok(PollId(id))
}

/// Notes whose a poll is to answer that is not for everyone.
pub async fn ask(conn: &mut SqliteConnection, id: PollId, people: &People) -> Result<()> {
    let people = people.json();
    sqlx::query!(
        "insert into poll_asked (poll_id, person_id) select ?1, value from json_each(?2) where true on conflict do nothing",
        id,
        people
    )
    .execute(conn)
    .await
    .context("Note whom a poll asks")?;
    Ok(())
}

/// A poll as it is shown: a row for each answer.
struct Row {
    question: Question,
    several: bool,
    hidden: bool,
    named: bool,
    audience: Audience,
    asked: bool,
    on_wall: bool,
    chat: Option<ChatId>,
    opened_at: Moment,
    closes_at: Option<Moment>,
    closed_at: Option<Moment>,
    repeats: Option<PollId>,
    words: Choice,
    count: i64,
    people: i64,
    mine: Picks,
}

/// One poll with its counts, and what a person answered.
pub async fn get(
    conn: &mut SqliteConnection,
    id: PollId,
    person: Option<PersonId>,
) -> Result<Option<(Poll, Picks)>> {
    let rows = sqlx::query_as!(
        Row,
        r#"
        select question as "question!: Question", several as "several!: bool", hidden as "hidden!: bool",
               named as "named!: bool", audience as "audience!: Audience", on_wall as "on_wall!: bool",
               audience = '{}' or exists (select 1 from poll_asked where poll_id = ?1 and person_id = ?2)
                   as "asked!: bool",
               chat_id as "chat: ChatId", opened_at as "opened_at!: Moment", closes_at as "closes_at: Moment",
               closed_at as "closed_at: Moment", repeats as "repeats: PollId", words as "words!: Choice",
               count as "count!: i64", people as "people!: i64",
               coalesce((select chosen from poll_answer where poll_id = ?1 and person_id = ?2), 0) as "mine!: Picks"
        from poll_shown where id = ?1 order by position
        "#,
        id,
        person
    )
    .fetch_all(conn)
    .await
    .context("Get a poll")?;
    Ok(put_together(id, rows))
}

fn put_together(id: PollId, rows: Vec<Row>) -> Option<(Poll, Picks)> {
    let first = rows.first()?;
    let mine = first.mine;
    let poll = Poll {
        id,
        question: first.question.clone(),
        rules: PollRules { several: first.several, hidden: first.hidden, named: first.named },
        audience: first.audience.clone(),
        asked: first.asked,
        on_wall: first.on_wall,
        chat: first.chat,
        opened_at: first.opened_at,
        closes_at: first.closes_at,
        closed_at: first.closed_at,
        repeats: first.repeats,
        people: first.people,
        given: rows.iter().map(|row| row.count).collect(),
        answers: rows.into_iter().map(|row| row.words).collect(),
    };
    Some((poll, mine))
}

/// The polls that a person may see: open ones first, then the latest. `all`: those of other groups, too.
pub async fn list(
    conn: &mut SqliteConnection,
    person: &Person,
    all: bool,
    now: Moment,
    most: i64,
) -> Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"
        select id as "id!: PollId", question as "question!: Question", open as "open!: bool", asked as "asked!: bool",
               exists (select 1 from poll_answer a where a.poll_id = p.id and a.person_id = ?1) as "answered!: bool"
        from (select id, question, closed_at is null and coalesce(closes_at > ?2, 1) as open,
                     chat_id is null
                     and (audience = '{}' or exists (select 1 from poll_asked a
                                                     where a.poll_id = poll.id and a.person_id = ?1)) as asked
              from poll) p
        where asked or ?3 order by not open, id desc limit ?4
        "#,
        person.id,
        now,
        all,
        most
    )
    .fetch_all(conn)
    .await
    .context("List polls")
}

/// The polls opened between two moments.
pub async fn opened_between(
    conn: &mut SqliteConnection,
    from: Moment,
    until: Moment,
    most: i64,
) -> Result<Vec<(PollId, Question)>> {
    let rows = sqlx::query!(
        r#"
        select id as "id!: PollId", question as "question: Question" from poll
        where opened_at >= ? and opened_at < ? order by id limit ?
        "#,
        from,
        until,
        most
    )
    .fetch_all(conn)
    .await
    .context("List the polls of a time")?;
    Ok(rows.into_iter().map(|row| (row.id, row.question)).collect())
}

/// How many open polls still wait for a person's answer.
pub async fn waiting_for(conn: &mut SqliteConnection, person: &Person, now: Moment) -> Result<i64> {
    sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from poll p
        where p.closed_at is null and coalesce(p.closes_at > ?1, 1) and p.chat_id is null
          and (p.audience = '{}' or exists (select 1 from poll_asked a where a.poll_id = p.id and a.person_id = ?2))
          and not exists (select 1 from poll_answer a where a.poll_id = p.id and a.person_id = ?2)
        "#,
        now,
        person.id
    )
    .fetch_one(conn)
    .await
    .context("Count polls that wait for a person")
}

/// Notes a person's answer: besides others where several may be given, otherwise in the place of the last one. Does
/// nothing where the poll is closed, is for others, or has no such answer. `place`: the group where they tapped; what is
/// asked there everybody there answers, and nobody elsewhere but organizers.
///
/// Returns what [`get`] does then, in the same trip: this is what every tap asks.
pub async fn answer(
    conn: &mut SqliteConnection,
    poll: PollId,
    person: &Person,
    option: u8,
    place: Option<ChatNo>,
    now: Moment,
) -> Result<Option<(Poll, Picks)>> {
    let organizer = person.is(Role::Organizer);
    let rows = sqlx::query_as!(
        Row,
        r#"
        insert into poll_answer (poll_id, person_id, chosen)
        select p.id, ?, 1 << o.position from poll p join poll_option o on o.poll_id = p.id
        where p.id = ? and o.position = ? and p.closed_at is null and coalesce(p.closes_at > ?, 1)
          and (p.audience = '{}' or exists (select 1 from poll_asked a where a.poll_id = p.id and a.person_id = ?))
          and iif(p.chat_id is null, ? and ? is null,
                  ? or p.chat_id = (select id from chat where telegram_id = ?))
        on conflict (poll_id, person_id) do update set
           chosen = excluded.chosen | iif((select several from poll where id = excluded.poll_id), chosen, 0);
        select question as "question!: Question", several as "several!: bool", hidden as "hidden!: bool",
               named as "named!: bool", audience as "audience!: Audience", on_wall as "on_wall!: bool",
               audience = '{}' or exists (select 1 from poll_asked where poll_id = s.id and person_id = ?)
                   as "asked!: bool",
               chat_id as "chat: ChatId", opened_at as "opened_at!: Moment", closes_at as "closes_at: Moment",
               closed_at as "closed_at: Moment", repeats as "repeats: PollId", words as "words!: Choice",
               count as "count!: i64", people as "people!: i64",
               coalesce((select chosen from poll_answer where poll_id = s.id and person_id = ?), 0) as "mine!: Picks"
        from poll_shown s where id = ? order by position
        "#,
        person.id,
        poll,
        option,
        now,
        person.id,
        person.joined,
        place,
        organizer,
        place,
        person.id,
        person.id,
        poll
    )
    .fetch_all(conn)
    .await
    .context("Answer a poll")?;
    Ok(put_together(poll, rows))
}

/// Takes one of several answers back. Does nothing where the poll is closed, or takes one answer only.
pub async fn take_back(
    conn: &mut SqliteConnection,
    poll: PollId,
    person: PersonId,
    option: u8,
    now: Moment,
) -> Result<()> {
    let pick = Picks::only(option);
    sqlx::query!(
        "delete from poll_answer where poll_id = ?1 and person_id = ?2 and chosen = ?3
         and exists (select 1 from poll
                     where id = ?1 and several = 1 and closed_at is null and coalesce(closes_at > ?4, 1))",
        poll,
        person,
        pick,
        now
    )
    .execute(&mut *conn)
    .await
    .context("Take the last answer back")?;
    sqlx::query!(
        "update poll_answer set chosen = chosen & ~?3
         where poll_id = ?1 and person_id = ?2 and chosen & ?3 and chosen <> ?3
           and exists (select 1 from poll
                       where id = ?1 and several = 1 and closed_at is null and coalesce(closes_at > ?4, 1))",
        poll,
        person,
        pick,
        now
    )
    .execute(conn)
    .await
    .context("Take an answer back")?;
    Ok(())
}

/// Closes a poll; `false`: it was closed already.
pub async fn close(conn: &mut SqliteConnection, id: PollId, now: Moment) -> Result<bool> {
    let done =
        sqlx::query!("update poll set closed_at = ?, stale = 0 where id = ? and closed_at is null", now, id)
            .execute(conn)
            .await
            .context("Close a poll")?;
    Ok(done.rows_affected() == 1)
}

/// The open polls whose cards are stale; they are held to be fresh from then on.
pub async fn take_stale(conn: &mut SqliteConnection) -> Result<Vec<PollId>> {
    sqlx::query_scalar!(r#"update poll set stale = 0 where stale = 1 returning id as "id!: PollId""#)
        .fetch_all(conn)
        .await
        .context("Take the stale polls")
}

/// Whether any cards are stale.
pub async fn any_stale(conn: &mut SqliteConnection) -> Result<bool> {
    sqlx::query_scalar!(r#"select exists (select 1 from poll where stale = 1) as "any!: bool""#)
        .fetch_one(conn)
        .await
        .context("Ask for stale polls")
}

/// What people answered, each once for each language that is spoken by somebody who did.
pub async fn kinds_of_answers(conn: &mut SqliteConnection, id: PollId) -> Result<Vec<(Picks, Lang)>> {
    let rows = sqlx::query!(
        r#"
        select distinct a.chosen as "chosen!: Picks", p.lang as "lang!: Lang"
        from poll_answer a join person p on p.id = a.person_id where a.poll_id = ?
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("List the kinds of answers")?;
    Ok(rows.into_iter().map(|row| (row.chosen, row.lang)).collect())
}

/// Owes a new card to everyone who answered, by what they answered and which language they speak: people who have not
/// answered see no counts.
pub async fn refresh(
    conn: &mut SqliteConnection,
    poll: PollId,
    cards: &[(Picks, Lang, MessageId)],
    now: Moment,
) -> Result<()> {
    let cards: Vec<_> =
        cards.iter().map(|(picks, lang, message)| (picks.0, lang.code(), message.0)).collect();
    let cards = serde_json::to_string(&cards).context("List the kinds of cards")?;
    let subject = Subject::Poll(poll).to_string();
    sqlx::query!(
        "with card (chosen, lang, message) as materialized
            (select value ->> 0, value ->> 1, value ->> 2 from json_each(?1))
         insert into delivery (message_id, person_id, chat, urgency, edits, due_at)
         select c.message, d.person_id, d.chat, ?2, d.sent_as, ?3
         from message m join delivery d on d.message_id = m.id
         join poll_answer a on a.poll_id = ?4 and a.person_id = d.person_id
         join person p on p.id = d.person_id
         join card c on c.chosen = a.chosen and c.lang = p.lang
         where m.subject = ?5 and d.state = 'sent' and d.sent_as is not null and d.edits is null
           and p.blocked_at is null
         on conflict (chat, edits) where state = 'due' and edits is not null
         do update set message_id = excluded.message_id",
        cards,
        Urgency::Refresh,
        now,
        poll,
        subject
    )
    .execute(conn)
    .await
    .context("Owe fresh cards of a poll")?;
    Ok(())
}

/// Who is told what came of a poll: those who answered, and who asked.
pub async fn concerned(conn: &mut SqliteConnection, id: PollId) -> Result<Vec<(PersonId, Lang)>> {
    let rows = sqlx::query!(
        r#"
        select id as "id!: PersonId", lang as "lang!: Lang" from person
        where blocked_at is null and id in (select person_id from poll_answer where poll_id = ?1
                                            union select author_id from poll where id = ?1)
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("List whom the end of a poll concerns")?;
    Ok(rows.into_iter().map(|row| (row.id, row.lang)).collect())
}

/// A page of who answered what, in the order of the answers; without a name who has left.
pub async fn names(
    conn: &mut SqliteConnection,
    id: PollId,
    first: u32,
    most: u32,
) -> Result<Vec<(u8, Option<Name>)>> {
    let rows = sqlx::query!(
        r#"
        select o.position as "option!: u8", p.name as "name: Name"
        from poll_answer a join poll_option o on o.poll_id = a.poll_id and a.chosen >> o.position & 1
        left join person p on p.id = a.person_id
        where a.poll_id = ? order by o.position, p.name is null, p.name, a.id limit ? offset ?
        "#,
        id,
        most,
        first
    )
    .fetch_all(conn)
    .await
    .context("List who answered what")?;
    Ok(rows.into_iter().map(|row| (row.option, row.name)).collect())
}

/// Whether cards that show who answered what are still to leave.
pub async fn marks_wait(conn: &mut SqliteConnection, id: PollId) -> Result<bool> {
    let subject = Subject::Marks(id).to_string();
    sqlx::query_scalar!(
        r#"
        select exists (select 1 from message m join delivery d on d.message_id = m.id
                       where m.subject = ? and d.state = 'due') as "wait!: bool"
        "#,
        subject
    )
    .fetch_one(conn)
    .await
    .context("Ask whether cards with marks still wait")
}

/// Forgets who answered what: the answers stay, sorted and without people, and the cards that showed their marks go.
pub async fn forget(conn: &mut SqliteConnection, id: PollId) -> Result<()> {
    let last = sqlx::query_scalar!("select max(id) from poll_answer where poll_id = ?", id)
        .fetch_one(&mut *conn)
        .await
        .context("Find the last answer")?;
    sqlx::query!(
        "insert into poll_answer (poll_id, chosen)
         select poll_id, chosen from poll_answer where poll_id = ? order by chosen",
        id
    )
    .execute(&mut *conn)
    .await
    .context("Keep answers without people")?;
    sqlx::query!("delete from poll_answer where poll_id = ? and id <= ?", id, last)
        .execute(&mut *conn)
        .await
        .context("Delete answers with people")?;
    let subject = Subject::Marks(id).to_string();
    sqlx::query!("delete from message where subject = ?", subject)
        .execute(conn)
        .await
        .context("Delete the cards with marks")?;
    Ok(())
}

/// The open polls that are asked in a chat.
pub async fn asked_in(conn: &mut SqliteConnection, chat: ChatId) -> Result<Vec<PollId>> {
    sqlx::query_scalar!(
        r#"select id as "id!: PollId" from poll where chat_id = ? and closed_at is null order by id"#,
        chat
    )
    .fetch_all(conn)
    .await
    .context("List the polls of a chat")
}
