-- Polls with several answers, hidden counts, names, an end, a group of people, and an earlier poll to compare with.

alter table poll add column several integer not null default 0 check (several in (0, 1));
-- 1: nobody sees the counts before the end.
alter table poll add column hidden integer not null default 0 check (hidden in (0, 1));
-- 1: everyone sees who answered what; 0: nobody does, and when it is over nobody can.
alter table poll add column named integer not null default 0 check (named in (0, 1));
-- Whose it is to answer; null: everyone's.
alter table poll add column affiliation_id integer references affiliation (id);
-- Null once they have left.
alter table poll add column author_id integer references person (id) on delete set null;
-- Null: closed by hand.
alter table poll add column closes_at integer;
-- The earlier poll that this one asks again.
alter table poll add column repeats integer references poll (id);

create index poll_author on poll (author_id);

-- A row for each person, so that nobody counts twice, with one bit for each answer they gave.
create table answer_bits (
    id integer primary key autoincrement,
    poll_id integer not null references poll (id) on delete cascade,
    -- Null once the person has left, or the poll has forgotten who they were: what was counted stays counted.
    person_id integer references person (id) on delete set null,
    chosen integer not null check (chosen > 0),
    unique (poll_id, person_id)
) strict;

insert into answer_bits (poll_id, person_id, chosen)
select poll_id, person_id, 1 << position from poll_answer order by id;
drop table poll_answer;
alter table answer_bits rename to poll_answer;

create index poll_answer_person on poll_answer (person_id);

-- How many people gave these answers together: every tap shows it, so it is kept, and by the database alone.
create table poll_count (
    poll_id integer not null references poll (id) on delete cascade,
    chosen integer not null,
    people integer not null check (people >= 0),
    primary key (poll_id, chosen)
) strict, without rowid;

insert into poll_count select poll_id, chosen, count(*) from poll_answer group by poll_id, chosen;

create trigger poll_counted after insert on poll_answer
begin
    insert into poll_count values (new.poll_id, new.chosen, 1)
    on conflict do update set people = people + 1;
end;

create trigger poll_counted_anew after update of chosen on poll_answer when old.chosen <> new.chosen
begin
    update poll_count set people = people - 1 where poll_id = old.poll_id and chosen = old.chosen;
    insert into poll_count values (new.poll_id, new.chosen, 1)
    on conflict do update set people = people + 1;
end;

create trigger poll_counted_off after delete on poll_answer
begin
    update poll_count set people = people - 1 where poll_id = old.poll_id and chosen = old.chosen;
end;

-- Whatever changes the counts that people see makes their cards stale.
create trigger poll_answered after insert on poll_answer
begin
    update poll set stale = 1 where id = new.poll_id and stale = 0 and hidden = 0 and closed_at is null;
end;

create trigger poll_answer_changed after update of chosen on poll_answer
when old.chosen <> new.chosen
begin
    update poll set stale = 1 where id = new.poll_id and stale = 0 and hidden = 0 and closed_at is null;
end;

create trigger poll_answer_taken_back after delete on poll_answer
begin
    update poll set stale = 1 where id = old.poll_id and stale = 0 and hidden = 0 and closed_at is null;
end;
