## The wall: a page for the projector in the room
web-title = Merezha: the wall
web-needs-script = To see what is going on in the room, please switch on JavaScript in your browser.
web-lost = Connection lost, trying again…
web-gone = This page was closed. If you still need it, ask the organizers for a new link.
web-missing = What was shown here is no longer there.
web-cancelled = The session was called off
web-online-only = We meet online
web-online-too = You can also join online
web-on-map = The place is on the map in the bot
web-closes = Open until {$when}
web-by-hand = The organizers will say when it ends
web-number = No. {$id}
web-drawing = Drawing for proposal No. {$id}

## Joining
web-join = Join Merezha
web-join-how = Point your phone’s camera at the code, or open:
web-joined = { $count ->
        [one] person has joined
       *[other] people have joined
    }
web-join-over = This invitation no longer works
web-join-over-how = Please ask the organizers for a new one.

## Proposals
web-proposals = Proposals
web-proposals-count = { $count ->
        [one] proposal
       *[other] proposals
    }
web-proposals-none = No proposals yet. The first could be yours!

## Polls
web-poll-people = { $count ->
        [0] Nobody has answered yet
        [one] {$count} person answered
       *[other] {$count} people answered
    }
web-poll-several = You can choose several answers
web-poll-hidden = We will see the result when the poll ends
web-poll-over = The poll is over
web-poll-how = Answer from your phone

## Votes
web-of = {$count} of {$roll}
web-turnout = Ballots handed in
web-vote-over = The vote is over
web-counting = The vote is over, counting the ballots…
web-void = This vote cannot be counted: its key was lost on the server
web-result = Result of the vote
web-won = Won
web-tied = Tied
web-tie = { $seats ->
        [one] A tie for {$seats} place: the organizers decide
       *[other] A tie for {$seats} places: the organizers decide
    }

## What unites and what divides
web-unity-sectors = What unites and what divides us: by sector
web-unity-regions = What unites and what divides us: by region
web-unites = Unites
web-divides = Divides
web-unity-how = The percentage says how likely each group is to agree

## Gallery
web-gallery = The session’s gallery
web-gallery-none = Drawings and photos of the session will appear here
