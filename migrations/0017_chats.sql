-- Groups and channels: where the network's news is posted, and where polls are asked.

create table chat (
    id integer primary key autoincrement,
    -- Telegram's number; another one once a group becomes a supergroup.
    telegram_id integer not null unique check (telegram_id < 0),
    kind text not null check (kind in ('group', 'channel')),
    title text not null,
    -- What the bot speaks there.
    lang text not null check (lang in ('uk', 'en')),
    -- here: the bot may write; muted: it is there, and the last try was refused; out: it is not there.
    standing text not null default 'here' check (standing in ('here', 'muted', 'out')),
    -- When an organizer linked it; null: the bot is only there, and posts nothing but polls.
    linked_at integer,
    -- When a short word was last said there to somebody who is no organizer.
    hinted_at integer
) strict;

-- A code that proves that an organizer links a chat: once, and for a day.
create table chat_code (
    code text primary key,
    person_id integer not null references person (id) on delete cascade,
    expires_at integer not null,
    used_at integer
) strict, without rowid;

create index chat_code_person on chat_code (person_id);

-- The group where it is asked; null: people are asked privately.
alter table poll add column chat_id integer references chat (id);
create index poll_chat on poll (chat_id) where chat_id is not null;

-- A delivery is now owed to a person or to a chat. SQLite changes no such thing in place, so the table is made anew.
drop trigger delivery_ended_late;

create table delivery_anew (
    id integer primary key autoincrement,
    message_id integer not null references message (id) on delete cascade,
    mailing_id integer references mailing (id) on delete cascade,
    -- One of both.
    person_id integer references person (id) on delete cascade,
    chat_id integer references chat (id) on delete cascade,
    -- Telegram's number of the private chat, or of the group.
    chat integer not null,
    -- 0: somebody waits for it, 1: told to many, 2: a card brought up to date.
    urgency integer not null check (urgency between 0 and 2),
    -- The message in the chat that this one replaces; null: a new one is sent.
    edits integer,
    state text not null default 'due' check (state in ('due', 'paused', 'sent', 'blocked', 'failed', 'cancelled')),
    due_at integer not null,
    attempts integer not null default 0,
    -- What Telegram calls the message, once sent.
    sent_as integer,
    finished_at integer,
    -- Waits for the end of quiet hours, at `due_at`. Rows that are held stand in no index that the worker looks through.
    held integer not null default 0 check (held in (0, 1)),
    check ((person_id is null) <> (chat_id is null))
) strict;

insert into delivery_anew (id, message_id, mailing_id, person_id, chat, urgency, edits, state, due_at, attempts, sent_as,
                           finished_at, held)
    select id, message_id, mailing_id, person_id, chat, urgency, edits, state, due_at, attempts, sent_as, finished_at, held
    from delivery;

drop table delivery;
alter table delivery_anew rename to delivery;

create index delivery_due on delivery (urgency, id) where state = 'due' and held = 0;
create index delivery_held on delivery (due_at) where held = 1;
create unique index delivery_once on delivery (mailing_id, person_id) where mailing_id is not null;
create index delivery_progress on delivery (mailing_id, state, person_id) where mailing_id is not null;
create index delivery_message on delivery (message_id, state);
create index delivery_person on delivery (person_id) where person_id is not null;
create index delivery_chat on delivery (chat_id) where chat_id is not null;
create index delivery_finished on delivery (finished_at) where finished_at is not null;
create unique index delivery_edit on delivery (chat, edits) where state = 'due' and edits is not null;

-- A message that was on its way when its mailing was cancelled may arrive all the same: the announcement's card, which
-- already showed the end, has to show that, too.
create trigger delivery_ended_late after update of state on delivery
when old.state = 'cancelled' and new.state <> 'cancelled' and new.mailing_id is not null
begin
    update announcement set shown = '' where mailing_id = new.mailing_id;
end;
