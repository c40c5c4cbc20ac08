-- Copies of a message to others in a role. Their deliveries go by the plan of the role, and have no say in the outcome.

create table copy (
    id          uuid not null constraint copy_pkey primary key,
    message_id  uuid not null constraint copy_message_fkey references message,
    role        text not null constraint copy_role_check check (role ~ '^[a-z][a-z0-9-]{0,62}$'),
    customer_id uuid not null constraint copy_customer_fkey references customer,
    -- Under which it was accepted, as in message.
    ucid        text not null,
    language    text not null constraint copy_language_check check (language ~ '^[a-z]{2}$'),
    constraint copy_message_customer_key unique (message_id, customer_id)
);
create index copy_customer_idx on copy (customer_id, message_id desc);

alter table delivery add column copy_id uuid constraint delivery_copy_fkey references copy;
alter table delivery drop constraint delivery_message_channel_key;
alter table delivery add constraint delivery_message_channel_key
    unique nulls not distinct (message_id, copy_id, channel);
