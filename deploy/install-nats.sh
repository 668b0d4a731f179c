#!/usr/bin/env bash
# Puts nats-server into build/tools, for the tests: 2.15 or newer from Debian testing, with Debian's signatures; nothing of the system
# changes. The nodes of Debian 12's 2.9 hold other messages at the same sequence once one was killed, and Debian 13's 2.10 do not always
# find each other (deploy/README.md, "Past one machine"). Where testing is out of reach, Debian 12's is installed, as root or with
# sudo, and the tests leave nodes alone.
set -euo pipefail
cd "$(dirname "$0")/.."

SUITE=testing
KEYS=/usr/share/keyrings/debian-archive-keyring.gpg
TARGET=build/tools/nats-server

as_root() { if [[ $(id -u) == 0 ]]; then "$@"; else sudo "$@"; fi; }

# Where this system gets Debian from: a mirror is likely to have testing as well.
archive() {
  local uri
  # shellcheck disable=SC2016  # apt-get puts in what it knows
  uri=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' | sed -n 's/^Debian //p' | head -1)
  echo "${uri:-http://deb.debian.org/debian/}"
}

# Leaves the package in the directory.
download() {
  local directory=$1
  mkdir -p "$directory/lists/partial" "$directory/cache/archives/partial"
  # A mirror that stands still for some weeks will do: what is signed stays signed.
  echo "deb [signed-by=$KEYS check-valid-until=no] $(archive) $SUITE main" >"$directory/sources.list"
  local options=(-qq -o "Dir::Etc::SourceList=$directory/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$directory/lists"
    -o "Dir::Cache=$directory/cache" -o APT::Sandbox::User=root)
  (cd "$directory" && apt-get "${options[@]}" update && apt-get "${options[@]}" download nats-server)
}

unpack() {
  local directory=$1
  dpkg-deb -x "$directory"/nats-server_*.deb "$directory/files" && mkdir -p "$(dirname "$TARGET")" &&
    cp "$(find "$directory/files" -name nats-server -type f -perm -u+x)" "$TARGET"
}

main() {
  if [[ ! -x $TARGET ]]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    if ! { download "$work" && unpack "$work"; }; then
      echo "== no nats-server from Debian testing; installing Debian 12's" >&2
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nats-server >/dev/null
      return
    fi
  fi
  echo "== $("$TARGET" --version) in build/tools"
}

main "$@"
