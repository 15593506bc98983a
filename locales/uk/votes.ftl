## Голосування
votes-none = 🗳 <b>Голосування</b>

    Голосувань ще не було.
votes-title = 🗳 <b>Голосування</b>

    🟢 чекає на вас · ✅ бюлетень здано · 🏁 завершено
vote-new = ➕ Нове голосування
vote-gone = Цього голосування вже немає
# $title (String)
vote-title = 🗳 <b>{$title}</b>
# $count (Number)
vote-how-choose = 👉 Можна обрати { $count ->
        [one] {$count} варіант
        [few] до {$count} варіантів
       *[many] до {$count} варіантів
    }.
# $count (Number)
vote-how-points = 🔢 Можна розподілити між варіантами { $count ->
        [one] {$count} бал
        [few] {$count} бали
       *[many] {$count} балів
    }.
vote-how-ranking = 🥇 Варіанти розставляють за порядком, від найкращого. Рахуємо за місцями (метод Борда): що вище місце, то більше балів.
# $count (Number)
vote-wins-votes = 🏆 { $count ->
        [one] Переможе {$count} варіант, у якого
        [few] Переможуть {$count} варіанти, у яких
       *[many] Переможуть {$count} варіантів, у яких
    } найбільше голосів.
# $count (Number)
vote-wins-points = 🏆 { $count ->
        [one] Переможе {$count} варіант, у якого
        [few] Переможуть {$count} варіанти, у яких
       *[many] Переможуть {$count} варіантів, у яких
    } найбільше балів.
# $count (Number)
vote-wins-balanced = 🏆 { $count ->
        [one] Переможе {$count} варіант
        [few] Переможуть {$count} варіанти
       *[many] Переможуть {$count} варіантів
    }. Підсумок збалансований: усі бюлетені важать однаково, тож і менша частина учасників знайде в ньому своє (метод рівних часток).
vote-is-secret = 🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
vote-is-open = 👁 Відкрите: у підсумку всі побачать імена й те, хто що обрав.
# $count (Number)
vote-roll = 👥 У списку { $count ->
        [one] {$count} людина
        [few] {$count} людини
       *[many] {$count} людей
    }.
vote-not-on-roll = Коли голосування відкрилося, вас ще не було в Мережі, тож у списку вас немає. Підсумок прийде й вам.
vote-not-on-roll-toast = Вас немає у списку цього голосування
vote-begun = ✏️ Ваш бюлетень розпочато, але ще не здано.
# $receipt (String)
vote-handed-in = ✅ Бюлетень здано. Ваш код: <code>{$receipt}</code>. За ним ви знайдете свій бюлетень серед полічених; про ваш вибір він нічого не каже. До завершення бюлетень можна змінити.
# $receipt (String)
vote-changed = ✅ Бюлетень здано, ваш код: <code>{$receipt}</code>. Ви почали його змінювати: щоб зміни врахувалися, здайте його ще раз.
vote-begin = 🗳 Голосувати
vote-go-on = 🗳 Продовжити
vote-look = 👀 Мій вибір
vote-change = ✏️ Змінити
vote-covered = 🔒 Бюлетень сховано, щоб ваш вибір не лишався в чаті. Позначки збережено.
vote-see-result = 📊 Докладніше
# $count (Number)
# $most (Number)
vote-marked = Обрано {$count} з {$most}
# $left (Number)
# $most (Number)
vote-points-left = Лишилося балів: {$left} з {$most}
# $count (Number)
# $options (Number)
vote-ranked = Розставлено {$count} з {$options}
vote-hand-in = 📥 Здати бюлетень
# $most (Number)
vote-full = Уже обрано {$most} з {$most}. Спершу зніміть одну позначку.
vote-points-spent = Усі бали вже розподілено. Спершу зменште десь інде.
vote-nothing-marked = Ще нічого не обрано. Позначте хоча б один варіант.
vote-handed-in-toast = Бюлетень прийнято
vote-nothing-handed-in = Ви ще не здали бюлетеня.
# $lines (String)
vote-my-ballot = Ваш бюлетень:
    {$lines}
# $number (Number)
# $points (Number)
ballot-points = {$number} · {$points}
# $points (Number)
ballot-points-given = { $points ->
        [one] {$points} бал
        [few] {$points} бали
       *[many] {$points} балів
    }
# $option (String)
# $place (Number)
ballot-place = {$place}-е місце — {$option}
ballot-rank-first = Натисніть варіант, який для вас на першому місці, потім — на другому, і так далі. Розставляти всі не обов’язково.
ballot-undo = ↩️ Забрати останній
vote-is-closed = Голосування завершено
vote-close = 🏁 Завершити голосування
# $count (Number)
# $roll (Number)
# $title (String)
vote-ask-close = Завершити «{$title}»? Здано { $count ->
        [one] {$count} бюлетень
        [few] {$count} бюлетені
       *[many] {$count} бюлетенів
    } з {$roll}. Підсумок прийде всім, відкрити знову не можна.
vote-close-yes = Так, завершити
vote-closed-toast = Завершено, рахуємо
# $title (String)
vote-counting = ⏳ <b>{$title}</b>

    Голосування завершено, підсумок прийде за мить.
# $title (String)
vote-void = ⚠️ <b>{$title}</b>

    На сервері втрачено ключ цього голосування, тож прочитати бюлетені не може ніхто й порахувати їх неможливо. Перепрошуємо. Організатори можуть провести голосування ще раз.

## Явка
vote-turnout-button = 📊 Явка
# $title (String)
turnout-title = 📊 <b>Явка: {$title}</b>
# $count (Number)
# $roll (Number)
turnout-count = здано {$count} з {$roll}
# $count (Number)
# $people (Number)
turnout-of-group = {$count} з {$people}
turnout-groups-small = Розподіл за групами не показуємо: групи замалі, і це могло б когось видати.
# $count (Number)
turnout-remind = 🔔 Нагадати тим, хто не голосував: {$count}
turnout-paper = 📝 Внести бюлетень з паперу
turnout-refresh = 🔄 Оновити
turnout-back = 📊 До явки
# $count (Number)
# $title (String)
turnout-all-voted = 🎉 У голосуванні «{$title}» здано всі бюлетені: {$count}. Можна завершити раніше.
by-sector = За секторами
by-region = За регіонами
group-not-said = Не вказано
group-others = Інші разом
# $title (String)
vote-reminder = 🔔 У голосуванні «{$title}» ще бракує вашого голосу.
# $count (Number)
vote-reminded = { $count ->
        [one] Нагадуємо {$count} людині
        [few] Нагадуємо {$count} людям
       *[many] Нагадуємо {$count} людям
    }
vote-reminded-lately = Нагадування вже надіслано менше ніж годину тому. Зачекайте трохи, будь ласка.

## Бюлетені з паперу
# $title (String)
paper-choose = 📝 <b>{$title}</b>

    Чий бюлетень вносимо? Якщо людина потім проголосує тут сама, врахується її власний бюлетень.
# $name (String)
paper-for = 📝 Бюлетень для: <b>{$name}</b>
# $name (String)
# $receipt (String)
# $title (String)
paper-entered = ✅ Бюлетень для <b>{$name}</b> прийнято. Код, який варто передати цій людині: <code>{$receipt}</code>.

    Голосування «{$title}».
paper-next = 📝 Наступний
paper-voted-already = Ця людина вже проголосувала сама. Діє її власний бюлетень.

## Підсумок
# $title (String)
vote-result = 🏁 <b>Підсумок: {$title}</b>
# $count (Number)
votes-count = { $count ->
        [one] {$count} голос
        [few] {$count} голоси
       *[many] {$count} голосів
    }
# $count (Number)
points-count = { $count ->
        [one] {$count} бал
        [few] {$count} бали
       *[many] {$count} балів
    }
# $count (Number)
# $roll (Number)
# $share (Number)
vote-turnout = Явка: {$count} з {$roll} ({$share} %).
# $count (Number)
vote-on-paper = З паперу внесено { $count ->
        [one] {$count} бюлетень
        [few] {$count} бюлетені
       *[many] {$count} бюлетенів
    }.
# $given (Number)
# $people (Number)
share-of = {$given} з {$people}
# $share (Number)
percent = {$share} %
# $words (String)
why-most-votes = 🏆 «{$words}» — серед варіантів, за які найбільше голосів.
# $words (String)
why-most-points = 🏆 «{$words}» — серед варіантів, у яких найбільше балів.
# $only (Number)
# $supporters (Number)
# $words (String)
why-only-theirs = 🏆 «{$words}»: { $supporters ->
        [one] підтримала {$supporters} людина
        [few] підтримали {$supporters} людини
       *[many] підтримали {$supporters} людей
    }, і { $only ->
        [one] {$only} з них більше нічого свого серед переможців не має
        [few] {$only} з них більше нічого свого серед переможців не мають
       *[many] {$only} з них більше нічого свого серед переможців не мають
    }.
# $supporters (Number)
# $words (String)
why-shared = 🏆 «{$words}»: { $supporters ->
        [one] підтримала {$supporters} людина
        [few] підтримали {$supporters} людини
       *[many] підтримали {$supporters} людей
    }, і спільних часток вистачило на це місце.
# $supporters (Number)
# $words (String)
why-filled-votes = 🏆 «{$words}»: { $supporters ->
        [one] підтримала {$supporters} людина
        [few] підтримали {$supporters} людини
       *[many] підтримали {$supporters} людей
    }. На ціле місце часток уже не вистачало, але цей варіант був до нього найближче.
# $supporters (Number)
# $words (String)
why-filled-points = 🏆 «{$words}»: { $supporters ->
        [one] підтримала {$supporters} людина
        [few] підтримали {$supporters} людини
       *[many] підтримали {$supporters} людей
    }. На ціле місце часток уже не вистачало, а балів у цього варіанта найбільше з решти.
# $seats (Number)
# $tied (Number)
vote-tie = ⚖️ Нічия: { $tied ->
        [one] {$tied} варіант має
        [few] {$tied} варіанти мають
       *[many] {$tied} варіантів мають
    } рівні підстави, а { $seats ->
        [one] вільне місце лише {$seats}
        [few] вільних місць лише {$seats}
       *[many] вільних місць лише {$seats}
    }. Що з цим робити, вирішать організатори разом з учасниками.
# $count (Number)
vote-receipts-list = 🧾 Коди полічених бюлетенів ({$count}) — знайдіть свій:
# $count (Number)
vote-receipts-many = 🧾 Полічено { $count ->
        [one] {$count} бюлетень
        [few] {$count} бюлетені
       *[many] {$count} бюлетенів
    }. Список кодів — за кнопкою нижче.
vote-receipts = 🧾 Список кодів
vote-names = 👥 Усі імена
# $count (Number)
# $title (String)
vote-names-list = 👥 «{$title}»: хто що обрав. Усього людей: {$count}.
# $chosen (String)
# $name (String)
vote-named = {$name}: {$chosen}
vote-name-gone = Людина, яка вийшла з Мережі
# $count (Number)
vote-names-more = … і ще {$count}
# $sha256 (String)
# $title (String)
vote-file = 📄 «{$title}»: анонімні бюлетені, перемішані. Опублікуйте цей файл, і кожен зможе перерахувати підсумок сам (<code>merezha tally</code>, pabutools, abcvoting).

    SHA-256: <code>{$sha256}</code>
# $seats (Number)
# $title (String)
vote-to-decide = ⚖️ <b>{$title}</b>

    Нічия: підрахунок не вирішує, хто посяде { $seats ->
        [one] останнє місце
        [few] останні {$seats} місця
       *[many] останні {$seats} місць
    }. Вирішувати вам.
vote-how-to-decide = Можна переголосувати лише між цими варіантами, обговорити й домовитися на сесії або кинути жереб при свідках. Розкажіть усім, як вирішили й чому.
vote-run-off = 🗳 Переголосувати між ними
# $title (String)
vote-run-off-title = {$title} — переголосування

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
# $title (String)
vote-preview = 👀 <b>{$title}</b>
# $count (Number)
vote-choose-up-to = до {$count}
# $count (Number)
vote-so-many-points = { $count ->
        [one] {$count} бал
        [few] {$count} бали
       *[many] {$count} балів
    }
# $count (Number)
vote-so-many-win = 🏆 {$count}
vote-rules = ⚙️ Правила голосування
vote-rules-title = ⚙️ <b>Правила голосування</b>

    Після відкриття їх уже не змінити.
vote-rules-most-votes = Перемагають варіанти з найбільшою підтримкою. Може статися, що хтось не побачить у підсумку нічого свого.
vote-rules-balanced = Кожен бюлетень має рівну частку місць і витрачає її на те, що підтримує. Тож своє місце здобуде й менша група, якщо вона не замала. Звичайний підрахунок завжди буде поруч.
vote-method-choose = Обрати
vote-method-points = Бали
vote-method-ranking = Місця
vote-winners-votes = Більшість
vote-winners-balanced = Збалансовано
vote-secret = 🔒 Таємне
vote-named-openly = 👁 Відкрите
vote-rules-done = ← Готово
vote-change-title = ✏️ Заголовок
vote-change-options = ✏️ Варіанти
vote-open = 📣 Відкрити для всіх
# $title (String)
vote-opened = ✅ Голосування відкрито, бюлетені вже йдуть: <b>{$title}</b>
vote-opened-toast = Голосування відкрито
vote-watch = 👁 До голосування
