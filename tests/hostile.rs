//! What people type is never markup, breaks no screen, and is never refused by Telegram.
//!
//! `settle` holds the last: after every step Telegram has refused nothing.

use merezha::rehearsal::{FileKind, Kind, Person};

use crate::support::{Network, shown};

/// Things that break careless bots, each as somebody's words.
fn hostile() -> Vec<String> {
    vec![
        "<b>жирно</b> & <a href=\"https://evil.example\">тут</a>".into(),
        "</b></i></blockquote>&lt;&#60;&".into(),
        "\"лапки\" 'апостроф’и' `код` *зірки* _риски_ [посилання](https://evil.example)".into(),
        format!("З{}алго", "\u{0337}\u{0321}\u{0489}".repeat(60)),
        "\u{202E}перевернуто\u{202C} \u{2066}ізоляція\u{2069}".into(),
        "👩‍👩‍👧‍👦🇺🇦👍🏽".repeat(4),
        "{ $count } { -term } %s {{x}} \\n \\u0000".into(),
        "'; drop table person; --".into(),
    ]
}

/// Everything the bot shows is marked up by us alone: bold, italic, and what Telegram finds by itself.
fn assert_unharmed(person: &Person) {
    for message in person.messages().iter().filter(|m| m.from.is_bot) {
        let text = message.text.as_ref().or(message.caption.as_ref()).map(String::as_str).unwrap_or_default();
        for entity in message.entities.iter().chain(&message.caption_entities) {
            // Receipts, check sums and commands of ours are shown as code; nobody's words are.
            let coded = || {
                let units = text.encode_utf16().skip(entity.offset as usize).take(entity.length as usize);
                String::from_utf16_lossy(&units.collect::<Vec<_>>())
            };
            let is_ours =
                |code: &str| code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == ' ');
            let ours = entity.kind == Kind::Code && is_ours(&coded())
                || matches!(
                    entity.kind,
                    Kind::Bold
                        | Kind::Italic
                        | Kind::Url
                        | Kind::Mention
                        | Kind::BotCommand
                        | Kind::Email
                        | Kind::Hashtag
                );
            assert!(ours, "{:?} in {:?}", entity.kind, message.text);
        }
        assert!(!text.contains(['\u{202E}', '\u{2066}']), "turned around: {text}");
        assert!(!text.contains("&lt;b") && !text.contains("&quot;"), "escaped twice: {text}");
    }
}

#[tokio::test]
async fn names_questions_and_proposals_stay_words() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    for words in hostile() {
        let short: String = words.chars().take(60).collect();
        let person = network.newcomer(&short, "uk");
        person.follows_link(&code);
        network.settle().await;
        network.says(&person, &short.chars().take(30).collect::<String>()).await;
        network.presses(&person, "Пропустити").await;
        network.presses(&person, "Пропустити").await;
        network.says(&person, "/settings").await;
        network.opens_call(&oksana, &words).await;
        network.presses(&person, "💡 Подати пропозицію").await;
        network.says(&person, &words).await;
        network.presses(&person, "✅ Надіслати").await;
        network.says(&person, "/mine").await;
        let number =
            person.newest().and_then(|m| m.buttons().next().map(|b| b.text.clone())).expect("a number");
        network.presses(&person, &number).await;
        network.presses(&person, "✏️ Змінити").await;
        network.attaches(&person, FileKind::Photo, &words).await;
        network.presses(&person, "✅ Зберегти").await;
        network.says(&person, "/menu").await;
        network.presses(&person, "✉️ Лист організаторам").await;
        network.says(&person, "Лист").await;
        network.presses(&person, "✉️ Надіслати").await;
        network.presses(&oksana, "↩️ Відповісти").await;
        network.says(&oksana, "/cancel").await;
        network.says(&oksana, "/desk").await;
        network.presses(&oksana, "❓ Збори пропозицій").await;
        let close = oksana.newest().expect("calls");
        let close = close.buttons().find(|b| b.text.starts_with("🔒")).expect("a call").text.clone();
        network.presses(&oksana, &close).await;
        network.presses(&oksana, "Так, закрити").await;
        network.says(&person, "/proposals").await;
        assert_unharmed(&person);
    }
    assert!(oksana.transcript().contains("<b>жирно</b>"), "it is shown as it was typed");
    assert_unharmed(&oksana);
    network.end().await;
}

#[tokio::test]
async fn titles_options_and_labels_stay_words() {
    let (network, oksana) = Network::start().await;
    let options =
        hostile().iter().map(|w| w.chars().take(90).collect::<String>()).collect::<Vec<_>>().join("\n");
    for words in hostile() {
        network.opens_vote(&oksana, &words, &options, &[]).await;
        network.presses(&oksana, "🗳 Голосувати").await;
        let ballot = oksana.newest().expect("a ballot");
        let option = ballot.buttons().next().expect("an option").text.clone();
        network.presses(&oksana, &option).await;
        network.presses(&oksana, "📥 Здати бюлетень").await;
        network.presses(&oksana, "👀 Мій вибір").await;
        network.closes_vote(&oksana).await;
        network.says(&oksana, "/poll").await;
        network.says(&oksana, &format!("{words}\n{options}")).await;
        network.presses(&oksana, "📣 Надіслати всім").await;
        let card = oksana.newest().expect("a poll");
        network.presses(&oksana, &card.buttons().next().expect("an answer").text.clone()).await;
        network.tick().await;
        network.says(&oksana, "/desk").await;
        network.presses(&oksana, "🏛 Сектори").await;
        network.presses(&oksana, "➕ Додати").await;
        network.says(&oksana, &words.chars().take(30).collect::<String>()).await;
        network.says(&oksana, "/cancel").await;
    }
    network.says(&oksana, "/vote").await;
    network.says(&oksana, "/polls").await;
    assert_unharmed(&oksana);
    network.end().await;
}

#[tokio::test]
async fn the_longest_of_everything_fits() {
    let (network, oksana) = Network::start().await;
    let wide = |units: usize| "👍".repeat(units / 2);
    let options: Vec<String> = (0..20).map(|n| format!("{n:02}{}", "&".repeat(98))).collect();
    network.makes_vote(&oksana, &"<".repeat(200), &options.join("\n")).await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.presses(&oksana, "🗳 Голосувати").await;
    let option = oksana.newest().expect("a ballot").buttons().next().expect("an option").text.clone();
    network.presses(&oksana, &option).await;
    network.presses(&oksana, "📥 Здати бюлетень").await;
    network.closes_vote(&oksana).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, &format!("{}\n{}", wide(300), options[..10].join("\n"))).await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    for n in 0..8 {
        network.opens_call(&oksana, &format!("{n}{}", wide(298))).await;
    }
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "❓ Збори пропозицій").await;
    network.says(&oksana, "/propose").await;
    for n in 0..5 {
        network.forges(&oksana, "p.1").await;
        network.says(&oksana, &format!("{n}{}", wide(1998))).await;
        network.presses(&oksana, "✅ Надіслати").await;
    }
    network.says(&oksana, "/proposals").await;
    network.presses(&oksana, "№1").await;
    // 4,096 emoji are two messages of a phone's; each is offered back, announced, passed on.
    network.says(&oksana, "/announce").await;
    network.says(&oksana, &wide(4096)).await;
    network.presses(&oksana, "👥 Усім (1)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert_eq!(shown(&oksana, "👍👍👍").text.as_ref().map(|t| t.encode_utf16().count()), Some(4096));
    network.says(&oksana, &wide(4096)).await;
    network.presses(&oksana, "✉️ Передати організаторам").await;
    network.says(&oksana, &"👍".repeat(4096)).await;
    network.end().await;
}

#[tokio::test]
async fn cards_and_what_unites_hold_anything() {
    let (network, oksana) = Network::start_with(&[("MEREZHA_SMALL_GROUP", "1")]).await;
    network.says(&oksana, "/desk").await;
    let mut labels: Vec<String> = hostile().iter().map(|words| words.chars().take(30).collect()).collect();
    labels.extend((0..8).map(|n| format!("{n}{}", "&".repeat(39))));
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "🏛 Сектори").await;
    for label in &labels {
        network.presses(&oksana, "➕ Додати").await;
        network.says(&oksana, label).await;
    }
    network.opens_call(&oksana, &"<".repeat(300)).await;
    for words in hostile().into_iter().chain(["👍".repeat(1000), "&".repeat(2000)]) {
        network.proposes(&oksana, &words).await;
    }
    let code = network.invitation(&oksana).await;
    // One of every sector: as many groups as there can be, each with the longest name.
    for sector in 1..=16 {
        let person = network.newcomer("Хтось", "uk");
        person.follows_link(&code);
        network.settle().await;
        network.presses(&person, "Як у Telegram: Хтось").await;
        network.forges(&person, &format!("jb.s.{}", 6 + sector)).await;
        let mut screen = network.says(&person, "/stances").await;
        while screen.contains("Картка") {
            let button = ["👍 Згода", "👎 Не згода"][sector % 2];
            screen = network.presses(&person, button).await;
        }
        if sector < 16 {
            continue;
        }
        network.says(&person, "/stances").await;
        network.presses(&person, "🗂 Мої ставлення").await;
        network.forges(&person, "wp.10.0").await;
        for ranking in ["u", "d", "s"] {
            for page in 0..6 {
                network.forges(&person, &format!("u.{ranking}.s.{page}")).await;
                assert!(person.screen().contains("За секторами"), "{}", person.screen());
            }
        }
        network.forges(&person, "ui.s").await;
        assert_unharmed(&person);
    }
    network.forges(&oksana, "ux.s").await;
    network.end().await;
}

#[tokio::test]
async fn a_name_that_cannot_be_shown_is_not_offered() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    for name in ["\u{202E}\u{200B}", &"🫠".repeat(60), "\u{3164}"] {
        let person = network.newcomer(name, "uk");
        person.follows_link(&code);
        network.settle().await;
        network.forges(&person, "jn").await;
        let asked = network.says(&person, "/start").await;
        assert!(asked.contains("звертатися") || asked.contains("🏠 Мережа"), "{asked}");
        let stranger = network.newcomer(name, "uk");
        network.says(&stranger, "/start").await;
        network.presses(&stranger, "🙋 Попроситися в Мережу").await;
        network.presses(&oksana, "✅ Пустити").await;
        network.forges(&stranger, "jn").await;
    }
    network.end().await;
}
