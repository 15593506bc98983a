-- Where people stand on proposals. No times are kept: who answered when is nobody's business.

create table stance (
    proposal_id integer not null references proposal (id) on delete cascade,
    -- Whoever leaves takes their stances along, and the sums change: nothing else was counted from them for good.
    person_id integer not null references person (id) on delete cascade,
    -- Agrees, disagrees, or has seen it and takes no side.
    stance integer not null check (stance in (-1, 0, 1)),
    primary key (proposal_id, person_id)
) strict, without rowid;

create index stance_person on stance (person_id);

-- A set of cards in progress. They are drawn when it begins, so that a tap counts nothing.
create table stance_set (
    person_id integer primary key references person (id) on delete cascade,
    -- Proposals still to come, as a JSON array.
    cards text not null,
    -- How many were answered.
    done integer not null default 0
) strict;
