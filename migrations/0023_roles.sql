-- Four roles instead of two, and what was done with them.

-- Until now only the operator made organizers, by the settings or the one-time link: so all of them are owners.
drop index person_role;
alter table person add column may text not null default 'participant'
    check (may in ('participant', 'moderator', 'organizer', 'owner'));
update person set may = 'owner' where role = 'organizer';
alter table person drop column role;
alter table person rename column may to role;
create index person_role on person (role) where role <> 'participant';

-- Every act of power: numbers alone, so that names come from people and go with them, and no words are kept here.
create table act (
    id integer primary key autoincrement,
    done_at integer not null,
    done_by integer references person (id) on delete set null,
    kind text not null,
    -- The number of what it was about; of what kind of thing, the kind says.
    subject integer,
    -- Whom it concerned.
    whom integer references person (id) on delete set null,
    -- How it was settled: a role, yes or no …
    detail text
) strict;

create index act_by on act (done_by, id);
create index act_whom on act (whom) where whom is not null;
