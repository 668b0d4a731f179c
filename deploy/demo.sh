#!/usr/bin/env bash
# Annals at a glance, from a bare Debian 12: installs what is missing, builds, starts both services on loopback, submits the
# sample articles, and prints a timeline and a graph. Stops everything at the end. As root or with sudo.
#
#   deploy/demo.sh           shows and stops
#   deploy/demo.sh --keep    leaves the services running and prints how to call them
set -euo pipefail
cd "$(dirname "$0")/.."

readonly BIN=build/release/bin
readonly COMPANY=星槎智能
keep=
case "${1:-}" in
  "") ;;
  --keep) keep=1 ;;
  *) echo "usage: deploy/demo.sh [--keep]" >&2; exit 2 ;;
esac

work=$(mktemp -d "${TMPDIR:-/tmp}/annals-demo.XXXXXX")
pids=()

stop_services() {
  # Last started, first stopped: a graceful stop, answered by exit status 0.
  local i
  for ((i = ${#pids[@]} - 1; i >= 0; --i)); do
    kill -TERM "${pids[i]}" 2>/dev/null || true
    wait "${pids[i]}" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap stop_services EXIT

section() { printf '\n== %s\n' "$*"; }

build() {
  deploy/install-deps.sh
  section "building (the first time takes minutes)"
  cmake --preset release >"$work/configure.log" 2>&1 || { cat "$work/configure.log"; return 1; }
  cmake --build --preset release --target annals-extractor annals-query annals-extract annals-view
}

# start NAME FLAG…: runs a service on a free port of loopback and sets `address` to the one its first log line names.
start() {
  local name=$1 log=$work/$1.log
  shift
  nohup "$BIN/$name" --listen=127.0.0.1:0 --data_dir="$work/$name" "$@" >"$log" 2>&1 &
  pids+=($!)
  for _ in $(seq 300); do
    address=$(grep -om1 '127\.0\.0\.1:[1-9][0-9]*' "$log" || true)
    [[ -n $address ]] && { echo "$name listens on $address"; return; }
    kill -0 "${pids[-1]}" 2>/dev/null || break
    sleep 0.1
  done
  echo "demo: $name did not start:" >&2
  cat "$log" >&2
  return 1
}

show() {
  printf '\n$ %s\n' "$*"
  "$BIN/$1" "${@:2}"
}

explain_how_to_call() {
  section "left running (data and logs in $work)"
  cat <<TEXT
look      $BIN/annals-view timeline 沈若谷 --query=$query
          $BIN/annals-view graph $COMPANY --depth=2 --format=mermaid --query=$query
submit    $BIN/annals-extract --submit=$extractor my-articles.jsonl
call      grpcurl -plaintext -d '{"entity":"$COMPANY"}' $query annals.v1.QueryService/GetTimeline
          buf curl --http2-prior-knowledge --protocol grpc -d '{"entity":"$COMPANY"}' http://$query/annals.v1.QueryService/GetTimeline
list      grpcurl -plaintext $extractor list
stop      kill ${pids[*]}
TEXT
  trap - EXIT
}

build
section "starting the services"
start annals-extractor
extractor=$address
start annals-query --extractor="$extractor"
query=$address

section "submitting $(find deploy/samples -name '*.json' | wc -l) sample articles: invented news about $COMPANY and its rival 远岫科技"
"$BIN/annals-extract" --submit="$extractor" deploy/samples/*.json 2>&1 | tee "$work/submit.log"
revision=$(grep -o 'revision [0-9]*' "$work/submit.log" | tail -n 1 | cut -d' ' -f2)

section "what happened to $COMPANY"
show annals-view timeline "$COMPANY" --query="$query" --min_revision="$revision"
section "who and what is around it"
show annals-view graph "$COMPANY" --query="$query"

[[ -z $keep ]] || explain_how_to_call
