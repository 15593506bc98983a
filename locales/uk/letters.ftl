## Листи
letter-preview-on = Надіслати це організаторам як відповідь на оголошення? Вони побачать ваше ім’я в Мережі.
letter-about-unnamed = 🎭 Можна й без імені: тоді ніхто не побачить, хто написав. Щоб відповідь дійшла, бот тримає шлях до вас запечатаним і знищить його через тиждень після відповіді.
letter-send-unnamed = 🎭 Без імені
letter-preview-unnamed = 🎭 Надіслати це організаторам? Вашого імені вони не побачать.
letter-sent-unnamed = ✅ Передано організаторам без імені. Відповідь прийде сюди; відповісти на неї можна впродовж тижня, потім шлях до вас буде знищено.
letter-way-gone = Цей шлях уже знищено: бот більше не знає, до якого листа він вів. Напишіть, будь ласка, новий лист.
letter-from-nobody = 🎭 Пише хтось <b>без імені</b>:
letter-nobody-short = 🎭 без імені
# $beginning (String)
letter-on = ↩️ На оголошення «{$beginning}»
# $name (String)
letter-is-taken = ✍️ Зараз відповідає {$name}
# $name (String)
letter-is-answered = ✅ Відповідь надіслано · {$name}
# $name (String)
letter-is-settled = ✅ Закрито без відповіді · {$name}
letter-conversation = 🧵 Розмова
desk-letters = ✉️ Листи
# $count (Number)
desk-letters-wait = ✉️ Листи ({$count})
letters-back = ✉️ Листи
letters-none = ✉️ Листів ще не було.
letters-settled = ✉️ <b>Листи</b>
    На всі є відповідь.
# $count (Number)
letters-wait = ✉️ <b>Листи</b>
    { $count ->
        [one] Чекає на відповідь {$count} розмова
        [few] Чекають на відповідь {$count} розмови
       *[many] Чекають на відповідь {$count} розмов
    }, найдавніші згори.
# $name (String)
# $at (String)
letter-by = <b>↩️ {$name}</b> · {$at}
# $at (String)
letter-said = <b>✉️</b> {$at}
letter-unreachable = 🔒 Відповісти вже не можна: шлях до цієї людини знищено.
letter-show-words = 📖 Останній лист повністю
letter-settle = ✅ Закрити без відповіді
letter-settled-toast = Лист закрито
# $name (String)
letter-taken-word = Зараз відповідає {$name}. Якщо відповіді не буде чверть години, лист знову стане вільним.
letter-ask-answer-unnamed = ↩️ Напишіть відповідь тому, хто написав без імені.
letter-reply-here = <i>Щоб відповісти, відповідайте тут на це повідомлення або на сам лист.</i>
letter-too-long-here = Відповідь задовга: бот не може надіслати таке повідомлення. Скоротіть його, будь ласка.
letter-not-yours = Відповідати на листи можуть лише модератори й організатори Мережі.
chat-letters-here = ✉️ Надсилати сюди листи
chat-letters-not-here = ✓ Листи надходять сюди
chat-letters-toast = Листи надходитимуть до цієї групи
chat-letters-off-toast = Листи знову надходитимуть кожному окремо
