-- How many deliveries got how far, by hour and by day, so that nobody who wants to know counts them. Made of the events by
-- a job, in the order in which they were committed; nothing in it is about a person.
create table message_tally (
    grain         text        not null constraint message_tally_grain_check check (grain in ('hour', 'day')),
    at            timestamptz not null,
    channel       text        not null,
    template      text        not null,
    purpose       text        not null,
    kind          text        not null,
    events        bigint      not null,
    pages         bigint      not null,
    -- From the time at which the message was to begin until the event, of all of them together.
    seconds       bigint      not null,
    within_minute bigint      not null,
    within_hour   bigint      not null,
    within_day    bigint      not null,
    constraint message_tally_pkey primary key (grain, at, channel, template, purpose, kind)
) with (fillfactor = 70);

-- How far the events were counted. Whoever locks the row counts on.
create table message_tally_cursor (
    single boolean not null default true constraint message_tally_cursor_pkey primary key
        constraint message_tally_cursor_single_check check (single),
    tx     xid8    not null default '0',
    id     uuid    not null default '00000000-0000-0000-0000-000000000000'
);
insert into message_tally_cursor default values;
