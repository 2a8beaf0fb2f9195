-- A cause of trouble that somebody was told about; open until `closed_at`. It keeps the finding as it
-- was when it was told. The runs tell which mail speaks of it.
create table incident (
    id bigint generated always as identity,
    domain_id bigint not null,
    kind text not null,
    severity text not null,
    code text not null,
    subject text not null,
    evidence json not null,
    remedies json not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    told_run_id bigint,
    closed_run_id bigint,
    constraint incident_pkey primary key (id),
    constraint incident_domain_id_fkey
        foreign key (domain_id) references domain (id) on delete cascade,
    constraint incident_told_run_id_fkey
        foreign key (told_run_id) references check_run (id) on delete set null,
    constraint incident_closed_run_id_fkey
        foreign key (closed_run_id) references check_run (id) on delete set null,
    constraint incident_severity_check check (severity in ('UNKNOWN', 'WARNING', 'CRITICAL')),
    constraint incident_interval_check check (closed_at is null or opened_at <= closed_at)
);

create unique index incident_open_key on incident (domain_id, code, subject) where closed_at is null;
create index incident_domain_id_opened_at_idx on incident (domain_id, opened_at desc);
create index incident_told_run_id_idx on incident (told_run_id);
create index incident_closed_run_id_idx on incident (closed_run_id);

-- Something to tell one person about one run; due until `sent_at`.
create table delivery (
    id bigint generated always as identity,
    domain_id bigint not null,
    run_id bigint not null,
    account_id bigint not null,
    due_at timestamptz not null,
    attempts integer not null default 0,
    sent_at timestamptz,
    last_error text not null default '',
    constraint delivery_pkey primary key (id),
    constraint delivery_run_id_account_id_key unique (run_id, account_id),
    constraint delivery_domain_id_fkey
        foreign key (domain_id) references domain (id) on delete cascade,
    constraint delivery_run_id_fkey
        foreign key (run_id) references check_run (id) on delete cascade,
    constraint delivery_account_id_fkey
        foreign key (account_id) references account (id) on delete cascade
);

create index delivery_due_at_idx on delivery (due_at) where sent_at is null;
create index delivery_domain_id_idx on delivery (domain_id);
create index delivery_account_id_idx on delivery (account_id);
