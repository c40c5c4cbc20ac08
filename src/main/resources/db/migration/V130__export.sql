-- Exports: what was asked for, up to which checkpoint, and how far their making has come.
create table archive_export (
    id            uuid        not null constraint archive_export_pkey primary key,
    requested_at  timestamptz not null,
    requested_by  text        not null,
    message_id    uuid,
    from_text     text,
    to_text       text,
    query         text        not null default '',
    test          boolean     not null,
    -- All that was committed before this transaction belongs to the export.
    tx            xid8        not null default pg_current_xact_id(),
    status        text        not null constraint archive_export_status_check check
        (status in ('requested', 'selecting', 'reading', 'finishing', 'ready', 'outdated', 'failed')),
    checkpoint_no bigint,
    -- The delivery up to which the current step has come.
    reached       uuid,
    deliveries    bigint      not null default 0,
    files         bigint      not null default 0,
    -- Where the table of contents of the ZIP begins, as far as it is known, and how long it is.
    table_offset  bigint      not null default 0,
    table_size    bigint      not null default 0,
    failures      integer     not null default 0,
    constraint archive_export_scope_check check ((message_id is null) <> (from_text is null))
);
create index archive_export_open_idx on archive_export (id)
    where status in ('requested', 'selecting', 'reading', 'finishing');

-- Which deliveries an export is of.
create table export_delivery (
    export_id   uuid not null constraint export_delivery_export_fkey references archive_export on delete cascade,
    delivery_id uuid not null,
    constraint export_delivery_pkey primary key (export_id, delivery_id)
);
create index export_delivery_delivery_idx on export_delivery (delivery_id);

-- Each file of an export, and where it begins. What is in it is not kept, but made again whenever it is downloaded: so an
-- export that has become another is noticed; erasing somebody in it deletes what is here, too.
create table export_file (
    export_id uuid   not null constraint export_file_export_fkey references archive_export on delete cascade,
    start_at  bigint not null,
    name      text   not null,
    size      bigint not null,
    crc       bigint not null,
    sha256    bytea  not null,
    constraint export_file_pkey primary key (export_id, start_at)
);

-- Which checkpoints an export has: those that covered its rows first, those before them, and the last two.
create table export_checkpoint (
    export_id uuid   not null constraint export_checkpoint_export_fkey references archive_export on delete cascade,
    no        bigint not null,
    constraint export_checkpoint_pkey primary key (export_id, no)
);
