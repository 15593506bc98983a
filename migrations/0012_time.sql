-- Time: what is due and when, and people's quiet hours.

-- Everything that happens because time passes, each thing once: see `due` in the code. A row is written in the
-- transaction that makes the deadline, and deleted in the one that acts.
create table due (
    kind text not null,
    -- Which one it is about; 0 where there is nothing to tell apart.
    subject integer not null,
    at integer not null,
    primary key (kind, subject)
) strict, without rowid;

create index due_at on due (at);

insert into due (kind, subject, at)
    select 'vote-closes', id, closes_at from vote where stage = 'open' and closes_at is not null;
-- A day before the end, unless the vote was opened less than two hours before that.
insert into due (kind, subject, at)
    select 'vote-reminds', id, closes_at - 86400000 from vote
    where stage = 'open' and reminded_by_itself = 0 and opened_at + 7200000 <= closes_at - 86400000;
insert into due (kind, subject, at)
    select 'all-voted', id, opened_at from vote where stage = 'open' and all_voted_told = 0;
insert into due (kind, subject, at)
    select 'vote-ends', id, closed_at from vote where stage in ('closing', 'counted');
insert into due (kind, subject, at)
    select 'ballot-screens', vote_id, min(shown_at) + 600000 from ballot_screen group by vote_id;

drop index vote_closing;
drop index ballot_screen_vote;
drop index ballot_screen_shown;
create index ballot_screen_shown on ballot_screen (vote_id, shown_at);
-- That it was done is said by the row of `due` being gone.
alter table vote drop column reminded_by_itself;

-- Whole hours in Kyiv, from … until before …; null: at any hour.
alter table person add column quiet_from integer default 22 check (quiet_from between 0 and 23);
alter table person add column quiet_to integer default 8
    check (quiet_to between 0 and 23 and quiet_from <> quiet_to and (quiet_from is null) = (quiet_to is null));

-- An organizer decided that it does not wait for the end of anybody's quiet hours.
alter table mailing add column at_once integer not null default 0 check (at_once in (0, 1));
-- Who would get it only then is not told: what it is about is over.
alter table mailing add column pointless_at integer;

-- Waits for the end of the person's quiet hours, at `due_at`. Rows that are held stand in no index that the worker
-- looks through.
alter table delivery add column held integer not null default 0 check (held in (0, 1));

drop index delivery_due;
drop index delivery_later;
create index delivery_due on delivery (urgency, id) where state = 'due' and held = 0;
create index delivery_held on delivery (due_at) where held = 1;
