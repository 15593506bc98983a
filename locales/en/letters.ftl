## Letters
letter-preview-on = Send this to the organizers as an answer to the announcement? They will see your name in the network.
letter-about-unnamed = 🎭 It can go without a name, too: then nobody sees who wrote it. So that an answer can reach you, the bot keeps the way to you sealed, and destroys it a week after the answer.
letter-send-unnamed = 🎭 No name
letter-preview-unnamed = 🎭 Send this to the organizers? They will not see your name.
letter-sent-unnamed = ✅ Passed to the organizers without a name. The answer comes here; you can answer it within a week, then the way to you is destroyed.
letter-way-gone = This way has been destroyed: the bot no longer knows which letter it led to. Please write a new one.
letter-from-nobody = 🎭 Somebody writes <b>without a name</b>:
letter-nobody-short = 🎭 no name
letter-on = ↩️ To the announcement “{$beginning}”
letter-is-taken = ✍️ {$name} is answering
letter-is-answered = ✅ Answered · {$name}
letter-is-settled = ✅ Closed without an answer · {$name}
letter-conversation = 🧵 Conversation
desk-letters = ✉️ Letters
desk-letters-wait = ✉️ Letters ({$count})
letters-back = ✉️ Letters
letters-none = ✉️ There have been no letters yet.
letters-settled = ✉️ <b>Letters</b>
    All are answered.
letters-wait = ✉️ <b>Letters</b>
    { $count ->
        [one] {$count} conversation waits for an answer
       *[other] {$count} conversations wait for an answer
    }, the oldest at the top.
letter-by = <b>↩️ {$name}</b> · {$at}
letter-said = <b>✉️</b> {$at}
letter-unreachable = 🔒 It can no longer be answered: the way to this person has been destroyed.
letter-show-words = 📖 The last letter in full
letter-settle = ✅ Close without an answer
letter-settled-toast = The letter is closed
letter-taken-word = {$name} is answering. Without an answer within a quarter of an hour the letter is free again.
letter-ask-answer-unnamed = ↩️ Write the answer to whoever wrote without a name.
letter-reply-here = <i>To answer, reply here to this message or to the letter itself.</i>
letter-too-long-here = The answer is too long for a bot to send. Please shorten it.
letter-not-yours = Only moderators and organizers of the network can answer letters.
chat-letters-here = ✉️ Send letters here
chat-letters-not-here = ✓ Letters come here
chat-letters-toast = Letters will come to this group
chat-letters-off-toast = Letters go to each organizer again
