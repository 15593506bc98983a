//! Pictures: only those that the wall shows, and only pictures.

use merezha::rehearsal::FileKind;

use super::{CODE, get, shows, sql, with_wall};
use crate::support::picture;

#[tokio::test]
async fn a_proposals_picture_is_served_while_the_wall_shows_it() {
    let (network, oksana) = with_wall().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&oksana, "/propose").await;
    network.attaches(&oksana, FileKind::Photo, "Міст").await;
    network.presses(&oksana, "✅ Надіслати").await;
    let photo = async || get(&network, &format!("/wall/{CODE}/photo/1")).await;
    assert_eq!(photo().await.status(), 404, "the wall shows the title");
    shows(&network, r#"{"proposals":1}"#).await;
    let served = photo().await;
    assert_eq!(served.status(), 200);
    assert_eq!(served.headers()["content-type"], "image/png");
    assert_eq!(served.headers()["cache-control"], "no-store");
    assert_eq!(served.bytes().await.expect("read"), picture());
    let before = network.telegram.count("getFile");
    let (one, two, three) = tokio::join!(photo(), photo(), photo());
    assert!([one, two, three].iter().all(|answer| answer.status() == 200));
    assert_eq!(network.telegram.count("getFile"), before, "it was kept");
    sql(&network, &["update proposal set state = 'withdrawn'"]).await;
    assert_eq!(photo().await.status(), 404, "withdrawn");
    network.end().await;
}

#[tokio::test]
async fn a_gallerys_pictures_are_served_and_nothing_that_is_none() {
    let (network, oksana) = with_wall().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&oksana, "/propose").await;
    network.attaches(&oksana, FileKind::Photo, "Міст").await;
    network.presses(&oksana, "✅ Надіслати").await;
    // What only looks like a photo, as a modified phone may send it.
    let page = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".as_bytes().to_vec();
    oksana
        .try_attaches(FileKind::Document, page.into(), "a.png", Some("image/png".into()), "")
        .expect("sent");
    network.settle().await;
    let document = network.telegram.with(|world| {
        let chat = world.chat(oksana.id()).expect("a chat");
        let found = chat.iter().rev().find_map(|message| message.document.clone());
        found.expect("a document").file_id
    });
    sql(&network, &[
        "insert into session_photo (session_id, person_id, file, added_at) select 1, 1, photo, 0 from proposal",
        &format!("insert into session_photo (session_id, person_id, file, added_at) values (1, 1, '{document}', 0)"),
        "insert into session_photo (session_id, person_id, file, added_at) values (1, 1, 'unknown', 0)",
        "update wall set scene = '\"gallery\"'",
    ])
    .await;
    let status = async |name: &str| get(&network, &format!("/wall/{CODE}/photo/{name}")).await.status();
    assert_eq!(status("1").await, 200);
    assert_eq!(status("2").await, 404, "no picture");
    assert_eq!(status("3").await, 404, "Telegram does not know it");
    for name in ["01", "4", "-1", "1/", "1%20", ""] {
        assert_eq!(status(name).await, 404, "{name}");
    }
    network.end().await;
}

#[tokio::test]
async fn viewers_who_come_together_cost_one_download_and_a_failure_is_not_repeated_at_once() {
    let (network, oksana) = with_wall().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&oksana, "/propose").await;
    network.attaches(&oksana, FileKind::Photo, "Міст").await;
    network.presses(&oksana, "✅ Надіслати").await;
    shows(&network, r#"{"proposals":null}"#).await;
    let path = format!("/wall/{CODE}/photo/1");
    let before = network.telegram.count("getFile");
    let many = futures::future::join_all((0..20).map(|_| get(&network, &path))).await;
    assert!(many.iter().all(|answer| answer.status() == 200));
    assert_eq!(network.telegram.count("getFile"), before + 1);
    sql(
        &network,
        &["insert into session_photo (session_id, person_id, file, added_at) values (1, 1, 'unknown', 0)"],
    )
    .await;
    shows(&network, r#""gallery""#).await;
    let before = network.telegram.count("getFile");
    for _ in 0..5 {
        assert_eq!(get(&network, &path).await.status(), 404);
    }
    assert_eq!(network.telegram.count("getFile"), before + 1);
    network.end().await;
}
