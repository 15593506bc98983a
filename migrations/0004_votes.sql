-- Formal choices among options.

create table vote (
    id integer primary key autoincrement,
    title text not null,
    -- How many options a ballot may choose; also how many win.
    seats integer not null check (seats between 1 and 30),
    opened_at integer not null,
    -- Null: closed by hand.
    closes_at integer,
    closed_at integer,
    -- How many people could vote, counted at closing.
    roll integer,
    check ((closed_at is null) = (roll is null))
) strict;

create index vote_closing on vote (closes_at) where closed_at is null;

create table vote_option (
    vote_id integer not null references vote (id) on delete cascade,
    -- 0, 1, 2 …: the bit of this option in a ballot.
    position integer not null check (position between 0 and 29),
    words text not null,
    primary key (vote_id, position)
) strict, without rowid;

create table ballot (
    id integer primary key autoincrement,
    vote_id integer not null references vote (id) on delete cascade,
    -- Null once the person has left after the closing: what was counted stays counted.
    person_id integer references person (id) on delete set null,
    -- Options marked on the screen, one bit each, not handed in yet.
    marked integer not null,
    -- Options handed in; null until then.
    chosen integer,
    unique (vote_id, person_id)
) strict;

create index ballot_person on ballot (person_id);
