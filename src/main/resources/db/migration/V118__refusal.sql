-- Deliveries that their readers refused while an attempt was under way: if it fails for now, no other may follow. A row
-- goes when the attempt has ended.
create table refused_attempt (
    delivery_id uuid not null constraint refused_attempt_pkey primary key
);
