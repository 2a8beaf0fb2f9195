-- Mails to send: written with what they tell about, handed to the relay later.
create table outgoing_mail (
    id bigint generated always as identity,
    message_id text not null,
    recipient text not null,
    subject text not null,
    text_body text not null,
    html_body text not null,
    headers text not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    leased_until timestamptz,
    attempts integer not null default 0,
    sent_at timestamptz,
    failed_at timestamptz,
    last_error text not null default '',
    constraint outgoing_mail_pkey primary key (id),
    constraint outgoing_mail_message_id_key unique (message_id),
    constraint outgoing_mail_end_check check (sent_at is null or failed_at is null)
);

create index outgoing_mail_due_at_idx on outgoing_mail (due_at)
    where sent_at is null and failed_at is null;
create index outgoing_mail_recipient_id_idx on outgoing_mail (recipient, id)
    where sent_at is null and failed_at is null;
