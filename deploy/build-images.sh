#!/usr/bin/env bash
# Builds the images annals-extractor, annals-query and annals-nats from deploy/Dockerfile, or those of TARGETS: with Docker where its
# engine runs, else as root with buildah, whose base image is then made from Debian's packages (mmdebstrap) and not pulled. Exit status
# 77, with the reason, where neither is there. From nothing it takes some seven minutes on two processors; tests/deploy/images_test.py
# runs what comes out.
#
#   [TARGETS="extractor query nats"] deploy/build-images.sh [BUILDER OPTION…]      such as -v "$HOME/.cache/ccache:/root/.cache/ccache"
set -euo pipefail
cd "$(dirname "$0")/.."
readonly BASE=docker.io/library/debian:bookworm
read -ra TARGETS <<<"${TARGETS:-extractor query nats}"
readonly TARGETS
readonly DEBIAN=http://deb.debian.org/debian

skip() {
  echo "SKIPPED: $*" >&2
  exit 77
}

make_base() {
  buildah inspect --type image "$BASE" >/dev/null 2>&1 && return
  command -v mmdebstrap >/dev/null || skip "no mmdebstrap, which makes the base image"
  echo "== making $BASE from Debian's packages"
  local work
  work=$(mktemp -d)
  mmdebstrap --variant=minbase --dpkgopt=force-unsafe-io bookworm "$work/bookworm.tar" "deb $DEBIAN bookworm main" \
    "deb $DEBIAN bookworm-updates main" "deb $DEBIAN-security bookworm-security main"
  podman import "$work/bookworm.tar" "$BASE"
  rm -rf "$work"
}

build_with_buildah() {
  [[ $(id -u) == 0 ]] || skip "buildah without root needs a user namespace of its own; run this as root, or Docker's engine"
  export STORAGE_DRIVER=${STORAGE_DRIVER:-overlay} BUILDAH_ISOLATION=chroot
  make_base
  for target in "${TARGETS[@]}"; do
    buildah bud --network=host --pull-never --format docker --layers "$@" -f deploy/Dockerfile --target "$target" \
      -t "annals-$target" .
  done
}

build_with_docker() {
  for target in "${TARGETS[@]}"; do
    docker build "$@" -f deploy/Dockerfile --target "$target" -t "annals-$target" .
  done
}

if docker info >/dev/null 2>&1; then
  build_with_docker "$@"
elif command -v buildah >/dev/null; then
  build_with_buildah "$@"
else
  skip "no Docker engine; for buildah: apt install buildah podman crun mmdebstrap netavark catatonit uidmap"
fi
