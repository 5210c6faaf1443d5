-- What the service's own role may do, when the schema belongs to another (docs/configuration.md). In one statement, because
-- instances that start together would otherwise meet here.
do $$
declare
  service text := '${service-role}';
begin
  if service = current_user then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext(current_schema()), 1001);
  execute format('grant usage on schema %I to %I', current_schema(), service);
  execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), service);
  execute format('grant usage on all sequences in schema %I to %I', current_schema(), service);
  execute format('revoke update, delete, truncate, references, trigger on audit from %I', service);
  if to_regclass('flyway_schema_history') is not null then
    execute format('revoke insert, update, delete on flyway_schema_history from %I', service);
  end if;
end $$;
