-- Templates and brands as the files they came in. A version is written once; only what is live moves.

-- Content-addressed: a new version of a brand does not keep its fonts twice.
create table source_file (
    id      uuid  not null constraint source_file_pkey primary key,
    sha256  bytea not null constraint source_file_sha256_key unique
        constraint source_file_sha256_check check (octet_length(sha256) = 32),
    content bytea not null
);

create table brand_version (
    id           uuid        not null constraint brand_version_pkey primary key,
    brand        text        not null constraint brand_version_brand_check check (brand ~ '^[a-z][a-z0-9-]{0,62}$'),
    number       integer     not null constraint brand_version_number_check check (number > 0),
    -- SHA-256 over paths and contents: the same digest, the same version.
    digest       bytea       not null constraint brand_version_digest_check check (octet_length(digest) = 32),
    published_at timestamptz not null,
    constraint brand_version_brand_number_key unique (brand, number)
);

create table brand_version_file (
    brand_version_id uuid not null constraint brand_version_file_version_fkey references brand_version,
    path             text not null constraint brand_version_file_path_check check (path ~ '^[^/]' and path !~ '\.\.'),
    file_id          uuid not null constraint brand_version_file_file_fkey references source_file,
    constraint brand_version_file_pkey primary key (brand_version_id, path)
);

create table template (
    key             text not null constraint template_pkey primary key
        constraint template_key_check check (key ~ '^[a-z][a-z0-9-]{0,62}$'),
    -- What new messages are made from; null while nothing has been published.
    live_version_id uuid
);

create table template_version (
    id               uuid        not null constraint template_version_pkey primary key,
    template         text        not null constraint template_version_template_fkey references template,
    number           integer     not null constraint template_version_number_check check (number > 0),
    -- Over its own files, the blocks it includes and its brand.
    digest           bytea       not null constraint template_version_digest_check check (octet_length(digest) = 32),
    class            text        not null
        constraint template_version_class_check check (class in ('transactional', 'marketing')),
    purpose          text        not null constraint template_version_purpose_check check (purpose in
        ('inform', 'advise', 'promote', 'educate', 'request-payment')),
    initiation       text        not null
        constraint template_version_initiation_check check (initiation in ('reactive', 'proactive')),
    brand_version_id uuid        not null constraint template_version_brand_version_fkey references brand_version,
    published_at     timestamptz not null,
    constraint template_version_template_number_key unique (template, number),
    -- So that the key below can say that a template's live version is one of its own.
    constraint template_version_template_id_key unique (template, id)
);
alter table template add constraint template_live_version_fkey
    foreign key (key, live_version_id) references template_version (template, id);

-- The template's own files by their path, and the blocks it includes under blocks/.
create table template_version_file (
    template_version_id uuid not null constraint template_version_file_version_fkey references template_version,
    path                text not null
        constraint template_version_file_path_check check (path ~ '^[^/]' and path !~ '\.\.'),
    file_id             uuid not null constraint template_version_file_file_fkey references source_file,
    constraint template_version_file_pkey primary key (template_version_id, path)
);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception '% is written once: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger source_file_written_once before update or delete on source_file
    for each row execute function refuse_rewriting();
create trigger brand_version_written_once before update or delete on brand_version
    for each row execute function refuse_rewriting();
create trigger brand_version_file_written_once before update or delete on brand_version_file
    for each row execute function refuse_rewriting();
create trigger template_version_written_once before update or delete on template_version
    for each row execute function refuse_rewriting();
create trigger template_version_file_written_once before update or delete on template_version_file
    for each row execute function refuse_rewriting();
