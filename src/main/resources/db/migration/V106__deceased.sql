-- That a customer has died stops every message; that it was a mistake is a declaration of its own.
alter table consent_declaration drop constraint consent_declaration_status_check;
alter table consent_declaration add constraint consent_declaration_status_check check (status in ('confirmed', 'pending',
    'unsubscribed', 'denied', 'objection-lifted', 'objected', 'restriction-lifted', 'restricted', 'alive', 'deceased'));
