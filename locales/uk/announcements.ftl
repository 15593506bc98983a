## Оголошення
announce-ask = 📣 Надішліть повідомлення для оголошення: текст із форматуванням, фото, документ, відео чи голосове. Воно дійде саме таким, яким ви його надішлете.
# $limit (Number)
announce-too-long = Бот не може надіслати такий довгий текст: вміститься щонайбільше { $limit ->
        [one] {$limit} знак
        [few] {$limit} знаки
       *[many] {$limit} знаків
    }. Скоротіть його, будь ласка.
announce-ask-audience = ☝️ Так це виглядатиме. Кому надіслати?
# $count (Number)
announce-to-everyone = 👥 Усім ({$count})
announce-everyone = усім
# $title (String)
announce-guests = запрошеним на «{$title}»
# $title (String)
# $who (String)
announce-guests-who = «{$title}»: {$who}
announce-reword = ✏️ Інше повідомлення
announce-change-audience = 👥 Інші адресати
# $audience (String)
# $count (Number)
announce-confirm = Кому: <b>{$audience}</b>.
    { $count ->
        [one] Отримає: <b>{$count} людина</b>
        [few] Отримають: <b>{$count} людини</b>
       *[many] Отримають: <b>{$count} людей</b>
    }. Надсилаємо?
announce-send = 📣 Надіслати
announce-nobody = Тут зараз немає кому надсилати. Оберіть інших адресатів.
announce-gone = Цього оголошення вже немає
announce-running = 📤 <b>Оголошення надсилається</b>
announce-paused = ⏸ <b>Оголошення призупинено</b>
announce-done = ✅ <b>Оголошення надіслано</b>
announce-cancelled = ✖️ <b>Оголошення скасовано</b>
# $audience (String)
announce-audience = Кому: {$audience}
# $blocked (Number)
# $failed (Number)
# $sent (Number)
announce-counts = Надіслано: {$sent} · Бот заблоковано: {$blocked} · Не вдалося: {$failed}
announce-pause = ⏸ Пауза
announce-continue = ▶️ Продовжити
announce-cancel = ✖️ Скасувати
announce-cancel-yes = Так, скасувати
# $sent (Number)
# $waiting (Number)
announce-ask-cancel = ⏸ Надсилання призупинено. Вже отримали: {$sent}, ще ні: {$waiting}. Скасувати решту?
announce-continued = Надсилання триває
announce-paused-toast = Надсилання призупинено
announce-cancelled-toast = Решту скасовано

## Листи
letter-ask = ✉️ Що передати організаторам? Напишіть текст або надішліть фото чи документ.
letter-preview = Надіслати це організаторам? Вони побачать ваше ім’я в Мережі.
letter-send = ✉️ Надіслати
letter-sent = ✅ Передано організаторам. Відповідь прийде сюди.
letter-nobody = Зараз немає жодного організатора, який міг би це отримати. Спробуйте, будь ласка, пізніше.
# $name (String)
letter-from = ✉️ Пише <b>{$name}</b>:
letter-answer = ↩️ Відповісти
# $name (String)
letter-ask-answer = ↩️ Напишіть відповідь. Кому: <b>{$name}</b>.
letter-answer-head = ↩️ <b>Відповідь організаторів</b>
letter-answered = ✅ Відповідь надіслано.
letter-gone = Людина, яка написала цей лист, вийшла з Мережі
letter-answered-before = На цей лист уже є відповідь організаторів — ваша прийде додатково.

## Слова поза діалогом
offer-question = Що з цим зробити?
offer-proposal = 💡 Подати як пропозицію
offer-letter = ✉️ Передати організаторам
offer-drop = Нічого
offer-gone = Це повідомлення вже передано або відкинуто. Якщо ні, надішліть його, будь ласка, ще раз.
offer-dropped = Добре, нічого не надіслано

## Тихі години
quiet-send-at-once = 🔔 Надіслати всім зараз
# $now (Number)
# $held (Number)
# $at (String)
quiet-others-at = 🌙 Зараз отримають: <b>{$now}</b>. { $held ->
        [one] Ще {$held} людина має
        [few] Ще {$held} людини мають
       *[many] Ще {$held} людей мають
    } тихі години — надійде о {$at}.
# $now (Number)
# $held (Number)
# $first (String)
# $last (String)
quiet-others-between = 🌙 Зараз отримають: <b>{$now}</b>. { $held ->
        [one] Ще {$held} людина має
        [few] Ще {$held} людини мають
       *[many] Ще {$held} людей мають
    } тихі години — надійде, щойно вони скінчаться: між {$first} і {$last}.
# $now (Number)
# $held (Number)
quiet-too-late = 🌙 Зараз отримають: <b>{$now}</b>. { $held ->
        [one] Ще {$held} людина має
        [few] Ще {$held} людини мають
       *[many] Ще {$held} людей мають
    } тихі години, а голосування завершиться раніше, ніж вони скінчаться. Оберіть пізніший час завершення або надішліть усім зараз.
