-- Proposals that are merged into one, or split into several. Their authors are asked; nobody's support moves by itself.

create table merger (
    id integer primary key autoincrement,
    -- 1: one proposal into several; 0: several into one.
    split integer not null check (split in (0, 1)),
    made_by integer references person (id) on delete set null,
    made_at integer not null
) strict;

create index merger_by on merger (made_by) where made_by is not null;

-- What is merged or split, and what its author says to that.
create table merger_original (
    merger_id integer not null references merger (id) on delete cascade,
    proposal_id integer not null references proposal (id) on delete cascade,
    answer text not null default 'waits' check (answer in ('waits', 'agreed', 'refused')),
    primary key (merger_id, proposal_id)
) strict, without rowid;

create index merger_original_proposal on merger_original (proposal_id);

-- The new texts: of a merger one, which is a proposal from the start; those of a split become proposals once the author
-- agrees.
create table merger_part (
    merger_id integer not null references merger (id) on delete cascade,
    position integer not null,
    words text,
    photo text,
    proposal_id integer references proposal (id) on delete set null,
    primary key (merger_id, position)
) strict, without rowid;

create index merger_part_proposal on merger_part (proposal_id) where proposal_id is not null;
