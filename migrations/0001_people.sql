-- Who takes part. Times everywhere are milliseconds since 1970-01-01 UTC.

-- A sector or a region: what people say of themselves, and what audiences and breakdowns are made of.
create table affiliation (
    id integer primary key autoincrement,
    dimension text not null check (dimension in ('sector', 'region')),
    uk text not null,
    en text not null,
    retired_at integer,
    unique (dimension, uk)
) strict;

insert into affiliation (dimension, uk, en) values
    ('sector', 'Влада', 'Authorities'),
    ('sector', 'Громадськість', 'Civil society'),
    ('sector', 'Інше', 'Other'),
    ('region', 'Луганщина', 'Luhansk region'),
    ('region', 'Донеччина', 'Donetsk region'),
    ('region', 'Інше', 'Other');

-- Everyone who has written to the bot. A visitor has no `joined_at`; leaving deletes the row.
create table person (
    id integer primary key autoincrement,
    telegram_id integer not null unique,
    lang text not null check (lang in ('uk', 'en')),
    name text,
    sector_id integer references affiliation (id),
    region_id integer references affiliation (id),
    role text not null default 'participant' check (role in ('participant', 'organizer')),
    joined_at integer,
    -- When Telegram said that this person blocked the bot; null while messages reach them.
    blocked_at integer,
    -- What the bot is waiting for from this person: see `ui::state`.
    dialogue text not null default '{}',
    -- When they were last here, to the day.
    seen_at integer not null,
    check (joined_at is null or name is not null)
) strict;

create index person_joined on person (id) where joined_at is not null;
create index person_role on person (role) where role <> 'participant';

create table invite (
    id integer primary key autoincrement,
    code text not null unique,
    made_by integer references person (id) on delete set null,
    made_at integer not null,
    max_uses integer check (max_uses > 0),
    expires_at integer,
    revoked_at integer
) strict;

-- Who came by which link; the row outlives the person, so that a limit on uses holds.
create table invite_use (
    id integer primary key autoincrement,
    invite_id integer not null references invite (id) on delete cascade,
    person_id integer references person (id) on delete set null,
    unique (invite_id, person_id)
) strict;

-- Someone without an invitation asks to join.
create table join_request (
    id integer primary key autoincrement,
    person_id integer not null references person (id) on delete cascade,
    asked_at integer not null,
    settled_at integer,
    settled_by integer references person (id) on delete set null,
    approved integer check (approved in (0, 1)),
    check ((settled_at is null) = (approved is null))
) strict;

create unique index join_request_waiting on join_request (person_id) where settled_at is null;

-- The one-time link that makes the first organizer; at most one row.
create table claim (
    id integer primary key check (id = 1),
    code text not null
) strict;
