## Пропозиції
call-none-open = Зараз немає відкритих зборів пропозицій. Щойно організатори їх оголосять, вам прийде повідомлення.
call-none-open-alert = Зараз немає відкритих зборів пропозицій. Можна написати організаторам.
call-choose = На яке питання ви відповідаєте?
call-is-closed = Цей збір пропозицій уже закрито
# $question (String)
proposal-ask-words = 💡 <b>{$question}</b>

    Напишіть свою пропозицію одним повідомленням або надішліть фото малюнка з кількома словами. Перед надсиланням ви її ще побачите.
proposal-ask-other-words = Надішліть новий текст або інше фото.
proposal-keep = Лишити як є
# $id (Number)
proposal-ask-edit = ✏️ Надішліть новий текст пропозиції №{$id} або інше фото.
proposal-preview = 👀 <b>Так виглядатиме ваша пропозиція:</b>
# $id (Number)
proposal-preview-edit = 👀 <b>Так тепер виглядатиме пропозиція №{$id}:</b>
proposal-send = ✅ Надіслати
proposal-save = ✅ Зберегти
proposal-reword = ✏️ Змінити
proposal-wrong-kind = Пропозицією може бути текст або фото. Якщо це документ чи голосове — перекажіть, будь ласка, головне словами.
proposal-empty = Тут порожньо. Напишіть, будь ласка, хоч кілька слів.
# $length (Number)
# $limit (Number)
proposal-too-long = Задовго: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Скоротіть, будь ласка, — попереднє повідомлення лишається в чаті, його можна скопіювати.
# $id (Number)
proposal-handed-in = 🎉 Дякуємо! Пропозицію прийнято, її номер — <b>№{$id}</b>. Автора інші учасники не бачать.
proposal-sent-toast = Пропозицію прийнято
proposal-one-more = 💡 Подати ще одну
# $id (Number)
proposal-changed = ✅ Пропозицію №{$id} змінено.
proposal-not-there = Цієї пропозиції вже немає
proposals-mine-none = Ви ще не подавали пропозицій.
proposals-mine = 🗂 <b>Мої пропозиції</b>
proposals-none = Пропозицій поки немає. Ваша може бути першою!
# $count (Number)
proposals-all = 📋 <b>{ $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }</b>
# $id (Number)
proposal-number = №{$id}
proposal-drawing = малюнок
proposal-state-published = опублікована
proposal-state-withdrawn = відкликана
# $id (Number)
# $question (String)
# $when (String)
proposal-head = <b>Пропозиція №{$id}</b>
    {$question}
    {$when}
proposal-edited = змінено
proposal-edit = ✏️ Змінити
proposal-withdraw = Відкликати
# $id (Number)
proposal-ask-withdraw = Відкликати пропозицію №{$id}? Інші її більше не бачитимуть.
proposal-withdraw-yes = Так, відкликати
proposal-withdrawn = Пропозицію відкликано
draft-gone = Цю чернетку вже змінено, надіслано або скасовано

## Збори пропозицій
calls-none = ❓ <b>Збори пропозицій</b>

    Ще жодного. Поставте всім питання, наприклад: «Що нас об’єднує?»
calls-title = ❓ <b>Збори пропозицій</b>
# $count (Number)
# $question (String)
calls-line-open = 🟢 {$question}
    { $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }
# $count (Number)
# $question (String)
calls-line-closed = ⚪️ {$question}
    закрито, { $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }
call-new = ➕ Новий збір
# $question (String)
call-close = 🔒 Закрити: {$question}
call-ask-question = ❓ Напишіть питання, на яке люди відповідатимуть пропозиціями. Наприклад: «Що нас об’єднує?»
call-question-empty = Питання порожнє. Напишіть його, будь ласка, словами.
# $length (Number)
# $limit (Number)
call-question-too-long = Задовге питання: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Скоротіть, будь ласка.
# $question (String)
call-preview = 👀 <b>Збір пропозицій:</b>

    {$question}

    Після відкриття питання прийде всім. Щоб змінити його, просто напишіть інше.
call-open = 📣 Відкрити для всіх
# $question (String)
call-card = ❓ <b>{$question}</b>

    Організатори збирають пропозиції. Подайте свою — вистачить кількох слів або фото малюнка.
# $question (String)
call-opened = ✅ Збір відкрито, запрошення вже йдуть: <b>{$question}</b>
call-opened-toast = Збір відкрито
# $question (String)
call-ask-close = Закрити збір «{$question}»? Нових пропозицій у ньому не приймуть, подані лишаться.
call-close-yes = Так, закрити
call-closed-toast = Збір закрито
