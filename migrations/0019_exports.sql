-- Files that somebody asked for and that are made outside of the flow: see `exports`.

create table export (
    person_id integer not null references person (id) on delete cascade,
    -- Which one: the code of an `Export`.
    what text not null,
    -- When it was asked for last; the row stays, so that nobody asks again and again.
    asked_at integer not null,
    -- How often making it was begun. What fails again and again is given up.
    tries integer not null default 0,
    done integer not null default 0 check (done in (0, 1)),
    primary key (person_id, what)
) strict, without rowid;

create index export_waiting on export (asked_at) where done = 0;
