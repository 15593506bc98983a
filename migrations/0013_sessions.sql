-- Meetings: when, where, who comes, and what stays of them.

create table session (
    id integer primary key autoincrement,
    title text not null,
    starts_at integer not null,
    -- Null: nobody said.
    ends_at integer check (ends_at > starts_at),
    -- From when on it is held to be over.
    over_at integer not null check (over_at > starts_at),
    -- In words, on the map (millionths of a degree), and online; at least one of them.
    place text,
    latitude integer,
    longitude integer,
    link text,
    agenda text,
    -- How many can be there; online there is room for everyone. Null: as many as like.
    capacity integer check (capacity > 0),
    -- Whoever finds no place may wait for one.
    queue integer not null check (queue in (0, 1)),
    -- Whom it is for: see `Audience`.
    affiliation_id integer references affiliation (id),
    guests_of integer references session (id),
    guests_who text,
    announced_at integer not null,
    -- How often it was changed, and when last: what calendars go by.
    revision integer not null default 0,
    revised_at integer not null,
    cancelled_at integer,
    -- When the next reminder is due; null: there is none any more.
    remind_at integer,
    -- When those who came are asked how it was; null: they were, or will not be.
    feedback_at integer,
    check (place is not null or latitude is not null or link is not null),
    check ((latitude is null) = (longitude is null))
) strict;

create index session_starts on session (starts_at);

-- Who was invited, and what they answered.
create table session_guest (
    session_id integer not null references session (id) on delete cascade,
    person_id integer not null references person (id) on delete cascade,
    attendance text not null default 'silent'
        check (attendance in ('silent', 'coming', 'online', 'waiting', 'offered', 'declined', 'unsure')),
    -- When they answered so: the order of those who wait.
    since integer,
    -- Until when a place is held for them.
    offered_until integer,
    -- A word of theirs: diet, arrival, with a child.
    word text,
    primary key (session_id, person_id),
    check ((attendance = 'offered') = (offered_until is not null))
) strict, without rowid;

create index session_guest_person on session_guest (person_id);
create index session_guest_attendance on session_guest (session_id, attendance, since);
create index session_guest_offered on session_guest (session_id, offered_until) where offered_until is not null;

-- What stays: minutes, files and links, as they were sent.
create table session_material (
    id integer primary key autoincrement,
    session_id integer not null references session (id) on delete cascade,
    -- 1: the minutes and decisions.
    minutes integer not null check (minutes in (0, 1)),
    content text not null,
    added_at integer not null
) strict;

create index session_material_session on session_material (session_id);

-- How it was: three questions, three answers each.
create table session_feedback (
    id integer primary key autoincrement,
    session_id integer not null references session (id) on delete cascade,
    -- Null once the person has left: what was counted stays counted.
    person_id integer references person (id) on delete set null,
    question integer not null check (question between 0 and 2),
    mark integer not null check (mark between 0 and 2),
    unique (session_id, person_id, question)
) strict;

create index session_feedback_person on session_feedback (person_id);

-- 0: does not want to be reminded of sessions.
alter table person add column reminders integer not null default 1 check (reminders in (0, 1));

-- An announcement may be for those who answered so to a session.
alter table announcement add column guests_of integer references session (id);
alter table announcement add column guests_who text;
