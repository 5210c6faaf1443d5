-- One row. Every change locks it first, so changes happen one after the other and versions follow the order of commits.
create table configuration_version (
  single boolean primary key default true check (single),
  version bigint not null
);
insert into configuration_version (version) values (0);

create table account (
  id uuid primary key,
  name text not null,
  version bigint not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  provider text not null,
  channel text not null,
  account_key text not null unique
);
create unique index account_name on account (lower(name));

create table account_setting (
  account_id uuid not null references account on delete cascade,
  name text not null,
  value text not null,
  secret boolean not null,
  set_at timestamptz not null,
  primary key (account_id, name)
);
comment on column account_setting.value is 'When secret: ciphertext bound to account and name.';

create table channel_address (
  id uuid primary key,
  name text not null,
  version bigint not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  account_id uuid not null references account,
  channel text not null,
  address text not null,
  type text not null,
  unique (channel, address)
);
create index channel_address_account on channel_address (account_id);

create table user_account (
  id uuid primary key,
  name text not null,
  version bigint not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  email text not null unique check (email = lower(email)),
  roles text not null,
  capacity integer not null check (capacity >= 0),
  enabled boolean not null,
  password_hash text not null,
  password_set_at timestamptz not null
);

create table queue (
  id uuid primary key,
  name text not null,
  version bigint not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  priority integer not null,
  assignment_method text not null
);
create unique index queue_name on queue (lower(name));

create table queue_member (
  queue_id uuid not null references queue,
  user_id uuid not null references user_account,
  primary key (queue_id, user_id)
);
create index queue_member_user on queue_member (user_id);

create table workstream (
  id uuid primary key,
  name text not null,
  version bigint not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  channel text not null,
  fallback_queue_id uuid not null references queue,
  allowed_presences text not null,
  capacity_units integer not null check (capacity_units >= 0),
  auto_close_after_seconds bigint not null check (auto_close_after_seconds > 0),
  offer_timeout_seconds bigint not null check (offer_timeout_seconds > 0)
);
create unique index workstream_name on workstream (lower(name));
create index workstream_fallback_queue on workstream (fallback_queue_id);

-- The primary key is the rule that an address is taken up once.
create table channel_instance (
  channel_address_id uuid primary key references channel_address,
  workstream_id uuid not null references workstream,
  language text not null
);
create index channel_instance_workstream on channel_instance (workstream_id);

create table creation (
  object_id uuid primary key,
  idempotency_key text unique,
  request_digest text not null
);
comment on column creation.request_digest is 'Encrypted: a plain digest would let secrets in the request be guessed.';

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  user_id uuid,
  action text not null,
  kind text not null,
  object_id uuid not null,
  version bigint not null,
  before text,
  after text
);
comment on column audit.user_id is 'Absent when the service itself did it.';
create index audit_object on audit (object_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit is append-only';
end $$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();

create table signing_key (
  single boolean primary key default true check (single),
  jwk text not null
);
comment on column signing_key.jwk is 'Ciphertext.';

create table sign_in_attempt (
  subject text primary key,
  attempts integer not null,
  since timestamptz not null
);
create index sign_in_attempt_since on sign_in_attempt (since);

create table outbox (
  id bigint generated always as identity primary key,
  shard smallint not null,
  event_id text not null,
  type text not null,
  source text not null,
  subject text not null,
  occurred_at timestamptz not null,
  traceparent text not null,
  record_key text not null,
  data text not null
);
create index outbox_order on outbox (shard, id);
