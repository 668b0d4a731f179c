"""What operators look at: every figure that a dashboard or an alert names is one that a running service shows, the alert rules do
what they say (promtool, where Prometheus is installed), and readiness follows the extractor."""
import json
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import ROOT, Service, run  # noqa: E402
from nats_processes import NatsCluster  # noqa: E402

RULES = ROOT / "deploy/alerts/annals.rules.yaml"
DASHBOARD = ROOT / "deploy/grafana/annals.json"
FIGURE = re.compile(r"\b(?:annals|grpc|process)_[a-z_]+")
ARTICLE = {"id": "a1", "published_at": "2025-06-02", "text": "6月1日，林知远加入星河智能，出任首席执行官。"}


class Watched(Service):
    """A service with an operators' port."""

    def __init__(self, name, data_dir, *flags):
        super().__init__(name, data_dir, "--admin_listen=127.0.0.1:0", *flags)
        self.admin = None
        while self.admin is None:
            line = self.process.stdout.readline().decode()
            self.log.append(line)
            if "admin listening" in line:
                self.admin = json.loads(line)["port"]
            elif not line:
                raise RuntimeError("did not start: " + "".join(self.log))

    def get(self, path):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.admin}{path}", timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


class MonitoringTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        directory = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.extractor = Watched("annals-extractor", directory + "/journal")
        cls.addClassCleanup(cls.extractor.stop)
        cls.query = Watched("annals-query", directory + "/index", f"--extractor={cls.extractor.address}", "--cache_mb=24")
        cls.addClassCleanup(cls.query.stop)
        cls.nats = cls.enterClassContext(NatsCluster())
        cls.replicated = Watched("annals-extractor", directory + "/outbox", f"--journal={cls.nats.urls()}")
        cls.addClassCleanup(cls.replicated.stop)
        for extractor in (cls.extractor, cls.replicated):
            submitted = run("annals-extract", f"--submit={extractor.address}", stdin=json.dumps(ARTICLE))
            assert submitted.returncode == 0, submitted.stderr
        viewed = run("annals-view", "timeline", "星河智能", f"--query={cls.query.address}", "--min_revision=1")
        assert viewed.returncode == 0, viewed.stderr

    def shown(self):
        """The names of all figures that the services show, without the endings of histograms."""
        text = "".join(service.get("/metrics")[1] for service in (self.extractor, self.query, self.replicated))
        return set(re.findall(r"^([a-z_]+)[{ ]", text, re.MULTILINE))

    def test_dashboard_and_alerts_name_figures_that_exist(self):
        expressions = [t["expr"] for panel in json.loads(DASHBOARD.read_text())["panels"] for t in panel["targets"]]
        expressions += re.findall(r"expr: (.*?)\n +(?:for|labels)", RULES.read_text(), re.DOTALL)
        self.assertGreater(len(expressions), 20)
        wanted = {name for e in expressions for name in FIGURE.findall(re.sub(r'"[^"]*"|by \([^)]*\)', "", e))}
        wanted -= {"grpc_status", "grpc_method"}
        self.assertEqual(set(), wanted - self.shown())

    def test_what_was_done_is_counted(self):
        figures = self.extractor.get("/metrics")[1]
        self.assertIn("\nannals_articles_read_total 1\n", figures)
        self.assertIn('\nannals_events_read_total{type="JOIN"} 1\n', figures)
        self.assertIn("\nannals_journal_revision 1\n", figures)
        self.assertIn('grpc_method="annals.v1.ExtractorService/SubmitArticles",grpc_status="OK"', figures)
        figures = self.query.get("/metrics")[1]
        self.assertIn("\nannals_index_revision 1\n", figures)
        self.assertIn("\nannals_follower_lag_entries 0\n", figures)
        self.assertIn('\nannals_index_size{what="articles"} 1\n', figures)

    def test_a_replicated_journal_says_how_it_fares(self):
        figures = self.replicated.get("/metrics")[1]
        for line in ("annals_journal_available 1", "annals_articles_waiting 0", "annals_articles_set_aside 0",
                     "annals_journal_revision 1"):
            self.assertIn(f"\n{line}\n", figures)

    def test_the_cache_is_as_large_as_it_was_told(self):
        blocks = (24 << 20) // 45 * 24  # the rest is for rows: index_caches.h
        self.assertIn('\nannals_store{figure="block_cache_capacity_bytes"} %d\n' % blocks, self.query.get("/metrics")[1])

    def test_readiness(self):
        self.assertEqual((200, "ready\n"), self.extractor.get("/readyz"))
        self.assertEqual((200, "ready\n"), self.query.get("/readyz"))
        with tempfile.TemporaryDirectory() as directory:
            # Nobody listens there: it lives, but must not be sent reads.
            alone = Watched("annals-query", directory, "--extractor=127.0.0.1:1")
            self.addCleanup(alone.stop)
            self.assertEqual(503, alone.get("/readyz")[0])
            self.assertEqual(200, alone.get("/healthz")[0])

    def test_who_is_told_to_stop_says_so_and_still_answers(self):
        with tempfile.TemporaryDirectory() as directory:
            leaving = Watched("annals-extractor", directory, "--lame_duck=1m")
            self.addCleanup(leaving.stop)
            leaving.process.send_signal(signal.SIGTERM)
            while leaving.get("/readyz")[0] != 503:
                self.assertIsNone(leaving.process.poll())
            submitted = run("annals-extract", f"--submit={leaving.address}", stdin=json.dumps(ARTICLE))
            self.assertEqual(0, submitted.returncode, submitted.stderr)
            self.assertEqual(0, leaving.stop()[0])  # a second signal ends the minute

    @unittest.skipUnless(shutil.which("promtool"), "no promtool: Debian's package prometheus has it")
    def test_the_alerts_do_what_they_say(self):
        for arguments in (["check", "rules", str(RULES)], ["test", "rules", str(RULES.with_name("annals.rules.test.yaml"))]):
            done = subprocess.run(["promtool", *arguments], capture_output=True, text=True, timeout=120, check=False)
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)

    @unittest.skipUnless(shutil.which("promtool"), "no promtool: Debian's package prometheus has it")
    def test_prometheus_likes_the_figures(self):
        for service in (self.extractor, self.query, self.replicated):
            done = subprocess.run(["promtool", "check", "metrics"], input=service.get("/metrics")[1], capture_output=True, text=True,
                                  timeout=120, check=False)
            self.assertEqual((0, ""), (done.returncode, done.stdout + done.stderr))


if __name__ == "__main__":
    unittest.main()
