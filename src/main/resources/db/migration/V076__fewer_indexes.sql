-- What every record that comes in pays for, and nothing looks up any more.

-- People search in golden values.
drop index source_record_family_name_idx;
drop index source_record_given_name_idx;
drop index contact_point_email_idx;

-- The keys of a record follow from its traits.
drop index match_key_record_idx;

-- A record that is new moves from no customer by nobody's operation.
drop index link_history_from_idx;
drop index link_history_operation_idx;
create index link_history_from_idx on link_history (from_customer) where from_customer is not null;
create index link_history_operation_idx on link_history (operation_id) where operation_id is not null;

-- Customers are never deleted, and the link beside the history refers to the same one.
alter table link_history drop constraint link_history_to_fkey;

-- Words are sorted into the index in larger heaps.
alter index golden_search_idx set (gin_pending_list_limit = 4096);
