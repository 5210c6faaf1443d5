-- How the provider writes the customer, and the id of the customer's last message: replies go there and answer it.
alter table send_window add column reply_to text, add column last_message_id text;

-- Which part of a long message a report is about; 0 for the whole.
alter table receipt add column part integer not null default 0, add column parts integer not null default 0;
alter table receipt drop constraint receipt_pkey;
alter table receipt add primary key (account_id, provider_message_id, provider_status, error_code, part);
