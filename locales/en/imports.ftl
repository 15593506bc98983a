## Bringing proposals in
desk-import = 📥 Bring proposals in
import-ask = 📥 <b>Bring proposals in</b>

    Send here:
    • a <b>CSV</b> or <b>XLSX</b> file, up to 5 MB and 5,000 rows;
    • or a message with an idea on each line;
    • or photos of drawings with captions, one by one or as an album.

    First you will see what could be read, and nothing comes in unless you confirm it. Nobody is sent anything.
import-all = 🗂 All imports
import-again = 📥 Bring in more
import-no-call = Proposals answer a question, so there has to be a call first. Make one, then come back here.
import-too-many-waiting = { $count ->
        [one] {$count} import of yours waits
       *[other] {$count} imports of yours wait
    } for a decision. Confirm or cancel some of them first.
import-wrong-kind = A CSV or XLSX file, a text or a photo can be sent here. This cannot be read.
import-as-photo = This picture was sent as a file. Please send it as a photo.
import-address = Links are not opened. Download the table as CSV or XLSX (in Google Sheets: “File” → “Download”) and send the file here.
import-lines-empty = There is not a word in it. Please write the ideas, each on a line of its own.
offer-import = 📥 Bring in proposals from the table
import-gathered = 📥 { $count ->
        [one] <b>{$count}</b> idea
       *[other] <b>{$count}</b> ideas
    } so far. Send more, or finish.
import-gathered-photo = 📥 { $count ->
        [one] <b>{$count}</b> idea
       *[other] <b>{$count}</b> ideas
    } so far. You can write words for the last photo, send more, or finish.
import-album = 📥 The album is being taken in. Send more, or finish.
import-gathered-enough = {$most} can be brought in at once. Finish this import, and bring the rest in with the next one.
import-gathered-done = ✅ Done, show me
import-gathered-none = Nothing was sent yet
import-cancel = Cancel this import
import-cancelled = The import is cancelled, nothing was added.
import-cancelled-toast = Import cancelled
import-gone = That import is no longer there
import-reading = ⏳ <b>{$name}</b>
    Fetching the file and reading it…
import-comparing = ⏳ <b>{$name}</b>
    Read. Comparing it with what is there…
import-reading-toast = ⏳ Fetching the file…
import-comparing-toast = ⏳ Comparing it with what is there…
import-from-messages = Ideas from messages
import-from-file = A table
import-refused = 😔 <b>{$name}</b>
    {$why}
import-trouble-too-large = The file is too large: up to {$megabytes} MB can be taken. Leave out what is not needed, or split it.
import-trouble-unreachable = Telegram does not hand this file over right now. Try again in a minute.
import-trouble-no-table = This does not look like a table. Save it as XLSX or CSV and send it again.
import-trouble-old-or-locked = This is the old Excel format (XLS), or a file behind a password. Save it as XLSX without a password and send it again.
import-trouble-swollen = The file unpacks into too much data, so it is not read further. Copy the column that is needed into a new table.
import-trouble-broken = The file is damaged and cannot be read. Open it in Excel or Google Sheets, save it anew and send it again.
import-trouble-too-many-rows = There are more than {$most} rows in the file. Split it.
import-trouble-empty = The file is empty.
import-trouble-failed = The file could not be read. Try again.
import-retry = 🔁 Try again
import-ready = 👀 <b>{$name}</b>
    This is what could be read. Nothing was brought in yet.
import-to-call = ❓ To the call: {$question}
import-sheet = 📄 Sheet: {$name}
import-words-column = 🔤 Proposals in column {$letters}: <i>{$label}</i>
import-direction-column = 🧭 Directions from column {$letters}: recognized in { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }. Names that are not in the bot are not taken over.
import-author-column = 👤 The names in column {$letters} are not taken over: people may not have agreed to that.
import-count-fresh = ✅ { $count ->
        [one] {$count} new proposal
       *[other] {$count} new proposals
    }
import-count-same = 🟰 { $count ->
        [one] {$count} repeats another
       *[other] {$count} repeat others
    } (in the bot already: {$there}) — left out
import-count-close-taken = 🔎 { $count ->
        [one] {$count} looks like another — comes in, too
       *[other] {$count} look like others — come in, too
    }
import-count-close-left = 🔎 { $count ->
        [one] {$count} looks like another — left out
       *[other] {$count} look like others — left out
    }
import-count-unreadable = ⚠️ { $count ->
        [one] {$count} row cannot be brought in
       *[other] {$count} rows cannot be brought in
    }
import-count-blank = ▫️ { $count ->
        [one] {$count} row is empty in this column
       *[other] {$count} rows are empty in this column
    }
import-samples = <b>For example:</b>
import-line = <b>{$row}.</b> {$words}
import-confirm = ✅ Bring in { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }
import-nothing-new = There is nothing to bring in: nothing here is new.
import-other-column = 🔤 Another column
import-other-call = ❓ Another call
import-look-same = 🟰 Repeated
import-look-close = 🔎 Alike
import-look-unreadable = ⚠️ Why not
import-leave-close = 🔎 Leave out what is alike
import-take-close = 🔎 Bring in what is alike
import-changed-toast = Something has just changed here — please look again
import-choose-column = 🔤 <b>Which column holds the proposals?</b>
import-first-is-heading = ✓ The first row is headings
import-first-is-row = The first row is headings
import-choose-call = ❓ <b>Which call do they answer?</b>
import-closed-call = 🔒 {$question}
import-pile-same = 🟰 <b>Repeated</b>
    They differ in capitals or punctuation at most. They are left out.
import-pile-close = 🔎 <b>Alike</b>
import-pile-unreadable = ⚠️ <b>Cannot be brought in</b>
    The number is that of the row in the table, or of the idea in order.
import-as-row = like row {$row}
import-like-row = looks like row {$row}
import-as-proposal = like No. {$id}: {$words}
import-like-proposal = looks like No. {$id}: {$words}
import-why-too-long = too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit
import-why-no-value = a formula without a value, or an error in the cell
import-done = ✅ { $count ->
        [one] <b>{$count}</b> proposal was
       *[other] <b>{$count}</b> proposals were
    } brought in to the call “{$question}”.
import-done-toast = Brought in: {$count}
import-overtaken = ℹ️ While you were looking, { $count ->
        [one] {$count} such proposal has appeared in the call and was not brought in twice.
       *[other] {$count} such proposals have appeared in the call and were not brought in twice.
    }
import-done-already = This import is already confirmed
import-source = 📄 {$name}, {$when}
import-by = 👤 {$name}
import-there = Published of these now: {$there}.
import-undo = ↩️ Take it back
import-ask-undo = ↩️ <b>Take this import back?</b>

    { $count ->
        [one] Nobody will see {$count} proposal any more, and where people stand on it will not count.
       *[other] Nobody will see {$count} proposals any more, and where people stand on them will not count.
    }
import-touched = ⚠️ { $count ->
        [one] People have already done something with {$count} of them: taken a stance, changed it, or moved it on. It can stay.
       *[other] People have already done something with {$count} of them: taken a stance, changed them, or moved them on. They can stay.
    }
import-undo-all = Take all back ({$count})
import-undo-untouched = Only the untouched ({$count})
import-undone-toast = Taken back: {$count}
import-undone = ↩️ This import was taken back.
import-undone-kept = Still published: {$there}.
import-undone-already = This import was already taken back
import-list = 🗂 <b>Imports</b>
import-list-none = 🗂 <b>Imports</b>

    None yet.
import-list-line = <b>{$number}.</b> {$name} · {$when}
    {$state}
import-state-open = not confirmed yet
import-state-done = { $count ->
        [one] {$count} proposal was brought in
       *[other] {$count} proposals were brought in
    }
import-state-undone = taken back
proposal-by-organizers = 📥 Brought in by organizers
