## Журнал дій
acts-title = 📜 <b>Журнал дій</b>
# $name (String)
acts-title-of = 📜 <b>Журнал дій: {$name}</b>
acts-none = Поки що нічого.
acts-somebody = хтось, кого вже немає в Мережі
acts-gone = (уже вилучено)
# $about (String)
acts-about = «{$about}»
# $name (String)
# $when (String)
acts-head = <b>{$name}</b> · {$when}
acts-whose = 👤 Чиї дії показати
acts-all = Дії всіх
acts-choose = Чиї дії показати?
# $role (String)
# $whom (String)
act-role = {$whom}: надано роль «{$role}».
# $whom (String)
act-role-taken = {$whom}: роль забрано.
# $whom (String)
act-let-in = Запит на приєднання схвалено: {$whom}.
# $whom (String)
act-not-let-in = У приєднанні відмовлено: {$whom}.
# $id (Number)
act-invite = Створено запрошення №{$id}.
# $id (Number)
act-invite-revoked = Скасовано запрошення №{$id}.
# $about (String)
act-group = Додано до секторів і регіонів: {$about}.
# $about (String)
act-group-renamed = Перейменовано сектор чи регіон: тепер це {$about}.
# $about (String)
act-group-retired = Прибрано зі списку секторів і регіонів: {$about}.
# $about (String)
act-group-back = Повернуто до списку секторів і регіонів: {$about}.
# $whom (String)
act-offline = Додано людину без Telegram: {$whom}.
# $whom (String)
act-offline-placed = Змінено сектор чи регіон людини без Telegram: {$whom}.
act-offline-removed = Вилучено людину без Telegram.
# $id (Number)
# $whom (String)
act-entered-proposal = Внесено пропозицію №{$id} за людину без Telegram: {$whom}.
# $id (Number)
# $whom (String)
act-entered-stance = Внесено ставлення до пропозиції №{$id} за людину без Telegram: {$whom}.
# $about (String)
# $whom (String)
act-entered-attendance = Внесено відповідь щодо сесії {$about} за людину без Telegram: {$whom}.
# $about (String)
# $whom (String)
act-entered-answer = Внесено відповідь в опитуванні {$about} за людину без Telegram: {$whom}.
# $about (String)
act-call = Відкрито збір пропозицій {$about}.
# $about (String)
act-call-closed = Завершено збір пропозицій {$about}.
# $about (String)
act-call-limited = Змінено, скільки пропозицій можна подати до збору {$about}.
act-moderated = Увімкнено схвалення пропозицій.
act-moderated-no-more = Вимкнено схвалення пропозицій.
# $id (Number)
act-published = Опубліковано пропозицію №{$id}.
# $id (Number)
act-returned = Повернуто на доопрацювання пропозицію №{$id}.
# $id (Number)
act-declined = Відхилено пропозицію №{$id}.
# $about (String)
act-direction = Створено напрям {$about}.
# $about (String)
act-direction-changed = Змінено напрям {$about}.
# $about (String)
act-direction-retired = Прибрано зі списку напрям {$about}.
# $about (String)
act-direction-back = Повернуто до списку напрям {$about}.
# $about (String)
act-tag = Створено мітку {$about}.
# $about (String)
act-tag-renamed = Перейменовано мітку: тепер це {$about}.
# $about (String)
act-tag-retired = Прибрано зі списку мітку {$about}.
# $about (String)
act-tag-back = Повернуто до списку мітку {$about}.
# $id (Number)
act-decided = Змінено стан пропозиції №{$id}.
# $id (Number)
act-sorted = Визначено напрям пропозиції №{$id}.
# $id (Number)
act-tagged = Змінено мітки пропозиції №{$id}.
# $id (Number)
act-merged = Об’єднано пропозиції в нову, №{$id}.
# $id (Number)
act-split = Запропоновано розділити пропозицію №{$id}.
# $about (String)
act-vote = Відкрито голосування {$about}.
# $about (String)
act-vote-closed = Завершено голосування {$about}.
# $about (String)
act-run-off = Підготовлено другий тур голосування {$about}.
# $about (String)
act-reminded = Надіслано нагадування про голосування {$about}.
# $about (String)
# $whom (String)
act-ballot = Внесено бюлетень з паперу: {$whom}, голосування {$about}.
# $about (String)
act-poll = Відкрито опитування {$about}.
# $about (String)
act-poll-closed = Завершено опитування {$about}.
# $id (Number)
act-announcement = Надіслано оголошення №{$id}.
# $id (Number)
act-announcement-paused = Призупинено розсилку оголошення №{$id}.
# $id (Number)
act-announcement-continued = Відновлено розсилку оголошення №{$id}.
# $id (Number)
act-announcement-cancelled = Скасовано розсилку оголошення №{$id}.
# $id (Number)
act-announcement-scheduled = Заплановано оголошення №{$id}.
# $id (Number)
act-announcement-changed = Змінено оголошення №{$id}.
# $id (Number)
act-announcement-withdrawn = Відкликано оголошення №{$id}.
# $id (Number)
act-announcement-retried = Ще раз надіслано оголошення №{$id} тим, до кого воно не дійшло.
# $id (Number)
act-announcement-reminded = Надіслано нагадування про оголошення №{$id}.
# $about (String)
act-session = Оголошено сесію {$about}.
# $about (String)
act-session-changed = Змінено сесію {$about}.
# $about (String)
act-session-cancelled = Скасовано сесію {$about}.
# $about (String)
act-minutes = Надіслано підсумки сесії {$about}.
# $about (String)
act-material = Додано матеріал до сесії {$about}.
# $about (String)
act-door = Оновлено код на вході: сесія {$about}.
# $about (String)
# $whom (String)
act-arrived = Відмічено на вході: {$whom}, сесія {$about}.
# $about (String)
# $whom (String)
act-not-arrived = Скасовано відмітку на вході: {$whom}, сесія {$about}.
# $about (String)
act-picture-removed = Прибрано чуже фото із сесії {$about}.
# $about (String)
act-wall = Увімкнено екран у залі: сесія {$about}.
# $about (String)
act-wall-down = Вимкнено екран у залі: сесія {$about}.
# $about (String)
act-chat = Підключено чат {$about}.
# $about (String)
act-chat-unlinked = Відключено чат {$about}.
# $what (String)
act-export = Взято з собою: {$what}.
act-export-archive = архів із даними мережі
act-export-table = таблиця пропозицій
act-export-cards = картки пропозицій для друку
act-export-report = звіт між сесіями
act-export-stances = ставлення до пропозицій
# $id (Number)
act-letter = Надіслано відповідь на лист №{$id}.
# $id (Number)
act-letter-settled = Закрито без відповіді лист №{$id}.
# $id (Number)
act-import = Внесено пропозиції (внесення №{$id}).
# $id (Number)
act-import-undone = Прибрано внесене (внесення №{$id}).
