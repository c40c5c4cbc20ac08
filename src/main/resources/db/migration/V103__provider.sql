-- Several providers for a channel: which of them has made an attempt, which could not take a delivery, and how much each gets.

alter table open_attempt add column provider text not null default '';
alter table attempt add column provider text not null default '';

-- Those that could not take it since it last waited, parted by commas; where so many a second may go at most; and whether
-- its turn there has been given to it. Null for nearly all.
alter table dispatch_queue add column tried text, add column destination text, add column paced boolean not null default false;
alter table dispatch_retry add column tried text, add column destination text, add column paced boolean not null default false;
-- What waits for its turn has not been attempted, and what another provider took at once has not waited.
alter table dispatch_retry drop constraint dispatch_retry_attempts_check, drop constraint dispatch_retry_failures_check;
alter table dispatch_retry add constraint dispatch_retry_attempts_check check (attempts >= 0),
    add constraint dispatch_retry_failures_check check (failures between 0 and attempts);

-- The part of a channel's deliveries that each of several providers gets now, the same for all nodes.
create table provider_share (
    channel    text        not null,
    provider   text        not null,
    points     integer     not null constraint provider_share_points_check check (points >= 0),
    changed_at timestamptz not null,
    constraint provider_share_pkey primary key (channel, provider)
);
