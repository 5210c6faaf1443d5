-- An agent as routing sees one: presence, and how many units are taken. Limit and membership come from the configuration.
create table agent (
  id uuid primary key,
  presence text not null default 'OFFLINE',
  capacity integer not null check (capacity >= 0),
  load integer not null default 0 check (load >= 0),
  version bigint not null default 1,
  event_sequence bigint not null default 0,
  stream_sequence bigint not null default 0,
  last_assigned_at timestamptz,
  connected boolean not null default false,
  disconnected_at timestamptz,
  presence_before_disconnect text
);
create index agent_disconnected on agent (disconnected_at) where disconnected_at is not null;

create table conversation (
  id uuid primary key,
  channel text not null,
  account_id uuid not null,
  channel_address_id uuid not null,
  customer_kind text not null,
  customer_address text not null,
  customer_profile text not null,
  workstream_id uuid not null,
  queue_id uuid not null,
  -- A rank, not a position in an enumeration: 100 low, 200 normal, 300 high.
  priority smallint not null,
  state text not null check (state in ('OPEN', 'ACTIVE', 'WAITING', 'WRAP_UP', 'CLOSED')),
  reason text not null,
  version bigint not null,
  event_sequence bigint not null,
  message_count bigint not null,
  agent_id uuid,
  session_id uuid,
  segment_id uuid,
  offer_id uuid,
  offer_expires_at timestamptz,
  units integer not null default 0 check (units >= 0),
  opened_at timestamptz not null,
  state_since timestamptz not null,
  waiting_since timestamptz,
  last_customer_message_at timestamptz not null,
  last_message_at timestamptz not null,
  closes_at timestamptz,
  traceparent text not null
);
-- At most one conversation goes on between a customer and an address of ours.
create unique index conversation_ongoing on conversation (channel_address_id, customer_address)
  where state in ('OPEN', 'ACTIVE', 'WAITING');
create index conversation_queued on conversation (queue_id, (-priority), waiting_since, id) where state = 'OPEN';
create index conversation_of_agent on conversation (agent_id, last_message_at desc, id) where state <> 'CLOSED';
create index conversation_closing on conversation (closes_at, id) where state <> 'CLOSED';
create index conversation_offered on conversation (offer_expires_at, id) where offer_id is not null;

create table message (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  position bigint not null,
  author text not null,
  agent_id uuid,
  event_id text unique,
  content text not null,
  created_at timestamptz not null,
  delivery_state text,
  delivery_version bigint not null default 0,
  delivery_reason text,
  delivery_changed_at timestamptz,
  next_attempt_at timestamptz,
  unique (conversation_id, position)
);

create table session (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  agent_id uuid not null,
  opened_at timestamptz not null,
  accepted_at timestamptz,
  closed_at timestamptz,
  closure_reason text
);
create index session_of_conversation on session (conversation_id);

create table queue_segment (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  queue_id uuid not null,
  entered_at timestamptz not null,
  left_at timestamptz
);
create index queue_segment_of_conversation on queue_segment (conversation_id);

create table offer (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  session_id uuid not null,
  agent_id uuid not null,
  outcome text not null check (outcome in ('PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  resolved_at timestamptz
);
create unique index offer_pending on offer (conversation_id) where outcome = 'PENDING';
create index offer_of_agent on offer (agent_id) where outcome = 'PENDING';
create index offer_of_conversation on offer (conversation_id);

-- What an agent's stream says, kept long enough to repeat it after a lost connection.
create table agent_event (
  agent_id uuid not null,
  sequence bigint not null,
  type text not null,
  data text not null,
  created_at timestamptz not null,
  primary key (agent_id, sequence)
);
create index agent_event_age on agent_event (created_at);

create table stream_ticket (
  token_hash bytea primary key,
  agent_id uuid not null,
  expires_at timestamptz not null
);

create table agent_connection (
  id uuid primary key,
  agent_id uuid not null,
  instance uuid not null,
  seen_at timestamptz not null
);
create index agent_connection_of_agent on agent_connection (agent_id);

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
