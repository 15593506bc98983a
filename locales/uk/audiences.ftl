## Для кого
audience-or = або
# $vote (String)
audience-voted = уже голосували: «{$vote}»
# $vote (String)
audience-not-voted = ще не голосували: «{$vote}»
# $names (String)
# $more (Number)
audience-and-more = {$names} та ще {$more}
audience-choose = 🔎 Обрати точніше
# $audience (String)
# $count (Number)
audience-title = 👥 Кому: <b>{$audience}</b>
    Зараз це <b>{ $count ->
        [one] {$count} людина
        [few] {$count} людини
       *[many] {$count} людей
    }</b>.
audience-hint = Позначайте скільки завгодно. Кілька секторів або кілька регіонів розширюють коло людей, а різні ознаки разом його звужують.
audience-sessions = 📅 Сесії
audience-votes = 🗳 Голосування
audience-people = 👤 Люди за іменем
audience-everyone = 👥 Усі, без обмежень
audience-done = ✅ Готово
audience-which-session = 📅 За відповіддю на яку сесію?
audience-no-sessions = 📅 Сесій ще не було.
audience-which-vote = 🗳 Хто вже голосував, а хто ще ні:
audience-no-votes = 🗳 Зараз немає відкритих голосувань. Коли голосування завершено, вже ніхто не знає, хто голосував.
audience-have-voted = голосували
audience-have-not-voted = ще ні
audience-ask-name = 👤 Напишіть частину імені — покажу, кого знайшов.
# $typed (String)
audience-called = 👤 Знайшлося за «{$typed}». Можна написати інше ім’я.
# $typed (String)
audience-nobody-called = 👤 За «{$typed}» нікого не знайшлося. Спробуйте іншу частину імені.
# $most (Number)
audience-enough-people = Поіменно можна обрати щонайбільше { $most ->
        [one] {$most} людину
        [few] {$most} людини
       *[many] {$most} людей
    }. Для більшого кола оберіть сектор чи регіон.
# $audience (String)
# $count (Number)
vote-for = 👥 Голосують: {$audience} ({$count})
vote-change-audience = 👥 Хто голосує
vote-open-to-some = 📣 Відкрити для них
vote-few-people = ⚠️ Людей так мало, що з підсумку можна здогадатися, хто що обрав.
vote-for-others = Це голосування для інших людей Мережі, тож у списку вас немає.
# $directions (String)
audience-direction = напрям {$directions} (число округлено вниз)
audience-directions = 🎯 Напрями
audience-which-direction = 🎯 Хто написав або підтримав пропозицію за напрямом. Імен тут не побачить ніхто, тому й число людей — лише приблизне.
audience-hidden = Напрям і людей за іменем не можна поєднати: стало б видно, хто що підтримує.
# $count (Number)
vote-for-everyone = 👥 Голосують: усі ({$count})
