-- One row for each domain: when it is due, why, and who is at it just now. A domain that is paused
-- is never due.
create table watch (
    domain_id bigint not null,
    due_at timestamptz,
    cause text not null,
    is_edited boolean not null default false,
    requested_at timestamptz,
    lease uuid,
    leased_until timestamptz,
    constraint watch_pkey primary key (domain_id),
    constraint watch_domain_id_fkey
        foreign key (domain_id) references domain (id) on delete cascade,
    constraint watch_cause_check check (cause in ('SCHEDULED', 'REQUESTED', 'CONFIRMING')),
    constraint watch_lease_check check ((lease is null) = (leased_until is null))
);

create index watch_due_at_idx on watch (due_at) where due_at is not null;

-- One row for each time a domain was due: `slot` is that time, so that a run begun twice is one row.
create table check_run (
    id bigint generated always as identity,
    domain_id bigint not null,
    slot timestamptz not null,
    cause text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    outcome text not null,
    landed jsonb not null default '{}',
    constraint check_run_pkey primary key (id),
    constraint check_run_domain_id_slot_key unique (domain_id, slot),
    constraint check_run_domain_id_fkey
        foreign key (domain_id) references domain (id) on delete cascade,
    constraint check_run_cause_check check (cause in ('SCHEDULED', 'REQUESTED', 'CONFIRMING')),
    constraint check_run_outcome_check check (outcome in ('RUNNING', 'DONE', 'FAILED'))
);

create index check_run_started_at_idx on check_run (started_at);
create index check_run_domain_id_started_at_idx on check_run (domain_id, started_at desc);

-- What was asked and answered, once for each content.
create table transcript (
    hash bytea not null,
    content bytea not null,
    constraint transcript_pkey primary key (hash)
);

-- An interval in which a check of a domain said the same; open until `ended_at`.
create table observation (
    id bigint generated always as identity,
    domain_id bigint not null,
    kind text not null,
    verdict text not null,
    records json not null,
    transcript_hash bytea not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at timestamptz,
    runs integer not null default 1,
    unknown_since timestamptz,
    unknown_transcript_hash bytea,
    silent_since timestamptz,
    is_seeded boolean not null default false,
    constraint observation_pkey primary key (id),
    constraint observation_domain_id_fkey
        foreign key (domain_id) references domain (id) on delete cascade,
    constraint observation_transcript_hash_fkey
        foreign key (transcript_hash) references transcript (hash) on delete restrict,
    constraint observation_unknown_transcript_hash_fkey
        foreign key (unknown_transcript_hash) references transcript (hash) on delete restrict,
    constraint observation_verdict_check
        check (verdict in ('NOT_APPLICABLE', 'OK', 'UNKNOWN', 'WARN', 'FAIL')),
    constraint observation_interval_check check (first_seen_at <= last_seen_at)
);

create unique index observation_open_key on observation (domain_id, kind) where ended_at is null;
create index observation_domain_id_first_seen_at_idx
    on observation (domain_id, first_seen_at desc);
create index observation_transcript_hash_idx on observation (transcript_hash);
create index observation_unknown_transcript_hash_idx
    on observation (unknown_transcript_hash) where unknown_transcript_hash is not null;

-- The findings of an observation, in the order of the report. Plain json keeps the order of evidence.
create table finding (
    id bigint generated always as identity,
    observation_id bigint not null,
    position integer not null,
    severity text not null,
    code text not null,
    subject text not null,
    evidence json not null,
    remedies json not null,
    constraint finding_pkey primary key (id),
    constraint finding_observation_id_position_key unique (observation_id, position),
    constraint finding_observation_id_fkey
        foreign key (observation_id) references observation (id) on delete cascade,
    constraint finding_severity_check
        check (severity in ('INFO', 'NOTICE', 'UNKNOWN', 'WARNING', 'CRITICAL'))
);

-- A result that differs from the open observation and waits for a second run to say the same.
create table suspicion (
    domain_id bigint not null,
    kind text not null,
    mark text not null,
    since timestamptz not null,
    tries integer not null default 1,
    constraint suspicion_pkey primary key (domain_id, kind),
    constraint suspicion_domain_id_fkey
        foreign key (domain_id) references domain (id) on delete cascade
);

-- The border between two observations of a check.
create table change_event (
    id bigint generated always as identity,
    domain_id bigint not null,
    kind text not null,
    run_id bigint,
    before_id bigint not null,
    after_id bigint not null,
    by_edit boolean not null,
    at timestamptz not null,
    constraint change_event_pkey primary key (id),
    constraint change_event_after_id_key unique (after_id),
    constraint change_event_domain_id_fkey
        foreign key (domain_id) references domain (id) on delete cascade,
    constraint change_event_run_id_fkey
        foreign key (run_id) references check_run (id) on delete set null,
    constraint change_event_before_id_fkey
        foreign key (before_id) references observation (id) on delete cascade,
    constraint change_event_after_id_fkey
        foreign key (after_id) references observation (id) on delete cascade
);

create index change_event_domain_id_at_idx on change_event (domain_id, at desc);
create index change_event_run_id_idx on change_event (run_id);
create index change_event_before_id_idx on change_event (before_id);
