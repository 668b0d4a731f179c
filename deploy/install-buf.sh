#!/usr/bin/env bash
# Installs buf (lints the protos, calls the services in tests) from npm into build/tools, and Node.js from Debian where there is
# none. Says why and fails where it cannot; the tests that want buf then skip.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly VERSION=1.75.0
readonly BUF=build/tools/node_modules/.bin/buf

if [[ -x $BUF && $("$BUF" --version 2>/dev/null) == "$VERSION" ]]; then
  echo "== buf $VERSION is there"
  exit 0
fi
if ! command -v npm >/dev/null; then
  echo "== installing nodejs and npm from Debian, for buf"
  sudo=()
  [[ $(id -u) == 0 ]] || sudo=(sudo)
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
echo "== installing buf $VERSION from npm into build/tools"
mkdir -p build/tools
npm install --prefix build/tools --no-audit --no-fund --silent "@bufbuild/buf@$VERSION" >/dev/null
"$BUF" --version
