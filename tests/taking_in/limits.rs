//! How many proposals a call takes from each person.

use insta::assert_snapshot;

use super::{APPROVE_FIRST, switches};
use crate::support::{Network, toast};

#[tokio::test]
async fn a_call_takes_so_many_from_each_and_says_how_to_go_on() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&oksana, "/newcall").await;
    network.says(&oksana, "Що зробити?").await;
    let chosen = network.presses(&oksana, "1").await;
    assert_snapshot!(chosen, @"
    🤖 👀 Збір пропозицій:

    Що зробити?

    Після відкриття питання прийде всім. Щоб змінити його, просто напишіть інше.

    👤 Від однієї людини — щонайбільше 1 пропозиція.
       [📣 Відкрити для всіх]
       [✓ 1] [3] [5] [10]
       [без меж]
       [Скасувати]
    ");
    let reworded = network.says(&oksana, "Що нам зробити?").await;
    assert!(reworded.contains("щонайбільше 1 пропозиція"), "another question keeps it: {reworded}");
    network.presses(&oksana, "📣 Відкрити для всіх").await;

    network.proposes(&petro, "Міст").await;
    let refused = network.says(&petro, "/propose").await;
    assert_snapshot!(refused, @"
    🤖 Цей збір приймає від однієї людини щонайбільше 1 пропозицію, і ви вже стільки подали. Будь-яку зі своїх можна змінити або відкликати — тоді звільниться місце для нової.
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    network.proposes(&maria, "Поле").await;
    network.proposes(&oksana, "Озеро").await;
    let bound = network.says(&oksana, "/propose").await;
    assert!(bound.contains("щонайбільше 1 пропозицію"), "organizers are bound, too: {bound}");

    // Words out of the blue are not lost, nor is what was begun before.
    network.says(&petro, "Ліс").await;
    let refused = network.presses(&petro, "💡 Подати як пропозицію").await;
    assert!(refused.contains("щонайбільше 1 пропозицію"), "{refused}");
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.presses(&petro, "Відкликати").await;
    network.presses(&petro, "Так, відкликати").await;
    network.presses(&petro, "💡 Подати як пропозицію").await;
    let sent = network.presses(&petro, "✅ Надіслати").await;
    assert!(sent.contains("№4"), "the withdrawn one does not count: {sent}");
    network.end().await;
}

#[tokio::test]
async fn it_can_be_changed_later_and_declined_ones_do_not_count() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що зробити?").await;
    switches(&network, &oksana, APPROVE_FIRST).await;
    let choice = network.presses(&oksana, "👤 Від людини: Що зробити?").await;
    assert_snapshot!(choice, @"
    🤖 👤 Скільки пропозицій може подати одна людина до збору «Що зробити?»? Відкликані й відхилені не рахуються, а вже подані лишаться.

    👤 Від однієї людини — скільки завгодно пропозицій.
       [1] [3] [5]
       [10] [✓ без меж]
       [← Назад]
    ");
    network.presses(&oksana, "1").await;
    assert_eq!(toast(&oksana), "Збережено");
    network.proposes(&petro, "Міст").await;
    let refused = network.says(&petro, "/propose").await;
    assert!(refused.contains("щонайбільше 1 пропозицію"), "what waits counts: {refused}");
    network.presses(&oksana, "✋ Відхилити").await;
    network.presses(&oksana, "Таке вже є").await;
    network.says(&petro, "/propose").await;
    network.says(&petro, "Ліс").await;
    network.presses(&petro, "✅ Надіслати").await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "❓ Збори пропозицій").await;
    network.presses(&oksana, "👤 Від людини: Що зробити?").await;
    network.presses(&oksana, "без меж").await;
    let asked = network.says(&petro, "/propose").await;
    assert!(asked.contains("Напишіть свою пропозицію"), "{asked}");
    network.end().await;
}
