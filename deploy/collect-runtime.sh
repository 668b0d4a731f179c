#!/usr/bin/env bash
# Copies what a command needs at run time into a directory that becomes the root of an image: the binaries, the libraries they
# load, the lexicon and OpenCC's tables. Nothing else: no shell, no package manager.
#
#   deploy/collect-runtime.sh BUILD_DIR OUT_DIR BINARY…
set -euo pipefail

build=$1
out=$2
shift 2

copy() {
  mkdir -p "$out$(dirname "$2")"
  cp -L "$1" "$out$2"
}

for binary in "$@"; do
  copy "$build/bin/$binary" "/usr/bin/$binary"
  strip --strip-unneeded "$out/usr/bin/$binary"
  # "libx.so.1 => /lib/libx.so.1 (0x…)", and the loader: "/lib64/ld-linux-x86-64.so.2 (0x…)".
  ldd "$build/bin/$binary" | grep -o '/[^ ]*' | while read -r library; do copy "$library" "$library"; done
done
mkdir -p "$out/usr/share/annals" "$out/usr/share/opencc" "$out/tmp"
cp -r "$build/share/annals/lexicon" "$out/usr/share/annals/"
cp -rL /usr/share/opencc/. "$out/usr/share/opencc/"
