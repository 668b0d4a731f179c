"""An extractor and two replicas of the query service are restarted one after the other while clients call them: nothing that a
client asked for may fail, once it retries as deploy/service_config.json says."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import ROOT, Service, skip_all  # noqa: E402
from python_client import PYTHON, has_grpc, make_stubs  # noqa: E402

ROUNDS = 2
CALLS_BETWEEN = 40
# As in the chart: a client that watches health hears of it in milliseconds, on an idle machine.
LAME_DUCK = "--lame_duck=4s"


class Load:
    """The client, as a process of its own; what it found and what it lost."""

    def __init__(self, extractor, queries, stubs):
        self.found, self.lost = 0, []
        self.process = subprocess.Popen(
            [PYTHON, ROOT / "tests/clients/steady_load.py", extractor, ",".join(queries)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": stubs})

    def _count(self, line):
        if line.startswith("found "):
            self.found += 1
        else:
            self.lost.append(line.strip())

    def go_on(self, calls):
        """Until so many more articles have been found."""
        goal = self.found + calls
        while self.found < goal:
            line = self.process.stdout.readline()
            if not line:
                raise RuntimeError("the load ended")
            self._count(line)
            if self.lost:
                raise AssertionError(self.lost)

    def finish(self):
        if self.process.stdin.closed:
            return
        self.process.stdin.close()
        for line in self.process.stdout:  # not communicate(), which passes over what readline has read ahead
            self._count(line)
        self.process.stdout.close()
        self.process.wait()


class RollingRestartTest(unittest.TestCase):
    def setUp(self):
        self.directory = self.enterContext(tempfile.TemporaryDirectory())
        make_stubs(self.directory)
        self.services, self.flags = {}, {}
        self.start("annals-extractor", "journal")
        for index in ("index-1", "index-2"):
            self.start("annals-query", index, f"--extractor={self.services['journal'].address}")

    def start(self, name, data, *flags):
        self.flags[data] = (name, LAME_DUCK, *flags)
        self.services[data] = Service(name, f"{self.directory}/{data}", LAME_DUCK, *flags)
        self.addCleanup(lambda: self.services[data].stop())

    def restart(self, data):
        """On the same port, as behind a service of a cluster."""
        address = self.services[data].address
        status, log = self.services[data].stop()
        self.assertEqual(0, status, log)
        name, *flags = self.flags[data]
        self.services[data] = Service(name, f"{self.directory}/{data}", *flags, f"--listen={address}")

    def test_no_request_is_lost(self):
        queries = [self.services[index].address for index in ("index-1", "index-2")]
        load = Load(self.services["journal"].address, queries, self.directory)
        self.addCleanup(load.finish)
        load.go_on(CALLS_BETWEEN)
        for _ in range(ROUNDS):
            for data in ("index-1", "index-2", "journal"):
                self.restart(data)
                load.go_on(CALLS_BETWEEN)
        load.finish()
        self.assertEqual([], load.lost)
        self.assertGreater(load.found, ROUNDS * 3 * CALLS_BETWEEN)
        print(f"{ROUNDS * 3} restarts, {load.found} articles submitted and found, {len(load.lost)} lost")


if __name__ == "__main__":
    if not has_grpc():
        skip_all("no python3-grpcio")
    unittest.main()
