-- Quick questions with a few answers.

create table poll (
    id integer primary key autoincrement,
    question text not null,
    opened_at integer not null,
    closed_at integer,
    -- Answers have changed since the cards in people's chats were last brought up to date.
    stale integer not null default 0 check (stale in (0, 1))
) strict;

create index poll_stale on poll (id) where stale = 1;

create table poll_option (
    poll_id integer not null references poll (id) on delete cascade,
    position integer not null,
    words text not null,
    primary key (poll_id, position)
) strict, without rowid;

create table poll_answer (
    id integer primary key autoincrement,
    poll_id integer not null,
    -- Null once the person has left: what was counted stays counted.
    person_id integer references person (id) on delete set null,
    position integer not null,
    unique (poll_id, person_id),
    foreign key (poll_id, position) references poll_option (poll_id, position) on delete cascade
) strict;

create index poll_answer_person on poll_answer (person_id);
create index poll_answer_count on poll_answer (poll_id, position);

-- Whatever changes an answer makes the cards stale.
create trigger poll_answered after insert on poll_answer
begin
    update poll set stale = 1 where id = new.poll_id and stale = 0;
end;

create trigger poll_answer_changed after update of position on poll_answer
when old.position <> new.position
begin
    update poll set stale = 1 where id = new.poll_id and stale = 0;
end;
