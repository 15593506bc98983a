## Як приймають пропозиції: схвалення організаторами
moderation-is-off = 🛂 Пропозиції публікуються <b>одразу</b>.
moderation-is-on = 🛂 Пропозиції публікуються <b>після схвалення</b> організаторами.
moderation-switch-on = 🛂 Спершу схвалювати пропозиції
moderation-switch-off = 🛂 Публікувати одразу
moderation-on-toast = Нові пропозиції чекатимуть на схвалення
moderation-off-toast = Нові пропозиції публікуватимуться одразу
# $id (Number)
proposal-received = 📨 Дякуємо! Пропозиція <b>№{$id}</b> уже в організаторів. Вони переглянуть її, перш ніж її побачать інші, і відповідь прийде сюди. Автора інші учасники не бачать.
proposal-received-toast = Пропозиція в організаторів
# $id (Number)
proposal-change-waits = 📨 Новий текст пропозиції №{$id} уже в організаторів. Поки вони його не схвалять, інші бачать попередній.
# $id (Number)
proposal-waits-anew = 📨 Пропозиція №{$id} з новим текстом чекає на організаторів.
proposal-copy-words = Попередній текст, щоб було звідки скопіювати:
proposal-state-received = чекає на організаторів
proposal-state-returned = просять переформулювати
proposal-state-declined = не опублікована
proposal-state-changing = опублікована, зміни чекають на організаторів
# $id (Number)
proposal-gone-meanwhile = Пропозицію №{$id} тим часом відхилили або відкликали, тож змінити її вже не можна. Ваш новий текст не пропав: його можна надіслати як нову пропозицію.
# $id (Number)
proposal-ask-withdraw-unseen = Відкликати пропозицію №{$id}? Організатори її більше не розглядатимуть.
# $count (Number)
desk-reviews = 🛂 Чекають на схвалення ({$count})
desk-back = ← До столу
# $id (Number)
review-title = 🛂 <b>Нова пропозиція №{$id}</b>
# $id (Number)
review-title-changed = 🛂 <b>Новий текст пропозиції №{$id}</b>
# $count (Number)
review-waiting = Усього чекають: {$count}
# $words (String)
review-old-words = Зараз опубліковано: <i>{$words}</i>
review-drawn = 🖼 З малюнком
review-look = 👀 Переглянути
review-publish = ✅ Опублікувати
review-return = ✏️ На доробку
review-decline = ✋ Відхилити
review-next = Наступна →
# $id (Number)
# $name (String)
review-published = ✅ Пропозицію №{$id} опубліковано. Рішення: {$name}.
# $id (Number)
# $name (String)
review-returned = ✏️ Пропозицію №{$id} повернуто на доробку. Рішення: {$name}.
# $id (Number)
# $name (String)
review-declined = ✋ Пропозицію №{$id} відхилено. Рішення: {$name}.
# $id (Number)
review-taken-back = ↩️ Пропозицію №{$id} розглядати вже не треба: її відкликали або змінили.
reviews-none = 🛂 Усе переглянуто: жодна пропозиція не чекає на схвалення.
review-gone = Цієї пропозиції вже немає.
review-gone-toast = Цієї пропозиції вже немає
review-reworded-toast = Текст щойно змінили — перегляньте ще раз
# $id (Number)
review-ask-return = ✏️ Що попросити змінити в пропозиції №{$id}? Відповідь прийде людині, яка її подала.
# $id (Number)
review-ask-decline = ✋ Чому не публікуємо пропозицію №{$id}? Відповідь прийде людині, яка її подала.
review-type-reason = ⌨️ Написати своїми словами
# $id (Number)
review-ask-note = ✏️ Напишіть, що змінити в пропозиції №{$id}. Ці слова прийдуть людині, яка її подала.
# $id (Number)
review-ask-decline-note = ✋ Напишіть, чому не публікуємо пропозицію №{$id}. Ці слова прийдуть людині, яка її подала.
# $length (Number)
# $limit (Number)
review-note-too-long = Задовго: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Скоротіть, будь ласка.
review-reason-too-late = Поки ви писали, тут усе змінилося, тож вашу відповідь не надіслано. Ось як зараз:
# $id (Number)
review-published-toast = Пропозицію №{$id} опубліковано
# $id (Number)
review-returned-toast = Пропозицію №{$id} повернуто на доробку
# $id (Number)
review-declined-toast = Пропозицію №{$id} відхилено
reason-unclear = Незрозуміло, про що йдеться
reason-several = Кілька думок в одній
reason-personal = Є особисті дані
reason-rude = Образливі слова
reason-off-topic = Не про це питання
reason-repeats = Таке вже є
reason-unclear-said = Не зовсім зрозуміло, про що йдеться. Поясніть, будь ласка, трохи докладніше.
reason-several-said = Тут кілька думок одразу. Подайте, будь ласка, кожну окремо.
reason-personal-said = Є особисті дані: імена, адреси, телефони. Їх краще не показувати всім.
reason-rude-said = Є слова, що можуть когось образити.
reason-off-topic-said = Пропозиція не відповідає на це питання.
reason-repeats-said = Така пропозиція вже є. Її можна підтримати.
# $why (String)
review-why = 💬 {$why}
# $id (Number)
answer-published = 🎉 Пропозицію <b>№{$id}</b> опубліковано. Тепер її бачать усі.
# $id (Number)
answer-change-published = ✅ Новий текст пропозиції <b>№{$id}</b> опубліковано.
# $id (Number)
answer-returned = ✏️ Організатори просять переформулювати пропозицію <b>№{$id}</b>.
# $id (Number)
answer-change-returned = ✏️ Організатори просять переформулювати новий текст пропозиції <b>№{$id}</b>. Поки що всі бачать попередній.
# $id (Number)
answer-declined = ✋ Організатори не публікують пропозицію <b>№{$id}</b>.
# $id (Number)
answer-change-declined = ✋ Організатори не публікують новий текст пропозиції <b>№{$id}</b>. Лишається попередній.
answer-reword = ✏️ Переформулювати

## Схожі пропозиції
# $count (Number)
close-head = 🔎 { $count ->
        [one] <b>Схожа пропозиція вже є.</b> Може, підтримати її?
       *[other] <b>Схожі пропозиції вже є.</b> Може, підтримати одну з них?
    }
# $words (String)
close-yours = Ваша: <i>{$words}</i>
# $number (String)
close-own = {$number} — теж ваша
# $id (Number)
close-support = 👍 Підтримати №{$id}
# $id (Number)
close-edit-own = ✏️ Змінити свою №{$id}
close-send-mine = ✅ Надіслати мою все одно
close-change-mine = ✏️ Змінити мою
# $id (Number)
close-supported = 👍 Ви підтримали пропозицію <b>№{$id}</b>. Вашу не надіслано, але це ще можна зробити.
close-supported-toast = Підтримано
close-send-mine-too = 📤 Надіслати й мою

## Скільки пропозицій від людини
# $count (Number)
call-most = 👤 Від однієї людини — щонайбільше { $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }.
call-most-any = 👤 Від однієї людини — скільки завгодно пропозицій.
call-most-any-button = без меж
# $question (String)
call-limit = 👤 Від людини: {$question}
# $question (String)
call-choose-most = 👤 Скільки пропозицій може подати одна людина до збору «{$question}»? Відкликані й відхилені не рахуються, а вже подані лишаться.
# $count (Number)
proposal-no-more = Цей збір приймає від однієї людини щонайбільше { $count ->
        [one] {$count} пропозицію
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }, і ви вже стільки подали. Будь-яку зі своїх можна змінити або відкликати — тоді звільниться місце для нової.
