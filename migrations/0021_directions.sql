-- Directions that proposals are gathered under, tags on them, how they are sorted, and what becomes of each.

create table direction (
    id integer primary key autoincrement,
    name text not null,
    -- What it is about.
    about text,
    -- On screens and on printed cards: see `Shade`.
    shade text not null
        check (shade in ('red', 'orange', 'yellow', 'green', 'blue', 'violet', 'brown', 'black')),
    -- Lists begin with the lowest.
    place integer not null,
    retired_at integer
) strict;

create table tag (
    id integer primary key autoincrement,
    -- One of those that every network has; null: organizers made it and gave it a name.
    built_in text unique check (built_in in ('unifier', 'divider', 'problem')),
    name text,
    retired_at integer,
    check ((built_in is null) <> (name is null))
) strict;

insert into tag (built_in) values ('unifier'), ('divider'), ('problem');

create table proposal_tag (
    proposal_id integer not null references proposal (id) on delete cascade,
    tag_id integer not null references tag (id),
    primary key (proposal_id, tag_id)
) strict, without rowid;

create index proposal_tag_tag on proposal_tag (tag_id, proposal_id);

alter table proposal add column direction_id integer references direction (id);
-- How far a published one has come; the others stay where they begin.
alter table proposal add column stage text not null default 'open'
    check (stage in ('open', 'voted', 'chosen', 'in-work', 'done', 'dropped', 'merged')
           and (stage = 'open' or state = 'published'));

-- The pile that is sorted, whole and by call: the next card is found at once, however many there are.
create index proposal_pile on proposal (id)
    where state = 'published' and stage = 'open' and direction_id is null;
create index proposal_pile_of on proposal (call_id, id)
    where state = 'published' and stage = 'open' and direction_id is null;
create index proposal_sorted on proposal (direction_id, id)
    where state = 'published' and direction_id is not null;
create index proposal_sorted_of on proposal (call_id, id)
    where state = 'published' and direction_id is not null;

-- The card of the pile that an organizer has on the screen. Nobody else gets it until then.
create table sorting_card (
    person_id integer primary key references person (id) on delete cascade,
    proposal_id integer not null unique references proposal (id) on delete cascade,
    until integer not null
) strict;

-- What became of a proposal, step by step. When it was handed in stands with the proposal itself.
create table step (
    id integer primary key autoincrement,
    proposal_id integer not null references proposal (id) on delete cascade,
    became text not null check (became in ('published', 'returned', 'declined', 'direction', 'voted', 'chosen',
        'not-chosen', 'not-counted', 'in-work', 'done', 'dropped', 'reopened', 'merged', 'split', 'apart')),
    -- Of 'direction'; null: it is under none any more.
    direction_id integer references direction (id),
    -- The vote that it was put to, or chosen in.
    vote_id integer references vote (id),
    -- What it was merged into.
    other_id integer references proposal (id) on delete set null,
    reason text,
    -- Which organizer; null: by itself, the author, or somebody who has left.
    by_id integer references person (id) on delete set null,
    at integer not null,
    -- Its author and supporters have heard of it, or need not.
    told integer not null default 0 check (told in (0, 1))
) strict;

create index step_proposal on step (proposal_id, id);
create index step_untold on step (id) where told = 0;
create index step_other on step (other_id) where other_id is not null;
create index step_by on step (by_id) where by_id is not null;

-- The proposal that an option stands for; null: none, or its author has left with it.
alter table vote_option add column proposal_id integer references proposal (id) on delete set null;
create index vote_option_proposal on vote_option (proposal_id) where proposal_id is not null;
