#!/usr/bin/env bash
# From a bare Debian 12 to a tested Annals: installs what is missing, builds the release, runs every test, lints the protos and
# holds the extraction's score to its floors. As root or with sudo. A second run builds and installs only what has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

section() { echo "== $* [${SECONDS} s]"; }

section "1/5 what is needed"
deploy/install-deps.sh
deploy/install-nats.sh || echo "== no nats-server: the tests that need it will fail"
deploy/install-buf.sh || echo "== no buf: the tests that need it will skip"
deploy/install-helm.sh || echo "== no helm: the test of the chart will skip"
deploy/install-node-clients.sh || echo "== no packages for Node: the test of that client will skip"

mkdir -p build
section "2/5 build"
cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log; exit 1; }
cmake --build --preset release

section "3/5 lint of the protos"
if [[ -x build/tools/node_modules/.bin/buf ]]; then
  build/tools/node_modules/.bin/buf lint proto
  echo "== buf lint: clean"
else
  echo "== skipped: no buf"
fi

section "4/5 score"
score=0
deploy/score.sh || score=$?

section "5/5 tests"
ctest --test-dir build/release -j2 --output-on-failure
section "done"
((score == 0)) || echo "== the score lies under its floor (see 4/5)"
exit "$score"
