## Звіт між сесіями
exports-report = 📑 Звіт між двома сесіями
report-ask-since = 📑 <b>Звіт</b>

    Від якої сесії? Те, що відбулося від її початку, буде у звіті.
report-ask-until = 📑 <b>Звіт</b>

    До початку якої сесії?
report-since-beginning = Від самого початку
report-until-today = Дотепер
report-ask-kind = 📑 <b>Звіт</b>

    У якому вигляді? Імен у звіті немає, а малих груп окремо не видно.
report-pdf = 📕 PDF: читати
report-docx = 📘 DOCX: редагувати
report-here = 📑 Звіт між сесіями. Імен у ньому немає, а малі групи показано лише разом.
report-title = Що відбулося між сесіями
# $from (String)
# $to (String)
report-subtitle = {$from} — {$to}
# $title (String)
# $day (String)
report-bound = {$title}, {$day}
report-from-beginning = Від початку роботи Мережі
# $day (String)
report-until-now = дотепер, {$day}
report-contents = Зміст
report-people-heading = Люди
# $count (Number)
# $joined (Number)
report-people = У Мережі зараз { $count ->
        [one] {$count} людина
        [few] {$count} людини
       *[many] {$count} людей
    }. За цей час { $joined ->
        [0] нових людей не додалося
        [one] долучилася {$joined} людина
        [few] долучилися {$joined} людини
       *[many] долучилися {$joined} людей
    }.
report-sectors = За секторами
report-regions = За регіонами
# $least (Number)
report-groups-small = Груп окремо не показано: у котрійсь менше ніж {$least} людей.
report-proposals-heading = Пропозиції
# $count (Number)
report-proposals = За цей час опубліковано { $count ->
        [one] {$count} пропозицію
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }.
report-no-direction = Без напряму
# $count (Number)
report-more = Та ще { $count ->
        [one] {$count} пропозиція
        [few] {$count} пропозиції
       *[many] {$count} пропозицій
    }. Усі є в таблиці пропозицій.
# $agree (Number)
# $disagree (Number)
# $passed (Number)
report-sums = Згода: {$agree}, не згода: {$disagree}, пропустили: {$passed}
report-unity-heading = Що об’єднує і що роз’єднує
# $day (String)
report-as-of = Станом на {$day}.
report-votes-heading = Голосування
report-no-votes = За цей час жодного голосування не завершено.
report-won = Обрано
report-tied = Нічия
report-decisions-heading = Рішення
report-no-decisions = За цей час про долю пропозицій рішень не було.
report-chosen = Обрано
report-in-work = У роботі
report-done = Зроблено
report-dropped = Відкладено
report-next-heading = Далі
report-no-next = Наступної сесії ще не оголошено.
