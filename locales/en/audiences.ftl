## For whom
audience-or = or
audience-voted = have voted: “{$vote}”
audience-not-voted = have not voted yet: “{$vote}”
audience-and-more = {$names} and {$more} more
audience-choose = 🔎 Choose exactly
audience-title = 👥 For: <b>{$audience}</b>
    That is <b>{ $count ->
        [one] {$count} person
       *[other] {$count} people
    }</b> at the moment.
audience-hint = Mark as many as you like. Several sectors or several regions widen the circle; different kinds of marks together narrow it.
audience-sessions = 📅 Sessions
audience-votes = 🗳 Votes
audience-people = 👤 People by name
audience-everyone = 👥 Everyone, no limits
audience-done = ✅ Done
audience-which-session = 📅 By the answer to which session?
audience-no-sessions = 📅 There has been no session yet.
audience-which-vote = 🗳 Who has voted, and who has not yet:
audience-no-votes = 🗳 No vote is open at the moment. Once a vote is over, nobody knows any more who voted.
audience-have-voted = have voted
audience-have-not-voted = not yet
audience-ask-name = 👤 Type a part of a name, and I’ll show whom I find.
audience-called = 👤 Found by “{$typed}”. You can type another name.
audience-nobody-called = 👤 Nobody found by “{$typed}”. Try another part of the name.
audience-enough-people = At most { $most ->
        [one] {$most} person
       *[other] {$most} people
    } can be chosen by name. For more, choose a sector or a region.
vote-for = 👥 Voters: {$audience} ({$count})
vote-change-audience = 👥 Who votes
vote-open-to-some = 📣 Open it to them
vote-few-people = ⚠️ These are so few people that the result may tell who chose what.
vote-for-others = This vote is for other people of the network, so you are not on its roll.
audience-direction = direction {$directions} (number rounded down)
audience-directions = 🎯 Directions
audience-which-direction = 🎯 Those who wrote or support a proposal under a direction. Nobody sees their names here, so their number is only approximate.
audience-hidden = A direction and people by name cannot be combined: it would show who supports what.
vote-for-everyone = 👥 Voters: everyone ({$count})
