-- Messages that came with a test key are never sent, and nothing counts them.

alter table message add column test boolean not null default false;
create index message_test_idx on message (id desc) where test;
