## How proposals are taken in: approval by the organizers
moderation-is-off = 🛂 Proposals are published <b>at once</b>.
moderation-is-on = 🛂 Proposals are published <b>after approval</b> by the organizers.
moderation-switch-on = 🛂 Approve proposals first
moderation-switch-off = 🛂 Publish at once
moderation-on-toast = New proposals will wait for approval
moderation-off-toast = New proposals will be published at once
proposal-received = 📨 Thank you! Proposal <b>No. {$id}</b> is with the organizers. They look at it before others see it, and you will get their answer here. Other participants do not see who wrote it.
proposal-received-toast = The organizers have your proposal
proposal-change-waits = 📨 The new words of proposal No. {$id} are with the organizers. Until they approve them, others see the old ones.
proposal-waits-anew = 📨 Proposal No. {$id} waits for the organizers with its new words.
proposal-copy-words = The words so far, to copy from:
proposal-state-received = waits for the organizers
proposal-state-returned = to be reworded
proposal-state-declined = not published
proposal-state-changing = published, changes wait for the organizers
proposal-gone-meanwhile = Proposal No. {$id} has been declined or withdrawn meanwhile, so it can no longer be changed. Your new words are not lost: you can send them as a new proposal.
proposal-ask-withdraw-unseen = Withdraw proposal No. {$id}? The organizers will no longer look at it.
desk-reviews = 🛂 Waiting for approval ({$count})
desk-back = ← To the desk
review-title = 🛂 <b>New proposal No. {$id}</b>
review-title-changed = 🛂 <b>New words for proposal No. {$id}</b>
review-waiting = Waiting in all: {$count}
review-old-words = Published now: <i>{$words}</i>
review-drawn = 🖼 With a drawing
review-look = 👀 Have a look
review-publish = ✅ Publish
review-return = ✏️ Ask to reword
review-decline = ✋ Decline
review-next = Next →
review-published = ✅ Proposal No. {$id} is published. Decided by {$name}.
review-returned = ✏️ Proposal No. {$id} went back to be reworded. Decided by {$name}.
review-declined = ✋ Proposal No. {$id} is declined. Decided by {$name}.
review-taken-back = ↩️ Proposal No. {$id} need not be looked at any more: it was withdrawn or changed.
reviews-none = 🛂 All done: no proposal waits for approval.
review-gone = This proposal is no more.
review-gone-toast = This proposal is no more
review-reworded-toast = The words have just changed, please look again
review-ask-return = ✏️ What should change in proposal No. {$id}? Its author gets your answer.
review-ask-decline = ✋ Why is proposal No. {$id} not published? Its author gets your answer.
review-type-reason = ⌨️ Say it in my own words
review-ask-note = ✏️ Write what should change in proposal No. {$id}. Its author gets these words.
review-ask-decline-note = ✋ Write why proposal No. {$id} is not published. Its author gets these words.
review-note-too-long = Too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please shorten it.
review-reason-too-late = While you were writing, things have changed here, so your answer was not sent. This is how it is now:
review-published-toast = Proposal No. {$id} is published
review-returned-toast = Proposal No. {$id} went back to be reworded
review-declined-toast = Proposal No. {$id} is declined
reason-unclear = It is not clear
reason-several = Several thoughts in one
reason-personal = Personal data in it
reason-rude = Offensive words
reason-off-topic = It answers another question
reason-repeats = We have that already
reason-unclear-said = It is not quite clear what it is about. Please explain it a little more.
reason-several-said = There are several thoughts in one. Please hand in each on its own.
reason-personal-said = There is personal data in it: names, addresses, phone numbers. Better not to show it to everyone.
reason-rude-said = There are words in it that may offend somebody.
reason-off-topic-said = It does not answer this question.
reason-repeats-said = There is such a proposal already. You can support it.
review-why = 💬 {$why}
answer-published = 🎉 Proposal <b>No. {$id}</b> is published. Everyone sees it now.
answer-change-published = ✅ The new words of proposal <b>No. {$id}</b> are published.
answer-returned = ✏️ The organizers ask you to reword proposal <b>No. {$id}</b>.
answer-change-returned = ✏️ The organizers ask you to reword your change of proposal <b>No. {$id}</b>. Everyone sees the old words until then.
answer-declined = ✋ The organizers do not publish proposal <b>No. {$id}</b>.
answer-change-declined = ✋ The organizers do not publish the new words of proposal <b>No. {$id}</b>. The old ones stay.
answer-reword = ✏️ Reword

## Similar proposals
close-head = 🔎 { $count ->
        [one] <b>There is a similar proposal.</b> Perhaps support it instead?
       *[other] <b>There are similar proposals.</b> Perhaps support one of them instead?
    }
close-yours = Yours: <i>{$words}</i>
close-own = {$number}, yours too
close-support = 👍 Support No. {$id}
close-edit-own = ✏️ Edit your No. {$id}
close-send-mine = ✅ Send mine anyway
close-change-mine = ✏️ Edit mine
close-supported = 👍 You support proposal <b>No. {$id}</b>. Yours was not sent, but you still can.
close-supported-toast = Supported
close-send-mine-too = 📤 Send mine, too

## How many proposals from each person
call-most = 👤 At most { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    } from each person.
call-most-any = 👤 As many proposals from each person as they like.
call-most-any-button = no limit
call-limit = 👤 How many each: {$question}
call-choose-most = 👤 How many proposals may each person hand in to the call “{$question}”? Withdrawn and declined ones do not count, and those handed in stay.
proposal-no-more = This call takes at most { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    } from each person, and you have handed in as many. You can edit or withdraw any of yours; then there is room for another.
