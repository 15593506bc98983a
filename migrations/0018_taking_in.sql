-- Taking proposals in: organizers may look at them first, and a call may take only so many from each person.

-- One row.
create table intake (
    id integer primary key check (id = 1),
    -- 1: what is handed in waits until an organizer has approved it.
    moderated integer not null default 0 check (moderated in (0, 1))
) strict;

insert into intake (id) values (1);

-- How many proposals each person may have in it; null: as many as they like. Calls from before keep that.
alter table call add column most_each integer check (most_each > 0);

-- More states than the column's check knows. The table stays where it is, as stances refer to it.
drop index proposal_published;
alter table proposal add column stage text not null default 'published'
    check (stage in ('received', 'returned', 'published', 'declined', 'withdrawn'));
update proposal set stage = state;
alter table proposal drop column state;
alter table proposal rename column stage to state;
create index proposal_published on proposal (id) where state = 'published';

-- Words that wait for the organizers' answer, or did: of a new proposal, or other words of a published one.
create table review (
    id integer primary key autoincrement,
    proposal_id integer not null references proposal (id) on delete cascade,
    -- Kept while somebody may still need them; then both are null.
    words text,
    photo text,
    -- Goes up when the author words it anew while it waits, so that nobody settles words they have not seen.
    version integer not null default 1,
    handed_in_at integer not null,
    -- Organizers have a card of it.
    carded integer not null default 0 check (carded in (0, 1)),
    settled_at integer,
    -- Null when the author took it back, or once the organizer has left.
    settled_by integer references person (id) on delete set null,
    verdict text check (verdict in ('published', 'returned', 'declined', 'taken-back')),
    -- Why, for the author: one of the ready reasons, or a note.
    reason text check (reason in ('unclear', 'several', 'personal', 'rude', 'off-topic', 'repeats')),
    note text,
    check ((settled_at is null) = (verdict is null)),
    check (reason is null or note is null)
) strict;

create unique index review_waiting on review (proposal_id) where settled_at is null;
create index review_pile on review (id) where settled_at is null;
create index review_proposal on review (proposal_id);
create index review_settler on review (settled_by);
