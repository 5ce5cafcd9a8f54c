#!/bin/bash
# backup.sh save | backup.sh restore FILE.dump — run by docker compose, see docs/operations.md.
set -euo pipefail
umask 077
case ${1:-} in
save)
	name=nuanyang-$(date +%Y%m%d-%H%M%S)
	trap 'rm -f "/backups/$name.part"' EXIT
	pg_dump --format=custom --file="/backups/$name.part" nuanyang
	install -m 600 /keys/fields.json "/backups/$name-keys.json"
	mv "/backups/$name.part" "/backups/$name.dump"
	echo "已备份 backups/$name.dump;密钥在 backups/$name-keys.json,请移到另一处保管。 · Saved; keep the keys elsewhere."
	;;
restore)
	dump=/backups/${2:?which file under backups/}
	keys=${dump%.dump}-keys.json
	[ -f "$dump" ] && [ -f "$keys" ] || { echo "找不到 $dump 或 $keys。 · Both must lie under backups/."; exit 1; }
	if [ "$(psql -AtqX -d nuanyang -c "select count(*) from pg_class where relname = 'flyway_schema_history'")" != 0 ]; then
		echo "数据库里已有数据,恢复不会覆盖它。 · The database has data and is not overwritten."
		exit 1
	fi
	pg_restore --exit-on-error --single-transaction --dbname=nuanyang "$dump"
	install -m 600 -o 10001 -g 10001 "$keys" /keys/fields.json
	echo "已恢复。现在启动:docker compose up -d。 · Restored: start the app now."
	;;
*)
	echo "backup.sh save | restore FILE.dump"
	exit 2
	;;
esac
