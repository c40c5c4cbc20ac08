-- People sign in with a name and a password, or with an account of the company; to everything else a person is a client
-- like any other, but without a key.
alter table api_client drop constraint api_client_kind_check;
alter table api_client add constraint api_client_kind_check check (kind in ('live', 'test', 'person'));
alter table api_client alter column key_id drop not null;
alter table api_client alter column key_hash drop not null;
alter table api_client add constraint api_client_key_check
    check ((kind = 'person') = (key_id is null) and (key_id is null) = (key_hash is null));

create table user_account (
    client_id      uuid        not null constraint user_account_pkey primary key
        constraint user_account_client_fkey references api_client,
    display_name   text        not null,
    email          text,
    -- Of somebody who signs in elsewhere there is none, but issuer and subject of OpenID Connect.
    password_hash  text,
    must_change    boolean     not null default false,
    subject        text constraint user_account_subject_key unique,
    failures       integer     not null default 0,
    locked_until   timestamptz,
    signed_in_at   timestamptz,
    constraint user_account_way_check check ((password_hash is null) <> (subject is null))
);
