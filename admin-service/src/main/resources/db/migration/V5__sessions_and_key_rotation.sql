-- Several keys, one after the other. The key's id in the key set stands inside the ciphertext.
alter table signing_key drop constraint signing_key_pkey;
alter table signing_key drop column single;
alter table signing_key
  add id uuid primary key default gen_random_uuid(),
  add signs_from timestamptz not null default now();
comment on column signing_key.signs_from is 'It is published before and signs until the next one does.';

-- One sign-in and everything that was refreshed from it.
create table sign_in_session (
  id uuid primary key,
  user_id uuid not null,
  password_stamp text not null,
  roles text not null,
  began_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
comment on column sign_in_session.password_stamp is 'Digest of the password''s hash: another password ends the session.';
create index sign_in_session_user on sign_in_session (user_id) where ended_at is null;
create index sign_in_session_expiry on sign_in_session (expires_at);

-- Used ones stay as long as their session, so that one that comes back is known.
create table refresh_token (
  digest text primary key,
  session_id uuid not null references sign_in_session on delete cascade,
  issued_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_session on refresh_token (session_id);

create table password_to_change (
  user_id uuid primary key,
  password_stamp text not null
);
comment on table password_to_change is 'One-time passwords: good for nothing but setting another one.';
