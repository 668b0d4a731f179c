#!/usr/bin/env bash
# Installs what building and testing Annals needs from Debian 12, and only what is missing. As root, or with sudo.
#
#   deploy/install-deps.sh            compiler, libraries, dictionaries
#   deploy/install-deps.sh --tools    and clang-format, clang-tidy and the linters the developer scripts call
#   deploy/install-deps.sh --browser  and Chromium with a Chinese font: a test looks at the drawings of annals-view
set -euo pipefail

BUILD=(g++ cmake ninja-build ccache pkg-config python3)
RPC=(libgrpc++-dev libgrpc-dev protobuf-compiler-grpc libprotobuf-dev protobuf-compiler)
LIBRARIES=(libabsl-dev librocksdb-dev libmimalloc-dev libspdlog-dev libcpp-httplib-dev prometheus-cpp-dev libnats-dev libre2-dev libssl-dev libc-ares-dev)
COMPRESSION=(zlib1g-dev libzstd-dev liblz4-dev libsnappy-dev libbz2-dev)
# OpenCC's and jieba's dictionaries become files of the lexicon while building; OpenCC itself checks them in a test.
TEXT=(opencc libopencc-dev libopencc-data python3-jieba)
TESTS=(libgtest-dev libgmock-dev libbenchmark-dev python3-grpcio python3-protobuf openssl)
BROWSER=(chromium fonts-noto-cjk)
TOOLS=(clang-format clang-tidy shellcheck)

missing() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
  done
}

as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "install-deps: this needs root or sudo: $*" >&2
    return 1
  fi
}

install_once() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

main() {
  local wanted=("${BUILD[@]}" "${RPC[@]}" "${LIBRARIES[@]}" "${COMPRESSION[@]}" "${TEXT[@]}" "${TESTS[@]}")
  [[ ${1:-} == --tools ]] && wanted+=("${TOOLS[@]}")
  [[ ${1:-} == --browser ]] && wanted+=("${BROWSER[@]}")
  local packages
  mapfile -t packages < <(missing "${wanted[@]}")
  if ((${#packages[@]} == 0)); then
    echo "== all ${#wanted[@]} Debian packages are there"
    return
  fi
  if ! command -v apt-get >/dev/null; then
    echo "install-deps: no apt-get here; Annals is built on Debian 12. Missing: ${packages[*]}" >&2
    return 1
  fi
  echo "== installing ${#packages[@]} Debian packages: ${packages[*]}"
  install_once "${packages[@]}" || { echo "== apt failed; trying once more" >&2 && install_once "${packages[@]}"; }
}

main "$@"
