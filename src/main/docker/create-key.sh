#!/bin/bash
# Run once by `docker compose run --rm key`: the key file, readable by the app's user alone.
set -euo pipefail
if [ -e /keys/fields.json ]; then
	echo "keys/fields.json 已经存在,没有改动。 · It exists and is left as it is."
	exit 0
fi
cd /app
java --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow org.springframework.boot.loader.launch.JarLauncher --create-key=/keys/fields.json
chown 10001:10001 /keys/fields.json
echo "已生成 keys/fields.json,请在另一处保管一份副本。 · Made; keep a copy in another place."
