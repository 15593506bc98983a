//! What of a mailing is changed, taken back or tried again after it has begun. Copies that were sent are edited, as
//! deliveries of another mailing, by which it is seen how far that has come; copies that still wait leave as they are to
//! be; and a copy that is under way at that moment is set right once it has arrived: see [`super::store::mark_sent`].

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::store::insert_message;
use super::{People, Urgency};
use crate::clock::Moment;
use crate::ids::MailingId;
use crate::l10n::Lang;
use crate::ui::view::View;

/// Whose copies.
#[derive(Debug, Clone, Copy)]
pub enum Whose<'a> {
    /// Those of these people.
    People(&'a People),
    /// Those in groups and channels.
    Chats,
}

/// Owes other content to the copies of a mailing in a language; `by` is the mailing that brings it.
pub async fn replace(
    conn: &mut SqliteConnection,
    of: MailingId,
    by: MailingId,
    whose: Whose<'_>,
    lang: Lang,
    view: &View,
    now: Moment,
) -> Result<()> {
    let message = insert_message(conn, Some(by), None, view).await?;
    let people = match whose {
        Whose::People(people) => Some(people.json()),
        Whose::Chats => None,
    };
    sqlx::query!(
        "insert into delivery (message_id, mailing_id, person_id, chat_id, chat, urgency, edits, due_at)
         select ?1, ?2, d.person_id, d.chat_id, d.chat, ?3, d.sent_as, ?4
         from delivery d left join person p on p.id = d.person_id left join chat c on c.id = d.chat_id
         where d.mailing_id = ?5 and d.state = 'sent' and d.edits is null and d.sent_as is not null
           and coalesce(p.lang, c.lang) = ?6
           and iif(?7 is null, d.chat_id is not null, d.person_id in (select value from json_each(?7)))
         on conflict (chat, edits) where state = 'due' and edits is not null
         do update set message_id = excluded.message_id, mailing_id = excluded.mailing_id",
        message,
        by,
        Urgency::Refresh,
        now,
        of,
        lang,
        people
    )
    .execute(&mut *conn)
    .await
    .context("Owe other content to the copies of a mailing")?;
    sqlx::query!(
        "update delivery set message_id = ?1
         where mailing_id = ?2 and state in ('due', 'paused') and edits is null
           and iif(?4 is null, chat_id in (select id from chat where lang = ?3),
                   person_id in (select id from person where lang = ?3)
                   and person_id in (select value from json_each(?4)))",
        message,
        of,
        lang,
        people
    )
    .execute(conn)
    .await
    .context("Replace what of a mailing still waits")?;
    Ok(())
}

/// What of a mailing still waits is not sent; a copy that arrives all the same becomes what is to stand there instead.
pub async fn stop(conn: &mut SqliteConnection, mailing: MailingId, now: Moment) -> Result<()> {
    sqlx::query!(
        "update delivery set state = 'cancelled', finished_at = ? where mailing_id = ? and state in ('due', 'paused')",
        now,
        mailing
    )
    .execute(&mut *conn)
    .await
    .context("Stop a mailing")?;
    sqlx::query!("update mailing set state = 'cancelled' where id = ?", mailing)
        .execute(conn)
        .await
        .context("Close a mailing")?;
    Ok(())
}

/// How many copies of a mailing that failed can be tried again: Telegram could not be reached, a group did not take it,
/// or the person had blocked the bot and is back.
pub async fn worth_another_try(conn: &mut SqliteConnection, mailing: MailingId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"
        select count(*) as "count!: i64" from delivery d left join person p on p.id = d.person_id
        where d.mailing_id = ? and d.edits is null
          and ((d.state = 'failed' and d.again = 1)
               or (d.state = 'blocked' and p.joined_at is not null and p.blocked_at is null))
        "#,
        mailing
    )
    .fetch_one(conn)
    .await
    .context("Count what can be tried again")
}

/// Tries these again, to people and in chats that speak `lang`. Returns how many they are.
pub async fn try_again(
    conn: &mut SqliteConnection,
    mailing: MailingId,
    lang: Lang,
    to_people: &View,
    to_chats: &View,
    now: Moment,
) -> Result<u64> {
    // The words of what was sent are emptied after a while.
    let to_people = insert_message(conn, Some(mailing), None, to_people).await?;
    let to_chats = insert_message(conn, Some(mailing), None, to_chats).await?;
    let done = sqlx::query!(
        "update delivery set state = 'due', due_at = ?1, attempts = 0, finished_at = null, again = 0,
                             message_id = iif(person_id is null, ?2, ?3)
         where mailing_id = ?4 and edits is null
           and (person_id in (select id from person where lang = ?5 and blocked_at is null)
                or chat_id in (select id from chat where lang = ?5))
           and ((state = 'failed' and again = 1)
                or (state = 'blocked' and person_id in (select id from person where joined_at is not null)))",
        now,
        to_chats,
        to_people,
        mailing,
        lang
    )
    .execute(&mut *conn)
    .await
    .context("Try failed deliveries again")?;
    super::quiet::hold_back(conn, to_people, now).await?;
    Ok(done.rows_affected())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;
    use crate::ids::{DeliveryId, MessageNo, TelegramId};
    use crate::outbox::Hold;
    use crate::outbox::store::{self, MessageId};
    use crate::people::store as people;
    use crate::text::{Html, Words};

    const NOW: Moment = Moment(1_000);

    /// A mailing to one person, and the message that is under way to them.
    async fn under_way(db: &Db) -> (MailingId, People, MessageId) {
        let mut tx = db.write().await.expect("begins");
        people::insert(&mut tx, TelegramId(7), Lang::Uk, NOW).await.expect("noted");
        let (person, _) = people::find(&mut tx, TelegramId(7)).await.expect("asked").expect("there");
        people::join(&mut tx, person.id, &Words::parse("Петро").expect("a name"), NOW).await.expect("joins");
        let mailing = store::insert_mailing(&mut tx, Hold::Nothing, NOW).await.expect("a mailing");
        let people = People::of(&[person.id]);
        let view = View::text(Html::ours("old"));
        store::tell_people(&mut tx, mailing, &people, Lang::Uk, None, &view, NOW).await.expect("owed");
        let owed = store::due(&mut tx, "[]", "[]", 9).await.expect("listed");
        tx.commit().await.expect("commits");
        (mailing, people, owed[0].message)
    }

    async fn opened(name: &str) -> Db {
        let folder = std::env::temp_dir().join(format!("merezha-revise-{}-{name}", std::process::id()));
        Db::open(&format!("sqlite:{}", folder.join("db").display())).await.expect("opens")
    }

    /// What is owed next: whether it is an edit, and what it shows.
    async fn owed(db: &Db) -> Vec<(Option<MessageNo>, String)> {
        let mut tx = db.write().await.expect("begins");
        let due = store::due(&mut tx, "[]", "[]", 9).await.expect("listed");
        due.into_iter().map(|owed| (owed.edits, owed.body)).collect()
    }

    #[tokio::test]
    async fn words_that_change_while_a_copy_is_under_way_follow_it() {
        let db = opened("words").await;
        let (mailing, people, sent) = under_way(&db).await;
        let mut tx = db.write().await.expect("begins");
        let by = store::insert_mailing(&mut tx, Hold::Nothing, NOW).await.expect("a mailing");
        let new = View::text(Html::ours("new"));
        replace(&mut tx, mailing, by, Whose::People(&people), Lang::Uk, &new, NOW).await.expect("replaced");
        store::mark_sent(&mut tx, DeliveryId(1), sent, MessageNo(5), NOW).await.expect("it has arrived");
        tx.commit().await.expect("commits");
        let [(edits, body)] = &owed(&db).await[..] else { panic!("one edit is owed") };
        assert!(*edits == Some(MessageNo(5)) && body.contains("new"), "{body}");
        db.close().await.expect("closes");
    }

    #[tokio::test]
    async fn a_copy_that_arrives_after_all_is_taken_back() {
        let db = opened("back").await;
        let (mailing, people, sent) = under_way(&db).await;
        let mut tx = db.write().await.expect("begins");
        let by = store::insert_mailing(&mut tx, Hold::Nothing, NOW).await.expect("a mailing");
        let gone = View::showing(crate::ui::view::Body::TakenBack(Html::ours("gone")));
        replace(&mut tx, mailing, by, Whose::People(&people), Lang::Uk, &gone, NOW).await.expect("replaced");
        stop(&mut tx, mailing, NOW).await.expect("stopped");
        store::mark_sent(&mut tx, DeliveryId(1), sent, MessageNo(5), NOW).await.expect("it arrives late");
        tx.commit().await.expect("commits");
        let [(edits, body)] = &owed(&db).await[..] else { panic!("it is to be deleted") };
        assert!(*edits == Some(MessageNo(5)) && body.contains("taken_back"), "{body}");
        db.close().await.expect("closes");
    }

    #[tokio::test]
    async fn an_edit_that_was_replaced_while_it_was_under_way_goes_once_more() {
        let db = opened("edit").await;
        let (mailing, people, sent) = under_way(&db).await;
        let mut tx = db.write().await.expect("begins");
        store::mark_sent(&mut tx, DeliveryId(1), sent, MessageNo(5), NOW).await.expect("it has arrived");
        for words in ["second", "third"] {
            let by = store::insert_mailing(&mut tx, Hold::Nothing, NOW).await.expect("a mailing");
            let view = View::text(Html::ours(words));
            replace(&mut tx, mailing, by, Whose::People(&people), Lang::Uk, &view, NOW).await.expect("owed");
            if words == "second" {
                tx.commit().await.expect("commits");
                tx = db.write().await.expect("begins");
            }
        }
        let first: MessageId = sqlx::query_scalar("select min(id) from message where body like '%second%'")
            .fetch_one(&mut *tx)
            .await
            .expect("asked");
        store::mark_sent(&mut tx, DeliveryId(2), first, MessageNo(5), NOW)
            .await
            .expect("the second is there");
        tx.commit().await.expect("commits");
        let [(_, body)] = &owed(&db).await[..] else { panic!("the third is still owed") };
        assert!(body.contains("third"), "{body}");
        db.close().await.expect("closes");
    }
}
