-- The one path: updates in, messages out.

-- Updates that Telegram handed over. The flow that applies one marks it; once the answer has reached the person, too,
-- the row goes. So what is found marked at a start was applied, but perhaps not answered.
create table inbox (
    seq integer primary key autoincrement,
    update_id integer not null unique,
    -- Whose turn it is: updates of one lane are applied one after another, lanes side by side.
    lane integer not null,
    body text not null,
    applied integer not null default 0 check (applied in (0, 1))
) strict;

create index inbox_lane on inbox (lane, seq);

-- Update ids of the last 48 hours: one that comes again is dropped.
create table seen (
    update_id integer primary key,
    at integer not null
) strict;

create index seen_at on seen (at);

-- Deliveries that belong together and are paused or cancelled together.
create table mailing (
    id integer primary key autoincrement,
    state text not null default 'running' check (state in ('running', 'paused', 'cancelled')),
    made_at integer not null
) strict;

-- A finished message, as it will be sent. Its body is emptied when nobody is owed it any more.
create table message (
    id integer primary key autoincrement,
    mailing_id integer references mailing (id) on delete cascade,
    -- What the message shows ("poll:3"), so that its copies can be found and brought up to date.
    subject text,
    body text
) strict;

create index message_subject on message (subject) where subject is not null;

-- One message owed to one person.
create table delivery (
    id integer primary key autoincrement,
    message_id integer not null references message (id) on delete cascade,
    mailing_id integer references mailing (id) on delete cascade,
    person_id integer not null references person (id) on delete cascade,
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
    finished_at integer
) strict;

create index delivery_due on delivery (urgency, id) where state = 'due';
create index delivery_later on delivery (due_at) where state = 'due';
create unique index delivery_once on delivery (mailing_id, person_id) where mailing_id is not null;
create index delivery_progress on delivery (mailing_id, state) where mailing_id is not null;
create index delivery_message on delivery (message_id, state);
create index delivery_person on delivery (person_id);
create index delivery_finished on delivery (finished_at) where finished_at is not null;
create unique index delivery_edit on delivery (chat, edits) where state = 'due' and edits is not null;
