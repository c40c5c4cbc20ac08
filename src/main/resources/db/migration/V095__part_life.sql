-- Blocks and brands come to live as templates do. The tables of the three kinds are alike, and named after the kind.

create table block (
    key                 text not null constraint block_pkey primary key
        constraint block_key_check check (key ~ '^[a-z][a-z0-9-]{0,62}$'),
    -- What the folder said last.
    imported_version_id uuid
);
insert into block (key) select distinct block from block_version;
alter table block_version rename column published_at to created_at;
alter table block_version add constraint block_version_block_fkey foreign key (block) references block;
alter table block_version add constraint block_version_block_id_key unique (block, id);
alter table block add constraint block_imported_version_fkey
    foreign key (key, imported_version_id) references block_version (block, id);
update block set imported_version_id =
    (select id from block_version where block_version.block = block.key order by number desc limit 1);

create table block_step (
    id           uuid        not null constraint block_step_pkey primary key,
    version_id   uuid        not null constraint block_step_version_fkey references block_version,
    block        text        not null constraint block_step_block_fkey references block,
    kind         text        not null constraint block_step_kind_check
        check (kind in ('submitted', 'approved', 'returned', 'published', 'retired')),
    acted_by     text        not null constraint block_step_acted_by_check check (length(acted_by) between 1 and 200),
    acted_at     timestamptz not null,
    effective_at timestamptz not null,
    reason       text        not null constraint block_step_reason_check check (length(reason) <= 1000),
    editors      text[]      not null default '{}'
);
create index block_step_version_idx on block_step (version_id, id);
create index block_step_published_idx on block_step (block, effective_at, id) where kind = 'published';
create trigger block_step_written_once before update or delete on block_step
    for each row execute function refuse_rewriting();
insert into block_step (id, version_id, block, kind, acted_by, acted_at, effective_at, reason)
select uuidv7(), id, block, 'published', 'import', created_at, created_at, '' from block_version order by block, number;

create table block_draft (
    block     text        not null constraint block_draft_pkey primary key
        constraint block_draft_block_check check (block ~ '^[a-z][a-z0-9-]{0,62}$'),
    revision  bigint      not null constraint block_draft_revision_check check (revision > 0),
    files     jsonb       not null constraint block_draft_files_check check (jsonb_typeof(files) = 'object'),
    editors   text[]      not null,
    edited_at timestamptz not null
);

create table brand (
    key                 text not null constraint brand_pkey primary key
        constraint brand_key_check check (key ~ '^[a-z][a-z0-9-]{0,62}$'),
    -- What the folder said last.
    imported_version_id uuid
);
insert into brand (key) select distinct brand from brand_version;
alter table brand_version rename column published_at to created_at;
alter table brand_version add constraint brand_version_brand_fkey foreign key (brand) references brand;
alter table brand_version add constraint brand_version_brand_id_key unique (brand, id);
alter table brand add constraint brand_imported_version_fkey
    foreign key (key, imported_version_id) references brand_version (brand, id);
update brand set imported_version_id =
    (select id from brand_version where brand_version.brand = brand.key order by number desc limit 1);

create table brand_step (
    id           uuid        not null constraint brand_step_pkey primary key,
    version_id   uuid        not null constraint brand_step_version_fkey references brand_version,
    brand        text        not null constraint brand_step_brand_fkey references brand,
    kind         text        not null constraint brand_step_kind_check
        check (kind in ('submitted', 'approved', 'returned', 'published', 'retired')),
    acted_by     text        not null constraint brand_step_acted_by_check check (length(acted_by) between 1 and 200),
    acted_at     timestamptz not null,
    effective_at timestamptz not null,
    reason       text        not null constraint brand_step_reason_check check (length(reason) <= 1000),
    editors      text[]      not null default '{}'
);
create index brand_step_version_idx on brand_step (version_id, id);
create index brand_step_published_idx on brand_step (brand, effective_at, id) where kind = 'published';
create trigger brand_step_written_once before update or delete on brand_step
    for each row execute function refuse_rewriting();
insert into brand_step (id, version_id, brand, kind, acted_by, acted_at, effective_at, reason)
select uuidv7(), id, brand, 'published', 'import', created_at, created_at, '' from brand_version order by brand, number;

create table brand_draft (
    brand     text        not null constraint brand_draft_pkey primary key
        constraint brand_draft_brand_check check (brand ~ '^[a-z][a-z0-9-]{0,62}$'),
    revision  bigint      not null constraint brand_draft_revision_check check (revision > 0),
    files     jsonb       not null constraint brand_draft_files_check check (jsonb_typeof(files) = 'object'),
    editors   text[]      not null,
    edited_at timestamptz not null
);

-- A block has its file as the others have theirs.
create table block_version_file (
    block_version_id uuid not null constraint block_version_file_version_fkey references block_version,
    path             text not null constraint block_version_file_path_check check (path ~ '^[a-z0-9-]+[.]html$'),
    file_id          uuid not null constraint block_version_file_file_fkey references source_file,
    constraint block_version_file_pkey primary key (block_version_id, path)
);
create index block_version_file_file_idx on block_version_file (file_id);
create trigger block_version_file_written_once before update or delete on block_version_file
    for each row execute function refuse_rewriting();
insert into block_version_file (block_version_id, path, file_id) select id, block || '.html', file_id from block_version;
alter table block_version add column digest bytea
    constraint block_version_digest_check check (octet_length(digest) = 32);
alter table block_version disable trigger block_version_written_once;
update block_version set digest = sha256(convert_to(block || '.html', 'UTF8') || '\x00'::bytea || file.sha256)
from source_file as file where file.id = file_id;
alter table block_version enable trigger block_version_written_once;
alter table block_version alter column digest set not null;
alter table block_version drop column file_id;
