## Polls
polls-none = 📊 <b>Polls</b>

    There have been no polls yet.
polls-title = 📊 <b>Polls</b>

    🟢 waits for you · ✅ you answered · 🏁 over
poll-new = ➕ New poll
poll-gone = This poll is no more
poll-card = 📊 <b>{$question}</b>
poll-total = { $count ->
        [one] {$count} answer
       *[other] {$count} answers
    }
poll-over = The poll is over.
poll-answered = Your answer: {$answer}
poll-is-closed = The poll is over already
poll-close = 🏁 Close the poll
poll-closed-toast = The poll is closed
poll-ask = 📊 Send the poll in one message: the question on the first line, then an answer per line.

    <i>When would you rather meet?
    On a weekday evening
    On Saturday morning
    Any time online</i>
poll-question-empty = The question is empty. Write it on the first line.
poll-question-too-long = The question is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please shorten it.
poll-preview = 👀 <b>{$question}</b>
poll-send = 📣 Send to everyone
poll-sent = ✅ The poll is on its way: <b>{$question}</b>
poll-sent-toast = The poll is on its way
poll-watch = 👁 See the answers
