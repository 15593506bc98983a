## Спільне
to-menu = 🏠 Меню
back = ← Назад
cancel = Скасувати
skip = Пропустити
previous-page = ←
next-page = →
# $when (String)
closing-at = ⏰ Триває до {$when}.
closing-by-hand = ⏰ Коли завершиться, оголосять організатори.
# $days (Number)
closing-in = ⏰ Триватиме { $days ->
        [1] добу
        [7] тиждень
        [one] {$days} день
        [few] {$days} дні
       *[many] {$days} днів
    }.
closing-ask = До якого дня й часу це триватиме? Наприклад: <i>5 лютого 18:00</i>, <i>05.02 18:00</i> або <i>завтра</i>. Час — київський.
closing-not-understood = Не вдалося зрозуміти дату, або вона вже минула. Напишіть, наприклад, так: <i>5 лютого 18:00</i> або <i>завтра 12:00</i>.
closing-passed = Обраний час завершення вже минув. Оберіть інший.
closing-day = Доба
closing-week = Тиждень
closing-hand = Завершу вручну
closing-date = Дата…
