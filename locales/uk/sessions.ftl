## Сесії
sessions-none = 📅 <b>Сесії</b>

    Поки що жодної сесії не оголошено.
sessions-title = 📅 <b>Сесії</b>

    🟢 чекає на вашу відповідь · ✅ ви будете · 🏁 відбулася
sessions-all = 📅 Усі сесії
session-new = ➕ Нова сесія
session-gone = Цієї сесії немає, або вас на неї не запрошували
session-not-invited = Ви не в списку запрошених на цю сесію
session-is-over = Ця сесія вже позаду
session-is-cancelled = Цю сесію скасовано
# $title (String)
session-title = 📅 <b>{$title}</b>
# $when (String)
session-when = 🕙 {$when}
# $place (String)
session-where = 📍 {$place}
session-where-point = 📍 Точка на мапі — за кнопкою нижче
session-map = 🗺 На мапі
session-online-too = 💻 Можна приєднатися й онлайн
session-online-only = 💻 Онлайн
# $link (String)
session-link = 🔗 {$link}
# $count (Number)
session-capacity = 🪑 { $count ->
        [one] {$count} місце
        [few] {$count} місця
       *[many] {$count} місць
    }
# $agenda (String)
session-agenda = 📋 <b>Порядок денний</b>
    {$agenda}
session-ask = Чи будете ви?
session-you-come = ✅ Ви прийдете. Якщо плани зміняться, просто оберіть іншу відповідь.
session-you-join-online = ✅ Ви приєднаєтеся онлайн.
session-you-declined = Ви не прийдете. Якщо плани зміняться, оберіть іншу відповідь.
session-you-are-unsure = 🤔 Ви ще не знаєте. Коли визначитеся, оберіть відповідь.
# $count (Number)
session-you-wait = ⏳ Усі місця зайнято, і ви в черзі. { $count ->
        [0] Ви перші.
        [one] Перед вами {$count} людина.
        [few] Перед вами {$count} людини.
       *[many] Перед вами {$count} людей.
    } Щойно місце звільниться, бот напише.
# $when (String)
session-place-held = 🪑 Для вас є місце! Підтвердьте, що прийдете, до {$when}.
# $word (String)
session-your-word = 💬 {$word}
session-coming = ✅ Прийду
session-online = 💻 Онлайн
session-not-coming = 🙅 Не прийду
session-not-sure = 🤔 Ще не знаю
session-coming-toast = Чудово, до зустрічі!
session-online-toast = Чудово, побачимося онлайн!
session-waiting-toast = Місць уже немає — ви в черзі
session-declined-toast = Зрозуміло, вас не буде
session-unsure-toast = Добре, вирішите пізніше
session-full = Усі місця вже зайнято. Якщо у вас є що передати, напишіть організаторам.
session-add-word = 💬 Додати слово
session-calendar = 🗓 У календар
session-calendar-toast = Файл для календаря — нижче
session-calendar-file = 🗓 Відкрийте цей файл, і сесія з’явиться у вашому календарі.
session-calendar-removes = 🗓 Відкрийте цей файл, і сесія зникне з вашого календаря.
session-ask-word = 💬 Що варто знати організаторам? Наприклад: «без м’яса», «приїду о 9:40, вокзал», «з дитиною, 6 років».
# $length (Number)
# $limit (Number)
session-word-too-long = Задовго: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Скоротіть, будь ласка.
session-word-saved = 💬 Записано, організатори побачать.
session-cancelled-line = ✖️ Сесію скасовано.
session-open = 📅 До сесії
session-manage = 🛠 Керувати

## Хто як відповів
attendance-coming = Прийдуть
attendance-online = Онлайн
attendance-offered = Вирішують щодо місця
attendance-waiting = У черзі
attendance-unsure = Ще не знають
attendance-silent = Не відповіли
attendance-declined = Не прийдуть

## Нова сесія
session-ask-title = 📅 Як назвемо сесію? Наприклад: «Друга сесія: план дій».
session-ask-when = 🕙 Коли? Наприклад: <i>5 лютого 10:00–18:00</i>, <i>05.02 10:00</i> або, якщо два дні, <i>5–6 лютого 10:00–17:00</i>. Час — київський.
session-when-not-understood = Не вдалося зрозуміти, коли це, або цей час уже минув. Напишіть день і годину, наприклад так: <i>5 лютого 10:00–18:00</i>, <i>завтра з 10 до 13</i> або <i>5–6 лютого 10:00–17:00</i>.
session-when-passed = Цей час уже минув. Оберіть інший.
session-ask-where = 📍 Де? Напишіть місце, надішліть точку на мапі (📎 → Локація) або посилання, якщо онлайн. Можна місце й посилання разом.
# $length (Number)
# $limit (Number)
session-where-too-long = Задовго: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Скоротіть, будь ласка.
session-ask-agenda = 📋 Надішліть порядок денний одним повідомленням.
session-no-agenda = Без порядку денного
# $length (Number)
# $limit (Number)
session-agenda-too-long = Порядок денний задовгий: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Решту можна додати до сесії файлом.
session-ask-capacity = 🪑 Скільки людей вміститься? Оберіть або напишіть число.
session-capacity-not-understood = Потрібне число від 1 до 10 000. Скільки людей вміститься?
session-no-limit = без обмежень
session-with-queue = Із чергою
session-without-queue = Без черги
session-queue-on = Коли місць не залишиться, люди стануть у чергу.
session-queue-off = Коли місць не залишиться, бот про це скаже. Черги не буде.
session-ask-audience = 👥 Кого запрошуємо?
# $audience (String)
# $count (Number)
session-for = 👥 Кому: {$audience}. { $count ->
        [one] Запрошення отримає <b>{$count} людина</b>
        [few] Запрошення отримають <b>{$count} людини</b>
       *[many] Запрошення отримають <b>{$count} людей</b>
    }.
session-change-title = ✏️ Назва
session-change-when = 🕙 Коли
session-change-where = 📍 Де
session-change-agenda = 📋 Порядок денний
session-change-capacity = 🪑 Місця
session-change-audience = 👥 Кому
session-announce = 📣 Оголосити
# $title (String)
session-announced = ✅ Сесію оголошено, запрошення вже йдуть: <b>{$title}</b>
session-announced-toast = Сесію оголошено

## Зміни
session-nothing-changed = Поки що нічого не змінено.
session-unchanged-toast = Нічого не змінено
session-will-tell = ✏️ <b>Про це бот скаже всім, кого це стосується:</b>
session-save = ✅ Зберегти й сказати людям
# $title (String)
session-saved = ✅ Зміни збережено: <b>{$title}</b>. Про них дізнаються всі запрошені, крім тих, хто не прийде.
session-saved-toast = Зміни збережено
# $title (String)
session-changed = ✏️ <b>{$title}</b>: є зміни
# $before (String)
# $after (String)
change-title = 📅 <s>{$before}</s> → <b>{$after}</b>
# $before (String)
# $after (String)
change-when = 🕙 <s>{$before}</s> → <b>{$after}</b>
# $before (String)
# $after (String)
change-where = 📍 <s>{$before}</s> → <b>{$after}</b>
# $place (String)
change-point = 📍 {$place}: нова точка на мапі
# $before (String)
# $after (String)
change-link = 🔗 <s>{$before}</s> → <b>{$after}</b>
change-agenda = 📋 Новий порядок денний
# $before (String)
# $after (String)
change-capacity = 🪑 <s>{$before}</s> → <b>{$after}</b>
session-point = точка на мапі
session-nowhere = немає
session-change = ✏️ Змінити
session-cancel = ✖️ Скасувати
# $count (Number)
# $title (String)
session-ask-cancel = Скасувати сесію «{$title}»? Про це { $count ->
        [one] дізнається {$count} людина
        [few] дізнаються {$count} людини
       *[many] дізнаються {$count} людей
    }. Відновити її не можна.
session-cancel-yes = Так, скасувати
session-cancelled-toast = Сесію скасовано
# $title (String)
# $when (String)
session-cancelled = ✖️ <b>Сесію скасовано: {$title}</b>

    🕙 {$when}

## Запрошені
# $count (Number)
session-invited = 👥 { $count ->
        [one] Запрошено {$count} людину
        [few] Запрошено {$count} людини
       *[many] Запрошено {$count} людей
    }.
# $count (Number)
session-everyone = 👥 Усі · {$count}
# $audience (String)
# $count (Number)
session-guests = 👥 <b>{$audience}</b> — { $count ->
        [one] {$count} людина
        [few] {$count} людини
       *[many] {$count} людей
    }
session-all-groups = Усі сектори й регіони
session-write = ✉️ Написати їм

## Нагадування
# $title (String)
reminder-coming = 🔔 Чекаємо на вас: <b>{$title}</b>
# $title (String)
reminder-silent = 🔔 Скоро сесія: <b>{$title}</b>. Чи будете ви? Дайте, будь ласка, знати — так легше все підготувати.
reminder-not-coming = 🙅 Не зможу прийти
reminder-off = 🔕 Не нагадувати
reminders-on-toast = Бот нагадуватиме про сесії
reminders-off-toast = Нагадувань про сесії не буде. Увімкнути їх можна в /settings

## Черга
# $title (String)
# $when (String)
place-free = 🪑 Звільнилося місце: <b>{$title}</b>. Тримаємо його для вас до {$when}, потім запропонуємо наступній людині в черзі.
place-take = ✅ Так, прийду
# $title (String)
place-gone = ⏳ Місце, яке ми для вас тримали, запропоновано наступній людині: <b>{$title}</b>. Якщо ви ще хочете прийти, відкрийте сесію й оберіть «Прийду».

## Після сесії
session-was = 🏁 Сесія відбулася.
# $words (String)
session-decisions = 📝 <b>Рішення й підсумки</b>
    {$words}
session-minutes = 📝 Підсумки
session-add-materials = 📎 Матеріали
session-next = ➕ Наступна сесія з цими людьми
session-material-gone = Цього матеріалу вже немає
session-material-toast = Надсилаємо
session-ask-minutes = 📝 Надішліть рішення й підсумки одним повідомленням: текстом або файлом. Вони дійдуть до всіх запрошених і залишаться на сторінці сесії.
# $count (Number)
session-confirm-minutes = ☝️ Так це виглядатиме. { $count ->
        [one] Отримає {$count} людина
        [few] Отримають {$count} людини
       *[many] Отримають {$count} людей
    }. Надсилаємо?
session-send-minutes = 📝 Надіслати всім
# $title (String)
session-minutes-sent = ✅ Підсумки надсилаються, і вони вже на сторінці сесії: <b>{$title}</b>
session-minutes-toast = Підсумки надсилаються
session-ask-materials = 📎 Надсилайте файли, фото й посилання, по одному повідомленню. Підпис стане назвою.
# $count (Number)
session-material-added = 📎 Додано. На сторінці сесії вже { $count ->
        [one] {$count} матеріал
        [few] {$count} матеріали
       *[many] {$count} матеріалів
    }. Надсилайте ще або завершіть.
session-materials-done = ✅ Готово
# $number (Number)
# $title (String)
feedback-title = 💬 <b>{$title}</b>

    Як усе пройшло? Питання {$number} з 3. Організатори побачать лише суми, без імен.
feedback-useful = Чи було корисно?
feedback-heard = Чи почули вас?
feedback-again = Чи прийшли б ви ще раз?
feedback-yes = 👍 Так
feedback-partly = 🤏 Частково
feedback-no = 👎 Ні
feedback-toast = Дякуємо!
# $title (String)
feedback-thanks = 🙏 Дякуємо! Ваші відповіді допоможуть зробити наступну сесію кращою: <b>{$title}</b>
feedback-sums = 💬 Відгуки
# $title (String)
feedback-sums-title = 💬 <b>Відгуки: {$title}</b>
# $count (Number)
# $people (Number)
feedback-answered = Відповіли: {$count} з {$people}
# $least (Number)
feedback-too-few = Замало відповідей: покажемо, коли їх буде щонайменше {$least}, щоб нікого не видати.

## На вході
door-button = 🚪 Реєстрація на вході
door-toast = QR-код — нижче
# $title (String)
# $link (String)
door-caption = 🚪 <b>Реєстрація: {$title}</b>

    Покажіть цей код на вході. Хто відсканує його або відкриє посилання, буде в списку присутніх:
    {$link}
# $when (String)
door-hours = 🕙 Діє {$when}.
# $here (Number)
# $come (Number)
door-presence = 👥 На місці: <b>{$here}</b> з {$come}
door-by-name = 🔎 За іменем
door-renew = ♻️ Новий код
# $title (String)
door-void = 🚪 <b>{$title}</b>

    Цей код більше не діє: є новий.
# $title (String)
door-ask-renew = ♻️ Зробити новий код для входу на «{$title}»? Старий одразу перестане діяти. Хто вже на місці, залишиться в списку.
door-renew-yes = ♻️ Так, новий код
# $title (String)
door-renewed = ♻️ Старий код більше не діє. Новий — нижче: <b>{$title}</b>
door-none-ahead = 🚪 Реєструвати поки нема на що: жодна сесія не триває й не запланована.
# $title (String)
door-welcome = 🚪 Ви на місці: <b>{$title}</b>. Раді вас бачити!

    Малюнки й макети, які тут з’являться, можна сфотографувати й додати до галереї сесії.
# $title (String)
door-again = 🚪 Ви вже в списку присутніх: <b>{$title}</b>. Більше нічого робити не треба.
door-again-toast = Ви вже на місці
# $title (String)
# $from (String)
door-early = 🚪 Зарано: реєстрація на «{$title}» почнеться {$from}. Відкрийте це посилання тоді ще раз.
# $title (String)
door-over = 🚪 Сесія «{$title}» уже позаду, реєстрацію завершено.
# $title (String)
door-cancelled = ✖️ Сесію «{$title}» скасовано.
door-join-first = 🚪 Це вхід на сесію Мережі. Спершу приєднайтеся до Мережі, а потім відкрийте це посилання ще раз.
session-you-are-here = 🚪 Ви на місці. Раді вас бачити!
# $title (String)
arrivals-title = 🔎 <b>Хто на місці: {$title}</b>
arrivals-ask = Торкніться імені, щоб відмітити людину, або напишіть частину імені.
arrivals-all-here = У списку не залишилося нікого, на кого ми чекаємо. Щоб знайти когось іще, напишіть частину імені.
# $typed (String)
# $count (Number)
arrivals-found = { $count ->
        [0] За словами «{$typed}» нікого не знайдено. Спробуйте інакше.
       *[other] За словами «{$typed}» знайдено: {$count}.
    }
arrivals-some-here = ✅ — уже на місці. Торкніться, щоб зняти відмітку.
arrivals-some-uninvited = ➕ — немає в списку запрошених.
arrivals-everyone = 👥 Показати всіх
arrivals-done = ✅ Готово
# $from (String)
arrivals-early = Зарано: реєстрація почнеться {$from}
# $name (String)
arrival-here = ✅ {$name} — на місці.
# $name (String)
arrival-not-here = ↩️ {$name} — відмітку знято.
# $name (String)
arrival-take-back = ↩️ Помилка: {$name}
# $name (String)
arrival-noted = На місці: {$name}
# $name (String)
arrival-taken-back = Відмітку знято: {$name}
arrival-gone = Цієї людини вже немає в Мережі

## Галерея
pictures-add = 📷 Додати фото
# $count (Number)
gallery-open = 🖼 Галерея ({$count})
# $left (Number)
pictures-ask = 📷 Надсилайте фото малюнків і макетів, по одному або альбомом. Підпис до фото побачать усі запрошені, ваше ім’я — ні. { $left ->
        [0] Більше фото додати не можна.
       *[many] Можна додати ще {$left} фото.
    }
pictures-done = ✅ Готово
# $count (Number)
pictures-added = 📷 Додано. Усього ваших фото тут: {$count}.
pictures-album = 📷 Альбом прийнято: у галереї будуть усі його фото.
pictures-more = Надсилайте ще або завершіть.
pictures-more-or-words = Можна написати до нього підпис, надіслати ще фото або завершити.
# $length (Number)
# $limit (Number)
picture-words-too-long = 📷 Фото вже в галереї, а підпис задовгий: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Напишіть коротший — він стане під цим фото.
picture-words-put = 💬 Підпис додано.
pictures-only = 📷 Тут потрібні фото. Малюнок чи макет надішліть, будь ласка, саме як фото, а не файлом. Якщо фото більше немає, завершіть.
# $most (Number)
pictures-enough = 📷 Від однієї людини в галереї вміститься щонайбільше {$most} фото. Щоб додати нове, заберіть котресь зі своїх.
pictures-not-now = 📷 Фото додають ті, хто на місці: від реєстрації на вході й до тижня після сесії.
pictures-done-already = Фото вже додано
gallery-empty = 🖼 У галереї вже немає жодного фото.
gallery-empty-toast = Галерея порожня
picture-gone = Цього фото вже немає
picture-remove = 🗑 Забрати фото
picture-ask-remove = 🗑 Забрати це фото з галереї? Повернути його не вийде.
picture-remove-yes = 🗑 Так, забрати
picture-removed = Фото забрано
picture-not-yours = Забрати фото може лише той, хто його надіслав, або організатори
