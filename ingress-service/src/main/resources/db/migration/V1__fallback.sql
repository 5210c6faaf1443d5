-- What Kafka did not take, in the order in which it is to be forwarded. A row leaves when Kafka has it.
create table fallback_record (
  id bigint generated always as identity primary key,
  record_id text not null unique,
  topic text not null,
  record_key text not null,
  headers text not null,
  body bytea not null,
  stored_at timestamptz not null
);
