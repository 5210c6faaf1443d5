-- What the last check of an account came to; empty when there was none, or when settings or secrets have changed since.
alter table account
  add check_verdict text,
  add check_explanation text,
  add checked_at timestamptz,
  add check_duration_ms bigint;
