#!/bin/bash
# The role that the application connects as. Its rights on the tables come with them, from the migrations.
# On a volume that is in use already: docker compose -f docker/compose.yaml exec postgres bash /docker-entrypoint-initdb.d/roles.sh
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$CHANCERY_DB_PASSWORD" <<'SQL'
select 'create role chancery_app' where to_regrole('chancery_app') is null \gexec
alter role chancery_app login password :'password';
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to chancery_app;
SQL
