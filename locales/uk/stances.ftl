## Ставлення до пропозицій
menu-stances = ⚖️ Ставлення до пропозицій
command-stances = Ставлення до пропозицій
# $number (Number)
# $size (Number)
stance-card = Картка {$number} з {$size}
stance-privacy = 🔒 Інші бачать лише суми, а не ваші відповіді.
stance-agree = 👍 Згода
stance-disagree = 👎 Не згода
stance-pass = 🤷 Пропустити
stance-is-agree = Ваше ставлення: згода
stance-is-disagree = Ваше ставлення: не згода
stance-is-pass = Ваше ставлення: пропущено
stance-not-taken = Ви ще не висловили свого ставлення.
# $agree (Number)
# $disagree (Number)
# $passed (Number)
stance-sums = 👍 {$agree} · 👎 {$disagree} · 🤷 {$passed}
# $count (Number)
stances-done = ✅ Дякуємо! Позаду { $count ->
        [one] {$count} картка
        [few] {$count} картки
       *[many] {$count} карток
    }.
# $count (Number)
stances-left = Ще { $count ->
        [one] {$count} пропозиція чекає
        [few] {$count} пропозиції чекають
       *[many] {$count} пропозицій чекають
    } на ваше ставлення.
stances-all-seen = Зараз усі пропозиції переглянуто. Коли з’являться нові, тут будуть нові картки.
stances-nothing-yet = Пропозицій від інших учасників поки немає. Щойно вони з’являться, тут будуть картки: згода, не згода чи пропустити — один дотик на кожну.
stances-more = ▶️ Наступні картки
stances-cards = ⚖️ Картки
stances-mine = 🗂 Мої ставлення
stances-mine-how = Щоб змінити, оберіть номер.
stances-mine-none = Ви ще не висловили ставлення до жодної пропозиції.

## Що об’єднує і що роз’єднує
unity-unifiers = 🤝 Об’єднувачі
unity-unifiers-how = Наскільки ймовірна згода: у середньому по групах, а нижче — у групі, яка згодна найменше.
unity-dividers = ⚡️ Роз’єднувачі
unity-dividers-how = Пропозиції, щодо яких групи розходяться найбільше: наскільки ймовірна згода в кожній.
unity-special = 🔎 Особливе для груп
unity-special-how = У чому думка групи відрізняється від думки решти.
unity-by-sector = За секторами
unity-by-region = За регіонами
unity-picture = 🖼 Картинкою
unity-picture-toast = Картинка надсилається
unity-export = 📤 Експорт для Polis
# $place (Number)
# $id (Number)
# $share (Number)
unity-unifier = <b>{$place}. №{$id} — {$share} %</b>
# $group (String)
# $share (Number)
unity-weakest = Найменше: {$group}, {$share} %
unity-agreed-by-all = ✅ Згода в усіх групах
# $place (Number)
# $id (Number)
# $low (Number)
# $high (Number)
unity-divider = <b>{$place}. №{$id} — від {$low} до {$high} %</b>
# $group (String)
# $share (Number)
# $sums (String)
unity-stands = {$group}: {$share} % ({$sums})
# $id (Number)
# $share (Number)
# $others (Number)
unity-special-agree = 👍 <b>№{$id}</b>: тут згодні {$share} %, решта — {$others} %
# $id (Number)
# $share (Number)
# $others (Number)
unity-special-disagree = 👎 <b>№{$id}</b>: тут не згодні {$share} %, решта — {$others} %
unity-nothing-unites = Поки жодна пропозиція не зібрала достатньо згоди.
unity-nothing-divides = Поки жодна пропозиція не роз’єднує груп.
unity-nothing-special = Нічого особливого поки не видно.
unity-others = інші групи разом
unity-no-sector = сектор не вказано
unity-no-region = регіон не вказано
# $least (Number)
unity-not-yet-groups = Ще зарано порівнювати. Потрібні хоча б дві групи, у кожній з яких своє ставлення { $least ->
        [one] висловила щонайменше {$least} людина
        [few] висловили щонайменше {$least} людини
       *[many] висловили щонайменше {$least} людей
    }: так за сумами нікого не впізнати.
# $least (Number)
unity-not-yet-proposals = Ще зарано порівнювати. Поки немає пропозиції, яку в кожній групі { $least ->
        [one] переглянула щонайменше {$least} людина
        [few] переглянули щонайменше {$least} людини
       *[many] переглянули щонайменше {$least} людей
    }. Кожна пройдена картка наближає до цього.

## Картинка
dots-title = Що об’єднує і що роз’єднує
dots-agree = більше згоди
dots-evenly = групи одностайніші
dots-few-agree = Мало хто згоден
dots-most-agree = Згодні майже всі
dots-unifier = згода в усіх групах
dots-divider = групи розходяться
dots-other = решта
dots-note-sectors = Кожна точка — пропозиція зі своїм номером. Групи — сектори.
dots-note-regions = Кожна точка — пропозиція зі своїм номером. Групи — регіони.

## Експорт
# $least (Number)
export-ask = 📤 <b>Експорт для Polis</b>

    Три файли, які читають інструменти Polis: пропозиції, відповіді, люди. Імен у них немає, номери людей випадкові й щоразу інші, а групи, де { $least ->
        [one] менше ніж {$least} людина
        [few] менше ніж {$least} людини
       *[many] менше ніж {$least} людей
    }, об’єднано.

    ⚠️ Та кожен рядок — це відповіді однієї людини. У невеликій мережі її можна впізнати за кількома відповідями. Тому не викладайте файли в чати, не давайте їх керівництву учасників і тим, хто знає їх особисто. Передавайте лише тому, хто робить аналіз, і зітріть після нього.

    Групи — це сектори. За регіонами не вивантажуємо: якби мати обидва експорти, людей можна було б упізнати. Пропозиції, на які відповіло замало людей, мають лише текст.
export-comments = Пропозиції та суми
export-votes = Усі відповіді
export-people = Люди без імен: група й відповіді
export-done = ⚠️ Це відповіді окремих людей. Після аналізу зітріть файли — і тут, у чаті, теж.
export-go = 📤 Вивантажити за секторами
export-by-sectors-only = За регіонами більше не вивантажуємо: якби мати обидва експорти, можна було б упізнати людей.
export-toast = Файли надсилаються
# $least (Number)
export-too-few = Ставлення висловило замало людей. Щоб нікого не видати, потрібно щонайменше {$least}.
export-too-large = Файли більші, ніж дозволяє Telegram.
