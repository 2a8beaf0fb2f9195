-- Sessions of signed-in people, shared by all instances. Names and types are those Spring Session
-- asks for; the principal is wide enough for any mail address.
create table spring_session (
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name text,
  constraint spring_session_pkey primary key (primary_id)
);

create unique index spring_session_session_id_key on spring_session (session_id);
create index spring_session_expiry_time_idx on spring_session (expiry_time);
create index spring_session_principal_name_idx on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null,
  attribute_name text not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pkey primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_session_fkey foreign key (session_primary_id)
    references spring_session (primary_id) on delete cascade
);
