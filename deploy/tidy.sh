#!/usr/bin/env bash
# Runs clang-tidy over the release build's sources: all of them, or those named.
#
#   deploy/tidy.sh [FILE.cc …]
set -euo pipefail
cd "$(dirname "$0")/.."
[[ -f build/release/compile_commands.json ]] || cmake --preset release >/dev/null
# Headers are generated while building; clang-tidy needs them.
cmake --build --preset release --target annals_proto annals_grpc >/dev/null
files=("$@")
((${#files[@]})) || mapfile -t files < <(git ls-files 'common/*.cc' 'extractor/*.cc' 'query/*.cc')
echo "== clang-tidy over ${#files[@]} files"
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy -p build/release --quiet 2>/dev/null
