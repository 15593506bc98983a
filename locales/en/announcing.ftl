## Announcements: at a time, changed, taken back, read
announce-at-a-time = ⏰ At a certain time
announce-without-time = 📣 Send now
announce-other-time = ⏰ Another time
announce-schedule = ✅ Schedule
announce-save = ✅ Save
announce-ask-time = ⏰ When should it go? For example: “tomorrow 9:30”, “5 February 18:00”. Kyiv time.
announce-time-not-understood = That time was not understood, or has passed. Please write it like “tomorrow 9:30” or “5 February 18:00”.
announce-time-passed = That time has passed. Please choose another one.
announce-confirm-later = For: <b>{$audience}</b>.
    That is <b>{ $count ->
        [one] {$count} person
       *[other] {$count} people
    }</b> now; those who fit then will get it.
    ⏰ It goes on <b>{$at}</b>, Kyiv time.
announce-ask-readers = Ask for “read”
announce-scheduled-toast = Scheduled
announce-waits = ⏰ <b>Goes on {$at}</b>, Kyiv time
announce-waits-for-nobody = ⚠️ <b>Not sent: there was nobody to send it to</b>
announce-waits-no-more = This announcement no longer waits: it was sent or cancelled
announce-will-ask = ✅ People will be asked to confirm that they have read it.
announce-change = ✏️ Change
announce-send-now = 📣 Send now
announce-drop = 🗑 Cancel it
announce-dropped = 🗑 <b>Cancelled before it was sent</b>
announce-ask-drop = Cancel this announcement? It will go to nobody.
announce-went-to-nobody = ⚠️ The time of a scheduled announcement has come, but there is nobody to send it to. Change whom it is for, or cancel it.
desk-announcements = 🗂 All announcements
announcements-back = 🗂 Announcements
announcements-title = 🗂 <b>Announcements</b>
announcements-none = 🗂 There have been no announcements yet.
announcements-waiting = 🗂 <b>Announcements</b>
    Scheduled, at the top: {$count}
announce-wordless-file = a file without words
announce-words-gone = The words of this announcement are no longer kept
announce-show = 📖 Show it
announce-open = 🗂 To the announcement
announce-edit = ✏️ Change words
announce-ask-words = ✏️ Send the new words: they will take the place of the old ones for everyone who has the announcement. A photo or file stays the same.
announce-words-only = Only the words can be changed: please send a text. The photo or file stays the same.
announce-wordless = A round video has no caption, so there is nothing to change in it. It can only be taken back.
announce-confirm-words = ☝️ This is how it will look. Change it for everyone?
announce-save-words = ✅ Change it for everyone
announce-other-words = ✏️ Other words
announce-reworded-toast = Changing it for everyone
announce-reworded = ✏️ Changed on {$at}
announce-taken-back = 🗑 Taken back on {$at}
announce-revised = Done: {$done} · Failed (bot blocked, or the message is gone): {$gone}
announce-withdraw = 🗑 Take back
announce-withdraw-yes = Yes, take it back
announce-ask-withdraw = Take the announcement back? It will be deleted for everyone who has it, in groups, too. Who has not got it yet will not get it.
announce-ask-withdraw-old = Take the announcement back? More than two days have passed, and Telegram no longer lets it be deleted. Its words will be replaced by “Announcement taken back” for everyone; a photo or file stays.
announce-withdrawn = 🗑 <b>Announcement taken back</b>
announce-withdrawn-toast = Taking it back
announce-withdrawn-already = This announcement was taken back already
announce-was-withdrawn = 🗑 The organizers have taken this announcement back.
announce-retry = 🔁 Try again ({$count})
announce-tried-again = { $count ->
        [one] Sending again to {$count} person
       *[other] Sending again to {$count} people
    }
announce-read = ✅ Read and understood
announce-have-read = ✓ Read
announce-read-toast = Thank you! The organizers see that you have read it.
announce-unread-toast = Your “read” mark is off
announce-readers = 👀 Who has read it
announce-readers-line = 👀 Have confirmed reading it: {$count}
announce-readers-title = 👀 <b>{$beginning}</b>
announce-readers-hidden = No names here: they would show who wrote or supports which proposal.
announce-was-read = Have read ({$count})
announce-not-read = Not yet ({$count})
announce-remind = 🔔 Remind those who have not
announce-reminded-lately = They were reminded less than an hour ago. Please wait a little.
announce-reminded = { $count ->
        [one] Reminded: {$count} person
       *[other] Reminded: {$count} people
    }
announce-reminder = 🔔 The organizers ask you to read an announcement and confirm it:

    “{$beginning}”
announce-show-again = 📖 Show it again
