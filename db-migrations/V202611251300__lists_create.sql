-- What the tests of a DNS list gave, for each kind of subject and each resolver, the first being 1. `since`
-- is when this state began; the streak counts tests that all passed, or all failed. A list is disabled
-- while `disabled_for` names a trouble.
create table dns_list_state (
    list text not null,
    kind text not null,
    resolver integer not null,
    state text not null,
    point text not null,
    answer text not null,
    since timestamptz not null,
    streak_begun_at timestamptz not null,
    streak_tests integer not null,
    tested_at timestamptz not null,
    disabled_for text not null default '',
    disabled_since timestamptz,
    constraint dns_list_state_pkey primary key (list, kind, resolver),
    constraint dns_list_state_kind_check check (kind in ('IP4', 'IP6', 'DOMAIN')),
    constraint dns_list_state_disabled_check check ((disabled_for = '') = (disabled_since is null))
);

-- A state that became another, or a list that was disabled or came back.
create table dns_list_change (
    id bigint generated always as identity,
    list text not null,
    kind text not null,
    resolver integer not null,
    before_state text not null,
    after_state text not null,
    is_disabled boolean not null,
    at timestamptz not null,
    constraint dns_list_change_pkey primary key (id)
);

create index dns_list_change_at_idx on dns_list_change (at desc);
