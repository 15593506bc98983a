## Common
to-menu = 🏠 Menu
back = ← Back
cancel = Cancel
skip = Skip
previous-page = ←
next-page = →
