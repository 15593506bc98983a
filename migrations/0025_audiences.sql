-- Whom something is for is one thing everywhere: see `Audience` in the code, whose JSON this is. '{}' is everyone.

alter table announcement add column audience text not null default '{}';
update announcement set audience = json_object(
    'groups', iif(affiliation_id is null, json('[]'), json_array(affiliation_id)),
    'answers', iif(guests_of is null, json('[]'), json_array(json_object('of', guests_of, 'who', guests_who))))
where affiliation_id is not null or guests_of is not null;
alter table announcement drop column affiliation_id;
alter table announcement drop column guests_of;
alter table announcement drop column guests_who;

alter table session add column audience text not null default '{}';
update session set audience = json_object(
    'groups', iif(affiliation_id is null, json('[]'), json_array(affiliation_id)),
    'answers', iif(guests_of is null, json('[]'), json_array(json_object('of', guests_of, 'who', guests_who))))
where affiliation_id is not null or guests_of is not null;
alter table session drop column affiliation_id;
alter table session drop column guests_of;
alter table session drop column guests_who;

-- Who may vote was everyone until now.
alter table vote add column audience text not null default '{}';

-- Whose a poll is to answer that is not for everyone: those who were meant when it was sent.
create table poll_asked (
    poll_id integer not null references poll (id) on delete cascade,
    person_id integer not null references person (id) on delete cascade,
    primary key (poll_id, person_id)
) strict, without rowid;

create index poll_asked_person on poll_asked (person_id);

drop view poll_shown;
alter table poll add column audience text not null default '{}';
update poll set audience = json_object('groups', json_array(affiliation_id)) where affiliation_id is not null;
insert into poll_asked (poll_id, person_id)
    select o.id, p.id from poll o join person p on p.joined_at is not null
    where o.affiliation_id in (p.sector_id, p.region_id);
alter table poll drop column affiliation_id;

create view poll_shown as
select p.id, p.question, p.several, p.hidden, p.named, p.audience, p.on_wall, p.chat_id, p.opened_at, p.closes_at,
       p.closed_at, p.repeats, o.position, o.words,
       (select coalesce(sum(c.people), 0) from poll_count c
        where c.poll_id = p.id and c.chosen >> o.position & 1) as count,
       (select coalesce(sum(c.people), 0) from poll_count c where c.poll_id = p.id) as people
from poll p join poll_option o on o.poll_id = p.id;

