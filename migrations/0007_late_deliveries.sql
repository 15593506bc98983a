-- A message that was on its way when its mailing was cancelled may arrive all the same: the announcement's card, which
-- already showed the end, has to show that, too.
create trigger delivery_ended_late after update of state on delivery
when old.state = 'cancelled' and new.state <> 'cancelled' and new.mailing_id is not null
begin
    update announcement set shown = '' where mailing_id = new.mailing_id;
end;
