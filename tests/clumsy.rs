//! People with one thumb and a bad connection: wrong input, old buttons, presses twice, out of order.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use crate::support::{Network, data, shown, toast};

#[tokio::test]
async fn cancel_works_everywhere() {
    let (mut network, oksana) = Network::start().await;
    let nothing = network.says(&oksana, "/cancel").await;
    assert_snapshot!(nothing, @r"
    🤖 Зараз нічого скасовувати.
       [🏠 Меню]
    ");
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    let begun: [&[&str]; 6] = [&["/propose"], &["/newcall"], &["/newvote"], &["/poll"], &["/announce"], &[]];
    for steps in begun {
        for words in steps.iter().chain(&["Дещо"]) {
            network.says(&oksana, words).await;
        }
        let cancelled = network.says(&oksana, "/cancel").await;
        assert!(
            cancelled.contains("Скасовано.") || cancelled.contains("нічого не надіслано"),
            "{steps:?}: {cancelled}"
        );
        let idle = network.says(&oksana, "/cancel").await;
        assert_eq!(idle, nothing, "{steps:?} is over");
    }
    network.says(&oksana, "/settings").await;
    network.presses(&oksana, "✏️ Змінити ім’я").await;
    network.presses(&oksana, "Скасувати").await;
    assert_eq!(toast(&oksana), "Скасовано");
    assert!(network.says(&oksana, "Оксанка").await.contains("Що з цим зробити?"));
    let stranger = network.newcomer("Хтось", "uk");
    assert!(network.says(&stranger, "/cancel").await.contains("Зараз нічого скасовувати."));
    let door = network.presses(&stranger, "🏠 Меню").await;
    assert!(door.contains("Попроситися"), "{door}");
    network.stop().await;
    network.end().await;
}

#[tokio::test]
async fn a_command_in_the_middle_of_something_loses_nothing() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&petro, "/propose").await;
    network.says(&petro, "Річка").await;
    network.says(&petro, "/help").await;
    network.says(&petro, "/vote").await;
    network.presses(&petro, "🏠 Меню").await;
    let menu = petro.screen();
    assert_snapshot!(menu, @r"
    🤖 🏠 Мережа
    Зараз на вас нічого не чекає. Є ідея? Подайте пропозицію!
       [✍️ Продовжити розпочате]
       [💡 Подати пропозицію]
       [🗳 Голосування] [📊 Опитування]
       [📋 Усі пропозиції] [🗂 Мої пропозиції]
       [⚖️ Ставлення до пропозицій]
       [📅 Сесії]
       [✉️ Лист організаторам]
       [⚙️ Налаштування] [❔ Довідка]
    ");
    let preview = network.presses(&petro, "✍️ Продовжити розпочате").await;
    assert!(preview.contains("Річка"), "{preview}");
    network.presses(&petro, "✅ Надіслати").await;
    network.end().await;
}

#[tokio::test]
async fn a_draft_waits_while_another_is_written_and_over_a_restart() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&petro, "/propose").await;
    network.says(&petro, "Річка").await;
    network.says(&petro, "/menu").await;
    network.presses(&petro, "✉️ Лист організаторам").await;
    network.says(&petro, "А коли наступна сесія?").await;
    let before = petro.transcript();
    network.restart().await;
    network.settle().await;
    assert_eq!(petro.transcript(), before, "who has had their answer is not disturbed");
    network.presses(&petro, "✉️ Надіслати").await;
    assert!(oksana.screen().contains("А коли наступна сесія?"), "{}", oksana.screen());
    let menu = network.presses(&petro, "🏠 Меню").await;
    assert!(menu.contains("✍️ Продовжити розпочате"), "the proposal comes back: {menu}");
    network.presses(&petro, "✍️ Продовжити розпочате").await;
    let handed_in = network.presses(&petro, "✅ Надіслати").await;
    assert!(handed_in.contains("№1"), "{handed_in}");
    let menu = network.says(&petro, "/menu").await;
    assert!(!menu.contains("✍️"), "nothing is left: {menu}");
    network.end().await;
}

#[tokio::test]
async fn what_is_pressed_or_said_while_the_bot_is_down_waits() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.stop().await;
    let press = petro.presses("💡 Подати пропозицію");
    petro.says("Річка");
    network.run().await;
    network.settle().await;
    assert!(press.answered().is_some());
    let preview = petro.screen();
    assert!(preview.contains("Так виглядатиме ваша пропозиція:\n\nРічка"), "{preview}");
    network.end().await;
}

#[tokio::test]
async fn everything_is_pressed_twice() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let twice = async |person: &merezha::rehearsal::Person, button: &str| {
        let id = shown_with(person, button);
        let presses = [person.presses_on(id, button), person.presses_on(id, button)];
        network.settle().await;
        assert!(presses.iter().all(|press| press.answered().is_some()), "[{button}]");
    };
    network.says(&oksana, "/newcall").await;
    network.says(&oksana, "Що нас об’єднує?").await;
    twice(&oksana, "📣 Відкрити для всіх").await;
    twice(&petro, "💡 Подати пропозицію").await;
    network.says(&petro, "Річка").await;
    twice(&petro, "✅ Надіслати").await;
    assert!(network.says(&petro, "/mine").await.contains("№1"));
    assert!(!petro.screen().contains("№2"), "{}", petro.screen());
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    twice(&oksana, "📣 Відкрити для всіх").await;
    twice(&petro, "🗳 Голосувати").await;
    twice(&petro, "⬜️ 1. Дороги").await;
    assert!(shown(&petro, "🗳 Напрями").text.as_deref().is_some_and(|text| text.contains("Обрано 1 з 1")));
    twice(&petro, "📥 Здати бюлетень").await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    twice(&oksana, "📣 Надіслати всім").await;
    twice(&petro, "Так").await;
    network.tick().await;
    assert!(
        shown(&petro, "📊 Прийдете?").text.as_deref().is_some_and(|text| text.contains("Відповіла 1 людина"))
    );
    let all = petro.transcript();
    for card in ["❓ Що нас об’єднує?", "🗳 Напрями", "📊 Прийдете?"] {
        assert_eq!(all.matches(card).count(), 1, "{card} came once: {all}");
    }
    let opened = shown(&oksana, "✅ Голосування відкрито");
    assert_eq!(opened.buttons().count(), 2, "the second tap left the buttons of the new screen alone");
    network.end().await;
}

/// The newest message with a button.
fn shown_with(person: &merezha::rehearsal::Person, button: &str) -> i64 {
    let bearing = person.messages().into_iter().rev().find(|m| m.buttons().any(|b| b.text == button));
    bearing.unwrap_or_else(|| panic!("no [{button}]:\n{}", person.transcript())).message_id
}

#[tokio::test]
async fn an_old_button_does_the_right_thing_or_says_why_not_and_goes() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let welcome = shown(&petro, "Як до вас звертатися?");
    network.forges(&petro, "jn").await;
    assert_eq!(toast(&petro), "Ви вже в Мережі 🙂");
    assert!(welcome.reply_markup.is_none() || welcome.buttons().count() == 0);
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&petro, "/propose").await;
    network.says(&petro, "Річка").await;
    let preview = petro.newest().expect("a preview");
    network.says(&petro, "/cancel").await;
    network.presses_on(&petro, &preview, "✅ Надіслати").await;
    assert_eq!(toast(&petro), "Цю чернетку вже змінено, надіслано або скасовано");
    assert!(shown(&petro, "Так виглядатиме").reply_markup.is_none(), "the buttons are gone");
    // A month later the menu still works, in a new message if need be.
    network.says(&petro, "/menu").await;
    let menu = petro.newest().expect("the menu");
    network.pass(Duration::from_secs(40 * 24 * 3600)).await;
    let list = network.presses_on(&petro, &menu, "🗂 Мої пропозиції").await;
    assert!(list.contains("Ви ще не подавали пропозицій."), "{list}");
    network.end().await;
}

#[tokio::test]
async fn the_buttons_below_words_out_of_the_blue_act_on_these_words() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.opens_call(&oksana, "Що нас роз’єднує?").await;
    let mut offers = Vec::new();
    for words in ["Річка", "Коли сесія?", "Гаразд"] {
        network.says(&petro, words).await;
        offers.push(petro.newest().expect("an offer"));
    }
    network.presses_on(&petro, &offers[1], "✉️ Передати організаторам").await;
    assert!(oksana.screen().contains("Коли сесія?"), "{}", oksana.screen());
    network.presses_on(&petro, &offers[0], "💡 Подати як пропозицію").await;
    network.says(&petro, "Ще одне").await;
    let preview = network.presses_on(&petro, &offers[0], "Що нас об’єднує?").await;
    assert!(preview.contains("Річка"), "{preview}");
    network.presses(&petro, "✅ Надіслати").await;
    network.presses_on(&petro, &offers[2], "Нічого").await;
    assert_eq!(toast(&petro), "Добре, нічого не надіслано");

    let menu = network.says(&petro, "/menu").await;
    assert!(menu.contains("✍️ Продовжити розпочате"), "one of them still waits: {menu}");
    network.presses(&petro, "✍️ Продовжити розпочате").await;
    let transcript = petro.transcript();
    let (_, again) = transcript.rsplit_once("Подайте пропозицію!\n").expect("the menu");
    assert_snapshot!(again, @r"
    🤖 Ще одне
    🤖 Що з цим зробити?
       [💡 Подати як пропозицію]
       [✉️ Передати організаторам]
       [Нічого]
    ");
    let resumed = petro.newest().expect("the offer");
    network.presses(&petro, "Нічого").await;
    network.says(&petro, "Дякую").await;
    let press = petro.presses_data(resumed.message_id, &data(&resumed, "✉️ Передати організаторам"));
    network.settle().await;
    assert!(
        press.answered().is_some_and(|t| t.text.is_some_and(|t| t.contains("вже передано або відкинуто")))
    );
    assert!(!oksana.transcript().contains("Ще одне") && !oksana.transcript().contains("Дякую"));
    network.end().await;
}

#[tokio::test]
async fn cancel_gives_up_only_what_it_stands_below() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&petro, "/propose").await;
    let question = petro.newest().expect("the question");
    network.says(&petro, "Річка").await;
    let proposal = petro.newest().expect("the preview");
    network.says(&petro, "/menu").await;
    network.presses(&petro, "✉️ Лист організаторам").await;
    network.says(&petro, "Коли сесія?").await;
    let letter = petro.newest().expect("the letter").message_id;
    let taps = [petro.presses_on(letter, "Скасувати"), petro.presses_on(letter, "Скасувати")];
    network.settle().await;
    assert!(taps.iter().all(|tap| tap.answered().is_some()));
    let cancelled = petro.screen();
    assert!(cancelled.contains("Скасовано.") && cancelled.contains("✍️ Продовжити розпочате"), "{cancelled}");
    network.presses_on(&petro, &question, "Скасувати").await;
    assert_eq!(toast(&petro), "Цю чернетку вже змінено, надіслано або скасовано");
    let handed_in = network.presses_on(&petro, &proposal, "✅ Надіслати").await;
    assert!(handed_in.contains("№1"), "the proposal was left alone: {handed_in}");

    // The other way round: an old cancel gives up what it belongs to, not what is asked now.
    network.says(&petro, "/propose").await;
    network.says(&petro, "Ліс").await;
    let forest = petro.newest().expect("the preview");
    network.says(&petro, "/settings").await;
    network.presses(&petro, "✏️ Змінити ім’я").await;
    network.presses_on(&petro, &forest, "Скасувати").await;
    let renamed = network.says(&petro, "Петрик").await;
    assert!(renamed.contains("Ім’я змінено"), "{renamed}");
    assert!(!network.says(&petro, "/menu").await.contains("✍️"), "nothing is left");
    network.end().await;
}

#[tokio::test]
async fn an_old_preview_sends_nothing_that_it_does_not_show() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&petro, "/propose").await;
    network.says(&petro, "Річка").await;
    let river = petro.newest().expect("a preview");
    network.says(&petro, "Ліс").await;
    network.presses_on(&petro, &river, "✅ Надіслати").await;
    assert_eq!(toast(&petro), "Цю чернетку вже змінено, надіслано або скасовано");
    assert!(network.says(&oksana, "/proposals").await.contains("Пропозицій поки немає"));
    assert!(network.presses(&petro, "✅ Надіслати").await.contains("№1"));

    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Зустріч о десятій").await;
    let ten = oksana.newest().expect("the audience");
    network.says(&oksana, "Зустріч об одинадцятій").await;
    network.presses_on(&oksana, &ten, "👥 Усім (2)").await;
    assert_eq!(toast(&oksana), "Цю чернетку вже змінено, надіслано або скасовано");
    network.presses(&oksana, "👥 Усім (2)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(petro.screen().contains("об одинадцятій"), "{}", petro.screen());
    assert!(!petro.transcript().contains("о десятій"));
    network.end().await;
}

#[tokio::test]
async fn forged_data_is_refused_and_changes_nothing() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let before = network.says(&oksana, "/desk").await;
    for data in [
        "jr.1.1", "i", "in.-.-", "i.1", "ix.1", "g.s", "ge.1", "ga.s", "gn.1", "gr.1.1", "c", "cn", "co",
        "cx.1", "cx.1.1", "vn", "vu", "vu.k.1", "vu.m.p", "vv", "vf.1", "va.1", "vr.1", "vp.1.0", "vq.1.1",
        "vh.1.1", "t.0", "tn", "tp.1", "tb.1.1", "tx.1", "tx.1.1", "vd", "vd.1", "vt", "vl", "vo", "vx.1",
        "vx.1.1", "qn", "qr", "qs", "qx.1", "ux", "ux.s", "a", "au.-", "au", "ar", "as", "ap.1", "ac.1",
        "ax.1", "ax.1.1", "an.l.0", "an.z.1", "an.x.1.1", "ab.g", "ai.g.1.1", "lg.1.1",
    ] {
        assert_eq!(network.forges(&petro, data).await, "Це можуть лише організатори.", "{data}");
    }
    for data in ["d", "la.1", "ll.0", "lc.1", "lw.1", "lx.1"] {
        let refused = network.forges(&petro, data).await;
        assert_eq!(refused, "Це можуть лише модератори й організатори.", "{data}");
    }
    for data in [
        "",
        "💥",
        "zz",
        "m.1",
        "v.",
        "v.99999999999999999999",
        "vm.1.300.1",
        "b.xyz",
        "vu.k.300",
        "sb.x.1",
        "pl.-1",
        "in.1",
        "wc.1.x",
        "wl.-1",
        "u.x.s.0",
        "u.u.x.0",
        "ui.",
        "ux.x",
    ] {
        let said = network.forges(&petro, data).await;
        assert!(said.is_empty() || said == "Ця кнопка застаріла. Відкрийте меню: /menu", "{data}: {said}");
    }
    for data in [
        "in.4294967295.4294967295",
        "i.77",
        "ix.77",
        "ge.77",
        "gn.77",
        "gr.77.1",
        "cx.77",
        "cx.77.1",
        "vu.k.0",
        "vu.k.255",
        "vu.s.0",
        "vu.s.255",
        "vf.77",
        "va.77",
        "vr.77",
        "vp.77.0",
        "vq.77.1",
        "vh.77.1",
        "tp.77",
        "tb.77.1",
        "tx.77",
        "tx.77.1",
        "vx.77",
        "vx.77.1",
        "qx.77",
        "au.77",
        "ap.77",
        "ac.77",
        "ax.77",
        "ax.77.1",
        "la.77",
        "jr.77.1",
        "ux",
        "ux.r",
        "wc.77.a",
        "wp.77.0",
        "wp.77.4294967295",
        "ws.77.p.4294967295",
        "wl.4294967295",
        "u.u.s.4294967295",
        "ui.r",
        "co",
        "vo",
        "qs",
        "as",
    ] {
        network.forges(&oksana, data).await;
        assert!(!oksana.screen().contains("Щось пішло не так"), "{data}: {}", oksana.screen());
        let wrong = oksana.toasts().iter().any(|toast| toast.contains("Щось пішло не так"));
        assert!(!wrong, "{data} is a fault");
        network.says(&oksana, "/menu").await;
    }
    network.says(&oksana, "/cancel").await;
    assert_eq!(network.says(&oksana, "/desk").await, before);
    network.end().await;
}

#[tokio::test]
async fn unknown_commands_stickers_and_strange_files_get_a_kind_word() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let unknown = network.says(&petro, "/propoze").await;
    assert_snapshot!(unknown, @r"
    🤖 Такої команди немає. Усе, що є, — у меню.
       [🏠 Меню] [❔ Довідка]
    ");
    let sticker = network.attaches(&petro, FileKind::Sticker, "").await;
    assert_snapshot!(sticker, @r"
    🤖 Такого бот прочитати не вміє. Надішліть, будь ласка, текст або фото.
       [🏠 Меню]
    ");
    let note = network.attaches(&petro, FileKind::VideoNote, "").await;
    assert!(note.contains("Що з цим зробити?"), "{note}");
    network.presses(&petro, "💡 Подати як пропозицію").await;
    assert_eq!(toast(&petro), "Зараз немає відкритих зборів пропозицій. Можна написати організаторам.");
    network.presses(&petro, "Нічого").await;
    assert!(network.says(&petro, "/MENU@rehearsal_bot будь ласка").await.contains("🏠 Мережа"));
    // In the middle of joining, too.
    let maria = network.newcomer("Марія", "uk");
    maria.follows_link(&network.invitation(&oksana).await);
    network.settle().await;
    assert!(network.attaches(&maria, FileKind::Sticker, "").await.contains("Як до вас звертатися?"));
    assert!(network.says(&maria, "/help").await.contains("Як до вас звертатися?"));
    network.end().await;
}

#[tokio::test]
async fn organizers_without_a_seat_in_the_network_cannot_run_it() {
    let (network, _oksana) = Network::start_with(&[("MEREZHA_ORGANIZERS", "1001,1002")]).await;
    let taras = network.newcomer("Тарас", "uk");
    let asked = network.says(&taras, "/announce").await;
    assert!(asked.contains("Як до вас звертатися?"), "first a name: {asked}");
    let asked = network.says(&taras, "/desk").await;
    assert!(asked.contains("Як до вас звертатися?"), "{asked}");
    network.end().await;
}
