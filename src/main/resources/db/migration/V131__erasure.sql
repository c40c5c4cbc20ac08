-- The rights of a person: what an erasure (GDPR Art. 17) leaves behind.

-- Nobody is found by this UCID any more, and nothing is taken in for it. The row stays, so that the UCID is never given again.
alter table customer add column erased_at timestamptz;

-- Keys of single deliveries that had to be kept when their customer was erased: with the customer's own key all others are
-- dark. Goes with what it opens.
create table kept_key (
    delivery_id uuid  not null constraint kept_key_pkey primary key,
    customer_id uuid  not null constraint kept_key_customer_fkey references customer,
    -- By the master key.
    wrapped     bytea not null
);
create index kept_key_customer_idx on kept_key (customer_id);

-- Erasures that somebody has asked for and that are not over: something is on its way to the person, a node has died, or
-- what another node took in for them at that moment is still to be swept out.
create table erasure_order (
    id          uuid        not null constraint erasure_order_pkey primary key,
    customer_id uuid        not null constraint erasure_order_customer_key unique
        constraint erasure_order_customer_fkey references customer,
    asked_by    text        not null,
    reason      text        not null constraint erasure_order_reason_check check (length(reason) between 1 and 1000),
    asked_at    timestamptz not null,
    erased_at   timestamptz
);

-- What was erased, by whose word, and what had to be kept. Without such a row an emptied key is a finding of the next check.
create table erasure (
    id           uuid        not null constraint erasure_pkey primary key,
    tx           xid8        not null default pg_current_xact_id(),
    -- The customer and all that were merged into it; neutral.
    customer_ids uuid[]      not null,
    ucid         text        not null,
    asked_by     text        not null,
    reason       text        not null,
    asked_at     timestamptz not null,
    erased_at    timestamptz not null,
    -- Counts and duties, nothing of the person. As it was written, since it is committed to.
    report       json        not null constraint erasure_report_check check (json_typeof(report) = 'object'),
    -- The deliveries whose keys were kept.
    kept         uuid[]      not null,
    -- By a key that is not in this database.
    commitment   bytea       not null constraint erasure_commitment_check check (octet_length(commitment) = 32)
);
create index erasure_customer_idx on erasure using gin (customer_ids) with (fastupdate = off);

create trigger erasure_append_only before update or delete on erasure for each row execute function refuse_change();
create trigger erasure_no_truncate before truncate on erasure for each statement execute function refuse_change();

-- Records of erased persons, by a keyed hash of source and id: delivered again, they do not make the person known again
-- before a steward says that it is a new relationship.
create table erased_record (
    record_hash bytea       not null constraint erased_record_pkey primary key
        constraint erased_record_hash_check check (octet_length(record_hash) = 32),
    source      text        not null,
    erased_at   timestamptz not null,
    refused_at  timestamptz
);

-- Addresses and numbers at which an erased person did not want to be advertised to, by a keyed hash: should another source
-- name them, the objection still holds. Kept for that alone (GDPR Art. 21 (3), 17 (3) (b) with 5 (2)).
create table suppressed_address (
    address_hash bytea       not null constraint suppressed_address_pkey primary key
        constraint suppressed_address_hash_check check (octet_length(address_hash) = 32),
    created_at   timestamptz not null
);
