-- When the present version was reached. A trigger keeps it, so that whatever advances the version need not think of it.
alter table configuration_version add column changed_at timestamptz;
update configuration_version set changed_at = (select max(at) from audit) where version > 0;
comment on column configuration_version.changed_at is 'Absent when nothing was ever changed.';

create function note_version_time() returns trigger language plpgsql as $$
begin
  new.changed_at := clock_timestamp();
  return new;
end $$;
create trigger configuration_version_time before update on configuration_version
  for each row when (new.version is distinct from old.version) execute function note_version_time();
