//! The desk: what waits, with counts, and the way to it.

use insta::assert_snapshot;

use super::{begun, gives};
use crate::support::{Network, toast};

#[tokio::test]
async fn the_desk_says_what_waits_and_leads_there() {
    let (network, oksana) = begun().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    gives(&network, &oksana, "Марія", "🛠 організація").await;
    let ihor = network.arrives("Ігор", "uk", "").await;
    network.presses(&ihor, "🙋 Попроситися в Мережу").await;
    let hanna = network.arrives("Ганна", "uk", "").await;
    network.presses(&hanna, "🙋 Попроситися в Мережу").await;
    network.says(&oksana, "/newvote").await;
    network.says(&oksana, "Напрями").await;
    network.says(&oksana, "Вода\nШколи").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.says(&oksana, "/desk").await;
    let desk = network.says(&maria, "/desk").await;
    assert_snapshot!(desk, @"
    🤖 🛠 Для організаторів

    У Мережі 3 людини, повідомлення доходять до 3.
       [🙋 Просяться в Мережу: 2]
       [🗳 Скоро завершаться: 1]
       [✉️ Листи]
       [📣 Оголошення] [📅 Нова сесія]
       [🗳 Голосування] [📊 Опитування]
       [🗂 Усі оголошення]
       [❓ Збори пропозицій]
       [🔗 Запрошення]
       [🧭 Напрями й сортування]
       [🏛 Сектори] [📍 Регіони]
       [📄 Без Telegram] [🔗 Групи й канали]
       [📥 Внести пропозиції]
       [📦 Взяти з собою]
       [🏠 Меню]
    ");
    // Two organizers at once: the second one sees what the first has decided.
    let first = network.presses(&oksana, "🙋 Просяться в Мережу: 2").await;
    assert_snapshot!(first, @"
    🤖 🙋 Ігор проситься в Мережу без запрошення. Пустити?

    Усього чекає на рішення: 2.
       [✅ Пустити] [✋ Відмовити]
       [🏠 Меню]
    ");
    network.presses(&maria, "🙋 Просяться в Мережу: 2").await;
    let next = network.presses(&oksana, "✅ Пустити").await;
    assert_snapshot!(next, @"
    🤖 🙋 Ігор
    ✅ Запит схвалено. Рішення: Оксана.
       [🏠 Меню]
       [🙋 Просяться в Мережу: 1]
    ");
    let late = network.presses(&maria, "✋ Відмовити").await;
    assert_eq!(toast(&maria), "Це вже вирішено");
    assert!(late.contains("✅ Запит схвалено. Рішення: Оксана."), "{late}");
    network.presses(&oksana, "🙋 Просяться в Мережу: 1").await;
    network.presses(&oksana, "✋ Відмовити").await;
    let none = network.forges(&oksana, "jq").await;
    assert!(oksana.screen().contains("Зараз ніхто не проситься"), "{none}");
    assert!(!network.says(&petro, "/desk").await.contains("🛠 Для організаторів"));
    network.end().await;
}

#[tokio::test]
async fn small_groups_are_counted_only_together() {
    let network = {
        let (network, oksana) = Network::start().await;
        let code = network.invitation(&oksana).await;
        for at in 0..12 {
            let sector = if at < 6 { "Влада" } else { "Громадськість" };
            network.joins(&code, &format!("Людина {at}"), sector, "Донеччина").await;
        }
        let desk = network.says(&oksana, "/desk").await;
        assert!(desk.contains("🏛 Влада — 6 · Громадськість — 7"), "{desk}");
        assert!(!desk.contains("📍 Д"), "the one of Luhansk region would be told: {desk}");
        network.says(&oksana, "/settings").await;
        network.presses(&oksana, "English").await;
        let english = network.says(&oksana, "/desk").await;
        assert!(english.contains("🏛 Authorities — 6 · Civil society — 7"), "{english}");
        network
    };
    network.end().await;
}
