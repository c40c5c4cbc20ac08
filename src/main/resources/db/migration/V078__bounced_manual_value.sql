-- A delivery has shown that nobody is reached at the value; setting it again makes it count again.
alter table manual_value add column bounced boolean not null default false;
