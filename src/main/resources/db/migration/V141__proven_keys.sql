-- Messages and runs are never deleted, and what names them is only written once the same transaction has found or made
-- them: these keys proved it again for each message, at the price of a lock on the row that is named. That of the customer
-- stays: an erasure locks the customer, and so keeps new messages out until it has ended.
alter table delivery drop constraint delivery_message_fkey;
alter table run_item drop constraint run_item_run_fkey;
