## Меню
menu-title = 🏠 <b>Мережа</b>
# $count (Number)
menu-votes-wait = 🗳 На ваш голос { $count ->
        [one] чекає {$count} голосування
        [few] чекають {$count} голосування
       *[many] чекає {$count} голосувань
    }.
# $count (Number)
menu-polls-wait = 📊 На вашу відповідь { $count ->
        [one] чекає {$count} опитування
        [few] чекають {$count} опитування
       *[many] чекає {$count} опитувань
    }.
# $count (Number)
menu-sessions-wait = 📅 На вашу відповідь { $count ->
        [one] чекає {$count} сесія
        [few] чекають {$count} сесії
       *[many] чекає {$count} сесій
    }.
menu-nothing-waits = Зараз на вас нічого не чекає. Є ідея? Подайте пропозицію!
menu-resume = ✍️ Продовжити розпочате
menu-propose = 💡 Подати пропозицію
menu-votes = 🗳 Голосування
menu-sessions = 📅 Сесії
menu-polls = 📊 Опитування
menu-proposals = 📋 Усі пропозиції
menu-mine = 🗂 Мої пропозиції
menu-write = ✉️ Лист організаторам
menu-settings = ⚙️ Налаштування
menu-desk = 🛠 Для організаторів
menu-help = ❔ Довідка

## Для організаторів
# $joined (Number)
# $reachable (Number)
desk-title = 🛠 <b>Для організаторів</b>

    У Мережі { $joined ->
        [one] {$joined} людина
        [few] {$joined} людини
       *[many] {$joined} людей
    }, повідомлення доходять до {$reachable}.
desk-announce = 📣 Оголошення
desk-new-vote = 🗳 Голосування
desk-new-session = 📅 Нова сесія
desk-new-poll = 📊 Опитування
desk-calls = ❓ Збори пропозицій
desk-invites = 🔗 Запрошення
desk-sectors = 🏛 Сектори
desk-regions = 📍 Регіони
desk-offline = 📄 Без Telegram

## Довідка
help = ❔ <b>Що тут можна робити</b>

    /propose — подати пропозицію
    /proposals — прочитати всі пропозиції
    /mine — мої пропозиції: змінити, відкликати
    /stances — картки: згода, не згода чи пропустити
    /vote — голосування
    /polls — опитування
    /sessions — сесії: відповісти, переглянути підсумки й матеріали
    /settings — мова, ім’я, сектор, регіон, тихі години, вихід
    /mydata — усе, що бот зберігає про мене, файлом
    /cancel — скасувати розпочате
    /menu — меню

    Якщо просто написати сюди, бот запитає, що з цим зробити. Чернетки не зникають, навіть якщо зв’язок обірветься.
help-organizers = 🛠 <b>Організаторам</b>

    /invite — запрошення з QR-кодом
    /newsession — сесія
    /wall — екран у залі під час сесії
    /checkin — реєстрація на вході
    /newcall — збір пропозицій
    /newvote — голосування
    /poll — швидке опитування
    /announce — оголошення
    /export — взяти з собою: таблиці, картки для друку, дані
    /desk — усе разом
help-data = 🔒 Автора пропозиції інші учасники не бачать. Не надсилайте службової інформації. Вийти й стерти дані можна в /settings.

## Інше
album-first-only = 🖼 З альбому враховано лише перше фото чи файл. Решту надішліть, будь ласка, по одному.
unreadable = Такого бот прочитати не вміє. Надішліть, будь ласка, текст або фото.
unknown-command = Такої команди немає. Усе, що є, — у меню.
organizers-only = Це можуть лише організатори.
button-stale = Ця кнопка застаріла. Відкрийте меню: /menu
nothing-to-cancel = Зараз нічого скасовувати.
cancelled = Скасовано.
cancelled-toast = Скасовано
after-restart = Бот щойно перезапустився. Якщо на останню дію не було відповіді, не хвилюйтеся: її збережено.
fault = 😔 Щось пішло не так, і цю дію не виконано. Спробуйте, будь ласка, ще раз. Якщо не допоможе — напишіть організаторам.
fault-toast = Щось пішло не так, дію не виконано. Спробуйте ще раз.
alarm-conflict = ⚠️ Хтось ще отримує повідомлення цього бота: запущено другу копію або токен потрапив у чужі руки. Покажіть це тому, хто обслуговує бота: якщо другої копії немає, токен треба перевипустити в @BotFather.

## Команди в меню Telegram
command-menu = Меню
command-propose = Подати пропозицію
command-proposals = Усі пропозиції
command-mine = Мої пропозиції
command-vote = Голосування
command-polls = Опитування
command-sessions = Сесії
command-settings = Налаштування
command-help = Довідка
command-cancel = Скасувати розпочате
command-desk = Для організаторів
command-announce = Нове оголошення
command-newvote = Нове голосування
command-poll = Нове опитування
command-newsession = Нова сесія
command-wall = Екран у залі
command-checkin = Реєстрація на вході
command-newcall = Новий збір пропозицій
command-invite = Запросити людей
