## Language
language-itself = English

## Joining
join-ask-language = Which language suits you better?
join-welcome = 👋 Welcome to <b>Merezha</b>, the network! Here people from communities, authorities and civil society keep working together between sessions: they hand in proposals, choose priorities and hear the news.
join-what-is-kept = 🔒 We keep only your name or pseudonym, language, sector and region (if you give them) and what you write and choose here, so that no proposal or vote gets lost. We never see your phone number, and you can leave and delete your data in the settings at any time.
join-ask-name = <b>What shall we call you?</b> Write a name or a pseudonym.
join-use-telegram-name = As in Telegram: {$name}
join-use-my-telegram-name = As in my Telegram
join-name-unusable = There is nothing to read here. Please write a name in letters.
join-name-too-long = That name is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please make it shorter.
join-ask-sector = Nice to meet you, <b>{$name}</b>! You are in.

    Which sector are you from? It helps to see what different sides think. You can skip this.
join-ask-region = Which region are you from? You can skip this too.
join-done = ✅ All set. The menu shows what is going on and what waits for you.
join-done-organizer = ✅ All set. You can run calls for proposals, votes and announcements: find them in the menu under “For organizers”.

    Start with an invitation: /invite
join-done-moderator = ✅ All set. Proposals to approve and letters from participants will come here by themselves.
join-door = This is Merezha, a bot for people who work on a strategy together. People come in by an invitation link from the organizers.

    If you have no link, you can ask to join: the organizers will see your Telegram name.
join-ask-to-join = 🙋 Ask to join
join-invite-expired = This invitation has expired. Ask the organizers for a new one, or send them a request.
join-invite-used-up = This invitation has been used by as many people as it was made for. Ask the organizers for a new one, or send them a request.
join-invite-revoked = This invitation was revoked. Ask the organizers for a new one, or send them a request.
join-invite-unknown = There is no such invitation. Perhaps the link was not copied whole: check it, or send the organizers a request.
join-already = You are already in 🙂

## Requests
request-card = 🙋 <b>{$name}</b> asks to join without an invitation. Let them in?
request-of = 🙋 <b>{$name}</b>
request-nameless = Somebody without a name
request-approve = ✅ Approve
request-decline = ✋ Decline
request-approved = ✅ The request was approved by {$name}.
request-declined = ✋ The request was declined by {$name}.
request-some-organizer = an organizer
request-approved-toast = Approved
request-declined-toast = Declined
request-settled-before = Already settled
request-gone = This request is no more: the person has left.
request-sent = 📨 Your request is with the organizers. You will hear here as soon as one of them answers.
request-waiting = The organizers already have your request
request-welcome = 🎉 The organizers approved your request. Welcome to <b>Merezha</b>!
request-refused = The organizers declined the request. If this is a mistake, ask the person who told you about Merezha.

## Settings
settings-title = ⚙️ <b>Settings</b>

    Name: <b>{$name}</b>
    Sector: {$sector}
    Region: {$region}
    Quiet hours: {$quiet}
settings-not-said = not given
settings-name = ✏️ Change name
settings-sector = 🏛 Sector
settings-region = 📍 Region
settings-reminders-on = 🔔 Remind me of sessions
settings-reminders-off = 🔕 Do not remind me of sessions
settings-leave = 🚪 Leave and delete my data
settings-saved = Saved
settings-ask-name = Write a new name or pseudonym.
settings-renamed = ✅ Your name is changed.
settings-choose-sector = What is your sector?
settings-choose-region = What is your region?
settings-rather-not-say = Rather not say
settings-quiet = 🌙 Quiet hours
quiet-said = {$from}:00–{$to}:00
quiet-none = none
quiet-choose = 🌙 <b>Quiet hours: {$hours}</b>

    In these hours (Kyiv time) nothing comes that can wait: announcements, invitations to votes and polls, reminders and results arrive once they are over. Answers to what you do always come.
quiet-since = from {$hour}:00
quiet-until = until {$hour}:00
quiet-off = No quiet hours
belonging-gone = That choice is no more, pick another one

## Leaving
leave-ask = 🚪 <b>Leave Merezha?</b>

    We will delete your name, settings, letters and your answers in open votes. Results that were already counted will not change. This cannot be undone.{ $count ->
        [0] {""}
        [one] {" "}What about your proposal?
       *[other] {" "}What about your {$count} proposals?
    }
leave-keeping = Leave, proposals stay unsigned
leave-taking = Leave and remove my proposals
leave-now = Yes, leave and delete my data
leave-done = Your data is deleted. Thank you for having been with us! You can come back with a new invitation.
leave-done-organizer = Your data is deleted. Thank you for your work! If your ID is in the server’s settings, /start makes you an organizer again.

## Personal invitations
personal-is-it-you = 👋 This is a personal invitation to Merezha: <b>{$name}</b>.
personal-ask = Is that you? Then all that stands under this name becomes yours.
personal-yes = ✅ Yes, that’s me
personal-no = No, that’s not me
personal-not-you = All right, nothing has changed. Tell whoever gave you the invitation, or ask to join under your own name.
personal-yours = ✅ You are in. Welcome, <b>{$name}</b>!
personal-change = All of it is yours now: you can change or remove anything.
personal-not-for-you = You are in Merezha already, and this invitation is for somebody for whom the organizers have answered so far. Forward the link to that very person: nothing has changed for you.

## Invitations
invites-none = 🔗 <b>Invitations</b>

    There are no links yet. Make the first one:
invites-title = 🔗 <b>Invitations</b>
invite-line = No. {$id}: { $uses ->
        [0] nobody has joined yet,
        [one] {$uses} person joined,
       *[other] {$uses} people joined,
    }
invite-without-limits = no limits
invite-limited-uses = for { $most ->
        [one] {$most} person
       *[other] {$most} people
    }
invite-limited-time = good until {$until}
invite-limited = for { $most ->
        [one] {$most} person
       *[other] {$most} people
    }, good until {$until}
invite-expired = expired
invite-used-up = used up
invite-is-revoked = revoked
invite-revoked = Invitation revoked
invite-new-open = ➕ New, without limits
invite-new-once = ➕ For one person, 3 days
invite-new-group = ➕ For 50 people, a week
invite-show = 🔳 No. {$id}
invite-revoke = ✖️ Revoke No. {$id}
invite-caption = 🔗 An invitation to Merezha ({$limits}). Forward the link or show the QR code:

    {$link}
invites-all = All invitations

## Sectors and regions
sectors-title = 🏛 <b>Sectors</b>

    People choose one when they join. Pick one to rename it or take it off the list.
regions-title = 📍 <b>Regions</b>

    People choose one when they join. Pick one to rename it or take it off the list.
affiliation-retired-label = {$label} (retired)
affiliation-add = ➕ Add
sector-ask-name = What is the new sector called?
region-ask-name = What is the new region called?
affiliation-ask-other-name = Write the new name.
affiliation-name-empty = The name is empty. Please write it in letters.
affiliation-name-too-long = The name is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please make it shorter.
affiliation-name-taken = There is a “{$label}” already. Write another name.
affiliation-added = ✅ Added: “{$label}”.
affiliation-renamed = ✅ It is “{$label}” now.
affiliation-one = <b>{$label}</b>
affiliation-one-retired = <b>{$label}</b>

    Not offered at the moment. Whoever chose it keeps it.
affiliation-rename = ✏️ Rename
affiliation-retire = Take off the list
affiliation-bring-back = Put back on the list
affiliation-retired = Taken off the list
affiliation-back = Back on the list
affiliation-too-many = The list has { $most ->
        [one] {$most} entry
       *[other] {$most} entries
    } already, as many as a phone can show. Retire one first.

## People without Telegram
offline-title = 📄 <b>People without Telegram</b>

    Add those who take part without Telegram. You can enter their proposals, stances, answers to sessions and polls, and ballots. Those who are added before a vote opens can vote in it.
offline-add = ➕ Add a person
offline-ask-name = What is this person called? A name or a pseudonym will do.
offline-one = 📄 <b>{$name}</b> · without Telegram
offline-no-groups = No sector or region given
offline-holds = Under this name: {$parts}.
offline-holds-nothing = Nothing stands under this name yet.
offline-holds-proposals = { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }
offline-holds-stances = stances on { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }
offline-holds-sessions = { $count ->
        [one] {$count} answer to a session
       *[other] {$count} answers to sessions
    }
offline-holds-polls = { $count ->
        [one] {$count} answer to a poll
       *[other] {$count} answers to polls
    }
offline-marked = Whatever you enter here is marked “Brought in by organizers”.
offline-proposals = 🗂 Proposals
offline-stances = ☑️ Stances taken
offline-ballot = 🗳 {$title}
offline-groups = 🏷 Sector and region
offline-ask-groups = 📄 <b>{$name}</b>

    Choose a sector and a region:
offline-done = ← Done
offline-for-whom = ✍️ For somebody else: <b>{$name}</b>
offline-back-to = ← {$name}
offline-invite-button = 🔑 Invitation
offline-invite = 🔑 Personal invitation: <b>{$name}</b>. Good once, until {$until}.

    {$link}

    Give the link or the QR code to this very person: whoever opens it can take over all that stands under this name.
offline-invite-revoke = ✖️ Revoke the invitation
offline-invite-revoked = This invitation is revoked: the link no longer works.
offline-remove = 🗑 Remove
offline-ask-remove = Remove <b>{$name}</b> from Merezha? All data about this person is erased, ballots in open votes too.{ $count ->
        [0] {""}
        [1] {" "}What about the published proposal?
       *[other] {" "}What about the published proposals?
    }
offline-remove-yes = Yes, remove
offline-remove-keep = { $count ->
        [1] Remove, keep the proposal unsigned
       *[other] Remove, keep the proposals unsigned
    }
offline-remove-all = Remove with all proposals
offline-gone = This person is no longer on the list
offline-removed = Removed
