## Екран у залі
wall-open = 🖥 Екран у залі
# $title (String)
wall-title = 🖥 <b>Екран у залі: {$title}</b>
# $scene (String)
wall-now = Зараз на екрані — <b>{$scene}</b>
# $link (String)
wall-link = Відкрийте на комп’ютері з проєктором: {$link}

    Хто має це посилання, бачить екран — і нічого більше.
wall-scene-title = 🏷 Назва сесії
wall-scene-join = 📲 Приєднатися
wall-scene-proposals = 💡 Пропозиції
wall-scene-gallery = 🖼 Галерея
wall-scene-poll = 📊 Опитування
wall-scene-vote = 🗳 Голосування
wall-scene-turnout = 🗳 Явка
wall-scene-result = 🏁 Результат
wall-scene-sectors = 🤝 Сектори
wall-scene-regions = 🤝 Регіони
wall-now-sectors = 🤝 Що єднає й роз’єднує сектори
wall-now-regions = 🤝 Що єднає й роз’єднує регіони
wall-reveal = 🏁 Показати результат
wall-hide = 🙈 Сховати результат
wall-speak-english = 🌐 English
wall-speak-ukrainian = 🌐 Українська
wall-take-down = 🚫 Прибрати екран
wall-shown-toast = Екран змінено
wall-down-toast = Екран прибрано
wall-is-down = 🚫 Екран прибрано, посилання більше не діє. Якщо відкрити екран знову, посилання буде нове.
wall-open-anew = 🖥 Відкрити знову
wall-off = 🖥 Екрани в цього бота вимкнено. Увімкнути їх може людина, яка доглядає за сервером: для цього є налаштування <code>MEREZHA_WEB_ADDR</code>.
wall-no-session = 🖥 Екран належить сесії, а жодної сесії ще немає. Почніть із неї.
wall-not-counted = Результату ще немає: голосування триває, або бот саме рахує голоси.
wall-choose-call = 💡 Пропозиції з якого збору показати?
wall-all-calls = 💡 З усіх зборів
wall-choose-poll = 📊 Яке опитування показати?
wall-no-polls = 📊 Опитувань ще не було. Створіть перше, і його можна буде показати.
wall-choose-vote = 🗳 Яке голосування показати? Спершу буде видно лише явку, а результат — коли ви його відкриєте.
wall-no-votes = 🗳 Голосувань ще не було. Створіть перше, і його можна буде показати.
