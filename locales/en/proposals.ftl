## Proposals
call-none-open = No call for proposals is open right now. You will get a message as soon as the organizers open one.
call-none-open-alert = No call for proposals is open right now. You can write to the organizers.
call-choose = Which question are you answering?
call-is-closed = This call for proposals is closed
proposal-ask-words = 💡 <b>{$question}</b>

    Write your proposal in one message, or send a photo of a drawing with a few words. You will see it before it is sent.
proposal-ask-other-words = Send other words or another photo.
proposal-keep = Leave as it is
proposal-ask-edit = ✏️ Send new words for proposal No. {$id}, or another photo.
proposal-preview = 👀 <b>This is how your proposal will look:</b>
proposal-preview-edit = 👀 <b>This is how proposal No. {$id} will look now:</b>
proposal-send = ✅ Send
proposal-save = ✅ Save
proposal-reword = ✏️ Edit
proposal-wrong-kind = A proposal is a text or a photo. If it is a document or a voice message, please put the main point into words.
proposal-empty = There is nothing here. Please write at least a few words.
proposal-too-long = Too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please shorten it; your message stays in the chat, so you can copy it.
proposal-handed-in = 🎉 Thank you! Your proposal is in, its number is <b>No. {$id}</b>. Other participants do not see who wrote it.
proposal-sent-toast = Your proposal is in
proposal-one-more = 💡 Hand in another
proposal-changed = ✅ Proposal No. {$id} is changed.
proposal-not-there = This proposal is no more
proposals-mine-none = You have not handed in any proposals yet.
proposals-mine = 🗂 <b>My proposals</b>
proposals-none = There are no proposals yet. Yours can be the first!
proposals-all = 📋 <b>{ $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }</b>
proposal-number = No. {$id}
proposal-drawing = a drawing
proposal-state-published = published
proposal-state-withdrawn = withdrawn
proposal-head = <b>Proposal No. {$id}</b>
    {$question}
    {$when}
proposal-edited = edited
proposal-edit = ✏️ Edit
proposal-withdraw = Withdraw
proposal-ask-withdraw = Withdraw proposal No. {$id}? Others will no longer see it.
proposal-withdraw-yes = Yes, withdraw
proposal-withdrawn = Proposal withdrawn
draft-gone = This draft was already changed, sent or cancelled

## Calls
calls-none = ❓ <b>Calls for proposals</b>

    None yet. Put a question to everyone, such as “What unites us?”
calls-title = ❓ <b>Calls for proposals</b>
calls-line-open = 🟢 {$question}
    { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }
calls-line-closed = ⚪️ {$question}
    closed, { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    }
call-new = ➕ New call
call-close = 🔒 Close: {$question}
call-ask-question = ❓ Write the question that people will answer with proposals. For example: “What unites us?”
call-question-empty = The question is empty. Please put it into words.
call-question-too-long = The question is too long: { $length ->
        [one] {$length} character
       *[other] {$length} characters
    }, and at most {$limit} fit. Please shorten it.
call-preview = 👀 <b>Call for proposals:</b>

    {$question}

    Once opened, it goes to everyone. To change it, just write another question.
call-open = 📣 Open to everyone
call-card = ❓ <b>{$question}</b>

    The organizers are collecting proposals. Hand in yours: a few words or a photo of a drawing will do.
call-opened = ✅ The call is open, and invitations are on their way: <b>{$question}</b>
call-opened-toast = The call is open
call-ask-close = Close the call “{$question}”? It takes no new proposals then; those handed in stay.
call-close-yes = Yes, close
call-closed-toast = The call is closed
