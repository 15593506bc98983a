-- Proposals that come in together, from a table or from messages: see `imports`.

create table import (
    id integer primary key autoincrement,
    -- Which organizer began it; null once they have left.
    person_id integer references person (id) on delete set null,
    source text not null check (source in ('file', 'messages')),
    -- What the file is called, and Telegram's name of it as long as it may have to be fetched.
    name text,
    file text,
    stage text not null check (stage in ('gathering', 'reading', 'comparing', 'ready', 'refused', 'imported', 'undone')),
    -- Goes up whenever what was understood changes, so that nobody confirms what they have not seen.
    version integer not null default 1,
    -- How often work on it was begun since somebody last wanted something of it.
    tries integer not null default 0,
    call_id integer references call (id),
    -- 1: rows that look close to others come in, too.
    take_close integer not null default 1 check (take_close in (0, 1)),
    -- What stood in the file, as JSON, and which column holds what. Other people's names may stand there, so it is
    -- kept no longer than until it is decided.
    sheet text,
    columns text,
    trouble text check (trouble in ('too-large', 'unreachable', 'no-table', 'old-or-locked', 'swollen', 'broken',
                                    'too-many-rows', 'empty', 'failed')),
    -- The message that shows it, to be brought up to date; null: the one that was sent when it was begun.
    card integer,
    begun_at integer not null,
    imported_at integer,
    undone_at integer,
    check ((stage = 'refused') = (trouble is not null))
) strict;

create index import_waiting on import (id) where stage in ('reading', 'comparing');
create index import_person on import (person_id);

-- What each row comes to, until it is decided.
create table import_row (
    import_id integer not null references import (id) on delete cascade,
    -- As spreadsheets count.
    row integer not null,
    words text,
    -- Telegram's name of a photo.
    photo text,
    -- Null while messages are gathered.
    verdict text check (verdict in ('fresh', 'same', 'close', 'too-long', 'no-value')),
    most integer,
    length integer,
    -- What it is like: an earlier row, or a proposal.
    like_row integer,
    like_proposal integer,
    -- The direction that the file names.
    direction_id integer references direction (id),
    primary key (import_id, row)
) strict, without rowid;

-- Null: somebody handed it in.
alter table proposal add column import_id integer references import (id);
create index proposal_import on proposal (import_id) where import_id is not null;
