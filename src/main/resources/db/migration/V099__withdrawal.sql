-- Deliveries are taken out of the queue by their id: cancelled, or overtaken by a date.
create index dispatch_retry_delivery on dispatch_retry (delivery_id);

-- When somebody has to look whether a delivery has been handed over in time. A row goes when it is due.
create table delivery_deadline (
    due_at      timestamptz not null,
    delivery_id uuid        not null,
    constraint delivery_deadline_pkey primary key (due_at, delivery_id)
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- A last date may pass between the check of a request and its row; then the message expires, and is no error.
alter table message drop constraint message_expires_at_check;
