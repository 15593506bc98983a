-- Letters as conversations: who waits, who answers, what was said; from somebody unnamed, too.

-- Where somebody is reached whose name nobody knows: sealed with a key outside of the database (see `keys`).
create table sealed_address (
    id integer primary key autoincrement,
    sealed blob not null
) strict;

alter table chat add column letters integer not null default 0 check (letters in (0, 1));

create table letter_anew (
    id integer primary key autoincrement,
    -- Who writes; null: unnamed.
    person_id integer references person (id) on delete cascade,
    -- How the unnamed one is reached; null: named, or forgotten.
    address_id integer references sealed_address (id) on delete set null,
    -- Since when it waits for the organizers; null: it is settled.
    waits_since integer,
    -- Who is answering it, and since when.
    taken_by integer references person (id) on delete set null,
    taken_at integer,
    settled_by integer references person (id) on delete set null,
    settled_at integer,
    check (person_id is null or address_id is null)
) strict;

create table letter_part (
    id integer primary key autoincrement,
    letter_id integer not null references letter_anew (id) on delete cascade,
    -- 1: an organizer's.
    answer integer not null check (answer in (0, 1)),
    by_id integer references person (id) on delete set null,
    -- The announcement that it answers.
    announcement_id integer references announcement (id) on delete set null,
    content text not null,
    -- Of somebody unnamed only to the hour.
    written_at integer not null
) strict;

insert into letter_anew (id, person_id, waits_since, settled_by, settled_at)
    select id, person_id, iif(answered_at is null, written_at, null), answered_by, answered_at from letter;
insert into letter_part (letter_id, answer, content, written_at)
    select id, 0, content, written_at from letter order by id;
drop table letter;
alter table letter_anew rename to letter;

create index letter_person on letter (person_id) where person_id is not null;
create index letter_waits on letter (waits_since) where waits_since is not null;
create index letter_address on letter (address_id) where address_id is not null;
create index letter_part_letter on letter_part (letter_id, id);
create index letter_part_by on letter_part (by_id) where by_id is not null;
create index letter_part_announcement on letter_part (announcement_id) where announcement_id is not null;

-- A delivery is now owed to a person, to a chat, or to an address that is sealed.
drop trigger delivery_ended_late;

create table delivery_anew (
    id integer primary key autoincrement,
    message_id integer not null references message (id) on delete cascade,
    mailing_id integer references mailing (id) on delete cascade,
    -- One of the three.
    person_id integer references person (id) on delete cascade,
    chat_id integer references chat (id) on delete cascade,
    address_id integer references sealed_address (id) on delete cascade,
    -- Telegram's number of the private chat, or of the group; of a sealed one a number that says nothing.
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
    -- 1: it failed for a reason that may be over.
    again integer not null default 0 check (again in (0, 1)),
    check ((person_id is not null) + (chat_id is not null) + (address_id is not null) = 1)
) strict;

insert into delivery_anew (id, message_id, mailing_id, person_id, chat_id, chat, urgency, edits, state, due_at, attempts,
                           sent_as, finished_at, held, again)
    select id, message_id, mailing_id, person_id, chat_id, chat, urgency, edits, state, due_at, attempts, sent_as,
           finished_at, held, again
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
create index delivery_address on delivery (address_id) where address_id is not null;
create index delivery_finished on delivery (finished_at) where finished_at is not null;
create unique index delivery_edit on delivery (chat, edits) where state = 'due' and edits is not null;

create trigger delivery_ended_late after update of state on delivery
when old.state = 'cancelled' and new.state <> 'cancelled' and new.mailing_id is not null
begin
    update announcement set shown = '' where mailing_id = new.mailing_id or revision_id = new.mailing_id;
end;
