## Votes
votes-none = 🗳 <b>Votes</b>

    There have been no votes yet.
votes-title = 🗳 <b>Votes</b>

    🟢 waits for you · ✅ ballot handed in · 🏁 over
vote-new = ➕ New vote
vote-gone = This vote is no more
vote-title = 🗳 <b>{$title}</b>
vote-how-choose = 👉 You can choose { $count ->
        [one] {$count} option
       *[other] up to {$count} options
    }.
vote-how-points = 🔢 You can spread { $count ->
        [one] {$count} point
       *[other] {$count} points
    } over the options.
vote-how-ranking = 🥇 You put the options in order, the best first. They are counted by places (Borda): the higher the place, the more points.
vote-wins-votes = 🏆 The { $count ->
        [one] option with the most votes wins
       *[other] {$count} options with the most votes win
    }.
vote-wins-points = 🏆 The { $count ->
        [one] option with the most points wins
       *[other] {$count} options with the most points win
    }.
vote-wins-balanced = 🏆 { $count ->
        [one] One option wins
       *[other] {$count} options win
    }. The result is balanced: all ballots weigh the same, so that a smaller part of the people finds something of its own, too (Method of Equal Shares).
vote-is-secret = 🔒 Secret: once the vote is over, nobody can find out who chose what.
vote-is-open = 👁 Open: the result shows everyone the names and who chose what.
vote-roll = 👥 On the roll: { $count ->
        [one] {$count} person
       *[other] {$count} people
    }.
vote-not-on-roll = You joined after this vote was opened, so you are not on its roll. The result will reach you, too.
vote-not-on-roll-toast = You are not on the roll of this vote
vote-begun = ✏️ Your ballot is begun, but not handed in yet.
vote-handed-in = ✅ Your ballot is in. Your code: <code>{$receipt}</code>. With it you find your ballot among those counted; it says nothing of your choice. You can change the ballot until the vote closes.
vote-changed = ✅ Your ballot is in, your code: <code>{$receipt}</code>. You began to change it: hand it in once more, so that the change counts.
vote-begin = 🗳 Vote
vote-go-on = 🗳 Go on
vote-look = 👀 My choice
vote-change = ✏️ Change
vote-covered = 🔒 The ballot is covered, so that your choice does not stay in the chat. Your marks are kept.
vote-see-result = 📊 In detail
vote-marked = Chosen {$count} of {$most}
vote-points-left = Points left: {$left} of {$most}
vote-ranked = Ranked {$count} of {$options}
vote-hand-in = 📥 Hand in the ballot
vote-full = You have chosen {$most} of {$most}. Take one mark off first.
vote-points-spent = All points are spread. Take some away elsewhere first.
vote-nothing-marked = Nothing is chosen yet. Mark at least one option.
vote-handed-in-toast = Your ballot is in
vote-nothing-handed-in = You have not handed a ballot in yet.
vote-my-ballot = Your ballot:
    {$lines}
ballot-points = {$number} · {$points}
ballot-points-given = { $points ->
        [one] {$points} point
       *[other] {$points} points
    }
ballot-place = Place {$place} — {$option}
ballot-rank-first = Press the option that comes first for you, then the second, and so on. You need not rank them all.
ballot-undo = ↩️ Take the last one back
vote-is-closed = The vote is over
vote-close = 🏁 Close the vote
vote-ask-close = Close “{$title}”? { $count ->
        [one] {$count} ballot of {$roll} is in.
       *[other] {$count} ballots of {$roll} are in.
    } The result goes to everyone, and it cannot be opened again.
vote-close-yes = Yes, close
vote-closed-toast = Closed, counting
vote-counting = ⏳ <b>{$title}</b>

    The vote is over, the result follows in a moment.
vote-void = ⚠️ <b>{$title}</b>

    The key of this vote was lost on the server, so nobody can read the ballots and they cannot be counted. We are sorry. The organizers can hold the vote once more.

## Turnout
vote-turnout-button = 📊 Turnout
turnout-title = 📊 <b>Turnout: {$title}</b>
turnout-count = {$count} of {$roll} in
turnout-of-group = {$count} of {$people}
turnout-groups-small = Groups are not shown: they are too small, and it could give somebody away.
turnout-remind = 🔔 Remind who has not voted: {$count}
turnout-paper = 📝 Enter a ballot from paper
turnout-refresh = 🔄 Refresh
turnout-back = 📊 To the turnout
turnout-all-voted = 🎉 All ballots of “{$title}” are in: {$count}. You can close it early.
by-sector = By sector
by-region = By region
group-not-said = Not said
group-others = Others together
vote-reminder = 🔔 The vote “{$title}” is open, and your voice is still missing.
vote-reminded = { $count ->
        [one] Reminding {$count} person
       *[other] Reminding {$count} people
    }
vote-reminded-lately = A reminder was sent less than an hour ago. Please wait a little.

## Ballots from paper
paper-choose = 📝 <b>{$title}</b>

    Whose ballot is it? Should they vote here by themselves later, their own ballot counts.
paper-for = 📝 A ballot for: <b>{$name}</b>
paper-entered = ✅ The ballot for <b>{$name}</b> is in. The code to pass on to them: <code>{$receipt}</code>.

    The vote “{$title}”.
paper-next = 📝 The next one
paper-voted-already = They have voted by themselves. Their own ballot stands.

## The result
vote-result = 🏁 <b>Result: {$title}</b>
votes-count = { $count ->
        [one] {$count} vote
       *[other] {$count} votes
    }
points-count = { $count ->
        [one] {$count} point
       *[other] {$count} points
    }
vote-turnout = Turnout: {$count} of {$roll} ({$share}%).
vote-on-paper = Entered from paper: { $count ->
        [one] {$count} ballot
       *[other] {$count} ballots
    }.
share-of = {$given} of {$people}
percent = {$share}%
why-most-votes = 🏆 “{$words}” is among those with the most votes.
why-most-points = 🏆 “{$words}” is among those with the most points.
why-only-theirs = 🏆 “{$words}”: { $supporters ->
        [one] {$supporters} person supports it
       *[other] {$supporters} people support it
    }, and { $only ->
        [one] {$only} of them gets nothing else
       *[other] {$only} of them get nothing else
    }.
why-shared = 🏆 “{$words}”: { $supporters ->
        [one] {$supporters} person, whose share was
       *[other] {$supporters} people, whose shares were
    } enough for this seat.
why-filled-votes = 🏆 “{$words}”: { $supporters ->
        [one] {$supporters} person supports it
       *[other] {$supporters} people support it
    }. No shares were enough for a whole place any more, but this option came closest.
why-filled-points = 🏆 “{$words}”: { $supporters ->
        [one] {$supporters} person supports it
       *[other] {$supporters} people support it
    }. No shares were enough for a whole place any more, and of the rest this option has the most points.
vote-tie = ⚖️ A tie: { $tied ->
        [one] {$tied} option has
       *[other] {$tied} options have
    } equal claims to { $seats ->
        [one] {$seats} remaining place
       *[other] {$seats} remaining places
    }. The organizers will decide with the participants what to do.
vote-receipts-list = 🧾 The codes of the ballots counted ({$count}); find yours:
vote-receipts-many = 🧾 { $count ->
        [one] {$count} ballot was counted.
       *[other] {$count} ballots were counted.
    } The list of codes is behind the button below.
vote-receipts = 🧾 The list of codes
vote-names = 👥 All names
vote-names-list = 👥 “{$title}”: who chose what. People in all: {$count}.
vote-named = {$name}: {$chosen}
vote-name-gone = Somebody who has left
vote-names-more = … and {$count} more
vote-file = 📄 “{$title}”: the anonymous ballots, shuffled. Publish this file, and anybody can recount the result (<code>merezha tally</code>, pabutools, abcvoting).

    SHA-256: <code>{$sha256}</code>
vote-to-decide = ⚖️ <b>{$title}</b>

    A tie: counting does not decide who gets the last { $seats ->
        [one] place
       *[other] {$seats} places
    }. It is yours to decide.
vote-how-to-decide = You can hold a new vote among these only, talk it over at the session, or draw lots before witnesses. Tell everyone how it was decided, and why.
vote-run-off = 🗳 A new vote among them
vote-run-off-title = {$title} — run-off

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
vote-preview = 👀 <b>{$title}</b>
vote-choose-up-to = up to {$count}
vote-so-many-points = { $count ->
        [one] {$count} point
       *[other] {$count} points
    }
vote-so-many-win = 🏆 {$count}
vote-rules = ⚙️ Rules of the vote
vote-rules-title = ⚙️ <b>Rules of the vote</b>

    Once it is open, they cannot be changed.
vote-rules-most-votes = The options with the most support win. Part of the people may get nothing of their own.
vote-rules-balanced = Each ballot has an equal share of the places and spends it on what it supports. So a smaller group gets a place, too, if it is large enough. The plain count always stands beside it.
vote-method-choose = Choose
vote-method-points = Points
vote-method-ranking = Places
vote-winners-votes = Most votes
vote-winners-balanced = Balanced
vote-secret = 🔒 Secret
vote-named-openly = 👁 Open
vote-rules-done = ← Done
vote-change-title = ✏️ Title
vote-change-options = ✏️ Options
vote-open = 📣 Open to everyone
vote-opened = ✅ The vote is open, and ballots are on their way: <b>{$title}</b>
vote-opened-toast = The vote is open
vote-watch = 👁 Go to the vote
