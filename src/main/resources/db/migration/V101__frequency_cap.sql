-- How much advertising a customer has got lately is counted before there is more of it.
create index message_advertising_idx on message (customer_id, send_at) where class = 'marketing';
