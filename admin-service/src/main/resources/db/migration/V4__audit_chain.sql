-- Each line of the audit carries the hash of the line before it (docs/audit.md). The lines that are there are chained here,
-- in the form that io.parley.platform.audit.AuditChain defines.
alter table audit
  add user_name text,
  add address text,
  add user_agent text,
  add object_key text,
  add previous_hash text,
  add hash text;
alter table audit alter column object_id drop not null;
-- Numbers are given under a lock, so that they follow the chain.
alter table audit alter column id drop identity;

alter table audit disable trigger audit_append_only;
do $$
declare
  line record;
  previous text := repeat('0', 64);
  digest text;
begin
  for line in select * from audit order by id loop
    digest := encode(sha256(convert_to(
      E'parley-audit-1\n' || (
        select string_agg(name || '=' || coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') || E'\n', '' order by place)
        from (values
          (1, 'previousHash', previous),
          (2, 'id', line.id::text),
          (3, 'at', to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
          (4, 'userId', line.user_id::text),
          (5, 'userName', null),
          (6, 'address', null),
          (7, 'userAgent', null),
          (8, 'action', line.action),
          (9, 'kind', line.kind),
          (10, 'objectId', line.object_id::text),
          (11, 'objectKey', null),
          (12, 'version', line.version::text),
          (13, 'before', line.before),
          (14, 'after', line.after)
        ) as parts (place, name, value)
      ), 'UTF8')), 'hex');
    update audit set previous_hash = previous, hash = digest where id = line.id;
    previous := digest;
  end loop;
end $$;
alter table audit enable trigger audit_append_only;

alter table audit
  alter column previous_hash set not null,
  alter column hash set not null,
  -- A line has one successor: the chain cannot fork.
  add unique (previous_hash),
  add unique (hash);
create index audit_user on audit (user_id, id);
create index audit_at on audit (at);
