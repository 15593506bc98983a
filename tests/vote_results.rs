//! What comes of a vote: winners and why, ties, names, files, and what old buttons say.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::votes::recount::{self, Request};

use crate::support::{Network, redacted, shown};

const DAY: Duration = Duration::from_secs(24 * 3600);

#[tokio::test]
async fn a_balanced_vote_leaves_nobody_with_nothing() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій", "Ірина", "Богдан"]).await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи\nВода\nЛіс", &["Збалансовано"]).await;
    for person in &people[..3] {
        network.votes(person, &["⬜️ 1. Дороги", "⬜️ 2. Школи", "⬜️ 3. Вода"]).await;
    }
    for person in &people[3..] {
        network.votes(person, &["⬜️ 4. Ліс"]).await;
    }
    network.votes(&oksana, &["⬜️ 1. Дороги"]).await;
    network.tick().await;
    assert!(oksana.transcript().contains("🎉 У голосуванні «Напрями» здано всі бюлетені: 6"));
    network.presses(&oksana, "🏁 Завершити голосування").await;
    network.presses(&oksana, "Так, завершити").await;
    network.tick().await;
    assert_snapshot!(redacted(&people[0].screen()), @"
    🤖 🏁 Підсумок: Напрями

    🏆 1. Дороги
    ▰▰▰▰▰▰▰▱▱▱ 4 голоси

    🏆 4. Ліс
    ▰▰▰▱▱▱▱▱▱▱ 2 голоси

    ⚖️ 2. Школи
    ▰▰▰▰▰▱▱▱▱▱ 3 голоси

    ⚖️ 3. Вода
    ▰▰▰▰▰▱▱▱▱▱ 3 голоси

    Явка: 6 з 6 (100 %).

    🏆 «Дороги»: підтримали 4 людини, і 1 з них більше нічого свого серед переможців не має.
    🏆 «Ліс»: підтримали 2 людини, і 2 з них більше нічого свого серед переможців не мають.

    ⚖️ Нічия: 2 варіанти мають рівні підстави, а вільне місце лише 1. Що з цим робити, вирішать організатори разом з учасниками.

    👉 Можна обрати до 3 варіантів.
    🏆 Переможуть 3 варіанти. Підсумок збалансований: усі бюлетені важать однаково, тож і менша частина учасників знайде в ньому своє (метод рівних часток).
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.

    🧾 Коди полічених бюлетенів (6) — знайдіть свій:
    ЧЕК ЧЕК ЧЕК ЧЕК ЧЕК ЧЕК
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn ties_are_named_and_never_broken() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій", "Ірина"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи\nВода\nЛіс").await;
    network.presses(&oksana, "до 2").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.votes(&people[0], &["⬜️ 1. Дороги", "⬜️ 2. Школи"]).await;
    network.votes(&people[1], &["⬜️ 1. Дороги", "⬜️ 3. Вода"]).await;
    network.votes(&people[2], &["⬜️ 1. Дороги"]).await;
    network.presses(&people[3], "🗳 Голосувати").await;
    network.presses(&people[3], "⬜️ 4. Ліс").await;
    network.pass(DAY - Duration::from_secs(1)).await;
    assert!(!people[0].transcript().contains("Підсумок"), "a second is left");
    network.pass(Duration::from_secs(1)).await;
    assert_snapshot!(redacted(&people[0].screen()), @"
    🤖 🏁 Підсумок: Напрями

    🏆 1. Дороги
    ▰▰▰▰▰▰▰▰▰▰ 3 голоси

    ⚖️ 2. Школи
    ▰▰▰▱▱▱▱▱▱▱ 1 голос

    ⚖️ 3. Вода
    ▰▰▰▱▱▱▱▱▱▱ 1 голос

    4. Ліс
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    Явка: 3 з 5 (60 %).

    🏆 «Дороги» — серед варіантів, за які найбільше голосів.

    ⚖️ Нічия: 2 варіанти мають рівні підстави, а вільне місце лише 1. Що з цим робити, вирішать організатори разом з учасниками.

    👉 Можна обрати до 2 варіантів.
    🏆 Переможуть 2 варіанти, у яких найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.

    🧾 Коди полічених бюлетенів (3) — знайдіть свій:
    ЧЕК ЧЕК ЧЕК
       [🏠 Меню]
    ");
    assert!(!people[3].transcript().contains("☑️"), "what was left marked is covered");
    for person in people.iter().chain([&oksana]) {
        assert!(person.transcript().contains("Явка: 3 з 5 (60 %)"), "{}", person.transcript());
    }
    let to_decide = shown(&oksana, "підрахунок не вирішує").text.clone().unwrap_or_default();
    assert_snapshot!(to_decide, @"
    ⚖️ Напрями

    Нічия: підрахунок не вирішує, хто посяде останнє місце. Вирішувати вам.

    ⚖️ Школи
    ⚖️ Вода

    Можна переголосувати лише між цими варіантами, обговорити й домовитися на сесії або кинути жереб при свідках. Розкажіть усім, як вирішили й чому.
    ");
    let again = network.presses(&oksana, "🗳 Переголосувати між ними").await;
    assert_snapshot!(again, @"
    🤖 👀 Напрями — переголосування

    1. Школи
    2. Вода

    👉 Можна обрати 1 варіант.
    🏆 Переможе 1 варіант, у якого найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
    ⏰ Коли завершиться, оголосять організатори.
    👥 Голосують: усі (5)
       [✓ до 1] [до 2]
       [⚙️ Правила голосування]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [✏️ Заголовок] [✏️ Варіанти]
       [👥 Хто голосує]
       [📣 Відкрити для всіх]
       [Скасувати]
    ");
    network.end().await;
}

#[tokio::test]
async fn an_open_vote_says_so_before_the_first_tap_and_names_everyone() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    network.presses(&oksana, "до 2").await;
    network.presses(&oksana, "⚙️ Правила голосування").await;
    network.presses(&oksana, "👁 Відкрите").await;
    network.presses(&oksana, "← Готово").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    assert!(petro.screen().contains("👁 Відкрите: у підсумку всі побачать імена"), "{}", petro.screen());
    network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    network.votes(&maria, &["⬜️ 1. Дороги", "⬜️ 2. Школи"]).await;
    network.closes_vote(&oksana).await;
    let result = petro.screen();
    assert!(result.contains("Марія: 1, 2\nПетро: 1"), "{result}");
    assert!(
        result.contains("🏆 1. Дороги\n") && result.contains("🏆 2. Школи\n"),
        "the numbers tell: {result}"
    );
    assert!(!result.contains("Коди"), "nobody needs a code: {result}");
    network.says(&maria, "/settings").await;
    network.presses(&maria, "🚪 Вийти й стерти мої дані").await;
    network.presses(&maria, "Так, вийти й стерти дані").await;
    network.says(&petro, "/vote").await;
    let later = network.presses(&petro, "🏁 Напрями").await;
    assert!(later.contains("Людина, яка вийшла з Мережі: 1, 2") && !later.contains("Марія"), "{later}");
    network.end().await;
}

#[tokio::test]
async fn reasons_stand_in_the_order_of_the_winners() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи\nВода", &["Бали", "Збалансовано"]).await;
    network.votes(&petro, &["3 · 0", "3 · 1", "2 · 0"]).await;
    network.votes(&maria, &["3 · 0", "2 · 0", "1 · 0"]).await;
    network.closes_vote(&oksana).await;
    let result = petro.screen();
    let reasons: Vec<&str> = result.lines().filter(|line| line.starts_with("🏆 «")).collect();
    assert_snapshot!(reasons.join("\n"), @"
    🏆 «Вода»: підтримали 2 людини, і спільних часток вистачило на це місце.
    🏆 «Школи»: підтримали 2 людини, і спільних часток вистачило на це місце.
    ");
    network.end().await;
}

#[tokio::test]
async fn organizers_get_the_ballots_as_a_file_that_counts_the_same() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\n«Школи»; та \"інше\"").await;
    network.presses(&oksana, "до 2").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    network.closes_vote(&oksana).await;
    let message = shown(&oksana, "SHA-256");
    let document = message.document.clone().expect("a file");
    let bytes = network.telegram.file(&document.file_id).await.expect("its bytes");
    let text = String::from_utf8(bytes.to_vec()).expect("a text");
    assert_snapshot!(text, @r#"
    META
    key;value
    description;Напрями
    num_projects;2
    num_votes;1
    budget;2
    vote_type;approval
    rule;greedy
    min_length;1
    max_length;2
    PROJECTS
    project_id;cost;votes;name;selected
    1;1;1;Дороги;1
    2;1;0;"«Школи»; та ""інше""";1
    VOTES
    voter_id;vote
    1;1
    "#);
    let path = network.folder().join("vote-1.pb");
    std::fs::write(&path, &text).expect("saved");
    let recounted = recount::run(&Request { path, json: true, ..Request::default() }).expect("counted");
    assert_snapshot!(recounted, @r#"{"method":"choose","winners":"most-votes","seats":2,"ballots":1,"counts":{"1":1,"2":0},"committees":[["1","2"]]}"#);
    assert!(!petro.transcript().contains("SHA-256"), "the file is the organizers' to publish");
    network.end().await;
}

#[tokio::test]
async fn a_late_tap_on_an_old_ballot_shows_the_result() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи\nВода\nЛіс").await;
    network.presses(&oksana, "Тиждень").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    network.presses(&maria, "🗳 Голосувати").await;
    network.presses(&maria, "⬜️ 2. Школи").await;
    let ballot = shown(&maria, "🗳 Напрями");
    let button = ballot.buttons().find(|button| button.text.starts_with('⬜')).expect("a mark");
    let sealed = button.callback_data.clone().expect("its data");
    network.pass(DAY * 7).await;
    let result = maria.screen();
    assert_eq!(result.matches(" 1 голос\n").count(), 1, "what was not handed in does not count: {result}");
    assert_eq!(network.forges(&maria, &sealed).await, "Голосування завершено");
    assert!(
        maria.transcript().contains("[📊 Докладніше]"),
        "what covers an old ballot leads to the result: {}",
        maria.transcript()
    );
    assert_eq!(network.forges(&petro, "vi.1").await, "Голосування завершено");
    let list = network.says(&maria, "/vote").await;
    assert!(list.contains("[🏁 Напрями]"), "{list}");
    for data in ["vb.1", "vh.1", "vi.1", "v.77", "vb.77", "ve.77"] {
        network.forges(&maria, data).await;
    }
    assert_eq!(network.forges(&maria, "vx.1.1").await, "Це можуть лише організатори.");
    network.end().await;
}

#[tokio::test]
async fn a_lost_key_is_said_and_nothing_is_made_up() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    std::fs::remove_file(network.folder().join("keys/vote-1.key")).expect("removed");
    network.pass(DAY).await;
    assert_snapshot!(petro.screen(), @"
    🤖 ⚠️ Напрями

    На сервері втрачено ключ цього голосування, тож прочитати бюлетені не може ніхто й порахувати їх неможливо. Перепрошуємо. Організатори можуть провести голосування ще раз.
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn nobody_votes_and_the_result_says_so() {
    let (network, oksana) = Network::start().await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.pass(DAY).await;
    let result = shown(&oksana, "▱▱▱").text.clone().unwrap_or_default();
    assert_snapshot!(result, @"
    🏁 Підсумок: Напрями

    1. Дороги
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    2. Школи
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    Явка: 0 з 1 (0 %).

    👉 Можна обрати 1 варіант.
    🏆 Переможе 1 варіант, у якого найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
    ");
    network.end().await;
}
