-- Many messages from one file: the run, its lines, what is wrong with them, and how many of them are how far.

create table run (
    id                  uuid        not null constraint run_pkey primary key,
    client_id           uuid        not null constraint run_client_fkey references api_client,
    template            text        not null,
    reference           text        not null constraint run_reference_check check (length(reference) <= 200),
    -- What holds where a line says nothing.
    defaults            jsonb       not null constraint run_defaults_check check (jsonb_typeof(defaults) = 'object'),
    status              text        not null constraint run_status_check check (status in
        ('draft', 'checking', 'ready', 'scheduled', 'running', 'paused', 'completed', 'cancelled')),
    -- The version that all lines were checked against and are sent with; null before the first check.
    template_version_id uuid        constraint run_template_version_fkey references template_version,
    -- Of its messages in the queues: 1 transactional, 2 marketing.
    priority            smallint    not null constraint run_priority_check check (priority in (1, 2)),
    -- What is being done to all lines besides, some at a time.
    sweep               text        constraint run_sweep_check check (sweep in ('cancel', 'retry')),
    -- How far in the lines the check, the making of messages or the sweep has come; null when there are no more.
    position            bigint      constraint run_position_check check (position >= 0),
    -- Whose turn it is: the run that was served longest ago.
    turn                bigint      not null default 0,
    created_at          timestamptz not null,
    checked_at          timestamptz,
    start_at            timestamptz,
    started_at          timestamptz,
    ended_at            timestamptz,
    -- When the content of its lines was deleted.
    wiped_at            timestamptz,
    constraint run_version_check check (status in ('draft', 'cancelled') or template_version_id is not null)
);
create sequence run_turn;
create index run_client_idx on run (client_id, id desc);
create index run_open_idx on run (status)
    where status in ('checking', 'scheduled', 'running') or sweep is not null;
create index run_kept_idx on run (coalesce(ended_at, created_at)) where wiped_at is null;

-- One line of a run's file. (run, line) is the key that a file sent twice meets.
create table run_item (
    run_id     uuid   not null constraint run_item_run_fkey references run,
    line       bigint not null constraint run_item_line_check check (line > 0),
    state      text   not null constraint run_item_state_check check (state in ('waiting', 'refused', 'accepted', 'cancelled')),
    -- SHA-256 of the content, which goes before it does.
    hash       bytea  not null constraint run_item_hash_check check (octet_length(hash) = 32),
    -- JSON as it was sent; null if it could not be read, or was deleted.
    content    text,
    -- Written together with the message, so it needs no key, which to delete a message would be searched for.
    message_id uuid,
    -- The messages of attempts before, which failed.
    earlier    uuid[] not null default '{}',
    constraint run_item_pkey primary key (run_id, line),
    constraint run_item_accepted_check check ((message_id is not null) = (state = 'accepted'))
) with (fillfactor = 90);
create index run_item_waiting_idx on run_item (run_id, line) where state = 'waiting';

-- What is wrong with a line. Names no data.
create table run_fault (
    run_id  uuid     not null,
    line    bigint   not null,
    no      smallint not null,
    code    text     not null constraint run_fault_code_check check (code ~ '^[a-z][a-z-]*$'),
    pointer text     not null,
    detail  text     not null,
    constraint run_fault_pkey primary key (run_id, line, no),
    constraint run_fault_item_fkey foreign key (run_id, line) references run_item
);

-- How many lines of a run are how far: the sum of what was added and taken away. Only ever appended, so that nobody who
-- counts waits for another; what is old is added up now and then.
create table run_tally (
    id     bigint      not null generated always as identity constraint run_tally_pkey primary key,
    run_id uuid        not null,
    stage  text        not null constraint run_tally_stage_check check (stage in
        ('waiting', 'refused', 'accepted', 'delivered', 'failed', 'cancelled')),
    count  bigint      not null,
    at     timestamptz not null
);
create index run_tally_run_idx on run_tally (run_id);

-- From which line of which run a message came; null if it was asked for by itself.
alter table message
    add column run_id uuid constraint message_run_fkey references run,
    add column run_line bigint,
    add constraint message_run_check check ((run_id is null) = (run_line is null));
