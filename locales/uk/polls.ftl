## Опитування
polls-none = 📊 <b>Опитування</b>

    Опитувань ще не було.
polls-title = 📊 <b>Опитування</b>

    🟢 чекає на вас · ✅ ви відповіли · 🏁 завершено
polls-all = 📊 Усі опитування
poll-new = ➕ Нове опитування
poll-gone = Цього опитування вже немає
# $question (String)
poll-card = 📊 <b>{$question}</b>
# $count (Number)
poll-total = { $count ->
        [0] Ніхто не відповів
        [one] Відповіла {$count} людина
        [few] Відповіли {$count} людини
       *[many] Відповіли {$count} людей
    }
poll-over = Опитування завершено.
# $answer (String)
poll-answered = Ваша відповідь: {$answer}
poll-is-closed = Опитування вже завершено
poll-close = 🏁 Завершити опитування
poll-closed-toast = Опитування завершено
poll-ask = 📊 Надішліть опитування одним повідомленням: у першому рядку питання, далі — по відповіді в рядку.

    <i>Коли вам зручніше зустрітися?
    У будні ввечері
    У суботу вранці
    Будь-коли онлайн</i>
poll-question-empty = Питання порожнє. Напишіть його в першому рядку.
# $length (Number)
# $limit (Number)
poll-question-too-long = Задовге питання: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Скоротіть, будь ласка.
# $question (String)
poll-preview = 👀 <b>{$question}</b>
poll-send = 📣 Надіслати всім
# $question (String)
# $audience (String)
poll-sent = ✅ Опитування надсилається: <b>{$question}</b>

    Кому: {$audience}
poll-sent-toast = Опитування надсилається
poll-watch = 👁 Дивитися відповіді
poll-several = ☑️ Можна обрати кілька відповідей.
poll-hidden = 🙈 Підсумок стане видно після завершення.
poll-anonymous = 🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
poll-named = 👁 З іменами: усі бачитимуть, хто що відповів.
# $answer (String)
poll-taken-back = Відповідь знято: {$answer}
poll-not-for-you = Це опитування для іншої групи учасників.
poll-names = 👥 Хто що відповів
# $question (String)
poll-names-title = 👥 <b>{$question}</b>
poll-picture = 🖼 Картинкою
poll-picture-toast = Ось підсумок
poll-compare = ⚖️ Порівняти з попереднім
poll-compare-toast = Ось обидва підсумки
poll-repeat = 🔁 Провести ще раз
poll-no-counts-yet = Підсумку поки не видно: спершу треба відповісти або дочекатися завершення.
# $when (String)
poll-repeats = 🔁 Те саме опитування проводили {$when}. Підсумки можна буде порівняти.
poll-few-people = ⚠️ У цій групі замало людей, щоб відповіді були справді анонімними: можна здогадатися, хто що відповів.
poll-fixed = Після надсилання змінити це вже не можна.
poll-one-answer = Одна відповідь
poll-more-answers = Кілька
poll-counts-now = Підсумок одразу
poll-counts-later = Наприкінці
poll-without-names = 🕶 Анонімно
poll-with-names = 👁 З іменами
# $count (Number)
poll-for-everyone = 👥 Кому: усім ({$count})
# $group (String)
# $count (Number)
poll-for = 👥 Кому: {$group} ({$count})
# $group (String)
poll-send-to = 📣 Надіслати: {$group}
poll-ask-audience = Кому надіслати опитування?
# $question (String)
poll-result = 📊 <b>Підсумок: {$question}</b>
# $count (Number)
# $share (Number)
poll-counted = {$count} ({$share} %)
poll-several-were-given = Можна було обрати кілька відповідей, тому разом відсотків може бути більше ніж 100.
# $total (String)
# $when (String)
poll-asked = {$total} ({$when})
# $question (String)
poll-compared-title = ⚖️ <b>{$question}</b>
# $words (String)
# $before (Number)
# $after (Number)
# $was (Number)
# $is (Number)
poll-compared = {$words}: {$before} % → <b>{$after} %</b> ({$was} → {$is})
poll-only-on-wall = 🖥 Лише на екрані в залі
poll-for-wall = 🖥 Лише на екрані в залі
poll-open-on-wall = 📣 Відкрити
poll-opened-toast = Опитування відкрито
# $question (String)
poll-opened-on-wall = ✅ Опитування відкрито, і воно вже на екрані: <b>{$question}</b>

    Повідомлень про нього ніхто не отримає: відповідають за QR-кодом з екрана або зі списку опитувань.
# $question (String)
poll-opened-without-wall = ✅ Опитування відкрито: <b>{$question}</b>

    Екрана зараз немає. Відкрийте його командою /wall і оберіть там це опитування.
