## Menu
menu-title = 🏠 <b>Merezha</b>
menu-votes-wait = 🗳 { $count ->
        [one] {$count} vote waits
       *[other] {$count} votes wait
    } for your ballot.
menu-polls-wait = 📊 { $count ->
        [one] {$count} poll waits
       *[other] {$count} polls wait
    } for your answer.
menu-sessions-wait = 📅 { $count ->
        [one] {$count} session waits
       *[other] {$count} sessions wait
    } for your answer.
menu-nothing-waits = Nothing waits for you right now. Have an idea? Hand in a proposal!
menu-resume = ✍️ Go on writing
menu-propose = 💡 Hand in a proposal
menu-votes = 🗳 Votes
menu-sessions = 📅 Sessions
menu-polls = 📊 Polls
menu-proposals = 📋 All proposals
menu-mine = 🗂 My proposals
menu-write = ✉️ Write to us
menu-settings = ⚙️ Settings
menu-desk = 🛠 For organizers
menu-help = ❔ Help

## For organizers
desk-title = 🛠 <b>For organizers</b>

    { $joined ->
        [one] {$joined} person is
       *[other] {$joined} people are
    } in, and messages reach {$reachable}.
desk-for-moderators = Proposals to approve and letters from participants come here by themselves. You can answer right from them.
desk-announce = 📣 Announcement
desk-new-vote = 🗳 Vote
desk-new-session = 📅 New session
desk-new-poll = 📊 Poll
desk-calls = ❓ Calls
desk-invites = 🔗 Invitations
desk-sectors = 🏛 Sectors
desk-regions = 📍 Regions
desk-offline = 📄 Without Telegram

## Help
help = ❔ <b>What you can do here</b>

    /propose – hand in a proposal
    /proposals – read all proposals
    /mine – my proposals: edit, withdraw
    /stances – cards: agree, disagree or pass
    /vote – votes
    /polls – polls
    /sessions – sessions: answer, see minutes and materials
    /settings – language, name, sector, region, quiet hours, leaving
    /mydata – everything that the bot keeps of me, as a file
    /cancel – give up what you began
    /menu – the menu

    If you just write something, the bot asks what to do with it. Drafts stay, even when the connection breaks.
help-organizers = 🛠 <b>For organizers</b>

    /invite – invitations with a QR code
    /newsession – a session
    /wall – the wall of a session, for the projector
    /checkin – check-in at the door
    /newcall – a call for proposals
    /newvote – a vote
    /poll – a quick poll
    /announce – an announcement
    /export – take out: tables, cards to print, data
    /desk – all of it
help-moderators = 🛂 <b>For moderators</b>

    /desk — proposals to approve. Letters from participants come here by themselves, and you can answer them.
help-data = 🔒 Other participants do not see who wrote a proposal. Please send no official information. You can leave and delete your data in /settings.

## Other
album-first-only = 🖼 Of an album, only the first photo or file is taken. Please send the others one by one.
unreadable = The bot cannot read this. Please send a text or a photo.
unknown-command = There is no such command. You will find everything in the menu.
organizers-only = Only organizers can do this.
owners-only = Only the owners of the network can do this.
moderators-only = Only moderators and organizers can do this.
button-stale = This button is out of date. Open the menu: /menu
nothing-to-cancel = There is nothing to cancel.
cancelled = Cancelled.
cancelled-toast = Cancelled
after-restart = The bot has just restarted. If your last action got no answer: it is saved.
fault = 😔 Something went wrong, and this was not done. Please try again. If that does not help, write to the organizers.
fault-toast = Something went wrong, and this was not done. Please try again.
alarm-conflict = ⚠️ Somebody else receives this bot’s messages: a second copy is running, or the token is in other hands. Show this to whoever runs the bot: if there is no second copy, the token must be revoked with @BotFather.

## Commands in Telegram's menu
command-menu = Menu
command-propose = Hand in a proposal
command-proposals = All proposals
command-mine = My proposals
command-vote = Votes
command-polls = Polls
command-sessions = Sessions
command-settings = Settings
command-help = Help
command-cancel = Give up what you began
command-desk = For organizers
command-announce = New announcement
command-newvote = New vote
command-poll = New poll
command-newsession = New session
command-wall = The wall of a session
command-checkin = Check-in at the door
command-newcall = New call for proposals
command-invite = Invite people
