-- Messages from the organizers, and letters to them.

create table announcement (
    id integer primary key autoincrement,
    mailing_id integer not null unique references mailing (id),
    author_id integer references person (id) on delete set null,
    -- Whom it is for; null: everyone.
    affiliation_id integer references affiliation (id),
    announced_at integer not null,
    -- The author's card that shows how far delivery has come.
    card integer,
    -- What the card last showed, so that it is edited only when there is news.
    shown text not null default ''
) strict;

create index announcement_author on announcement (author_id);

create table letter (
    id integer primary key autoincrement,
    person_id integer references person (id) on delete cascade,
    content text not null,
    written_at integer not null,
    answered_at integer,
    answered_by integer references person (id) on delete set null
) strict;

create index letter_person on letter (person_id);
