-- What operators watch.

-- Since when it has been ready: what is sent at a date, or is tried again, has an older id than its wait. Each insert
-- takes the default; the sampling job reads it.
alter table dispatch_queue add column ready_at timestamptz not null default now();
alter table compose_queue add column ready_at timestamptz not null default now();
