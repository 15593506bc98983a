## Спільне
to-menu = 🏠 Меню
back = ← Назад
cancel = Скасувати
skip = Пропустити
previous-page = ←
next-page = →
