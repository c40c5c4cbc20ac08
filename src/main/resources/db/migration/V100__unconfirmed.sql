-- That a delivery was not confirmed in its time, so that the next channel followed, is an event of it.
alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check check (kind in
    ('accepted', 'held', 'rendered', 'queued', 'attempted', 'deferred', 'repeated', 'uncertain', 'sent', 'skipped',
     'cancelled', 'expired', 'failed', 'delivered', 'returned', 'unconfirmed', 'opened')) not valid;
alter table event validate constraint event_kind_check;
