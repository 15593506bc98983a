//! Letters without a name: answered, answered again, and then nobody can tell any more whose they were.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Person;
use sqlx::Connection;

use crate::secrecy::attacker::Haul;
use crate::support::{Network, data, shown, toast, until};

const DAY: Duration = Duration::from_secs(24 * 3600);
const WORDS: &str = "Хто вирішує, куди йдуть гроші";

/// Petro writes without his name.
async fn writes(network: &Network, petro: &Person) -> String {
    network.says(petro, "/menu").await;
    network.presses(petro, "✉️ Лист організаторам").await;
    network.says(petro, WORDS).await;
    network.presses(petro, "🎭 Без імені").await
}

async fn answers(network: &Network, organizer: &Person, words: &str) -> String {
    network.presses(organizer, "↩️ Відповісти").await;
    network.says(organizer, words).await
}

#[tokio::test]
async fn it_is_answered_and_answered_again_without_a_name() {
    let (mut network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&petro, "/menu").await;
    network.presses(&petro, "✉️ Лист організаторам").await;
    let preview = network.says(&petro, WORDS).await;
    assert_snapshot!(preview, @"
    🤖 Надіслати це організаторам? Вони побачать ваше ім’я в Мережі.

    🎭 Можна й без імені: тоді ніхто не побачить, хто написав. Щоб відповідь дійшла, бот тримає шлях до вас запечатаним і знищить його через тиждень після відповіді.
       [✉️ Надіслати] [🎭 Без імені]
       [Скасувати]
    ");
    let sent = network.presses(&petro, "🎭 Без імені").await;
    assert_snapshot!(sent, @"
    🤖 ✅ Передано організаторам без імені. Відповідь прийде сюди; відповісти на неї можна впродовж тижня, потім шлях до вас буде знищено.
       [🏠 Меню]
    ");
    let received = oksana.transcript();
    let (_, received) = received.rsplit_once("🎭").expect("the letter");
    assert_snapshot!(received, @"
     Пише хтось без імені:
    🤖 Хто вирішує, куди йдуть гроші
       [↩️ Відповісти] [🧵 Розмова]
       [🏠 Меню]
    ");
    let asked = network.presses(&oksana, "↩️ Відповісти").await;
    assert_snapshot!(asked, @"
    🤖 ↩️ Напишіть відповідь тому, хто написав без імені.
       [Скасувати]
    ");
    network.restart().await;
    network.says(&oksana, "Рада програми").await;
    assert!(petro.transcript().contains("Рада програми"), "{}", petro.transcript());
    assert!(!maria.transcript().contains("Рада програми"));
    let asked = network.presses(&petro, "↩️ Відповісти").await;
    assert!(asked.contains("Що передати організаторам?"), "{asked}");
    network.says(&petro, "А хто в ній?").await;
    network.presses(&petro, "🎭 Без імені").await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "✉️ Листи (1)").await;
    let conversation = network.presses(&oksana, "✉️ 🎭 без імені · А хто в ній?").await;
    assert_snapshot!(conversation, @"
    🤖 🎭 Пише хтось без імені:

    ✉️ 1 лютого
    Хто вирішує, куди йдуть гроші

    ↩️ Оксана · 1 лютого, 12:00
    Рада програми

    ✉️ 1 лютого
    А хто в ній?
       [↩️ Відповісти]
       [📖 Останній лист повністю]
       [✅ Закрити без відповіді]
       [✉️ Листи] [🏠 Меню]
    ");
    answers(&network, &oksana, "Семеро людей").await;
    let again = shown(&petro, "Семеро людей");
    // Somebody else's phone cannot use the way back.
    let stolen = data(&again, "↩️ Відповісти");
    let refused = network.forges(&maria, &stolen).await;
    assert!(refused.starts_with("Цей шлях уже знищено"), "{refused}");
    network.pass(DAY * 6).await;
    network.presses_on(&petro, &again, "↩️ Відповісти").await;
    assert!(petro.screen().contains("Що передати організаторам?"), "a week is not over: {}", petro.screen());
    network.presses(&petro, "Скасувати").await;
    network.pass(DAY * 2).await;
    network.presses_on(&petro, &again, "↩️ Відповісти").await;
    assert!(toast(&petro).starts_with("Цей шлях уже знищено"), "{}", toast(&petro));
    network.forges(&oksana, "lc.1").await;
    assert!(oksana.screen().contains("шлях до цієї людини знищено"), "{}", oksana.screen());
    let left: Vec<_> =
        std::fs::read_dir(network.folder().join("keys")).expect("a folder").flatten().collect();
    assert!(left.is_empty(), "no key is left: {left:?}");
    network.end().await;
}

/// What lies near Petro: his number as text, and his name.
fn near(haul: &Haul, words: &str, petro: &Person) -> Vec<String> {
    let id = petro.id().to_string();
    let hits = haul.search(&[("the words".into(), words.as_bytes().to_vec())]);
    let close = hits.iter().filter(|hit| {
        let around = haul.around(hit, 400);
        let has = |needle: &[u8]| around.windows(needle.len()).any(|window| window == needle);
        has(id.as_bytes()) || has("Петро".as_bytes())
    });
    close.map(|hit| format!("{} at {}", hit.file, hit.at)).collect()
}

#[tokio::test]
async fn nobody_with_the_whole_database_its_log_and_its_backups_can_tell_who_wrote() {
    let (network, oksana) = Network::start().await;
    let [petro, ..] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    network.says(&petro, "/menu").await;
    network.presses(&petro, "✉️ Лист організаторам").await;
    network.says(&petro, WORDS).await;
    // While he writes, his draft is sealed; only the update that brought it lay there for a moment.
    network.pass(Duration::from_secs(10)).await;
    let mut tx = network.bot().app.db.write().await.expect("begins");
    let open: i64 = sqlx::query_scalar("select count(*) from person where dialogue like ?")
        .bind(format!("%{WORDS}%"))
        .fetch_one(&mut *tx)
        .await
        .expect("asked");
    assert_eq!(open, 0, "the draft is sealed");
    tx.commit().await.expect("commits");
    network.presses(&petro, "🎭 Без імені").await;
    answers(&network, &oksana, "Відповідь для когось").await;
    network.presses(&petro, "↩️ Відповісти").await;
    network.says(&petro, "Дякую за ці слова").await;
    network.presses(&petro, "🎭 Без імені").await;
    // The updates' rows leave with the record of what was answered, and the log is emptied after that.
    network.says(&oksana, "/menu").await;
    until("the updates have left", async || {
        let mut conn = network.database().await;
        let left: i64 =
            sqlx::query_scalar("select count(*) from inbox").fetch_one(&mut conn).await.expect("asked");
        conn.close().await.expect("closes");
        left == 0
    })
    .await;
    network.pass(Duration::from_secs(10)).await;
    network.pass(Duration::from_secs(10)).await;

    let mut tx = network.bot().app.db.write().await.expect("begins");
    for (what, sql) in [
        ("no row of the outbox joins him to an answer",
         "select count(*) from delivery d join message m on m.id = d.message_id join person p on p.id = d.person_id
          where p.name = 'Петро' and m.body like '%Відповідь для когось%'"),
        ("nothing that was owed to a sealed address is left", "select count(*) from delivery where address_id is not null"),
        ("no update of his is left", "select count(*) from inbox where body like '%Дякую за ці слова%'"),
        ("no letter has his number", "select count(*) from letter where person_id is not null"),
        ("nobody wrote to the minute", "select count(*) from letter_part where answer = 0 and written_at % 3600000 <> 0"),
        ("no moment joins him to what organizers were sent",
         "select count(*) from person p join delivery d on d.due_at = p.seen_at where p.name = 'Петро'"),
        ("no act names him", "select count(*) from act where kind like 'letter%' and whom is not null"),
    ] {
        let found: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut *tx).await.expect("asked");
        assert_eq!(found, 0, "{what}");
    }
    tx.commit().await.expect("commits");
    let haul = Haul::of(network.folder()).without("keys");
    for words in [WORDS, "Дякую за ці слова", "Відповідь для когось"] {
        assert_eq!(near(&haul, words, &petro), Vec::<String>::new(), "{words} lies beside him");
    }
    let found = haul.search(&[("the words".into(), WORDS.as_bytes().to_vec())]);
    assert!(!found.is_empty(), "the letter itself is there");
    // Nobody is joined to it by the number in the sealed address.
    let sealed = haul.search(&[("his number".into(), petro.id().to_be_bytes().to_vec())]);
    assert!(sealed.is_empty(), "{sealed:?}");
    network.end().await;
}

#[tokio::test]
async fn an_announcement_that_few_have_does_not_say_who_answers_it() {
    let (network, oksana) = Network::start().await;
    let [petro, ..] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Лише для вас").await;
    network.presses(&oksana, "👥 Усім (3)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    let got = shown(&petro, "Лише для вас");
    petro.replies(got.message_id, "Не згоден");
    network.settle().await;
    assert!(petro.screen().contains("як відповідь на оголошення"), "{}", petro.screen());
    network.presses(&petro, "🎭 Без імені").await;
    let said = oksana.transcript();
    assert!(said.contains("Не згоден") && !said.contains("↩️ На оголошення"), "{said}");
    network.end().await;
}

#[tokio::test]
async fn who_blocked_the_bot_or_left_is_not_told_of_and_nothing_stays() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    writes(&network, &petro).await;
    network.telegram.with(|world| world.chat_mut(petro.id()).expect("a chat").blocked = true);
    answers(&network, &oksana, "Марна відповідь").await;
    network.pass(Duration::from_secs(10)).await;
    let mut tx = network.bot().app.db.write().await.expect("begins");
    for sql in [
        "select count(*) from person where blocked_at is not null",
        "select count(*) from delivery where address_id is not null",
        "select count(*) from message where body like '%Марна%' and subject is null",
    ] {
        let found: i64 = sqlx::query_scalar(sql).fetch_one(&mut *tx).await.expect("asked");
        assert_eq!(found, 0, "{sql}");
    }
    tx.commit().await.expect("commits");
    writes(&network, &maria).await;
    network.says(&maria, "/settings").await;
    network.forges(&maria, "sx.0").await;
    answers(&network, &oksana, "Запізно").await;
    assert!(oksana.screen().contains("вийшла з Мережі"), "{}", oksana.screen());
    network.end().await;
}
