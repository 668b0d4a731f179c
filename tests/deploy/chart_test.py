"""The Helm chart is clean, and renders with every variant of its values (deploy/install-helm.sh); what it tells NATS is understood by
nats-server; the compose files are such (docker-compose, where it is installed)."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import ROOT  # noqa: E402
from nats_processes import SERVER as NATS  # noqa: E402

CHART = ROOT / "deploy/helm/annals"
HELM = ROOT / "build/tools/helm"
COMPOSE = shutil.which("docker-compose")
# What every rendering has; ServiceMonitor, PodDisruptionBudget and NetworkPolicy are switched by values.
PARTS = ("\nkind: StatefulSet", "readOnlyRootFilesystem: true", "runAsNonRoot: true")
NATS_CONF = re.compile(r"^  nats.conf: \|\n((?:    .*\n|\n)+)", re.MULTILINE)
# Settings that the tests' own cluster has and the chart's must have, too.
AS_TESTED = re.compile(r"^(?:max_payload|max_pending|ping_interval|ping_max).*$", re.MULTILINE)


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
                self.assertEqual(2, done.stdout.count("path: /readyz"))
                for part in PARTS:
                    self.assertEqual(3 if NATS_CONF.search(done.stdout) else 2, done.stdout.count(part), part)

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

    def test_a_journal_on_nats_reaches_both_services(self):
        servers = ",".join(f"nats://r-annals-nats-{i}.r-annals-nats-pods:4222" for i in range(3))
        rendered = run(HELM, "template", "r", CHART, "-f", CHART / "ci/replicated-values.yaml").stdout
        self.assertEqual(2, rendered.count(f'name: ANNALS_JOURNAL, value: "{servers}"'))
        self.assertNotIn("ANNALS_EXTRACTOR", rendered)
        self.assertRegex(rendered, r"kind: HorizontalPodAutoscaler(.|\n)*name: annals_articles_waiting")
        # Who scales says how many there are; a number here would take them back with every upgrade.
        self.assertNotRegex(rendered, r"name: r-annals-extractor\n(?:(?!---).*\n)*?  replicas:")
        own = run(HELM, "template", "r", CHART, "-f", CHART / "ci/own-nats-values.yaml").stdout
        self.assertEqual(2, own.count('name: ANNALS_JOURNAL, value: "nats://nats.messaging:4222"'))
        self.assertIsNone(NATS_CONF.search(own))
        embedded = run(HELM, "template", "r", CHART).stdout
        self.assertIn("\n  replicas: 1\n", embedded)
        self.assertNotIn("ANNALS_JOURNAL", embedded)
        wrong = run(HELM, "template", "r", CHART, "--set", "extractor.autoscaling.enabled=true")
        self.assertIn("extractor.autoscaling needs a journal on NATS", wrong.stderr)

    def test_secrets_reach_nats_and_who_connects_to_it(self):
        rendered = run(HELM, "template", "r", CHART, "-f", CHART / "ci/replicated-tls-values.yaml").stdout
        self.assertEqual(2, rendered.count('value: "tls://r-annals-nats-0.'))
        for name in ("CA_FILE", "CERT_FILE", "KEY_FILE"):
            self.assertEqual(2, rendered.count(f"ANNALS_{name},"), name)
        self.assertEqual(2, rendered.count('ANNALS_TOKEN_FILE, value: "/etc/annals/tokens/nats-token"'))
        conf = NATS_CONF.search(rendered).group(1)
        self.assertEqual(2, conf.count("tls {"))
        self.assertIn("verify: true", conf)
        self.assertIn("authorization { token: $NATS_TOKEN }", conf)

    def test_nats_understands_its_configuration(self):
        conf = NATS_CONF.search(run(HELM, "template", "r", CHART, "-f", CHART / "ci/replicated-values.yaml").stdout).group(1)
        self.assertEqual(AS_TESTED.findall((ROOT / "deploy/nats/nats.conf").read_text()), AS_TESTED.findall(textwrap.dedent(conf)))
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory, "nats.conf")
            path.write_text(conf.replace("/var/run/nats", directory).replace("/var/lib/nats", directory))
            done = run("env", "POD_NAME=r-annals-nats-0", NATS, "-t", "-c", path)
            self.assertEqual(0, done.returncode, done.stderr)
            path.write_text(path.read_text() + "no_such_setting: 1\n")
            self.assertNotEqual(0, run("env", "POD_NAME=r-annals-nats-0", NATS, "-t", "-c", path).returncode)


@unittest.skipUnless(COMPOSE, "no docker-compose")
class ComposeTest(unittest.TestCase):
    def test_they_are_compose_files(self):
        for file in ("compose.yaml", "compose.replicated.yaml"):
            done = run(COMPOSE, "-f", ROOT / "deploy" / file, "config", "-q")
            self.assertEqual((0, ""), (done.returncode, done.stderr))


if __name__ == "__main__":
    unittest.main()
