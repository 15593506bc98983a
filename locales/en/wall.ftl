## The wall
wall-open = 🖥 The wall
wall-title = 🖥 <b>The wall of {$title}</b>
wall-now = It shows <b>{$scene}</b>
wall-link = Open this on the computer with the projector: {$link}

    Whoever has this link sees the wall, and nothing else.
wall-scene-title = 🏷 Title
wall-scene-join = 📲 Join
wall-scene-proposals = 💡 Proposals
wall-scene-gallery = 🖼 Gallery
wall-scene-poll = 📊 Poll
wall-scene-vote = 🗳 Vote
wall-scene-turnout = 🗳 Turnout
wall-scene-result = 🏁 Result
wall-scene-sectors = 🤝 Sectors
wall-scene-regions = 🤝 Regions
wall-now-sectors = 🤝 What unites and divides the sectors
wall-now-regions = 🤝 What unites and divides the regions
wall-reveal = 🏁 Reveal the result
wall-hide = 🙈 Hide the result
wall-speak-english = 🌐 English
wall-speak-ukrainian = 🌐 Українська
wall-take-down = 🚫 Take it down
wall-shown-toast = The wall has changed
wall-down-toast = The wall is down
wall-is-down = 🚫 The wall is down, and its link shows nothing any more. Opened again, it gets a new link.
wall-open-anew = 🖥 Open it again
wall-off = 🖥 This bot has no walls. Whoever looks after the server can switch them on: the setting is <code>MEREZHA_WEB_ADDR</code>.
wall-no-session = 🖥 A wall belongs to a session, and there is none yet. Begin with that.
wall-not-counted = There is no result yet: the vote is still open, or is being counted.
wall-choose-call = 💡 Proposals of which call?
wall-all-calls = 💡 Of all calls
wall-choose-poll = 📊 Which poll?
wall-no-polls = 📊 There has been no poll yet. Make the first one, and it can be shown.
wall-choose-vote = 🗳 Which vote? At first only the turnout is seen, and the result once you reveal it.
wall-no-votes = 🗳 There has been no vote yet. Make the first one, and it can be shown.
