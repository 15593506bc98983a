## Roles
role-participant = participant
role-moderator = moderator
role-organizer = organizer
role-owner = owner
role-participant-may = May do what everybody may: hand in proposals, vote, answer. The organizers’ buttons do nothing.
role-moderator-may = May approve, return and decline proposals, and answer participants’ letters.
role-organizer-may = May do all that moderators may, and run calls, votes, polls and sessions, make announcements, invite people, link groups, and take data out.
role-owner-may = May do all that organizers may, and give and take roles and read the log of acts. Give this role only to those whom you trust entirely.

## The team
team-title = 👥 <b>Team</b>

    Everybody who has a role in the network. Choose somebody to change their role, or give a role to another person.

    👑 owner · 🛠 organizer · 🛂 moderator
team-add = ➕ Give a role
team-choose = Who is to get a role? Choose a person, or write a part of their name.
team-found = { $count ->
        [0] Nobody found: “{$typed}”. Write it otherwise.
        [one] {$count} person found: “{$typed}”.
       *[other] {$count} people found: “{$typed}”.
    }
team-everyone = Show everybody
team-one = {$sign} <b>{$name}</b>: {$role}
team-one-you = This is you.
team-ask = {$sign} <b>{$name}</b>: a new role – “{$role}”?
team-yes = ✅ Yes
team-given = Role changed
team-already = They have this role already
team-gone = This person is not in the network any more
team-by-settings = This person is named in the settings of the server, so their role cannot be changed here. Ask whoever runs the bot.
team-by-settings-you = You are named in the settings of the server, so your role cannot be changed here. Ask whoever runs the bot.
team-last-owner = Nobody else owns the network. Make somebody else an owner first.
team-some-owner = an owner
team-told = {$sign} You have a new role: <b>{$role}</b>. Decided by {$by}.
team-told-none = 👤 Your role in the team was taken back; you stay in the network. Decided by {$by}. Thank you for your work!
team-ask-give-up = {$sign} Your role: <b>{$role}</b>. Give it up? Only an owner can give it back to you.
team-give-up-yes = Yes, give it up
team-stepped-down = {$sign} Your role now: <b>{$role}</b>.
team-hand-over-first = 👑 Nobody else owns the network. First make somebody whom you trust an owner; then you can give up your role, or leave.
settings-give-up = 🙅 Give up my role
desk-team = 👥 Team
desk-acts = 📜 Log of acts
command-team = Roles in the team
