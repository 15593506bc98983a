## Опитування
polls-none = 📊 <b>Опитування</b>

    Опитувань ще не було.
polls-title = 📊 <b>Опитування</b>

    🟢 чекає на вас · ✅ ви відповіли · 🏁 завершено
poll-new = ➕ Нове опитування
poll-gone = Цього опитування вже немає
# $question (String)
poll-card = 📊 <b>{$question}</b>
# $count (Number)
poll-total = { $count ->
        [one] {$count} відповідь
        [few] {$count} відповіді
       *[many] {$count} відповідей
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
poll-sent = ✅ Опитування надсилається: <b>{$question}</b>
poll-sent-toast = Опитування надсилається
poll-watch = 👁 Дивитися відповіді
