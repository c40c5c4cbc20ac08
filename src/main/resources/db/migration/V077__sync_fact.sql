-- What sources are told beside golden values: that what was sent to a contact point came back, that a customer opted out.
-- Kept until the source's webhook has taken it; names no person, and goes with the record.
create table back_sync_fact (
    id        uuid        not null constraint back_sync_fact_pkey primary key,
    record_id uuid        not null constraint back_sync_fact_record_fkey references source_record on delete cascade,
    fact      jsonb       not null,
    at        timestamptz not null
);
create index back_sync_fact_record_idx on back_sync_fact (record_id, id);
