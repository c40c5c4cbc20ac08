-- What each client sent of late with a template: a few index pages for each client, however many messages there are.
create index message_template_client_idx on message (template, client_id, id desc);
