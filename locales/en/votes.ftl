## Votes
votes-none = 🗳 <b>Votes</b>

    There have been no votes yet.
votes-title = 🗳 <b>Votes</b>

    🟢 waits for you · ✅ ballot handed in · 🏁 over
vote-new = ➕ New vote
vote-gone = This vote is no more
vote-title = 🗳 <b>{$title}</b>
vote-how = You can choose { $seats ->
        [one] {$seats} option
       *[other] up to {$seats} options
    }.
vote-closes-at = Open until {$when}.
vote-closes-by-hand = The organizers will say when it closes.
vote-closes-in = Open for { $days ->
        [1] a day
        [7] a week
        [one] {$days} day
       *[other] {$days} days
    }.
vote-marked = Chosen {$count} of {$most}
vote-changed = ✏️ Chosen {$count} of {$most}. The change is not handed in yet: press “Hand in the ballot”.
vote-handed-in = ✅ Your ballot is in: {$count} of {$most} chosen. You can change it until the vote closes.
vote-hand-in = 📥 Hand in the ballot
vote-full = You have chosen {$most} of {$most}. Take one mark off first.
vote-nothing-marked = Nothing is chosen yet. Mark at least one option.
vote-handed-in-toast = Your ballot is in
vote-is-closed = The vote is over
vote-turnout-so-far = { $count ->
        [one] {$count} ballot is in.
       *[other] {$count} ballots are in.
    }
vote-close = 🏁 Close the vote
vote-ask-close = Close “{$title}”? { $count ->
        [one] {$count} ballot is in.
       *[other] {$count} ballots are in.
    } The result goes to everyone at once, and it cannot be opened again.
vote-close-yes = Yes, close
vote-closed-toast = Closed, the result is on its way
vote-counting = ⏳ <b>{$title}</b>

    The vote is over, the result follows in a moment.
vote-result = 🏁 <b>Result: {$title}</b>
votes-count = { $count ->
        [one] {$count} vote
       *[other] {$count} votes
    }
vote-turnout = Turnout: {$count} of {$roll} ({$share}%).
vote-tie = ⚖️ A tie: { $tied ->
        [one] {$tied} option has
       *[other] {$tied} options have
    } equally many votes for { $seats ->
        [one] {$seats} remaining place
       *[other] {$seats} remaining places
    }. The organizers will decide with the participants what to do.

## A new vote
vote-ask-title = 🗳 What is the vote about? Write a title, such as “Three priority directions”.
vote-title-empty = The title is empty. Please put it into words.
vote-title-too-long = The title is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please shorten it.
vote-ask-options = Now the options, in one message, each on a line of its own:

    <i>Roads and transport
    Schools and shelters
    Jobs for the young</i>
options-too-few = At least two options are needed, each on a line of its own.
options-too-many = Too many options: {$count}. Please join those that are alike.
options-too-long = Option {$line} is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Shorten it and send the list again.
options-twice = The option “{$option}” is there twice. Send the list without repeats.
vote-ask-closing = Until which day and hour is the vote open? For example: <i>5 February 18:00</i>, <i>05.02 18:00</i> or <i>tomorrow</i>, in Kyiv time.
vote-closing-not-understood = That date was not understood, or it is past. Write it like this: <i>5 February 18:00</i> or <i>tomorrow 12:00</i>.
vote-closing-passed = The closing time that was chosen has passed. Choose another one.
vote-preview = 👀 <b>{$title}</b>
vote-choose-up-to = up to {$count}
vote-day = A day
vote-week = A week
vote-by-hand = By hand
vote-date = A date…
vote-change-title = ✏️ Title
vote-change-options = ✏️ Options
vote-open = 📣 Open to everyone
vote-opened = ✅ The vote is open, and ballots are on their way: <b>{$title}</b>
vote-opened-toast = The vote is open
vote-watch = 👁 Go to the vote
