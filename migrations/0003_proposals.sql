-- Calls put to everyone, and what people hand in.

create table call (
    id integer primary key autoincrement,
    question text not null,
    opened_at integer not null,
    closed_at integer
) strict;

create table proposal (
    -- Also the number people see.
    id integer primary key autoincrement,
    call_id integer not null references call (id),
    -- Null once the author has left and let the proposal stay unsigned.
    author_id integer references person (id) on delete set null,
    -- Missing only below a photo.
    words text,
    -- Telegram's name of the photo of a drawing.
    photo text,
    state text not null default 'published' check (state in ('published', 'withdrawn')),
    handed_in_at integer not null,
    edited_at integer,
    check (words is not null or photo is not null)
) strict;

create index proposal_author on proposal (author_id);
create index proposal_published on proposal (id) where state = 'published';
create index proposal_call on proposal (call_id);
