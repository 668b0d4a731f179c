#!/usr/bin/env bash
# Scores the release build's extraction against the gold articles beside the checkout (../shared/gold), prints the figures and
# fails where one lies under its floor in deploy/score_floor.tsv. Without the gold articles it says so and succeeds.
set -euo pipefail
cd "$(dirname "$0")/.."
gold=../shared/gold
extract=build/release/bin/annals-extract
if [[ ! -f $gold/score.py ]]; then
  echo "== skipped: no gold articles in $gold"
  exit 0
fi
[[ -x $extract ]] || { echo "score: $extract is not built; cmake --preset release && cmake --build --preset release" >&2; exit 2; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed=0
for set in $(grep -v '^#' deploy/score_floor.tsv | tail -n +2 | cut -f1 | sort -u); do
  python3 "$gold/score.py" "$gold/$set" --json -- "$extract" >"$results/$set.json" || failed=1
done
python3 deploy/score_report.py deploy/score_floor.tsv "$results" || failed=1
exit "$failed"
