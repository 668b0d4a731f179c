#!/usr/bin/env bash
# Formats every C++ file of the project. --check changes nothing and fails where a file would change.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=(-i)
[[ ${1:-} == --check ]] && mode=(--dry-run --Werror)
git ls-files -z '*.cc' '*.h' | xargs -0 -r clang-format "${mode[@]}"
