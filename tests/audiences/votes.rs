//! A vote for some: they are its roll.

use crate::audiences::{heard, six};
use crate::support::Network;
use insta::assert_snapshot;

#[tokio::test]
async fn a_vote_for_some_has_them_on_its_roll_and_tells_them_its_result() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii, ..] = six(&network, &oksana).await;
    network.makes_vote(&oksana, "Хто веде", "Оля\nТарас").await;
    network.presses(&oksana, "👥 Хто голосує").await;
    network.presses(&oksana, "Влада").await;
    let preview = network.presses(&oksana, "✅ Готово").await;
    assert_snapshot!(preview, @"
    🤖 👀 Хто веде

    1. Оля
    2. Тарас

    👉 Можна обрати 1 варіант.
    🏆 Переможе 1 варіант, у якого найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
    ⏰ Коли завершиться, оголосять організатори.
    👥 Голосують: Влада (2)

    ⚠️ Людей так мало, що з підсумку можна здогадатися, хто що обрав.
       [✓ до 1] [до 2]
       [⚙️ Правила голосування]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [✏️ Заголовок] [✏️ Варіанти]
       [👥 Хто голосує]
       [📣 Відкрити для них]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Відкрити для них").await;
    assert!(heard(&petro, "Хто веде") && heard(&andrii, "Хто веде") && !heard(&maria, "Хто веде"));
    network.says(&maria, "/vote").await;
    network.forges(&maria, "v.1").await;
    let other = maria.screen();
    assert!(other.contains("для інших людей Мережі"), "{other}");
    network.votes(&petro, &["⬜️ 1. Оля"]).await;
    network.closes_vote(&oksana).await;
    assert!(heard(&petro, "Підсумок") && heard(&andrii, "Підсумок"), "{}", petro.transcript());
    assert!(heard(&oksana, "Підсумок"), "{}", oksana.transcript());
    assert!(!heard(&maria, "🏁"), "{}", maria.transcript());
    network.end().await;
}
