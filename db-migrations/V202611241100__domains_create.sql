-- What is watched: domains, the DKIM selectors and the sending addresses known of them.
create table domain (
    id bigint generated always as identity,
    team_id bigint not null,
    name text not null,
    profile text not null,
    added_at timestamptz not null,
    paused_at timestamptz,
    constraint domain_pkey primary key (id),
    constraint domain_team_id_name_key unique (team_id, name),
    constraint domain_team_id_fkey
        foreign key (team_id) references team (id) on delete cascade,
    constraint domain_name_check check (name = lower(name) and length(name) between 3 and 253),
    constraint domain_profile_check
        check (profile in ('SENDS_AND_RECEIVES', 'SENDS', 'RECEIVES', 'PARKED'))
);

create table selector (
    id bigint generated always as identity,
    domain_id bigint not null,
    name text not null,
    origin text not null,
    last_seen_at timestamptz,
    constraint selector_pkey primary key (id),
    constraint selector_domain_id_name_key unique (domain_id, name),
    constraint selector_domain_id_fkey
        foreign key (domain_id) references domain (id) on delete cascade,
    constraint selector_name_check check (length(name) between 1 and 240),
    constraint selector_origin_check check (origin in ('DECLARED', 'SEEN_IN_MAIL', 'GUESSED'))
);

create table sending_host (
    id bigint generated always as identity,
    domain_id bigint not null,
    address text not null,
    constraint sending_host_pkey primary key (id),
    constraint sending_host_domain_id_address_key unique (domain_id, address),
    constraint sending_host_domain_id_fkey
        foreign key (domain_id) references domain (id) on delete cascade,
    constraint sending_host_address_check check (length(address) between 2 and 45)
);
