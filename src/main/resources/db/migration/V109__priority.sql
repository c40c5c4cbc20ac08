-- What was asked for by itself goes before what came in a run: 0 a transactional message by itself, 1 one of a run,
-- 2 marketing, which was 1.
alter table compose_queue drop constraint compose_queue_priority_check;
update compose_queue set priority = 2 where priority = 1;
alter table compose_queue add constraint compose_queue_priority_check check (priority in (0, 1, 2));
update compose_later set priority = 2 where priority = 1;

alter table dispatch_queue drop constraint dispatch_queue_priority_check;
update dispatch_queue set priority = 2 where priority = 1;
alter table dispatch_queue add constraint dispatch_queue_priority_check check (priority in (0, 1, 2));
update dispatch_retry set priority = 2 where priority = 1;
