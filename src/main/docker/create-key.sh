#!/bin/bash
# create-key.sh | create-key.sh rotate — run by docker compose, see docs/operations.md. The key file is readable by the app's
# user alone.
set -euo pipefail
cd /app
app() { java --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow org.springframework.boot.loader.launch.JarLauncher "$@"; }
case ${1:-create} in
create)
	if [ -e /keys/fields.json ]; then
		echo "keys/fields.json 已经存在,没有改动。 · It exists and is left as it is."
		exit 0
	fi
	app --create-key=/keys/fields.json
	;;
rotate)
	app --rotate-key=/keys/fields.json
	;;
*)
	echo "create-key.sh [rotate]"
	exit 2
	;;
esac
chown 10001:10001 /keys/fields.json
echo "keys/fields.json 已写好,请在另一处保管一份副本。 · Written; keep a copy in another place."
