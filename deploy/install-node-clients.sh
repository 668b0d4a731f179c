#!/usr/bin/env bash
# Installs what the Node example needs (@grpc/grpc-js, @grpc/proto-loader) from npm into build/tools. Needs npm
# (deploy/install-buf.sh installs it). Fails where it cannot; the test of the example then skips.
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ -d build/tools/node_modules/@grpc/grpc-js && -d build/tools/node_modules/@grpc/proto-loader ]]; then
  echo "== the Node client's packages are there"
  exit 0
fi
echo "== installing the Node client's packages from npm into build/tools"
mkdir -p build/tools
npm install --prefix build/tools --no-audit --no-fund --silent @grpc/grpc-js@1.13.4 @grpc/proto-loader@0.7.15 >/dev/null
