-- Which key of the keyset made a ciphertext: Tink writes 1 and the key's id, big endian, in front of it.
create function sealed_key_id(ciphertext text) returns bigint language sql immutable strict parallel safe as
'select case when get_byte(p, 0) = 1
   then (get_byte(p, 1)::bigint << 24) + (get_byte(p, 2) << 16) + (get_byte(p, 3) << 8) + get_byte(p, 4) end
 from decode(left(ciphertext, 8), ''base64'') as p';

create table if not exists sealed_field (
  object_id uuid not null,
  name text not null,
  ciphertext text not null,
  set_at timestamptz not null,
  previous_ciphertext text,
  previous_until timestamptz,
  primary key (object_id, name)
);

-- Worked out by the database, so that it can never differ from the ciphertext beside it.
alter table sealed_field
  add key_id bigint generated always as (sealed_key_id(ciphertext)) stored,
  add previous_key_id bigint generated always as (sealed_key_id(previous_ciphertext)) stored;
create index sealed_field_key on sealed_field (key_id);
create index sealed_field_previous_key on sealed_field (previous_key_id);

alter table signing_key add key_id bigint generated always as (sealed_key_id(jwk)) stored;

alter table creation add key_id bigint generated always as (sealed_key_id(request_digest)) stored;
create index creation_key on creation (key_id);

alter table account_setting
  add key_id bigint generated always as (case when secret then sealed_key_id(value) end) stored;
create index account_setting_key on account_setting (key_id);
