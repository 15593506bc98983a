## Stances
menu-stances = ⚖️ Where you stand
command-stances = Where you stand on proposals
stance-card = Card {$number} of {$size}
stance-privacy = 🔒 Others see only sums, not your answers.
stance-agree = 👍 Agree
stance-disagree = 👎 Disagree
stance-pass = 🤷 Pass
stance-is-agree = You agree
stance-is-disagree = You disagree
stance-is-pass = You passed
stance-not-taken = You have not said where you stand yet.
stance-sums = 👍 {$agree} · 👎 {$disagree} · 🤷 {$passed}
stances-done = ✅ Thank you! { $count ->
        [one] {$count} card
       *[other] {$count} cards
    } done.
stances-left = { $count ->
        [one] {$count} more proposal waits
       *[other] {$count} more proposals wait
    } for you.
stances-all-seen = You have seen all proposals there are now. New ones will bring new cards.
stances-nothing-yet = There are no proposals by others yet. Once there are, you will find cards here: agree, disagree or pass, one tap each.
stances-more = ▶️ Next cards
stances-cards = ⚖️ Cards
stances-mine = 🗂 My stances
stances-mine-how = Choose a number to change one.
stances-mine-none = You have not said where you stand on any proposal yet.

## What unites and what divides
unity-unifiers = 🤝 Unifiers
unity-unifiers-how = How likely agreement is: on average over the groups, and below in the group that agrees least.
unity-dividers = ⚡️ Dividers
unity-dividers-how = Proposals on which the groups differ most: how likely agreement is in each.
unity-special = 🔎 Special to each group
unity-special-how = Where a group thinks otherwise than the rest.
unity-by-sector = By sector
unity-by-region = By region
unity-picture = 🖼 As a picture
unity-picture-toast = The picture is on its way
unity-export = 📤 Export for Polis
unity-unifier = <b>{$place}. No. {$id} – {$share}%</b>
unity-weakest = Least: {$group}, {$share}%
unity-agreed-by-all = ✅ Agreed by all groups
unity-divider = <b>{$place}. No. {$id} – from {$low} to {$high}%</b>
unity-stands = {$group}: {$share}% ({$sums})
unity-special-agree = 👍 <b>No. {$id}</b>: {$share}% agree here, {$others}% of the rest
unity-special-disagree = 👎 <b>No. {$id}</b>: {$share}% disagree here, {$others}% of the rest
unity-nothing-unites = No proposal has gathered enough agreement yet.
unity-nothing-divides = No proposal divides the groups yet.
unity-nothing-special = Nothing special can be seen yet.
unity-others = other groups together
unity-no-sector = sector not given
unity-no-region = region not given
unity-not-yet-groups = It is too early to compare. There must be at least two groups in which at least { $least ->
        [one] {$least} person has
       *[other] {$least} people have
    } taken a stance, so that sums give nobody away.
unity-not-yet-proposals = It is too early to compare. There is no proposal yet that at least { $least ->
        [one] {$least} person
       *[other] {$least} people
    } of each group have seen. Every card brings it closer.

## The picture
dots-title = What unites and what divides
dots-agree = more agree
dots-evenly = groups agree more evenly
dots-few-agree = Few agree
dots-most-agree = Almost all agree
dots-unifier = agreed by all groups
dots-divider = groups stand apart
dots-other = the rest
dots-note-sectors = Each dot is a proposal with its number. Groups are sectors.
dots-note-regions = Each dot is a proposal with its number. Groups are regions.

## The export
export-ask = 📤 <b>Export for Polis</b>

    Three files that Polis’s tools read: proposals, answers, people. There are no names in them, people’s numbers are random and different each time, and groups of fewer than { $least ->
        [one] {$least} person
       *[other] {$least} people
    } are joined.

    ⚠️ Still, each row has the answers of one person. In a small network a few answers can be enough to recognize somebody. So do not post the files in chats, and do not give them to anybody’s superiors or to those who know the participants. Hand them only to whoever does the analysis, and delete them afterwards.

    Groups are the sectors. There is no export by region: with both in hand, people could be recognised. Proposals that too few have answered have their words alone.
export-comments = Proposals and sums
export-votes = All answers
export-people = People without names: group and answers
export-done = ⚠️ These are answers of single people. Delete the files after the analysis, here in the chat, too.
export-go = 📤 Export by sector
export-by-sectors-only = There is no export by region any more: with both exports in hand, people could be recognised.
export-toast = The files are on their way
export-too-few = Too few people have taken a stance. So as to give nobody away, there must be at least {$least}.
export-too-large = The files are larger than Telegram allows.
