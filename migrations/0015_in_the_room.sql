-- In the room: who is there, pictures of what was made, and what the projector shows.

-- What follows "start=" in the link on the door; null: nobody has asked for it.
alter table session add column door text;
create unique index session_door on session (door) where door is not null;

-- When they were let in at the door.
alter table session_guest add column checked_in_at integer;

-- Drawings and models, with a line of words.
create table session_photo (
    id integer primary key autoincrement,
    session_id integer not null references session (id) on delete cascade,
    -- Null once the person has left.
    person_id integer references person (id) on delete set null,
    -- Telegram's name of the file.
    file text not null,
    words text,
    added_at integer not null
) strict;

create index session_photo_session on session_photo (session_id);
create index session_photo_person on session_photo (person_id);

-- What the projector shows during a session, by the organizers' choice.
create table wall (
    session_id integer primary key references session (id) on delete cascade,
    -- The secret part of its address. Whoever has it sees the wall; another one makes the old address useless.
    code text not null unique,
    lang text not null check (lang in ('uk', 'en')),
    -- A `Scene` as JSON.
    scene text not null,
    -- By which one joins from the wall; null: not shown yet.
    invite_id integer references invite (id)
) strict;

create index wall_invite on wall (invite_id);

-- 1: no cards are sent; people find the poll through the wall or in the list.
alter table poll add column on_wall integer not null default 0 check (on_wall in (0, 1));
