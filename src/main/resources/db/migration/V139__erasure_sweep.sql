-- What an erasure needs between its two steps, and what a clerk is told when it fails.
alter table erasure_order
    -- By what the person was found (Remembrance), encrypted under a key that is not in this database; for the sweep, and gone
    -- with it, minutes later.
    add column known     bytea,
    add column failed_at timestamptz,
    add column failures  integer not null default 0;

-- What is to be told to sources: few of the rows, which no message writes.
create index outbox_record_idx on outbox (subject) where topic = 'source.update';

-- Lines that were not taken; one that becomes a message is never in it.
create index run_item_untaken_idx on run_item (run_id, line) where state in ('refused', 'cancelled');
