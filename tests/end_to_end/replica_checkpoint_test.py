"""A journal on NATS: a new query replica starts from another's copy and the tail, and answers byte for byte as the other does. One
that can neither go on nor be built anew keeps answering, says what to do, and is not ready."""
import json
import pathlib
import re
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import Service, run  # noqa: E402
from nats_processes import NatsCluster, free_port  # noqa: E402

PEOPLE = ["林知远", "沈若谷", "陆知行", "陈思远", "周明哲"]
ARTICLES = [{"id": f"a{i}", "published_at": f"2025-06-{i + 1:02}", "source": "例报", "text": f"6月{i}日，{name}加入星河智能，出任首席科学家。"}
            for i, name in enumerate(PEOPLE, start=1)]


class Replica(Service):
    """A query service with an operators' port."""

    def __init__(self, data_dir, *flags):
        self.operators = free_port()
        super().__init__("annals-query", data_dir, f"--admin_listen=127.0.0.1:{self.operators}", *flags)

    def ready(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.operators}/readyz", timeout=5) as answer:
                return answer.status == 200
        except urllib.error.HTTPError:
            return False

    def figure(self, name):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.operators}/metrics", timeout=5) as answer:
            return float(re.search(rf"^{name}(?:{{[^}}]*}})? (\S+)$", answer.read().decode(), re.MULTILINE).group(1))


class ReplicaCheckpointTest(unittest.TestCase):
    def setUp(self):
        self.directory = self.enterContext(tempfile.TemporaryDirectory())
        self.cluster = self.enterContext(NatsCluster())
        self.journal = f"--journal={self.cluster.urls()}"
        self.extractor = Service("annals-extractor", self.directory + "/extractor", self.journal)
        self.addCleanup(self.extractor.stop)

    def replica(self, name, *flags):
        replica = Replica(f"{self.directory}/{name}", self.journal, *flags)
        self.addCleanup(replica.stop)
        return replica

    def submit(self, articles):
        self.done("annals-extract", f"--submit={self.extractor.address}", stdin="\n".join(map(json.dumps, articles)))

    def done(self, *arguments, stdin=""):
        done = run(*arguments, stdin=stdin)
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout

    def answers(self, replica, revision):
        """The graph, and what the replica says of a company and a person."""
        asked = f"--query={replica.address}"
        self.done("annals-view", "timeline", "星河智能", asked, f"--min_revision={revision}")
        return [self.done("annals-view", "timeline", "星河智能", asked, "--format=json"),
                self.done("annals-view", "entity", PEOPLE[0], asked, "--format=json"),
                self.done("annals-view", "tenures", "星河智能", asked, "--format=json")]

    def until(self, condition):
        while not condition():
            time.sleep(0.05)  # between one question and the next

    def copy(self, replica, name):
        self.assertIn("revision", self.done("annals-backup", "create", f"--query={replica.address}"))
        self.done("annals-backup", "restore", f"--backup_dir={self.directory}/copies", f"--data_dir={self.directory}/{name}")

    def test_a_replica_starts_from_anothers_copy_and_the_tail(self):
        first = self.replica("first", f"--backup_dir={self.directory}/copies")
        self.submit(ARTICLES[:3])
        self.answers(first, 3)
        self.copy(first, "second")
        self.submit(ARTICLES[3:])
        second = self.replica("second")
        expected = self.answers(first, 5)
        self.assertIn(PEOPLE[4], expected[0])
        self.assertEqual(expected, self.answers(second, 5))
        self.until(lambda: first.ready() and second.ready())
        self.assertEqual(0, second.figure("annals_follower_lag_entries"))
        self.assertEqual(5, second.figure("annals_index_revision"))
        status, log = second.stop()
        self.assertEqual(0, status, log)
        self.assertRegex(log, r'"following","revision":3\b')
        self.assertNotIn("building the index anew", log)

    def test_without_servers_a_replica_answers_and_is_not_ready(self):
        first = self.replica("first")
        self.submit(ARTICLES)
        before = self.answers(first, 5)
        self.until(first.ready)
        self.extractor.stop()
        for node in self.cluster.nodes:
            self.cluster.kill(node)
        self.until(lambda: not first.ready())
        self.assertEqual(before, self.answers(first, 5))
        self.assertEqual(0, first.figure("annals_follower_connected"))
        self.assertEqual(0, first.stop()[0])
        again = self.replica("first")  # and comes up without them
        self.assertEqual(before, self.answers(again, 5))
        self.assertFalse(again.ready())
        for node in self.cluster.nodes:
            self.cluster.start(node)
        self.until(again.ready)


class SourceTest(unittest.TestCase):
    def test_one_source_of_entries(self):
        with tempfile.TemporaryDirectory() as directory:
            done = run("annals-query", "--listen=127.0.0.1:0", f"--data_dir={directory}/none", "--journal=nats://127.0.0.1:1",
                       "--extractor=127.0.0.1:1")
        self.assertEqual(2, done.returncode)
        self.assertIn("--extractor", done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
