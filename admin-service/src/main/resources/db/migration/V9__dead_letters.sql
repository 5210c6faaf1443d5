-- What was done about dead letters. The letters themselves stay on Kafka, where nothing can be changed or taken out.
create table dead_letter_mark (
  topic text not null,
  partition integer not null,
  letter_offset bigint not null,
  kept_at timestamptz not null,
  state text not null check (state in ('REPLAYED', 'DISCARDED')),
  marked_at timestamptz not null,
  marked_by uuid not null,
  reason text not null,
  primary key (topic, partition, letter_offset)
);
comment on column dead_letter_mark.kept_at is 'Tells a letter from one of a topic that was deleted and created again.';

create table dead_letter_replay (
  id uuid primary key,
  topic text not null,
  reason text not null,
  author uuid not null,
  state text not null,
  looked_at bigint not null default 0,
  replayed bigint not null default 0,
  refused bigint not null default 0,
  started_at timestamptz not null,
  progress_at timestamptz not null,
  ended_at timestamptz
);
create index dead_letter_replay_started on dead_letter_replay (started_at);
