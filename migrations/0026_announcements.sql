-- Announcements that wait for their time, are changed or taken back after they were sent, and ask whether they were read.

create table announcement_anew (
    id integer primary key autoincrement,
    -- Null once they have left.
    author_id integer references person (id) on delete set null,
    -- A `Content` as JSON: what was said, as it is now. Null: it was sent before that was kept.
    content text,
    -- An `Audience`.
    audience text not null,
    -- Groups and channels where it is posted, too: a JSON array.
    chats text not null default '[]',
    -- 1: people are asked to say that they have read and understood it.
    asks integer not null default 0 check (asks in (0, 1)),
    -- When it is to be sent; null: it waits for nobody and nothing, or there was nobody to send it to.
    scheduled_at integer,
    -- How it was sent; null: not yet.
    mailing_id integer unique references mailing (id),
    announced_at integer,
    -- How its last change, or its being taken back, goes to those who have it.
    revision_id integer unique references mailing (id),
    edited_at integer,
    withdrawn_at integer,
    -- When those who have not said that they read it were last reminded.
    reminded_at integer,
    -- The author's card that shows how far delivery has come.
    card integer,
    -- What the card last showed, so that it is edited only when there is news.
    shown text not null default '',
    check ((mailing_id is null) = (announced_at is null))
) strict;

insert into announcement_anew (id, author_id, audience, mailing_id, announced_at, card, shown)
    select id, author_id, audience, mailing_id, announced_at, card, shown from announcement;
drop trigger delivery_ended_late;
drop table announcement;
alter table announcement_anew rename to announcement;

create index announcement_author on announcement (author_id);
-- Those that wait, and those whose cards have news.
create index announcement_waits on announcement (scheduled_at) where mailing_id is null and withdrawn_at is null;
create index announcement_under_way on announcement (id) where shown not like 'end%' and card is not null;

create trigger delivery_ended_late after update of state on delivery
when old.state = 'cancelled' and new.state <> 'cancelled' and new.mailing_id is not null
begin
    update announcement set shown = '' where mailing_id = new.mailing_id or revision_id = new.mailing_id;
end;

-- Who has said so.
create table announcement_read (
    announcement_id integer not null references announcement (id) on delete cascade,
    person_id integer not null references person (id) on delete cascade,
    at integer not null,
    primary key (announcement_id, person_id)
) strict, without rowid;

create index announcement_read_person on announcement_read (person_id);

-- 1: it failed for a reason that may be over.
alter table delivery add column again integer not null default 0 check (again in (0, 1));
