## Common
to-menu = 🏠 Menu
back = ← Back
cancel = Cancel
skip = Skip
previous-page = ←
next-page = →
closing-at = ⏰ Open until {$when}.
closing-by-hand = ⏰ The organizers will say when it closes.
closing-in = ⏰ Open for { $days ->
        [1] a day
        [7] a week
        [one] {$days} day
       *[other] {$days} days
    }.
closing-ask = Until which day and hour will it be open? For example: <i>5 February 18:00</i>, <i>05.02 18:00</i> or <i>tomorrow</i>, in Kyiv time.
closing-not-understood = That date was not understood, or it is past. Write it like this: <i>5 February 18:00</i> or <i>tomorrow 12:00</i>.
closing-passed = The closing time that was chosen has passed. Choose another one.
closing-day = A day
closing-week = A week
closing-hand = By hand
closing-date = A date…
