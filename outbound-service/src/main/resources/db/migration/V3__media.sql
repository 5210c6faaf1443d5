-- What customers attached. The id is also the one in the file store.
create table media (
  id uuid primary key,
  account_id uuid not null,
  channel_address_id uuid not null,
  customer_address text not null,
  provider_message_id text not null,
  place integer not null,
  url text not null,
  stated_type text,
  traceparent text not null,
  taken_at timestamptz not null,
  version bigint not null,
  attempts integer not null,
  -- Attempts made before it was last asked for, and since when it has been tried: bounds count from here.
  attempts_before integer not null,
  since timestamptz not null,
  changed_at timestamptz not null,
  state text not null check (state in ('WAITING', 'FETCHING', 'STORED', 'UNAVAILABLE', 'REFUSED')),
  -- The next attempt, or the end of the lease of the present one; null when nothing is to be done.
  due_at timestamptz check ((due_at is not null) = (state in ('WAITING', 'FETCHING'))),
  content_type text,
  file_name text,
  size bigint,
  reason text,
  -- When the latest request was made to fetch it again; an older one is a repetition.
  requested_at timestamptz
);
create index media_due on media (due_at) where due_at is not null;
