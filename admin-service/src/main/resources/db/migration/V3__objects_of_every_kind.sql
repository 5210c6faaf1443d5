-- One table for the objects of every kind: the definition is what an administrator sends, a configuration document holds
-- and every service gets. References between objects are checked under the lock on configuration_version.
create table configuration_object (
  id uuid primary key,
  kind text not null,
  key text not null,
  name text not null,
  version bigint not null,
  stored_version bigint not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  body text not null,
  own text not null default '{}',
  unique (kind, key)
);
create index configuration_object_stored on configuration_object (stored_version);
comment on column configuration_object.key is 'Stands for the object in configuration documents; in lower case.';
comment on column configuration_object.version is 'Version of the configuration that its definition last changed with; its ETag.';
comment on column configuration_object.stored_version is 'Version of the configuration that this row or a sealed field of it was last written with.';
comment on column configuration_object.own is 'What the service itself has given the object, such as an account key.';

create table sealed_field (
  object_id uuid not null references configuration_object on delete cascade,
  name text not null,
  ciphertext text not null,
  set_at timestamptz not null,
  previous_ciphertext text,
  previous_until timestamptz,
  primary key (object_id, name)
);
comment on column sealed_field.ciphertext is 'Bound to object and name; of a password, its Argon2id hash.';

create table account_check (
  account_id uuid primary key references configuration_object on delete cascade,
  credentials text not null,
  verdict text not null,
  explanation text not null,
  checked_at timestamptz not null,
  duration_ms bigint not null
);
comment on column account_check.credentials is 'Digest of the settings and sealed fields that were checked; a check of others no longer counts.';

alter table configuration_version add published_form integer not null default 0;
comment on column configuration_version.published_form is 'The form in which all objects were last published; when it is behind, they are published again.';

insert into configuration_object (id, kind, key, name, version, stored_version, created_at, changed_at, body, own)
select a.id, 'ACCOUNT', lower(a.name), a.name, a.version, a.version, a.created_at, a.changed_at,
  json_build_object('name', a.name, 'provider', a.provider, 'channel', a.channel, 'settings',
    coalesce((select json_object_agg(s.name, s.value order by s.name) from account_setting s
              where s.account_id = a.id and not s.secret), '{}'::json))::text,
  json_build_object('accountKey', a.account_key)::text
from account a;

insert into sealed_field (object_id, name, ciphertext, set_at)
select account_id, name, value, set_at from account_setting where secret;

insert into configuration_object (id, kind, key, name, version, stored_version, created_at, changed_at, body)
select id, 'CHANNEL_ADDRESS', lower(channel || ' ' || address), name, version, version, created_at, changed_at,
  json_build_object('accountId', account_id, 'channel', channel, 'address', address, 'name', name, 'type', type)::text
from channel_address;

insert into configuration_object (id, kind, key, name, version, stored_version, created_at, changed_at, body)
select id, 'USER', email, name, version, version, created_at, changed_at,
  json_build_object('name', name, 'email', email, 'roles', string_to_array(roles, ','), 'capacity', capacity,
    'enabled', enabled)::text
from user_account;

insert into sealed_field (object_id, name, ciphertext, set_at)
select id, 'password', password_hash, password_set_at from user_account;

insert into configuration_object (id, kind, key, name, version, stored_version, created_at, changed_at, body)
select q.id, 'QUEUE', lower(q.name), q.name, q.version, q.version, q.created_at, q.changed_at,
  json_build_object('name', q.name, 'priority', q.priority, 'assignmentMethod', q.assignment_method, 'members',
    coalesce((select json_agg(m.user_id order by m.user_id) from queue_member m where m.queue_id = q.id), '[]'::json))::text
from queue q;

insert into configuration_object (id, kind, key, name, version, stored_version, created_at, changed_at, body)
select id, 'WORKSTREAM', lower(name), name, version, version, created_at, changed_at,
  json_build_object('name', name, 'channel', channel, 'fallbackQueueId', fallback_queue_id, 'allowedPresences',
    string_to_array(allowed_presences, ','), 'capacityUnits', capacity_units, 'autoCloseAfterInactivity',
    'PT' || auto_close_after_seconds || 'S', 'offerTimeout', 'PT' || offer_timeout_seconds || 'S')::text
from workstream;

insert into configuration_object (id, kind, key, name, version, stored_version, created_at, changed_at, body)
select gen_random_uuid(), 'CHANNEL_INSTANCE', lower(left(a.channel || ' ' || a.address, 63) || ' ' || a.id),
  left(a.channel || ' ' || a.address, 63) || ' ' || a.id,
  w.version, w.version, w.created_at, w.changed_at,
  json_build_object('name', left(a.channel || ' ' || a.address, 63) || ' ' || a.id, 'workstreamId', i.workstream_id, 'channelAddressId',
    i.channel_address_id, 'language', i.language)::text
from channel_instance i join channel_address a on a.id = i.channel_address_id join workstream w on w.id = i.workstream_id;

drop table channel_instance, workstream, queue_member, queue, user_account, channel_address, account_setting, account;
