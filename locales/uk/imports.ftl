## Внести пропозиції
desk-import = 📥 Внести пропозиції
import-ask = 📥 <b>Внести пропозиції</b>

    Надішліть сюди:
    • файл <b>CSV</b> або <b>XLSX</b>, до 5 МБ і 5 000 рядків;
    • або повідомлення, де кожна ідея з нового рядка;
    • або фото малюнків із підписами, по одному чи альбомом.

    Спершу покажу, що вдалося прочитати, і без вашого підтвердження нічого не внесу. Нікому нічого не надсилатиметься.
import-all = 🗂 Усі внесення
import-again = 📥 Внести ще
import-no-call = Пропозиції відповідають на якесь питання, тож спершу потрібен збір. Створіть його, а тоді повертайтеся сюди.
# $count (Number)
import-too-many-waiting = У вас уже { $count ->
        [one] {$count} незавершене внесення
        [few] {$count} незавершені внесення
       *[many] {$count} незавершених внесень
    }. Підтвердьте або скасуйте щось із них.
import-wrong-kind = Сюди можна надіслати файл CSV чи XLSX, текст або фото. Це прочитати не вийде.
import-as-photo = Це зображення надіслано файлом. Надішліть його, будь ласка, саме як фото.
import-address = Посилань я не відкриваю. Завантажте таблицю як CSV або XLSX (у Google Таблицях: «Файл» → «Завантажити») і надішліть файл сюди.
import-lines-empty = Тут немає жодного слова. Напишіть, будь ласка, ідеї — кожну з нового рядка.
offer-import = 📥 Внести пропозиції з таблиці
# $count (Number)
import-gathered = 📥 Зібрано { $count ->
        [one] <b>{$count}</b> ідею
        [few] <b>{$count}</b> ідеї
       *[many] <b>{$count}</b> ідей
    }. Надсилайте ще або завершіть.
# $count (Number)
import-gathered-photo = 📥 Зібрано { $count ->
        [one] <b>{$count}</b> ідею
        [few] <b>{$count}</b> ідеї
       *[many] <b>{$count}</b> ідей
    }. Можна написати підпис до останнього фото, надіслати ще або завершити.
import-album = 📥 Альбом приймаю. Надсилайте ще або завершіть.
# $most (Number)
import-gathered-enough = За один раз можна внести щонайбільше {$most}. Завершіть це внесення, а решту внесіть наступним.
import-gathered-done = ✅ Готово, показати
import-gathered-none = Поки нічого не зібрано
import-cancel = Скасувати внесення
import-cancelled = Внесення скасовано, нічого не додано.
import-cancelled-toast = Внесення скасовано
import-gone = Цього внесення вже немає
# $name (String)
import-reading = ⏳ <b>{$name}</b>
    Отримую файл і читаю його…
# $name (String)
import-comparing = ⏳ <b>{$name}</b>
    Прочитано. Порівнюю з тим, що вже є…
import-reading-toast = ⏳ Отримую файл…
import-comparing-toast = ⏳ Порівнюю з тим, що вже є…
import-from-messages = Ідеї з повідомлень
import-from-file = Таблиця
# $name (String)
# $why (String)
import-refused = 😔 <b>{$name}</b>
    {$why}
# $megabytes (Number)
import-trouble-too-large = Файл завеликий: приймаю до {$megabytes} МБ. Приберіть із нього зайве або поділіть на частини.
import-trouble-unreachable = Telegram зараз не віддає цього файлу. Спробуйте ще раз за хвилину.
import-trouble-no-table = Це не схоже на таблицю. Збережіть її як XLSX або CSV і надішліть ще раз.
import-trouble-old-or-locked = Це старий формат Excel (XLS) або файл під паролем. Збережіть його як XLSX без пароля і надішліть ще раз.
import-trouble-swollen = Файл розпаковується в надто багато даних, тож далі я його не читаю. Скопіюйте потрібний стовпець у нову таблицю.
import-trouble-broken = Файл пошкоджено: прочитати його не вдалося. Відкрийте його в Excel чи Google Таблицях, збережіть заново і надішліть ще раз.
# $most (Number)
import-trouble-too-many-rows = У файлі понад {$most} рядків. Поділіть його на частини.
import-trouble-empty = У файлі порожньо.
import-trouble-failed = Прочитати файл не вдалося. Спробуйте ще раз.
import-retry = 🔁 Спробувати ще раз
# $name (String)
import-ready = 👀 <b>{$name}</b>
    Ось що вдалося прочитати. Ще нічого не внесено.
# $question (String)
import-to-call = ❓ До збору: {$question}
# $name (String)
import-sheet = 📄 Аркуш: {$name}
# $letters (String)
# $label (String)
import-words-column = 🔤 Пропозиції у стовпці {$letters}: <i>{$label}</i>
# $letters (String)
# $count (Number)
import-direction-column = 🧭 Напрями зі стовпця {$letters}: визначено { $count ->
        [one] в {$count} пропозиції
       *[other] у {$count} пропозицій
    }. Назв, яких у боті немає, не переношу.
# $letters (String)
import-author-column = 👤 Імена зі стовпця {$letters} не переношу: люди могли на це не погоджуватися.
# $count (Number)
import-count-fresh = ✅ { $count ->
        [one] {$count} нова пропозиція
        [few] {$count} нові пропозиції
       *[many] {$count} нових пропозицій
    }
# $count (Number)
# $there (Number)
import-count-same = 🟰 { $count ->
        [one] {$count} така сама
        [few] {$count} такі самі
       *[many] {$count} таких самих
    } (з них уже є в боті: {$there}) — не вноситиму
# $count (Number)
import-count-close-taken = 🔎 { $count ->
        [one] {$count} схожа на іншу — внесу теж
        [few] {$count} схожі на інші — внесу теж
       *[many] {$count} схожих на інші — внесу теж
    }
# $count (Number)
import-count-close-left = 🔎 { $count ->
        [one] {$count} схожа на іншу — не вноситиму
        [few] {$count} схожі на інші — не вноситиму
       *[many] {$count} схожих на інші — не вноситиму
    }
# $count (Number)
import-count-unreadable = ⚠️ { $count ->
        [one] {$count} рядок не вийде внести
        [few] {$count} рядки не вийде внести
       *[many] {$count} рядків не вийде внести
    }
# $count (Number)
import-count-blank = ▫️ { $count ->
        [one] {$count} рядок у цьому стовпці порожній
        [few] {$count} рядки в цьому стовпці порожні
       *[many] {$count} рядків у цьому стовпці порожні
    }
import-samples = <b>Наприклад:</b>
# $row (Number)
# $words (String)
import-line = <b>{$row}.</b> {$words}
# $count (Number)
import-confirm = ✅ Внести { $count ->
        [one] {$count} пропозицію
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }
import-nothing-new = Вносити нічого: нового тут немає.
import-other-column = 🔤 Інший стовпець
import-other-call = ❓ Інший збір
import-look-same = 🟰 Такі самі
import-look-close = 🔎 Схожі
import-look-unreadable = ⚠️ Чому не вийде
import-leave-close = 🔎 Схожих не вносити
import-take-close = 🔎 Внести й схожі
import-changed-toast = Тут щойно щось змінилося — перегляньте ще раз
import-choose-column = 🔤 <b>У якому стовпці пропозиції?</b>
import-first-is-heading = ✓ Перший рядок — заголовки
import-first-is-row = Перший рядок — заголовки
import-choose-call = ❓ <b>До якого збору внести?</b>
# $question (String)
import-closed-call = 🔒 {$question}
import-pile-same = 🟰 <b>Такі самі</b>
    Відрізняються хіба великими літерами чи розділовими знаками. Не вносяться.
import-pile-close = 🔎 <b>Схожі</b>
import-pile-unreadable = ⚠️ <b>Не вийде внести</b>
    Число — номер рядка в таблиці чи ідеї за порядком.
# $row (Number)
import-as-row = як рядок {$row}
# $row (Number)
import-like-row = схоже на рядок {$row}
# $id (Number)
# $words (String)
import-as-proposal = як №{$id}: {$words}
# $id (Number)
# $words (String)
import-like-proposal = схоже на №{$id}: {$words}
# $length (Number)
# $limit (Number)
import-why-too-long = задовго: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}
import-why-no-value = формула без значення або помилка в клітинці
# $count (Number)
# $question (String)
import-done = ✅ Внесено { $count ->
        [one] <b>{$count}</b> пропозицію
        [few] <b>{$count}</b> пропозиції
       *[many] <b>{$count}</b> пропозицій
    } до збору «{$question}».
# $count (Number)
import-done-toast = Внесено: {$count}
# $count (Number)
import-overtaken = ℹ️ Поки ви дивилися, { $count ->
        [one] {$count} така сама пропозиція вже з’явилася в зборі, тож удруге її не внесено.
        [few] {$count} такі самі пропозиції вже з’явилися в зборі, тож удруге їх не внесено.
       *[many] {$count} таких самих пропозицій уже з’явилися в зборі, тож удруге їх не внесено.
    }
import-done-already = Це внесення вже підтверджено
# $name (String)
# $when (String)
import-source = 📄 {$name}, {$when}
# $name (String)
import-by = 👤 {$name}
# $there (Number)
import-there = З них зараз опубліковано: {$there}.
import-undo = ↩️ Прибрати внесене
# $count (Number)
import-ask-undo = ↩️ <b>Прибрати внесене?</b>

    { $count ->
        [one] {$count} пропозицію більше ніхто не бачитиме, і ставлення до неї не рахуватиметься.
        [few] {$count} пропозиції більше ніхто не бачитиме, і ставлення до них не рахуватиметься.
       *[many] {$count} пропозицій більше ніхто не бачитиме, і ставлення до них не рахуватиметься.
    }
# $count (Number)
import-touched = ⚠️ { $count ->
        [one] До {$count} з них люди вже долучилися: висловили ставлення, змінили її чи рухали далі. Її можна лишити.
       *[other] До {$count} з них люди вже долучилися: висловили ставлення, змінили їх чи рухали далі. Їх можна лишити.
    }
# $count (Number)
import-undo-all = Прибрати всі ({$count})
# $count (Number)
import-undo-untouched = Лише незаймані ({$count})
# $count (Number)
import-undone-toast = Прибрано: {$count}
import-undone = ↩️ Внесене прибрано.
# $there (Number)
import-undone-kept = Лишилося опубліковано: {$there}.
import-undone-already = Це внесення вже прибрано
import-list = 🗂 <b>Внесення</b>
import-list-none = 🗂 <b>Внесення</b>

    Ще жодного.
# $number (Number)
# $name (String)
# $when (String)
# $state (String)
import-list-line = <b>{$number}.</b> {$name} · {$when}
    {$state}
import-state-open = ще не підтверджено
# $count (Number)
import-state-done = { $count ->
        [one] внесено {$count} пропозицію
        [few] внесено {$count} пропозиції
       *[many] внесено {$count} пропозицій
    }
import-state-undone = прибрано
proposal-by-organizers = 📥 Внесено організаторами
