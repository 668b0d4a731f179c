"""The Helm chart is clean, and renders with every variant of its values (deploy/install-helm.sh); the compose file is one
(docker-compose, where it is installed)."""
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import ROOT  # noqa: E402

CHART = ROOT / "deploy/helm/annals"
HELM = ROOT / "build/tools/helm"
COMPOSE = shutil.which("docker-compose")
# What every rendering has; ServiceMonitor, PodDisruptionBudget and NetworkPolicy are switched by values.
PARTS = ("kind: StatefulSet", "readOnlyRootFilesystem: true", "runAsNonRoot: true", "path: /readyz")


def run(*arguments):
    return subprocess.run([str(a) for a in arguments], capture_output=True, text=True, timeout=120, check=False)


def variants():
    return [[]] + [["-f", file] for file in sorted((CHART / "ci").glob("*-values.yaml"))]


@unittest.skipUnless(HELM.exists(), f"no helm at {HELM}; deploy/install-helm.sh installs it")
class ChartTest(unittest.TestCase):
    def test_is_clean_with_every_variant(self):
        self.assertGreater(len(variants()), 3)
        for values in variants():
            with self.subTest(values):
                done = run(HELM, "lint", "--strict", CHART, *values)
                self.assertEqual(0, done.returncode, done.stdout + done.stderr)

    def test_renders_every_variant(self):
        for values in variants():
            with self.subTest(values):
                done = run(HELM, "template", "release", CHART, *values)
                self.assertEqual(0, done.returncode, done.stderr)
                for part in PARTS:
                    self.assertEqual(2, done.stdout.count(part), part)

    def test_values_reach_what_they_are_for(self):
        rendered = run(HELM, "template", "r", CHART, "-f", CHART / "ci/mutual-tls-and-tokens-values.yaml").stdout
        for name in ("TLS_CERT", "TLS_KEY", "TLS_CLIENT_CA", "TOKENS_FILE", "RATE_PER_CLIENT"):
            self.assertEqual(2, rendered.count(f"ANNALS_{name},"), name)
        for name in ("CA_FILE", "CERT_FILE", "KEY_FILE", "TOKEN_FILE"):
            self.assertEqual(1, rendered.count(f"ANNALS_{name},"), name)
        self.assertNotIn("ANNALS_INSECURE", rendered)
        self.assertIn("kind: ServiceMonitor", run(HELM, "template", "r", CHART, "-f", CHART / "ci/monitored-values.yaml").stdout)
        missing = run(HELM, "template", "r", CHART, "--set", "tls.enabled=true")
        self.assertNotEqual(0, missing.returncode)
        self.assertIn("tls.secretName is needed", missing.stderr)


@unittest.skipUnless(COMPOSE, "no docker-compose")
class ComposeTest(unittest.TestCase):
    def test_is_a_compose_file(self):
        done = run(COMPOSE, "-f", ROOT / "deploy/compose.yaml", "config", "-q")
        self.assertEqual((0, ""), (done.returncode, done.stderr))


if __name__ == "__main__":
    unittest.main()
