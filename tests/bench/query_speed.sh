#!/usr/bin/env bash
# The query side beside PostgreSQL 15, SQLite and a raw RocksDB prototype on one synthetic graph, asked in turn in one run; then over
# gRPC beside an empty call of the same server, and following a journal. Prints one table of ratios with the figures to reach. Installs
# and starts what it needs in a temporary directory. The full size takes some 25 minutes and 8 GB of disk on an idle machine.
#
#   tests/bench/query_speed.sh [ENTITIES [EDGES]]        default 1000000 5000000
set -euo pipefail
cd "$(dirname "$0")/../.."
entities=${1:-1000000}
edges=${2:-$((entities * 5))}
build=${ANNALS_BUILD:-build/release}
postgres=/usr/lib/postgresql/15/bin
as_root=()
[[ $(id -u) == 0 ]] || as_root=(sudo)

missing=()
[[ -x $postgres/initdb ]] || missing+=(postgresql-15)
[[ -e /usr/include/postgresql/libpq-fe.h ]] || missing+=(libpq-dev)
[[ -e /usr/include/sqlite3.h ]] || missing+=(libsqlite3-dev)
if ((${#missing[@]})); then
  "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null
fi
if [[ $build == build/release ]]; then cmake --preset release >/dev/null; fi
cmake --build "$build" --target annals-query query_store_speed query_grpc_speed query_follow_speed >"$build/bench-query.log" 2>&1 ||
  { tail -20 "$build/bench-query.log"; exit 1; }

work=$(mktemp -d "${TMPDIR:-/tmp}/annals-query-speed.XXXXXX")
# PostgreSQL refuses to run as root.
as_postgres=()
[[ $(id -u) != 0 ]] || as_postgres=(runuser -u postgres --)
server() { "${as_postgres[@]}" "$postgres/pg_ctl" -D "$work/postgres/data" -s -w "$@" >/dev/null; }
stop() {
  server -m immediate stop 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
chmod 755 "$work"
mkdir "$work/postgres"
[[ $(id -u) != 0 ]] || chown postgres "$work/postgres"
"${as_postgres[@]}" "$postgres/initdb" -D "$work/postgres/data" -U postgres -A trust --locale=C --encoding=UTF8 >/dev/null
# Loading without syncs; an eighth of a small server's memory; plans for data that is in memory.
server -l "$work/postgres/log" -o "-k $work/postgres -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_wal_size=8GB \
  -c shared_buffers=1GB -c effective_cache_size=4GB -c maintenance_work_mem=512MB -c work_mem=32MB -c random_page_cost=1.1 -c jit=off \
  -c max_parallel_workers_per_gather=0" start
python3 tests/bench/query_speed.py "$build" "$work" "$entities" "$edges"
