## Напрями, мітки й сортування пропозицій
# $mark (String)
# $name (String)
proposal-under = {$mark} Напрям: <b>{$name}</b>
stage-voted = на голосуванні
stage-chosen = обрана
stage-in-work = у роботі
stage-done = виконана
stage-dropped = відхилена
stage-merged = замінена новим текстом
thread-title = 📜 <b>Що з нею сталося</b>
# $when (String)
# $said (String)
thread-line = {$when} — {$said}
step-published = опублікована
step-returned = просять переформулювати
step-declined = не опублікована
# $mark (String)
# $name (String)
step-direction = {$mark} у напрямі «{$name}»
step-no-direction = поки поза напрямами
# $vote (String)
step-voted = на голосуванні «{$vote}»
# $vote (String)
step-chosen = обрана в голосуванні «{$vote}»
step-not-chosen = голосування завершено, цього разу не обрана
step-not-counted = голосування не вдалося підрахувати
step-reopened = знову розглядається
# $number (String)
step-merged = об’єднана в {$number}
step-split = розділена на кілька
step-apart = знову окрема

desk-sorting = 🧭 Напрями й сортування
sorting-home = 🧭 <b>Напрями й сортування</b>
sorting-no-directions = Напрямів поки немає. Створіть перший — і пропозиції можна буде розкладати за ними по одній, одним дотиком.
# $sorted (Number)
# $total (Number)
sorting-progress = Розкладено {$sorted} з {$total}
sorting-nothing = Зараз розкладати нічого.
# $count (Number)
sorting-all = 🗂 Сортувати всі ({$count})
# $question (String)
# $count (Number)
sorting-call = 🗂 {$question} ({$count})
sorting-directions = 🧭 Напрями
sorting-tags = 🏷 Мітки
sorting-back = ← До сортування
# $sorted (Number)
# $total (Number)
sorting-card = 🗂 <b>Сортування: {$sorted} з {$total}</b>
sorting-skip = Пропустити →
# $number (String)
sorting-undo = ↩️ Повернути {$number}
# $number (String)
# $name (String)
sorting-moved = {$number} → {$name}
# $number (String)
sorting-moved-out = {$number} знову поза напрямами
# $number (String)
sorting-already = {$number} уже там
# $number (String)
# $name (String)
# $by (String)
sorting-taken = Пропозиція {$number} уже в напрямі «{$name}», рішення: {$by}. Змінити?
# $number (String)
# $by (String)
sorting-taken-out = Пропозиція {$number} уже не в тому напрямі, рішення: {$by}. Змінити?
sorting-taken-toast = Тут щойно все змінилося
sorting-some-organizer = хтось з організаторів
sorting-you = ваше
# $name (String)
sorting-move-yes = Так, до «{$name}»
sorting-move-out-yes = Так, прибрати з напряму
sorting-leave = Лишити як є
# $name (String)
sorting-held = Цю картку саме переглядає {$name}
sorting-all-held = 👥 Решта карток зараз на екранах у колег. Якщо хтось відкладе свою, за кілька хвилин вона з’явиться тут.
sorting-refresh = 🔄 Перевірити ще раз
# $total (Number)
sorting-done = 🎉 <b>Усе розкладено!</b>

    { $total ->
        [one] {$total} пропозиція вже має напрям.
        [few] {$total} пропозиції вже мають напрям.
       *[many] {$total} пропозицій уже мають напрям.
    }
move-to-direction = 🧭 До напряму…
# $number (String)
move-choose = 🧭 До якого напряму віднести пропозицію {$number}?
move-out = Прибрати з напряму
direction-gone = Цього напряму вже немає в списку
proposal-not-to-move = Цю пропозицію об’єднано з іншою, тож окремо її не переносять

directions-title = 🧭 <b>Напрями</b>
directions-none = Напрямів поки немає.
# $mark (String)
# $name (String)
# $count (Number)
direction-line = {$mark} <b>{$name}</b> — { $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }
# $mark (String)
# $name (String)
# $count (Number)
found-direction = {$mark} <b>{$name}</b>

    { $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }
# $tag (String)
# $count (Number)
found-tag = 🏷 <b>{$tag}</b>: { $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }
found-by-tag = 🏷 За міткою
found-any-tag = 🏷 З будь-якою міткою
found-choose-tag = 🏷 Яка мітка?
found-no-tags = Міток тут поки немає.
# $tag (String)
# $count (Number)
found-tag-button = {$tag} ({$count})
# $tags (String)
proposal-tags = 🏷 {$tags}
tag-unifier = об’єднує
tag-divider = роз’єднує
tag-problem = проблема

directions-manage = 🧭 <b>Напрями</b>

    За ними розкладають пропозиції. Оберіть, щоб змінити назву, опис, колір чи порядок.
directions-add = ➕ Додати напрям
# $name (String)
direction-retired-label = {$name} (прибрано)
direction-ask-name = Як називається новий напрям?
direction-ask-other-name = Напишіть нову назву напряму.
direction-name-empty = Назва порожня. Напишіть її, будь ласка, словами.
# $length (Number)
# $limit (Number)
direction-name-too-long = Назва задовга: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Напишіть, будь ласка, коротше.
# $name (String)
direction-name-taken = «{$name}» уже є. Напишіть іншу назву.
# $most (Number)
directions-too-many = Напрямів уже {$most} — більше на екрані телефону незручно. Спершу приберіть зайві.
# $name (String)
direction-added = ✅ Додано: «{$name}».
# $name (String)
direction-renamed = ✅ Тепер це «{$name}».
# $mark (String)
# $name (String)
direction-one = {$mark} <b>{$name}</b>
direction-no-about = Опису поки немає.
direction-is-retired = Зараз не пропонується. Пропозиції, які вже тут, лишаються.
direction-rename = ✏️ Назва
direction-describe = 📝 Опис
direction-colour = 🎨 Колір
direction-up = ⬆️ Вище
direction-down = ⬇️ Нижче
direction-retire = Прибрати зі списку
direction-bring-back = Повернути до списку
direction-retired = Прибрано зі списку
direction-back = Знову в списку
direction-moved = Порядок змінено
direction-ask-about = 📝 Напишіть, про що цей напрям: кілька речень.
direction-drop-about = Без опису
# $length (Number)
# $limit (Number)
direction-about-too-long = Опис задовгий: { $length ->
        [one] {$length} знак
        [few] {$length} знаки
       *[many] {$length} знаків
    }, а вміститься щонайбільше {$limit}. Скоротіть, будь ласка.
direction-about-saved = ✅ Опис збережено.
direction-about-dropped = Опис прибрано
direction-choose-colour = 🎨 Який колір? Він буде біля назви й на картках для друку.
direction-painted = Колір змінено
shade-red = червоний
shade-orange = оранжевий
shade-yellow = жовтий
shade-green = зелений
shade-blue = синій
shade-violet = фіолетовий
shade-brown = коричневий
shade-black = чорний

tags-manage = 🏷 <b>Мітки</b>

    Їх ставлять на пропозиції на додачу до напряму. Три перші є завжди, інші додають організатори.
tags-add = ➕ Додати мітку
tag-ask-name = Що буде на новій мітці? Одне-два слова.
tag-ask-other-name = Напишіть нові слова для мітки.
# $name (String)
tag-name-taken = Мітка «{$name}» уже є. Напишіть інші слова.
# $name (String)
tag-added = ✅ Додано мітку «{$name}».
# $name (String)
tag-renamed = ✅ Тепер це «{$name}».
# $name (String)
tag-one = 🏷 <b>{$name}</b>
tag-is-retired = Зараз не пропонується. Де вона вже стоїть, лишається.
tag-built-in = Ця мітка є в кожній мережі, тож перейменувати її не можна.
tag-gone = Цієї мітки вже немає в списку
# $number (String)
tags-of = 🏷 Мітки пропозиції {$number}
tags-done = ← Готово
tags-button = 🏷 Мітки
# $tag (String)
tag-put = Мітка: {$tag}
# $tag (String)
tag-taken-off = Мітку знято: {$tag}

## Що стало з пропозицією
decide-in-work = 🔨 У роботу
decide-done = 🏁 Виконано
decide-dropped = ✋ Відхилити
decide-open = ↩️ Розглядати знову
# $number (String)
# $stage (String)
decide-ask-why = Пропозиція {$number}: <b>{$stage}</b>. Напишіть, чому або що далі: це побачать усі, а тим, хто її подав чи підтримав, прийде сповіщення.
decide-no-reason = Без пояснення
decide-too-late = Поки ви писали, тут усе змінилося, тож рішення не збережено. Ось як зараз:
# $number (String)
# $stage (String)
decided = {$number}: {$stage}
stage-is-so = Так уже і є
news-title = 📜 <b>Новини про пропозиції</b>, які ви подали або підтримали
# $number (String)
# $words (String)
# $what (String)
news-line = <b>{$number}</b> {$words}
    → {$what}
# $count (Number)
news-more = …і ще { $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }. Подробиці — у списку пропозицій.
sorting-vote = 🗳 Винести на голосування
pick-for-vote = 🗳 <b>Оберіть пропозиції для голосування</b>
pick-for-merge = 🔀 <b>Оберіть пропозиції, які варто об’єднати</b>
# $count (Number)
pick-chosen = Обрано: {$count}
# $count (Number)
pick-chosen-toast = Обрано: {$count}
pick-none = Тут поки немає пропозицій, щодо яких ще нічого не вирішено.
pick-from = З якого напряму обирати?
pick-from-all = 🧭 З усіх напрямів
# $count (Number)
pick-all = Узяти всі ({$count})
pick-done = Далі →
pick-not-open = Щодо цієї пропозиції вже щось вирішено, або її відкликали
# $most (Number)
pick-too-many = Можна обрати щонайбільше {$most}.
pick-too-few = Оберіть щонайменше дві пропозиції.
# $count (Number)
vote-options-dropped = { $count ->
        [one] {$count} пропозицію вже відкликали або щодо неї щось вирішено, тож її прибрано з варіантів.
        [few] {$count} пропозиції вже відкликали або щодо них щось вирішено, тож їх прибрано з варіантів.
       *[many] {$count} пропозицій уже відкликали або щодо них щось вирішено, тож їх прибрано з варіантів.
    } Перегляньте, будь ласка.

## Об’єднання й розділення
sorting-merge = 🔀 Об’єднати пропозиції
merge-not-free = Щодо якоїсь із цих пропозицій уже щось вирішено, її відкликали або автора вже запитали. Оберіть, будь ласка, ще раз.
merge-ask-words = 🔀 <b>Новий спільний текст</b>

    Напишіть його або надішліть фото з підписом. Можна взяти й готовий:
# $number (String)
merge-take-words = Узяти текст {$number}
# $numbers (String)
merge-preview = 👀 <b>Так виглядатиме нова пропозиція замість {$numbers}:</b>
merge-now = ✅ Опублікувати й запитати всіх
# $new (String)
# $numbers (String)
merge-done = 🔀 Нову пропозицію <b>{$new}</b> опубліковано. Тих, хто подав {$numbers}, уже запитано; хто їх підтримав, теж отримає запитання. Поки згоди немає, попередні лишаються як були.
merge-asked-toast = Запитання надсилаються
# $number (String)
# $numbers (String)
merge-ask-author = 🔀 Організатори пропонують об’єднати вашу пропозицію <b>{$number}</b> з {$numbers}. Ось спільний текст. Якщо ви не погодитеся, ваша лишиться як є.
# $number (String)
split-ask-author = ✂️ Організатори пропонують розділити вашу пропозицію <b>{$number}</b> на кілька. Нові теж будуть вашими. Якщо ви не погодитеся, усе лишиться як є.
merge-agree = ✅ Згода
merge-refuse = ✋ Ні, моя лишається як є
# $number (String)
# $numbers (String)
merge-agreed = ✅ Дякуємо! Пропозиція {$number} тепер у {$numbers}. Її й далі можна прочитати, а повернути окремою — будь-коли.
# $number (String)
# $numbers (String)
split-agreed = ✅ Дякуємо! Замість {$number} тепер {$numbers}.
# $number (String)
merge-refused = Гаразд, пропозиція {$number} лишається окремою.
merge-agreed-toast = Об’єднано
merge-refused-toast = Лишається як є
merge-apart = ↩️ Зробити знову окремою
merge-apart-toast = Пропозиція знову окрема
merge-not-now = Зараз це неможливо: пропозиція вже на голосуванні, щодо неї щось вирішено, або нової вже немає.
merge-join = 🔀 Долучити: автора вже немає
# $numbers (String)
# $number (String)
merge-ask-supporter = 🔀 Ви погодилися з {$numbers}. Організатори склали з цього нову пропозицію <b>{$number}</b>. Чи згодні ви з новим текстом? Само собою нічого не переноситься.
# $numbers (String)
linked-made-of = 🔀 Складено з {$numbers}
# $numbers (String)
linked-part-of = ✂️ Частина {$numbers}
linked-waits = ❔ Автора запитано про об’єднання чи розділення
split-start = ✂️ Розділити
# $number (String)
split-ask-first = ✂️ Розділяємо пропозицію {$number}. Надішліть першу частину, потім другу — кожну окремим повідомленням.
# $number (String)
split-parts = ✂️ <b>Частини замість {$number}</b>. Надішліть ще одну або запитайте автора.
split-now = ✅ Запитати автора
split-drop = Прибрати останню
# $most (Number)
split-no-more = Більше ніж {$most} частин не вийде.
split-too-few = Потрібні щонайменше дві частини.
# $number (String)
split-asked = ✂️ Про розділення {$number} запитано. Поки згоди немає, усе лишається як є; якщо автора вже немає, частини опубліковано.
exports-column-direction = Напрям
exports-column-tags = Мітки
exports-column-life = Що з нею сталося
