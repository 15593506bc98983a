-- Polls as they are shown, a row for each answer with its count. Read wherever a poll is, and with every tap.
create view poll_shown as
select p.id, p.question, p.several, p.hidden, p.named, p.affiliation_id, p.on_wall, p.chat_id, p.opened_at, p.closes_at,
       p.closed_at, p.repeats, o.position, o.words,
       (select coalesce(sum(c.people), 0) from poll_count c
        where c.poll_id = p.id and c.chosen >> o.position & 1) as count,
       (select coalesce(sum(c.people), 0) from poll_count c where c.poll_id = p.id) as people
from poll p join poll_option o on o.poll_id = p.id;
