"""The example clients (Python, Node) against real servers: plain, and with TLS and a token. Their stubs are made here, as their
headers say."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import ROOT, Service  # noqa: E402
from python_client import PYTHON, has_grpc, make_stubs  # noqa: E402

NODE_MODULES = ROOT / "build/tools/node_modules"
TOKENS = {"read": "reader-0123456789", "write": "writer-0123456789"}


def make_certificate(directory):
    """One that vouches for itself, for the loopback address."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1",
                    "-subj", "/CN=annals", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", f"{directory}/tls.key",
                    "-out", f"{directory}/tls.crt"], check=True, capture_output=True, timeout=120)


class Clients(unittest.TestCase):
    def setUp(self):
        self.directory = self.enterContext(tempfile.TemporaryDirectory())
        self.environment = {**os.environ, "NODE_PATH": str(NODE_MODULES), "PYTHONPATH": self.directory}

    def serve(self, flags=(), client_flags=()):
        extractor = Service("annals-extractor", self.directory + "/journal", *flags)
        self.addCleanup(extractor.stop)
        query = Service("annals-query", self.directory + "/index", f"--extractor={extractor.address}", *flags, *client_flags)
        self.addCleanup(query.stop)
        return extractor.address, query.address

    def serve_securely(self):
        make_certificate(self.directory)
        tokens = pathlib.Path(self.directory) / "tokens"
        tokens.write_text("".join(f"{role} {token}\n" for role, token in TOKENS.items()))
        (tokens.parent / "query-token").write_text(TOKENS["read"])
        return self.serve([f"--tls_cert={self.directory}/tls.crt", f"--tls_key={self.directory}/tls.key", f"--tokens_file={tokens}"],
                          [f"--ca_file={self.directory}/tls.crt", f"--token_file={tokens.parent}/query-token"])

    def run_client(self, command, addresses, **environment):
        return subprocess.run([*command, *addresses, "星槎智能"], env={**self.environment, **environment}, capture_output=True, text=True,
                              timeout=120, check=False)

    def check(self, command, expected):
        done = self.run_client(command, self.serve())
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("revision 1, ", done.stdout)
        self.assertIn(expected, done.stdout)

    def check_securely(self, command, expected):
        addresses = self.serve_securely()
        trust = {"ANNALS_CA_FILE": self.directory + "/tls.crt"}
        done = self.run_client(command, addresses, ANNALS_TOKEN=TOKENS["write"], **trust)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn(expected, done.stdout)
        for token in ("", TOKENS["read"], "nobody-knows-this-one"):
            done = self.run_client(command, addresses, ANNALS_TOKEN=token, **trust)
            self.assertNotEqual(0, done.returncode, token)
        self.assertNotEqual(0, self.run_client(command, addresses, ANNALS_TOKEN=TOKENS["write"]).returncode)


@unittest.skipUnless(has_grpc(), "no python3-grpcio")
class PythonTest(Clients):
    COMMAND = (PYTHON, ROOT / "tests/clients/timeline.py")
    EXPECTED = "2025-10-08 EVENT_TYPE_JOIN 星槎智能, 程以安"

    def setUp(self):
        super().setUp()
        make_stubs(self.directory)

    def test_plain(self):
        self.check(self.COMMAND, self.EXPECTED)

    def test_with_tls_and_a_token(self):
        self.check_securely(self.COMMAND, self.EXPECTED)


@unittest.skipUnless(shutil.which("node") and (NODE_MODULES / "@grpc/grpc-js").exists(),
                     "no node, or not deploy/install-node-clients.sh")
class NodeTest(Clients):
    COMMAND = ("node", ROOT / "tests/clients/timeline.js")
    EXPECTED = "2025-10-15 EVENT_TYPE_RELEASE 听澜4.0, 星槎智能"

    def test_plain(self):
        self.check(self.COMMAND, self.EXPECTED)

    def test_with_tls_and_a_token(self):
        self.check_securely(self.COMMAND, self.EXPECTED)

    def test_a_hedged_read_does_not_wait_for_a_replica_that_hangs(self):
        replicas = [Service("annals-query", f"{self.directory}/index-{i}", "--extractor=127.0.0.1:1") for i in range(2)]
        for replica in replicas:
            self.addCleanup(replica.stop)
        client = subprocess.Popen(
            ["node", ROOT / "tests/clients/hedged_reads.js", ROOT / "deploy/service_config_hedged.json",
             ",".join(replica.address for replica in replicas)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=self.environment)
        self.addCleanup(client.kill)
        self.assertEqual("connected\n", client.stdout.readline())
        replicas[0].process.send_signal(signal.SIGSTOP)
        self.addCleanup(replicas[0].process.send_signal, signal.SIGCONT)
        answers = client.communicate("ask\n" * 6, timeout=240)[0]
        self.assertEqual(["0"] * 6, answers.splitlines())


if __name__ == "__main__":
    unittest.main()
