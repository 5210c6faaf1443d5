-- What customers attach, as parley.media says it. A row may come before its message; it has no conversation until then.
create table media (
  id uuid primary key,
  conversation_id uuid references conversation,
  message_id uuid references message,
  version bigint not null default 0,
  state text not null default 'PENDING' check (state in ('PENDING', 'STORED', 'UNAVAILABLE', 'REFUSED')),
  content_type text,
  file_name text,
  size bigint,
  reason text,
  next_attempt_at timestamptz,
  -- Who asked last for it to be fetched again, and when.
  requested_by uuid,
  requested_at timestamptz
);

-- What agents attach. The row is written before the file, so that no file is ever without one; size is null until the
-- file is stored. message_id has no foreign key: it is set before the message's row is written.
create table attachment (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  agent_id uuid not null,
  file_name text,
  content_type text,
  size bigint,
  uploaded_at timestamptz not null,
  expires_at timestamptz not null,
  message_id uuid
);
create index attachment_unused on attachment (expires_at, id) where message_id is null;
