#!/usr/bin/env bash
# Builds the release and runs its benchmarks: every *_bench in build/release/tests/. Arguments go to each of them.
#
#   deploy/bench.sh [--benchmark_filter=REGEX …]
set -euo pipefail
cd "$(dirname "$0")/.."
cmake --preset release >/dev/null
cmake --build --preset release
found=0
for benchmark in build/release/tests/*_bench; do
  [[ -x $benchmark && -f $benchmark ]] || continue
  found=1
  echo "== ${benchmark##*/}"
  "$benchmark" "$@"
done
((found)) || echo "== no benchmark has been built"
