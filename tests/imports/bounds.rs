//! What Telegram does not hand over, and what is too much.

use std::time::Duration;

use merezha::rehearsal::{FileKind, Trouble};

use super::{published, sends, workbook};
use crate::support::{Network, until};

#[tokio::test]
async fn what_cannot_be_fetched_is_said_and_can_be_tried_again() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.telegram.fault("getFile", None, 3, Trouble::ServerError);
    let said = sends(&network, &oksana, "ідеї.csv", "Міст".as_bytes()).await;
    assert!(said.contains("Telegram зараз не віддає цього файлу"), "{said}");
    network.telegram.no_more_faults();
    let again = network.presses(&oksana, "🔁 Спробувати ще раз").await;
    assert!(again.contains("✅ 1 нова пропозиція"), "{again}");
    network.end().await;
}

#[tokio::test]
async fn a_slow_file_holds_nobody_up() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.telegram.fault("getFile", None, 1, Trouble::Delay(Duration::from_secs(2)));
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "📥 Внести пропозиції").await;
    oksana.attaches(FileKind::Document, "Міст".as_bytes().to_vec(), "ідеї.csv", "");
    until("it is said that the file is read", async || oksana.screen().contains("Отримую файл і читаю його"))
        .await;
    oksana.says("/menu");
    until("the menu comes meanwhile", async || oksana.screen().contains("💡 Подати пропозицію")).await;
    network.settle().await;
    let card = crate::support::shown(&oksana, "✅ 1 нова пропозиція");
    network.presses_on(&oksana, &card, "✅ Внести 1 пропозицію").await;
    assert_eq!(published(&network, 1).await, ["Міст"]);
    network.end().await;
}

#[tokio::test]
async fn what_is_too_much_is_refused_with_a_reason() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    bomb.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).expect("begun");
    std::io::Write::write_all(&mut bomb, &vec![b' '; 60_000_000]).expect("written");
    let bomb = bomb.finish().expect("ended").into_inner();
    let mut torn = workbook(&[&["Міст"], &["Дорога"]]);
    torn.truncate(torn.len() / 2);
    for (name, bytes, words) in [
        ("велика.csv", vec![b'a'; 6_000_000], "Файл завеликий: приймаю до 5 МБ"),
        ("величезна.csv", vec![b'a'; 21_000_000], "Файл завеликий: приймаю до 5 МБ"),
        ("бомба.xlsx", bomb, "розпаковується в надто багато даних"),
        ("рядки.csv", "Ідея номер\n".repeat(5_002).into_bytes(), "понад 5000 рядків"),
        ("порожня.csv", b"\r\n;;\r\n".to_vec(), "У файлі порожньо"),
        ("пароль.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "під паролем"),
        ("план.csv", b"%PDF-1.4\x00\x01\x02".to_vec(), "не схоже на таблицю"),
        ("надірвана.xlsx", torn, "не схоже на таблицю"),
    ] {
        let said = sends(&network, &oksana, name, &bytes).await;
        assert!(said.contains(words), "{name}: {said}");
        network.presses(&oksana, "Скасувати внесення").await;
    }
    assert_eq!(published(&network, 1).await.len(), 0);
    network.end().await;
}

#[tokio::test]
async fn five_thousand_rows_come_in_at_once() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    let rows: Vec<String> = (0..5_000).map(|at| format!("{}{at}", word(at))).collect();
    let csv = format!("Ідея\n{}", rows.join("\n"));
    let said = sends(&network, &oksana, "ідеї.csv", csv.as_bytes()).await;
    assert!(said.contains("5000 нових") || said.contains("5 000 нових"), "{said}");
    network.forges(&oksana, "im.y.1.3").await;
    assert_eq!(published(&network, 1).await, rows);
    network.end().await;
}

/// Letters that no two numbers share.
fn word(number: usize) -> String {
    let letter = |at: usize| char::from_u32(0x430 + ((number * 7919) >> (at * 4)) as u32 % 32).unwrap_or('а');
    (0..6).map(letter).collect()
}
