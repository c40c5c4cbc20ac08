-- The content of a document lies in its row, or in an S3-compatible store under a name made of its delivery, part and hash.
alter table archive_entry alter column content drop not null;
-- 0 in the row, 1 in the S3 store.
alter table archive_entry add column store smallint not null default 0;
alter table archive_entry add constraint archive_entry_store_check
    check (store in (0, 1) and (store = 0) = (content is not null)) not valid;

-- Objects that no row names any more, until they are deleted.
create table blob_deletion (
    delivery_id uuid        not null,
    part        smallint    not null,
    sha256      bytea       not null constraint blob_deletion_sha256_check check (octet_length(sha256) = 32),
    -- Not before: the store may have it locked.
    try_at      timestamptz not null default now(),
    constraint blob_deletion_pkey primary key (delivery_id, part, sha256)
);
create index blob_deletion_try_idx on blob_deletion (try_at);

-- Whoever deletes the row has the object deleted, in the same transaction.
create function delete_blob() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into blob_deletion (delivery_id, part, sha256) values (old.delivery_id, old.part, old.stored_sha256)
        on conflict do nothing;
    return null;
end
$$;
create trigger archive_entry_delete_blob after delete on archive_entry for each row when (old.store = 1)
    execute function delete_blob();

-- How far the search for objects that no row names has come.
create table blob_sweep (
    single   boolean     not null default true constraint blob_sweep_pkey primary key
        constraint blob_sweep_single_check check (single),
    -- The last one that was looked at; empty at the beginning.
    reached  text        not null default '',
    begin_at timestamptz not null default now()
);
insert into blob_sweep default values;
