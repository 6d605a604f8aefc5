-- What a tenant is called is sealed on the ledger, and so it is here, until the ledger has it. The column of before stays
-- for instances that have not been replaced yet; nobody reads it any more.
alter table keys.tenants add column sealed_name bytea;
update keys.tenants set name = null where name is not null;
