#!/usr/bin/env bash
# The speed of the extraction beside that of cppjieba's tagger, on one thread, over the same text, in one run; then its start, its
# memory, its cost by the length of an article and by the size of the lexicon. Builds what it needs; cppjieba comes from npm's
# nodejieba. Takes about five minutes on an idle machine.
#
#   tests/bench/extract_speed.sh [MEGABYTES]        of text in the main comparison; default 20
set -euo pipefail
cd "$(dirname "$0")/../.."
work=build/bench-extract
jieba=$work/node_modules/nodejieba/submodules/cppjieba
mkdir -p "$work"

cmake --preset release >"$work/configure.log" 2>&1 || { cat "$work/configure.log"; exit 1; }
cmake --build --preset release --target annals-extract >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
[[ -d $jieba ]] || npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" nodejieba@3.5.8
if [[ ! -x $work/jieba_tagger || tests/bench/jieba_tagger.cc -nt $work/jieba_tagger ]]; then
  g++ -std=c++17 -O3 -DNDEBUG -w -I"$jieba/include" -I"$jieba/deps/limonp/include" tests/bench/jieba_tagger.cc -o "$work/jieba_tagger"
fi
exec python3 tests/bench/extract_speed.py build/release/bin/annals-extract "$work/jieba_tagger" "$jieba/dict" "$work" "${1:-20}"
