-- What a guest had said before they were let in, should that have been the wrong person. Null: nothing, they were not
-- on the list.
alter table session_guest add column said_before text
    check (said_before in ('silent', 'coming', 'online', 'waiting', 'offered', 'declined', 'unsure'));
