#!/bin/bash
# Run once by the database's image on an empty volume: the owner of the schema and the app's role, which owns nothing.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v owner="$NUANYANG_OWNER_PASSWORD" -v app="$NUANYANG_APP_PASSWORD" -U "${POSTGRES_USER:-postgres}" <<'SQL'
create role nuanyang_owner login password :'owner';
create role nuanyang_app login password :'app';
create database nuanyang owner nuanyang_owner;
SQL
