## Стіл організаторів
desk-other-groups = решта
# $groups (String)
desk-by-sector = 🏛 {$groups}
# $groups (String)
desk-by-region = 📍 {$groups}
# $count (Number)
desk-requests = 🙋 Просяться в Мережу: {$count}
# $count (Number)
desk-votes-close = 🗳 Скоро завершаться: {$count}
# $count (Number)
requests-wait = Усього чекає на рішення: {$count}.
requests-none = 🙋 Зараз ніхто не проситься в Мережу.
