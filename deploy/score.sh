#!/usr/bin/env bash
# Scores the release build's extraction against the articles of tests/quality and the gold articles beside the checkout
# (../shared/gold), prints the figures and fails where one lies under its floor in tests/quality/floor.tsv or
# deploy/score_floor.tsv. Without the gold articles it says so and does without them.
set -euo pipefail
cd "$(dirname "$0")/.."
gold=../shared/gold
extract=build/release/bin/annals-extract
[[ -x $extract ]] || { echo "score: $extract is not built; cmake --preset release && cmake --build --preset release" >&2; exit 2; }

failed=0
python3 tests/quality/quality.py || failed=1
if [[ ! -f $gold/score.py ]]; then
  echo "== skipped: no gold articles in $gold"
  exit "$failed"
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
for set in $(grep -v '^#' deploy/score_floor.tsv | tail -n +2 | cut -f1 | sort -u); do
  python3 "$gold/score.py" "$gold/$set" --json -- "$extract" >"$results/$set.json" || failed=1
done
python3 deploy/score_report.py deploy/score_floor.tsv "$results" || failed=1
exit "$failed"
