#!/usr/bin/env bash
# On the first start of an empty PostgreSQL: the database, and the roles that the services log in as, without any power.
set -euo pipefail
role() {
  # The password goes in by standard input: an argument could be read by others.
  psql --username "${POSTGRES_USER:-postgres}" --dbname postgres --set ON_ERROR_STOP=1 <<SQL
create role "$1" login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '$2';
SQL
}
role owner "$SEENBY_DB_OWNER_PASSWORD"
role projector "$SEENBY_DB_PROJECTOR_PASSWORD"
role query "$SEENBY_DB_QUERY_PASSWORD"
role maintenance "$SEENBY_DB_MAINTENANCE_PASSWORD"
role access "$SEENBY_DB_ACCESS_PASSWORD"
psql --username "${POSTGRES_USER:-postgres}" --dbname postgres --set ON_ERROR_STOP=1 \
  --command 'create database seenby owner "owner"'
