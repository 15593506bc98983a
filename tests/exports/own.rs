//! Everybody's own data.

use serde_json::json;

use super::file;
use crate::support::{Network, toast};

#[tokio::test]
async fn everyone_gets_what_is_kept_of_them_and_of_nobody_else() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&petro, "<script>Річка</script> & \"міст\"").await;
    network.proposes(&maria, "Таємниця Марії").await;
    network.forges(&petro, "wc.2.a").await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Коли зустрітися?\nРанок\nВечір").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.presses(&petro, "Вечір").await;
    network.opens_vote(&oksana, "Пріоритети", "Дороги\nШколи", &[]).await;
    network.votes(&petro, &["⬜️ 2. Школи"]).await;
    network.says(&petro, "/cancel").await;
    network.says(&petro, "Лист із\u{202E} хитрощами \u{7}").await;
    network.presses(&petro, "✉️ Передати організаторам").await;

    network.says(&petro, "/settings").await;
    network.presses(&petro, "📥 Мої дані файлом").await;
    assert_eq!(toast(&petro), "⏳ Готую файл. Надішлю сюди, щойно буде готовий.");
    assert!(petro.screen().contains("Те саме для програм."), "{}", petro.screen());
    let (_, _, json) = file(&network, &petro, ".json").await;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!((&json["format"], &json["version"]), (&json!("merezha-mydata"), &json!(1)));
    let me = &json["person"];
    assert_eq!(
        (&me["name"], &me["sector"], &me["region"]),
        (&json!("Петро"), &json!("Влада"), &json!("Донеччина"))
    );
    assert_eq!((&me["language"], &me["quiet_hours"]), (&json!("uk"), &json!([22, 8])));
    assert_eq!(me["joined_at"], "2025-02-01T12:00");
    assert_eq!(
        json["proposals"],
        json!([{
            "number": 1,
            "call": "Що нас об’єднує?",
            "words": "<script>Річка</script> & \"міст\"",
            "photo": false,
            "withdrawn": false,
            "stage": "open",
            "direction": null,
            "steps": [],
            "handed_in_at": "2025-02-01T12:00",
            "edited_at": null,
        }])
    );
    assert_eq!(json["stances"], json!([{ "proposal": 2, "stance": "agree" }]));
    assert_eq!(json["polls"], json!([{ "question": "Коли зустрітися?", "answers": ["Вечір"] }]));
    let vote = &json["votes"][0];
    assert_eq!(
        (&vote["title"], &vote["voted"], &vote["choice"]),
        (&json!("Пріоритети"), &json!(true), &json!(null))
    );
    assert_eq!(json["letters"].as_array().map(Vec::len), Some(1));
    let (_, _, html) = file(&network, &petro, ".html").await;
    let html = String::from_utf8(html).expect("UTF-8");
    assert!(html.contains("&lt;script&gt;Річка&lt;/script&gt; &amp; &quot;міст&quot;"), "{html}");
    assert!(!html.contains("<script") && !html.contains('\u{7}'));
    for foreign in ["Таємниця", "Марія", "Оксана"] {
        assert!(!html.contains(foreign) && !json.to_string().contains(foreign), "{foreign}");
    }
    assert!(!json.to_string().contains("Школи"), "a ballot is in no file");
    let again = network.says(&petro, "/mydata").await;
    assert!(again.contains("Цей файл щойно надіслано."), "{again}");
    network.end().await;
}

#[tokio::test]
async fn the_choice_of_an_open_vote_is_there_once_it_is_public() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_vote(&oksana, "Пріоритети", "Дороги\nШколи", &["👁 Відкрите"]).await;
    network.votes(&petro, &["⬜️ 2. Школи"]).await;
    network.closes_vote(&oksana).await;
    network.says(&petro, "/mydata").await;
    let (_, _, json) = file(&network, &petro, ".json").await;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(json["votes"][0]["choice"], json!([["Школи", 1]]));
    network.end().await;
}

#[tokio::test]
async fn a_session_is_there_too() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/newsession").await;
    network.says(&oksana, "Друга сесія").await;
    network.says(&oksana, "5 лютого 10:00–18:00").await;
    network.says(&oksana, "Київ").await;
    network.presses(&oksana, "📣 Оголосити").await;
    network.says(&oksana, "/mydata").await;
    let (_, _, html) = file(&network, &oksana, ".html").await;
    let html = String::from_utf8(html).expect("UTF-8");
    assert!(html.contains("Друга сесія") && html.contains("2025-02-05 10:00"), "{html}");
    network.end().await;
}
