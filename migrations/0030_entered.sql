-- What organizers entered for people who are not on Telegram, and the invitations by which these take it over.

-- A proposal, a stance on one, an answer to a session or a poll. No times are kept, as of stances.
create table entered (
    kind text not null check (kind in ('proposal', 'stance', 'session', 'poll')),
    -- The number of the proposal, the session or the poll.
    subject integer not null,
    person_id integer not null references person (id) on delete cascade,
    primary key (kind, subject, person_id)
) strict, without rowid;

create index entered_person on entered (person_id);

-- Once somebody is on Telegram, what they change themselves is theirs alone.
create trigger proposal_reworded after update of words, photo on proposal
when new.words is not old.words or new.photo is not old.photo
begin
    delete from entered where kind = 'proposal' and subject = new.id
       and person_id in (select id from person where telegram_id > 0);
end;

create trigger stance_taken_anew after update of stance on stance
begin
    delete from entered where kind = 'stance' and subject = new.proposal_id and person_id = new.person_id
       and person_id in (select id from person where telegram_id > 0);
end;

create trigger session_answered_anew after update of attendance, word on session_guest
when new.attendance <> old.attendance or new.word is not old.word
begin
    delete from entered where kind = 'session' and subject = new.session_id and person_id = new.person_id
       and person_id in (select id from person where telegram_id > 0);
end;

create trigger poll_answered_anew after update of chosen on poll_answer
begin
    delete from entered where kind = 'poll' and subject = new.poll_id and person_id = new.person_id
       and person_id in (select id from person where telegram_id > 0);
end;

create trigger poll_answer_withdrawn after delete on poll_answer
begin
    delete from entered where kind = 'poll' and subject = old.poll_id and person_id = old.person_id;
end;

-- A poll that has forgotten who answered leaves no mark of them either.
create trigger poll_answer_forgotten after update of person_id on poll_answer when new.person_id is null
begin
    delete from entered where kind = 'poll' and subject = old.poll_id and person_id = old.person_id;
end;

-- Whose place whoever follows it takes; null: whoever comes is new.
alter table invite add column person_id integer references person (id) on delete cascade;
create index invite_person on invite (person_id) where person_id is not null;
