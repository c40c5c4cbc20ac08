-- Two providers may count their references from 1: a receipt is about an attempt of the provider that it came from.
-- Empty where the reference is one of ours, which no two deliveries share.
alter table receipt add column provider text not null default '';
