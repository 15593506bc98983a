//! The first organizer, and what organizers may.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Limits;

use crate::support::{Network, link_code};

#[tokio::test]
async fn the_first_organizer_comes_by_the_claim_link_where_none_is_set() {
    let mut network = Network::empty(Limits::off(), &[("MEREZHA_ORGANIZERS", "")]).await;
    let link = network.bot().claim_link.clone().expect("a claim link");
    let code = link_code(&link);
    let nadiia = network.newcomer("Надія", "uk");
    let passer_by = network.newcomer("Хтось", "uk");
    nadiia.follows_link(&code);
    network.settle().await;
    network.presses(&nadiia, "Як у Telegram: Надія").await;
    network.presses(&nadiia, "Пропустити").await;
    let done = network.presses(&nadiia, "Пропустити").await;
    assert_snapshot!(done, @r"
    🤖 ✅ Усе готово. Ви можете проводити збори пропозицій, голосування й оголошення — усе це в меню, «Для організаторів».

    Почніть із запрошення: /invite
       [🏠 Меню]
    ");
    passer_by.follows_link(&code);
    network.settle().await;
    assert_snapshot!(passer_by.screen(), @r"
    🤖 Такого запрошення немає. Можливо, посилання скопійовано не повністю — перевірте його або надішліть організаторам запит.
       [🙋 Попроситися в Мережу]
    ");
    network.restart().await;
    assert_eq!(network.bot().claim_link, None, "there is an organizer now");
    assert!(network.says(&nadiia, "/desk").await.contains("🛠 Для організаторів"));
    network.end().await;
}

#[tokio::test]
async fn where_the_only_person_left_the_next_one_claims_the_network() {
    let mut network = Network::empty(Limits::off(), &[("MEREZHA_ORGANIZERS", "")]).await;
    let code = link_code(network.bot().claim_link.as_deref().expect("a claim link"));
    let nadiia = network.arrives("Надія", "uk", &code).await;
    network.says(&nadiia, "Надія").await;
    network.says(&nadiia, "/settings").await;
    network.presses(&nadiia, "🚪 Вийти й стерти мої дані").await;
    network.presses(&nadiia, "Так, вийти й стерти дані").await;
    network.restart().await;
    let code = link_code(network.bot().claim_link.as_deref().expect("a claim link again"));
    let petro = network.arrives("Петро", "uk", &code).await;
    network.presses(&petro, "Як у Telegram: Петро").await;
    assert!(network.says(&petro, "/desk").await.contains("У Мережі 1 людина"));
    network.end().await;
}

#[tokio::test]
async fn commands_are_listed_in_each_language_and_the_organizers_only_for_organizers() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let listed = network.telegram.wait("the organizers' commands", Duration::from_secs(10), |world| {
        world.state.commands.shown(1001, Some("en")).iter().any(|listed| listed.command == "desk")
    });
    listed.await.expect("they are registered as soon as somebody may run things");
    let lines = |person: &merezha::rehearsal::Person| {
        let commands = person.bot_commands();
        commands.iter().map(|c| format!("/{} {}", c.command, c.description)).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(lines(&oksana), @"
    /desk Для організаторів
    /announce Нове оголошення
    /newvote Нове голосування
    /poll Нове опитування
    /newsession Нова сесія
    /wall Екран у залі
    /checkin Реєстрація на вході
    /newcall Новий збір пропозицій
    /invite Запросити людей
    /export Взяти з собою: файли
    /team Ролі в команді
    /menu Меню
    /propose Подати пропозицію
    /proposals Усі пропозиції
    /mine Мої пропозиції
    /stances Ставлення до пропозицій
    /vote Голосування
    /polls Опитування
    /sessions Сесії
    /settings Налаштування
    /mydata Мої дані файлом
    /help Довідка
    /cancel Скасувати розпочате
    ");
    assert_snapshot!(lines(&petro), @"
    /menu Меню
    /propose Подати пропозицію
    /proposals Усі пропозиції
    /mine Мої пропозиції
    /stances Ставлення до пропозицій
    /vote Голосування
    /polls Опитування
    /sessions Сесії
    /settings Налаштування
    /mydata Мої дані файлом
    /help Довідка
    /cancel Скасувати розпочате
    ");
    petro.changes(|user| user.language_code = Some("en".into()));
    assert_snapshot!(lines(&petro), @"
    /menu Menu
    /propose Hand in a proposal
    /proposals All proposals
    /mine My proposals
    /stances Where you stand on proposals
    /vote Votes
    /polls Polls
    /sessions Sessions
    /settings Settings
    /mydata My data as a file
    /help Help
    /cancel Give up what you began
    ");
    // Who types what is not listed is told kindly.
    let refused = network.says(&petro, "/announce").await;
    assert_snapshot!(refused, @r"
    🤖 Це можуть лише організатори.
       [🏠 Меню]
    ");
    // Who leaves has everyone's list again; and the last owner hands over first.
    network.says(&oksana, "/team").await;
    network.presses(&oksana, "➕ Надати роль").await;
    network.presses(&oksana, "👤 Петро").await;
    network.presses(&oksana, "👑 керування").await;
    network.presses(&oksana, "✅ Так").await;
    network.says(&oksana, "/settings").await;
    network.presses(&oksana, "🚪 Вийти й стерти мої дані").await;
    network.presses(&oksana, "Так, вийти й стерти дані").await;
    let taken_back = network.telegram.wait("everyone's commands", Duration::from_secs(10), |world| {
        let shown = |lang| world.state.commands.shown(1001, lang);
        [None, Some("en")].iter().all(|lang| shown(*lang).iter().all(|listed| listed.command != "desk"))
    });
    taken_back.await.expect("the organizers' list goes with them");
    network.end().await;
}
