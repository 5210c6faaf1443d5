-- What the channel was called when the conversation opened, and our address: history keeps them when both are deleted.
alter table conversation add column channel_name text;
alter table conversation add column our_address text;
