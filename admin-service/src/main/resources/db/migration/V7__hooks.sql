-- Since when an administrator waits for a call at one of an account's webhook URLs.
create table hook_test (
  account_id uuid not null,
  purpose text not null,
  since timestamptz not null,
  primary key (account_id, purpose)
);

-- What services have dropped, until it stands in the audit, and a day longer so that a repetition is known.
create table message_drop (
  id bigint generated always as identity primary key,
  event_id text not null unique,
  subject text not null,
  account_id uuid not null,
  channel_address_id uuid,
  address text,
  reason text not null,
  minute timestamptz not null,
  count bigint not null,
  told_at timestamptz not null default now(),
  audited boolean not null default false
);
comment on column message_drop.subject is 'What is audited as one: account, address and reason.';
create index message_drop_open on message_drop (minute, subject) where not audited;
