-- Which key of the keyset made a ciphertext: Tink writes 1 and the key's id, big endian, in front of it.
-- Nothing for what is no ciphertext, such as the hash of a password.
create function sealed_key_id(ciphertext text) returns bigint language sql immutable strict parallel safe as
'select case when ciphertext ~ ''^A[Q-Za-f][A-Za-z0-9+/]{6}'' then
   (select (get_byte(p, 1)::bigint << 24) + (get_byte(p, 2) << 16) + (get_byte(p, 3) << 8) + get_byte(p, 4)
    from decode(left(ciphertext, 8), ''base64'') as p) end';

-- Worked out by the database, so that it can never differ from the ciphertext beside it.
alter table sealed_field
  add key_id bigint generated always as (sealed_key_id(ciphertext)) stored,
  add previous_key_id bigint generated always as (sealed_key_id(previous_ciphertext)) stored;
create index sealed_field_key on sealed_field (key_id);
create index sealed_field_previous_key on sealed_field (previous_key_id);

alter table signing_key add key_id bigint generated always as (sealed_key_id(jwk)) stored;

alter table creation add key_id bigint generated always as (sealed_key_id(request_digest)) stored;
create index creation_key on creation (key_id);
