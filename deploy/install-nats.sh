#!/usr/bin/env bash
# Installs nats-server 2.10 from Debian 13, with Debian's own signatures; the system's package sources stay as they are. Debian 12 has
# 2.9, whose nodes may hold other messages at the same sequence after one of them was killed (deploy/README.md, "Past one machine"):
# it comes only where Debian 13 is out of reach, and what kills nodes is then not tested. As root, or with sudo.
set -euo pipefail

LEAST=2.10
RELEASE=trixie
KEYS=/usr/share/keyrings/debian-archive-keyring.gpg

as_root() { if [[ $(id -u) == 0 ]]; then "$@"; else sudo "$@"; fi; }

installed_version() { dpkg-query -W -f='${Version}' nats-server 2>/dev/null || true; }

is_new_enough() { dpkg --compare-versions "$(installed_version)" ge "$LEAST"; }

# Where this system gets Debian from: a mirror is likely to have the next release as well.
archive() {
  local uri
  uri=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' | sed -n 's/^Debian //p' | head -1)
  echo "${uri:-http://deb.debian.org/debian/}"
}

# Leaves the package in the directory.
download() {
  local directory=$1
  mkdir -p "$directory/lists/partial" "$directory/cache/archives/partial"
  echo "deb [signed-by=$KEYS] $(archive) $RELEASE main" >"$directory/sources.list"
  local options=(-qq -o "Dir::Etc::SourceList=$directory/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$directory/lists"
    -o "Dir::Cache=$directory/cache" -o APT::Sandbox::User=root)
  (cd "$directory" && apt-get "${options[@]}" update && apt-get "${options[@]}" download nats-server)
}

install_package() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

main() {
  if is_new_enough; then
    echo "== nats-server $(installed_version) is there"
    return
  fi
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  if download "$work" && install_package "$work"/nats-server_*.deb; then
    echo "== nats-server $(installed_version) from Debian 13"
  else
    echo "== no nats-server from Debian 13; taking Debian 12's" >&2
    install_package nats-server
  fi
}

main "$@"
