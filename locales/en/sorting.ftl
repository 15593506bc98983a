## Directions, tags and sorting
proposal-under = {$mark} Direction: <b>{$name}</b>
stage-voted = being voted on
stage-chosen = chosen
stage-in-work = in progress
stage-done = done
stage-dropped = declined
stage-merged = replaced by a new text
thread-title = 📜 <b>What became of it</b>
thread-line = {$when}: {$said}
step-published = published
step-returned = to be reworded
step-declined = not published
step-direction = {$mark} in the direction “{$name}”
step-no-direction = in no direction for now
step-voted = being voted on: “{$vote}”
step-chosen = chosen in the vote “{$vote}”
step-not-chosen = the vote is over, not chosen this time
step-not-counted = the vote could not be counted
step-reopened = under consideration again
step-merged = merged into {$number}
step-split = split into several
step-apart = on its own again

desk-sorting = 🧭 Directions and sorting
sorting-home = 🧭 <b>Directions and sorting</b>
sorting-no-directions = There are no directions yet. Make the first one, and proposals can be sorted into them one by one, with one tap each.
sorting-progress = Sorted {$sorted} of {$total}
sorting-nothing = There is nothing to sort right now.
sorting-all = 🗂 Sort all ({$count})
sorting-call = 🗂 {$question} ({$count})
sorting-directions = 🧭 Directions
sorting-tags = 🏷 Tags
sorting-back = ← To sorting
sorting-card = 🗂 <b>Sorting: {$sorted} of {$total}</b>
sorting-skip = Skip →
sorting-undo = ↩️ Take {$number} back
sorting-moved = {$number} → {$name}
sorting-moved-out = {$number} is in no direction again
sorting-already = {$number} is there already
sorting-taken = Proposal {$number} is already in “{$name}”, decided by: {$by}. Change it?
sorting-taken-out = Proposal {$number} is no longer in that direction, decided by: {$by}. Change it?
sorting-taken-toast = This has just changed
sorting-some-organizer = an organizer
sorting-you = you
sorting-move-yes = Yes, to “{$name}”
sorting-move-out-yes = Yes, take it out
sorting-leave = Leave as it is
sorting-held = {$name} is looking at this card right now
sorting-all-held = 👥 The remaining cards are on your colleagues’ screens. If somebody leaves theirs, it will show up here in a few minutes.
sorting-refresh = 🔄 Check again
sorting-done = 🎉 <b>Everything is sorted!</b>

    { $total ->
        [one] {$total} proposal has a direction.
       *[other] {$total} proposals have a direction.
    }
move-to-direction = 🧭 To direction…
move-choose = 🧭 Which direction should proposal {$number} go to?
move-out = Take it out
direction-gone = This direction is no longer on the list
proposal-not-to-move = This proposal is merged with another, so it is not moved by itself

directions-title = 🧭 <b>Directions</b>
directions-none = There are no directions yet.
direction-line = {$mark} <b>{$name}</b>: { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }
found-direction = {$mark} <b>{$name}</b>

    { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }
found-tag = 🏷 <b>{$tag}</b>: { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }
found-by-tag = 🏷 By tag
found-any-tag = 🏷 With any tag
found-choose-tag = 🏷 Which tag?
found-no-tags = There are no tags here yet.
found-tag-button = {$tag} ({$count})
proposal-tags = 🏷 {$tags}
tag-unifier = unites
tag-divider = divides
tag-problem = problem

directions-manage = 🧭 <b>Directions</b>

    Proposals are sorted into them. Choose one to change its name, description, colour or place.
directions-add = ➕ Add a direction
direction-retired-label = {$name} (retired)
direction-ask-name = What is the new direction called?
direction-ask-other-name = Write a new name for the direction.
direction-name-empty = The name is empty. Please put it into words.
direction-name-too-long = The name is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please write a shorter one.
direction-name-taken = “{$name}” is there already. Write another name.
directions-too-many = There are {$most} directions already; more would not fit on a phone. Retire some first.
direction-added = ✅ Added: “{$name}”.
direction-renamed = ✅ It is “{$name}” now.
direction-one = {$mark} <b>{$name}</b>
direction-no-about = There is no description yet.
direction-is-retired = It is not offered now. Proposals that are in it stay.
direction-rename = ✏️ Name
direction-describe = 📝 Description
direction-colour = 🎨 Colour
direction-up = ⬆️ Up
direction-down = ⬇️ Down
direction-retire = Take off the list
direction-bring-back = Put back on the list
direction-retired = Taken off the list
direction-back = On the list again
direction-moved = The order is changed
direction-ask-about = 📝 Write what this direction is about, in a few sentences.
direction-drop-about = No description
direction-about-too-long = The description is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please shorten it.
direction-about-saved = ✅ The description is saved.
direction-about-dropped = The description is gone
direction-choose-colour = 🎨 Which colour? It stands beside the name, and on printed cards.
direction-painted = The colour is changed
shade-red = red
shade-orange = orange
shade-yellow = yellow
shade-green = green
shade-blue = blue
shade-violet = violet
shade-brown = brown
shade-black = black

tags-manage = 🏷 <b>Tags</b>

    They are put on proposals besides the direction. The first three are always there; organizers add others.
tags-add = ➕ Add a tag
tag-ask-name = What does the new tag say? A word or two.
tag-ask-other-name = Write new words for the tag.
tag-name-taken = The tag “{$name}” is there already. Write other words.
tag-added = ✅ Added the tag “{$name}”.
tag-renamed = ✅ It is “{$name}” now.
tag-one = 🏷 <b>{$name}</b>
tag-is-retired = It is not offered now. Where it is, it stays.
tag-built-in = Every network has this tag, so it cannot be renamed.
tag-gone = This tag is no longer on the list
tags-of = 🏷 Tags of proposal {$number}
tags-done = ← Done
tags-button = 🏷 Tags
tag-put = Tag: {$tag}
tag-taken-off = Tag taken off: {$tag}

## What became of it
decide-in-work = 🔨 Start work
decide-done = 🏁 Done
decide-dropped = ✋ Decline
decide-open = ↩️ Consider again
decide-ask-why = Proposal {$number}: <b>{$stage}</b>. Write why, or what comes next: everyone will see it, and those who handed it in or agreed with it will get word.
decide-no-reason = Without a reason
decide-too-late = While you were writing, this has changed, so the decision is not saved. This is how it is now:
decided = {$number}: {$stage}
stage-is-so = It is so already
news-title = 📜 <b>News of proposals</b> that you handed in or agreed with
news-line = <b>{$number}</b> {$words}
    → {$what}
news-more = …and { $count ->
        [one] {$count} more proposal
       *[other] {$count} more proposals
    }. See the list of proposals.
sorting-vote = 🗳 Put to a vote
pick-for-vote = 🗳 <b>Choose proposals for a vote</b>
pick-for-merge = 🔀 <b>Choose proposals to merge</b>
pick-chosen = Chosen: {$count}
pick-chosen-toast = Chosen: {$count}
pick-none = There are no proposals here that are still open.
pick-from = From which direction?
pick-from-all = 🧭 From all directions
pick-all = Take all ({$count})
pick-done = Next →
pick-not-open = This proposal is already decided, or withdrawn
pick-too-many = You can choose at most {$most}.
pick-too-few = Choose at least two proposals.
vote-options-dropped = { $count ->
        [one] {$count} proposal was withdrawn or decided meanwhile, so it is no longer an option.
       *[other] {$count} proposals were withdrawn or decided meanwhile, so they are no longer options.
    } Please look again.

## Merging and splitting
sorting-merge = 🔀 Merge proposals
merge-not-free = One of these proposals is already decided or withdrawn, or its author is being asked already. Please choose again.
merge-ask-words = 🔀 <b>The new common text</b>

    Write it, or send a photo with a caption. You can also take one of these:
merge-take-words = Take the text of {$number}
merge-preview = 👀 <b>This is how the new proposal in place of {$numbers} will look:</b>
merge-now = ✅ Publish and ask everyone
merge-done = 🔀 The new proposal <b>{$new}</b> is published. Those who handed in {$numbers} are asked, and so is everyone who agreed with them. Until somebody agrees, the old ones stay as they were.
merge-asked-toast = The questions are on their way
merge-ask-author = 🔀 The organizers suggest merging your proposal <b>{$number}</b> with {$numbers}. This is the common text. If you say no, yours stays as it is.
split-ask-author = ✂️ The organizers suggest splitting your proposal <b>{$number}</b> into several. The new ones will be yours, too. If you say no, everything stays as it is.
merge-agree = ✅ I agree
merge-refuse = ✋ No, mine stays as it is
merge-agreed = ✅ Thank you! Proposal {$number} is in {$numbers} now. It can still be read, and you can make it separate again at any time.
split-agreed = ✅ Thank you! In place of {$number} there are now {$numbers}.
merge-refused = All right, proposal {$number} stays separate.
merge-agreed-toast = Merged
merge-refused-toast = It stays as it is
merge-apart = ↩️ Make it separate again
merge-apart-toast = The proposal is separate again
merge-not-now = This cannot be done now: the proposal is being voted on or already decided, or the new one is no more.
merge-join = 🔀 Merge: its author has left
merge-ask-supporter = 🔀 You agreed with {$numbers}. The organizers made a new proposal <b>{$number}</b> of this. Do you agree with the new text? Nothing is carried over by itself.
linked-made-of = 🔀 Made of {$numbers}
linked-part-of = ✂️ A part of {$numbers}
linked-waits = ❔ Its author is asked about merging or splitting
split-start = ✂️ Split
split-ask-first = ✂️ Splitting proposal {$number}. Send the first part, then the second, each in a message of its own.
split-parts = ✂️ <b>The parts in place of {$number}</b>. Send another one, or ask the author.
split-now = ✅ Ask the author
split-drop = Remove the last one
split-no-more = There can be at most {$most} parts.
split-too-few = At least two parts are needed.
split-asked = ✂️ The author of {$number} is asked. Until they agree, everything stays as it is; if there is no author any more, the parts are published.
exports-column-direction = Direction
exports-column-tags = Tags
exports-column-life = What became of it
