## Голосування
votes-none = 🗳 <b>Голосування</b>

    Голосувань ще не було.
votes-title = 🗳 <b>Голосування</b>

    🟢 чекає на вас · ✅ бюлетень здано · 🏁 завершено
vote-new = ➕ Нове голосування
vote-gone = Цього голосування вже немає
# $title (String)
vote-title = 🗳 <b>{$title}</b>
# $seats (Number)
vote-how = Можна обрати { $seats ->
        [one] {$seats} варіант
        [few] до {$seats} варіантів
       *[many] до {$seats} варіантів
    }.
# $when (String)
vote-closes-at = Триває до {$when}.
vote-closes-by-hand = Коли завершиться, оголосять організатори.
# $days (Number)
vote-closes-in = Триватиме { $days ->
        [1] добу
        [7] тиждень
        [one] {$days} день
        [few] {$days} дні
       *[many] {$days} днів
    }.
# $count (Number)
# $most (Number)
vote-marked = Обрано {$count} з {$most}
# $count (Number)
# $most (Number)
vote-changed = ✏️ Обрано {$count} з {$most}. Зміни ще не здано: натисніть «Здати бюлетень».
# $count (Number)
# $most (Number)
vote-handed-in = ✅ Бюлетень здано: обрано {$count} з {$most}. До завершення його можна змінити.
vote-hand-in = 📥 Здати бюлетень
# $most (Number)
vote-full = Уже обрано {$most} з {$most}. Спершу зніміть одну позначку.
vote-nothing-marked = Ще нічого не обрано. Позначте хоча б один варіант.
vote-handed-in-toast = Бюлетень прийнято
vote-is-closed = Голосування завершено
# $count (Number)
vote-turnout-so-far = Здано { $count ->
        [one] {$count} бюлетень
        [few] {$count} бюлетені
       *[many] {$count} бюлетенів
    }.
vote-close = 🏁 Завершити голосування
# $count (Number)
# $title (String)
vote-ask-close = Завершити «{$title}»? Здано { $count ->
        [one] {$count} бюлетень
        [few] {$count} бюлетені
       *[many] {$count} бюлетенів
    }. Підсумок одразу прийде всім, відкрити знову не можна.
vote-close-yes = Так, завершити
vote-closed-toast = Завершено, підсумок уже надсилається
# $title (String)
vote-counting = ⏳ <b>{$title}</b>

    Голосування завершено, підсумок прийде за мить.
# $title (String)
vote-result = 🏁 <b>Підсумок: {$title}</b>
# $count (Number)
votes-count = { $count ->
        [one] {$count} голос
        [few] {$count} голоси
       *[many] {$count} голосів
    }
# $count (Number)
# $roll (Number)
# $share (Number)
vote-turnout = Явка: {$count} з {$roll} ({$share} %).
# $seats (Number)
# $tied (Number)
vote-tie = ⚖️ Нічия: { $tied ->
        [one] {$tied} варіант набрав
        [few] {$tied} варіанти набрали
       *[many] {$tied} варіантів набрали
    } порівну, а { $seats ->
        [one] вільне місце лише {$seats}
        [few] вільних місць лише {$seats}
       *[many] вільних місць лише {$seats}
    }. Що з цим робити, вирішать організатори разом з учасниками.

## Нове голосування
vote-ask-title = 🗳 Про що голосуємо? Напишіть заголовок, наприклад: «Три пріоритетні напрями».
vote-title-empty = Заголовок порожній. Напишіть його, будь ласка, словами.
# $length (Number)
# $limit (Number)
vote-title-too-long = Заголовок задовгий: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Скоротіть, будь ласка.
vote-ask-options = Тепер варіанти — одним повідомленням, кожен з нового рядка:

    <i>Дороги й транспорт
    Школи й укриття
    Робота для молоді</i>
options-too-few = Потрібно щонайменше два варіанти, кожен з нового рядка.
# $count (Number)
options-too-many = Забагато варіантів: {$count}. Об’єднайте, будь ласка, схожі.
# $length (Number)
# $limit (Number)
# $line (Number)
options-too-long = Варіант {$line} задовгий: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Скоротіть його й надішліть список ще раз.
# $option (String)
options-twice = Варіант «{$option}» трапляється двічі. Надішліть список без повторів.
vote-ask-closing = До якого дня й часу триває голосування? Наприклад: <i>5 лютого 18:00</i>, <i>05.02 18:00</i> або <i>завтра</i>. Час — київський.
vote-closing-not-understood = Не вдалося зрозуміти дату, або вона вже минула. Напишіть, наприклад, так: <i>5 лютого 18:00</i> або <i>завтра 12:00</i>.
vote-closing-passed = Обраний час завершення вже минув. Оберіть інший.
# $title (String)
vote-preview = 👀 <b>{$title}</b>
# $count (Number)
vote-choose-up-to = до {$count}
vote-day = Доба
vote-week = Тиждень
vote-by-hand = Завершу вручну
vote-date = Дата…
vote-change-title = ✏️ Заголовок
vote-change-options = ✏️ Варіанти
vote-open = 📣 Відкрити для всіх
# $title (String)
vote-opened = ✅ Голосування відкрито, бюлетені вже йдуть: <b>{$title}</b>
vote-opened-toast = Голосування відкрито
vote-watch = 👁 До голосування
