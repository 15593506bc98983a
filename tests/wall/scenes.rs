//! What each scene says, in both languages, and how it changes under the eyes of those who look.

use insta::assert_snapshot;

use super::{Viewer, put_up, said, scene, shows, sql, with_wall};
use crate::support::Network;

#[tokio::test]
async fn a_wall_begins_with_the_title() {
    let (network, _oksana) = with_wall().await;
    let frame = Viewer::come(&network).await.frame().await;
    assert_snapshot!(serde_json::to_string_pretty(&frame).expect("a text"), @r#"
    {
      "bot": "t.me/rehearsal_bot",
      "gone": "Цю сторінку закрито. Якщо вона ще потрібна, попросіть в організаторів нове посилання.",
      "lang": "uk",
      "lost": "Зв’язок перервався, пробуємо ще раз…",
      "scene": {
        "kind": "title",
        "note": "Долучитися можна й онлайн",
        "place": "Київ, Хрещатик 1",
        "title": "Друга сесія",
        "when": "5 лютого, 10:00–18:00"
      },
      "session": "Друга сесія"
    }
    "#);
    sql(&network, &["update wall set lang = 'en'", "update session set cancelled_at = 1"]).await;
    assert_snapshot!(said(&scene(&network, "the cancelled session", |scene| scene["note"] == "The session was called off").await), @r#"
    {
      "kind": "title",
      "note": "The session was called off",
      "place": "Київ, Хрещатик 1",
      "title": "Друга сесія",
      "when": "5 February, 10:00–18:00"
    }
    "#);
    network.end().await;
}

#[tokio::test]
async fn people_join_by_the_wall_and_are_counted_at_once() {
    let (network, oksana) = with_wall().await;
    let code = network.invitation(&oksana).await;
    sql(&network, &["update wall set scene = '\"join\"', invite_id = 1"]).await;
    let mut viewer = Viewer::come(&network).await;
    assert_snapshot!(said(&viewer.frame().await["scene"]), @r#"
    {
      "address": "t.me/rehearsal_bot?start=КОД",
      "code": {
        "path": "…",
        "side": 41
      },
      "count": 1,
      "heading": "Приєднуйтеся до Мережі",
      "how": "Наведіть камеру телефона на код або відкрийте:",
      "kind": "join",
      "label": "людина вже в Мережі"
    }
    "#);
    network.joins(&code, "Петро", "Влада", "Донеччина").await;
    let grown = viewer.until("the second person", |scene| scene["count"] == 2).await;
    assert_eq!(grown["label"], "людини вже в Мережі");
    sql(&network, &["update invite set revoked_at = 1"]).await;
    let over = viewer.until("the end of the invitation", |scene| scene["code"].is_null()).await;
    assert_snapshot!(said(&over), @r#"
    {
      "address": null,
      "code": null,
      "count": 2,
      "heading": "Це запрошення вже не діє",
      "how": "Попросіть, будь ласка, в організаторів нове.",
      "kind": "join",
      "label": "людини вже в Мережі"
    }
    "#);
    sql(&network, &["update wall set lang = 'en', invite_id = null"]).await;
    assert_snapshot!(said(&scene(&network, "no invitation", |scene| scene["heading"] == "This invitation no longer works").await), @r#"
    {
      "address": null,
      "code": null,
      "count": 2,
      "heading": "This invitation no longer works",
      "how": "Please ask the organizers for a new one.",
      "kind": "join",
      "label": "people have joined"
    }
    "#);
    network.end().await;
}

#[tokio::test]
async fn proposals_flow_in_and_out_without_names() {
    let (network, oksana) = with_wall().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    shows(&network, r#"{"proposals":1}"#).await;
    let mut viewer = Viewer::come(&network).await;
    assert_snapshot!(said(&viewer.frame().await["scene"]), @r#"
    {
      "cards": [],
      "count": 0,
      "empty": "Пропозицій ще немає. Перша може бути вашою!",
      "heading": "Що нас об’єднує?",
      "kind": "proposals",
      "label": "пропозицій"
    }
    "#);
    network.proposes(&petro, "Спільний <b>календар</b>\nподій").await;
    network.proposes(&oksana, "Міст через річку").await;
    let two = viewer.until("two proposals", |scene| scene["count"] == 2).await;
    assert_snapshot!(said(&two), @r#"
    {
      "cards": [
        {
          "id": 2,
          "number": "№2",
          "picture": null,
          "words": "Міст через річку"
        },
        {
          "id": 1,
          "number": "№1",
          "picture": null,
          "words": "Спільний <b>календар</b> подій"
        }
      ],
      "count": 2,
      "empty": "Пропозицій ще немає. Перша може бути вашою!",
      "heading": "Що нас об’єднує?",
      "kind": "proposals",
      "label": "пропозиції"
    }
    "#);
    sql(&network, &["update proposal set state = 'withdrawn' where id = 1"]).await;
    let one = viewer.until("one proposal", |scene| scene["count"] == 1).await;
    assert_eq!(one["cards"][0]["id"], 2);
    shows(&network, r#"{"proposals":null}"#).await;
    let all = viewer.until("all proposals", |scene| scene["heading"] == "Пропозиції").await;
    assert!(!all.to_string().contains("Петро"));
    shows(&network, r#"{"proposals":7}"#).await;
    assert_snapshot!(said(&viewer.frame().await["scene"]), @r#"
    {
      "kind": "missing",
      "words": "Того, що тут показували, вже немає."
    }
    "#);
    network.end().await;
}

#[tokio::test]
async fn a_poll_is_counted_live_unless_its_counts_are_hidden() {
    let (network, oksana) = with_wall().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    shows(&network, r#"{"poll":1}"#).await;
    let mut viewer = Viewer::come(&network).await;
    viewer.frame().await;
    network.presses(&petro, "Так").await;
    let one = viewer.until("one answer", |scene| scene["answers"][0]["share"] == 1.0).await;
    assert_snapshot!(said(&one), @r#"
    {
      "address": "t.me/rehearsal_bot?start=КОД-1",
      "answers": [
        {
          "label": "Так",
          "leads": true,
          "mark": null,
          "share": 1.0,
          "value": "1 (100 %)"
        },
        {
          "label": "Ні",
          "leads": false,
          "mark": null,
          "share": 0.0,
          "value": "0 (0 %)"
        }
      ],
      "code": {
        "path": "…",
        "side": 37
      },
      "counted": true,
      "how": "Відповідайте з телефона",
      "kind": "poll",
      "notes": [],
      "over": false,
      "people": "Відповіла 1 людина",
      "question": "Прийдете?"
    }
    "#);
    network.presses(&maria, "Ні").await;
    viewer.until("two answers", |scene| scene["answers"][1]["share"] == 0.5).await;
    sql(&network, &["update poll set hidden = 1", "update wall set lang = 'en'"]).await;
    let hidden = viewer.until("nothing to see", |scene| scene["counted"] == false).await;
    assert_snapshot!(said(&hidden), @r#"
    {
      "address": "t.me/rehearsal_bot?start=КОД-1",
      "answers": [
        {
          "label": "Так",
          "leads": false,
          "mark": null,
          "share": 0.0,
          "value": ""
        },
        {
          "label": "Ні",
          "leads": false,
          "mark": null,
          "share": 0.0,
          "value": ""
        }
      ],
      "code": {
        "path": "…",
        "side": 37
      },
      "counted": false,
      "how": "Answer from your phone",
      "kind": "poll",
      "notes": [
        "We will see the result when the poll ends"
      ],
      "over": false,
      "people": "2 people answered",
      "question": "Прийдете?"
    }
    "#);
    // Its time comes, without a commit.
    sql(&network, &["update poll set closes_at = 1738404060000"]).await;
    viewer.until("its end", |scene| scene["notes"].to_string().contains("Open until")).await;
    network.clock.forward(std::time::Duration::from_secs(60));
    let over = viewer.until("that it is over", |scene| scene["over"] == true).await;
    assert_snapshot!(said(&over), @r#"
    {
      "address": null,
      "answers": [
        {
          "label": "Так",
          "leads": true,
          "mark": null,
          "share": 0.5,
          "value": "1 (50%)"
        },
        {
          "label": "Ні",
          "leads": true,
          "mark": null,
          "share": 0.5,
          "value": "1 (50%)"
        }
      ],
      "code": null,
      "counted": true,
      "how": "Answer from your phone",
      "kind": "poll",
      "notes": [
        "The poll is over"
      ],
      "over": true,
      "people": "2 people answered",
      "question": "Прийдете?"
    }
    "#);
    network.end().await;
}

#[tokio::test]
async fn groups_stand_beside_one_another_only_where_they_are_large_enough() {
    let (network, oksana) = with_wall().await;
    network.opens_call(&oksana, "Що варто робити?").await;
    network.proposes(&oksana, "Спільна рада").await;
    network.proposes(&oksana, "Спільний кордон").await;
    shows(&network, r#"{"unity":"sector"}"#).await;
    let early = scene(&network, "groups", |scene| scene["kind"] == "unity").await;
    assert_snapshot!(said(&early), @r#"
    {
      "columns": [],
      "heading": "Що нас об’єднує і що роз’єднує: за секторами",
      "kind": "unity",
      "note": "Ще зарано порівнювати. Потрібні хоча б дві групи, у кожній з яких своє ставлення висловили щонайменше 5 людей: так за сумами нікого не впізнати."
    }
    "#);
    sql(&network, &[
        "with recursive n (id) as (select 101 union all select id + 1 from n where id < 116)
         insert into person (id, telegram_id, lang, name, sector_id, region_id, joined_at, seen_at)
         select id, id, 'uk', 'Учасниця ' || id, case when id > 114 then 3 else 1 + id % 2 end, 4, 0, 0 from n",
        // All agree with the first one; the authorities do not agree with the second.
        "insert into stance select 1, id, 1 from person where id > 100",
        "insert into stance select 2, id, case sector_id when 1 then -1 else 1 end from person where id > 100",
    ])
    .await;
    sql(&network, &["update wall set scene = '{\"unity\":\"region\"}'"]).await;
    let regions = scene(&network, "regions", |scene| scene["heading"].to_string().contains("регіон")).await;
    assert_eq!(regions["columns"].as_array().map(Vec::len), Some(0), "all are of one region");
    network.end().await;

    let (mut network, _) = Network::start().await;
    put_up(&network, "en").await;
    sql(&network, &[
        "insert into call (id, question, opened_at) values (1, 'Що варто робити?', 0)",
        "insert into proposal (id, call_id, words, handed_in_at) values (1, 1, 'Спільна рада', 0), (2, 1, 'Спільний кордон', 0)",
        "with recursive n (id) as (select 101 union all select id + 1 from n where id < 116)
         insert into person (id, telegram_id, lang, name, sector_id, region_id, joined_at, seen_at)
         select id, id, 'uk', 'Учасниця ' || id, case when id > 114 then 3 else 1 + id % 2 end, 4, 0, 0 from n",
        "insert into stance select 1, id, 1 from person where id > 100",
        "insert into stance select 2, id, case sector_id when 1 then -1 else 1 end from person where id > 100",
        "update wall set scene = '{\"unity\":\"sector\"}'",
    ])
    .await;
    let shown = scene(&network, "both sides", |scene| scene["columns"][1].is_object()).await;
    assert_snapshot!(said(&shown), @r#"
    {
      "columns": [
        {
          "empty": "No proposal has gathered enough agreement yet.",
          "heading": "Unites",
          "items": [
            {
              "groups": [
                {
                  "label": "Civil society",
                  "leads": false,
                  "mark": null,
                  "share": 0.8888888888888888,
                  "value": "89%"
                },
                {
                  "label": "other groups together",
                  "leads": false,
                  "mark": null,
                  "share": 0.9090909090909092,
                  "value": "91%"
                }
              ],
              "number": "No. 1",
              "words": "Спільна рада"
            }
          ]
        },
        {
          "empty": "No proposal divides the groups yet.",
          "heading": "Divides",
          "items": [
            {
              "groups": [
                {
                  "label": "Civil society",
                  "leads": false,
                  "mark": null,
                  "share": 0.8888888888888888,
                  "value": "89%"
                },
                {
                  "label": "other groups together",
                  "leads": false,
                  "mark": null,
                  "share": 0.2727272727272727,
                  "value": "27%"
                }
              ],
              "number": "No. 2",
              "words": "Спільний кордон"
            }
          ]
        }
      ],
      "heading": "What unites and what divides us: by sector",
      "kind": "unity",
      "note": "The percentage says how likely each group is to agree"
    }
    "#);
    network.set("MEREZHA_SMALL_GROUP", "10");
    network.restart().await;
    let hidden = scene(&network, "groups", |scene| scene["kind"] == "unity").await;
    assert_eq!(hidden["columns"].as_array().map(Vec::len), Some(0), "groups of seven are too small");
    network.end().await;
}

#[tokio::test]
async fn pictures_are_listed_with_their_words_and_without_names() {
    let (network, _oksana) = with_wall().await;
    shows(&network, r#""gallery""#).await;
    assert_snapshot!(said(&scene(&network, "the gallery", |scene| scene["kind"] == "gallery").await), @r#"
    {
      "empty": "Тут з’являться малюнки й світлини із сесії",
      "heading": "Галерея сесії",
      "kind": "gallery",
      "pictures": []
    }
    "#);
    sql(&network, &[
        "insert into session_photo (session_id, person_id, file, words, added_at) values (1, 1, 'one', 'Модель', 0), (1, 1, 'two', null, 0)",
        "update wall set lang = 'en'",
    ])
    .await;
    assert_snapshot!(said(&scene(&network, "two pictures", |scene| scene["pictures"][1].is_object()).await), @r#"
    {
      "empty": "Drawings and photos of the session will appear here",
      "heading": "The session’s gallery",
      "kind": "gallery",
      "pictures": [
        {
          "name": "2",
          "words": ""
        },
        {
          "name": "1",
          "words": "Модель"
        }
      ]
    }
    "#);
    network.end().await;
}
