-- What becomes of a message stands apart from it: the message never changes then, and its end writes neither it nor its
-- indexes once more. No foreign key here either: the row is written by the statement that writes the message.
create table message_outcome (
    message_id uuid not null constraint message_outcome_pkey primary key,
    -- Null while anything may still happen; the open states are derived from the deliveries.
    outcome    text constraint message_outcome_outcome_check check (outcome in ('delivered', 'failed', 'cancelled'))
) with (fillfactor = 80);
insert into message_outcome (message_id, outcome) select id, outcome from message;
create index message_outcome_not_delivered_idx on message_outcome (message_id desc)
    where outcome is distinct from 'delivered';

drop index message_not_delivered_idx;
alter table message drop column outcome;

-- Both are only written once their delivery has been found and locked, or made, by the same transaction, so the keys
-- proved the same again: six times for each delivery, a tenth of its price. For the queue and the attempts, which have
-- no key because the event has one (V060), the lock is what holds now.
alter table event drop constraint event_delivery_fkey;
alter table archive_entry drop constraint archive_entry_delivery_fkey;

-- Rows of these are written once or never deleted, and each message locked the same few of them: that of its run, which
-- changes with every batch, cost more than all indexes together.
alter table message drop constraint message_run_fkey;
alter table message drop constraint message_template_version_fkey;
alter table message drop constraint message_client_fkey;

-- Ids ascend, and so the newest comes last where the index ascends, too: its pages fill up, and split at their ends.
drop index message_customer_idx, message_reference_idx, message_template_idx, message_template_client_idx;
create index message_customer_idx on message (customer_id, id);
create index message_reference_idx on message (reference, id) where reference <> '';
create index message_template_idx on message (template, id);
create index message_template_client_idx on message (template, client_id, id);
