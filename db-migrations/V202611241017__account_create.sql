-- People, their teams, and the links sent to them.
create table account (
    id bigint generated always as identity,
    email text not null,
    password_hash text not null,
    locale text not null,
    zone text not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    constraint account_pkey primary key (id),
    constraint account_email_key unique (email),
    constraint account_email_check check (email = lower(email) and length(email) <= 254),
    constraint account_locale_check check (locale in ('en', 'de'))
);

create table team (
    id bigint generated always as identity,
    name text not null,
    created_at timestamptz not null,
    constraint team_pkey primary key (id)
);

create table team_member (
    id bigint generated always as identity,
    team_id bigint not null,
    account_id bigint not null,
    role text not null,
    joined_at timestamptz not null,
    constraint team_member_pkey primary key (id),
    constraint team_member_team_id_account_id_key unique (team_id, account_id),
    constraint team_member_team_id_fkey
        foreign key (team_id) references team (id) on delete cascade,
    constraint team_member_account_id_fkey
        foreign key (account_id) references account (id) on delete cascade,
    constraint team_member_role_check check (role in ('OWNER', 'ADMIN', 'MEMBER', 'VIEWER'))
);

create index team_member_account_id_idx on team_member (account_id);

-- One link of a kind for an account: a newer one replaces it, its use removes it.
create table email_token (
    id bigint generated always as identity,
    account_id bigint not null,
    purpose text not null,
    token_hash text not null,
    expires_at timestamptz not null,
    domain text not null default '',
    constraint email_token_pkey primary key (id),
    constraint email_token_account_id_purpose_key unique (account_id, purpose),
    constraint email_token_token_hash_key unique (token_hash),
    constraint email_token_account_id_fkey
        foreign key (account_id) references account (id) on delete cascade,
    constraint email_token_purpose_check check (purpose in ('CONFIRM', 'RESET')),
    constraint email_token_domain_check check (length(domain) <= 253)
);
