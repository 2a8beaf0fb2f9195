-- Tries counted in windows of time; keys are hashed.
create table rate_bucket (
    name text not null,
    key text not null,
    used integer not null,
    ends_at timestamptz not null,
    constraint rate_bucket_pkey primary key (name, key),
    constraint rate_bucket_used_check check (used >= 0)
);

create index rate_bucket_ends_at_idx on rate_bucket (ends_at);
