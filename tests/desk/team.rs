//! Roles are given and taken in the chat, and the network always has an owner.

use std::time::Duration;

use insta::assert_snapshot;

use super::{begun, gives};
use crate::support::{Network, data, shown, toast};

#[tokio::test]
async fn a_role_is_given_with_what_it_means_and_whom_it_concerns_hears_of_it() {
    let (mut network, oksana) = begun().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&oksana, "/desk").await;
    let team = network.presses(&oksana, "👥 Команда").await;
    assert_snapshot!(team, @"
    🤖 👥 Команда

    Тут усі, хто має роль у Мережі. Оберіть людину, щоб змінити її роль, або надайте роль ще комусь.

    👑 керування · 🛠 організація · 🛂 модерація
       [👑 Оксана]
       [➕ Надати роль]
       [← Назад] [🏠 Меню]
    ");
    let choice = network.presses(&oksana, "➕ Надати роль").await;
    assert_snapshot!(choice, @"
    🤖 Кому надати роль? Оберіть людину або напишіть частину імені.
       [👤 Марія]
       [👑 Оксана]
       [👤 Петро]
       [Скасувати]
    ");
    assert_snapshot!(network.says(&oksana, "Дмитро").await, @"
    🤖 Нікого не знайдено: «Дмитро». Напишіть інакше.
       [Показати всіх]
       [Скасувати]
    ");
    assert_snapshot!(network.says(&oksana, "петр").await, @"
    🤖 Знайдено 1 людину: «петр».
       [👤 Петро]
       [Показати всіх]
       [Скасувати]
    ");
    network.restart().await;
    assert_snapshot!(network.presses(&oksana, "👤 Петро").await, @"
    🤖 👤 Петро: участь

    Можна те саме, що й усім: подавати пропозиції, голосувати, відповідати. Кнопки для організаторів не діють.
       [👑 керування]
       [🛠 організація]
       [🛂 модерація]
       [← Назад] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&oksana, "🛂 модерація").await, @"
    🤖 🛂 Петро: нова роль — «модерація»?

    Можна схвалювати, повертати й відхиляти пропозиції та відповідати на листи учасників.
       [✅ Так] [← Назад]
    ");
    assert_snapshot!(network.presses(&oksana, "✅ Так").await, @"
    🤖 👥 Команда

    Тут усі, хто має роль у Мережі. Оберіть людину, щоб змінити її роль, або надайте роль ще комусь.

    👑 керування · 🛠 організація · 🛂 модерація
       [👑 Оксана]
       [🛂 Петро]
       [➕ Надати роль]
       [← Назад] [🏠 Меню]
    ");
    assert_eq!(toast(&oksana), "Роль змінено");
    assert_snapshot!(petro.screen(), @"
    🤖 🛂 У вас нова роль — модерація. Рішення: Оксана.

    Можна схвалювати, повертати й відхиляти пропозиції та відповідати на листи учасників.
       [🛠 Для організаторів]
       [🏠 Меню]
    ");
    let desk = network.presses(&petro, "🛠 Для організаторів").await;
    assert_snapshot!(desk, @"
    🤖 🛠 Для організаторів

    У Мережі 3 людини, повідомлення доходять до 3.

    Пропозиції на схвалення й листи від учасників приходять сюди самі. Відповісти можна просто з них.
       [✉️ Листи]
       [🧭 Напрями й сортування]
       [🏠 Меню]
    ");
    assert!(network.says(&petro, "/help").await.contains("🛂 Модераторам"));
    assert_snapshot!(network.says(&petro, "/newvote").await, @"
    🤖 Це можуть лише організатори.
       [🏠 Меню]
    ");
    let listed = network.telegram.wait("the moderator's commands", Duration::from_secs(10), |world| {
        world.state.commands.shown(petro.id(), None).iter().any(|listed| listed.command == "desk")
    });
    listed.await.expect("they fit the role");
    assert!(petro.bot_commands().iter().all(|listed| listed.command != "newvote"));

    gives(&network, &oksana, "Марія", "👑 керування").await;
    assert_snapshot!(maria.screen(), @"
    🤖 👑 У вас нова роль — керування. Рішення: Оксана.

    Можна все, що й в організації, а ще надавати й забирати ролі та читати журнал дій. Надавайте цю роль лише тим, на кого можна повністю покластися.
       [🛠 Для організаторів]
       [🏠 Меню]
    ");
    let listed = network.telegram.wait("the owner's commands", Duration::from_secs(10), |world| {
        world.state.commands.shown(maria.id(), None).iter().any(|listed| listed.command == "team")
    });
    listed.await.expect("they fit the role");
    assert_snapshot!(network.says(&maria, "/team").await, @"
    🤖 👥 Команда

    Тут усі, хто має роль у Мережі. Оберіть людину, щоб змінити її роль, або надайте роль ще комусь.

    👑 керування · 🛠 організація · 🛂 модерація
       [👑 Марія]
       [👑 Оксана]
       [🛂 Петро]
       [➕ Надати роль]
       [← Назад] [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_role_is_taken_and_old_buttons_do_nothing_more() {
    let (network, oksana) = begun().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    gives(&network, &oksana, "Петро", "🛠 організація").await;
    network.says(&petro, "/newcall").await;
    let desk = network.says(&petro, "/desk").await;
    assert!(desk.contains("📣 Оголошення") && !desk.contains("👥 Команда"), "{desk}");
    let old = petro.newest().expect("a desk");
    network.says(&oksana, "/team").await;
    network.presses(&oksana, "🛠 Петро").await;
    assert_snapshot!(network.presses(&oksana, "👤 участь").await, @"
    🤖 👤 Петро: нова роль — «участь»?

    Можна те саме, що й усім: подавати пропозиції, голосувати, відповідати. Кнопки для організаторів не діють.
       [✅ Так] [← Назад]
    ");
    network.presses(&oksana, "✅ Так").await;
    assert_snapshot!(petro.screen(), @"
    🤖 👤 Роль у команді з вас знято, ви далі берете участь у Мережі. Рішення: Оксана. Дякуємо за роботу!

    Можна те саме, що й усім: подавати пропозиції, голосувати, відповідати. Кнопки для організаторів не діють.
       [🏠 Меню]
    ");
    network.presses_on(&petro, &old, "📣 Оголошення").await;
    assert_eq!(toast(&petro), "Це можуть лише організатори.");
    assert_eq!(network.forges(&petro, "rl.0").await, "Це можуть лише власники Мережі.");
    let offered = network.says(&petro, "Що нас об’єднує?").await;
    assert!(offered.contains("[💡 Це пропозиція]") || offered.contains("пропозиц"), "{offered}");
    assert!(!network.says(&petro, "/menu").await.contains("🛠 Для організаторів"));
    network.end().await;
}

#[tokio::test]
async fn one_gives_up_ones_own_role() {
    let (network, oksana) = begun().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    gives(&network, &oksana, "Петро", "🛠 організація").await;
    network.says(&petro, "/settings").await;
    assert_snapshot!(network.presses(&petro, "🙅 Відмовитися від ролі").await, @"
    🤖 🛠 Ваша роль — організація. Відмовитися від неї? Повернути її зможе лише хтось із керування.

    Можна те саме, що й усім: подавати пропозиції, голосувати, відповідати. Кнопки для організаторів не діють.
       [Так, відмовитися] [← Назад]
    ");
    let old = petro.newest().expect("a question");
    assert_snapshot!(network.presses(&petro, "Так, відмовитися").await, @"
    🤖 👤 Тепер ваша роль — участь.

    Можна те саме, що й усім: подавати пропозиції, голосувати, відповідати. Кнопки для організаторів не діють.
       [🏠 Меню]
    ");
    network.presses_on(&petro, &old, "🏠 Меню").await;
    let forged = network.forges(&petro, "rx.1").await;
    assert_eq!(forged, "Це можуть лише модератори й організатори.");
    network.end().await;
}

#[tokio::test]
async fn the_last_owner_neither_steps_down_nor_leaves_before_handing_over() {
    let (network, oksana) = begun().await;
    network.says(&oksana, "/settings").await;
    let alone = network.presses(&oksana, "🚪 Вийти й стерти мої дані").await;
    assert!(alone.contains("Вийти з Мережі?"), "nobody would be left behind: {alone}");
    let old = oksana.newest().expect("a question");
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.presses_on(&oksana, &old, "Так, вийти й стерти дані").await;
    let first = shown(&oksana, "Крім вас").text.clone().expect("a text");
    assert_snapshot!(first, @"👑 Крім вас, керувати Мережею нікому. Спершу надайте роль «керування» комусь, кому довіряєте, — тоді зможете відмовитися від своєї або вийти.");
    network.says(&oksana, "/settings").await;
    let first = network.presses(&oksana, "🙅 Відмовитися від ролі").await;
    assert!(first.contains("Крім вас, керувати Мережею нікому"), "{first}");
    network.says(&oksana, "/team").await;
    network.presses(&oksana, "👑 Оксана").await;
    network.presses(&oksana, "🛠 організація").await;
    assert_eq!(
        toast(&oksana),
        "Крім вас, керувати Мережею нікому. Спершу надайте роль «керування» ще комусь."
    );
    gives(&network, &oksana, "Петро", "👑 керування").await;
    // Whoever cannot be reached could not take over.
    petro.blocks();
    network.settle().await;
    network.forges(&oksana, "rx.1").await;
    assert!(oksana.screen().contains("Крім вас"), "{}", oksana.screen());
    petro.unblocks();
    network.settle().await;
    network.says(&oksana, "/team").await;
    network.presses(&oksana, "👑 Оксана").await;
    network.presses(&oksana, "🛠 організація").await;
    assert_snapshot!(network.presses(&oksana, "✅ Так").await, @"
    🤖 🛠 Тепер ваша роль — організація.

    Можна все, що й у модерації, а ще проводити збори пропозицій, голосування, опитування й сесії, робити оголошення, запрошувати людей, підключати групи, брати дані з собою.
       [🏠 Меню]
    ");
    assert!(network.says(&petro, "/team").await.contains("[🛠 Оксана]"));
    network.end().await;
}

#[tokio::test]
async fn two_owners_who_act_at_once_leave_one() {
    let (network, oksana) = begun().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    gives(&network, &oksana, "Петро", "👑 керування").await;
    // Each takes the other's role.
    for (owner, other) in [(&oksana, "👑 Петро"), (&petro, "👑 Оксана")] {
        network.says(owner, "/team").await;
        network.presses(owner, other).await;
        network.presses(owner, "👤 участь").await;
    }
    let presses = [oksana.presses("✅ Так"), petro.presses("✅ Так")];
    network.settle().await;
    drop(presses);
    let owners = [&oksana, &petro].map(|person| person.transcript().contains("Роль змінено"));
    let team = [network.says(&oksana, "/team").await, network.says(&petro, "/team").await];
    assert_eq!(team.iter().filter(|screen| screen.contains("👥 Команда")).count(), 1, "{owners:?} {team:#?}");

    // And each steps down.
    let (left, other, name) = match team[0].contains("👥 Команда") {
        true => (&oksana, &petro, "Петро"),
        false => (&petro, &oksana, "Оксана"),
    };
    gives(&network, left, name, "👑 керування").await;
    for owner in [left, other] {
        network.says(owner, "/settings").await;
        network.presses(owner, "🙅 Відмовитися від ролі").await;
    }
    let presses = [left.presses("Так, відмовитися"), other.presses("Так, відмовитися")];
    network.settle().await;
    drop(presses);
    let team = [network.says(&oksana, "/team").await, network.says(&petro, "/team").await];
    assert_eq!(team.iter().filter(|screen| screen.contains("👥 Команда")).count(), 1, "{team:#?}");
    network.end().await;
}

#[tokio::test]
async fn two_owners_give_the_same_role_once() {
    let (network, oksana) = begun().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    gives(&network, &oksana, "Петро", "👑 керування").await;
    for owner in [&oksana, &petro] {
        network.says(owner, "/team").await;
        network.presses(owner, "➕ Надати роль").await;
        network.presses(owner, "👤 Марія").await;
        network.presses(owner, "🛂 модерація").await;
    }
    network.presses(&oksana, "✅ Так").await;
    let shown = network.presses(&petro, "✅ Так").await;
    assert_eq!(toast(&petro), "Ця роль уже надана");
    assert_snapshot!(shown, @"
    🤖 🛂 Марія: модерація

    Можна схвалювати, повертати й відхиляти пропозиції та відповідати на листи учасників.
       [👑 керування]
       [🛠 організація]
       [👤 участь]
       [← Назад] [🏠 Меню]
    ");
    assert_eq!(maria.transcript().matches("У вас нова роль").count(), 1, "{}", maria.transcript());
    network.end().await;
}

#[tokio::test]
async fn whom_the_settings_name_is_an_owner_whatever_is_said_in_the_chat() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    gives(&network, &oksana, "Петро", "👑 керування").await;
    network.says(&petro, "/team").await;
    network.presses(&petro, "👑 Оксана").await;
    network.presses(&petro, "👤 участь").await;
    assert_eq!(
        toast(&petro),
        "Цю людину назвали в налаштуваннях сервера, тому тут її роль не змінити. Зверніться до того, хто обслуговує бота."
    );
    network.says(&oksana, "/settings").await;
    network.presses(&oksana, "🙅 Відмовитися від ролі").await;
    assert_eq!(
        toast(&oksana),
        "Вас названо в налаштуваннях сервера, тому тут роль не змінити. Зверніться до того, хто обслуговує бота."
    );
    network.end().await;
}

#[tokio::test]
async fn the_team_in_english() {
    let (network, oksana) = begun().await;
    network.join(&oksana, ["Петро"]).await;
    network.says(&oksana, "/settings").await;
    network.presses(&oksana, "English").await;
    assert_snapshot!(network.says(&oksana, "/team").await, @"
    🤖 👥 Team

    Everybody who has a role in the network. Choose somebody to change their role, or give a role to another person.

    👑 owner · 🛠 organizer · 🛂 moderator
       [👑 Оксана]
       [➕ Give a role]
       [← Back] [🏠 Menu]
    ");
    assert_snapshot!(network.presses(&oksana, "➕ Give a role").await, @"
    🤖 Who is to get a role? Choose a person, or write a part of their name.
       [👑 Оксана]
       [👤 Петро]
       [Cancel]
    ");
    assert_snapshot!(network.presses(&oksana, "👤 Петро").await, @"
    🤖 👤 Петро: participant

    May do what everybody may: hand in proposals, vote, answer. The organizers’ buttons do nothing.
       [👑 owner]
       [🛠 organizer]
       [🛂 moderator]
       [← Back] [🏠 Menu]
    ");
    assert_snapshot!(network.presses(&oksana, "👑 owner").await, @"
    🤖 👑 Петро: a new role – “owner”?

    May do all that organizers may, and give and take roles and read the log of acts. Give this role only to those whom you trust entirely.
       [✅ Yes] [← Back]
    ");
    let made = network.presses(&oksana, "✅ Yes").await;
    assert!(made.contains("[👑 Петро]"), "{made}");
    network.says(&oksana, "/settings").await;
    assert_snapshot!(network.presses(&oksana, "🙅 Give up my role").await, @"
    🤖 👑 Your role: owner. Give it up? Only an owner can give it back to you.

    May do what everybody may: hand in proposals, vote, answer. The organizers’ buttons do nothing.
       [Yes, give it up] [← Back]
    ");
    assert_snapshot!(network.presses(&oksana, "Yes, give it up").await, @"
    🤖 👤 Your role now: participant.

    May do what everybody may: hand in proposals, vote, answer. The organizers’ buttons do nothing.
       [🏠 Menu]
    ");
    network.end().await;
}

#[tokio::test]
async fn strangers_and_people_without_telegram_get_no_role() {
    let (network, oksana) = begun().await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "📄 Без Telegram").await;
    network.presses(&oksana, "➕ Додати людину").await;
    network.says(&oksana, "Ганна").await;
    network.presses(&oksana, "← Готово").await;
    let hanna = data(&oksana.newest().expect("a person"), "🗑 Вилучити");
    let hanna = hanna.trim_start_matches("tx.").to_owned();
    network.arrives("Хтось", "uk", "").await;
    network.says(&oksana, "/team").await;
    assert!(!network.presses(&oksana, "➕ Надати роль").await.contains("Ганна"));
    for code in [format!("rg.{hanna}.o"), "rg.3.o".into(), "rg.99.w".into(), format!("rp.{hanna}")] {
        assert_eq!(network.forges(&oksana, &code).await, "Цієї людини вже немає в Мережі", "{code}");
    }
    network.end().await;
}
