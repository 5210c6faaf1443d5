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

-- One row per conversation: whoever changes a message of the conversation, or appends events about one, locks it first.
create table conversation_line (
  conversation_id uuid primary key,
  -- When the head of the line has to be looked at; null when nothing waits.
  due_at timestamptz,
  -- The address that the head is sent from; null when nothing waits.
  channel_address_id uuid
);
create index conversation_line_due on conversation_line (due_at) where due_at is not null;

create table message (
  id uuid primary key,
  -- Rises in the order of the topic, so it gives the order within a conversation.
  position bigint generated always as identity,
  conversation_id uuid not null references conversation_line,
  channel_address_id uuid not null,
  customer_kind text not null,
  customer_address text not null,
  content text not null,
  author text not null,
  requested_at timestamptz not null,
  last_customer_message_at timestamptz,
  traceparent text not null,
  taken_at timestamptz not null,
  account_id uuid,
  version bigint not null,
  attempts integer not null,
  changed_at timestamptz not null,
  state text not null check (state in ('QUEUED', 'CALLING', 'RESOLVING', 'SENT', 'DELIVERED', 'READ', 'UNDELIVERED',
    'FAILED', 'REJECTED', 'UNKNOWN')),
  due_at timestamptz,
  started_at timestamptz,
  suspect_since timestamptz,
  absence_counts_from timestamptz,
  questions integer not null,
  provider_message_id text,
  provider_status text,
  reason_cause text,
  reason_text text,
  reason_code text
);
create index message_open on message (conversation_id, position) where state in ('QUEUED', 'CALLING', 'RESOLVING');
create index message_unknown on message (id) where state = 'UNKNOWN';
create unique index message_of_provider on message (account_id, provider_message_id) where provider_message_id is not null;
create index message_of_customer on message (channel_address_id, customer_address, taken_at);

create table attempt (
  message_id uuid not null references message,
  number integer not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  reason_cause text,
  reason_text text,
  reason_code text,
  primary key (message_id, number)
);

-- Every report once. Those whose message is not known yet have no message_id; they are joined later or deleted.
create table receipt (
  account_id uuid not null,
  provider_message_id text not null,
  provider_status text not null,
  error_code text not null,
  id bigint generated always as identity,
  message_id uuid references message,
  provider text not null,
  status text not null,
  error_text text,
  received_at timestamptz not null,
  primary key (account_id, provider_message_id, provider_status, error_code)
);
create index receipt_of_message on receipt (message_id) where message_id is not null;
create index receipt_parked on receipt (received_at) where message_id is null;

create table send_window (
  channel_address_id uuid not null,
  customer_address text not null,
  last_inbound_at timestamptz not null,
  primary key (channel_address_id, customer_address)
);

create table opt_out (
  channel_address_id uuid not null,
  customer_address text not null,
  opted_out boolean not null,
  changed_at timestamptz not null,
  source text not null,
  primary key (channel_address_id, customer_address)
);
