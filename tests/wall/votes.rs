//! A vote on the wall: how many have voted, and nothing more before it is counted and revealed.

use insta::assert_snapshot;

use super::{Viewer, said, scene, shows, sql, with_wall};

#[tokio::test]
async fn turnout_is_all_that_is_seen_before_the_result_is_counted_and_revealed() {
    let (network, oksana) = with_wall().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_vote(&oksana, "Пріоритетні напрями", "Дороги\nШколи\nВода", &[]).await;
    // An organizer who is too early reveals nothing.
    shows(&network, r#"{"result":1}"#).await;
    let mut viewer = Viewer::come(&network).await;
    assert_snapshot!(said(&viewer.frame().await["scene"]), @r#"
    {
      "count": "0 з 3",
      "kind": "turnout",
      "label": "Здано бюлетенів",
      "note": "Коли завершиться, оголосять організатори",
      "share": 0.0,
      "title": "Пріоритетні напрями"
    }
    "#);
    network.votes(&petro, &["⬜️ 1. Дороги", "⬜️ 2. Школи"]).await;
    let one = viewer.until("one ballot", |scene| scene["count"] == "1 з 3").await;
    assert!(!one.to_string().contains("Дороги"), "{one}");
    network.votes(&maria, &["⬜️ 2. Школи"]).await;
    viewer.until("two ballots", |scene| scene["count"] == "2 з 3").await;
    shows(&network, r#"{"turnout":1}"#).await;
    network.closes_vote(&oksana).await;
    let over = viewer.until("the end", |scene| scene["note"] == "Голосування завершено").await;
    assert_snapshot!(said(&over), @r#"
    {
      "count": "2 з 3",
      "kind": "turnout",
      "label": "Здано бюлетенів",
      "note": "Голосування завершено",
      "share": 0.6666666666666666,
      "title": "Пріоритетні напрями"
    }
    "#);
    sql(&network, &["update wall set lang = 'en'"]).await;
    let turnout = scene(&network, "the turnout", |scene| scene["label"] == "Ballots handed in").await;
    assert!(!turnout.to_string().contains("Дороги"), "not revealed: {turnout}");
    shows(&network, r#"{"result":1}"#).await;
    let result = viewer.until("the result", |scene| scene["kind"] == "result").await;
    assert_snapshot!(said(&result), @r#"
    {
      "heading": "Result of the vote",
      "kind": "result",
      "options": [
        {
          "label": "Школи",
          "leads": true,
          "mark": "Won",
          "share": 1.0,
          "value": "2 votes"
        },
        {
          "label": "Дороги",
          "leads": true,
          "mark": "Won",
          "share": 0.5,
          "value": "1 vote"
        },
        {
          "label": "Вода",
          "leads": false,
          "mark": null,
          "share": 0.0,
          "value": "0 votes"
        }
      ],
      "tie": null,
      "title": "Пріоритетні напрями",
      "turnout": "Turnout: 2 of 3 (66%)."
    }
    "#);
    for name in ["Оксана", "Петро", "Марія"] {
        assert!(!result.to_string().contains(name), "{name}");
    }
    network.end().await;
}

#[tokio::test]
async fn a_tie_is_named_and_what_cannot_be_counted_is_said() {
    let (network, oksana) = with_wall().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи", &[]).await;
    sql(&network, &["update vote set seats = 1"]).await;
    network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    network.votes(&maria, &["⬜️ 2. Школи"]).await;
    network.closes_vote(&oksana).await;
    shows(&network, r#"{"result":1}"#).await;
    let result = scene(&network, "the result", |scene| scene["kind"] == "result").await;
    assert_snapshot!(said(&result), @r#"
    {
      "heading": "Підсумок голосування",
      "kind": "result",
      "options": [
        {
          "label": "Дороги",
          "leads": false,
          "mark": "Нічия",
          "share": 0.5,
          "value": "1 голос"
        },
        {
          "label": "Школи",
          "leads": false,
          "mark": "Нічия",
          "share": 0.5,
          "value": "1 голос"
        }
      ],
      "tie": "Нічия за 1 місце: вирішать організатори",
      "title": "Напрями",
      "turnout": "Явка: 2 з 3 (66 %)."
    }
    "#);
    sql(&network, &["delete from vote_result", "update vote set stage = 'void'"]).await;
    let void = scene(&network, "what is void", |scene| scene["kind"] == "turnout").await;
    assert_snapshot!(said(&void), @r#"
    {
      "count": null,
      "kind": "turnout",
      "label": "Здано бюлетенів",
      "note": "Порахувати це голосування неможливо: на сервері втрачено його ключ",
      "share": 0.0,
      "title": "Напрями"
    }
    "#);
    network.end().await;
}
