## Sessions
sessions-none = 📅 <b>Sessions</b>

    No session has been announced yet.
sessions-title = 📅 <b>Sessions</b>

    🟢 waits for your answer · ✅ you are coming · 🏁 took place
sessions-all = 📅 All sessions
session-new = ➕ New session
session-gone = There is no such session, or you were not invited to it
session-not-invited = You are not on the list of this session
session-is-over = This session is over
session-is-cancelled = This session was cancelled
session-title = 📅 <b>{$title}</b>
session-when = 🕙 {$when}
session-where = 📍 {$place}
session-where-point = 📍 A point on the map: see the button below
session-map = 🗺 On the map
session-online-too = 💻 You can also join online
session-online-only = 💻 Online
session-link = 🔗 {$link}
session-capacity = 🪑 { $count ->
        [one] {$count} place
       *[other] {$count} places
    }
session-agenda = 📋 <b>Agenda</b>
    {$agenda}
session-ask = Will you be there?
session-you-come = ✅ You are coming. If your plans change, just choose another answer.
session-you-join-online = ✅ You are joining online.
session-you-declined = You are not coming. If your plans change, choose another answer.
session-you-are-unsure = 🤔 You are not sure yet. Choose an answer once you know.
session-you-wait = ⏳ All places are taken, and you are on the waiting list. { $count ->
        [0] You are first.
        [one] {$count} person is before you.
       *[other] {$count} people are before you.
    } As soon as a place is free, the bot will write to you.
session-place-held = 🪑 There is a place for you! Confirm that you are coming by {$when}.
session-your-word = 💬 {$word}
session-coming = ✅ Coming
session-online = 💻 Online
session-not-coming = 🙅 Not coming
session-not-sure = 🤔 Not sure yet
session-coming-toast = Great, see you there!
session-online-toast = Great, see you online!
session-waiting-toast = No places left: you are on the waiting list
session-declined-toast = Understood, you are not coming
session-unsure-toast = All right, decide later
session-full = All places are taken. If there is something you would like to pass on, write to the organizers.
session-add-word = 💬 Add a word
session-calendar = 🗓 To my calendar
session-calendar-toast = The file for your calendar is below
session-calendar-file = 🗓 Open this file, and the session will be in your calendar.
session-calendar-removes = 🗓 Open this file, and the session will go from your calendar.
session-ask-word = 💬 What should the organizers know? For example: “no meat”, “arriving at 9:40 by train”, “with a child of 6”.
session-word-too-long = Too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please make it shorter.
session-word-saved = 💬 Noted; the organizers will see it.
session-cancelled-line = ✖️ The session was cancelled.
session-open = 📅 To the session
session-manage = 🛠 Manage

## Who answered how
attendance-coming = Coming
attendance-online = Online
attendance-offered = Deciding about a place
attendance-waiting = On the waiting list
attendance-unsure = Not sure yet
attendance-silent = Not answered
attendance-declined = Not coming

## A new session
session-ask-title = 📅 What is the session called? For example: “Second session: the action plan”.
session-ask-when = 🕙 When is it? For example: <i>5 February 10:00–18:00</i>, <i>05.02 10:00</i> or, for two days, <i>5–6 February 10:00–17:00</i>. Kyiv time.
session-when-not-understood = That was not understood, or it is past. Write day and hour, for example: <i>5 February 10:00–18:00</i>, <i>tomorrow from 10 to 13</i> or <i>5–6 February 10:00–17:00</i>.
session-when-passed = That time has passed. Choose another one.
session-ask-where = 📍 Where is it? Write the place, send a point on the map (📎 → Location), or a link if it is online. A place and a link together are fine.
session-where-too-long = Too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please make it shorter.
session-ask-agenda = 📋 Send the agenda in one message.
session-no-agenda = No agenda
session-agenda-too-long = The agenda is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. The rest can be added to the session as a file.
session-ask-capacity = 🪑 How many people fit in? Choose or write a number.
session-capacity-not-understood = A number from 1 to 10,000 is needed. How many people fit in?
session-no-limit = no limit
session-with-queue = With a waiting list
session-without-queue = Without one
session-queue-on = When no places are left, people go on a waiting list.
session-queue-off = When no places are left, the bot says so. There is no waiting list.
session-ask-audience = 👥 Whom do we invite?
session-for = 👥 For: {$audience}. { $count ->
        [one] <b>{$count} person</b> will be invited
       *[other] <b>{$count} people</b> will be invited
    }.
session-change-title = ✏️ Title
session-change-when = 🕙 When
session-change-where = 📍 Where
session-change-agenda = 📋 Agenda
session-change-capacity = 🪑 Places
session-change-audience = 👥 For whom
session-announce = 📣 Announce
session-announced = ✅ The session is announced, and the invitations are on their way: <b>{$title}</b>
session-announced-toast = The session is announced

## Changes
session-nothing-changed = Nothing has been changed yet.
session-unchanged-toast = Nothing was changed
session-will-tell = ✏️ <b>The bot will tell everybody concerned:</b>
session-save = ✅ Save and tell people
session-saved = ✅ The changes are saved: <b>{$title}</b>. Everybody invited will hear of them, but for those who are not coming.
session-saved-toast = The changes are saved
session-changed = ✏️ <b>{$title}</b>: something has changed
change-title = 📅 <s>{$before}</s> → <b>{$after}</b>
change-when = 🕙 <s>{$before}</s> → <b>{$after}</b>
change-where = 📍 <s>{$before}</s> → <b>{$after}</b>
change-point = 📍 {$place}: a new point on the map
change-link = 🔗 <s>{$before}</s> → <b>{$after}</b>
change-agenda = 📋 A new agenda
change-capacity = 🪑 <s>{$before}</s> → <b>{$after}</b>
session-point = a point on the map
session-nowhere = none
session-change = ✏️ Change
session-cancel = ✖️ Cancel
session-ask-cancel = Cancel the session “{$title}”? { $count ->
        [one] {$count} person
       *[other] {$count} people
    } will hear of it. It cannot be brought back.
session-cancel-yes = Yes, cancel it
session-cancelled-toast = The session is cancelled
session-cancelled = ✖️ <b>The session is cancelled: {$title}</b>

    🕙 {$when}

## Guests
session-invited = 👥 { $count ->
        [one] {$count} person is invited
       *[other] {$count} people are invited
    }.
session-everyone = 👥 All · {$count}
session-guests = 👥 <b>{$audience}</b>: { $count ->
        [one] {$count} person
       *[other] {$count} people
    }
session-all-groups = All sectors and regions
session-write = ✉️ Write to them

## Reminders
reminder-coming = 🔔 We look forward to seeing you: <b>{$title}</b>
reminder-silent = 🔔 There is a session soon: <b>{$title}</b>. Will you be there? Please let us know: it makes preparing easier.
reminder-not-coming = 🙅 I cannot come
reminder-off = 🔕 No reminders
reminders-on-toast = The bot will remind you of sessions
reminders-off-toast = No more reminders of sessions. You can turn them on in /settings

## Waiting list
place-free = 🪑 A place is free: <b>{$title}</b>. We hold it for you until {$when}, then it is offered to the next person on the list.
place-take = ✅ Yes, I am coming
place-gone = ⏳ The place that we held for you was offered to the next person: <b>{$title}</b>. If you would still like to come, open the session and choose “Coming”.

## After a session
session-was = 🏁 The session took place.
session-decisions = 📝 <b>Decisions and minutes</b>
    {$words}
session-minutes = 📝 Minutes
session-add-materials = 📎 Materials
session-next = ➕ Next session with these people
session-material-gone = This material is gone
session-material-toast = On its way
session-ask-minutes = 📝 Send decisions and minutes in one message: a text or a file. They go to everybody invited and stay on the session’s page.
session-confirm-minutes = ☝️ This is how it will look. { $count ->
        [one] {$count} person
       *[other] {$count} people
    } will get it. Send it?
session-send-minutes = 📝 Send to all
session-minutes-sent = ✅ The minutes are on their way, and on the session’s page: <b>{$title}</b>
session-minutes-toast = The minutes are on their way
session-ask-materials = 📎 Send files, photos and links, one message each. The caption becomes the title.
session-material-added = 📎 Added. The session’s page has { $count ->
        [one] {$count} material
       *[other] {$count} materials
    } now. Send more, or finish.
session-materials-done = ✅ Done
feedback-title = 💬 <b>{$title}</b>

    How was it? Question {$number} of 3. The organizers see only sums, no names.
feedback-useful = Was it useful?
feedback-heard = Were you heard?
feedback-again = Would you come again?
feedback-yes = 👍 Yes
feedback-partly = 🤏 Partly
feedback-no = 👎 No
feedback-toast = Thank you!
feedback-thanks = 🙏 Thank you! Your answers help to make the next session better: <b>{$title}</b>
feedback-sums = 💬 Feedback
feedback-sums-title = 💬 <b>Feedback: {$title}</b>
feedback-answered = Answered: {$count} of {$people}
feedback-too-few = Too few answers: they are shown once there are at least {$least}, so that nobody is given away.

## At the door
door-button = 🚪 Check-in
door-toast = The QR code is below
door-caption = 🚪 <b>Check-in: {$title}</b>

    Show this code at the door. Whoever scans it or opens the link is noted as being there:
    {$link}
door-hours = 🕙 It works on {$when}.
door-presence = 👥 Here: <b>{$here}</b> of {$come}
door-by-name = 🔎 By name
door-renew = ♻️ New code
door-void = 🚪 <b>{$title}</b>

    This code no longer works: there is a new one.
door-ask-renew = ♻️ Make a new code for the door of “{$title}”? The old one stops working at once. Whoever is there already stays on the list.
door-renew-yes = ♻️ Yes, a new code
door-renewed = ♻️ The old code no longer works. The new one is below: <b>{$title}</b>
door-none-ahead = 🚪 There is no session to check in to: none is on or ahead.
door-welcome = 🚪 You are checked in: <b>{$title}</b>. Good to see you!

    Drawings and models that are made here can be photographed and added to the session’s gallery.
door-again = 🚪 You are checked in already: <b>{$title}</b>. There is nothing more to do.
door-again-toast = You are checked in already
door-early = 🚪 It is too early: check-in for “{$title}” begins on {$from}. Please open this link again then.
door-over = 🚪 The session “{$title}” is over, and so is check-in.
door-cancelled = ✖️ The session “{$title}” was cancelled.
door-join-first = 🚪 This is the door of a session of Merezha. Please join Merezha first, and then open this link again.
session-you-are-here = 🚪 You are checked in. Good to see you!
arrivals-title = 🔎 <b>Who is here: {$title}</b>
arrivals-ask = Tap a name to check somebody in, or write a part of a name.
arrivals-all-here = Nobody is left on the list whom we wait for. To find somebody else, write a part of the name.
arrivals-found = { $count ->
        [0] Nobody was found for “{$typed}”. Try other words.
       *[other] Found for “{$typed}”: {$count}.
    }
arrivals-some-here = ✅ is here already. Tap to undo.
arrivals-some-uninvited = ➕ is not on the list.
arrivals-everyone = 👥 Show all
arrivals-done = ✅ Done
arrivals-early = It is too early: check-in begins on {$from}
arrival-here = ✅ {$name} is here.
arrival-not-here = ↩️ {$name} is no longer checked in.
arrival-take-back = ↩️ Undo: {$name}
arrival-noted = Checked in: {$name}
arrival-taken-back = No longer checked in: {$name}
arrival-gone = This person is no longer in Merezha

## Gallery
pictures-add = 📷 Add pictures
gallery-open = 🖼 Gallery ({$count})
pictures-ask = 📷 Send photos of drawings and models, one by one or as an album. Everybody invited sees the caption, nobody sees your name. { $left ->
        [0] You cannot add any more photos.
        [one] You can add {$left} more photo.
       *[other] You can add {$left} more photos.
    }
pictures-done = ✅ Done
pictures-added = 📷 Added. Photos of yours here: {$count}.
pictures-album = 📷 The album is taken: all of its photos will be in the gallery.
pictures-more = Send more, or finish.
pictures-more-or-words = You can write a caption for it, send more photos, or finish.
picture-words-too-long = 📷 The photo is in the gallery, but its caption is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Write a shorter one, and it will stand below this photo.
picture-words-put = 💬 The caption is added.
pictures-only = 📷 Photos are needed here. Please send a drawing or a model as a photo, not as a file. If there are no more photos, finish.
pictures-enough = 📷 The gallery takes at most { $most ->
        [one] {$most} photo
       *[other] {$most} photos
    } of one person. To add a new one, take one of yours away.
pictures-not-now = 📷 Photos are added by those who are there: from check-in until a week after the session.
pictures-done-already = The photos are added
gallery-empty = 🖼 There is no photo in the gallery any more.
gallery-empty-toast = The gallery is empty
picture-gone = This photo is gone
picture-remove = 🗑 Take it away
picture-ask-remove = 🗑 Take this photo out of the gallery? It cannot be brought back.
picture-remove-yes = 🗑 Yes, take it away
picture-removed = The photo is taken away
picture-not-yours = Only whoever sent a photo can take it away, or an organizer
