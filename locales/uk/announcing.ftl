## Оголошення: за часом, зміни, відкликання, прочитання
announce-at-a-time = ⏰ На певний час
announce-without-time = 📣 Надіслати зараз
announce-other-time = ⏰ Інший час
announce-schedule = ✅ Запланувати
announce-save = ✅ Зберегти
announce-ask-time = ⏰ Коли надіслати? Напишіть, наприклад: «завтра 9:30», «5 лютого 18:00». Час київський.
announce-time-not-understood = Не вдалося зрозуміти час, або він уже минув. Напишіть, будь ласка, як «завтра 9:30» чи «5 лютого 18:00».
announce-time-passed = Цей час уже минув. Оберіть, будь ласка, інший.
# $audience (String)
# $count (Number)
# $at (String)
announce-confirm-later = Кому: <b>{$audience}</b>.
    Зараз це { $count ->
        [one] <b>{$count} людина</b>
        [few] <b>{$count} людини</b>
       *[many] <b>{$count} людей</b>
    }; отримають ті, хто підходитиме тоді.
    ⏰ Надійде <b>{$at}</b> за Києвом.
announce-ask-readers = Просити «прочитано»
announce-scheduled-toast = Заплановано
# $at (String)
announce-waits = ⏰ <b>Надійде {$at}</b> за Києвом
announce-waits-for-nobody = ⚠️ <b>Не надіслано: не було кому</b>
announce-waits-no-more = Це оголошення вже не чекає: його надіслано або скасовано
announce-will-ask = ✅ Проситимемо підтвердити: «прочитано».
announce-change = ✏️ Змінити
announce-send-now = 📣 Надіслати зараз
announce-drop = 🗑 Скасувати
announce-dropped = 🗑 <b>Оголошення скасовано, його не надсилали</b>
announce-ask-drop = Скасувати це оголошення? Воно не надійде нікому.
announce-went-to-nobody = ⚠️ Час запланованого оголошення настав, але надсилати його немає кому. Змініть адресатів або скасуйте його.
desk-announcements = 🗂 Усі оголошення
announcements-back = 🗂 Оголошення
announcements-title = 🗂 <b>Оголошення</b>
announcements-none = 🗂 Оголошень ще не було.
# $count (Number)
announcements-waiting = 🗂 <b>Оголошення</b>
    Заплановані — згори: {$count}
announce-wordless-file = файл без слів
announce-words-gone = Слів цього оголошення вже немає
announce-show = 📖 Показати
announce-open = 🗂 До оголошення
announce-edit = ✏️ Змінити слова
announce-ask-words = ✏️ Надішліть нові слова — вони з’являться замість старих у всіх, хто вже має оголошення. Фото чи файл залишиться той самий.
announce-words-only = Змінити можна лише слова: надішліть, будь ласка, текст. Фото чи файл залишиться той самий.
announce-wordless = Відео-кружечок не має підпису, тож змінити в ньому нічого. Його можна лише відкликати.
announce-confirm-words = ☝️ Так це виглядатиме. Змінити в усіх?
announce-save-words = ✅ Змінити в усіх
announce-other-words = ✏️ Інші слова
announce-reworded-toast = Змінюємо в усіх
# $at (String)
announce-reworded = ✏️ Змінено {$at}
# $at (String)
announce-taken-back = 🗑 Відкликано {$at}
# $done (Number)
# $gone (Number)
announce-revised = Готово: {$done} · Не вдалося (бот заблоковано або повідомлення вже немає): {$gone}
announce-withdraw = 🗑 Відкликати
announce-withdraw-yes = Так, відкликати
announce-ask-withdraw = Відкликати оголошення? Ми видалимо його в усіх, хто його має, зокрема в групах. Кому ще не надійшло — не надійде.
announce-ask-withdraw-old = Відкликати оголошення? Минуло понад дві доби, і Telegram уже не дозволяє його видалити. Замість слів у всіх з’явиться «Оголошення відкликано»; фото чи файл залишиться.
announce-withdrawn = 🗑 <b>Оголошення відкликано</b>
announce-withdrawn-toast = Відкликаємо
announce-withdrawn-already = Це оголошення вже відкликано
announce-was-withdrawn = 🗑 Організатори відкликали це оголошення.
# $count (Number)
announce-retry = 🔁 Спробувати ще раз ({$count})
# $count (Number)
announce-tried-again = { $count ->
        [one] Надсилаємо ще раз: {$count} людині
       *[many] Надсилаємо ще раз: {$count} людям
    }
announce-read = ✅ Прочитано й зрозуміло
announce-have-read = ✓ Прочитано
announce-read-toast = Дякуємо! Організатори бачать, що ви прочитали.
announce-unread-toast = Позначку «прочитано» знято
announce-readers = 👀 Хто прочитав
# $count (Number)
announce-readers-line = 👀 Підтвердили, що прочитали: {$count}
# $beginning (String)
announce-readers-title = 👀 <b>{$beginning}</b>
announce-readers-hidden = Імен тут немає: з них було б видно, хто яку пропозицію написав або підтримав.
# $count (Number)
announce-was-read = Прочитали ({$count})
# $count (Number)
announce-not-read = Ще ні ({$count})
announce-remind = 🔔 Нагадати тим, хто ще ні
announce-reminded-lately = Нагадували менш як годину тому. Зачекайте трохи.
# $count (Number)
announce-reminded = { $count ->
        [one] Нагадали: {$count} людині
       *[many] Нагадали: {$count} людям
    }
# $beginning (String)
announce-reminder = 🔔 Організатори просять прочитати оголошення й підтвердити це:

    «{$beginning}»
announce-show-again = 📖 Показати ще раз
