-- Votes as people on both sides trust them: methods, winners, a roll, and ballots that nobody can read.
--
-- A ballot is sealed with a key of its vote that is kept outside of the database (see `keys`), and lies under a tag
-- that only that key can make of a person. Once the vote is counted the ballots are deleted and the key destroyed.

-- No release had the tables that these replace.
drop table ballot;
drop table vote_option;
drop table vote;

create table vote (
    id integer primary key autoincrement,
    title text not null,
    method text not null check (method in ('choose', 'points', 'ranking')),
    -- How many options a ballot may choose, or how many points it spreads; a ranking has no limit.
    most integer not null check (most between 1 and 100),
    -- How many options win.
    seats integer not null check (seats between 1 and 30),
    winners text not null check (winners in ('most-votes', 'balanced')),
    -- 0: every name is shown to everyone in the result.
    secret integer not null check (secret in (0, 1)),
    opened_at integer not null,
    -- How many people could vote when it was opened; who has left since is no longer on the roll.
    roll integer not null,
    -- Null: closed by hand.
    closes_at integer,
    -- open: takes ballots; closing: takes no more; counted: the ballots are gone and the key is still to be destroyed;
    -- over: the result is told; void: the key was lost, nothing can be counted.
    stage text not null check (stage in ('open', 'closing', 'counted', 'over', 'void')),
    closed_at integer,
    -- When those who had not voted were last reminded by an organizer.
    reminded_at integer,
    -- What the schedule has done once: reminded a day before the end, told that everyone has voted.
    reminded_by_itself integer not null default 0 check (reminded_by_itself in (0, 1)),
    all_voted_told integer not null default 0 check (all_voted_told in (0, 1)),
    check ((closed_at is null) = (stage = 'open'))
) strict;

create table vote_option (
    vote_id integer not null references vote (id) on delete cascade,
    -- 0, 1, 2 …: where this option stands in a ballot.
    position integer not null check (position between 0 and 29),
    words text not null,
    primary key (vote_id, position)
) strict, without rowid;

create index vote_closing on vote (closes_at) where stage = 'open';
create index vote_under_way on vote (id) where stage in ('open', 'closing', 'counted');

-- Who may vote: everyone who took part when the vote was opened.
create table roll (
    vote_id integer not null references vote (id) on delete cascade,
    person_id integer not null references person (id) on delete cascade,
    primary key (vote_id, person_id)
) strict, without rowid;

create index roll_person on roll (person_id);

-- Sorted by tags, which look like chance: neither order nor time nor person.
create table ballot (
    vote_id integer not null references vote (id) on delete cascade,
    tag blob not null check (length(tag) = 16),
    -- The marks on the screen and the answer handed in; always equally long.
    sealed blob not null,
    handed_in integer not null check (handed_in in (0, 1)),
    -- Entered by an organizer for somebody who voted on paper or by phone.
    on_paper integer not null check (on_paper in (0, 1)),
    primary key (vote_id, tag)
) strict, without rowid;

-- Messages that show a ballot being marked: they are covered again after a while.
create table ballot_screen (
    person_id integer not null references person (id) on delete cascade,
    message_no integer not null,
    vote_id integer not null references vote (id) on delete cascade,
    -- Whose ballot: the person's own, or that of somebody for whom an organizer enters it.
    voter_id integer not null references person (id) on delete cascade,
    shown_at integer not null,
    primary key (person_id, message_no)
) strict, without rowid;

create index ballot_screen_vote on ballot_screen (vote_id);
create index ballot_screen_voter on ballot_screen (voter_id);
create index ballot_screen_shown on ballot_screen (shown_at);

-- What a vote came to.
create table vote_result (
    vote_id integer primary key references vote (id) on delete cascade,
    -- Counts, winners, reasons, groups, codes: `votes::Counted` as JSON.
    counted text not null,
    -- The anonymous ballots, shuffled, in the Pabulib format: what is published, byte for byte.
    file text not null
) strict;

-- Only of open votes: who chose what. The name goes with the person.
create table open_ballot (
    id integer primary key autoincrement,
    vote_id integer not null references vote (id) on delete cascade,
    person_id integer references person (id) on delete set null,
    answer blob not null
) strict;

create index open_ballot_vote on open_ballot (vote_id);
create index open_ballot_person on open_ballot (person_id);
