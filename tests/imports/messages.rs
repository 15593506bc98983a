//! Ideas in messages, one a line, and photos with captions.

use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use super::{count, published};
use crate::support::{Network, picture, toast};

#[tokio::test]
async fn lines_and_photos_are_gathered_and_come_in_together() {
    let (mut network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "📥 Внести пропозиції").await;
    assert_snapshot!(network.says(&oksana, "1. Дороги\n2. Школи\n\n• Лікарні").await, @"
    🤖 📥 Зібрано 3 ідеї. Надсилайте ще або завершіть.
       [✅ Готово, показати]
       [Скасувати внесення]
    ");
    assert_snapshot!(network.attaches(&oksana, FileKind::Photo, "").await, @"
    🤖 📥 Зібрано 4 ідеї. Можна написати підпис до останнього фото, надіслати ще або завершити.
       [✅ Готово, показати]
       [Скасувати внесення]
    ");
    network.restart().await;
    let worded = network.says(&oksana, "Міст між громадами").await;
    assert!(worded.contains("Зібрано 4 ідеї"), "the words are for the photo: {worded}");
    let album: Vec<_> = ["Дерево", "", "Дорога додому"].map(|words| (picture().into(), words)).into();
    oksana.attaches_captioned(&album);
    network.settle().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 📥 Альбом приймаю. Надсилайте ще або завершіть.
       [✅ Готово, показати]
       [Скасувати внесення]
    ");
    let more = network.says(&oksana, "дороги").await;
    assert!(more.contains("Зібрано 8 ідей"), "{more}");
    assert_snapshot!(network.presses(&oksana, "✅ Готово, показати").await, @"
    🤖 👀 Ідеї з повідомлень
    Ось що вдалося прочитати. Ще нічого не внесено.

    ❓ До збору: Що нас об’єднує?

    ✅ 6 нових пропозицій
    🟰 1 така сама (з них уже є в боті: 0) — не вноситиму
    🔎 1 схожа на іншу — внесу теж

    Наприклад:
    1. Дороги
    2. Школи
    3. Лікарні
       [✅ Внести 7 пропозицій]
       [❓ Інший збір]
       [🔎 Схожих не вносити]
       [🟰 Такі самі (1)] [🔎 Схожі (1)]
       [Скасувати внесення]
       [🏠 Меню]
    ");
    network.presses(&oksana, "✅ Внести 7 пропозицій").await;
    let all = published(&network, 1).await;
    assert_eq!(all, ["Дороги", "Школи", "Лікарні", "Міст між громадами", "Дерево", "", "Дорога додому"]);
    network.forges(&oksana, "pp.5").await;
    assert!(oksana.screen().contains("Дерево") && oksana.screen().contains("Внесено організаторами"));
    network.end().await;
}

#[tokio::test]
async fn what_is_no_idea_is_answered_kindly() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/desk").await;
    assert_snapshot!(network.presses(&oksana, "📥 Внести пропозиції").await, @"
    🤖 Пропозиції відповідають на якесь питання, тож спершу потрібен збір. Створіть його, а тоді повертайтеся сюди.
       [➕ Новий збір]
       [← До столу] [🏠 Меню]
    ");
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "📥 Внести пропозиції").await;
    let said = network.says(&oksana, "https://docs.google.com/spreadsheets/d/1").await;
    assert!(said.contains("Посилань я не відкриваю"), "{said}");
    let said = network.attaches(&oksana, FileKind::Voice, "").await;
    assert!(said.contains("Це прочитати не вийде"), "{said}");
    let said = network.attaches(&oksana, FileKind::Document, "").await;
    assert!(said.contains("не схоже на таблицю"), "a PDF: {said}");
    for (name, words) in [("ideas.xls", "старий формат Excel"), ("фото.JPG", "саме як фото")]
    {
        oksana.attaches(FileKind::Document, vec![1, 2, 3], name, "");
        network.settle().await;
        assert!(oksana.screen().contains(words), "{name}: {}", oksana.screen());
    }
    let said = network.says(&oksana, "\u{200B}\n \n").await;
    assert!(said.contains("жодного слова"), "{said}");
    assert_eq!(count(&network, "import").await, 0);

    // What was begun waits while something else is done, and can be given up.
    network.says(&oksana, "Дороги").await;
    let menu = network.says(&oksana, "/menu").await;
    assert!(menu.contains("[✍️"), "{menu}");
    network.says(&oksana, "/propose").await;
    network.says(&oksana, "Своя думка").await;
    network.presses(&oksana, "✅ Надіслати").await;
    network.says(&oksana, "/desk").await;
    let again = network.presses(&oksana, "📥 Внести пропозиції").await;
    assert!(again.contains("Зібрано 1 ідею"), "{again}");
    assert_snapshot!(network.presses(&oksana, "Скасувати внесення").await, @"
    🤖 Внесення скасовано, нічого не додано.
       [📥 Внести ще]
       [← До столу] [🏠 Меню]
    ");
    assert_eq!(toast(&oksana), "Внесення скасовано");
    assert_eq!(count(&network, "import").await, 0);
    assert_eq!(published(&network, 1).await, ["Своя думка"]);
    network.end().await;
}
