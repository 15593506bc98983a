## Polls
polls-none = 📊 <b>Polls</b>

    There have been no polls yet.
polls-title = 📊 <b>Polls</b>

    🟢 waits for you · ✅ you answered · 🏁 over
polls-all = 📊 All polls
poll-new = ➕ New poll
poll-gone = This poll is no more
poll-card = 📊 <b>{$question}</b>
poll-total = { $count ->
        [0] Nobody answered
        [one] {$count} person answered
       *[other] {$count} people answered
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

    For: {$audience}
poll-sent-toast = The poll is on its way
poll-watch = 👁 See the answers
poll-several = ☑️ You can choose several answers.
poll-hidden = 🙈 The result can be seen once the poll is over.
poll-anonymous = 🕶 Anonymous: nobody sees any names. While the poll is open only the bot knows who answered what; once it is over, it forgets.
poll-named = 👁 With names: everyone sees who answered what.
poll-taken-back = Answer taken back: {$answer}
poll-not-for-you = This poll is for another group of people.
poll-names = 👥 Who answered what
poll-names-title = 👥 <b>{$question}</b>
poll-picture = 🖼 As a picture
poll-picture-toast = Here is the result
poll-compare = ⚖️ Compare with the earlier one
poll-compare-toast = Here are both results
poll-repeat = 🔁 Ask again
poll-no-counts-yet = The result cannot be seen yet: answer first, or wait until the poll is over.
poll-repeats = 🔁 The same poll was held on {$when}. The results can be compared.
poll-few-people = ⚠️ This group has too few people for answers to be truly anonymous: one can guess who answered what.
poll-fixed = Once it is sent, this cannot be changed.
poll-one-answer = One answer
poll-more-answers = Several
poll-counts-now = Result at once
poll-counts-later = At the end
poll-without-names = 🕶 Anonymous
poll-with-names = 👁 With names
poll-for-everyone = 👥 For: everyone ({$count})
poll-for = 👥 For: {$group} ({$count})
poll-send-to = 📣 Send to: {$group}
poll-ask-audience = Whom is the poll for?
poll-result = 📊 <b>The result: {$question}</b>
poll-counted = {$count} ({$share}%)
poll-several-were-given = Several answers could be chosen, so the percentages may add up to more than 100.
poll-asked = {$total} ({$when})
poll-compared-title = ⚖️ <b>{$question}</b>
poll-compared = {$words}: {$before}% → <b>{$after}%</b> ({$was} → {$is})
poll-only-on-wall = 🖥 Only on the wall
poll-for-wall = 🖥 Only on the wall
poll-open-on-wall = 📣 Open it
poll-opened-toast = The poll is open
poll-opened-on-wall = ✅ The poll is open and already on the wall: <b>{$question}</b>

    Nobody gets a message about it: people answer by the wall’s QR code, or from the list of polls.
poll-opened-without-wall = ✅ The poll is open: <b>{$question}</b>

    There is no wall at the moment. Open it with /wall and choose this poll there.
