-- How many people are in, by sector and region: the desk counts them whenever it is opened, from this index alone.
create index person_counted on person (sector_id, region_id, blocked_at, joined_at) where joined_at is not null;
