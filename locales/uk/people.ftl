## Мова
language-itself = Українська

## Приєднання
join-ask-language = Якою мовою вам зручніше?
join-welcome = 👋 Вітаємо в <b>Мережі</b>! Тут люди з громад, влади й громадських організацій разом працюють між сесіями: подають пропозиції, обирають пріоритети, дізнаються новини.
join-what-is-kept = 🔒 Ми зберігаємо лише ім’я чи псевдонім, мову, сектор і регіон (якщо вкажете) та те, що ви тут пишете й обираєте, — щоб пропозиції та голоси не губились. Номера телефону ми не бачимо, а вийти й стерти свої дані можна будь-коли в налаштуваннях.
join-ask-name = <b>Як до вас звертатися?</b> Напишіть ім’я або псевдонім.
# $name (String) - ім'я з Telegram
join-use-telegram-name = Як у Telegram: {$name}
join-use-my-telegram-name = Як у моєму Telegram
join-name-unusable = Тут немає чого прочитати. Напишіть, будь ласка, ім’я літерами.
# $length (Number)
# $limit (Number)
join-name-too-long = Задовге ім’я: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Напишіть, будь ласка, коротше.
# $name (String)
join-ask-sector = Приємно познайомитися, <b>{$name}</b>! Ви вже в Мережі.

    З якого ви сектора? Це допоможе бачити, що думають різні сторони. Можна пропустити.
join-ask-region = З якого ви регіону? Це теж можна пропустити.
join-done = ✅ Усе готово. У меню видно, що відбувається зараз і що чекає на вас.
join-done-organizer = ✅ Усе готово. Ви можете проводити збори пропозицій, голосування й оголошення — усе це в меню, «Для організаторів».

    Почніть із запрошення: /invite
join-done-moderator = ✅ Усе готово. Пропозиції на схвалення й листи від учасників приходитимуть сюди самі.
join-door = Це Мережа — бот для людей, які разом працюють над стратегією. Сюди приходять за посиланням-запрошенням від організаторів.

    Якщо посилання немає, можна попроситися: організатори побачать ваше ім’я в Telegram.
join-ask-to-join = 🙋 Попроситися в Мережу
join-invite-expired = Термін дії цього запрошення минув. Попросіть в організаторів нове або надішліть їм запит.
join-invite-used-up = За цим запрошенням уже приєдналося стільки людей, на скільки воно розраховане. Попросіть в організаторів нове або надішліть їм запит.
join-invite-revoked = Це запрошення скасовано. Попросіть в організаторів нове або надішліть їм запит.
join-invite-unknown = Такого запрошення немає. Можливо, посилання скопійовано не повністю — перевірте його або надішліть організаторам запит.
join-already = Ви вже в Мережі 🙂

## Запити
# $name (String)
request-card = 🙋 <b>{$name}</b> проситься в Мережу без запрошення. Пустити?
# $name (String)
request-of = 🙋 <b>{$name}</b>
request-nameless = Людина без імені
request-approve = ✅ Пустити
request-decline = ✋ Відмовити
# $name (String)
request-approved = ✅ Запит схвалено. Рішення: {$name}.
# $name (String)
request-declined = ✋ У запиті відмовлено. Рішення: {$name}.
request-some-organizer = хтось з організаторів
request-approved-toast = Схвалено
request-declined-toast = Відмовлено
request-settled-before = Це вже вирішено
request-gone = Цього запиту вже немає: людина вийшла.
request-sent = 📨 Запит надіслано організаторам. Щойно хтось із них відповість, ви отримаєте тут повідомлення.
request-waiting = Ваш запит уже в організаторів
request-welcome = 🎉 Організатори схвалили ваш запит. Вітаємо в <b>Мережі</b>!
request-refused = Організатори відхилили запит. Якщо це помилка, зверніться до того, хто розповів вам про Мережу.

## Налаштування
# $name (String)
# $quiet (String)
# $region (String)
# $sector (String)
settings-title = ⚙️ <b>Налаштування</b>

    Ім’я: <b>{$name}</b>
    Сектор: {$sector}
    Регіон: {$region}
    Тихі години: {$quiet}
settings-not-said = не вказано
settings-name = ✏️ Змінити ім’я
settings-sector = 🏛 Сектор
settings-region = 📍 Регіон
settings-reminders-on = 🔔 Нагадувати про сесії
settings-reminders-off = 🔕 Не нагадувати про сесії
settings-leave = 🚪 Вийти й стерти мої дані
settings-saved = Збережено
settings-ask-name = Напишіть нове ім’я або псевдонім.
settings-renamed = ✅ Ім’я змінено.
settings-choose-sector = Який ваш сектор?
settings-choose-region = Який ваш регіон?
settings-rather-not-say = Не вказувати
settings-quiet = 🌙 Тихі години
# $from (Number)
# $to (Number)
quiet-said = {$from}:00–{$to}:00
quiet-none = немає
# $hours (String)
quiet-choose = 🌙 <b>Тихі години: {$hours}</b>

    У цей час (за Києвом) не надходить нічого, що може зачекати: оголошення, запрошення до голосування й опитування, нагадування та підсумки прийдуть, щойно тихі години скінчаться. Відповіді на ваші дії надходять завжди.
# $hour (Number)
quiet-since = з {$hour}:00
# $hour (Number)
quiet-until = до {$hour}:00
quiet-off = Без тихих годин
belonging-gone = Цього варіанта вже немає, оберіть інший

## Вихід
# $count (Number) - скільки пропозицій
leave-ask = 🚪 <b>Вийти з Мережі?</b>

    Ми зітремо ваше ім’я, налаштування, листи та відповіді у відкритих голосуваннях. Уже підраховані підсумки не зміняться. Скасувати це не можна.{ $count ->
        [0] {""}
        [1] {" "}Що робити з вашою пропозицією?
        [one] {" "}Що робити з вашими {$count} пропозиціями?
        [few] {" "}Що робити з вашими {$count} пропозиціями?
       *[many] {" "}Що робити з вашими {$count} пропозиціями?
    }
leave-keeping = Вийти, пропозиції лишити без підпису
leave-taking = Вийти й прибрати пропозиції
leave-now = Так, вийти й стерти дані
leave-done = Ваші дані стерто. Дякуємо, що були з нами! Повернутися можна за новим запрошенням.
leave-done-organizer = Ваші дані стерто. Дякуємо за роботу! Якщо ваш ID є в налаштуваннях сервера, після /start ви знову матимете права організатора.

## Особисті запрошення
# $name (String)
personal-is-it-you = 👋 Це особисте запрошення в Мережу: <b>{$name}</b>.
personal-ask = Це ви? Тоді все, що внесено під цим ім’ям, стане вашим.
personal-yes = ✅ Так, це я
personal-no = Ні, це не я
personal-not-you = Гаразд, нічого не змінилося. Скажіть про це людині, яка дала вам запрошення, або попросіться в Мережу під своїм ім’ям.
# $name (String)
personal-yours = ✅ Ви в Мережі. Вітаємо, <b>{$name}</b>!
personal-change = Усе це тепер ваше: будь-що можна змінити або прибрати.
personal-not-for-you = Ви вже в Мережі, а це запрошення — для людини, за яку досі відповідали організатори. Перешліть посилання саме їй: для вас нічого не змінилося.

## Запрошення
invites-none = 🔗 <b>Запрошення</b>

    Діючих посилань ще немає. Створіть перше:
invites-title = 🔗 <b>Запрошення</b>
# $id (Number)
# $uses (Number)
invite-line = №{$id}: { $uses ->
        [0] ще ніхто не приєднався,
        [one] приєдналася {$uses} людина,
        [few] приєдналися {$uses} людини,
       *[many] приєдналося {$uses} людей,
    }
invite-without-limits = діє без обмежень
# $most (Number)
invite-limited-uses = розраховане на { $most ->
        [one] {$most} людину
        [few] {$most} людини
       *[many] {$most} людей
    }
# $until (String)
invite-limited-time = діє до {$until}
# $most (Number)
# $until (String)
invite-limited = розраховане на { $most ->
        [one] {$most} людину
        [few] {$most} людини
       *[many] {$most} людей
    }, діє до {$until}
invite-expired = термін минув
invite-used-up = використане
invite-is-revoked = скасоване
invite-revoked = Запрошення скасовано
invite-new-open = ➕ Нове, без обмежень
invite-new-once = ➕ На одну людину, 3 дні
invite-new-group = ➕ На 50 людей, тиждень
# $id (Number)
invite-show = 🔳 №{$id}
# $id (Number)
invite-revoke = ✖️ Скасувати №{$id}
# $limits (String)
# $link (String)
invite-caption = 🔗 Запрошення в Мережу ({$limits}). Перешліть посилання або покажіть QR-код:

    {$link}
invites-all = Усі запрошення

## Сектори й регіони
sectors-title = 🏛 <b>Сектори</b>

    Їх обирають під час приєднання. Оберіть, щоб перейменувати або прибрати зі списку.
regions-title = 📍 <b>Регіони</b>

    Їх обирають під час приєднання. Оберіть, щоб перейменувати або прибрати зі списку.
# $label (String)
affiliation-retired-label = {$label} (прибрано)
affiliation-add = ➕ Додати
sector-ask-name = Як називається новий сектор?
region-ask-name = Як називається новий регіон?
affiliation-ask-other-name = Напишіть нову назву.
affiliation-name-empty = Назва порожня. Напишіть її, будь ласка, літерами.
# $length (Number)
# $limit (Number)
affiliation-name-too-long = Назва задовга: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Напишіть, будь ласка, коротше.
# $label (String)
affiliation-name-taken = «{$label}» уже є. Напишіть іншу назву.
# $label (String)
affiliation-added = ✅ Додано: «{$label}».
# $label (String)
affiliation-renamed = ✅ Тепер це «{$label}».
# $label (String)
affiliation-one = <b>{$label}</b>
# $label (String)
affiliation-one-retired = <b>{$label}</b>

    Зараз не пропонується. У тих, хто вже це обрав, лишається.
affiliation-rename = ✏️ Перейменувати
affiliation-retire = Прибрати зі списку
affiliation-bring-back = Повернути до списку
affiliation-retired = Прибрано зі списку
affiliation-back = Знову в списку
# $most (Number)
affiliation-too-many = У списку вже { $most ->
        [one] {$most} варіант
        [few] {$most} варіанти
       *[many] {$most} варіантів
    } — більше на екрані телефону незручно. Спершу приберіть зайве.

## Люди без Telegram
offline-title = 📄 <b>Люди без Telegram</b>

    Додайте тих, хто бере участь без Telegram. За них можна внести пропозиції, ставлення, відповіді щодо сесій та опитувань і бюлетені. Голосувати зможуть ті, кого додано до відкриття голосування.
offline-add = ➕ Додати людину
offline-ask-name = Як звати цю людину? Можна ім’я або псевдонім.
# $name (String)
offline-one = 📄 <b>{$name}</b> · без Telegram
offline-no-groups = Сектор і регіон не вказано
# $parts (String)
offline-holds = Під цим ім’ям внесено: {$parts}.
offline-holds-nothing = Під цим ім’ям ще нічого не внесено.
# $count (Number)
offline-holds-proposals = { $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[other] {$count} пропозицій
    }
# $count (Number)
offline-holds-stances = ставлення до { $count ->
        [one] {$count} пропозиції
       *[other] {$count} пропозицій
    }
# $count (Number)
offline-holds-sessions = { $count ->
        [one] {$count} відповідь щодо сесії
        [few] {$count} відповіді щодо сесій
       *[other] {$count} відповідей щодо сесій
    }
# $count (Number)
offline-holds-polls = { $count ->
        [one] {$count} відповідь в опитуванні
        [few] {$count} відповіді в опитуваннях
       *[other] {$count} відповідей в опитуваннях
    }
offline-marked = Усе, що ви внесете тут, буде позначено: «Внесено організаторами».
offline-proposals = 🗂 Пропозиції
offline-stances = ☑️ Висловлені ставлення
# $title (String)
offline-ballot = 🗳 {$title}
offline-groups = 🏷 Сектор і регіон
# $name (String)
offline-ask-groups = 📄 <b>{$name}</b>

    Оберіть сектор і регіон:
offline-done = ← Готово
# $name (String)
offline-for-whom = ✍️ За іншу людину: <b>{$name}</b>
# $name (String)
offline-back-to = ← {$name}
offline-invite-button = 🔑 Запрошення
# $link (String)
# $name (String)
# $until (String)
offline-invite = 🔑 Особисте запрошення: <b>{$name}</b>. Діє один раз, до {$until}.

    {$link}

    Передайте посилання або QR-код саме цій людині: хто його відкриє, зможе взяти на себе все, що внесено під цим ім’ям.
offline-invite-revoke = ✖️ Скасувати запрошення
offline-invite-revoked = Це запрошення скасовано: посилання більше не діє.
offline-remove = 🗑 Вилучити
# $count (Number)
# $name (String)
offline-ask-remove = Вилучити з Мережі: <b>{$name}</b>? Усі дані про цю людину буде стерто, і бюлетені в незавершених голосуваннях теж.{ $count ->
        [0] {""}
        [1] {" "}Що робити з опублікованою пропозицією?
       *[other] {" "}Що робити з опублікованими пропозиціями?
    }
offline-remove-yes = Так, вилучити
# $count (Number)
offline-remove-keep = { $count ->
        [1] Вилучити, пропозицію лишити без підпису
       *[other] Вилучити, пропозиції лишити без підпису
    }
offline-remove-all = Вилучити разом з пропозиціями
offline-gone = Цієї людини вже немає у списку
offline-removed = Вилучено
