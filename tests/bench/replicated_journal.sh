#!/usr/bin/env bash
# The journal on three NATS nodes beside the embedded one, in one run on one machine: articles a second with 1, 2 and 4 extractors, how
# far a replica of the index is behind an answer, how long an empty replica takes for a long journal, how long nothing is kept after the
# leader of the entries is killed. Prints one table. All share the processors of this machine: with more machines more articles go
# through. Takes some ten minutes on two idle processors.
#
#   tests/bench/replicated_journal.sh [ARTICLES [ENTRIES]]      of a round (4000), of the long journal (100000)
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${ANNALS_BUILD:-build/release}
mkdir -p "$build"
if [[ $build == build/release ]]; then cmake --preset release >/dev/null; fi
cmake --build "$build" --target annals-extractor annals-query annals-extract >"$build/bench-replicated.log" 2>&1 ||
  { tail -20 "$build/bench-replicated.log"; exit 1; }
# Debian's Python, which Debian's python3-grpcio is for.
ANNALS_BIN=$PWD/$build/bin exec /usr/bin/python3 tests/bench/replicated_journal.py "${1:-4000}" "${2:-100000}"
