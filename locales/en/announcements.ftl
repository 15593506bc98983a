## Announcements
announce-ask = 📣 Send the message to announce: text with formatting, a photo, a document, a video or a voice message. It arrives just as you send it.
announce-too-long = A bot cannot send a text that long: at most { $limit ->
        [one] {$limit} character
       *[other] {$limit} characters
    } fit. Please shorten it.
announce-ask-audience = ☝️ This is how it will look. Whom is it for?
announce-to-everyone = 👥 Everyone ({$count})
announce-everyone = everyone
announce-guests = those invited to “{$title}”
announce-guests-who = “{$title}”: {$who}
announce-reword = ✏️ Another message
announce-change-audience = 👥 Other people
announce-confirm = For: <b>{$audience}</b>.
    It reaches <b>{ $count ->
        [one] {$count} person
       *[other] {$count} people
    }</b>. Send it?
announce-send = 📣 Send
announce-nobody = There is nobody to send it to. Choose other people.
announce-gone = This announcement is no more
announce-running = 📤 <b>The announcement is on its way</b>
announce-paused = ⏸ <b>The announcement is paused</b>
announce-done = ✅ <b>The announcement is sent</b>
announce-cancelled = ✖️ <b>The announcement was cancelled</b>
announce-audience = For: {$audience}
announce-counts = Sent: {$sent} · Bot blocked: {$blocked} · Failed: {$failed}
announce-pause = ⏸ Pause
announce-continue = ▶️ Go on
announce-cancel = ✖️ Cancel
announce-cancel-yes = Yes, cancel
announce-ask-cancel = ⏸ Sending is paused. {$sent} have it already, {$waiting} do not. Cancel the rest?
announce-continued = Sending goes on
announce-paused-toast = Sending is paused
announce-cancelled-toast = The rest is cancelled

## Letters
letter-ask = ✉️ What shall we pass on to the organizers? Write a text, or send a photo or a document.
letter-preview = Send this to the organizers? They will see your name in Merezha.
letter-send = ✉️ Send
letter-sent = ✅ Passed on to the organizers. Their answer will come here.
letter-nobody = There is no organizer right now who could receive it. Please try again later.
letter-from = ✉️ <b>A letter from {$name}</b>
letter-answer = ↩️ Answer
letter-ask-answer = ↩️ Write the answer for <b>{$name}</b>.
letter-answer-head = ↩️ <b>The organizers answer</b>
letter-answered = ✅ Your answer is sent.
letter-gone = The person who wrote this letter has left Merezha
letter-answered-before = Another organizer has answered this letter already; yours will come on top.

## Words outside of a dialogue
offer-question = What shall we do with this?
offer-proposal = 💡 Hand in as a proposal
offer-letter = ✉️ Pass on to the organizers
offer-drop = Nothing
offer-gone = That message was already passed on or dropped. If not, please send it again.
offer-dropped = All right, nothing was sent

## Quiet hours
quiet-send-at-once = 🔔 Send to everyone now
quiet-others-at = 🌙 Now it reaches: <b>{$now}</b>. { $held ->
        [one] {$held} more person has
       *[other] {$held} more people have
    } quiet hours and will get it at {$at}.
quiet-others-between = 🌙 Now it reaches: <b>{$now}</b>. { $held ->
        [one] {$held} more person has
       *[other] {$held} more people have
    } quiet hours and will get it once these are over, between {$first} and {$last}.
quiet-too-late = 🌙 Now it reaches: <b>{$now}</b>. { $held ->
        [one] {$held} more person has
       *[other] {$held} more people have
    } quiet hours, and the vote ends before these are over. Choose a later end, or send it to everyone now.
