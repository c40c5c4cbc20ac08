-- How a version comes to live: drafts that people work on, and what happened to versions since.

-- What happened to a version, appended and never changed. Where it stands is its last step; what new messages are made
-- from is the last publication that has begun.
create table template_step (
    id           uuid        not null constraint template_step_pkey primary key,
    version_id   uuid        not null constraint template_step_version_fkey references template_version,
    template     text        not null constraint template_step_template_fkey references template,
    kind         text        not null constraint template_step_kind_check
        check (kind in ('submitted', 'approved', 'returned', 'published', 'retired')),
    acted_by     text        not null constraint template_step_acted_by_check check (length(acted_by) between 1 and 200),
    acted_at     timestamptz not null,
    -- From when a publication counts; of other steps when they were done.
    effective_at timestamptz not null,
    reason       text        not null constraint template_step_reason_check check (length(reason) <= 1000),
    -- Who wrote what was submitted; none of them may approve it.
    editors      text[]      not null default '{}'
);
create index template_step_version_idx on template_step (version_id, id);
create index template_step_published_idx on template_step (template, effective_at, id) where kind = 'published';
create trigger template_step_written_once before update or delete on template_step
    for each row execute function refuse_rewriting();

insert into template_step (id, version_id, template, kind, acted_by, acted_at, effective_at, reason)
select uuidv7(), id, template, 'published', 'import', published_at, published_at, ''
from template_version order by template, number;

alter table template_version rename column published_at to created_at;

-- What the folder said last: only what it says otherwise is imported, so that it undoes no one's work at each start.
alter table template rename column live_version_id to imported_version_id;
alter table template rename constraint template_live_version_fkey to template_imported_version_fkey;

-- One for each template; a new template begins with one.
create table template_draft (
    template  text        not null constraint template_draft_pkey primary key
        constraint template_draft_template_check check (template ~ '^[a-z][a-z0-9-]{0,62}$'),
    -- Moves with every change, for optimistic locking.
    revision  bigint      not null constraint template_draft_revision_check check (revision > 0),
    -- The files by their path.
    files     jsonb       not null constraint template_draft_files_check check (jsonb_typeof(files) = 'object'),
    -- Everybody who changed it.
    editors   text[]      not null,
    edited_at timestamptz not null
);

-- Reusable parts as the folder brought them last; versions keep their own copies.
create table block_version (
    id           uuid        not null constraint block_version_pkey primary key,
    block        text        not null constraint block_version_block_check check (block ~ '^[a-z][a-z0-9-]{0,62}$'),
    number       integer     not null constraint block_version_number_check check (number > 0),
    file_id      uuid        not null constraint block_version_file_fkey references source_file,
    published_at timestamptz not null,
    constraint block_version_block_number_key unique (block, number)
);
create trigger block_version_written_once before update or delete on block_version
    for each row execute function refuse_rewriting();
