-- Files of records on their way in, what sources said before, and what sources are for.

-- One file. It lies on the node that took it; this row says how much of it is on record, and is moved in the transaction
-- that puts it there. Names no data of any customer.
create table import (
    id          uuid        not null constraint import_pkey primary key,
    source      text        not null constraint import_source_fkey references source,
    node_id     uuid        not null,
    status      text        not null constraint import_status_check
        check (status in ('waiting', 'running', 'finished', 'failed')),
    -- Why it failed.
    problem     text        constraint import_problem_check check (problem ~ '^[a-z][a-z-]*$'),
    format      text        not null constraint import_format_check check (format in ('csv', 'ndjson')),
    encoding    text        not null,
    -- What its columns meant when it arrived: its header was checked against this one.
    mapping     jsonb       not null constraint import_mapping_check check (jsonb_typeof(mapping) = 'object'),
    bytes_total bigint      not null constraint import_bytes_check check (bytes_done between 0 and bytes_total),
    bytes_done  bigint      not null default 0,
    -- The checkpoint: so many records of the file, good or refused, are on record. Each is in one of the counts below.
    read        bigint      not null default 0,
    created     bigint      not null default 0,
    updated     bigint      not null default 0,
    unchanged   bigint      not null default 0,
    outdated    bigint      not null default 0,
    deleted     bigint      not null default 0,
    failed      bigint      not null default 0,
    dropped     bigint      not null default 0,
    received_at timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    constraint import_read_check check (read = created + updated + unchanged + outdated + deleted + failed),
    constraint import_ended_check check ((finished_at is null) = (status in ('waiting', 'running'))),
    constraint import_failed_check check ((problem is null) = (status <> 'failed'))
);
create index import_open_idx on import (node_id, id) where status in ('waiting', 'running');
create index import_source_idx on import (source, id);
create index import_finished_idx on import (finished_at);

-- What was wrong with lines: errors cost the line, warnings a value. Without the values.
create table import_fault (
    import_id   uuid    not null constraint import_fault_import_fkey references import on delete cascade,
    severity    text    not null constraint import_fault_severity_check check (severity in ('error', 'warning')),
    no          bigint  not null,
    line        bigint  not null,
    code        text    not null,
    column_name text    not null,
    detail      text    not null,
    constraint import_fault_pkey primary key (import_id, severity, no)
);

-- What a source said before it said what source_record has now. Goes with its record, or when it is old.
create table source_record_version (
    record_id   uuid        not null constraint source_record_version_record_fkey references source_record on delete cascade,
    version     integer     not null,
    raw         jsonb       not null,
    modified_at timestamptz,
    received_at timestamptz not null,
    replaced_at timestamptz not null,
    constraint source_record_version_pkey primary key (record_id, version)
);
create index source_record_version_replaced_idx on source_record_version (replaced_at);

-- How good the record is, 0 to 100; empty until it was looked at.
alter table source_record
    add column quality smallint constraint source_record_quality_check check (quality between 0 and 100);

-- Who answers for the source, what its data may be used for, and which attributes it is master of or wants to hear of.
alter table source
    add column about jsonb not null default '{}' constraint source_about_check check (jsonb_typeof(about) = 'object');
