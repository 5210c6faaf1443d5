-- The configuration that decided. Absent in rows from before it was kept.
alter table queue_segment add column configuration_version bigint;
alter table offer add column configuration_version bigint;
