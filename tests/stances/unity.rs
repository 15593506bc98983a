//! What unites and what divides, in sums only, and the export for Polis.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use merezha::rehearsal::Person;
use merezha::stances::polis;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{AGREE, DISAGREE, PASS, answers, with_proposals};
use crate::support::{Network, toast};

/// Five of the authorities and five of civil society, Оксана among them; who is not told, stays out.
async fn two_groups(network: &Network, oksana: &Person) -> [Person; 9] {
    network.join(oksana, ["А1", "Г1", "А2", "Г2", "А3", "Г3", "А4", "Г4", "А5"]).await
}

#[tokio::test]
async fn sums_are_shown_from_five_people_on_and_never_a_single_stance() {
    let (network, oksana) = Network::start().await;
    let people = two_groups(&network, &oksana).await;
    with_proposals(&network, &oksana, 1).await;
    for (at, person) in people.iter().enumerate().take(4) {
        answers(&network, person, |_| if at == 0 { DISAGREE } else { AGREE }).await;
    }
    let shows = async || {
        network.says(&oksana, "/proposals").await;
        network.presses(&oksana, "№1").await
    };
    let four = shows().await;
    assert!(!four.contains('👍') && !four.contains('👎'), "four are too few: {four}");
    answers(&network, &people[4], |_| PASS).await;
    assert_snapshot!(shows().await, @"
    🤖 Пропозиція №1
    Що нас об’єднує?
    1 лютого, 12:00
    опублікована
    👍 3 · 👎 1 · 🤷 1

    Думка 1
       [✏️ Змінити] [Відкликати]
       [🧭 До напряму…] [🏷 Мітки]
       [🔨 У роботу] [🏁 Виконано] [✋ Відхилити]
       [✂️ Розділити]
       [← Назад] [🏠 Меню]
    ");
    // Whoever leaves takes their stance along.
    network.says(&people[0], "/settings").await;
    network.presses(&people[0], "🚪 Вийти й стерти мої дані").await;
    network.presses(&people[0], "Так, вийти й стерти дані").await;
    let four = shows().await;
    assert!(!four.contains('👍'), "four again: {four}");
    network.end().await;
}

#[tokio::test]
async fn what_unites_and_divides_is_seen_once_there_are_enough_of_each_group() {
    let (network, oksana) = Network::start().await;
    let people = two_groups(&network, &oksana).await;
    let code = network.invitation(&oksana).await;
    let late = network.joins(&code, "Г5", "Громадськість", "Луганщина").await;
    with_proposals(&network, &oksana, 3).await;
    network.says(&people[0], "/stances").await;
    let early = network.presses(&people[0], "🤝 Об’єднувачі").await;
    assert_snapshot!(early, @r"
    🤖 🤝 Об’єднувачі
    Наскільки ймовірна згода: у середньому по групах, а нижче — у групі, яка згодна найменше.

    Ще зарано порівнювати. Потрібні хоча б дві групи, у кожній з яких своє ставлення висловили щонайменше 5 людей: так за сумами нікого не впізнати.
       [✓ 🤝 Об’єднувачі] [⚡️ Роз’єднувачі]
       [🔎 Особливе для груп]
       [✓ За секторами] [За регіонами]
       [⚖️ Картки] [🏠 Меню]
    ");
    // №1 unites, №2 divides, on №3 most pass.
    let stance = |authorities: bool| {
        move |number| match number {
            1 => AGREE,
            2 if authorities => AGREE,
            2 => DISAGREE,
            _ => PASS,
        }
    };
    for (at, person) in people.iter().enumerate() {
        answers(&network, person, stance(at % 2 == 0)).await;
    }
    let four = network.presses(&people[0], "🤝 Об’єднувачі").await;
    assert!(four.contains("Ще зарано порівнювати"), "four of civil society are too few: {four}");
    assert!(!four.contains('%'), "{four}");
    // The fifth is on the way to seeing all of it: groups are wide enough, proposals not yet.
    network.says(&late, "/stances").await;
    network.forges(&late, "wc.3.p").await;
    let unites = network.presses(&people[0], "✓ 🤝 Об’єднувачі").await;
    assert!(!unites.contains("№1") && !unites.contains("№2"), "only №3 was seen by five of each: {unites}");
    network.forges(&late, "wc.1.a").await;
    network.forges(&late, "wc.2.d").await;
    let unites = network.presses(&people[0], "✓ 🤝 Об’єднувачі").await;
    assert_snapshot!(unites, @r"
    🤖 🤝 Об’єднувачі
    Наскільки ймовірна згода: у середньому по групах, а нижче — у групі, яка згодна найменше.

    1. №1 — 86 %
    Думка 1
    Найменше: Влада, 86 %
    ✅ Згода в усіх групах
       [✓ 🤝 Об’єднувачі] [⚡️ Роз’єднувачі]
       [🔎 Особливе для груп]
       [✓ За секторами] [За регіонами]
       [🖼 Картинкою]
       [⚖️ Картки] [🏠 Меню]
    ");
    let divides = network.presses(&people[0], "⚡️ Роз’єднувачі").await;
    assert_snapshot!(divides, @r"
    🤖 ⚡️ Роз’єднувачі
    Пропозиції, щодо яких групи розходяться найбільше: наскільки ймовірна згода в кожній.

    1. №2 — від 14 до 86 %
    Думка 2
    Влада: 86 % (👍 5 · 👎 0 · 🤷 0)
    Громадськість: 14 % (👍 0 · 👎 5 · 🤷 0)
       [🤝 Об’єднувачі] [✓ ⚡️ Роз’єднувачі]
       [🔎 Особливе для груп]
       [✓ За секторами] [За регіонами]
       [🖼 Картинкою]
       [⚖️ Картки] [🏠 Меню]
    ");
    let special = network.presses(&people[0], "🔎 Особливе для груп").await;
    assert_snapshot!(special, @r"
    🤖 🔎 Особливе для груп
    У чому думка групи відрізняється від думки решти.

    Влада
    👍 №2: тут згодні 86 %, решта — 14 %
    Думка 2

    Громадськість
    👎 №2: тут не згодні 86 %, решта — 14 %
    Думка 2
       [🤝 Об’єднувачі] [⚡️ Роз’єднувачі]
       [✓ 🔎 Особливе для груп]
       [✓ За секторами] [За регіонами]
       [🖼 Картинкою]
       [⚖️ Картки] [🏠 Меню]
    ");
    let by_region = network.presses(&people[0], "За регіонами").await;
    assert!(by_region.contains("Донеччина") && by_region.contains("[✓ За регіонами]"), "{by_region}");
    network.presses(&people[0], "🖼 Картинкою").await;
    let picture = people[0].newest().expect("a picture");
    assert!(!picture.photo.is_empty(), "{}", people[0].screen());
    assert!(people[0].screen().contains("Що об’єднує і що роз’єднує"));
    for person in &people {
        assert!(!person.transcript().contains("Експорт"), "the export is not everyone's");
    }
    network.end().await;
}

#[tokio::test]
async fn small_groups_are_shown_only_together() {
    let (network, oksana) = Network::start().await;
    let mut all = Vec::from(two_groups(&network, &oksana).await);
    let code = network.invitation(&oksana).await;
    for (name, sector) in
        [("І1", "Інше"), ("І2", "Інше"), ("Н1", "Пропустити"), ("Н2", "Пропустити"), ("Н3", "Пропустити")]
    {
        let person = network.newcomer(name, "uk");
        person.follows_link(&code);
        network.settle().await;
        network.presses(&person, &format!("Як у Telegram: {name}")).await;
        network.presses(&person, sector).await;
        network.presses(&person, "Пропустити").await;
        all.push(person);
    }
    with_proposals(&network, &oksana, 1).await;
    for (at, person) in all.iter().enumerate() {
        // Only civil society is against.
        answers(&network, person, |_| if at < 9 && at % 2 == 1 { DISAGREE } else { AGREE }).await;
    }
    let reader = &all[0];
    network.says(reader, "/stances").await;
    network.presses(reader, "🤝 Об’єднувачі").await;
    let divides = network.presses(reader, "⚡️ Роз’єднувачі").await;
    // Four of civil society, two of "Інше" and three who did not say make one group of nine.
    assert!(divides.contains("інші групи разом: 55 % (👍 5 · 👎 4 · 🤷 0)"), "{divides}");
    for hidden in ["Громадськість:", "Інше:", "сектор не вказано"] {
        assert!(!divides.contains(hidden), "{hidden} is too small: {divides}");
    }
    network.end().await;
}

/// A file that the bot sent, as anybody with its name downloads it.
async fn download(network: &Network, file_id: &str) -> Vec<u8> {
    let path = network.telegram.with(|world| world.state.files.get(file_id).expect("a file").path.clone());
    let address = network.setting("TELOXIDE_API_URL").trim_start_matches("http://").to_owned();
    let mut server = tokio::net::TcpStream::connect(address.trim_end_matches('/')).await.expect("connects");
    let token = network.setting("TELOXIDE_TOKEN");
    let request = format!("GET /file/bot{token}/{path} HTTP/1.0\r\n\r\n");
    server.write_all(request.as_bytes()).await.expect("asks");
    let mut answer = Vec::new();
    server.read_to_end(&mut answer).await.expect("answers");
    let body = answer.windows(4).position(|at| at == b"\r\n\r\n").expect("a body") + 4;
    answer.split_off(body)
}

#[tokio::test]
async fn organizers_export_their_network_for_polis() {
    let (network, oksana) = Network::start().await;
    let people = two_groups(&network, &oksana).await;
    with_proposals(&network, &oksana, 2).await;
    network.forges(&oksana, "ux").await;
    network.presses(&oksana, "📤 Вивантажити за секторами").await;
    assert_eq!(
        toast(&oksana),
        "Ставлення висловило замало людей. Щоб нікого не видати, потрібно щонайменше 5."
    );
    for (at, person) in people.iter().enumerate() {
        answers(&network, person, |number| if number == 1 || at % 2 == 0 { AGREE } else { DISAGREE }).await;
    }
    network.presses(&oksana, "🏠 Меню").await;
    network.presses(&oksana, "⚖️ Ставлення до пропозицій").await;
    network.forges(&oksana, "u.u.s.0").await;
    let asked = network.presses(&oksana, "📤 Експорт для Polis").await;
    assert_snapshot!(asked, @r"
    🤖 📤 Експорт для Polis

    Три файли, які читають інструменти Polis: пропозиції, відповіді, люди. Імен у них немає, номери людей випадкові й щоразу інші, а групи, де менше ніж 5 людей, об’єднано.

    ⚠️ Та кожен рядок — це відповіді однієї людини. У невеликій мережі її можна впізнати за кількома відповідями. Тому не викладайте файли в чати, не давайте їх керівництву учасників і тим, хто знає їх особисто. Передавайте лише тому, хто робить аналіз, і зітріть після нього.

    Групи — це сектори. За регіонами не вивантажуємо: якби мати обидва експорти, людей можна було б упізнати. Пропозиції, на які відповіло замало людей, мають лише текст.
       [📤 Вивантажити за секторами]
       [← Назад] [🏠 Меню]
    ");
    let by_region = network.forges(&oksana, "ux.r").await;
    assert!(by_region.contains("можна було б упізнати"), "{by_region}");
    network.presses(&oksana, "📤 Вивантажити за секторами").await;
    assert_eq!(toast(&oksana), "Файли надсилаються");
    let folder = network.folder().join("export");
    std::fs::create_dir_all(&folder).expect("a folder");
    for message in oksana.messages() {
        let Some(file) = &message.document else { continue };
        let name = file.file_name.clone().expect("a name");
        std::fs::write(folder.join(name), download(&network, &file.file_id).await).expect("written");
    }
    let read = polis::read(&folder).expect("it is read back");
    // Four of civil society took part: with nobody to fold them together with but the other group, all are one.
    assert_eq!(read.groups.iter().map(|group| group.size).collect::<Vec<_>>(), [9]);
    let [first, second] = read.statements.as_slice() else { panic!("two proposals: {read:?}") };
    assert_eq!((first.text.as_str(), first.groups[0].agree, first.groups[0].seen), ("Думка 1", 9, 9));
    assert_eq!((second.groups[0].agree, second.groups[0].disagree), (5, 4));
    let all = ["comments.csv", "votes.csv", "participants-votes.csv"]
        .map(|name| std::fs::read_to_string(folder.join(name)).expect("text"));
    for file in &all {
        for telegram in 1001..=1012 {
            assert!(!file.contains(&telegram.to_string()), "Telegram's numbers stay here: {file}");
        }
        assert!(!file.contains("А1") && !file.contains("Оксана"), "no names: {file}");
    }
    let times: BTreeSet<&str> = all[1].lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    assert_eq!(times, BTreeSet::from(["1738368000000"]), "one day's beginning for all");
    assert_eq!(network.forges(&people[0], "ux.s").await, "Це можуть лише організатори.");
    network.end().await;
}
