## Взяти з собою
desk-take-out = 📦 Взяти з собою
command-export = Взяти з собою: файли
command-mydata = Мої дані файлом
settings-my-data = 📥 Мої дані файлом
exports-title = 📦 <b>Взяти з собою</b>

    Файли прийдуть сюди. Імен у них немає, а суми щодо пропозиції є лише там, де відповіло достатньо людей.
exports-proposals-xlsx = 📊 Пропозиції: Excel
exports-proposals-csv = 🧾 Пропозиції: CSV
exports-cards = 🖨 Картки для друку
exports-archive = 🗄 Усі дані: JSON
exports-polis = 🔬 Для Polis
exports-preparing-toast = ⏳ Готую файл. Надішлю сюди, щойно буде готовий.
exports-under-way = ⏳ Файл уже готується. Надішлю сюди, щойно буде готовий.
exports-just-sent = Цей файл щойно надіслано. Новий можна попросити за хвилину.
exports-no-proposals = Опублікованих пропозицій поки немає, тож і файлу немає з чого зробити.
exports-failed = 😔 Файл зробити не вдалося. Спробуйте, будь ласка, ще раз.
# $megabytes (Number)
exports-too-large = Файл вийшов більшим за {$megabytes} МБ, а більших Telegram від бота не приймає. Зверніться до того, хто обслуговує бота.
exports-proposals-xlsx-here = 📊 Усі пропозиції: таблиця для Excel. Посилання в рядку відкриває пропозицію тут, у боті.
exports-proposals-csv-here = 🧾 Усі пропозиції: CSV для програм. Для Excel краще підійде таблиця XLSX.
exports-cards-here = 🖨 Картки для друку: по чотири на аркуші А4. Друкуйте в натуральну величину (100 %) і розріжте за мітками.
# $part (Number)
# $count (Number)
exports-cards-part = 🖨 Картки для друку, частина {$part} з {$count}: по чотири на аркуші А4.
exports-cards-title = Мережа: картки пропозицій
exports-cards-hint = Наведіть камеру телефона, щоб відкрити цю пропозицію в боті
exports-archive-here = 🗄 Усі дані мережі: JSON-файли в архіві, без імен і без бюлетенів. Що в якому файлі, пояснює README.md у тому ж архіві.
exports-own-html = 📥 Ваші дані: сторінка, щоб почитати. Відкрийте її в будь-якому браузері.
exports-own-json = Те саме для програм.
exports-yes = так
exports-no = ні
exports-sheet = Пропозиції
exports-column-number = №
exports-column-call = Збір пропозицій
exports-column-words = Пропозиція
exports-column-photo = Малюнок
exports-column-state = Стан
exports-column-time = Подано (за Києвом)
exports-column-agree = Згода
exports-column-disagree = Не згода
exports-column-passed = Пропустили
exports-column-link = Посилання

## Мої дані
mydata-title = Мої дані в Мережі
# $when (String)
mydata-made = Станом на {$when}. Час усюди київський.
mydata-name = Ім’я
mydata-sector = Сектор
mydata-region = Регіон
mydata-language = Мова
mydata-role = Роль
mydata-organizer = організація
mydata-moderator = модерація
mydata-owner = керування
mydata-participant = участь
mydata-quiet = Тихі години
mydata-reminders = Нагадування про сесії
mydata-joined = У Мережі з
mydata-seen = Востаннє тут
mydata-telegram = Номер у Telegram
mydata-proposals = Мої пропозиції
mydata-stances = Моє ставлення до пропозицій
mydata-votes = Голосування
mydata-polls = Мої відповіді в опитуваннях
mydata-sessions = Сесії
mydata-pictures = Мої фото із сесій
mydata-letters = Мої листи організаторам
# $count (Number)
mydata-announcements = Отримано оголошень: {$count}.
mydata-with-photo = + малюнок
mydata-with-file = + файл
mydata-answered = є відповідь
mydata-unanswered = ще без відповіді
# $choice (String)
mydata-vote-chose = Відкрите голосування, ваш вибір: {$choice}
mydata-vote-done = Триває, ви проголосували. Що саме ви обрали, показує лише кнопка «Мій бюлетень» у боті.
mydata-vote-waits = Триває, ви ще не проголосували.
mydata-vote-over = Завершено. Чи ви голосували і як, бот не зберігає.
mydata-session-coming = ви відповіли, що прийдете
mydata-session-online = ви відповіли, що приєднаєтеся онлайн
mydata-session-waiting = ви в черзі на місце
mydata-session-offered = вам запропоновано місце
mydata-session-declined = ви відповіли, що не прийдете
mydata-session-unsure = ви відповіли, що ще не знаєте
mydata-session-silent = ви ще не відповіли
# $when (String)
mydata-checked-in = На місці з {$when}
mydata-not-kept = Чого тут немає, бо бот цього не зберігає: як ви голосували таємно; що відповіли в завершених опитуваннях без імен; коли саме висловили ставлення до пропозиції; номера телефону й листування поза ботом. Тексти доставлених повідомлень стираються за добу. Розпочатих чернеток у файлі теж немає: бот тримає їх, доки ви їх не надішлете або не скасуєте. Стерти все можна в /settings.
