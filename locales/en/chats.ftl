## Groups and channels
desk-chats = 🔗 Groups and channels
chats-none = 🔗 <b>Groups and channels</b>

    No group is linked yet. Link one, and you can post announcements, sessions and results there.
chats-title = 🔗 <b>Groups and channels</b>

    Announcements, sessions and results can be posted there, whenever you choose. Never with anybody’s name.
chats-link = ➕ Link a group or channel
chats-enough = {$most} groups and channels are linked already, which is the limit. Unlink one of them first.
chat-gone = This group is unlinked already
chat-title = 🔗 <b>{$title}</b>
chat-is-here = Linked. You will find a button “also in” when you prepare an announcement or a session, and a button “To a group” below results.
chat-is-out = 💤 The bot is not there at present. Add it again, and everything goes on by itself.
chat-unlink = ✖️ Unlink
chat-unlinked-toast = Unlinked
chat-invite = ➕ <b>How to link</b>

    <b>A group:</b> press the button below and choose the group. The bot joins by itself.

    <b>A channel:</b> make @{$bot} an administrator who may post, and write in the channel:
    <code>/link {$code}</code>
    The bot removes that post at once.

    The code works once, and for one day.
chat-choose-group = 👥 Choose a group
chat-also = also in “{$title}”
chat-linked-group = 🔗 This group is linked to Merezha. Announcements, sessions and results will appear here when the organizers choose so. Never with anybody’s name.
chat-linked-channel = 🔗 This channel is linked to Merezha. Announcements, sessions and results will appear here when the organizers choose so. Never with anybody’s name.
chat-linked = ✅ Linked: <b>{$title}</b>. Announcements, sessions and results can be posted there now.
chat-linked-already = <b>{$title}</b> is linked already, nothing has changed.
chat-code-refused = The code that was sent in “{$title}” did not work: it is old, already used, or not yours. Take a new one.
chat-organizers-link = Only organizers can link a group to Merezha.
chat-code-refused-here = This code did not work. Organizers get a new one in their private chat with the bot.
chat-hint = 👋 This bot works in a private chat. Write to it there.
chat-open-bot = Open the bot
chat-lost = ⚠️ The bot was removed from “{$title}”, so nothing is posted there. If that was a mistake, add it again: there is no need to link anew.
chat-muted = ⚠️ The bot may not write in “{$title}”, so what is posted there does not arrive. {$what}
chat-unmute-group = Let it write in the group’s settings, or make it an administrator.
chat-unmute-channel = Make the bot an administrator of the channel who may post.
chat-back = ✅ The bot may write in “{$title}” again.
chat-moved = ℹ️ Telegram has turned the group “{$title}” into a supergroup. It stays linked, and there is nothing to do. Polls that are open there have come there once more.
chat-where-to = Where shall the result be posted?
chat-share = 📣 To a group
chat-shared-toast = The result goes to “{$title}”
chat-shared-already = This result is in “{$title}” already
chat-press-elsewhere = This button works only in a private chat with the bot
chat-poll-how = 📊 Write the poll in one message: the question after the command, then an answer per line.

    <code>/poll When shall we meet?
    On Saturday
    On Sunday</code>
chat-poll-organizers = 📊 The organizers of Merezha make polls here. You have an idea? Write to them through the bot.
chat-poll-made = 📊 <b>{$question}</b>

    The poll is in the group. You can close it from here.
chat-poll-anonymous = 🕶 Anonymous: nobody sees names. You can change your answer.
chat-session-answer = ✋ Answer in the bot
chat-session-changed = 📅 <b>{$title}</b>: changes
command-group-poll = A poll for this group
session-not-yours = This session is gone, or it is not for your group of participants.
